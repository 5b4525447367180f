// The page of whoever guides a dose at home: that they are there, who is with the person, and how the looks go.
import { Ear, MessageCircle, Pill } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type GuidedDay, getGuidedDay, markGuide } from '#api/home.ts';
import { minutesBetween } from '#clinical/instant.ts';
import { keepAnswer, keptAnswer } from '#web/companion/kept-answers.ts';
import { plainStop, whenWords } from '#web/companion/moments.ts';
import { SignedRows } from '#web/companion/signed-rows.tsx';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { useLive } from '#web/kit/live.ts';
import { Loading } from '#web/kit/loading.tsx';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { CallPerson, GuideState } from './guide-line.tsx';
import { guideWords } from './guide-words.ts';
import { homeWords } from './home-words.ts';
import { useAwake } from './use-awake.ts';

extendCatalog(homeWords);
extendCatalog(guideWords);

const everyMs = 60_000;

export function GuideContent({
  clinicName,
  zone,
}: {
  readonly clinicName: string;
  readonly zone: string | undefined;
}) {
  const { day, busy, isUnheard, tell } = useGuidedDay();
  const now = useNow(10_000);
  useAwake(false);
  if (day === undefined) return isUnheard ? <NotHeard clinicName={clinicName} /> : <Loading />;
  const closedAt = day.session?.releasedAt;
  return (
    <>
      <p className="-mt-4 text-ink-2 first-letter:uppercase">
        {plainStop(`${whenWords(day.startsAt, now, zone)}.`)}
      </p>
      {isUnheard && <NotHeard clinicName={clinicName} />}
      {closedAt === undefined ? (
        <YourPart day={day} busy={busy} onTell={tell} />
      ) : (
        <p>{t('guide.closed', { time: formatTime(closedAt) })}</p>
      )}
      {closedAt === undefined && <TheLooks day={day} now={now} />}
      {closedAt === undefined && <InTheRoom day={day} />}
      <section>
        <h2 className="mb-2 text-sub font-sub">{t('guide.how')}</h2>
        <SignedRows
          rows={[
            { sign: MessageCircle, words: t('guide.how-slow') },
            { sign: Ear, words: t('guide.how-follow') },
            { sign: Pill, words: t('guide.how-dose') },
          ]}
        />
      </section>
    </>
  );
}

/** While they are there the page says so each minute; otherwise it only asks. What was heard last stays. */
function useGuidedDay() {
  const [day, setDay] = useState<GuidedDay>();
  const [isUnheard, setUnheard] = useState(false);
  const [busy, setBusy] = useState(false);
  const isHere = useRef(false);
  const line = useRef<Promise<void>>(Promise.resolve());
  const isAsked = useRef(false);

  const send = useCallback(async (here?: boolean): Promise<void> => {
    const heard = here === undefined ? await call(getGuidedDay) : await call(markGuide, { body: { here } });
    setUnheard(heard.kind !== 'answered');
    if (heard.kind !== 'answered') {
      const kept = await keptAnswer<GuidedDay>('guide');
      return setDay((before) => before ?? kept?.answer);
    }
    await keepAnswer('guide', heard.value);
    isHere.current =
      heard.value.guide.presence.state === 'here' && heard.value.session?.releasedAt === undefined;
    setDay(heard.value);
  }, []);
  // One after the other, or a question from before a mark would be answered after it and say that nobody is there.
  const say = useCallback(
    (here: boolean): Promise<void> => {
      line.current = line.current.then(() => send(here));
      return line.current;
    },
    [send],
  );
  const ask = useCallback((): void => {
    if (isAsked.current) return;
    isAsked.current = true;
    line.current = line.current.then(() => {
      isAsked.current = false;
      return send();
    });
  }, [send]);

  useEffect(() => {
    ask();
    const timer = setInterval(() => (isHere.current ? say(true) : ask()), everyMs);
    return () => clearInterval(timer);
  }, [ask, say]);
  useLive(['session'], ask);
  const tell = async (here: boolean): Promise<void> => {
    setBusy(true);
    await say(here);
    setBusy(false);
  };
  return { day, busy, isUnheard, tell };
}

