// The scales a clinic may keep as totals or item numbers and whose wording stays with its owner. Only numbers, ranges
// and names stand here; not one item is quoted or paraphrased.

import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import type { RecordedBandSet, RecordedScale, RecordedScore } from './recorded-scale.ts';

const lowerIsBetter = sourced('lower', 'direction', 'H-HOUSE', 'H');
const higherIsBetter = sourced('higher', 'direction', 'Q-CAM', 'V');
/** An experience is not a symptom: more of it is neither good nor bad. */
const neitherIsBetter = sourced('neither', 'direction', 'H-HOUSE', 'H');

function range(from: number, to: number, source: SourceId, confidence: Confidence, note?: string) {
  return sourced([from, to] as const, '{score}', source, confidence, note);
}

function bandSet(
  name: string,
  bands: readonly string[],
  from: readonly number[],
  source: SourceId,
  confidence: Confidence,
): RecordedBandSet {
  return { name, bands, from: sourced(from, '{score}', source, confidence) };
}

/** A total in whole numbers. */
function total(
  limits: Sourced<readonly [number, number]> | undefined,
  more: { readonly id?: string; readonly name?: string; readonly bandSets?: readonly RecordedBandSet[] } = {},
): RecordedScore {
  const { id = 'total', name = 'Total', bandSets = [] } = more;
  return { id, name, range: limits, step: 1, bandSets };
}

/** A mean, which may be a fraction. */
function mean(
  id: string,
  name: string,
  limits: Sourced<readonly [number, number]> | undefined,
): RecordedScore {
  return { id, name, range: limits, step: undefined, bandSets: [] };
}

export const qidsBands = bandSet(
  'qids',
  ['none', 'mild', 'moderate', 'severe', 'very-severe'],
  [0, 6, 11, 16, 21],
  'Q-OTH',
  'V2',
);

export const qidsRange = range(0, 27, 'Q-OTH', 'V2');

export const qidsSr16: RecordedScale = {
  id: 'qids-sr16',
  name: 'QIDS-SR16',
  version: 'SR16',
  filledBy: 'patient',
  rights: sourced(
    'Sources disagree: one page calls it free, the official site sets conditions. Ask before the words are used.',
    'rights',
    'Q-CAM',
    'V2',
  ),
  recall: sourced('past 7 days', 'recall', 'Q-OTH', 'V2'),
  betterIs: lowerIsBetter,
  scores: [total(qidsRange, { bandSets: [qidsBands] })],
  items: { count: 16, range: range(0, 3, 'Q-OTH', 'V2') },
  riskItem: sourced(12, '{item}', 'T-GEN', 'G'),
};

export const isiBands = bandSet(
  'isi',
  ['none', 'subthreshold', 'moderate', 'severe'],
  [0, 8, 15, 22],
  'Q-OTH',
  'V2',
);

export const isiRange = range(0, 28, 'Q-CAM', 'V');

