// Five questions back, one tap each: what a person should be able to say before a first dose. What is not right or not
// said is nobody's fault; it becomes something to talk about.

import type { Route } from '#clinical/care-record.ts';

export const teachBackIds = ['stay', 'strange', 'call', 'stop', 'home'] as const;
export type TeachBackId = (typeof teachBackIds)[number];

export const teachBackAnswers = [
  'until-steady',
  'half-an-hour',
  'it-passes',
  'it-stays',
  'press-or-hand',
  'wait-for-a-look',
  'any-time',
  'not-once-signed',
  'with-someone',
  'drive-when-clear',
  'someone-stays',
  'alone-is-fine',
  'not-sure',
] as const;
export type TeachBackAnswer = (typeof teachBackAnswers)[number];

export type TeachBackQuestion = {
  readonly id: TeachBackId;
  readonly right: TeachBackAnswer;
  /** As shown, and the right one is not always first. */
  readonly choices: readonly TeachBackAnswer[];
};

const inTheClinic: TeachBackQuestion = {
  id: 'home',
  right: 'with-someone',
  choices: ['with-someone', 'drive-when-clear', 'not-sure'],
};
const atHome: TeachBackQuestion = {
  id: 'home',
  right: 'someone-stays',
  choices: ['alone-is-fine', 'someone-stays', 'not-sure'],
};

export function teachBackFor(route: Route): readonly TeachBackQuestion[] {
  return [
    { id: 'stay', right: 'until-steady', choices: ['half-an-hour', 'until-steady', 'not-sure'] },
    { id: 'strange', right: 'it-passes', choices: ['it-passes', 'it-stays', 'not-sure'] },
    { id: 'call', right: 'press-or-hand', choices: ['wait-for-a-look', 'press-or-hand', 'not-sure'] },
    { id: 'stop', right: 'any-time', choices: ['any-time', 'not-once-signed', 'not-sure'] },
    route === 'home' ? atHome : inTheClinic,
  ];
}

/** What is left to talk about: answered otherwise, not sure, or not answered. */
export function gapsOf(
  answers: readonly { readonly question: TeachBackId; readonly said: TeachBackAnswer }[],
  route: Route,
): readonly TeachBackId[] {
  return teachBackFor(route)
    .filter(({ id, right }) => answers.findLast((answer) => answer.question === id)?.said !== right)
    .map(({ id }) => id);
}
