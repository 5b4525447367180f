import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sentPart } from './canonical.ts';
import { RecordedEvent, SessionEvent, sessionFactTypes } from './events.ts';
import { recordedSessions } from './examples/all.ts';
import { type StoredFact, upcast, upcastTable } from './upcast.ts';

describe('reading stored facts', () => {
  test('every recorded example reads as the facts it was written as, and passes the door', () => {
    for (const { events } of recordedSessions)
      for (const event of events) {
        assert.deepEqual(upcast(JSON.parse(JSON.stringify(event.fact))), {
          kind: 'current',
          fact: event.fact,
        });
        assert.deepEqual(RecordedEvent.parse(event), event);
        assert.deepEqual(SessionEvent.parse(sentPart(event)), sentPart(event));
      }
  });

  test('every kind of fact that may be recorded has been recorded in an example', () => {
    const recorded = new Set(recordedSessions.flatMap(({ events }) => events.map(({ fact }) => fact.type)));
    assert.deepEqual(
      // One kind is only told, in the place of another: nobody records it.
      sessionFactTypes.filter((type) => !recorded.has(type) && type !== 'DoseWorkedOutUnseen'),
      [],
    );
  });

  test('steps exist only for kinds that exist', () => {
    for (const type of Object.keys(upcastTable))
      assert.ok((sessionFactTypes as readonly string[]).includes(type));
  });

  // The schemas stand at version 1, so the steps are tried from imagined earlier shapes, counted back from there.
  const steps = {
    [-1]: ({ words, ...rest }: StoredFact): StoredFact => ({ ...rest, rating: Number(words) }),
    0: ({ rating, ...rest }: StoredFact): StoredFact => ({ ...rest, score: rating }),
  };
  for (const [older, stored] of [
    ['one', { type: 'DistressRated', v: 0, rating: 7 }],
    ['two', { type: 'DistressRated', v: -1, words: '7' }],
  ] as const)
    test(`a shape ${older} version back is lifted one version at a time`, () =>
      assert.deepEqual(upcast(stored, { DistressRated: steps }), {
        kind: 'current',
        fact: { type: 'DistressRated', v: 1, score: 7 },
      }));

  const unreadable: readonly (readonly [string, unknown, string])[] = [
    ['a newer release', { type: 'LineRemoved', v: 2, how: 'x' }, 'newer-version'],
    ['a kind we do not know', { type: 'MoonRisen', v: 1 }, 'unknown-kind'],
    ['a field we do not know', { type: 'LineRemoved', v: 1, mood: 'x' }, 'wrong-shape'],
    ['no fact at all', null, 'wrong-shape'],
  ];
  for (const [from, stored, why] of unreadable)
    test(`a fact from ${from} is kept and named ${why}, never dropped`, () =>
      assert.deepEqual(upcast(stored), { kind: 'unreadable', stored, why }));
});
