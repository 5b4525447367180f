import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import type { LogEvent } from './events.ts';
import { calmInfusion } from './examples/calm-infusion.ts';
import { fromPaper } from './examples/from-paper.ts';
import { highPressure } from './examples/high-pressure.ts';
import { lateAndCorrected } from './examples/late-and-corrected.ts';
import { atPhone, atTablet, nurse } from './examples/people.ts';
import { afterVisitSummary, dosesGiven, flowsheetRows, signCourse, timeline } from './flowsheet.ts';
import { factOf, idsFrom, type Pen, recorder } from './recorder.ts';
import { append, fold } from './state.ts';

const evening = calmInfusion.startAt + 8 * 3_600_000;
const slot = { slotMinute: 20 };

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
    log.record(atPhone, 40.5, factOf('DistressRated', { score: 2, whose: 'said', ...slot }));
    log.record(atPhone, 40.5, factOf('DistressRated', { score: 6, whose: 'seen', ...slot }));
    log.record(atPhone, 40.5, factOf('DissociationRated', { level: 'mild', whose: 'said', ...slot }));
    log.record(atPhone, 40.5, factOf('ExperienceNoted', { tags: ['deeply-relaxed', 'images'], ...slot }));
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
    log.record(atPhone, 40.5, factOf('PerceptionRated', { score: null, slotMinute: 20 }));
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

/** Facts of the 20-minute check, which was due at minute 40 of the session, each at its time in minutes and seconds. */
type Step = readonly [at: string, of: { readonly reads: number } | { readonly moaas: number }, by?: Pen];

const sessionMinute = (at: string): number => {
  const [minute = 0, second = 0] = at.split(':').map(Number);
  return minute + second / 60;
};

const written = (steps: readonly Step[]) => {
  const log = recorder({ ...calmInfusion, nextId: idsFrom(310) });
  const ids = steps.map(([at, of, by = atTablet]) =>
    log.record(
      by,
      sessionMinute(at),
      'moaas' in of
        ? factOf('SedationRated', { moaas: of.moaas, ...slot })
        : factOf('VitalSignsMeasured', {
            systolicMmHg: of.reads,
            couldNotRead: [],
            ...slot,
            context: 'scheduled',
            source: 'typed',
          }),
    ),
  );
  return { ids, log, events: log.events };
};

