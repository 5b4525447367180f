// One dark surface for someone far away: breathe, call, silence. No clock, nothing to type, nothing to read twice.
import { useQuery } from '@tanstack/react-query';
import { Hand, Volume2, VolumeX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { getSession } from '#api/dosing-sessions.ts';
import { escalationOf } from '#clinical/monitoring/alert.ts';
import { ask } from '#web/kit/api-client.ts';
import { classNames } from '#web/kit/class-names.ts';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';
import { outbox, useTransport } from '#web/kit/outbox.ts';
import { PostsAndWater } from '#web/kit/posts-and-water.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, patientKey } from '#web/patient/queries.ts';
import { useBreath } from './breath.ts';
import { CallScreen } from './call-screen.tsx';
import { type CallState, callState, type MadeCall } from './call-state.ts';
import { mySessionQuery } from './my-session.ts';
import { patientCalls, type Signal } from './patient-calls.ts';
import { watcherIn } from './watcher.ts';

export interface AlteredStateProps {
  readonly patientId: string;
  readonly sessionId: string;
}

export function AlteredState({ patientId, sessionId }: AlteredStateProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [call, setCall] = useState<MadeCall>();
  const [quiet, setQuiet] = useState<MadeCall>();
  const watcher = useWatcher({ patientId, sessionId });
  const signal = (said: Signal): Promise<MadeCall> => patientCalls.signal({ patientId, sessionId }, said);
  const come = async (): Promise<void> => {
    // Said at once; the fact follows. A tap must never look as if nothing happened.
    const at = serverNow();
    setCall({ eventId: '', at, triedAt: at });
    setCall(await signal('come'));
  };
  const allRight = async (): Promise<void> => {
    setCall(undefined);
    await signal('ok');
  };
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      data-theme="room"
      aria-label={t('session.title')}
      onCancel={(event) => event.preventDefault()}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-hidden bg-page p-0 text-ink"
    >
      {call === undefined ? (
        <Scene
          watcher={watcher}
          isQuiet={quiet !== undefined}
          quiet={quiet}
          onCall={come}
          onQuiet={async () => setQuiet(quiet === undefined ? await signal('adjust') : undefined)}
        />
      ) : (
        <RunningCall
          call={call}
          patientId={patientId}
          onStop={allRight}
          onAgain={() => {
            outbox.flush();
            setCall({ ...call, triedAt: serverNow() });
          }}
        />
      )}
    </dialog>
  );
}

/** Who is in the room, as the session's own facts name them. */
function useWatcher({ patientId, sessionId }: AlteredStateProps): string | undefined {
  const { data } = useQuery({
    queryKey: patientKey(patientId, 'session', sessionId),
    queryFn: () => ask(getSession, { params: { patientId, sessionId } }),
    refetchInterval: 60_000,
  });
  return data === undefined ? undefined : watcherIn(data.events);
}

interface SceneProps {
  readonly watcher: string | undefined;
  readonly isQuiet: boolean;
  readonly quiet: MadeCall | undefined;
  readonly onCall: () => void;
  readonly onQuiet: () => void;
}

const buttonClass =
  'press flex min-h-21 w-full cursor-pointer items-center gap-6 rounded-deep border-[2.5px] px-7 text-head font-[600]';

function Scene({ watcher, isQuiet, quiet, onCall, onQuiet }: SceneProps) {
  const breath = useBreath(!isQuiet);
  const Sound = isQuiet ? Volume2 : VolumeX;
  const outboxState = useTransport();
  const isWaiting =
    quiet !== undefined && outboxState.waiting.some((item) => item.commandId === quiet.eventId);
  const quietWords = !isWaiting
    ? 'session.silence-asked'
    : outboxState.silentSince === undefined
      ? 'session.silence-asking'
      : 'session.silence-not-sent';
  return (
    <div className="relative flex h-full flex-col bg-page">
      <div className="absolute inset-0" aria-hidden="true">
        <PostsAndWater breathing={!isQuiet} />
      </div>
      <div className="relative px-6 pt-[12vh] text-center">
        {isQuiet ? (
          <p role="status" className="text-body text-ink-2">
            {t(quietWords)}
          </p>
        ) : (
          <>
            <p className="text-figure-1 font-[560]" aria-hidden="true">
              {t(`session.${breath}`)}
            </p>
            <p className="mt-2 text-body text-ink-2">
              {watcher === undefined ? t('session.someone-here') : t('session.here', { name: watcher })}
            </p>
          </>
        )}
      </div>
      <div className="relative mt-auto flex flex-col gap-4 px-5 pb-[max(1.5rem,env(safe-area-inset-bottom))]">
        <button
          type="button"
          onClick={onCall}
          className={classNames(buttonClass, 'border-lamp bg-lamp-tint text-lamp')}
        >
          <Hand size={34} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
          <span className="text-left">
            {watcher === undefined ? t('session.call-someone') : t('session.call', { name: watcher })}
          </span>
        </button>
        <button
          type="button"
          onClick={onQuiet}
          aria-pressed={isQuiet}
          className={classNames(buttonClass, 'border-edge bg-surface text-ink')}
        >
          <Sound size={34} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
          <span className="text-left">{t(isQuiet ? 'session.words-back' : 'session.silence')}</span>
        </button>
      </div>
    </div>
  );
}

interface RunningCallProps {
  readonly call: MadeCall;
  readonly patientId: string;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

function RunningCall({ call, patientId, onStop, onAgain }: RunningCallProps) {
  const { me } = usePerson();
  const now = useNow(1_000);
  const { data } = useQuery(mySessionQuery(patientId, 2_000));
  const answer = useQuery(answerQuery(patientId));
  const outboxState = useTransport();
  const isTaken =
    call.eventId !== '' &&
    ![...outboxState.waiting, ...outboxState.refused].some((item) => item.commandId === call.eventId);
  const edition = answer.data?.edition;
  const escalation =
    edition === undefined ? 'everyone' : escalationOf({ alert: { raisedAt: call.at }, edition, now }).level;
  const state: CallState = callState({ call, heard: data?.session?.signal, isTaken, escalation, now });
  return (
    <CallScreen
      state={state}
      seconds={Math.max(0, Math.floor((now - (state.kind === 'no-one' ? call.triedAt : call.at)) / 1_000))}
      phone={me.clinic.phone}
      onStop={onStop}
      onAgain={onAgain}
    />
  );
}
