// The way out of a series, as well made as the way in: what stays open to the person, when someone asks how they are, what
// to tell us about, and the letter for whoever goes on. The words about other medicines are those of the protocol.

import { addDays, type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition, EditionValue, PeopleWords } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import type { DecisionAnswer, Path } from './decision-points.ts';

/** How the clinic stays in touch once doses have ended. House rules; no source gives an interval. */
export const wayOutRules = {
  followUpWithinDays: sourced(14, 'd', 'H-HOUSE', 'H'),
  watchAtDays: sourced([7, 28, 84], 'd', 'H-HOUSE', 'H', 'After a week, a month, and three months.'),
} as const satisfies Record<string, Sourced<unknown>>;

/** The days on which someone asks how they are: thoughts of dying, mood, bladder, use elsewhere. */
export function watchDays(endedAt: Instant, zone: ZoneId): readonly LocalDate[] {
  const day = localDateOf(endedAt, zone);
  return wayOutRules.watchAtDays.value.map((days) => addDays(day, days));
}

export function followUpBy(endedAt: Instant, zone: ZoneId): LocalDate {
  return addDays(localDateOf(endedAt, zone), wayOutRules.followUpWithinDays.value);
}

export type WayOutKind = 'pause' | 'stop';

export type WayOutLine = {
  readonly topic: 'meaning' | 'stays' | 'tell-us' | 'back';
  readonly words: EditionValue<PeopleWords>;
};

function told(en: string, es: string, source: SourceId, confidence: Confidence): EditionValue<PeopleWords> {
  return sourced({ en, es }, 'text', source, confidence);
}

/** For the person, in plain words. What the prescriber writes to them stands above these and is their own. */
export function wayOut(kind: WayOutKind, edition: Edition | undefined): readonly WayOutLine[] {
  const lines = (topic: WayOutLine['topic'], all: readonly EditionValue<PeopleWords>[]) =>
    all.map((words): WayOutLine => ({ topic, words }));
  return [
    ...lines('meaning', kind === 'stop' ? ended : resting),
    ...lines('stays', stays),
    ...lines('stays', edition === undefined ? [] : [edition.texts.medicines]),
    ...lines('tell-us', tellUs),
    ...lines('back', back),
  ];
}

const ended = [
  told(
    'No more doses are planned. Not everyone is helped by this, and no one could know before.',
    'No hay más dosis planeadas. Esto no ayuda a todos, y nadie podía saberlo antes.',
    'H-HOUSE',
    'H',
  ),
  told(
    'It says something about this treatment. It says nothing about you, and it does not close other ways.',
    'Dice algo de este tratamiento. No dice nada de usted, y no cierra otros caminos.',
    'H-HOUSE',
    'H',
  ),
] as const;

const resting = [
  told(
    'No dose is planned for now. Your plan rests and is not over.',
    'Por ahora no hay ninguna dosis planeada. Su plan descansa y no ha terminado.',
    'H-HOUSE',
    'H',
  ),
] as const;

const stays = [
  told(
    'The daily question and the forms stay open, for as long as you want them. No one counts the days you leave out.',
    'La pregunta de cada día y los cuestionarios siguen abiertos, mientras los quiera. Nadie cuenta los días que deje en blanco.',
    'H-HOUSE',
    'H',
  ),
  told(
    'Your journal, your plan for hard moments and your record stay yours.',
    'Su diario, su plan para momentos difíciles y su historia siguen siendo suyos.',
    'H-HOUSE',
    'H',
  ),
] as const;

const tellUs = [
  told(
    'Thoughts of dying, or a mood that falls fast.',
    'Ideas de morir, o un ánimo que cae rápido.',
    'T-GEN',
    'G',
  ),
  told('Pain or blood when you pass water.', 'Dolor o sangre al orinar.', 'C-CYST', 'V'),
  told(
    'A strong wish for ketamine, or using it outside a clinic.',
    'Muchas ganas de ketamina, o usarla fuera de una clínica.',
    'T-GEN',
    'G',
  ),
] as const;

