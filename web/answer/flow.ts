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

export function questionWords(language: 'en' | 'es', question: DayQuestion) {
  const said = (end: string): string => worded(language, `ask.${question}.${end}`) ?? '';
  return { asks: worded(language, `ask.${question}`) ?? '', low: said('low'), high: said('high') };
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
