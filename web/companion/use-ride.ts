// Opens the link, then asks for the ride again and again: the page is looked at in glances, from a car.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SupporterView } from '#api/circle.ts';
import { type CompanionRide, getCompanionRide } from '#api/preparation.ts';
import { getMe, type Me, openCompanionLink } from '#api/sign-in.ts';
import { type CallFailure, call } from '#web/kit/api-client.ts';
import { deviceNow } from '#web/kit/clock.ts';
import { startLive, useLive } from '#web/kit/live.ts';
import { signedOut } from '#web/kit/signed-out.ts';
import { setVaultKey } from '#web/kit/vault.ts';

export type RideView =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open';
      readonly ride: CompanionRide;
      readonly me: Me | undefined;
      readonly heardAt: number;
      readonly isOld: boolean;
    }
  /** A link to stand near someone, with no ride in it. */
  | { readonly kind: 'circle'; readonly shown: SupporterView; readonly me: Me | undefined }
  | { readonly kind: 'ended' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

const everyMs = 20_000;

function viewOf(failure: CallFailure): RideView {
  if (failure.kind === 'offline') return { kind: 'offline' };
  if (failure.kind === 'signed-out') return { kind: 'unknown' };
  if (failure.kind === 'refusal' && [401, 403, 404, 410].includes(failure.status)) return { kind: 'ended' };
  return { kind: 'failed', failure };
}

/** Most links are for a ride; what a supporter's shows comes only when it is one. */
async function askAsSupporter(): Promise<SupporterView | undefined> {
  const { getSupporterView } = await import('#api/circle.ts');
  const answered = await call(getSupporterView);
  return answered.kind === 'answered' ? answered.value : undefined;
}

export function useRide(secret: string | undefined): { readonly view: RideView; readonly again: () => void } {
  const [view, setView] = useState<RideView>({ kind: 'opening' });
  const pending = useRef(secret);
  const me = useRef<Me | undefined>(undefined);
  const running = useRef(false);
  const askedMeanwhile = useRef(false);

  const ask = useCallback(async (): Promise<void> => {
    // Asked while an answer is on its way: that answer may be older than what just happened, so it is asked once more.
    if (running.current) {
      askedMeanwhile.current = true;
      return;
    }
    running.current = true;
    askedMeanwhile.current = false;
    try {
      if (pending.current !== undefined) {
        const opened = await call(openCompanionLink, { body: { secret: pending.current } });
        if (opened.kind !== 'answered') return setView(viewOf(opened));
        pending.current = undefined;
        signedOut.signedInAgain();
      }
      if (me.current === undefined) {
        const found = await call(getMe);
        if (found.kind !== 'answered') return setView(viewOf(found));
        if (found.value.kind !== 'companion') return setView({ kind: 'unknown' });
        me.current = found.value;
        await setVaultKey(found.value.vaultKey, found.value.id);
      }
      const answered = await call(getCompanionRide);
      if (answered.kind === 'answered') {
        return setView({
          kind: 'open',
          ride: answered.value,
          me: me.current,
          heardAt: deviceNow(),
          isOld: false,
        });
      }
      if (answered.kind === 'refusal') {
        const supporter = await askAsSupporter();
        if (supporter !== undefined) return setView({ kind: 'circle', shown: supporter, me: me.current });
      }
      // What was known stays on the screen when there is only no signal; an ended link takes it away.
      setView((before) => {
        if (before.kind === 'open' && answered.kind === 'offline') return { ...before, isOld: true };
        // This phone was let in a moment ago; if it is not any more, the link was ended.
        return answered.kind === 'signed-out' ? { kind: 'ended' } : viewOf(answered);
      });
    } finally {
      running.current = false;
      if (askedMeanwhile.current) queueMicrotask(ask);
    }
  }, []);

  useEffect(() => {
    ask();
    const timer = setInterval(ask, everyMs);
    const inSight = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', inSight);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', inSight);
    };
  }, [ask]);

  const isOpen = view.kind === 'open' || view.kind === 'circle';
  useEffect(() => (isOpen ? startLive() : undefined), [isOpen]);
  // A change says only that something moved; what it means for this link is asked for.
  useLive(['patient', 'session'], ask);
  return { view, again: ask };
}
