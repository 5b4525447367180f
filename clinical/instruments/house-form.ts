// What the short forms written for this house have in common: two answers, any question may stay open, and no publisher.

import type { Licence, Option } from './instrument.ts';

export const noOrYes: readonly Option[] = [
  { value: 0, text: 'No' },
  { value: 1, text: 'Yes' },
];

export const noOrYesSpanish: Readonly<Record<number, string>> = { 0: 'No', 1: 'Sí' };

export const houseLicence: Licence = {
  use: 'free',
  text: 'Written for Mooring. Not a tested questionnaire: each answer is read by itself and talked about.',
  conditions: ['No clinician has approved these words yet; a clinic reads them before it asks them.'],
  clinicConfirms: false,
  source: 'H-HOUSE',
};

export const houseLicenceSpanish =
  'Escrito para Mooring. No es un cuestionario validado: cada respuesta se lee por sí sola y se habla.';

export function yesOrNo(value: number | null | undefined): boolean | undefined {
  return value === 1 ? true : value === 0 ? false : undefined;
}
