import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { type AfterCareQuestion, afterCare, drivingDay } from './after-care.ts';
import type { AfterCareTopic } from './leaving-parts.ts';

const zone = 'America/New_York';
const edition = exampleEditions.find(({ route }) => route === 'iv');
if (edition === undefined) throw new Error('There is no edition for infusions.');
const asked: AfterCareQuestion = {
  edition,
  zone,
  leavesAt: instantOf('2026-12-02', 12 * 60, zone),
  wasSick: false,
  allergies: [],
  firstName: 'Ana',
};

function said(topic: AfterCareTopic, change: Partial<AfterCareQuestion> = {}, reader = 'patient' as const) {
  return afterCare({ ...asked, ...change }, reader).filter((line) => line.topic === topic);
}

describe('what is told for tonight', () => {
  for (const [what, leavesAt, day] of [
    ['at noon', instantOf('2026-12-02', 720, zone), '2026-12-03'],
    ['ten minutes before midnight', instantOf('2026-12-02', 1430, zone), '2026-12-03'],
    ['a minute after midnight', instantOf('2026-12-03', 1, zone), '2026-12-04'],
    ['on the last day of the year', instantOf('2026-12-31', 720, zone), '2027-01-01'],
  ] as const)
    test(`Whoever leaves ${what} is asked about driving on the next day there, ${day}`, () => {
      assert.equal(drivingDay(leavesAt, zone), day);
    });

  test('Whoever was sick starts with small sips, and nobody is called well because nobody asked', () => {
    assert.match(said('food', { wasSick: false })[0]?.words.value.en ?? '', /^Drink water/);
    assert.match(said('food', { wasSick: true })[0]?.words.value.en ?? '', /^You felt sick today/);
    const [unknown] = said('food', { wasSick: undefined });
    assert.match(unknown?.words.value.en ?? '', /^Nobody wrote down/);
    assert.equal(unknown?.isUnknown, true);
  });

  test('Food names the allergies on record, says when there is no word about them, and is silent when there are none', () => {
    assert.match(
      said('food', { allergies: ['peanuts', 'latex'] })[1]?.words.value.es ?? '',
      /peanuts, latex/,
    );
    assert.equal(said('food', { allergies: undefined })[1]?.isUnknown, true);
    assert.equal(said('food').length, 1);
  });

  test('The companion reads no allergy, no sickness and no dose', () => {
    const lines = afterCare({ ...asked, wasSick: true, allergies: ['peanuts'] }, 'companion');
    for (const { words } of lines)
      for (const text of [words.value.en, words.value.es])
        assert.doesNotMatch(text, /peanut|felt sick|náuseas|ketamine|mg/i);
    assert.ok(lines.some(({ words }) => words.value.en.startsWith('Ana does not drive')));
  });

  test('Every sentence has its source and stands in both languages, on every route', () => {
    for (const each of exampleEditions)
      for (const reader of ['patient', 'companion'] as const)
        for (const { words } of afterCare({ ...asked, edition: each, allergies: undefined }, reader)) {
          assert.ok(words.source !== undefined && words.value.en !== '' && words.value.es !== '');
          assert.notEqual(words.value.en, words.value.es);
        }
  });
});
