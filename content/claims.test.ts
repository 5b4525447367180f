import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLocalDate } from '#clinical/instant.ts';
import { claimOf, claims, isBeingReadAgain, isClaimId } from './claims.ts';
import { publicSource } from './public-sources.ts';

const ids = Object.keys(claims).filter(isClaimId);

describe('a claim made to a stranger', () => {
  it('names a source and two dates, the second after the first', () => {
    assert.ok(ids.length > 30);
    for (const id of ids) {
      const claim = claimOf(id);
      const source = publicSource(claim.sourceId);
      assert.ok(source.name.en.length > 0 && source.name.es.length > 0, id);
      assert.ok(isLocalDate(claim.checkedOn), id);
      assert.ok(isLocalDate(claim.reviewBy), id);
      assert.ok(claim.checkedOn < claim.reviewBy, id);
    }
  });

  it('is said in both languages, and not in the same words', () => {
    for (const id of ids) {
      const { en, es } = claimOf(id).statement;
      assert.ok(en.endsWith('.') && es.endsWith('.'), id);
      assert.notEqual(en, es, id);
    }
  });

  it('ships without the name of a clinician who has not read it', () => {
    for (const id of ids) assert.equal(claimOf(id).reviewer.kind, 'example', id);
  });

  it('is being read again from the day after its last day', () => {
    assert.equal(isBeingReadAgain('2027-05-21', '2027-05-20'), false);
    assert.equal(isBeingReadAgain('2027-05-21', '2027-05-21'), false);
    assert.equal(isBeingReadAgain('2027-05-21', '2027-05-22'), true);
  });

  it('never counts for a clinic that has not counted', () => {
    for (const id of ids) assert.notEqual(claimOf(id).confidence, 'we-counted', id);
  });
});
