// The wall: every room on one clock, from the server's own answer, counted by the server's own time. When the server is not
// heard the wall says so at once, because an old wall looks just like a calm one.
import { Hand } from 'lucide-react';
import { useState } from 'react';
import type { BoardRow } from '#api/dosing-sessions.ts';
import { getBoard } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';

import { useMe } from '#web/clinic/me.ts';
import { readsChart, roleWord } from '#web/clinic/places.ts';
import { routeWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { type BoardDue, BoardPage, type BoardRoom } from '#web/kit/board-page.tsx';
import { Button } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { type Freshness, useFreshness } from '#web/kit/live.ts';
import { Loading } from '#web/kit/loading.tsx';
import {
  asSentence,
  formatClock,
  formatCountdown,
  formatDate,
  formatSpan,
  formatTime,
} from '#web/kit/locale.ts';
import {
  boardSpan,
  type DuePlan,
  dueOf,
  nextInWords,
  notHeardSince,
  peopleInWords,
  postsOf,
  rideInWords,
  stageInWords,
  tideOf,
} from './board-rows.ts';

type Theme = 'room' | 'day';
const themeKey = 'mooring-board-theme';

export function BoardScreen() {
  const me = useMe();
  const now = useNow(1000);
  const freshness = useFreshness();
  const asked = useAnswer(['board'], getBoard);
  const [theme, setTheme] = useState<Theme>(() =>
    localStorage.getItem(themeKey) === 'day' ? 'day' : 'room',
  );
  const change = (): void => {
    const next = theme === 'room' ? 'day' : 'room';
    localStorage.setItem(themeKey, next);
    setTheme(next);
  };
  const board = asked.answer;
  if (board === undefined)
    return (
      <main data-theme={theme} data-density="room" className="min-h-dvh bg-page px-6 py-6 text-body text-ink">
        <h1 className="only-read-aloud">Board</h1>
        {asked.failure === undefined ? (
          <Loading words="Opening the board" />
        ) : (
          <ErrorState title={failureWords(asked.failure)} stillTrue="No room is shown. Go and look." />
        )}
      </main>
    );
  const { from, to } = boardSpan(board.rows, now);
  const waiting = board.rows.filter(
    (row) => row.sessionId !== undefined && row.doseStartedAt === undefined && row.releasedAt === undefined,
  ).length;
  const clinical = readsChart(me);
  // More than four rooms: the same wall, a little smaller, so that none hides below the edge.
  const isDense = board.rows.length > 4;
  return (
    <div
      data-theme={theme}
      data-density="room"
      className={classNames('bg-page text-ink', isDense && 'desk:[zoom:0.88]')}
    >
      <BoardPage
        now={now}
        from={from}
        to={to}
        date={`${asSentence(formatDate(now, 'weekday', board.zone))}.`}
        summary={`${board.dosingNow} dosing, ${waiting} waiting, ${board.stillToCome} to come.`}
        note={
          <span className="flex flex-wrap items-center gap-x-6 gap-y-2">
            {freshness.stale ? (
              <Stale freshness={freshness} />
            ) : (
              <span>
                Curves show a typical shape, not a reading. Heard from the server{' '}
                {formatSpan(freshness.silentMs ?? 0)} ago.
              </span>
            )}
            <Button variant="plain" onClick={change}>
              {theme === 'room' ? 'Light' : 'Dark'}
            </Button>
          </span>
        }
        banner={
          asked.failure !== undefined && (
            <ErrorState
              compact
              title={failureWords(asked.failure)}
              stillTrue="What you see was true when it was last heard."
            />
          )
        }
        rooms={board.rows.map((row) => roomOf(row, { now, clinical, isDense }))}
        empty="No room is set up yet. The owner adds rooms; they appear here by themselves."
        foot={footOf(board)}
      />
    </div>
  );
}

function Stale({ freshness }: { readonly freshness: Freshness }) {
  return (
    <span
      role="status"
      className="inline-flex items-stretch overflow-hidden rounded-control bg-amber-tint text-ink"
    >
      <span className="hatch-amber w-8 shrink-0" aria-hidden="true" />
      <span className="px-4 py-1.5 font-sub">
        {freshness.lastHeardAt === undefined || freshness.silentMs === undefined
          ? 'Not heard from the server yet. This may be old'
          : `Last heard ${formatSpan(freshness.silentMs)} ago. This may be old`}
      </span>
    </span>
  );
}

function roomOf(
  row: BoardRow,
  {
    now,
    clinical,
    isDense,
  }: { readonly now: Instant; readonly clinical: boolean; readonly isDense: boolean },
): BoardRoom {
  const { edition } = row;
  const silent = notHeardSince(row, now);
  const isPlanned = row.doseStartedAt === undefined;
  const doseAt = row.doseStartedAt ?? row.plannedAt;
  const route = row.route === undefined ? '' : routeWord(row.route);
  const stage = stageInWords(row, edition, now);
  const isShown = row.patientId !== undefined && row.releasedAt === undefined;
  return {
    id: row.roomId,
    room: row.atHome === true ? '⌂' : String(row.roomNumber),
    initials: row.initials ?? row.roomName,
    route: isDense ? '' : route,
    stage: isDense && route !== '' ? `${route}. ${stage}` : stage,
    ride: rideInWords(row),
    people: row.atHome === true ? undefined : peopleInWords(row, formatClock),
    lane: {
      tide: isShown ? tideOf(edition) : undefined,
      doseAt: isShown ? doseAt : undefined,
      planned: isShown && isPlanned && doseAt !== undefined ? `planned ${formatClock(doseAt)}` : undefined,
      posts: postsOf(row, now),
      ends:
        isShown && row.plannedEnd !== undefined && row.plannedEnd > now
          ? { at: row.plannedEnd, words: formatClock(row.plannedEnd) }
          : undefined,
      notHeard: silent,
    },
    due: dueBlock(dueOf(row, formatClock, now), row, { now, silent: silent !== undefined, clinical }),
  };
}

function figureOf(due: DuePlan, now: Instant): string {
  if (due.countTo !== undefined) return formatCountdown(due.countTo - now);
  if (due.countFrom !== undefined) return formatCountdown(Math.max(0, now - due.countFrom));
  return due.word ?? '';
}

function dueBlock(
  due: DuePlan,
  row: BoardRow,
  { now, silent, clinical }: { readonly now: Instant; readonly silent: boolean; readonly clinical: boolean },
): BoardDue {
  const words =
    due.kind === 'call' ? (
      <span className="inline-flex items-center gap-2.5 rounded-control bg-lamp-tint px-2.5 py-0.5 text-lamp">
        <Hand size={30} strokeWidth={2} aria-hidden="true" />
        {due.title}
      </span>
    ) : (
      due.title
    );
  const canOpen = clinical && row.patientId !== undefined && row.sessionId !== undefined;
  const heard =
    silent && row.lastHeardAt !== undefined && row.ring === undefined ? (
      <span className="flex items-center gap-3">
        <span
          className="hatch-amber inline-block h-5 w-8 rounded-mark border border-amber"
          aria-hidden="true"
        />
        Last heard {formatSpan(now - row.lastHeardAt)} ago
      </span>
    ) : undefined;
  return {
    state: due.state,
    seen: due.seen,
    figure: figureOf(due, now),
    title: canOpen ? (
      <a
        href={`/clinic/patients/${row.patientId}/sessions/${row.sessionId}/room`}
        className="inline-flex min-h-12 items-center text-inherit underline decoration-[1.5px] underline-offset-4 desk:min-h-0"
      >
        {words}
      </a>
    ) : (
      words
    ),
    reading: due.reading,
    detail: heard ?? due.detail,
  };
}

type Board = NonNullable<ReturnType<typeof useAnswer<typeof getBoard>>['answer']>;

function footOf(board: Board): { readonly title: string; readonly detail: string }[] {
  const nurses = board.staff.filter((person) => person.role === 'nurse');
  const others = board.staff.filter((person) => person.role !== 'nurse');
  const next = board.next[0];
  return [
    { title: `Nurses ${board.nursesOnShift}, dosing ${board.dosingNow}.`, detail: ratioWords(board) },
    {
      title:
        nurses.length === 0 ? 'No nurse has checked in.' : nurses.map((person) => person.name).join(', '),
      detail: nurses.length === 0 ? 'Unknown who watches.' : 'Nurses on shift.',
    },
    {
      title:
        others.length === 0
          ? 'No prescriber has checked in.'
          : others.map((person) => person.name).join(', '),
      detail: [...new Set(others.map((person) => asSentence(roleWord(person.role))))].join(', '),
    },
    next === undefined
      ? { title: 'No one else today.', detail: '' }
      : {
          title: nextInWords(next, board.now, formatTime),
          detail: `Ready sheet: ${next.notMet} not met, ${next.unknown} unknown.`,
        },
  ];
}

function ratioWords({ patientsPerNurse, nursesOnShift, dosingNow, nextStartAt }: Board): string {
  if (patientsPerNurse === undefined) return 'No limit per nurse is set.';
  const left = Math.floor(nursesOnShift * patientsPerNurse) - dosingNow;
  const allowed =
    left <= 0
      ? `No more starts now. ${nextStartAt === undefined ? 'When next is not known.' : `Next about ${formatClock(nextStartAt)}.`}`
      : left === 1
        ? 'One more start is allowed.'
        : `${left} more starts are allowed.`;
  return `Limit ${patientsPerNurse} each. ${allowed}`;
}
