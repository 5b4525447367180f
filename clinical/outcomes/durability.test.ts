import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Route } from '#clinical/care-record.ts';
import { addDays, instantOf } from '#clinical/instant.ts';
import { pulseBaseline } from './benefit-answer.ts';
import { durabilityOf } from './durability.ts';
import { anchorDurabilityRules, pulseDurabilityRules } from './durability-rules.ts';

const zone = 'America/Chicago';
const at = (date: string, hour = 10) => instantOf(date, hour * 60, zone);
const range = { from: 0, to: 10 };
const start = '2026-01-05';
const dose = (day: number, route: Route | undefined = 'iv') => ({ at: at(addDays(start, day), 9), route });
const answer = (day: number, value: number) => ({ at: at(addDays(start, day), 20), value });
/** Daily answers from one day to another, all alike. */
const run = (from: number, to: number, value: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => answer(from + index, value));
const asked = { baseline: 8, range, betterIs: 'lower', zone, rules: pulseDurabilityRules } as const;
const codes = (given: ReturnType<typeof durabilityOf>) =>
  given.issues.map((issue) => `${issue.code}: ${issue.action}`);
const foundIn = (given: ReturnType<typeof durabilityOf>) => given.cycles.map((cycle) => cycle.found);

/** Three doses whose benefit (8 to 2) ended on days 12, 18 and 15, and a fourth that holds on day 5. */
const threeEnds = {
  doses: [dose(0), dose(20), dose(45), dose(70)],
  answers: [
    ...run(1, 11, 2),
    ...run(12, 19, 7),
    ...run(21, 37, 2),
    ...run(38, 44, 6),
    ...run(46, 59, 2),
    ...run(60, 69, 8),
    ...run(71, 75, 2),
  ],
  now: at(addDays(start, 76)),
};

test('After three ends the next date is a range of days on which this person answered', () => {
  const given = durabilityOf({ ...asked, ...threeEnds });
  assert.deepEqual(
    foundIn(given)
      .slice(0, 3)
      .map((found) => found.benefit === 'lost' && [found.heldAtLeastDays, found.lostByDays]),
    [
      [11, 12],
      [17, 18],
      [14, 15],
    ],
  );
  assert.deepEqual(foundIn(given)[3], {
    benefit: 'held',
    gainPoints: 6,
    heldAtLeastDays: 5,
    endedBy: 'last-answer',
    isLossUnconfirmed: false,
  });
  assert.deepEqual(
    [given.endsSeen, given.soonestEnd, given.allEnds],
    [3, { fromDays: 11, toDays: 12 }, { fromDays: 11, toDays: 18, isOpenAbove: false }],
  );
  assert.deepEqual(given.nextDate, { from: addDays(start, 81), to: addDays(start, 82) });
  assert.deepEqual(codes(given), ['next-date: inform']);
});

test('With two ends seen there is no next date, and what is missing is said', () => {
  const given = durabilityOf({
    ...asked,
    doses: threeEnds.doses.slice(1),
    answers: threeEnds.answers,
    now: threeEnds.now,
  });
  assert.deepEqual([given.endsSeen, given.nextDate], [2, undefined]);
  assert.deepEqual(codes(given), ['too-few-ends: unknown']);
});

test('A next date that has gone by is put before the prescriber', () => {
  const answers = [...threeEnds.answers, ...run(76, 85, 3)];
  const given = durabilityOf({ ...asked, ...threeEnds, answers, now: at(addDays(start, 83)) });
  assert.deepEqual(codes(given), ['answer-implausible: unknown', 'next-date-past: review']);
  const onTheDay = durabilityOf({ ...asked, ...threeEnds, now: at(addDays(start, 82)) });
  assert.deepEqual(codes(onTheDay), ['next-date: inform']);
});

test('A benefit still held at the last answer is only known to have held that long', () => {
  const given = durabilityOf({
    ...asked,
    doses: [dose(0), dose(3)],
    answers: [...run(1, 2, 3), ...run(4, 9, 2)],
    now: at(addDays(start, 10)),
  });
  assert.deepEqual(
    foundIn(given).map((found) => found.benefit === 'held' && [found.heldAtLeastDays, found.endedBy]),
    [
      [2, 'next-dose'],
      [6, 'last-answer'],
    ],
  );
  assert.equal(given.soonestEnd, undefined);
});

test('A dose that held longer than every end seen leaves the upper side open', () => {
  const answers = [...threeEnds.answers, ...run(76, 92, 2)];
  const given = durabilityOf({ ...asked, ...threeEnds, answers, now: at(addDays(start, 93)) });
  // Its best answer was on day 1 and it still held on day 22, past day 18.
  assert.deepEqual(given.allEnds, { fromDays: 11, toDays: 18, isOpenAbove: true });
  assert.deepEqual(codes(given), ['next-date-past: review']);
});

