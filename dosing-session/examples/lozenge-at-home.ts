// A lozenge at home. The monitor has a timer and taps what they see; one look worries them and the clinic answers.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { monitorAtHome, nurseOnCall, patientId } from './people.ts';

const startAt = 1_796_034_600_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000006';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(6) });
const by = monitorAtHome;

log.record(by, 0, factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }));
log.record(
  by,
  2,
  factOf('VitalSignsMeasured', {
    systolicMmHg: 128,
    diastolicMmHg: 82,
    heartRatePerMin: 74,
    couldNotRead: ['spo2Percent'],
    context: 'baseline',
    source: 'typed',
  }),
);
log.record(
  by,
  4,
  factOf('SitterConfirmed', { name: by.author.name, phone: '+1 555 0142', answer: 'stays-throughout' }),
);
log.record(by, 5, factOf('EmergencyAddressGiven', { address: '12 Quarry Lane, back door' }));
log.record(by, 6, factOf('SubstancesAsked', { answer: 'none' }));
log.record(by, 7, factOf('DependantsAsked', { answer: 'nobody' }));
log.record(by, 8, factOf('LozengesCounted', { count: 6, strengthMg: 200, lot: 'C-118' }));
log.record(
  by,
  10,
  factOf('DoseGiven', { route: 'sublingual', doseMg: 200, lot: 'C-118', expiry: '2027-03-31' }),
);
log.record(by, 25, factOf('MouthEmptied', { how: 'spat' }));
log.record(by, 25, factOf('LookMade', { seen: 'settled', slotMinute: 15 }));
const worried = log.record(by, 40, factOf('LookMade', { seen: 'worried', slotMinute: 30 }));
log.record(nurseOnCall, 40.5, factOf('SignalAcknowledged', { signalEventId: worried }));
log.record(by, 42, factOf('NauseaRated', { score: 2, slotMinute: 30 }));
log.record(by, 44, factOf('DistressRated', { score: 4 }));
log.record(
  nurseOnCall,
  46,
  factOf('SignalResolved', {
    signalEventId: worried,
    what: 'On the phone until it eased; lying on one side',
  }),
);
log.record(by, 55, factOf('LookMade', { seen: 'asleep', slotMinute: 45 }));
log.record(by, 70, factOf('LookMade', { seen: 'settled', slotMinute: 60 }));
log.record(by, 100, factOf('RecoveryStarted', {}));
log.record(by, 130, factOf('GaitChecked', { result: 'needs-help' }));
log.record(by, 150, factOf('GaitChecked', { result: 'steady' }));
log.record(by, 152, factOf('SitterStayAsked', { answer: 'stays' }));

export const lozengeAtHome = {
  name: 'lozenge-at-home',
  story:
    'A lozenge at home: looks tapped by the monitor, one of them worried, answered by the nurse on call.',
  sessionId,
  patientId,
  startAt,
  worried,
  events: asReceived(log.events),
} as const;
