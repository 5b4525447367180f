// Asks, while there is a signal and nothing better to do, what the pages of getting ready and the journal will want to show
// without one. Also what nobody has opened yet: the letter is written on the train.
import type { Me } from '#api/me.ts';
import { dosesQuery } from '#web/patient/journal/doses-query.ts';
import { ownWordsQuery } from '#web/patient/journal/journal-page.tsx';
import { notesQuery } from '#web/patient/journal/notes-query.ts';
import { questionsQuery } from '#web/patient/messages/asked-query.ts';
import { consentsQuery } from '#web/patient/prepare/consent-page.tsx';
import { instructionsQuery } from '#web/patient/prepare/instructions-query.ts';
import { preparationQuery } from '#web/patient/prepare/preparation-item.ts';
import { libraryQuery, planQuery } from '#web/patient/prepare/sound-plan-part.tsx';
import { answerQuery, queryClient } from '#web/patient/queries.ts';
import { formsQuery } from '#web/patient/questionnaires/forms-query.ts';
import { healthRecordQuery } from '#web/patient/screening/use-entries.ts';
import { appointmentsQuery } from '#web/patient/today/appointments-query.ts';
import { lettersQuery } from '#web/patient/today/letters-query.ts';
import { ridesQuery } from '#web/patient/today/rides-query.ts';
import { keepFor } from './phone-lock.ts';

/** The other pages come first; their questions after them. */
const askAheadAfterMs = 4_000;

/** For whom this phone's lock was set up, everyone else's start is as it was. */
export async function keepAndAskAhead({ id, patientId }: Me): Promise<void> {
  if (patientId === undefined || !(await keepFor({ id }))) return;
  // A question that fails is asked again by its page.
  setTimeout(() => askAhead(patientId).catch(() => undefined), askAheadAfterMs);
}

async function askAhead(patientId: string): Promise<void> {
  const { record } = await queryClient.fetchQuery(answerQuery(patientId));
  const cycleId = record.cycle?.id;
  const ofPerson = [
    queryClient.prefetchQuery(ownWordsQuery(patientId)),
    queryClient.prefetchQuery(lettersQuery(patientId)),
    queryClient.prefetchQuery(ridesQuery(patientId)),
    queryClient.prefetchQuery(questionsQuery(patientId)),
    queryClient.prefetchQuery(formsQuery(patientId)),
    queryClient.prefetchQuery(notesQuery(patientId)),
    queryClient.prefetchQuery(dosesQuery(patientId)),
    queryClient.prefetchQuery(consentsQuery(patientId)),
    queryClient.prefetchQuery(instructionsQuery(patientId)),
    queryClient.prefetchQuery(healthRecordQuery(patientId)),
    queryClient.prefetchQuery(appointmentsQuery(patientId)),
  ];
  const ofCycle =
    cycleId === undefined
      ? []
      : [
          queryClient.prefetchQuery(preparationQuery(patientId, cycleId)),
          queryClient.prefetchQuery(planQuery(patientId, cycleId)),
          queryClient.prefetchQuery(libraryQuery),
        ];
  await Promise.all([...ofPerson, ...ofCycle]);
}
