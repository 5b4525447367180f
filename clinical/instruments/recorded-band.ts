// Which named band a total falls in, and under whose cut-offs. Where sources conflict the set is named by the caller.

import type { RecordedScore } from './recorded-scale.ts';
import { hamd17, type hamdBandSets, madrs } from './recorded-scales.ts';

export type TotalFault = 'missing' | 'not-a-number' | 'not-whole' | 'out-of-range' | 'range-not-known';

/** What is wrong with a total as typed, or undefined when it is one this score can have. Nothing is clamped. */
export function faultOfTotal(question: {
  readonly score: RecordedScore;
  readonly total: number | null | undefined;
}): TotalFault | undefined {
  const { score, total } = question;
  if (total === undefined || total === null) return 'missing';
  if (typeof total !== 'number' || !Number.isFinite(total)) return 'not-a-number';
  if (score.range === undefined) return 'range-not-known';
  const [from, to] = score.range.value;
  if (total < from || total > to) return 'out-of-range';
  if (score.step !== undefined && (total - from) % score.step !== 0) return 'not-whole';
  return undefined;
}

/** The band of a possible total in a named set; undefined for a total this score cannot have or an unknown set. */
export function bandOfTotal(question: {
  readonly score: RecordedScore;
  readonly total: number | null | undefined;
  /** May be left out only where there is a single set. */
  readonly set?: string | undefined;
}): string | undefined {
  const { score, total, set } = question;
  if (faultOfTotal({ score, total }) !== undefined || typeof total !== 'number') return undefined;
  const [only, other] = score.bandSets;
  const chosen =
    set === undefined && other === undefined ? only : score.bandSets.find((one) => one.name === set);
  if (chosen === undefined) return undefined;
  return chosen.bands[chosen.from.value.findLastIndex((from) => total >= from)];
}

/** MADRS total 0 to 60 to its band. Source Q-OTH, V. */
export function madrsBand(total: number | null | undefined): string | undefined {
  const [score] = madrs.scores;
  return score && bandOfTotal({ score, total });
}

/** HAM-D 17 total 0 to 52 to its band in the set named; the sets of Q-CAM and Q-OTH disagree. */
export function hamdBand(question: {
  readonly total: number | null | undefined;
  readonly set: (typeof hamdBandSets)[number]['name'] | undefined;
}): string | undefined {
  const [score] = hamd17.scores;
  return score && bandOfTotal({ score, ...question });
}
