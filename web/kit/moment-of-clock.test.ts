import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { momentOfClock } from './moment-of-clock.ts';

const zone = 'America/Chicago';
const now = instantOf('2026-11-25', 9 * 60 + 13, zone);

test('A time typed at the bedside is today in the clinic’s own zone', () => {
  assert.equal(momentOfClock('09:05', now, zone), instantOf('2026-11-25', 9 * 60 + 5, zone));
});

test('Last food at eleven in the evening was yesterday', () => {
  assert.equal(momentOfClock('23:00', now, zone), instantOf('2026-11-24', 23 * 60, zone));
});

test('A tablet a few minutes slow does not push a reading into yesterday', () => {
  assert.equal(momentOfClock('09:20', now, zone), instantOf('2026-11-25', 9 * 60 + 20, zone));
});

test('What is not a time is no moment at all', () => {
  assert.equal(momentOfClock('', now, zone), undefined);
  assert.equal(momentOfClock('25:00', now, zone), undefined);
});
