// Every fact that may be recorded about one dosing session, in the past tense, each with its own version.
// The rest of the house is a view of these facts, so this file is read first.
// Bounds here only stop garbage (a slipped finger on the keypad, 1e308): a value that is abnormal for a
// patient is exactly what must be recorded, and what it means is decided in clinical/, never here.
import * as z from 'zod/mini';
import { afterCareTopics, leavingTalkParts } from '#clinical/discharge/leaving-parts.ts';
import { heavyWords } from '#clinical/preparation/morning.ts';

// Postgres text holds neither NUL nor half a surrogate pair. A note must not be lost over one bad character.
const halfAPair = /\p{Surrogate}/gu;
const storable = z.overwrite<string>((text) => text.replaceAll(halfAPair, '\ufffd').replaceAll('\u0000', ''));
const shortText = z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(200));
const longText = z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(4000));
const id = z.uuid();
// A tablet that lost its clock says 1970; its facts are still facts, so the whole range of real dates is open.
const instant = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));
const minute = z.int().check(z.gte(-1440), z.lte(10_080));

const between = (low: number, high: number) => z.number().check(z.gte(low), z.lte(high));
const wholeBetween = (low: number, high: number) => z.int().check(z.gte(low), z.lte(high));
const doseMg = between(0, 10_000);
const pressureMmHg = between(0, 1000);

const instantOrNotSure = z.union([instant, z.literal('not-sure')]);
const dayOrMonth = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/));
// A vial whose label could not be read is recorded as such; the dose still happened.
const lotAndExpiry = { lot: z.nullable(shortText), expiry: z.nullable(dayOrMonth) };

const fact = <Name extends string, Fields extends z.core.$ZodShape>(name: Name, fields: Fields) =>
  z.strictObject({ type: z.literal(name), v: z.literal(1), ...fields });

export const VitalSignName = z.enum([
  'systolicMmHg',
  'diastolicMmHg',
  'heartRatePerMin',
  'spo2Percent',
  'respiratoryRatePerMin',
  'temperatureCel',
  'weightKg',
]);
export type VitalSignName = z.infer<typeof VitalSignName>;

// Arrival and settling in

export const PatientArrived = fact('PatientArrived', {});
export const IdentityConfirmed = fact('IdentityConfirmed', {
  identifiers: z.array(z.enum(['full-name', 'birth-date', 'photo', 'wristband'])).check(
    z.minLength(2),
    z.maxLength(4),
    z.refine((identifiers) => new Set(identifiers).size === identifiers.length, 'Two different identifiers'),
  ),
});
export const IdentityDidNotMatch = fact('IdentityDidNotMatch', { note: z.optional(longText) });
export const LastIntakeReported = fact('LastIntakeReported', {
  lastFoodAt: instantOrNotSure,
  /** Whether it was fried or fatty; left out where it did not matter, or in a log from before it was asked. */
  lastFoodHeavy: z.optional(z.enum(heavyWords)),
  lastClearFluidAt: instantOrNotSure,
});
export const MedicinesReconfirmed = fact('MedicinesReconfirmed', {
  answer: z.enum(['no-change', 'changed', 'not-sure']),
  note: z.optional(longText),
});
export const RiskQuestionAsked = fact('RiskQuestionAsked', {
  answer: z.enum(['no-thoughts', 'thoughts', 'declined']),
});
/** `signalEventId` is the press itself. Heard without one is only told: on paper that is all there can be. */
export const CallDeviceTested = fact('CallDeviceTested', {
  result: z.enum(['heard', 'not-heard']),
  signalEventId: z.optional(id),
});
/** One thing of the clinic's room list, in the words it had that day, so that a later list changes nothing here. */
export const RoomItemChecked = fact('RoomItemChecked', {
  item: shortText,
  name: shortText,
  said: shortText,
  ready: z.boolean(),
});
export const ConsentReadBack = fact('ConsentReadBack', {});
export const LimitsReadBack = fact('LimitsReadBack', {});
export const IntentionConfirmed = fact('IntentionConfirmed', {
  state: z.enum(['kept', 'changed', 'dropped']),
});
// Asked before a spray, or before a dose at home
export const NasalProductReported = fact('NasalProductReported', {
  lastAt: z.union([instant, z.literal('none'), z.literal('not-sure')]),
});
export const ProgramEnrolmentChecked = fact('ProgramEnrolmentChecked', {
  result: z.enum(['verified', 'not-found']),
});
export const SitterConfirmed = fact('SitterConfirmed', {
  name: shortText,
  phone: shortText,
  answer: z.enum(['stays-throughout', 'cannot-stay']),
});
export const EmergencyAddressGiven = fact('EmergencyAddressGiven', { address: longText });
export const SubstancesAsked = fact('SubstancesAsked', { answer: z.enum(['none', 'taken', 'not-sure']) });
export const DependantsAsked = fact('DependantsAsked', { answer: z.enum(['nobody', 'someone', 'not-sure']) });
export const EscortConfirmed = fact('EscortConfirmed', { name: shortText, how: shortText });

