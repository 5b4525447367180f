// When this person's sessions were, oldest first: enough to say after which session something was written.
import { queryOptions } from '@tanstack/react-query';
import { listSeries } from '#api/consult.ts';
import { ask } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { patientKey } from '#web/patient/queries.ts';

export function dosesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'doses'),
    queryFn: async () => {
      const { series } = await ask(listSeries, { params: { patientId } });
      return series
        .flatMap(({ cycles }) => cycles.flatMap(({ doseAt }) => doseAt ?? []))
        .filter((doseAt) => doseAt <= serverNow())
        .toSorted((a, b) => a - b);
    },
  });
}
