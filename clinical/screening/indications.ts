// What is ketamine wanted for, is it approved for that here, how good is the evidence, and what must be on paper? All
// racemic ketamine in this work is off-label; the spray is approved for two things. Exhaustion gets a conversation.

import type { Route } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue, type IssueAction } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { SourceId } from '#clinical/sources.ts';
import type { Jurisdiction } from './conditions.ts';

export const indicationRule = 'indication';

/** strong: several trials agree. some: trials, few or mixed. weak: small or early studies, or none. */
export type Evidence = 'strong' | 'some' | 'weak';

export type Approval = {
  readonly jurisdiction: Jurisdiction;
  readonly terms: Sourced<string>;
};

export type Indication = {
  readonly id: string;
  readonly name: string;
  /** Undefined: not a diagnosis a treatment can be ordered for. */
  readonly evidence: Sourced<Evidence> | undefined;
  /** Of esketamine nasal spray. Racemic ketamine is approved for none of these anywhere. */
  readonly esketamineApprovals: readonly Approval[];
  /** What must be on paper before a plan, by the names the answers are given in. */
  readonly mustDocument: readonly string[];
};

/** What every indication needs on paper. */
const always = ['diagnosis', 'treatments-tried'] as const;

function evidence(level: Evidence, source: SourceId = 'T-GEN'): Sourced<Evidence> {
  return sourced(level, 'evidence', source, 'G', 'Level of evidence judged from general knowledge.');
}

function approved(jurisdiction: Jurisdiction, terms: string, source: SourceId, isRead = true): Approval {
  return { jurisdiction, terms: sourced(terms, 'text', source, isRead ? 'V' : 'G') };
}

function offLabel(id: string, name: string, level: Evidence, source?: SourceId): Indication {
  return { id, name, evidence: evidence(level, source), esketamineApprovals: [], mustDocument: always };
}

export const indications: readonly Indication[] = [
  {
    id: 'treatment-resistant-depression',
    name: 'Depression that did not answer to treatment',
    evidence: evidence('strong'),
    esketamineApprovals: [
      approved('US', 'Adults, with an oral antidepressant or alone.', 'L-LEXI'),
      approved('EU', 'Adults, with an oral antidepressant.', 'L-EU'),
      approved('UK', 'Adults, with an oral antidepressant.', 'L-EU'),
    ],
    mustDocument: always,
  },
  {
    id: 'depression-with-acute-suicidality',
    name: 'Major depression with acute thoughts or acts of suicide',
    evidence: evidence('strong'),
    esketamineApprovals: [
      approved('US', 'Adults, with an oral antidepressant, for four weeks.', 'L-MED'),
      approved('EU', 'A psychiatric emergency, under 65, for four weeks.', 'L-EU'),
      approved('UK', 'A psychiatric emergency; read as the European label.', 'L-EU', false),
    ],
    mustDocument: [...always, 'suicide-risk-assessment', 'place-that-can-respond'],
  },
  offLabel('depression', 'Depression', 'some', 'K-SAN'),
  {
    ...offLabel('bipolar-depression', 'Depression in bipolar disorder', 'some', 'K-APNA'),
    mustDocument: [...always, 'mood-stabilizer'],
  },
  offLabel('anxiety', 'Anxiety', 'weak'),
  offLabel('social-anxiety', 'Social anxiety', 'weak'),
  offLabel('ptsd', 'Post-traumatic stress', 'some'),
  offLabel('ocd', 'Obsessive-compulsive disorder', 'weak'),
  offLabel('crps', 'Complex regional pain syndrome', 'some', 'K-PAIN'),
  offLabel('chronic-pain', 'Other long-lasting pain', 'weak', 'K-PAIN'),
  offLabel('fibromyalgia', 'Fibromyalgia', 'weak'),
  offLabel('migraine', 'Migraine', 'weak'),
  {
    ...offLabel('substance-use', 'Alcohol or drug dependence', 'weak'),
    mustDocument: [...always, 'structured-programme', 'urine-drug-screen'],
  },
  {
    id: 'burnout',
    name: 'Burnout',
    evidence: undefined,
    esketamineApprovals: [],
    mustDocument: [],
  },
];

/** How many adequate treatments must have failed before depression is called resistant. */
export const adequateTrialsAtLeast = sourced(2, 'treatments', 'T-GEN', 'G');
/** A count above this is a slip of the finger. */
export const mostTrials = sourced(50, 'treatments', 'H-HOUSE', 'H');

export function indication(id: string): Indication | undefined {
  return indications.find((one) => one.id === id);
}

/** approved: the label here speaks of it. Unknown: no such indication is listed. */
export function approvalOf(question: {
  readonly indicationId: string;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
}): 'approved' | 'off-label' | 'not-a-diagnosis' | 'unknown' {
  const { indicationId, route, jurisdiction } = question;
  const found = indication(indicationId);
  if (!found) return 'unknown';
  if (!found.evidence) return 'not-a-diagnosis';
  const speaks = found.esketamineApprovals.some((one) => one.jurisdiction === jurisdiction);
  return route === 'nasal' && speaks ? 'approved' : 'off-label';
}

