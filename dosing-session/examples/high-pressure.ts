// A reading of 182/104 rings, is answered, measured again when due, treated under a standing order, and settles.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, patientId } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000002';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(2) });
const hands = { nurse: atTablet, second: atPhone, prescriber: atDesktop };

settleIn(log, hands, startAt);
startInfusion(log, atTablet, 20);
look(log, atTablet, 30, pressure(139, 88), 'scheduled', { slotMinute: 10 });
const highReading = look(log, atTablet, 40, pressure(182, 104), 'scheduled', { slotMinute: 20 });
const alertKey = `blood-pressure@${highReading}`;
log.record(atPhone, 40.6, factOf('AlertAcknowledged', { alertKey }));
log.record(atTablet, 41, factOf('InfusionPaused', { reason: 'Pressure 182/104' }));
const headache = '0e0e0e0e-0000-4000-8000-000000000001';
log.record(
  atTablet,
  42,
  factOf('SymptomReported', { symptomId: headache, symptom: 'Headache', severity: 'mild' }),
);
log.record(atTablet, 43, factOf('CareActionTaken', { action: 'stayed-beside' }));
look(log, atTablet, 45, pressure(184, 106), 'recheck');
const rescue = log.record(
  atTablet,
  47,
  factOf('RescueMedicationGiven', {
    name: 'Labetalol',
    doseText: 'as in the standing order',
    route: 'IV',
    indication: 'Pressure 184/106 on recheck',
    orderedBy: 'Standing order, Dr Amara Osei',
  }),
);
look(log, atTablet, 52, pressure(158, 92), 'recheck');
log.record(atTablet, 53, factOf('RescueResponseNoted', { rescueEventId: rescue, response: '158/92' }));
log.record(atTablet, 53.5, factOf('AlertResolved', { alertKey, how: 'Came down after treatment' }));
log.record(atTablet, 54, factOf('InfusionResumed', {}));
log.record(
  atTablet,
  54.5,
  factOf('InfusionRateChanged', {
    rateMgPerMin: 0.5,
    reason: 'Slower after high pressure',
    orderedBy: 'Dr Amara Osei',
  }),
);
log.record(atTablet, 58, factOf('SymptomResolved', { symptomId: headache }));
look(log, atTablet, 64, pressure(148, 88), 'scheduled');
log.record(atTablet, 72, factOf('DoseStopped', { reason: 'clinical', note: 'Enough for today' }));
goHome(log, hands, 74);

function pressure(systolicMmHg: number, diastolicMmHg: number) {
  return { systolicMmHg, diastolicMmHg, heartRatePerMin: 84, spo2Percent: 97, respiratoryRatePerMin: 15 };
}

export const highPressure = {
  name: 'high-pressure',
  story: 'Pressure of 182/104 at minute 20: answered, measured again, treated, settled.',
  sessionId,
  patientId,
  startAt,
  highReading,
  alertKey,
  events: asReceived(log.events),
} as const;
