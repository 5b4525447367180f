// The watch goes from one nurse to the other in the middle, both saying so. Later the room stands empty for too long.

import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, nurse, patientId, prescriber, secondNurse } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000011';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(17) });
const hands = { nurse: atPhone, second: atTablet, prescriber: atDesktop };
const first = { practitionerId: nurse.id, name: nurse.name };
const second = { practitionerId: secondNurse.id, name: secondNurse.name };
const watch = {
  fromId: nurse.id,
  fromName: nurse.name,
  toId: secondNurse.id,
  toName: secondNurse.name,
};
const signs = {
  systolicMmHg: 132,
  diastolicMmHg: 82,
  heartRatePerMin: 76,
  spo2Percent: 97,
  respiratoryRatePerMin: 14,
};

settleIn(log, { ...hands, nurse: atTablet, second: atPhone }, startAt);
log.record(
  atTablet,
  19,
  factOf('BackUpNamed', { practitionerId: prescriber.id, name: prescriber.name, phone: '555 0142' }),
);
startInfusion(log, atTablet, 20);
look(log, atTablet, 30, signs, 'scheduled', { slotMinute: 10 });
log.record(atTablet, 25, factOf('OnsetSaid', { felt: 'not-yet' }));
log.record(atTablet, 26, factOf('LineChecked', { site: 'Left forearm', found: 'fine' }));
const boosted = log.record(
  atTablet,
  31,
  factOf('InfusionBoosted', { mg: 2, reason: 'No effect yet', orderedBy: prescriber.name }),
);
log.record(
  atTablet,
  32.5,
  factOf('TitrationEffectNoted', { titrationEventId: boosted, effect: 'Feels it now, calm' }),
);
log.record(atPhone, 33, factOf('RoomEntered', second));
log.record(atTablet, 34, factOf('HandOverOffered', { ...watch, note: 'Likes a hand on the shoulder' }));
log.record(atPhone, 35, factOf('MonitorHandedOver', { ...watch, given: 'own-sign-in' }));
log.record(atTablet, 36, factOf('RoomLeft', first));
look(log, atPhone, 40, signs, 'scheduled', { slotMinute: 20 });
const leftEmpty = log.record(atPhone, 42, factOf('RoomLeft', second));
log.record(atTablet, 48, factOf('AlertAcknowledged', { alertKey: `presence@${leftEmpty}` }));
log.record(atTablet, 49, factOf('RoomEntered', first));
const called = log.record(atTablet, 49.5, factOf('BackUpCalled', {}));
log.record(atDesktop, 50, factOf('SignalAcknowledged', { signalEventId: called }));
log.record(
  atDesktop,
  53,
  factOf('SignalResolved', { signalEventId: called, what: 'Looked in, all is well' }),
);
log.record(atPhone, 53.5, factOf('RoomEntered', second));
look(log, atPhone, 54, signs, 'scheduled', { slotMinute: 30 });
look(log, atPhone, 60, signs, 'scheduled', { slotMinute: 40 });
log.record(atPhone, 60.5, factOf('DoseStopped', { reason: 'complete', pumpReadsMg: 40 }));
goHome(log, hands, 62);

export const handedOver = {
  name: 'handed-over',
  story:
    'The watch is offered by one nurse and taken by the other. Then the room stands empty for seven minutes, someone comes, and the back-up is called.',
  sessionId,
  patientId,
  startAt,
  leftEmpty,
  events: asReceived(log.events),
} as const;