export const isi: RecordedScale = {
  id: 'isi',
  name: 'ISI',
  version: '7 items',
  filledBy: 'patient',
  rights: sourced('Copyright Morin; licensed through Mapi Research Trust.', 'rights', 'Q-CAM', 'V'),
  recall: sourced('past 2 weeks', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  scores: [total(isiRange, { bandSets: [isiBands] })],
  items: { count: 7, range: range(0, 4, 'Q-CAM', 'V') },
};

export const who5Items = { count: 5, range: range(0, 5, 'Q-OTH', 'V') };
export const who5PercentPerPoint = sourced(
  4,
  '%',
  'Q-OTH',
  'V',
  'One page takes 5 off first; that is wrong for items from 0 to 5.',
);

export const who5PercentRange = range(0, 100, 'Q-OTH', 'V');

export const who5: RecordedScale = {
  id: 'who-5',
  name: 'WHO-5',
  version: '5 items',
  filledBy: 'patient',
  rights: sourced(
    'Sources disagree: free use, or non-commercial and share-alike (CC BY-NC-SA 3.0 IGO). Treated as the stricter.',
    'rights',
    'H-HOUSE',
    'H',
  ),
  recall: sourced('past 2 weeks', 'recall', 'Q-OTH', 'V2'),
  betterIs: higherIsBetter,
  scores: [
    {
      id: 'percent',
      name: 'Percentage',
      range: who5PercentRange,
      step: who5PercentPerPoint.value,
      bandSets: [],
    },
    total(range(0, 25, 'Q-OTH', 'V'), { id: 'raw', name: 'Raw sum' }),
  ],
  items: who5Items,
};

export const wsasBands = bandSet(
  'wsas',
  ['subclinical', 'significant', 'moderately-severe-or-worse'],
  [0, 10, 21],
  'Q-CAM',
  'V2',
);

export const wsasRange = range(0, 40, 'Q-CAM', 'V');

export const wsas: RecordedScale = {
  id: 'wsas',
  name: 'WSAS',
  version: '5 items',
  filledBy: 'patient',
  rights: sourced('Copyright Marks. Ask before the words are used.', 'rights', 'Q-CAM', 'V'),
  recall: sourced('now', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  scores: [
    total(wsasRange, { bandSets: [wsasBands] }),
    total(range(0, 32, 'Q-CAM', 'V', 'For someone not working the item on work is not rated.'), {
      id: 'total-not-working',
      name: 'Total without the work item',
      bandSets: [wsasBands],
    }),
  ],
  items: { count: 5, range: range(0, 8, 'Q-CAM', 'V') },
};

export const madrsBands = bandSet(
  'madrs',
  ['normal', 'mild', 'moderate', 'severe'],
  [0, 7, 20, 35],
  'Q-OTH',
  'V',
);

export const madrsRange = range(0, 60, 'Q-CAM', 'V');

export const madrs: RecordedScale = {
  id: 'madrs',
  name: 'MADRS',
  version: '10 items',
  filledBy: 'clinician',
  rights: sourced('Under copyright; not free to ship.', 'rights', 'Q-CAM', 'V'),
  recall: sourced('past 7 days', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  scores: [total(madrsRange, { bandSets: [madrsBands] })],
  items: { count: 10, range: range(0, 6, 'Q-CAM', 'V') },
  riskItem: sourced(10, '{item}', 'T-GEN', 'G'),
};

/** Sources conflict; the first is the house default, the clinic names the one it reports with. */
export const hamdBandSets = [
  bandSet(
    'camcops',
    ['normal', 'mild', 'moderate', 'severe', 'very-severe'],
    [0, 8, 14, 19, 23],
    'Q-CAM',
    'V',
  ),
  bandSet('four-band', ['normal', 'mild', 'moderate', 'severe'], [0, 8, 18, 25], 'Q-OTH', 'V'),
] as const;

export const hamdRange = range(0, 52, 'Q-CAM', 'V');

export const hamd17: RecordedScale = {
  id: 'hamd-17',
  name: 'HAM-D 17',
  version: '17 items',
  filledBy: 'clinician',
  rights: sourced(
    'In the public domain by one register; rated by a clinician from a guide, so only the total is kept here.',
    'rights',
    'Q-CAM',
    'V',
  ),
  recall: sourced('past week', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  scores: [total(hamdRange, { bandSets: hamdBandSets })],
  riskItem: sourced(3, '{item}', 'T-GEN', 'G'),
};

export const ybocsRange = range(0, 40, 'Q-CAM', 'V');

export const ybocs: RecordedScale = {
  id: 'y-bocs',
  name: 'Y-BOCS',
  version: '10 items',
  filledBy: 'clinician',
  rights: sourced('Distribution is not permitted.', 'rights', 'Q-CAM', 'V'),
  recall: sourced('past week', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  scores: [
    total(ybocsRange, {
      bandSets: [
        bandSet(
          'y-bocs',
          ['subclinical', 'mild', 'moderate', 'severe', 'extreme'],
          [0, 8, 16, 24, 32],
          'T-GEN',
          'G',
        ),
      ],
    }),
  ],
  items: { count: 10, range: range(0, 4, 'Q-CAM', 'V') },
};

export const ociR: RecordedScale = {
  id: 'oci-r',
  name: 'OCI-R',
  version: '18 items',
  filledBy: 'patient',
  rights: sourced('Under copyright. Ask before the words are used.', 'rights', 'T-GEN', 'G'),
  recall: sourced('past month', 'recall', 'T-GEN', 'G'),
  betterIs: lowerIsBetter,
  scores: [
    total(range(0, 72, 'T-GEN', 'G'), {
      bandSets: [bandSet('cut-21', ['below-cut', 'at-or-above-cut'], [0, 21], 'T-GEN', 'G')],
    }),
  ],
  items: { count: 18, range: range(0, 4, 'T-GEN', 'G') },
};

export const bpiPart = {
  severity: sourced(4, '{items}', 'T-GEN', 'G'),
  interference: sourced(7, '{items}', 'T-GEN', 'G'),
} as const;

/** Of each of its means, and of its items. */
export const bpiRange = range(0, 10, 'T-GEN', 'G');

export const bpi: RecordedScale = {
  id: 'bpi-sf',
  name: 'BPI short form',
  version: 'short form',
  filledBy: 'patient',
  rights: sourced(
    'Copyright MD Anderson Cancer Center. Ask before the words are used.',
    'rights',
    'T-GEN',
    'G',
  ),
  recall: sourced('past 24 hours', 'recall', 'T-GEN', 'G'),
  betterIs: lowerIsBetter,
  scores: [
    mean('severity', 'Severity mean of 4', bpiRange),
    mean('interference', 'Interference mean of 7', bpiRange),
  ],
  items: {
    count: bpiPart.severity.value + bpiPart.interference.value,
    range: bpiRange,
  },
};

/** The highest sum of each factor; together 150. */
export const meq30Maxima = {
  mystical: sourced(75, '{score}', 'Q-MEQ', 'V2'),
  positiveMood: sourced(30, '{score}', 'Q-MEQ', 'V2'),
  transcendence: sourced(30, '{score}', 'Q-MEQ', 'V2'),
  ineffability: sourced(15, '{score}', 'Q-MEQ', 'V2'),
} as const;

function factor(id: string, name: string, limit: Sourced<number>): RecordedScore {
  return total(range(0, limit.value, limit.source, limit.confidence), { id, name });
}

export const meq30: RecordedScale = {
  id: 'meq-30',
  name: 'MEQ-30',
  version: '30 items',
  filledBy: 'patient',
  rights: sourced(
    'Printed in an open paper; whether software may carry the words is not clear.',
    'rights',
    'Q-MEQ',
    'G',
  ),
  recall: sourced('one session', 'recall', 'Q-MEQ', 'V'),
  betterIs: neitherIsBetter,
  scores: [
    total(range(0, 150, 'Q-MEQ', 'V2')),
    mean('mean', 'Mean of 30', range(0, 5, 'Q-MEQ', 'V')),
    factor('mystical', 'Mystical sum', meq30Maxima.mystical),
    factor('positive-mood', 'Positive mood sum', meq30Maxima.positiveMood),
    factor('transcendence', 'Transcendence sum', meq30Maxima.transcendence),
    factor('ineffability', 'Ineffability sum', meq30Maxima.ineffability),
  ],
  items: { count: 30, range: range(0, 5, 'Q-MEQ', 'V') },
};

export const ebi: RecordedScale = {
  id: 'ebi',
  name: 'Emotional Breakthrough Inventory',
  version: '6 items',
  filledBy: 'patient',
  rights: sourced('Held by its academic authors. Ask before the words are used.', 'rights', 'T-GEN', 'V2'),
  recall: sourced('one session, asked about a day later', 'recall', 'T-GEN', 'V2'),
  betterIs: neitherIsBetter,
  // Sources differ on sum or mean, so both are kept and never compared with each other.
  scores: [
    total(range(0, 600, 'T-GEN', 'V2', 'Roseman 2019 by way of secondary pages.'), {
      id: 'sum',
      name: 'Sum of 6',
    }),
    mean('mean', 'Mean of 6', range(0, 100, 'T-GEN', 'V2')),
  ],
  items: { count: 6, range: range(0, 100, 'T-GEN', 'V2') },
};

export const cadss: RecordedScale = {
  id: 'cadss-23',
  name: 'CADSS, patient items',
  version: '23 items',
  filledBy: 'patient',
  rights: sourced('Copyright Bremner; ownership and price not verified.', 'rights', 'M-CADSS', 'G'),
  recall: sourced('now, in the session', 'recall', 'M-CADSS', 'V'),
  betterIs: lowerIsBetter,
  scores: [total(range(0, 92, 'M-CADSS', 'G'))],
  items: { count: 23, range: range(0, 4, 'M-CADSS', 'V') },
};

/** The items of the long form that make the short one, by number. */
export const cadss6Items = sourced([1, 2, 6, 7, 15, 22], '{item}', 'M-CADSS', 'V');

export const cadss6: RecordedScale = {
  id: 'cadss-6',
  name: 'CADSS-6',
  version: '6 items',
  filledBy: 'patient',
  rights: sourced('Same owner as the long form.', 'rights', 'M-CADSS', 'V'),
  recall: sourced('now, in the session', 'recall', 'M-CADSS', 'V'),
  betterIs: lowerIsBetter,
  scores: [total(range(0, 24, 'M-CADSS', 'V'))],
  items: { count: cadss6Items.value.length, range: range(0, 4, 'M-CADSS', 'V') },
};

export const shaps: RecordedScale = {
  id: 'shaps',
  name: 'SHAPS',
  version: '14 items',
  filledBy: 'patient',
  rights: sourced('Not clear who may distribute it.', 'rights', 'Q-CAM', 'V'),
  recall: sourced('past few days', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  // Two ways of counting the same form: whichever was used is named, and one is never turned into the other.
  scores: [
    total(range(0, 14, 'Q-CAM', 'V'), { id: 'zero-or-one', name: 'Total, items 0 or 1' }),
    total(range(14, 56, 'Q-CAM', 'V'), { id: 'one-to-four', name: 'Total, items 1 to 4' }),
  ],
};

export const iesR: RecordedScale = {
  id: 'ies-r',
  name: 'IES-R',
  version: '22 items',
  filledBy: 'patient',
  rights: sourced('Permission was declined to another open project.', 'rights', 'Q-CAM', 'V'),
  recall: sourced('past week', 'recall', 'Q-CAM', 'V'),
  betterIs: lowerIsBetter,
  scores: [total(range(0, 88, 'Q-CAM', 'V'))],
  items: { count: 22, range: range(0, 4, 'Q-CAM', 'V') },
};

export const icsi: RecordedScale = {
  id: 'icsi',
  name: 'O’Leary–Sant symptom index (ICSI)',
  version: '4 items',
  filledBy: 'patient',
  rights: sourced('Under copyright. Ask before the words are used.', 'rights', 'C-BPS', 'V'),
  recall: sourced('past month', 'recall', 'C-BPS', 'V'),
  betterIs: lowerIsBetter,
  scores: [
    total(range(0, 20, 'C-BPS', 'V'), {
      bandSets: [bandSet('signal-6', ['below-signal', 'signal'], [0, 6], 'T-GEN', 'G')],
    }),
  ],
};

export const icpi: RecordedScale = {
  id: 'icpi',
  name: 'O’Leary–Sant problem index (ICPI)',
  version: '4 items',
  filledBy: 'patient',
  rights: sourced('Under copyright. Ask before the words are used.', 'rights', 'C-BPS', 'V'),
  recall: sourced('past month', 'recall', 'C-BPS', 'V'),
  betterIs: lowerIsBetter,
  scores: [
    total(range(0, 16, 'C-BPS', 'V'), {
      bandSets: [bandSet('signal-6', ['below-signal', 'signal'], [0, 6], 'T-GEN', 'G')],
    }),
  ],
  items: { count: 4, range: range(0, 4, 'C-BPS', 'V') },
};

export const pps: RecordedScale = {
  id: 'pps',
  name: 'Psychedelic Preparedness Scale',
  version: '20 items',
  filledBy: 'patient',
  rights: sourced(
    'In an open-access journal; the answer format was not read, so no words are carried.',
    'rights',
    'Q-PPS',
    'V',
  ),
  recall: sourced('before a session', 'recall', 'Q-PPS', 'V'),
  betterIs: neitherIsBetter,
  scores: [
    mean('knowledge-expectations', 'Knowledge and expectations mean', range(1, 7, 'T-GEN', 'G')),
    mean('intention-preparation', 'Intention and preparation mean', range(1, 7, 'T-GEN', 'G')),
    mean('psychophysical-readiness', 'Body and mind readiness mean', range(1, 7, 'T-GEN', 'G')),
    mean('support-planning', 'Support planning mean', range(1, 7, 'T-GEN', 'G')),
  ],
};

export const integrationEngagement: RecordedScale = {
  id: 'ies-integration',
  name: 'Integration Engagement Scale',
  version: '2022',
  filledBy: 'patient',
  rights: sourced(
    'In an open journal; the licence and the answer format were not read.',
    'rights',
    'Q-INT',
    'G',
  ),
  recall: sourced('recent weeks', 'recall', 'Q-INT', 'G'),
  betterIs: neitherIsBetter,
  scores: [mean('mean', 'Mean', undefined)],
};

export const experiencedIntegration: RecordedScale = {
  id: 'eis-integration',
  name: 'Experienced Integration Scale',
  version: '2022',
  filledBy: 'patient',
  rights: sourced(
    'In an open journal; the licence and the answer format were not read.',
    'rights',
    'Q-INT',
    'G',
  ),
  recall: sourced('recent weeks', 'recall', 'Q-INT', 'G'),
  betterIs: neitherIsBetter,
  scores: [mean('mean', 'Mean', undefined)],
};

export const aaq2Range = range(7, 49, 'T-GEN', 'G');

/** How bound someone is by what they feel and think; fewer points are more flexible. Offered beside the question of openness. */
export const aaq2: RecordedScale = {
  id: 'aaq-2',
  name: 'AAQ-II',
  version: '7 items',
  filledBy: 'patient',
  rights: sourced(
    'Copyright of its authors. Said to be free for care and research; no licence was read. Ask before the words are used.',
    'rights',
    'T-GEN',
    'G',
  ),
  recall: sourced('no time named', 'recall', 'T-GEN', 'G'),
  betterIs: lowerIsBetter,
  scores: [total(aaq2Range)],
  items: { count: 7, range: range(1, 7, 'T-GEN', 'G') },
};

export const recordedScales: readonly RecordedScale[] = [
  qidsSr16,
  isi,
  who5,
  wsas,
  madrs,
  hamd17,
  ybocs,
  ociR,
  bpi,
  meq30,
  ebi,
  cadss,
  cadss6,
  shaps,
  iesR,
  icsi,
  icpi,
  pps,
  integrationEngagement,
  experiencedIntegration,
  aaq2,
];

export function recordedScaleById(id: string): RecordedScale | undefined {
  return recordedScales.find((scale) => scale.id === id);
}
