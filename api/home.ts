// A dose at home: what the clinic arranges and sees, and what the one who watches is shown by link.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { GateLine } from '#clinical/gate.ts';
import { type GuidePresence, guidePlaces } from '#clinical/home/guide.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { SessionEvent as sessionEvent } from '#dosing-session/events.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, email, id, instant, line, optionalLine, phone, version } from './fields.ts';

export const ringReason = z.enum(['looks-missed', 'not-sure', 'worried']);

export const homeRing = z.strictObject({
  id,
  reason: ringReason,
  raisedAt: instant,
  lastLookAt: z.optional(instant),
  missedLooks: z.int(),
  /** In turn: the first named, the second, then everyone on shift, who have no name here. */
  calls: z.array(z.strictObject({ turn: z.int(), name: z.optional(z.string()), at: instant })),
  answeredAt: z.optional(instant),
  answeredBy: z.optional(z.string()),
});
export type HomeRing = z.output<typeof homeRing>;

const person = z.strictObject({ id, name: z.string() });
const onCall = z.strictObject({ first: person, second: person });

export const supplyLine = z.strictObject({
  id,
  kind: z.enum(['sent', 'returned', 'destroyed']),
  lozenges: z.int(),
  strengthMg: z.number(),
  lot: z.string(),
  expiry: z.optional(z.string()),
  note: z.optional(z.string()),
  at: instant,
  byName: z.string(),
});
export type SupplyLine = z.output<typeof supplyLine>;

export const homeGuide = z.strictObject({
  name: z.string(),
  phone: z.string(),
  place: z.enum(guidePlaces),
  presence: computed<GuidePresence>(),
});
export type HomeGuide = z.output<typeof homeGuide>;

/** What one session counted at home, held against the book of that moment. */
const boxCheck = z.strictObject({
  cycleNumber: z.int(),
  at: instant,
  /** Absent: nobody counted before this dose. */
  counted: z.optional(z.int()),
  /** Absent: no parcel was on record. */
  expected: z.optional(z.int()),
  taken: z.int(),
});

export const homePlan = z.strictObject({
  onCall: z.optional(onCall),
  guide: z.optional(homeGuide),
  /** Who may be named: nurses and prescribers of this clinic. */
  mayAnswer: z.array(person),
  sitter: z.optional(z.strictObject({ name: z.string(), state: z.string(), at: instant })),
  supply: z.strictObject({
    lines: z.array(supplyLine),
    lastCount: z.optional(z.strictObject({ count: z.int(), at: instant, byName: z.string() })),
    sent: z.int(),
    used: z.int(),
    /** One for each session at home, the newest last. */
    checks: z.array(boxCheck),
    /** What should lie in the box now; absent while no parcel is on record. */
    expected: z.optional(z.int()),
    issues: z.array(computed<DetectedIssue>()),
  }),
});
export type HomePlan = z.output<typeof homePlan>;

export const getHomePlan = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/cycles/:cycleId/home',
  summary: 'What is arranged for a dose at home: who answers, who watches, what is in the box',
  response: homePlan,
});

export const nameOnCall = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/cycles/:cycleId/home/on-call',
  summary: 'Name who is rung for this dose at home, and who is next',
  body: z.strictObject({ id, firstId: id, secondId: id }),
  response: homePlan,
});

export const nameGuide = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/cycles/:cycleId/home/guide',
  summary: 'Name who guides a dose at home, and how to reach them; their link is shown once',
  body: z.strictObject({ id, name: line, phone, email: z.optional(email), place: z.enum(guidePlaces) }),
  response: z.strictObject({ link: z.string() }),
});

export const writeSupply = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/cycles/:cycleId/home/supplies',
  summary: 'Lozenges sent home, given back or destroyed',
  body: z.strictObject({
    id,
    kind: z.enum(['sent', 'returned', 'destroyed']),
    lozenges: z.int().check(z.gte(1), z.lte(1_000)),
    strengthMg: z.number().check(z.gt(0), z.lte(1_000)),
    lot: line,
    expiry: z.optional(optionalLine),
    note: z.optional(optionalLine),
    at: instant,
  }),
  response: homePlan,
});

/** The house as the clinic must see it when it rings: where to send help, and whom to call. */
export const homeRoom = z.strictObject({
  patientName: z.string(),
  startsAt: instant,
  openedAt: instant,
  releasedAt: z.optional(instant),
  address: z.optional(z.strictObject({ text: z.string(), at: instant, byName: z.string() })),
  patientPhone: z.optional(z.string()),
  sitter: z.optional(
    z.strictObject({ name: z.string(), phone: z.optional(z.string()), relationship: z.optional(z.string()) }),
  ),
  onCall: z.optional(onCall),
  guide: z.optional(homeGuide),
  rings: z.array(homeRing),
});
export type HomeRoom = z.output<typeof homeRoom>;

