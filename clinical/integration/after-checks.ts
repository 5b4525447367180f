// Asked some hours after a dose, in the morning after it and on the days that follow: was an effect felt, did a memory come,
// is the ground still there? Each question stands open until the next one does. Nobody is asked before they were home, and
// silence on the days after is answered by a person.

import { addDays, addMinutes, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { afterCheckTimes, latestCheckHours, morningCheckHours } from './after-check-rules.ts';
import type { CompanionAsked } from './companion-checks.ts';

export const effects = ['clear', 'some', 'none', 'not-sure'] as const;
export type Effect = (typeof effects)[number];

/** steady: as ever. shaky: raw, and it can wait. losing: the ground goes, and a person is needed. */
export const balances = ['steady', 'shaky', 'losing'] as const;
export type Balance = (typeof balances)[number];

export const lateMemories = ['none', 'some'] as const;
export type LateMemory = (typeof lateMemories)[number];

export type AfterCheckAnswer = {
  readonly hours: number;
  readonly at: Instant;
  readonly effect?: Effect | undefined;
  readonly balance?: Balance | undefined;
  readonly memory?: LateMemory | undefined;
};

/** The dose asked after: the latest from which they were let go home. */
export type LastDose = {
  readonly cycleId: string;
  /** Undefined: no start was written down, and the hours are counted from the way home. */
  readonly startedAt?: Instant | undefined;
  readonly releasedAt: Instant;
  readonly checks: readonly AfterCheckAnswer[];
  /** Who took them home, where the patient lets them be asked. */
  readonly companion?: CompanionAsked | undefined;
};

export type AfterCheck = {
  readonly hours: number;
  readonly askAt: Instant;
  readonly closesAt: Instant;
  /** When a person calls if nothing was said. Undefined: silence alone brings nobody. */
  readonly callAt: Instant | undefined;
  readonly answered: AfterCheckAnswer | undefined;
};

/** By which rules a dose is asked after, and where the person is. */
export type AskedBy = { readonly edition: Pick<Edition, 'afterChecks'>; readonly zone: ZoneId };

export function afterChecksOf(dose: LastDose, { edition, zone }: AskedBy): readonly AfterCheck[] {
  const times = afterCheckTimes(edition);
  const from = dose.startedAt ?? dose.releasedAt;
  const after = (hours: number) => ({ hours, at: addMinutes(from, hours * 60) });
  const morning = instantOf(addDays(localDateOf(from, zone), 1), times.morningMinuteOfDay.value, zone);
  const asked = [
    { ...after(times.firstHours.value), isCalled: false },
    { hours: morningCheckHours, at: morning, isCalled: true },
    ...times.laterHours.value.map((hours) => ({ ...after(hours), isCalled: true })),
  ].map((check) => ({ ...check, askAt: Math.max(check.at, dose.releasedAt) }));
  return asked.map(({ hours, askAt, isCalled }, index) => ({
    hours,
    askAt,
    closesAt: asked[index + 1]?.askAt ?? addMinutes(askAt, times.lastOpenHours.value * 60),
    callAt: isCalled ? addMinutes(askAt, times.calledAfterMinutes.value) : undefined,
    answered: togetherAt(dose.checks.filter((one) => one.hours === hours)),
  }));
}

/** Each tap is kept by itself; of each question the latest counts. The balance must be known, the rest may be left out. */
function togetherAt(given: readonly AfterCheckAnswer[]): AfterCheckAnswer | undefined {
  const said = given.findLast((one) => one.balance !== undefined);
  return (
    said && {
      ...said,
      effect: given.findLast((one) => one.effect !== undefined)?.effect,
      memory: given.findLast((one) => one.memory !== undefined)?.memory,
    }
  );
}

/** What of our questions was answered, and for which hour; nothing when it is no answer of ours. */
export function afterCheckAnswer(
  answers: Readonly<Record<string, unknown>>,
  at: Instant,
): AfterCheckAnswer | undefined {
  const { hours, effect, balance, memory } = answers;
  const given = {
    balance: oneOf(balances, balance),
    effect: oneOf(effects, effect),
    memory: oneOf(lateMemories, memory),
  };
  const known = Object.values(given).filter((one) => one !== undefined).length;
  const isOdd = known === 0 || known !== Object.keys(answers).length - 1;
  return isHours(hours) && !isOdd ? { hours, at, ...given } : undefined;
}

/** Which hours are asked is said by the edition, and the answer may come from a phone that knew an earlier one. */
function isHours(hours: unknown): hours is number {
  return Number.isInteger(hours) && Number(hours) > 0 && Number(hours) <= latestCheckHours.value;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}
