// The room as it is set and who watches in it, with the three things most often changed.
import { UserRound, Volume2, VolumeX } from 'lucide-react';
import { inTheRoom } from '#dosing-session/presence.ts';
import { roomAsSet } from '#dosing-session/scenes.ts';
import { soundInWords, soundNow } from '#dosing-session/sound.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { openOffer, watcherOf } from '#dosing-session/watch.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { comfortAsked } from './limits-said.ts';
import { useRoom } from './room-context.ts';
import { RowButton } from './row-button.tsx';
import { SoundHere } from './sound-sheet.tsx';

export interface SettingNow {
  readonly silent: boolean;
  readonly words: string | undefined;
}

/** Music, light and silence as last changed, each from the newest fact that names it. What the player plays comes first. */
export function settingNow(state: SessionState): SettingNow {
  const changes = state.facts.SettingChanged;
  const silence = changes.findLast(({ fact }) => fact.silence !== undefined);
  const music = changes.findLast(({ fact }) => fact.music !== undefined);
  const { scene, light, comfort } = roomAsSet(state);
  const silent = silence?.fact.silence === true && (music === undefined || music.at <= silence.at);
  const sound = soundNow(state);
  const played = sound !== undefined && (music === undefined || sound.since >= music.at) ? sound : undefined;
  if (played !== undefined)
    return {
      silent: played.fact.kind === 'silence',
      words: [
        `${soundInWords(played.fact)}, since ${formatClock(played.since)}`,
        scene?.fact.scene,
        light === undefined ? undefined : `light ${light.fact.light}`,
        comfort?.fact.comfort?.join(', '),
      ]
        .filter((part) => part !== undefined)
        .join('. '),
    };
  const parts = [
    silent && silence !== undefined ? `Silence since ${formatClock(silence.at)}` : undefined,
    !silent && music !== undefined ? `Music: ${music.fact.music}, ${formatClock(music.at)}` : undefined,
    scene?.fact.scene,
    light === undefined ? undefined : `light ${light.fact.light}`,
    comfort?.fact.comfort?.join(', '),
  ].filter((part) => part !== undefined);
  return { silent, words: parts.length === 0 ? undefined : parts.join(', ') };
}

export function PeopleCard({ compact }: { readonly compact: boolean }) {
  const { state, room, facts, open } = useRoom();
  const setting = settingNow(state);
  const watcher = watcherOf(state);
  const offer = openOffer(state);
  const here = inTheRoom(state);
  const Sound = setting.silent ? VolumeX : Volume2;
  return (
    <section className="rounded-card bg-surface px-4 py-2.5">
      <h2 className="only-read-aloud">The room</h2>
      {!compact && (
        <p className="mb-1 flex items-center gap-2.5 text-small">
          <Sound size={22} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
          {setting.words ?? comfortAsked(room.preparation) ?? 'Music and light: nothing said yet'}
        </p>
      )}
      <RowButton
        icon={
          watcher === undefined || here.length === 0 ? (
            <StateMark state="unknown" size={22} />
          ) : (
            <UserRound size={22} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
          )
        }
        onClick={() => open({ kind: 'presence' })}
      >
        {watcher === undefined ? (
          'No one is noted as watching'
        ) : (
          <>
            <strong className="font-sub">{watcher.name}</strong> watches since {formatClock(watcher.since)}
          </>
        )}
        {offer !== undefined && `, offered to ${offer.fact.toName}, not taken yet`}
        {`. In the room: ${here.length === 0 ? 'no one' : here.map(({ name }) => name).join(', ')}`}
      </RowButton>
      <SoundHere />
      <div className="mt-2 grid grid-cols-4 gap-2">
        <Button variant="plain" onClick={() => open({ kind: 'hand-over' })} className="px-1">
          {watcher === undefined ? 'I watch' : watcher.id === facts.me.id ? 'Hand over' : 'Take over'}
        </Button>
        <Button variant="plain" onClick={() => open({ kind: 'sound' })} className="px-1">
          Sound
        </Button>
        <Button variant="plain" onClick={() => open({ kind: 'setting' })} className="px-1">
          Setting
        </Button>
        <Button variant="plain" onClick={() => open({ kind: 'more' })} className="px-1">
          More
        </Button>
      </div>
    </section>
  );
}
