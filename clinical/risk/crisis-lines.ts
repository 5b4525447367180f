// Whom to call in a crisis, by place. 988 is shown only where it answers. Where we know no line, the local emergency
// number from the clinic's settings is shown, and no number is made up.

import type { Confidence, SourceId } from '#clinical/sources.ts';

export type CrisisLine = {
  readonly name: string;
  readonly number: string;
  readonly ways: readonly ('call' | 'text')[];
  readonly note?: Readonly<Record<'en' | 'es', string>>;
  /** Somebody answers at every hour. Left out: not read anywhere, so nothing is said of hours. */
  readonly isAlwaysOpen?: true;
  /** The key that leads to Spanish. */
  readonly spanishKey?: number;
  readonly source: SourceId;
  readonly confidence: Confidence;
};

export type CrisisPlace = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly lines: readonly CrisisLine[];
  readonly emergency: { readonly number: string; readonly source: SourceId; readonly confidence: Confidence };
};

function emergency(number: string): CrisisPlace['emergency'] {
  return { number, source: 'T-GEN', confidence: 'G' };
}

const samaritans: CrisisLine = {
  name: 'Samaritans',
  number: '116 123',
  ways: ['call'],
  source: 'T-GEN',
  confidence: 'G',
};

export const crisisPlaces: readonly CrisisPlace[] = [
  {
    country: 'US',
    lines: [
      {
        name: '988 Suicide and Crisis Lifeline',
        number: '988',
        ways: ['call', 'text'],
        note: { en: 'Press 1 for veterans, 2 for Spanish.', es: 'Oprima 2 para español, 1 si es veterano.' },
        isAlwaysOpen: true,
        spanishKey: 2,
        source: 'C-988',
        confidence: 'V',
      },
      {
        name: 'Crisis Text Line',
        number: '741741',
        ways: ['text'],
        // The word decides the language of whoever answers.
        note: { en: 'Text HOME.', es: 'Envíe la palabra AYUDA.' },
        source: 'C-CTL',
        confidence: 'V2',
      },
      {
        name: 'SAMHSA',
        note: { en: 'Help to find treatment.', es: 'Ayuda para encontrar tratamiento.' },
        number: '1-800-662-4357',
        ways: ['call'],
        source: 'C-988',
        confidence: 'V',
      },
    ],
    emergency: emergency('911'),
  },
  {
    country: 'CA',
    lines: [
      {
        name: '9-8-8 Suicide Crisis Helpline',
        number: '988',
        ways: ['call', 'text'],
        isAlwaysOpen: true,
        source: 'C-988',
        confidence: 'V',
      },
    ],
    emergency: emergency('911'),
  },
  { country: 'GB', lines: [samaritans], emergency: emergency('999') },
  { country: 'IE', lines: [samaritans], emergency: emergency('112') },
  {
    country: 'AU',
    lines: [{ name: 'Lifeline', number: '13 11 14', ways: ['call'], source: 'T-GEN', confidence: 'G' }],
    emergency: emergency('000'),
  },
  {
    country: 'NZ',
    lines: [{ name: '1737', number: '1737', ways: ['call', 'text'], source: 'T-GEN', confidence: 'G' }],
    emergency: emergency('111'),
  },
];

/** Countries of the European Union share one emergency number. */
const europeanUnion: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

export function crisisPlace(country: string | undefined): CrisisPlace | undefined {
  if (country === undefined) return undefined;
  const code = country.toUpperCase();
  const known = crisisPlaces.find((place) => place.country === code);
  if (known) return known;
  return europeanUnion.includes(code) ? { country: code, lines: [], emergency: emergency('112') } : undefined;
}
