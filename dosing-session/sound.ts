// What the room hears: which part of the way it is, what the plan asks for there, and what is playing, folded from the facts so
// that every screen says the same. Silence is one of the things that can be planned, and one chosen by hand holds.
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { FactOf, SoundPart } from './events.ts';
import { doseStartedAt } from './readings.ts';
import { inCanonicalOrderOfEntries, latest, type SessionState } from './state.ts';
import { isUnderEffect } from './under-effect.ts';

export type SoundPlayedFact = FactOf<'SoundPlayed'>;

/** What is to be heard in one part: a track of the clinic's own, sound made as it plays, or silence. */
export type SoundChoice =
  | { readonly kind: 'track'; readonly trackId: string }
  | { readonly kind: 'ambient' }
  | { readonly kind: 'silence' };

export type SoundPlan = Readonly<Record<SoundPart, SoundChoice>>;

export const soundParts: readonly SoundPart[] = ['onset', 'peak', 'return', 'rest'];

/** The same in every part: what a person who only said "music" or "silence" asked for. */
export const samePlan = (choice: SoundChoice): SoundPlan => ({
  onset: choice,
  peak: choice,
  return: choice,
  rest: choice,
});

/**
 * The part of the way, from the typical shape of the route in the edition and what really happened: a further part makes the
 * strongest time longer, a dose that was stopped early ends it, and recovery begins when staff mark it.
 */
export const soundPartAt = (
  state: SessionState,
  edition: Pick<Edition, 'phases'>,
  now: Instant,
): SoundPart => {
  const startedAt = doseStartedAt(state);
  if (startedAt === undefined || now < startedAt) return 'onset';
  if (!isUnderEffect(state)) return 'rest';
  const lastPartAt = Math.max(startedAt, latest(state, 'DoseGiven')?.at ?? startedAt);
  const sinceLastPart = minutesBetween(lastPartAt, now);
  const phase = (name: 'strongest' | 'resting') => edition.phases.find((each) => each.name === name);
  const strongest = phase('strongest');
  const restsFrom = phase('resting')?.fromMinute;
  if (restsFrom !== undefined && sinceLastPart >= restsFrom) return 'rest';
  const stop = latest(state, 'DoseStopped');
  if (stop !== undefined && stop.fact.reason !== 'complete' && stop.at <= now) return 'return';
  if (strongest === undefined || minutesBetween(startedAt, now) < strongest.fromMinute) return 'onset';
  if (strongest.toMinute === undefined || sinceLastPart < strongest.toMinute) return 'peak';
  return 'return';
};

export type SoundNow = {
  readonly eventId: string;
  readonly since: Instant;
  readonly byName: string;
  readonly fact: SoundPlayedFact;
};

/** What plays, by the newest fact that says so. "Silence" written by hand in the room's setting counts like any other. */
export const soundNow = (state: SessionState): SoundNow | undefined => {
  const played = state.facts.SoundPlayed.at(-1);
  const hushed = state.facts.SettingChanged.findLast(({ fact }) => fact.silence === true);
  if (played === undefined) return undefined;
  if (hushed !== undefined && inCanonicalOrderOfEntries(played, hushed) < 0)
    return {
      eventId: hushed.eventId,
      since: hushed.at,
      byName: hushed.byName,
      fact: {
        type: 'SoundPlayed',
        v: 1,
        kind: 'silence',
        title: 'Silence',
        part: played.fact.part,
        why: 'chosen',
      },
    };
  return { eventId: played.eventId, since: played.at, byName: played.byName, fact: played.fact };
};

export type SoundLevels = { readonly volumePercent: number; readonly warmthPercent: number };

/** Where both dials stand before anyone has touched them. */
export const firstLevels: SoundLevels = { volumePercent: 50, warmthPercent: 50 };

export const soundLevels = (state: SessionState): SoundLevels => {
  const set = latest(state, 'SoundLevelSet');
  return set === undefined
    ? firstLevels
    : { volumePercent: set.fact.volumePercent, warmthPercent: set.fact.warmthPercent };
};

/**
 * What should play from now on because the part changed; nothing while it is as it should be. Nothing begins by itself, and a
 * silence that a person chose is broken by a person alone. Without a plan the sound made here goes on.
 */
export const soundDue = (question: {
  readonly playing: SoundNow | undefined;
  readonly part: SoundPart;
  readonly plan: SoundPlan | undefined;
}): SoundChoice | undefined => {
  const { playing, part, plan } = question;
  if (playing === undefined || playing.fact.part === part) return undefined;
  if (playing.fact.kind === 'silence' && playing.fact.why !== 'plan') return undefined;
  return plan?.[part] ?? { kind: 'ambient' };
};

export const partInWords: Readonly<Record<SoundPart, string>> = {
  onset: 'onset',
  peak: 'peak',
  return: 'return',
  rest: 'rest',
};

/** One line for the log, the room and the note. */
export const soundInWords = (fact: SoundPlayedFact): string => {
  const why = { plan: '', chosen: ', chosen here', 'patient-asked': ', asked for from the bed' }[fact.why];
  if (fact.kind === 'silence') return `Silence, ${partInWords[fact.part]}${why}`;
  const licence = fact.licence === undefined ? '' : ` (${fact.licence})`;
  return `Plays “${fact.title}”${licence}, ${partInWords[fact.part]}${why}`;
};

export const levelsInWords = ({ volumePercent, warmthPercent }: SoundLevels): string =>
  `Sound: volume ${Math.round(volumePercent)} %, warmth ${Math.round(warmthPercent)} %`;
