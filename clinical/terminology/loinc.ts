// LOINC codes of what is measured and scored. Those that live with a vital sign or an instrument are taken from there;
// only what has no row of its own stands here. Where two of our sources disagree, the code is left blank and the
// candidate is kept beside it for someone to confirm.

import { auditC } from '#clinical/instruments/audit-c.ts';
import { cssrsRiskLoinc, cssrsScreener } from '#clinical/instruments/c-ssrs-screener.ts';
import { gad7 } from '#clinical/instruments/gad-7.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { bloodPressurePanelLoinc, type VitalSignKey, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { type ConceptRow, findConcept, namesOf } from './concept.ts';

export type LoincRow = ConceptRow & {
  /** Undefined: no code is known, or none that both sources agree on. */
  readonly code: string | undefined;
  /** A code one source gives and another calls unknown; not used until someone confirms it. */
  readonly unconfirmed?: string | undefined;
};

type Names = { readonly concept: string; readonly name: string; readonly alsoCalled?: readonly string[] };

function row(
  names: Names,
  code: string | undefined,
  source: SourceId,
  confidence: Confidence,
  more: { readonly unconfirmed?: string; readonly note?: string } = {},
): LoincRow {
  return { alsoCalled: [], ...names, code, source, confidence, ...more };
}

function sign(key: VitalSignKey, concept: string, ...alsoCalled: readonly string[]): LoincRow {
  const { name, loinc } = vitalSign(key);
  return row({ concept, name, alsoCalled: [key, ...alsoCalled] }, loinc, 'Q-USC', 'V');
}

const vitalSignRows: readonly LoincRow[] = [
  sign(
    'systolicMmHg',
    'systolic-bp',
    'systolic',
    'systolic pressure',
    'sbp',
    'bp systolic',
    'blood pressure systolic',
  ),
  sign(
    'diastolicMmHg',
    'diastolic-bp',
    'diastolic',
    'diastolic pressure',
    'dbp',
    'bp diastolic',
    'blood pressure diastolic',
  ),
  row(
    {
      concept: 'bp-panel',
      name: 'Blood pressure panel',
      alsoCalled: ['blood pressure', 'bp', 'blood-pressure-panel', 'systolic and diastolic'],
    },
    bloodPressurePanelLoinc,
    'Q-USC',
    'V',
  ),
  row(
    {
      concept: 'mean-arterial-pressure',
      name: 'Mean arterial pressure',
      alsoCalled: ['map', 'mean bp', 'mean blood pressure', 'mean arterial blood pressure'],
    },
    '8478-0',
    'T-GEN',
    'G',
  ),
  sign('heartRatePerMin', 'heart-rate', 'pulse', 'pulse rate', 'hr'),
  sign(
    'respiratoryRatePerMin',
    'respiratory-rate',
    'respiration rate',
    'breathing rate',
    'rr',
    'respirations',
  ),
  sign(
    'spo2Percent',
    'spo2',
    'oxygen saturation by pulse oximetry',
    'pulse oximetry',
    'sp o2',
    'o2 saturation',
    'spo2 pulse oximetry',
  ),
  row(
    {
      concept: 'spo2-arterial',
      name: 'Oxygen saturation in arterial blood',
      alsoCalled: ['arterial oxygen saturation', 'sao2'],
    },
    '2708-6',
    'Q-USC',
    'V',
    { note: 'Sent beside the pulse oximetry code, because readers look for either.' },
  ),
  row(
    {
      concept: 'inhaled-oxygen-flow',
      name: 'Inhaled oxygen flow',
      alsoCalled: ['oxygen flow rate', 'o2 flow'],
    },
    '3151-8',
    'Q-USC',
    'V',
  ),
  row(
    {
      concept: 'inhaled-oxygen-concentration',
      name: 'Inhaled oxygen concentration',
      alsoCalled: ['fio2', 'oxygen concentration', 'o2 concentration'],
    },
    '3150-0',
    'Q-USC',
    'V',
  ),
  sign('temperatureCel', 'temperature', 'body temperature', 'temp'),
  sign('weightKg', 'weight', 'body weight'),
  sign('heightCm', 'height', 'body height'),
  row({ concept: 'bmi', name: 'Body mass index', alsoCalled: ['body-mass-index'] }, '39156-5', 'Q-USC', 'V', {
    note: 'Computed, never typed.',
  }),
  row(
    {
      concept: 'pain-score',
      name: 'Pain from 0 to 10',
      alsoCalled: ['pain', 'pain severity', 'pain nrs', 'pain 0 10', 'pain numeric rating'],
    },
    '72514-3',
    'Q-USC',
    'V2',
  ),
];

