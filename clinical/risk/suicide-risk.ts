// One answer about death or self-harm is enough to bring a person, whatever the total says, the moment it is given and
// with no network. An answer left out is unknown, not no.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { optionsFor } from '#clinical/instruments/asking.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import type { Answers } from '#clinical/instruments/score.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const rule = 'suicide-risk';

/** Findings about the item that speaks of death; none only when it was answered with the lowest option. */
export function riskItemIssues(question: {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly at: Instant;
}): readonly DetectedIssue[] {
  const { instrument, answers, at } = question;
  const itemId = instrument.riskItemId;
  if (itemId === undefined) return [];
  const value = answers[itemId] ?? undefined;
  const options = optionsFor(instrument, itemId) ?? [];
  if (value === undefined || !options.some((option) => option.value === value)) {
    return [
      {
        rule,
        code: 'risk-item-not-answered',
        title: 'The question about thoughts of death was not answered. Ask again.',
        action: 'unknown',
        inputs: [],
        missing: [itemId],
        sources: ['H-HOUSE', 'Q-CAM'],
        confidence: 'H',
      },
    ];
  }
  if (value === options[0]?.value) return [];
  return [
    {
      rule,
      code: 'risk-item-positive',
      title: 'They have had thoughts of death or of hurting themselves. A person talks with them today.',
      action: 'review',
      inputs: [{ name: itemId, value, at }],
      missing: [],
      sources: ['Q-CAM', 'H-HOUSE'],
      confidence: 'H',
    },
  ];
}

/** Items that ask about suicide in scales whose words we may not hold: only their number comes to us. */
export const riskNumbers = {
  'qids-12': { name: 'QIDS item 12', most: sourced(3, 'points', 'T-GEN', 'G') },
  'madrs-10': { name: 'MADRS item 10', most: sourced(6, 'points', 'T-GEN', 'G') },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly most: Sourced<number> }>>;

/** Findings about such a number; none only when it is zero. Above zero brings a person, on the scale or off it. */
export function riskNumberIssues(question: {
  readonly item: keyof typeof riskNumbers;
  readonly value: number | null | undefined;
  readonly at: Instant;
}): readonly DetectedIssue[] {
  const { item, value, at } = question;
  const { name, most } = riskNumbers[item];
  if (value === 0) return [];
  const isKnown = value !== null && value !== undefined;
  const isOnScale = isKnown && Number.isInteger(value) && value >= 0 && value <= most.value;
  const inputs = isKnown ? [{ name: item, value: Number.isFinite(value) ? value : String(value), at }] : [];
  const found: DetectedIssue[] = [];
  if (!isOnScale) {
    found.push({
      rule,
      code: isKnown ? 'risk-item-not-on-scale' : 'risk-item-not-answered',
      title: isKnown
        ? `${name} cannot be ${value}. Look at the form again.`
        : `${name} was not answered. Ask again.`,
      action: 'unknown',
      inputs,
      missing: [item],
      sources: [most.source, 'H-HOUSE'],
      confidence: 'H',
    });
  }
  if (isKnown && value > 0) {
    found.push({
      rule,
      code: 'risk-item-positive',
      title: `${name} speaks of thoughts of suicide. A person talks with them today.`,
      action: 'review',
      inputs,
      missing: [],
      sources: [most.source, 'H-HOUSE'],
      confidence: 'G',
    });
  }
  return found;
}

/** Yes or no; undefined or null: not asked or not known. */
type Said = boolean | null | undefined;

export type CssrsScreener = {
  readonly q1: Said;
  readonly q2: Said;
  readonly q3: Said;
  readonly q4: Said;
  readonly q5: Said;
  readonly q6Lifetime: Said;
  readonly q6Past3Months: Said;
};

export type RiskLevel = 'none' | 'low' | 'moderate' | 'high';

export type RiskTriage = {
  /** The highest level any answer given so far speaks for; undefined when an open answer leaves even that unknown. */
  readonly level: RiskLevel | undefined;
  readonly incomplete: boolean;
  readonly missing: readonly (keyof CssrsScreener)[];
};

/**
 * Triage of the C-SSRS screener by its highest positive answer; answers are never added up (source Q-CSSRS, V2).
 * Questions 3 to 5 are asked only after a yes to 2. With an answer missing nobody is called free of risk.
 */
export function triageCssrs(answers: CssrsScreener): RiskTriage {
  const asked: readonly (keyof CssrsScreener)[] =
    answers.q2 === false
      ? ['q1', 'q2', 'q6Lifetime', 'q6Past3Months']
      : ['q1', 'q2', 'q3', 'q4', 'q5', 'q6Lifetime', 'q6Past3Months'];
  // A behaviour never in a lifetime was not in the last three months either.
  const missing = asked
    .filter((name) => answers[name] === null || answers[name] === undefined)
    .filter((name) => !(name === 'q6Past3Months' && answers.q6Lifetime === false));
  const known = highestLevel(answers);
  const incomplete = missing.length > 0;
  return { level: incomplete && known === 'none' ? undefined : known, incomplete, missing };
}

function highestLevel(answers: CssrsScreener): RiskLevel {
  if (answers.q4 || answers.q5 || answers.q6Past3Months) return 'high';
  if (answers.q3 || answers.q6Lifetime) return 'moderate';
  return answers.q1 || answers.q2 ? 'low' : 'none';
}

export function cssrsIssues(question: {
  readonly answers: CssrsScreener;
  readonly at: Instant;
}): readonly DetectedIssue[] {
  const { answers, at } = question;
  const { level, missing } = triageCssrs(answers);
  const found: readonly DetectedIssue[] =
    level === undefined || level === 'none'
      ? []
      : [
          {
            rule,
            code: `cssrs-${level}`,
            title: cssrsTitles[level],
            action: level === 'high' ? 'exclude' : 'review',
            inputs: [{ name: 'cssrs', value: level, at }],
            missing,
            sources: ['Q-CSSRS'],
            confidence: 'V2',
          },
        ];
  if (missing.length === 0) return found;
  return [
    ...found,
    {
      rule,
      code: 'cssrs-incomplete',
      title: 'Some questions about suicide were not answered.',
      action: 'unknown',
      inputs: [],
      missing,
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}

const cssrsTitles: Readonly<Record<'low' | 'moderate' | 'high', string>> = {
  low: 'Thoughts without a plan. A clinician reviews, makes a safety plan and follows up.',
  moderate: 'Thoughts with a method, or an act in the past. Assess the same day.',
  high: 'Intent, a plan or a recent act. Stay with them and assess now.',
};
