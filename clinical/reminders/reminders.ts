// What a message may be sent about now, read from the same tasks that Today shows. Each is said once: `about` names it, and
// whoever sends keeps which were sent. Only a safety check may speak in quiet hours, and nothing is asked a second time.

import { groupedBy } from '#clinical/grouped.ts';
import { addMinutes, type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type QuietHours, sendableAt } from '#clinical/protocol/quiet-hours.ts';
import type { Task, TaskKind } from '#clinical/task.ts';
import {
  appointmentToldHoursBefore,
  appointmentTooNearHours,
  decisionToldWithinDays,
  preparationToldHoursBefore,
} from './reminder-rules.ts';

export type Reminder =
  | { readonly kind: 'after-check'; readonly about: string; readonly hours: number }
  | { readonly kind: 'evening-check'; readonly about: string }
  | { readonly kind: 'pulse'; readonly about: string }
  | { readonly kind: 'forms'; readonly about: string; readonly instrument: string | undefined }
  | { readonly kind: 'preparation'; readonly about: string }
  | { readonly kind: 'commitment'; readonly about: string }
  | { readonly kind: 'decided'; readonly about: string }
  | {
      readonly kind: 'appointment';
      readonly about: string;
      readonly startsAt: Instant;
      readonly endsAt: Instant;
    };

export const safetyChecks: readonly Reminder['kind'][] = ['after-check', 'evening-check'];

export type ReminderWishes = {
  readonly quiet?: QuietHours | undefined;
  /** The one question of the day, by message. Only who asked for it gets it. */
  readonly pulse: boolean;
  /** Appointments, questionnaires, getting ready, the days someone chose to look back on, and what is new to read. */
  readonly dates: boolean;
};

export type BookedAppointment = { readonly id: string; readonly startsAt: Instant; readonly endsAt: Instant };

/** How a plan goes on, as it was decided last; seen once it has stood on the person's own screen. */
export type NewestDecision = { readonly id: string; readonly at: Instant; readonly isSeen: boolean };

/** A day someone chose for looking back, and when they chose it. */
export type CommitmentDay = { readonly dueOn: LocalDate; readonly chosenAt: Instant };

export function remindersDue(question: {
  readonly tasks: readonly Task[];
  readonly appointments: readonly BookedAppointment[];
  readonly commitmentDays: readonly CommitmentDay[];
  readonly newestDecision: NewestDecision | undefined;
  /** The cycle asked after and the cycle ahead, so that the same question in the next one is another reminder. */
  readonly lastDoseCycleId: string | undefined;
  readonly cycleId: string | undefined;
  readonly wishes: ReminderWishes;
  readonly edition: Edition;
  readonly now: Instant;
  readonly zone: ZoneId;
}): readonly Reminder[] {
  const { tasks, appointments, commitmentDays, newestDecision } = question;
  const { lastDoseCycleId, cycleId, wishes, edition, now, zone } = question;
  const open = tasks.filter(
    (task) => task.owner === 'patient' && (task.state === 'due' || task.state === 'late'),
  );
  const isQuiet = sendableAt({ now, zone, edition, own: wishes.quiet }) > now;
  const all = [
    ...afterChecks(open, lastDoseCycleId),
    ...eveningCheck(open, cycleId),
    ...(wishes.pulse ? pulse(open) : []),
    ...(wishes.dates
      ? [
          ...forms(open, now, zone),
          ...preparation(open, cycleId, now),
          ...commitments(commitmentDays, now, zone),
          ...decided(newestDecision, now),
          ...booked(appointments, now),
        ]
      : []),
  ];
  return all.filter((reminder) => !isQuiet || safetyChecks.includes(reminder.kind));
}

/** Of two that stand open only the later is asked: an hour that has passed is not asked twice. */
function afterChecks(open: readonly Task[], cycleId: string | undefined): readonly Reminder[] {
  return open
    .filter((task) => task.kind === 'answer-after-check')
    .map((task) => Number(task.subject))
    .sort((a, b) => a - b)
    .slice(-1)
    .map((hours) => ({ kind: 'after-check', about: `after-check/${cycleId ?? ''}/${hours}`, hours }));
}

function eveningCheck(open: readonly Task[], cycleId: string | undefined): readonly Reminder[] {
  const isOpen = open.some((task) => task.kind === 'answer-evening-check');
  return isOpen ? [{ kind: 'evening-check', about: `evening-check/${cycleId ?? ''}` }] : [];
}

function pulse(open: readonly Task[]): readonly Reminder[] {
  return open
    .filter((task) => task.kind === 'answer-pulse')
    .map((task) => ({ kind: 'pulse', about: `pulse/${task.subject ?? ''}` }));
}

const formKinds: readonly TaskKind[] = ['answer-baseline', 'answer-anchor'];

/** Forms that open on one day are one message. */
function forms(open: readonly Task[], now: Instant, zone: ZoneId): readonly Reminder[] {
  const byDay = groupedBy(
    open.filter((task) => formKinds.includes(task.kind)),
    (task) => localDateOf(task.opensAt ?? now, zone),
  );
  return [...byDay].map(([day, [first]]) => ({
    kind: 'forms',
    about: `forms/${day}`,
    instrument: first?.subject,
  }));
}

const preparationKinds: readonly TaskKind[] = [
  'set-intention',
  'practice-grounding',
  'write-navigation-plan',
  'write-day-plan',
  'prepare-step',
  'sign-consent',
  'ask-companion',
];

function preparation(open: readonly Task[], cycleId: string | undefined, now: Instant): readonly Reminder[] {
  const soon = addMinutes(now, preparationToldHoursBefore.value * 60);
  const isOpen = open.some(
    ({ kind, dueAt }) => preparationKinds.includes(kind) && dueAt !== undefined && dueAt <= soon,
  );
  return isOpen ? [{ kind: 'preparation', about: `preparation/${cycleId ?? ''}` }] : [];
}

/** All of one day are one message; what was chosen on the day itself needs none, and a day that is over gets none. */
function commitments(days: readonly CommitmentDay[], now: Instant, zone: ZoneId): readonly Reminder[] {
  const today = localDateOf(now, zone);
  const isToday = days.some(({ dueOn, chosenAt }) => dueOn === today && localDateOf(chosenAt, zone) < today);
  return isToday ? [{ kind: 'commitment', about: `commitment/${today}` }] : [];
}

/** Only the newest: an older one is no longer how the plan goes on. */
function decided(newest: NewestDecision | undefined, now: Instant): readonly Reminder[] {
  if (newest === undefined || newest.isSeen) return [];
  const isOld = now >= addMinutes(newest.at, decisionToldWithinDays.value * 24 * 60);
  return isOld ? [] : [{ kind: 'decided', about: `decided/${newest.id}` }];
}

/** One that was moved is another appointment, and told again. */
function booked(appointments: readonly BookedAppointment[], now: Instant): readonly Reminder[] {
  const from = addMinutes(now, appointmentTooNearHours.value * 60);
  const until = addMinutes(now, appointmentToldHoursBefore.value * 60);
  return appointments
    .filter(({ startsAt }) => startsAt > from && startsAt <= until)
    .map(({ id, startsAt, endsAt }) => ({
      kind: 'appointment',
      about: `appointment/${id}/${startsAt}`,
      startsAt,
      endsAt,
    }));
}
