// Harm or its shadow, as it is kept: what, how bad, whether serious, whether from the dose, when, and who was told. A part
// nobody filled in is unknown; what was filled in twice and disagrees is taken at its worse.

import type { Route } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, houseRule, inputsOf, type Root } from '#clinical/dosing/dosing-finding.ts';
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import type { Jurisdiction } from '#clinical/screening/conditions.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import {
  type AdverseEventTerm,
  adverseEventTerms,
  type Relatedness,
  type ReportedTo,
  relatednessSteps,
  type SeriousnessCriterion,
  type Severity,
  severities,
} from './adverse-event-terms.ts';

export const adverseEventRule = 'adverse-event';

export type AdverseEvent = {
  readonly term: AdverseEventTerm | undefined;
  readonly severity: Severity | undefined;
  /** An empty list means someone asked and none applies. */
  readonly seriousness: readonly SeriousnessCriterion[] | undefined;
  readonly relatedness: Relatedness | undefined;
  readonly startedAt: Instant | undefined;
  readonly firstDoseAt: Instant | undefined;
  readonly resolved: Instant | 'ongoing' | undefined;
  /** An empty list means nobody was told, and that this is known. */
  readonly reportedTo: readonly ReportedTo[] | undefined;
};

/** Whether it is serious; the severities life-threatening and fatal are, whatever the list says. */
export function isSerious(event: Pick<AdverseEvent, 'severity' | 'seriousness'>): boolean | 'unknown' {
  const { severity, seriousness } = event;
  if (severity === 'life-threatening' || severity === 'fatal') return true;
  if (!Array.isArray(seriousness)) return 'unknown';
  return seriousness.length > 0;
}

/** Findings that ask a prescriber before anything more is given. */
const askPrescriber: readonly string[] = ['adverse-event-serious', 'adverse-event-severe'];

export function asksPrescriber(issues: readonly DetectedIssue[]): boolean {
  return issues.some(({ code }) => askPrescriber.includes(code));
}

/** Minutes after the first dose or device at which it began; undefined when either time is not known. */
export function minutesFromFirstDose(
  event: Partial<Pick<AdverseEvent, 'startedAt' | 'firstDoseAt'>>,
): number | undefined {
  const { startedAt, firstDoseAt } = event;
  return isTime(startedAt) && isTime(firstDoseAt) ? minutesBetween(firstDoseAt, startedAt) : undefined;
}

/** must: a programme or rule asks for it. may: voluntary, or by contract. */
export type ReportingDuty = {
  readonly to: ReportedTo;
  readonly duty: 'must' | 'may';
  readonly why: Sourced<string>;
};

/** Whom to tell about it, for this route in this place; what is marked G is looked up before it is relied on. */
export function reportingDuties(question: {
  readonly event: Pick<AdverseEvent, 'severity' | 'seriousness' | 'relatedness'>;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
  readonly inTrial?: boolean;
}): readonly ReportingDuty[] {
  const { event, route, jurisdiction, inTrial } = question;
  const serious = isSerious(event);
  const duties: ReportingDuty[] = [];
  if (jurisdiction === 'US' && route === 'nasal') {
    duties.push({
      to: 'rems',
      duty: 'must',
      why: sourced(
        'Suspected adverse events go on the monitoring form or to its telephone.',
        'text',
        'R-SET',
        'V',
      ),
    });
  }
  if (jurisdiction === 'US') {
    duties.push({
      to: 'medwatch',
      duty: 'may',
      why: sourced('Voluntary for clinicians; asked for when serious.', 'text', 'T-GEN', 'G'),
    });
  } else {
    duties.push({
      to: 'national-authority',
      duty: serious === false ? 'may' : 'must',
      why: sourced('The authority of the country; its own rule is looked up.', 'text', 'T-GEN', 'G'),
    });
  }
  if (route === 'home' || route === 'sublingual') {
    duties.push({
      to: 'pharmacy',
      duty: 'may',
      why: sourced('The pharmacy that made the lozenge wants to know.', 'text', 'T-GEN', 'G'),
    });
  }
  if (inTrial) {
    duties.push({
      to: 'sponsor',
      duty: 'must',
      why: sourced('The sponsor of a trial sets how fast.', 'text', 'T-GEN', 'G'),
    });
  }
  return duties;
}

/** What is missing, what cannot be, and what is still to be told. */
export function adverseEventIssues(question: {
  readonly event: AdverseEvent | undefined;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
  readonly inTrial?: boolean;
}): readonly DetectedIssue[] {
  const { event } = question;
  if (!event) {
    return [
      findingOf(adverseEventRule, {
        code: 'adverse-event-not-asked',
        title: 'Nobody has said whether anything went wrong.',
        action: 'unknown',
        missing: ['adverseEvent'],
        roots: [houseRule],
      }),
    ];
  }
  return byUrgency([
    ...incomplete(event),
    ...impossibleTimes(event),
    ...graveIssues(event),
    ...toldIssues(question, event),
  ]);
}

