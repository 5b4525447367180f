import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { alertEscalation, alerts, openAlerts } from './alerts.ts';
import type { LogEvent, SessionFact } from './events.ts';
import { callsFromTheBed } from './examples/calls-from-the-bed.ts';
import { highPressure } from './examples/high-pressure.ts';
import { atPhone, atTablet, inBed, patientId } from './examples/people.ts';
import { factOf, idsFrom, type Pen, recorder } from './recorder.ts';
import { openSignals, signalEscalation, signals } from './signals.ts';
import { append, emptySession, fold, type SessionState } from './state.ts';

const edition: Edition = ivExample1;
const startAt = 1_796_000_000_000;
const at = (minute: number): number => startAt + minute * 60_000;

const scene = () => {
  const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000bb', patientId };
  const log = recorder({ ...session, startAt, nextId: idsFrom(55) });
  const start = {
    doseMg: 40,
    concentrationMgPerMl: 10,
    rateMgPerMin: 1,
    plannedMinutes: 40,
    lot: null,
    expiry: null,
  };
  return {
    log,
    begin: () => log.record(atTablet, 0, factOf('DoseStarted', { route: 'iv', ...start })),
    read: (
      minute: number,
      signs: Partial<Record<'systolicMmHg' | 'diastolicMmHg' | 'spo2Percent', number>>,
      by: Pen = atTablet,
    ) =>
      log.record(
        by,
        minute,
        factOf('VitalSignsMeasured', { ...signs, couldNotRead: [], context: 'scheduled', source: 'typed' }),
      ),
    say: (minute: number, fact: SessionFact, by: Pen = atPhone) => log.record(by, minute, fact),
    state: (): SessionState => fold(log.events, session),
  };
};
const limit = edition.limits.alert.systolicMmHg.above?.value ?? Number.NaN;
const pressure = (systolicMmHg: number) => ({ systolicMmHg, diastolicMmHg: 85 });

describe('which readings ring', () => {
  // The rise over one's own baseline is another rule; a baseline close to the limit keeps it out of this table.
  const rows: readonly (readonly [string, number, boolean])[] = [
    ['below the limit', limit - 1, false],
    ['at the limit', limit, false],
    ['above the limit', limit + 1, true],
  ];
  for (const [where, systolic, rings] of rows)
    test(`a pressure ${where} ${rings ? 'rings' : 'does not ring'}`, () => {
      const { begin, read, state } = scene();
      read(-5, pressure(limit - 20));
      begin();
      read(10, pressure(systolic));
      assert.equal(alerts(state(), edition).length, rings ? 1 : 0);
    });

  const calls = edition.distress?.callsFrom.value ?? Number.NaN;
  for (const [where, score, rings] of [
    ['just below the number of the protocol', calls - 1, false],
    ['at it', calls, true],
    ['above it', calls + 1, true],
  ] as const)
    for (const whose of ['said', 'seen', undefined] as const)
      test(`distress ${where}, ${whose ?? 'nobody wrote whose word'}: ${rings ? 'someone is called' : 'it is written down'}`, () => {
        const { begin, say, state } = scene();
        begin();
        say(10, factOf('DistressRated', { score, ...(whose === undefined ? {} : { whose }) }));
        const raised = alerts(state(), edition);
        assert.deepEqual(
          raised.map(({ subject, recheckDueAt }) => [subject, recheckDueAt]),
          rings ? [['distress', at(10 + edition.alert.recheckAfterMinutes.value)]] : [],
        );
        // An edition signed before it could say so is read with the house number, never as silence.
        const { distress: _left, ...older } = edition;
        assert.equal(alerts(state(), older).length, raised.length);
      });

  test('a sign that could not be read rings, because unknown is not fine', () => {
    const { begin, say, state } = scene();
    begin();
    say(
      10,
      factOf('VitalSignsMeasured', { couldNotRead: ['spo2Percent'], context: 'scheduled', source: 'typed' }),
    );
    const [alert] = alerts(state(), edition);
    assert.equal(alert?.subject, 'oxygen');
    assert.deepEqual(
      alert?.issues.map(({ action }) => action),
      ['unknown'],
    );
  });

  test('a reading before the dose is for the gate and does not ring', () => {
    const { begin, read, state } = scene();
    read(-5, pressure(limit + 30));
    begin();
    assert.deepEqual(alerts(state(), edition), []);
  });

  test('a deeper sedation rings again although the first was answered', () => {
    const { begin, say, state } = scene();
    begin();
    const first = say(10, factOf('SedationRated', { moaas: edition.sedation.reviewAtOrBelow.value }));
    say(10.5, factOf('AlertAcknowledged', { alertKey: `sedation@${first}` }));
    assert.equal(alerts(state(), edition)[0]?.acknowledgedAt, at(10.5));
    say(12, factOf('SedationRated', { moaas: edition.sedation.stopDoseAtOrBelow.value }));
    const [alert] = alerts(state(), edition);
    assert.equal(alert?.raisedAt, at(12));
    assert.equal(alert?.acknowledgedAt, undefined);
    assert.equal(alert?.issues[0]?.action, 'exclude');
  });
});

