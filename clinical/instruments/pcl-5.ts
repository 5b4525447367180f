// PCL-5, twenty questions about the month after a very stressful experience. A total, four clusters and a rule by cluster;
// it has no severity bands, whatever some copies print.

import { sourced } from '#clinical/sourced.ts';
import type { Instrument } from './instrument.ts';
import { answersInOrder, type Incomplete, score, type Values } from './score.ts';

/** The two ends of the published cut: totals from 31 to 33 are where a provisional diagnosis begins, by setting. */
export const pcl5LowerCut = sourced(31, 'points', 'Q-CAM', 'V');
export const pcl5UpperCut = sourced(33, 'points', 'Q-CAM', 'V');

/** An item counts as there from this answer, "moderately". */
export const pcl5ItemEndorsed = sourced(2, 'points', 'Q-CAM', 'V');

/** Which questions make up each cluster of symptoms, and how many of them the provisional rule asks for. */
export const pcl5Clusters = {
  B: { from: 1, to: 5, needed: sourced(1, 'items', 'Q-CAM', 'V') },
  C: { from: 6, to: 7, needed: sourced(1, 'items', 'Q-CAM', 'V') },
  D: { from: 8, to: 14, needed: sourced(2, 'items', 'Q-CAM', 'V') },
  E: { from: 15, to: 20, needed: sourced(2, 'items', 'Q-CAM', 'V') },
} as const;

export const pcl5ReliableChange = sourced(5, 'points', 'Q-OTH', 'V2', 'as a published calculator prints it');
export const pcl5MeaningfulChange = sourced(
  10,
  'points',
  'Q-OTH',
  'V2',
  'as a published calculator prints it',
);

const topicsAndTexts = [
  ['memories', 'Repeated, disturbing, and unwanted memories of the stressful experience?'],
  ['dreams', 'Repeated, disturbing dreams of the stressful experience?'],
  [
    'reliving',
    'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
  ],
  ['upset at reminders', 'Feeling very upset when something reminded you of the stressful experience?'],
  [
    'body at reminders',
    'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
  ],
  ['avoiding thoughts', 'Avoiding memories, thoughts, or feelings related to the stressful experience?'],
  [
    'avoiding reminders',
    'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
  ],
  ['gaps in memory', 'Trouble remembering important parts of the stressful experience?'],
  [
    'beliefs',
    'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
  ],
  ['blame', 'Blaming yourself or someone else for the stressful experience or what happened after it?'],
  ['feelings', 'Having strong negative feelings such as fear, horror, anger, guilt, or shame?'],
  ['interest', 'Loss of interest in activities that you used to enjoy?'],
  ['distance', 'Feeling distant or cut off from other people?'],
  [
    'numbness',
    'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
  ],
  ['irritability', 'Irritable behavior, angry outbursts, or acting aggressively?'],
  ['risk taking', 'Taking too many risks or doing things that could cause you harm?'],
  ['on guard', 'Being “superalert” or watchful or on guard?'],
  ['startle', 'Feeling jumpy or easily startled?'],
  ['concentration', 'Having difficulty concentrating?'],
  ['sleep', 'Trouble falling or staying asleep?'],
] as const;

export const pcl5: Instrument = {
  id: 'pcl-5',
  name: 'PCL-5',
  version: '2013-month',
  language: 'en',
  wordingFrom: 'PTSD Checklist for DSM-5, past month, National Center for PTSD, 14 August 2013',
  filledBy: 'patient',
  instructions:
    'Below is a list of problems that people sometimes have in response to a very stressful experience. Please read each problem carefully and then circle one of the numbers to the right to indicate how much you have been bothered by that problem in the past month.',
  stem: 'In the past month, how much were you bothered by:',
  recallDays: 30,
  items: topicsAndTexts.map(([topic, text], index) => ({ id: `pcl-5-${index + 1}`, topic, text })),
  options: [
    { value: 0, text: 'Not at all' },
    { value: 1, text: 'A little bit' },
    { value: 2, text: 'Moderately' },
    { value: 3, text: 'Quite a bit' },
    { value: 4, text: 'Extremely' },
  ],
  scoring: 'sum',
  range: { from: 0, to: 80 },
  bands: [],
  cuts: [
    { name: 'provisional-lower', atOrAbove: pcl5LowerCut },
    { name: 'provisional-upper', atOrAbove: pcl5UpperCut },
  ],
  betterIs: 'lower',
  licence: {
    use: 'free',
    text: 'PCL-5 (8/14/2013) Weathers, Litz, Keane, Palmieri, Marx, & Schnurr -- National Center for PTSD',
    conditions: ['A work of the United States government, in the public domain.'],
    clinicConfirms: false,
    source: 'Q-CAM',
  },
  source: 'Q-CAM',
  confidence: 'V',
};

