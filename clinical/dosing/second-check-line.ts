// The line of the gate that waits for two people: each works the dose out on their own sign-in, the newest figures of each
// count, and the door stays shut until they agree with one another and with the order. Which figures, the route says.

import type { CareRecord, DoseWorkedOut, Fact, Route } from '#clinical/care-record.ts';
import { type Asked, ageOf, have, type Verdict } from '#clinical/gate-line.ts';
import { groupedBy } from '#clinical/grouped.ts';
import {
  type CheckedField,
  checkTolerance,
  type DoseCheck,
  fieldNames,
  secondCheck,
} from './second-check.ts';

/** What is worked out and compared on each route: a lozenge has no volume, a spray no weight. */
export const checkedOn: Readonly<Record<Route, readonly CheckedField[]>> = {
  iv: ['weightKg', 'doseMg', 'concentrationMgPerMl', 'volumeMl', 'rateMlPerHour'],
  im: ['weightKg', 'doseMg', 'concentrationMgPerMl', 'volumeMl'],
  sublingual: ['weightKg', 'doseMg'],
  nasal: ['doseMg'],
  home: [],
};

type CheckOfPerson = Fact<DoseWorkedOut>;

/** The newest figures of each person, whoever began first. */
function checksByPerson(said: readonly CheckOfPerson[]): readonly CheckOfPerson[] {
  return [...groupedBy(said, ({ value }) => value.byId).values()].flatMap((own) => own.at(-1) ?? []);
}

export function secondCheckLine(asked: Asked, record: CareRecord): Verdict {
  const said = record.cycle?.arrival?.doseWorkedOut;
  if (!said || said.length === 0) return { state: 'unknown', have: have('nothing') };
  const fresh = checksByPerson(said).filter(({ at }) => ageOf(asked, 'second-check', at) === 'fresh');
  const [first, second] = fresh;
  const newest = said.toSorted((one, other) => one.at - other.at).at(-1);
  if (first === undefined)
    return { state: 'unknown', have: have('check-too-old'), at: newest?.at, by: newest?.by };
  const told = { at: newest?.at, by: newest?.by };
  if (second === undefined)
    return { ...told, state: 'unknown', have: have('check-by-one', { by: first.by }) };
  const check = secondCheck({
    first: asCheck(first),
    second: asCheck(second),
    fields: checkedOn[asked.edition.route],
  });
  const names = { first: first.by, second: second.by };
  if (check.agreed === 'unknown') {
    const missing = check.issues.find(({ action }) => action === 'unknown');
    return {
      ...told,
      state: 'unknown',
      have: have('check-not-whole', { ...names, why: missing?.title ?? '' }),
    };
  }
  if (!check.agreed) {
    const apart = check.differences.map((one) => `${fieldNames[one.field]} ${one.first} and ${one.second}`);
    const why = apart.length > 0 ? apart.join('; ') : (check.issues[0]?.title ?? '');
    return { ...told, state: 'not-met', have: have('check-differs', { ...names, why }) };
  }
  // Two that agree have a dose; what is not shown here agrees with nothing.
  return { ...told, ...againstOrder(first.value.doseMg ?? Number.NaN, record, names) };
}

function againstOrder(
  doseMg: number,
  record: CareRecord,
  names: { readonly first: string; readonly second: string },
): Pick<Verdict, 'state' | 'have'> {
  const order = record.plan?.order;
  const orderedMg = order?.firstMg ?? order?.doseMg;
  if (orderedMg === undefined)
    return { state: 'unknown', have: have('check-without-order', { ...names, doseMg }) };
  const isOrdered = Math.abs(doseMg - orderedMg) <= checkTolerance.doseMg.value + 1e-9;
  return isOrdered
    ? { state: 'met', have: have('check-agrees', { ...names, doseMg }) }
    : { state: 'not-met', have: have('check-of-another-dose', { ...names, doseMg, orderedMg }) };
}

// Who wrote a fact is who was signed in; one account on two devices is still one person.
function asCheck({ value, at, by }: CheckOfPerson): DoseCheck {
  const { byId, ...figures } = value;
  return { ...figures, by, signIn: byId, at };
}
