// The EMDR bench: where a therapist may work, targets with their parts, sittings with the two scales and a closing that is asked,
// and sets of light, sound or buzz that run on the patient's own screen.

import * as z from 'zod/mini';
import { bilateralModes } from '#clinical/integration/bilateral-rhythm.ts';
import { type ClosureAnswer, closureQuestions, emdrPhases } from '#clinical/integration/emdr.ts';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, localDate, optionalLine, optionalParagraph, version } from './fields.ts';

export const professions = [
  'psychologist',
  'counselor',
  'social-worker',
  'family-therapist',
  'physician',
  'nurse',
] as const;
const licence = {
  profession: z.enum(professions),
  /** The state or country that gave it, such as NY. */
  place: line,
  number: line,
  validFrom: z.optional(localDate),
  validUntil: localDate,
  emdrTraining: z.enum(['none', 'basic', 'certified']),
};
export const statedLicence = z.strictObject({ id, ...licence, statedAt: instant });
export type StatedLicence = z.output<typeof statedLicence>;

export const listMyLicences = endpoint({
  method: 'GET',
  path: '/api/me/licences',
  summary: 'Where I said I am licensed',
  response: z.strictObject({ licences: z.array(statedLicence) }),
});
export const stateLicence = endpoint({
  method: 'POST',
  path: '/api/me/licences',
  summary: 'State one licence of mine, with its place and its last day',
  body: z.strictObject({ id, ...licence }),
  response: statedLicence,
});
export const withdrawLicence = endpoint({
  method: 'POST',
  path: '/api/me/licences/:licenceId/withdraw',
  summary: 'A licence I no longer hold',
  body: z.strictObject({}),
  response: done,
});

const targetParts = {
  title: line,
  image: z.optional(optionalParagraph),
  negative: z.optional(optionalParagraph),
  positive: z.optional(optionalParagraph),
  feeling: z.optional(optionalParagraph),
  body: z.optional(optionalParagraph),
};
const targetState = z.enum(['open', 'resolved', 'put-away']);

export const emdrTarget = z.strictObject({
  id,
  version,
  ...targetParts,
  state: targetState,
  wordsId: z.optional(id),
  authorName: z.string(),
  recordedAt: instant,
});
export type EmdrTarget = z.output<typeof emdrTarget>;

const reading = z.strictObject({
  scale: z.enum(['sud', 'voc']),
  value: z.int(),
  at: instant,
  phase: z.enum(emdrPhases.value),
});
const closure = z.strictObject({
  answers: z.partialRecord(z.enum(closureQuestions), z.enum(['yes', 'no'] satisfies ClosureAnswer[])),
  sudNow: z.optional(z.int()),
  plan: z.optional(optionalParagraph),
});
/** Where the person is now: the licence and the ambulance both depend on it. */
const whereabouts = z.strictObject({
  setting: z.enum(['here', 'elsewhere']),
  place: line,
  address: line,
  askedAt: instant,
});
const sittingParts = {
  targetId: id,
  phase: z.enum(emdrPhases.value),
  whereabouts,
  readings: z.array(reading).check(z.maxLength(200)),
  /** Short notes between sets, in the patient’s words. */
  between: z.array(z.strictObject({ at: instant, words: line })).check(z.maxLength(200)),
  body: z.optional(optionalParagraph),
  closure: z.optional(closure),
  note: z.optional(optionalLine),
};
export const emdrSitting = z.strictObject({
  id,
  version,
  ...sittingParts,
  startedAt: instant,
  closedAt: z.optional(instant),
  authorName: z.string(),
});
export type EmdrSitting = z.output<typeof emdrSitting>;

const bench = z.strictObject({
  now: instant,
  targets: z.array(emdrTarget),
  sittings: z.array(emdrSitting),
  licences: z.array(statedLicence),
  /** The clinic’s own place and address, for a sitting held there. */
  clinicPlace: z.optional(z.string()),
  clinicAddress: z.string(),
  lastDoseAt: z.optional(instant),
});
export type EmdrBench = z.output<typeof bench>;

const ofPatient = '/api/patients/:patientId/emdr' as const;

export const getEmdrBench = endpoint({
  method: 'GET',
  path: ofPatient,
  summary: 'Targets, sittings, and where I may work',
  response: bench,
});
export const saveEmdrTarget = endpoint({
  method: 'PUT',
  path: `${ofPatient}/targets/:targetId`,
  summary: 'A target, or its next version; drawn from words the patient has shown, or told in the room',
  body: z.strictObject({ version, ...targetParts, state: targetState, wordsId: z.optional(id) }),
  response: emdrTarget,
});
export const saveEmdrSitting = endpoint({
  method: 'PUT',
  path: `${ofPatient}/sittings/:sittingId`,
  summary: 'A sitting as it goes; closed only once its closing was asked',
  body: z.strictObject({ version, ...sittingParts, startedAt: instant, closes: z.boolean() }),
  response: emdrSitting,
});

const mode = z.enum(bilateralModes);
export const bilateralSet = z.strictObject({
  id,
  mode,
  roundsPerMinute: z.int(),
  seconds: z.int(),
  startsAt: instant,
  stoppedAt: z.optional(instant),
  stoppedBy: z.optional(z.enum(['patient', 'therapist'])),
  startedByName: z.string(),
});
export type BilateralSet = z.output<typeof bilateralSet>;

const bilateralState = z.strictObject({
  now: instant,
  set: z.optional(bilateralSet),
  screen: z.optional(z.strictObject({ heardAt: instant, roundTripMs: z.int(), agreed: z.array(mode) })),
});
export type BilateralState = z.output<typeof bilateralState>;

const bilateral = '/api/patients/:patientId/bilateral' as const;

export const getBilateral = endpoint({
  method: 'GET',
  path: bilateral,
  summary: 'The set that runs or ran last, and whether the patient’s screen is there',
  response: bilateralState,
});
export const reportScreen = endpoint({
  method: 'POST',
  path: `${bilateral}/screen`,
  summary: 'My screen is here, this far away, and this is all right on it',
  body: z.strictObject({
    roundTripMs: z.int().check(z.gte(0), z.lte(60_000)),
    agreed: z.array(mode).check(z.maxLength(bilateralModes.length)),
  }),
  response: bilateralState,
});
export const startBilateralSet = endpoint({
  method: 'POST',
  path: `${bilateral}/sets`,
  summary: 'Start one set a moment from now, on both screens at once',
  body: z.strictObject({ id, mode, roundsPerMinute: z.int(), seconds: z.int() }),
  response: bilateralState,
});
export const stopBilateralSet = endpoint({
  method: 'POST',
  path: `${bilateral}/sets/:setId/stop`,
  summary: 'Stop a set; what was agreed ends with a stop of the patient’s',
  body: z.strictObject({ stoppedAt: instant }),
  response: bilateralState,
});
