import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime } from '#clinical/instant.ts';
import {
  changedByHand,
  type LayoutChoices,
  proposeCycles,
  rhythms,
  type SeriesShape,
  wordsOfChoices,
} from './series-slots.ts';

const zone = 'America/Chicago';

function shape(rhythmId: string, more: Partial<SeriesShape> = {}): SeriesShape {
  const rhythm = rhythms.find((each) => each.id === rhythmId);
  assert.ok(rhythm);
  return {
    firstDate: '2026-11-23',
    rhythm,
    doseMinuteOfDay: 9 * 60 + 40,
    integrationDaysAfter: 1,
    integrationMinuteOfDay: 16 * 60,
    cycles: 6,
    zone,
    ...more,
  };
}

test('Each rhythm lands on the days a clinic means by it', () => {
  const rows = [
    ['three-a-week', ['2026-11-23', '2026-11-25', '2026-11-27', '2026-11-30', '2026-12-02', '2026-12-04']],
    ['two-a-week', ['2026-11-23', '2026-11-26', '2026-11-30', '2026-12-03', '2026-12-07', '2026-12-10']],
    ['weekly', ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21', '2026-12-28']],
  ] as const;
  for (const [id, dates] of rows)
    assert.deepEqual(
      proposeCycles(shape(id)).map((cycle) => localTime(cycle.doseAt, zone).date),
      dates,
    );
});

test('The hour on the wall stays the same when the clocks change between two doses', () => {
  const cycles = proposeCycles(shape('weekly', { firstDate: '2026-10-26', cycles: 2 }));
  assert.deepEqual(
    cycles.map((cycle) => localTime(cycle.doseAt, zone).minuteOfDay),
    [580, 580],
  );
  assert.equal((cycles[1]?.doseAt ?? 0) - (cycles[0]?.doseAt ?? 0), (7 * 24 + 1) * 3_600_000);
});

test('Each integration hour is held for its own dose', () => {
  for (const { doseAt, integrationAt } of proposeCycles(shape('two-a-week', { integrationDaysAfter: 2 }))) {
    const dose = localTime(doseAt, zone);
    const integration = localTime(integrationAt, zone);
    assert.equal((integration.weekday - dose.weekday + 7) % 7, 2);
    assert.equal(integration.minuteOfDay, 960);
  }
});

const choices: LayoutChoices = {
  firstDate: '2026-11-23',
  rhythmId: 'weekly',
  doseTime: '13:30',
  daysAfter: '1',
  integrationTime: '16:00',
  cycles: 6,
  isTalkOutside: false,
};

test('Doses laid out for one hour are out of date once any choice they came from is another', () => {
  const laid = wordsOfChoices(choices);
  assert.equal(wordsOfChoices({ ...choices }), laid);
  const others: readonly Partial<LayoutChoices>[] = [
    { doseTime: '15:00' },
    { firstDate: '2026-11-24' },
    { rhythmId: 'two-weeks' },
    { daysAfter: '2' },
    { integrationTime: '17:00' },
    { cycles: 5 },
  ];
  for (const other of others) assert.notEqual(wordsOfChoices({ ...choices, ...other }), laid);
});

test('What does not move a dose leaves the layout as it is', () => {
  const outside = { ...choices, isTalkOutside: true };
  assert.equal(wordsOfChoices({ ...outside, integrationTime: '' }), wordsOfChoices(outside));
  const last = { ...choices, cycles: 1 };
  assert.equal(wordsOfChoices({ ...last, rhythmId: undefined }), wordsOfChoices(last));
});

test('A dose somebody moved by hand is known, and so is one nobody can speak for', () => {
  const row = { dose: 'a', integration: 'b', laidDose: 'a', laidIntegration: 'b' };
  const moved = { ...row, dose: 'c' };
  const talkMoved = { ...row, integration: 'c' };
  const old = { dose: 'a', integration: 'b' };
  assert.deepEqual(changedByHand([row, moved, talkMoved, old]), [moved, talkMoved, old]);
});
