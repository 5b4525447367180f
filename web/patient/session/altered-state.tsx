// One dark surface for someone far away: breathe, call, silence. No clock, nothing to type, nothing to read twice.
import { useQuery } from '@tanstack/react-query';
import { Check, Hand, SlidersHorizontal, Volume2, VolumeX } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { getSession } from '#api/dosing-sessions.ts';
import { ask } from '#web/kit/api-client.ts';
import { classNames } from '#web/kit/class-names.ts';
import { serverNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { PostsAndWater } from '#web/kit/posts-and-water.tsx';
import { patientKey } from '#web/patient/queries.ts';
import { useBreath } from './breath.ts';
import type { MadeCall } from './call-state.ts';
import { DarkSurface } from './dark-surface.tsx';
import { type MySession, openCallIn } from './my-session.ts';
import { patientCalls, type SessionAddress, type Touch } from './patient-calls.ts';
import { RunningCall } from './running-call.tsx';
import { watcherIn } from './watcher.ts';

export interface AlteredStateProps {
  readonly patientId: string;
  readonly session: MySession;
}

export type Told = { readonly touch: 'silence' | 'change' | 'ok'; readonly made: MadeCall };

const touches: Readonly<Record<Told['touch'], Touch>> = {
  silence: { signal: 'adjust', wish: 'silence' },
  change: { signal: 'adjust' },
  ok: { signal: 'ok' },
};

export function AlteredState({ patientId, session }: AlteredStateProps) {
  const address = { patientId, sessionId: session.id };
  const { call, setCall, come, allRight } = useCall(address, session);
  const [told, setTold] = useState<Told>();
  const watcher = useWatcher(address);
  const tell = async (touch: Told['touch']): Promise<void> => {
    setTold({ touch, made: await patientCalls.signal(address, touches[touch]) });
  };
  return (
    <DarkSurface>
      {call === undefined ? (
        <Scene
          watcher={watcher}
          told={told}
          isSilent={session.sound?.kind === 'silence'}
          seenBy={
            told !== undefined && session.signal?.eventId === told.made.eventId
              ? session.signal.acknowledgedBy
              : undefined
          }
          onCall={come}
          onTell={tell}
          onWordsBack={() => setTold(undefined)}
        />
      ) : (
        <RunningCall call={call} patientId={patientId} onStop={allRight} onChange={setCall} />
      )}
    </DarkSurface>
  );
}

/** The one call that runs, made here or before the page was opened again. It ends when staff have settled it. */
export function useCall(address: SessionAddress, session: MySession) {
  const [call, setCall] = useState<MadeCall | undefined>(() => openCallIn(session));
  const settled = session.signal?.resolvedAt !== undefined ? session.signal.eventId : undefined;
  useEffect(() => {
    setCall((running) => (running !== undefined && running.eventId === settled ? undefined : running));
  }, [settled]);
  const come = async (): Promise<void> => {
    // Said at once; the fact follows. A tap must never look as if nothing happened.
    const at = serverNow();
    setCall({ eventId: '', at, triedAt: at });
    setCall(await patientCalls.signal(address, { signal: 'come' }));
  };
  const allRight = async (): Promise<void> => {
    setCall(undefined);
    await patientCalls.signal(address, { signal: 'ok' });
  };
  return { call, setCall, come, allRight };
}

/** Who is in the room, as the session's own facts name them. */
function useWatcher({ patientId, sessionId }: SessionAddress): string | undefined {
  const { data } = useQuery({
    queryKey: patientKey(patientId, 'session', sessionId),
    queryFn: () => ask(getSession, { params: { patientId, sessionId } }),
    refetchInterval: 60_000,
  });
  return data === undefined ? undefined : watcherIn(data.events);
}

/** A Bluetooth or USB button speaks as a keyboard; these are the keys such buttons send. */
const buttonKeys: ReadonlySet<string> = new Set([
  'Enter',
  ' ',
  'PageDown',
  'PageUp',
  'AudioVolumeUp',
  'AudioVolumeDown',
]);

function useButtonThatCalls(onCall: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isOnControl = event.target instanceof HTMLElement && event.target.closest('button, a') !== null;
      if (
        event.repeat ||
        !buttonKeys.has(event.key) ||
        (isOnControl && (event.key === 'Enter' || event.key === ' '))
      )
        return;
      event.preventDefault();
      onCall();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [onCall]);
}

