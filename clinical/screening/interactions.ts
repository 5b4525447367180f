// What each class of medicine does to a dose of ketamine, and what to do about it, by route. Data read by
// `screenMedicines`; a class with no row for a route is said to be unknown there, never fine.

import type { Route } from '#clinical/care-record.ts';
import type { IssueAction } from '#clinical/detected-issue.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { findMedicine, genericsOf } from './find-medicine.ts';
import type { MedicineClass, MedicineTrait } from './medicines.ts';

export type Interaction = {
  readonly effect: string;
  readonly advice: string;
  readonly action: Readonly<Partial<Record<Route, IssueAction>>>;
  readonly sources: readonly SourceId[];
  readonly confidence: Confidence;
};

function every(action: IssueAction): Readonly<Record<Route, IssueAction>> {
  return { iv: action, im: action, sublingual: action, home: action, nasal: action };
}

/** Part of a lozenge is swallowed, so first-pass effects count there. */
function swallowed(action: IssueAction, otherwise: IssueAction): Readonly<Record<Route, IssueAction>> {
  return { iv: otherwise, im: otherwise, sublingual: action, home: action, nasal: otherwise };
}

export const classInteractions: Readonly<Record<MedicineClass, Interaction>> = {
  'ketamine-self': {
    effect: 'They already receive ketamine from somewhere else.',
    advice: 'Find out who prescribes it, how much and when before anything is planned.',
    action: every('review'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  benzodiazepine: {
    effect: 'Can shorten or weaken the benefit and adds to sedation.',
    advice: 'Never stop it suddenly. The prescriber decides whether to space the dose. Watch sedation.',
    action: every('review'),
    sources: ['I-VER', 'I-AND', 'L-US', 'R-PMF21'],
    confidence: 'V',
  },
  'z-hypnotic': {
    effect: 'Adds to sedation.',
    advice: 'Skip the night before if the prescriber says it is safe.',
    action: every('manage'),
    sources: ['R-PMF21', 'T-GEN'],
    confidence: 'G',
  },
  'orexin-antagonist': {
    effect: 'Adds to sedation.',
    advice: 'Skip the night before if the prescriber says it is safe.',
    action: every('manage'),
    sources: ['R-PMF21', 'T-GEN'],
    confidence: 'G',
  },
  opioid: {
    effect: 'Longer recovery and slower breathing.',
    advice: 'Note the dose. Watch oxygen. The prescriber decides about the day itself.',
    action: every('review'),
    sources: ['K-USL', 'L-EU', 'R-PMFV', 'I-JC'],
    confidence: 'V',
  },
  'opioid-antagonist': {
    effect:
      'In a trial, naltrexone before the dose took the antidepressant effect away. Small studies disagree.',
    advice: 'The prescriber weighs it. A monthly shot cannot be held.',
    action: every('review'),
    sources: ['I-WIL'],
    confidence: 'V',
  },
  gabapentinoid: {
    effect: 'Adds to sedation.',
    advice: 'Hold on the day where the prescriber agrees.',
    action: every('manage'),
    sources: ['I-JC'],
    confidence: 'V2',
  },
  'other-cns-depressant': {
    effect: 'Adds to sedation.',
    advice: 'Hold on the day where the prescriber agrees. Do not stop suddenly.',
    action: every('manage'),
    sources: ['I-JC', 'L-US'],
    confidence: 'V2',
  },
  alcohol: {
    effect: 'Deeper sedation and slower breathing.',
    advice: 'No dose on a day with alcohol. None for a day before and a day after.',
    action: every('exclude'),
    sources: ['L-EU', 'I-JC', 'N-PRAC'],
    confidence: 'V',
  },
  cannabis: {
    effect: 'Can make the experience unpredictable and the heart faster.',
    advice: 'Not on the day. Some services ask for two days before and one after.',
    action: every('review'),
    sources: ['I-JC', 'N-PRAC', 'K-APNA'],
    confidence: 'V2',
  },
  maoi: {
    effect: 'Blood pressure can rise.',
    advice:
      'Pressure before the dose and at 40 minutes. The prescriber decides; it is not a block by itself.',
    action: every('review'),
    sources: ['L-US', 'R-PMF21', 'I-VER', 'I-KLA'],
    confidence: 'V',
  },
  psychostimulant: {
    effect: 'Blood pressure and pulse rise.',
    advice: 'Usual advice is to skip it until after the session on the day.',
    action: every('review'),
    sources: ['L-US', 'L-EU', 'I-JC'],
    confidence: 'V',
  },
  'sympathomimetic-decongestant': {
    effect: 'Blood pressure rises.',
    advice: 'Avoid on the day.',
    action: every('review'),
    sources: ['K-USL'],
    confidence: 'V',
  },
  'nasal-decongestant': {
    effect: 'Changes how much a nasal spray is taken up.',
    advice: 'At least an hour before a nasal dose.',
    action: { iv: 'inform', im: 'inform', sublingual: 'inform', home: 'inform', nasal: 'manage' },
    sources: ['L-PDR'],
    confidence: 'V',
  },
  'nasal-corticosteroid': {
    effect: 'Changes how much a nasal spray is taken up.',
    advice: 'At least an hour before a nasal dose.',
    action: { iv: 'inform', im: 'inform', sublingual: 'inform', home: 'inform', nasal: 'manage' },
    sources: ['L-PDR'],
    confidence: 'V',
  },
  lamotrigine: {
    effect: 'Weakened the effect in two of five studies.',
    advice: 'Do not stop it. Some clinics space it by 6 to 12 hours, others do nothing.',
    action: every('manage'),
    sources: ['I-VER', 'I-KLA', 'I-JC'],
    confidence: 'V',
  },
  lithium: {
    effect: 'No loss of effect was found.',
    advice: 'Go on as usual with the usual level checks.',
    action: every('inform'),
    sources: ['I-VER'],
    confidence: 'V',
  },
  'cyp3a4-inhibitor': {
    effect: 'More ketamine in the blood when some of it is swallowed.',
    advice: 'The prescriber considers a lower dose for lozenges.',
    action: swallowed('review', 'inform'),
    sources: ['I-CYP'],
    confidence: 'V',
  },
  'cyp3a4-inducer': {
    effect: 'Less ketamine in the blood, far less when it is swallowed.',
    advice: 'Expect a weaker effect.',
    action: swallowed('review', 'inform'),
    sources: ['I-CYP'],
    confidence: 'V',
  },
  'cyp2b6-inhibitor': {
    effect: 'More ketamine in the blood.',
    advice: 'The prescriber considers the dose.',
    action: every('review'),
    sources: ['I-CYP', 'P-ESK'],
    confidence: 'V',
  },
  xanthine: {
    effect: 'Lowers the threshold for seizures.',
    advice: 'Consider another medicine.',
    action: every('review'),
    sources: ['K-USL', 'L-EU'],
    confidence: 'V',
  },
  'nmda-antagonist': {
    effect: 'Works on the same receptor: it may add to the effect or blunt it.',
    advice: 'The prescriber decides. The evidence is small.',
    action: every('review'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  'thyroid-hormone': {
    effect: 'Blood pressure and pulse can rise.',
    advice: 'Watch the pressure.',
    action: every('review'),
    sources: ['K-USL', 'L-EU'],
    confidence: 'V',
  },
  'vasopressin-analogue': {
    effect: 'Blood pressure can rise.',
    advice: 'The prescriber reviews it.',
    action: every('review'),
    sources: ['K-USL', 'L-EU'],
    confidence: 'V',
  },
  ergot: {
    effect: 'Blood pressure can rise.',
    advice: 'The prescriber reviews it.',
    action: every('review'),
    sources: ['K-USL', 'L-EU'],
    confidence: 'V',
  },
  antipsychotic: {
    effect: 'Some may weaken the effect.',
    advice: 'Go on as usual. Note what it is taken for.',
    action: every('manage'),
    sources: ['I-VER'],
    confidence: 'V',
  },
  'alpha2-agonist': {
    effect: 'Lowers blood pressure.',
    advice: 'Do not stop it suddenly: pressure can bounce back.',
    action: every('manage'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  'antihypertensive-rescue': {
    effect: 'Lowers blood pressure; low pressure is possible with ketamine.',
    advice: 'Go on as usual and do not skip the morning dose.',
    action: every('manage'),
    sources: ['K-USL', 'T-GEN'],
    confidence: 'G',
  },
  'glp1-ra': {
    effect: 'Food stays longer in the stomach.',
    advice:
      'Ask when the last dose was and about nausea. The prescriber decides about holding it and a liquid diet.',
    action: every('review'),
    sources: ['K-ASA'],
    confidence: 'V',
  },
  'antiemetic-rescue': {
    effect: 'No interaction row for this class.',
    advice: 'Record it. Some make people sleepy.',
    action: every('inform'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  'antidepressant-compatible': {
    effect: 'Most may be combined.',
    advice: 'Go on as usual.',
    action: every('inform'),
    sources: ['K-AN17', 'I-JC'],
    confidence: 'V',
  },
};

/** What a trait adds to the class. A trait without a row only softens or explains. */
export const traitInteractions: Readonly<Partial<Record<MedicineTrait, Interaction>>> = {
  barbiturate: {
    effect:
      'Longer recovery, and less ketamine in the blood. It clouds when mixed with ketamine in one syringe.',
    advice: 'Never in the same syringe or line.',
    action: every('review'),
    sources: ['K-USL'],
    confidence: 'V',
  },
  'lowers-seizure-threshold': {
    effect: 'Lowers the threshold for seizures.',
    advice: 'Ask about seizures.',
    action: every('inform'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  'raises-blood-pressure': {
    effect: 'Can raise blood pressure.',
    advice: 'Watch the pressure.',
    action: every('manage'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  sedating: {
    effect: 'Makes people sleepy.',
    advice: 'Watch sedation.',
    action: every('manage'),
    sources: ['T-GEN'],
    confidence: 'G',
  },
  'hidden-maoi': {
    effect: 'Acts as an MAO inhibitor although it is sold as something else.',
    advice: 'Treat it as an MAO inhibitor.',
    action: every('review'),
    sources: ['L-US', 'T-GEN'],
    confidence: 'G',
  },
  'opioid-antagonism': {
    effect: 'Blocks opioid receptors, as naltrexone does.',
    advice: 'The prescriber weighs it.',
    action: every('review'),
    sources: ['I-WIL', 'T-GEN'],
    confidence: 'G',
  },
};

/** What the trials behind the rows below gave; buccal and sublingual doses, home lozenges and shots have no row. */
export type MeasuredRoute = 'oral' | 'nasal' | 'iv';

/**
 * Measured change of ketamine in the blood, as a ratio; a route that was not measured has no row and stays unknown.
 * Clarithromycin before a nasal dose is said to give a small rise; its size was not published where we could read it.
 */
export const measuredExposure: readonly {
  readonly perturber: string;
  readonly route: MeasuredRoute;
  readonly aucRatio: number;
  readonly cmaxRatio?: number;
  readonly sources: readonly [SourceId, ...SourceId[]];
  readonly confidence: Confidence;
}[] = [
  { perturber: 'ticlopidine', route: 'oral', aucRatio: 2.4, sources: ['I-CYP'], confidence: 'V' },
  {
    perturber: 'ticlopidine',
    route: 'nasal',
    aucRatio: 1.29,
    cmaxRatio: 1,
    sources: ['P-ESK'],
    confidence: 'V',
  },
  {
    perturber: 'clarithromycin',
    route: 'oral',
    aucRatio: 2.6,
    cmaxRatio: 3.6,
    sources: ['I-CYP'],
    confidence: 'V',
  },
  {
    perturber: 'grapefruit',
    route: 'oral',
    aucRatio: 3,
    cmaxRatio: 2.1,
    sources: ['I-CYP'],
    confidence: 'V',
  },
  { perturber: 'itraconazole', route: 'oral', aucRatio: 1, sources: ['I-CYP'], confidence: 'V' },
  { perturber: 'rifampin', route: 'oral', aucRatio: 0.14, sources: ['I-CYP'], confidence: 'V' },
  { perturber: 'rifampin', route: 'iv', aucRatio: 0.86, sources: ['I-CYP'], confidence: 'V' },
];

const routeWords: Readonly<Record<string, MeasuredRoute>> = {
  oral: 'oral',
  po: 'oral',
  swallowed: 'oral',
  'by mouth': 'oral',
  nasal: 'nasal',
  intranasal: 'nasal',
  'nasal esketamine': 'nasal',
  'esketamine nasal': 'nasal',
  esketamine: 'nasal',
  iv: 'iv',
  intravenous: 'iv',
  infusion: 'iv',
};

/**
 * How many times the exposure to ketamine one medicine or food makes of it, by route. The name may be a brand, another
 * name or a line as typed; a number measured for one route is never carried to another.
 */
export function interactionMagnitude(question: { readonly perturber: string; readonly route: string }):
  | {
      readonly known: true;
      readonly aucRatio: number;
      readonly cmaxRatio: number | undefined;
      readonly source: SourceId;
      readonly confidence: Confidence;
    }
  | { readonly known: false } {
  const route =
    routeWords[
      question.route
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' ')
    ];
  const found = findMedicine(question.perturber);
  // Two medicines at once were never measured, and a near spelling is not an answer.
  const [generic, ...more] = found.certainty === 'sure' ? genericsOf(found) : [];
  if (generic === undefined || more.length > 0) return { known: false };
  const row = measuredExposure.find((one) => one.perturber === generic && one.route === route);
  if (!row) return { known: false };
  const { aucRatio, cmaxRatio, sources, confidence } = row;
  return { known: true, aucRatio, cmaxRatio, source: sources[0], confidence };
}
