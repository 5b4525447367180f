// Every recorded session, for the tests, the demo and the replay that each release must pass.
import type { Instant } from '#clinical/instant.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { calledOff } from './called-off.ts';
import { callsFromTheBed } from './calls-from-the-bed.ts';
import { calmInfusion } from './calm-infusion.ts';
import { fromPaper } from './from-paper.ts';
import { handedOver } from './handed-over.ts';
import { highPressure } from './high-pressure.ts';
import { lateAndCorrected } from './late-and-corrected.ts';
import { lozengeAtHome } from './lozenge-at-home.ts';
import { twoDevices } from './two-devices.ts';
import { twoSprays } from './two-sprays.ts';

export type RecordedSession = {
  readonly name: string;
  readonly story: string;
  readonly sessionId: string;
  readonly patientId: string;
  readonly startAt: Instant;
  readonly events: readonly RecordedEvent[];
};

export const recordedSessions: readonly RecordedSession[] = [
  calmInfusion,
  highPressure,
  callsFromTheBed,
  lateAndCorrected,
  fromPaper,
  twoDevices,
  handedOver,
  lozengeAtHome,
  twoSprays,
  calledOff,
];
