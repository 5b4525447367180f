// The one page of whoever watches at home: asked, that day, before, during, after. "Something is wrong" never leaves it.

import { lazy, Suspense, useEffect, useState } from 'react';
import type { CompanionRide } from '#api/preparation.ts';
import { AsOf } from '#web/companion/as-of.tsx';
import type { Me } from '#web/companion/me.ts';
import { isDayOver, plainStop } from '#web/companion/moments.ts';
import { RideQuestion, useChain } from '#web/companion/ride-page.tsx';
import { WrongSheet } from '#web/companion/wrong-sheet.tsx';
import type { CallFailure } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { CompanionPage } from '#web/kit/companion-page.tsx';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { HelpButton } from '#web/kit/help-button.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { extendCatalog, formatDate, formatTime, t } from '#web/kit/locale.ts';
import { outbox } from '#web/kit/outbox.ts';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { Night } from './after.tsx';
import { Before } from './before.tsx';
import { During } from './during.tsx';
import { GuideLine } from './guide-line.tsx';
import { type Day, DayContext, useDay } from './home-context.ts';
import { homeWords } from './home-words.ts';
import { RedFlagSheet } from './red-flags.tsx';
import { type Home, useHome } from './use-home.ts';

extendCatalog(homeWords);

const CheckPart = lazy(async () => ({
  default: (await import('#web/companion/check/check-part.tsx')).CheckPart,
}));

interface HomePageProps {
  readonly ride: CompanionRide;
  readonly me: Me;
  readonly frame: { readonly clinicName: string; readonly language: React.ReactNode };
  readonly onTapped: () => void;
  readonly children: React.ReactNode;
}

/** A tap the clinic has not heard for this long is old news to it, and the page says so. */
const oldAfterMs = 45_000;

export function HomePage({ ride, me, frame, onTapped, children }: HomePageProps) {
  const home = useHome(me);
  const chain = useChain(ride);
  const [wrong, setWrong] = useState(false);
  const { shown, stage } = home;
  const name = ride.patientFirstName;
  const isAsked = chain.state === 'asked' || chain.state === 'declined';
  const title = isAsked
    ? t('home.title-asked', { name })
    : stage === 'over'
      ? t('home.title-over')
      : t('home.title', { name });
  useEffect(() => {
    document.title = title;
  }, [title]);
  const isRunning = stage === 'during' && home.state !== undefined;
  const sheetProps = { open: wrong, onClose: () => setWrong(false) };
  const page = (
    <>
      <CompanionPage
        {...frame}
        title={title}
        lead={stage === 'during' ? undefined : plainStop(whenWords(ride, me.clinic.zone))}
        transport={<TransportLine outbox={home.transport} />}
        help={
          <HelpButton
            look="bar"
            onPress={() => setWrong(true)}
            words={isRunning ? t('home.flags-title') : t('companion.help')}
          />
        }
      >
        {isAsked ? (
          <>
            <RideQuestion
              shown={ride}
              chain={chain}
              onTapped={onTapped}
              words={{
                kicker: t('companion.ask-kicker'),
                heading: t('home.ask-heading'),
                text: t('home.ask-text'),
                yes: t('home.yes'),
              }}
            />
            {shown !== undefined && <WhoAnswers shown={shown} />}
          </>
        ) : shown === undefined ? (
          <NotYetHeard home={home} />
        ) : (
          <Stages onWorried={() => setWrong(true)} />
        )}
        {!isAsked && children}
      </CompanionPage>
      {isRunning ? (
        <RedFlagSheet {...sheetProps} />
      ) : (
        <WrongSheet {...sheetProps} clinic={me.clinic} canTell />
      )}
    </>
  );
  if (shown === undefined) return page;
  return <DayContext value={{ ...home, shown, me }}>{page}</DayContext>;
}

function whenWords(ride: CompanionRide, zone: string): string {
  return t('home.when', {
    date: formatDate(ride.startsAt, 'weekday', zone),
    time: formatTime(ride.startsAt, zone),
  });
}

function NotYetHeard({ home }: { readonly home: Home }) {
  return home.failure === undefined ? (
    <Loading words={t('companion.opening')} />
  ) : (
    <ErrorState title={failureWords(home.failure)} />
  );
}

function Stages({ onWorried }: { readonly onWorried: () => void }) {
  const day = useDay();
  const { shown, stage, heardAt, now, transport } = day;
  const isOver = isDayOver({ releasedAt: shown.session?.releasedAt }, now, day.me.clinic.zone);
  const [refused] = transport.refused;
  return (
    <>
      {heardAt > 0 && now - heardAt > oldAfterMs && (
        <AsOf heardAt={heardAt} now={now} zone={day.me.clinic.zone} />
      )}
      {refused !== undefined && (
        <ErrorState
          title={t('home.refused', { why: refused.refusedBecause ?? '' })}
          action={
            <Button onClick={() => outbox.settle(refused.commandId)}>{t('companion.refused-ok')}</Button>
          }
        />
      )}
      {stage === 'waiting' && (
        <>
          <DeepBlock
            kicker={t('home.waiting-kicker')}
            heading={t('home.waiting-heading', { time: formatTime(shown.opensAt) })}
          >
            <p>{t('home.waiting-text')}</p>
          </DeepBlock>
          <WhoAnswers shown={shown} />
        </>
      )}
      {stage === 'may-open' && <Begin />}
      {stage === 'before' && <Before />}
      {stage === 'called-off' && (
        <DeepBlock kicker={shown.clinic.name} heading={t('home.off-heading')}>
          <p>{t('home.off-text')}</p>
        </DeepBlock>
      )}
      {stage === 'during' && <During onWorried={onWorried} />}
      {stage === 'over' && (
        <Suspense fallback={null}>
          <CheckPart clinic={day.me.clinic} zone={day.me.clinic.zone} />
        </Suspense>
      )}
      {stage === 'over' && (
        <p>{t('home.over-text', { time: formatTime(shown.session?.releasedAt ?? now) })}</p>
      )}
      {shown.guide !== undefined && stage !== 'over' && stage !== 'called-off' && (
        <GuideLine guide={shown.guide} />
      )}
      {(stage === 'over' || stage === 'during') && !isOver && <Night />}
      <p className="text-small text-ink-2">{t('home.works-offline')}</p>
    </>
  );
}

function WhoAnswers({ shown }: { readonly shown: Day['shown'] }) {
  return (
    <p>
      {shown.onCall === undefined
        ? t('home.no-on-call')
        : t('home.onCall', { first: shown.onCall.first, second: shown.onCall.second })}
    </p>
  );
}

function Begin() {
  const { shown, open } = useDay();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const begin = async (): Promise<void> => {
    setBusy(true);
    setFailure(await open());
    setBusy(false);
  };
  return (
    <>
      <DeepBlock
        kicker={t('home.open-kicker')}
        heading={t('home.open-heading')}
        action={
          <Button
            variant="deep"
            size="large"
            wide
            onClick={begin}
            busy={busy ? t('home.opening') : undefined}
          >
            {t('home.open', { name: shown.patientFirstName })}
          </Button>
        }
      >
        <p>{t('home.waiting-text')}</p>
      </DeepBlock>
      {failure !== undefined && <ErrorState title={failureWords(failure)} />}
      <WhoAnswers shown={shown} />
    </>
  );
}
