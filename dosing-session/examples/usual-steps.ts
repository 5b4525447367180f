// The stretches of a session that go the same way in most examples: settling in, the infusion, the way home.

import { houseRoomList } from '#clinical/preparation/room-readiness.ts';
import { factOf, type Pen, type Recorder } from '#dosing-session/recorder.ts';
import { firstAnswers } from '#dosing-session/simulate.ts';
import { inBed, nurse } from './people.ts';

export type Hands = { readonly nurse: Pen; readonly second: Pen; readonly prescriber: Pen };

export type Look = {
  readonly systolicMmHg: number;
  readonly diastolicMmHg: number;
  readonly heartRatePerMin: number;
  readonly spo2Percent: number;
  readonly respiratoryRatePerMin?: number;
  readonly weightKg?: number;
};

export const orderId = '0b0b0b0b-0000-4000-8000-000000000001';
export const dose = { doseMg: 40, concentrationMgPerMl: 10, rateMgPerMin: 1, plannedMinutes: 40 } as const;

/** Arrival at minute 0 to a signed and twice-checked dose at minute 18. */
export const settleIn = ({ record }: Recorder, hands: Hands, startAt: number): void => {
  const by = hands.nurse;
  const minutesAgo = (minutes: number): number => startAt - minutes * 60_000;
  record(by, 0, factOf('PatientArrived', {}));
  record(by, 2, factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }));
  record(
    by,
    3,
    factOf('LastIntakeReported', { lastFoodAt: minutesAgo(600), lastClearFluidAt: minutesAgo(180) }),
  );
  record(by, 4, factOf('MedicinesReconfirmed', { answer: 'no-change' }));
  record(by, 5, factOf('RiskQuestionAsked', { answer: 'no-thoughts' }));
  record(by, 6, factOf('EscortConfirmed', { name: 'Lena Hale', how: 'She said yes by text' }));
  record(by, 7, factOf('ConsentReadBack', {}));
  record(by, 8, factOf('LimitsReadBack', {}));
  record(by, 9, factOf('IntentionConfirmed', { state: 'kept' }));
  callButtonTried({ record }, by, 10);
  roomMadeReady({ record }, by, 10.5);
  record(by, 11, factOf('MonitorAssigned', { practitionerId: nurse.id, name: nurse.name }));
  look(
    { record },
    by,
    12,
    {
      systolicMmHg: 124,
      diastolicMmHg: 78,
      heartRatePerMin: 72,
      spo2Percent: 98,
      respiratoryRatePerMin: 14,
      weightKg: 80,
    },
    'baseline',
  );
  record(hands.prescriber, 15, factOf('PreDoseReviewSigned', { orderId, doseMg: dose.doseMg, weightKg: 80 }));
  const figures = {
    doseMg: dose.doseMg,
    weightKg: 80,
    concentrationMgPerMl: 10,
    volumeMl: 4,
    rateMlPerHour: 6,
  };
  record(by, 16, factOf('DoseWorkedOut', figures));
  record(hands.second, 18, factOf('DoseWorkedOut', figures));
};

/** The patient presses; the press comes in on a device of the staff. */
export const callButtonTried = ({ record }: Pick<Recorder, 'record'>, by: Pen, minute: number): void => {
  const signalEventId = record(inBed, minute - 0.1, factOf('PatientSignalled', { signal: 'ok' }));
  record(by, minute, factOf('CallDeviceTested', { result: 'heard', signalEventId }));
};

export const roomMadeReady = ({ record }: Pick<Recorder, 'record'>, by: Pen, minute: number): void => {
  for (const fact of firstAnswers(houseRoomList.value)) record(by, minute, fact);
};

export const startInfusion = ({ record }: Recorder, by: Pen, minute: number): string =>
  record(by, minute, factOf('DoseStarted', { route: 'iv', ...dose, lot: 'K7742', expiry: '2027-09' }));

export const look = (
  { record }: Pick<Recorder, 'record'>,
  by: Pen,
  minute: number,
  signs: Look,
  context: 'baseline' | 'scheduled' | 'recheck' | 'recovery' | 'unscheduled',
  extra: { readonly slotMinute?: number; readonly writtenAfterMinutes?: number } = {},
): string => {
  const { slotMinute, writtenAfterMinutes } = extra;
  return record(
    by,
    minute,
    factOf('VitalSignsMeasured', {
      ...signs,
      couldNotRead: [],
      ...(slotMinute === undefined ? {} : { slotMinute }),
      context,
      source: 'typed',
    }),
    writtenAfterMinutes,
  );
};

/** From the line coming out to the hand at the door, over forty minutes. */
export const goHome = ({ record }: Recorder, hands: Hands, minute: number): void => {
  const by = hands.nurse;
  record(by, minute, factOf('RecoveryStarted', {}));
  look(
    { record },
    by,
    minute + 15,
    {
      systolicMmHg: 128,
      diastolicMmHg: 80,
      heartRatePerMin: 74,
      spo2Percent: 98,
      respiratoryRatePerMin: 14,
    },
    'recovery',
  );
  record(by, minute + 20, factOf('LineRemoved', {}));
  look(
    { record },
    by,
    minute + 50,
    {
      systolicMmHg: 122,
      diastolicMmHg: 76,
      heartRatePerMin: 70,
      spo2Percent: 98,
      respiratoryRatePerMin: 14,
    },
    'recovery',
  );
  record(by, minute + 51, factOf('DrugWasted', { mg: 0 }));
  record(by, minute + 52, factOf('SedationRated', { moaas: 5 }));
  record(by, minute + 53, factOf('SymptomsAsked', { answer: 'none' }));
  record(
    by,
    minute + 54,
    factOf('AldreteScored', {
      items: { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygenSaturation: 2 },
    }),
  );
  record(
    by,
    minute + 55,
    factOf('OrientationChecked', { person: true, place: true, time: true, situation: true }),
  );
  record(by, minute + 56, factOf('RefreshmentOffered', { drink: 'taken', snack: 'taken' }));
  record(by, minute + 56.3, factOf('TalkWishAsked', { answer: 'quiet' }));
  record(by, minute + 56.6, factOf('StateAfterSaid', { feels: ['calm', 'tired', 'back-here'] }));
  record(
    by,
    minute + 56.8,
    factOf('LeavingTalkHeld', {
      wish: 'few-words',
      covered: ['their-questions', 'how-they-may-feel', 'tonight', 'whom-to-call', 'what-comes-next'],
    }),
  );
  record(by, minute + 57, factOf('GaitChecked', { result: 'steady' }));
  record(by, minute + 58, factOf('InstructionsRepeatedBack', { result: 'all' }));
  record(by, minute + 59, factOf('BelongingsReturned', {}));
  record(by, minute + 61, factOf('EscortArrived', { name: 'Lena Hale', codeWordMatched: true }));
  record(
    by,
    minute + 62,
    factOf('HandOverBriefed', {
      name: 'Lena Hale',
      covered: ['driving', 'tonight', 'food', 'normal', 'call', 'emergency'],
      card: 'by-link',
    }),
  );
  record(by, minute + 63, factOf('PatientReleased', { toName: 'Lena Hale', toRelation: 'sister' }));
};
