// Opens the link, then asks for the ride again and again: the page is looked at in glances, from a car.
import { useCallback, useEffect, useRef, useState } from 'react';
import { getSupporterView, type SupporterView } from '#api/circle.ts';
import { getMe } from '#api/me.ts';
import { type CompanionRide, getCompanionRide } from '#api/preparation.ts';
import { openCompanionLink } from '#api/sign-in.ts';
import type { Instant } from '#clinical/instant.ts';
import { type CallFailure, call } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { startLive, useLive } from '#web/kit/live.ts';
import { signedOut } from '#web/kit/signed-out.ts';
import { openVaultAccount, setVaultKey } from '#web/kit/vault.ts';
import { rememberClinic } from './clinic-memory.ts';
import { keepAnswer, keptAnswer } from './kept-answers.ts';
import { forgetLink, keepLink, openKeptLink } from './kept-link.ts';
import type { Me } from './me.ts';

type Shown =
  | { readonly kind: 'open'; readonly ride: CompanionRide }
  /** A link to stand near someone, with no ride in it. */
  | { readonly kind: 'circle'; readonly shown: SupporterView };

type Standing = Shown & {
  readonly me: Me;
  readonly heardAt: Instant;
  /** Not heard again since; the page says so. */
  readonly isOld: boolean;
};

export type RideView =
  | { readonly kind: 'opening' }
  | Standing
  | { readonly kind: 'ended'; readonly unsent: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

const everyMs = 20_000;
/** A phone with one bar waits no longer than this for the page it already has. */
const patienceMs = 1_500;

function isStanding(view: RideView): view is Standing {
  return view.kind === 'open' || view.kind === 'circle';
}

function endsTheLink(failure: CallFailure): boolean {
  return (
    failure.kind === 'signed-out' ||
    (failure.kind === 'refusal' && [401, 403, 404, 410].includes(failure.status))
  );
}

/** What this phone kept of the link, as of when it was heard. */
async function keptView(secret: string | undefined): Promise<RideView | undefined> {
  const link = await openKeptLink(secret);
  if (link.kind === 'none') return undefined;
  if (link.kind === 'over') return { kind: 'ended', unsent: (await forgetLink(secret)).unsent };
  const kept = await keptAnswer<Shown>('link');
  return kept && { ...kept.answer, me: link.me, heardAt: kept.heardAt, isOld: true };
}

/** Most links are for a ride; what a supporter's shows is asked only where it is none. */
async function askWhatIsShown(): Promise<Shown | CallFailure> {
  const ride = await call(getCompanionRide);
  if (ride.kind === 'answered') return { kind: 'open', ride: ride.value };
  if (ride.kind !== 'refusal') return ride;
  const supporter = await call(getSupporterView);
  if (supporter.kind === 'answered') return { kind: 'circle', shown: supporter.value };
  return endsTheLink(supporter) ? ride : supporter;
}

function endOf(shown: Shown): Instant {
  return shown.kind === 'open' ? shown.ride.linkExpiresAt : shown.shown.linkExpiresAt;
}

export function useRide(secret: string | undefined): { readonly view: RideView; readonly again: () => void } {
  const [view, setView] = useState<RideView>({ kind: 'opening' });
  const pending = useRef(secret);
  const me = useRef<Me | undefined>(undefined);
  const seen = useRef<RideView>(view);
  seen.current = view;
  const running = useRef(false);
  const askedMeanwhile = useRef(false);

  /** Lets this phone in where it is not, and asks what the link shows. */
  const hear = useCallback(async (): Promise<{ readonly view: RideView } | CallFailure> => {
    if (pending.current !== undefined) {
      const opened = await call(openCompanionLink, { body: { secret: pending.current } });
      if (opened.kind !== 'answered') return opened;
      pending.current = undefined;
      signedOut.signedInAgain();
    }
    if (me.current === undefined) {
      const found = await call(getMe);
      if (found.kind !== 'answered') return found;
      if (found.value.kind !== 'companion') {
        await forgetLink(secret);
        return { view: { kind: 'unknown' } };
      }
      const { vaultKey, ...letIn } = found.value;
      if (openVaultAccount() !== letIn.id) await setVaultKey(vaultKey, letIn.id);
      me.current = letIn;
    }
    const shown = await askWhatIsShown();
    if (shown.kind !== 'open' && shown.kind !== 'circle') return shown;
    rememberClinic(me.current.clinic, endOf(shown));
    await keepLink(me.current, endOf(shown), secret);
    await keepAnswer('link', shown);
    return { view: { ...shown, me: me.current, heardAt: serverNow(), isOld: false } };
  }, [secret]);

  const showFailure = useCallback(
    async (failure: CallFailure): Promise<void> => {
      if (endsTheLink(failure)) {
        // Said once, with what had not been sent; by the next asking nothing of it is left here to count.
        if (seen.current.kind === 'ended') return;
        const { wasHere, unsent } = await forgetLink(secret);
        const wasLetIn = wasHere || me.current !== undefined || failure.kind === 'refusal';
        return setView(wasLetIn ? { kind: 'ended', unsent } : { kind: 'unknown' });
      }
      // What was known stays on the screen when there is only no signal.
      if (isStanding(seen.current))
        return setView((before) => (isStanding(before) ? { ...before, isOld: true } : before));
      const nothing: RideView =
        failure.kind === 'offline' ? { kind: 'offline' } : { kind: 'failed', failure };
      setView((await keptView(secret)) ?? nothing);
    },
    [secret],
  );

  const ask = useCallback(async (): Promise<void> => {
    // Asked while an answer is on its way: that answer may be older than what just happened, so it is asked once more.
    if (running.current) {
      askedMeanwhile.current = true;
      return;
    }
    running.current = true;
    askedMeanwhile.current = false;
    try {
      const heard = await hear();
      if ('view' in heard) setView(heard.view);
      else await showFailure(heard);
    } finally {
      running.current = false;
      if (askedMeanwhile.current) queueMicrotask(ask);
    }
  }, [hear, showFailure]);

  useEffect(() => {
    const showKept = async (): Promise<void> => {
      const kept = await keptView(secret);
      if (kept !== undefined) setView((before) => (before.kind === 'opening' ? kept : before));
    };
    const waited = setTimeout(() => {
      if (running.current && me.current === undefined) showKept();
    }, patienceMs);
    ask();
    const timer = setInterval(ask, everyMs);
    const inSight = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', inSight);
    return () => {
      clearTimeout(waited);
      clearInterval(timer);
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', inSight);
    };
  }, [ask, secret]);

  const isOpen = isStanding(view);
  useEffect(() => (isOpen ? startLive() : undefined), [isOpen]);
  // A change says only that something moved; what it means for this link is asked for.
  useLive(['patient', 'session'], ask);
  return { view, again: ask };
}
