// What was promised to whom while the story ran: every "saved", every yes of the server, every press. The checks hold the
// clinic to it at the end.

import type { SessionFact } from '#dosing-session/events.ts';
import type { SessionAddress } from '#web/clinic/session-book.ts';
import type { Player } from './cast.ts';

/** Something a person wants in the log, once, however often they have to try. */
export type Intention = {
  readonly address: SessionAddress;
  readonly player: Player;
  readonly fact: SessionFact;
  /** When the person meant it to be true, on the true clock; nothing where no one can say. */
  meantAt: number | undefined;
  eventId: string | undefined;
  /** The screen said it is safe here, and not only in this page. */
  saved: boolean;
  /** A page died while this was being signed: whether the first signature arrives, nobody can tell in time. */
  maybeTwice: boolean;
};

export type Press = {
  readonly address: SessionAddress;
  readonly pressedAt: number;
  eventId: string | undefined;
  /** The phone's page died before the press was safe on its disk. */
  lostWithPage: boolean;
};

export type Ledger = {
  readonly intentions: Intention[];
  readonly presses: Press[];
  /** Every fact the server said yes to, and in which session. */
  readonly acknowledged: Map<string, string>;
  readonly broken: Broken[];
  breaks(invariant: Invariant, what: string): void;
};

export const invariants = [
  'nothing acknowledged is lost',
  'nothing saved on a device is lost',
  'nothing happens twice',
  'all devices fold to the same bytes',
  'alerts end acknowledged or escalated',
  'no event on another patient',
  'a call is delivered or says that it was not',
  'a screen is true or says that it is stale',
  'times are the clinic’s times',
  'nothing is refused that was true',
  'nothing waits for ever',
  'what lies on a device cannot be read',
  'what is told was kept',
  'the patient’s phone hears no facts',
  'work for people is raised once and closed by an answer',
] as const;
export type Invariant = (typeof invariants)[number];

export type Broken = { readonly at: number; readonly invariant: Invariant; readonly what: string };

export function openLedger(now: () => number): Ledger {
  const broken: Broken[] = [];
  return {
    intentions: [],
    presses: [],
    acknowledged: new Map(),
    broken,
    breaks(invariant, what) {
      // The first of each kind says enough; the rest follow from it.
      if (!broken.some((one) => one.invariant === invariant)) broken.push({ at: now(), invariant, what });
    },
  };
}
