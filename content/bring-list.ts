// What to bring to a first talk. Nothing on it is needed to begin; each thing saves a question or a call.

import type { Words } from './language.ts';

export type BringItem = {
  readonly id: string;
  readonly name: Words;
  readonly why: Words;
  /** A paper that can be photographed at home. */
  readonly isPaper: boolean;
};

export const bringList: readonly BringItem[] = [
  {
    id: 'photo-id',
    name: { en: 'A photo ID', es: 'Una identificación con foto' },
    why: { en: 'So that we know it is you.', es: 'Para saber que es usted.' },
    isPaper: false,
  },
  {
    id: 'medicine-boxes',
    name: { en: 'Your medicines, or a photo of each box', es: 'Sus medicinas, o una foto de cada caja' },
    why: { en: 'Also what you take now and then.', es: 'También lo que toma de vez en cuando.' },
    isPaper: true,
  },
  {
    id: 'doctor-letters',
    name: { en: 'Letters from your doctors', es: 'Cartas de sus médicos' },
    why: {
      en: 'What was found, and what was tried before.',
      es: 'Lo que hallaron, y lo que probaron antes.',
    },
    isPaper: true,
  },
  {
    id: 'test-results',
    name: { en: 'Test results: blood, heart, liver', es: 'Resultados: sangre, corazón, hígado' },
    why: { en: 'The newest you have. Old ones help too.', es: 'Los más nuevos. Los viejos también ayudan.' },
    isPaper: true,
  },
  {
    id: 'hospital-papers',
    name: { en: 'Papers from a hospital stay', es: 'Papeles de un hospital' },
    why: { en: 'If you were in one in the last years.', es: 'Si estuvo en uno en los últimos años.' },
    isPaper: true,
  },
  {
    id: 'insurance-card',
    name: { en: 'Your insurance card, both sides', es: 'Su tarjeta de seguro, los dos lados' },
    why: { en: 'Only if you want to use it.', es: 'Solo si quiere usarlo.' },
    isPaper: true,
  },
  {
    id: 'someone-near',
    name: { en: 'Name and phone of someone near you', es: 'Nombre y teléfono de alguien cercano' },
    why: { en: 'For a ride home, later on.', es: 'Para el regreso a casa, más adelante.' },
    isPaper: false,
  },
];

export function bringItem(id: string): BringItem | undefined {
  return bringList.find((item) => item.id === id);
}
