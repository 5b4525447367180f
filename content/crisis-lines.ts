// Whom to call when a person may die. A number is shown only where its owner's own page was read; everywhere else the
// words point to the emergency number the clinic has set, and never to a line of another country.

import type { LocalDate } from '#clinical/instant.ts';
import type { Words } from './language.ts';

export type CrisisLine = {
  readonly number: string;
  readonly how: Words;
  readonly emergencyNumber: string;
  readonly sourceId: string;
  readonly checkedOn: LocalDate;
};

const readOn = '2026-11-21';

const lines: Readonly<Record<string, CrisisLine>> = {
  US: {
    number: '988',
    how: {
      en: 'Call or text 988, day or night',
      es: 'Llame o escriba al 988, de día o de noche (opción 2, español)',
    },
    emergencyNumber: '911',
    sourceId: 'C-988',
    checkedOn: readOn,
  },
  CA: {
    number: '988',
    how: { en: 'Call or text 988, day or night', es: 'Llame o escriba al 988, de día o de noche' },
    emergencyNumber: '911',
    sourceId: 'C-988',
    checkedOn: readOn,
  },
};

/** The line for a country, or null where none has been checked. */
export function crisisLineFor(countryCode: string): CrisisLine | null {
  return lines[countryCode] ?? null;
}
