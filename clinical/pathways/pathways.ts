// The way of one condition through the clinic: which questions measure it before and after, which totals are typed in from
// a licensed form, and how people are met. What a pathway asks is asked on top of the protocol, never in its place.

import { instrumentById } from '#clinical/instruments/instruments.ts';
import type { Anchor, AnchorWhen } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';

export type Pathway = {
  readonly id: 'depression' | 'anxiety' | 'trauma' | 'ocd' | 'pain' | 'substance-use';
  readonly name: string;
  /** By the ids of `screening/indications.ts`. */
  readonly indications: readonly string[];
  /** Published forms the person answers on their phone. */
  readonly forms: readonly string[];
  /** Scales whose words are not here: a clinician types the total in. */
  readonly totals: readonly string[];
  /** How this person is met until they said themselves how they want it. */
  readonly care: readonly string[];
  /** What is asked on top before a plan. */
  readonly extraScreening: readonly string[];
};

export const pathways: readonly Pathway[] = [
  {
    id: 'depression',
    name: 'Depression',
    indications: [
      'treatment-resistant-depression',
      'depression-with-acute-suicidality',
      'depression',
      'bipolar-depression',
    ],
    forms: ['phq-9'],
    totals: ['madrs', 'qids-sr16', 'hamd-17'],
    care: [],
    extraScreening: [],
  },
  {
    id: 'anxiety',
    name: 'Anxiety',
    indications: ['anxiety', 'social-anxiety'],
    forms: ['gad-7'],
    totals: [],
    care: [],
    extraScreening: [],
  },
  {
    id: 'trauma',
    name: 'Trauma',
    indications: ['ptsd'],
    forms: ['pcl-5'],
    totals: ['ies-r'],
    care: [
      'No touch unless they ask for it. Nothing said means no touch.',
      'Say who you are and what you do before you do it. Stand where they can see you.',
      'Ask, do not order: "May I take your pressure now?"',
      'Do not ask what happened. What they tell is theirs to begin and to stop.',
    ],
    extraScreening: [],
  },
  {
    id: 'ocd',
    name: 'Obsessive-compulsive disorder',
    indications: ['ocd'],
    forms: [],
    totals: ['y-bocs', 'oci-r'],
    care: [],
    extraScreening: [],
  },
  {
    id: 'pain',
    name: 'Long-lasting pain',
    indications: ['crps', 'chronic-pain', 'fibromyalgia', 'migraine'],
    forms: ['peg'],
    totals: ['bpi-sf'],
    care: [],
    extraScreening: [],
  },
  {
    id: 'substance-use',
    name: 'Alcohol or drug dependence',
    indications: ['substance-use'],
    forms: ['audit-c'],
    totals: [],
    care: [],
    extraScreening: [
      'Use of alcohol and each drug, asked by a clinician, and DAST-10 where its licence is confirmed',
      'A urine drug screen on paper',
      'A structured programme they are in',
    ],
  },
];

/** Scales a person may wish for whatever the treatment is for. Their words are not here either. */
export const totalsForAnyone: readonly string[] = ['aaq-2'];

export function pathwayOf(indicationId: string): Pathway | undefined {
  return pathways.find((pathway) => pathway.indications.includes(indicationId));
}

export const pathwayRule = 'pathway-measures';

/** The forms ask about two weeks to a month; earlier than this an answer speaks of another time. */
export const measuredBeforeFirstDoseDays = sourced(
  14,
  'd',
  'H-HOUSE',
  'H',
  'As the anchors of the examples.',
);
export const measuredEveryDoses = sourced(2, '{doses}', 'H-HOUSE', 'H', 'As the anchors of the examples.');
export const measuredBetweenDays = sourced(1, 'd', 'H-HOUSE', 'H', 'As the anchors of the examples.');
export const measuredAfterLastDoseDays = sourced(7, 'd', 'H-HOUSE', 'H', 'As the anchors of the examples.');

export const longestRecallBetweenDosesDays = sourced(31, 'd', 'H-HOUSE', 'H', 'A month, as the PCL-5 asks.');

/** What these indications ask on top of what the edition asks already. */
export function pathwayAnchors(
  indicationIds: readonly string[],
  anchors: readonly Anchor[],
): readonly Anchor[] {
  const forms = [...new Set(indicationIds.flatMap((id) => pathwayOf(id)?.forms ?? []))];
  const isAsked = (instrument: string, when: AnchorWhen): boolean =>
    anchors.some((anchor) => anchor.instrument === instrument && anchor.when === when);
  return forms.flatMap((instrument) =>
    (
      [
        { instrument, when: 'before-first-dose', days: measuredBeforeFirstDoseDays },
        { instrument, when: 'after-last-dose', days: measuredAfterLastDoseDays },
        // So that a total of what the treatment is for stands before each planned decision.
        {
          instrument,
          when: 'every-n-doses',
          everyDoses: measuredEveryDoses,
          days: measuredBetweenDays,
        },
      ] as const
    )
      .filter(({ when }) => when !== 'every-n-doses' || looksBackOnWeeks(instrument))
      .filter(({ when }) => !isAsked(instrument, when)),
  );
}

/** A form about a year says the same before and after a few doses. */
function looksBackOnWeeks(instrument: string): boolean {
  const recallDays = instrumentById(instrument)?.recallDays;
  return recallDays !== undefined && recallDays <= longestRecallBetweenDosesDays.value;
}
