// One thing of a person's own details, changed on their phone; the rest stays as the clinic has it.
import type { BodyOf } from '#api/endpoint.ts';
import { correctPatient, getPatient } from '#api/patients.ts';
import { call } from '#web/kit/api-client.ts';

type Change = Partial<Pick<BodyOf<typeof correctPatient>, 'language' | 'zone'>>;

export async function tellClinic(patientId: string, change: Change): Promise<boolean> {
  const found = await call(getPatient, { params: { patientId } });
  if (found.kind !== 'answered') return false;
  const { id: _id, stage: _stage, stageAt: _at, stageReason: _why, ...details } = found.value;
  const told = await call(correctPatient, { params: { patientId }, body: { ...details, ...change } });
  return told.kind === 'answered';
}
