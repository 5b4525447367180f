// The anchors of an edition: what it asks of everyone at set points, and which of them can be asked here at all.

import { addMinutes, type Instant } from '#clinical/instant.ts';
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

type AskedBefore = Extract<
  Anchor,
  { readonly when: 'before-first-dose' | 'before-each-dose' | 'after-last-dose' }
>;

/** Whether this anchor is asked before the dose of this number in its series. */
export function isAskedBefore(anchor: Anchor, cycleNumber: number): anchor is AskedBefore {
  return anchor.when === 'before-each-dose' || (anchor.when === 'before-first-dose' && cycleNumber === 1);
}

export type DoseGone = {
  readonly releasedAt: Instant;
  /** In its series. */
  readonly number: number;
  /** No further dose is to come: the planned ones were given, or the series was ended or spaced out. */
  readonly isLast: boolean;
};

/** When this anchor opens after that dose, earliest first. Empty: it is not asked after it. */
export function opensAfter(anchor: Anchor, { releasedAt, number, isLast }: DoseGone): readonly Instant[] {
  switch (anchor.when) {
    case 'before-first-dose':
    case 'before-each-dose':
      return [];
    case 'every-n-doses':
      return number % anchor.everyDoses.value === 0 ? [daysAfter(releasedAt, anchor.days.value)] : [];
    case 'after-last-dose':
      return isLast ? [daysAfter(releasedAt, anchor.days.value)] : [];
    case 'weeks-after-last':
      return isLast ? anchor.weeks.value.map((weeks) => daysAfter(releasedAt, weeks * 7)) : [];
  }
}

function daysAfter(at: Instant, days: number): Instant {
  return addMinutes(at, days * 1_440);
}
