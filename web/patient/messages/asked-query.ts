// What one asked or wrote, and by when something sent now would be answered.
import { queryOptions } from '@tanstack/react-query';
import { listQuestions } from '#api/questions.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function questionsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'asked'),
    queryFn: () => ask(listQuestions, { params: { patientId } }),
  });
}