export type Pcl5Cluster = keyof typeof pcl5Clusters;

export type Pcl5Score =
  | {
      readonly complete: true;
      readonly total: number;
      readonly clusterSeverity: Readonly<Record<Pcl5Cluster, number>>;
      readonly clusterEndorsed: Readonly<Record<Pcl5Cluster, number>>;
      /** At least one B, one C, two D and two E answered from "moderately" up. Provisional: never a diagnosis. */
      readonly provisionalByClusterRule: boolean;
      readonly atOrAboveLowerCut: boolean;
      readonly atOrAboveUpperCut: boolean;
    }
  | Incomplete;

/** A PCL-5 by its twenty values. With one missing there is no total, no cluster and no rule. Sources Q-CAM, V. */
export function pcl5Score(values: Values): Pcl5Score {
  const scored = score(pcl5, answersInOrder(pcl5, values));
  if (!scored.complete) return scored;
  const given = values.map(Number);
  const ofCluster = (count: (value: number) => number) => (name: Pcl5Cluster) =>
    given
      .slice(pcl5Clusters[name].from - 1, pcl5Clusters[name].to)
      .reduce((sum, value) => sum + count(value), 0);
  const severity = ofCluster((value) => value);
  const endorsed = ofCluster((value) => (value >= pcl5ItemEndorsed.value ? 1 : 0));
  const byCluster = (of: (name: Pcl5Cluster) => number) => ({
    B: of('B'),
    C: of('C'),
    D: of('D'),
    E: of('E'),
  });
  const total = given.slice(0, pcl5.items.length).reduce((sum, value) => sum + value, 0);
  const clusters: readonly Pcl5Cluster[] = ['B', 'C', 'D', 'E'];
  return {
    complete: true,
    total,
    clusterSeverity: byCluster(severity),
    clusterEndorsed: byCluster(endorsed),
    provisionalByClusterRule: clusters.every((name) => endorsed(name) >= pcl5Clusters[name].needed.value),
    atOrAboveLowerCut: total >= pcl5LowerCut.value,
    atOrAboveUpperCut: total >= pcl5UpperCut.value,
  };
}

export type Pcl5Change = {
  /** Points fallen since the baseline; negative is a rise. */
  readonly drop: number;
  readonly reliableImprovement: boolean;
  readonly meaningfulImprovement: boolean;
  readonly reliableWorsening: boolean;
};

/** What the difference of two totals means; unknown when one is missing or is not a total of this form. */
export function pcl5Change(question: {
  readonly baseline: number | null | undefined;
  readonly now: number | null | undefined;
}): Pcl5Change | 'unknown' {
  const { baseline, now } = question;
  if (!isTotal(baseline) || !isTotal(now)) return 'unknown';
  const drop = baseline - now;
  return {
    drop,
    reliableImprovement: drop >= pcl5ReliableChange.value,
    meaningfulImprovement: drop >= pcl5MeaningfulChange.value,
    reliableWorsening: -drop >= pcl5ReliableChange.value,
  };
}

function isTotal(value: number | null | undefined): value is number {
  return Number.isInteger(value) && Number(value) >= pcl5.range.from && Number(value) <= pcl5.range.to;
}
