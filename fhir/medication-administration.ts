/**
 * The dose that was given as a FHIR MedicationAdministration. How much is said only when it is known: an infusion
 * still running has a rate and no dose, and one whose end was not recorded has neither a made-up end nor a zero.
 */
import type { Route } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import { formatDateTime } from './date-time.ts';
import type {
  CodeableConcept,
  ContainedMedication,
  MedicationAdministration,
  Quantity,
} from './resources.ts';
import { UCUM } from './vital-sign-codes.ts';

export type DoseToShare = {
  readonly administrationId: string;
  readonly patientId: string;
  readonly encounterId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly route: Route;
  readonly status: MedicationAdministration['status'];
  /** Why it was paused or stopped, in the words that were recorded. */
  readonly statusReason?: string | undefined;
  readonly startedAt: Instant;
  readonly endedAt?: Instant | undefined;
  readonly utcOffsetMinutes: number;
  /** What went in, not what was ordered. */
  readonly givenMg?: number | undefined;
  readonly rateMgPerMin?: number | undefined;
  readonly lot?: string | undefined;
  /** 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly expiry?: string | undefined;
  /** The clinician who gave it; at home the person takes it themselves. */
  readonly givenBy:
    | { readonly who: 'practitioner'; readonly practitionerId: string }
    /** The log of the session names who gave it; told to another system, the clinic answers for it. */
    | { readonly who: 'organization'; readonly organizationId: string }
    | { readonly who: 'patient' };
};

export function toMedicationAdministration(dose: DoseToShare): MedicationAdministration {
  const batch = batchOf(dose);
  const dosage = dosageOf(dose);
  const patient = `Patient/${dose.patientId}`;
  return {
    resourceType: 'MedicationAdministration',
    id: dose.administrationId,
    ...(batch === undefined ? {} : { contained: [batch] }),
    status: dose.status,
    ...(dose.statusReason === undefined ? {} : { statusReason: [{ text: dose.statusReason }] }),
    ...(batch === undefined
      ? { medicationCodeableConcept: medicineOf(dose.route) }
      : { medicationReference: { reference: `#${batch.id}` } }),
    subject: { reference: patient },
    ...(dose.encounterId === undefined ? {} : { context: { reference: `Encounter/${dose.encounterId}` } }),
    ...whenOf(dose),
    performer: [
      {
        actor: {
          reference: giverOf(dose),
        },
      },
    ],
    ...(dose.orderId === undefined ? {} : { request: { reference: `MedicationRequest/${dose.orderId}` } }),
    ...(dosage === undefined ? {} : { dosage }),
  };
}

function giverOf({ givenBy, patientId }: DoseToShare): string {
  switch (givenBy.who) {
    case 'patient':
      return `Patient/${patientId}`;
    case 'practitioner':
      return `Practitioner/${givenBy.practitionerId}`;
    case 'organization':
      return `Organization/${givenBy.organizationId}`;
  }
}

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

export function medicineOf(route: Route): CodeableConcept {
  return route === 'nasal'
    ? { coding: [{ system: RXNORM, code: '2201623' }], text: 'Esketamine nasal spray' }
    : { coding: [{ system: RXNORM, code: '6130' }], text: 'Ketamine' };
}

const routeWords: Readonly<Record<Route, string>> = {
  iv: 'Intravenous',
  im: 'Intramuscular',
  sublingual: 'Sublingual',
  home: 'Sublingual',
  nasal: 'Nasal',
};

/** An infusion lasts; every other route is a moment. */
function whenOf(dose: DoseToShare) {
  const start = formatDateTime(dose.startedAt, dose.utcOffsetMinutes);
  if (dose.route !== 'iv') return { effectiveDateTime: start };
  if (dose.endedAt === undefined) return { effectivePeriod: { start } };
  return { effectivePeriod: { start, end: formatDateTime(dose.endedAt, dose.utcOffsetMinutes) } };
}

function dosageOf({
  route,
  givenMg,
  rateMgPerMin,
}: DoseToShare): MedicationAdministration['dosage'] | undefined {
  // FHIR's own rule (mad-1): a dosage without dose and rate says nothing and is not allowed.
  if (givenMg === undefined && rateMgPerMin === undefined) return undefined;
  return {
    route: { text: routeWords[route] },
    ...(givenMg === undefined ? {} : { dose: quantity(givenMg, 'mg') }),
    ...(rateMgPerMin === undefined ? {} : { rateQuantity: quantity(rateMgPerMin, 'mg/min') }),
  };
}

function quantity(value: number, unit: 'mg' | 'mg/min'): Quantity {
  return { value, unit, system: UCUM, code: unit };
}

function batchOf({ lot, expiry, route }: DoseToShare): ContainedMedication | undefined {
  if (lot === undefined && expiry === undefined) return undefined;
  return {
    resourceType: 'Medication',
    id: 'medicine',
    code: medicineOf(route),
    batch: {
      ...(lot === undefined ? {} : { lotNumber: lot }),
      ...(expiry === undefined ? {} : { expirationDate: expiry }),
    },
  };
}
