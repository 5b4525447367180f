// The root of the clinic's side: who is here, the open line, the outbox, and the lock that keeps what was typed.
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { CallFailed } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { startLive } from '#web/kit/live.ts';
import { Loading } from '#web/kit/loading.tsx';
import { setLocale } from '#web/kit/locale.ts';
import { startOutbox } from '#web/kit/outbox.ts';
import { signedOut, useSignedOut } from '#web/kit/signed-out.ts';
import { type Me, MeContext } from './me.ts';
import { useRefresh } from './refresh.ts';
import { clinicRouter } from './routes.tsx';
import { LockedScreen, SignInPage } from './sign-in/sign-in-page.tsx';
import { StepUp } from './sign-in/step-up.tsx';
import { whoIsHere } from './who-is-here.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal will not change by asking twice; silence may.
      retry: (count, error) => error instanceof CallFailed && error.failure.kind === 'offline' && count < 2,
      staleTime: 2_000,
    },
  },
});

export function ClinicApp() {
  return (
    <QueryClientProvider client={queries}>
      <WhoIsHere />
    </QueryClientProvider>
  );
}

function WhoIsHere() {
  const client = useQueryClient();
  const locked = useSignedOut();
  const me = useQuery({
    queryKey: ['me'],
    queryFn: whoIsHere,
    refetchInterval: 60_000,
    networkMode: 'always',
  });
  const failure = me.error instanceof CallFailed ? me.error.failure : undefined;

  const signedIn = async (): Promise<void> => {
    const before = me.data?.id;
    signedOut.signedInAgain();
    await client.invalidateQueries();
    // Another person sits down here: nothing of the one before may stay on the screen.
    if (before !== undefined && client.getQueryData<Me>(['me'])?.id !== before) window.location.reload();
  };

  if (me.data !== undefined) {
    return (
      <MeContext value={me.data}>
        {me.data.kind === 'staff' ? <Inside me={me.data} /> : <NotStaff />}
        {locked && <LockedScreen onSignedIn={signedIn} />}
      </MeContext>
    );
  }
  if (locked) return <SignInPage onSignedIn={signedIn} />;
  if (failure !== undefined) {
    return (
      <main className="mx-auto max-w-120 px-5 py-12">
        <h1 className="only-read-aloud">Mooring</h1>
        <ErrorState
          title={failureWords(failure)}
          action={
            <div>
              <Button onClick={() => me.refetch()}>Ask again</Button>
            </div>
          }
        />
      </main>
    );
  }
  return <Loading />;
}

function Inside({ me }: { readonly me: Me }) {
  useEffect(() => {
    setLocale({ language: 'en', timeZone: me.clinic.zone });
  }, [me.clinic.zone]);
  useEffect(startOutbox, []);
  useRefresh(useQueryClient());
  return (
    <StepUp>
      <LiveLine key={me.onShift ? 'on shift' : 'not on shift'} />
      <RouterProvider router={clinicRouter} />
    </StepUp>
  );
}

/** The clinic counts a line among those on which calls ring when it is opened, so that a shift begins with a new one. */
function LiveLine() {
  useEffect(() => startLive(), []);
  return null;
}

function NotStaff() {
  return (
    <main className="mx-auto flex max-w-120 flex-col gap-4 px-5 py-12">
      <h1 className="text-title font-title">This side is for the clinic’s staff</h1>
      <p>
        Your own pages are at{' '}
        <a className="link" href="/app">
          your place
        </a>
        .
      </p>
    </main>
  );
}
