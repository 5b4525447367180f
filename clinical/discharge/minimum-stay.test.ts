import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import type { SessionFacts } from '#clinical/care-record.ts';
import { routeExample } from '#clinical/examples/ready-records.ts';
import { haveInWords } from '#clinical/gate-words.ts';
import { addMinutes, instantOf, localTime, minutesBetween } from '#clinical/instant.ts';
import { minimumStay } from './minimum-stay.ts';

const startedAt = 1_796_000_000_000;
const at = (minute: number): number => addMinutes(startedAt, minute);

function until(
  route: Parameters<typeof routeExample>[0],
  session: SessionFacts | undefined,
): number | string {
  const stay = minimumStay(routeExample(route).edition, session);
  return stay.kind === 'unknown' ? stay.why : minutesBetween(startedAt, stay.until);
}

test('Each route counts its least stay from its own moment', () => {
  const session = { doseStartedAt: at(0), doseStoppedAt: at(40), partsGivenAt: [at(0), at(10)] };
  assert.equal(until('iv', session), 100);
  assert.equal(until('im', session), 130);
  assert.equal(until('sublingual', session), 130);
  assert.equal(until('home', session), 130);
  assert.equal(until('nasal', session), 130);
});

test('After a spray both readings of the label are kept and the later one counts, in whatever order they were written', () => {
  const { edition } = routeExample('nasal');
  for (const partsGivenAt of [
    [at(0), at(5), at(10)],
    [at(10), at(0), at(5)],
  ]) {
    const stay = minimumStay(edition, { doseStartedAt: at(0), doseStoppedAt: at(10), partsGivenAt });
    assert.deepEqual(stay, {
      kind: 'known',
      until: at(130),
      anchors: [
        { from: 'first-part', at: at(0), until: at(120) },
        { from: 'last-part', at: at(10), until: at(130) },
      ],
    });
  }
});

test('While the dose has not ended or a part has no time, nobody knows from when on they could leave', () => {
  assert.equal(until('iv', undefined), 'dose-not-ended');
  assert.equal(until('iv', { doseStartedAt: at(0) }), 'dose-not-ended');
  assert.equal(until('nasal', { doseStartedAt: at(0), doseStoppedAt: at(5) }), 'parts-not-recorded');
  assert.equal(until('im', { doseStoppedAt: at(0), partsGivenAt: [] }), 'parts-not-recorded');
  assert.equal(until('im', { doseStoppedAt: at(0), partsGivenAt: [Number.NaN] }), 'part-time-not-readable');
  assert.equal(until('iv', { doseStoppedAt: Number.NaN }), 'part-time-not-readable');
});

test('Two hours are two hours of life, also when the clocks are changed in between', () => {
  const zone = 'America/Chicago';
  for (const [date, minute] of [
    ['2026-03-08', 60],
    ['2026-11-01', 60],
    ['2026-11-23', 23 * 60],
  ] as const) {
    const given = instantOf(date, minute, zone);
    const stay = minimumStay(routeExample('nasal').edition, {
      doseStartedAt: given,
      doseStoppedAt: given,
      partsGivenAt: [given],
    });
    assert.ok(stay.kind === 'known');
    assert.equal(
      minutesBetween(given, stay.until),
      120,
      `${date} ${localTime(stay.until, zone).minuteOfDay}`,
    );
  }
});

test('A minute before the stay is over the door is shut, and both moments are shown', () => {
  const { edition, rested } = routeExample('nasal');
  const last = rested.cycle?.session?.doseStoppedAt ?? 0;
  const lineAt = (now: number) =>
    answer({ edition, record: rested, now }).gates.release.lines.find(
      (line) => line.condition === 'rest-minimum',
    );
  const before = lineAt(addMinutes(last, 120) - 1);
  assert.equal(before?.state, 'not-met');
  assert.equal(lineAt(addMinutes(last, 120))?.state, 'met');
  assert.ok(before);
  assert.equal(
    haveInWords(before, (moment) => `+${minutesBetween(last, moment)}`),
    'Stays at least until +120. From the first +115, from the last +120',
  );
});

test('The task of letting them go opens when the stay is over, not before', () => {
  const { edition, rested } = routeExample('nasal');
  const last = rested.cycle?.session?.doseStoppedAt ?? 0;
  const { tasks } = answer({ edition, record: rested, now: addMinutes(last, 60) });
  const release = tasks.find((task) => task.kind === 'release');
  assert.deepEqual([release?.state, release?.opensAt], ['not-yet', addMinutes(last, 120)]);
});
