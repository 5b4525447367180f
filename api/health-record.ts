// History, medicines, allergies, conditions, prior treatments and goals: typed by hand, or taken from an existing record.

import * as z from 'zod/mini';
import { bodyParts, bodyViews } from '#clinical/pathways/body-parts.ts';
import { headacheMedicineKinds } from '#clinical/pathways/headache-days.ts';
import { implausibleAltAbove } from '#clinical/risk/liver.ts';
import { endpoint } from './endpoint.ts';
import {
  done,
  id,
  instant,
  line,
  localDate,
  optionalLine,
  optionalParagraph,
  paragraph,
  version,
} from './fields.ts';

export const medicationStatementBody = z.strictObject({
  kind: z.literal('medication-statement'),
  /** As the person typed it: “Xanax”, “sertralin”. */
  name: line,
  /** The generic our drug table matched and the person confirmed; absent when the table does not know it. */
  generic: z.optional(line),
  dose: z.optional(optionalLine),
  howOften: z.optional(optionalLine),
  lastTaken: z.optional(optionalLine),
  prescriber: z.optional(optionalLine),
  status: z.enum(['taking', 'stopped', 'not-sure']),
});
export const conditionBody = z.strictObject({
  kind: z.literal('condition'),
  name: line,
  /** Our own screening key when it is one we ask about, e.g. uncontrolled-hypertension. */
  key: z.optional(line),
  code: z.optional(z.strictObject({ system: line, code: line })),
  status: z.enum(['active', 'past', 'not-sure']),
  since: z.optional(optionalLine),
});
export const allergyBody = z.strictObject({
  kind: z.literal('allergy'),
  name: line,
  reaction: z.optional(optionalLine),
  severity: z.optional(z.enum(['mild', 'moderate', 'severe', 'not-sure'])),
  code: z.optional(z.strictObject({ system: line, code: line })),
});
export const priorTreatmentBody = z.strictObject({
  kind: z.literal('prior-treatment'),
  name: line,
  dose: z.optional(optionalLine),
  duration: z.optional(optionalLine),
  response: z.enum(['helped', 'helped-some', 'did-not-help', 'not-sure']),
  whyStopped: z.optional(optionalLine),
  /** A clinician’s judgement: enough of it for long enough to count. Absent: nobody has judged. */
  adequate: z.optional(z.enum(['yes', 'no'])),
});
/** What the treatment is for, named by a prescriber, with what lies on paper. A name not in the map was not looked for. */
export const indicationBody = z.strictObject({
  kind: z.literal('indication'),
  indication: line,
  diagnosisCode: z.optional(optionalLine),
  documented: z.record(line, z.boolean()),
});
/** A total typed in from a licensed form, by the id of the scale and of the total. */
export const scaleTotalBody = z.strictObject({
  kind: z.literal('scale-total'),
  scale: line,
  version: line,
  score: z.optional(line),
  total: z.number(),
  takenAt: instant,
});
export const goalBody = z.strictObject({
  kind: z.literal('goal'),
  words: paragraph,
  /** How they would notice it, in their words. */
  measure: z.optional(line),
  /** The published form whose totals speak to it, by its id. */
  form: z.optional(optionalLine),
  /** What was noticed since, by them or together, each with its moment. */
  evidence: z.optional(z.array(z.strictObject({ at: instant, words: paragraph })).check(z.maxLength(100))),
});
/** A screening question answered: yes, no, or not sure. Nothing is assumed from silence. */
export const historyAnswerBody = z.strictObject({
  kind: z.literal('history-answer'),
  key: line,
  answer: z.enum(['yes', 'no', 'not-sure', 'rather-not-say']),
  note: z.optional(optionalParagraph),
});
const strength = z.int().check(z.gte(0), z.lte(10));
/** Where it hurts and how much, as the person marked it on the outline of a body. */
export const painMapBody = z.strictObject({
  kind: z.literal('pain-map'),
  at: instant,
  marks: z
    .array(z.strictObject({ view: z.enum(bodyViews), part: z.enum(bodyParts), strength }))
    .check(z.maxLength(bodyViews.length * bodyParts.length)),
  note: z.optional(optionalLine),
});
/** A day with a headache. A day without an entry says nothing. */
export const headacheDayBody = z.strictObject({
  kind: z.literal('headache-day'),
  date: localDate,
  strength,
  aura: z.enum(['yes', 'no', 'not-sure']),
  medicines: z.array(z.enum(headacheMedicineKinds)).check(z.maxLength(headacheMedicineKinds.length)),
  note: z.optional(optionalLine),
});
/** ALT with the upper limit of the laboratory that measured it. */
export const liverTestBody = z.strictObject({
  kind: z.literal('liver-test'),
  altUnitsPerLitre: z.number().check(z.gte(0), z.lte(implausibleAltAbove.value)),
  upperLimitUnitsPerLitre: z.number().check(z.gt(0), z.lte(implausibleAltAbove.value)),
  takenOn: localDate,
});
/** What a prescriber looked up before a series: the monitoring database, and refills asked for before their time. */
export const prescriptionCheckBody = z.strictObject({
  kind: z.literal('prescription-check'),
  earlyRefills: z.int().check(z.gte(0), z.lte(100)),
  monitoring: z.enum(['checked', 'not-checked', 'no-such-database']),
});
export const healthRecordBody = z.discriminatedUnion('kind', [
  medicationStatementBody,
  conditionBody,
  allergyBody,
  priorTreatmentBody,
  goalBody,
  historyAnswerBody,
  indicationBody,
  scaleTotalBody,
  painMapBody,
  headacheDayBody,
  liverTestBody,
  prescriptionCheckBody,
]);
export type HealthRecordBody = z.output<typeof healthRecordBody>;

