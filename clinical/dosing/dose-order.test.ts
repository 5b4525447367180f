import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { sublingualExample1 } from '#clinical/protocol/sublingual-example-1.ts';
import { type DoseOrder, doseOrderIssues, type OrderCourse } from './dose-order.ts';

const adult: OrderCourse = { ageYears: 40, jurisdiction: 'US', isFirstSession: false, previousDoseMg: 56 };
const found = (edition: typeof imExample1, order: DoseOrder, course: OrderCourse = adult) =>
  doseOrderIssues({ order, course, edition }).map(({ code, action }) => `${action} ${code}`);

test('A spray order is held against the label for this age and place, and against the protocol', () => {
  const spray = (doseMg: number | undefined, course?: OrderCourse, indication: 'trd' | undefined = 'trd') =>
    found(nasalExample1, { doseMg, indication }, course);
  assert.deepEqual(spray(56), []);
  assert.deepEqual(spray(84), []);
  assert.deepEqual(spray(84, { ...adult, isFirstSession: true }), ['review above-first-session-dose']);
  assert.deepEqual(spray(28), ['exclude not-a-us-dose', 'exclude not-in-protocol']);
  assert.deepEqual(spray(28, { ...adult, jurisdiction: 'EU', ageYears: 64 }), [
    'exclude only-for-older',
    'exclude not-in-protocol',
  ]);
  assert.deepEqual(spray(28, { ...adult, jurisdiction: 'EU', ageYears: 65, previousDoseMg: 28 }), [
    'exclude not-in-protocol',
  ]);
  assert.deepEqual(spray(60), ['exclude not-a-labelled-dose', 'exclude not-in-protocol']);
  assert.deepEqual(spray(56, { ...adult, ageYears: 17 }), ['exclude under-age']);
  assert.deepEqual(spray(56, { ...adult, ageYears: undefined }), ['unknown esketamine-dose-not-known']);
  assert.deepEqual(found(nasalExample1, { doseMg: 56 }), ['unknown indication-not-said']);
});

test('An injection may have one more part, and its whole is held against the ceilings', () => {
  const shot = (doseMg: number, parts?: DoseOrder['parts']) =>
    found(imExample1, { doseMg, weightKg: 70, parts });
  assert.deepEqual(shot(35), []);
  assert.deepEqual(shot(70), []);
  assert.deepEqual(shot(71), ['review dose-high']);
  assert.deepEqual(shot(60, { firstMg: 40, nextMg: 20, atMost: 1 }), []);
  assert.deepEqual(shot(60, { firstMg: 40, nextMg: 10, atMost: 1 }), ['exclude parts-do-not-add-up']);
  assert.deepEqual(shot(60, { firstMg: 20, nextMg: 20, atMost: 2 }), ['exclude too-many-parts']);
  assert.deepEqual(shot(60, { firstMg: 40, nextMg: 0, atMost: 1 }), ['unknown parts-not-readable']);
  assert.ok(shot(201).includes('exclude session-above-ceiling'));
  assert.deepEqual(found(imExample1, { doseMg: 35 }), ['unknown order-not-whole']);
});

test('A lozenge order says its form, what follows the hold, and its additions', () => {
  const lozenge = (changes: Partial<DoseOrder>, course?: OrderCourse) =>
    found(
      sublingualExample1,
      { doseMg: 100, weightKg: 70, form: 'troche', afterHold: 'spit', ...changes },
      course,
    );
  assert.deepEqual(lozenge({}), []);
  assert.deepEqual(lozenge({ afterHold: undefined }), ['unknown after-hold-not-said']);
  assert.deepEqual(lozenge({ form: undefined }), ['unknown lozenge-not-known']);
  assert.deepEqual(lozenge({ doseMg: 300, parts: { firstMg: 100, nextMg: 100, atMost: 2 } }), []);
  assert.deepEqual(
    lozenge({ doseMg: 200, parts: { firstMg: 100, nextMg: 100, atMost: 1 } }, { isFirstSession: true }),
    ['review added-in-first-session'],
  );
  assert.deepEqual(lozenge({ doseMg: 400, parts: { firstMg: 100, nextMg: 100, atMost: 3 } }), [
    'review too-many-increments',
  ]);
  assert.ok(lozenge({ doseMg: 500 }).some((one) => one.startsWith('exclude ')));
});

test('An infusion is not asked here, and says so', () => {
  assert.deepEqual(found(ivExample1, { doseMg: 35, weightKg: 70 }), ['unknown route-not-asked']);
});
