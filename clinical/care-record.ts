// The one record everything is decided from: plain, readonly, folded by the server or the device from what people
// wrote down. Undefined always means unknown; no field has a default that reads as fine.

import type { IssueAction } from './detected-issue.ts';
import type { Instant, LocalDate, ZoneId } from './instant.ts';
import type { LastDose } from './integration/after-checks.ts';
import type { RoomItem, RoomItemSaid } from './preparation/room-readiness.ts';
import type { PreparationStep, StepToldElsewhere } from './protocol/care-steps.ts';

export type Role =
  | 'patient'
  | 'companion'
  | 'front-desk'
  | 'nurse'
  | 'prescriber'
  | 'therapist'
  | 'guide'
  | 'admin'
  | 'auditor';

export type JourneyStage =
  | 'curious'
  | 'inquired'
  | 'screening'
  | 'consulted'
  | 'planned'
  | 'preparing'
  | 'ready'
  | 'arrived'
  | 'dosing'
  | 'recovering'
  | 'released'
  | 'integrating'
  | 'spaced-out'
  | 'paused'
  | 'stopped'
  | 'finished';

export type Route = 'iv' | 'im' | 'sublingual' | 'home' | 'nasal';

/** Something a named person said or measured, and when it was true. */
export type Fact<T> = {
  readonly value: T;
  readonly at: Instant;
  /** The name shown beside it. */
  readonly by: string;
  readonly byRole: Role;
};

export type BloodPressure = { readonly systolicMmHg: number; readonly diastolicMmHg: number };

export type ScreeningSection = { readonly id: string; readonly doneAt?: Instant | undefined };

export type ScreeningRecord = {
  readonly invitedAt?: Instant | undefined;
  readonly sections?: readonly ScreeningSection[] | undefined;
  readonly submittedAt?: Instant | undefined;
};

export type IssueDecision = 'accept-risk' | 'adjust' | 'hold' | 'stop' | 'not-applicable';

/** A detected issue as kept on the record, with what the prescriber decided about it. */
export type RecordedIssue = {
  readonly id: string;
  readonly rule: string;
  readonly code?: string | undefined;
  readonly title: string;
  readonly action: IssueAction;
  readonly decision?: Fact<IssueDecision> | undefined;
  readonly decisionReason?: string | undefined;
};

export type MedicationOrder = {
  /** The most that may be given in the session. */
  readonly doseMg: number;
  /** Where the dose goes in by parts, how much the first is. */
  readonly firstMg?: number | undefined;
  /** What the dose was worked out for. The spray comes in fixed devices and has none. */
  readonly weightKg?: number | undefined;
  readonly infusionMinutes?: number | undefined;
  readonly signedAt: Instant;
  readonly signedBy: string;
};

export type Plan = {
  readonly seriesId: string;
  readonly route: Route;
  readonly editionId: string;
  readonly status: 'active' | 'held' | 'paused' | 'stopped' | 'finished';
  readonly order?: MedicationOrder | undefined;
};

export type DoseAppointment = {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly roomName?: string | undefined;
  readonly arrivedAt?: Instant | undefined;
};

export type IntegrationAppointment = { readonly startsAt: Instant; readonly heldAt?: Instant | undefined };

/** Only whether and when each step was done; the words themselves stay with the patient. */
export type Preparation = { readonly intention?: Fact<'set' | 'not-yet'> | undefined } & {
  readonly [S in Exclude<PreparationStep, 'intention' | StepToldElsewhere>]?: Fact<'done'> | undefined;
};

export type ConsentRecord = {
  readonly editionId: string;
  readonly signedAt: Instant;
  readonly withdrawnAt?: Instant | undefined;
};

export type RideState = 'asked' | 'accepted' | 'declined' | 'on-the-way' | 'at-the-door' | 'home-safe';

export type RideHow = 'car' | 'taxi-together' | 'transit-together' | 'on-foot';

export type Ride = {
  readonly companionName: string;
  readonly state: RideState;
  readonly at: Instant;
  /** Undefined: they have not said how they come. */
  readonly how?: RideHow | undefined;
};

/** The figures of one person; what the route does not have is left out. */
export type DoseWorkedOut = {
  readonly byId: string;
  /** Undefined where this reader is not shown it yet. */
  readonly doseMg?: number | undefined;
  readonly weightKg?: number | undefined;
  readonly concentrationMgPerMl?: number | undefined;
  readonly volumeMl?: number | undefined;
  readonly rateMlPerHour?: number | undefined;
};

