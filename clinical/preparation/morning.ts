// What a person says of themselves on the morning of a dose, held against the protocol before they are at the door. It settles
// no line of the gate: whoever is with them asks again, with these words in view. “Not sure” is never fine.

import { type Instant, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { DayAsked } from './day-steps.ts';
import { isFasted, isHeavyAsked } from './fasting.ts';

export const sleptWords = ['well', 'some', 'little', 'not-sure'] as const;
export const takenWords = ['taken', 'not-taken', 'not-sure'] as const;
/** Whether the last meal was fried or fatty. */
export const heavyWords = ['no', 'yes', 'not-sure'] as const;
/** What becomes of the intention today. */
export const intentionToday = ['keep', 'change', 'none'] as const;

export type MedicineSaid = {
  readonly id: string;
  readonly name: string;
  readonly said: (typeof takenWords)[number];
};

/** Left out is not said. */
export type Morning = {
  readonly slept?: (typeof sleptWords)[number] | undefined;
  readonly lastFoodAt?: Instant | 'not-sure' | undefined;
  /** Asked only where the protocol tells the two meals apart and the time lies between them. */
  readonly lastFoodHeavy?: (typeof heavyWords)[number] | undefined;
  readonly lastDrinkAt?: Instant | 'not-sure' | undefined;
  /** Those of their list that they spoke of. */
  readonly medicines?: readonly MedicineSaid[] | undefined;
  /** What they took that is not on the list, in their words. */
  readonly otherTaken?: string | undefined;
  readonly intention?: (typeof intentionToday)[number] | undefined;
};

export type MorningPoint = {
  readonly what: 'food' | 'drink' | 'sleep' | 'medicines';
  /** told: the protocol has no number for it, a nurse reads it. */
  readonly state: 'as-planned' | 'told' | 'tell-us' | 'not-sure' | 'not-said';
};

/** Spoken on the day itself. What was said for a dose that was then moved does not speak of the new day. */
export function isOfTheDay(asked: {
  readonly saidAt: Instant;
  readonly startsAt: Instant;
  readonly zone: ZoneId;
}): boolean {
  return localDateOf(asked.saidAt, asked.zone) === localDateOf(asked.startsAt, asked.zone);
}

/** What was said this morning against this protocol. */
export function morningAgainst(morning: Morning, day: DayAsked): readonly MorningPoint[] {
  return [
    { what: 'food', state: foodAgainst(morning, day) },
    { what: 'drink', state: intakeAgainst('clear-fluid', morning.lastDrinkAt, day) },
    { what: 'sleep', state: sleepState[morning.slept ?? 'not-said'] },
    { what: 'medicines', state: medicinesState(morning) },
  ];
}

/** What a person looks at before they come. */
export function opensALine({ state }: MorningPoint): boolean {
  return state === 'tell-us' || state === 'not-sure';
}

/** A light meal and a heavy one have their own times; which it was is asked where that settles it. */
function foodAgainst({ lastFoodAt, lastFoodHeavy }: Morning, day: DayAsked): MorningPoint['state'] {
  const lastAt = typeof lastFoodAt === 'number' ? lastFoodAt : undefined;
  if (!isHeavyAsked({ lastAt, at: day.startsAt, edition: day.edition }))
    return intakeAgainst('food', lastFoodAt, day);
  return heavyState[lastFoodHeavy ?? 'not-said'];
}

const heavyState = {
  no: 'as-planned',
  yes: 'tell-us',
  'not-sure': 'not-sure',
  'not-said': 'not-said',
} as const;

function intakeAgainst(
  intake: 'food' | 'clear-fluid',
  lastAt: Instant | 'not-sure' | undefined,
  { edition, startsAt }: DayAsked,
): MorningPoint['state'] {
  if (lastAt === 'not-sure') return 'not-sure';
  const fasted = isFasted({ intake, lastAt, at: startsAt, edition });
  if (fasted === 'unknown') return 'not-said';
  return fasted ? 'as-planned' : 'tell-us';
}

const sleepState = {
  well: 'as-planned',
  some: 'as-planned',
  little: 'tell-us',
  'not-sure': 'not-sure',
  'not-said': 'not-said',
} as const;

function medicinesState({ medicines, otherTaken }: Morning): MorningPoint['state'] {
  if (otherTaken !== undefined && otherTaken.trim() !== '') return 'tell-us';
  if (medicines === undefined) return 'not-said';
  return medicines.some(({ said }) => said === 'not-sure') ? 'not-sure' : 'told';
}
