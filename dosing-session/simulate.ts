// A plausible session in the clinic for demonstrations and drills: arrival to the door, made from a seed and an edition, as
// timed facts that a player can release at any speed. The person does not exist; nothing here is used to judge a real one.

import type { OrderedParts } from '#clinical/dosing/dose-order.ts';
import { deviceMg } from '#clinical/dosing/esketamine-dose.ts';
import { checkedOn } from '#clinical/dosing/second-check-line.ts';
import type { Instant } from '#clinical/instant.ts';
import { dueMinutes } from '#clinical/monitoring/schedule.ts';
import { houseRoomList, type RoomItem } from '#clinical/preparation/room-readiness.ts';
import type { Edition, RouteTiming } from '#clinical/protocol/edition.ts';
import type { FactOf, LogEvent, SessionFact } from './events.ts';
import { type Random, randomFrom, uuidFrom, wholeBetween } from './random.ts';
import { type Author, factOf, type Pen, type Recorder, type RoomDevice, recorder } from './recorder.ts';

export type SimulatedPatient = {
  readonly sessionId: string;
  readonly patientId: string;
  readonly name: string;
  readonly orderId: string;
  readonly doseMg: number;
  /** Left out, the dose goes in at once; a spray goes in by its devices. */
  readonly parts?: OrderedParts | undefined;
  readonly weightKg: number;
  readonly baseline: {
    readonly systolicMmHg: number;
    readonly diastolicMmHg: number;
    readonly heartRatePerMin: number;
    readonly spo2Percent: number;
  };
  readonly escort: { readonly name: string; readonly relation: string };
};

export type SimulatedRoom = {
  readonly nurse: Author;
  readonly secondNurse: Author;
  readonly prescriber: Author;
  readonly tablet: RoomDevice;
  readonly phone: RoomDevice;
  readonly desktop: RoomDevice;
  readonly callButton: RoomDevice;
};

/** What happens beside the ordinary course. Left out, the seed decides. */
export type Happenings = {
  readonly highPressure?: boolean | undefined;
  readonly calls?: boolean | undefined;
  readonly nausea?: boolean | undefined;
  readonly lateEntry?: boolean | undefined;
};

export type Simulation = {
  readonly seed: number;
  readonly startAt: Instant;
  readonly patient: SimulatedPatient;
  readonly edition: Edition;
  readonly devices: SimulatedRoom;
  readonly happenings?: Happenings | undefined;
};

/** Facts in the order they are written down. A player shows each when its `recordedAt` comes. */
export const simulateSession = (simulation: Simulation): readonly LogEvent[] => {
  const random = randomFrom(simulation.seed);
  const { patient, startAt, devices, edition } = simulation;
  const { timing } = edition;
  if (timing.route === 'home') throw new Error('A dose at home has no room to simulate');
  const log = recorder({
    sessionId: patient.sessionId,
    patientId: patient.patientId,
    startAt,
    nextId: () => uuidFrom(random),
  });
  const stage: Stage = {
    ...simulation,
    random,
    log,
    nurse: { author: devices.nurse, device: devices.tablet },
    second: { author: devices.secondNurse, device: devices.phone },
    prescriber: { author: devices.prescriber, device: devices.desktop },
    bed: {
      author: { id: patient.patientId, name: patient.name, role: 'patient' },
      device: devices.callButton,
    },
    timing,
  };
  const doseMinute = settleIn(stage);
  recover(
    stage,
    timing.route === 'iv'
      ? infuse({ ...stage, timing }, doseMinute)
      : giveParts({ ...stage, timing }, doseMinute),
  );
  return countedAsWritten(
    log.events.toSorted(
      (one, other) => writtenAt(one) - writtenAt(other) || one.effectiveAt - other.effectiveAt,
    ),
  );
};

/** A room where everything is as it should be: each thing of the list with its first answer. */
export const firstAnswers = (list: readonly RoomItem[]): readonly FactOf<'RoomItemChecked'>[] =>
  list.flatMap(({ id: item, name, answers: [answer] }) =>
    answer === undefined ? [] : [factOf('RoomItemChecked', { item, name, ...answer })],
  );