export const healthRecordEntry = z.strictObject({
  id,
  version,
  body: healthRecordBody,
  origin: z.enum(['patient', 'import', 'staff']),
  status: z.enum(['reported', 'confirmed', 'dismissed', 'entered-in-error']),
  recordedAt: instant,
  recordedByName: z.string(),
});
export type HealthRecordEntry = z.output<typeof healthRecordEntry>;

export const getHealthRecord = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/health-record',
  summary: 'The latest version of every entry',
  response: z.strictObject({ entries: z.array(healthRecordEntry) }),
});

export const recordHealthEntry = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/health-record',
  summary: 'Add an entry',
  body: z.strictObject({ id, body: healthRecordBody }),
  response: healthRecordEntry,
});

export const correctHealthEntry = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/health-record/:entryId',
  summary: 'Correct, confirm or withdraw an entry; the old version stays',
  body: z.strictObject({
    version,
    body: healthRecordBody,
    status: z.enum(['reported', 'confirmed', 'dismissed', 'entered-in-error']),
  }),
  response: healthRecordEntry,
});

export const importLine = z.strictObject({
  lineId: z.string(),
  kind: z.enum(['condition', 'medication', 'allergy', 'vital-sign']),
  category: z.string(),
  words: z.string(),
  detail: z.optional(z.string()),
  at: z.optional(instant),
  decision: z.enum(['undecided', 'kept', 'left']),
});
export const recordImport = z.strictObject({
  id,
  createdAt: instant,
  patientInFile: z.strictObject({
    name: z.string(),
    birthDate: z.optional(z.string()),
    matches: z.enum(['same', 'different', 'unknown']),
  }),
  lines: z.array(importLine),
  left: z.array(z.strictObject({ what: z.string(), count: z.int(), why: z.string() })),
  /** What the file is silent on: “This file says nothing about allergies. That does not mean there are none.” */
  notices: z.array(z.string()),
});
export type RecordImport = z.output<typeof recordImport>;

export const importRecord = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record-imports',
  summary: 'Read a FHIR R4 Bundle; nothing enters the record before the patient confirms each line',
  body: z.strictObject({ id, bundle: z.string().check(z.minLength(2), z.maxLength(12_000_000)) }),
  response: recordImport,
});

export const listRecordImports = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/record-imports',
  summary: 'Imports with each line’s decision',
  response: z.strictObject({ imports: z.array(recordImport) }),
});

export const decideImportLines = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record-imports/:importId/decisions',
  summary: 'Keep or leave lines, one by one or as a group the person chose',
  body: z.strictObject({
    decisions: z
      .array(z.strictObject({ lineId: line, decision: z.enum(['kept', 'left']) }))
      .check(z.minLength(1), z.maxLength(2_000)),
  }),
  response: recordImport,
});

export const submitScreening = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/screening/submit',
  summary: 'Hand the screening to the clinic; what is missing is named, never assumed',
  body: z.strictObject({}),
  response: done,
});
