// The demonstration's calendar: dose days counted back or forward from a given one, each with the talk that belongs to it, on
// days and in hours in which the clinic is open, in rooms and with people who are free.

import { addDays, instantOf, localDateOf, weekdayOf, type ZoneId } from '#clinical/instant.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { roomBlock } from '#clinical/protocol/room-block.ts';

const minute = 60_000;
const hour = 60 * minute;
const { stayMinutes, turnoverMinutes } = roomBlock(ivExample1);
/** What a dose of the demonstration keeps of its room. */
const roomBlockMinutes = stayMinutes + turnoverMinutes;
const talkFromHours = roomBlockMinutes / 60 + ivExample1.integration.fromHours.value;
const talkToHours = ivExample1.integration.toHours.value;
const visitMinutes = 50;
const talkMinutes = 60;
const step = 15;
const lastDoseMinute = 15 * 60;

type Taken = { from: number; to: number };
type Window = { readonly from: number; readonly to: number };
type Hours = { readonly opens: number; readonly closes: number; readonly onClosedDays?: true };

const usualHours: Hours = { opens: 9 * 60, closes: 17 * 60 + 30 };
const earlyToo: Hours = { opens: 8 * 60, closes: 17 * 60 + 30 };
/** Where a day of the demonstration itself leaves no other way: it is opened on a Sunday, too. */
const anyDay: Hours = { opens: 9 * 60, closes: 18 * 60, onClosedDays: true };

export type BookedDose = { readonly startsAt: number; readonly talkAt: number };

export type Book = {
  /** A whole series, each dose with its talk; the one numbered `anchorNumber` lies on the anchor day. */
  doses(plan: {
    of: number;
    anchorNumber: number;
    anchorDay: string;
    anchorMinuteOfDay: number;
    roomId: string;
    talksWith: string;
  }): BookedDose[];
  /** A free hour with a person that begins inside a window; absent where the clinic is closed throughout it. */
  visit(personId: string, window: Window): number | undefined;
  /** Today is today, whatever day it is; any other is the next one on which the clinic is open. */
  dayFromToday(days: number): string;
  /** The same, or the last day before it on which the clinic is open. */
  openDayUpTo(day: string): string;
};

