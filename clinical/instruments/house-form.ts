// What the short forms written for this house have in common: two answers, any question may stay open, and no publisher.

import type { Instrument, Licence, Option } from './instrument.ts';

const noOrYes: readonly Option[] = [
  { value: 0, text: 'No' },
  { value: 1, text: 'Yes' },
];

const noOrYesSpanish: Readonly<Record<number, string>> = { 0: 'No', 1: 'Sí' };

const houseLicence: Licence = {
  use: 'free',
  text: 'Written for Mooring. Not a tested questionnaire: each answer is read by itself and talked about.',
  conditions: ['No clinician has approved these words yet; a clinic reads them before it asks them.'],
  clinicConfirms: false,
  source: 'H-HOUSE',
};

const houseLicenceSpanish =
  'Escrito para Mooring. No es un cuestionario validado: cada respuesta se lee por sí sola y se habla.';

interface BothLanguages {
  readonly en: string;
  readonly es: string;
}

export interface HouseForm extends Pick<Instrument, 'id' | 'source' | 'confidence'> {
  readonly name: BothLanguages;
  readonly stem: BothLanguages;
  readonly items: readonly (BothLanguages & { readonly id: string; readonly topic: string })[];
}

/** Never added up: each answer is read by itself. */
export function houseForm({ id, name, stem, items, source, confidence }: HouseForm): Instrument {
  return {
    id,
    name: name.en,
    version: '1',
    language: 'en',
    wordingFrom: 'Written for Mooring; checked against no publisher, because there is none',
    filledBy: 'patient',
    stem: stem.en,
    items: items.map((item) => ({ id: item.id, topic: item.topic, text: item.en })),
    options: noOrYes,
    scoring: 'triage',
    range: { from: 0, to: 0 },
    bands: [],
    betterIs: 'lower',
    licence: houseLicence,
    translations: [
      {
        language: 'es',
        name: name.es,
        wordingFrom: 'Written for Mooring in Spanish; checked against no publisher, because there is none',
        stem: stem.es,
        items: Object.fromEntries(items.map((item) => [item.id, { text: item.es }])),
        options: noOrYesSpanish,
        licenceText: houseLicenceSpanish,
      },
    ],
    source,
    confidence,
  };
}

export function yesOrNo(value: number | null | undefined): boolean | undefined {
  return value === 1 ? true : value === 0 ? false : undefined;
}
