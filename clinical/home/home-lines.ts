// What must be so at home before a lozenge is taken: someone who watches the whole time, a place an ambulance can find,
// nothing else taken, and nobody who depends on the person. Each is one line of the gate.

import type { ArrivalFacts, Role } from '#clinical/care-record.ts';
import { type Asked, fromFact, have, type Verdict } from '#clinical/gate-line.ts';

/** The word of the one who watches counts only from themselves, or from the clinic that heard them. */
export function sitterLine(asked: Asked, fact: ArrivalFacts['sitter']): Verdict {
  return fromFact(asked, 'sitter', fact, (sitter): Verdict => {
    if (!isSaid(sitter?.name) || !isSaid(sitter?.phone)) {
      return { state: 'unknown', have: have('sitter-not-reachable') };
    }
    const values = { name: sitter.name };
    if (sitter.answer === 'cannot-stay')
      return { state: 'not-met', have: have('sitter-cannot-stay', values) };
    if (sitter.answer !== 'stays-throughout' || !countsForSitter(fact?.byRole)) {
      return { state: 'unknown', have: have('sitter-not-heard', values) };
    }
    return { state: 'met', have: have('sitter-named', values) };
  });
}

/** The address itself is not repeated on the sheet. */
export function emergencyAddressLine(asked: Asked, fact: ArrivalFacts['emergencyAddress']): Verdict {
  return fromFact(asked, 'emergency-address', fact, (address): Verdict => {
    if (!isSaid(address)) return { state: 'unknown', have: have('address-empty') };
    return { state: 'met', have: have('address-given') };
  });
}

export function substancesLine(asked: Asked, fact: ArrivalFacts['substances']): Verdict {
  return fromFact(asked, 'no-substances', fact, (value): Verdict => {
    if (value === 'none') return { state: 'met', have: have('none-taken') };
    if (value === 'taken') return { state: 'not-met', have: have('taken') };
    return { state: 'unknown', have: have('not-sure') };
  });
}

export function caringForLine(asked: Asked, fact: ArrivalFacts['caringFor']): Verdict {
  return fromFact(asked, 'nobody-to-care-for', fact, (value): Verdict => {
    if (value === 'nobody') return { state: 'met', have: have(value) };
    if (value === 'someone') return { state: 'not-met', have: have(value) };
    return { state: 'unknown', have: have('not-sure') };
  });
}

function isSaid(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '';
}

function countsForSitter(role: Role | undefined): boolean {
  return role !== undefined && role !== 'patient';
}
