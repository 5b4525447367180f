import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { minimumStay } from '#clinical/discharge/minimum-stay.ts';
import type { OrderedParts } from '#clinical/dosing/dose-order.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { sublingualExample1 } from '#clinical/protocol/sublingual-example-1.ts';
import { alerts } from './alerts.ts';
import { canonicalJson, sentPart } from './canonical.ts';
import { SessionEvent } from './events.ts';
import {
  callButton,
  desktop,
  nurse,
  patientId,
  phone,
  prescriber,
  secondNurse,
  tablet,
} from './examples/people.ts';
import { sessionFacts } from './facts.ts';
import { signals } from './signals.ts';
import { type Happenings, simulateSession } from './simulate.ts';
import { append, emptySession, fold, gaps } from './state.ts';

const sessionId = '0c0c0c0c-0000-4000-8000-0000000000aa';
const simulate = (
  seed: number,
  happenings?: Happenings,
  {
    edition = ivExample1,
    ...ordered
  }: { edition?: Edition; doseMg?: number; parts?: OrderedParts | undefined } = {},
) =>
  simulateSession({
    seed,
    startAt: 1_796_000_000_000,
    edition,
    happenings,
    devices: { nurse, secondNurse, prescriber, tablet, phone, desktop, callButton },
    patient: {
      sessionId,
      patientId,
      name: 'Robin Hale',
      orderId: '0b0b0b0b-0000-4000-8000-000000000001',
      doseMg: 40,
      weightKg: 80,
      ...ordered,
      baseline: { systolicMmHg: 124, diastolicMmHg: 78, heartRatePerMin: 72, spo2Percent: 98 },
      escort: { name: 'Lena Hale', relation: 'sister' },
    },
  });

describe('a simulated session', () => {
  test('is the same for the same seed and another for another', () => {
    assert.equal(canonicalJson(simulate(7)), canonicalJson(simulate(7)));
    assert.notEqual(canonicalJson(simulate(7)), canonicalJson(simulate(8)));
  });

  test('passes the door and ends at the door, with nothing in conflict or missing, for many seeds', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const events = simulate(seed);
      for (const event of events) SessionEvent.parse(sentPart(event));
      const state = fold(events);
      assert.equal(state.phase, 'released');
      assert.deepEqual([state.conflicts, state.needsReview, gaps(state)], [[], [], []]);
      assert.equal(alerts(state, ivExample1).filter(({ closedAt }) => closedAt === undefined).length, 0);
    }
  });

  const byParts = [
    { edition: imExample1, doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: 1 }, given: [40, 20] },
    { edition: sublingualExample1, doseMg: 100, parts: undefined, given: [100] },
    { edition: nasalExample1, doseMg: 84, parts: undefined, given: [28, 28, 28] },
  ] as const;
  for (const { edition, given, ...ordered } of byParts) {
    test(`goes by the protocol of its route (${edition.route}): its parts, every row in its time, the whole rest`, () => {
      for (let seed = 1; seed <= 30; seed += 1) {
        const events = simulate(seed, undefined, { edition, ...ordered });
        for (const event of events) SessionEvent.parse(sentPart(event));
        const state = fold(events);
        assert.equal(state.phase, 'released');
        assert.deepEqual([state.conflicts, state.needsReview, gaps(state)], [[], [], []]);
        assert.equal(alerts(state, edition).filter(({ closedAt }) => closedAt === undefined).length, 0);
        assert.deepEqual(
          state.facts.DoseGiven.map(({ fact }) => fact.doseMg),
          given,
        );
        const session = sessionFacts(state, edition);
        const releasedAt = session.releasedAt ?? 0;
        assert.deepEqual(checkSchedule({ edition, session, now: releasedAt })?.missed, []);
        const stay = minimumStay(edition, session);
        assert.ok(stay.kind === 'known' && releasedAt >= stay.until);
      }
    });
  }

  test('shows no gap at any moment while it is played', () => {
    let state = emptySession({ sessionId, patientId });
    for (const event of simulate(3, { lateEntry: true, calls: true })) {
      state = append(state, event);
      assert.deepEqual(gaps(state), []);
    }
  });

  test('has the high pressure and the calls when asked for, and not when asked not to', () => {
    const eventful = fold(simulate(5, { highPressure: true, calls: true }));
    assert.deepEqual(
      alerts(eventful, ivExample1).map(({ subject }) => subject),
      ['blood-pressure'],
    );
    assert.deepEqual(
      signals(eventful).map(({ kind }) => kind),
      ['adjust', 'come'],
    );
    const calm = fold(simulate(5, { highPressure: false, calls: false }));
    assert.deepEqual(alerts(calm, ivExample1), []);
    assert.deepEqual(signals(calm), []);
  });
});
