// Getting ready: practice, navigation plan, limits, comfort and day plan; consent; the ride and the companion’s link.

import * as z from 'zod/mini';
import { companyWishes } from '#clinical/preparation/company.ts';
import { feelings } from '#clinical/preparation/feelings.ts';
import { homeThings } from '#clinical/preparation/home-things.ts';
import { heavyWords, intentionToday, sleptWords, takenWords } from '#clinical/preparation/morning.ts';
import { teachBackAnswers, teachBackIds } from '#clinical/preparation/teach-back.ts';
import type { PreparationStep } from '#clinical/protocol/care-steps.ts';
import { endpoint } from './endpoint.ts';
import {
  done,
  email,
  id,
  instant,
  language,
  line,
  optionalLine,
  optionalParagraph,
  phone,
  version,
} from './fields.ts';

const instantOrNotSure = z.union([instant, z.literal('not-sure')]);
const rating = z.int().check(z.gte(0), z.lte(10));

export const preparationBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('grounding'),
    exercise: z.enum(['paced-breathing', 'five-senses', 'body-scan', 'anchor-phrase']),
    practisedSeconds: z.int().check(z.gte(0), z.lte(7200)),
    anchor: z.optional(optionalLine),
  }),
  z.strictObject({
    kind: z.literal('navigation-plan'),
    helps: optionalParagraph,
    doesNotHelp: optionalParagraph,
    wordsToSay: optionalLine,
    wakeMeIf: optionalLine,
  }),
  z.strictObject({
    kind: z.literal('limits'),
    touch: optionalLine,
    recording: z.enum(['no', 'audio', 'not-decided']),
    talkOrQuiet: z.enum(['talk', 'quiet', 'ask-me']),
    people: optionalLine,
  }),
  z.strictObject({
    kind: z.literal('comfort'),
    music: z.enum(['music', 'silence', 'ask-me']),
    eyeMask: z.enum(['yes', 'no', 'ask-me']),
    light: z.enum(['low', 'dark', 'ask-me']),
  }),
  z.strictObject({
    kind: z.literal('day-plan'),
    dayOff: z.enum(['yes', 'no', 'not-sure']),
    clothes: z.boolean(),
    calmPlace: optionalLine,
    childrenAndPets: optionalLine,
    noDecisions: z.boolean(),
  }),
  /** How a person feels at a stage, so that the day can be met and a change can be seen. */
  z.strictObject({
    kind: z.literal('feelings'),
    stage: z.enum(['before', 'day', 'after']),
    feelings: z.array(z.enum(feelings)).check(z.maxLength(feelings.length)),
    inOneLine: optionalLine,
  }),
  z.strictObject({
    kind: z.literal('expectation'),
    helpExpected: rating,
    words: optionalParagraph,
  }),
  z.strictObject({
    kind: z.literal('prepared-rating'),
    moment: z.enum(['before-learning', 'after-learning']),
    rating,
  }),
  z.strictObject({
    kind: z.literal('teach-back'),
    answers: z
      .array(z.strictObject({ question: z.enum(teachBackIds), said: z.enum(teachBackAnswers) }))
      .check(z.maxLength(teachBackIds.length)),
  }),
  z.strictObject({
    kind: z.literal('after-plan'),
    evening: z.enum(['quiet', 'company', 'not-sure']),
    staysWith: optionalLine,
    food: optionalLine,
    callFirst: optionalLine,
  }),
  z.strictObject({
    kind: z.literal('home-setup'),
    ready: z.array(z.enum(homeThings)).check(z.maxLength(homeThings.length)),
    note: optionalLine,
    /** Whether the companion sees this list on their link. */
    showCompanion: z.boolean(),
  }),
  /** The same day, in the patient’s own hand. Left out means not said. */
  z.strictObject({
    kind: z.literal('morning'),
    slept: z.optional(z.enum(sleptWords)),
    lastFoodAt: z.optional(instantOrNotSure),
    lastFoodHeavy: z.optional(z.enum(heavyWords)),
    lastDrinkAt: z.optional(instantOrNotSure),
    medicines: z.optional(
      z.array(z.strictObject({ id, name: line, said: z.enum(takenWords) })).check(z.maxLength(100)),
    ),
    otherTaken: z.optional(optionalLine),
    intention: z.optional(z.enum(intentionToday)),
  }),
  /** Whether the person who takes them home may be in the room, and that they may then hear about their health. */
  z.strictObject({
    kind: z.literal('company'),
    wish: z.enum(companyWishes),
    mayHear: z.boolean(),
  }),
  /** The night after a dose: driving waits for it. */
  z.strictObject({ kind: z.literal('slept'), slept: z.boolean() }),
  z.strictObject({
    kind: z.literal('readiness'),
    informed: rating,
    comfortable: rating,
    open: rating,
    questionsLeft: optionalParagraph,
  }),
]);
export type PreparationBody = z.output<typeof preparationBody>;

