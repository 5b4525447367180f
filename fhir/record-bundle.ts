/**
 * A whole record as one FHIR R4 Bundle: what a receiving system has a place for as its own kind of resource, and
 * every part once more as a readable document, so that nothing is lost where it has no place for it.
 */

import { formatDateTime } from './date-time.ts';
import {
  type ResponseToShare,
  toQuestionnaireResponse,
  toScoreObservation,
} from './questionnaire-response.ts';
import type { HealthRecordBody, HealthRecordEntry } from './record-entry.ts';
import type { MedicationAdministration, Observation, Patient } from './resources.ts';

export type Resource = { readonly resourceType: string; readonly id: string } & Readonly<
  Record<string, unknown>
>;

export type Bundle = {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
};

export type RecordToShare = {
  readonly madeAt: number;
  readonly clinic: { readonly id: string; readonly name: string; readonly phone: string };
  readonly patient: Patient;
  readonly entries: readonly HealthRecordEntry[];
  readonly observations: readonly Observation[];
  readonly doses: readonly MedicationAdministration[];
  readonly responses: readonly ResponseToShare[];
  readonly consents: readonly {
    readonly id: string;
    readonly text: string;
    readonly signedName: string;
    readonly at: number;
    readonly isWithdrawn: boolean;
  }[];
  /** Each part of the page as plain text, already in the letters of base64. */
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly textBase64: string;
  }[];
  readonly looked: readonly { readonly at: number; readonly who: string; readonly action: string }[];
};

export function toRecordBundle(record: RecordToShare): Bundle {
  const { patient, clinic } = record;
  const subject = { reference: `Patient/${patient.id}` };
  const resources: readonly Resource[] = [
    patient,
    {
      resourceType: 'Organization',
      id: clinic.id,
      name: clinic.name,
      telecom: [{ system: 'phone', value: clinic.phone }],
    },
    ...record.entries.flatMap((entry) => fromEntry(entry, subject)),
    ...record.observations,
    ...record.doses,
    ...record.responses.flatMap((response) => {
      const total = toScoreObservation(response);
      return [toQuestionnaireResponse(response), ...(total === undefined ? [] : [total])];
    }),
    ...record.consents.map((consent) => ({
      resourceType: 'Consent',
      id: consent.id,
      status: consent.isWithdrawn ? 'inactive' : 'active',
      scope: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'treatment' }],
      },
      category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
      patient: subject,
      dateTime: written(consent.at),
      organization: [{ reference: `Organization/${clinic.id}` }],
      // R4 asks which policy was agreed to; ours is the text that was signed, by its edition.
      policyRule: { text: consent.text },
      verification: [{ verified: true, verifiedWith: subject, verificationDate: written(consent.at) }],
    })),
    ...record.documents.map((document) => ({
      resourceType: 'DocumentReference',
      id: document.id,
      status: 'current',
      type: { text: document.title },
      subject,
      date: written(record.madeAt),
      custodian: { reference: `Organization/${clinic.id}` },
      description: document.title,
      content: [
        {
          attachment: {
            contentType: 'text/plain; charset=utf-8',
            language: document.language,
            data: document.textBase64,
            title: document.title,
          },
        },
      ],
    })),
    ...record.looked.map((one, index) => ({
      resourceType: 'AuditEvent',
      id: `looked-${index + 1}`,
      type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
      recorded: written(one.at),
      purposeOfEvent: [{ text: one.action }],
      agent: [{ name: one.who === '' ? 'not named' : one.who, requestor: true }],
      source: { observer: { reference: `Organization/${clinic.id}` } },
      entity: [{ what: subject }],
    })),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: written(record.madeAt),
    entry: resources.map((resource) => ({
      fullUrl: `urn:mooring:${resource.resourceType}:${resource.id}`,
      resource,
    })),
  };
}

type Subject = { readonly reference: string };

/** In the clock of the world: the page tells the reader's own. */
function written(at: number): string {
  return formatDateTime(at, 0);
}

const clinical = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const allergyClinical = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical';

function fromEntry(entry: HealthRecordEntry, subject: Subject): readonly Resource[] {
  if (entry.status === 'entered-in-error' || entry.status === 'dismissed') return [];
  const { body, id } = entry;
  const recorded = written(entry.recordedAt);
  switch (body.kind) {
    case 'medication-statement':
      return [
        {
          resourceType: 'MedicationStatement',
          id,
          status: { taking: 'active', stopped: 'stopped', 'not-sure': 'unknown' }[body.status],
          medicationCodeableConcept: { text: body.name },
          subject,
          dateAsserted: recorded,
          ...dosageOf(body),
        },
      ];
    case 'condition':
      return [
        {
          resourceType: 'Condition',
          id,
          ...(body.status === 'not-sure'
            ? {
                verificationStatus: {
                  coding: [
                    {
                      system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
                      code: 'unconfirmed',
                    },
                  ],
                },
              }
            : {
                clinicalStatus: {
                  coding: [{ system: clinical, code: body.status === 'active' ? 'active' : 'inactive' }],
                },
              }),
          code: { ...(body.code === undefined ? {} : { coding: [body.code] }), text: body.name },
          subject,
          recordedDate: recorded,
          ...(body.since === undefined || body.since === '' ? {} : { onsetString: body.since }),
        },
      ];
    case 'allergy':
      return [
        {
          resourceType: 'AllergyIntolerance',
          id,
          clinicalStatus: { coding: [{ system: allergyClinical, code: 'active' }] },
          code: { ...(body.code === undefined ? {} : { coding: [body.code] }), text: body.name },
          patient: subject,
          recordedDate: recorded,
          ...(body.severity === 'severe' ? { criticality: 'high' } : {}),
          ...(body.reaction === undefined || body.reaction === ''
            ? {}
            : { reaction: [{ manifestation: [{ text: body.reaction }] }] }),
        },
      ];
    case 'goal':
      return [
        {
          resourceType: 'Goal',
          id,
          lifecycleStatus: 'active',
          description: { text: body.words },
          subject,
          ...(body.measure === undefined || body.measure === ''
            ? {}
            : { target: [{ measure: { text: body.measure } }] }),
        },
      ];
    case 'indication':
      return [
        {
          resourceType: 'Condition',
          id,
          clinicalStatus: { coding: [{ system: clinical, code: 'active' }] },
          category: [{ text: 'What the treatment is for' }],
          code: {
            ...(body.diagnosisCode === undefined || body.diagnosisCode === ''
              ? {}
              : { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: body.diagnosisCode }] }),
            text: body.indication.replaceAll('-', ' '),
          },
          subject,
          recordedDate: recorded,
        },
      ];
    // What was tried before and the health questions have no plain place in R4: they travel as documents.
    case 'pain-map':
    case 'headache-day':
    case 'liver-test':
    case 'prescription-check':
    case 'scale-total':
    case 'prior-treatment':
    case 'history-answer':
      return [];
  }
}

function dosageOf(body: Extract<HealthRecordBody, { kind: 'medication-statement' }>) {
  const text = [body.dose, body.howOften].filter((each) => each !== undefined && each !== '').join(', ');
  return text === '' ? {} : { dosage: [{ text }] };
}
