import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { type EmdrLicenceQuestion, emdrLicenceIssues } from './emdr-licence.ts';

const startsAt = instantOf('2027-03-02', 10 * 60, 'America/New_York');
const ny = { place: 'NY', validUntil: '2027-12-31', emdrTraining: 'basic' } as const;
const asked: EmdrLicenceQuestion = {
  licences: [ny],
  place: 'NY',
  address: '1 Quay Street',
  askedAt: startsAt - 60_000,
  startsAt,
  date: '2027-03-02',
};

for (const [title, change, codes] of [
  ['licensed there and trained', {}, []],
  ['the same in small letters', { place: ' ny ' }, []],
  ['in another state', { place: 'MA' }, ['no-licence-there']],
  [
    'two states, and the person is in the second',
    { place: 'ME', licences: [ny, { ...ny, place: 'ME' }] },
    [],
  ],
  ['on the last day', { date: '2027-12-31' }, []],
  ['the day after it', { date: '2028-01-01' }, ['licence-not-valid-that-day']],
  ['no training', { licences: [{ ...ny, emdrTraining: 'none' }] }, ['emdr-training-not-stated']],
  ['nobody knows what is held', { licences: undefined }, ['licences-not-known', 'emdr-training-not-stated']],
  ['nothing is held', { licences: [] }, ['no-licence-there', 'emdr-training-not-stated']],
  ['where they are was not asked', { place: undefined }, ['patient-place-not-known']],
  ['asked for another day', { askedAt: startsAt - 90 * 60_000 }, ['place-asked-too-long-ago']],
  ['no address for an ambulance', { address: ' ' }, ['patient-address-not-known']],
] as const) {
  test(`EMDR, ${title}: ${codes.length === 0 ? 'may go on' : codes.join(', ')}`, () => {
    const found = emdrLicenceIssues({ ...asked, ...change }).map(({ code }) => code);
    assert.deepEqual([...found].sort(), [...codes].sort());
  });
}
