// The companion's one page, and what stands in its place when the link has ended or there is no signal.
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { getClinic } from '#api/me.ts';
import type { CompanionRide } from '#api/preparation.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { CompanionPage } from '#web/kit/companion-page.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { HelpButton } from '#web/kit/help-button.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { currentLanguage, formatDate, formatTime, setLocale, t, useLanguage } from '#web/kit/locale.ts';
import { startOutbox, useTransport } from '#web/kit/outbox.ts';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { AsOf } from './as-of.tsx';
import { rememberedClinic } from './clinic-memory.ts';
import { HomePage } from './home/home-page.tsx';
import { isDayOver, plainStop } from './moments.ts';
import { PhaseWords, RideContent, useChain } from './ride-page.tsx';
import { type RideView, useRide } from './use-ride.ts';
import { type ClinicToCall, WrongSheet } from './wrong-sheet.tsx';

const SideEffectSheet = lazy(async () => ({
  default: (await import('./side-effect-part.tsx')).SideEffectSheet,
}));
const GuideContent = lazy(async () => ({
  default: (await import('./home/guide-content.tsx')).GuideContent,
}));
const CircleContent = lazy(async () => ({ default: (await import('./circle-page.tsx')).CircleContent }));

export function App({ secret }: { readonly secret: string | undefined }) {
  const language = useLanguage();
  const { view, again } = useRide(secret);
  const [wrong, setWrong] = useState(false);
  const clinic = useClinic(view);
  const zone = view.kind === 'open' || view.kind === 'circle' ? view.me.clinic.zone : undefined;
  useEffect(startOutbox, []);
  useEffect(() => {
    // Times are the clinic's, wherever the phone believes it is.
    if (zone !== undefined) setLocale({ language: currentLanguage(), timeZone: zone });
  }, [zone]);
  return (
    <div key={language}>
      <View view={view} again={again} clinic={clinic} onHelp={() => setWrong(true)} />
      <WrongSheet
        open={wrong}
        onClose={() => setWrong(false)}
        clinic={clinic}
        canTell={view.kind === 'open' || view.kind === 'circle'}
      />
    </div>
  );
}

