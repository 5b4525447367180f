// The moving light, the tone or the buzz of one set, by the clinic's clock. It moves and never flashes.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type BilateralMode, type BilateralSet, placeAt } from '#clinical/integration/bilateral-rhythm.ts';
import { serverNow } from '#web/kit/clock.ts';
import { playSoftTone } from '#web/kit/sound/soft-tone.ts';

const toneHz = { left: 262, right: 330 } as const;
const toneSeconds = 0.16;
const buzzMs = 70;

export interface StageProps {
  readonly set: BilateralSet & { readonly mode: BilateralMode };
  /** The bench shows where it is; only the patient's own screen sounds and buzzes. */
  readonly isSilent?: boolean;
  readonly label: string;
  /** Shown while the device holds the tone back: many let a page sound only after a tap on it. */
  readonly unheard?: ((hear: () => void) => ReactNode) | undefined;
}

export function BilateralStage({ set, isSilent = false, label, unheard }: StageProps) {
  const dot = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<AudioContext>();
  useEffect(() => {
    let frame = 0;
    let turn = -1;
    const sound = isSilent || set.mode !== 'sound' ? undefined : new AudioContext();
    const listen = (): void => setHeld(sound?.state === 'running' ? undefined : sound);
    sound?.addEventListener('statechange', listen);
    listen();
    const step = (): void => {
      const place = placeAt(set, serverNow());
      if (place.state === 'running' && dot.current !== null) {
        // From edge to edge of what holds it, whatever its width.
        dot.current.style.left = `${50 + place.across * 50}%`;
        if (place.turn !== turn) {
          turn = place.turn;
          if (sound !== undefined)
            playSoftTone(sound, {
              hz: toneHz[place.side],
              seconds: toneSeconds,
              pan: place.side === 'left' ? -1 : 1,
            });
          if (!isSilent && set.mode === 'buzz') navigator.vibrate?.(buzzMs);
        }
      }
      if (place.state !== 'over') frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
      sound?.removeEventListener('statechange', listen);
      sound?.close();
      if (!isSilent && set.mode === 'buzz') navigator.vibrate?.(0);
    };
  }, [set, isSilent]);
  return (
    <>
      <div role="img" aria-label={label} className="relative mx-8 h-16">
        <div
          ref={dot}
          className="absolute top-1/2 size-14 -translate-1/2 rounded-full bg-lamp"
          style={{ left: '0%' }}
        />
      </div>
      {held !== undefined && unheard?.(() => void held.resume())}
    </>
  );
}
