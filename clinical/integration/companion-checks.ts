// Whoever took someone home is asked what they see: that evening, the morning after, and at the last of the questions after a
// dose, at the hours at which the person themselves is asked. A red answer rings; silence is judged together with the person's own.

import { addDays, addMinutes, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';
import { morningCheckHours } from './after-check-rules.ts';
import { type AfterCheck, afterChecksOf, type LastDose } from './after-checks.ts';
import { eveningAskedAt } from './evening.ts';

export const companionCheckNames = ['evening', 'morning', 'last'] as const;
export type CompanionCheckName = (typeof companionCheckNames)[number];

export const companionWords = ['well', 'not-sure', 'worried'] as const;
export type CompanionWord = (typeof companionWords)[number];

export const companionSigns = ['hard-to-wake', 'breathing', 'confused', 'hurt', 'distressed'] as const;
export type CompanionSign = (typeof companionSigns)[number];

/** What cannot wait for a call back: the emergency number comes first. */
export const emergencySigns: readonly CompanionSign[] = ['hard-to-wake', 'breathing'];

export type CompanionAnswer = {
  readonly check: CompanionCheckName;
  readonly word: CompanionWord;
  readonly signs: readonly CompanionSign[];
  readonly at: Instant;
  readonly by: string;
};

/** A time in which the patient has them not asked, and whose choice it was. Without an end it still holds. */
export type Unasked = { readonly from: Instant; readonly until?: Instant | undefined; readonly by: string };

/** Who took them home and is asked, until their link ends. */
export type CompanionAsked = {
  readonly name: string;
  readonly linkEndsAt: Instant;
  readonly answers: readonly CompanionAnswer[];
  readonly unasked?: readonly Unasked[] | undefined;
};

export type CompanionCheck = {
  readonly check: CompanionCheckName;
  readonly askAt: Instant;
  readonly closesAt: Instant;
  /** Until when an answer is waited for, before silence is read as silence. */
  readonly judgedAt: Instant;
  /** The latest word; an earlier one stays on record. */
  readonly answered: CompanionAnswer | undefined;
  /** Why no answer says nothing: somewhere in the time it was waited for they were not to be asked. */
  readonly unasked: Unasked | undefined;
};

type AskedBy = { readonly edition: Pick<Edition, 'eveningCheck' | 'afterChecks'>; readonly zone: ZoneId };

/** None where nobody took them home, or where the link has ended before the hour. */
export function companionChecksOf(dose: LastDose, askedBy: AskedBy): readonly CompanionCheck[] {
  const { companion } = dose;
  if (companion === undefined) return [];
  return hoursOf(dose, askedBy)
    .filter(({ askAt }) => askAt < companion.linkEndsAt)
    .map((hour) => ({
      ...hour,
      answered: companion.answers.findLast(({ check }) => check === hour.check),
      unasked: companion.unasked?.findLast(
        ({ from, until }) => from < hour.judgedAt && (until === undefined || until > hour.askAt),
      ),
    }));
}

/** The choice that holds now, where they are not to be asked. */
export function unaskedNow(companion: CompanionAsked | undefined): Unasked | undefined {
  return companion?.unasked?.find(({ until }) => until === undefined);
}

function hoursOf(dose: LastDose, askedBy: AskedBy): readonly Omit<CompanionCheck, 'answered' | 'unasked'>[] {
  const after = afterChecksOf(dose, askedBy);
  const morning = after.find(({ hours }) => hours === morningCheckHours);
  const last = after.at(-1);
  if (morning === undefined || last === undefined) return [];
  const evening = eveningAskedAt(dose.releasedAt, askedBy);
  const beside = ({ askAt, closesAt, callAt = closesAt }: AfterCheck) => ({
    askAt,
    closesAt,
    judgedAt: callAt,
  });
  return [
    {
      check: 'evening',
      askAt: evening,
      closesAt: morning.askAt,
      judgedAt: addMinutes(evening, askedBy.edition.eveningCheck.lateAfterMinutes.value),
    },
    { check: 'morning', ...beside(morning) },
    ...(last === morning ? [] : [{ check: 'last' as const, ...beside(last) }]),
  ];
}

/** Which of the person's own questions is asked of the companion too. */
export function companionCheckAt(
  dose: LastDose,
  hours: number,
  askedBy: AskedBy,
): CompanionCheckName | undefined {
  if (hours === morningCheckHours) return 'morning';
  return afterChecksOf(dose, askedBy).at(-1)?.hours === hours ? 'last' : undefined;
}

/** Whom an answer calls: someone at any hour, someone in the hours of the clinic, nobody. A sign outweighs the word beside it. */
export function calledBy({
  word,
  signs,
}: Pick<CompanionAnswer, 'word' | 'signs'>): 'ring' | 'soon' | 'nobody' {
  if (word === 'worried' || signs.length > 0) return 'ring';
  return word === 'not-sure' ? 'soon' : 'nobody';
}

/** What the person themselves said: 'hard' can wait in their own words, 'red' has called someone already. */
export type PersonSaid = 'well' | 'hard' | 'red' | 'nothing';
export type CompanionSaid = 'not-asked' | 'something' | 'nothing';

/**
 * Whether silence calls a person, once the time an answer is waited for is over. The person's own silence always does: whoever
 * sits beside them does not know how it is within. Where the person is well and only the companion is silent, nobody is woken.
 * Where it is hard and the one who should be near says nothing, nobody knows that they are not alone. Whoever is not asked is
 * not silent: the person's own answer then carries alone.
 */
export function silenceCalls(said: {
  readonly person: PersonSaid;
  readonly companion: CompanionSaid;
}): boolean {
  if (said.person === 'nothing') return true;
  return said.person === 'hard' && said.companion === 'nothing';
}

export function companionSaid(
  dose: LastDose | undefined,
  check: CompanionCheckName | undefined,
  askedBy: AskedBy,
): CompanionSaid {
  const asked = dose && companionChecksOf(dose, askedBy).find((one) => one.check === check);
  if (asked?.answered !== undefined) return 'something';
  return asked === undefined || asked.unasked !== undefined ? 'not-asked' : 'nothing';
}

export const companionLinkLeastDays = sourced(
  5,
  'd',
  'H-HOUSE',
  'H',
  'Whole days after the day of the dose.',
);

/** The midnight after the last check closes; a session that begins or ends late takes nothing off it. */
export function companionLinkEndsAt(doseAt: Instant, askedBy: AskedBy): Instant {
  const { zone } = askedBy;
  const closesAt = afterChecksOf({ cycleId: '', releasedAt: doseAt, checks: [] }, askedBy).at(-1)?.closesAt;
  const lastDay = localDateOf(addMinutes(closesAt ?? doseAt, 24 * 60), zone);
  const leastDay = addDays(localDateOf(doseAt, zone), companionLinkLeastDays.value);
  return instantOf(addDays(lastDay > leastDay ? lastDay : leastDay, 1), 0, zone);
}