// Deciding to dose

export const PreDoseReviewSigned = fact('PreDoseReviewSigned', {
  orderId: id,
  doseMg,
  weightKg: z.nullable(between(0, 1000)),
});
export const ConditionOverridden = fact('ConditionOverridden', {
  condition: shortText,
  reason: longText,
  deciderName: shortText,
});
/** One person's own figures on their own sign-in; nobody copies them from another. */
export const DoseWorkedOut = fact('DoseWorkedOut', {
  doseMg,
  weightKg: z.optional(between(0, 1000)),
  concentrationMgPerMl: z.optional(between(0, 10_000)),
  volumeMl: z.optional(between(0, 10_000)),
  rateMlPerHour: z.optional(between(0, 100_000)),
});
/**
 * What the clinic tells in the place of another's figures, to whoever has none of their own yet. It is only ever read: a
 * device that writes it is refused.
 */
export const DoseWorkedOutUnseen = fact('DoseWorkedOutUnseen', {});
/** A note that somebody looked. It is no check of two people; it stands for what was written before there was one. */
export const SecondCheckDone = fact('SecondCheckDone', { doseMg, by: shortText });
export const SessionCalledOff = fact('SessionCalledOff', { reason: longText, deciderName: shortText });

// Who watches

/** Whoever comes in or goes out. One of the team has a `practitionerId`; who has none is there for the person. */
const whoInTheRoom = { practitionerId: z.optional(id), name: shortText };
export const RoomEntered = fact('RoomEntered', whoInTheRoom);
export const RoomLeft = fact('RoomLeft', whoInTheRoom);
/** Who can be called for medical help during this session. */
export const BackUpNamed = fact('BackUpNamed', {
  practitionerId: id,
  name: shortText,
  phone: z.optional(shortText),
});
/** Someone in the room asks for the back-up to come. It rings until someone answers. */
export const BackUpCalled = fact('BackUpCalled', {});

export const MonitorAssigned = fact('MonitorAssigned', { practitionerId: id, name: shortText });
const fromOneToAnother = { fromId: id, fromName: shortText, toId: id, toName: shortText };
/** Said by the one who watches, on their own sign-in. They watch until it is taken. */
export const HandOverOffered = fact('HandOverOffered', { ...fromOneToAnother, note: z.optional(longText) });
/** How the one who gave the watch said so: on their own sign-in, aloud to the one who takes it, or they could not be asked. */
export const GivenHow = z.enum(['own-sign-in', 'aloud', 'could-not-be-asked']);
export type GivenHow = z.infer<typeof GivenHow>;
/** Said by the one who takes the watch. Without `given` it was written before both had to say it. */
export const MonitorHandedOver = fact('MonitorHandedOver', {
  ...fromOneToAnother,
  given: z.optional(GivenHow),
  note: z.optional(longText),
});

// What is seen and measured