const risk = { source: 'Q-USC', confidence: 'V' } as const;

/** Panel, total and numbered items of a form that carries its codes. */
function form(
  instrument: Instrument,
  id: string,
  called: readonly string[],
  confidence: Confidence = 'V',
): readonly LoincRow[] {
  const names = (ending: string, words: readonly string[]): readonly string[] =>
    [id, ...called]
      .flatMap((name) => words.map((word) => `${name} ${word}`))
      .concat(`${instrument.name} ${ending}`);
  const rows: readonly (LoincRow | undefined)[] = [
    instrument.loincPanel === undefined
      ? undefined
      : row(
          {
            concept: `${id}-panel`,
            name: `${instrument.name} panel`,
            alsoCalled: names('panel', ['panel', 'questionnaire', 'form']),
          },
          instrument.loincPanel,
          'Q-USC',
          confidence,
        ),
    instrument.loincTotal === undefined
      ? undefined
      : row(
          {
            concept: `${id}-total`,
            name: `${instrument.name} total`,
            alsoCalled: names('total', ['total', 'total score', 'score', 'sum']),
          },
          instrument.loincTotal,
          'Q-USC',
          confidence,
        ),
    ...instrument.items.map((item, index) =>
      item.loinc === undefined
        ? undefined
        : row(
            {
              concept: `${id}-item${index + 1}`,
              name: `${instrument.name} item ${index + 1}`,
              alsoCalled: [
                item.id,
                ...names(`item ${index + 1}`, [
                  `item ${index + 1}`,
                  `q${index + 1}`,
                  `question ${index + 1}`,
                ]),
              ],
            },
            item.loinc,
            'Q-USC',
            confidence,
          ),
    ),
  ];
  return rows.filter((found) => found !== undefined);
}

const phqNames = ['patient health questionnaire 9', 'phq 9 item'] as const;
const screenerQuestions: readonly (readonly [id: string, concept: string, ...names: readonly string[]])[] = [
  ['c-ssrs-1', 'cssrs-q1', 'cssrs wish to be dead'],
  ['c-ssrs-2', 'cssrs-q2', 'cssrs suicidal thoughts', 'cssrs non-specific active thoughts'],
  ['c-ssrs-3', 'cssrs-q3', 'cssrs thoughts of a method', 'cssrs method'],
  ['c-ssrs-4', 'cssrs-q4', 'cssrs intent', 'cssrs some intent'],
  ['c-ssrs-5', 'cssrs-q5', 'cssrs plan', 'cssrs plan and intent'],
  [
    'c-ssrs-6',
    'cssrs-q6-lifetime',
    'cssrs-q6',
    'cssrs q6 life',
    'cssrs behaviour lifetime',
    'cssrs lifetime behaviour',
  ],
  [
    'c-ssrs-6-recent',
    'cssrs-q6-recent',
    'cssrs q6 3 months',
    'cssrs q6 past 3 months',
    'cssrs q6 three months',
    'cssrs behaviour 3 months',
    'cssrs recent behaviour',
  ],
];

