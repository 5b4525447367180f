// Not today: the band says another name, the driver is unsure, and pressure stays high. The nurse hands over at noon.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, nurse, patientId, secondNurse } from './people.ts';

const startAt = 1_796_041_200_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000007';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(7) });

log.record(atTablet, 0, factOf('PatientArrived', {}));
log.record(atTablet, 2, factOf('IdentityDidNotMatch', { note: 'The band has another birth date' }));
log.record(atTablet, 6, factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date', 'photo'] }));
log.record(
  atTablet,
  7,
  factOf('ConditionOverridden', {
    condition: 'ride',
    reason: 'The clinic calls a car and the brother rides along',
    deciderName: 'Dr Amara Osei',
  }),
);
log.record(atTablet, 8, factOf('MonitorAssigned', { practitionerId: nurse.id, name: nurse.name }));
log.record(
  atTablet,
  12,
  factOf('VitalSignsMeasured', {
    systolicMmHg: 168,
    diastolicMmHg: 102,
    heartRatePerMin: 92,
    spo2Percent: 97,
    couldNotRead: [],
    context: 'baseline',
    source: 'device',
  }),
);
log.record(
  atTablet,
  20,
  factOf('MonitorHandedOver', {
    fromId: nurse.id,
    fromName: nurse.name,
    toId: secondNurse.id,
    toName: secondNurse.name,
    note: 'Second reading due',
  }),
);
log.record(
  atPhone,
  27,
  factOf('VitalSignsMeasured', {
    systolicMmHg: 171,
    diastolicMmHg: 104,
    heartRatePerMin: 90,
    spo2Percent: 97,
    couldNotRead: [],
    context: 'baseline',
    source: 'typed',
  }),
);
log.record(
  atDesktop,
  31,
  factOf('SessionCalledOff', { reason: 'Pressure stays high before the dose', deciderName: 'Dr Amara Osei' }),
);
log.record(atPhone, 50, factOf('PatientReleased', { toName: 'Sam Hale', toRelation: 'brother' }));

export const calledOff = {
  name: 'called-off',
  story: 'Called off before the dose: identity sorted out, pressure high twice, home with the brother.',
  sessionId,
  patientId,
  startAt,
  events: asReceived(log.events),
} as const;
