// How far a session is, in a guide's words: no clock of a drug, and nothing that was measured.
import type { SessionPhase } from '#dosing-session/state.ts';

export const phaseWords: Readonly<Record<SessionPhase, string>> = {
  before: 'not begun',
  settling: 'settling in',
  dosing: 'it works now',
  recovering: 'resting',
  released: 'has left',
};
