// What answers to any form say about suicide, asked the same way on the phone and on the server: by the one item of a
// questionnaire, or by the triage of the Columbia screener. A form with no such question raises nothing.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { cssrsIssues, type RiskLevel, riskItemIssues, triageCssrs } from '#clinical/risk/suicide-risk.ts';
import { cssrsAnswers, cssrsScreener } from './c-ssrs-screener.ts';
import type { Instrument } from './instrument.ts';
import { type Answers, riskItemPositive } from './score.ts';

/** Whether the form asks about death or suicide at all. */
export function asksAboutSuicide(instrument: Instrument): boolean {
  return instrument.riskItemId !== undefined || instrument.id === cssrsScreener.id;
}

/** What a person must see in these answers; findings with the action unknown name what was left open. */
export function raisedByAnswers(given: {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly at: Instant;
}): readonly DetectedIssue[] {
  const { instrument, answers, at } = given;
  return instrument.id === cssrsScreener.id
    ? cssrsIssues({ answers: cssrsAnswers(answers), at })
    : riskItemIssues({ instrument, answers, at });
}

/**
 * The level the Columbia screener comes to (triage Q-CSSRS, V2), the highest of the answers given so far. Undefined for
 * every other form, and where an open answer leaves it unknown.
 */
export function suicideRiskLevel(instrument: Instrument, answers: Answers): RiskLevel | undefined {
  return instrument.id === cssrsScreener.id ? triageCssrs(cssrsAnswers(answers)).level : undefined;
}

/** The first question, in the order of the form, whose answer speaks of suicide; beside it help is shown at once. */
export function firstAnswerOfSuicide(instrument: Instrument, answers: Answers): string | undefined {
  if (instrument.id === cssrsScreener.id) return instrument.items.find((item) => answers[item.id] === 1)?.id;
  return riskItemPositive(instrument, answers) === true ? instrument.riskItemId : undefined;
}
