// Where pregnancy is possible, is there a test that speaks for this series? Before the first session of each series, and
// again when a period was missed. A test that is missing, unclear or too old is unknown.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, houseRule, inputsOf, type Root } from '#clinical/dosing/dosing-finding.ts';
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import type { PregnancyAnswer } from '#clinical/screening/screen-person.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const pregnancyTestRule = 'pregnancy-test';

/** How long before the first session of a series a test still speaks for it. The clinic's own number. */
export const testMostDaysBefore = sourced(7, 'd', 'H-HOUSE', 'H');

export type PregnancyTest = { readonly result: 'negative' | 'positive' | 'unclear'; readonly at: Instant };

const trials: Root = { source: 'K-APNA', confidence: 'V' };

export function pregnancyTestIssues(question: {
  readonly pregnancy: PregnancyAnswer | undefined;
  readonly test: PregnancyTest | undefined;
  /** When the first session of this series is or was. */
  readonly seriesStartsAt: Instant | undefined;
  readonly missedPeriodSinceTest: boolean | undefined;
  readonly now: Instant;
  readonly mostDaysBefore?: Sourced<number>;
}): readonly DetectedIssue[] {
  const { pregnancy, test, seriesStartsAt, missedPeriodSinceTest, now } = question;
  const { mostDaysBefore = testMostDaysBefore } = question;
  const say = (code: string, title: string, missing: string, ...roots: readonly Root[]): DetectedIssue =>
    findingOf(pregnancyTestRule, {
      code,
      title,
      action: 'unknown',
      inputs: inputsOf({ pregnancyTest: test?.result }, { at: test?.at }),
      missing: [missing],
      roots: [trials, ...roots],
    });
  if (test?.result === 'positive' || pregnancy === 'pregnant') {
    return [
      findingOf(pregnancyTestRule, {
        code: 'pregnancy-test-positive',
        title: 'Pregnant: no dose.',
        action: 'exclude',
        inputs: inputsOf({ pregnancyTest: test?.result, pregnancy }, { at: test?.at }),
        roots: [trials],
      }),
    ];
  }
  if (pregnancy === 'not-possible') return [];
  if (pregnancy !== 'possible' && pregnancy !== 'breast-feeding') {
    return [say('pregnancy-not-known', 'It is not known whether pregnancy is possible.', 'pregnancy')];
  }
  if (!test) {
    return [say('pregnancy-not-tested', 'Pregnancy is possible and nobody has tested.', 'pregnancyTest')];
  }
  if (test.result !== 'negative') {
    return [
      say('pregnancy-test-unclear', 'The pregnancy test gave no clear answer. Test again.', 'pregnancyTest'),
    ];
  }
  if (!(test.at <= now)) {
    return [
      say(
        'pregnancy-test-time',
        'The time of the pregnancy test is not possible.',
        'pregnancyTest',
        houseRule,
      ),
    ];
  }
  if (seriesStartsAt === undefined || !Number.isFinite(seriesStartsAt)) {
    return [
      say(
        'series-start-unknown',
        'It is not known which series the pregnancy test was for.',
        'seriesStartsAt',
        houseRule,
      ),
    ];
  }
  const daysBefore = minutesBetween(test.at, seriesStartsAt) / (24 * 60);
  if (daysBefore > mostDaysBefore.value) {
    return [
      say(
        'pregnancy-test-old',
        `The pregnancy test is from more than ${mostDaysBefore.value} days before this series. Test again.`,
        'pregnancyTest',
        mostDaysBefore,
      ),
    ];
  }
  if (missedPeriodSinceTest === true) {
    return [
      say(
        'period-missed',
        'A period was missed since the last test. Test again.',
        'pregnancyTest',
        houseRule,
      ),
    ];
  }
  if (missedPeriodSinceTest !== false) {
    return [
      say(
        'period-not-asked',
        'Nobody has asked about a missed period since the test.',
        'missedPeriodSinceTest',
        houseRule,
      ),
    ];
  }
  return [];
}
