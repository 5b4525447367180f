// Where a reading lies against one limit of a protocol edition, and the finding that says so. A missing reading is a
// finding of its own.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { EditionValue, Limit } from '#clinical/protocol/edition.ts';
import { isPlausible, type VitalSignKey, vitalSign } from './vital-signs.ts';

export type LimitMoment = 'start' | 'alert' | 'release';

export type Standing =
  | { readonly kind: 'within' }
  | { readonly kind: 'below' | 'above'; readonly limit: EditionValue<number> }
  | { readonly kind: 'implausible' };

export function standingOf(key: VitalSignKey, value: number, limit: Limit): Standing {
  if (!isPlausible(key, value)) return { kind: 'implausible' };
  if (limit.below && value < limit.below.value) return { kind: 'below', limit: limit.below };
  if (limit.above && value > limit.above.value) return { kind: 'above', limit: limit.above };
  return { kind: 'within' };
}

/** Findings about one sign at one moment; none when the reading is inside the limits. */
export function limitIssues(question: {
  readonly rule: string;
  readonly key: VitalSignKey;
  readonly reading: Fact<number> | undefined;
  readonly limit: Limit;
}): readonly DetectedIssue[] {
  const { rule, key, reading, limit } = question;
  const sign = vitalSign(key);
  const root = limit.above ?? limit.below;
  const roots = [limit.below?.source, limit.above?.source].filter((source) => source !== undefined);
  if (!reading) {
    return [
      {
        rule,
        code: `${key}-missing`,
        title: `${sign.name} has not been measured.`,
        action: 'unknown',
        inputs: [],
        missing: [key],
        sources: [...new Set(roots)],
        confidence: root?.confidence ?? 'H',
      },
    ];
  }
  const input = { name: key, value: reading.value, unit: sign.ucum, at: reading.at };
  const standing = standingOf(key, reading.value, limit);
  if (standing.kind === 'within') return [];
  if (standing.kind === 'implausible') {
    return [
      {
        rule,
        code: `${key}-implausible`,
        title: `Implausible: ${sign.name.toLowerCase()} ${reading.value} is outside what an instrument can show. Measure again.`,
        action: 'unknown',
        inputs: [input],
        missing: [key],
        sources: [sign.plausible.source],
        confidence: sign.plausible.confidence,
      },
    ];
  }
  return [
    {
      rule,
      code: `${key}-${standing.kind}`,
      title: `${sign.name} ${reading.value} is ${standing.kind} ${standing.limit.value} ${sign.unitLabel}.`,
      action: 'review',
      inputs: [input],
      missing: [],
      sources: [standing.limit.source],
      confidence: standing.limit.confidence,
    },
  ];
}
