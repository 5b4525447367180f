// How often is the spray given in this week of the course, was its benefit judged, and what follows a missed session?
// Past the weeks a label speaks of, the answer is not known; it is not "go on as before".

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { daysBetween, isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, generalKnowledge, houseRule, inputsOf } from './dosing-finding.ts';
import type { EsketamineIndication } from './esketamine-dose.ts';

export const inductionToWeek = sourced(4, 'wk', 'L-MED', 'V');
export const weeklyToWeek = sourced(8, 'wk', 'L-MED', 'V', 'Treatment-resistant depression only.');
export const inductionPerWeek = sourced(2, '/wk', 'L-MED', 'V');
export const weeklyPerWeek = sourced(1, '/wk', 'L-MED', 'V');
export const maintenanceChoices = sourced(
  ['every 1 week', 'every 2 weeks'],
  'rule',
  'L-MED',
  'V',
  'The least frequent that keeps the response.',
);
export const missedAndNotWorse = sourced('keep the current frequency', 'rule', 'L-PDR', 'V');
export const missedAndWorse = sourced(
  'consider the previous, more frequent step',
  'rule',
  'L-PDR',
  'V2',
  'In maintenance.',
);

export type EsketamineSchedule =
  | { readonly state: 'per-week'; readonly sessionsPerWeek: number }
  | { readonly state: 'choice'; readonly choices: readonly string[] }
  | {
      readonly state: 'unknown';
      readonly because: 'indication-not-known' | 'week-not-known' | 'week-implausible' | 'not-evaluated';
    };

/** Weeks count from 1, the week of the first session. */
export function esketamineSchedule(question: {
  readonly indication: EsketamineIndication | undefined;
  readonly week: number | undefined;
}): EsketamineSchedule {
  const { indication, week } = question;
  if (week === undefined) return { state: 'unknown', because: 'week-not-known' };
  if (!isWeek(week)) return { state: 'unknown', because: 'week-implausible' };
  if (!indication) return { state: 'unknown', because: 'indication-not-known' };
  if (week <= inductionToWeek.value) return { state: 'per-week', sessionsPerWeek: inductionPerWeek.value };
  if (indication === 'mdd-si') return { state: 'unknown', because: 'not-evaluated' };
  if (week <= weeklyToWeek.value) return { state: 'per-week', sessionsPerWeek: weeklyPerWeek.value };
  return { state: 'choice', choices: maintenanceChoices.value };
}

/** The week of the course a day lies in; undefined before it began, or without readable days. */
export function weekOfCourse(question: {
  readonly firstSessionOn: LocalDate | undefined;
  readonly on: LocalDate;
}): number | undefined {
  const { firstSessionOn, on } = question;
  if (firstSessionOn === undefined || !isLocalDate(firstSessionOn) || !isLocalDate(on)) return undefined;
  const days = daysBetween(firstSessionOn, on);
  return days < 0 ? undefined : Math.floor(days / 7) + 1;
}

/** How many sessions the schedule holds up to the end of a week: 8 after four weeks, 12 after eight. */
export function scheduledSessions(question: {
  readonly indication: EsketamineIndication | undefined;
  readonly throughWeek: number | undefined;
}): number | undefined {
  const { indication, throughWeek } = question;
  if (!isWeek(throughWeek)) return undefined;
  let sessions = 0;
  for (let week = 1; week <= throughWeek; week += 1) {
    const schedule = esketamineSchedule({ indication, week });
    // Where there is a choice there is no one count, and further weeks do not bring it back.
    if (schedule.state !== 'per-week') return undefined;
    sessions += schedule.sessionsPerWeek;
  }
  return sessions;
}

const rule = 'esketamine-schedule';

