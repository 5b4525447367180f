// What we call a person: the name they chose first, beside the one on their papers.
import type { Patient } from '#api/patients.ts';

export function nameOf(patient: Pick<Patient, 'givenName' | 'familyName' | 'preferredName'>): string {
  const { givenName, familyName, preferredName } = patient;
  const full = `${givenName} ${familyName}`.trim();
  return preferredName === undefined || preferredName === '' || preferredName === givenName
    ? full
    : `${preferredName} (${full})`;
}
