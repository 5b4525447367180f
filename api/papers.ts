// The papers of a session, told from its log: the note that is signed, the safety programme's form, the evidence for
// billing, and the list of what is still due.

import * as z from 'zod/mini';
import type { BillingEvidence } from '#dosing-session/papers/billing-evidence.ts';
import type { MonitoringFormPaper } from '#dosing-session/papers/monitoring-form-paper.ts';
import type { PaperChange } from '#dosing-session/papers/paper.ts';
import type { SessionNote, SignedContent } from '#dosing-session/papers/session-note.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, line, localDate, optionalParagraph, version } from './fields.ts';

const signature = z.strictObject({
  part: z.enum(['author', 'co-signer']),
  byName: z.string(),
  as: z.string(),
  at: instant,
  meaning: z.string(),
});
export type NoteSignature = z.output<typeof signature>;

export const noteVersion = z.strictObject({
  version,
  content: computed<SignedContent>(),
  /** Of the bytes shown; a signature names it. */
  sha256: z.string(),
  signatures: z.array(signature),
  /** Facts that reached the log after this version was signed. */
  factsSince: z.int(),
});
export type NoteVersion = z.output<typeof noteVersion>;

export const sessionNoteTold = z.strictObject({
  zone: z.string(),
  /** unsigned: nobody has. signed: one name. co-signed: both. changed: facts came after the newest signature. */
  state: z.enum(['not-over', 'unsigned', 'signed', 'co-signed', 'changed']),
  /** The spray was used, so the safety programme asks for its form. */
  hasForm: z.boolean(),
  /** The note as the log stands now, before anyone adds words. */
  draft: computed<SessionNote>(),
  logVersion: version,
  /** Newest first. */
  versions: z.array(noteVersion),
  /** How the log as it stands now differs from the newest signed version. */
  changes: z.array(computed<PaperChange>()),
});
export type SessionNoteTold = z.output<typeof sessionNoteTold>;

const ofSession = '/api/patients/:patientId/dosing-sessions/:sessionId';

export const getSessionNote = endpoint({
  method: 'GET',
  path: `${ofSession}/note`,
  summary: 'The note of the session from its log, each version that was signed, and what changed since',
  response: sessionNoteTold,
});

export const signSessionNote = endpoint({
  method: 'POST',
  path: `${ofSession}/note`,
  summary: 'Sign the note as its next version: the bytes signed are the ones shown',
  body: z.strictObject({
    id,
    /** The newest version that was shown; 0 when there was none. */
    version,
    words: optionalParagraph,
    sha256: line,
    meaning: z.literal('I wrote this note'),
  }),
  response: sessionNoteTold,
});

export const coSignSessionNote = endpoint({
  method: 'POST',
  path: `${ofSession}/note/co-signature`,
  summary: 'A prescriber answers for the signed note too, for the very bytes that were signed',
  body: z.strictObject({ id, version, sha256: line, meaning: z.literal('I read this note and agree') }),
  response: sessionNoteTold,
});

export const formValue = z.union([
  z.boolean(),
  z.number(),
  line,
  z.array(line).check(z.minLength(1), z.maxLength(20)),
  z.strictObject({ systolicMmHg: z.number(), diastolicMmHg: z.number() }),
]);

const formVersion = z.enum(['11/2021', 'newer']);

export const monitoringFormTold = z.strictObject({
  zone: z.string(),
  patientName: z.string(),
  paper: computed<MonitoringFormPaper>(),
  /** Each version there is, with the day it was revised where the programme prints one. */
  forms: z.array(z.strictObject({ version: formVersion, revision: z.optional(z.string()) })),
  /** How often fields were completed by hand; what is written next names it. */
  answersVersion: version,
  completedBy: z.optional(z.strictObject({ name: z.string(), at: instant })),
  /** Absent: it is not known when the spray was given. */
  due: z.optional(z.strictObject({ treatedOn: localDate, dueOn: localDate, isLate: z.boolean() })),
  sent: z.optional(
    z.strictObject({ on: localDate, byName: z.string(), recordedAt: instant, version: formVersion }),
  ),
});
export type MonitoringFormTold = z.output<typeof monitoringFormTold>;

export const getMonitoringForm = endpoint({
  method: 'GET',
  path: `${ofSession}/monitoring-form`,
  summary:
    'The safety programme’s form of a spray session, filled from the log, with what is open and what disagrees',
  query: z.strictObject({ form: z.optional(formVersion) }),
  response: monitoringFormTold,
});

export const completeMonitoringForm = endpoint({
  method: 'POST',
  path: `${ofSession}/monitoring-form/answers`,
  summary: 'Complete the fields of the form that log and record leave open',
  body: z.strictObject({
    id,
    version,
    form: formVersion,
    answers: z.record(line, formValue),
  }),
  response: monitoringFormTold,
});

export const recordFormSent = endpoint({
  method: 'POST',
  path: `${ofSession}/monitoring-form/submissions`,
  summary: 'Record by name on which day the form was sent to the programme',
  body: z.strictObject({ id, form: formVersion, submittedOn: localDate }),
  response: monitoringFormTold,
});

export const getBillingEvidence = endpoint({
  method: 'GET',
  path: `${ofSession}/billing-evidence`,
  summary: 'Minutes, codes and what is on record for each; evidence and never a claim',
  response: z.strictObject({
    zone: z.string(),
    clinicName: z.string(),
    patientName: z.string(),
    birthDate: z.optional(localDate),
    evidence: computed<BillingEvidence>(),
  }),
});

export const paperDue = z.strictObject({
  patientId: id,
  patientName: z.string(),
  sessionId: id,
  date: localDate,
  note: z.enum(['not-over', 'unsigned', 'signed', 'co-signed', 'changed']),
  /** Only for a session with the spray. */
  form: z.optional(
    z.strictObject({
      dueOn: localDate,
      daysLeft: z.int(),
      isLate: z.boolean(),
      sentOn: z.optional(localDate),
      sentByName: z.optional(z.string()),
    }),
  ),
});
export type PaperDue = z.output<typeof paperDue>;

export const listPapersDue = endpoint({
  method: 'GET',
  path: '/api/papers',
  summary: 'Sessions whose note waits for a signature or whose form is due, and those of the last weeks',
  response: z.strictObject({ today: localDate, papers: z.array(paperDue) }),
});
