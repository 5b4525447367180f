// What a person carries to the next clinic: each session from its log, what was given in all, and how the questionnaires
// went. It is read by people who never saw this clinic, so what nobody wrote down is left out and counted as such.
import { type Instant, type LocalDate, localDateOf, minutesBetween, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { rounded } from '#clinical/quantity.ts';
import { careActionWords } from '#dosing-session/care-actions.ts';
import type { VitalSignName } from '#dosing-session/events.ts';
import { afterVisitSummary, type SignRange } from '#dosing-session/flowsheet.ts';
import type { SessionState } from '#dosing-session/state.ts';

export type PassportRoute = 'iv' | 'im' | 'sublingual' | 'nasal';

export type PassportSession = {
  readonly date: LocalDate;
  readonly number: number;
  readonly of: number;
  /** Absent: no dose is written down. */
  readonly dose?: {
    readonly route: PassportRoute;
    /** As ordered; absent where no order is found. */
    readonly drug?: string;
    readonly givenMg: number;
    readonly parts: number;
    /** From the first part in to the last out. */
    readonly minutes: number;
  };
  readonly weightKg?: number;
  readonly protocol: string;
  readonly signs: Readonly<Partial<Record<VitalSignName, SignRange>>>;
  readonly symptoms: readonly {
    readonly symptom: string;
    readonly worst: string;
    readonly minutes?: number;
  }[];
  readonly rescue: readonly {
    readonly name: string;
    readonly doseText: string;
    readonly response?: string;
  }[];
  /** What was done with hands and voice. */
  readonly helped: readonly string[];
  readonly alerts: number;
  readonly calls: number;
  /** Minutes from the end of the dose to the door; absent when either is not written down. */
  readonly recoveryMinutes?: number;
  /** Facts that contradict one another, still wait for a person, or are known to be missing. */
  readonly unsettled: number;
};

export type PassportScore = {
  readonly instrument: string;
  readonly name: string;
  readonly date: LocalDate;
  readonly total: number;
  readonly most: number;
};

export type Passport = {
  readonly v: 1;
  readonly issuedAt: Instant;
  /** Whose clock the dates were read on. */
  readonly zone: ZoneId;
  readonly clinic: { readonly name: string; readonly phone: string };
  readonly person: { readonly name: string; readonly birthDate?: LocalDate };
  /** Oldest first. */
  readonly sessions: readonly PassportSession[];
  readonly totals: readonly {
    readonly drug?: string;
    readonly route: PassportRoute;
    readonly sessions: number;
    readonly mg: number;
  }[];
  /** Sessions in which no dose is written down, so no total speaks for them. */
  readonly withoutDose: number;
  readonly scores: readonly PassportScore[];
  /** The person's own words to whoever reads it, as typed. */
  readonly words?: string;
};

export type SessionHeld = {
  readonly state: SessionState;
  readonly edition: Edition | undefined;
  readonly openedAt: Instant;
  readonly number: number;
  readonly of: number;
  readonly order: { readonly drug: string; readonly weightKg?: number | undefined } | undefined;
};

export const passportSession = (
  held: SessionHeld & { readonly edition: Edition },
  { zone, now }: { readonly zone: ZoneId; readonly now: Instant },
): PassportSession => {
  const { state, edition, order } = held;
  const told = afterVisitSummary(state, edition, now);
  const [first] = told.doses;
  const ends = told.doses.map(({ endedAt }) => endedAt);
  const lastEnd = ends.every((at) => at !== undefined) ? Math.max(...ends) : undefined;
  const releasedAt = told.released?.at;
  const { conflicts, needsReview, notArrived } = told.unsettled;
  return {
    date: localDateOf(first?.startedAt ?? held.openedAt, zone),
    number: held.number,
    of: held.of,
    ...(first === undefined
      ? {}
      : {
          dose: {
            route: first.route,
            ...(order === undefined ? {} : { drug: order.drug }),
            givenMg: rounded(
              told.doses.reduce((sum, { givenMg }) => sum + givenMg, 0),
              1,
            ),
            parts: told.doses.length,
            minutes: Math.round(minutesBetween(first.startedAt, lastEnd ?? now)),
          },
        }),
    ...(order?.weightKg === undefined ? {} : { weightKg: order.weightKg }),
    protocol: `${edition.name}, version ${edition.version}${edition.approver === undefined ? ' (an example, not approved)' : ''}`,
    signs: told.signs,
    symptoms: told.symptoms.map(({ symptom, worst, reportedAt, resolvedAt }) => ({
      symptom,
      worst,
      ...(resolvedAt === undefined ? {} : { minutes: Math.round(minutesBetween(reportedAt, resolvedAt)) }),
    })),
    rescue: told.rescue.map(({ given, response }) => ({
      name: given.name,
      doseText: given.doseText,
      ...(response === undefined ? {} : { response }),
    })),
    helped: [...new Set(state.facts.CareActionTaken.map(({ fact }) => careActionWords[fact.action]))],
    alerts: told.alerts.length,
    calls: told.signals.length,
    ...(lastEnd === undefined || releasedAt === undefined
      ? {}
      : { recoveryMinutes: Math.round(minutesBetween(lastEnd, releasedAt)) }),
    unsettled: conflicts.length + needsReview.length + notArrived.length,
  };
};

export const passportOf = (question: {
  readonly sessions: readonly PassportSession[];
  readonly scores: readonly PassportScore[];
  readonly clinic: Passport['clinic'];
  readonly person: Passport['person'];
  readonly words?: string | undefined;
  readonly zone: ZoneId;
  readonly now: Instant;
}): Passport => {
  const { scores, clinic, person, words, zone, now } = question;
  const sessions = question.sessions.toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const given = sessions.flatMap(({ dose }) => dose ?? []);
  const kindOf = ({ drug, route }: (typeof given)[number]): string => `${drug ?? ''}/${route}`;
  const kinds = [...new Set(given.map(kindOf))];
  return {
    v: 1,
    issuedAt: now,
    zone,
    clinic,
    person,
    sessions,
    totals: kinds.flatMap((kind) => {
      const same = given.filter((dose) => kindOf(dose) === kind);
      const [one] = same;
      if (one === undefined) return [];
      const mg = rounded(
        same.reduce((sum, { givenMg }) => sum + givenMg, 0),
        1,
      );
      return [
        {
          ...(one.drug === undefined ? {} : { drug: one.drug }),
          route: one.route,
          sessions: same.length,
          mg,
        },
      ];
    }),
    withoutDose: sessions.length - given.length,
    scores,
    ...(words === undefined || words.trim() === '' ? {} : { words: words.trim() }),
  };
};

/** The same for a square on paper: the last session, the totals and the first and last of each score. */
export const passportInShort = (passport: Passport): Passport => {
  const { words: _words, ...kept } = passport;
  const last = passport.sessions.at(-1);
  const instruments = [...new Set(passport.scores.map(({ instrument }) => instrument))];
  return {
    ...kept,
    sessions: last === undefined ? [] : [last],
    scores: instruments.flatMap((id) => {
      const course = passport.scores.filter(({ instrument }) => instrument === id);
      const [first, ...rest] = course;
      const newest = rest.at(-1);
      return [first, newest].filter((score) => score !== undefined);
    }),
  };
};
