// Where a series stops to ask: what is known and what is not, what was decided by whom, and the way out that a stop opens.

import * as z from 'zod/mini';
import type { HandOverSection } from '#clinical/integration/hand-over.ts';
import type { DecisionAnswer } from '#clinical/outcomes/decision-points.ts';
import type { Durability } from '#clinical/outcomes/durability.ts';
import type { LetterSection, WayOutLine } from '#clinical/outcomes/way-out.ts';
import { endpoint } from './endpoint.ts';
import {
  computed,
  done,
  id,
  instant,
  language,
  line,
  localDate,
  optionalLine,
  optionalParagraph,
  paragraph,
  version,
} from './fields.ts';

export const seriesChoice = z.enum(['continue', 'space-out', 'change', 'pause', 'stop']);
export type SeriesChoice = z.output<typeof seriesChoice>;

const decision = z.strictObject({
  id,
  seriesId: id,
  choice: seriesChoice,
  reason: z.string(),
  wordsForPatient: z.optional(z.string()),
  at: instant,
  byName: z.string(),
  /** When it first stood on the person's own screen; absent until then. */
  seenAt: z.optional(instant),
});
export type SeriesDecision = z.output<typeof decision>;

const measured = z.strictObject({ total: z.number(), on: localDate });

export const referralPlace = z.strictObject({
  id,
  name: z.string(),
  kind: z.enum(['therapist', 'psychiatrist', 'family-doctor', 'group', 'other']),
  phone: z.optional(z.string()),
  note: z.optional(z.string()),
  /** When someone last made sure that it is still so. */
  checkedOn: localDate,
});
export type ReferralPlace = z.output<typeof referralPlace>;

export const getHandOver = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/hand-over',
  summary: 'Names outside and the paper for whoever holds the hours after a dose',
  response: z.strictObject({
    isHeldOutside: z.boolean(),
    clinic: z.strictObject({ name: z.string(), phone: z.string() }),
    referrals: z.array(referralPlace),
    sections: z.array(computed<HandOverSection>()),
  }),
});

export const seriesDecisionTold = z.strictObject({
  now: instant,
  zone: z.string(),
  patientName: z.string(),
  patientLanguage: language,
  series: z.strictObject({
    id,
    version,
    status: z.enum(['active', 'held', 'paused', 'stopped', 'finished']),
    plannedCycles: z.int(),
    protocol: z.optional(z.string()),
  }),
  doses: z.array(localDate),
  /** Whether anybody wrote down what it is for; if not, it is read by low mood alone. */
  isNamed: z.boolean(),
  /** Each form it is read by; one of them decides what is asked. */
  measured: z.array(
    z.strictObject({
      instrument: z.string(),
      betterIs: z.enum(['lower', 'higher']),
      decides: z.boolean(),
      before: z.optional(measured),
      latest: z.optional(measured),
    }),
  ),
  pulses: z.array(z.strictObject({ date: localDate, value: z.optional(z.number()) })),
  answer: computed<DecisionAnswer>(),
  durability: computed<Pick<Durability, 'nextDate' | 'soonestEnd' | 'endsSeen' | 'dosesWithoutGain'>>(),
  /** After so many doses someone is asked, whether or not it helps. */
  asksAfterDoses: z.array(z.int()),
  /** Newest first. */
  decisions: z.array(decision),
  /** Once it rests or has ended. */
  wayOut: z.optional(
    z.strictObject({
      letter: z.array(computed<LetterSection>()),
      followUpAt: z.optional(instant),
      followUpBy: localDate,
      watchOn: z.array(localDate),
    }),
  ),
  referrals: z.array(referralPlace),
});
export type SeriesDecisionTold = z.output<typeof seriesDecisionTold>;

const ofSeries = '/api/patients/:patientId/series/:seriesId/decisions';

export const getSeriesDecision = endpoint({
  method: 'GET',
  path: ofSeries,
  summary: 'How a series has gone, with its gaps, what is asked now, and what was decided before',
  response: seriesDecisionTold,
});

export const decideSeries = endpoint({
  method: 'POST',
  path: ofSeries,
  summary: 'Continue, space out, change, pause or stop a series, with the reason; a stop opens the way out',
  body: z.strictObject({
    id,
    version,
    choice: seriesChoice,
    reason: optionalParagraph,
    /** Doses beyond the plan; asked where all planned ones were given and it goes on. */
    extendBy: z.optional(z.int().check(z.gte(1), z.lte(12))),
    /** Every decision reaches the person it is about, in words they can read. */
    wordsForPatient: paragraph,
    wordsForLetter: z.optional(optionalParagraph),
  }),
  response: seriesDecisionTold,
});

/** What the person reads about how their plan goes on, whatever was decided. */
export const getDecided = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/decided',
  summary:
    'What was decided about a series, by whom and when, for the person, and what it means for the next visits',
  response: z.strictObject({
    zone: z.string(),
    clinic: z.strictObject({ name: z.string(), phone: z.string() }),
    /** Newest first. */
    decided: z.array(z.omit(decision, { reason: true, seriesId: true })),
    /** Of the series the newest is about. */
    doses: z.optional(z.strictObject({ given: z.int(), planned: z.int(), sinceDecided: z.int() })),
    nextDoseAt: z.optional(instant),
  }),
});
export type Decided = z.output<(typeof getDecided)['response']>;

/** Told by the screen itself, once the decision has stood there in sight; nothing else counts as seen. */
export const seeDecided = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/decided/seen',
  summary: 'That a decision stood on the person’s own screen, and when; the clinic reads it',
  body: z.strictObject({ decisionId: id, seenAt: instant }),
  response: done,
});

/** What the person reads once their series rests or has ended. Absent while it runs. */
export const getWayOut = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/way-out',
  summary: 'What comes now for a person whose series rests or has ended',
  response: z.strictObject({
    zone: z.string(),
    way: z.optional(
      z.strictObject({
        decisionId: id,
        choice: z.enum(['pause', 'stop']),
        at: instant,
        seenAt: z.optional(instant),
        byName: z.string(),
        wordsForPatient: z.optional(z.string()),
        lines: z.array(computed<WayOutLine>()),
        followUpAt: z.optional(instant),
        followUpBy: localDate,
        watchOn: z.array(localDate),
        referrals: z.array(referralPlace),
        letter: z.array(computed<LetterSection>()),
        clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
      }),
    ),
  }),
});
export type WayOutTold = z.output<(typeof getWayOut)['response']>;

export const addReferralPlace = endpoint({
  method: 'POST',
  path: '/api/referral-places',
  summary: 'Put a name outside the clinic on the list, with the day on which it was checked',
  body: z.strictObject({
    id,
    name: line,
    kind: z.enum(['therapist', 'psychiatrist', 'family-doctor', 'group', 'other']),
    phone: z.optional(optionalLine),
    note: z.optional(optionalLine),
    checkedOn: localDate,
  }),
  response: referralPlace,
});

export const withdrawReferralPlace = endpoint({
  method: 'POST',
  path: '/api/referral-places/:placeId/withdraw',
  summary: 'Take a name off the list',
  body: z.strictObject({}),
  response: done,
});
