// Who is here? Everything the patient sees hangs under this answer: the door, the lock, the way to a person, the pages.
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { getClinic, type Me, openLink } from '#api/me.ts';
import { ask, CallFailed, type CallFailure, call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { deviceNow } from '#web/kit/clock.ts';
import { failureWords } from '#web/kit/failure-words.ts';
import { startLive, useLive } from '#web/kit/live.ts';
import { t, useLanguage } from '#web/kit/locale.ts';
import { startOutbox, useTransport } from '#web/kit/outbox.ts';
import { type RememberedClinic, readClinic } from '#web/kit/remembered-clinic.ts';
import { signedOut, useSignedOut } from '#web/kit/signed-out.ts';
import { go, useAddress } from './address.ts';
import { deviceKindOf } from './device-kind.ts';
import { HelpSheet } from './help/help-sheet.tsx';
import { isForAnyone, Pages } from './pages.tsx';
import { type Surroundings, SurroundingsContext } from './patient-context.ts';
import { phoneMemory, remember } from './phone-memory.ts';
import { meQuery, queryClient, renewPatient } from './queries.ts';
import { useDarkSurfaceUp } from './session/dark-surface-up.ts';
import { Waiting } from './waiting.tsx';
import { isLetIn, welcome } from './welcome.ts';

// The door is only met by someone who is not inside yet; its pages come when they are needed.
const Door = lazy(async () => ({ default: (await import('./sign-in/door.tsx')).Door }));
const SignInPage = lazy(async () => ({ default: (await import('./sign-in/door.tsx')).SignInPage }));
const LinkDidNotOpen = lazy(async () => ({ default: (await import('./sign-in/door.tsx')).LinkDidNotOpen }));
const StaffHere = lazy(async () => ({ default: (await import('./sign-in/door.tsx')).StaffHere }));
const LockScreen = lazy(async () => ({ default: (await import('./sign-in/lock-screen.tsx')).LockScreen }));

export function App({ secret }: { readonly secret: string | undefined }) {
  const language = useLanguage();
  useEffect(startOutbox, []);
  return (
    <QueryClientProvider client={queryClient}>
      <Entered key={language} secret={secret} />
    </QueryClientProvider>
  );
}

type Entering =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly failure: CallFailure }
  | { readonly kind: 'done' };

let openedSecret: string | undefined;

/** What was heard before this start lay on the phone. */
const startedAt = deviceNow();

function Entered({ secret }: { readonly secret: string | undefined }) {
  const isFresh = secret !== undefined && secret !== openedSecret;
  const [entering, setEntering] = useState<Entering>(isFresh ? { kind: 'opening' } : { kind: 'done' });
  const begun = useRef(false);

  const open = useCallback(async () => {
    if (secret === undefined) return;
    setEntering({ kind: 'opening' });
    const result = await call(openLink, { body: { secret, device: deviceKindOf(navigator.userAgent) } });
    if (result.kind === 'answered') {
      openedSecret = secret;
      signedOut.signedInAgain();
      if (result.value.landing !== undefined) go(result.value.landing);
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
        <Waiting words={t('enter.opening')} />
      ) : (
        <LinkDidNotOpen
          secret={secret}
          failure={entering.failure}
          onAgain={open}
          onIn={() => setEntering({ kind: 'done' })}
        />
      )}
    </WithHelp>
  );
}

/** False until this person has been let in. */
function useWelcome(me: Me | undefined): boolean {
  const [, setLetIn] = useState<string>();
  useEffect(() => {
    if (me === undefined) return;
    welcome(me).then(() => {
      setLetIn(me.id);
      if (phoneMemory().opensWithLock === true)
        import('./kept/ask-ahead.ts').then(({ keepAndAskAhead }) => keepAndAskAhead(me));
    });
  }, [me]);
  return me !== undefined && isLetIn(me);
}

/** What was written while the phone was shut is opened once its author is in. */
function useOpenedLetters(me: Me | undefined, isIn: boolean): void {
  useEffect(() => {
    if (me === undefined || !isIn) return;
    // What could not be opened now lies there for the next start.
    import('./letterbox/opened-letters.tsx')
      .then(({ openLetters }) => openLetters(me))
      .catch(() => undefined);
  }, [me, isIn]);
}

