// Who watches: named once, and from then on handed over by two. The one who gives says so and the one who takes says so;
// until it is taken, the first stays the one who answers for the person.
import type { Instant } from '#clinical/instant.ts';
import type { GivenHow } from './events.ts';
import { type EntryOf, inCanonicalOrderOfEntries, type SessionState } from './state.ts';

export type Watch = {
  readonly id: string;
  readonly name: string;
  readonly since: Instant;
  readonly eventId: string;
  /** Undefined for the first, who took it from nobody. */
  readonly from?: {
    readonly name: string;
    readonly given: GivenHow | undefined;
    readonly note: string | undefined;
  };
};

/** Everyone who watched, in the order they did. */
export const watches = (state: SessionState): readonly Watch[] =>
  [...state.facts.MonitorAssigned, ...state.facts.MonitorHandedOver.filter(isTaken)]
    .sort(inCanonicalOrderOfEntries)
    .map(({ eventId, at, fact }) => {
      if (fact.type === 'MonitorAssigned')
        return { id: fact.practitionerId, name: fact.name, since: at, eventId };
      const offer = state.facts.HandOverOffered.findLast(
        (one) => one.fact.fromId === fact.fromId && one.fact.toId === fact.toId && one.at <= at,
      );
      const from = { name: fact.fromName, given: fact.given, note: fact.note ?? offer?.fact.note };
      return { id: fact.toId, name: fact.toName, since: at, eventId, from };
    });

export const watcherOf = (state: SessionState): Watch | undefined => watches(state).at(-1);

/** What the one who watches offered last, while nobody has taken it. */
export const openOffer = (state: SessionState): EntryOf<'HandOverOffered'> | undefined => {
  const watcher = watcherOf(state);
  const offer = state.facts.HandOverOffered.at(-1);
  return offer !== undefined && offer.fact.fromId === watcher?.id && offer.at >= watcher.since
    ? offer
    : undefined;
};

// Nobody is put down for another: only the one who takes the watch moves it. What was written before both had to say so
// stands as it was written.
const isTaken = ({ byId, fact }: EntryOf<'MonitorHandedOver'>): boolean =>
  fact.given === undefined || byId === fact.toId;
