import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OpenCall } from '#api/dosing-sessions.ts';
import { callInWords, rowsOf, rungNow } from './ring-plan.ts';

const maria = { id: 'maria', isNurse: true };
const tom = { id: 'tom', isNurse: true };
const okafor = { id: 'okafor', isNurse: false };
const calledAt = 1_796_000_000_000;

const call: OpenCall = {
  key: 'call',
  kind: 'come',
  at: calledAt,
  sessionId: 's',
  patientId: 'p',
  firstName: 'Ana',
  roomName: 'Room 2',
  watcherId: maria.id,
  passedOnByIds: [],
  escalateAfterSeconds: 60,
  escalateAgainAfterSeconds: 120,
};

const ringing = (of: OpenCall, seconds: number): readonly string[] =>
  [maria, tom, okafor]
    .filter((who) => rungNow([of], who, calledAt + seconds * 1000)[0]?.rings === true)
    .map(({ id }) => id);

describe('whose device rings for a call', () => {
  const rows: readonly (readonly [string, OpenCall, number, readonly string[]])[] = [
    ['at once, the one who watches', call, 0, ['maria']],
    ['just before the seconds of the protocol, still that one', call, 59.999, ['maria']],
    ['at those seconds, the other nurse too', call, 60, ['maria', 'tom']],
    ['just before the second ones, still the nurses', call, 119.999, ['maria', 'tom']],
    ['at the second ones, everyone on shift', call, 120, ['maria', 'tom', 'okafor']],
    [
      'with nobody noted as watching, everyone at once',
      { ...call, watcherId: undefined },
      0,
      ['maria', 'tom', 'okafor'],
    ],
    ['when the first is busy, the other nurse at once', { ...call, passedOnByIds: ['maria'] }, 3, ['tom']],
    [
      'when both are busy, everyone again',
      { ...call, passedOnByIds: ['maria', 'tom'] },
      5,
      ['maria', 'tom', 'okafor'],
    ],
    ['one who says busy twice is one person', { ...call, passedOnByIds: ['maria', 'maria'] }, 5, ['tom']],
  ];
  for (const [words, of, seconds, who] of rows)
    test(words, () => {
      assert.deepEqual(ringing(of, seconds), who);
    });

  test('a room that is only about to be empty for too long does not ring yet, and then rings for the one who watches', () => {
    const alone = { ...call, kind: 'alone' as const };
    assert.deepEqual(ringing(alone, -1), []);
    assert.deepEqual(ringing(alone, 0), ['maria']);
    assert.deepEqual(ringing(alone, 120), ['maria', 'tom', 'okafor']);
  });

  test('the seconds since the call are counted on every device, ringing or not', () => {
    assert.equal(rungNow([call], tom, calledAt + 42_900)[0]?.seconds, 42);
  });

  test('a call that seems to come from the future has waited no time', () => {
    assert.equal(rungNow([call], tom, calledAt - 5_000)[0]?.seconds, 0);
  });

  test('one bed is one row: the most urgent is said, and one answer answers them all; a reading has its own', () => {
    const many: readonly OpenCall[] = [
      { ...call, key: 'adjust', kind: 'adjust', at: calledAt - 9_000 },
      call,
      { ...call, key: 'reading', kind: 'alert' },
      { ...call, key: 'other', sessionId: 'other' },
    ];
    assert.deepEqual(
      rowsOf(rungNow(many, tom, calledAt)).map(({ first, all }) => [
        first.call.key,
        all.map(({ call: each }) => each.key),
      ]),
      [
        ['call', ['adjust', 'call']],
        ['reading', ['reading']],
        ['other', ['other']],
      ],
    );
  });

  test('a call says the room, the person and what is asked', () => {
    assert.deepEqual(
      [
        call,
        { ...call, kind: 'adjust' as const, wish: 'silence' as const },
        { ...call, kind: 'alert' as const, title: 'Pressure above the limit.' },
      ].map(callInWords),
      ['Room 2. Ana calls: come', 'Room 2. Ana asks for silence', 'Room 2. Ana: Pressure above the limit.'],
    );
  });
});
