// What was decided about this person’s medicines, asked once for every page that shows it.
import { queryOptions } from '@tanstack/react-query';
import { listInstructions } from '#api/preparation.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function instructionsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'instructions'),
    queryFn: () => ask(listInstructions, { params: { patientId } }),
  });
}
