// Each fact in one short line, for the log of the room. What was entered in error is shown with these same words, struck.
import type { TimeInWords } from '#clinical/gate-words.ts';
import { careActionWords } from '#dosing-session/care-actions.ts';
import type { FactOf, SessionFact } from '#dosing-session/events.ts';
import {
  dissociationInWords,
  distressInWords,
  experienceInWords,
  feelsInWords,
  handOverInWords,
  interruptionsInWords,
  leavingTalkInWords,
  perceptionInWords,
  settingInWords,
  talkInWords,
} from '#dosing-session/felt-words.ts';
import { heavyInWords } from '#dosing-session/intake-words.ts';
import { levelsInWords, soundInWords } from '#dosing-session/sound.ts';
import { stopReasons } from '#dosing-session/titration.ts';
import { watchWords } from '#dosing-session/watch-words.ts';

/** One person's own figures, as far as their route has them. */
export function figuresInWords(fact: Omit<FactOf<'DoseWorkedOut'>, 'type' | 'v'>): string {
  const parts: readonly (readonly [number | undefined, string])[] = [
    [fact.doseMg, 'mg'],
    [fact.weightKg, 'kg'],
    [fact.concentrationMgPerMl, 'mg per mL'],
    [fact.volumeMl, 'mL'],
    [fact.rateMlPerHour, 'mL an hour'],
  ];
  return parts.flatMap(([value, unit]) => (value === undefined ? [] : `${short(value)} ${unit}`)).join(', ');
}