// The story above is told scene by scene; a device counts its facts in the order they are tapped.
const countedAsWritten = (events: readonly LogEvent[]): readonly LogEvent[] => {
  const counted = new Map<string, number>();
  return events.map((event) => {
    const deviceSeq = (counted.get(event.deviceId) ?? 0) + 1;
    counted.set(event.deviceId, deviceSeq);
    return { ...event, deviceSeq };
  });
};

type Stage = Simulation & {
  readonly random: Random;
  readonly log: Recorder;
  readonly nurse: Pen;
  readonly second: Pen;
  readonly prescriber: Pen;
  readonly bed: Pen;
  readonly timing: TimingHere;
};

type TimingHere = Exclude<RouteTiming, { route: 'home' }>;
type OnRoute<Timing extends TimingHere> = Omit<Stage, 'timing'> & { readonly timing: Timing };
type Infusing = OnRoute<Extract<TimingHere, { route: 'iv' }>>;
type Giving = OnRoute<Exclude<TimingHere, { route: 'iv' }>>;

/** When the dose began, when the last of it was in, and when the strongest of it was over. */
type Given = { readonly doseMinute: number; readonly inMinute: number; readonly overMinute: number };

const writtenAt = (event: LogEvent): Instant => event.recordedAt + (event.clockOffsetMs ?? 0);

const syringeMgPerMl = 10;

const settleIn = ({
  log,
  nurse,
  second,
  prescriber,
  bed,
  patient,
  random,
  startAt,
  edition,
  timing,
  devices,
}: Stage): number => {
  const { foodMinutes, clearFluidMinutes } = edition.fasting;
  const ago = (minutes: number): Instant => startAt - minutes * 60_000;
  let minute = 0;
  const next = (by: Pen, fact: SessionFact): string => {
    const eventId = log.record(by, minute, fact);
    minute += 0.5 + random() * 1.5;
    return eventId;
  };
  next(nurse, factOf('PatientArrived', {}));
  next(nurse, factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }));
  next(
    nurse,
    factOf('LastIntakeReported', {
      lastFoodAt: ago(foodMinutes.value + wholeBetween(random, 30, 300)),
      lastFoodHeavy: 'no',
      lastClearFluidAt: ago(clearFluidMinutes.value + wholeBetween(random, 10, 120)),
    }),
  );
  next(nurse, factOf('MedicinesReconfirmed', { answer: 'no-change' }));
  next(nurse, factOf('RiskQuestionAsked', { answer: 'no-thoughts' }));
  if (timing.route === 'nasal') {
    next(nurse, factOf('NasalProductReported', { lastAt: 'none' }));
    next(nurse, factOf('ProgramEnrolmentChecked', { result: 'verified' }));
  }
  next(nurse, factOf('EscortConfirmed', { name: patient.escort.name, how: 'By phone at arrival' }));
  next(nurse, factOf('ConsentReadBack', {}));
  next(nurse, factOf('LimitsReadBack', {}));
  next(nurse, factOf('IntentionConfirmed', { state: 'kept' }));
  const signalEventId = next(bed, factOf('PatientSignalled', { signal: 'ok' }));
  next(nurse, factOf('CallDeviceTested', { result: 'heard', signalEventId }));
  for (const fact of firstAnswers(houseRoomList.value)) log.record(nurse, minute, fact);
  next(nurse, factOf('MonitorAssigned', { practitionerId: devices.nurse.id, name: devices.nurse.name }));
  next(
    nurse,
    factOf('VitalSignsMeasured', {
      ...patient.baseline,
      respiratoryRatePerMin: wholeBetween(random, 12, 16),
      weightKg: patient.weightKg,
      couldNotRead: [],
      context: 'baseline',
      source: 'typed',
    }),
  );
  const { orderId, doseMg, weightKg } = patient;
  next(prescriber, factOf('PreDoseReviewSigned', { orderId, doseMg, weightKg }));
  const worked = factOf('DoseWorkedOut', figuresOn(timing, { doseMg, weightKg }));
  log.record(nurse, minute, worked);
  next(second, worked);
  return minute;
};

