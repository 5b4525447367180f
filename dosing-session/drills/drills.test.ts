import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drillRoutes, drillScenarios, expectedOn, limitOf } from '#clinical/drills/scenarios.ts';
import { emergencyLists } from '#clinical/monitoring/emergencies.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sources } from '#clinical/sources.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { canonicalJson, sentPart } from '#dosing-session/canonical.ts';
import { type LogEvent, SessionEvent, type SessionFact } from '#dosing-session/events.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { partsAnswer } from '#dosing-session/parts.ts';
import { factOf, idsFrom } from '#dosing-session/recorder.ts';
import { signals } from '#dosing-session/signals.ts';
import { gaps } from '#dosing-session/state.ts';
import { drillRecord, type RecordLine } from './record.ts';
import { type Drill, drillMoment, drillOrder, drillState, happensAt, scenarioOf } from './simulated.ts';

const startedAt = 1_796_000_000_000;
const editionOf = (route: (typeof drillRoutes)[number]) => {
  const edition = exampleEditions.find((one) => one.route === route);
  if (edition === undefined) throw new Error(route);
  return edition;
};
const editions = drillRoutes.map(editionOf);
const drillOf = (scenario: string, seed = 7, edition = ivExample1): Drill => ({
  id: '0d0d0d0d-0000-4000-8000-000000000001',
  scenario,
  seed,
  startedAt,
  edition,
});

/** What a trainee writes, each so many seconds after the drill began. */
const written = (drill: Drill, deeds: readonly (readonly [number, SessionFact])[]): readonly LogEvent[] => {
  const nextId = idsFrom(77);
  return deeds.map(([second, fact], index) => ({
    eventId: nextId(),
    sessionId: drill.id,
    patientId: drill.id,
    deviceId: '0d0d0d0d-0000-4000-8000-0000000000dd',
    deviceSeq: index + 1,
    effectiveAt: startedAt + second * 1_000,
    recordedAt: startedAt + second * 1_000,
    receivedAt: startedAt + second * 1_000 + 200,
    version: index + 1,
    fact,
    authorId: '0d0d0d0d-0000-4000-8000-0000000000aa',
    authorName: 'Maria Ruiz',
    actingRole: 'nurse' as const,
  }));
};

const at = (second: number): number => startedAt + second * 1_000;
const atTheEnd = (drill: Drill): number => at(scenarioOf(drill).lastsMinutes * 60 + 1_200);

const help = (action: 'oxygen' | 'jaw-thrust' | 'stayed-beside' | 'calm-words' | 'help-called') =>
  factOf('CareActionTaken', { action });
const medicine = factOf('RescueMedicationGiven', {
  name: 'Labetalol',
  doseText: 'as ordered',
  route: 'By vein',
  indication: 'Pressure',
  orderedBy: 'Standing order',
});
const row = factOf('VitalSignsMeasured', {
  systolicMmHg: 130,
  diastolicMmHg: 80,
  heartRatePerMin: 80,
  spo2Percent: 97,
  couldNotRead: [],
  context: 'scheduled',
  source: 'typed',
});

/** One deed that shows an expected action, at a moment of the drill. */
const deedFor = (drill: Drill, line: RecordLine, second: number): SessionFact => {
  const expected = scenarioOf(drill).expected.find(({ id }) => id === line.id);
  if (expected === undefined) throw new Error(line.id);
  const { seenAs } = expected;
  const state = drillState(drill, [], at(second));
  switch (seenAs.kind) {
    case 'row':
    case 'measured':
    case 'facts-arrived':
      return row;
    case 'sedation-rated':
      return factOf('SedationRated', { moaas: 5 });
    case 'alert-answered': {
      const raised = alerts(state, drill.edition).find(({ subject }) => subject === seenAs.subject);
      return factOf('AlertAcknowledged', { alertKey: raised?.key ?? 'nothing rang' });
    }
    case 'call-answered':
    case 'call-settled': {
      const signalEventId = signals(state)[0]?.eventId ?? '';
      return seenAs.kind === 'call-answered'
        ? factOf('SignalAcknowledged', { signalEventId })
        : factOf('SignalResolved', { signalEventId, what: 'Sat beside them' });
    }
    case 'pump-paused-or-stopped':
      return factOf('InfusionPaused', { reason: 'Pressure' });
    case 'dose-stopped':
      return factOf('DoseStopped', { reason: 'clinical' });
    case 'mouth-emptied':
      return factOf('MouthEmptied', { how: 'spat' });
    case 'symptom-noted':
      return factOf('SymptomReported', {
        symptomId: '0d0d0d0d-0000-4000-8000-0000000000ee',
        symptom: 'Nausea',
        severity: 'moderate',
      });
    case 'medicine-given':
      return medicine;
    case 'response-noted':
      return factOf('RescueResponseNoted', {
        rescueEventId: '0d0d0d0d-0000-4000-8000-0000000000ef',
        response: 'Better',
      });
    case 'distress-rated':
      return factOf('DistressRated', { score: 6 });
    case 'setting-changed':
      return factOf('SettingChanged', { music: 'Off' });
    case 'help':
      return factOf('CareActionTaken', { action: seenAs.anyOf[0] ?? 'help-called' });
  }
};

