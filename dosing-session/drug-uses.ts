// What this session took from the drug cupboard, each once and by the fact that says it: doses, medicines given to help, and
// what was left and thrown away. The drug book is held against this list.

import type { Instant } from '#clinical/instant.ts';
import { dosesGiven } from './flowsheet.ts';
import type { Entry, SessionState } from './state.ts';

export type DrugUse = {
  readonly eventId: string;
  readonly kind: 'dose' | 'rescue' | 'waste';
  readonly at: Instant;
  readonly byId: string;
  readonly byName: string;
  readonly actingRole: string;
  /** As it is looked for in the book: part of a name, in small letters. */
  readonly substance: string;
  /** Undefined where the words give no milligrams. */
  readonly mg: number | undefined;
  readonly manner: string | undefined;
  /** As it was read off the label in the room; undefined where nobody wrote it, null where it could not be read. */
  readonly lot: string | null | undefined;
};

/** A drip counts once it has ended: before that nobody knows how much went in. */
export const drugUses = (state: SessionState, now: Instant): readonly DrugUse[] => {
  const { facts } = state;
  const dosed = [...facts.DoseStarted, ...facts.DoseGiven];
  const drug = facts.DoseGiven.some(({ fact }) => fact.route === 'nasal') ? 'esketamine' : 'ketamine';
  const doses = dosesGiven(state, now).flatMap(({ eventId, givenMg, startedAt, endedAt }) => {
    const entry = dosed.find((one) => one.eventId === eventId);
    if (entry === undefined || endedAt === undefined || givenMg <= 0) return [];
    return [use(entry, 'dose', { at: startedAt, substance: drug, mg: hundredths(givenMg) })];
  });
  const rescue = facts.RescueMedicationGiven.map((entry) =>
    use(entry, 'rescue', {
      at: entry.at,
      substance: entry.fact.name.toLowerCase(),
      mg: milligramsIn(entry.fact.doseText),
      lot: entry.fact.lot,
    }),
  );
  const wasted = facts.DrugWasted.filter(({ fact }) => fact.mg > 0).map((entry) =>
    use(entry, 'waste', {
      at: entry.at,
      substance: drug,
      mg: entry.fact.mg,
      manner: entry.fact.manner ?? 'in the room',
    }),
  );
  return [...doses, ...rescue, ...wasted].sort((one, other) => one.at - other.at);
};

const use = (
  { eventId, byId, byName, actingRole }: Entry,
  kind: DrugUse['kind'],
  said: Pick<DrugUse, 'at' | 'substance' | 'mg'> & {
    readonly manner?: string;
    readonly lot?: string | null | undefined;
  },
): DrugUse => ({ eventId, kind, byId, byName, actingRole, manner: undefined, lot: undefined, ...said });

const hundredths = (mg: number): number => Math.round(mg * 100) / 100;

/** "4 mg", "0.5 mg": a figure that stands before its unit. Anything else is left to a person. */
const milligramsIn = (text: string): number | undefined => {
  const found = /^\s*(\d+(?:\.\d+)?)\s*mg\b/i.exec(text);
  return found === null ? undefined : Number(found[1]);
};
