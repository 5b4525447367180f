// A spray session: two devices five minutes apart, readings before, at forty minutes and before leaving. The patient stays
// two hours and longer, because it has not worn off when the clock would allow it.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, nurse, patientId, secondNurse } from './people.ts';
import { callButtonTried, look, orderId, roomMadeReady } from './usual-steps.ts';

const startAt = 1_796_120_000_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000008';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(8) });
const by = atTablet;
const ago = (minutes: number): number => startAt - minutes * 60_000;
const signs = { systolicMmHg: 126, diastolicMmHg: 80, heartRatePerMin: 72, spo2Percent: 98 };
const raised = { systolicMmHg: 148, diastolicMmHg: 92, heartRatePerMin: 88, spo2Percent: 97 };

log.record(by, 0, factOf('PatientArrived', {}));
log.record(by, 1, factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }));
log.record(by, 2, factOf('LastIntakeReported', { lastFoodAt: ago(200), lastClearFluidAt: ago(60) }));
log.record(by, 3, factOf('NasalProductReported', { lastAt: ago(90) }));
log.record(by, 4, factOf('ProgramEnrolmentChecked', { result: 'verified' }));
log.record(by, 5, factOf('MedicinesReconfirmed', { answer: 'no-change' }));
log.record(by, 6, factOf('RiskQuestionAsked', { answer: 'no-thoughts' }));
log.record(by, 7, factOf('IntentionConfirmed', { state: 'dropped' }));
callButtonTried(log, by, 8);
roomMadeReady(log, by, 8.5);
log.record(by, 9, factOf('EscortConfirmed', { name: 'Lena Hale', how: 'By phone at arrival' }));
log.record(by, 10, factOf('MonitorAssigned', { practitionerId: nurse.id, name: nurse.name }));
look(log, by, 12, signs, 'baseline');
log.record(atDesktop, 14, factOf('PreDoseReviewSigned', { orderId, doseMg: 56, weightKg: null }));
log.record(by, 15.5, factOf('DoseWorkedOut', { doseMg: 56 }));
log.record(atPhone, 16, factOf('DoseWorkedOut', { doseMg: 56 }));
log.record(by, 16.2, factOf('SecondCheckDone', { doseMg: 56, by: secondNurse.name }));
const spray = { route: 'nasal', doseMg: 28, lot: 'E-204', expiry: '2027-11' } as const;
const firstDevice = log.record(by, 18, factOf('DoseGiven', { ...spray, deviceNumber: 1 }));
const secondDevice = log.record(by, 23, factOf('DoseGiven', { ...spray, deviceNumber: 2 }));
look(log, by, 58, raised, 'scheduled', { slotMinute: 40 });
look(log, by, 78, signs, 'scheduled', { slotMinute: 60 });
look(log, by, 108, signs, 'scheduled', { slotMinute: 90 });
look(log, by, 138, signs, 'scheduled', { slotMinute: 120 });
log.record(
  by,
  139,
  factOf('OrientationChecked', { person: true, place: true, time: false, situation: true }),
);
look(log, by, 160, signs, 'recovery');
log.record(by, 161, factOf('OrientationChecked', { person: true, place: true, time: true, situation: true }));
log.record(by, 162, factOf('GaitChecked', { result: 'steady' }));

export const twoSprays = {
  name: 'two-sprays',
  story: 'A spray session of two devices; the person stays past the two hours until it has worn off.',
  sessionId,
  patientId,
  startAt,
  firstDevice,
  secondDevice,
  events: asReceived(log.events),
} as const;
