// The cards of the questionnaires whose words come with the software: how each is counted, where it turns, and what it
// says when an answer is missing.

import { auditC, auditCCutMen, auditCCutUnknown, auditCCutWomen } from '#clinical/instruments/audit-c.ts';
import { cssrsScreener } from '#clinical/instruments/c-ssrs-screener.ts';
import { cgiImprovement, cgiResponseAtOrBelow } from '#clinical/instruments/cgi.ts';
import { dast10, dast10Cut } from '#clinical/instruments/dast-10.ts';
import { gad7, gad7CaseCut } from '#clinical/instruments/gad-7.ts';
import type { ChangeRule, Instrument } from '#clinical/instruments/instrument.ts';
import {
  pcl5,
  pcl5Clusters,
  pcl5ItemEndorsed,
  pcl5LowerCut,
  pcl5MeaningfulChange,
  pcl5ReliableChange,
  pcl5UpperCut,
} from '#clinical/instruments/pcl-5.ts';
import { peg, pegSmallestDifferenceFrom, pegSmallestDifferenceTo } from '#clinical/instruments/peg.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { phq9PatternRule, phq9ProrateAtMost } from '#clinical/instruments/score.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const noTotal =
  'No total and no band. The questions left open are named, and an answer that is not one of those offered is named too.';

