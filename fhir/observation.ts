/**
 * One row of vital signs from the chair as FHIR Observations: the pressure as one panel with both halves, each
 * other sign on its own. A sign that was tried and could not be read is sent as absent with the reason.
 */
import type { Instant } from '#clinical/instant.ts';
import {
  bloodPressurePanelLoinc,
  type VitalSignKey,
  vitalSign,
  vitalSigns,
} from '#clinical/monitoring/vital-signs.ts';
import { formatDateTime } from './date-time.ts';
import {
  absent,
  type CodeableConcept,
  type Coding,
  type Observation,
  type ObservationStatus,
  type Quantity,
} from './resources.ts';
import { arterialOxygenSaturationLoinc, LOINC, signNameOf, UCUM } from './vital-sign-codes.ts';

export type VitalSignsToShare = Readonly<Partial<Record<VitalSignKey, number | undefined>>> & {
  /** Of the recorded fact; each Observation adds the name of its sign. */
  readonly eventId: string;
  readonly patientId: string;
  readonly encounterId?: string | undefined;
  readonly effectiveAt: Instant;
  readonly utcOffsetMinutes: number;
  readonly couldNotRead: readonly VitalSignKey[];
  /** 0 is room air; absent is not known. */
  readonly oxygenLitresPerMin?: number | undefined;
  readonly measuredBy:
    | { readonly who: 'practitioner'; readonly practitionerId: string }
    | { readonly who: 'patient' }
    /** Nobody's name stands on it; the clinic answers for it. */
    | { readonly who: 'organization'; readonly organizationId: string }
    | { readonly who: 'companion'; readonly relatedPersonId: string };
  readonly deviceId?: string | undefined;
  /** What a device sends stays preliminary until a person accepts it. */
  readonly status: ObservationStatus;
};

export function toObservations(signs: VitalSignsToShare): readonly Observation[] {
  const single = vitalSigns.filter(({ key }) => !isPressure(key) && wasTried(signs, key));
  return [
    ...(pressureKeys.some((key) => wasTried(signs, key)) ? [pressurePanel(signs)] : []),
    ...single.map(({ key }) => singleSign(signs, key)),
  ];
}

const pressureKeys: readonly VitalSignKey[] = ['systolicMmHg', 'diastolicMmHg'];

function isPressure(key: VitalSignKey): boolean {
  return pressureKeys.includes(key);
}

function wasTried(signs: VitalSignsToShare, key: VitalSignKey): boolean {
  return signs[key] !== undefined || signs.couldNotRead.includes(key);
}

function pressurePanel(signs: VitalSignsToShare): Observation {
  return {
    ...frame(signs, 'blood-pressure', {
      coding: [{ system: LOINC, code: bloodPressurePanelLoinc }],
      text: 'Blood pressure',
    }),
    component: pressureKeys.map((key) => ({ code: codeOf(key), ...valueOrWhyNot(signs, key) })),
  };
}

function singleSign(signs: VitalSignsToShare, key: VitalSignKey): Observation {
  const observation = { ...frame(signs, signNameOf(key), codeOf(key)), ...valueOrWhyNot(signs, key) };
  if (key !== 'spo2Percent' || signs.oxygenLitresPerMin === undefined) return observation;
  // Without the flow a reader cannot know whether a saturation was held up by oxygen.
  const flow = { value: signs.oxygenLitresPerMin, unit: 'L/min', system: UCUM, code: 'L/min' };
  const code = { coding: [{ system: LOINC, code: '3151-8' }], text: 'Inhaled oxygen flow rate' };
  return { ...observation, component: [{ code, valueQuantity: flow }] };
}

function frame(signs: VitalSignsToShare, name: string, code: CodeableConcept) {
  const { measuredBy } = signs;
  return {
    resourceType: 'Observation',
    id: `${signs.eventId}-${name}`,
    ...(measuredBy.who === 'patient' ? { meta: { tag: [patientSupplied] } } : {}),
    status: signs.status,
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
        ],
      },
    ],
    code,
    subject: { reference: `Patient/${signs.patientId}` },
    ...(signs.encounterId === undefined
      ? {}
      : { encounter: { reference: `Encounter/${signs.encounterId}` } }),
    effectiveDateTime: formatDateTime(signs.effectiveAt, signs.utcOffsetMinutes),
    performer: [{ reference: performerOf(signs) }],
    ...(signs.deviceId === undefined ? {} : { device: { reference: `Device/${signs.deviceId}` } }),
  } as const satisfies Observation;
}

const patientSupplied: Coding = {
  system: 'http://hl7.org/fhir/us/core/CodeSystem/us-core-tags',
  code: 'patient-supplied',
};

function performerOf({ measuredBy, patientId }: VitalSignsToShare): string {
  switch (measuredBy.who) {
    case 'practitioner':
      return `Practitioner/${measuredBy.practitionerId}`;
    case 'patient':
      return `Patient/${patientId}`;
    case 'organization':
      return `Organization/${measuredBy.organizationId}`;
    case 'companion':
      return `RelatedPerson/${measuredBy.relatedPersonId}`;
  }
}

function codeOf(key: VitalSignKey): CodeableConcept {
  const { loinc, name } = vitalSign(key);
  const codes = key === 'spo2Percent' ? [loinc, arterialOxygenSaturationLoinc] : [loinc];
  return { coding: codes.map((code) => ({ system: LOINC, code })), text: name };
}

function valueOrWhyNot(
  signs: VitalSignsToShare,
  key: VitalSignKey,
): { readonly valueQuantity: Quantity } | { readonly dataAbsentReason: CodeableConcept } {
  const value = signs[key];
  if (value !== undefined) {
    const { ucum, unitLabel } = vitalSign(key);
    return { valueQuantity: { value, unit: unitLabel, system: UCUM, code: ucum } };
  }
  return {
    dataAbsentReason: signs.couldNotRead.includes(key)
      ? absent('error', 'Tried and could not be read')
      : absent('unknown', 'Not given'),
  };
}
