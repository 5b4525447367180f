// A dose that goes in by parts: devices of a spray, injections, lozenges. What the order and the protocol allow next is
// said here for every screen; what was given is a fact whatever this says, and stands beside what was found about it.
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { deviceSpacing } from '#clinical/dosing/device-spacing.ts';
import type { OrderedParts } from '#clinical/dosing/dose-order.ts';
import { deviceMg, devicesOf } from '#clinical/dosing/esketamine-dose.ts';
import { furtherPart } from '#clinical/dosing/further-part.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { latest, type SessionState } from './state.ts';

export type OrderInRoom = { readonly doseMg: number; readonly parts?: OrderedParts | undefined };

export type PartAnswer = {
  readonly next: NextToGive;
  /** Given so far, and of how many; undefined when the order does not say. */
  readonly given: number;
  readonly ordered: number | undefined;
  readonly issues: readonly DetectedIssue[];
};

export type NextToGive =
  | { readonly state: 'first'; readonly doseMg: number }
  /** `until` only where the protocol's time for it ends. */
  | {
      readonly state: 'from';
      readonly at: Instant;
      readonly until?: Instant | undefined;
      readonly doseMg: number;
    }
  | { readonly state: 'too-late'; readonly until: Instant; readonly doseMg: number }
  | { readonly state: 'complete' }
  | { readonly state: 'unknown' };

/** Undefined on a route whose dose runs from a pump. */
export const partsAnswer = (question: {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly order: OrderInRoom | undefined;
  readonly now: Instant;
}): PartAnswer | undefined => {
  const { state, edition, order, now } = question;
  const { timing } = edition;
  const given = state.facts.DoseGiven;
  // What the prescriber signed in the room for today stands before the order of the series.
  const signedMg = latest(state, 'PreDoseReviewSigned')?.fact.doseMg ?? order?.doseMg;
  switch (timing.route) {
    case 'iv':
      return undefined;
    case 'nasal': {
      const ordered = devicesOf(signedMg)?.devices;
      const spacing = deviceSpacing({
        given: given.map(({ at, fact }) => ({ at, lot: fact.lot ?? undefined })),
        orderedDevices: ordered,
        now,
        between: timing.betweenDevicesMinutes,
      });
      const { next } = spacing;
      return {
        next: next.state === 'first' || next.state === 'from' ? { ...next, doseMg: deviceMg.value } : next,
        given: given.length,
        ordered,
        issues: spacing.issues,
      };
    }
    case 'im':
    case 'sublingual':
    case 'home': {
      const { next, issues } = furtherPart({
        given: given.map(({ at, fact }) => ({ at, doseMg: fact.doseMg })),
        ordered: signedMg === undefined ? undefined : { doseMg: signedMg, parts: order?.parts },
        window: 'secondPart' in timing ? timing.secondPart : undefined,
        now,
      });
      const ordered = signedMg === undefined ? undefined : 1 + (order?.parts?.atMost ?? 0);
      return { next, given: given.length, ordered, issues };
    }
  }
};
