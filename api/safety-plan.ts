// A person's safety plan: their words for a hard day, in versions; the care team reads it and notes when it was gone through.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, optionalLine, optionalParagraph, version } from './fields.ts';

/** A number as it was written: one that cannot be dialled is still kept. */
const someone = z.strictObject({ name: optionalLine, phone: optionalLine });
export type Someone = z.output<typeof someone>;
export const mostPeople = 8;
const several = z.array(someone).check(z.maxLength(mostPeople));

/** Each part may be empty: a plan with one line in it is a plan. */
export const safetyPlanBody = z.strictObject({
  signs: optionalParagraph,
  alone: optionalParagraph,
  company: optionalParagraph,
  people: several,
  professionals: several,
  safer: optionalParagraph,
  worth: optionalParagraph,
});
export type SafetyPlanBody = z.output<typeof safetyPlanBody>;

export const safetyPlan = z.strictObject({
  version,
  body: safetyPlanBody,
  writtenAt: instant,
  byName: z.string(),
});
export type SafetyPlan = z.output<typeof safetyPlan>;

export const getSafetyPlan = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/safety-plan',
  summary: 'The safety plan as it stands, who wrote it last, and who went through it together and when',
  response: z.strictObject({
    plan: z.optional(safetyPlan),
    /** Newest first; the version says which words were gone through. */
    talks: z.array(z.strictObject({ id, version, at: instant, withName: z.string() })),
  }),
});
export const saveSafetyPlan = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/safety-plan',
  summary: 'Write the next version of the safety plan; the one before stays beside it',
  body: z.strictObject({ version, body: safetyPlanBody }),
  response: safetyPlan,
});
export const goThroughSafetyPlan = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/safety-plan/talks',
  summary: 'Note that a clinician and the person went through this version together',
  body: z.strictObject({ id, version }),
  response: done,
});
