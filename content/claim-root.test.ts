import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rootOf } from './claim-root.ts';
import { type Claim, claimOf, claims, isClaimId } from './claims.ts';

const reader = { language: 'en', today: '2026-11-23', dayText: (date: string) => date } as const;
const bladder = claimOf('bladder');

test('every claim names its source, how sure, when it was read, who approved it and until when it holds', () => {
  for (const id of Object.keys(claims).filter(isClaimId))
    for (const language of ['en', 'es'] as const) {
      const { source, sureness, read, approval, readAgain, isPast } = rootOf(claimOf(id), {
        ...reader,
        language,
      });
      for (const words of [source, sureness, read, approval, readAgain])
        assert.ok(words.length > 3 && !/[{}]/.test(words), `${id}: ${words}`);
      assert.equal(isPast, false, id);
    }
});

test('a claim nobody has approved says so, and one a clinician approved says who, in which role and when', () => {
  assert.equal(rootOf(bladder, reader).approval, 'Nobody has approved this yet.');
  const approved: Claim = {
    ...bladder,
    reviewer: {
      kind: 'clinician',
      name: 'Dr. N. Okafor',
      role: { en: 'prescriber', es: 'quien receta' },
      approvedOn: '2026-11-22',
    },
  };
  assert.equal(rootOf(approved, reader).approval, 'Approved by Dr. N. Okafor, prescriber, on 2026-11-22.');
});

test('the day it is to be read again is named until it is past, and then it says that it is past', () => {
  const on = (today: typeof bladder.reviewBy) => rootOf(bladder, { ...reader, today });
  assert.equal(on(bladder.reviewBy).readAgain, `To be read again by ${bladder.reviewBy}.`);
  assert.equal(on('2027-05-22').readAgain, 'Past its review date. Being read again.');
  assert.equal(on('2027-05-22').isPast, true);
});
