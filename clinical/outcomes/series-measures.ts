// By which form a series is read: that of each condition it is for, and low mood beside it. Low mood is asked of everyone, and a
// fall of it is a danger whatever the treatment is for.

import { instrumentById } from '#clinical/instruments/instruments.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { recordedScaleById } from '#clinical/instruments/recorded-scales.ts';
import { pathwayOf } from '#clinical/pathways/pathways.ts';
import { type ChangeRule, changeRules, type ReliableRule, reliableRules } from './change-rules.ts';
import type { DecisionAnswer } from './decision-points.ts';

export type SeriesMeasure = {
  readonly instrument: string;
  readonly name: string;
  /** Undefined where no rule was read: then it is unknown whether a change is a response. */
  readonly rule: ChangeRule | undefined;
  readonly reliable: ReliableRule | undefined;
  readonly betterIs: ChangeRule['betterIs'];
};

type Rules = Pick<SeriesMeasure, 'rule' | 'reliable'>;

const rulesOf: Readonly<Record<string, Rules>> = {
  'phq-9': { rule: changeRules.phq9, reliable: reliableRules.phq9Points5 },
  'gad-7': { rule: changeRules.gad7, reliable: reliableRules.gad7Points4 },
  'pcl-5': { rule: changeRules.pcl5Points10, reliable: reliableRules.pcl5Points5 },
  peg: { rule: changeRules.peg30, reliable: reliableRules.pegPoints1 },
  'y-bocs': { rule: changeRules.ybocs14, reliable: undefined },
};

/** In the order in which the conditions were named; the first of them decides. Nothing named leaves low mood alone. */
export function seriesMeasures(
  indicationIds: readonly string[],
): readonly [SeriesMeasure, ...SeriesMeasure[]] {
  const own = indicationIds.flatMap((id) => {
    const { forms = [], totals = [] } = pathwayOf(id) ?? {};
    return [...forms, ...totals].slice(0, 1);
  });
  const [first = phq9.id, ...further] = new Set([...own, phq9.id]);
  return [measureOf(first), ...further.map(measureOf)];
}

function measureOf(instrument: string): SeriesMeasure {
  const { rule, reliable } = rulesOf[instrument] ?? {};
  const name = instrumentById(instrument)?.name ?? recordedScaleById(instrument)?.name ?? instrument;
  return { instrument, name, rule, reliable, betterIs: rule?.betterIs ?? 'lower' };
}

export type ReadByMeasure = { readonly measure: SeriesMeasure; readonly answer: DecisionAnswer };

/** A reliable worsening on any of them is what is asked about; otherwise the first condition named. */
export function decidingOf<R extends ReadByMeasure>(readings: readonly [R, ...R[]]): R {
  return readings.find(({ answer }) => answer.path === 'worse') ?? readings[0];
}
