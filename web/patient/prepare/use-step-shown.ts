// Whether a step has its place on a page. The protocol of this clinic and route says; until it is heard the step stays.
import { useQuery } from '@tanstack/react-query';
import { type CareStep, isShown } from '#clinical/protocol/care-steps.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';

export function useStepShown(): (step: CareStep) => boolean {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  return (step) => data === undefined || isShown(data.edition, step);
}
