// Who is near, asked for wherever it is shown.
import { queryOptions } from '@tanstack/react-query';
import { listCircle } from '#api/circle.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function circleQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'circle'),
    queryFn: () => ask(listCircle, { params: { patientId } }),
  });
}
