// May one more part of the ordered dose be given now? It needs an order that has one, and the protocol's time after the
// part before. What was given outside of it is kept and named.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { addMinutes, type Instant, minutesBetween } from '#clinical/instant.ts';
import type { SecondPart } from '#clinical/protocol/edition.ts';
import { isAbove, isPositive, rounded } from '#clinical/quantity.ts';
import type { OrderedParts } from './dose-order.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';

export type GivenPart = { readonly at: Instant; readonly doseMg: number };

export type NextPart =
  | { readonly state: 'first'; readonly doseMg: number }
  /** Exactly `at` is late enough, and exactly `until` is not too late. */
  | { readonly state: 'from'; readonly at: Instant; readonly until: Instant; readonly doseMg: number }
  | { readonly state: 'too-late'; readonly until: Instant; readonly doseMg: number }
  | { readonly state: 'complete' }
  | { readonly state: 'unknown' };

export type FurtherPart = { readonly next: NextPart; readonly issues: readonly DetectedIssue[] };

const rule = 'further-part';

export function furtherPart(question: {
  /** Undefined: not known. An empty list: none was given. */
  readonly given: readonly GivenPart[] | undefined;
  /** The most for the session, and how it is parted; without parts it is given at once. */
  readonly ordered: { readonly doseMg: number; readonly parts?: OrderedParts | undefined } | undefined;
  /** The protocol's minutes after the part before. */
  readonly window: SecondPart | undefined;
  readonly now: Instant;
}): FurtherPart {
  const { given, ordered, window, now } = question;
  const parts = ordered?.parts ?? (ordered ? { firstMg: ordered.doseMg, nextMg: 0, atMost: 0 } : undefined);
  const isOrderRead =
    parts !== undefined &&
    isPositive(parts.firstMg) &&
    Number.isInteger(parts.atMost) &&
    parts.atMost >= 0 &&
    (parts.atMost === 0 || isPositive(parts.nextMg));
  const isGivenRead =
    given?.every(({ at, doseMg }) => Number.isFinite(at) && at <= now && isPositive(doseMg)) ?? false;
  const missing = [
    ...(isGivenRead ? [] : ['given']),
    ...(isOrderRead ? [] : ['ordered']),
    ...(window ? [] : ['window']),
  ];
  if (!given || !isGivenRead || !isOrderRead || !window) {
    return {
      next: { state: 'unknown' },
      issues: [
        findingOf(rule, {
          code: 'further-part-not-known',
          title: 'Whether one more part may be given cannot be said.',
          action: 'unknown',
          missing,
          roots: [houseRule],
        }),
      ],
    };
  }
  const inOrder = given.toSorted((one, other) => one.at - other.at);
  return { next: nextOf({ inOrder, parts, window, now }), issues: found({ inOrder, parts, window }) };
}

type Read = {
  readonly inOrder: readonly GivenPart[];
  readonly parts: OrderedParts;
  readonly window: SecondPart;
};

function nextOf({ inOrder, parts, window, now }: Read & { readonly now: Instant }): NextPart {
  const last = inOrder.at(-1);
  if (last === undefined) return { state: 'first', doseMg: parts.firstMg };
  if (inOrder.length > parts.atMost) return { state: 'complete' };
  const at = addMinutes(last.at, window.fromMinutes.value);
  const until = addMinutes(last.at, window.toMinutes.value);
  if (now > until) return { state: 'too-late', until, doseMg: parts.nextMg };
  return { state: 'from', at, until, doseMg: parts.nextMg };
}

function found({ inOrder, parts, window }: Read): readonly DetectedIssue[] {
  const issues: DetectedIssue[] = [];
  for (const [index, part] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before === undefined) continue;
    const minutes = minutesBetween(before.at, part.at);
    const inputs = [
      ...inputsOf({ part: 'earlier' }, { at: before.at }),
      ...inputsOf({ part: 'later' }, { at: part.at }),
    ];
    const said = `A part was given ${rounded(minutes, 1)} minutes after the one before`;
    if (minutes < window.fromMinutes.value) {
      issues.push(
        findingOf(rule, {
          code: 'part-too-soon',
          title: `${said}; the protocol waits ${window.fromMinutes.value}.`,
          action: 'review',
          inputs,
          roots: [window.fromMinutes],
        }),
      );
    }
    if (minutes > window.toMinutes.value) {
      issues.push(
        findingOf(rule, {
          code: 'part-too-late',
          title: `${said}; the protocol’s time for it ends after ${window.toMinutes.value}.`,
          action: 'review',
          inputs,
          roots: [window.toMinutes],
        }),
      );
    }
  }
  const orderedMg = parts.firstMg + parts.nextMg * parts.atMost;
  const givenMg = inOrder.reduce((sum, { doseMg }) => sum + doseMg, 0);
  if (isAbove({ value: givenMg, limit: orderedMg })) {
    issues.push(
      findingOf(rule, {
        code: 'more-than-ordered',
        title: `${rounded(givenMg, 2)} mg was given and ${rounded(orderedMg, 2)} mg ordered.`,
        action: 'exclude',
        inputs: inputsOf({ givenMg, orderedMg }, { unit: 'mg' }),
        roots: [houseRule],
      }),
    );
  }
  return byUrgency(issues);
}
