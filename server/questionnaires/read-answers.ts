// What a set of answers comes to: a score, or what is missing; what is not an answer at all; what a person must see. The
// arithmetic and the alarm are the clinical ring’s; this file only chooses which of them to ask.

import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { instrumentIn, optionsFor, whetherAsked } from '#clinical/instruments/asking.ts';
import type { Filler, Instrument, Language } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { isPulse, pulse } from '#clinical/instruments/pulse.ts';
import { pulseItems } from '#clinical/instruments/pulse-items.ts';
import { raisedByAnswers, suicideRiskLevel } from '#clinical/instruments/raised-by-answers.ts';
import { type Answers, score } from '#clinical/instruments/score.ts';
import { type AfterCheckAnswer, afterCheckAnswer, balances } from '#clinical/integration/after-checks.ts';
import type { FieldProblem } from '#server/edge';

export type EveningAnswer = 'all-right' | 'rough' | 'need-help';

const eveningAnswers: readonly EveningAnswer[] = ['all-right', 'rough', 'need-help'];

export type ReadAnswers = {
  readonly instrumentVersion: string;
  readonly problems: readonly FieldProblem[];
  readonly score?: QuestionnaireResponse['score'];
  readonly issues: readonly DetectedIssue[];
  readonly evening?: EveningAnswer | undefined;
  readonly afterCheck?: AfterCheckAnswer | undefined;
};

/** The edition of our own short forms: they have no publisher. */
const ownFormVersion = '1';

type Given = {
  readonly answers: QuestionnaireResponse['answers'];
  readonly complete: boolean;
  readonly at: Instant;
  readonly filledBy: Filler;
  /** Undefined: whoever sent this did not say in which language the words were shown. */
  readonly language?: Language | undefined;
};

export function readAnswers(
  given: Given & { readonly instrument: QuestionnaireResponse['instrument'] },
): ReadAnswers {
  const published = instrumentById(given.instrument);
  if (published !== undefined) return readPublished(published, given);
  const own = { instrumentVersion: ownFormVersion, problems: [], issues: [] };
  if (!given.complete) return own;
  switch (given.instrument) {
    case 'pulse':
      return { ...own, ...readPulse(given.answers) };
    case 'pulse-more':
      return { ...own, ...readMore(given.answers) };
    case 'evening-check':
      return { ...own, ...readEvening(given.answers) };
    case 'after-check':
      return { ...own, ...readAfterCheck(given) };
    default:
      return own;
  }
}

function readPublished(instrument: Instrument, given: Given): ReadAnswers {
  const { answers, problems } = numbersFor(instrument, given.answers);
  problems.push(...notToBeAsked(instrument, answers));
  if (given.language !== undefined && instrumentIn(instrument, given.language).language !== given.language)
    problems.push({ path: 'language', message: 'The publisher’s words are not held in this language.' });
  const found = raisedByAnswers({ instrument, answers, at: given.at });
  // While a form is still being filled, a question not reached yet is not a question left out.
  const issues = given.complete ? found : found.filter((issue) => issue.action !== 'unknown');
  const read = { instrumentVersion: instrument.version, problems, issues };
  return given.complete ? { ...read, score: scoreOf(instrument, answers, given) } : read;
}

function scoreOf(instrument: Instrument, answers: Answers, given: Given): QuestionnaireResponse['score'] {
  const counted = score(instrument, answers);
  const riskItem =
    instrument.riskItemId === undefined ? undefined : (answers[instrument.riskItemId] ?? undefined);
  const riskLevel = suicideRiskLevel(instrument, answers);
  return {
    ...(counted.complete
      ? {
          ...(counted.total === undefined ? {} : { total: counted.total }),
          ...(counted.band === undefined ? {} : { band: counted.band }),
        }
      : { missing: [...counted.missing] }),
    ...(riskItem === undefined ? {} : { item9: riskItem }),
    ...(riskLevel === undefined ? {} : { riskLevel }),
    ...(instrument.alsoByPatient === true ? { filledBy: given.filledBy } : {}),
    ...(given.language === undefined ? {} : { language: given.language }),
  };
}

/** An answer is one of the options or it is not there; nothing is bent into one. */
function numbersFor(
  instrument: Instrument,
  given: QuestionnaireResponse['answers'],
): { answers: Answers; problems: FieldProblem[] } {
  const answers: Record<string, number | undefined> = {};
  const problems: FieldProblem[] = [];
  for (const [id, value] of Object.entries(given)) {
    const options = optionsFor(instrument, id);
    if (options === undefined)
      problems.push({ path: `answers.${id}`, message: 'This form has no such question.' });
    else if (value === null) continue;
    else if (typeof value === 'number' && options.some((option) => option.value === value))
      answers[id] = value;
    else
      problems.push({
        path: `answers.${id}`,
        message: `Choose one of: ${options.map((option) => option.value).join(', ')}.`,
      });
  }
  return { answers, problems };
}

/** Two answers that cannot both stand: nobody here decides which of them was meant. */
function notToBeAsked(instrument: Instrument, answers: Answers): readonly FieldProblem[] {
  return instrument.items.flatMap((item) => {
    const { id, askedWhen } = item;
    const isGiven = (answers[id] ?? undefined) !== undefined;
    if (askedWhen === undefined || !isGiven || whetherAsked(instrument, item, answers) !== 'not-asked')
      return [];
    const number = instrument.items.findIndex((before) => before.id === askedWhen.item) + 1;
    const text = optionsFor(instrument, askedWhen.item)?.find(({ value }) => value === askedWhen.is)?.text;
    const message = `Asked only when question ${number} is answered “${text}”. Leave this open, or change that answer.`;
    return [{ path: `answers.${id}`, message }];
  });
}

function readPulse(given: QuestionnaireResponse['answers']): Partial<ReadAnswers> {
  const values = Object.values(given);
  const [value] = values;
  if (values.length === 1 && typeof value === 'number' && isPulse(value)) return { score: { total: value } };
  return {
    problems: [
      { path: 'answers', message: `Answer with one whole number from ${pulse.from} to ${pulse.to}.` },
    ],
  };
}

/** One of the further questions, one number, on the scale of the first. */
function readMore(given: QuestionnaireResponse['answers']): Partial<ReadAnswers> {
  const [[item, value] = ['', undefined], ...more] = Object.entries(given);
  const isOurs = pulseItems.some((known) => known === item) && typeof value === 'number' && isPulse(value);
  if (isOurs && more.length === 0) return {};
  return {
    problems: [
      {
        path: 'answers',
        message: `Answer one of: ${pulseItems.join(', ')}, with one whole number from ${pulse.from} to ${pulse.to}.`,
      },
    ],
  };
}

function readAfterCheck({ answers, at }: Given): Partial<ReadAnswers> {
  const afterCheck = afterCheckAnswer(answers, at);
  if (afterCheck !== undefined) return { afterCheck };
  return {
    problems: [
      {
        path: 'answers',
        message: `Say which check it is, and for the balance one of: ${balances.join(', ')}.`,
      },
    ],
  };
}

function readEvening(given: QuestionnaireResponse['answers']): Partial<ReadAnswers> {
  const evening = eveningAnswers.find((answer) => Object.values(given).includes(answer));
  return evening === undefined
    ? { problems: [{ path: 'answers', message: `Answer with one of: ${eveningAnswers.join(', ')}.` }] }
    : { evening };
}