function incomplete(event: AdverseEvent): readonly DetectedIssue[] {
  const missing = [
    ...(adverseEventTerms.some((term) => term === event.term) ? [] : ['term']),
    ...(severities.some((severity) => severity === event.severity) ? [] : ['severity']),
    ...(Array.isArray(event.seriousness) ? [] : ['seriousness']),
    ...(relatednessSteps.some((step) => step === event.relatedness) ? [] : ['relatedness']),
    ...(isTime(event.startedAt) ? [] : ['startedAt']),
    ...(isTime(event.firstDoseAt) ? [] : ['firstDoseAt']),
    ...(event.resolved === 'ongoing' || isTime(event.resolved) ? [] : ['resolved']),
  ];
  if (missing.length === 0) return [];
  return [
    findingOf(adverseEventRule, {
      code: 'adverse-event-incomplete',
      title: `Still to be filled in about what went wrong: ${missing.join(', ')}.`,
      action: 'unknown',
      inputs: inputsOf({ term: event.term, severity: event.severity }, { at: event.startedAt }),
      missing,
      roots: [houseRule],
    }),
  ];
}

function impossibleTimes(event: AdverseEvent): readonly DetectedIssue[] {
  const { startedAt, resolved } = event;
  const minutes = minutesFromFirstDose(event);
  const found: DetectedIssue[] = [];
  if (minutes !== undefined && minutes < 0) {
    found.push(
      findingOf(adverseEventRule, {
        code: 'adverse-event-before-dose',
        title: 'It began before the first dose: look at the times again.',
        action: 'unknown',
        inputs: inputsOf({ minutesFromFirstDose: minutes }, { unit: 'min', at: startedAt }),
        missing: ['startedAt'],
        roots: [houseRule],
      }),
    );
  }
  if (isTime(resolved) && isTime(startedAt) && resolved < startedAt) {
    found.push(
      findingOf(adverseEventRule, {
        code: 'adverse-event-ended-before-start',
        title: 'It ended before it began: look at the times again.',
        action: 'unknown',
        inputs: inputsOf({ resolved: minutesBetween(startedAt, resolved) }, { unit: 'min', at: startedAt }),
        missing: ['resolved'],
        roots: [houseRule],
      }),
    );
  }
  return found;
}

const regulators: Root = { source: 'T-GEN', confidence: 'G' };

/** What a prescriber must look at before anything more is given, from as little as was said of it. */
export function graveIssues(
  event: Pick<AdverseEvent, 'term' | 'severity' | 'seriousness'> & Partial<AdverseEvent>,
): readonly DetectedIssue[] {
  const inputs = inputsOf(
    {
      term: event.term,
      severity: event.severity,
      relatedness: event.relatedness,
      minutesFromFirstDose: minutesFromFirstDose(event),
    },
    { at: event.startedAt },
  );
  if (isSerious(event) === true) {
    return [
      findingOf(adverseEventRule, {
        code: 'adverse-event-serious',
        title: 'A serious adverse event. The prescriber decides before anything more is given.',
        action: 'exclude',
        inputs,
        roots: [regulators, houseRule],
      }),
    ];
  }
  const asksReview =
    event.severity === 'severe' ||
    event.term === 'suicidal-thoughts' ||
    event.term === 'loss-of-consciousness';
  if (!asksReview) return [];
  return [
    findingOf(adverseEventRule, {
      code: 'adverse-event-severe',
      title: 'A severe adverse event. The prescriber reviews it before the next dose.',
      action: 'review',
      inputs,
      roots: [houseRule],
    }),
  ];
}

function toldIssues(
  question: { readonly route: Route; readonly jurisdiction: Jurisdiction; readonly inTrial?: boolean },
  event: AdverseEvent,
): readonly DetectedIssue[] {
  const must = reportingDuties({ ...question, event }).filter(({ duty }) => duty === 'must');
  const open = must.filter(({ to }) => !event.reportedTo?.includes(to));
  if (open.length === 0) return [];
  const isKnown = Array.isArray(event.reportedTo);
  const names = open.map(({ to }) => to).join(', ');
  return [
    findingOf(adverseEventRule, {
      code: isKnown ? 'adverse-event-to-report' : 'adverse-event-report-unknown',
      title: isKnown ? `Still to be told: ${names}.` : `It is not known whether these were told: ${names}.`,
      action: isKnown ? 'review' : 'unknown',
      inputs: inputsOf({ term: event.term }, { at: event.startedAt }),
      missing: isKnown ? [] : ['reportedTo'],
      roots: [open[0]?.why ?? houseRule, ...open.slice(1).map(({ why }) => why)],
    }),
  ];
}

function isTime(at: unknown): at is Instant {
  return typeof at === 'number' && Number.isFinite(at);
}
