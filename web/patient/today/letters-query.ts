// The letters to an evening, asked once for every page that shows them.
import { queryOptions } from '@tanstack/react-query';
import { listOwnWords } from '#api/own-words.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function lettersQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'own-words', 'letter'),
    queryFn: () => ask(listOwnWords, { params: { patientId }, query: { kind: 'letter' } }),
  });
}