export type ArrivalFacts = {
  readonly identity?: Fact<'name-and-birth-date-said' | 'does-not-match'> | undefined;
  readonly medicines?: Fact<'no-change' | 'changed' | 'not-sure'> | undefined;
  readonly lastFoodAt?: Fact<Instant | 'not-sure'> | undefined;
  /** Whether that meal was fried or fatty. */
  readonly lastFoodHeavy?: Fact<'no' | 'yes' | 'not-sure'> | undefined;
  readonly lastClearFluidAt?: Fact<Instant | 'not-sure'> | undefined;
  readonly risk?: Fact<'no-thoughts' | 'thoughts' | 'declined'> | undefined;
  /** Heard: a press of the patient's own that came in on a device of the staff. Told: somebody said so, and no press is known. */
  readonly callDevice?: Fact<'heard' | 'not-heard' | 'told'> | undefined;
  /** What was said of each thing in the room, oldest first. */
  readonly roomItems?: readonly Fact<RoomItemSaid>[] | undefined;
  readonly bloodPressure?: Fact<BloodPressure> | undefined;
  readonly heartRatePerMin?: Fact<number> | undefined;
  readonly spo2Percent?: Fact<number> | undefined;
  readonly weightKg?: Fact<number> | undefined;
  readonly intention?: Fact<'read-together' | 'none-wanted'> | undefined;
  readonly preDoseReview?: Fact<{ readonly doseMg: number }> | undefined;
  /** What each person worked out for themselves, oldest first. */
  readonly doseWorkedOut?: readonly Fact<DoseWorkedOut>[] | undefined;
  /** When a nasal steroid or decongestant was last used; 'none' means asked, and none today. */
  readonly lastNasalProductAt?: Fact<Instant | 'none' | 'not-sure'> | undefined;
  /** Looked up with the safety program on the day. */
  readonly programEnrolment?: Fact<'verified' | 'not-found'> | undefined;
  /** The person who watches at home, as they themselves said it or as the clinic heard it from them. */
  readonly sitter?: Fact<Sitter> | undefined;
  /** Where an ambulance would have to go today. */
  readonly emergencyAddress?: Fact<string> | undefined;
  /** Alcohol, cannabis, other drugs, or a medicine that was to be held, today. */
  readonly substances?: Fact<'none' | 'taken' | 'not-sure'> | undefined;
  /** Whether someone depends on this person until tomorrow. */
  readonly caringFor?: Fact<'nobody' | 'someone' | 'not-sure'> | undefined;
};

/** The program’s own number for the place, and the last day it stands for. */
export type CertifiedSite = {
  readonly number: string;
  readonly until: LocalDate;
  readonly enteredBy: string;
};

export type Sitter = {
  readonly name: string;
  readonly phone: string;
  readonly answer: 'stays-throughout' | 'cannot-stay';
};

/** A clinician's decision to go on although a line is not met. It never changes what is true. */
export type Override = {
  readonly condition: string;
  readonly reason: string;
  readonly by: string;
  readonly byRole: Role;
  readonly at: Instant;
};

export type VitalSignFacts = {
  readonly bloodPressure?: Fact<BloodPressure> | undefined;
  readonly heartRatePerMin?: Fact<number> | undefined;
  readonly respiratoryRatePerMin?: Fact<number> | undefined;
  readonly spo2Percent?: Fact<number> | undefined;
  /** MOAA/S, 5 (answers at once) to 0 (no answer to pain). */
  readonly moaas?: Fact<number> | undefined;
};

export type RecoveryScore = {
  readonly scale: 'aldrete-modified' | 'padss-original' | 'padss-modified';
  readonly total: number;
};

export type OpenAlert = {
  readonly id: string;
  readonly code: string;
  readonly raisedAt: Instant;
  readonly acknowledgedAt?: Instant | undefined;
  readonly recheckDueAt?: Instant | undefined;
};

/** A patient's or companion's call that no one has yet answered and closed. */
export type OpenSignal = { readonly kind: string; readonly at: Instant };

