// Who was asked for the way home, and what they said, asked once for every page that shows it.
import { queryOptions } from '@tanstack/react-query';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function ridesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'rides'),
    queryFn: async () => {
      const { listRides } = await import('#api/preparation.ts');
      return ask(listRides, { params: { patientId } });
    },
    refetchInterval: 60_000,
  });
}
