// Whether the person is still far away: from the first of the dose until staff have marked that recovery began. The pump may
// have stopped long before that. A part given after the mark opens it again.
import { doseStartedAt } from './readings.ts';
import { latest, type SessionState } from './state.ts';

export const isUnderEffect = (state: SessionState): boolean => {
  const startedAt = doseStartedAt(state);
  if (startedAt === undefined || state.phase === 'released') return false;
  const recovery = latest(state, 'RecoveryStarted');
  const lastPartAt = Math.max(startedAt, latest(state, 'DoseGiven')?.at ?? startedAt);
  return recovery === undefined || recovery.at < lastPartAt;
};
