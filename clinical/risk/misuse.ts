// Is ketamine becoming something else for this person? Asked before each series, with the refills asked for before their time
// and the urine. Sessions and milligrams that creep up are counted in `dosing/cumulative-exposure.ts`. Nothing here accuses;
// each finding is a talk to have.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import {
  findingOf,
  generalKnowledge,
  houseRule,
  inputsOf,
  type Root,
} from '#clinical/dosing/dosing-finding.ts';
import type { Instant } from '#clinical/instant.ts';

export const misuseRule = 'misuse';
export const urineScreenRule = 'urine-drug-screen';

const calls: Root = { source: 'K-ASA', confidence: 'V' };

/** What is asked before each series; a yes is a talk with the prescriber. */
export const misuseQuestions = {
  craving: 'a craving for ketamine',
  'use-outside-programme': 'ketamine from elsewhere',
  'higher-dose-wanted': 'the wish for a higher dose',
  'lost-lozenges': 'lozenges that were lost',
  'other-clinic': 'ketamine from another clinic',
} as const satisfies Readonly<Record<string, string>>;

export type MisuseQuestion = keyof typeof misuseQuestions;

export const misuseQuestionNames = Object.keys(misuseQuestions) as readonly MisuseQuestion[];

export type MisuseAnswers = Readonly<Partial<Record<MisuseQuestion, boolean | null | undefined>>>;

export function misuseIssues(question: {
  readonly answers: MisuseAnswers | undefined;
  /** Refills asked for before they were due, in this series. */
  readonly earlyRefills: number | null | undefined;
  /** Whether the prescription monitoring database was looked at, where the state has one. */
  readonly prescriptionMonitoring: 'checked' | 'not-checked' | 'no-such-database' | undefined;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { answers, earlyRefills, prescriptionMonitoring, at } = question;
  const yes = misuseQuestionNames.filter((name) => answers?.[name] === true);
  const isCount = earlyRefills !== null && earlyRefills !== undefined && isWhole(earlyRefills);
  const missing = [
    ...misuseQuestionNames.filter((name) => typeof answers?.[name] !== 'boolean'),
    ...(isCount ? [] : ['early-refills']),
    ...(prescriptionMonitoring === undefined || prescriptionMonitoring === null
      ? ['prescription-monitoring']
      : []),
  ];
  return byUrgency([
    ...yes.map((name) =>
      findingOf(misuseRule, {
        code: `misuse-${name}`,
        title: `Spoken of: ${misuseQuestions[name]}. The prescriber talks with them before the next series.`,
        action: 'review',
        inputs: inputsOf({ [name]: true }, { at }),
        roots: [calls, houseRule],
      }),
    ),
    ...(isCount && earlyRefills > 0
      ? [
          findingOf(misuseRule, {
            code: 'misuse-early-refills',
            title: `Refills asked for before their time: ${earlyRefills}.`,
            action: 'review',
            inputs: inputsOf({ 'early-refills': earlyRefills }, { unit: '1', at }),
            roots: [calls, houseRule],
          }),
        ]
      : []),
    ...(prescriptionMonitoring === 'not-checked'
      ? [
          findingOf(misuseRule, {
            code: 'prescription-monitoring-not-checked',
            title: 'The prescription monitoring database has not been looked at.',
            action: 'review',
            inputs: inputsOf({ 'prescription-monitoring': 'not-checked' }, { at }),
            roots: [generalKnowledge],
          }),
        ]
      : []),
    ...(missing.length > 0
      ? [
          findingOf(misuseRule, {
            code: 'misuse-not-asked',
            title: `Not asked before this series: ${missing.join(', ')}.`,
            action: 'unknown',
            inputs: isCount ? [] : inputsOf({ 'early-refills': earlyRefills ?? undefined }, { at }),
            missing,
            roots: [houseRule],
          }),
        ]
      : []),
  ]);
}

export type UrineScreen = {
  /** A standard panel does not look for ketamine. */
  readonly assay: 'ketamine-assay' | 'standard-panel' | undefined;
  readonly result: 'negative' | 'positive' | 'pending' | undefined;
  readonly at: Instant;
};

/** What the urine screen says, at baseline or at random later. Nothing here says what a positive one means. */
export function urineScreenIssues(question: {
  readonly screen: UrineScreen | undefined;
  readonly now: Instant;
}): readonly DetectedIssue[] {
  const { screen, now } = question;
  const checklist: Root = { source: 'K-APNA', confidence: 'V' };
  const inputs = inputsOf({ assay: screen?.assay, result: screen?.result }, { at: screen?.at });
  const unknown = (code: string, title: string, missing: string): DetectedIssue =>
    findingOf(urineScreenRule, {
      code,
      title,
      action: 'unknown',
      inputs,
      missing: [missing],
      roots: [checklist, generalKnowledge],
    });
  const found: DetectedIssue[] = [];
  if (!screen || !(screen.at <= now) || screen.result === 'pending' || !screen.result) {
    found.push(unknown('urine-screen-missing', 'There is no result of a urine drug screen.', 'urineScreen'));
  }
  if (screen?.result === 'positive') {
    found.push(
      findingOf(urineScreenRule, {
        code: 'urine-screen-positive',
        title: 'The urine drug screen is positive. The prescriber decides what it means for this plan.',
        action: 'review',
        inputs,
        roots: [checklist],
      }),
    );
  }
  if (screen && screen.assay !== 'ketamine-assay') {
    found.push(
      unknown(
        'urine-screen-misses-ketamine',
        'This screen does not look for ketamine; only an assay of its own does.',
        'ketamineAssay',
      ),
    );
  }
  return byUrgency(found);
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
