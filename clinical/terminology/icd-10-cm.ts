// ICD-10-CM by plain name. The codes called read were in a list of 2018 and are checked again before use; those called
// general were not opened. A family of codes is shown with its open end and is not a code for a claim.

import { rulesAsOf } from '#clinical/law/rules-as-of.ts';
import type { Confidence } from '#clinical/sources.ts';
import { type ConceptRow, findConcept, namesOf } from './concept.ts';

export type Icd10cmRow = ConceptRow & {
  /** Undefined: there is no one code for it. */
  readonly code: string | undefined;
  /** A claim wants more characters than this. */
  readonly isFamily: boolean;
  readonly asOf: string;
};

function row(
  concept: string,
  name: string,
  code: string | undefined,
  confidence: Confidence,
  alsoCalled: readonly string[] = [],
  note?: string,
): Icd10cmRow {
  return {
    concept,
    name,
    alsoCalled,
    code,
    isFamily: code?.endsWith('-') ?? false,
    source: confidence === 'G' ? 'T-GEN' : 'W-ICD',
    confidence,
    asOf: rulesAsOf,
    note,
  };
}

const depressions = ['mdd', 'major depressive disorder', 'major depression'] as const;

/** One state of a depression, under every name the illness has. */
function depression(
  kind: 'recurrent' | 'single',
  state: string,
  name: string,
  code: string,
  confidence: Confidence,
  others: readonly string[] = [],
): Icd10cmRow {
  const kinds = kind === 'single' ? ['single', 'single episode'] : ['recurrent'];
  return row(
    `mdd-${kind}-${state}`,
    `Major depressive disorder, ${kind === 'single' ? 'single episode' : kind}, ${name}`,
    code,
    confidence,
    depressions.flatMap((illness) =>
      kinds.flatMap((word) =>
        [state, name, ...others].flatMap((ending) => [
          `${illness} ${word} ${ending}`,
          `${illness} ${ending} ${word}`,
        ]),
      ),
    ),
  );
}

const withoutPsychosis = [
  'severe',
  'severe without psychosis',
  'severe without psychotic features',
  'severe no psychotic features',
] as const;
const withPsychosis = ['severe with psychotic features', 'severe psychosis', 'psychotic'] as const;
const partial = ['in partial remission', 'partial-remission'] as const;
const full = ['in full remission', 'full-remission'] as const;

