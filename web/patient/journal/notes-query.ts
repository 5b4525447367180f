// The notes of talks that were held: what was said there comes back where it is of use.
import { queryOptions } from '@tanstack/react-query';
import { listNotes } from '#api/consult.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function notesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'notes'),
    queryFn: () => ask(listNotes, { params: { patientId } }),
  });
}
