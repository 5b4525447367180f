// The sound of the room: what plays and under which licence, what comes next, silence, and the two dials. Every touch is a fact
// beside the vital signs. One device is heard; any device may change what it plays.
import { Minus, Play, Plus, Square, VolumeX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { factOf } from '#dosing-session/recorder.ts';
import {
  levelsInWords,
  partInWords,
  type SoundChoice,
  type SoundLevels,
  soundInWords,
  soundParts,
} from '#dosing-session/sound.ts';
import { choiceInWords, soundFact } from '#web/clinic/sound/sound-plan.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { SoundPlanForm } from './sound-plan-form.tsx';
import { tapClass } from './tap-choices.tsx';
import { useKeep } from './use-keep.ts';

/** In the room itself: only what someone must know or do about the loudspeaker of this device. */
export function SoundHere() {
  const { sound } = useRoom();
  if (!sound.playsHere) return null;
  switch (sound.player) {
    case 'needs-a-touch':
      return (
        <p
          role="status"
          className="mt-1 rounded-control bg-lamp-tint px-3 py-2 text-small font-[560] text-lamp"
        >
          The sound waits. Touch the screen once and it goes on.
        </p>
      );
    case 'track-missing':
      return (
        <p role="status" className="mt-1 rounded-control bg-amber-tint px-3 py-2 text-small font-[560]">
          The track is not on this device and could not be fetched. Choose something else.
        </p>
      );
    case 'no-sound':
      return (
        <p role="status" className="mt-1 rounded-control bg-amber-tint px-3 py-2 text-small font-[560]">
          This device cannot play. Use another one.
        </p>
      );
    case 'off':
    case 'plays':
      return null;
  }
}

export function SoundSheet() {
  const { close, sound, firstName } = useRoom();
  const { keep, failed } = useKeep();
  const { part, plan, playing, tracks } = sound;
  const [isPlanning, setPlanning] = useState(false);
  const inUse = tracks.filter(({ retiredAt }) => retiredAt === undefined);
  const play = async (choice: SoundChoice, why: 'plan' | 'chosen'): Promise<void> => {
    const kept = await keep([soundFact(choice, { part, why, tracks })]);
    if (kept && playing === undefined) sound.playHere(true);
  };
  const isPlaying = (choice: SoundChoice): boolean =>
    playing !== undefined &&
    playing.fact.kind === choice.kind &&
    (choice.kind !== 'track' || playing.fact.trackId === choice.trackId);
  return (
    <Sheet open onClose={close} title="Sound">
      <div className="flex flex-col gap-5">
        <p role="status">
          {playing === undefined
            ? 'Nothing plays yet.'
            : `${soundInWords(playing.fact)}. Since ${formatClock(playing.since)}, ${playing.byName}.`}
        </p>
        {plan === undefined ? (
          <p className="font-[560]">
            {firstName} did not choose between music and silence beforehand. Ask, then choose.
          </p>
        ) : (
          <section className="flex flex-col gap-2">
            <h3 className="font-[560]">{firstName}’s plan</h3>
            <ol className="m-0 flex list-none flex-col p-0 text-small">
              {soundParts.map((each) => (
                <li key={each} className={each === part ? 'font-[620]' : 'text-ink-2'}>
                  {partInWords[each]}: {choiceInWords(plan[each], each, tracks)}
                  {each === part && ' (now)'}
                </li>
              ))}
            </ol>
            <Button
              variant="primary"
              wide
              icon={<Play size={22} strokeWidth={1.9} aria-hidden="true" />}
              onClick={() => play(plan[part], 'plan')}
            >
              Play by the plan
            </Button>
          </section>
        )}
        {isPlanning ? (
          <SoundPlanForm onSaved={() => setPlanning(false)} />
        ) : (
          <Button wide onClick={() => setPlanning(true)}>
            {plan === undefined ? 'Write a plan together' : 'Change the plan'}
          </Button>
        )}
        <section className="flex flex-col gap-2">
          <h3 className="font-[560]">Or choose for now</h3>
          <div className="grid grid-cols-2 gap-2">
            <ChoiceButton
              chosen={isPlaying({ kind: 'silence' })}
              onClick={() => play({ kind: 'silence' }, 'chosen')}
            >
              <VolumeX size={22} strokeWidth={1.9} aria-hidden="true" /> Silence
            </ChoiceButton>
            <ChoiceButton
              chosen={isPlaying({ kind: 'ambient' })}
              onClick={() => play({ kind: 'ambient' }, 'chosen')}
            >
              {choiceInWords({ kind: 'ambient' }, part, tracks)}
            </ChoiceButton>
            {inUse.map(({ id, title, licence }) => (
              <ChoiceButton
                key={id}
                chosen={isPlaying({ kind: 'track', trackId: id })}
                onClick={() => play({ kind: 'track', trackId: id }, 'chosen')}
              >
                <span className="font-sub">{title}</span>
                <span className="text-tag">{licence}</span>
              </ChoiceButton>
            ))}
          </div>
        </section>
        <Dials />
        {playing !== undefined && (
          <Button
            wide
            icon={
              sound.playsHere ? (
                <Square size={20} strokeWidth={1.9} aria-hidden="true" />
              ) : (
                <Play size={22} strokeWidth={1.9} aria-hidden="true" />
              )
            }
            onClick={() => sound.playHere(!sound.playsHere)}
          >
            {sound.playsHere ? 'Heard from this device. Stop it here' : 'Let it be heard from this device'}
          </Button>
        )}
        {failed && <NotSaved />}
        <a className="link text-small" href="/clinic/music" target="_blank" rel="noreferrer">
          Tracks, licences and the ceiling, in a page of their own
        </a>
      </div>
    </Sheet>
  );
}

function ChoiceButton({
  chosen,
  onClick,
  children,
}: {
  readonly chosen: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" aria-pressed={chosen} onClick={onClick} className={tapClass(chosen)}>
      {children}
    </button>
  );
}

const stepPercent = 10;

function Dials() {
  const { sound } = useRoom();
  const { keep, busy, failed } = useKeep();
  const { levels, ceilingPercent } = sound;
  const turn = (change: Partial<SoundLevels>): void => {
    const next = { ...levels, ...change };
    if (busy || levelsInWords(next) === levelsInWords(levels)) return;
    keep([factOf('SoundLevelSet', next)]);
  };
  const dials = [
    { label: 'Volume', key: 'volumePercent', less: 'Quieter', more: 'Louder' },
    { label: 'Warmth', key: 'warmthPercent', less: 'Brighter', more: 'Warmer' },
  ] as const;
  return (
    <section className="flex flex-col gap-2">
      {dials.map(({ label, key, less, more }) => (
        <div key={key} className="grid grid-cols-[1fr_auto_auto_auto] items-center gap-3">
          <span>{label}</span>
          <Button
            variant="plain"
            aria-label={less}
            onClick={() => turn({ [key]: Math.max(0, levels[key] - stepPercent) })}
          >
            <Minus size={22} strokeWidth={1.9} aria-hidden="true" />
          </Button>
          <span className="figures w-28 text-center whitespace-nowrap text-figure-1">
            {Math.round(levels[key])} %
          </span>
          <Button
            variant="plain"
            aria-label={more}
            onClick={() => turn({ [key]: Math.min(100, levels[key] + stepPercent) })}
          >
            <Plus size={22} strokeWidth={1.9} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <p className="text-small text-ink-2">
        {ceilingPercent === undefined
          ? 'How loud a room may be is not known here yet, so nothing is heard.'
          : `100 % is the clinic’s ceiling: ${ceilingPercent} % of what this device can do.`}
      </p>
      {failed && <NotSaved />}
    </section>
  );
}
