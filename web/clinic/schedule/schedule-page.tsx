// The book: a day by room with its hours, or a week at a glance.
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type Appointment, getSchedule } from '#api/appointments.ts';
import { addDays, type LocalDate, localDateOf, localTime, weekdayOf } from '#clinical/instant.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { readsChart } from '#web/clinic/places.ts';
import { StartShiftBlock } from '#web/clinic/sign-in/start-shift-block.tsx';
import { kindWord, statusWord } from '#web/clinic/stage-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatClock, formatLocalDate, formatTime } from '#web/kit/locale.ts';
import { columnsOf, hoursShown, onDay, type Schedule } from './day-columns.ts';

type View = 'day' | 'week';

export function SchedulePage() {
  const me = useMe();
  const today = localDateOf(useNow(5_000), me.clinic.zone);
  const [view, setView] = useState<View>('day');
  const [asked, setDate] = useState<LocalDate>();
  const date = asked ?? today;
  // A clinic's week begins on Monday.
  const from = view === 'day' ? date : addDays(date, -((weekdayOf(date) + 6) % 7));
  const to = view === 'day' ? date : addDays(from, 6);
  const schedule = useAnswer(
    ['schedule', from, to],
    getSchedule,
    { query: { from, to } },
    { keepLast: true },
  );
  const step = view === 'day' ? 1 : 7;
  return (
    <DeskPage
      title="Schedule"
      lead={
        view === 'day'
          ? formatLocalDate(date, 'weekday')
          : `${formatLocalDate(from, 'short')} to ${formatLocalDate(to, 'medium')}`
      }
      actions={
        <>
          <Button
            size="row"
            aria-pressed={view === 'day'}
            variant={view === 'day' ? 'primary' : 'secondary'}
            onClick={() => setView('day')}
          >
            Day
          </Button>
          <Button
            size="row"
            aria-pressed={view === 'week'}
            variant={view === 'week' ? 'primary' : 'secondary'}
            onClick={() => setView('week')}
          >
            Week
          </Button>
          <Button
            size="row"
            icon={<ChevronLeft size={18} aria-hidden="true" />}
            onClick={() => setDate(addDays(date, -step))}
          >
            Before
          </Button>
          <Button size="row" onClick={() => setDate(undefined)}>
            Today
          </Button>
          <Button
            size="row"
            icon={<ChevronRight size={18} aria-hidden="true" />}
            onClick={() => setDate(addDays(date, step))}
          >
            After
          </Button>
        </>
      }
    >
      {readsChart(me) && !me.onShift && <StartShiftBlock />}
      <Heard of={schedule}>
        {(answer) =>
          view === 'day' ? (
            <DayView schedule={answer} date={date} />
          ) : (
            <WeekView
              schedule={answer}
              days={Array.from({ length: 7 }, (_, index) => addDays(from, index))}
              onDay={(chosen) => {
                setDate(chosen);
                setView('day');
              }}
            />
          )
        }
      </Heard>
    </DeskPage>
  );
}

const pixelsPerHour = 72;

