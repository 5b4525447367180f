import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { type OnsetWay, onset } from './onset.ts';

const givenAt = 1_796_000_000_000;
const minute = 60_000;

describe('the clock of the first effect, on every route @S2-29', () => {
  for (const edition of exampleEditions) {
    const { fromMinutes, toMinutes } = edition.durations.onset;
    const at = (minutes: number, felt?: 'not-yet' | 'felt' | 'too-much') =>
      onset({ edition, givenAt, felt, now: givenAt + minutes * minute });

    test(`${edition.route}: from ${fromMinutes.value} to ${toMinutes.value} minutes, by its protocol`, () => {
      const { from, to } = at(0);
      assert.deepEqual(
        [from - givenAt, to - givenAt],
        [fromMinutes.value * minute, toMinutes.value * minute],
      );
      assert.deepEqual(
        [
          at(fromMinutes.value - 0.1),
          at(fromMinutes.value),
          at(toMinutes.value),
          at(toMinutes.value + 0.1),
        ].map(({ clock }) => clock),
        ['before', 'now', 'now', 'past'],
      );
    });

    test(`${edition.route}: nothing felt yet is waited for, and then goes to the order and the prescriber, never past them`, () => {
      assert.deepEqual(at(toMinutes.value, 'not-yet').ways, ['wait']);
      const { ways } = at(toMinutes.value + 1, 'not-yet');
      assert.equal(ways.at(-1), 'ask-prescriber');
      const more: readonly OnsetWay[] = ['rate-by-order', 'further-part-by-order'];
      const mayGoOn = ways.some((way) => more.includes(way));
      assert.equal(mayGoOn, edition.route !== 'nasal' && edition.route !== 'home');
      assert.equal(ways.includes('nothing-more'), !mayGoOn);
    });

    test(`${edition.route}: too much brings first moves and the back-up at any minute, and a pause where a pump runs`, () => {
      for (const minutes of [0, fromMinutes.value, toMinutes.value + 30]) {
        const { ways } = at(minutes, 'too-much');
        assert.deepEqual(ways.slice(-2), ['first-moves', 'call-back-up']);
        assert.equal(ways.includes('pause'), edition.route === 'iv');
      }
    });

    test(`${edition.route}: what is felt asks for nothing, and neither does what nobody asked about`, () => {
      assert.deepEqual(at(toMinutes.value + 1, 'felt').ways, []);
      assert.deepEqual(at(toMinutes.value + 1).ways, []);
    });
  }
});
