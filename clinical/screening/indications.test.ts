import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approvalOf, indication, indicationIssues, indications } from './indications.ts';

const asked = { route: 'nasal', jurisdiction: 'US' } as const;
const onPaper = { diagnosis: true, 'treatments-tried': true };
const codes = (question: Parameters<typeof indicationIssues>[0]) =>
  indicationIssues(question).map((issue) => `${issue.code}: ${issue.action}`);

test('The spray is approved for two things, and racemic ketamine for none', () => {
  const approved = ['treatment-resistant-depression', 'depression-with-acute-suicidality'];
  for (const { id } of indications) {
    for (const route of ['iv', 'im', 'sublingual', 'home'] as const) {
      const given = approvalOf({ indicationId: id, route, jurisdiction: 'US' });
      assert.equal(given, id === 'burnout' ? 'not-a-diagnosis' : 'off-label', `${id} ${route}`);
    }
    for (const jurisdiction of ['US', 'EU', 'UK'] as const) {
      const given = approvalOf({ indicationId: id, route: 'nasal', jurisdiction });
      assert.equal(given === 'approved', approved.includes(id), `${id} ${jurisdiction}`);
    }
  }
  assert.equal(approvalOf({ ...asked, indicationId: 'hay fever' }), 'unknown');
});

test('Nothing is said of an approved indication that is on paper, and much of one that is not', () => {
  const resistant = { ...asked, indicationId: 'treatment-resistant-depression', documented: onPaper };
  assert.deepEqual(codes({ ...resistant, adequateTrials: 2 }), []);
  assert.deepEqual(codes({ ...resistant, adequateTrials: 1 }), ['trials-too-few: review']);
  assert.deepEqual(codes({ ...resistant, adequateTrials: undefined }), ['trials-not-known: unknown']);
  for (const adequateTrials of [-1, 1.5, 51, Number.NaN])
    assert.deepEqual(codes({ ...resistant, adequateTrials }), ['trials-implausible: unknown']);
  assert.deepEqual(codes({ ...resistant, adequateTrials: 2, route: 'iv' }), ['indication-off-label: inform']);
  assert.deepEqual(codes({ ...resistant, adequateTrials: 2, documented: undefined }), [
    'paper-not-known: unknown',
  ]);
  assert.deepEqual(codes({ ...resistant, adequateTrials: 2, documented: { ...onPaper, diagnosis: false } }), [
    'paper-missing: review',
  ]);
});

test('Weak evidence is put before the prescriber, and exhaustion gets a conversation', () => {
  assert.deepEqual(codes({ ...asked, route: 'iv', indicationId: 'fibromyalgia', documented: onPaper }), [
    'indication-weak-evidence: review',
    'indication-off-label: inform',
  ]);
  assert.deepEqual(codes({ ...asked, route: 'iv', indicationId: 'ptsd', documented: onPaper }), [
    'indication-off-label: inform',
  ]);
  assert.deepEqual(codes({ ...asked, indicationId: 'burnout' }), ['indication-conversation: review']);
});

test('An indication nobody named, or that is not listed, is unknown', () => {
  assert.deepEqual(codes({ ...asked, indicationId: undefined }), ['indication-not-named: unknown']);
  assert.deepEqual(codes({ ...asked, indicationId: 'hay fever' }), ['indication-not-listed: unknown']);
  assert.equal(indication(''), undefined);
});
