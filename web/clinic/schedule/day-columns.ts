// One day of the book as columns: each room, then each person whose hours need no room. Pure placing, nothing decided.
import type { Appointment, getSchedule } from '#api/appointments.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { type LocalDate, localDateOf, localTime } from '#clinical/instant.ts';

export type Schedule = AnswerOf<typeof getSchedule>;

export type BookColumn = {
  readonly id: string;
  readonly title: string;
  readonly slots: readonly Appointment[];
};

export function standing(schedule: Schedule): readonly Appointment[] {
  return schedule.appointments
    .filter((slot) => slot.status !== 'cancelled')
    .toSorted((one, other) => one.startsAt - other.startsAt);
}

export function onDay(schedule: Schedule, date: LocalDate): readonly Appointment[] {
  return standing(schedule).filter((slot) => localDateOf(slot.startsAt, schedule.zone) === date);
}

export function columnsOf(schedule: Schedule, slots: readonly Appointment[]): readonly BookColumn[] {
  const rooms = schedule.rooms.map((room) => ({
    id: room.id,
    title: room.name,
    slots: slots.filter((slot) => slot.roomId === room.id),
  }));
  const roomless = slots.filter((slot) => slot.roomId === undefined);
  const names = new Map(
    roomless.map((slot) => [slot.practitionerId ?? 'no-one', slot.practitionerName ?? 'No one named']),
  );
  const people = [...names].map(([id, title]) => ({
    id,
    title,
    slots: roomless.filter((slot) => (slot.practitionerId ?? 'no-one') === id),
  }));
  return [...rooms, ...people];
}

/** The hours to draw: the usual day, wider when something lies outside it. */
export function hoursShown(
  slots: readonly Appointment[],
  zone: string,
): { readonly from: number; readonly to: number } {
  const starts = slots.map((slot) => Math.floor(localTime(slot.startsAt, zone).minuteOfDay / 60));
  const ends = slots.map((slot) => {
    const end = localTime(slot.endsAt, zone);
    return end.date === localDateOf(slot.startsAt, zone) ? Math.ceil(end.minuteOfDay / 60) : 24;
  });
  return { from: Math.min(8, ...starts), to: Math.max(18, ...ends) };
}
