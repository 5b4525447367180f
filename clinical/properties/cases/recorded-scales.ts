// Scales kept as totals or item numbers: an item left out is no total, and a total no form can give is none.

import { hamdBand, madrsBand } from '#clinical/instruments/recorded-band.ts';
import { cadss6Total } from '#clinical/instruments/recorded-cadss.ts';
import { bpiInterference, bpiSeverity, ebiScore } from '#clinical/instruments/recorded-ebi.ts';
import { isiScore } from '#clinical/instruments/recorded-isi.ts';
import { meq30Complete } from '#clinical/instruments/recorded-meq-30.ts';
import { qidsScore } from '#clinical/instruments/recorded-qids.ts';
import { cadss6Items, hamdBandSets, madrs } from '#clinical/instruments/recorded-scales.ts';
import { recordedTotal } from '#clinical/instruments/recorded-total.ts';
import { who5Score } from '#clinical/instruments/recorded-who-5.ts';
import { wsasScore } from '#clinical/instruments/recorded-wsas.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';

const noughts = (count: number): readonly number[] => Array.from({ length: count }, () => 0);
const places = (count: number): readonly string[] => noughts(count).map((_, index) => `${index}`);

function itemCase(
  id: string,
  count: number,
  scoreOf: (answers: readonly (number | null | undefined)[]) => { readonly complete: boolean },
): RuleCase {
  return ruleCase({
    id,
    complete: noughts(count),
    removable: places(count),
    impossible: [
      ['0', -1],
      ['0', 99],
      ['0', 0.5],
    ],
    isFine: (answers) => scoreOf(answers).complete,
  });
}

export const recordedScaleCases: readonly RuleCase[] = [
  ruleCase({
    id: 'recorded-total',
    complete: {
      typed: { scale: madrs.id, version: madrs.version, total: 10, riskItem: 0, at: 1_796_000_000_000 },
    },
    removable: ['typed.scale', 'typed.version', 'typed.total', 'typed.riskItem', 'typed.at'],
    impossible: [
      ['typed.total', -1],
      ['typed.total', 61],
      ['typed.total', 10.5],
    ],
    isFine: (question) => {
      const kept = recordedTotal(question);
      return kept.accepted && isQuiet(kept.issues);
    },
  }),
  // The unanswered one of appetite and weight each counts as nought beside its partner, so those four are not here.
  ruleCase({
    id: 'qids-sr16-score',
    complete: noughts(16),
    removable: places(16).filter((place) => !['5', '6', '7', '8'].includes(place)),
    impossible: [['0', 4]],
    isFine: (answers) => qidsScore(answers).complete,
  }),
  itemCase('isi-score', 7, isiScore),
  itemCase('who-5-score', 5, who5Score),
  // Its items are marked on a line from 0 to 100.
  ruleCase({
    id: 'ebi-score',
    complete: noughts(6),
    removable: places(6),
    impossible: [
      ['0', -1],
      ['0', 101],
    ],
    isFine: (answers) => ebiScore(answers).complete,
  }),
  itemCase('bpi-means', 4, bpiSeverity),
  itemCase('bpi-means', 7, bpiInterference),
  ruleCase({
    id: 'wsas-score',
    complete: { answers: noughts(5), isWorkNotRated: false },
    removable: places(5).map((place) => `answers.${place}`),
    isFine: (question) => wsasScore(question).complete,
  }),
  ruleCase({
    id: 'madrs-band',
    complete: { total: 10 },
    removable: ['total'],
    impossible: [
      ['total', -1],
      ['total', 61],
    ],
    isFine: ({ total }) => madrsBand(total) !== undefined,
  }),
  ruleCase({
    id: 'hamd-17-band',
    complete: { total: 10, set: hamdBandSets[0]?.name },
    removable: ['total', 'set'],
    impossible: [['total', -1]],
    isFine: (question) => hamdBand(question) !== undefined,
  }),
  ruleCase({
    id: 'cadss-6-total',
    complete: Object.fromEntries(cadss6Items.value.map((item) => [item, 0])),
    removable: cadss6Items.value.map((item) => `${item}`),
    isFine: (answers) => cadss6Total(answers).complete,
  }),
  ruleCase({
    id: 'meq-30-complete',
    complete: { sums: { mystical: 75, positiveMood: 30, transcendence: 30, ineffability: 15 } },
    removable: ['mystical', 'positiveMood', 'transcendence', 'ineffability'].map((name) => `sums.${name}`),
    impossible: [['sums.mystical', -1]],
    isFine: (question) => meq30Complete(question).known,
  }),
];
