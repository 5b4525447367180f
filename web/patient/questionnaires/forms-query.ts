// Which forms this clinic puts before this person. The clinic decides; the phone asks and remembers.
import { queryOptions } from '@tanstack/react-query';
import { listForms } from '#api/questionnaires.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function formsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'forms'),
    queryFn: () => ask(listForms, { params: { patientId } }),
  });
}
