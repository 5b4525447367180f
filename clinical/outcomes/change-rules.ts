// What counts as a response, as remission and as more than noise, each by the name of the rule that says so. Where
// sources disagree both rules stand here, and a clinic says by name which one it reports with.

import { gad7 } from '#clinical/instruments/gad-7.ts';
import type { ChangeRule as FigureOfForm, Instrument } from '#clinical/instruments/instrument.ts';
import { pcl5, pcl5MeaningfulChange, pcl5ReliableChange } from '#clinical/instruments/pcl-5.ts';
import { peg, pegSmallestDifferenceFrom } from '#clinical/instruments/peg.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import {
  bpiRange,
  hamdRange,
  isiRange,
  madrsRange,
  qidsRange,
  who5PercentRange,
  wsasRange,
  ybocsRange,
} from '#clinical/instruments/recorded-scales.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';

export type Direction = 'lower' | 'higher';

export type ChangeRule = {
  readonly name: string;
  /** The one scale it speaks of; totals of another are never put to it. */
  readonly instrument: string;
  readonly betterIs: Direction;
  /** A total outside is no total of this scale. */
  readonly range: Sourced<readonly [number, number]>;
  /** Undefined: no rule was read, so whether it is a response is unknown. */
  readonly response: { readonly per: 'percent' | 'points'; readonly atLeast: Sourced<number> } | undefined;
  readonly remission: { readonly is: 'at-or-below' | 'below'; readonly limit: Sourced<number> } | undefined;
};

const half = (source: SourceId, confidence: Confidence) =>
  ({ per: 'percent', atLeast: sourced(50, '%', source, confidence) }) as const;

const atOrBelow = (limit: number, source: SourceId, confidence: Confidence, note?: string) =>
  ({ is: 'at-or-below', limit: sourced(limit, '{score}', source, confidence, note) }) as const;

const below = (limit: number, source: SourceId, confidence: Confidence, note?: string) =>
  ({ is: 'below', limit: sourced(limit, '{score}', source, confidence, note) }) as const;

/** The figures of a form that is shipped stand with the form; here they only get their unit. */
function ofForm(figure: FigureOfForm, unit: string): Sourced<number> {
  return sourced<number>(figure.value, unit, figure.source, figure.confidence);
}

function rangeOf({ range, source, confidence }: Instrument): Sourced<readonly [number, number]> {
  return sourced([range.from, range.to] as const, '{score}', source, confidence);
}

function changeOf(form: typeof phq9 | typeof gad7): Pick<ChangeRule, 'range' | 'response' | 'remission'> {
  const { change } = form;
  return {
    range: rangeOf(form),
    response: { per: 'percent', atLeast: ofForm(change.responsePercent, '%') },
    remission: { is: 'at-or-below', limit: ofForm(change.remissionAtOrBelow, '{score}') },
  };
}

/** A fall of 35 %, not of half, is the usual response of this scale. */
const ybocsResponse = { per: 'percent', atLeast: sourced(35, '%', 'Q-OTH', 'V') } as const;

/** Points of the percentage. */
const who5Points = sourced(10, '{score}', 'Q-OTH', 'V');

export const changeRules = {
  phq9: { name: 'phq9', instrument: phq9.id, betterIs: 'lower', ...changeOf(phq9) },
  gad7: { name: 'gad7', instrument: gad7.id, betterIs: 'lower', ...changeOf(gad7) },
  qids: {
    name: 'qids',
    instrument: 'qids-sr16',
    betterIs: 'lower',
    range: qidsRange,
    response: half('T-GEN', 'G'),
    remission: atOrBelow(5, 'Q-OTH', 'V2'),
  },
  madrsHawley: {
    name: 'madrsHawley',
    instrument: 'madrs',
    betterIs: 'lower',
    range: madrsRange,
    response: half('Q-OTH', 'V'),
    remission: below(10, 'Q-OTH', 'V', 'Hawley 2002'),
  },
  madrs10: {
    name: 'madrs10',
    instrument: 'madrs',
    betterIs: 'lower',
    range: madrsRange,
    response: half('Q-OTH', 'V'),
    remission: atOrBelow(10, 'T-GEN', 'G'),
  },
  madrs12: {
    name: 'madrs12',
    instrument: 'madrs',
    betterIs: 'lower',
    range: madrsRange,
    response: half('Q-OTH', 'V'),
    remission: atOrBelow(12, 'T-GEN', 'G', 'As in trials of esketamine'),
  },
  hamd7: {
    name: 'hamd7',
    instrument: 'hamd-17',
    betterIs: 'lower',
    range: hamdRange,
    response: half('Q-OTH', 'V'),
    remission: atOrBelow(7, 'Q-OTH', 'V'),
  },
  ybocs14: {
    name: 'ybocs14',
    instrument: 'y-bocs',
    betterIs: 'lower',
    range: ybocsRange,
    response: ybocsResponse,
    remission: atOrBelow(14, 'Q-OTH', 'V', 'Farris 2013'),
  },
  ybocs12: {
    name: 'ybocs12',
    instrument: 'y-bocs',
    betterIs: 'lower',
    range: ybocsRange,
    response: ybocsResponse,
    remission: atOrBelow(12, 'Q-OTH', 'V', 'Wellness by one paper, remission by consensus'),
  },
  who5: {
    name: 'who5',
    instrument: 'who-5',
    betterIs: 'higher',
    // The percentage, not the raw sum.
    range: who5PercentRange,
    response: { per: 'points', atLeast: who5Points },
    remission: undefined,
  },
  bpi30: {
    name: 'bpi30',
    instrument: 'bpi-sf',
    betterIs: 'lower',
    // One of its two means, never one against the other.
    range: bpiRange,
    response: { per: 'percent', atLeast: sourced(30, '%', 'T-GEN', 'G') },
    remission: undefined,
  },
  pcl5Points10: {
    name: 'pcl5Points10',
    instrument: pcl5.id,
    betterIs: 'lower',
    range: rangeOf(pcl5),
    // The change people find meaningful. No share of the start and no total called remission was read.
    response: { per: 'points', atLeast: pcl5MeaningfulChange },
    remission: undefined,
  },
  peg30: {
    name: 'peg30',
    instrument: peg.id,
    betterIs: 'lower',
    range: rangeOf(peg),
    response: { per: 'percent', atLeast: sourced(30, '%', 'T-GEN', 'G') },
    remission: undefined,
  },
} as const satisfies Readonly<Record<string, ChangeRule>>;

