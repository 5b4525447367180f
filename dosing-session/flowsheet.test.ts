import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { calmInfusion } from './examples/calm-infusion.ts';
import { fromPaper } from './examples/from-paper.ts';
import { highPressure } from './examples/high-pressure.ts';
import { lateAndCorrected } from './examples/late-and-corrected.ts';
import { atPhone } from './examples/people.ts';
import { afterVisitSummary, dosesGiven, flowsheetRows, signCourse, timeline } from './flowsheet.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { append, fold } from './state.ts';

const evening = calmInfusion.startAt + 8 * 3_600_000;

describe('the flowsheet', () => {
  test('has one row per measurement with the ratings of its slot beside it', () => {
    const rows = flowsheetRows(fold(calmInfusion.events));
    const twenty = rows.find(({ slotMinute }) => slotMinute === 20);
    assert.deepEqual(
      [twenty?.minute, twenty?.signs.systolicMmHg, twenty?.moaas, twenty?.dissociation],
      [20, 138, 4, 'strong'],
    );
    assert.equal(twenty?.eventIds.length, 3);
    assert.equal(twenty?.distress, undefined);
  });

  test('what the person says and what is seen of them stand side by side in one row, with what was noted', () => {
    const log = recorder({ ...calmInfusion, nextId: idsFrom(301) });
    const slot = { slotMinute: 20 };
    log.record(atPhone, 20.5, factOf('DistressRated', { score: 2, whose: 'said', ...slot }));
    log.record(atPhone, 20.5, factOf('DistressRated', { score: 6, whose: 'seen', ...slot }));
    log.record(atPhone, 20.5, factOf('DissociationRated', { level: 'mild', whose: 'said', ...slot }));
    log.record(atPhone, 20.5, factOf('ExperienceNoted', { tags: ['deeply-relaxed', 'images'], ...slot }));
    const rows = flowsheetRows(append(fold(calmInfusion.events), ...log.events)).filter(
      ({ slotMinute }) => slotMinute === 20,
    );
    assert.equal(rows.length, 1);
    const [row] = rows;
    assert.deepEqual(
      [
        row?.distressSaid,
        row?.distressSeen,
        row?.dissociationSaid,
        row?.dissociation,
        row?.moaas,
        row?.experience,
      ],
      [2, 6, 'mild', 'strong', 4, ['deeply-relaxed', 'images']],
    );
  });

  test('what could not be told of seeing and hearing stands in its row as that, and not as a number', () => {
    const log = recorder({ ...calmInfusion, nextId: idsFrom(302) });
    log.record(atPhone, 20.5, factOf('PerceptionRated', { score: null, slotMinute: 20 }));
    const rows = flowsheetRows(append(fold(calmInfusion.events), ...log.events));
    const at = (minute: number) => rows.find(({ slotMinute }) => slotMinute === minute)?.perception;
    assert.deepEqual([at(10), at(20), at(40)], [undefined, null, 6]);
  });

  test('two measurements in one slot are two rows', () => {
    const log = recorder({ ...calmInfusion, nextId: idsFrom(300) });
    log.record(
      atPhone,
      40.2,
      factOf('VitalSignsMeasured', {
        heartRatePerMin: 80,
        couldNotRead: [],
        slotMinute: 20,
        context: 'scheduled',
        source: 'device',
      }),
    );
    const rows = flowsheetRows(append(fold(calmInfusion.events), ...log.events));
    assert.equal(rows.filter(({ slotMinute }) => slotMinute === 20).length, 2);
  });

  test('a late row stands at its true time and shows when it was written', () => {
    const row = flowsheetRows(fold(lateAndCorrected.events)).find(({ eventIds }) =>
      eventIds.includes(lateAndCorrected.lateReading),
    );
    assert.equal(row?.minute, 20);
    assert.equal((row?.writtenAt ?? 0) - (row?.at ?? 0), 6 * 60_000);
  });

  test('a row typed from paper stands at the time on the paper, and says who saw it beside who typed it', () => {
    const row = flowsheetRows(fold(fromPaper.events)).find(({ eventIds }) =>
      eventIds.includes(fromPaper.onPaper[0] ?? ''),
    );
    assert.equal(row?.minute, 10);
    assert.equal((row?.writtenAt ?? 0) - (row?.at ?? 0), 80 * 60_000);
    assert.deepEqual([row?.paper?.seenByName, row?.byName], ['Ines Moreau', 'Tomas Berg']);
    const told = timeline(fold(fromPaper.events)).find(({ eventId }) => eventId === fromPaper.onPaper[0]);
    assert.equal(told?.paper?.sheet, 'K7QM4-X');
  });

  test('what the paper says and what a device kept are two rows, and neither is changed by the other', () => {
    const rows = flowsheetRows(fold(fromPaper.events)).filter(({ slotMinute }) => slotMinute === 20);
    assert.deepEqual(
      rows.map((row) => [row.signs.systolicMmHg, row.paper?.seenByName]),
      [
        [131, 'Ines Moreau'],
        [133, undefined],
      ],
    );
  });

  test('a sign that could not be read is a gap in the course', () => {
    const log = recorder({ ...calmInfusion, nextId: idsFrom(301) });
    log.record(
      atPhone,
      45,
      factOf('VitalSignsMeasured', {
        couldNotRead: ['spo2Percent'],
        context: 'unscheduled',
        source: 'typed',
      }),
    );
    const course = signCourse(append(fold(calmInfusion.events), ...log.events), 'spo2Percent');
    assert.equal(course.filter(({ value }) => value === null).length, 1);
  });

  test('the timeline keeps what was entered in error, with who struck it and why', () => {
    const lines = timeline(fold(lateAndCorrected.events));
    assert.equal(lines.length, lateAndCorrected.events.length);
    const struck = lines.filter((line) => line.struck !== undefined);
    assert.deepEqual(
      struck.map(({ eventId, struck }) => [eventId, struck?.reason]),
      [[lateAndCorrected.slip, 'Typed 233 for 133']],
    );
  });
});

describe('the account that goes home', () => {
  test('a slowed and stopped infusion gives what went in, not what was planned', () => {
    const [dose] = dosesGiven(fold(highPressure.events), evening);
    // 21 minutes at 1 mg, a pause, half a minute at 1 mg, then 17.5 minutes at half of that.
    assert.equal(dose?.givenMg, 21 + 0.5 + 8.75);
    assert.equal(dose?.preparedMg, 40);
  });

  test('182/104 and its treatment appear once each', () => {
    const summary = afterVisitSummary(fold(highPressure.events), edition, evening);
    assert.equal(summary.signs.systolicMmHg?.highest, 184);
    assert.equal(summary.signs.systolicMmHg?.baseline, 124);
    assert.equal(summary.alerts.length, 1);
    assert.deepEqual(
      summary.rescue.map(({ given, response }) => [given.name, response]),
      [['Labetalol', '158/92']],
    );
    assert.deepEqual(
      summary.symptoms.map(({ symptom, resolvedAt }) => [symptom, resolvedAt !== undefined]),
      [['Headache', true]],
    );
    assert.equal(summary.released?.toRelation, 'sister');
    assert.deepEqual(summary.unsettled, { conflicts: [], needsReview: [], notArrived: [] });
  });
});