const instrumentRows: readonly LoincRow[] = [
  ...form(phq9, 'phq9', phqNames),
  ...(phq9.after?.item.loinc === undefined
    ? []
    : [
        row(
          {
            concept: 'phq9-function',
            name: 'PHQ-9 difficulty',
            alsoCalled: [phq9.after.item.id, 'phq9 difficulty', 'phq9 function item', 'phq9 item10'],
          },
          phq9.after.item.loinc,
          'Q-USC',
          'V',
          { note: 'Not part of the sum.' },
        ),
      ]),
  row({ concept: 'phq2-panel', name: 'PHQ-2 panel' }, '55757-9', 'Q-USC', 'V2'),
  row(
    { concept: 'phq2-total', name: 'PHQ-2 total', alsoCalled: ['phq2 score', 'phq-2 total score'] },
    '55758-7',
    'Q-USC',
    'V2',
  ),
  ...form(gad7, 'gad7', ['generalised anxiety disorder 7', 'gad 7 item']),
  ...form(auditC, 'auditc', ['alcohol use disorders identification test c', 'audit-c consumption']).map(
    (found) =>
      found.concept === 'auditc-item1'
        ? {
            ...found,
            confidence: 'G' as const,
            note: 'US Core uses 68517-2 for this question; which of the two is meant is not settled.',
          }
        : found,
  ),
  ...screenerQuestions.map(([id, concept, ...names]) =>
    row(
      {
        concept,
        name: `C-SSRS screener, ${concept.slice('cssrs-'.length).replaceAll('-', ' ')}`,
        alsoCalled: [
          id,
          ...names,
          ...(id === 'c-ssrs-6-recent' || id === 'c-ssrs-6'
            ? []
            : [`cssrs question ${id.slice(-1)}`, `cssrs item ${id.slice(-1)}`]),
        ],
      },
      cssrsScreener.items.find((item) => item.id === id)?.loinc,
      'Q-USC',
      'V',
    ),
  ),
  row(
    {
      concept: 'cssrs-risk',
      name: 'C-SSRS level of risk',
      alsoCalled: ['cssrs risk level', 'cssrs level', 'suicide risk level', 'cssrs overall risk'],
    },
    cssrsRiskLoinc,
    risk.source,
    risk.confidence,
    { note: 'A level, not a total: the screener is never added up.' },
  ),
  row(
    {
      concept: 'cssrs-panel',
      name: 'C-SSRS screener panel',
      alsoCalled: ['cssrs screener', 'cssrs screen', 'columbia screener', 'c-ssrs panel'],
    },
    '93373-9',
    'Q-USC',
    'G',
    { note: 'One of our pages calls it read, another general knowledge.' },
  ),
];

const disputed = 'One of our pages gives this code from a secondary page, another says none is known.';

/** Instruments for which no code is known. They stand here so that asking for one says so rather than guessing. */
const uncodedRows: readonly LoincRow[] = [
  row(
    { concept: 'pcl5-panel', name: 'PCL-5 panel', alsoCalled: ['ptsd checklist for dsm 5 panel'] },
    undefined,
    'Q-USC',
    'V2',
    { unconfirmed: '101697-1', note: disputed },
  ),
  row(
    {
      concept: 'pcl5-total',
      name: 'PCL-5 total',
      alsoCalled: ['pcl5 score', 'pcl-5 total score', 'ptsd checklist for dsm 5 total'],
    },
    undefined,
    'Q-USC',
    'V2',
    { unconfirmed: '101698-9', note: disputed },
  ),
  ...(
    [
      ['isi', 'ISI'],
      ['who5', 'WHO-5'],
      ['wsas', 'WSAS'],
      ['dast10', 'DAST-10'],
      ['peg', 'PEG'],
      ['madrs', 'MADRS'],
      ['qids', 'QIDS-SR16'],
      ['meq30', 'MEQ-30'],
      ['cadss', 'CADSS'],
      ['moaas', 'MOAA/S'],
    ] as const
  ).map(([id, name]) =>
    row(
      { concept: `${id}-total`, name: `${name} total`, alsoCalled: [id, `${name} score`] },
      undefined,
      'T-GEN',
      'G',
      {
        note: 'No code is known; none is made up.',
      },
    ),
  ),
];

export const loincRows: readonly LoincRow[] = [...vitalSignRows, ...instrumentRows, ...uncodedRows];

const byName = namesOf(loincRows);

export function loincRow(name: string | undefined): LoincRow | undefined {
  return findConcept(byName, name);
}

/** The LOINC code of a concept by any of its names; undefined when none is known or two sources disagree. */
export function loincCode(name: string | undefined): string | undefined {
  return loincRow(name)?.code;
}

/** Codes that other software has been seen to put where ours belong; never written. */
export const wrongLoincCodes: Readonly<Record<string, string>> = {
  '76504-0': 'The total of HARK, seen in place of the AUDIT-C total.',
};
