// Each change of a dose under way: who ordered it, why, and what it did. What it did is noted afterwards, and until then it is
// missing.
import type { Instant } from '#clinical/instant.ts';
import type { FactOf } from './events.ts';
import { type EntryOf, inCanonicalOrderOfEntries, type SessionState } from './state.ts';

type Change = EntryOf<
  'InfusionRateChanged' | 'InfusionBoosted' | 'InfusionPaused' | 'DoseStopped' | 'DoseGiven'
>;

export type Titration = {
  readonly eventId: string;
  readonly at: Instant;
  readonly byName: string;
  readonly kind: 'rate' | 'booster' | 'pause' | 'stop' | 'further-part';
  readonly fact: Change['fact'];
  /** Undefined where nobody wrote whose word it was. */
  readonly orderedBy: string | undefined;
  readonly why: string | undefined;
  readonly effect: { readonly at: Instant; readonly words: string; readonly byName: string } | undefined;
};

/** A dose that ran out by itself changed nothing, and a first part is the dose itself. */
export const titrations = (state: SessionState): readonly Titration[] => {
  const { InfusionRateChanged, InfusionBoosted, InfusionPaused, DoseStopped, DoseGiven } = state.facts;
  const changes: Change[] = [
    ...InfusionRateChanged,
    ...InfusionBoosted,
    ...InfusionPaused,
    ...DoseStopped.filter(({ fact }) => fact.reason !== 'complete'),
    ...DoseGiven.slice(1).filter(({ fact }) => fact.route !== 'nasal'),
  ];
  return changes.sort(inCanonicalOrderOfEntries).map(({ eventId, at, byName, fact }) => {
    const noted = state.facts.TitrationEffectNoted.findLast((one) => one.fact.titrationEventId === eventId);
    return {
      eventId,
      at,
      byName,
      fact,
      ...saidOf(fact),
      effect: noted && { at: noted.at, words: noted.fact.effect, byName: noted.byName },
    };
  });
};

/** The oldest change whose effect nobody has noted. */
export const effectToNote = (state: SessionState): Titration | undefined =>
  titrations(state).find(({ effect }) => effect === undefined);

const saidOf = (fact: Change['fact']): Pick<Titration, 'kind' | 'orderedBy' | 'why'> => {
  switch (fact.type) {
    case 'InfusionRateChanged':
      return { kind: 'rate', orderedBy: fact.orderedBy, why: fact.reason };
    case 'InfusionBoosted':
      return { kind: 'booster', orderedBy: fact.orderedBy, why: fact.reason };
    case 'InfusionPaused':
      return { kind: 'pause', orderedBy: fact.orderedBy, why: fact.reason };
    case 'DoseStopped':
      return { kind: 'stop', orderedBy: fact.orderedBy, why: fact.note ?? stopReasons[fact.reason] };
    case 'DoseGiven':
      return { kind: 'further-part', orderedBy: 'the signed order', why: undefined };
  }
};

export const stopReasons: Readonly<Record<FactOf<'DoseStopped'>['reason'], string>> = {
  complete: 'the whole dose is in',
  'patient-asked': 'the patient asked',
  clinical: 'clinical reason',
  equipment: 'equipment',
  other: 'another reason',
};
