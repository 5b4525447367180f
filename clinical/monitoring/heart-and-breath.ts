// What pulse, oxygen and breathing mean at one moment of the day: before the dose, while watched, before leaving.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type LimitMoment, limitIssues } from './limits.ts';

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