/** What the prescriber must see before a plan for this indication, by this route, here. */
export function indicationIssues(question: {
  readonly indicationId: string | undefined;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
  /** Adequate treatments that did not help; asked for depression called resistant. */
  readonly adequateTrials?: number | undefined;
  /** True: it is on paper. False: someone looked and it is not. Undefined: nobody looked. */
  readonly documented?: Readonly<Record<string, boolean | undefined>> | undefined;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { indicationId, route, jurisdiction, at } = question;
  const found = indicationId === undefined ? undefined : indication(indicationId);
  if (indicationId === undefined || !found) {
    return [
      said({
        code: indicationId === undefined ? 'indication-not-named' : 'indication-not-listed',
        title:
          indicationId === undefined
            ? 'Nobody has said what the treatment is for.'
            : `“${indicationId}” is not among the indications we know something about.`,
        action: 'unknown',
        missing: ['indication'],
        sources: ['H-HOUSE'],
        confidence: 'H',
      }),
    ];
  }
  const inputs = [
    { name: 'indication', value: found.id, at },
    { name: 'route', value: route },
    { name: 'jurisdiction', value: jurisdiction },
  ];
  if (!found.evidence) {
    return [
      said({
        code: 'indication-conversation',
        title: `${found.name} is not a diagnosis: talk about what lies behind it before anything is planned.`,
        action: 'review',
        inputs,
        sources: ['H-HOUSE'],
        confidence: 'H',
      }),
    ];
  }
  const isApproved = approvalOf({ indicationId, route, jurisdiction }) === 'approved';
  return byUrgency([
    ...(isApproved
      ? []
      : [
          said({
            code: 'indication-off-label',
            title: `${found.name}: not approved for this by this route here. The consent says so.`,
            action: 'inform',
            inputs,
            sources: ['L-US', 'L-EU', 'K-SAN'],
            confidence: 'V',
          }),
        ]),
    ...(found.evidence.value === 'weak'
      ? [
          said({
            code: 'indication-weak-evidence',
            title: `${found.name}: the evidence is weak. The prescriber weighs it for this person.`,
            action: 'review',
            inputs,
            sources: [found.evidence.source],
            confidence: found.evidence.confidence,
          }),
        ]
      : []),
    ...(found.id === 'treatment-resistant-depression' ? trialsIssues(question.adequateTrials, at) : []),
    ...paperIssues(found, question.documented, at),
  ]);
}

function trialsIssues(adequateTrials: number | undefined, at: Instant | undefined): readonly DetectedIssue[] {
  const { value: atLeast, source, confidence } = adequateTrialsAtLeast;
  const isCount =
    adequateTrials !== undefined &&
    Number.isInteger(adequateTrials) &&
    adequateTrials >= 0 &&
    adequateTrials <= mostTrials.value;
  if (isCount && adequateTrials >= atLeast) return [];
  const inputs =
    adequateTrials === undefined ? [] : [{ name: 'adequateTrials', value: adequateTrials, unit: '1', at }];
  if (isCount) {
    return [
      said({
        code: 'trials-too-few',
        title: `Fewer than ${atLeast} adequate treatments were tried: this is not yet called resistant.`,
        action: 'review',
        inputs,
        sources: [source],
        confidence,
      }),
    ];
  }
  return [
    said({
      code: adequateTrials === undefined ? 'trials-not-known' : 'trials-implausible',
      title:
        adequateTrials === undefined
          ? 'Nobody has counted the adequate treatments that were tried.'
          : `${adequateTrials} is not a count of treatments. Ask again.`,
      action: 'unknown',
      inputs,
      missing: ['adequateTrials'],
      sources: [source],
      confidence,
    }),
  ];
}

function paperIssues(
  found: Indication,
  documented: Readonly<Record<string, boolean | undefined>> | undefined,
  at: Instant | undefined,
): readonly DetectedIssue[] {
  const notLooked = found.mustDocument.filter((name) => typeof documented?.[name] !== 'boolean');
  const absent = found.mustDocument.filter((name) => documented?.[name] === false);
  return [
    ...(notLooked.length > 0
      ? [
          said({
            code: 'paper-not-known',
            title: `Nobody has looked whether this is on paper: ${notLooked.join(', ')}.`,
            action: 'unknown',
            missing: notLooked,
            sources: ['H-HOUSE'],
            confidence: 'H',
          }),
        ]
      : []),
    ...(absent.length > 0
      ? [
          said({
            code: 'paper-missing',
            title: `Not on paper: ${absent.join(', ')}.`,
            action: 'review',
            inputs: absent.map((name) => ({ name, value: false, at })),
            sources: ['H-HOUSE'],
            confidence: 'H',
          }),
        ]
      : []),
  ];
}

function said(
  issue: Pick<DetectedIssue, 'code' | 'title' | 'sources' | 'confidence'> & {
    readonly action: IssueAction;
    readonly inputs?: DetectedIssue['inputs'];
    readonly missing?: readonly string[];
  },
): DetectedIssue {
  return { rule: indicationRule, inputs: [], missing: [], ...issue };
}
