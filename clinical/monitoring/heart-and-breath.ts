// What pulse, oxygen and breathing mean at one moment of the day: before the dose, while watched, before leaving; and
// what they mean for this person, against their own reading from before the dose.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { type LimitMoment, limitIssues } from './limits.ts';
import { isPlausible, type VitalSignKey, vitalSign } from './vital-signs.ts';

type Question = {
  readonly moment: LimitMoment;
  readonly reading: Fact<number> | undefined;
  readonly edition: Edition;
};

export function heartRateIssues({ moment, reading, edition }: Question): readonly DetectedIssue[] {
  const limit = edition.limits[moment].heartRatePerMin;
  return limitIssues({ rule: `heart-rate-${moment}`, key: 'heartRatePerMin', reading, limit });
}

export function oxygenIssues({ moment, reading, edition }: Question): readonly DetectedIssue[] {
  const limit = edition.limits[moment].spo2Percent;
  return limitIssues({ rule: `oxygen-${moment}`, key: 'spo2Percent', reading, limit });
}

export function breathingIssues({ moment, reading, edition }: Question): readonly DetectedIssue[] {
  const limit = edition.limits[moment].respiratoryRatePerMin;
  return limitIssues({ rule: `breathing-${moment}`, key: 'respiratoryRatePerMin', reading, limit });
}

/** Changes from someone's own start that ask for a look; general numbers, for a clinic to set. */
export const heartRateChangePercent = sourced(30, '%', 'T-GEN', 'G');
export const oxygenFallPoints = sourced(4, '%', 'T-GEN', 'G', 'Points of saturation.');

type OwnStart = { readonly reading: Fact<number> | undefined; readonly baseline: Fact<number> | undefined };

/** A pulse much faster or slower than this person's own before the dose. */
export function heartRateAgainstOwnBaseline(
  question: OwnStart & { readonly changePercent?: Sourced<number> },
): readonly DetectedIssue[] {
  const { changePercent = heartRateChangePercent } = question;
  return againstOwnStart(
    'heartRatePerMin',
    'heart-rate-own-baseline',
    changePercent,
    question,
    (now, start) => {
      const percent = ((now - start) / start) * 100;
      if (Math.abs(percent) <= changePercent.value) return undefined;
      return {
        code: percent > 0 ? 'heart-rate-rise' : 'heart-rate-fall',
        title: `Heart rate ${now} is more than ${changePercent.value} % ${percent > 0 ? 'above' : 'below'} ${start}, its value before the dose.`,
      };
    },
  );
}

/** Oxygen that fell well below this person's own before the dose, though still inside the limits for all. */
export function oxygenAgainstOwnBaseline(
  question: OwnStart & { readonly fallPoints?: Sourced<number> },
): readonly DetectedIssue[] {
  const { fallPoints = oxygenFallPoints } = question;
  return againstOwnStart('spo2Percent', 'oxygen-own-baseline', fallPoints, question, (now, start) =>
    start - now <= fallPoints.value
      ? undefined
      : {
          code: 'oxygen-fall',
          title: `Oxygen saturation ${now} % is more than ${fallPoints.value} points below ${start} %, its value before the dose.`,
        },
  );
}

function againstOwnStart(
  key: VitalSignKey,
  rule: string,
  limit: Sourced<number>,
  { reading, baseline }: OwnStart,
  judge: (now: number, start: number) => { readonly code: string; readonly title: string } | undefined,
): readonly DetectedIssue[] {
  const sign = vitalSign(key);
  const isReadable = (fact: Fact<number> | undefined): fact is Fact<number> =>
    fact !== undefined && fact !== null && isPlausible(key, fact.value);
  const root = { rule, sources: [limit.source], confidence: limit.confidence } as const;
  const inputs = [
    ...(reading ? [{ name: key, value: reading.value, unit: sign.ucum, at: reading.at }] : []),
    ...(baseline
      ? [{ name: `${key} before the dose`, value: baseline.value, unit: sign.ucum, at: baseline.at }]
      : []),
  ];
  if (!isReadable(reading) || !isReadable(baseline)) {
    const missing = [
      ...(isReadable(reading) ? [] : [key]),
      ...(isReadable(baseline) ? [] : [`${key} before the dose`]),
    ];
    return [
      {
        ...root,
        code: `${key}-no-comparison`,
        title: `${sign.name} cannot be compared with the time before the dose: one of the two was not read.`,
        action: 'unknown',
        inputs,
        missing,
      },
    ];
  }
  const found = judge(reading.value, baseline.value);
  return found ? [{ ...root, ...found, action: 'review', inputs, missing: [] }] : [];
}
