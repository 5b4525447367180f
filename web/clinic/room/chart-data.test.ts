import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { append, fold } from '#dosing-session/state.ts';
import { chartData } from './chart-data.ts';

const doseAt = calmInfusion.startAt + 20 * 60_000;

const chartAt = (minutes: number, seenUntil = minutes) => {
  const now = doseAt + minutes * 60_000;
  const state = fold(
    calmInfusion.events.filter((event) => event.effectiveAt <= doseAt + seenUntil * 60_000),
    calmInfusion,
  );
  const schedule = checkSchedule({ edition, session: sessionFacts(state, edition), now });
  return { now, ...chartData({ state, edition, schedule, now }) };
};

test('Readings before the dose stand left of the line that says the pump is on', () => {
  const chart = chartAt(1);
  assert.equal(chart.rows.filter((row) => row.at < doseAt).length, 1);
  assert.ok(chart.from < doseAt);
  assert.equal(chart.marks[0]?.at, doseAt);
  assert.equal(chart.marks[0]?.words, 'on');
});

test('A check nobody took is drawn as a span with its words, not left blank', () => {
  const chart = chartAt(38, 12);
  const words = chart.spans.map((span) => span.words.join(' '));
  assert.ok(words.includes('20 missed'));
  assert.ok(words.includes('30 late'));
});

test('Each limit drawn is the alert limit of the edition', () => {
  assert.deepEqual(
    chartAt(1).limits.map((limit) => limit.value),
    [
      edition.limits.alert.systolicMmHg.above?.value,
      edition.limits.alert.heartRatePerMin.above?.value,
      edition.limits.alert.spo2Percent.below?.value,
    ],
  );
});

test('A reading that comes later leaves those before it as they are, so that only it is drawn', () => {
  const now = doseAt + 40 * 60_000;
  const readings = calmInfusion.events.filter((event) => event.fact.type === 'VitalSignsMeasured');
  const last = readings.at(-1);
  if (last === undefined) throw new Error('Nothing was measured.');
  const before = fold(
    calmInfusion.events.filter((event) => event.effectiveAt < last.effectiveAt),
    calmInfusion,
  );
  const rowsOf = (state: typeof before) => chartData({ state, edition, schedule: undefined, now }).rows;
  const [drawn, next] = [rowsOf(before), rowsOf(append(before, last))];
  assert.equal(next.length, drawn.length + 1);
  for (const [index, row] of drawn.entries()) assert.equal(next[index], row);
});

test('The clock always has room after now', () => {
  const chart = chartAt(90, 12);
  assert.ok(chart.to > chart.now);
});

const dueAtStart = (withBaseline: boolean) => {
  const now = doseAt + 12 * 60_000;
  const state = fold(
    calmInfusion.events.filter(
      (event) =>
        event.effectiveAt <= now &&
        (event.fact.type !== 'VitalSignsMeasured' || (withBaseline && event.effectiveAt < doseAt)),
    ),
    calmInfusion,
  );
  const schedule = checkSchedule({
    edition,
    session: { ...sessionFacts(state, edition), checksTakenAt: [] },
    now,
  });
  return chartData({ state, edition, schedule, now }).spans.map((span) => span.words.join(' '));
};

test('With a row from before the dose, the minutes after the start are not drawn as a hole', () => {
  assert.deepEqual(dueAtStart(true), []);
  assert.deepEqual(dueAtStart(false), ['0 missed']);
});
