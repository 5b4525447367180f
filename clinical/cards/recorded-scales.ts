// The scales kept as totals or item numbers, as a clinician reads them: what each is counted from, where its bands turn,
// and what is said when an item is missing.

import { meq30CompleteShare } from '#clinical/instruments/recorded-meq-30.ts';
import { qidsAlternatives, qidsDomains } from '#clinical/instruments/recorded-qids.ts';
import {
  bpi,
  bpiPart,
  cadss,
  cadss6Items,
  ebi,
  hamd17,
  hamdBandSets,
  isi,
  isiBands,
  madrs,
  madrsBands,
  meq30Maxima,
  qidsBands,
  qidsSr16,
  recordedScales,
  who5Items,
  who5PercentPerPoint,
  wsas,
  wsasBands,
} from '#clinical/instruments/recorded-scales.ts';
import { recordedTotalRule } from '#clinical/instruments/recorded-total.ts';
import { who5Limits } from '#clinical/instruments/recorded-who-5.ts';
import { wsasWorkItem } from '#clinical/instruments/recorded-wsas.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import type { Sourced } from '#clinical/sourced.ts';

const everyItem =
  'With an item left out there is no total, and the items are named. An impossible answer is named too.';
const noBand = 'A total that is missing, not whole or outside the scale has no band.';

const ranges: Record<string, Sourced<readonly [number, number]>> = Object.fromEntries(
  recordedScales.flatMap((scale) =>
    scale.scores.flatMap(({ id, range }) => (range ? [[`${scale.id}-${id}`, range]] : [])),
  ),
);

const riskItems: Record<string, Sourced<number>> = Object.fromEntries(
  recordedScales.flatMap((scale) => (scale.riskItem ? [[`${scale.id}-risk-item`, scale.riskItem]] : [])),
);

const itemRange = (scale: typeof isi): Record<string, Sourced<readonly [number, number]>> =>
  scale.items ? { itemRange: scale.items.range } : {};

