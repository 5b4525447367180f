// The demonstration's calendar: dose days counted back or forward from a given one, rooms and hours that do not clash.

import { addDays, instantOf, localDateOf, weekdayOf, type ZoneId } from '#clinical/instant.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { roomBlock } from '#clinical/protocol/room-block.ts';

const minute = 60_000;
const { stayMinutes, turnoverMinutes } = roomBlock(ivExample1);
/** What a dose of the demonstration keeps of its room. */
export const roomBlockMinutes = stayMinutes + turnoverMinutes;
const visitMinutes = 50;
const step = 15;

type Taken = { from: number; to: number };

export type Book = {
  /** Dose starts for a whole series; the one numbered `anchorNumber` lies on the anchor day. */
  doses(plan: {
    of: number;
    anchorNumber: number;
    anchorDay: string;
    anchorMinuteOfDay: number;
    roomId: string;
  }): number[];
  /** A free hour with a person inside a window. */
  visit(personId: string, window: { from: number; to: number }): number;
  dayFromToday(days: number): string;
};

export function openBook({ zone, now }: { zone: ZoneId; now: number; rooms: readonly string[] }): Book {
  const taken = new Map<string, Taken[]>();
  const today = localDateOf(now, zone);

  function isFree(what: string, from: number, to: number): boolean {
    return !(taken.get(what) ?? []).some((slot) => slot.from < to && from < slot.to);
  }
  function take(what: string, from: number, to: number): void {
    taken.set(what, [...(taken.get(what) ?? []), { from, to }]);
  }
  function isWeekend(day: string): boolean {
    const weekday = weekdayOf(day);
    return weekday === 0 || weekday === 6;
  }
  function onWorkday(day: string, direction: 1 | -1): string {
    let found = day;
    while (isWeekend(found)) found = addDays(found, direction);
    return found;
  }

  function minDay(a: string, b: string): string {
    return a < b ? a : b;
  }

  return {
    dayFromToday: (days) => (days === 0 ? today : onWorkday(addDays(today, days), 1)),
    doses({ of, anchorNumber, anchorDay, anchorMinuteOfDay, roomId }) {
      const days = new Map<number, string>([[anchorNumber, anchorDay]]);
      for (let number = anchorNumber - 1; number >= 1; number -= 1) {
        // What has been given was given before today, however far off the next one is.
        const latest = minDay(days.get(number + 1) ?? anchorDay, today);
        days.set(number, onWorkday(addDays(latest, number % 2 === 0 ? -3 : -4), -1));
      }
      for (let number = anchorNumber + 1; number <= of; number += 1)
        days.set(number, onWorkday(addDays(days.get(number - 1) ?? anchorDay, number % 2 === 0 ? 3 : 4), 1));
      return Array.from({ length: of }, (_, index) => {
        const day = days.get(index + 1) ?? anchorDay;
        for (
          let minuteOfDay = index + 1 === anchorNumber ? anchorMinuteOfDay : 8 * 60 + 30;
          ;
          minuteOfDay += step
        ) {
          const from = instantOf(day, minuteOfDay, zone);
          const to = from + roomBlockMinutes * minute;
          if (!isFree(roomId, from, to)) continue;
          take(roomId, from, to);
          return from;
        }
      });
    },
    visit(personId, { from, to }) {
      for (
        let at = Math.ceil(from / (step * minute)) * step * minute;
        at + visitMinutes * minute <= to;
        at += step * minute
      ) {
        const day = localDateOf(at, zone);
        const opens = instantOf(day, 9 * 60, zone);
        const closes = instantOf(day, 18 * 60, zone);
        if (at < opens || at + visitMinutes * minute > closes) continue;
        if (!isFree(personId, at, at + visitMinutes * minute)) continue;
        take(personId, at, at + visitMinutes * minute);
        return at;
      }
      throw new Error('The demonstration calendar has no free hour left in this window.');
    },
  };
}
