// A medicine a prescriber has signed beforehand for what may happen in the room: for which reading or which symptom, how much,
// how often. The clinic's prescriber writes every number; here it is only counted what the log says was already given.
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { AlertSubject } from './alerts.ts';
import { type EntryOf, gaps, type SessionState } from './state.ts';

export type StandingOrder = {
  readonly id: string;
  readonly forWhat:
    | { readonly kind: 'reading'; readonly subject: AlertSubject }
    | { readonly kind: 'symptom'; readonly symptom: string };
  /** When it may be used, in the prescriber's own words. */
  readonly when: string;
  readonly notIf?: string | undefined;
  readonly medicine: string;
  readonly amount: number;
  readonly unit: string;
  readonly route: string;
  readonly atMostDoses: number;
  readonly minutesBetween: number;
  readonly signedByName: string;
  readonly signedAt: Instant;
};

export type StandingOrderAnswer = {
  readonly given: readonly EntryOf<'RescueMedicationGiven'>[];
  /** What speaks against giving it now. Undefined: the order still allows a dose; whether to give it, a person decides. */
  readonly against:
    | { readonly kind: 'as-often-as-ordered' }
    | { readonly kind: 'too-soon'; readonly fromAt: Instant }
    | undefined;
  /** A device wrote something that has not arrived: it may be a dose of this order. */
  readonly maybeMore: boolean;
};

export const standingOrderAnswer = (
  order: StandingOrder,
  state: SessionState,
  now: Instant,
): StandingOrderAnswer => {
  const given = state.facts.RescueMedicationGiven.filter(({ fact }) => fact.standingOrderId === order.id);
  const last = given.at(-1);
  const fromAt = last && addMinutes(last.at, order.minutesBetween);
  const against =
    given.length >= order.atMostDoses
      ? { kind: 'as-often-as-ordered' as const }
      : fromAt !== undefined && now < fromAt
        ? { kind: 'too-soon' as const, fromAt }
        : undefined;
  return { given, against, maybeMore: gaps(state).length > 0 };
};

export const amountInWords = ({ amount, unit }: Pick<StandingOrder, 'amount' | 'unit'>): string =>
  `${amount} ${unit}`;

/** Orders for what is happening now first; the others after, in the order they were signed. */
export const fittingFirst = (
  orders: readonly StandingOrder[],
  here: { readonly subjects: readonly AlertSubject[]; readonly symptoms: readonly string[] },
): readonly StandingOrder[] => {
  const fits = ({ forWhat }: StandingOrder): boolean =>
    forWhat.kind === 'reading'
      ? here.subjects.includes(forWhat.subject)
      : here.symptoms.some((symptom) => symptom.toLowerCase() === forWhat.symptom.toLowerCase());
  return [...orders.filter(fits), ...orders.filter((order) => !fits(order))];
};
