// May this total, typed in from a licensed form, go on the record? Its scale, version and kind of total are named, and a
// number the form cannot give is sent back by name, never bent into the range.

import { byUrgency, type DetectedIssue, type IssueInput } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { bandOfTotal, faultOfTotal, type TotalFault } from './recorded-band.ts';
import type { RecordedScale, RecordedScore } from './recorded-scale.ts';
import { recordedScaleById } from './recorded-scales.ts';

export const recordedTotalRule = 'recorded-total';

export type TypedTotal = {
  readonly scale: string | undefined;
  readonly version: string | undefined;
  /** Which of the scale's totals; may be left out only where it has one. */
  readonly score?: string | undefined;
  readonly total: number | null | undefined;
  /** The answer to the item about death or self-harm, where the scale has one. */
  readonly riskItem?: number | null | undefined;
  readonly at: Instant | undefined;
};

export type RecordedTotal =
  | {
      readonly accepted: true;
      readonly scale: string;
      readonly version: string;
      readonly score: string;
      readonly total: number;
      /** Undefined where the scale has no bands, or has several sets and none was named. */
      readonly band: string | undefined;
      /** What the total alone does not say. */
      readonly issues: readonly DetectedIssue[];
    }
  | { readonly accepted: false; readonly issues: readonly DetectedIssue[] };

/** The range and version come from the catalogue, each with its source; that an odd total is sent back is a house rule. */
export function recordedTotal(question: {
  readonly typed: TypedTotal;
  readonly bandSet?: string | undefined;
}): RecordedTotal {
  const { bandSet } = question;
  const typed = withoutNulls(question.typed);
  const scale = typed.scale === undefined ? undefined : recordedScaleById(typed.scale);
  const score = scale && scoreOf(scale, typed.score);
  const risk = scale ? riskIssues(scale, typed) : [];
  const refused = refusals({ typed, scale, score });
  const { total } = typed;
  if (!scale || !score || refused.length > 0 || typeof total !== 'number') {
    return { accepted: false, issues: byUrgency([...refused, ...risk]) };
  }
  return {
    accepted: true,
    scale: scale.id,
    version: scale.version,
    score: score.id,
    total,
    band: bandOfTotal({ score, total, set: bandSet }),
    issues: risk,
  };
}

/** What a form or another system left empty was not given. */
function withoutNulls(typed: TypedTotal): TypedTotal {
  const { scale, version, score, total, riskItem, at } = typed;
  return {
    scale: scale ?? undefined,
    version: version ?? undefined,
    score: score ?? undefined,
    total: total ?? undefined,
    riskItem: riskItem ?? undefined,
    at: at ?? undefined,
  };
}

function scoreOf(scale: RecordedScale, id: string | undefined): RecordedScore | undefined {
  if (id !== undefined) return scale.scores.find((score) => score.id === id);
  return scale.scores.length === 1 ? scale.scores[0] : undefined;
}

function refusals(question: {
  readonly typed: TypedTotal;
  readonly scale: RecordedScale | undefined;
  readonly score: RecordedScore | undefined;
}): readonly DetectedIssue[] {
  const { typed, scale, score } = question;
  if (!scale) {
    return [
      typed.scale === undefined
        ? issue('scale-not-named', 'Nobody said which scale this total is from.', { missing: ['scale'] })
        : issue('scale-not-known', `“${typed.scale}” is not a scale that is kept as a total.`, {
            inputs: [{ name: 'scale', value: typed.scale, at: typed.at }],
            missing: ['scale'],
          }),
    ];
  }
  const fault = score && faultOfTotal({ score, total: typed.total });
  return [
    ...(typed.version === undefined
      ? [
          issue('version-not-named', `Which version of ${scale.name} was used is not known.`, {
            missing: ['version'],
          }),
        ]
      : []),
    ...(typed.version !== undefined && typed.version !== scale.version
      ? [
          issue(
            'version-not-held',
            `This is not the version of ${scale.name} whose totals are known: ${scale.version}.`,
            {
              inputs: [{ name: 'version', value: typed.version, at: typed.at }],
              missing: ['version'],
            },
          ),
        ]
      : []),
    ...(score
      ? []
      : [
          issue(
            'score-not-named',
            `${scale.name} is counted in more than one way, and which one is not known.`,
            {
              inputs: typed.score === undefined ? [] : [{ name: 'score', value: typed.score, at: typed.at }],
              missing: ['score'],
            },
          ),
        ]),
    ...(score && fault ? [faultIssue({ scale, score, fault, typed })] : []),
    ...(typed.at === undefined || !Number.isFinite(typed.at)
      ? [issue('time-not-known', `When this ${scale.name} was answered is not known.`, { missing: ['at'] })]
      : []),
  ];
}

