// An infusion in which nothing goes wrong, which is most of them.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, patientId } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000001';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(1) });
const hands = { nurse: atTablet, second: atPhone, prescriber: atDesktop };

settleIn(log, hands, startAt);
startInfusion(log, atTablet, 20);
look(log, atTablet, 20.5, rest(126, 80), 'scheduled', { slotMinute: 0 });
look(log, atTablet, 30, rest(132, 84), 'scheduled', { slotMinute: 10 });
log.record(atTablet, 30.5, factOf('SedationRated', { moaas: 5, slotMinute: 10 }));
look(log, atTablet, 40, rest(138, 86), 'scheduled', { slotMinute: 20 });
log.record(atTablet, 40.5, factOf('SedationRated', { moaas: 4, slotMinute: 20 }));
log.record(atTablet, 41, factOf('DissociationRated', { level: 'strong', slotMinute: 20 }));
look(log, atTablet, 50, rest(141, 88), 'scheduled', { slotMinute: 30 });
look(log, atTablet, 60, rest(136, 84), 'scheduled', { slotMinute: 40 });
log.record(atTablet, 60.2, factOf('PerceptionRated', { score: 6, slotMinute: 40 }));
log.record(atTablet, 60.5, factOf('DoseStopped', { reason: 'complete', pumpReadsMg: 40 }));
goHome(log, hands, 62);

function rest(systolicMmHg: number, diastolicMmHg: number) {
  return { systolicMmHg, diastolicMmHg, heartRatePerMin: 76, spo2Percent: 97, respiratoryRatePerMin: 14 };
}

export const calmInfusion = {
  name: 'calm-infusion',
  story: 'An infusion from the door to the door, with every look on time.',
  sessionId,
  patientId,
  startAt,
  events: asReceived(log.events),
} as const;