export function openBook({
  zone,
  now,
  closedOn,
}: {
  zone: ZoneId;
  now: number;
  closedOn: readonly string[];
}): Book {
  const taken = new Map<string, Taken[]>();
  const today = localDateOf(now, zone);

  function isFree(what: string, from: number, to: number): boolean {
    return !(taken.get(what) ?? []).some((slot) => slot.from < to && from < slot.to);
  }
  function take(what: string, from: number, to: number): void {
    taken.set(what, [...(taken.get(what) ?? []), { from, to }]);
  }
  function isClosed(day: string): boolean {
    const weekday = weekdayOf(day);
    return weekday === 0 || weekday === 6 || closedOn.includes(day);
  }
  function onWorkday(day: string, direction: 1 | -1): string {
    let found = day;
    while (isClosed(found)) found = addDays(found, direction);
    return found;
  }

  function minDay(a: string, b: string): string {
    return a < b ? a : b;
  }

  function freeHour(personId: string, window: Window, hours: Hours): number | undefined {
    for (
      let at = Math.ceil(window.from / (step * minute)) * step * minute;
      at <= window.to;
      at += step * minute
    ) {
      const day = localDateOf(at, zone);
      if (hours.onClosedDays !== true && isClosed(day)) continue;
      const until = at + visitMinutes * minute;
      if (at < instantOf(day, hours.opens, zone) || until > instantOf(day, hours.closes, zone)) continue;
      if (isFree(personId, at, until)) return at;
    }
    return undefined;
  }

  function takeVisit(personId: string, at: number): number {
    take(personId, at, at + visitMinutes * minute);
    return at;
  }

  type Place = {
    readonly roomId: string;
    readonly talksWith: string;
    /** The talk about one dose is held before the next. */
    readonly nextDoseAt?: number | undefined;
    readonly lastTalkAt?: number | undefined;
  };

  function doseOn(
    day: string,
    fromMinuteOfDay: number,
    { roomId, talksWith, nextDoseAt = Infinity, lastTalkAt = -Infinity }: Place,
    ...allowed: readonly Hours[]
  ): BookedDose | undefined {
    for (
      let minuteOfDay = fromMinuteOfDay;
      minuteOfDay <= Math.max(fromMinuteOfDay, lastDoseMinute);
      minuteOfDay += step
    ) {
      const startsAt = instantOf(day, minuteOfDay, zone);
      const leftAt = startsAt + roomBlockMinutes * minute;
      if (startsAt < lastTalkAt + talkMinutes * minute || !isFree(roomId, startsAt, leftAt)) continue;
      const window = {
        from: startsAt + talkFromHours * hour,
        to: Math.min(startsAt + talkToHours * hour, nextDoseAt - talkMinutes * minute),
      };
      for (const hours of allowed) {
        const talkAt = freeHour(talksWith, window, hours);
        if (talkAt === undefined) continue;
        take(roomId, startsAt, leftAt);
        return { startsAt, talkAt: takeVisit(talksWith, talkAt) };
      }
    }
    return undefined;
  }

  /** A day on which no talk can follow is no day for a dose: then it is the next one, or the one before. */
  function doseAbout(
    day: string,
    fromMinuteOfDay: number,
    direction: 1 | -1,
    place: Place,
  ): [string, BookedDose] {
    let on = day;
    for (let tried = 0; tried < 10; tried += 1) {
      const booked = doseOn(on, fromMinuteOfDay, place, usualHours, earlyToo);
      if (booked !== undefined) return [on, booked];
      on = onWorkday(addDays(on, direction), direction);
    }
    throw new Error('The demonstration calendar has no room and hour left for this dose.');
  }

  /** Who comes today comes today, at the hour given. */
  function doseToday(fromMinuteOfDay: number, place: Place): BookedDose {
    const booked = doseOn(today, fromMinuteOfDay, place, usualHours, earlyToo, anyDay);
    if (booked === undefined) throw new Error('The demonstration calendar has no room left today.');
    return booked;
  }

  return {
    dayFromToday: (days) => (days === 0 ? today : onWorkday(addDays(today, days), 1)),
    openDayUpTo: (day) => onWorkday(day, -1),
    doses({ of, anchorNumber, anchorDay, anchorMinuteOfDay, ...place }) {
      const usual = 8 * 60 + 30;
      const booked = new Map<number, BookedDose>();
      const settle = (number: number, [day, dose]: [string, BookedDose]): string => {
        booked.set(number, dose);
        return day;
      };
      const anchoredOn = settle(
        anchorNumber,
        anchorDay === today
          ? [today, doseToday(anchorMinuteOfDay, place)]
          : doseAbout(anchorDay, anchorMinuteOfDay, anchorDay < today ? -1 : 1, place),
      );
      let day = anchoredOn;
      for (let number = anchorNumber - 1; number >= 1; number -= 1) {
        // What has been given was given before today, however far off the next one is.
        const wished = onWorkday(addDays(minDay(day, today), number % 2 === 0 ? -3 : -4), -1);
        const nextDoseAt = booked.get(number + 1)?.startsAt;
        day = settle(number, doseAbout(wished, usual, -1, { ...place, nextDoseAt }));
      }
      day = anchoredOn;
      for (let number = anchorNumber + 1; number <= of; number += 1) {
        const wished = onWorkday(addDays(day, number % 2 === 0 ? 3 : 4), 1);
        const lastTalkAt = booked.get(number - 1)?.talkAt;
        day = settle(number, doseAbout(wished, usual, 1, { ...place, lastTalkAt }));
      }
      return [...booked].toSorted(([a], [b]) => a - b).map(([, dose]) => dose);
    },
    visit(personId, window) {
      const at = freeHour(personId, window, usualHours);
      return at === undefined ? undefined : takeVisit(personId, at);
    },
  };
}
