import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventoryIssues, nextInventory } from './inventory-due.ts';
import { lossDates, lossIssues } from './loss.ts';
import { administrationFields, drugRecordIssues, gapsOfRecord } from './record-completeness.ts';
import { recordRetention, recordRetentionIssues } from './record-retention.ts';
import { stateCode } from './state.ts';

const said = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A loss is notified on the next business day and reported within 45 days of its discovery', () => {
  const cases = [
    ['2026-03-06', '2026-03-09', '2026-04-20'],
    ['2026-04-14', '2026-04-15', '2026-05-29'],
    ['2026-03-07', '2026-03-09', '2026-04-21'],
    ['2026-05-22', '2026-05-26', '2026-07-06'],
    ['2026-07-02', '2026-07-06', '2026-08-16'],
    ['2026-11-25', '2026-11-27', '2027-01-09'],
    ['2027-12-30', '2028-01-03', '2028-02-13'],
    ['2028-01-16', '2028-01-18', '2028-03-01'],
  ] as const;
  for (const [discoveredOn, noticeDue, form106Due] of cases) {
    assert.deepEqual(lossDates(discoveredOn), { noticeDue, form106Due }, discoveredOn);
  }
  assert.equal(lossDates(undefined), undefined);
  assert.equal(lossDates('2026-02-29'), undefined);
});

