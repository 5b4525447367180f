/**
 * Tells which version of FHIR a bundle is written in from what only that version says. The versions reuse the
 * same field names for different things, so a record of another version is refused whole rather than half read.
 */
import { fieldOf, hasField, isObject, type JsonObject, listOf, textOf } from './read-json.ts';

export type OtherVersion = {
  readonly version: 'DSTU2' | 'DSTU2 or STU3' | 'STU3' | 'R5' | 'R6 or later';
  readonly where: string;
};

type Version = OtherVersion['version'];

const typesOfOtherVersions: Readonly<Record<string, Version>> = {
  MedicationOrder: 'DSTU2',
  DiagnosticOrder: 'DSTU2',
  Conformance: 'DSTU2',
  DeviceUseRequest: 'DSTU2',
  ProcedureRequest: 'DSTU2 or STU3',
  ReferralRequest: 'DSTU2 or STU3',
  EligibilityRequest: 'DSTU2 or STU3',
  ImagingManifest: 'STU3',
  ProcessRequest: 'DSTU2 or STU3',
  BodySite: 'DSTU2 or STU3',
  DeviceUsage: 'R5',
  Transport: 'R5',
  GenomicStudy: 'R5',
  EncounterHistory: 'R5',
  ImagingSelection: 'R5',
  InventoryItem: 'R5',
  DeviceAssociation: 'R5',
  FormularyItem: 'R5',
};

/** Undefined when nothing in the bundle speaks of another version than R4 (or its small revision R4B). */
export function otherVersionOf(bundle: JsonObject): OtherVersion | undefined {
  const declared = declaredVersion(bundle);
  if (declared) return { version: declared, where: 'Bundle' };
  for (const [index, entry] of listOf(bundle, 'entry').entries()) {
    const resource = fieldOf(entry, 'resource');
    if (!isObject(resource)) continue;
    const version = declaredVersion(resource) ?? versionOfShape(resource);
    if (version) return { version, where: `entry ${index + 1}, ${textOf(resource, 'resourceType')}` };
  }
  return undefined;
}

function declaredVersion(resource: JsonObject): Version | undefined {
  const meta = fieldOf(resource, 'meta');
  const number = textOf(resource, 'fhirVersion') ?? textOf(meta, 'fhirVersion');
  const byNumber = number === undefined ? undefined : versionOfNumber(number);
  if (byNumber) return byNumber;
  const profiles = listOf(meta, 'profile').filter((profile) => typeof profile === 'string');
  if (profiles.some((profile) => /\/DSTU2\//i.test(profile))) return 'DSTU2';
  if (profiles.some((profile) => /\/STU3\//i.test(profile))) return 'STU3';
  return undefined;
}

function versionOfNumber(number: string): Version | undefined {
  if (/^(?:0\.|1\.0)/.test(number)) return 'DSTU2';
  if (/^(?:1\.|3\.)/.test(number)) return 'STU3';
  if (number.startsWith('5.')) return 'R5';
  return /^(?:[6-9]|\d{2})/.test(number) ? 'R6 or later' : undefined;
}

function versionOfShape(resource: JsonObject): Version | undefined {
  const type = textOf(resource, 'resourceType');
  if (type === undefined) return undefined;
  if (Object.hasOwn(typesOfOtherVersions, type)) return typesOfOtherVersions[type];

  switch (type) {
    case 'Condition':
      // One code in a plain string; R4 made it a CodeableConcept.
      if (typeof fieldOf(resource, 'clinicalStatus') === 'string') return 'DSTU2 or STU3';
      if (typeof fieldOf(resource, 'verificationStatus') === 'string') return 'DSTU2 or STU3';
      return hasField(resource, 'participant') ? 'R5' : undefined;
    case 'AllergyIntolerance':
      if (hasField(resource, 'substance') && !hasField(resource, 'code')) return 'DSTU2';
      if (typeof fieldOf(resource, 'clinicalStatus') === 'string') return 'STU3';
      if (typeof fieldOf(resource, 'verificationStatus') === 'string') return 'STU3';
      return isObject(fieldOf(resource, 'type')) || hasField(resource, 'participant') ? 'R5' : undefined;
    case 'MedicationRequest':
      if (isCodeableReference(fieldOf(resource, 'medication'))) return 'R5';
      return isObject(fieldOf(fieldOf(resource, 'requester'), 'agent')) ? 'STU3' : undefined;
    case 'MedicationStatement':
    case 'MedicationAdministration':
    case 'MedicationDispense':
      if (isCodeableReference(fieldOf(resource, 'medication'))) return 'R5';
      return hasField(resource, 'taken') || hasField(resource, 'wasNotTaken') ? 'DSTU2 or STU3' : undefined;
    case 'Observation':
      if (hasField(resource, 'related') || hasField(resource, 'comments')) return 'DSTU2 or STU3';
      return hasField(resource, 'triggeredBy') ? 'R5' : undefined;
    case 'Encounter':
      if (typeof fieldOf(resource, 'class') === 'string') return 'DSTU2';
      return Array.isArray(fieldOf(resource, 'class')) || hasField(resource, 'actualPeriod')
        ? 'R5'
        : undefined;
    case 'Patient':
      return hasField(resource, 'animal') ? 'DSTU2 or STU3' : undefined;
    default:
      return undefined;
  }
}

function isCodeableReference(value: unknown): boolean {
  return hasField(value, 'concept') || hasField(value, 'reference');
}
