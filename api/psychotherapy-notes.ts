// Notes a therapist keeps for themself, apart from the record. Nobody else reads them: no colleague, no owner, no export.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, longText, version } from './fields.ts';

export const psychotherapyNote = z.strictObject({ id, version, text: z.string(), recordedAt: instant });
export type PsychotherapyNote = z.output<typeof psychotherapyNote>;

export const listPsychotherapyNotes = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/psychotherapy-notes',
  summary: 'My own notes about this person, and nobody else’s',
  response: z.strictObject({ notes: z.array(psychotherapyNote) }),
});
export const savePsychotherapyNote = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/psychotherapy-notes/:noteId',
  summary: 'Write a note for myself, or its next version',
  body: z.strictObject({ version, text: longText }),
  response: psychotherapyNote,
});
