// One room of the floor in the words of the wall: where the person is, what is due or late, who calls, what is out of limits.
// Everything clinical comes from the server's answer; the desk gets phases only, and then the wall says no more than that.
import type { BoardRow, WallEdition } from '#api/dosing-sessions.ts';
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import type { PhaseName } from '#clinical/protocol/edition.ts';
import { rideStateOf } from '#web/clinic/day/ride-state.ts';
import type { State } from '#web/kit/state-mark.tsx';
import type { TideMinutes } from '#web/kit/tide-shape.ts';

export interface LanePlan {
  readonly at: Instant;
  readonly kind: 'done' | 'due' | 'late' | 'alert';
}

export interface DuePlan {
  readonly state: State;
  readonly kind:
    | 'alert'
    | 'call'
    | 'late'
    | 'due'
    | 'closed'
    | 'open'
    | 'waiting'
    | 'phase'
    | 'unknown'
    | 'free';
  readonly seen?: boolean | undefined;
  /** A countdown to this moment, or a word. */
  readonly countTo?: Instant | undefined;
  readonly countFrom?: Instant | undefined;
  readonly word?: string | undefined;
  readonly title: string;
  readonly reading?: string | undefined;
  readonly detail?: string | undefined;
}

export type TimeWords = (at: Instant) => string;

const phaseWords: Readonly<Record<PhaseName, string>> = {
  starting: 'Starting',
  rising: 'Rising',
  strongest: 'Strongest part',
  easing: 'Easing',
  resting: 'Resting',
};

/** The typical shape of the route, from the phases of its edition. Nothing when no edition is known. */
export function tideOf(edition: WallEdition | undefined): TideMinutes | undefined {
  const strongest = edition?.phases.find((phase) => phase.name === 'strongest');
  const easing = edition?.phases.find((phase) => phase.name === 'easing');
  if (edition === undefined || strongest?.toMinute === undefined || easing?.toMinute === undefined)
    return undefined;
  const longest = strongest.toMinute;
  return {
    starts: 0,
    strongest: (strongest.fromMinute + strongest.toMinute) / 2,
    easesBy: easing.toMinute,
    ends: longest + edition.rest.minimumMinutes.value,
  };
}

export function stageInWords(row: BoardRow, edition: WallEdition | undefined, now: Instant): string {
  if (row.patientId === undefined) return 'Free';
  if (row.releasedAt !== undefined || row.phase === 'released')
    return row.atHome === true ? 'Closed for the night' : 'Gone home';
  if (row.doseStartedAt !== undefined) {
    const minute = Math.max(0, Math.floor(minutesBetween(row.doseStartedAt, now)));
    const phase = edition?.phases.find(
      (each) => minute >= each.fromMinute && (each.toMinute === undefined || minute < each.toMinute),
    );
    const word =
      row.phase === 'recovering' ? 'Resting' : phase === undefined ? 'Dosing' : phaseWords[phase.name];
    return `${word}, minute ${minute}`;
  }
  return row.sessionId === undefined
    ? row.atHome === true
      ? 'Not begun'
      : 'Not here yet'
    : 'Settling in, not started';
}

function sitterInWords(
  name: string,
  state: string | undefined,
): { readonly state: State; readonly words: string } {
  if (state === undefined) return { state: 'unknown', words: 'No one has been asked to watch' };
  if (state === 'asked') return { state: 'unknown', words: `${name}, asked to watch, no answer` };
  if (state === 'declined') return { state: 'not-met', words: `${name} cannot watch` };
  return { state: 'met', words: `${name} watches` };
}

export function rideInWords(row: BoardRow): { readonly state: State; readonly words: string } | undefined {
  if (row.patientId === undefined || row.releasedAt !== undefined) return undefined;
  const name = row.rideName ?? '';
  const state = rideStateOf(row.rideState);
  if (row.atHome === true) return sitterInWords(name, row.rideState);
  switch (row.rideState) {
    case undefined:
      return { state, words: 'No one has been asked' };
    case 'asked':
      return { state, words: `${name}, asked, no answer` };
    case 'declined':
      return { state, words: `${name} cannot come` };
    case 'accepted':
      return { state, words: `${name}, said yes` };
    case 'on-the-way':
      return { state, words: `${name}, on the way` };
    case 'at-the-door':
      return { state, words: `${name}, at the door` };
    case 'home-safe':
      return { state, words: `${name}, home safe` };
    default:
      return { state, words: `${name}, ${row.rideState}` };
  }
}

/** Who comes next, so that the clock time is not read as a time that runs down. */
export function nextInWords(
  next: { readonly at: Instant; readonly initials: string },
  now: Instant,
  time: TimeWords,
): string {
  return next.at < now
    ? `Expected since ${time(next.at)}: ${next.initials}`
    : `Next in: ${next.initials}, ${time(next.at)}`;
}

const ringTitles = {
  'looks-missed': 'No look has come',
  'not-sure': 'Could not tell',
  worried: 'Something is wrong',
} as const;

