// The anchors of an edition: what it asks of everyone at set points, and which of them can be asked here at all.

import { mayFill } from '#clinical/instruments/asking.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import type { Anchor } from './edition.ts';

/** A blood test the clinic enters: asked of the laboratory, not of the person. */
export const liverTestAnchor = 'alt';

/** Whether a person can be sent these questions: the software holds them, and they are theirs to answer. */
export function isPutToPatient(instrument: string): boolean {
  const form = instrumentById(instrument);
  return form !== undefined && mayFill(form, 'patient');
}

export function canBeAsked(instrument: string): boolean {
  return instrument === liverTestAnchor || isPutToPatient(instrument);
}

/** Whether this anchor is asked before the dose of this number in its series. */
export function isAskedBefore({ when }: Pick<Anchor, 'when'>, cycleNumber: number): boolean {
  return when === 'before-each-dose' || (when === 'before-first-dose' && cycleNumber === 1);
}
