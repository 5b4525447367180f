// Whether a nasal steroid or decongestant used today is long enough ago for the spray. Exactly the stated minutes is
// enough; not asked and not sure are unknown.

import type { ArrivalFacts } from '#clinical/care-record.ts';
import { type Asked, fromFact, have, type Verdict } from '#clinical/gate-line.ts';
import { addMinutes } from '#clinical/instant.ts';
import { isMoment } from '#clinical/timestamp.ts';

/** Minutes from the edition; source L-PDR in the example. */
export function nasalProductLine(asked: Asked, fact: ArrivalFacts['lastNasalProductAt']): Verdict {
  const { timing } = asked.edition;
  const rule = timing.route === 'nasal' ? timing.nasalProductMinutes : undefined;
  const verdict = fromFact(asked, 'nasal-product', fact, (lastAt): Verdict => {
    if (lastAt === 'not-sure') return { state: 'unknown', have: have('not-sure') };
    if (lastAt === 'none') return { state: 'met', have: have('none-used') };
    if (rule === undefined || !isMoment(lastAt)) {
      return { state: 'unknown', have: have('intake-not-readable') };
    }
    const values = { lastAt, enoughAt: addMinutes(lastAt, rule.value) };
    if (fact && lastAt > fact.at) return { state: 'unknown', have: have('from-the-future', values) };
    if (!asked.clock.reached(values.enoughAt)) return { state: 'not-met', have: have('too-recent', values) };
    return { state: 'met', have: have('long-enough', values) };
  });
  return { ...verdict, rules: [rule] };
}