export function factWords(fact: SessionFact, time: TimeInWords): string {
  switch (fact.type) {
    case 'PatientArrived':
      return 'Arrived';
    case 'IdentityConfirmed':
      return `Identity confirmed: ${fact.identifiers.map((each) => identifiers[each]).join(', ')}`;
    case 'IdentityDidNotMatch':
      return withNote('Identity did not match', fact.note);
    case 'LastIntakeReported':
      return `Last food ${when(fact.lastFoodAt, time)}${heavyInWords(fact.lastFoodHeavy)}, last clear drink ${when(fact.lastClearFluidAt, time)}`;
    case 'MedicinesReconfirmed':
      return withNote(
        `Medicines: ${{ 'no-change': 'no change', changed: 'changed', 'not-sure': 'not sure' }[fact.answer]}`,
        fact.note,
      );
    case 'RiskQuestionAsked':
      return `Risk question: ${{ 'no-thoughts': 'no such thoughts', thoughts: 'has such thoughts', declined: 'did not want to answer' }[fact.answer]}`;
    case 'CallDeviceTested':
      return fact.result === 'heard' ? 'Call button pressed and heard' : 'Call button pressed, not heard';
    case 'RoomItemChecked':
      return `${fact.name}: ${fact.said.toLowerCase()}${fact.ready ? '' : ', not ready'}`;
    case 'ConsentReadBack':
      return 'Consent read back';
    case 'LimitsReadBack':
      return 'Limits read back';
    case 'IntentionConfirmed':
      return `Intention ${{ kept: 'kept', changed: 'changed', dropped: 'left aside' }[fact.state]}`;
    case 'NasalProductReported':
      return `Last nose spray before: ${fact.lastAt === 'none' ? 'none today' : when(fact.lastAt, time)}`;
    case 'ProgramEnrolmentChecked':
      return fact.result === 'verified' ? 'Safety program: enrolled' : 'Safety program: not found';
    case 'SitterConfirmed':
      return `${fact.name}, ${fact.phone}: ${fact.answer === 'stays-throughout' ? 'stays the whole time' : 'cannot stay the whole time'}`;
    case 'EmergencyAddressGiven':
      return `Address today: ${fact.address}`;
    case 'SubstancesAsked':
      return `Alcohol, cannabis, other drugs: ${{ none: 'none', taken: 'something was taken', 'not-sure': 'not sure' }[fact.answer]}`;
    case 'DependantsAsked':
      return `Someone to care for: ${{ nobody: 'no one', someone: 'yes', 'not-sure': 'not sure' }[fact.answer]}`;
    case 'EscortConfirmed':
      return `Ride home: ${fact.name}. ${fact.how}`;
    case 'PreDoseReviewSigned':
      return `Dose review signed: ${fact.doseMg} mg`;
    case 'ConditionOverridden':
      return `“${fact.condition}” overridden by ${fact.deciderName}: ${fact.reason}`;
    case 'DoseWorkedOut':
      return `Dose worked out: ${figuresInWords(fact)}`;
    case 'DoseWorkedOutUnseen':
      return 'Worked the dose out. Work it out too, and the figures are shown';
    case 'SecondCheckDone':
      return `Second check of ${fact.doseMg} mg: ${fact.by} looked`;
    case 'SessionCalledOff':
      return `Called off by ${fact.deciderName}: ${fact.reason}`;
    case 'MonitorAssigned':
      return `${fact.name} watches`;
    case 'HandOverOffered':
      return withNote(`${fact.fromName} offers the watch to ${fact.toName}`, fact.note);
    case 'MonitorHandedOver':
      return watchWords({
        name: fact.toName,
        from: { name: fact.fromName, given: fact.given, note: fact.note },
      });
    case 'RoomEntered':
      return `${fact.name} came in`;
    case 'RoomLeft':
      return `${fact.name} went out`;
    case 'BackUpNamed':
      return withNote(`Medical back-up: ${fact.name}`, fact.phone);
    case 'BackUpCalled':
      return 'Medical back-up called';
    case 'VitalSignsMeasured':
      return signsInWords(fact);
    case 'SedationRated':
      return `How awake: MOAA/S ${fact.moaas}`;
    case 'DistressRated':
      return distressInWords(fact);
    case 'DissociationRated':
      return dissociationInWords(fact);
    case 'ExperienceNoted':
      return experienceInWords(fact);
    case 'PerceptionRated':
      return perceptionInWords(fact);
    case 'NauseaRated':
      return `Nausea ${fact.score} of 3`;
    case 'LookMade':
      return `Looked: ${lookWords[fact.seen]}`;
    case 'LozengesCounted':
      return `Counted at home: ${fact.count} lozenges of ${fact.strengthMg} mg. ${fact.lot === null ? 'Lot not read' : `Lot ${fact.lot}`}`;
    case 'DoseStarted':
      return `Pump on: ${fact.doseMg} mg at ${short(fact.rateMgPerMin)} mg a minute. ${lot(fact)}`;
    case 'DoseGiven':
      return `${givenInWords(fact)}. ${lot(fact)}`;
    case 'MouthEmptied':
      return `Lozenge ${emptiedWords[fact.how]}`;
    case 'InfusionRateChanged':
      return `Rate ${short(fact.rateMgPerMin)} mg a minute, ordered by ${fact.orderedBy}: ${fact.reason}`;
    case 'InfusionBoosted':
      return `${short(fact.mg)} mg at once, ordered by ${fact.orderedBy}: ${fact.reason}`;
    case 'InfusionPaused':
      return `Pump paused${fact.orderedBy === undefined ? '' : `, ordered by ${fact.orderedBy}`}: ${fact.reason}`;
    case 'TitrationEffectNoted':
      return `After the change: ${fact.effect}`;
    case 'LineChecked':
      return `Line, ${fact.site}: ${lineWords[fact.found]}`;
    case 'OnsetSaid':
      return feltWords[fact.felt];
    case 'InfusionResumed':
      return 'Pump on again';
    case 'DoseStopped':
      return withNote(
        `Dose stopped${fact.orderedBy === undefined ? '' : `, ordered by ${fact.orderedBy}`}: ${stopReasons[fact.reason]}`,
        fact.note,
      );
    case 'PatientSignalled':
      return `Signal from the bed: ${fact.wish ?? fact.signal}`;
    case 'SignalAcknowledged':
      return 'Call answered';
    case 'SignalPassedOn':
      return 'Busy: the call goes to the next person';
    case 'SignalResolved':
      return `Call settled: ${fact.what}`;
    case 'SymptomsAsked':
      return fact.answer === 'none' ? 'Symptoms asked: none' : 'Symptoms asked: some';
    case 'SymptomReported':
      return `${fact.symptom}, ${fact.severity}`;
    case 'SymptomResolved':
      return 'A symptom is gone';
    case 'RescueMedicationGiven':
      return `${fact.name} ${fact.doseText}, ${fact.route}, for ${fact.indication}. Ordered by ${fact.orderedBy}${fact.lot === undefined ? '' : `. Lot ${fact.lot ?? 'not readable'}`}`;
    case 'RescueResponseNoted':
      return `After the medicine: ${fact.response}`;
    case 'CareActionTaken':
      return withNote(careActionWords[fact.action], fact.note);
    case 'AlertAcknowledged':
      return 'Alert seen';
    case 'AlertResolved':
      return `Alert settled: ${fact.how}`;
    case 'InterruptionsSet':
      return interruptionsInWords(fact);
    case 'SettingChanged':
      return settingInWords(fact);
    case 'SoundPlayed':
      return soundInWords(fact);
    case 'SoundLevelSet':
      return levelsInWords(fact);
    case 'LimitTightened':
      return `Limit made tighter: ${fact.text}`;
    case 'DrugWasted':
      return fact.mg === 0
        ? 'Nothing of the drug was left'
        : `${fact.mg} mg wasted${fact.manner === undefined ? '' : `, ${fact.manner}`}`;
    case 'LineRemoved':
      return 'Line out';
    case 'RefreshmentOffered':
      return refreshmentWords(fact);
    case 'TalkWishAsked':
      return talkInWords(fact);
    case 'StateAfterSaid':
      return feelsInWords(fact);
    case 'LeavingTalkHeld':
      return `${leavingTalkInWords(fact)}${fact.openQuestion === undefined ? '' : `. Still open: ${fact.openQuestion}`}`;
    case 'RecoveryStarted':
      return 'Rest began';
    case 'AldreteScored':
      return aldreteInWords(fact);
    case 'OrientationChecked':
      return orientationInWords(fact);
    case 'GaitChecked':
      return `Walking: ${{ steady: 'steady', unsteady: 'not steady', 'needs-help': 'with help' }[fact.result]}`;
    case 'InstructionsRepeatedBack':
      return `Instructions said back: ${fact.result}`;
    case 'BelongingsReturned':
      return 'Belongings given back';
    case 'EscortArrived':
      return `${fact.name} at the door, code word ${fact.codeWordMatched ? 'matched' : 'not matched'}`;
    case 'HandOverBriefed':
      return handOverInWords(fact);
    case 'SitterStayAsked':
      return fact.answer === 'stays'
        ? 'The person who watched stays on'
        : 'The person who watched is leaving';
    case 'PatientReleased':
      return `Released to ${fact.toName}, ${fact.toRelation}`;
    case 'NoteAdded':
      return `Note: ${fact.text}`;
    case 'EnteredInError':
      return `Entered in error: ${fact.reason}`;
  }
}

