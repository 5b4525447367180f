// What a claim rests on, in words: from whom, how sure, who approved it and until when. The public pages and the app say it
// in the same words, so that neither says less.

import type { LocalDate } from '#clinical/instant.ts';
import { type Claim, isBeingReadAgain } from './claims.ts';
import { fill, type Language, type Words } from './language.ts';
import { publicSource } from './public-sources.ts';

export const rootWords = {
  sure: { en: 'We are sure', es: 'Estamos seguros' },
  'fairly-sure': { en: 'We are fairly sure', es: 'Estamos bastante seguros' },
  'experts-agree': { en: 'Experts agree', es: 'Los expertos coinciden' },
  'we-counted': { en: 'We counted', es: 'Lo contamos nosotros' },
  read: { en: 'read {date}', es: 'leído el {date}' },
  notApproved: { en: 'Nobody has approved this yet.', es: 'Nadie lo ha aprobado todavía.' },
  approvedBy: { en: 'Approved by {name}, {role}, on {date}.', es: 'Aprobado por {name}, {role}, el {date}.' },
  readAgainBy: { en: 'To be read again by {date}.', es: 'Se leerá otra vez antes del {date}.' },
  beingReadAgain: {
    en: 'Past its review date. Being read again.',
    es: 'Pasó su fecha de revisión. Se está leyendo otra vez.',
  },
} as const satisfies Readonly<Record<string, Words>>;

type ClaimRoot = {
  readonly source: string;
  readonly url?: string | undefined;
  readonly sureness: string;
  readonly read: string;
  readonly approval: string;
  readonly readAgain: string;
  readonly isPast: boolean;
};

export function rootOf(
  claim: Claim,
  reader: {
    readonly language: Language;
    readonly today: LocalDate;
    readonly dayText: (date: LocalDate) => string;
  },
): ClaimRoot {
  const { language, today, dayText } = reader;
  const source = publicSource(claim.sourceId);
  const name = source.name[language];
  const { reviewer } = claim;
  const isPast = isBeingReadAgain(claim.reviewBy, today);
  return {
    source: source.year === null || name.includes(String(source.year)) ? name : `${name}, ${source.year}`,
    url: source.url,
    sureness: rootWords[claim.confidence][language],
    read: fill(rootWords.read[language], { date: dayText(claim.checkedOn) }),
    approval:
      reviewer.kind === 'example'
        ? rootWords.notApproved[language]
        : fill(rootWords.approvedBy[language], {
            name: reviewer.name,
            role: reviewer.role[language],
            date: dayText(reviewer.approvedOn),
          }),
    readAgain: isPast
      ? rootWords.beingReadAgain[language]
      : fill(rootWords.readAgainBy[language], { date: dayText(claim.reviewBy) }),
    isPast,
  };
}
