// The cards of watching: what a reading or a rating means while someone is in the clinic's care.

import { leastPulsePressureMmHg } from '#clinical/monitoring/blood-pressure.ts';
import { dissociationRule, mostDissociation, releaseAtMost } from '#clinical/monitoring/dissociation.ts';
import { distressCallsFrom, distressRule, mostDistress } from '#clinical/monitoring/distress.ts';
import { rescueRule } from '#clinical/monitoring/emergencies.ts';
import { heartRateChangePercent, oxygenFallPoints } from '#clinical/monitoring/heart-and-breath.ts';
import { lineCheckEveryMinutes, lineRule } from '#clinical/monitoring/line-check.ts';
import {
  mostNausea,
  mostVomiting,
  nauseaRule,
  repeatedVomitingFrom,
  strongNauseaFrom,
} from '#clinical/monitoring/nausea.ts';
import { mayBeAloneMinutes, presenceRule } from '#clinical/monitoring/presence.ts';
import { ramsayLimits, ramsayRule } from '#clinical/monitoring/ramsay.ts';
import { rassLimits, rassRule } from '#clinical/monitoring/rass.ts';
import { type VitalSignKey, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const moments = {
  start: 'before the dose',
  alert: 'while they are watched',
  release: 'before they leave',
} as const;

const signs = [
  { rule: 'heart-rate', words: 'the pulse', keys: ['heartRatePerMin'] },
  { rule: 'oxygen', words: 'the oxygen saturation', keys: ['spo2Percent'] },
  { rule: 'breathing', words: 'the breathing', keys: ['respiratoryRatePerMin'] },
  { rule: 'blood-pressure', words: 'the blood pressure', keys: ['systolicMmHg', 'diastolicMmHg'] },
] as const;

function plausibleFigures(
  keys: readonly VitalSignKey[],
): Readonly<Record<string, Sourced<readonly number[]>>> {
  return Object.fromEntries(
    keys.map((key) => {
      const { plausible, ucum } = vitalSign(key);
      return [
        `${key}Plausible`,
        sourced([plausible.from, plausible.to], ucum, plausible.source, plausible.confidence),
      ];
    }),
  );
}

const againstLimits: readonly RuleCard[] = signs.flatMap((sign) =>
  (['start', 'alert', 'release'] as const).map(
    (moment): RuleCard => ({
      id: `${sign.rule}-${moment}`,
      stage: 'monitoring',
      question: `Is ${sign.words} inside the limits ${moments[moment]}?`,
      decides: 'Strictly below or above a limit of the edition is reviewed.',
      inputs: sign.keys,
      whenMissing: 'A reading that was not taken, or that no instrument can show, is unknown.',
      figures: {
        ...plausibleFigures(sign.keys),
        ...(sign.rule === 'blood-pressure' ? { leastPulsePressureMmHg } : {}),
      },
      sources: ['T-GEN'],
    }),
  ),
);

export const monitoringCards: readonly RuleCard[] = [
  ...againstLimits,
  {
    id: 'blood-pressure-own-baseline',
    stage: 'monitoring',
    question: 'How far is systolic pressure above this person’s own reading before the dose?',
    decides: 'A rise strictly above the edition’s percentage is reviewed.',
    inputs: ['systolicMmHg', 'baselineSystolicMmHg'],
    whenMissing: 'Without a readable pressure from before the dose the comparison is unknown.',
    figures: plausibleFigures(['systolicMmHg']),
    sources: ['T-GEN'],
  },
  {
    id: 'heart-rate-own-baseline',
    stage: 'monitoring',
    question: 'How far is the pulse from this person’s own before the dose?',
    decides: 'A change strictly above the percentage, up or down, is reviewed.',
    inputs: ['heartRatePerMin', 'heartRatePerMin before the dose'],
    whenMissing: 'Without both readings the comparison is unknown.',
    figures: { heartRateChangePercent, ...plausibleFigures(['heartRatePerMin']) },
    sources: ['T-GEN'],
  },
  {
    id: 'oxygen-own-baseline',
    stage: 'monitoring',
    question: 'How far has oxygen saturation fallen from this person’s own before the dose?',
    decides: 'A fall of strictly more than so many points is reviewed, even inside the limits for all.',
    inputs: ['spo2Percent', 'spo2Percent before the dose'],
    whenMissing: 'Without both readings the comparison is unknown.',
    figures: { oxygenFallPoints, ...plausibleFigures(['spo2Percent']) },
    sources: ['T-GEN'],
  },
  {
    id: 'sedation',
    stage: 'monitoring',
    question: 'How awake are they, by MOAA/S?',
    decides: 'At or below the edition’s steps: look, give no more, treat as an emergency.',
    inputs: ['moaas'],
    whenMissing: 'No score, a score that is no step and a score from another print are unknown.',
    figures: {},
    sources: ['M-MOAA'],
  },
  {
    id: rassRule,
    stage: 'monitoring',
    question: 'How agitated or sedated are they, by RASS?',
    decides: 'Agitated is reviewed; deep sedation is reviewed and then an emergency.',
    inputs: ['rass'],
    whenMissing: 'No score, or one that is no step, is unknown.',
    figures: rassLimits,
    sources: ['Q-USC', 'H-HOUSE'],
  },
  {
    id: ramsayRule,
    stage: 'monitoring',
    question: 'How sedated are they, by Ramsay?',
    decides: 'Higher is deeper: look, give no more, treat as an emergency.',
    inputs: ['ramsay'],
    whenMissing: 'No score, or one that is no step, is unknown.',
    figures: ramsayLimits,
    sources: ['M-MOAA', 'H-HOUSE'],
  },
  {
    id: dissociationRule,
    stage: 'monitoring',
    question: 'How far away do they feel?',
    decides: 'Told while the dose works; before leaving it must have gone.',
    inputs: ['dissociation'],
    whenMissing: 'Not asked, or a rating off the scale, is unknown.',
    figures: { mostDissociation, releaseAtMost },
    sources: ['R-FDA', 'H-HOUSE'],
  },
  {
    id: distressRule,
    stage: 'monitoring',
    question: 'Is it so hard for them that someone is called to the bed?',
    decides: 'From the number of the protocol on it rings and someone goes; below it is written down.',
    inputs: ['distress'],
    whenMissing: 'Not asked, or off the scale, is unknown.',
    figures: { most: mostDistress, callsFrom: distressCallsFrom },
    sources: ['H-HOUSE'],
  },
  {
    id: lineRule,
    stage: 'monitoring',
    question: 'How does the place look where the drip goes in, and when is it looked at again?',
    decides: 'Swollen, leaking or out: no more is given. Red or painful: pause and look again.',
    inputs: ['line'],
    whenMissing: 'Not looked at is unknown.',
    figures: { lineCheckEveryMinutes },
    sources: ['H-HOUSE'],
  },
  {
    id: presenceRule,
    stage: 'monitoring',
    question: 'Is someone of the team in the room while the dose works?',
    decides: 'After the minutes of the protocol with no one there it rings, and someone goes.',
    inputs: ['alone'],
    whenMissing: 'Where nobody said who is in the room, no one is taken to be.',
    figures: { mayBeAloneMinutes },
    sources: ['H-HOUSE'],
  },
  {
    id: nauseaRule,
    stage: 'monitoring',
    question: 'Do they feel sick, and did they vomit?',
    decides: 'Strong nausea and repeated vomiting are reviewed; less is managed.',
    inputs: ['nausea', 'vomitingCount'],
    whenMissing: 'Not asked, not noted, or off the scale is unknown.',
    figures: {
      mostOfThree: mostNausea['0-3'],
      mostOfTen: mostNausea['0-10'],
      strongOfThreeFrom: strongNauseaFrom['0-3'],
      strongOfTenFrom: strongNauseaFrom['0-10'],
      repeatedVomitingFrom,
      mostVomiting,
    },
    sources: ['H-HOUSE'],
  },
  {
    id: rescueRule,
    stage: 'monitoring',
    question: 'Is a rescue that was given written down whole?',
    decides: 'Name, amount, route, time, why, what it did and who gave it; nothing is suggested.',
    inputs: ['category', 'what', 'amount', 'route', 'at', 'indication', 'response', 'by'],
    whenMissing: 'Each part left out is unknown.',
    figures: {},
    sources: ['H-HOUSE'],
  },
];
