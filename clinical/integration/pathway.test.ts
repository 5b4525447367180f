import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairedPathway, pairedTemplate } from './pathway.ts';

const now = 1_000;
const states = (more: Partial<Parameters<typeof pairedPathway>[0]>) =>
  pairedPathway({ therapists: ['Inés'], before: [], doses: [], now, ...more }).map(
    ({ step, state }) => `${step} ${state}`,
  );

for (const [title, asked, expected] of [
  ['nothing planned, nothing wrong', { therapists: [] }, ['therapist not-yet', 'preparation not-yet']],
  [
    'a dose without a therapist, an hour before or an hour after: three faults',
    { therapists: [], doses: [{ number: 1, doseAt: 2_000 }] },
    ['therapist fault', 'preparation fault', 'dose booked', 'integration fault'],
  ],
  [
    'all in place',
    { before: [{ at: 1_500, wasHeld: false }], doses: [{ number: 1, doseAt: 2_000, integrationAt: 3_000 }] },
    ['therapist done', 'preparation booked', 'dose booked', 'integration booked'],
  ],
  [
    'an hour that went by and was not held is a fault',
    { before: [{ at: 900, wasHeld: false }], doses: [{ number: 1, doseAt: 950, integrationAt: 990 }] },
    ['therapist done', 'preparation fault', 'dose done', 'integration fault'],
  ],
  [
    'held',
    {
      before: [{ at: 100, wasHeld: true }],
      doses: [{ number: 1, doseAt: 200, integrationAt: 300, integrationHeldAt: 310 }],
    },
    ['therapist done', 'preparation done', 'dose done', 'integration done'],
  ],
  [
    'an hour after the first dose does not prepare it',
    { before: [{ at: 2_500, wasHeld: false }], doses: [{ number: 1, doseAt: 2_000, integrationAt: 3_000 }] },
    ['therapist done', 'preparation fault', 'dose booked', 'integration booked'],
  ],
  [
    'a dose not booked yet asks for nothing yet',
    { doses: [{ number: 1 }] },
    ['therapist done', 'preparation not-yet', 'dose not-yet', 'integration not-yet'],
  ],
] as const) {
  test(`doses paired with therapy: ${title}`, () => assert.deepEqual(states(asked), expected));
}

test('a clinic that wants two hours before and none after asks for exactly that', () => {
  const template = { hoursBeforeFirstDose: 2, hoursAfterEachDose: 0 };
  assert.deepEqual(
    states({ template, before: [{ at: 1_500, wasHeld: false }], doses: [{ number: 1, doseAt: 2_000 }] }),
    ['therapist done', 'preparation booked', 'preparation fault', 'dose booked'],
  );
});

test('the template it starts from is one hour before the first dose and one after each', () => {
  assert.deepEqual(pairedTemplate.value, { hoursBeforeFirstDose: 1, hoursAfterEachDose: 1 });
});
