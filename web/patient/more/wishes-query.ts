// What this person wishes to be told, asked for by the page that changes it and by the questions of the day.
import { queryOptions } from '@tanstack/react-query';
import { getReminderWishes } from '#api/reminders.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function wishesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'reminder-wishes'),
    queryFn: () => ask(getReminderWishes, { params: { patientId } }),
  });
}