export const instrumentCards: readonly RuleCard[] = [
  {
    id: 'phq-9-score',
    stage: 'instruments',
    question: 'How much depression over the last two weeks, and were there thoughts of death?',
    decides:
      'Adds up nine answers and names the band. The ninth answer is read by itself: above the lowest option it is positive, whatever the total. A clinic may turn on filling in a few open questions; what that comes to is never kept as a total.',
    inputs: itemIds(phq9),
    whenMissing: `${noTotal} A ninth question left open is unknown, not no.`,
    figures: {
      bands: bandsOf(phq9),
      responsePercent: ofChange(phq9.change.responsePercent, '%'),
      remissionAtOrBelow: ofChange(phq9.change.remissionAtOrBelow, 'points'),
      reliablePoints: ofChange(phq9.change.reliablePoints, 'points'),
      prorateAtMost: phq9ProrateAtMost,
    },
    sources: ['Q-CAM', 'Q-PHQ', 'Q-OTH', 'H-HOUSE'],
  },
  {
    id: 'phq-9-pattern',
    stage: 'instruments',
    question: 'Do the nine answers have the pattern of major or of other depression?',
    decides:
      'The first or second item must reach the threshold; then the items at theirs are counted, the ninth from its own lower one. It describes answers and is no diagnosis.',
    inputs: itemIds(phq9),
    whenMissing: 'No pattern: with one of the nine missing or not an answer it is unknown.',
    figures: phq9PatternRule,
    sources: ['Q-CAM'],
  },
  {
    id: 'gad-7-score',
    stage: 'instruments',
    question: 'How much anxiety over the last two weeks?',
    decides:
      'Adds up seven answers and names the band; from the cut on an anxiety disorder is likely enough to look.',
    inputs: itemIds(gad7),
    whenMissing: noTotal,
    figures: {
      bands: bandsOf(gad7),
      caseCut: gad7CaseCut,
      responsePercent: ofChange(gad7.change.responsePercent, '%'),
      remissionAtOrBelow: ofChange(gad7.change.remissionAtOrBelow, 'points'),
      reliablePoints: ofChange(gad7.change.reliablePoints, 'points'),
    },
    sources: ['Q-CAM', 'Q-PHQ', 'Q-OTH', 'T-GEN'],
  },
  {
    id: 'pcl-5-score',
    stage: 'instruments',
    question: 'How much of each cluster of symptoms after a very stressful experience?',
    decides:
      'Adds up twenty answers, each cluster by itself, and counts the items at their threshold. The provisional rule asks for enough of each cluster. The form has no severity bands.',
    inputs: itemIds(pcl5),
    whenMissing: 'No total, no cluster and no rule. The questions left open are named.',
    figures: {
      itemEndorsed: pcl5ItemEndorsed,
      neededB: pcl5Clusters.B.needed,
      neededC: pcl5Clusters.C.needed,
      neededD: pcl5Clusters.D.needed,
      neededE: pcl5Clusters.E.needed,
      lowerCut: pcl5LowerCut,
      upperCut: pcl5UpperCut,
    },
    sources: ['Q-CAM', 'Q-AWELL'],
  },
  {
    id: 'pcl-5-change',
    stage: 'instruments',
    question: 'Is the difference of two PCL-5 totals more than noise, and does it matter?',
    decides:
      'Compares the fall since the baseline with two steps; a rise as large as the first step is worsening.',
    inputs: ['baseline', 'now'],
    whenMissing: 'Unknown: without two possible totals there is no difference.',
    figures: { reliable: pcl5ReliableChange, meaningful: pcl5MeaningfulChange },
    sources: ['Q-OTH'],
  },
  {
    id: 'audit-c-score',
    stage: 'instruments',
    question: 'Is the drinking of the past year more than is safe?',
    decides:
      'Adds up three answers and compares with the cut for the sex on record. It says when all points come from how often alone.',
    inputs: [...itemIds(auditC), 'sex'],
    whenMissing: `${noTotal} Without a known sex the lower cut is used, and it is said that it was.`,
    figures: { men: auditCCutMen, women: auditCCutWomen, unknownOrOther: auditCCutUnknown },
    sources: ['Q-CAM', 'H-HOUSE'],
  },
  {
    id: 'dast-10-score',
    stage: 'instruments',
    question: 'How much trouble with drugs other than alcohol over the past year?',
    decides: 'Counts one for each yes, and for the third question one for no, then names the band.',
    inputs: itemIds(dast10),
    whenMissing: noTotal,
    figures: { bands: bandsOf(dast10), cut: dast10Cut },
    sources: ['Q-DAST', 'Q-CAM'],
  },
  {
    id: 'peg-score',
    stage: 'instruments',
    question: 'How much does pain weigh, in itself and on life?',
    decides: 'The mean of three numbers, not rounded.',
    inputs: itemIds(peg),
    whenMissing: 'No mean. The number left out is named.',
    figures: {
      smallestDifferenceFrom: pegSmallestDifferenceFrom,
      smallestDifferenceTo: pegSmallestDifferenceTo,
    },
    sources: ['T-GEN', 'Q-OTH'],
  },
  {
    id: 'c-ssrs-screener-questions',
    stage: 'instruments',
    question: 'Which questions of the Columbia screener are asked, and in which order?',
    decides:
      'Questions 1, 2 and 6 always; 3 to 5 only after a yes to 2; the last three months only after a yes to 6. Answers are never added up: the triage reads them one by one.',
    inputs: itemIds(cssrsScreener),
    whenMissing: 'The open questions are named, and the triage calls nobody free of risk.',
    figures: {},
    sources: ['Q-CSSRS'],
  },
  {
    id: 'cgi-rating',
    stage: 'instruments',
    question: 'How ill does the clinician find them, and how much changed?',
    decides: 'Keeps each rating from 1 to 7 as it was given. "Much improved" or better is called a response.',
    inputs: itemIds(cgiImprovement),
    whenMissing: 'No rating and no response: unknown.',
    figures: { responseAtOrBelow: cgiResponseAtOrBelow },
    sources: ['Q-CAM', 'T-GEN'],
  },
];

function itemIds(instrument: Instrument): readonly string[] {
  return instrument.items.map((item) => item.id);
}

function bandsOf({ bands, source, confidence }: Instrument): Sourced<readonly string[]> {
  const lines = bands.map((band) => `${band.name} ${band.from} to ${band.to}`);
  return sourced<readonly string[]>(lines, 'points', source, confidence);
}

function ofChange(rule: ChangeRule, unit: string): Sourced<number> {
  return sourced(rule.value, unit, rule.source, rule.confidence);
}