/** What went wrong and can wait for a nurse; the bar above is for what cannot. */
function TellSideEffect({
  clinic,
  zone,
}: {
  readonly clinic: ClinicToCall | undefined;
  readonly zone: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  if (zone === undefined) return null;
  return (
    <>
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t('companion.side-effect')}
      </Button>
      {open && (
        <Suspense fallback={<Loading />}>
          <SideEffectSheet clinic={clinic} zone={zone} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Whom to call, also when the link says nothing any more. */
function useClinic(view: RideView): ClinicToCall | undefined {
  const [asked, setAsked] = useState<ClinicToCall>();
  const [remembered] = useState(rememberedClinic);
  const isOpen = view.kind === 'open' || view.kind === 'circle';
  useEffect(() => {
    if (isOpen) return;
    call(getClinic).then((result) => {
      if (result.kind === 'answered') setAsked(result.value.clinic);
    });
  }, [isOpen]);
  return isOpen ? view.me.clinic : (asked ?? remembered);
}

interface ViewProps {
  readonly view: RideView;
  readonly again: () => void;
  readonly clinic: ClinicToCall | undefined;
  readonly onHelp: () => void;
}

function View({ view, again, clinic, onHelp }: ViewProps) {
  const frame = {
    clinicName: clinic?.name ?? 'Mooring',
    language: <LanguageButton zone={view.kind === 'open' ? view.me.clinic.zone : undefined} />,
    help: <HelpButton look="bar" onPress={onHelp} words={t('companion.help')} />,
  };
  switch (view.kind) {
    case 'opening':
      return (
        <CompanionPage {...frame} title="">
          <Loading words={t('companion.opening')} />
        </CompanionPage>
      );
    case 'open':
      return view.ride.scopes.includes('home-session') ? (
        <HomePage ride={view.ride} me={view.me} frame={frame} onTapped={again}>
          <TellSideEffect clinic={clinic} zone={view.me.clinic.zone} />
        </HomePage>
      ) : (
        <OpenRide view={view} again={again} frame={frame}>
          <TellSideEffect clinic={clinic} zone={view.me.clinic.zone} />
        </OpenRide>
      );
    case 'circle': {
      const guides = view.shown.sees.includes('home-guide');
      return (
        <CompanionPage
          {...frame}
          title={t(guides ? 'companion.title-guide' : 'companion.title-circle', {
            name: view.shown.patientFirstName,
          })}
        >
          {view.isOld && <AsOf heardAt={view.heardAt} now={serverNow()} zone={view.me.clinic.zone} />}
          <Suspense fallback={<Loading />}>
            {guides ? (
              <GuideContent clinicName={view.shown.clinic.name} zone={view.me.clinic.zone} />
            ) : (
              <CircleContent shown={view.shown} me={view.me} />
            )}
          </Suspense>
          <TellSideEffect clinic={clinic} zone={view.me.clinic.zone} />
        </CompanionPage>
      );
    }
    case 'ended':
      return (
        <CompanionPage {...frame} title={t('companion.ended-title')} lead={t('companion.ended')}>
          {view.unsent > 0 && <ErrorState compact title={t('companion.ended-unsent')} />}
        </CompanionPage>
      );
    case 'unknown':
      return (
        <CompanionPage {...frame} title={t('companion.unknown-title')} lead={t('companion.unknown')}>
          {null}
        </CompanionPage>
      );
    case 'offline':
      return (
        <CompanionPage {...frame} title={t('companion.offline-title')} lead={t('companion.offline')}>
          <Button size="large" wide onClick={again}>
            {t('companion.try-again')}
          </Button>
        </CompanionPage>
      );
    case 'failed':
      return (
        <CompanionPage {...frame} title={t('companion.offline-title')} lead={failureWords(view.failure)}>
          <Button size="large" wide onClick={again}>
            {t('companion.try-again')}
          </Button>
        </CompanionPage>
      );
  }
}

type Frame = Pick<Parameters<typeof CompanionPage>[0], 'clinicName' | 'language' | 'help'>;

interface OpenRideProps {
  readonly view: Extract<RideView, { kind: 'open' }>;
  readonly again: () => void;
  readonly frame: Frame;
  readonly children: ReactNode;
}

function OpenRide({ view, again, frame, children }: OpenRideProps) {
  const { ride, me, heardAt, isOld } = view;
  const chain = useChain(ride);
  const outbox = useTransport();
  const isOver = isDayOver(ride, useNow(30_000), me.clinic.zone);
  const title = t(isOver ? 'companion.title-after' : titles[chain.state], { name: ride.patientFirstName });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <CompanionPage
      {...frame}
      title={title}
      lead={
        isOver || chain.state === 'declined' || chain.state === 'home-safe' ? undefined : (
          <Lead ride={ride} zone={me.clinic.zone} />
        )
      }
      transport={outbox.waiting.length > 0 ? <TransportLine outbox={outbox} /> : undefined}
    >
      <RideContent shown={ride} me={me} heardAt={heardAt} isOld={isOld} onTapped={again} />
      {children}
    </CompanionPage>
  );
}

const titles = {
  asked: 'companion.title-asked',
  accepted: 'companion.title-accepted',
  'on-the-way': 'companion.title-accepted',
  'at-the-door': 'companion.title-accepted',
  'home-safe': 'companion.title-home',
  declined: 'companion.title-declined',
} as const;

function Lead({ ride, zone }: { readonly ride: CompanionRide; readonly zone: string | undefined }) {
  return (
    <>
      <span className="block first-letter:uppercase">
        {plainStop(
          t('companion.when', {
            date: formatDate(ride.startsAt, 'weekday', zone),
            time: formatTime(ride.startsAt, zone),
          }),
        )}{' '}
        {ride.readyAbout !== undefined &&
          plainStop(t('companion.ready', { time: formatTime(ride.readyAbout, zone) }))}
      </span>
      <span className="mt-2 block text-ink">
        <PhaseWords shown={ride} />
      </span>
    </>
  );
}

function LanguageButton({ zone }: { readonly zone: string | undefined }) {
  const other = currentLanguage() === 'en' ? 'es' : 'en';
  return (
    <button
      type="button"
      lang={other}
      className="link inline-flex min-h-12 cursor-pointer items-center"
      onClick={() => setLocale({ language: other, timeZone: zone })}
    >
      {t('companion.language')}
    </button>
  );
}