test('Half the gain gone is lost, a little less is held', () => {
  const after = (value: number) =>
    durabilityOf({
      ...asked,
      doses: [dose(0)],
      answers: [answer(1, 2), answer(5, value), answer(6, value)],
      now: at(addDays(start, 7)),
    });
  assert.equal(foundIn(after(5))[0]?.benefit, 'lost');
  assert.equal(foundIn(after(4))[0]?.benefit, 'held');
  assert.deepEqual(codes(after(5)), ['too-few-ends: unknown', 'benefit-lost: review']);
});

test('One heavy day is not an end, and at the end of the answers it is called unconfirmed', () => {
  const oneDay = durabilityOf({
    ...asked,
    doses: [dose(0)],
    answers: [...run(1, 4, 2), answer(5, 9), ...run(6, 8, 2)],
    now: at(addDays(start, 9)),
  });
  assert.deepEqual(foundIn(oneDay)[0], {
    benefit: 'held',
    gainPoints: 6,
    heldAtLeastDays: 8,
    endedBy: 'last-answer',
    isLossUnconfirmed: false,
  });
  const last = durabilityOf({
    ...asked,
    doses: [dose(0)],
    answers: [...run(1, 4, 2), answer(5, 9)],
    now: at(addDays(start, 6)),
  });
  assert.equal(foundIn(last)[0]?.benefit, 'held');
  const issue = last.issues.find((one) => one.code === 'benefit-not-known');
  assert.deepEqual(issue?.missing, ['confirming-answer']);
});

test('A gap is a gap: nothing is assumed across it', () => {
  const heldAgain = durabilityOf({
    ...asked,
    doses: [dose(0)],
    answers: [...run(1, 4, 2), ...run(12, 14, 2)],
    now: at(addDays(start, 15)),
  });
  assert.deepEqual(foundIn(heldAgain)[0], {
    benefit: 'held',
    gainPoints: 6,
    heldAtLeastDays: 4,
    endedBy: 'gap',
    isLossUnconfirmed: false,
  });
  const atSevenDays = durabilityOf({
    ...asked,
    doses: [dose(0)],
    answers: [...run(1, 4, 2), ...run(11, 14, 2)],
    now: at(addDays(start, 15)),
  });
  assert.deepEqual(foundIn(atSevenDays)[0], {
    benefit: 'held',
    gainPoints: 6,
    heldAtLeastDays: 14,
    endedBy: 'last-answer',
    isLossUnconfirmed: false,
  });
  const lostAfter = durabilityOf({
    ...asked,
    doses: [dose(0)],
    answers: [...run(1, 4, 2), ...run(20, 22, 8)],
    now: at(addDays(start, 23)),
  });
  assert.deepEqual(foundIn(lostAfter)[0], {
    benefit: 'lost',
    gainPoints: 6,
    heldAtLeastDays: 4,
    lostByDays: 20,
  });
});

test('No answer for longer than a gap leaves it unknown whether the benefit still holds', () => {
  const quiet = (day: number) =>
    durabilityOf({ ...asked, doses: [dose(0)], answers: run(1, 4, 2), now: at(addDays(start, day)) });
  assert.deepEqual(codes(quiet(11)), ['too-few-ends: unknown']);
  assert.deepEqual(quiet(12).issues[0]?.missing, ['recent-answer']);
});

test('Without answers, a level before, a dose or a route there is no durability', () => {
  const now = at(addDays(start, 10));
  const answers = run(1, 9, 2);
  const cases = [
    [{ doses: [], answers }, ['doses']],
    [{ doses: [dose(0)], answers: [] }, ['answers-after-dose']],
    [{ doses: [dose(0)], answers: [answer(0, 2)] }, ['answers-after-dose']],
    [{ doses: [dose(0)], answers: run(8, 9, 2) }, ['answers-soon-after-dose']],
    [{ doses: [dose(0)], answers, baseline: undefined }, ['baseline']],
    [{ doses: [dose(0)], answers, baseline: 11 }, ['baseline']],
    [{ doses: [{ at: dose(0).at, route: undefined }], answers }, ['route']],
  ] as const;
  for (const [change, missing] of cases) {
    const given = durabilityOf({ ...asked, now, ...change });
    const issue = given.issues.find((one) => one.code === 'benefit-not-known');
    assert.deepEqual(issue?.missing, missing);
    assert.equal(issue?.action, 'unknown');
    assert.equal(given.nextDate, undefined);
  }
});