describe('what a drill expects', () => {
  test('has a name, a story, a source for every limit, and moves that stand on an emergency list', () => {
    for (const scenario of drillScenarios) {
      assert.ok(scenario.expected.length > 0 && scenario.story !== '');
      if (scenario.list !== undefined) assert.ok(emergencyLists.some(({ id }) => id === scenario.list));
      for (const { within, from, id } of scenario.expected) {
        const limit = limitOf(within, ivExample1);
        assert.ok(limit.source in sources && limit.value > 0, `${scenario.id}/${id}`);
        assert.ok(scenario.happens.some(({ what }) => what === from));
      }
    }
  });

  const practised = editions.flatMap((edition) => drillScenarios.map((scenario) => ({ edition, scenario })));
  for (const { edition, scenario } of practised) {
    const drill = drillOf(scenario.id, 7, edition);
    const ended = atTheEnd(drill);
    const lines = drillRecord({ drill, made: [], endedAt: ended, now: ended });
    for (const line of lines) {
      const from = (happensAt(drill, line.from) ?? Number.NaN) - startedAt;
      const limit = from / 1_000 + line.limitSeconds;
      // What arrives late is told by its arrival, not by its deed.
      if (line.id === 'arrived') continue;
      const done = (second: number, endedAt = ended) =>
        drillRecord({
          drill,
          made: written(drill, [
            [second, deedFor(drill, line, second)],
            [scenario.lastsMinutes * 60, factOf('NoteAdded', { text: 'End' })],
          ]),
          endedAt,
          now: endedAt,
        }).find(({ id }) => id === line.id);

      test(`${edition.route}, ${scenario.name}: “${line.words}”, before, at and after its limit, and not at all`, () => {
        for (const [second, state] of [
          [limit - 1, 'in-time'],
          [limit, 'in-time'],
          [limit + 1, 'late'],
        ] as const) {
          const found = done(second);
          assert.equal(found?.state, state, `${second - from / 1_000} s`);
          if (found?.state !== 'in-time' && found?.state !== 'late') throw new Error('not done');
          assert.equal(found.byName, 'Maria Ruiz');
          assert.equal(found.seconds, second - from / 1_000);
        }
        const others = written(drill, [[scenario.lastsMinutes * 60, factOf('NoteAdded', { text: 'End' })]]);
        const missing = (endedAt: number) =>
          drillRecord({ drill, made: others, endedAt, now: endedAt }).find(({ id }) => id === line.id);
        assert.equal(missing(ended)?.state, 'not-done');
        const early = missing(at(limit - 1));
        assert.equal(early?.state === 'not-known' && early.why, 'limit-not-over');
        const never = missing(startedAt + from - 1);
        assert.equal(never?.state === 'not-known' && never.why, 'did-not-happen');
      });
    }
  }

  test('What was done before anything happened does not count for it', () => {
    const drill = drillOf('laryngospasm');
    const made = written(drill, [[44, help('oxygen')]]);
    const oxygen = drillRecord({ drill, made, endedAt: atTheEnd(drill), now: 0 }).find(
      ({ id }) => id === 'oxygen',
    );
    assert.equal(oxygen?.state, 'not-done');
  });

  test('A hole in what a device wrote leaves what was not seen unknown, never undone', () => {
    const drill = drillOf('laryngospasm');
    const made = written(drill, [
      [50, help('help-called')],
      [51, help('oxygen')],
      [52, help('jaw-thrust')],
    ]).filter(({ deviceSeq }) => deviceSeq !== 2);
    const lines = drillRecord({ drill, made, endedAt: atTheEnd(drill), now: 0 });
    assert.deepEqual(
      lines.find(({ id }) => id === 'oxygen'),
      { ...lines.find(({ id }) => id === 'oxygen'), state: 'not-known', why: 'facts-missing' },
    );
    assert.equal(lines.find(({ id }) => id === 'jaw')?.state, 'in-time');
  });

  test('No record ever says that anyone passed', () => {
    for (const { id } of drillScenarios) {
      const drill = drillOf(id);
      const lines = drillRecord({ drill, made: [], endedAt: atTheEnd(drill), now: 0 });
      assert.doesNotMatch(JSON.stringify(lines), /pass(ed)?\b/i);
      assert.ok(lines.every(({ state }) => state === 'not-done' || state === 'not-known'));
    }
  });
});

