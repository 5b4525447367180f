import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type AdverseEvent,
  adverseEventIssues,
  isSerious,
  minutesFromFirstDose,
  reportingDuties,
} from './adverse-event.ts';

const firstDoseAt = Date.UTC(2026, 10, 23, 15, 0);
const mild: AdverseEvent = {
  term: 'nausea',
  severity: 'mild',
  seriousness: [],
  relatedness: 'probable',
  startedAt: firstDoseAt + 20 * 60_000,
  firstDoseAt,
  resolved: firstDoseAt + 50 * 60_000,
  reportedTo: [],
};
const us = { route: 'iv', jurisdiction: 'US' } as const;
const codes = (change: Partial<AdverseEvent>, asked: Parameters<typeof reportingDuties>[0] | object = us) =>
  adverseEventIssues({ ...us, ...asked, event: { ...mild, ...change } }).map(
    (issue) => `${issue.code}: ${issue.action}`,
  );

test('A mild event that is fully written down says nothing more', () => {
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ resolved: 'ongoing' }), []);
});

test('Each part left out is unknown', () => {
  const parts = [
    'term',
    'severity',
    'seriousness',
    'relatedness',
    'startedAt',
    'firstDoseAt',
    'resolved',
  ] as const;
  for (const part of parts) {
    const [issue] = adverseEventIssues({ ...us, event: { ...mild, [part]: undefined } });
    assert.deepEqual([issue?.action, issue?.missing], ['unknown', [part]], part);
    assert.deepEqual(codes({ [part]: null } as unknown as Partial<AdverseEvent>), [
      'adverse-event-incomplete: unknown',
    ]);
  }
  assert.deepEqual(codes({ startedAt: Number.NaN }), ['adverse-event-incomplete: unknown']);
  assert.equal(adverseEventIssues({ ...us, event: undefined })[0]?.action, 'unknown');
});

test('Severe is not the same as serious, and where they disagree the worse one counts', () => {
  const cases = [
    ['severe', [], false],
    ['mild', ['hospitalization'], true],
    ['mild', undefined, 'unknown'],
    ['fatal', [], true],
    ['life-threatening', undefined, true],
  ] as const;
  for (const [severity, seriousness, expected] of cases)
    assert.equal(isSerious({ severity, seriousness }), expected, `${severity} ${seriousness}`);
  assert.deepEqual(codes({ severity: 'severe' }), ['adverse-event-severe: review']);
  assert.deepEqual(codes({ seriousness: ['important-medical-event'] }), ['adverse-event-serious: exclude']);
});

test('Its time is counted from the first dose, and a time that cannot be is unknown', () => {
  assert.equal(minutesFromFirstDose(mild), 20);
  assert.equal(minutesFromFirstDose({ ...mild, firstDoseAt: undefined }), undefined);
  assert.deepEqual(codes({ startedAt: firstDoseAt }), []);
  assert.deepEqual(codes({ startedAt: firstDoseAt - 60_000 }), ['adverse-event-before-dose: unknown']);
  assert.deepEqual(codes({ resolved: firstDoseAt }), ['adverse-event-ended-before-start: unknown']);
});

test('Whom to tell follows the route and the place', () => {
  const duties = (route: 'nasal' | 'iv' | 'home', jurisdiction: 'US' | 'EU', inTrial = false) =>
    reportingDuties({ event: mild, route, jurisdiction, inTrial }).map(({ to, duty }) => `${to}: ${duty}`);
  assert.deepEqual(duties('nasal', 'US'), ['rems: must', 'medwatch: may']);
  assert.deepEqual(duties('iv', 'US'), ['medwatch: may']);
  assert.deepEqual(duties('home', 'US'), ['medwatch: may', 'pharmacy: may']);
  assert.deepEqual(duties('iv', 'EU'), ['national-authority: may']);
  assert.deepEqual(duties('iv', 'US', true), ['medwatch: may', 'sponsor: must']);
  const nasal = { route: 'nasal', jurisdiction: 'US' };
  assert.deepEqual(codes({}, nasal), ['adverse-event-to-report: review']);
  assert.deepEqual(codes({ reportedTo: ['rems'] }, nasal), []);
  assert.deepEqual(codes({ reportedTo: undefined }, nasal), ['adverse-event-report-unknown: unknown']);
  assert.deepEqual(codes({ seriousness: ['hospitalization'] }, { ...nasal, jurisdiction: 'EU' }), [
    'adverse-event-serious: exclude',
    'adverse-event-to-report: review',
  ]);
});
