import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { MusicTrack } from '#api/music.ts';
import { samePlan } from '#dosing-session/sound.ts';
import { choiceInWords, planFor, seedOf, soundFact } from './sound-plan.ts';

const tide: MusicTrack = {
  id: '0a0a0a0a-0000-4000-8000-000000000099',
  title: 'Tide',
  author: 'A. Author',
  licence: 'CC BY 4.0',
  source: 'https://music.example/tide',
  proof: 'The page of the author, printed 2 March.',
  obtainedOn: '2027-03-02',
  mediaType: 'audio/flac',
  lengthSeconds: 240,
  bytes: 1_000_000,
  addedAt: 0,
  addedByName: 'Maria Ruiz',
};
const saved = samePlan({ kind: 'track', trackId: tide.id });
const ambient = samePlan({ kind: 'ambient' });
const silence = samePlan({ kind: 'silence' });

describe('what a person asked to hear', () => {
  const rows = [
    ['a saved plan stands before any word', saved, 'silence', saved],
    ['music without a plan is the sound made here', undefined, 'music', ambient],
    ['silence is a plan like any other', undefined, 'silence', silence],
    ['"ask me" is not a plan: someone asks', undefined, 'ask-me', undefined],
    ['nothing said is not a plan', undefined, undefined, undefined],
  ] as const;
  for (const [words, plan, preference, expected] of rows)
    test(words, () => {
      assert.deepEqual(planFor(plan, preference), expected);
    });
});

describe('the fact of a choice', () => {
  const how = { part: 'peak', why: 'plan', tracks: [tide] } as const;
  test('a track carries its title and its licence as they read today', () => {
    const fact = soundFact({ kind: 'track', trackId: tide.id }, how);
    assert.deepEqual([fact.title, fact.licence, fact.part], ['Tide', 'CC BY 4.0, A. Author', 'peak']);
  });
  test('a track that was taken out is replaced by the sound made here, never by nothing', () => {
    const fact = soundFact(
      { kind: 'track', trackId: tide.id },
      { ...how, tracks: [{ ...tide, retiredAt: 1 }] },
    );
    assert.deepEqual([fact.kind, fact.title], ['ambient', 'Deep water']);
  });
  test('silence is written down as silence', () => {
    assert.equal(soundFact({ kind: 'silence' }, how).title, 'Silence');
  });
  test('a plan is told in words, and a track that is gone says so', () => {
    assert.equal(choiceInWords({ kind: 'ambient' }, 'rest', []), 'Low water, made here');
    assert.equal(
      choiceInWords({ kind: 'track', trackId: tide.id }, 'rest', []),
      'A track that is not in use any more',
    );
  });
});

test('one session is one piece on every device', () => {
  assert.equal(seedOf('0c0c0c0c-0000-4000-8000-0000000000bd'), 0xbd);
  assert.ok(Number.isSafeInteger(seedOf('ffffffff-ffff-4fff-8fff-ffffffffffff')));
});
