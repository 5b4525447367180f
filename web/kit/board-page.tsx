// The wall: every room on one clock with one line for now. Read from four metres; initials only; nothing moves.
import { Car, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { BoardLane, type BoardLaneProps } from './board-lane.tsx';
import { classNames } from './class-names.ts';
import { formatClock } from './locale.ts';
import { useWidth } from './measure.ts';
import { type State, StateMark } from './state-mark.tsx';

export interface BoardDue {
  readonly state: State;
  /** An alert nobody has seen is solid and larger than any late block until someone has. */
  readonly seen?: boolean | undefined;
  /** "−3:10", "Closed". */
  readonly figure: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly reading?: ReactNode;
}

export interface BoardRoom {
  readonly id: string;
  readonly room: string;
  readonly initials: string;
  readonly route: string;
  readonly stage: string;
  readonly ride: { readonly state: State; readonly words: string } | undefined;
  /** Who watches, and who is there. */
  readonly people?: { readonly state: State; readonly words: string } | undefined;
  readonly lane: Omit<BoardLaneProps, 'from' | 'to' | 'now' | 'width' | 'height'>;
  readonly due: BoardDue;
}

export interface BoardPageProps {
  readonly now: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly date: ReactNode;
  readonly summary: ReactNode;
  /** "Curves show a typical shape, not a reading. Heard from the server 2 s ago." */
  readonly note: ReactNode;
  readonly banner?: ReactNode;
  readonly rooms: readonly BoardRoom[];
  /** Said when no room is in use, with the first arrival. */
  readonly empty: ReactNode;
  readonly foot: readonly { readonly title: ReactNode; readonly detail: ReactNode }[];
}

function hoursBetween(from: Instant, to: Instant): readonly Instant[] {
  const hour = 3_600_000;
  const hours: Instant[] = [];
  for (let at = Math.ceil(from / hour) * hour; at <= to; at += hour) hours.push(at);
  return hours;
}

/** An hour stands right of its line and the flag of now over its own; where the two would meet, the hour gives way. */
function meetsNow(hourX: number, nowX: number): boolean {
  const flagHalf = 48;
  const hourFrom = hourX + 8;
  const hourTo = hourFrom + 72;
  return hourTo > nowX - flagHalf && hourFrom < nowX + flagHalf;
}

const grid = 'desk:grid desk:grid-cols-[minmax(0,25fr)_minmax(0,50fr)_minmax(0,25fr)]';

export function BoardPage({
  now,
  from,
  to,
  date,
  summary,
  note,
  banner,
  rooms,
  empty,
  foot,
}: BoardPageProps) {
  const { ref, width } = useWidth<HTMLDivElement>(970);
  const rowHeight = rooms.length > 4 ? 140 : 196;
  const x = (at: Instant): number => (width * (at - from)) / Math.max(1, to - from);
  return (
    <main className="flex min-h-dvh flex-col bg-page px-6 py-4 text-ink desk:px-12 desk:text-wall">
      <header className="flex flex-wrap items-baseline gap-x-10 gap-y-1 pb-4">
        <h1 className="text-wall-1 font-[620] desk:text-wall-2">{formatClock(now)}</h1>
        <p>
          <strong className="font-sub">{date}</strong> {summary}
        </p>
        <p className="text-ink-2 desk:ml-auto">{note}</p>
      </header>
      {banner}
      {rooms.length === 0 ? (
        <p className="flex-1 py-12">{empty}</p>
      ) : (
        <>
          <div className={grid} aria-hidden="true">
            <span />
            <div ref={ref} className="relative hidden h-16 desk:block">
              {hoursBetween(from, to).map((at) => (
                <span
                  key={at}
                  className={classNames(
                    'absolute bottom-3 text-ink-2',
                    meetsNow(x(at), x(now)) && 'invisible',
                  )}
                  style={{ left: `${x(at) + 8}px` }}
                >
                  {formatClock(at)}
                </span>
              ))}
              <span
                className="absolute bottom-3 w-24 -translate-x-1/2 rounded-control bg-lamp py-0.5 text-center font-sub text-on-lamp"
                style={{ left: `${x(now)}px` }}
              >
                {formatClock(now)}
              </span>
            </div>
          </div>
          <ol className="m-0 list-none border-b border-contour p-0">
            {rooms.map((room) => (
              <li key={room.id} className={classNames(grid, 'border-t border-contour max-desk:py-4')}>
                <div className="flex gap-6 py-3 pr-4">
                  <span className="w-14 shrink-0 text-wall-1 font-[620] desk:text-wall-2">{room.room}</span>
                  <div className="flex min-w-0 flex-col leading-tight">
                    <h2 className="text-sub font-sub desk:text-[1.75rem]">{room.initials}</h2>
                    <p className="text-ink-2">{room.route}</p>
                    <p className="font-sub">{room.stage}</p>
                    {room.people !== undefined && (
                      <p className="mt-auto flex items-center gap-3 pt-1">
                        <UserRound
                          size={26}
                          strokeWidth={1.9}
                          aria-hidden="true"
                          className="shrink-0 text-ink-2"
                        />
                        <StateMark state={room.people.state} size={24} />
                        {room.people.words}
                      </p>
                    )}
                    {room.ride !== undefined && (
                      <p
                        className={classNames(
                          'flex items-center gap-3',
                          room.people === undefined ? 'mt-auto pt-2' : 'pt-1',
                        )}
                      >
                        <Car size={26} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-ink-2" />
                        <StateMark state={room.ride.state} size={24} />
                        {room.ride.words}
                      </p>
                    )}
                  </div>
                </div>
                <div className="hidden desk:block">
                  <BoardLane {...room.lane} from={from} to={to} now={now} width={width} height={rowHeight} />
                </div>
                <div className="py-2 desk:pl-4">
                  <DueBlock due={room.due} />
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      <footer className="mt-auto flex flex-wrap justify-between gap-x-12 gap-y-3 pt-4">
        {foot.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of facts
          <div key={index} className="leading-snug">
            <p className="font-sub">{each.title}</p>
            <p className="text-ink-2">{each.detail}</p>
          </div>
        ))}
      </footer>
    </main>
  );
}

function DueBlock({ due }: { readonly due: BoardDue }) {
  const unseenAlert = due.state === 'alert' && due.seen !== true;
  return (
    <div
      className={classNames(
        'h-full rounded-card px-5 leading-tight',
        unseenAlert ? 'py-1.5' : 'py-2.5',
        due.state === 'late' && 'bg-ink text-page [--mark-ground:var(--ink)] [--mark-ink:var(--page)]',
        unseenAlert && 'bg-alert text-on-alert [--mark-alert:var(--on-alert)] [--mark-on-alert:var(--alert)]',
        due.state === 'alert' && !unseenAlert && 'border-[3px] border-alert bg-alert-tint',
      )}
    >
      <p className="flex items-center gap-4">
        <StateMark state={due.state} size={unseenAlert ? 56 : 44} />
        <span className={classNames('font-[620]', unseenAlert ? 'text-wall-2' : 'text-wall-1')}>
          {due.figure}
        </span>
      </p>
      <p className="font-sub">{due.title}</p>
      {due.reading !== undefined && (
        <p className={classNames('font-sub', !unseenAlert && 'text-alert')}>{due.reading}</p>
      )}
      {due.detail !== undefined && (
        <p className={classNames(due.state !== 'late' && due.state !== 'alert' && 'text-ink-2')}>
          {due.detail}
        </p>
      )}
    </div>
  );
}
