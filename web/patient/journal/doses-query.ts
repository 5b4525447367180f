// This person's sessions so far, oldest first: enough to say after which of them something was written.
import { queryOptions } from '@tanstack/react-query';
import { listSeries } from '#api/consult.ts';
import { ask } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { patientKey } from '#web/patient/queries.ts';

export function dosesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'past-doses'),
    queryFn: async () => {
      const { series } = await ask(listSeries, { params: { patientId } });
      return series
        .flatMap(({ cycles }) => cycles)
        .flatMap(({ id, doseAt }) => (doseAt === undefined ? [] : { cycleId: id, doseAt }))
        .filter(({ doseAt }) => doseAt <= serverNow())
        .toSorted((a, b) => a.doseAt - b.doseAt);
    },
  });
}