export const lineWords: Readonly<Record<FactOf<'LineChecked'>['found'], string>> = {
  fine: 'fine',
  red: 'red',
  painful: 'painful',
  swollen: 'swollen',
  leaking: 'leaking',
  out: 'out',
};

export const feltWords: Readonly<Record<FactOf<'OnsetSaid'>['felt'], string>> = {
  'not-yet': 'Nothing felt yet',
  felt: 'It is felt',
  'too-much': 'It is too much',
};

export const lookWords: Readonly<Record<FactOf<'LookMade'>['seen'], string>> = {
  settled: 'awake, breathing normally',
  asleep: 'asleep, breathing normally',
  'not-sure': 'could not tell',
  worried: 'something is wrong',
};

export function refreshmentWords({ drink, snack }: FactOf<'RefreshmentOffered'>): string {
  const said = (what: string, answer: 'taken' | 'not-wanted') =>
    answer === 'taken' ? `${what} taken` : `${what} not wanted`;
  return `${said('Water', drink)}, ${said('something light', snack)}`;
}

export const emptiedWords: Readonly<Record<FactOf<'MouthEmptied'>['how'], string>> = {
  spat: 'spat out',
  swallowed: 'swallowed',
  'partly-swallowed': 'spat out, some was swallowed',
};

const identifiers = {
  'full-name': 'full name',
  'birth-date': 'birth date',
  photo: 'photo',
  wristband: 'wristband',
} as const;