/** The item that shows a step of the protocol done. */
export const itemOfStep = {
  grounding: 'grounding',
  'navigation-plan': 'navigation-plan',
  'day-plan': 'day-plan',
  'what-happens': 'teach-back',
  feelings: 'feelings',
  limits: 'limits',
  comfort: 'comfort',
  'home-setup': 'home-setup',
  'evening-plan': 'after-plan',
  readiness: 'readiness',
} as const satisfies Partial<Readonly<Record<PreparationStep, PreparationBody['kind']>>>;

export const preparationItem = z.strictObject({
  id,
  version,
  cycleId: id,
  body: preparationBody,
  recordedAt: instant,
});
export type PreparationItem = z.output<typeof preparationItem>;

export const companyPolicy = z.strictObject({ may: z.enum(companyWishes), en: z.string(), es: z.string() });
export type CompanyPolicy = z.output<typeof companyPolicy>;

export const getPreparation = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/cycles/:cycleId/preparation',
  summary: 'What has been prepared for this cycle, latest versions',
  response: z.strictObject({
    items: z.array(preparationItem),
    /** The clinic’s own word on company in the room; absent: it has said nothing, and nobody may. */
    companyPolicy: z.optional(companyPolicy),
    /** Who said they keep to themselves what they see and hear. */
    companyWord: z.optional(z.strictObject({ name: z.string(), at: instant })),
  }),
});

export const savePreparation = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/cycles/:cycleId/preparation/:itemId',
  summary: 'Save one preparation item; the earlier version stays',
  body: z.strictObject({ version, body: preparationBody }),
  response: preparationItem,
});

/** The one instruction a prescriber wrote for each decision: what to take, skip or move before the day. */
export const listInstructions = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/instructions',
  summary: 'What the prescriber decided about my medicines, as I read it',
  response: z.strictObject({
    instructions: z.array(
      z.strictObject({
        id,
        text: z.string(),
        /** The medicine it is about, as it stands on the patient’s list. Absent: it is about something else. */
        medicine: z.optional(z.string()),
        decidedAt: instant,
        byName: z.string(),
      }),
    ),
  }),
});

const ratings = z.strictObject({
  people: z.int(),
  median: z.optional(z.number()),
  lowest: z.optional(z.int()),
});
/** How prepared people feel before and after learning, for the clinic; numbers of the same people, and no names. */
export const preparednessReport = endpoint({
  method: 'GET',
  path: '/api/preparedness',
  summary: 'How prepared people felt before and after learning, for the whole clinic',
  response: z.strictObject({
    since: instant,
    before: ratings,
    after: ratings,
    /** People who rated both: how many went up, stayed or went down. */
    both: z.strictObject({ people: z.int(), up: z.int(), same: z.int(), down: z.int() }),
    readiness: z.strictObject({ people: z.int(), low: z.int() }),
  }),
});

export const consent = z.strictObject({
  id,
  editionId: z.string(),
  signedName: z.string(),
  signedAt: instant,
  withdrawnAt: z.optional(instant),
  current: z.boolean(),
});
export const getConsents = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/consents',
  summary: 'The consent text in force in the reader’s language, and what was signed',
  query: z.strictObject({ language: z.optional(language) }),
  response: z.strictObject({
    edition: z.strictObject({
      id: z.string(),
      title: z.string(),
      approved: z.boolean(),
      sections: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
      language,
      sha256: z.string(),
    }),
    consents: z.array(consent),
  }),
});
export const signConsent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/consents',
  summary: 'Sign the consent text that was shown',
  body: z.strictObject({ id, editionId: line, sha256: line, signedName: line }),
  response: consent,
});
export const withdrawConsent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/consents/:consentId/withdraw',
  summary: 'Withdraw; takes effect at once',
  body: z.strictObject({}),
  response: consent,
});

export const rideHow = z.enum(['car', 'taxi-together', 'transit-together', 'on-foot']);
export type RideHow = z.output<typeof rideHow>;

