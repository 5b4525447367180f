// Is this person prepared for this dose? It begins with preparation and not with the medicine: every step the protocol asks,
// done and dated. What has a line of its own at the door (screening, consent, who comes along) is settled there.

import type { CareRecord } from '#clinical/care-record.ts';
import { type Asked, ageOf, have, type Verdict } from '#clinical/gate-line.ts';
import { type DoneBy, isToldElsewhere, preparedSteps } from './prepared-steps.ts';

export function preparationLine(asked: Asked, record: CareRecord): Verdict {
  const steps = preparedSteps(asked.edition, record).filter(
    ({ step, isAsked }) => isAsked && !isToldElsewhere(step),
  );
  const done = steps.flatMap((one) => one.done ?? []);
  // A protocol that asks nothing says nothing about anyone; it is not signed, and does not open a dose.
  const last = done.toSorted((a, b) => a.at - b.at).at(-1);
  if (last === undefined) return { state: 'unknown', have: have('nothing') };
  const undated = done.find(({ at }) => ageOf(asked, 'preparation', at) !== 'fresh');
  if (undated) return agedLine(asked, undated);
  const of = steps.length;
  const missing = steps.filter((one) => one.done === undefined).map(({ step }) => step);
  if (missing.length > 0) {
    const values = { steps: missing.join(' '), done: done.length, of };
    return { state: 'not-met', have: have('preparation-missing', values) };
  }
  return { state: 'met', have: have('preparation-done', { of }), at: last.at, by: last.by };
}

function agedLine(asked: Asked, { at, by }: DoneBy): Verdict {
  const age = ageOf(asked, 'preparation', at);
  return { state: 'unknown', have: have(age, { said: 'preparation-dated' }), at, by };
}
