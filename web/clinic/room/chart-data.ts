// The facts of the room laid out for the chart: rows read, spans where a check is late or was missed, and the limits at
// which someone comes to look.
import { addMinutes, type Instant, millisecondsPerMinute } from '#clinical/instant.ts';
import type { CheckSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { VitalSignName } from '#dosing-session/events.ts';
import { type FlowsheetRow, flowsheetRows } from '#dosing-session/flowsheet.ts';
import { infusionProgress } from '#dosing-session/infusion.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { VitalsMark, VitalsSpan } from '#web/kit/vitals-chart.tsx';
import type { LaneLimit, Reading, VitalsRow } from '#web/kit/vitals-lanes.ts';

export interface ChartData {
  readonly from: Instant;
  readonly to: Instant;
  readonly rows: readonly VitalsRow[];
  readonly limits: readonly LaneLimit[];
  readonly dose: { readonly from: Instant; readonly to: Instant } | undefined;
  readonly marks: readonly VitalsMark[];
  readonly spans: readonly VitalsSpan[];
}

const airMinutes = 12;
/** The words of the limits stand at the right edge; this much of the course is kept clear for them. */
const wordsShare = 0.3;

export function chartData(question: {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly schedule: CheckSchedule | undefined;
  readonly now: Instant;
}): ChartData {
  const { state, edition, schedule, now } = question;
  const rows = flowsheetRows(state).filter(isMeasured).map(rowOf);
  const startedAt = doseStartedAt(state);
  const dose = doseSpan(state, now);
  const first = Math.min(rows[0]?.at ?? now, startedAt ?? now, now);
  const lastAt = Math.max(rows.at(-1)?.at ?? now, dose?.to ?? now, now);
  return {
    from: addMinutes(first, -5),
    to: lastAt + Math.max(airMinutes * millisecondsPerMinute, (lastAt - first) * wordsShare),
    rows,
    limits: alertLimits(edition),
    dose,
    marks: marksOf(state, dose),
    spans: spansOf(schedule, {
      now,
      hasBaseline: rows.some((row) => startedAt !== undefined && row.at <= startedAt),
    }),
  };
}

function isMeasured(row: FlowsheetRow): boolean {
  return rowKeys.some((sign) => row.signs[sign] !== undefined || row.couldNotRead.includes(sign));
}

const rowKeys: readonly VitalSignName[] = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRatePerMin',
  'spo2Percent',
  'respiratoryRatePerMin',
  'temperatureCel',
];

const drawnRows = new WeakMap<FlowsheetRow['signs'], VitalsRow>();

/** The same for the same measurement, whatever was rated beside it since: what was drawn of it stays drawn. */
function rowOf(row: FlowsheetRow): VitalsRow {
  const known = drawnRows.get(row.signs);
  if (known !== undefined) return known;
  const drawn = newRow(row);
  drawnRows.set(row.signs, drawn);
  return drawn;
}

function newRow(row: FlowsheetRow): VitalsRow {
  const reading = (sign: VitalSignName): Reading =>
    row.couldNotRead.includes(sign) ? 'could-not-read' : row.signs[sign];
  return {
    at: row.at,
    systolicMmHg: reading('systolicMmHg'),
    diastolicMmHg: reading('diastolicMmHg'),
    heartRatePerMin: reading('heartRatePerMin'),
    spo2Percent: reading('spo2Percent'),
    respiratoryRatePerMin: reading('respiratoryRatePerMin'),
    temperatureCel: reading('temperatureCel'),
  };
}

function doseSpan(state: SessionState, now: Instant): ChartData['dose'] {
  const { infusion } = state;
  if (infusion === null) return undefined;
  const endsAt = infusion.stoppedAt ?? infusionProgress(state, now)?.emptyAt;
  return {
    from: infusion.startedAt,
    to: endsAt ?? Math.max(now, addMinutes(infusion.startedAt, infusion.plannedMinutes)),
  };
}

function marksOf(state: SessionState, dose: ChartData['dose']): readonly VitalsMark[] {
  if (dose === undefined) {
    const given = doseStartedAt(state);
    return given === undefined ? [] : [{ at: given, words: 'dose' }];
  }
  return [
    { at: dose.from, words: 'on' },
    { at: dose.to, words: 'off' },
  ];
}

function spansOf(
  schedule: CheckSchedule | undefined,
  { now, hasBaseline }: { readonly now: Instant; readonly hasBaseline: boolean },
): readonly VitalsSpan[] {
  return (schedule?.slots ?? []).flatMap((slot): VitalsSpan[] => {
    // The row before the dose says how it began; the minutes after it are not a hole in the course.
    if (slot.minute === 0 && hasBaseline) return [];
    const minute = String(Math.round(slot.minute));
    if (slot.state === 'late') return [{ from: slot.dueAt, to: now, words: [minute, 'late'], kind: 'late' }];
    if (slot.state === 'missed')
      return [{ from: slot.dueAt, to: slot.missedAt, words: [minute, 'missed'], kind: 'late' }];
    return [];
  });
}

function alertLimits({ limits: { alert } }: Edition): readonly LaneLimit[] {
  const limit = (lane: LaneLimit['lane'], side: 'above' | 'below', value: number | undefined): LaneLimit[] =>
    value === undefined ? [] : [{ lane, value, words: `look if ${side} ${value}` }];
  return [
    ...limit('pressure', 'above', alert.systolicMmHg.above?.value),
    ...limit('pulse', 'above', alert.heartRatePerMin.above?.value),
    ...limit('oxygen', 'below', alert.spo2Percent.below?.value),
  ];
}
