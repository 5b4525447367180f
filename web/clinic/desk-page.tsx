// The frame of every page at the desk: where one can go, what is sent, who is signed in, and how old the screen is.

import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { endShift, signOut, startShift } from '#api/sign-in.ts';
import { type CallFailure, call, newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ClinicBar, ClinicPage } from '#web/kit/clinic-page.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { useFreshness } from '#web/kit/live.ts';
import { Loading } from '#web/kit/loading.tsx';
import { useTransport } from '#web/kit/outbox.ts';
import { Sheet } from '#web/kit/sheet.tsx';
import { StaleBanner } from '#web/kit/stale-banner.tsx';
import { TransportLine } from '#web/kit/transport-line.tsx';
import { closeVault } from '#web/kit/vault.ts';
import { HomeRings } from './home/home-rings.tsx';
import { forgetSignIn } from './kept-sign-in.ts';
import { useMe } from './me.ts';
import { nameAndRole, placesOf, readsChart } from './places.ts';
import { RingChoiceForm } from './ring/ring-choice.tsx';
import { Rings } from './rings/rings.tsx';
import { useAct } from './use-act.ts';

export interface DeskPageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function DeskPage({ title, lead, actions, aside, children }: DeskPageProps) {
  useEffect(() => {
    document.title = `${title}, Mooring`;
  }, [title]);
  return (
    <ClinicPage bar={<Bar />} banner={<Banner />} title={title} lead={lead} actions={actions} aside={aside}>
      {children}
    </ClinicPage>
  );
}

function Banner() {
  const freshness = useFreshness();
  return (
    <>
      <StaleBanner freshness={freshness} />
      <HomeRings />
      <Rings />
    </>
  );
}

function Bar() {
  const me = useMe();
  const router = useRouter();
  const navigate = useNavigate();
  const here = useLocation({ select: (location) => location.pathname });
  const transport = useTransport();
  const [open, setOpen] = useState(false);
  return (
    <div className="not-on-paper">
      <ClinicBar
        places={placesOf(me).map((place) => ({
          href: router.buildLocation({ to: place.to }).publicHref,
          label: place.label,
          current: place.to === '/' ? here === '/' : here.startsWith(place.to),
          onPhone: place.onPhone,
          seldom: place.seldom,
        }))}
        onGo={(href) => navigate({ href })}
        end={
          <>
            <TransportLine outbox={transport} />
            <Button variant="quiet" size="row" onClick={() => setOpen(true)}>
              {nameAndRole(me)}. {me.onShift ? 'On shift' : 'Not on shift'}
            </Button>
          </>
        }
      />
      <Sheet open={open} onClose={() => setOpen(false)} title={me.name}>
        <ShiftAndSignOut />
      </Sheet>
    </div>
  );
}

function ShiftAndSignOut() {
  const me = useMe();
  const queries = useQueryClient();
  const transport = useTransport();
  const asked = (): void => {
    queries.invalidateQueries();
  };
  const start = useAct((body: { id: string }, commandId) => call(startShift, { body, commandId }), asked);
  const end = useAct((_: Record<string, never>, commandId) => call(endShift, { body: {}, commandId }), asked);
  const leave = useAct(
    (_: Record<string, never>, commandId) => call(signOut, { body: {}, commandId }),
    async () => {
      closeVault();
      await forgetSignIn();
      window.location.reload();
    },
  );
  const [shiftId] = useState(newCommandId);
  const waiting = transport.waiting.length;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col items-start gap-3">
        <p>
          {me.onShift
            ? 'You are on shift. The records of today’s patients are open to you until you end it.'
            : 'Starting your shift opens the records of today’s patients to you, and counts you among the people here.'}
        </p>
        {me.onShift ? (
          <Button className="min-h-12" busy={end.busy ? 'Ending' : undefined} onClick={() => end.run({})}>
            End my shift
          </Button>
        ) : (
          <Button
            variant="primary"
            className="min-h-12"
            busy={start.busy ? 'Starting' : undefined}
            onClick={() => start.run({ id: shiftId })}
          >
            Start my shift
          </Button>
        )}
        <Failure failure={start.failure ?? end.failure} />
      </div>
      {me.onShift && readsChart(me) && <RingChoiceForm />}
      <div className="flex flex-col items-start gap-3 border-t border-contour pt-5">
        {waiting > 0 && (
          <p>
            {waiting === 1 ? 'One thing is' : `${waiting} things are`} saved here and not yet sent. They stay
            on this device and go when you sign in again.
          </p>
        )}
        <Button
          className="min-h-12"
          busy={leave.busy ? 'Signing out' : undefined}
          onClick={() => leave.run({})}
        >
          Sign out
        </Button>
        <Failure failure={leave.failure} />
      </div>
    </div>
  );
}

export function Failure({
  failure,
  stillTrue,
}: {
  readonly failure: CallFailure | undefined;
  readonly stillTrue?: string | undefined;
}) {
  if (failure === undefined) return null;
  return <ErrorState compact title={failureWords(failure)} stillTrue={stillTrue} />;
}

export interface HeardProps<Answer> {
  readonly of: {
    readonly answer: Answer | undefined;
    readonly failure: CallFailure | undefined;
    readonly again: () => void;
  };
  readonly children: (answer: Answer) => ReactNode;
}

/** What was heard, with a word about what was not: the last known stays in sight when asking again fails. */
export function Heard<Answer>({ of: { answer, failure, again }, children }: HeardProps<Answer>) {
  return (
    <>
      {failure !== undefined && failure.kind !== 'signed-out' && (
        <ErrorState
          compact
          title={failureWords(failure)}
          stillTrue={answer === undefined ? undefined : 'Below is what was heard last.'}
          action={
            <div>
              <Button size="row" onClick={again}>
                Ask again
              </Button>
            </div>
          }
        />
      )}
      {answer === undefined ? failure === undefined && <Loading /> : children(answer)}
    </>
  );
}
