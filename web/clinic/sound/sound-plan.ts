// What a person asked to hear, in one plan: the saved one, or what "music" or "silence" beforehand comes to. "Ask me" and no
// answer are not a plan: someone asks, and chooses.
import type { MusicTrack } from '#api/music.ts';
import type { PreparationItem } from '#api/preparation.ts';
import type { SoundPart } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { type SoundChoice, type SoundPlan, type SoundPlayedFact, samePlan } from '#dosing-session/sound.ts';
import { moods } from '#web/kit/sound/ambient-score.ts';

export type Preference = 'music' | 'silence' | 'ask-me' | undefined;

export function preferenceIn(items: readonly PreparationItem[]): Preference {
  const comfort = items.findLast((item) => item.body.kind === 'comfort')?.body;
  return comfort?.kind === 'comfort' ? comfort.music : undefined;
}

export function planFor(saved: SoundPlan | undefined, preference: Preference): SoundPlan | undefined {
  if (saved !== undefined) return saved;
  switch (preference) {
    case 'music':
      return samePlan({ kind: 'ambient' });
    case 'silence':
      return samePlan({ kind: 'silence' });
    case 'ask-me':
    case undefined:
      return undefined;
  }
}

/** Nobody else's work is in it, so there is nothing to ask anyone for. */
export const ambientLicence = 'Made here as it plays, free to use';

export function licenceLine({ licence, author }: Pick<MusicTrack, 'licence' | 'author'>): string {
  return `${licence}, ${author}`;
}

export function choiceInWords(choice: SoundChoice, part: SoundPart, tracks: readonly MusicTrack[]): string {
  switch (choice.kind) {
    case 'ambient':
      return `${moods[part].title}, made here`;
    case 'silence':
      return 'Silence';
    case 'track':
      return tracks.find(({ id }) => id === choice.trackId)?.title ?? 'A track that is not in use any more';
  }
}

/** The fact of a choice, with title and licence as they read today. A track that was taken out is replaced by the sound made here. */
export function soundFact(
  choice: SoundChoice,
  how: {
    readonly part: SoundPart;
    readonly why: SoundPlayedFact['why'];
    readonly tracks: readonly MusicTrack[];
  },
): SoundPlayedFact {
  const { part, why, tracks } = how;
  const track =
    choice.kind === 'track'
      ? tracks.find(({ id, retiredAt }) => id === choice.trackId && retiredAt === undefined)
      : undefined;
  if (track !== undefined)
    return factOf('SoundPlayed', {
      kind: 'track',
      title: track.title,
      trackId: track.id,
      licence: licenceLine(track).slice(0, 200),
      part,
      why,
    });
  if (choice.kind === 'silence')
    return factOf('SoundPlayed', { kind: 'silence', title: 'Silence', part, why });
  return factOf('SoundPlayed', {
    kind: 'ambient',
    title: moods[part].title,
    licence: ambientLicence,
    part,
    why,
  });
}

/** One piece per session, the same on whichever device plays it. */
export function seedOf(sessionId: string): number {
  return Number.parseInt(sessionId.replaceAll('-', '').slice(-7), 16);
}
