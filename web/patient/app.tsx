// Who is here? Everything the patient sees hangs under this answer: the door, the lock, the way to a person, the pages.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Me, getClinic, openLink } from '#api/sign-in.ts';
import { ask, type CallFailure, CallFailed, call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { startLive, useLive } from '#web/kit/live.ts';
import { Loading } from '#web/kit/loading.tsx';
import { setLocale, t, useLanguage } from '#web/kit/locale.ts';
import { startOutbox } from '#web/kit/outbox.ts';
import { signedOut, useSignedOut } from '#web/kit/signed-out.ts';
import { setVaultKey } from '#web/kit/vault.ts';
import { HelpSheet } from './help/help-sheet.tsx';
import { type Surroundings, SurroundingsContext } from './patient-context.ts';
import { phoneMemory, type RememberedClinic, remember } from './phone-memory.ts';
import { meQuery, queryClient, renewPatient } from './queries.ts';
import { router } from './router.tsx';
import { Door, SignInPage } from './sign-in/door.tsx';
import { LockScreen } from './sign-in/lock-screen.tsx';
import { SignInPanel } from './sign-in/sign-in-panel.tsx';

export function App({ secret }: { readonly secret: string | undefined }) {
  const language = useLanguage();
  useEffect(startOutbox, []);
  return (
    <QueryClientProvider client={queryClient}>
      <Entered key={language} secret={secret} />
    </QueryClientProvider>
  );
}

function askWhoIsHere(): void {
  queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
}

type Entering = { readonly kind: 'opening' } | { readonly kind: 'failed'; readonly failure: CallFailure } | { readonly kind: 'done' };

let openedSecret: string | undefined;

function Entered({ secret }: { readonly secret: string | undefined }) {
  const isFresh = secret !== undefined && secret !== openedSecret;
  const [entering, setEntering] = useState<Entering>(isFresh ? { kind: 'opening' } : { kind: 'done' });
  const begun = useRef(false);

  const open = useCallback(async () => {
    if (secret === undefined) return;
    setEntering({ kind: 'opening' });
    const result = await call(openLink, { body: { secret } });
    if (result.kind === 'answered') {
      openedSecret = secret;
      signedOut.signedInAgain();
      setEntering({ kind: 'done' });
    } else setEntering({ kind: 'failed', failure: result });
  }, [secret]);

  useEffect(() => {
    // A link opens once; a second render must not use it up.
    if (begun.current || !isFresh) return;
    begun.current = true;
    open();
  }, [open, isFresh]);

  if (entering.kind === 'done') return <Inside />;
  return (
    <WithHelp person={undefined}>
      {entering.kind === 'opening' ? (
        <main className="mx-auto max-w-140 px-5 pt-10">
          <Loading words={t('enter.opening')} />
        </main>
      ) : (
        <LinkDidNotOpen failure={entering.failure} onAgain={open} onIn={() => setEntering({ kind: 'done' })} />
      )}
    </WithHelp>
  );
}

function LinkDidNotOpen(props: { readonly failure: CallFailure; readonly onAgain: () => void; readonly onIn: () => void }) {
  const { failure, onAgain, onIn } = props;
  if (failure.kind === 'offline') {
    return (
      <Door title={t('enter.title')} lead={t('enter.no-link')}>
        <Button variant="primary" size="large" wide onClick={onAgain}>
          {t('shared.try-again')}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('enter.title')} lead={failureWords(failure)}>
      <SignInPanel onIn={onIn} />
    </Door>
  );
}

/** Keeps what help needs on the phone, sets the language and opens the vault, in that order. */
function useWelcome(me: Me | undefined): boolean {
  const [welcomed, setWelcomed] = useState<string>();
  useEffect(() => {
    if (me === undefined) return;
    const { name, phone, openingHours, crisisPlace, zone } = me.clinic;
    // What was chosen on this phone stands; a new phone takes the language the clinic knows.
    const language = phoneMemory().language ?? (me.language === 'es' ? 'es' : 'en');
    remember({ patientId: me.patientId, language, clinic: { name, phone, openingHours, crisisPlace, zone } });
    setVaultKey(me.vaultKey, me.id).then(() => {
      setWelcomed(me.id);
      setLocale({ language, timeZone: zone });
    });
  }, [me]);
  return welcomed !== undefined;
}

function Inside() {
  const query = useQuery(meQuery);
  const isLocked = useSignedOut();
  const me = query.data;
  const isWelcome = useWelcome(me);
  const known = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (me === undefined) return;
    // Another person came in on this phone: nothing of the first may stay on the screen.
    if (known.current !== undefined && known.current !== me.id) location.assign('/app/');
    known.current = me.id;
  }, [me]);

  const comeIn = useCallback(async () => {
    const answered = await queryClient.fetchQuery({ ...meQuery, staleTime: 0, retry: false }).catch(() => undefined);
    if (answered === undefined) return;
    signedOut.signedInAgain();
    queryClient.invalidateQueries();
  }, []);

  const failure = query.error instanceof CallFailed ? query.error.failure : undefined;
  if (me === undefined) {
    if (query.error === null) {
      return (
        <main className="mx-auto max-w-140 px-5 pt-10">
          <Loading />
        </main>
      );
    }
    return (
      <WithHelp person={undefined}>
        {failure?.kind === 'signed-out' ? (
          <SignInPage onIn={comeIn} />
        ) : failure?.kind === 'offline' ? (
          <RouterProvider router={router} />
        ) : (
          <Door title={t('away.title')} lead={failure === undefined ? t('kit.unreadable') : failureWords(failure)}>
            <Button onClick={() => query.refetch()}>{t('shared.try-again')}</Button>
          </Door>
        )}
      </WithHelp>
    );
  }
  if (!isWelcome) return null;
  if (me.kind !== 'patient' || me.patientId === undefined) {
    return (
      <WithHelp person={undefined}>
        <Door title={t('sign-in.title')} lead={t('sign-in.not-patient')}>
          <a className="link" href="/clinic/">
            {t('sign-in.to-clinic')}
          </a>
        </Door>
      </WithHelp>
    );
  }
  return (
    <WithHelp person={{ me, patientId: me.patientId }}>
      <Live patientId={me.patientId} />
      <RouterProvider router={router} />
      {isLocked && <LockScreen onIn={comeIn} />}
    </WithHelp>
  );
}

function Live({ patientId }: { readonly patientId: string }) {
  useEffect(() => startLive(), []);
  useLive(['patient', 'session'], () => renewPatient(patientId));
  return null;
}

function WithHelp({ person, children }: { readonly person: Surroundings['person']; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const remembered = phoneMemory().clinic;
  const [asked, setAsked] = useState<RememberedClinic>();
  const clinic: RememberedClinic | undefined = person?.me.clinic ?? remembered ?? asked;
  useEffect(() => {
    if (clinic !== undefined) return;
    ask(getClinic).then(
      (answered) => setAsked(answered.clinic),
      // Without a network there is no number yet; the sheet says so.
      () => undefined,
    );
  }, [clinic]);
  const patientId = person?.patientId;
  const me = person?.me;
  const surroundings = useMemo<Surroundings>(
    () => ({
      person: patientId === undefined || me === undefined ? undefined : { patientId, me },
      clinic,
      openHelp: () => setOpen(true),
    }),
    [patientId, me, clinic],
  );
  return (
    <SurroundingsContext value={surroundings}>
      {children}
      <HelpSheet open={open} onClose={() => setOpen(false)} />
    </SurroundingsContext>
  );
}
