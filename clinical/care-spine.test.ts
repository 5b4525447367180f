import assert from 'node:assert/strict';
import { test } from 'node:test';
import { careSpine } from './care-spine.ts';
import { readyRecord, restedRecord } from './examples/ready-record.ts';
import { type CareStep, carePhases } from './protocol/care-steps.ts';
import { homeExample1 } from './protocol/home-example-1.ts';
import { ivExample1 } from './protocol/iv-example-1.ts';

const doneOf = (record: typeof readyRecord): readonly CareStep[] =>
  careSpine(ivExample1, record).flatMap(({ steps }) =>
    steps.filter(({ done }) => done !== undefined).map(({ step }) => step),
  );

test('every cycle has the same three phases, on every route and with nothing on record', () => {
  const nobody = { patientId: 'p', zone: 'UTC', stage: 'planned' } as const;
  for (const edition of [ivExample1, homeExample1]) {
    const spine = careSpine(edition, nobody);
    assert.deepEqual(
      spine.map(({ phase }) => phase),
      carePhases,
    );
    assert.ok(spine.every(({ steps }) => steps.some(({ isAsked }) => isAsked)));
    assert.ok(spine.every(({ steps }) => steps.every(({ done }) => done === undefined)));
  }
});

test('what is done is told with who did it and when, and what lies ahead is not', () => {
  const [preparation] = careSpine(ivExample1, readyRecord);
  const grounding = preparation?.steps.find(({ step }) => step === 'grounding');
  assert.equal(grounding?.done?.by, 'James Tan');
  assert.equal(grounding?.done?.at, readyRecord.cycle?.preparation?.grounding?.at);
  assert.ok(doneOf(readyRecord).includes('consent'));
  assert.ok(!doneOf(readyRecord).includes('dose-gate'));
  assert.ok(doneOf(restedRecord).includes('watch'));
});

test('a talk with one of the team counts for what was gone through in it, and for nothing else', () => {
  const talk = { value: 'done', at: 1_000, by: 'Thea Brandt', byRole: 'therapist' } as const;
  const cycle = { id: 'c', number: 1, preparation: { talk } };
  const done = doneOf({ patientId: 'p', zone: 'UTC', stage: 'preparing', cycle });
  assert.deepEqual(done, [
    'talk',
    'what-happens',
    'intention',
    'grounding',
    'navigation-plan',
    'limits',
    'day-plan',
    'evening-plan',
  ]);
});

test('a consent to another text, a withdrawn one, and a companion who has not answered are not done', () => {
  const { consent, ride } = readyRecord.cycle ?? {};
  assert.ok(consent && ride && readyRecord.cycle);
  const cases = [
    { consent: { ...consent, editionId: 'another' } },
    { consent: { ...consent, withdrawnAt: consent.signedAt + 1 } },
    { ride: { ...ride, state: 'asked' } },
    { ride: { ...ride, state: 'declined' } },
  ] as const;
  for (const change of cases) {
    const done = doneOf({ ...readyRecord, cycle: { ...readyRecord.cycle, ...change } });
    assert.equal(done.includes('consent' in change ? 'consent' : 'companion'), false, JSON.stringify(change));
  }
});