test('A gain of less than two points is no gain to hold', () => {
  const after = (best: number) =>
    durabilityOf({
      ...asked,
      doses: [dose(0)],
      answers: run(1, 9, best),
      now: at(addDays(start, 10)),
    });
  assert.deepEqual(foundIn(after(7))[0], { benefit: 'no-gain', bestGainPoints: 1 });
  assert.deepEqual(codes(after(7)), ['too-few-ends: unknown', 'no-gain: review']);
  assert.equal(foundIn(after(6))[0]?.benefit, 'held');
});

test('Doses by another route are not put side by side with the latest', () => {
  const [first, ...others] = threeEnds.doses;
  assert.ok(first);
  const given = durabilityOf({ ...asked, ...threeEnds, doses: [{ ...first, route: 'im' }, ...others] });
  assert.deepEqual(
    given.cycles.map((cycle) => cycle.isSameRoute),
    [false, true, true, true],
  );
  assert.deepEqual([given.endsSeen, given.nextDate], [2, undefined]);
});

test('Two doses on one day are one session', () => {
  const given = durabilityOf({
    ...asked,
    doses: [dose(0), { at: dose(0).at + 900_000, route: 'iv' }],
    answers: run(1, 5, 2),
    now: at(addDays(start, 6)),
  });
  assert.equal(given.cycles.length, 1);
});

test('An answer outside the range or after now is named and not counted', () => {
  const given = durabilityOf({
    ...asked,
    doses: [dose(0), dose(30)],
    answers: [...run(1, 5, 2), answer(2, 11), answer(3, Number.NaN), answer(40, 2)],
    now: at(addDays(start, 6)),
  });
  assert.deepEqual(codes(given), [
    'answer-implausible: unknown',
    'dose-implausible: unknown',
    'too-few-ends: unknown',
  ]);
  assert.equal(given.cycles.length, 1);
});

test('A day is a day at the place of the person when the clocks change', () => {
  // The clocks go forward in Chicago on 8 March 2026.
  const givenAt = instantOf('2026-03-01', 9 * 60, zone);
  const evening = (date: string, value: number) => ({ at: instantOf(date, 23 * 60 + 30, zone), value });
  const given = durabilityOf({
    ...asked,
    doses: [{ at: givenAt, route: 'iv' }],
    answers: [
      evening('2026-03-02', 2),
      evening('2026-03-08', 2),
      evening('2026-03-09', 8),
      evening('2026-03-10', 8),
    ],
    now: instantOf('2026-03-11', 600, zone),
  });
  assert.deepEqual(foundIn(given)[0], {
    benefit: 'lost',
    gainPoints: 6,
    heldAtLeastDays: 7,
    lostByDays: 8,
  });
});

test('A form on which higher is better is read the other way round', () => {
  const given = durabilityOf({
    doses: [dose(0)],
    answers: [answer(14, 60), answer(28, 56), answer(42, 30)],
    baseline: 24,
    range: { from: 0, to: 100 },
    betterIs: 'higher',
    now: at(addDays(start, 43)),
    zone,
    rules: anchorDurabilityRules,
  });
  assert.deepEqual(foundIn(given)[0], {
    benefit: 'lost',
    gainPoints: 36,
    heldAtLeastDays: 28,
    lostByDays: 42,
  });
});

test('The level before is the middle of the last seven days, and unknown with fewer than three answers', () => {
  const asking = (pulses: readonly { at: number; value: number }[], firstDoseAt?: number) =>
    pulseBaseline({ pulses, firstDoseAt: firstDoseAt ?? dose(0).at, range, zone });
  assert.equal(asking([answer(-1, 8), answer(-2, 6), answer(-7, 9)]), 8);
  assert.equal(asking([answer(-1, 8), answer(-2, 6), answer(-3, 7), answer(-4, 9)]), 7.5);
  assert.equal(asking([answer(-1, 8), answer(-2, 6), answer(-8, 9)]), undefined);
  assert.equal(asking([answer(-1, 8), answer(-2, 6), answer(-3, 11)]), undefined);
  assert.equal(asking([answer(-1, 8), answer(-2, 6), answer(0, 9)]), undefined);
  const morning = { at: at(start, 8), value: 10 };
  assert.equal(asking([answer(-1, 8), answer(-2, 6), morning]), 8);
  assert.equal(pulseBaseline({ pulses: run(-5, -1, 8), firstDoseAt: undefined, range, zone }), undefined);
});

test('A time that is none brings no day and no crash', () => {
  for (const now of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null]) {
    const given = durabilityOf({ ...asked, doses: [dose(0)], answers: run(1, 4, 2), now: now as number });
    assert.equal(given.nextDate, undefined);
    assert.ok(given.issues.every((issue) => issue.action === 'unknown') && given.issues.length > 0);
  }
});