export const VitalSignsMeasured = fact('VitalSignsMeasured', {
  systolicMmHg: z.optional(pressureMmHg),
  diastolicMmHg: z.optional(pressureMmHg),
  heartRatePerMin: z.optional(between(0, 1000)),
  spo2Percent: z.optional(between(0, 100)),
  respiratoryRatePerMin: z.optional(between(0, 500)),
  temperatureCel: z.optional(between(0, 100)),
  weightKg: z.optional(between(0, 1000)),
  oxygenLitresPerMin: z.optional(between(0, 100)),
  couldNotRead: z.array(VitalSignName).check(z.maxLength(7)),
  slotMinute: z.optional(minute),
  context: z.enum(['baseline', 'scheduled', 'recheck', 'recovery', 'unscheduled']),
  source: z.enum(['typed', 'device']),
}).check(
  z.refine(
    (signs) =>
      signs.couldNotRead.length > 0 || VitalSignName.options.some((sign) => signs[sign] !== undefined),
    'At least one sign read, or said to be unreadable',
  ),
);
export const SedationRated = fact('SedationRated', {
  moaas: wholeBetween(0, 5),
  slotMinute: z.optional(minute),
});
/** Whose word a rating is: what the person said, or what was seen of them. Left out: nobody wrote which. */
export const WhoseWord = z.enum(['said', 'seen']);
export type WhoseWord = z.infer<typeof WhoseWord>;
export const DistressRated = fact('DistressRated', {
  score: wholeBetween(0, 10),
  whose: z.optional(WhoseWord),
  slotMinute: z.optional(minute),
});
export const DissociationRated = fact('DissociationRated', {
  level: z.enum(['none', 'mild', 'strong']),
  whose: z.optional(WhoseWord),
  slotMinute: z.optional(minute),
});
/** What is common under the drug, as it was seen or told; no finding and no alarm. */
export const ExperienceTag = z.enum([
  'deeply-relaxed',
  'roomy-mind',
  'images',
  'senses-changed',
  'floating',
  'detached',
  'watching-feelings',
  'tearful',
  'joyful',
  'restless',
]);
export type ExperienceTag = z.infer<typeof ExperienceTag>;
const distinct = <Value>(values: readonly Value[]): boolean => new Set(values).size === values.length;
export const ExperienceNoted = fact('ExperienceNoted', {
  tags: z.array(ExperienceTag).check(z.minLength(1), z.maxLength(10), z.refine(distinct, 'Each once')),
  slotMinute: z.optional(minute),
});
/**
 * How changed what they see and hear seems to whoever watches; nobody is asked anything for it. Null: it was looked for and
 * could not be told.
 */
export const PerceptionRated = fact('PerceptionRated', {
  score: z.nullable(wholeBetween(0, 10)),
  slotMinute: z.optional(minute),
});
export const NauseaRated = fact('NauseaRated', { score: wholeBetween(0, 3), slotMinute: z.optional(minute) });
// At home the monitor looks and taps; there may be no cuff at all. Who could not tell says so, and that is no look.
export const LookMade = fact('LookMade', {
  seen: z.enum(['settled', 'asleep', 'not-sure', 'worried']),
  slotMinute: z.optional(minute),
});
/** What lies in the box at home, counted by the one who watches, with the label as they read it. */
export const LozengesCounted = fact('LozengesCounted', {
  count: wholeBetween(0, 1000),
  strengthMg: doseMg,
  lot: lotAndExpiry.lot,
});

// The dose

export const DoseStarted = fact('DoseStarted', {
  route: z.literal('iv'),
  doseMg,
  concentrationMgPerMl: between(0, 10_000),
  rateMgPerMin: between(0, 10_000),
  plannedMinutes: between(0, 10_080),
  ...lotAndExpiry,
});
export const DoseGiven = fact('DoseGiven', {
  route: z.enum(['im', 'sublingual', 'nasal']),
  doseMg,
  site: z.optional(shortText),
  deviceNumber: z.optional(wholeBetween(1, 20)),
  ...lotAndExpiry,
});
/** The end of the hold of a lozenge: what was left in the mouth went out, or down, or some of each. */
export const MouthEmptied = fact('MouthEmptied', { how: z.enum(['spat', 'swallowed', 'partly-swallowed']) });
export const InfusionRateChanged = fact('InfusionRateChanged', {
  rateMgPerMin: between(0, 10_000),
  reason: longText,
  orderedBy: shortText,
});
/** Given at once by the pump, out of the syringe that is in it. */
export const InfusionBoosted = fact('InfusionBoosted', {
  mg: between(0, 10_000),
  reason: longText,
  orderedBy: shortText,
});
export const InfusionPaused = fact('InfusionPaused', { reason: longText, orderedBy: z.optional(shortText) });
export const InfusionResumed = fact('InfusionResumed', {});
export const DoseStopped = fact('DoseStopped', {
  reason: z.enum(['complete', 'patient-asked', 'clinical', 'equipment', 'other']),
  note: z.optional(longText),
  orderedBy: z.optional(shortText),
  pumpReadsMg: z.optional(doseMg),
});
/** What a change of the dose did, noted once it could be seen. */
export const TitrationEffectNoted = fact('TitrationEffectNoted', {
  titrationEventId: id,
  effect: shortText,
});
/** The place where the drip goes in was looked at. */
export const LineChecked = fact('LineChecked', {
  site: shortText,
  found: z.enum(['fine', 'red', 'painful', 'swollen', 'leaking', 'out']),
});
/** Asked when the first effect is due: whether anything is felt. */
export const OnsetSaid = fact('OnsetSaid', { felt: z.enum(['not-yet', 'felt', 'too-much']) });

