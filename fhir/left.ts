/**
 * What a file holds that we do not bring in, and why, in words for the person whose record it is.
 * Leaving something is never silent.
 */
import { fieldOf, type JsonObject, listOf, textOf } from './read-json.ts';
import type { LeftBehind } from './record-import.ts';
import { cleanWords, codesOfConcept } from './words.ts';

const sentences = {
  'kind-not-read': 'We do not bring this kind in.',
  'sign-not-kept': 'Not one of the measurements we keep.',
  'entered-in-error': 'Marked as a mistake by the place that wrote it.',
  'ruled-out': 'The place that wrote it says this was ruled out.',
  'no-person': 'It does not say who it is about.',
  'about-someone-else': 'It was measured on someone or something else.',
  'no-words': 'It does not say what it is.',
  'no-value': 'There is no number in it.',
  'not-a-plain-number': 'It only says "more than" or "less than".',
  'unknown-unit': 'The unit is missing, or not one we know. We do not guess.',
  'unit-disagrees': 'It names two different units. We do not guess.',
  'out-of-range': 'The number is outside what our chart can hold.',
  'not-final': 'It was not finished, or was called off.',
  'no-date': 'It does not say when it was measured.',
  'in-the-future': 'It is dated after today.',
  'older-reading': 'We bring in the newest ones only.',
  'not-ordered': 'It was a draft, a suggestion, or called off before it started.',
  'says-not-to-take': 'It says not to take this. Tell the clinic if you know why.',
  'repeats-person': 'The same person, written twice.',
  'nothing-inside': 'There is nothing in it that we can read.',
} as const;

export type LeftReason = keyof typeof sentences;

export function whyLeft(reason: LeftReason): string {
  return sentences[reason];
}

/** What a person would call each kind. A kind not listed is called by its own name. */
const kinds: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'Allergies',
  Appointment: 'Appointments',
  CarePlan: 'Care plans',
  CareTeam: 'Care teams',
  Claim: 'Bills',
  ClinicalImpression: 'Clinicians’ notes',
  Composition: 'Title pages',
  Condition: 'Conditions',
  Consent: 'Consents given elsewhere',
  Coverage: 'Insurance cards',
  Device: 'Devices',
  DiagnosticReport: 'Test reports',
  DocumentReference: 'Documents',
  Encounter: 'Past visits',
  ExplanationOfBenefit: 'Insurance papers',
  FamilyMemberHistory: 'Family history',
  Goal: 'Goals',
  ImagingStudy: 'Scans and X-rays',
  Immunization: 'Vaccines',
  Location: 'Places',
  Medication: 'Medicine descriptions',
  MedicationAdministration: 'Doses given elsewhere',
  MedicationDispense: 'Pharmacy hand-outs',
  MedicationRequest: 'Medicines',
  MedicationStatement: 'Medicines',
  OperationOutcome: 'Messages from the other system',
  Organization: 'Clinics and hospitals',
  Patient: 'The person',
  Practitioner: 'Clinicians',
  PractitionerRole: 'Clinicians',
  Procedure: 'Operations and procedures',
  Provenance: 'Records of who wrote what',
  Questionnaire: 'Blank forms',
  QuestionnaireResponse: 'Forms filled in elsewhere',
  RelatedPerson: 'Family and friends',
  ServiceRequest: 'Referrals and test orders',
  Specimen: 'Samples',
  SupplyDelivery: 'Supplies',
};

const otherMeasurements = 'Other measurements';

const observationKinds: Readonly<Record<string, string>> = {
  laboratory: 'Lab results',
  'social-history': 'Notes about daily life',
  survey: 'Scores and questions asked elsewhere',
  imaging: 'Scan results',
  procedure: 'Findings during procedures',
  exam: 'Findings on examination',
  'vital-signs': otherMeasurements,
};

export function plainNameOf(resource: JsonObject): string {
  const resourceType = textOf(resource, 'resourceType') ?? '';
  if (resourceType === 'Observation') {
    for (const category of listOf(resource, 'category')) {
      for (const { code } of codesOfConcept(category)) {
        const name = Object.hasOwn(observationKinds, code) ? observationKinds[code] : undefined;
        if (name !== undefined) return name;
      }
    }
    return otherMeasurements;
  }
  const known = Object.hasOwn(kinds, resourceType) ? kinds[resourceType] : undefined;
  return known ?? cleanWords(resourceType, 64) ?? 'Something with no name';
}

/** A measurement we do not keep is another matter than a lab result, which is a kind we do not read at all. */
export function whyObservationIsNotKept(resource: JsonObject): LeftReason {
  return plainNameOf(resource) === otherMeasurements ? 'sign-not-kept' : 'kind-not-read';
}

export type LeftEntry = {
  readonly entry: number;
  readonly resource: unknown;
  readonly reason: LeftReason;
  /** A closer name than the kind's own: "Weight" rather than "Other measurements". */
  readonly what?: string | undefined;
};

/** Counts what was left by kind and reason, the most numerous first. */
export function accountForLeft(entries: readonly LeftEntry[]): readonly LeftBehind[] {
  const groups = new Map<string, LeftBehind>();
  for (const { resource, reason, what } of entries) {
    const resourceType = cleanWords(String(fieldOf(resource, 'resourceType') ?? ''), 64) ?? 'unknown';
    const name = what ?? plainNameOf(resource as JsonObject);
    const key = JSON.stringify([resourceType, name, reason]);
    const before = groups.get(key)?.count ?? 0;
    groups.set(key, { resourceType, what: name, count: before + 1, reason, why: whyLeft(reason) });
  }
  return [...groups.values()].sort(
    (one, other) => other.count - one.count || (one.what < other.what ? -1 : 1),
  );
}