export type SessionFacts = {
  readonly doseStartedAt?: Instant | undefined;
  readonly doseStoppedAt?: Instant | undefined;
  /** When each part of a dose went in that is not infused: each injection, lozenge or device. */
  readonly partsGivenAt?: readonly Instant[] | undefined;
  readonly paused?: boolean | undefined;
  readonly recoveryStartedAt?: Instant | undefined;
  readonly releasedAt?: Instant | undefined;
  /** When each completed row of vital signs was taken. */
  readonly checksTakenAt?: readonly Instant[] | undefined;
  readonly latest?: VitalSignFacts | undefined;
  readonly recoveryScore?: Fact<RecoveryScore> | undefined;
  readonly orientation?: Fact<'oriented' | 'not-oriented'> | undefined;
  readonly gait?: Fact<'steady' | 'needs-help' | 'unsteady'> | undefined;
  /** An empty list means someone asked and there were none. */
  readonly symptomsUnresolved?: Fact<readonly string[]> | undefined;
  readonly escortAtDoor?: Fact<'present' | 'not-present'> | undefined;
  /** At home nobody is handed over; the person who watched says whether they stay on. */
  readonly sitterStays?: Fact<'stays' | 'leaves'> | undefined;
  readonly instructionsRepeatedBack?: Fact<'repeated' | 'not-repeated'> | undefined;
  readonly lineRemoved?: Fact<'removed' | 'still-in'> | undefined;
  readonly belongings?: Fact<'returned' | 'not-returned'> | undefined;
  /** An empty list is known to be empty; undefined is not known. */
  readonly openAlerts?: readonly OpenAlert[] | undefined;
  readonly openSignals?: readonly OpenSignal[] | undefined;
};

export type EveningCheck = {
  readonly dueAt: Instant;
  readonly answeredAt?: Instant | undefined;
  readonly answer?: 'all-right' | 'rough' | 'need-help' | undefined;
};

export type Cycle = {
  readonly id: string;
  readonly number: number;
  readonly of?: number | undefined;
  readonly doseAppointment?: DoseAppointment | undefined;
  readonly integrationAppointment?: IntegrationAppointment | undefined;
  readonly preparation?: Preparation | undefined;
  /** Their word on the day of the dose; only that it was said, and when. */
  readonly morning?: Fact<'said'> | undefined;
  readonly consent?: ConsentRecord | undefined;
  readonly ride?: Ride | undefined;
  readonly arrival?: ArrivalFacts | undefined;
  readonly overrides?: readonly Override[] | undefined;
  readonly session?: SessionFacts | undefined;
  readonly eveningCheck?: EveningCheck | undefined;
};

export type Pulse = { readonly at: Instant; readonly value: number };

export type InstrumentResponse = {
  readonly instrument: string;
  readonly at: Instant;
  /** Undefined when an item was left out: an incomplete form has no total. */
  readonly total?: number | undefined;
  readonly item9?: number | undefined;
};

export type Staffing = {
  readonly nursesOnShift: number;
  readonly dosingNow: number;
  readonly prescribersOnShift?: number | undefined;
  /** When the doses under way can be expected to end, as far as that is known. */
  readonly dosingEndsAt?: readonly Instant[] | undefined;
};

export type CareRecord = {
  readonly patientId: string;
  readonly birthDate?: LocalDate | undefined;
  readonly zone: ZoneId;
  readonly stage: JourneyStage;
  readonly screening?: ScreeningRecord | undefined;
  /** `bookedAt` is when it was put in the diary, `heldAt` when it took place. */
  readonly consult?:
    | { readonly bookedAt?: Instant | undefined; readonly heldAt?: Instant | undefined }
    | undefined;
  readonly issues?: readonly RecordedIssue[] | undefined;
  /** What the treatment is for, by the ids of the indications. Undefined: nobody has named it. */
  readonly indications?: readonly string[] | undefined;
  readonly plan?: Plan | undefined;
  /** The cycle now under way or next. */
  readonly cycle?: Cycle | undefined;
  /** Oldest first. */
  readonly previousCycles?: readonly Cycle[] | undefined;
  /** The latest dose after which they went home, with what they said in the days since. */
  readonly lastDose?: LastDose | undefined;
  readonly pulses?: readonly Pulse[] | undefined;
  readonly responses?: readonly InstrumentResponse[] | undefined;
  readonly staffing?: Staffing | undefined;
  /** What this clinic goes through in a room before a dose; undefined is the list it starts from. */
  readonly roomList?: readonly RoomItem[] | undefined;
  /** What the spray’s safety program gave this clinic; undefined: nobody has entered it. */
  readonly certifiedSite?: CertifiedSite | undefined;
  /** Hours after a dose are held outside, and so many names are given for them. Undefined: they are held here. */
  readonly namesOutside?: number | undefined;
};
