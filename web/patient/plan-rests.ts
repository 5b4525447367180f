// A plan that is held, paused, stopped or finished: nothing is asked for it, whatever still stands in the book.
import type { CareRecord } from '#clinical/care-record.ts';

/** Without a plan nothing rests. */
export function planRests({ plan }: Pick<CareRecord, 'plan'>): boolean {
  return plan !== undefined && plan.status !== 'active';
}
