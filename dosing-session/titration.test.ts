import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { alerts } from './alerts.ts';
import type { SessionFact } from './events.ts';
import { atTablet, patientId } from './examples/people.ts';
import { infusedMg } from './infusion.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { fold } from './state.ts';
import { effectToNote, titrations } from './titration.ts';

const startAt = 1_796_000_000_000;
const at = (minute: number): number => startAt + minute * 60_000;
const begin = factOf('DoseStarted', {
  route: 'iv',
  doseMg: 40,
  concentrationMgPerMl: 10,
  rateMgPerMin: 1,
  plannedMinutes: 40,
  lot: null,
  expiry: null,
});
const ordered = { reason: 'Too strong', orderedBy: 'Dr Osei' };

const told = (...steps: readonly (readonly [number, SessionFact])[]) => {
  const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000dd', patientId };
  const log = recorder({ ...session, startAt, nextId: idsFrom(91) });
  const ids = steps.map(([minute, fact]) => log.record(atTablet, minute, fact));
  return { state: fold(log.events, session), ids };
};

describe('changing a dose under way', () => {
  const steps = [
    [0, begin],
    [10, factOf('InfusionRateChanged', { rateMgPerMin: 0.5, ...ordered })],
    [14, factOf('InfusionPaused', { reason: 'Patient asked' })],
    [16, factOf('InfusionResumed', {})],
    [20, factOf('InfusionBoosted', { mg: 3, reason: 'Wearing off', orderedBy: 'Dr Osei' })],
    [30, factOf('DoseStopped', { reason: 'clinical', orderedBy: 'Dr Osei' })],
  ] as const;

  test('each change says who ordered it and why, and what it did is missing until it is noted', () => {
    const { state, ids } = told(...steps);
    assert.deepEqual(
      titrations(state).map(({ kind, orderedBy, why, effect }) => [kind, orderedBy, why, effect]),
      [
        ['rate', 'Dr Osei', 'Too strong', undefined],
        ['pause', undefined, 'Patient asked', undefined],
        ['booster', 'Dr Osei', 'Wearing off', undefined],
        ['stop', 'Dr Osei', 'clinical reason', undefined],
      ],
    );
    assert.equal(effectToNote(state)?.eventId, ids[1]);
    const noted = told(...steps, [
      12,
      factOf('TitrationEffectNoted', { titrationEventId: ids[1] ?? '', effect: 'Calmer' }),
    ]).state;
    assert.deepEqual(titrations(noted)[0]?.effect, { at: at(12), words: 'Calmer', byName: 'Ines Moreau' });
    assert.equal(effectToNote(noted)?.kind, 'pause');
  });

  test('a dose that ran out changed nothing', () => {
    assert.deepEqual(
      titrations(told([0, begin], [40, factOf('DoseStopped', { reason: 'complete' })]).state),
      [],
    );
  });

  test('what is given at once counts from its moment, and never more than was drawn up', () => {
    const { infusion } = told(...steps).state;
    assert.ok(infusion);
    // Ten minutes at 1, four at a half, two standing still, four more at a half: 14. Then three at once.
    assert.equal(infusedMg(infusion, at(20) - 1).toFixed(1), '14.0');
    assert.equal(infusedMg(infusion, at(20)).toFixed(1), '17.0');
    assert.equal(infusedMg(infusion, at(30)).toFixed(1), '22.0');
    const flood = told([0, begin], [1, factOf('InfusionBoosted', { mg: 500, ...ordered })]).state.infusion;
    assert.equal(flood && infusedMg(flood, at(2)), 40);
  });

  test('nothing is given at once where no pump runs', () => {
    const { state } = told([0, factOf('InfusionBoosted', { mg: 3, ...ordered })]);
    assert.deepEqual(
      state.needsReview.map(({ why }) => why),
      ['no-infusion-to-change'],
    );
  });

  test('a swollen line rings until it was seen and looked at again', () => {
    const { state, ids } = told(
      [0, begin],
      [15, factOf('LineChecked', { site: 'Left hand', found: 'swollen' })],
    );
    const [alert] = alerts(state, edition);
    assert.deepEqual([alert?.key, alert?.closedAt], [`line@${ids[1]}`, undefined]);
    const settled = told(
      [0, begin],
      [15, factOf('LineChecked', { site: 'Left hand', found: 'swollen' })],
      [15.5, factOf('AlertAcknowledged', { alertKey: `line@${ids[1]}` })],
      [19, factOf('LineChecked', { site: 'Right hand', found: 'fine' })],
    ).state;
    assert.equal(alerts(settled, edition)[0]?.closedAt, at(19));
  });
});