describe('the course of an alert', () => {
  test('182/104 rings, is answered in 36 seconds, measured again twice, settles, and appears once', () => {
    const [alert, ...others] = alerts(fold(highPressure.events), edition);
    assert.deepEqual(others, []);
    assert.equal(alert?.key, highPressure.alertKey);
    assert.equal(alert?.answerSeconds, 36);
    assert.equal(alert?.acknowledgedBy, 'Tomas Berg');
    assert.equal(alert?.readings.filter(({ issues }) => issues.length > 0).length, 2);
    assert.equal(alert?.closedAt, alert?.settledAt);
    assert.equal(alert?.recheckDueAt, undefined);
  });

  test('a second measurement is due after the edition says, counted from the last high reading', () => {
    const { begin, read, state } = scene();
    begin();
    read(10, pressure(limit + 2));
    const after = edition.alert.recheckAfterMinutes.value;
    assert.equal(openAlerts(state(), edition)[0]?.recheckDueAt, at(10 + after));
    read(16, pressure(limit + 1));
    assert.equal(openAlerts(state(), edition)[0]?.recheckDueAt, at(16 + after));
  });

  test('a reading back inside the limits does not close what nobody has seen', () => {
    const { begin, read, say, state } = scene();
    read(-5, pressure(140));
    begin();
    const high = read(10, pressure(limit + 2));
    read(15, pressure(145));
    assert.equal(openAlerts(state(), edition).length, 1);
    say(16, factOf('AlertAcknowledged', { alertKey: `blood-pressure@${high}` }));
    assert.equal(openAlerts(state(), edition).length, 0);
    assert.equal(alerts(state(), edition)[0]?.closedAt, at(16));
  });

  test('after it closed, a new high reading is a new alert', () => {
    const { begin, read, say, state } = scene();
    begin();
    const high = read(10, pressure(limit + 2));
    say(11, factOf('AlertResolved', { alertKey: `blood-pressure@${high}`, how: 'Cuff was twisted' }));
    read(20, pressure(limit + 4));
    assert.deepEqual(
      alerts(state(), edition).map(({ raisedAt, closedAt }) => [raisedAt, closedAt]),
      [
        [at(10), at(11)],
        [at(20), undefined],
      ],
    );
  });

  test('a late entry that comes first keeps the answer that was already given', () => {
    const { begin, read, say, state, log } = scene();
    begin();
    const high = read(10, pressure(limit + 2));
    say(10.5, factOf('AlertAcknowledged', { alertKey: `blood-pressure@${high}` }));
    log.record(
      atTablet,
      8,
      factOf('VitalSignsMeasured', {
        ...pressure(limit + 1),
        couldNotRead: [],
        context: 'scheduled',
        source: 'typed',
      }),
      4,
    );
    const all = alerts(state(), edition);
    assert.equal(all.length, 1);
    assert.equal(all[0]?.raisedAt, at(8));
    assert.equal(all[0]?.acknowledgedAt, at(10.5));
  });

  const seconds = edition.alert.escalateAfterSeconds.value;
  const again = edition.alert.escalateAgainAfterSeconds.value;
  for (const [after, level] of [
    [seconds - 1, 'first-person'],
    [seconds, 'second-person'],
    [again - 1, 'second-person'],
    [again, 'everyone'],
  ] as const)
    test(`nobody has answered after ${after} seconds: ${level}`, () => {
      const { begin, read, say, state } = scene();
      begin();
      read(10, pressure(limit + 2));
      say(10, factOf('PatientSignalled', { signal: 'come' }), inBed);
      const now = at(10) + after * 1000;
      const [alert] = alerts(state(), edition);
      const [signal] = signals(state());
      assert.ok(alert && signal);
      assert.equal(alertEscalation(alert, edition, now).level, level);
      assert.equal(signalEscalation(signal, edition, now).level, level);
    });
});