/** Each row as it is read: its clock, the pressure, how awake they were rated, and whose row it is. */
const asRead = (events: readonly LogEvent[]) =>
  flowsheetRows(fold(events, calmInfusion)).map(({ at, signs, moaas, byName }) => {
    const seconds = Math.round((at - calmInfusion.startAt) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return [clock, signs.systolicMmHg, moaas, byName];
  });

const ines = 'Ines Moreau';
const tomas = 'Tomas Berg';

const ratingsBeside: readonly {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly rows: ReturnType<typeof asRead>;
}[] = [
  {
    title:
      'how awake they were after the planned check is told with that check, not with an extra one before it',
    steps: [
      ['37:00', { reads: 150 }],
      ['40:00', { reads: 138 }],
      ['40:24', { moaas: 3 }],
    ],
    rows: [
      ['37:00', 150, undefined, ines],
      ['40:00', 138, 3, ines],
    ],
  },
  {
    title: 'how awake they were just before the cuff read is told with that reading',
    steps: [
      ['37:00', { reads: 150 }],
      ['39:20', { moaas: 3 }],
      ['40:00', { reads: 138 }],
    ],
    rows: [
      ['37:00', 150, undefined, ines],
      ['40:00', 138, 3, ines],
    ],
  },
  {
    title: 'how awake they were at the moment of a reading is told with it, whichever was written first',
    steps: [
      ['40:00', { moaas: 3 }],
      ['40:00', { reads: 138 }],
      ['40:40', { reads: 141 }],
    ],
    rows: [
      ['40:00', 138, 3, ines],
      ['40:40', 141, undefined, ines],
    ],
  },
  {
    title: 'a rating stays in its own minute, though a reading of the minute before was nearer',
    steps: [
      ['39:55', { reads: 150 }],
      ['40:05', { moaas: 3 }],
      ['40:50', { reads: 138 }],
    ],
    rows: [
      ['39:55', 150, undefined, ines],
      ['40:50', 138, 3, ines],
    ],
  },
  {
    title: 'of two readings in one check each keeps the rating that was made with it',
    steps: [
      ['38:00', { reads: 150 }],
      ['38:20', { moaas: 2 }],
      ['43:00', { reads: 138 }],
      ['43:20', { moaas: 4 }],
    ],
    rows: [
      ['38:00', 150, 2, ines],
      ['43:00', 138, 4, ines],
    ],
  },
  {
    title:
      'two ratings beside one reading are both told, the one of its minute in its row and the other at its own time',
    steps: [
      ['38:10', { moaas: 5 }],
      ['40:00', { reads: 138 }],
      ['40:24', { moaas: 3 }],
    ],
    rows: [
      ['38:10', undefined, 5, ines],
      ['40:00', 138, 3, ines],
    ],
  },
  {
    title: 'a second rating within a minute never moves to a reading of another minute',
    steps: [
      ['39:30', { reads: 150 }],
      ['40:00', { reads: 138 }],
      ['40:10', { moaas: 3 }],
      ['40:30', { moaas: 2 }],
    ],
    rows: [
      ['39:30', 150, undefined, ines],
      ['40:00', 138, 3, ines],
      ['40:30', undefined, 2, ines],
    ],
  },
  {
    title: 'a rating two minutes from the reading is still told with it',
    steps: [
      ['40:00', { reads: 138 }],
      ['42:00', { moaas: 3 }],
    ],
    rows: [['40:00', 138, 3, ines]],
  },
  {
    title: 'a rating further than that from every reading of its check stands at its own time',
    steps: [
      ['40:00', { reads: 138 }],
      ['42:01', { moaas: 3 }],
    ],
    rows: [
      ['40:00', 138, undefined, ines],
      ['42:01', undefined, 3, ines],
    ],
  },
  {
    title: 'a rating without any reading stands at its own time, and no number is told beside it',
    steps: [['40:24', { moaas: 3 }]],
    rows: [['40:24', undefined, 3, ines]],
  },
  {
    title: 'two people who rate without a reading are told apart, each with a time and a name',
    steps: [
      ['40:10', { moaas: 3 }],
      ['40:20', { moaas: 4 }, atPhone],
    ],
    rows: [
      ['40:10', undefined, 3, ines],
      ['40:20', undefined, 4, tomas],
    ],
  },
  {
    title: 'of two readings in a minute a rating is told with that of the one who rated',
    steps: [
      ['40:00', { reads: 138 }, atPhone],
      ['40:20', { moaas: 3 }, atPhone],
      ['40:25', { reads: 141 }, atTablet],
    ],
    rows: [
      ['40:00', 138, 3, tomas],
      ['40:25', 141, undefined, ines],
    ],
  },
  {
    title: 'where only someone else read, a rating is told with the reading that was nearest',
    steps: [
      ['39:20', { reads: 150 }],
      ['40:00', { reads: 138 }],
      ['41:10', { moaas: 3 }, atPhone],
    ],
    rows: [
      ['39:20', 150, undefined, ines],
      ['40:00', 138, 3, ines],
    ],
  },
  {
    title: 'where nobody read in its minute, a rating is told with the reading of the one who rated',
    steps: [
      ['39:20', { reads: 150 }, atPhone],
      ['40:00', { reads: 138 }],
      ['41:10', { moaas: 3 }, atPhone],
    ],
    rows: [
      ['39:20', 150, 3, tomas],
      ['40:00', 138, undefined, ines],
    ],
  },
  {
    title: 'a rating is told in its own minute, though the one who rated read in another',
    steps: [
      ['39:50', { reads: 150 }, atPhone],
      ['40:00', { reads: 138 }],
      ['40:10', { moaas: 3 }, atPhone],
    ],
    rows: [
      ['39:50', 150, undefined, tomas],
      ['40:00', 138, 3, ines],
    ],
  },
];

describe('a rating is told at the time it was made', () => {
  for (const { title, steps, rows } of ratingsBeside)
    test(title, () => {
      const { events } = written(steps);
      assert.deepEqual(asRead(events), rows);
      assert.deepEqual(asRead(events.toReversed()), rows, 'in whatever order it arrives');
    });

  test('what was felt and seen in one look without a reading is one row', () => {
    const log = recorder({ ...calmInfusion, nextId: idsFrom(311) });
    log.record(atTablet, 40, factOf('DistressRated', { score: 2, whose: 'said', ...slot }));
    log.record(atTablet, 40, factOf('NauseaRated', { score: 1, ...slot }));
    log.record(atTablet, 43, factOf('NauseaRated', { score: 3, ...slot }));
    assert.deepEqual(
      flowsheetRows(fold(log.events, calmInfusion)).map((row) => [row.at, row.distressSaid, row.nausea]),
      [
        [calmInfusion.startAt + 40 * 60_000, 2, 1],
        [calmInfusion.startAt + 43 * 60_000, undefined, 3],
      ],
    );
  });

  test('every kind of rating keeps to the reading it was made with', () => {
    const { log } = written([
      ['37:00', { reads: 150 }],
      ['40:00', { reads: 138 }],
    ]);
    const at = sessionMinute('40:24');
    log.record(atTablet, at, factOf('SedationRated', { moaas: 3, ...slot }));
    log.record(atTablet, at, factOf('DistressRated', { score: 4, ...slot }));
    log.record(atTablet, at, factOf('DissociationRated', { level: 'mild', whose: 'seen', ...slot }));
    log.record(atTablet, at, factOf('ExperienceNoted', { tags: ['images'], ...slot }));
    log.record(atTablet, at, factOf('PerceptionRated', { score: null, ...slot }));
    log.record(atTablet, at, factOf('NauseaRated', { score: 1, ...slot }));
    log.record(atTablet, at, factOf('LookMade', { seen: 'settled', ...slot }));
    const rows = flowsheetRows(fold(log.events, calmInfusion));
    assert.deepEqual(
      rows.map(({ eventIds }) => eventIds.length),
      [1, 8],
    );
    const [, row] = rows;
    assert.deepEqual(
      [row?.moaas, row?.distress, row?.dissociationSeen, row?.experience, row?.perception, row?.nausea],
      [3, 4, 'mild', ['images'], null, 1],
    );
    assert.equal(row?.seen, 'settled');
  });

  test('a rating that belongs to no check, or to another one, never joins a reading of this one', () => {
    for (const other of [{}, { slotMinute: 30 }]) {
      const { log } = written([['40:00', { reads: 138 }]]);
      log.record(atTablet, sessionMinute('40:24'), factOf('SedationRated', { moaas: 3, ...other }));
      assert.deepEqual(asRead(log.events), [
        ['40:00', 138, undefined, ines],
        ['40:24', undefined, 3, ines],
      ]);
    }
  });

  test('what was typed from paper is told with the reading of its paper, and not with one a device kept', () => {
    const paper = { v: 1, sheet: 'K7QM4-X', seenById: nurse.id, seenByName: nurse.name } as const;
    const { log } = written([['40:20', { reads: 133 }, atPhone]]);
    log.record(
      atPhone,
      40,
      factOf('VitalSignsMeasured', {
        systolicMmHg: 131,
        couldNotRead: [],
        ...slot,
        context: 'scheduled',
        source: 'typed',
      }),
      70,
      paper,
    );
    log.record(atPhone, sessionMinute('40:20'), factOf('SedationRated', { moaas: 3, ...slot }), 70, paper);
    assert.deepEqual(asRead(log.events), [
      ['40:00', 131, 3, tomas],
      ['40:20', 133, undefined, tomas],
    ]);
  });

  test('when the reading beside a rating was entered in error, the rating stays at its own time', () => {
    const { ids, log } = written([
      ['37:00', { reads: 150 }],
      ['40:00', { reads: 238 }],
      ['40:24', { moaas: 3 }],
    ]);
    log.record(
      atTablet,
      42,
      factOf('EnteredInError', { targetEventId: ids[1] ?? '', reason: 'Typed 238 for 138' }),
    );
    const before = [
      ['37:00', 150, undefined, ines],
      ['40:24', undefined, 3, ines],
    ];
    assert.deepEqual(asRead(log.events), before);
    log.record(
      atTablet,
      40,
      factOf('VitalSignsMeasured', {
        systolicMmHg: 138,
        couldNotRead: [],
        ...slot,
        context: 'scheduled',
        source: 'typed',
      }),
      2.5,
    );
    assert.deepEqual(asRead(log.events), [
      ['37:00', 150, undefined, ines],
      ['40:00', 138, 3, ines],
    ]);
  });

  test('a reading that arrives late takes the rating made with it, as if it had come in its time', () => {
    const { events } = written([
      ['38:30', { reads: 150 }],
      ['40:00', { reads: 138 }],
      ['40:24', { moaas: 3 }],
    ]);
    const [extra, planned, rating] = events;
    assert.ok(extra && planned && rating);
    const early = append(fold([extra], calmInfusion), rating);
    assert.deepEqual(
      flowsheetRows(early).map(({ moaas }) => moaas),
      [3],
    );
    assert.deepEqual(flowsheetRows(append(early, planned)), flowsheetRows(fold(events, calmInfusion)));
    assert.deepEqual(
      flowsheetRows(append(early, planned)).map(({ moaas }) => moaas),
      [undefined, 3],
    );
  });

  test('a rating leaves the readings as they were, so that a picture of hours is not drawn again', () => {
    const { events } = written([
      ['37:00', { reads: 150 }],
      ['40:00', { reads: 138 }],
      ['40:24', { moaas: 3 }],
    ]);
    const before = fold(events.slice(0, 2), calmInfusion);
    const [first, second] = flowsheetRows(before);
    const [last] = events.slice(2);
    assert.ok(first && second && last);
    const after = flowsheetRows(append(before, last));
    assert.equal(after[0], first);
    assert.equal(after[1]?.signs, second.signs);
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
