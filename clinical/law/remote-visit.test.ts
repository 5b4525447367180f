import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remoteVisitIssues, visitOpensBeforeMinutes } from './remote-visit.ts';

const minute = 60_000;
/** Half past eleven in the evening of 31 March in New York, half past eight in Los Angeles. */
const startsAt = Date.UTC(2027, 3, 1, 3, 30);
const usual = {
  now: startsAt,
  startsAt,
  endsAt: startsAt + 60 * minute,
  place: 'ny',
  address: '4 Elm Road, Albany',
  zone: 'America/New_York',
  askedAt: startsAt - minute,
  licences: [{ place: 'NY', validUntil: '2027-12-31' }],
};
const codes = (more: Partial<Parameters<typeof remoteVisitIssues>[0]>) =>
  remoteVisitIssues({ ...usual, ...more }).map(({ code }) => code);

test('A visit opens where a licence is held, in its time, after the place was said', () => {
  const before = visitOpensBeforeMinutes.value * minute;
  assert.deepEqual(codes({}), []);
  assert.deepEqual(codes({ now: startsAt - before, askedAt: startsAt - before }), []);
  assert.deepEqual(codes({ now: startsAt - before - 1, askedAt: startsAt - before - 1 }), ['visit-not-yet']);
  assert.deepEqual(codes({ now: usual.endsAt - 1, askedAt: startsAt + minute }), []);
  assert.ok(codes({ now: usual.endsAt }).includes('visit-over'));
  assert.deepEqual(codes({ place: 'NJ' }), ['no-licence-there']);
  assert.deepEqual(codes({ place: undefined }), ['patient-place-not-known']);
  assert.deepEqual(codes({ address: ' ' }), ['patient-address-not-known']);
  assert.deepEqual(codes({ licences: undefined }), ['licences-not-known']);
  assert.deepEqual(codes({ askedAt: startsAt - 61 * minute }), ['place-asked-too-long-ago']);
});

test('The day of a licence is the day it is where the person is', () => {
  const licences = [{ place: 'CA', validUntil: '2027-03-31' }];
  const later = { now: startsAt + 40 * minute, askedAt: startsAt, licences, place: 'CA' };
  // Ten past midnight on the first of April in New York; still the last of March in California.
  assert.deepEqual(codes({ ...later, zone: 'America/Los_Angeles' }), []);
  assert.deepEqual(codes({ ...later, zone: 'America/New_York' }), ['licence-not-valid-that-day']);
  assert.ok(codes({ ...later, zone: undefined }).includes('zone-not-known'));
});