const calls = { come: 'Calls: come', adjust: 'Asks: adjust something', ok: 'Signals ok' } as const;

function callWords({ signal, wish }: NonNullable<BoardRow['signal']>): string {
  return wish === 'silence' ? 'Asks for silence' : calls[signal];
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((to - from) / 1000));
}

type BoardAlert = NonNullable<BoardRow['alert']>;

function seenWords({ at, acknowledgedAt, acknowledgedBy }: BoardAlert): string {
  if (acknowledgedAt === undefined) return 'Not seen yet';
  return `${acknowledgedBy ?? 'Someone'}, seen in ${secondsBetween(at, acknowledgedAt)} s`;
}

/** A room with nobody in it rings by the clock and not by a reading. */
function aloneAlert({ alone }: BoardRow, now: Instant): BoardAlert | undefined {
  if (alone === undefined || alone.ringsAt > now) return undefined;
  const { acknowledgedBy, acknowledgedAt } = alone;
  return {
    text: 'No one of the team is in the room',
    at: alone.ringsAt,
    acknowledgedBy,
    acknowledgedAt,
  };
}

function firstUnanswered(one: BoardAlert | undefined, other: BoardAlert | undefined): BoardAlert | undefined {
  return (
    [one, other].find((alert) => alert !== undefined && alert.acknowledgedAt === undefined) ?? one ?? other
  );
}

/** Who watches, and who of the team is there. Nothing where no session runs or the wall may not say. */
export function peopleInWords(
  { watcherName, inTheRoom, alone, doseStartedAt, releasedAt, phase, edition }: BoardRow,
  time: TimeWords,
): { readonly state: State; readonly words: string } | undefined {
  if (edition === undefined || releasedAt !== undefined || phase === undefined || phase === 'released')
    return undefined;
  if (watcherName === undefined && inTheRoom.length === 0 && doseStartedAt === undefined) return undefined;
  const watches = `${watcherName ?? 'No one'} watches`;
  if (alone !== undefined) return { state: 'not-met', words: `${watches}. Empty since ${time(alone.since)}` };
  const others = inTheRoom.filter((name) => name !== watcherName).join(', ');
  if (watcherName === undefined) return { state: 'unknown', words: `${watches}. There: ${others}` };
  if (inTheRoom.includes(watcherName))
    return { state: 'met', words: `${watcherName} is there${others === '' ? '' : `, with ${others}`}` };
  return { state: 'met', words: others === '' ? watches : `${watches}. There: ${others}` };
}

/** The one thing the wall says about a room: an unseen alert, then a call, then an open alert, then what is late or due. */
export function dueOf(row: BoardRow, time: TimeWords, now: Instant): DuePlan {
  const { signal, answer, ring } = row;
  const alert = firstUnanswered(row.alert, aloneAlert(row, now));
  if (row.patientId === undefined)
    return { state: 'not-yet', kind: 'free', word: 'Free', title: 'No one is booked in here' };
  if (row.releasedAt !== undefined)
    return { state: 'checked', kind: 'phase', word: 'Home', title: `Released ${time(row.releasedAt)}` };
  // What rings about a home stands before all else: nobody of the house can look in.
  if (ring !== undefined && ring.answeredAt === undefined)
    return {
      state: 'alert',
      kind: 'alert',
      countFrom: ring.at,
      title: ringTitles[ring.reason],
      detail: `Rung: ${ring.calledName ?? 'everyone on shift'}. No one has answered`,
    };
  const call: DuePlan | undefined =
    signal === undefined || signal.signal === 'ok'
      ? undefined
      : signal.acknowledgedAt === undefined
        ? {
            state: 'here',
            kind: 'call',
            countFrom: signal.at,
            title: callWords(signal),
            detail:
              signal.passedOn === 0
                ? 'No one has answered yet'
                : 'The first is busy, no one else has answered yet',
          }
        : {
            state: 'seen',
            kind: 'call',
            seen: true,
            word: `${secondsBetween(signal.at, signal.acknowledgedAt)} s`,
            title: callWords(signal),
            detail: `${signal.acknowledgedBy ?? 'Someone'} answered`,
          };
  const out: DuePlan | undefined =
    alert === undefined
      ? undefined
      : {
          state: 'alert',
          kind: 'alert',
          seen: alert.acknowledgedAt !== undefined,
          countTo: alert.recheckDueAt,
          countFrom: alert === row.alert ? undefined : alert.at,
          word: alert.recheckDueAt === undefined ? 'Alert' : undefined,
          title: `${alert.recheckDueAt === undefined ? `Since ${time(alert.at)}` : `Again ${time(alert.recheckDueAt)}`}. ${seenWords(alert)}`,
          reading: alert.text,
        };
  if (out !== undefined && out.seen !== true)
    return call === undefined ? out : { ...out, detail: call.title };
  if (call !== undefined) return out === undefined ? call : { ...call, reading: out.reading };
  if (out !== undefined) return out;
  if (answer === undefined) return phaseOnly(row);
  const { currentCheck, nextCheck } = answer;
  if (currentCheck !== undefined && (currentCheck.state === 'late' || currentCheck.state === 'missed'))
    return {
      state: 'late',
      kind: 'late',
      countTo: currentCheck.dueAt,
      title: `Minute ${Math.round(currentCheck.minute)} check is late`,
    };
  const due = currentCheck?.state === 'due' ? currentCheck : nextCheck;
  const visit = visitPlan(row, time, now);
  if (visit !== undefined) return visit;
  if (due !== undefined)
    return {
      state: 'due',
      kind: 'due',
      countTo: due.dueAt,
      title: `Minute ${Math.round(due.minute)} check, ${time(due.dueAt)}`,
    };
  if (row.doseStartedAt !== undefined)
    return { state: 'unknown', kind: 'unknown', word: 'Unknown', title: 'No next check can be told' };
  const { counts, open } = answer.gates.openDose;
  if (open)
    return {
      state: 'not-yet',
      kind: 'open',
      word: 'Waiting',
      title: 'Each line met or decided',
      detail: `${counts.met} met, ${counts.overridden} overridden`,
    };
  return {
    state: counts['not-met'] > 0 ? 'not-met' : 'unknown',
    kind: 'closed',
    word: 'Closed',
    title: `${counts['not-met']} not met, ${counts.unknown} unknown`,
  };
}

