// Feeling sick, in the patient's own number, and how often they vomited. The scale is kept with the number: three of three
// is not three of ten.

import type { Fact } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const nauseaRule = 'nausea';

export type NauseaScale = '0-3' | '0-10';

export const mostNausea: Readonly<Record<NauseaScale, Sourced<number>>> = {
  '0-3': sourced(3, 'rating', 'H-HOUSE', 'H'),
  '0-10': sourced(10, 'rating', 'H-HOUSE', 'H'),
};

/** From here on somebody looks at it again; house numbers, for a clinic to set. */
export const strongNauseaFrom: Readonly<Record<NauseaScale, Sourced<number>>> = {
  '0-3': sourced(3, 'rating', 'H-HOUSE', 'H'),
  '0-10': sourced(7, 'rating', 'H-HOUSE', 'H'),
};
export const repeatedVomitingFrom = sourced(2, 'times', 'H-HOUSE', 'H');
/** More often than anyone counts in a session. */
export const mostVomiting = sourced(50, 'times', 'H-HOUSE', 'H');

export function nauseaIssues(question: {
  readonly scale: NauseaScale;
  readonly rating: Fact<number> | undefined;
  /** How often in this session; zero means someone watched and there was none. */
  readonly vomitingCount: number | null | undefined;
}): readonly DetectedIssue[] {
  const { scale, rating, vomitingCount } = question;
  const most = mostNausea[scale];
  const isOnScale =
    rating && Number.isInteger(rating.value) && rating.value >= 0 && rating.value <= most.value;
  const isCount =
    typeof vomitingCount === 'number' &&
    Number.isInteger(vomitingCount) &&
    vomitingCount >= 0 &&
    vomitingCount <= mostVomiting.value;
  const inputs = [
    ...(rating ? [{ name: 'nausea', value: rating.value, unit: scale, at: rating.at }] : []),
    ...(typeof vomitingCount === 'number'
      ? [{ name: 'vomitingCount', value: vomitingCount, unit: '1' }]
      : []),
  ];
  const found: DetectedIssue[] = [];
  const say = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
  ) =>
    found.push({
      rule: nauseaRule,
      code,
      title,
      action,
      inputs,
      missing,
      sources: [most.source],
      confidence: most.confidence,
    });
  if (!rating) say('nausea-missing', 'Nobody has asked whether they feel sick.', 'unknown', ['nausea']);
  else if (!isOnScale)
    say(
      'nausea-not-on-scale',
      `Nausea runs from 0 to ${most.value} here; ${rating.value} is not on it.`,
      'unknown',
      ['nausea'],
    );
  else if (rating.value >= strongNauseaFrom[scale].value)
    say('nausea-strong', 'They feel very sick. Look again soon.', 'review');
  else if (rating.value > 0) say('nausea-present', 'They feel sick. Look again.', 'manage');
  if (vomitingCount === null || vomitingCount === undefined)
    say('vomiting-not-noted', 'Nobody has noted whether they vomited.', 'unknown', ['vomitingCount']);
  else if (!isCount)
    say('vomiting-implausible', `${vomitingCount} is not a count of vomiting.`, 'unknown', ['vomitingCount']);
  else if (vomitingCount >= repeatedVomitingFrom.value)
    say('vomiting-repeated', `They vomited ${vomitingCount} times. Someone stays with them.`, 'review');
  else if (vomitingCount > 0) say('vomiting-once', 'They vomited once.', 'manage');
  return byUrgency(found);
}