describe('calls from the bed', () => {
  test('each call says who came and after how many seconds', () => {
    assert.deepEqual(
      signals(fold(callsFromTheBed.events)).map(({ kind, answeredBy, answerSeconds, what }) => [
        kind,
        answeredBy,
        answerSeconds,
        what,
      ]),
      [
        ['adjust', 'Ines Moreau', 12, 'Music made quieter'],
        ['come', 'Tomas Berg', 42, 'Sat beside them'],
      ],
    );
  });

  test('a call stays open until someone has dealt with it, not only seen it', () => {
    const { say, state } = scene();
    const come = say(3, factOf('PatientSignalled', { signal: 'come' }), inBed);
    say(3.5, factOf('SignalAcknowledged', { signalEventId: come }));
    assert.deepEqual(openSignals(state()), [{ kind: 'come', at: at(3) }]);
    say(5, factOf('SignalResolved', { signalEventId: come, what: 'Water' }));
    assert.deepEqual(openSignals(state()), []);
  });

  test('whoever says that they are busy calls the next person at once, and the second one everyone', () => {
    const { say, state } = scene();
    const come = say(3, factOf('PatientSignalled', { signal: 'come' }), inBed);
    const levelAt = (minute: number) => {
      const [call] = signals(state());
      return call && signalEscalation(call, edition, at(minute)).level;
    };
    assert.equal(levelAt(3.1), 'first-person');
    say(3.1, factOf('SignalPassedOn', { signalEventId: come }), atTablet);
    assert.equal(levelAt(3.1), 'second-person');
    say(3.2, factOf('SignalPassedOn', { signalEventId: come }), atTablet);
    assert.equal(levelAt(3.2), 'second-person');
    say(3.3, factOf('SignalPassedOn', { signalEventId: come }), atPhone);
    assert.equal(levelAt(3.3), 'everyone');
    say(3.4, factOf('SignalAcknowledged', { signalEventId: come }), atPhone);
    assert.equal(levelAt(3.4), 'acknowledged');
    assert.deepEqual(
      signals(state()).map(({ passedOn, answerSeconds }) => [passedOn.length, answerSeconds]),
      [[3, 24]],
    );
  });

  test('a touch that asks for silence is a call that says so', () => {
    const { say, state } = scene();
    say(3, factOf('PatientSignalled', { signal: 'adjust', wish: 'silence' }), inBed);
    assert.deepEqual(
      signals(state()).map(({ kind, wish }) => [kind, wish]),
      [['adjust', 'silence']],
    );
  });

  test('an answer that arrives before its call still answers it', () => {
    const { say, state } = scene();
    const come = say(3, factOf('PatientSignalled', { signal: 'come' }), inBed);
    say(3.2, factOf('SignalAcknowledged', { signalEventId: come }));
    const whole = state();
    const [call, answer] = whole.log as [LogEvent, LogEvent];
    const backwards = append(append(emptySession(whole), answer), call);
    assert.deepEqual(signals(backwards), signals(whole));
  });

  test('a worried look at home is a call', () => {
    const { say, state } = scene();
    say(30, factOf('LookMade', { seen: 'worried', slotMinute: 30 }));
    assert.deepEqual(openSignals(state()), [{ kind: 'worried', at: at(30) }]);
  });
});

describe('a device whose clock runs ahead', () => {
  const aheadMs = 9 * 60_000;
  /** The last fact, dated ahead by its device and received when it was. */
  const datedAhead = (state: SessionState): SessionState => {
    const last = state.log.at(-1) as LogEvent;
    const received = { ...last, effectiveAt: last.effectiveAt + aheadMs, receivedAt: last.effectiveAt };
    return fold([...state.log.slice(0, -1), received], state);
  };
  const everyoneAfterMs = edition.alert.escalateAgainAfterSeconds.value * 1_000;

  test('its reading reaches everyone as soon as any other: it rings from when the clinic had it', () => {
    const { begin, read, state } = scene();
    begin();
    read(10, pressure(limit + 1));
    const [alert] = alerts(datedAhead(state()), edition);
    assert.ok(alert);
    assert.equal(alert.raisedAt, at(10));
    assert.equal(alertEscalation(alert, edition, at(10) + everyoneAfterMs).level, 'everyone');
  });

  test('its call reaches everyone as soon as any other', () => {
    const { begin, say, state } = scene();
    begin();
    say(10, factOf('PatientSignalled', { signal: 'come' }));
    const [call] = signals(datedAhead(state()));
    assert.ok(call);
    assert.equal(call.at, at(10));
    assert.equal(signalEscalation(call, edition, at(10) + everyoneAfterMs).level, 'everyone');
  });

  test('a reading it has not sent yet rings from its own time', () => {
    const { begin, read, state } = scene();
    begin();
    read(10, pressure(limit + 1));
    const { log, ...session } = state();
    const unsent = log.map(({ receivedAt: _, version: __, ...event }) => event);
    assert.equal(alerts(fold(unsent, session), edition)[0]?.raisedAt, at(10));
  });
});
