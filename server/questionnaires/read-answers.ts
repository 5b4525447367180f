// What a set of answers comes to: a score, or what is missing; what is not an answer at all; what a person must see. The
// arithmetic and the alarm are the clinical ring’s; this file only chooses which of them to ask.

import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { optionsFor } from '#clinical/instruments/asking.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { isPulse, pulse } from '#clinical/instruments/pulse.ts';
import { type Answers, score } from '#clinical/instruments/score.ts';
import { riskItemIssues } from '#clinical/risk/suicide-risk.ts';
import type { FieldProblem } from '#server/edge';

export type EveningAnswer = 'all-right' | 'rough' | 'need-help';

const eveningAnswers: readonly EveningAnswer[] = ['all-right', 'rough', 'need-help'];

export type ReadAnswers = {
  readonly instrumentVersion: string;
  readonly problems: readonly FieldProblem[];
  readonly score?: QuestionnaireResponse['score'];
  readonly issues: readonly DetectedIssue[];
  readonly evening?: EveningAnswer | undefined;
};

/** The edition of our own short forms: they have no publisher. */
const ownFormVersion = '1';

export function readAnswers(given: {
  readonly instrument: QuestionnaireResponse['instrument'];
  readonly answers: QuestionnaireResponse['answers'];
  readonly complete: boolean;
  readonly at: Instant;
}): ReadAnswers {
  const published = instrumentById(given.instrument);
  if (published !== undefined) return readPublished(published, given);
  const own = { instrumentVersion: ownFormVersion, problems: [], issues: [] };
  if (!given.complete) return own;
  switch (given.instrument) {
    case 'pulse':
      return { ...own, ...readPulse(given.answers) };
    case 'evening-check':
      return { ...own, ...readEvening(given.answers) };
    default:
      return own;
  }
}

function readPublished(
  instrument: Instrument,
  given: {
    readonly answers: QuestionnaireResponse['answers'];
    readonly complete: boolean;
    readonly at: Instant;
  },
): ReadAnswers {
  const { answers, problems } = numbersFor(instrument, given.answers);
  const found = riskItemIssues({ instrument, answers, at: given.at });
  const riskItem =
    instrument.riskItemId === undefined ? undefined : (answers[instrument.riskItemId] ?? undefined);
  // While a form is still being filled, a question not reached yet is not a question left out.
  const issues = given.complete ? found : found.filter((issue) => issue.action !== 'unknown');
  const read = { instrumentVersion: instrument.version, problems, issues };
  if (!given.complete) return read;
  const counted = score(instrument, answers);
  return {
    ...read,
    score: {
      ...(counted.complete
        ? {
            ...(counted.total === undefined ? {} : { total: counted.total }),
            ...(counted.band === undefined ? {} : { band: counted.band }),
          }
        : { missing: [...counted.missing] }),
      ...(riskItem === undefined ? {} : { item9: riskItem }),
    },
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

function readEvening(given: QuestionnaireResponse['answers']): Partial<ReadAnswers> {
  const evening = eveningAnswers.find((answer) => Object.values(given).includes(answer));
  return evening === undefined
    ? { problems: [{ path: 'answers', message: `Answer with one of: ${eveningAnswers.join(', ')}.` }] }
    : { evening };
}
