// What someone allowed before a dose may become less at any moment and more at none, until the effect is over: nobody
// agrees to more while they are far away. It is over when they know again who, where and when, asked after the last of the
// dose and after rest began, or when they have gone home.

import type { SessionFacts } from '#clinical/care-record.ts';
import { isMoment } from '#clinical/timestamp.ts';

export type EffectFacts = Pick<
  SessionFacts,
  'doseStartedAt' | 'partsGivenAt' | 'recoveryStartedAt' | 'releasedAt' | 'orientation'
>;

/** Without a dose there is no effect. A time that cannot be read settles nothing, and what was allowed stays as it is. */
export function mayWiden(session: EffectFacts | undefined): boolean {
  if (session?.doseStartedAt === undefined || isMoment(session.releasedAt)) return true;
  const { doseStartedAt, partsGivenAt = [], recoveryStartedAt, orientation } = session;
  if (orientation?.value !== 'oriented' || recoveryStartedAt === undefined) return false;
  const before = [doseStartedAt, recoveryStartedAt, ...partsGivenAt];
  return isMoment(orientation.at) && before.every((at) => isMoment(at) && at <= orientation.at);
}