export const icd10cmRows: readonly Icd10cmRow[] = [
  depression('recurrent', 'mild', 'mild', 'F33.0', 'V'),
  depression('recurrent', 'moderate', 'moderate', 'F33.1', 'V'),
  depression(
    'recurrent',
    'severe-no-psychosis',
    'severe without psychotic features',
    'F33.2',
    'V',
    withoutPsychosis,
  ),
  depression(
    'recurrent',
    'severe-with-psychosis',
    'severe with psychotic features',
    'F33.3',
    'V',
    withPsychosis,
  ),
  depression('recurrent', 'partial-remission', 'in partial remission', 'F33.41', 'V', partial),
  depression('recurrent', 'full-remission', 'in full remission', 'F33.42', 'V', full),
  depression('recurrent', 'unspecified', 'unspecified', 'F33.9', 'V'),
  depression('single', 'mild', 'mild', 'F32.0', 'G'),
  depression('single', 'moderate', 'moderate', 'F32.1', 'G'),
  depression(
    'single',
    'severe-no-psychosis',
    'severe without psychotic features',
    'F32.2',
    'G',
    withoutPsychosis,
  ),
  depression(
    'single',
    'severe-with-psychosis',
    'severe with psychotic features',
    'F32.3',
    'G',
    withPsychosis,
  ),
  depression('single', 'partial-remission', 'in partial remission', 'F32.4', 'G', partial),
  depression('single', 'full-remission', 'in full remission', 'F32.5', 'G', full),
  depression('single', 'unspecified', 'unspecified', 'F32.9', 'G'),
  row('depression-unspecified', 'Depression, unspecified', 'F32.A', 'G', ['depression', 'depression nos']),
  row(
    'treatment-resistant-depression',
    'Depression that did not respond to treatment',
    undefined,
    'H',
    ['trd', 'treatment refractory depression'],
    'There is no code for it: the depression is coded, and the treatments tried are documented.',
  ),
  row('generalised-anxiety-disorder', 'Generalized anxiety disorder', 'F41.1', 'G', [
    'gad',
    'generalised anxiety',
  ]),
  row('social-anxiety-disorder', 'Social anxiety disorder', 'F40.10', 'G', [
    'social anxiety',
    'social phobia',
    'social-anxiety-unspecified',
    'social phobia unspecified',
  ]),
  row('ptsd-unspecified', 'Post-traumatic stress disorder, unspecified', 'F43.10', 'G', [
    'ptsd',
    'post-traumatic-stress-disorder',
  ]),
  row('ptsd-acute', 'Post-traumatic stress disorder, acute', 'F43.11', 'G', ['acute ptsd']),
  row('ptsd-chronic', 'Post-traumatic stress disorder, chronic', 'F43.12', 'G', ['chronic ptsd']),
  row('ocd-unspecified', 'Obsessive-compulsive disorder, unspecified', 'F42.9', 'G', [
    'ocd',
    'obsessive-compulsive-disorder',
  ]),
  row('ocd-mixed', 'Obsessive-compulsive disorder, mixed thoughts and acts', 'F42.2', 'G', [
    'ocd mixed obsessional thoughts and acts',
    'mixed obsessional thoughts and acts',
    'mixed ocd',
  ]),
  row(
    'bipolar-depression',
    'Bipolar disorder, current episode depressed',
    undefined,
    'G',
    ['bipolar depressed', 'bipolar-disorder-current-episode-depressed'],
    'F31.3 to F31.5 by severity: a clinician says which.',
  ),
  row('bipolar-depression-mild', 'Bipolar disorder, depressed, mild', 'F31.31', 'G', [
    'bipolar depressed mild',
  ]),
  row('bipolar-depression-moderate', 'Bipolar disorder, depressed, moderate', 'F31.32', 'G', [
    'bipolar depressed moderate',
  ]),
  row('bipolar-depression-severe-no-psychosis', 'Bipolar disorder, depressed, severe', 'F31.4', 'G', [
    'bipolar-depression-severe',
    'bipolar depressed severe no psychosis',
    'bipolar depressed severe without psychotic features',
  ]),
  row(
    'bipolar-depression-severe-with-psychosis',
    'Bipolar disorder, depressed, severe with psychotic features',
    'F31.5',
    'G',
    ['bipolar depressed severe with psychosis'],
  ),
  row('fibromyalgia', 'Fibromyalgia', 'M79.7', 'V', ['fibromyalgia syndrome', 'fms']),
  row('migraine', 'Migraine', 'G43.-', 'V', ['migraine family'], 'A family; a claim wants one of its codes.'),
  row('migraine-unspecified', 'Migraine, unspecified, not intractable', 'G43.909', 'G', [
    'migraine unspecified not intractable',
  ]),
  row('migraine-chronic', 'Chronic migraine without aura, not intractable', 'G43.709', 'G', [
    'chronic migraine',
    'chronic migraine without aura',
  ]),
  row(
    'crps-1',
    'Complex regional pain syndrome I',
    'G90.5-',
    'V',
    [
      'crps',
      'crps-i',
      'crps type 1',
      'crps type i',
      'complex-regional-pain-syndrome',
      'complex regional pain syndrome 1',
    ],
    'A family; a claim wants the limb.',
  ),
  row('chronic-pain-syndrome', 'Chronic pain syndrome', 'G89.4', 'V', ['chronic pain']),
  row(
    'interstitial-cystitis',
    'Interstitial cystitis',
    'N30.1-',
    'V',
    ['bladder pain syndrome', 'chronic interstitial cystitis'],
    'A family; a claim wants with or without blood.',
  ),
  row('alcohol-use-disorder', 'Alcohol dependence', 'F10.20', 'G', [
    'aud',
    'alcohol dependence uncomplicated',
  ]),
  row('opioid-use-disorder', 'Opioid dependence', 'F11.20', 'G', ['oud', 'opioid dependence uncomplicated']),
  row('burnout', 'Burn-out', 'Z73.0', 'G', ['burn out', 'occupational burnout']),
  row('suicidal-ideation', 'Suicidal ideation', 'R45.851', 'G', ['suicidal ideations', 'suicidal thoughts']),
  row('ketamine-adverse-effect', 'Adverse effect of a general anesthetic, first encounter', 'T41.295A', 'G', [
    'ketamine use complication',
    'ketamine complication',
    'adverse-effect-of-ketamine',
  ]),
  row('long-term-drug-therapy', 'Other long-term medicine', 'Z79.899', 'G', [
    'long term drug therapy other',
    'other long term drug therapy',
    'long-term-medication',
  ]),
];

const byName = namesOf(icd10cmRows);

export function icd10cmRow(name: string | undefined): Icd10cmRow | undefined {
  return findConcept(byName, name);
}

/** The code of a diagnosis by any of its names; undefined when there is no one code for it. */
export function icd10cmCodeOf(name: string | undefined): string | undefined {
  return icd10cmRow(name)?.code;
}