/** What was left after the dose and was thrown away here; none left is a finding. The witness signs in the drug book. */
export const DrugWasted = fact('DrugWasted', { mg: doseMg, manner: z.optional(shortText) });

// Calls, symptoms, alerts and answers to them

export const PatientSignalled = fact('PatientSignalled', {
  signal: z.enum(['ok', 'adjust', 'come']),
  /** What is to be adjusted, where one touch already says it. */
  wish: z.optional(z.enum(['silence'])),
});
export const SignalAcknowledged = fact('SignalAcknowledged', { signalEventId: id });
/** "I am busy": the next person is called now, and not only when the seconds of the protocol have gone by. */
export const SignalPassedOn = fact('SignalPassedOn', { signalEventId: id });
export const SignalResolved = fact('SignalResolved', { signalEventId: id, what: longText });
// Asked and none is a finding; not asked is unknown.
export const SymptomsAsked = fact('SymptomsAsked', { answer: z.enum(['none', 'some']) });
export const SymptomReported = fact('SymptomReported', {
  symptomId: id,
  symptom: shortText,
  severity: z.enum(['mild', 'moderate', 'severe']),
});
export const SymptomResolved = fact('SymptomResolved', { symptomId: id });
export const RescueMedicationGiven = fact('RescueMedicationGiven', {
  name: shortText,
  doseText: shortText,
  route: shortText,
  indication: longText,
  orderedBy: shortText,
  /** The signed standing order it was given under, where there was one. */
  standingOrderId: z.optional(id),
  symptomId: z.optional(id),
  lot: z.optional(lotAndExpiry.lot),
});
export const RescueResponseNoted = fact('RescueResponseNoted', { rescueEventId: id, response: longText });
// What is done with hands and voice. What a medicine is has its own fact.
export const CareAction = z.enum([
  'help-called',
  'emergency-called',
  'oxygen',
  'jaw-thrust',
  'airway-opened',
  'mask-breaths',
  'suction',
  'turned-to-side',
  'legs-raised',
  'woken',
  'basin-held',
  'stayed-beside',
  'calm-words',
  'slow-breathing',
  'eye-shade-off',
  'screener-asked',
]);
export type CareAction = z.infer<typeof CareAction>;
export const CareActionTaken = fact('CareActionTaken', {
  action: CareAction,
  symptomId: z.optional(id),
  note: z.optional(longText),
});
export const AlertAcknowledged = fact('AlertAcknowledged', { alertKey: shortText });
export const AlertResolved = fact('AlertResolved', { alertKey: shortText, how: longText });

// The room, and the patient's limits: these may become tighter during the effect, never looser

/** One change, whole: from a scene, all that it sets at once. */
export const SettingChanged = fact('SettingChanged', {
  scene: z.optional(shortText),
  music: z.optional(shortText),
  light: z.optional(shortText),
  silence: z.optional(z.boolean()),
  comfort: z.optional(z.array(shortText).check(z.minLength(1), z.maxLength(8))),
});
/** Few: checks that are due close together are made in one visit. A call, an alarm and a second look after it never wait. */
export const InterruptionsSet = fact('InterruptionsSet', {
  to: z.enum(['few', 'as-usual']),
  asked: z.enum(['by-them', 'by-the-team']),
});
// What the room's own player plays. Titles and licences are kept as they read on that day; silence is one of the things played.
export const SoundPart = z.enum(['onset', 'peak', 'return', 'rest']);
export type SoundPart = z.infer<typeof SoundPart>;
export const SoundPlayed = fact('SoundPlayed', {
  kind: z.enum(['track', 'ambient', 'silence']),
  title: shortText,
  trackId: z.optional(id),
  licence: z.optional(shortText),
  part: SoundPart,
  why: z.enum(['plan', 'chosen', 'patient-asked']),
});
export const SoundLevelSet = fact('SoundLevelSet', {
  volumePercent: between(0, 100),
  warmthPercent: between(0, 100),
});
export const LimitTopic = z.enum(['touch', 'words', 'wake', 'people', 'recording']);
export type LimitTopic = z.infer<typeof LimitTopic>;
/** `topic` where one tap says which limit; in their own words it may be about anything. */
export const LimitTightened = fact('LimitTightened', { text: longText, topic: z.optional(LimitTopic) });