export type ChangeRuleName = keyof typeof changeRules;

/** A change this large, in either direction, is more than the form's own noise, or is one that people notice. */
export type ReliableRule = {
  readonly name: string;
  readonly instrument: string;
  readonly betterIs: Direction;
  /** A total outside is no total of this scale. */
  readonly range: Sourced<readonly [number, number]>;
  readonly per: 'percent' | 'points';
  readonly atLeast: Sourced<number>;
};

const lowerIsBetter = { betterIs: 'lower' } as const;
const phq9Form = { instrument: phq9.id, range: rangeOf(phq9), ...lowerIsBetter } as const;
const gad7Form = { instrument: gad7.id, range: rangeOf(gad7), ...lowerIsBetter } as const;
const pcl5Form = { instrument: pcl5.id, range: rangeOf(pcl5), ...lowerIsBetter } as const;
const isiForm = { instrument: 'isi', range: isiRange, ...lowerIsBetter } as const;

/** Sources conflict for PHQ-9; by house rule the 5 points are shown, apart from the 50 % of a response. */
export const reliableRules = {
  phq9Points5: {
    name: 'phq9Points5',
    ...phq9Form,
    per: 'points',
    atLeast: sourced(5, '{score}', 'T-GEN', 'G'),
  },
  phq9Points6: {
    name: 'phq9Points6',
    ...phq9Form,
    per: 'points',
    atLeast: ofForm(phq9.change.reliablePoints, '{score}'),
  },
  phq9Percent20: {
    name: 'phq9Percent20',
    ...phq9Form,
    per: 'percent',
    atLeast: sourced(20, '%', 'Q-OTH', 'V', 'Kounali 2020, about'),
  },
  gad7Points4: {
    name: 'gad7Points4',
    ...gad7Form,
    per: 'points',
    atLeast: ofForm(gad7.change.reliablePoints, '{score}'),
  },
  gad7Percent27: {
    name: 'gad7Percent27',
    ...gad7Form,
    per: 'percent',
    atLeast: sourced(26.8, '%', 'Q-OTH', 'V', 'Kounali 2020, about'),
  },
  pcl5Points5: { name: 'pcl5Points5', ...pcl5Form, per: 'points', atLeast: pcl5ReliableChange },
  pcl5Points10: { name: 'pcl5Points10', ...pcl5Form, per: 'points', atLeast: pcl5MeaningfulChange },
  who5Points10: {
    name: 'who5Points10',
    instrument: 'who-5',
    betterIs: 'higher',
    range: who5PercentRange,
    per: 'points',
    atLeast: who5Points,
  },
  isiPoints6: { name: 'isiPoints6', ...isiForm, per: 'points', atLeast: sourced(6, '{score}', 'T-GEN', 'G') },
  isiPoints84: {
    name: 'isiPoints84',
    ...isiForm,
    per: 'points',
    atLeast: sourced(8.4, '{score}', 'Q-OTH', 'V', 'Moderate improvement, from an abstract'),
  },
  wsasPoints8: {
    name: 'wsasPoints8',
    instrument: 'wsas',
    range: wsasRange,
    ...lowerIsBetter,
    per: 'points',
    atLeast: sourced(8, '{score}', 'T-GEN', 'G'),
  },
  pegPoints1: {
    name: 'pegPoints1',
    instrument: peg.id,
    range: rangeOf(peg),
    ...lowerIsBetter,
    per: 'points',
    atLeast: pegSmallestDifferenceFrom,
  },
} as const satisfies Readonly<Record<string, ReliableRule>>;

export type ReliableRuleName = keyof typeof reliableRules;
