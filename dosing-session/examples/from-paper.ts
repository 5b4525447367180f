// The network is away for the whole dose. The nurse writes on the printed sheet, and the second nurse types it afterwards,
// with the times of the paper. The tablet had one reading of its own at the 20-minute look: both are kept.

import type { FromPaper } from '#dosing-session/events.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { atDesktop, atPhone, atTablet, nurse, patientId } from './people.ts';
import { goHome, look, settleIn, startInfusion } from './usual-steps.ts';

const startAt = 1_796_027_700_000;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000009';
const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(9) });
const hands = { nurse: atTablet, second: atPhone, prescriber: atDesktop };
const signs = { systolicMmHg: 131, diastolicMmHg: 80, heartRatePerMin: 76, spo2Percent: 97 };
const paper: FromPaper = { v: 1, sheet: 'K7QM4-X', seenById: nurse.id, seenByName: nurse.name };

settleIn(log, hands, startAt);
startInfusion(log, atTablet, 20);
const onPaper = [10, 20, 30].map((slotMinute) =>
  log.record(
    atPhone,
    20 + slotMinute,
    factOf('VitalSignsMeasured', {
      ...signs,
      couldNotRead: [],
      slotMinute,
      context: 'scheduled',
      source: 'typed',
    }),
    90 - slotMinute,
    paper,
  ),
);
const onDevice = look(log, atTablet, 40.5, { ...signs, systolicMmHg: 133 }, 'scheduled', { slotMinute: 20 });
log.record(atPhone, 60, factOf('DoseStopped', { reason: 'complete' }), 52, paper);
goHome(log, hands, 62);

export const fromPaper = {
  name: 'from-paper',
  story: 'Three looks and the end of the dose typed from paper, beside one reading the tablet had kept.',
  sessionId,
  patientId,
  startAt,
  onPaper,
  onDevice,
  events: asReceived(log.events),
} as const;