export const recordedScalesCards: readonly RuleCard[] = [
  {
    id: recordedTotalRule,
    stage: 'instruments',
    question: 'May this total, typed in from a form whose words are not shipped, go on the record?',
    decides:
      'The scale, its version, which of its totals and the time are named, and the number is one that the form can give: inside the range, and whole where totals are whole. Otherwise it is sent back by name and never moved into the range. Where the scale has an item on death or self-harm, its answer is asked for beside the total.',
    inputs: ['scale', 'version', 'score', 'total', 'at', 'risk item by number'],
    whenMissing:
      'The total is not taken and the finding says what was not given. A total without the answer on death is taken and the answer is called unknown.',
    figures: { ...ranges, ...riskItems },
    sources: ['Q-CAM', 'Q-OTH', 'Q-MEQ', 'M-CADSS', 'C-BPS', 'T-GEN', 'H-HOUSE'],
  },
  {
    id: 'qids-sr16-score',
    stage: 'instruments',
    question: 'What is the QIDS-SR16 total and its band?',
    decides:
      'Nine domains are added: of the sleep items, the appetite and weight items and the two movement items only the highest counts. The alternative not chosen of items 6 and 7, and of 8 and 9, counts as zero when its partner was answered.',
    inputs: ['items 1 to 16'],
    whenMissing: `${everyItem} The answer to item 12 is kept even then.`,
    figures: {
      ...itemRange(qidsSr16),
      bandsFrom: qidsBands.from,
      ...qidsDomains,
      oneOfEachPair: qidsAlternatives,
    },
    sources: ['Q-OTH', 'T-GEN'],
  },
  {
    id: 'isi-score',
    stage: 'instruments',
    question: 'What is the ISI total and its band?',
    decides: 'The seven answers are added.',
    inputs: ['items 1 to 7'],
    whenMissing: everyItem,
    figures: { ...itemRange(isi), bandsFrom: isiBands.from },
    sources: ['Q-CAM', 'Q-OTH'],
  },
  {
    id: 'who-5-score',
    stage: 'instruments',
    question: 'What are the WHO-5 raw sum and percentage, and which published limits do they cross?',
    decides: 'The five answers are added, and the percentage is four times the sum. Higher is better.',
    inputs: ['items 1 to 5'],
    whenMissing: everyItem,
    figures: { itemRange: who5Items.range, percentPerPoint: who5PercentPerPoint, ...who5Limits },
    sources: ['Q-OTH'],
  },
  {
    id: 'wsas-score',
    stage: 'instruments',
    question: 'What is the WSAS total, out of how many, and its band?',
    decides:
      'The five answers are added. For someone who is not working the first item is not rated and the highest total is 32.',
    inputs: ['items 1 to 5', 'isWorkNotRated'],
    whenMissing: `${everyItem} When nobody said that work is not rated, the work item must be answered.`,
    figures: { ...itemRange(wsas), workItem: wsasWorkItem, bandsFrom: wsasBands.from },
    sources: ['Q-CAM'],
  },
  {
    id: 'madrs-band',
    stage: 'instruments',
    question: 'Which band does this MADRS total fall in?',
    decides: 'By the lowest total of each band.',
    inputs: ['total'],
    whenMissing: noBand,
    figures: { ...itemRange(madrs), bandsFrom: madrsBands.from },
    sources: ['Q-OTH', 'Q-CAM'],
  },
  {
    id: 'hamd-17-band',
    stage: 'instruments',
    question: 'Which band does this HAM-D total fall in, under the set the clinic named?',
    decides: `By the lowest total of each band. Sources disagree, so the set is named: ${hamdBandSets.map((set) => set.name).join(' or ')}.`,
    inputs: ['total', 'set'],
    whenMissing: `${noBand} Neither does one for which no set was named.`,
    figures: Object.fromEntries([
      ...hamdBandSets.map((set) => [`${set.name}-from`, set.from]),
      ...hamd17.scores.flatMap(({ range }) => (range ? [['range', range]] : [])),
    ]),
    sources: ['Q-CAM', 'Q-OTH'],
  },
  {
    id: 'cadss-6-total',
    stage: 'instruments',
    question: 'What is the CADSS-6 total out of the 23 patient items?',
    decides: 'Six items of the long form, named by number, are added; the others are not looked at.',
    inputs: ['items by number'],
    whenMissing: everyItem,
    figures: { ...itemRange(cadss), items: cadss6Items },
    sources: ['M-CADSS'],
  },
  {
    id: 'meq-30-complete',
    stage: 'instruments',
    question: 'Does this MEQ-30 count as a complete experience?',
    decides:
      'Each of the four factor sums reaches the share of its highest sum. It describes the session; it is not a good or a bad result.',
    inputs: ['mystical', 'positiveMood', 'transcendence', 'ineffability'],
    whenMissing: 'With a factor missing or impossible it is not known whether the experience was complete.',
    figures: { share: meq30CompleteShare, ...meq30Maxima },
    sources: ['Q-MEQ', 'T-GEN'],
  },
  {
    id: 'ebi-score',
    stage: 'instruments',
    question: 'What are the sum and the mean of the Emotional Breakthrough Inventory?',
    decides: 'Both are kept, since sources use both, and neither is turned into the other.',
    inputs: ['items 1 to 6'],
    whenMissing: everyItem,
    figures: itemRange(ebi),
    sources: ['T-GEN'],
  },
  {
    id: 'bpi-means',
    stage: 'instruments',
    question: 'How strong was the pain, and how much did it get in the way, on the BPI short form?',
    decides: 'Two means, each of all its items; rounded only when shown.',
    inputs: ['severity items', 'interference items'],
    whenMissing: everyItem,
    figures: { ...itemRange(bpi), severityItems: bpiPart.severity, interferenceItems: bpiPart.interference },
    sources: ['T-GEN'],
  },
];