// Recovery and the way home

export const LineRemoved = fact('LineRemoved', {});
/** Offered once they are awake. What was not wanted is a finding; not offered is unknown. */
export const RefreshmentOffered = fact('RefreshmentOffered', {
  drink: z.enum(['taken', 'not-wanted']),
  snack: z.enum(['taken', 'not-wanted']),
});
/** Asked beforehand by another way; asked again here, because the answer may be another one now. */
export const TalkWishAsked = fact('TalkWishAsked', { answer: z.enum(['talk', 'quiet', 'not-sure']) });
/** How they say they are now, each word beside its opposite. */
export const FeelsNow = z.enum([
  'calm',
  'uneasy',
  'open',
  'shut-off',
  'lighter',
  'heavier',
  'clear',
  'foggy',
  'tired',
  'wide-awake',
  'thoughtful',
  'empty',
  'back-here',
  'still-away',
]);
export type FeelsNow = z.infer<typeof FeelsNow>;
export const StateAfterSaid = fact('StateAfterSaid', {
  feels: z.array(FeelsNow).check(z.minLength(1), z.maxLength(7), z.refine(distinct, 'Each once')),
});
/** The talk before they go. Parts that were not reached are left out; what they asked and nobody could answer yet is kept. */
export const LeavingTalkHeld = fact('LeavingTalkHeld', {
  wish: z.enum(['talked', 'few-words', 'no-talk-wanted']),
  covered: z
    .array(z.enum(leavingTalkParts))
    .check(z.maxLength(leavingTalkParts.length), z.refine(distinct, 'Each once')),
  openQuestion: z.optional(longText),
});
export const RecoveryStarted = fact('RecoveryStarted', {});
export const AldreteScored = fact('AldreteScored', {
  items: z.strictObject({
    activity: z.optional(wholeBetween(0, 2)),
    respiration: z.optional(wholeBetween(0, 2)),
    circulation: z.optional(wholeBetween(0, 2)),
    consciousness: z.optional(wholeBetween(0, 2)),
    oxygenSaturation: z.optional(wholeBetween(0, 2)),
  }),
});
export const OrientationChecked = fact('OrientationChecked', {
  person: z.boolean(),
  place: z.boolean(),
  time: z.boolean(),
  situation: z.boolean(),
});
export const GaitChecked = fact('GaitChecked', { result: z.enum(['steady', 'unsteady', 'needs-help']) });
export const InstructionsRepeatedBack = fact('InstructionsRepeatedBack', {
  result: z.enum(['all', 'part', 'none']),
});
export const BelongingsReturned = fact('BelongingsReturned', {});
export const EscortArrived = fact('EscortArrived', { name: shortText, codeWordMatched: z.boolean() });
/** The briefing of whoever takes them home, and how the card with it reached them. */
export const HandOverBriefed = fact('HandOverBriefed', {
  name: shortText,
  covered: z
    .array(z.enum(afterCareTopics))
    .check(z.maxLength(afterCareTopics.length), z.refine(distinct, 'Each once')),
  card: z.enum(['by-link', 'on-paper', 'both', 'not-given']),
});
export const SitterStayAsked = fact('SitterStayAsked', { answer: z.enum(['stays', 'leaves']) });
export const PatientReleased = fact('PatientReleased', { toName: shortText, toRelation: shortText });

// Words and corrections

export const NoteAdded = fact('NoteAdded', { text: longText });
export const EnteredInError = fact('EnteredInError', { targetEventId: id, reason: longText });

