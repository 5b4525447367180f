/** The person as a FHIR Patient (US Core): names, the clinic's own number for them, and their day of birth. */
import type { LocalDate } from '#clinical/instant.ts';
import type { Identifier, Patient } from './resources.ts';

export type PatientToShare = {
  readonly patientId: string;
  readonly clinicNumber: Identifier;
  readonly familyName: string;
  /** In the order they are said. */
  readonly givenNames: readonly string[];
  readonly birthDate?: LocalDate | undefined;
  /** Administrative gender as the person gave it; absent when nobody asked. */
  readonly gender?: Patient['gender'] | undefined;
  readonly active: boolean;
};

export function toPatient(person: PatientToShare): Patient {
  return {
    resourceType: 'Patient',
    id: person.patientId,
    identifier: [person.clinicNumber],
    active: person.active,
    name: [{ use: 'official', family: person.familyName, given: person.givenNames }],
    ...(person.gender === undefined ? {} : { gender: person.gender }),
    ...(person.birthDate === undefined ? {} : { birthDate: person.birthDate }),
  };
}
