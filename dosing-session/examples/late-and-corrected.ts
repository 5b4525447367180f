// Room two needs both hands. The 20-minute look is written six minutes late, and one pressure was typed wrong.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, patientId } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000004';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(4) });
const hands = { nurse: atTablet, second: atPhone, prescriber: atDesktop };
const signs = {
  systolicMmHg: 133,
  diastolicMmHg: 82,
  heartRatePerMin: 77,
  spo2Percent: 97,
  respiratoryRatePerMin: 14,
};

settleIn(log, hands, startAt);
startInfusion(log, atTablet, 20);
look(log, atTablet, 30, signs, 'scheduled', { slotMinute: 10 });
log.record(atTablet, 45, factOf('NoteAdded', { text: 'Was with room two from 9:52.' }));
const lateReading = look(log, atTablet, 40, signs, 'scheduled', { slotMinute: 20, writtenAfterMinutes: 6 });
const slip = look(log, atTablet, 50, { ...signs, systolicMmHg: 233 }, 'scheduled', { slotMinute: 30 });
log.record(atTablet, 51, factOf('EnteredInError', { targetEventId: slip, reason: 'Typed 233 for 133' }));
const corrected = look(log, atTablet, 50, signs, 'scheduled', { slotMinute: 30, writtenAfterMinutes: 1.5 });
look(log, atTablet, 60, signs, 'scheduled', { slotMinute: 40 });
log.record(atTablet, 60.5, factOf('DoseStopped', { reason: 'complete' }));
goHome(log, hands, 62);

export const lateAndCorrected = {
  name: 'late-and-corrected',
  story: 'One look written six minutes late with its true time, and one pressure entered in error.',
  sessionId,
  patientId,
  startAt,
  lateReading,
  slip,
  corrected,
  events: asReceived(log.events),
} as const;