export const rideStep = z.strictObject({ state: z.string(), at: instant, by: z.string() });
export const ride = z.strictObject({
  id,
  cycleId: id,
  companionName: z.string(),
  relationship: z.optional(z.string()),
  state: z.enum(['asked', 'accepted', 'declined', 'on-the-way', 'at-the-door', 'home-safe']),
  stateAt: instant,
  steps: z.array(rideStep),
  /** How they come, in their own word; absent until they say. */
  how: z.optional(rideHow),
  /** The number they are reached on: their own word of that day, else what was given when they were asked. */
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  /** Whether their link shows how far the day is: the patient decides. */
  mayFollow: z.boolean(),
  /** Since when the patient has them not asked how they are; absent while they are asked. */
  unaskedSince: z.optional(instant),
  linkId: id,
  linkExpiresAt: instant,
  linkRevoked: z.boolean(),
  version,
});
export type Ride = z.output<typeof ride>;

export const listRides = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/rides',
  summary: 'Rides home with their states',
  response: z.strictObject({ rides: z.array(ride) }),
});
export const askForRide = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/cycles/:cycleId/rides',
  summary: 'Name a companion and send the link',
  body: z.strictObject({
    id,
    name: line,
    relationship: z.optional(optionalLine),
    email: z.optional(email),
    phone: z.optional(phone),
    /** They may see on the day how far it is. Left out is no. */
    mayFollow: z.optional(z.boolean()),
    /** They may be asked in the days after how the person is. Left out is yes. */
    mayBeAsked: z.optional(z.boolean()),
  }),
  /** The link itself is shown once, so that a patient can hand it over by their own message. */
  response: z.strictObject({ ride, link: z.string() }),
});
export const revokeCompanionLink = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/companion-links/:linkId/revoke',
  summary: 'End a companion’s link now',
  body: z.strictObject({}),
  response: done,
});

export const letFollow = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/companion-links/:linkId/follow',
  summary: 'Let a companion see how far the day is, or no longer',
  body: z.strictObject({ mayFollow: z.boolean() }),
  response: done,
});

export const letBeAsked = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/companion-links/:linkId/asked',
  summary: 'Have a companion not asked how the person is, or asked again; their link goes on',
  body: z.strictObject({ mayBeAsked: z.boolean() }),
  response: done,
});

/** What the companion sees: never a diagnosis, never a number. */
export const companionRide = z.strictObject({
  patientFirstName: z.string(),
  clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
  scopes: z.array(z.string()),
  startsAt: instant,
  readyAbout: z.optional(instant),
  phase: z.enum(['before', 'with-us', 'resting', 'released']),
  /** When they were handed over; from then on the evening begins. */
  releasedAt: z.optional(instant),
  codeWord: z.string(),
  ride,
  linkExpiresAt: instant,
  /** What the patient set out at home, where they chose to show it. */
  home: z.optional(z.strictObject({ ready: z.array(z.enum(homeThings)), note: z.string() })),
  /** Where the patient wishes this person in the room: how long, and when they gave their word on it. */
  company: z.optional(z.strictObject({ wish: z.enum(companyWishes), wordGivenAt: z.optional(instant) })),
});
export type CompanionRide = z.output<typeof companionRide>;

export const getCompanionRide = endpoint({
  method: 'GET',
  path: '/api/companion/ride',
  summary: 'The ride this link is for',
  response: companionRide,
});
export const takeRideStep = endpoint({
  method: 'POST',
  path: '/api/companion/ride/steps',
  summary: 'Say yes or no, on the way, at the door, home safe',
  body: z.strictObject({ step: z.enum(['accepted', 'declined', 'on-the-way', 'at-the-door', 'home-safe']) }),
  response: companionRide,
});
export const tellRide = endpoint({
  method: 'POST',
  path: '/api/companion/ride/told',
  summary: 'Say how one comes, and the number one is reached on that day',
  body: z.strictObject({ how: rideHow, phone: z.optional(phone) }),
  response: companionRide,
});
export const giveCompanyWord = endpoint({
  method: 'POST',
  path: '/api/companion/company',
  summary: 'Say that what is seen and heard in the room stays there',
  body: z.strictObject({}),
  response: companionRide,
});
export const companionConcern = endpoint({
  method: 'POST',
  path: '/api/companion/concern',
  summary: 'Something is wrong: a person at the clinic is told now',
  body: z.strictObject({ id, words: optionalParagraph }),
  response: done,
});
