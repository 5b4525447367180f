// RxNorm for the two medicines given here. Ingredients carry their code in the list of medicines; the spray as a product
// has its own. Other strengths and packs are looked up when a clinic sets up its stock, and never guessed.

import { medicines } from '#clinical/screening/medicines.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { type ConceptRow, findConcept, namesOf } from './concept.ts';

export type RxnormRow = ConceptRow & { readonly code: string | undefined };

function ingredient(generic: string, ...alsoCalled: readonly string[]): RxnormRow {
  const rxcui = medicines.find((medicine) => medicine.generic === generic)?.rxcui;
  return {
    concept: generic,
    name: `${generic}, ingredient`,
    alsoCalled,
    code: rxcui?.code,
    source: 'A-RX',
    confidence: rxcui?.confidence ?? 'G',
    ...(rxcui?.confidence === 'G' ? { note: 'From memory: confirm before it leaves the clinic.' } : {}),
  };
}

const spray: { readonly source: SourceId; readonly confidence: Confidence } = {
  source: 'A-RX',
  confidence: 'V2',
};

export const rxnormRows: readonly RxnormRow[] = [
  ingredient('ketamine', 'racemic ketamine'),
  ingredient('esketamine', 's-ketamine'),
  {
    concept: 'esketamine-nasal-spray',
    name: 'Esketamine nasal spray',
    alsoCalled: ['esketamine nasal', 'esketamine spray'],
    code: '2201623',
    ...spray,
  },
  {
    concept: 'spravato',
    name: 'Spravato nasal spray',
    alsoCalled: ['spravato spray', 'esketamine nasal spray branded'],
    code: '2201625',
    ...spray,
  },
];

const byName = namesOf(rxnormRows);

export function rxnormRow(name: string | undefined): RxnormRow | undefined {
  return findConcept(byName, name);
}
