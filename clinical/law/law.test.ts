import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesBetween } from '#clinical/instant.ts';
import { consentContentIssues, consentCoverage, consentTopicIds } from './consent-content.ts';
import { licenceIssues } from './licence-by-place.ts';
import { datedFinding, leastSure, rulesAsOf } from './rules-as-of.ts';
import { isTelemedicineCovered, telemedicineCoverEndsOn, telemedicineIssues } from './telemedicine.ts';

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('Telehealth cover lasts through its last day and not beyond', () => {
  const cases = [
    ['2026-12-30', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
    ['2026-02-30', undefined],
    [undefined, undefined],
  ] as const;
  for (const [date, expected] of cases) assert.equal(isTelemedicineCovered({ date }), expected, String(date));
  assert.equal(isTelemedicineCovered({ date: '2027-01-01', endsOn: '2027-12-31' }), true);
  assert.equal(isTelemedicineCovered({ date: '2027-01-01', endsOn: 'renewed' }), undefined);
});

test('A prescription by telehealth after the cover ends is stopped unless they were seen in person', () => {
  const asked = { date: '2027-01-01', seenInPerson: false, medicine: 'ketamine' } as const;
  assert.deepEqual(codes(telemedicineIssues(asked)), ['telemedicine-not-covered: exclude']);
  assert.deepEqual(telemedicineIssues({ ...asked, seenInPerson: true }), []);
  assert.deepEqual(codes(telemedicineIssues({ ...asked, seenInPerson: undefined })), [
    'in-person-visit-not-known: unknown',
    'telemedicine-not-covered: review',
  ]);
  assert.deepEqual(codes(telemedicineIssues({ ...asked, date: undefined })), [
    'telemedicine-day-not-known: unknown',
  ]);
  assert.deepEqual(codes(telemedicineIssues({ ...asked, date: '2026-06-01', medicine: undefined })), [
    'medicine-not-known: unknown',
  ]);
});

test('The end of the cover is announced before it comes', () => {
  const asked = { seenInPerson: false, medicine: 'ketamine' } as const;
  assert.deepEqual(telemedicineIssues({ ...asked, date: '2026-10-31' }), []);
  assert.deepEqual(telemedicineIssues({ ...asked, seenInPerson: true, date: '2026-11-01' }), []);
  const [soon] = telemedicineIssues({ ...asked, date: '2026-11-01' });
  assert.equal(soon?.code, 'telemedicine-cover-ends-soon');
  assert.equal(
    soon?.title,
    `Telehealth cover without a visit in person ends on ${telemedicineCoverEndsOn.value} (rule as of ${rulesAsOf}).`,
  );
});

test('Esketamine is never taken home on the strength of telehealth', () => {
  const issues = telemedicineIssues({ date: '2026-06-01', seenInPerson: true, medicine: 'esketamine' });
  assert.deepEqual(codes(issues), ['esketamine-needs-certified-site: exclude']);
});

const sessionStartsAt = Date.UTC(2026, 5, 1, 15);
const remote = {
  patientPlace: 'NY',
  placeAskedAt: sessionStartsAt,
  patientAddress: '12 Elm Street, Albany',
  sessionStartsAt,
  date: '2026-06-01',
  licences: [{ place: 'ny ', validFrom: '2020-01-01', validUntil: '2026-06-01' }],
} as const;

test('A remote session wants a licence where the patient is, on that day', () => {
  const cases = [
    [{}, []],
    [{ patientPlace: 'MA' }, ['no-licence-there: exclude']],
    [{ licences: [] }, ['no-licence-there: exclude']],
    [{ date: '2026-06-02' }, ['licence-not-valid-that-day: exclude']],
    [{ date: '2019-12-31' }, ['licence-not-valid-that-day: exclude']],
    [{ licences: [{ place: 'NY' }] }, ['licence-dates-not-known: unknown']],
    [{ date: undefined }, ['licence-dates-not-known: unknown']],
    [{ licences: undefined }, ['licences-not-known: unknown']],
    [{ patientPlace: ' ' }, ['patient-place-not-known: unknown']],
    [{ patientPlace: undefined }, ['patient-place-not-known: unknown']],
    [{ patientAddress: undefined }, ['patient-address-not-known: unknown']],
    [{ placeAskedAt: undefined }, ['place-asked-not-known: unknown']],
    [{ sessionStartsAt: Number.NaN }, ['place-asked-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(codes(licenceIssues({ ...remote, ...change })), expected, JSON.stringify(change));
  }
});

test('Where the patient is counts only when it was asked for this session', () => {
  for (const [before, expected] of [
    [60, []],
    [61, ['place-asked-too-long-ago: unknown']],
    [-30, []],
  ] as const) {
    const placeAskedAt = sessionStartsAt - before * 60_000;
    assert.equal(minutesBetween(placeAskedAt, sessionStartsAt), before);
    assert.deepEqual(codes(licenceIssues({ ...remote, placeAskedAt })), expected);
  }
});

test('A consent is held against the whole list of topics', () => {
  assert.deepEqual(consentContentIssues({ covers: consentTopicIds, documentVersion: '3' }), []);
  const withoutTwo = consentTopicIds.filter((topic) => topic !== 'alternatives' && topic !== 'dissociation');
  const [gap] = consentContentIssues({ covers: withoutTwo, documentVersion: '3' });
  assert.deepEqual([gap?.action, gap?.missing], ['review', ['alternatives', 'dissociation']]);
  assert.equal(consentCoverage(undefined), undefined);
  assert.deepEqual(codes(consentContentIssues({ covers: undefined, documentVersion: undefined })), [
    'consent-content-not-read: unknown',
    'consent-version-not-known: unknown',
  ]);
  assert.deepEqual(
    codes(consentContentIssues({ covers: [...consentTopicIds, 'toutch'], documentVersion: '3' })),
    ['consent-topic-not-on-list: unknown'],
  );
});

test('A finding is as sure as the least sure thing it rests on, and shows the day the rule was read', () => {
  assert.deepEqual([leastSure(['V', 'G', 'V2']), leastSure(['V', 'H']), leastSure([])], ['G', 'H', 'G']);
  const finding = datedFinding({
    rule: 'x',
    code: 'y',
    title: 'Something is so.',
    action: 'inform',
    basis: [telemedicineCoverEndsOn],
  });
  assert.deepEqual(finding.inputs, [{ name: 'ruleAsOf', value: rulesAsOf }]);
  assert.equal(finding.title, `Something is so (rule as of ${rulesAsOf}).`);
});