function withNote(words: string, note: string | undefined): string {
  return note === undefined ? words : `${words}. ${note}`;
}

function when(at: number | 'not-sure', time: TimeInWords): string {
  return at === 'not-sure' ? 'not sure' : time(at);
}

/** A rate as a pump shows it: three places, no trailing noughts. */
export function short(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function givenInWords({ route, doseMg, deviceNumber, site }: FactOf<'DoseGiven'>): string {
  const what = { nasal: 'Spray given', im: 'Dose given', sublingual: 'Lozenge placed' }[route];
  const device = deviceNumber === undefined ? '' : `, device ${deviceNumber}`;
  return `${what}${device}: ${doseMg} mg${site === undefined ? '' : `, ${site}`}`;
}

function lot({ lot: name, expiry }: { readonly lot: string | null; readonly expiry: string | null }): string {
  return `Lot ${name ?? 'not readable'}, expiry ${expiry ?? 'not readable'}`;
}

function signsInWords(fact: FactOf<'VitalSignsMeasured'>): string {
  const read = [
    fact.systolicMmHg === undefined && fact.diastolicMmHg === undefined
      ? undefined
      : `BP ${fact.systolicMmHg ?? '?'} / ${fact.diastolicMmHg ?? '?'}`,
    fact.heartRatePerMin === undefined ? undefined : `pulse ${fact.heartRatePerMin}`,
    fact.spo2Percent === undefined ? undefined : `SpO₂ ${fact.spo2Percent} %`,
    fact.respiratoryRatePerMin === undefined ? undefined : `breaths ${fact.respiratoryRatePerMin}`,
    fact.temperatureCel === undefined ? undefined : `${fact.temperatureCel} °C`,
    fact.weightKg === undefined ? undefined : `${fact.weightKg} kg`,
    fact.oxygenLitresPerMin === undefined ? undefined : `on ${fact.oxygenLitresPerMin} L oxygen`,
    fact.couldNotRead.length === 0
      ? undefined
      : `could not read ${fact.couldNotRead.map((sign) => signNames[sign]).join(', ')}`,
    fact.source === 'device' ? 'measured by a device' : undefined,
  ].filter((part) => part !== undefined);
  const words = read.join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const signNames: Readonly<Record<FactOf<'VitalSignsMeasured'>['couldNotRead'][number], string>> = {
  systolicMmHg: 'systolic',
  diastolicMmHg: 'diastolic',
  heartRatePerMin: 'pulse',
  spo2Percent: 'oxygen',
  respiratoryRatePerMin: 'breaths',
  temperatureCel: 'temperature',
  weightKg: 'weight',
};

function aldreteInWords({ items }: FactOf<'AldreteScored'>): string {
  const scored = Object.values(items).filter((item) => item !== undefined);
  // Five items make the score; with one left out there is no total to say.
  if (scored.length < 5) return `Aldrete: ${scored.length} of 5 items, no total`;
  return `Aldrete ${scored.reduce((sum, item) => sum + item, 0)} of 10`;
}

function orientationInWords(fact: FactOf<'OrientationChecked'>): string {
  const asked = [
    ['who', fact.person],
    ['where', fact.place],
    ['when', fact.time],
    ['why here', fact.situation],
  ] as const;
  const missing = asked.filter(([, said]) => !said).map(([name]) => name);
  return missing.length === 0 ? 'Says who, where, when and why here' : `Cannot say ${missing.join(', ')}`;
}
