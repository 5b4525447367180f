// One person's day around a dose, worked out from the protocol edition and the hour of the appointment: what to do, when,
// and what to bring. Clinics differ on food and on how long people stay, so no hour stands in a text.

import type { Route } from '#clinical/care-record.ts';
import { addDays, addMinutes, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { roomBlock } from '#clinical/protocol/room-block.ts';
import { foodClockBefore } from './fasting.ts';

export const dayStepIds = [
  'evening-before',
  'heavy-until',
  'eat-until',
  'drink-until',
  'no-nasal-spray',
  'arrive',
  'session',
  'talk',
  'ready-about',
  'evening',
  'driving-again',
] as const;
export type DayStepId = (typeof dayStepIds)[number];
export type DayStep = { readonly id: DayStepId; readonly at: Instant };

export type DayAsked = {
  readonly edition: Edition;
  readonly startsAt: Instant;
  /** The end of the stay, where it is booked; otherwise the protocol says how long it takes. */
  readonly endsAt?: Instant | undefined;
  readonly zone: ZoneId;
};

/** In the order they happen. The evening before and the next morning are days, not hours: `at` is only their day. */
export function dayStepsOf({ edition, startsAt, endsAt, zone }: DayAsked): readonly DayStep[] {
  const food = foodClockBefore(startsAt, edition);
  const day = localDateOf(startsAt, zone);
  const evening = edition.eveningCheck.minuteOfDay.value;
  const spray: readonly DayStep[] =
    edition.timing.route === 'nasal'
      ? [
          {
            id: 'no-nasal-spray',
            at: addMinutes(startsAt, -edition.timing.nasalProductMinutes.value),
          },
        ]
      : [];
  const arrive: readonly DayStep[] =
    edition.route === 'home'
      ? []
      : [{ id: 'arrive', at: addMinutes(startsAt, -edition.preparation.arriveMinutesBefore.value) }];
  const block = roomBlock(edition);
  const leavesAbout = endsAt ?? addMinutes(startsAt, block.stayMinutes);
  const talk: readonly DayStep[] =
    block.talkMinutes === 0 ? [] : [{ id: 'talk', at: addMinutes(leavesAbout, -block.talkMinutes) }];
  const heavy: readonly DayStep[] =
    food.heavyUntil === undefined ? [] : [{ id: 'heavy-until', at: food.heavyUntil }];
  const steps: readonly DayStep[] = [
    { id: 'evening-before', at: instantOf(addDays(day, -1), evening, zone) },
    ...heavy,
    { id: 'eat-until', at: food.eatUntil },
    { id: 'drink-until', at: food.clearDrinksUntil },
    ...spray,
    ...arrive,
    { id: 'session', at: startsAt },
    ...talk,
    { id: 'ready-about', at: leavesAbout },
    { id: 'evening', at: instantOf(day, evening, zone) },
    { id: 'driving-again', at: instantOf(addDays(day, 1), 0, zone) },
  ];
  return steps.toSorted((a, b) => a.at - b.at || dayStepIds.indexOf(a.id) - dayStepIds.indexOf(b.id));
}

export const thingsToBring = [
  'photo-id',
  'medicine-list',
  'loose-clothes',
  'short-sleeves',
  'warm-layer',
  'tissues',
  'small-comfort',
  'no-jewelry',
  'lozenges-locked',
  'phone-charged',
  'bowl-near',
] as const;
export type ThingToBring = (typeof thingsToBring)[number];

const forTheCuff: readonly ThingToBring[] = ['photo-id', 'medicine-list', 'loose-clothes', 'short-sleeves'];

/** What to wear and to have along. A cuff wants a bare arm on every route; the home has its own list. */
export function whatToBring(route: Route): readonly ThingToBring[] {
  switch (route) {
    case 'iv':
    case 'im':
      return [...forTheCuff, 'warm-layer', 'small-comfort', 'no-jewelry'];
    case 'nasal':
    case 'sublingual':
      return [...forTheCuff, 'tissues', 'warm-layer', 'small-comfort'];
    case 'home':
      return ['lozenges-locked', 'phone-charged', 'bowl-near', 'loose-clothes', 'short-sleeves', 'tissues'];
  }
}
