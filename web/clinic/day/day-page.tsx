// The desk's day: who comes when, what still holds a dose shut, who drives. What needs somebody stands first.
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { Car, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { getDay } from '#api/appointments.ts';
import { openSession } from '#api/dosing-sessions.ts';
import { addDays, type LocalDate, localDateOf } from '#clinical/instant.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { DeskPage, Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { placesOf, readsChart, writesSession } from '#web/clinic/places.ts';
import { sessionBook } from '#web/clinic/session-book.ts';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { kindWord, rideWord, stageWord, statusWord } from '#web/clinic/stage-words.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { serverNow } from '#web/kit/live.ts';
import { formatLocalDate, formatTime } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { type DayRow, dayInWords, exceptionsFirst, hasGate, isOver } from './day-order.ts';
import { rideStateOf } from './ride-state.ts';

/** Where a sign-in leads: to the day, or to the first place of those who have no day here. */
export function DayPage() {
  const [first] = placesOf(useMe());
  return first === undefined || first.to === '/' ? <TheDay /> : <Navigate to={first.to} replace />;
}

function TheDay() {
  const me = useMe();
  // No date means today as the server counts it; this device may think it is another day.
  const [asked, setDate] = useState<LocalDate>();
  const day = useAnswer(
    ['day', asked ?? 'today'],
    getDay,
    { query: asked === undefined ? {} : { date: asked } },
    { keepLast: true },
  );
  const date = asked ?? day.answer?.date ?? localDateOf(serverNow(), me.clinic.zone);
  const isToday = asked === undefined;
  return (
    <DeskPage
      title={isToday ? 'Today' : formatLocalDate(date, 'weekday')}
      lead={
        <>
          {isToday ? `${formatLocalDate(date, 'weekday')}. ` : ''}
          {day.answer !== undefined && dayInWords(day.answer.rows)}
        </>
      }
      actions={
        <>
          <Button
            size="row"
            icon={<ChevronLeft size={18} aria-hidden="true" />}
            onClick={() => setDate(addDays(date, -1))}
          >
            Day before
          </Button>
          <Button size="row" closed={isToday ? 'Today' : undefined} onClick={() => setDate(undefined)}>
            Today
          </Button>
          <Button
            size="row"
            icon={<ChevronRight size={18} aria-hidden="true" />}
            onClick={() => setDate(addDays(date, 1))}
          >
            Day after
          </Button>
        </>
      }
    >
      {readsChart(me) && !me.onShift && <StartShiftBlock />}
      <Heard of={day}>{({ rows }) => <DayRows rows={exceptionsFirst(rows)} isToday={isToday} />}</Heard>
      <p className="max-w-[70ch] text-ink-2">
        Who has something not met stands first, then who has something unknown, then by the clock. The counts
        say what was looked at and what was found. They do not say that a dose is safe.
      </p>
    </DeskPage>
  );
}

function DayRows({ rows, isToday }: { readonly rows: readonly DayRow[]; readonly isToday: boolean }) {
  if (rows.length === 0) {
    return (
      <EmptyState>
        {isToday ? 'No one is booked today.' : 'No one is booked on this day.'} Slots appear here once they
        are booked.
      </EmptyState>
    );
  }
  return (
    <>
      <div className="max-[62rem]:hidden">
        <Table label="The day" columns={columns(isToday)} rows={rows} rowKey={(row) => row.appointment.id} />
      </div>
      <ul className="flex flex-col gap-3 min-[62rem]:hidden">
        {rows.map((row) => (
          <li key={row.appointment.id} className="flex flex-col gap-2.5 rounded-card bg-surface p-4">
            <div className="flex gap-4">
              <p className="figures font-sub whitespace-nowrap">{formatTime(row.appointment.startsAt)}</p>
              <div>
                <Person row={row} />
                <Place row={row} />
              </div>
            </div>
            <Counts row={row} />
            <RideCell row={row} />
            <RowAct row={row} isToday={isToday} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Person({ row: { appointment, stage } }: { readonly row: DayRow }) {
  return (
    <>
      <Link to="/patients/$patientId" params={{ patientId: appointment.patientId }} className="link font-sub">
        {appointment.patientName}
      </Link>
      <span className="block text-small text-ink-2">
        {kindWord(appointment.kind)}, {statusWord(appointment.status).toLowerCase()}. {stageWord(stage)}
      </span>
    </>
  );
}

function Place({ row: { appointment } }: { readonly row: DayRow }) {
  return (
    <>
      {appointment.remote === true ? (
        <Link
          to="/patients/$patientId/visits/$appointmentId"
          params={{ patientId: appointment.patientId, appointmentId: appointment.id }}
          className="link"
        >
          From elsewhere
        </Link>
      ) : (
        (appointment.roomName ?? 'No room')
      )}
      {appointment.practitionerName !== undefined && (
        <span className="block text-small text-ink-2">{appointment.practitionerName}</span>
      )}
    </>
  );
}

function columns(isToday: boolean): readonly Column<DayRow>[] {
  return [
    {
      id: 'time',
      title: 'Time',
      figures: true,
      className: 'whitespace-nowrap font-sub',
      cell: ({ appointment }) => formatTime(appointment.startsAt),
    },
    {
      id: 'person',
      title: 'Person',
      cell: (row) => <Person row={row} />,
    },
    {
      id: 'where',
      title: 'Where, with whom',
      cell: (row) => <Place row={row} />,
    },
    { id: 'gate', title: 'Gate sheet', cell: (row) => <Counts row={row} /> },
    { id: 'ride', title: 'Ride home', cell: (row) => <RideCell row={row} /> },
    {
      id: 'act',
      title: 'What to do',
      className: 'text-right',
      cell: (row) => <RowAct row={row} isToday={isToday} />,
    },
  ];
}

function Counts({ row }: { readonly row: DayRow }) {
  if (!hasGate(row)) return <span className="text-ink-2">None to settle</span>;
  const counted = [
    { state: 'not-met', count: row.notMet, word: 'not met' },
    { state: 'unknown', count: row.unknown, word: 'unknown' },
    ...(row.overridden > 0
      ? [{ state: 'overridden' as const, count: row.overridden, word: 'overridden' }]
      : []),
    { state: 'met', count: row.met, word: 'met' },
  ] as const;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {counted.map(({ state, count, word }) => (
        <li key={state} className="flex items-center gap-1.5 whitespace-nowrap">
          <StateMark state={state} size={20} />
          <span className="figures font-sub">{count}</span>
          <span className="text-small text-ink-2">{word}</span>
        </li>
      ))}
    </ul>
  );
}

function RideCell({ row }: { readonly row: DayRow }) {
  if (row.appointment.kind !== 'dose') return <span className="text-ink-2">Not needed</span>;
  const ride = rideWord(row.rideState);
  return (
    <span className="flex items-center gap-2">
      <Car size={20} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-ink-2" />
      <StateMark state={rideStateOf(row.rideState, isOver(row))} size={20} />
      {ride.words}
    </span>
  );
}

function RowAct({ row, isToday }: { readonly row: DayRow; readonly isToday: boolean }) {
  const me = useMe();
  const navigate = useNavigate();
  const { appointment } = row;
  const [sessionId] = useState(newCommandId);
  const { patientId } = appointment;
  const arrive = useAct(
    (body: { id: string; appointmentId: string }, commandId) =>
      call(openSession, { params: { patientId }, body, commandId }),
    async ({ id }) => {
      await sessionBook.record({ patientId, sessionId: id }, me, factOf('PatientArrived', {}));
      navigate({ to: '/patients/$patientId/gate', params: { patientId } });
    },
  );
  if (appointment.kind !== 'dose') return null;
  const mayArrive =
    isToday && row.sessionId === undefined && appointment.status === 'booked' && writesSession(me);
  return (
    <div className="flex flex-col gap-2 min-[62rem]:items-end">
      <div className="flex flex-wrap gap-2 min-[62rem]:justify-end">
        {mayArrive && (
          <Button
            size="row"
            variant="primary"
            busy={arrive.busy ? 'Opening' : undefined}
            onClick={() => arrive.run({ id: sessionId, appointmentId: appointment.id })}
          >
            {appointment.patientName.split(' ')[0]} is here
          </Button>
        )}
        {hasGate(row) && (
          <Link
            to="/patients/$patientId/gate"
            params={{ patientId }}
            className={buttonClass({ size: 'row' })}
            aria-label={`Gate sheet of ${appointment.patientName}`}
          >
            Gate sheet
          </Link>
        )}
      </div>
      <Failure failure={arrive.failure} stillTrue="No session was opened." />
    </div>
  );
}
