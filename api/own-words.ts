// The patient’s own words: intention, journal, the letter to tonight, what feels stuck. Private until shared with one person; taken back at will.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, longText, version } from './fields.ts';

export const wordsShare = z.strictObject({
  id,
  withAccountId: id,
  withName: z.string(),
  sharedAt: instant,
  seenAt: z.optional(instant),
  takenBackAt: z.optional(instant),
});
export const ownWords = z.strictObject({
  id,
  version,
  kind: z.enum(['journal', 'intention', 'letter', 'stuck']),
  cycleId: z.optional(id),
  /** Absent while a letter is closed until its hour. */
  text: z.optional(z.string()),
  state: z.optional(z.enum(['written', 'not-yet'])),
  openAt: z.optional(instant),
  writtenAt: instant,
  shares: z.array(wordsShare),
});
export type OwnWords = z.output<typeof ownWords>;

export const listOwnWords = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/own-words',
  summary: 'Everything this person wrote, for their eyes',
  query: z.strictObject({ kind: z.optional(z.enum(['journal', 'intention', 'letter', 'stuck'])) }),
  response: z.strictObject({ words: z.array(ownWords) }),
});
export const saveOwnWords = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/own-words/:wordsId',
  summary: 'Write or change an entry, an intention, a letter or what feels stuck',
  body: z.strictObject({
    version,
    kind: z.enum(['journal', 'intention', 'letter', 'stuck']),
    text: z.union([longText, z.literal('')]),
    state: z.optional(z.enum(['written', 'not-yet'])),
    cycleId: z.optional(id),
    openAt: z.optional(instant),
    writtenAt: instant,
  }),
  response: ownWords,
});
export const deleteOwnWords = endpoint({
  method: 'DELETE',
  path: '/api/patients/:patientId/own-words/:wordsId',
  summary: 'Delete an entry; it cannot come back',
  body: z.strictObject({ version }),
  response: done,
});
export const shareOwnWords = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/own-words/:wordsId/shares',
  summary: 'Show one entry to one person of the care team',
  body: z.strictObject({ id, withAccountId: id }),
  response: ownWords,
});
export const takeBackOwnWords = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/own-words/:wordsId/shares/:shareId/take-back',
  summary: 'Take a shared entry back; what was seen is said plainly',
  body: z.strictObject({}),
  response: ownWords,
});

export const sharedWords = z.strictObject({
  id,
  kind: z.enum(['journal', 'intention', 'letter', 'stuck']),
  text: z.string(),
  writtenAt: instant,
  sharedAt: instant,
});
/** What this patient has shared with the person asking; reading it marks it as seen. */
export const readSharedWords = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/shared-words',
  summary: 'What this patient chose to show to me',
  response: z.strictObject({ words: z.array(sharedWords) }),
});
