// Labels along a line: those that must be read stand, the others give way to them and never the other way round.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AskedLabel, placeLabels } from './label-room.ts';

const sizes = { width: 36, height: 14, room: 44 };
/** Two lines of labels: one at the marks, one above. */
const spots = (x: number) => [
  { x, y: 50 },
  { x, y: 33 },
];
const may = (x: number, weight = 0): AskedLabel => ({ spots: spots(x), always: false, weight });
const must = (x: number, weight = 1): AskedLabel => ({ spots: spots(x), always: true, weight });
const newest = (x: number): AskedLabel => must(x, Number.POSITIVE_INFINITY);

type Line = 'at it' | 'above' | undefined;

const cases: readonly (readonly [string, readonly (AskedLabel | undefined)[], readonly Line[]])[] = [
  ['Nothing to say, nothing said', [], []],
  [
    'With nothing that must, the first from the left stand',
    [may(0), may(20), may(44), may(87)],
    ['at it', undefined, 'at it', undefined],
  ],
  ['One that must is not hidden by the one before it', [may(0), must(20)], [undefined, 'at it']],
  ['One that must is not hidden by the one after it', [must(0), may(43)], ['at it', undefined]],
  ['One at the full room away stands too', [must(0), may(44)], ['at it', 'at it']],
  ['Of two that may, the heavier stands', [may(0, 1), may(20, 2)], [undefined, 'at it']],
  ['Two that must and do not touch share a line', [must(0), must(36)], ['at it', 'at it']],
  ['Two that must and touch take two lines', [must(0), must(35)], ['at it', 'above']],
  ['The newest keeps its place and the other moves', [must(0, 99), newest(24)], ['above', 'at it']],
  ['Two newest are told both', [newest(0), newest(24)], ['at it', 'above']],
  [
    'Every one of a row of five-minute readings out of limit stands',
    [must(0, 2), must(24, 4), must(48, 6), must(72, 3)],
    ['at it', 'above', 'at it', 'above'],
  ],
  [
    'Where there is room for two of three, the mildest gives way',
    [must(0, 5), must(10, 2), must(20, 9)],
    ['above', undefined, 'at it'],
  ],
  [
    'What was not measured asks for nothing',
    [undefined, must(5), undefined],
    [undefined, 'at it', undefined],
  ],
];

for (const [what, asked, lines] of cases) {
  test(what, () => {
    const places = placeLabels(asked, sizes);
    assert.deepEqual(
      places.map((spot) => spot && (spot.y === 50 ? 'at it' : 'above')),
      lines,
    );
  });
}

test('What another sign has taken in the lane stays its own', () => {
  assert.deepEqual(placeLabels([must(10)], sizes, [{ x: 0, y: 50 }]), [{ x: 10, y: 33 }]);
  assert.deepEqual(placeLabels([may(10)], sizes, [{ x: 0, y: 50 }]), [undefined]);
});
