// What is booked for a person, asked once for every page that shows it.
import { queryOptions } from '@tanstack/react-query';
import { listAppointments } from '#api/appointments.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function appointmentsQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'appointments'),
    queryFn: () => ask(listAppointments, { params: { patientId } }),
  });
}