test('Each of the two duties after a loss is due, late, done or not known', () => {
  const asked = {
    discoveredOn: '2026-03-06',
    today: '2026-03-09',
    noticeSentOn: 'not-yet',
    form106SentOn: 'not-yet',
  } as const;
  const cases = [
    [{}, ['loss-notice-due: manage', 'loss-form-106-due: manage']],
    [{ today: '2026-03-10' }, ['loss-notice-late: review', 'loss-form-106-due: manage']],
    [{ noticeSentOn: '2026-03-09', form106SentOn: '2026-04-20' }, []],
    [
      { noticeSentOn: '2026-03-10', form106SentOn: '2026-04-21' },
      ['loss-notice-was-late: inform', 'loss-form-106-was-late: inform'],
    ],
    [{ noticeSentOn: undefined, form106SentOn: '2026-04-20' }, ['loss-notice-not-known: unknown']],
    [{ noticeSentOn: 'soon', form106SentOn: '2026-04-20' }, ['loss-notice-not-known: unknown']],
    [{ today: undefined, form106SentOn: '2026-04-20' }, ['loss-notice-today-not-known: unknown']],
    [{ discoveredOn: undefined }, ['loss-day-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(said(lossIssues({ ...asked, ...change })), expected, JSON.stringify(change));
  }
});

test('The next inventory is two years on, in Iowa a year and a week', () => {
  const cases = [
    ['2026-01-15', 'US', '2028-01-15', 'federal'],
    ['2026-01-15', 'IA', '2027-01-22', 'state'],
    ['2026-01-15', 'iowa', '2027-01-22', 'state'],
    ['2026-01-15', 'CA', '2028-01-15', 'federal-fallback'],
    ['2028-02-29', 'US', '2030-02-28', 'federal'],
    ['2028-02-29', 'IA', '2029-03-07', 'state'],
    ['2026-12-28', 'IA', '2028-01-04', 'state'],
  ] as const;
  for (const [lastOn, state, nextDueBy, basis] of cases) {
    const next = nextInventory({ lastOn, state });
    assert.deepEqual([next?.nextDueBy, next?.basis], [nextDueBy, basis], `${lastOn} ${state}`);
  }
  assert.equal(nextInventory({ lastOn: undefined, state: 'US' }), undefined);
  assert.equal(nextInventory({ lastOn: '2026-01-15', state: undefined }), undefined);
  assert.equal(nextInventory({ lastOn: '2026-01-15', state: 'Narnia' }), undefined);
});

test('An inventory says when it is late, whose rule was used, and when it may not be estimated', () => {
  const asked = {
    lastOn: '2026-01-15',
    state: 'IA',
    today: '2027-01-22',
    method: 'exact',
    largestContainerUnits: 5,
  } as const;
  const cases = [
    [{}, []],
    [{ today: '2027-01-23' }, ['inventory-late: review']],
    [{ state: 'CA' }, ['inventory-federal-fallback: inform']],
    [{ method: 'estimated' }, ['inventory-must-be-exact: review']],
    [{ state: 'US', method: 'estimated', largestContainerUnits: 1_000 }, []],
    [{ state: 'US', method: 'estimated', largestContainerUnits: 1_001 }, ['inventory-must-be-exact: review']],
    [
      { state: 'US', method: 'estimated', largestContainerUnits: undefined },
      ['container-size-not-known: unknown'],
    ],
    [{ method: undefined }, ['inventory-method-not-known: unknown']],
    [{ today: undefined }, ['inventory-today-not-known: unknown']],
    [{ lastOn: undefined }, ['inventory-due-not-known: unknown']],
    [{ state: undefined }, ['inventory-due-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(said(inventoryIssues({ ...asked, ...change })), expected, JSON.stringify(change));
  }
});

test('A record is kept as long as its state asks, and where that is not known as long as any we know', () => {
  const cases = [
    ['controlled-drug', 'US', 2, '2028-03-01', 'federal'],
    ['controlled-drug', 'WI', 5, '2031-03-01', 'state'],
    ['controlled-drug', 'TX', 5, '2031-03-01', 'longest-known'],
    ['controlled-drug', undefined, 5, '2031-03-01', 'longest-known'],
    ['medical', 'NV', 5, '2031-03-01', 'state'],
    ['medical', 'NY', 6, '2032-03-01', 'state'],
    ['medical', 'US', 6, '2032-03-01', 'longest-known'],
    ['privacy-document', 'TX', 6, '2032-03-01', 'federal'],
  ] as const;
  for (const [kind, state, years, keepUntil, basis] of cases) {
    const retention = recordRetention({ kind, state, madeOn: '2026-03-01' });
    assert.deepEqual([retention?.years, retention?.keepUntil, retention?.basis], [years, keepUntil, basis]);
  }
  const issuesOf = (state: string | undefined, madeOn: string | undefined) =>
    said(recordRetentionIssues({ kind: 'controlled-drug', state, madeOn }));
  assert.deepEqual(issuesOf('WI', '2026-03-01'), []);
  assert.deepEqual(issuesOf('TX', '2026-03-01'), ['retention-longest-known: inform']);
  assert.deepEqual(issuesOf(undefined, '2026-03-01'), ['retention-longest-known: unknown']);
  assert.deepEqual(issuesOf('WI', undefined), ['retention-not-known: unknown']);
});

test('A line of the drug record names what it leaves out', () => {
  const record = {
    substance: 'ketamine',
    form: 'injection',
    strength: '100 mg/mL',
    amount: 35,
    patientName: 'Ada Quill',
    patientAddress: '1 Quay Street',
    date: '2026-05-05',
    givenBy: 'NL',
  };
  assert.deepEqual(drugRecordIssues({ kind: 'administration', record }), []);
  for (const name of administrationFields.value) {
    assert.deepEqual(gapsOfRecord({ kind: 'administration', record: { ...record, [name]: undefined } }), [
      name,
    ]);
  }
  assert.deepEqual(gapsOfRecord({ kind: 'administration', record: { ...record, amount: 0, givenBy: ' ' } }), [
    'amount',
    'givenBy',
  ]);
  assert.deepEqual(said(drugRecordIssues({ kind: 'disposal', record: undefined })), [
    'disposal-record-has-gaps: unknown',
  ]);
  assert.equal(drugRecordIssues({ kind: 'receipt', record: {} })[0]?.missing.length, 6);
});

test('A state is known by its code or its name', () => {
  const cases = [
    ['IA', 'IA'],
    [' ia ', 'IA'],
    ['US-IA', 'IA'],
    ['Iowa', 'IA'],
    ['US', 'US'],
    ['federal', 'US'],
    ['New York', 'NY'],
    ['', undefined],
    ['toString', undefined],
    [undefined, undefined],
  ] as const;
  for (const [said, expected] of cases) assert.equal(stateCode(said), expected, said);
});
