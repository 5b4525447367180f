// From the moment its person is in, what lies on the shelf of this phone goes out beside everything else, whatever page they are on.
import { outbox } from '#web/kit/outbox.ts';
import { browserPage, browserTimers, type Page, type Timers } from '#web/kit/surroundings.ts';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { type MediaShelf, mediaShelf } from './media-shelf.ts';

const againMs = 20_000;

export interface OnTheWayPorts {
  readonly shelf: Pick<MediaShelf, 'send' | 'waiting' | 'onLaid'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly page: Page;
  /** The words that something hangs on may have just arrived. */
  readonly onWordsSent: (callback: () => void) => () => void;
  readonly onArrived: () => void;
}

/** Returns a way to stop. */
export function keepSending({ shelf, timers, page, onWordsSent, onArrived }: OnTheWayPorts): () => void {
  let isStopped = false;
  let callOff: (() => void) | undefined;
  const later = (): void => {
    callOff?.();
    if (!isStopped) callOff = timers.after(againMs, send);
  };
  const send = async (): Promise<void> => {
    try {
      if (await shelf.send()) onArrived();
      if ((await shelf.waiting()).length > 0) later();
    } catch {
      // What the phone could not read now is tried again.
      later();
    }
  };
  send();
  const stops = [page.onOnline(send), page.onSeen(send), onWordsSent(send), shelf.onLaid(later)];
  return () => {
    isStopped = true;
    callOff?.();
    for (const stop of stops) stop();
  };
}

function onOutboxSent(callback: () => void): () => void {
  let { lastSentAt } = outbox.state;
  return outbox.listen(() => {
    if (outbox.state.lastSentAt === lastSentAt) return;
    lastSentAt = outbox.state.lastSentAt;
    callback();
  });
}

export function keepSendingMediaOf(patientId: string): () => void {
  return keepSending({
    shelf: mediaShelf,
    timers: browserTimers,
    page: browserPage,
    onWordsSent: onOutboxSent,
    onArrived: () => queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'own-words') }),
  });
}
