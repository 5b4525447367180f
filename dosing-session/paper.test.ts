import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { calmInfusion } from './examples/calm-infusion.ts';
import { fromPaper } from './examples/from-paper.ts';
import { stillOnPaper } from './paper.ts';
import { fold } from './state.ts';

const evening = fromPaper.startAt + 8 * 3_600_000;
const minutesOf = (events: typeof fromPaper.events, nothingAtMinutes: readonly number[] = []) => {
  const left = stillOnPaper({ state: fold(events), edition, now: evening, nothingAtMinutes });
  return left.kind === 'known' ? left.rows.map(({ minute }) => minute) : [];
};

describe('what is still on paper', () => {
  test('a due time without a row is missing, and a typed row fills it at the time on the paper', () => {
    const without = fromPaper.events.filter(({ eventId }) => eventId !== fromPaper.onPaper[0]);
    assert.ok(minutesOf(without).includes(10));
    assert.ok(!minutesOf(fromPaper.events).includes(10));
  });

  test('it stays missing until someone says there was nothing on the paper', () => {
    const missing = minutesOf(fromPaper.events);
    assert.ok(missing.length > 0);
    assert.deepEqual(minutesOf(fromPaper.events, missing), []);
    assert.deepEqual(minutesOf(fromPaper.events, missing.slice(1)), missing.slice(0, 1));
  });

  test('without the start of the dose it is unknown, never nothing', () => {
    const without = calmInfusion.events.filter(({ fact }) => fact.type !== 'DoseStarted');
    assert.deepEqual(stillOnPaper({ state: fold(without), edition, now: evening, nothingAtMinutes: [] }), {
      kind: 'unknown',
      missing: 'dose-start',
    });
  });

  test('while nobody has typed that they left, it is not over', () => {
    const staying = fromPaper.events.filter(({ fact }) => fact.type !== 'PatientReleased');
    const left = stillOnPaper({ state: fold(staying), edition, now: evening, nothingAtMinutes: [] });
    assert.equal(left.kind === 'known' && left.isOver, false);
    const gone = stillOnPaper({ state: fold(fromPaper.events), edition, now: evening, nothingAtMinutes: [] });
    assert.equal(gone.kind === 'known' && gone.isOver, true);
  });
});
