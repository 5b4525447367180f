// The patient asks for quieter music, later for a person. The first nurse is busy; the second comes.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, inBed, patientId } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000003';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(3) });
const hands = { nurse: atTablet, second: atPhone, prescriber: atDesktop };
const signs = {
  systolicMmHg: 134,
  diastolicMmHg: 84,
  heartRatePerMin: 78,
  spo2Percent: 97,
  respiratoryRatePerMin: 15,
};

settleIn(log, hands, startAt);
log.record(atTablet, 19, factOf('InterruptionsSet', { to: 'few', asked: 'by-them' }));
startInfusion(log, atTablet, 20);
log.record(
  atTablet,
  29,
  factOf('SoundPlayed', {
    kind: 'ambient',
    title: 'Low water',
    licence: 'Made here as it plays',
    part: 'onset',
    why: 'chosen',
  }),
);
look(log, atTablet, 30, signs, 'scheduled', { slotMinute: 10 });
log.record(inBed, 33, factOf('PatientSignalled', { signal: 'ok' }));
const adjust = log.record(inBed, 35, factOf('PatientSignalled', { signal: 'adjust' }));
log.record(atTablet, 35.2, factOf('SignalAcknowledged', { signalEventId: adjust }));
log.record(atTablet, 35.8, factOf('SettingChanged', { music: 'Quieter, no voices', silence: false }));
log.record(atTablet, 35.9, factOf('SoundLevelSet', { volumePercent: 30, warmthPercent: 60 }));
log.record(atTablet, 36, factOf('SignalResolved', { signalEventId: adjust, what: 'Music made quieter' }));
look(log, atTablet, 40, signs, 'scheduled', { slotMinute: 20 });
const come = log.record(inBed, 44, factOf('PatientSignalled', { signal: 'come' }));
log.record(atTablet, 44.4, factOf('SignalPassedOn', { signalEventId: come }));
log.record(atPhone, 44.7, factOf('SignalAcknowledged', { signalEventId: come }));
log.record(atPhone, 44, factOf('ExperienceNoted', { tags: ['images', 'floating'] }));
log.record(atPhone, 45, factOf('DistressRated', { score: 6 }));
log.record(atPhone, 46, factOf('LimitTightened', { text: 'No hand on the shoulder', topic: 'touch' }));
log.record(atPhone, 49, factOf('DistressRated', { score: 2 }));
log.record(atPhone, 50, factOf('SignalResolved', { signalEventId: come, what: 'Sat beside them' }));
look(log, atTablet, 51, signs, 'scheduled', { slotMinute: 30 });
look(log, atTablet, 60, signs, 'scheduled', { slotMinute: 40 });
log.record(atTablet, 60.5, factOf('DoseStopped', { reason: 'complete' }));
goHome(log, hands, 62);

export const callsFromTheBed = {
  name: 'calls-from-the-bed',
  story:
    'The patient presses "adjust", and later "come". The first nurse says she is busy; the second answers after 42 seconds.',
  sessionId,
  patientId,
  startAt,
  adjust,
  come,
  events: asReceived(log.events),
} as const;