describe('a device that loses its link', () => {
  const drill = drillOf('network-loss');
  const arrivedAt = (second: number | undefined): readonly LogEvent[] =>
    written(drill, [[90, row]]).map(({ receivedAt: _, ...event }) => ({
      ...event,
      ...(second === undefined ? {} : { receivedAt: at(second) }),
    }));
  const arrived = (made: readonly LogEvent[]) =>
    drillRecord({ drill, made, endedAt: atTheEnd(drill), now: 0 }).find(({ id }) => id === 'arrived');

  test('is cut off for the four minutes of the story and no longer', () => {
    const link = (second: number) => drillMoment(drill, drillState(drill, [], at(second)), at(second)).link;
    assert.deepEqual([29, 30, 269, 270].map(link), ['up', 'lost', 'lost', 'up']);
  });

  test('has done its part when the row is with the clinic: before, at and after the limit', () => {
    for (const [second, state] of [
      [389, 'in-time'],
      [390, 'in-time'],
      [391, 'late'],
    ] as const)
      assert.equal(arrived(arrivedAt(second))?.state, state);
  });

  test('that has not been heard again leaves the row unknown', () => {
    const lines = drillRecord({ drill, made: [], endedAt: atTheEnd(drill), now: 0 });
    for (const line of lines)
      assert.equal(line.state === 'not-known' && line.why, 'facts-missing', line.words);
    assert.equal(arrived(arrivedAt(undefined))?.state, 'not-known');
  });
});