export const getHomeRoom = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/home',
  summary: 'The home of a running session: address, phone numbers, and each time it rang',
  response: homeRoom,
});

export const listHomeRings = endpoint({
  method: 'GET',
  path: '/api/home-rings',
  summary: 'Rings nobody has answered, with the address, for those who care for that person',
  response: z.strictObject({
    now: instant,
    rings: z.array(
      z.strictObject({
        ring: homeRing,
        patientId: id,
        sessionId: id,
        /** True when this ring has come to the person who asks. */
        forMe: z.boolean(),
        home: homeRoom,
      }),
    ),
  }),
});

const lineSeen = z.strictObject({
  condition: computed<GateLine['condition']>(),
  state: computed<GateLine['state']>(),
});
export type LineSeen = z.output<typeof lineSeen>;
const gateSeen = z.strictObject({
  open: z.boolean(),
  /** Lines that are settled in that house. */
  here: z.array(lineSeen),
  /** The clinic’s own lines, counted and not told: what stands in a record is not the watcher’s to read. */
  clinic: z.strictObject({ open: z.int(), of: z.int() }),
});
export type GateSeen = z.output<typeof gateSeen>;

export const homeSession = z.strictObject({
  now: instant,
  patientId: id,
  patientFirstName: z.string(),
  watcherName: z.string(),
  watcherPhone: z.optional(z.string()),
  clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
  startsAt: instant,
  opensAt: instant,
  linkExpiresAt: instant,
  /** The protocol this day follows; absent when nobody here can read it, and then nothing opens. */
  edition: z.optional(computed<Edition>()),
  dose: z.optional(
    z.strictObject({
      doseMg: z.number(),
      form: z.optional(z.enum(['troche', 'rapid-dissolve'])),
      afterHold: z.optional(z.enum(['spit', 'swallow'])),
    }),
  ),
  onCall: z.optional(z.strictObject({ first: z.string(), second: z.string() })),
  guide: z.optional(homeGuide),
  session: z.optional(
    z.strictObject({
      id,
      version,
      releasedAt: z.optional(instant),
      /** Only what this link may write, and the answers to it. */
      events: z.array(computed<RecordedEvent>()),
      openDose: gateSeen,
      release: gateSeen,
    }),
  ),
  rings: z.array(homeRing),
});
export type HomeSession = z.output<typeof homeSession>;

export const getHomeSession = endpoint({
  method: 'GET',
  path: '/api/companion/home-session',
  summary: 'The dose at home this link is for',
  response: homeSession,
});

/** What a guide needs: who is with the person, where help is sent, and how the looks go. No dose, no reading, no record. */
export const guidedDay = z.strictObject({
  now: instant,
  patientFirstName: z.string(),
  startsAt: instant,
  guide: homeGuide,
  watcher: z.optional(z.strictObject({ name: z.string(), phone: z.optional(z.string()) })),
  session: z.optional(
    z.strictObject({
      address: z.optional(z.string()),
      takenAt: z.optional(instant),
      releasedAt: z.optional(instant),
      lastLook: z.optional(
        z.strictObject({ seen: z.enum(['settled', 'asleep', 'not-sure', 'worried']), at: instant }),
      ),
      /** Absent: no protocol can be read, so nobody can say whether a look was due. */
      missedLooks: z.optional(z.int()),
      nextLookAt: z.optional(instant),
      isClinicRung: z.boolean(),
    }),
  ),
});
export type GuidedDay = z.output<typeof guidedDay>;

export const getGuidedDay = endpoint({
  method: 'GET',
  path: '/api/companion/home-guide',
  summary: 'The dose at home this link guides',
  response: guidedDay,
});

export const markGuide = endpoint({
  method: 'POST',
  path: '/api/companion/home-guide/marks',
  summary: 'The guide is there, or goes; said each minute while they are',
  body: z.strictObject({ here: z.boolean() }),
  response: guidedDay,
});

export const openHomeSession = endpoint({
  method: 'POST',
  path: '/api/companion/home-session',
  summary: 'The one who watches is there: open the session of this day',
  body: z.strictObject({ id }),
  response: z.strictObject({ id }),
});

export const appendHomeFacts = endpoint({
  method: 'POST',
  path: '/api/companion/home-session/facts',
  summary: 'What the one who watches saw and did; sending it twice keeps it once',
  body: z.strictObject({ events: z.array(sessionEvent).check(z.minLength(1), z.maxLength(100)) }),
  response: done,
});