function Inside() {
  const query = useQuery(meQuery);
  const isLocked = useSignedOut();
  // The phone of someone far away asks for nothing; a call that cannot leave it says so itself.
  const isDark = useDarkSurfaceUp();
  const me = query.data;
  const address = useAddress();
  const isWelcome = useWelcome(me);
  useOpenedLetters(me, isWelcome && !isLocked);
  const known = useRef<string | undefined>(undefined);

  useEffect(() => {
    if (me === undefined) return;
    // Another person came in on this phone: nothing of the first may stay on the screen.
    if (known.current !== undefined && known.current !== me.id) location.assign('/app/');
    known.current = me.id;
  }, [me]);

  useEffect(() => {
    if (!isLocked || !signedOut.wasEnded()) return;
    // Ended from elsewhere: nothing stays in sight or within reach of whoever holds this phone.
    import('./leave-phone.ts').then(async ({ leavePhone }) => {
      await leavePhone().catch(() => undefined);
      location.assign('/app/');
    });
  }, [isLocked]);

  const comeIn = useCallback(async () => {
    const answered = await queryClient
      .fetchQuery({ ...meQuery, staleTime: 0, retry: false })
      .catch(() => undefined);
    if (answered === undefined) return;
    signedOut.signedInAgain();
    queryClient.invalidateQueries();
  }, []);

  const failure = query.error instanceof CallFailed ? query.error.failure : undefined;
  if (me === undefined) {
    return (
      <WithHelp person={undefined}>
        {query.error === null ? (
          <Waiting />
        ) : failure?.kind === 'signed-out' && !isForAnyone(address) ? (
          <SignInPage onIn={comeIn} />
        ) : failure?.kind === 'signed-out' || failure?.kind === 'offline' ? (
          <Pages />
        ) : (
          <Door
            title={t('away.title')}
            lead={failure === undefined ? t('kit.unreadable') : failureWords(failure)}
          >
            <Button onClick={() => query.refetch()}>{t('shared.try-again')}</Button>
          </Door>
        )}
      </WithHelp>
    );
  }
  if (!isWelcome) {
    return (
      <WithHelp person={undefined}>
        <Waiting />
      </WithHelp>
    );
  }
  const asOf = query.dataUpdatedAt < startedAt ? query.dataUpdatedAt : undefined;
  if (me.kind !== 'patient' || me.patientId === undefined) {
    return (
      <WithHelp person={undefined}>
        <StaffHere />
      </WithHelp>
    );
  }
  return (
    <WithHelp person={{ me, patientId: me.patientId, asOf }}>
      <Live patientId={me.patientId} />
      <Pages />
      {isLocked && !isDark && (
        <Suspense fallback={null}>
          <LockScreen onIn={comeIn} />
        </Suspense>
      )}
    </WithHelp>
  );
}

function Live({ patientId }: { readonly patientId: string }) {
  useEffect(() => startLive(), []);
  useLive(['patient', 'session'], () => renewPatient(patientId));
  // What waited here and has been taken is asked back at once, or the person's words would be gone from sight.
  const { lastSentAt } = useTransport();
  useEffect(() => {
    if (lastSentAt !== undefined) renewPatient(patientId);
  }, [lastSentAt, patientId]);
  useEffect(() => {
    // With no network and no such page kept, the next start sends them.
    const sending = sendMediaLater(patientId).catch(() => undefined);
    return () => {
      sending.then((stop) => stop?.());
    };
  }, [patientId]);
  return null;
}

/** The page comes first; a photo of last night after it. */
const mediaAfterMs = 3_000;

async function sendMediaLater(patientId: string): Promise<() => void> {
  await new Promise((go) => setTimeout(go, mediaAfterMs));
  const { keepSendingMediaOf } = await import('./journal/media-on-the-way.ts');
  return keepSendingMediaOf(patientId);
}

function WithHelp({
  person,
  children,
}: {
  readonly person: Surroundings['person'];
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const address = useAddress();
  // A link inside the sheet leads to the page behind it.
  useEffect(() => {
    if (address !== '') setOpen(false);
  }, [address]);
  const remembered = phoneMemory().clinic;
  const [asked, setAsked] = useState<RememberedClinic>();
  const clinic: RememberedClinic | undefined = person?.me.clinic ?? remembered ?? asked;
  useEffect(() => {
    if (clinic !== undefined) return;
    ask(getClinic).then(
      (answered) => {
        setAsked(answered.clinic);
        // Said again with no network. Whom to call is nobody's name.
        remember({ clinic: readClinic(answered.clinic) });
      },
      // Without a network there is no number yet; the sheet says so.
      () => undefined,
    );
  }, [clinic]);
  const patientId = person?.patientId;
  const { me, asOf } = person ?? {};
  const surroundings = useMemo<Surroundings>(
    () => ({
      person: patientId === undefined || me === undefined ? undefined : { patientId, me, asOf },
      clinic,
      openHelp: () => setOpen(true),
    }),
    [patientId, me, asOf, clinic],
  );
  return (
    <SurroundingsContext value={surroundings}>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
      <HelpSheet open={open} onClose={() => setOpen(false)} />
    </SurroundingsContext>
  );
}
