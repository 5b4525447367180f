// AUDIT-C, three questions about alcohol over the past year, each with its own answers. The cut depends on sex; where that
// is not known the lower one is used.

import { sourced } from '#clinical/sourced.ts';
import type { Instrument } from './instrument.ts';
import { answersInOrder, type Incomplete, score, type Values } from './score.ts';

export const auditCCutMen = sourced(4, 'points', 'Q-CAM', 'V');
export const auditCCutWomen = sourced(3, 'points', 'Q-CAM', 'V');
export const auditCCutUnknown = sourced(
  3,
  'points',
  'H-HOUSE',
  'H',
  'the lower cut where sex is unknown or other',
);

export const auditC: Instrument = {
  id: 'audit-c',
  name: 'AUDIT-C',
  version: '1998',
  language: 'en',
  wordingFrom: 'AUDIT-C, Bush et al. 1998, as distributed in the United States by SAMHSA-HRSA',
  filledBy: 'patient',
  stem: 'Consider a “drink” to be a can or bottle of beer, a glass of wine, a wine cooler, or one cocktail or a shot of hard liquor (like scotch, gin, or vodka).',
  recallDays: 365,
  items: [
    {
      id: 'audit-c-1',
      topic: 'how often',
      loinc: '68518-0',
      text: 'How often did you have a drink containing alcohol in the past year?',
      options: [
        { value: 0, text: 'Never', loinc: 'LA6270-8' },
        { value: 1, text: 'Monthly or less', loinc: 'LA18926-8' },
        { value: 2, text: '2 to 4 times a month', loinc: 'LA18927-6' },
        { value: 3, text: '2 to 3 times a week', loinc: 'LA18928-4' },
        { value: 4, text: '4 or more times a week', loinc: 'LA18929-2' },
      ],
    },
    {
      id: 'audit-c-2',
      topic: 'how many',
      loinc: '68519-8',
      text: 'How many drinks did you have on a typical day when you were drinking in the past year?',
      options: [
        { value: 0, text: '0, 1, or 2', loinc: 'LA15694-5' },
        { value: 1, text: '3 or 4', loinc: 'LA15695-2' },
        { value: 2, text: '5 or 6', loinc: 'LA18930-0' },
        { value: 3, text: '7, 8, or 9', loinc: 'LA18931-8' },
        { value: 4, text: '10 or more', loinc: 'LA18932-6' },
      ],
    },
    {
      id: 'audit-c-3',
      topic: 'six or more',
      loinc: '68520-6',
      text: 'How often did you have 6 or more drinks on one occasion in the past year?',
      options: [
        { value: 0, text: 'Never', loinc: 'LA6270-8' },
        { value: 1, text: 'Less than monthly', loinc: 'LA18933-4' },
        { value: 2, text: 'Monthly', loinc: 'LA18876-5' },
        { value: 3, text: 'Weekly', loinc: 'LA18891-4' },
        { value: 4, text: 'Daily or almost daily', loinc: 'LA18934-2' },
      ],
    },
  ],
  options: [],
  scoring: 'sum',
  range: { from: 0, to: 12 },
  bands: [],
  cuts: [
    { name: 'positive', sex: 'male', atOrAbove: auditCCutMen },
    { name: 'positive', sex: 'female', atOrAbove: auditCCutWomen },
    { name: 'positive', sex: 'unknown-or-other', atOrAbove: auditCCutUnknown },
  ],
  betterIs: 'lower',
  loincPanel: '72109-2',
  loincTotal: '75626-2',
  licence: {
    use: 'free',
    text: 'AUDIT-C: Bush K, Kivlahan DR, McDonell MB, Fihn SD, Bradley KA. Arch Intern Med. 1998;158(16):1789-95.',
    conditions: ['In the public domain. The ten-question AUDIT of the World Health Organization is not.'],
    clinicConfirms: false,
    source: 'Q-CAM',
  },
  source: 'Q-CAM',
  confidence: 'V',
};

export type AuditCScore =
  | {
      readonly complete: true;
      readonly total: number;
      readonly positive: boolean;
      /** The cut that was used. */
      readonly cut: number;
      /** The lower cut was used because sex is unknown or other. */
      readonly cutIsAssumed: boolean;
      /** Positive by how often alone: one drink a day does this. Many guides review the drinking before they act. */
      readonly allFromHowOften: boolean;
    }
  | Incomplete;

/** An AUDIT-C by its three values. Cuts Q-CAM, V, by sex; the one for unknown or other is a house rule. */
export function auditCScore(question: {
  readonly values: Values;
  readonly sex: 'male' | 'female' | 'other' | 'unknown' | null | undefined;
}): AuditCScore {
  const { values, sex } = question;
  const scored = score(auditC, answersInOrder(auditC, values));
  if (!scored.complete) return scored;
  const [often = 0, many = 0, six = 0] = values.map(Number);
  const total = often + many + six;
  const cut = cutFor(sex);
  const positive = total >= cut.value;
  return {
    complete: true,
    total,
    positive,
    cut: cut.value,
    cutIsAssumed: cut === auditCCutUnknown,
    allFromHowOften: positive && many === 0 && six === 0,
  };
}

function cutFor(sex: Parameters<typeof auditCScore>[0]['sex']) {
  switch (sex) {
    case 'male':
      return auditCCutMen;
    case 'female':
      return auditCCutWomen;
    default:
      return auditCCutUnknown;
  }
}
