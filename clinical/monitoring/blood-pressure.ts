// What a blood pressure means: before the dose, while someone is watched, and before they leave. Readings in, findings
// out. The label asks for a decision above its prompt, not for an automatic stop.

import type { BloodPressure, Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';
import { type LimitMoment, limitIssues } from './limits.ts';
import { isPlausible } from './vital-signs.ts';

export function bloodPressureBeforeDose(question: {
  readonly reading: Fact<BloodPressure> | undefined;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  return againstLimits('start', question);
}

export function bloodPressureBeforeRelease(question: {
  readonly reading: Fact<BloodPressure> | undefined;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  return againstLimits('release', question);
}

/** Against the alert limits, and against the person's own reading before the dose. */
export function bloodPressureDuringSession(question: {
  readonly reading: Fact<BloodPressure> | undefined;
  readonly baseline: Fact<BloodPressure> | undefined;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  return [...againstLimits('alert', question), ...againstOwnBaseline(question)];
}

function againstLimits(
  moment: LimitMoment,
  { reading, edition }: { readonly reading: Fact<BloodPressure> | undefined; readonly edition: Edition },
): readonly DetectedIssue[] {
  const limits = edition.limits[moment];
  const rule = `blood-pressure-${moment}`;
  const component = (value: number | undefined): Fact<number> | undefined =>
    reading && value !== undefined ? { ...reading, value } : undefined;
  const sides = [
    { key: 'systolicMmHg', limit: limits.systolicMmHg, reading: component(reading?.value.systolicMmHg) },
    { key: 'diastolicMmHg', limit: limits.diastolicMmHg, reading: component(reading?.value.diastolicMmHg) },
  ] as const;
  const issues = sides.flatMap((side) => limitIssues({ rule, ...side }));
  return reading ? [...issues, ...implausiblePair(rule, reading)] : issues;
}

/** A pulse between the two numbers smaller than this is a slip of the cuff or the finger before it is a pressure. */
export const leastPulsePressureMmHg = sourced(10, 'mm[Hg]', 'T-GEN', 'G');

/** Two numbers that may each be a pressure and together are none. */
function implausiblePair(rule: string, reading: Fact<BloodPressure>): readonly DetectedIssue[] {
  const { systolicMmHg, diastolicMmHg } = reading.value;
  const isReversed = systolicMmHg <= diastolicMmHg;
  const isNarrow = systolicMmHg - diastolicMmHg < leastPulsePressureMmHg.value;
  if (!isReversed && !isNarrow) return [];
  const why = isReversed
    ? 'the upper number is not higher than the lower one'
    : 'the two lie too close together';
  return [
    {
      rule,
      code: isReversed ? 'blood-pressure-reversed' : 'blood-pressure-narrow',
      title: `Implausible: pressure ${systolicMmHg}/${diastolicMmHg}, ${why}. Measure again.`,
      action: 'unknown',
      inputs: [
        { name: 'systolicMmHg', value: systolicMmHg, unit: 'mm[Hg]', at: reading.at },
        { name: 'diastolicMmHg', value: diastolicMmHg, unit: 'mm[Hg]', at: reading.at },
      ],
      missing: ['bloodPressure'],
      sources: [leastPulsePressureMmHg.source],
      confidence: leastPulsePressureMmHg.confidence,
    },
  ];
}

function againstOwnBaseline(question: {
  readonly reading: Fact<BloodPressure> | undefined;
  readonly baseline: Fact<BloodPressure> | undefined;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  const { reading, baseline, edition } = question;
  // A reading that is missing or none has been named against the limits already.
  if (!reading || !isPlausible('systolicMmHg', reading.value.systolicMmHg)) return [];
  const rise = edition.limits.systolicRisePercent;
  const now = {
    name: 'systolicMmHg',
    value: reading.value.systolicMmHg,
    unit: 'mm[Hg]',
    at: reading.at,
  };
  const found = {
    rule: 'blood-pressure-own-baseline',
    sources: [rise.source],
    confidence: rise.confidence,
  } as const;
  if (!baseline || !isPlausible('systolicMmHg', baseline.value.systolicMmHg)) {
    return [
      {
        ...found,
        code: 'baseline-blood-pressure-missing',
        title: 'There is no readable pressure from before the dose to compare with.',
        action: 'unknown',
        inputs: [now],
        missing: ['baselineBloodPressure'],
      },
    ];
  }
  const percent =
    ((reading.value.systolicMmHg - baseline.value.systolicMmHg) / baseline.value.systolicMmHg) * 100;
  if (percent <= rise.value) return [];
  return [
    {
      ...found,
      code: 'systolic-rise',
      title: `Systolic pressure is more than ${rise.value} % above the reading before the dose.`,
      action: 'review',
      inputs: [
        now,
        {
          name: 'baselineSystolicMmHg',
          value: baseline.value.systolicMmHg,
          unit: 'mm[Hg]',
          at: baseline.at,
        },
      ],
      missing: [],
    },
  ];
}
