// New or worse thoughts of suicide in the days after a session. The gap between doses can feel like a relapse, so this
// window has a name; outside it such thoughts bring a person just the same.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, generalKnowledge, houseRule, inputsOf } from '#clinical/dosing/dosing-finding.ts';
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

export const thoughtsRule = 'thoughts-after-session';

export const windowFromHours = sourced(24, 'h', 'T-GEN', 'G');
export const windowToHours = sourced(72, 'h', 'T-GEN', 'G');
/** The boxed warning speaks of people up to this age. */
export const boxedWarningToYears = sourced(24, 'a', 'L-US', 'V');

/** Against before the session, as the person says it. */
export type ThoughtsNow = 'none' | 'fewer' | 'same' | 'worse' | 'new';

export function thoughtsAfterSession(question: {
  readonly thoughts: ThoughtsNow | undefined;
  readonly saidAt: Instant | undefined;
  readonly sessionEndedAt: Instant | undefined;
  readonly ageYears?: number | undefined;
}): readonly DetectedIssue[] {
  const { thoughts, saidAt, sessionEndedAt, ageYears } = question;
  const inputs = inputsOf({ thoughts, ageYears }, { at: saidAt });
  const isTimeKnown = isKnown(saidAt) && isKnown(sessionEndedAt) && saidAt >= sessionEndedAt;
  const timeUnknown: readonly DetectedIssue[] = isTimeKnown
    ? []
    : [
        findingOf(thoughtsRule, {
          code: 'thoughts-time-unknown',
          title: 'It is not known how long after the session this was said.',
          action: 'unknown',
          missing: ['saidAt', 'sessionEndedAt'],
          roots: [houseRule],
        }),
      ];
  switch (thoughts) {
    // Said before the session, or at no known time, a no is no word about the days after it.
    case 'none':
      return timeUnknown;
    case 'fewer':
    case 'same':
      return [
        findingOf(thoughtsRule, {
          code: 'thoughts-continue',
          title: 'Thoughts of suicide are still there. A clinician knows and follows up.',
          action: 'review',
          inputs,
          roots: [houseRule],
        }),
      ];
    case 'worse':
    case 'new': {
      const hours =
        isTimeKnown && isKnown(saidAt) && isKnown(sessionEndedAt)
          ? minutesBetween(sessionEndedAt, saidAt) / 60
          : Number.NaN;
      const isInWindow = hours >= windowFromHours.value && hours <= windowToHours.value;
      const isYoung = ageYears !== undefined && ageYears <= boxedWarningToYears.value;
      return [
        ...timeUnknown,
        findingOf(thoughtsRule, {
          code: isInWindow ? 'thoughts-after-session' : 'thoughts-new-or-worse',
          title: `${
            isInWindow
              ? 'New or worse thoughts of suicide one to three days after the session; the gap between doses can feel like a relapse.'
              : 'New or worse thoughts of suicide.'
          } The prescriber speaks with them today.${
            isYoung ? ` The boxed warning speaks of people up to ${boxedWarningToYears.value}.` : ''
          }`,
          action: 'review',
          inputs,
          roots: isYoung ? [windowFromHours, boxedWarningToYears] : [windowFromHours, windowToHours],
        }),
      ];
    }
    default:
      return [
        findingOf(thoughtsRule, {
          code: 'thoughts-not-asked',
          title: 'Nobody has asked about thoughts of suicide since the session.',
          action: 'unknown',
          missing: ['thoughts'],
          roots: [houseRule, generalKnowledge],
        }),
      ];
  }
}

function isKnown(at: Instant | null | undefined): at is Instant {
  return Number.isFinite(at);
}
