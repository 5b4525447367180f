// What is due in this room now and what comes next: the checks of the protocol, and the second look after an alert.
import type { Instant } from '#clinical/instant.ts';
import type { CheckSchedule } from '#clinical/monitoring/schedule.ts';
import type { Alert, AlertSubject } from '#dosing-session/alerts.ts';
import type { CheckKind, DueCheck } from '#dosing-session/due-checks.ts';

export interface RoomDueItem {
  readonly title: string;
  readonly dueAt: Instant;
  readonly begin?: (() => void) | undefined;
}

/** The next thing has a countdown beside it, so its name is said in two words. */
const againWords: Readonly<Record<AlertSubject, string>> = {
  'blood-pressure': 'BP again',
  'heart-rate': 'Pulse again',
  oxygen: 'Oxygen again',
  breathing: 'Breaths again',
  sedation: 'Look again',
  distress: 'Ask again',
  line: 'Line again',
  presence: 'Look in',
};

export interface DueItems {
  readonly first: RoomDueItem | undefined;
  readonly next: RoomDueItem | undefined;
}

export const subjectWords: Readonly<Record<AlertSubject, string>> = {
  'blood-pressure': 'Blood pressure',
  'heart-rate': 'Pulse',
  oxygen: 'Oxygen',
  breathing: 'Breathing',
  sedation: 'How awake',
  distress: 'Distress',
  line: 'The line',
  presence: 'No one in the room',
};

export const checkTitles: Readonly<Record<CheckKind, string>> = {
  row: 'Readings',
  line: 'Look at the line',
  perception: 'What they see and hear',
  onset: 'Is anything felt?',
  effect: 'What the change did',
};

const inAVisit: Readonly<Record<CheckKind, string>> = {
  row: 'readings',
  line: 'line',
  perception: 'senses',
  onset: 'first effect',
  effect: 'change',
};

export function visitTitle(checks: readonly DueCheck[]): string {
  const [first, second] = checks;
  if (first === undefined || second !== undefined)
    return `Visit: ${checks.map(({ kind }) => inAVisit[kind]).join(', ')}`;
  return first.kind === 'row' && first.minute !== undefined
    ? `Minute ${Math.round(first.minute)}`
    : checkTitles[first.kind];
}

export function checkTitle(minute: number): string {
  return minute === 0 ? 'Check at the start' : `Minute ${Math.round(minute)} check`;
}

export function dueItems(
  schedule: CheckSchedule | undefined,
  openAlerts: readonly Alert[],
  now: Instant,
  others: readonly RoomDueItem[] = [],
): DueItems {
  const { current, next } = schedule ?? {};
  const items: RoomDueItem[] = openAlerts.flatMap((alert) =>
    alert.recheckDueAt === undefined ? [] : [{ title: againWords[alert.subject], dueAt: alert.recheckDueAt }],
  );
  if (current !== undefined && current.state !== 'taken')
    items.push({ title: checkTitle(current.minute), dueAt: current.dueAt });
  if (next !== undefined) items.push({ title: `Minute ${Math.round(next.minute)}`, dueAt: next.dueAt });
  items.push(...others);
  items.sort((one, other) => one.dueAt - other.dueAt);
  return {
    first: items.find((item) => item.dueAt <= now),
    next: items.find((item) => item.dueAt > now),
  };
}