function faultIssue(question: {
  readonly scale: RecordedScale;
  readonly score: RecordedScore;
  readonly fault: TotalFault;
  readonly typed: TypedTotal;
}): DetectedIssue {
  const { scale, score, fault, typed } = question;
  const [from, to] = score.range?.value ?? [];
  const titles: Readonly<Record<TotalFault, string>> = {
    missing: `There is no ${scale.name} total here.`,
    'not-a-number': `What was typed for ${scale.name} is not a number.`,
    'not-whole':
      score.step === 1
        ? `A ${scale.name} total is a whole number.`
        : `This ${scale.name} figure moves in steps of ${score.step}.`,
    'out-of-range': `A ${scale.name} total lies from ${from} to ${to}.`,
    'range-not-known': `Which totals ${scale.name} can give was not read in any source, so this one cannot be checked.`,
  };
  const { total } = typed;
  const shown: readonly IssueInput[] =
    total === undefined || total === null
      ? []
      : // A record cannot hold a number that is none, so it is shown as it was typed.
        [{ name: 'total', value: Number.isFinite(total) ? total : String(total), at: typed.at }];
  return issue(`total-${fault}`, titles[fault], {
    inputs: shown,
    missing: [fault === 'range-not-known' ? 'range' : 'total'],
    ...(score.range ? { source: score.range.source, confidence: score.range.confidence } : {}),
  });
}

/** A total can be low with thoughts of death in it, so the item is asked for by number. */
function riskIssues(scale: RecordedScale, typed: TypedTotal): readonly DetectedIssue[] {
  const { riskItem } = scale;
  if (!riskItem) return [];
  const name = `${scale.id}-${riskItem.value}`;
  const { source, confidence } = riskItem;
  const answer = typed.riskItem ?? undefined;
  const isAnswer = answer !== undefined && Number.isInteger(answer) && answer >= 0;
  if (!isAnswer) {
    return [
      issue(
        'risk-item-not-seen',
        `The total does not say how item ${riskItem.value}, on death, was answered.`,
        {
          inputs: answer === undefined ? [] : [{ name, value: String(answer), at: typed.at }],
          missing: [name],
          source,
          confidence,
        },
      ),
    ];
  }
  if (answer === 0) return [];
  return [
    issue('risk-item-positive', 'Thoughts of death were rated above zero. A person talks with them today.', {
      action: 'review',
      inputs: [{ name, value: answer, at: typed.at }],
      source,
      confidence,
    }),
  ];
}

function issue(
  code: string,
  title: string,
  found: {
    readonly action?: 'unknown' | 'review';
    readonly inputs?: readonly IssueInput[];
    readonly missing?: readonly string[];
    readonly source?: SourceId;
    readonly confidence?: Confidence;
  },
): DetectedIssue {
  const { action = 'unknown', inputs = [], missing = [], source = 'H-HOUSE', confidence = 'H' } = found;
  const sources: readonly SourceId[] = source === 'H-HOUSE' ? [source] : [source, 'H-HOUSE'];
  return { rule: recordedTotalRule, code, title, action, inputs, missing, sources, confidence };
}
