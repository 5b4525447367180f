import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HomeSession } from '#api/home.ts';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { emptySession } from '#dosing-session/state.ts';
import {
  type BeforeStep,
  isResting,
  looksOf,
  lozengesToTake,
  mayGive,
  type StepState,
  stageOf,
  stateOf,
  stepState,
} from './home-view.ts';

const minute = 60_000;
const startAt = 1_796_034_600_000;
const ids = {
  sessionId: '0c0c0c0c-0000-4000-8000-000000000060',
  patientId: '0a0a0a0a-0000-4000-8000-000000000060',
};
const pen = { id: '0a0a0a0a-0000-4000-8000-000000000061', name: 'Lena Tan' };

const gate = { open: true, here: [], clinic: { open: 0, of: 8 } };
const shown: HomeSession = {
  now: startAt,
  patientId: ids.patientId,
  patientFirstName: 'James',
  watcherName: 'Lena Tan',
  clinic: { name: 'Harbor', phone: '+1 555 0100', address: '1 Quay Street' },
  startsAt: startAt,
  opensAt: startAt - 60 * minute,
  linkExpiresAt: startAt + 40 * 60 * minute,
  edition: homeExample1,
  dose: { doseMg: 100 },
  session: { id: ids.sessionId, version: 0, events: [], openDose: gate, release: gate },
  rings: [],
};

let count = 0;
function event(fact: SessionFact, at = startAt): SessionEvent {
  count += 1;
  return {
    ...ids,
    eventId: `0e0e0e0e-0000-4000-8000-${String(count).padStart(12, '0')}`,
    deviceId: '0d0d0d0d-0000-4000-8000-000000000001',
    deviceSeq: count,
    effectiveAt: at,
    recordedAt: at,
    fact,
  };
}

function after(...facts: readonly SessionFact[]) {
  const state = stateOf(
    shown,
    facts.map((fact) => event(fact)),
    pen,
  );
  assert.ok(state);
  return state;
}

function said(step: BeforeStep, ...facts: readonly SessionFact[]): StepState {
  return stepState(step, { shown, state: after(...facts) });
}

function pressure(systolicMmHg: number, diastolicMmHg: number, heartRatePerMin: number): SessionFact {
  return factOf('VitalSignsMeasured', {
    systolicMmHg,
    diastolicMmHg,
    heartRatePerMin,
    couldNotRead: [],
    context: 'baseline',
    source: 'typed',
  });
}

test('A pressure above the start limit is not today, with or without a network; at the limit it may start', () => {
  const { systolicMmHg, diastolicMmHg, heartRatePerMin } = homeExample1.limits.start;
  const upper = systolicMmHg?.above?.value ?? 0;
  const lower = diastolicMmHg?.above?.value ?? 0;
  const fast = heartRatePerMin?.above?.value ?? 0;
  const cases = [
    [upper - 1, lower - 1, 70, 'met'],
    [upper, lower, 70, 'met'],
    [upper + 1, lower - 1, 70, 'stop'],
    [upper - 1, lower + 1, 70, 'stop'],
    [upper - 1, lower - 1, fast + 1, 'stop'],
  ] as const;
  for (const [systolic, diastolic, pulse, expected] of cases)
    assert.equal(
      said('pressure', pressure(systolic, diastolic, pulse)),
      expected,
      `${systolic}/${diastolic}`,
    );
  assert.equal(said('pressure'), 'open');
});

test('A no keeps the dose shut, not sure is nobody’s yes, and nothing said is open', () => {
  const cases: readonly (readonly [BeforeStep, SessionFact, StepState])[] = [
    ['stay', factOf('SitterConfirmed', { name: 'L', phone: '1', answer: 'stays-throughout' }), 'met'],
    ['stay', factOf('SitterConfirmed', { name: 'L', phone: '1', answer: 'cannot-stay' }), 'stop'],
    ['substances', factOf('SubstancesAsked', { answer: 'none' }), 'met'],
    ['substances', factOf('SubstancesAsked', { answer: 'taken' }), 'stop'],
    ['substances', factOf('SubstancesAsked', { answer: 'not-sure' }), 'unclear'],
    ['dependants', factOf('DependantsAsked', { answer: 'someone' }), 'stop'],
    ['dependants', factOf('DependantsAsked', { answer: 'not-sure' }), 'unclear'],
    ['food', factOf('LastIntakeReported', { lastFoodAt: 'not-sure', lastClearFluidAt: startAt }), 'unclear'],
    ['box', factOf('LozengesCounted', { count: 6, strengthMg: 100, lot: null }), 'met'],
    ['box', factOf('LozengesCounted', { count: 6, strengthMg: 150, lot: null }), 'stop'],
  ];
  for (const [step, fact, expected] of cases) {
    assert.equal(said(step, fact), expected, JSON.stringify(fact));
    assert.equal(said(step), 'open');
  }
});