function DayView({ schedule, date }: { readonly schedule: Schedule; readonly date: LocalDate }) {
  const slots = onDay(schedule, date);
  const columns = columnsOf(schedule, slots);
  if (columns.length === 0) return <EmptyState>No room is set up yet.</EmptyState>;
  const { from, to } = hoursShown(slots, schedule.zone);
  const hours = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return (
    <section
      aria-label="The day by room"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card bg-surface p-4"
    >
      {slots.length === 0 && <p className="mb-3 text-ink-2">Nothing is booked on this day.</p>}
      <div className="flex min-w-[44rem]">
        <div className="w-16 shrink-0 pt-10" aria-hidden="true">
          {hours.map((hour) => (
            <p
              key={hour}
              className="figures -translate-y-2 text-tag text-ink-2"
              style={{ height: hour === to ? 0 : pixelsPerHour }}
            >
              {formatClock(Date.UTC(2026, 0, 1, hour), 'UTC')}
            </p>
          ))}
        </div>
        {columns.map((column) => (
          <section
            key={column.id}
            className="min-w-40 flex-1 border-l border-contour"
            aria-label={column.title}
          >
            <h2 className="h-10 px-3 font-sub">{column.title}</h2>
            <ul className="relative" style={{ height: (to - from) * pixelsPerHour }}>
              {hours.map((hour) => (
                <li
                  key={`line-${hour}`}
                  aria-hidden="true"
                  className="absolute inset-x-0 border-t border-contour"
                  style={{ top: (hour - from) * pixelsPerHour }}
                />
              ))}
              {column.slots.map((slot) => (
                <DaySlot key={slot.id} slot={slot} from={from} zone={schedule.zone} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function DaySlot({
  slot,
  from,
  zone,
}: {
  readonly slot: Appointment;
  readonly from: number;
  readonly zone: string;
}) {
  const start = localTime(slot.startsAt, zone).minuteOfDay;
  const { startsAt, endsAt, talkFrom, roomUntil = endsAt } = slot;
  const height = (fromAt: number, toAt: number): number => ((toAt - fromAt) / 3_600_000) * pixelsPerHour;
  return (
    <li
      className="absolute inset-x-1 overflow-hidden rounded-control border-[1.5px] border-edge bg-shallow px-2.5 py-1 text-small leading-tight"
      style={{
        top: ((start - from * 60) / 60) * pixelsPerHour + 1,
        minHeight: height(startsAt, Math.max(endsAt, roomUntil)) - 2,
      }}
    >
      <Link to="/patients/$patientId" params={{ patientId: slot.patientId }} className="link font-sub">
        {slot.patientName}
      </Link>
      <span className="figures block">
        {formatTime(slot.startsAt)} to {formatTime(slot.endsAt)}
      </span>
      <span className="block text-ink-2">
        {kindWord(slot.kind)}
        {slot.status !== 'booked' && `, ${statusWord(slot.status).toLowerCase()}`}
        {slot.roomId !== undefined && slot.practitionerName !== undefined && `. ${slot.practitionerName}`}
      </span>
      {/* Counted from the foot up: where a line needs two rows it takes them from the free room above it. */}
      <span className="absolute inset-x-0 bottom-0 flex flex-col text-tag text-ink-2">
        {talkFrom !== undefined && (
          <span
            className="border-t border-dashed border-edge bg-shallow px-1"
            style={{ minHeight: height(talkFrom, endsAt) }}
          >
            Talk from {formatTime(talkFrom)}
          </span>
        )}
        {roomUntil > endsAt && (
          <span
            className="border-t border-edge bg-surface px-1"
            style={{ minHeight: height(endsAt, roomUntil) }}
          >
            Room ready {formatTime(roomUntil)}
          </span>
        )}
      </span>
    </li>
  );
}

function WeekView(props: {
  readonly schedule: Schedule;
  readonly days: readonly LocalDate[];
  readonly onDay: (date: LocalDate) => void;
}) {
  const { schedule, days } = props;
  const rows = [
    ...schedule.rooms.map((room) => ({
      id: room.id,
      title: room.name,
      holds: (slot: Appointment) => slot.roomId === room.id,
    })),
    { id: 'no-room', title: 'Without a room', holds: (slot: Appointment) => slot.roomId === undefined },
  ];
  return (
    <section
      aria-label="The week by room"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card bg-surface"
    >
      <table className="w-full min-w-[60rem] table-fixed border-collapse text-left">
        <thead>
          <tr className="border-b-2 border-contour">
            <th scope="col" className="w-28 px-3 py-2 text-small font-[540] text-ink-2">
              Room
            </th>
            {days.map((day) => (
              <th key={day} scope="col" className="px-2 py-2">
                <Button variant="quiet" size="row" onClick={() => props.onDay(day)}>
                  {formatLocalDate(day, 'weekday').split(',')[0]} {formatLocalDate(day, 'short')}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-contour align-top last:border-b-0">
              <th scope="row" className="px-3 py-3 font-sub">
                {row.title}
              </th>
              {days.map((day) => {
                const slots = onDay(schedule, day).filter(row.holds);
                return (
                  <td key={day} className="px-2 py-2 text-small">
                    {slots.length === 0 ? (
                      <span className="text-ink-2">Free</span>
                    ) : (
                      <ul className="flex flex-col gap-1.5">
                        {slots.map((slot) => (
                          <li key={slot.id} className="rounded-mark bg-shallow px-2 py-1 leading-tight">
                            <span className="figures">{formatClock(slot.startsAt)}</span>{' '}
                            <Link
                              to="/patients/$patientId"
                              params={{ patientId: slot.patientId }}
                              className="link"
                            >
                              {slot.patientName}
                            </Link>
                            <span className="block text-ink-2">{kindWord(slot.kind)}</span>
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
