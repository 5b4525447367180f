// The patient's side of a set that a therapist starts over a distance. What is all right is said here, and the stop is here.
import { Square } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type BilateralState, reportScreen, stopBilateralSet } from '#api/emdr.ts';
import { type BilateralMode, bilateralModes } from '#clinical/integration/bilateral-rhythm.ts';
import { call } from '#web/kit/api-client.ts';
import { BilateralStage } from '#web/kit/bilateral/stage.tsx';
import { Button } from '#web/kit/button.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { deviceNow, hearServerTime, serverNow, useNow } from '#web/kit/clock.ts';
import { useLive } from '#web/kit/live.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { stayAwake } from '#web/kit/stay-awake.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { togetherWords } from '#web/patient/words/together.ts';
import { type ScreenState, screenState } from './screen-guard.ts';

extendCatalog(togetherWords);

const sayEveryMs = 3_000;
const answerWithinMs = 4_000;
/** Only ids of sets, so that a page that is loaded again does not begin a set that was stopped on it. */
const stoppedKey = 'mooring-stopped-sets';

function stoppedBefore(): readonly string[] {
  return (sessionStorage.getItem(stoppedKey) ?? '').split(' ').filter((id) => id !== '');
}

function TogetherPage() {
  const { patientId } = usePerson();
  const now = useNow(250);
  const [agreed, setAgreed] = useState<readonly BilateralMode[]>([]);
  const [state, setState] = useState<BilateralState>();
  const [heardAt, setHeardAt] = useState<number>();
  const [stoppedHere, setStoppedHere] = useState(stoppedBefore);
  const [lostHere, setLostHere] = useState<readonly string[]>([]);
  const roundTripMs = useRef(0);
  const latest = useRef(agreed);
  latest.current = agreed;

  const say = useCallback(async (): Promise<void> => {
    const asked = deviceNow();
    const answered = await call(reportScreen, {
      params: { patientId },
      body: { roundTripMs: Math.min(60_000, roundTripMs.current), agreed: [...latest.current] },
      timeoutMs: answerWithinMs,
    });
    if (answered.kind !== 'answered') return;
    roundTripMs.current = Math.max(0, Math.round(deviceNow() - asked));
    // The server spoke about half a round trip ago.
    hearServerTime(answered.value.now + Math.round(roundTripMs.current / 2));
    setHeardAt(serverNow());
    setState(answered.value);
  }, [patientId]);

  useEffect(() => {
    say();
    const timer = setInterval(say, sayEveryMs);
    return () => clearInterval(timer);
  }, [say]);
  useLive(['patient'], say);
  // A phone that falls asleep in a set takes the light and the stop with it.
  useEffect(stayAwake, []);

  const set = state?.set;
  const shown = screenState({ set, stoppedHere, lostHere, heardAt, now: serverNow() });
  useEffect(() => {
    if (shown === 'lost' && set !== undefined)
      setLostHere((before) => (before.includes(set.id) ? before : [...before, set.id]));
  }, [shown, set]);

  const stop = useCallback((): void => {
    if (set === undefined) return;
    // Here first, and at once; the word to the clinic follows when it can.
    sessionStorage.setItem(stoppedKey, [...stoppedBefore(), set.id].join(' '));
    setStoppedHere(stoppedBefore());
    setAgreed([]);
    keep(stopBilateralSet, {
      topic: 'bilateral',
      params: { patientId, setId: set.id },
      body: { stoppedAt: Math.round(serverNow()) },
    });
  }, [patientId, set]);

  if (set !== undefined && (shown === 'soon' || shown === 'running'))
    return <Running set={set} state={shown} onStop={stop} />;
  const isHeard = heardAt !== undefined && now - heardAt < sayEveryMs + answerWithinMs;
  const canBuzz = 'vibrate' in navigator;
  return (
    <Page place="/more" title={t('together.title')} lead={t('together.lead')} back={backToMore()}>
      <p role="status">{endWords(shown, set?.startedByName ?? '', isHeard)}</p>
      <CheckboxList
        label={t('together.agree')}
        hint={t('together.agree-hint')}
        value={agreed}
        onChange={(next) => {
          setAgreed(next);
          latest.current = next;
          say();
        }}
        choices={bilateralModes
          .filter((mode) => mode !== 'buzz' || canBuzz)
          .map((value) => ({ value, label: t(`together.${value}`) }))}
      />
      {!canBuzz && <p className="text-small text-ink-2">{t('together.no-buzz')}</p>}
      {isHeard ? (
        <StateWord
          state={agreed.length === 0 ? 'not-yet' : 'checked'}
          word={
            <span className="font-normal">
              {t(agreed.length === 0 ? 'together.not-ready' : 'together.ready')}
            </span>
          }
        />
      ) : (
        <StateWord state="unknown" word={<span className="font-normal">{t('together.no-link')}</span>} />
      )}
      <p>{t('together.help')}</p>
    </Page>
  );
}

function backToMore() {
  return { to: '/more', label: t('place.more') };
}

function endWords(state: ScreenState, name: string, isHeard: boolean): string {
  switch (state) {
    case 'stopped-here':
      return t(isHeard ? 'together.stopped' : 'together.stopped-here');
    case 'stopped-there':
      return t('together.they-stopped', { name });
    case 'lost':
      return t('together.lost');
    case 'over':
      return t('together.over');
    case 'waiting':
    case 'soon':
    case 'running':
      return '';
  }
}

interface RunningProps {
  readonly set: NonNullable<BilateralState['set']>;
  readonly state: 'soon' | 'running';
  readonly onStop: () => void;
}

/** Nothing else is on the screen, and the whole lower half of it stops. */
function Running({ set, state, onStop }: RunningProps) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' || event.key === ' ') onStop();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [onStop]);
  return (
    <main
      data-theme="room"
      className="flex min-h-dvh flex-col justify-between gap-6 bg-page px-5 py-8 text-ink"
    >
      <h1 className="text-center text-body">
        {state === 'soon' ? t('together.soon') : t('together.runs', { name: set.startedByName })}
      </h1>
      {set.mode === 'light' ? (
        <BilateralStage set={set} label={t('together.stage')} />
      ) : (
        <BilateralStage
          set={set}
          label={t(`together.${set.mode}`)}
          unheard={(hear) => (
            <div role="status" className="flex flex-col items-center gap-3 text-center">
              <p>{t('together.unheard')}</p>
              <Button onClick={hear}>{t('together.hear')}</Button>
            </div>
          )}
        />
      )}
      <div className="flex min-h-[45dvh] flex-col gap-3">
        <Button
          size="altered"
          variant="plain"
          wide
          className="grow"
          icon={<Square size={30} strokeWidth={1.9} aria-hidden="true" />}
          onClick={onStop}
        >
          {t('together.stop')}
        </Button>
        <p className="text-center text-ink-2">{t('together.stop-hint')}</p>
      </div>
    </main>
  );
}

export const page = TogetherPage;
