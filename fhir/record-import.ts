/**
 * What a health record from elsewhere becomes once it is through the door: lines a person can look at one by one
 * and keep or wave off, and an account of everything that was left behind. Nothing here is in the record yet.
 */
import type { LocalDate } from '#clinical/instant.ts';
import type { FhirDateTime } from './date-time.ts';
import type { LeftReason } from './left.ts';
import type { SignName, VitalSignKey } from './vital-sign-codes.ts';
import type { Code } from './words.ts';

export type ImportResult =
  | { readonly ok: true; readonly import: RecordImport }
  | { readonly ok: false; readonly refusal: ImportRefusal };

export type ImportRefusal = {
  readonly code: RefusalCode;
  /** One or two sentences for the person who chose the file. */
  readonly sentence: string;
  /** The place in the file, for whoever is asked for help: "entry 12, Observation". */
  readonly where?: string | undefined;
};

export type RefusalCode =
  | 'not-json'
  | 'ends-too-early'
  | 'too-large'
  | 'too-deep'
  | 'too-many-entries'
  | 'not-a-bundle'
  | 'other-version'
  | 'bundle-type'
  | 'empty'
  | 'no-patient'
  | 'two-patients'
  | 'another-person';

export type RecordImport = {
  readonly patient: ImportedPatient;
  /** Each part of who this is, held against what was expected. A person decides about 'different' and 'unknown'. */
  readonly identity: Readonly<
    Record<'familyName' | 'givenName' | 'birthDate', 'same' | 'different' | 'unknown'>
  >;
  readonly lines: readonly ImportLine[];
  readonly left: readonly LeftBehind[];
  readonly notices: readonly Note[];
  /** `entries` = 1 for the person + `inLines` + `left`. */
  readonly counts: { readonly entries: number; readonly inLines: number; readonly left: number };
};

export type ImportedPatient = {
  readonly familyName?: string | undefined;
  readonly givenName?: string | undefined;
  /** Only when the file gives a whole day. */
  readonly birthDate?: LocalDate | undefined;
  readonly birthDateAsWritten?: string | undefined;
  /** FHIR's administrative gender. It says nothing about the body. */
  readonly sex?: 'male' | 'female' | 'other' | undefined;
};

export type LeftBehind = {
  readonly resourceType: string;
  /** What a person would call it: "Bills", "Lab results". */
  readonly what: string;
  readonly count: number;
  readonly reason: LeftReason;
  readonly why: string;
};

/** Something to know about a line, with a stable name for translation. */
export type Note = { readonly code: string; readonly sentence: string };

/** Where in the file a line came from. `entry` counts from 0. */
export type Source = { readonly entry: number; readonly reference: string };

export type LineStatus = 'active' | 'resolved' | 'unknown';

export type Section =
  | 'medicines-now'
  | 'allergies'
  | 'conditions-now'
  | 'measurements'
  | 'medicines-past'
  | 'conditions-past'
  | 'circumstances';

type Line = {
  /** The same for the same resource each time a file is read. */
  readonly lineId: string;
  readonly section: Section;
  /** What it is, in the words of whoever wrote it. Plain text, never markup. */
  readonly words: string;
  readonly codes: readonly Code[];
  /** How many entries of the file this line stands for. */
  readonly times: number;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
};

/** What the file claims: "Listed as current", "Stopped". The person decides whether it is so. */
type Stated = { readonly status: LineStatus; readonly statusWords: string };

export type ConditionLine = Line &
  Stated & {
    readonly kind: 'condition';
    readonly category: 'health' | 'circumstance';
    readonly onset?: FhirDateTime | undefined;
    /** An onset given in words or as an age. */
    readonly onsetWords?: string | undefined;
    readonly ended?: FhirDateTime | undefined;
    readonly latestRecorded?: FhirDateTime | undefined;
  };

export type MedicationLine = Line &
  Stated & {
    readonly kind: 'medication';
    readonly authored?: FhirDateTime | undefined;
    readonly latestAuthored?: FhirDateTime | undefined;
    /** Absent when the file does not say how it is taken. */
    readonly doseText?: string | undefined;
    /** Ordered by someone, or said by the patient or another person. */
    readonly origin: 'ordered' | 'reported';
  };

export type AllergyLine = Line &
  Stated & {
    readonly kind: 'allergy';
    readonly onset?: FhirDateTime | undefined;
    readonly recorded?: FhirDateTime | undefined;
    readonly reactions: readonly string[];
    /** How bad the entry says a reaction may be. "low" is what it says, not a promise. */
    readonly statedRisk: 'high' | 'low' | 'unknown';
    /** The entry says that no allergy is known. */
    readonly saysNone: boolean;
  };

export type Measure = {
  readonly sign: VitalSignKey;
  /** In the unit the key names, rounded as our chart shows that sign. */
  readonly value: number;
  readonly asWritten: { readonly value: number; readonly unit: string };
};

export type Reading = {
  readonly effective: FhirDateTime;
  readonly measures: readonly Measure[];
  /** The half of a blood pressure that the file does not give. */
  readonly missing: readonly VitalSignKey[];
  readonly sources: readonly Source[];
};

export type VitalSignLine = Line & {
  readonly kind: 'vital-sign';
  readonly signName: SignName;
  readonly latest: Reading;
  /** Newest first. */
  readonly earlier: readonly Reading[];
};

export type ImportLine = ConditionLine | MedicationLine | AllergyLine | VitalSignLine;
