import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Duty, gapsIn, onDuty } from './rota.ts';

const duty = (from: number, until: number, turn: Duty['turn'] = 'first'): Duty => ({ turn, from, until });

test('a duty begins with its first moment and has ended at its last', () => {
  const rota = [duty(100, 200)];
  const cases: readonly (readonly [at: number, there: boolean])[] = [
    [99, false],
    [100, true],
    [199, true],
    [200, false],
  ];
  for (const [at, there] of cases) assert.equal(onDuty(rota, 'first', at) !== undefined, there, `at ${at}`);
  assert.equal(onDuty(rota, 'second', 150), undefined);
  assert.equal(onDuty([], 'first', 150), undefined);
});

test('an hour nobody stands for is a gap, and no neighbour fills it', () => {
  const cases: readonly (readonly [rota: readonly Duty[], gaps: readonly (readonly [number, number])[]])[] = [
    [[], [[0, 300]]],
    [[duty(0, 300)], []],
    [[duty(-50, 400)], []],
    [[duty(0, 100), duty(100, 300)], []],
    [[duty(0, 100), duty(101, 300)], [[100, 101]]],
    [[duty(200, 300), duty(0, 100)], [[100, 200]]],
    [
      [duty(1, 299)],
      [
        [0, 1],
        [299, 300],
      ],
    ],
    [[duty(0, 250), duty(100, 200)], [[250, 300]]],
    [[duty(0, 300, 'second')], [[0, 300]]],
    [[duty(-20, 0), duty(300, 400)], [[0, 300]]],
  ];
  for (const [rota, gaps] of cases)
    assert.deepEqual(
      gapsIn(rota, 'first', { from: 0, until: 300 }).map((gap) => [gap.from, gap.until]),
      gaps,
    );
});