/** The figures two people compare on this route, and no others. */
const figuresOn = (timing: TimingHere, { doseMg, weightKg }: { doseMg: number; weightKg: number }) => {
  const volumeMl = doseMg / syringeMgPerMl;
  const every = {
    doseMg,
    weightKg,
    concentrationMgPerMl: syringeMgPerMl,
    volumeMl,
    ...(timing.route === 'iv' ? { rateMlPerHour: (volumeMl / timing.infusionMinutes.value) * 60 } : {}),
  };
  const asked: readonly string[] = checkedOn[timing.route];
  return { doseMg, ...Object.fromEntries(Object.entries(every).filter(([field]) => asked.includes(field))) };
};

const infuse = (stage: Infusing, doseMinute: number): Given => {
  const { log, nurse, random, patient, timing, happenings } = stage;
  const plannedMinutes = timing.infusionMinutes.value;
  const every = timing.checkEveryMinutes.value;
  log.record(
    nurse,
    doseMinute,
    factOf('DoseStarted', {
      route: 'iv',
      doseMg: patient.doseMg,
      concentrationMgPerMl: syringeMgPerMl,
      rateMgPerMin: patient.doseMg / plannedMinutes,
      plannedMinutes,
      lot: `L${wholeBetween(random, 1000, 9999)}`,
      expiry: null,
    }),
  );
  const slots = Array.from({ length: Math.floor(plannedMinutes / every) }, (_, index) => (index + 1) * every);
  const strongest = slots[Math.floor(slots.length / 2)] ?? every;
  const late = decides(random, happenings?.lateEntry, 0.5) ? slots[0] : undefined;
  const high = decides(random, happenings?.highPressure, 0.15) ? strongest : undefined;
  if (decides(random, happenings?.calls, 0.4)) call(stage, doseMinute + strongest / 2);
  if (decides(random, happenings?.nausea, 0.25)) feelSick(stage, doseMinute + strongest);
  let pausedMinutes = 0;
  for (const slotMinute of slots) {
    const minute = doseMinute + slotMinute + random();
    if (slotMinute === high) pausedMinutes += pressureRises(stage, minute, slotMinute);
    else
      measure(stage, {
        minute,
        slotMinute,
        sinceDose: slotMinute,
        writtenAfter: slotMinute === late ? 6 : 0,
      });
    log.record(
      nurse,
      minute + 0.4,
      factOf('SedationRated', { moaas: slotMinute >= strongest ? 4 : 5, slotMinute }),
    );
  }
  const stopMinute = doseMinute + plannedMinutes + pausedMinutes + 1;
  log.record(nurse, stopMinute, factOf('DoseStopped', { reason: 'complete', pumpReadsMg: patient.doseMg }));
  return { doseMinute, inMinute: stopMinute, overMinute: stopMinute };
};

/** Injections, lozenges and devices: each part as soon as the protocol allows it, and its rows from then on. */
const giveParts = (stage: Giving, doseMinute: number): Given => {
  const { log, nurse, random, timing, edition, happenings } = stage;
  const { apartMinutes, partsMg } = partsOf(stage);
  const lot = `L${wholeBetween(random, 1000, 9999)}`;
  const givenAt = partsMg.map((doseMg, index) => {
    const minute = doseMinute + index * apartMinutes;
    log.record(
      nurse,
      minute,
      factOf('DoseGiven', {
        route: timing.route,
        doseMg,
        ...(timing.route === 'im' ? { site: 'left upper arm (deltoid)' } : {}),
        ...(timing.route === 'nasal' ? { deviceNumber: index + 1 } : {}),
        lot,
        expiry: null,
      }),
    );
    return minute;
  });
  const lastMinute = givenAt.at(-1) ?? doseMinute;
  if (timing.route === 'sublingual')
    log.record(nurse, lastMinute + timing.holdMinutes.value, factOf('MouthEmptied', { how: 'spat' }));
  const { fromMinute, toMinute } = strongestOf(edition);
  if (decides(random, happenings?.calls, 0.4)) call(stage, doseMinute + fromMinute);
  if (decides(random, happenings?.nausea, 0.25)) feelSick(stage, doseMinute + toMinute);
  const rows = dueMinutes({ timing, endMinute: undefined, untilMinute: toMinute, mergeWithinMinutes: 0 });
  for (const slotMinute of rows.filter((minute) => minute <= toMinute)) {
    const minute = doseMinute + slotMinute + 0.2 + random();
    measure(stage, { minute, slotMinute, sinceDose: slotMinute, writtenAfter: 0 });
    const moaas = slotMinute >= fromMinute ? 4 : 5;
    log.record(nurse, minute + 0.4, factOf('SedationRated', { moaas, slotMinute }));
  }
  return { doseMinute, inMinute: lastMinute, overMinute: doseMinute + toMinute };
};