function NotHeard({ clinicName }: { readonly clinicName: string }) {
  return <ErrorState compact title={t('guide.not-heard', { clinic: clinicName })} />;
}

interface YourPartProps {
  readonly day: GuidedDay;
  readonly busy: boolean;
  readonly onTell: (here: boolean) => void;
}

function YourPart({ day: { guide }, busy, onTell }: YourPartProps) {
  const wait = busy ? t('guide.telling') : undefined;
  if (guide.presence.state === 'here')
    return (
      <section className="flex flex-col gap-4">
        <GuideState guide={guide} />
        <p className="text-ink-2">{t('guide.come-text')}</p>
        <Button className="self-start" onClick={() => onTell(false)} busy={wait}>
          {t('guide.go')}
        </Button>
      </section>
    );
  const isBack = guide.presence.state !== 'not-heard-yet';
  return (
    <>
      <DeepBlock
        kicker={t('guide.kicker')}
        heading={t(`guide.come-${guide.place}`)}
        action={
          <Button variant="deep" size="large" wide onClick={() => onTell(true)} busy={wait}>
            {isBack ? t('guide.again') : t(`guide.here-${guide.place}`)}
          </Button>
        }
      >
        <p>{t('guide.come-text')}</p>
      </DeepBlock>
      {isBack && <GuideState guide={guide} />}
    </>
  );
}

function TheLooks({ day, now }: { readonly day: GuidedDay; readonly now: number }) {
  const { session, watcher, patientFirstName: name } = day;
  if (session === undefined) return <StateWord state="not-yet" word={t('guide.not-open')} />;
  const { takenAt, lastLook, missedLooks, nextLookAt, isClinicRung } = session;
  if (takenAt === undefined) return <StateWord state="not-yet" word={t('guide.not-taken')} />;
  const whom = { name, watcher: watcher?.name ?? t('guide.the-room') };
  return (
    <section className="flex flex-col gap-3" aria-live="polite">
      <p className="figures text-figure-1 font-[600]">
        {t('home.minute', { minute: Math.max(0, Math.floor(minutesBetween(takenAt, now))) })}
      </p>
      <MissedLooks count={missedLooks} whom={whom} />
      {lastLook === undefined ? (
        <StateWord state="unknown" word={t('guide.look-none')} />
      ) : (
        <StateWord
          state={lookMarks[lastLook.seen]}
          word={t(`guide.look-${lastLook.seen}`, { time: formatTime(lastLook.at) })}
        />
      )}
      {isClinicRung && <StateWord state="alert" word={t('guide.rung')} />}
      {nextLookAt !== undefined && (
        <p className="text-ink-2">{t('guide.next', { time: formatTime(nextLookAt) })}</p>
      )}
    </section>
  );
}

interface MissedLooksProps {
  readonly count: number | undefined;
  readonly whom: { readonly name: string; readonly watcher: string };
}

function MissedLooks({ count, whom }: MissedLooksProps) {
  if (count === undefined) return <StateWord state="unknown" word={t('guide.missed-unknown', whom)} />;
  if (count === 0) return null;
  return (
    <StateWord
      state="stale"
      word={count === 1 ? t('guide.missed-one', whom) : t('guide.missed', { ...whom, count })}
    />
  );
}

const lookMarks = { settled: 'checked', asleep: 'checked', 'not-sure': 'unknown', worried: 'alert' } as const;

function InTheRoom({ day: { watcher, session } }: { readonly day: GuidedDay }) {
  return (
    <section className="flex flex-col gap-3">
      {watcher === undefined ? (
        <StateWord state="unknown" word={t('guide.watcher-unknown')} />
      ) : (
        <p>{t('guide.watcher', { watcher: watcher.name })}</p>
      )}
      {watcher?.phone !== undefined && <CallPerson name={watcher.name} phone={watcher.phone} />}
      {session !== undefined && (
        <p className="text-ink-2">
          {session.address === undefined
            ? t('guide.address-unknown')
            : t('guide.address', { address: session.address })}
        </p>
      )}
    </section>
  );
}
