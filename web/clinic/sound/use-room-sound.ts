// The sound of one room: what the facts say plays, what the plan asks for, and the loudspeaker of this device following it.
// Any device may change it; the one that was told to play is heard, and writes down each change the plan makes.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import { getMusic, getMusicPlan, type MusicTrack } from '#api/music.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { SoundPart } from '#dosing-session/events.ts';
import {
  type SoundLevels,
  type SoundNow,
  type SoundPlan,
  soundDue,
  soundLevels,
  soundNow,
  soundPartAt,
} from '#dosing-session/sound.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { SessionFacts } from '#web/clinic/session-facts.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { type PlayerState, roomPlayer } from './room-player.ts';
import { setSoundHere, soundHereIs, useSoundHere } from './sound-here.ts';
import { planFor, preferenceIn, seedOf, soundFact } from './sound-plan.ts';

export interface RoomSound {
  readonly part: SoundPart;
  readonly playing: SoundNow | undefined;
  readonly plan: SoundPlan | undefined;
  /** Which version of the saved plan was read; 0 when none was ever saved, undefined until it was read. */
  readonly planVersion: number | undefined;
  readonly levels: SoundLevels;
  /** Undefined until the clinic has said it; nothing plays before. */
  readonly ceilingPercent: number | undefined;
  readonly tracks: readonly MusicTrack[];
  /** This device is the one that is heard. */
  readonly playsHere: boolean;
  readonly player: PlayerState;
  readonly playHere: (here: boolean) => void;
}

export function useRoomSound(question: {
  readonly facts: SessionFacts;
  readonly state: SessionState;
  readonly room: SessionRoom;
  readonly edition: Edition;
  readonly now: Instant;
  /** Practice ends with its page; the music of a room goes on. */
  readonly goesOn: boolean;
}): RoomSound {
  const { facts, state, room, edition, now, goesOn } = question;
  const library = useAnswer(['music'], getMusic, {}, { onPushOnly: true });
  const saved = useAnswer(
    ['music-plan', room.cycleId],
    getMusicPlan,
    { params: { patientId: room.patientId, cycleId: room.cycleId } },
    { onPushOnly: true },
  );
  const player = useSyncExternalStore(roomPlayer.listen, roomPlayer.state);
  const playsHere = useSoundHere()?.sessionId === room.id;
  const tracks = library.answer?.tracks ?? noTracks;
  const ceilingPercent = library.answer?.settings.ceilingPercent;
  const part = soundPartAt(state, edition, now);
  const playing = soundNow(state);
  const levels = soundLevels(state);
  const plan = planFor(saved.answer?.plan, preferenceIn(room.preparation));
  const isOver = state.phase === 'released' || state.facts.SessionCalledOff.length > 0;
  const isHeard = playsHere && !isOver && ceilingPercent !== undefined;

  useEffect(() => {
    if (!isHeard) return;
    roomPlayer.on();
    // Leaving the page is no wish for silence: the dock below other pages takes it over.
    return () => {
      if (goesOn && soundHereIs(room.id)) roomPlayer.offSoon();
      else roomPlayer.off();
    };
  }, [isHeard, room.id, goesOn]);

  useEffect(() => {
    if (goesOn) return;
    return () => {
      if (soundHereIs(room.id)) setSoundHere(undefined);
    };
  }, [goesOn, room.id]);

  useEffect(() => {
    if (isOver && playsHere) setSoundHere(undefined);
  }, [isOver, playsHere]);

  const { volumePercent, warmthPercent } = levels;
  useEffect(() => {
    if (ceilingPercent !== undefined) roomPlayer.setLevels({ volumePercent, warmthPercent, ceilingPercent });
  }, [volumePercent, warmthPercent, ceilingPercent]);

  const { kind, trackId, part: heardPart } = playing?.fact ?? {};
  const lengthSeconds = tracks.find(({ id }) => id === trackId)?.lengthSeconds;
  useEffect(() => {
    if (!isHeard || kind === undefined || heardPart === undefined) return;
    if (kind === 'track' && trackId !== undefined) roomPlayer.follow({ kind, trackId, lengthSeconds });
    else if (kind === 'ambient') roomPlayer.follow({ kind, part: heardPart, seed: seedOf(room.id) });
    else roomPlayer.follow({ kind: 'silence' });
  }, [isHeard, kind, trackId, lengthSeconds, heardPart, room.id]);

  // The plan's own changes are written by the device that is heard, once each. Before the plan was read, nothing is due.
  const planIsRead = saved.answer !== undefined && library.answer !== undefined;
  const due = isHeard && planIsRead ? soundDue({ playing, part, plan }) : undefined;
  const written = useRef('');
  const { record } = facts;
  useEffect(() => {
    if (due === undefined || playing === undefined) return;
    const once = `${playing.eventId}/${part}`;
    if (written.current === once) return;
    written.current = once;
    record(soundFact(due, { part, why: 'plan', tracks })).catch(() => {
      // Not kept on this device: the next second tries again.
      written.current = '';
    });
  }, [due, playing, part, tracks, record]);

  return {
    part,
    playing,
    plan,
    planVersion: saved.answer?.version,
    levels,
    ceilingPercent,
    tracks,
    playsHere: playsHere && !isOver,
    player,
    playHere: (here) => {
      setSoundHere(
        here ? { patientId: room.patientId, sessionId: room.id, roomName: room.roomName } : undefined,
      );
    },
  };
}

const noTracks: readonly MusicTrack[] = [];
