// Protocol, record and moment in; one answer out: what should happen now, what blocks, who owns it, what is unknown.
// Every surface shows this answer and none has a rule of its own.

import type { CareRecord, JourneyStage } from './care-record.ts';
import { clockAt } from './clock.ts';
import { releaseGate } from './discharge/release-gate.ts';
import { openDoseGate } from './dosing/dose-gate.ts';
import type { Gate } from './gate.ts';
import type { Asked } from './gate-line.ts';
import { addMinutes, type Instant } from './instant.ts';
import { type CheckSchedule, type CheckSlot, checkSchedule } from './monitoring/schedule.ts';
import { type FoodClock, foodClockBefore } from './preparation/fasting.ts';
import type { Edition } from './protocol/edition.ts';
import type { Task } from './task.ts';
import { tasksOf } from './tasks.ts';

export type { Condition, Gate, GateLine, Have, LineState } from './gate.ts';
export type { CheckSlot } from './monitoring/schedule.ts';
export type { FoodClock } from './preparation/fasting.ts';
export type { Task, TaskKind, TaskState } from './task.ts';

/** Something that could not be told, as a code: 'open-dose/ride', 'release/gait', 'check-schedule'. */
export type UnknownCode = string;

export type Answer = {
  readonly stage: JourneyStage;
  /** By deadline: late and due first, then what opens later, then what is done. */
  readonly tasks: readonly Task[];
  readonly gates: { readonly openDose: Gate; readonly release: Gate };
  readonly unknown: readonly UnknownCode[];
  /** The earliest moment at which time alone changes this answer. Until then it may be shown as it stands. */
  readonly nextAt?: Instant | undefined;
  readonly currentCheck?: CheckSlot | undefined;
  readonly nextCheck?: CheckSlot | undefined;
  readonly missedChecks: readonly CheckSlot[];
  /** Only near the dose: from the evening before until the booked time is over. */
  readonly foodClock?: FoodClock | undefined;
};

export function answer(question: {
  readonly edition: Edition;
  readonly record: CareRecord;
  readonly now: Instant;
}): Answer {
  const { edition, record, now } = question;
  const clock = clockAt(now);
  const asked: Asked = { edition, clock };
  const openDose = openDoseGate(asked, record);
  const release = releaseGate(asked, record);
  const schedule = checkSchedule({ edition, session: record.cycle?.session, now });
  watchSchedule(asked, record, schedule);
  const tasks = tasksOf(asked, record, { openDose, release, schedule });
  const foodClock = foodClockOf(asked, record);
  return {
    stage: record.stage,
    tasks,
    gates: { openDose, release },
    unknown: unknownOf(record, { openDose, release, schedule }),
    nextAt: clock.nextAt(),
    currentCheck: schedule?.current,
    nextCheck: schedule?.next,
    missedChecks: schedule?.missed ?? [],
    foodClock,
  };
}

/** The schedule reads the time itself; the moments at which it will read differently are noted here. */
function watchSchedule({ clock }: Asked, record: CareRecord, schedule: CheckSchedule | undefined): void {
  const session = record.cycle?.session;
  if (!session) return;
  for (const slot of schedule?.slots ?? []) {
    for (const at of [slot.dueAt, slot.lateAt, slot.missedAt]) clock.reached(at);
  }
  for (const at of session.checksTakenAt ?? []) clock.reached(at);
}

/** Days ahead, “until 4:30 am” would be read as tonight; long after, as a meal still to come. */
function foodClockOf({ edition, clock }: Asked, record: CareRecord): FoodClock | undefined {
  const dose = record.cycle?.doseAppointment;
  if (!dose || record.cycle?.session?.doseStartedAt !== undefined) return undefined;
  const shownFrom = addMinutes(dose.startsAt, -edition.fasting.clockFromHoursBefore.value * 60);
  if (!clock.reached(shownFrom) || clock.reached(dose.endsAt)) return undefined;
  return foodClockBefore(dose.startsAt, edition);
}

const stagesBeforeDose: readonly JourneyStage[] = ['planned', 'preparing', 'ready', 'arrived'];
const stagesBeforeRelease: readonly JourneyStage[] = ['dosing', 'recovering'];

function unknownOf(
  record: CareRecord,
  found: { readonly openDose: Gate; readonly release: Gate; readonly schedule: CheckSchedule | undefined },
): readonly UnknownCode[] {
  const gates = [
    ...(stagesBeforeDose.includes(record.stage) ? [found.openDose] : []),
    ...(stagesBeforeRelease.includes(record.stage) ? [found.release] : []),
  ];
  const lines = gates.flatMap((gate) =>
    gate.lines.filter((line) => line.state === 'unknown').map((line) => `${gate.id}/${line.condition}`),
  );
  const isWatched = stagesBeforeRelease.includes(record.stage);
  const noSchedule = isWatched && (found.schedule === undefined || found.schedule.overrun);
  return noSchedule ? [...lines, 'check-schedule'] : lines;
}
