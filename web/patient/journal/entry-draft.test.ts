import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { setLocale } from '#web/kit/locale.ts';
import { cameBefore, nothingWritten, partsOf } from './entry-draft.ts';

const zone = 'America/New_York';
const writtenAt = instantOf('2027-03-05', 9 * 60, zone);

before(() => setLocale({ language: 'en', timeZone: zone }));

test('what came earlier keeps its own time, by the clock where its author is', () => {
  const cases: readonly (readonly [picked: string, came: number | undefined])[] = [
    ['2027-03-04T03:10', instantOf('2027-03-04', 3 * 60 + 10, zone)],
    ['2027-03-05T08:59', writtenAt - 60_000],
    ['2027-03-05T09:00', writtenAt],
    ['2027-03-05T09:01', writtenAt],
    ['', undefined],
    ['2027-03-05', undefined],
  ];
  for (const [picked, came] of cases) assert.equal(cameBefore(picked, writtenAt), came, picked);
});

test('an entry carries only what someone put there', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(partsOf({ ...nothingWritten, text: 'rain' }, writtenAt))), {
    text: 'rain',
  });
  const { cameAt, cycleId } = partsOf(
    { ...nothingWritten, text: 'rain', came: '2027-03-04T03:10', cycleId: 'third' },
    writtenAt,
  );
  assert.deepEqual([cameAt, cycleId], [instantOf('2027-03-04', 3 * 60 + 10, zone), 'third']);
});