const partsOf = ({ patient, timing }: Giving): { apartMinutes: number; partsMg: readonly number[] } => {
  if (timing.route === 'nasal') {
    const devices = Math.round(patient.doseMg / deviceMg.value);
    return {
      apartMinutes: timing.betweenDevicesMinutes.value,
      partsMg: Array.from({ length: devices }, () => deviceMg.value),
    };
  }
  const { firstMg, nextMg, atMost } = patient.parts ?? { firstMg: patient.doseMg, nextMg: 0, atMost: 0 };
  return {
    apartMinutes: timing.secondPart.fromMinutes.value,
    partsMg: [firstMg, ...Array.from({ length: atMost }, () => nextMg)],
  };
};

/** Minutes after the dose between which it is strongest, by the protocol; at once over where it says nothing. */
const strongestOf = ({ phases }: Edition): { readonly fromMinute: number; readonly toMinute: number } => {
  const { fromMinute = 0, toMinute = fromMinute } = phases.find(({ name }) => name === 'strongest') ?? {};
  return { fromMinute, toMinute };
};

const recover = (stage: Stage, { doseMinute, inMinute, overMinute }: Given): void => {
  const { log, nurse, patient, timing, edition } = stage;
  const over = overMinute - doseMinute;
  const leaves = inMinute - doseMinute + edition.rest.minimumMinutes.value;
  log.record(nurse, overMinute + 1, factOf('RecoveryStarted', {}));
  const rows = dueMinutes({ timing, endMinute: over, untilMinute: leaves, mergeWithinMinutes: 0 });
  for (const sinceDose of rows.filter((row) => row > over && row <= leaves))
    measure(stage, { minute: doseMinute + sinceDose, sinceDose, context: 'recovery', writtenAfter: 0 });
  let minute = doseMinute + leaves + 1;
  const next = (fact: SessionFact): void => {
    log.record(nurse, minute, fact);
    minute += 0.6;
  };
  if (timing.route === 'iv') next(factOf('LineRemoved', {}));
  next(factOf('SedationRated', { moaas: 5 }));
  next(factOf('SymptomsAsked', { answer: 'none' }));
  next(
    factOf('AldreteScored', {
      items: { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygenSaturation: 2 },
    }),
  );
  next(factOf('OrientationChecked', { person: true, place: true, time: true, situation: true }));
  next(factOf('GaitChecked', { result: 'steady' }));
  next(factOf('InstructionsRepeatedBack', { result: 'all' }));
  next(factOf('BelongingsReturned', {}));
  next(factOf('EscortArrived', { name: patient.escort.name, codeWordMatched: true }));
  next(factOf('PatientReleased', { toName: patient.escort.name, toRelation: patient.escort.relation }));
};

const decides = (random: Random, wish: boolean | undefined, chance: number): boolean => {
  const drawn = random() < chance;
  return wish ?? drawn;
};

const measure = (
  stage: Stage,
  look: {
    readonly minute: number;
    readonly sinceDose: number;
    readonly slotMinute?: number;
    readonly context?: 'recovery' | 'recheck';
    readonly writtenAfter: number;
  },
): string =>
  stage.log.record(
    stage.nurse,
    look.minute,
    factOf('VitalSignsMeasured', {
      ...usualSigns(stage, look.sinceDose),
      couldNotRead: [],
      ...(look.slotMinute === undefined ? {} : { slotMinute: look.slotMinute }),
      context: look.context ?? 'scheduled',
      source: 'typed',
    }),
    look.writtenAfter,
  );