test('Once it has arrived, what the clinic’s gate says of a line counts, and a line too old is asked again', () => {
  const said = event(factOf('SubstancesAsked', { answer: 'none' }));
  const step = (state: 'met' | 'not-met' | 'unknown', isIn: boolean) => {
    const kept = { ...said, version: 1, receivedAt: startAt, authorId: pen.id, authorName: pen.name };
    const heard: HomeSession = {
      ...shown,
      session: shown.session && {
        ...shown.session,
        events: isIn ? [{ ...kept, actingRole: 'companion' }] : [],
        openDose: { ...gate, here: [{ condition: 'no-substances', state }] },
      },
    };
    const found = stateOf(heard, [said], pen);
    assert.ok(found);
    return stepState('substances', { shown: heard, state: found });
  };
  assert.deepEqual(
    [step('met', true), step('not-met', true), step('unknown', true)],
    ['met', 'stop', 'open'],
  );
  // The clinic has not heard of it: its gate still says unknown, and that is not about this answer.
  assert.equal(step('unknown', false), 'met');
});

test('The last door opens only on the clinic’s yes, heard within the minute and with nothing unsent', () => {
  const usual = { shown, steps: ['met'] as const, unsent: false, heardAt: startAt, now: startAt + minute };
  const closed = {
    ...shown,
    session: shown.session && { ...shown.session, openDose: { ...gate, open: false } },
  };
  assert.equal(mayGive(usual), 'yes');
  assert.equal(mayGive({ ...usual, now: startAt + minute + 1 }), 'not-heard');
  assert.equal(mayGive({ ...usual, unsent: true }), 'not-heard');
  assert.equal(mayGive({ ...usual, steps: ['met', 'open'] }), 'steps');
  assert.equal(mayGive({ ...usual, shown: closed }), 'clinic');
  assert.equal(mayGive({ ...usual, shown: { ...shown, dose: undefined } }), 'clinic');
});

test('A lozenge that does not make the dose is not taken, whole or in halves', () => {
  const cases = [
    [100, 100, 1],
    [200, 100, 2],
    [100, 200, undefined],
    [100, 150, undefined],
    [100, 0, undefined],
    [undefined, 100, undefined],
  ] as const;
  for (const [doseMg, strengthMg, pieces] of cases)
    assert.equal(lozengesToTake(doseMg, strengthMg), pieces, `${doseMg} of ${strengthMg}`);
});

test('A look is asked for at the protocol’s minutes without any network, and a tap here ends the asking', () => {
  const dose = event(factOf('DoseGiven', { route: 'sublingual', doseMg: 100, lot: null, expiry: null }));
  const dueAt = (at: number, ...more: readonly SessionEvent[]) => {
    const state = stateOf(shown, [dose, ...more], pen);
    return state && looksOf(homeExample1, state, startAt + at * minute)?.due?.minute;
  };
  const look = (at: number) => event(factOf('LookMade', { seen: 'settled' }), startAt + at * minute);
  const unsure = event(factOf('LookMade', { seen: 'not-sure' }), startAt + 15 * minute);
  assert.equal(dueAt(0), 0);
  assert.equal(dueAt(14, look(0)), undefined);
  assert.equal(dueAt(15, look(0)), 15);
  assert.equal(dueAt(16, look(0), look(15)), undefined);
  assert.equal(dueAt(16, look(0), unsure), 15);
});

test('The stages follow the clinic and what was tapped here', () => {
  const before = { ...shown, session: undefined };
  assert.equal(stageOf(before, undefined, shown.opensAt - 1), 'waiting');
  assert.equal(stageOf(before, undefined, shown.opensAt), 'may-open');
  assert.equal(stageOf(shown, emptySession(ids), startAt), 'before');
  const given = after(factOf('DoseGiven', { route: 'sublingual', doseMg: 100, lot: null, expiry: null }));
  assert.equal(stageOf(shown, given, startAt), 'during');
  const closed = { ...shown, session: shown.session && { ...shown.session, releasedAt: startAt } };
  assert.equal(stageOf(closed, given, startAt), 'over');
  assert.equal(isResting(homeExample1, 104), false);
  assert.equal(isResting(homeExample1, 105), true);
});