/** The week, the sessions already given in it, and whether benefit was judged at the end of week 4. */
export function scheduleIssues(question: {
  readonly indication: EsketamineIndication | undefined;
  readonly week: number | undefined;
  /** Counting the one about to be given. */
  readonly sessionsThisWeek?: number | undefined;
  /** What the prescriber wrote at the end of induction. */
  readonly benefit?: 'benefit' | 'no-benefit' | undefined;
}): readonly DetectedIssue[] {
  const { indication, week, sessionsThisWeek, benefit } = question;
  const schedule = esketamineSchedule({ indication, week });
  const inputs = inputsOf({ indication, week, sessionsThisWeek });
  const issues: DetectedIssue[] = [];
  if (schedule.state === 'unknown') issues.push(notScheduled(schedule.because, { indication, week }));
  const isAfterInduction = isWeek(week) && week > inductionToWeek.value;
  if (isAfterInduction && benefit === undefined) {
    issues.push(
      findingOf(rule, {
        code: 'benefit-not-judged',
        title: `No one has written whether the first ${inductionToWeek.value} weeks helped.`,
        action: 'unknown',
        inputs,
        missing: ['benefit'],
        roots: [inductionToWeek],
      }),
    );
  }
  if (isAfterInduction && benefit === 'no-benefit') {
    issues.push(
      findingOf(rule, {
        code: 'no-benefit-and-going-on',
        title: `The first ${inductionToWeek.value} weeks brought no benefit: decide whether to go on.`,
        action: 'review',
        inputs,
        roots: [inductionToWeek],
      }),
    );
  }
  // Where the label leaves a choice, its more frequent one is weekly.
  const most = isAfterInduction ? weeklyPerWeek : inductionPerWeek;
  if (sessionsThisWeek !== undefined && !isCount(sessionsThisWeek)) {
    issues.push(
      findingOf(rule, {
        code: 'sessions-implausible',
        title: 'The number of sessions this week cannot be read as one.',
        action: 'unknown',
        inputs,
        missing: ['sessionsThisWeek'],
        roots: [houseRule],
      }),
    );
  } else if (schedule.state !== 'unknown' && (sessionsThisWeek ?? 0) > most.value) {
    issues.push(
      findingOf(rule, {
        code: 'more-often-than-scheduled',
        title: `${sessionsThisWeek} sessions this week are more than the label's ${most.value}.`,
        action: 'review',
        inputs,
        roots: [most],
      }),
    );
  }
  return byUrgency(issues);
}

/** After one or more missed sessions: what the label says, and what it does not. */
export function missedSessionIssues(question: {
  readonly missed: number | undefined;
  readonly week: number | undefined;
  readonly depression: 'worse' | 'not-worse' | undefined;
}): readonly DetectedIssue[] {
  const { missed, week, depression } = question;
  if (missed === 0) return [];
  const hasWeek = isWeek(week);
  const missing = [
    ...(isCount(missed) ? [] : ['missed']),
    ...(depression ? [] : ['depression']),
    // The week only matters once they are worse.
    ...(depression === 'not-worse' || hasWeek ? [] : ['week']),
  ];
  const inputs = inputsOf({ missed, week, depression });
  if (missing.length > 0) {
    return [
      findingOf(rule, {
        code: 'missed-session-not-known',
        title: 'What a missed session means cannot be said without knowing how they have been since.',
        action: 'unknown',
        inputs,
        missing,
        roots: [houseRule],
      }),
    ];
  }
  if (depression === 'not-worse') {
    return [
      findingOf(rule, {
        code: 'missed-and-not-worse',
        title: 'Sessions were missed without worsening: the label keeps the current frequency.',
        action: 'inform',
        inputs,
        roots: [missedAndNotWorse],
      }),
    ];
  }
  if (hasWeek && week > inductionToWeek.value) {
    return [
      findingOf(rule, {
        code: 'missed-and-worse',
        title:
          'Sessions were missed and depression is worse: the label considers the step before, more often.',
        action: 'review',
        inputs,
        roots: [missedAndWorse],
      }),
    ];
  }
  return [
    findingOf(rule, {
      code: 'missed-and-worse-in-induction',
      title:
        'Sessions were missed in the first weeks and depression is worse: no label text was found for this.',
      action: 'review',
      inputs,
      roots: [generalKnowledge],
    }),
  ];
}

function notScheduled(
  because: Extract<EsketamineSchedule, { state: 'unknown' }>['because'],
  given: { readonly indication: EsketamineIndication | undefined; readonly week: number | undefined },
): DetectedIssue {
  const inputs = inputsOf(given);
  switch (because) {
    case 'not-evaluated':
      return findingOf(rule, {
        code: 'not-evaluated',
        title: `Use past ${inductionToWeek.value} weeks was not evaluated for this indication.`,
        action: 'unknown',
        inputs,
        missing: ['schedule'],
        roots: [inductionToWeek],
      });
    case 'indication-not-known':
      return findingOf(rule, {
        code: because,
        title: 'The schedule depends on what the spray is given for.',
        action: 'unknown',
        inputs,
        missing: ['indication'],
        roots: [houseRule],
      });
    case 'week-not-known':
    case 'week-implausible':
      return findingOf(rule, {
        code: because,
        title: 'The week of the course is not known.',
        action: 'unknown',
        inputs,
        missing: ['week'],
        roots: [houseRule],
      });
  }
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}

function isWeek(week: number | undefined): week is number {
  return isCount(week) && week >= 1;
}
