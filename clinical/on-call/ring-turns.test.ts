import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { ringCauseOf } from './ring-causes.ts';
import {
  calledInTurn,
  everyoneCalledAfterMinutes,
  everyoneCalledAgainEveryMinutes,
  type RingTurn,
  secondCalledAfterMinutes,
  turnsDue,
} from './ring-turns.ts';
import type { Duty } from './rota.ts';

const minute = 60_000;
const raisedAt = instantOf('2027-03-02', 20 * 60, 'America/New_York');

test('the first is called at once, the second and then everyone, again and again, when nobody answers', () => {
  const second = secondCalledAfterMinutes.value * minute;
  const everyone = everyoneCalledAfterMinutes.value * minute;
  const again = everyoneCalledAgainEveryMinutes.value * minute;
  const cases: readonly (readonly [afterMs: number, turns: readonly RingTurn[]])[] = [
    [0, [1]],
    [second - 1, [1]],
    [second, [1, 2]],
    [second + 1, [1, 2]],
    [everyone - 1, [1, 2]],
    [everyone, [1, 2, 3]],
    [everyone + again - 1, [1, 2, 3]],
    [everyone + again, [1, 2, 4]],
    [everyone + again + 1, [1, 2, 4]],
    [everyone + 2 * again, [1, 2, 5]],
    [everyone + 54 * again, [1, 2, 57]],
  ];
  for (const [afterMs, turns] of cases)
    assert.deepEqual(turnsDue({ raisedAt }, undefined, raisedAt + afterMs), turns, `${afterMs} ms`);
});

test('a clinic sets its own minutes', () => {
  const own = { second: 2, everyone: 3, again: 4 };
  const cases: readonly (readonly [afterMs: number, turns: readonly RingTurn[]])[] = [
    [2 * minute - 1, [1]],
    [2 * minute, [1, 2]],
    [3 * minute - 1, [1, 2]],
    [3 * minute, [1, 2, 3]],
    [7 * minute - 1, [1, 2, 3]],
    [7 * minute, [1, 2, 4]],
  ];
  for (const [afterMs, turns] of cases)
    assert.deepEqual(turnsDue({ raisedAt }, own, raisedAt + afterMs), turns, `${afterMs} ms`);
});

test('nobody more is called once someone has it', () => {
  const now = raisedAt + 60 * minute;
  assert.deepEqual(turnsDue({ raisedAt, seenAt: raisedAt + minute }, undefined, now), []);
});

test('at three in the morning it is called as at noon: quiet hours do not hold it back', () => {
  for (const minuteOfDay of [3 * 60, 12 * 60]) {
    const at = instantOf('2027-03-02', minuteOfDay, 'America/New_York');
    assert.deepEqual(turnsDue({ raisedAt: at }, undefined, at), [1]);
  }
});

test('each turn calls whoever stands for it, and the clinic’s number where nobody does', () => {
  const first = { who: 'Maria', turn: 'first', from: 0, until: 100 } as const;
  const second = { who: 'Tom', turn: 'second', from: 0, until: 100 } as const;
  type Held = Duty & { readonly who: string };
  const cases: readonly (readonly [
    rota: readonly Held[],
    turn: RingTurn,
    at: number,
    who: readonly string[],
    fixedNumber: boolean,
  ])[] = [
    [[first, second], 1, 50, ['Maria'], false],
    [[first, second], 2, 50, ['Tom'], false],
    [[first, second], 3, 50, ['Maria', 'Tom'], true],
    [[first, second], 4, 50, ['Maria', 'Tom'], true],
    [[first, second], 1, 99, ['Maria'], false],
    [[first, second], 1, 100, [], true],
    [[second], 1, 50, [], true],
    [[first], 2, 50, [], true],
    [[], 1, 50, [], true],
    [[], 3, 50, [], true],
  ];
  for (const [rota, turn, at, who, fixedNumber] of cases) {
    const called = calledInTurn(turn, rota, at);
    assert.deepEqual(
      [called.duties.map((duty) => duty.who), called.fixedNumber, called.everyone],
      [who, fixedNumber, turn >= 3],
    );
  }
});

test('a call for help, a red or silent evening and a word of death ring; a rough evening waits for the morning', () => {
  const cases: readonly (readonly [kind: string, cause: string | undefined])[] = [
    ['help-request', 'help-request'],
    ['evening-need-help', 'evening-hard'],
    ['call-about-evening', 'evening-silent'],
    ['after-check-losing', 'after-check-hard'],
    ['call-about-after-check', 'after-check-silent'],
    ['risk-item-positive', 'suicide-risk'],
    ['cssrs-high', 'suicide-risk'],
    ['companion-concern', 'companion-concern'],
    ['cssrs-moderate', undefined],
    ['evening-rough', undefined],
    ['after-check-shaky', undefined],
    ['book-next-visit', undefined],
  ];
  for (const [kind, cause] of cases) assert.equal(ringCauseOf(kind), cause, kind);
});
