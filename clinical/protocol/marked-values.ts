// Which values of an edition a clinician must look at before signing: those nobody opened a source for, and those the
// sources do not agree on. They are the clinic's to decide and are never the only thing between a patient and harm.

import type { Edition, EditionValue } from './edition.ts';
import { partsOf } from './edition-parts.ts';

export type MarkedValue = {
  readonly path: string;
  readonly why: 'sources-disagree' | 'general-knowledge';
  readonly value: EditionValue<unknown>;
};

/** In the order an edition is read. What practices publish about holds is read beside the blank, not decided. */
export function markedValues(edition: Edition): readonly MarkedValue[] {
  return partsOf(edition).flatMap((part): readonly MarkedValue[] => {
    if (part.kind !== 'value' || part.path.includes('.published.')) return [];
    const { path, value } = part;
    if (value.conflict !== undefined) return [{ path, why: 'sources-disagree', value }];
    return value.confidence === 'G' ? [{ path, why: 'general-knowledge', value }] : [];
  });
}