/** Where checks are gathered the wall says the visit, and how many checks it is for. */
function visitPlan({ visits }: BoardRow, time: TimeWords, now: Instant): DuePlan | undefined {
  const next = visits?.[0];
  // A row alone is told by its minute, as anywhere.
  if (next === undefined || next.checks.every((kind) => kind === 'row')) return undefined;
  const { at, lateAt, checks } = next;
  const words = `One visit, ${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;
  return now >= lateAt
    ? { state: 'late', kind: 'late', countTo: at, title: `${words}, is late` }
    : { state: 'due', kind: 'due', countTo: at, title: `${words}, ${time(at)}` };
}

function phaseOnly(row: BoardRow): DuePlan {
  const word =
    row.phase === 'dosing'
      ? 'Dosing'
      : row.phase === 'recovering'
        ? 'Resting'
        : row.sessionId === undefined
          ? 'Later'
          : 'Here';
  return {
    // A phase is a place in the day, not a check somebody made, so it carries no tick.
    state: 'not-yet',
    kind: 'phase',
    word,
    title: row.sessionId === undefined ? 'Not here yet' : 'What is due is shown to the care team',
  };
}

export function postsOf(row: BoardRow, now: Instant): readonly LanePlan[] {
  const posts: LanePlan[] = row.checkTimes.map((at) => ({ at, kind: 'done' }));
  for (const at of row.alertTimes) posts.push({ at, kind: 'alert' });
  const { currentCheck, nextCheck } = row.answer ?? {};
  if (row.doseStartedAt === undefined || row.releasedAt !== undefined) return posts;
  if (row.visits !== undefined)
    return [
      ...posts,
      ...row.visits.map(({ at, lateAt }) => ({
        at,
        kind: now < lateAt ? ('due' as const) : ('late' as const),
      })),
    ];
  if (currentCheck !== undefined && currentCheck.state !== 'taken')
    posts.push({ at: currentCheck.dueAt, kind: currentCheck.state === 'due' ? 'due' : 'late' });
  if (nextCheck !== undefined) posts.push({ at: nextCheck.dueAt, kind: 'due' });
  return posts;
}

/** A check has come and gone and nothing was written since: from the last word on, this room is not heard. */
export function notHeardSince(
  row: BoardRow,
  now: Instant,
): { readonly from: Instant; readonly to: Instant } | undefined {
  const { lastHeardAt, answer } = row;
  if (lastHeardAt === undefined || row.releasedAt !== undefined) return undefined;
  const isSilent = answer?.missedChecks.some((slot) => slot.dueAt > lastHeardAt) === true;
  return isSilent ? { from: lastHeardAt, to: now } : undefined;
}

const hour = 3_600_000;

/** One clock for all rooms: whole hours, a little past on the left, far enough right for the last to end. */
export function boardSpan(
  rows: readonly BoardRow[],
  now: Instant,
): { readonly from: Instant; readonly to: Instant } {
  const live = rows.filter((row) => row.releasedAt === undefined);
  const starts = live.flatMap((row) => row.doseStartedAt ?? []);
  const ends = live.flatMap((row) => (row.sessionId === undefined ? [] : (row.plannedEnd ?? [])));
  const from = Math.floor(Math.max(now - 3 * hour, Math.min(now - hour, ...starts)) / hour) * hour;
  const to = Math.ceil(Math.min(now + 4 * hour, Math.max(now + 2 * hour, ...ends)) / hour) * hour;
  return { from, to };
}
