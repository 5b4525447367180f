// Which questions a link asks, in their order, and what one tap becomes. Nothing here touches a page.
import type { AskedByLink } from '#api/reminders.ts';
import {
  afterCheckQuestions,
  choiceQuestions,
  type DayQuestion,
  dayQuestionWords,
  scaleQuestions,
} from '#web/kit/day-questions.ts';

export type Choice = {
  readonly answer: number | string;
  readonly label: string;
  readonly detail?: string | undefined;
};

const scale = Array.from({ length: 11 }, (_, value) => value);

export function questionsOf(asked: Pick<AskedByLink, 'about' | 'items'>): readonly DayQuestion[] {
  switch (asked.about) {
    case 'pulse':
      return ['pulse', ...asked.items];
    case 'evening-check':
      return ['evening-check'];
    case 'after-check':
      return afterCheckQuestions;
  }
}

export function isScale(question: DayQuestion): boolean {
  return scaleQuestions.some((each) => each === question);
}

function worded(language: 'en' | 'es', id: string): string | undefined {
  return (dayQuestionWords[language] as Readonly<Record<string, string>>)[id];
}

/** @param isLater asked on a day before this one, so that what was asked of that day is over. */
export function questionWords(language: 'en' | 'es', question: DayQuestion, isLater = false) {
  const said = (end: string): string => worded(language, `ask.${question}${end}`) ?? '';
  const asks = (isLater && said('.later')) || said('');
  return { asks, low: said('.low'), high: said('.high') };
}

/** By the day of the phone, which is where its owner is. */
export function isLaterDay({ askedAt }: Pick<AskedByLink, 'askedAt'>, now: number): boolean {
  return dayOf(now) > dayOf(askedAt);
}

function dayOf(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

export function choicesOf(language: 'en' | 'es', question: DayQuestion): readonly Choice[] {
  if (isScale(question)) return scale.map((answer) => ({ answer, label: String(answer) }));
  return choiceQuestions[question as keyof typeof choiceQuestions].map((answer) => ({
    answer,
    label: worded(language, `ask.${question}.${answer}`) ?? answer,
    detail: worded(language, `ask.${question}.${answer}-text`),
  }));
}

/** The token stands behind the hash, so that no server is told it by opening the page. */
export function secretIn(hash: string): string | undefined {
  return /^#([A-Za-z0-9_-]{20,200})$/.exec(hash)?.[1];
}