const back = [
  told(
    'You can ask us again at any time. A no now is not a no for good.',
    'Puede preguntarnos otra vez cuando quiera. Un no de ahora no es un no para siempre.',
    'H-HOUSE',
    'H',
  ),
] as const;

export type LetterSection = {
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly isMissing?: boolean }[];
};

export type LetterQuestion = {
  readonly drug: string;
  readonly routeWords: string;
  readonly dosesPlanned: number;
  readonly doseDays: readonly LocalDate[];
  readonly lastOrderedMg: number | undefined;
  readonly answer: DecisionAnswer;
  /** Each form the series is read by; the answer was read by the one that decides. */
  readonly measured: readonly {
    readonly instrument: string;
    readonly decides: boolean;
    readonly before: { readonly total: number; readonly on: LocalDate } | undefined;
    readonly latest: { readonly total: number; readonly on: LocalDate } | undefined;
  }[];
  readonly daysWithoutAnswer: number;
  readonly daysAsked: number;
  readonly decided: {
    readonly what: string;
    readonly on: LocalDate;
    readonly byName: string;
    readonly reason: string;
  };
  readonly ownWords: string | undefined;
  readonly watchOn: readonly LocalDate[];
};

/** For a colleague who has never met them. Every gap is said; nothing is rounded into a story. */
export function handOverLetter(question: LetterQuestion): readonly LetterSection[] {
  const { doseDays, dosesPlanned, measured, answer, decided } = question;
  const readBy = measured.find(({ decides }) => decides)?.instrument;
  const [first] = doseDays;
  const last = doseDays.at(-1);
  const missing = (text: string) => ({ text, isMissing: true });
  return [
    {
      heading: 'What was given',
      lines: [
        first === undefined || last === undefined
          ? missing('No dose is written down in this series.')
          : {
              text: `${question.drug}, ${question.routeWords}: ${doseDays.length} of ${dosesPlanned} planned doses, ${first} to ${last}.`,
            },
        question.lastOrderedMg === undefined
          ? missing('No signed order is on record.')
          : { text: `Last order: up to ${question.lastOrderedMg} mg in a session.` },
        { text: 'No further dose is planned here.' },
      ],
    },
    {
      heading: 'How it went',
      lines: [
        ...measured.flatMap(({ instrument, before, latest }) => [
          before === undefined
            ? missing(`No complete ${instrument} before the first dose.`)
            : { text: `${instrument} before the first dose: ${before.total}, ${before.on}.` },
          latest === undefined
            ? missing(`No complete ${instrument} since the first dose.`)
            : { text: `${instrument} last: ${latest.total}, ${latest.on}.` },
        ]),
        {
          text: readBy === undefined ? pathInLetter[answer.path] : `${readBy}: ${pathInLetter[answer.path]}`,
        },
        {
          text: `Daily question: ${question.daysWithoutAnswer} of ${question.daysAsked} days have no answer. They are not guessed.`,
        },
      ],
    },
    {
      heading: 'What was decided',
      lines: [{ text: `${decided.what}, ${decided.on}, ${decided.byName}.` }, { text: decided.reason }],
    },
    {
      heading: 'Other medicines, and coming down',
      lines: [
        question.ownWords === undefined
          ? missing('The prescriber wrote nothing about other medicines. Ask before you change any.')
          : { text: question.ownWords },
      ],
    },
    {
      heading: 'To watch',
      lines: [
        { text: 'Thoughts of suicide, a fast fall of mood, urinary symptoms, craving or use elsewhere.' },
        { text: `We ask them on ${question.watchOn.join(', ')}.` },
      ],
    },
  ];
}

const pathInLetter: Readonly<Record<Path, string>> = {
  worse: 'Reliably worse than before the first dose.',
  'no-response': 'No response by the rule named.',
  'some-improvement': 'Better by more than noise, and not a response.',
  response: 'A response by the rule named.',
  remission: 'In the range called remission.',
  unknown: 'Whether it helped is not known: what would say so is missing.',
};