describe('the made-up person of a drill', () => {
  test('is the same for the same seed and the same deeds, and another for another seed', () => {
    for (const { id } of drillScenarios) {
      const made = written(drillOf(id), [[70, help('oxygen')]]);
      const told = (seed: number) => canonicalJson(drillState(drillOf(id, seed), made, at(600)).log);
      assert.equal(told(7), told(7));
      assert.notEqual(told(7), told(8));
    }
  });

  test('writes only facts a session could hold, with no gap, no conflict and the dose on, on every route', () => {
    for (const edition of editions)
      for (const { id } of drillScenarios)
        for (const seed of [1, 2, 3]) {
          const drill = drillOf(id, seed, edition);
          const state = drillState(drill, [], at(1_500));
          for (const event of state.log) SessionEvent.parse(sentPart(event));
          assert.deepEqual([gaps(state), state.conflicts, state.needsReview], [[], [], []]);
          assert.equal(state.phase, 'dosing');
          assert.ok(state.log.every(({ patientId }) => patientId === drill.id));
        }
  });

  test('begins one minute before a row of its own protocol falls due', () => {
    for (const edition of editions) {
      const state = drillState(drillOf('calm', 7, edition), [], startedAt);
      const session = sessionFacts(state, edition);
      assert.equal(checkSchedule({ edition, session, now: startedAt })?.next?.dueAt, at(60), edition.route);
    }
  });

  test('has of each route what can still be stopped: a pump, a second injection, a lozenge in the mouth', () => {
    const begun = (route: (typeof drillRoutes)[number]) => {
      const edition = editionOf(route);
      const state = drillState(drillOf('pressure', 7, edition), [], startedAt);
      const order = drillOrder(edition);
      return { state, next: partsAnswer({ state, edition, order, now: startedAt })?.next.state };
    };
    assert.equal(begun('iv').state.infusion?.run, 'running');
    assert.equal(begun('im').next, 'from');
    assert.deepEqual(
      [begun('sublingual').next, begun('sublingual').state.facts.MouthEmptied],
      ['complete', []],
    );
    assert.equal(begun('nasal').next, 'complete');
    const stopping = (route: (typeof drillRoutes)[number]) =>
      drillScenarios.flatMap((scenario) =>
        expectedOn(scenario, route).flatMap(({ id, only }) => (only === undefined ? [] : [id])),
      );
    assert.deepEqual(drillRoutes.map(stopping), [['pump', 'pump'], ['no-more'], ['mouth', 'mouth'], []]);
  });

  test('rings at 200 over 118 on every route, and comes down after medicine', () => {
    for (const edition of editions) {
      const drill = drillOf('pressure', 7, edition);
      const [raised] = alerts(drillState(drill, [], at(61)), edition);
      assert.equal(raised?.subject, 'blood-pressure', edition.route);
      const treated = written(drill, [[380, medicine]]);
      const state = drillState(drill, treated, at(860));
      assert.ok(drillMoment(drill, state, at(860)).monitor.systolicMmHg < 160, edition.route);
    }
  });

  test('keeps what was shown when more is written: a later deed does not rewrite an earlier reading', () => {
    const drill = drillOf('laryngospasm');
    const before = drillState(drill, [], at(80));
    const after = drillState(drill, written(drill, [[85, help('oxygen')]]), at(90));
    const readings = (state: typeof before) => state.facts.VitalSignsMeasured.map(({ fact }) => fact);
    assert.deepEqual(readings(after).slice(0, readings(before).length), readings(before));
  });

  test('rings at 200 over 118, comes down after pause and medicine, and stays high without', () => {
    const drill = drillOf('pressure');
    const [raised] = alerts(drillState(drill, [], at(61)), ivExample1);
    assert.equal(raised?.subject, 'blood-pressure');
    const shown = (made: readonly LogEvent[], second: number) =>
      drillMoment(drill, drillState(drill, made, at(second)), at(second)).monitor;
    assert.deepEqual(
      [shown([], 60).systolicMmHg, shown([], 60).diastolicMmHg, shown([], 900).systolicMmHg],
      [200, 118, 200],
    );
    const treated = written(drill, [
      [90, factOf('InfusionPaused', { reason: 'Pressure' })],
      [380, medicine],
    ]);
    assert.ok(shown(treated, 360).systolicMmHg > 180);
    assert.ok(shown(treated, 860).systolicMmHg < 160);
  });

  test('breathes again once oxygen is on and the jaw is held, and not with one of the two', () => {
    const drill = drillOf('laryngospasm');
    const shown = (made: readonly LogEvent[]) =>
      drillMoment(drill, drillState(drill, made, at(200)), at(200)).monitor;
    assert.ok(shown([]).spo2Percent < 75);
    assert.equal(shown([]).respiratoryRatePerMin, undefined);
    assert.ok(shown(written(drill, [[60, help('oxygen')]])).spo2Percent < 75);
    const opened = written(drill, [
      [60, help('oxygen')],
      [65, help('jaw-thrust')],
    ]);
    assert.ok(shown(opened).spo2Percent > 94);
    assert.equal(shown(opened).respiratoryRatePerMin, 12);
  });

  test('grows calm when someone stays and says that it passes; alone, calls again', () => {
    const drill = drillOf('panic');
    const alone = drillState(drill, [], at(300));
    assert.equal(signals(alone).length, 2);
    const tended = written(drill, [
      [50, help('stayed-beside')],
      [60, help('calm-words')],
    ]);
    const state = drillState(drill, tended, at(300));
    assert.equal(signals(state).length, 1);
    assert.ok(drillMoment(drill, state, at(300)).seen.includes('“It is passing.” Lies back.'));
  });

  test('vomits when nobody gives anything for nausea', () => {
    const drill = drillOf('nausea');
    const seen = (made: readonly LogEvent[]) =>
      drillMoment(drill, drillState(drill, made, at(400)), at(400)).seen;
    assert.ok(seen([]).includes('Vomits.'));
    assert.ok(!seen(written(drill, [[200, medicine]])).includes('Vomits.'));
  });
});
