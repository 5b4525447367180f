/**
 * The shapes of FHIR R4 that we write, and no more of them than we fill. A field that is not known is absent;
 * FHIR allows neither null nor empty.
 */

export type Coding = {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
  readonly extension?: readonly { readonly url: string; readonly valueDecimal: number }[];
};
export type CodeableConcept = { readonly coding?: readonly Coding[]; readonly text?: string };
export type Reference = { readonly reference: string };
export type Quantity = {
  readonly value: number;
  readonly unit: string;
  readonly system: string;
  readonly code: string;
};
export type Identifier = { readonly system: string; readonly value: string };
export type Meta = { readonly tag: readonly Coding[] };

export type ObservationStatus = 'preliminary' | 'final' | 'amended' | 'corrected' | 'entered-in-error';

export type Observation = {
  readonly resourceType: 'Observation';
  readonly id: string;
  readonly meta?: Meta;
  readonly status: ObservationStatus;
  readonly category: readonly CodeableConcept[];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly encounter?: Reference;
  readonly effectiveDateTime: string;
  readonly performer?: readonly Reference[];
  readonly valueQuantity?: Quantity;
  readonly dataAbsentReason?: CodeableConcept;
  readonly device?: Reference;
  readonly derivedFrom?: readonly Reference[];
  readonly component?: readonly {
    readonly code: CodeableConcept;
    readonly valueQuantity?: Quantity;
    readonly dataAbsentReason?: CodeableConcept;
  }[];
};

export type QuestionnaireResponse = {
  readonly resourceType: 'QuestionnaireResponse';
  readonly id: string;
  readonly questionnaire: string;
  readonly status: 'in-progress' | 'completed' | 'amended' | 'entered-in-error';
  readonly subject: Reference;
  readonly authored: string;
  readonly source?: Reference;
  readonly item?: readonly QuestionnaireResponseItem[];
};

export type QuestionnaireResponseItem = {
  readonly linkId: string;
  readonly text?: string;
  readonly answer: readonly (
    | { readonly valueCoding: Coding }
    | { readonly valueString: string }
    | { readonly valueInteger: number }
    | { readonly valueDecimal: number }
  )[];
};

export type MedicationAdministration = {
  readonly resourceType: 'MedicationAdministration';
  readonly id: string;
  readonly contained?: readonly ContainedMedication[];
  readonly status: 'in-progress' | 'on-hold' | 'completed' | 'stopped' | 'entered-in-error';
  readonly statusReason?: readonly CodeableConcept[];
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly medicationReference?: Reference;
  readonly subject: Reference;
  readonly context?: Reference;
  readonly effectiveDateTime?: string;
  readonly effectivePeriod?: { readonly start: string; readonly end?: string };
  readonly performer: readonly { readonly actor: Reference }[];
  readonly request?: Reference;
  readonly dosage?: {
    readonly route: CodeableConcept;
    readonly dose?: Quantity;
    readonly rateQuantity?: Quantity;
  };
};

export type ContainedMedication = {
  readonly resourceType: 'Medication';
  readonly id: string;
  readonly code: CodeableConcept;
  readonly batch?: { readonly lotNumber?: string; readonly expirationDate?: string };
};

export type AdverseEvent = {
  readonly resourceType: 'AdverseEvent';
  readonly id: string;
  readonly contained?: readonly ContainedMedication[];
  readonly actuality: 'actual';
  readonly event: CodeableConcept;
  readonly subject: Reference;
  readonly encounter?: Reference;
  readonly date?: string;
  readonly recordedDate: string;
  readonly seriousness?: CodeableConcept;
  readonly severity?: CodeableConcept;
  readonly outcome: CodeableConcept;
  readonly recorder?: Reference;
  readonly suspectEntity?: readonly {
    readonly instance: Reference;
    readonly causality: readonly { readonly assessment: CodeableConcept }[];
  }[];
};

/** Resources that travel together and say nothing about what the reader should do with them. */
export type CollectionBundle = {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry?: readonly { readonly resource: Patient | AdverseEvent | MedicationAdministration }[];
};

export type Patient = {
  readonly resourceType: 'Patient';
  readonly id: string;
  readonly identifier: readonly Identifier[];
  readonly active: boolean;
  readonly name: readonly {
    readonly use: 'official';
    readonly family: string;
    readonly given: readonly string[];
  }[];
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
  readonly birthDate?: string;
};

export function absent(reason: 'unknown' | 'error', text: string): CodeableConcept {
  return {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: reason }],
    text,
  };
}
