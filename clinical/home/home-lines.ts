// What must be so at home before a lozenge is taken: someone who watches the whole time, a place an ambulance can find,
// nothing else taken, and nobody who depends on the person. Each is one line of the gate.

import type { ArrivalFacts } from '#clinical/care-record.ts';
import { type Asked, fromFact, have, type Verdict } from '#clinical/gate-line.ts';

/** The word of the one who watches counts only from themselves, or from the clinic that heard them. */
export function sitterLine(asked: Asked, fact: ArrivalFacts['sitter']): Verdict {
  return fromFact(asked, 'sitter', fact, ({ name, phone, answer }): Verdict => {
    const values = { name };
    if (name.trim() === '' || phone.trim() === '') {
      return { state: 'unknown', have: have('sitter-not-reachable') };
    }
    if (answer === 'cannot-stay') return { state: 'not-met', have: have('sitter-cannot-stay', values) };
    if (fact?.byRole === 'patient') return { state: 'unknown', have: have('sitter-not-heard', values) };
    return { state: 'met', have: have('sitter-named', values) };
  });
}

/** The address itself is not repeated on the sheet. */
export function emergencyAddressLine(asked: Asked, fact: ArrivalFacts['emergencyAddress']): Verdict {
  return fromFact(asked, 'emergency-address', fact, (address): Verdict => {
    if (address.trim() === '') return { state: 'unknown', have: have('address-empty') };
    return { state: 'met', have: have('address-given') };
  });
}

export function substancesLine(asked: Asked, fact: ArrivalFacts['substances']): Verdict {
  return fromFact(asked, 'no-substances', fact, (value): Verdict => {
    if (value === 'not-sure') return { state: 'unknown', have: have('not-sure') };
    if (value === 'taken') return { state: 'not-met', have: have('taken') };
    return { state: 'met', have: have('none-taken') };
  });
}

export function caringForLine(asked: Asked, fact: ArrivalFacts['caringFor']): Verdict {
  return fromFact(asked, 'nobody-to-care-for', fact, (value): Verdict => {
    if (value === 'not-sure') return { state: 'unknown', have: have('not-sure') };
    return { state: value === 'nobody' ? 'met' : 'not-met', have: have(value) };
  });
}
