import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Approval, approvableTexts, reviewerOf, wordsToApprove } from './approvals.ts';

const [text] = approvableTexts();
if (text === undefined) throw new Error('There is nothing to approve.');

test('one other word on a page, or in its lead, is another text', () => {
  const { page, language } = text;
  const words = wordsToApprove(text);
  assert.notEqual(wordsToApprove({ language, page: { ...page, lead: `${page.lead} Always.` } }), words);
  const [first, ...rest] = page.sections;
  assert.ok(first);
  const sections = [{ ...first, heading: 'Nothing can go wrong' }, ...rest];
  assert.notEqual(wordsToApprove({ language, page: { ...page, sections } }), words);
});

test('a claim that says something else, or from elsewhere, is another text, and a new day of reading is the same one', () => {
  const risks = approvableTexts().find(({ page }) => page.path === '/risks');
  assert.ok(risks);
  assert.match(wordsToApprove(risks), /"sure"|"fairly-sure"|"we-counted"/);
  const reread = { ...risks.page.review, checkedOn: '2027-01-01', reviewBy: '2027-07-01' } as const;
  assert.equal(wordsToApprove({ ...risks, page: { ...risks.page, review: reread } }), wordsToApprove(risks));
});

test('an approval speaks for its own text alone', () => {
  const approval: Approval = { path: '/risks', sha256: 'aa', name: 'Dr Okafor', approvedOn: '2026-12-02' };
  assert.equal(reviewerOf({ path: '/risks', sha256: 'aa' }, [approval])?.kind, 'clinician');
  assert.equal(reviewerOf({ path: '/risks', sha256: 'ab' }, [approval]), undefined);
  assert.equal(reviewerOf({ path: '/es/risks', sha256: 'aa' }, [approval]), undefined);
});