// Pressure rises until an infusion is in, or until the middle of the strongest minutes, and falls again; the height of the rise
// is the mean one report gives (M-YALE, +16/+11). The shape is for the eye, not for a prediction.
const usualSigns = ({ patient: { baseline }, random, timing, edition }: Stage, sinceDose: number) => {
  const strongest = strongestOf(edition);
  const peakMinute =
    timing.route === 'iv'
      ? timing.infusionMinutes.value
      : Math.max(1, (strongest.fromMinute + strongest.toMinute) / 2);
  const effect = (sinceDose / peakMinute) * Math.exp(1 - sinceDose / peakMinute);
  const wobble = (): number => wholeBetween(random, -3, 3);
  return {
    systolicMmHg: Math.round(baseline.systolicMmHg + 16 * effect) + wobble(),
    diastolicMmHg: Math.round(baseline.diastolicMmHg + 11 * effect) + wobble(),
    heartRatePerMin: Math.round(baseline.heartRatePerMin + 6 * effect) + wobble(),
    spo2Percent: Math.min(100, baseline.spo2Percent - Math.round(effect) + wholeBetween(random, 0, 1)),
    respiratoryRatePerMin: wholeBetween(random, 12, 16),
  };
};

/** A reading over the alert limit, answered, measured again when due, and settled. Returns the minutes paused. */
const pressureRises = (stage: Stage, minute: number, slotMinute: number): number => {
  const { log, nurse, second, random, edition } = stage;
  const limits = edition.limits.alert;
  const high = log.record(
    nurse,
    minute,
    factOf('VitalSignsMeasured', {
      ...usualSigns(stage, slotMinute),
      systolicMmHg: (limits.systolicMmHg.above?.value ?? 180) + 2,
      diastolicMmHg: (limits.diastolicMmHg.above?.value ?? 110) - 6,
      couldNotRead: [],
      slotMinute,
      context: 'scheduled',
      source: 'typed',
    }),
  );
  const answered = minute + wholeBetween(random, 20, 50) / 60;
  log.record(second, answered, factOf('AlertAcknowledged', { alertKey: `blood-pressure@${high}` }));
  log.record(nurse, answered + 0.3, factOf('InfusionPaused', { reason: 'Pressure over the alert limit' }));
  const recheck = minute + edition.alert.recheckAfterMinutes.value;
  measure(stage, { minute: recheck, sinceDose: slotMinute, context: 'recheck', writtenAfter: 0 });
  log.record(nurse, recheck + 1, factOf('InfusionResumed', {}));
  return recheck + 1 - (answered + 0.3);
};

const call = ({ log, bed, nurse, second, random }: Stage, minute: number): void => {
  const answer = (from: number): number => from + wholeBetween(random, 5, 40) / 60;
  const adjust = log.record(bed, minute, factOf('PatientSignalled', { signal: 'adjust' }));
  const seen = answer(minute);
  log.record(nurse, seen, factOf('SignalAcknowledged', { signalEventId: adjust }));
  log.record(nurse, seen + 0.5, factOf('SettingChanged', { music: 'Quieter' }));
  log.record(
    nurse,
    seen + 0.6,
    factOf('SignalResolved', { signalEventId: adjust, what: 'Music made quieter' }),
  );
  const come = log.record(bed, minute + 6, factOf('PatientSignalled', { signal: 'come' }));
  const there = answer(minute + 6);
  log.record(second, there, factOf('SignalAcknowledged', { signalEventId: come }));
  log.record(second, there + 3, factOf('SignalResolved', { signalEventId: come, what: 'Sat beside them' }));
};

const feelSick = ({ log, nurse, random }: Stage, minute: number): void => {
  const symptomId = uuidFrom(random);
  log.record(
    nurse,
    minute,
    factOf('SymptomReported', { symptomId, symptom: 'Nausea', severity: 'moderate' }),
  );
  log.record(nurse, minute + 0.3, factOf('NauseaRated', { score: 2 }));
  log.record(nurse, minute + 22, factOf('SymptomResolved', { symptomId }));
};