interface SceneProps {
  readonly watcher: string | undefined;
  readonly told: Told | undefined;
  readonly isSilent: boolean;
  readonly seenBy: string | undefined;
  readonly onCall: () => void;
  readonly onTell: (touch: Told['touch']) => void;
  readonly onWordsBack: () => void;
}

function Scene({ watcher, told, isSilent, seenBy, onCall, onTell, onWordsBack }: SceneProps) {
  const isQuiet = told?.touch === 'silence';
  const breath = useBreath(!isQuiet);
  useButtonThatCalls(onCall);
  return (
    <div className="relative flex h-full flex-col bg-page">
      <div className="absolute inset-0" aria-hidden="true">
        <PostsAndWater breathing={!isQuiet} />
      </div>
      <div className="relative px-6 pt-[12vh] text-center">
        {!isQuiet && (
          <p className="text-figure-1 font-[560]" aria-hidden="true">
            {t(`session.${breath}`)}
          </p>
        )}
        {told === undefined ? (
          <p className="mt-2 text-body text-ink-2">
            {watcher === undefined ? t('session.someone-here') : t('session.here', { name: watcher })}
          </p>
        ) : (
          <Heard told={told} seenBy={seenBy} isSilent={isSilent} />
        )}
      </div>
      <div className="relative mt-auto flex flex-col gap-4 px-5 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        <button
          type="button"
          onClick={onCall}
          className="press flex min-h-21 w-full cursor-pointer items-center gap-6 rounded-deep border-[2.5px] border-lamp bg-lamp-tint px-7 text-head font-[600] text-lamp"
        >
          <Hand size={34} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
          <span className="text-left">
            {watcher === undefined ? t('session.call-someone') : t('session.call', { name: watcher })}
          </span>
        </button>
        <div className="grid grid-cols-3 gap-3">
          <Tile
            pressed={isQuiet}
            onClick={() => (isQuiet ? onWordsBack() : onTell('silence'))}
            sign={isQuiet ? <Volume2 {...tileSign} /> : <VolumeX {...tileSign} />}
          >
            {t(isQuiet ? 'session.words-back' : 'session.silence')}
          </Tile>
          <Tile
            pressed={told?.touch === 'change'}
            onClick={() => onTell('change')}
            sign={<SlidersHorizontal {...tileSign} />}
          >
            {t('session.change')}
          </Tile>
          <Tile pressed={told?.touch === 'ok'} onClick={() => onTell('ok')} sign={<Check {...tileSign} />}>
            {t('session.ok')}
          </Tile>
        </div>
      </div>
    </div>
  );
}

const tileSign = { size: 30, strokeWidth: 1.9, 'aria-hidden': true } as const;

interface TileProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly sign: ReactNode;
  readonly children: ReactNode;
}

function Tile({ pressed, onClick, sign, children }: TileProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-pressed={pressed}
      className={classNames(
        'press flex min-h-24 cursor-pointer flex-col items-center justify-center gap-2 rounded-deep border-[2.5px] px-2 text-body leading-tight font-[600] text-ink',
        pressed ? 'border-sea bg-shallow' : 'border-edge bg-surface',
      )}
    >
      {sign}
      <span>{children}</span>
    </button>
  );
}

/** What became of the last touch. One that did not leave the phone says what to do instead. */
function Heard({
  told,
  seenBy,
  isSilent,
}: {
  readonly told: Told;
  readonly seenBy: string | undefined;
  readonly isSilent: boolean;
}) {
  const { waiting, silentSince } = useTransport();
  const isWaiting = waiting.some((item) => item.commandId === told.made.eventId);
  const words = isWaiting
    ? t(`session.${told.touch}-${silentSince === undefined ? 'asking' : 'not-sent'}`)
    : isSilent && told.touch === 'silence'
      ? t('session.silent-now')
      : seenBy !== undefined && told.touch !== 'ok'
        ? t(`session.${told.touch}-seen`, { name: seenBy })
        : t(`session.${told.touch}-asked`);
  return (
    <p
      role="status"
      className={classNames(
        'mt-2',
        isWaiting && silentSince !== undefined ? 'text-sub font-sub text-ink' : 'text-body text-ink-2',
      )}
    >
      {words}
    </p>
  );
}
