// The tablet runs four minutes fast and dies at minute 22 of the infusion; the phone, two minutes slow, takes over.
// Both clocks were measured, so the times of the readings are still right.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, fastTablet, nurse, patientId, secondNurse, slowPhone } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000005';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(5) });
const atFastTablet = { author: nurse, device: fastTablet };
const atSlowPhone = { author: nurse, device: slowPhone };
const withSecond = { author: secondNurse, device: slowPhone };
const signs = {
  systolicMmHg: 131,
  diastolicMmHg: 83,
  heartRatePerMin: 75,
  spo2Percent: 98,
  respiratoryRatePerMin: 13,
};

settleIn(log, { nurse: atFastTablet, second: withSecond, prescriber: atDesktop }, startAt);
startInfusion(log, atFastTablet, 20);
look(log, atFastTablet, 30, signs, 'scheduled', { slotMinute: 10 });
const lastOnTablet = look(log, atFastTablet, 40, signs, 'scheduled', { slotMinute: 20 });
const firstOnPhone = log.record(
  atSlowPhone,
  42.4,
  factOf('NoteAdded', { text: 'Tablet is off, on the phone now.' }),
);
look(log, atSlowPhone, 50, signs, 'scheduled', { slotMinute: 30 });
look(log, atSlowPhone, 60, signs, 'scheduled', { slotMinute: 40 });
log.record(atSlowPhone, 60.5, factOf('DoseStopped', { reason: 'complete', pumpReadsMg: 40 }));
goHome(log, { nurse: atSlowPhone, second: withSecond, prescriber: atDesktop }, 62);

export const twoDevices = {
  name: 'two-devices',
  story:
    'The tablet dies mid-session and the phone takes over; both clocks are wrong and the timeline is right.',
  sessionId,
  patientId,
  startAt,
  lastOnTablet,
  firstOnPhone,
  events: asReceived(log.events),
} as const;