export const SessionFact = z.discriminatedUnion('type', [
  PatientArrived,
  IdentityConfirmed,
  IdentityDidNotMatch,
  LastIntakeReported,
  MedicinesReconfirmed,
  RiskQuestionAsked,
  CallDeviceTested,
  RoomItemChecked,
  ConsentReadBack,
  LimitsReadBack,
  IntentionConfirmed,
  NasalProductReported,
  ProgramEnrolmentChecked,
  SitterConfirmed,
  EmergencyAddressGiven,
  SubstancesAsked,
  DependantsAsked,
  EscortConfirmed,
  PreDoseReviewSigned,
  ConditionOverridden,
  DoseWorkedOut,
  DoseWorkedOutUnseen,
  SecondCheckDone,
  SessionCalledOff,
  RoomEntered,
  RoomLeft,
  BackUpNamed,
  BackUpCalled,
  MonitorAssigned,
  HandOverOffered,
  MonitorHandedOver,
  VitalSignsMeasured,
  SedationRated,
  DistressRated,
  DissociationRated,
  ExperienceNoted,
  PerceptionRated,
  NauseaRated,
  LookMade,
  LozengesCounted,
  DoseStarted,
  DoseGiven,
  MouthEmptied,
  InfusionRateChanged,
  InfusionBoosted,
  InfusionPaused,
  InfusionResumed,
  DoseStopped,
  TitrationEffectNoted,
  LineChecked,
  OnsetSaid,
  DrugWasted,
  PatientSignalled,
  SignalAcknowledged,
  SignalPassedOn,
  SignalResolved,
  SymptomsAsked,
  SymptomReported,
  SymptomResolved,
  RescueMedicationGiven,
  RescueResponseNoted,
  CareActionTaken,
  AlertAcknowledged,
  AlertResolved,
  SettingChanged,
  InterruptionsSet,
  SoundPlayed,
  SoundLevelSet,
  LimitTightened,
  LineRemoved,
  RefreshmentOffered,
  TalkWishAsked,
  StateAfterSaid,
  LeavingTalkHeld,
  RecoveryStarted,
  AldreteScored,
  OrientationChecked,
  GaitChecked,
  InstructionsRepeatedBack,
  BelongingsReturned,
  EscortArrived,
  HandOverBriefed,
  SitterStayAsked,
  PatientReleased,
  NoteAdded,
  EnteredInError,
]);
export type SessionFact = z.infer<typeof SessionFact>;
export type SessionFactType = SessionFact['type'];
export type FactOf<Type extends SessionFactType> = Extract<SessionFact, { type: Type }>;

export const sessionFactTypes: readonly SessionFactType[] = SessionFact.def.options.map(
  (option) => option.shape.type.def.values[0] as SessionFactType,
);

/**
 * A fact typed later from a paper sheet. Whoever types is the author, as always; the paper says who saw it. A fact without
 * this was written by the one who saw it. It carries its own version, because it stands beside the fact and not in it.
 */
export const FromPaper = z.strictObject({
  v: z.literal(1),
  /** The code printed on the sheet; null for a sheet that had none. */
  sheet: z.nullable(shortText),
  seenById: id,
  seenByName: shortText,
});
export type FromPaper = z.infer<typeof FromPaper>;

/**
 * One fact as a device sends it. `effectiveAt` is when it was true of the patient, already corrected by
 * `clockOffsetMs` (clinic clock minus device clock, when the device could measure it); `recordedAt` is what the
 * device's own clock showed at the tap. `deviceSeq` counts this device's facts in this session from 1, so a
 * missing one is visible.
 */
const sentFields = {
  eventId: id,
  sessionId: id,
  patientId: id,
  deviceId: id,
  deviceSeq: z.int().check(z.gte(1), z.lte(Number.MAX_SAFE_INTEGER)),
  effectiveAt: instant,
  recordedAt: instant,
  clockOffsetMs: z.optional(z.int()),
  monotonicMs: z.optional(between(0, Number.MAX_SAFE_INTEGER)),
  bootId: z.optional(shortText),
  paper: z.optional(FromPaper),
  fact: SessionFact,
};
export const SessionEvent = z.strictObject(sentFields);
export type SessionEvent = z.infer<typeof SessionEvent>;

export const ActingRole = z.enum([
  'patient',
  'companion',
  'front-desk',
  'nurse',
  'prescriber',
  'therapist',
  'guide',
  'admin',
]);
export type ActingRole = z.infer<typeof ActingRole>;

/** The same fact as the clinic keeps it: where it stands in the stream, when it came, and whose it is. */
export const RecordedEvent = z.strictObject({
  ...sentFields,
  version: z.int().check(z.gte(1)),
  receivedAt: instant,
  authorId: id,
  authorName: shortText,
  actingRole: ActingRole,
});
export type RecordedEvent = z.infer<typeof RecordedEvent>;

/** What is folded: kept facts, beside facts made here and not yet sent, whose author this device knows. */
export type LogEvent = SessionEvent &
  Pick<RecordedEvent, 'authorId' | 'authorName' | 'actingRole'> & {
    readonly version?: number | undefined;
    readonly receivedAt?: number | undefined;
  };
