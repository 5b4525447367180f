// People at their devices: they write what they see, look whether it stands there when a page came back, sign, answer alerts
// and calls or leave them, and press the buttons on the phone.

import { alertEscalation } from '#dosing-session/alerts.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { SessionAddress } from '#web/clinic/session-book.ts';
import type { MadeCall } from '#web/patient/session/call-state.ts';
import type { Touch } from '#web/patient/session/patient-calls.ts';
import { edition, openedAt } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Device, Page } from './device.ts';
import type { Intention, Ledger } from './ledger.ts';
import type { Scheduler } from './scheduler.ts';
import { alertsIn, signalsIn } from './seen.ts';

export type PeoplePorts = {
  readonly scheduler: Scheduler;
  readonly chance: Chance;
  readonly ledger: Ledger;
  readonly trace: (line: string) => void;
  /** After this nobody begins anything new. */
  readonly isOver: () => boolean;
};

export type Pen = { readonly device: Device };

export type People = {
  /** Resolves with the fact's id once it stands on this device. */
  write(pen: Pen, address: SessionAddress, fact: SessionFact, agoMs?: number): Promise<string>;
  sign(pen: Pen, address: SessionAddress, fact: SessionFact): Promise<void>;
  /** Looks at the screen every few seconds and answers what asks for an answer, or does not. */
  watch(pen: Pen, addresses: readonly SessionAddress[]): Promise<void>;
  press(pen: Pen, address: SessionAddress, signal: Touch['signal']): Promise<void>;
  /** The call that is on the phone's screen now. */
  callOnScreen(): MadeCall | undefined;
  busy(): number;
};

export function openPeople({ scheduler, chance, ledger, trace, isOver }: PeoplePorts): People {
  let busy = 0;
  let call: MadeCall | undefined;

  async function ready({ device }: Pen): Promise<Page> {
    for (;;) {
      const page = device.page();
      if (page?.isReady() === true) return page;
      await scheduler.sleep(700);
    }
  }

  function found(page: Page, { address, player, fact }: Intention): string | undefined {
    const text = canonicalJson(fact);
    return page.book
      .logOf(address)
      .state.log.find((event) => event.authorId === player.id && canonicalJson(event.fact) === text)?.eventId;
  }

  function intend({ device }: Pen, address: SessionAddress, fact: SessionFact): Intention {
    const intention: Intention = {
      address,
      player: device.player,
      fact,
      meantAt: undefined,
      eventId: undefined,
      saved: false,
      maybeTwice: false,
    };
    ledger.intentions.push(intention);
    return intention;
  }

  async function counted<Value>(work: () => Promise<Value>): Promise<Value> {
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
    }
  }

  const people: People = {
    write: (pen, address, fact, agoMs) =>
      counted(async () => {
        const { device } = pen;
        const intention = intend(pen, address, fact);
        for (let attempt = 1; ; attempt += 1) {
          const page = await ready(pen);
          const there = attempt === 1 ? undefined : found(page, intention);
          if (there !== undefined) {
            trace(`${device.player.name} finds ${fact.type} already there`);
            return there;
          }
          const hadTime = page.hasHeardTime();
          const tappedAt = scheduler.now();
          intention.meantAt = hadTime ? openedAt + tappedAt - (agoMs ?? 0) : undefined;
          const effectiveAt = agoMs === undefined ? undefined : page.clock.serverNow() - agoMs;
          try {
            const kept = await Promise.race([
              page.book.record(address, device.player, fact, { effectiveAt }),
              page.gone,
            ]);
            if (kept !== 'gone') {
              intention.eventId = kept;
              intention.saved = !page.outbox.queue.state.onlyInMemory;
              trace(
                `${device.player.name} on ${device.name} writes ${fact.type}${intention.saved ? '' : ' (only in this page)'}`,
              );
              return kept;
            }
            trace(`${device.player.name}’s page died under ${fact.type}`);
          } catch (error) {
            trace(
              `${device.name} could not save ${fact.type}: ${error instanceof Error ? error.message : ''}`,
            );
            await scheduler.sleep(chance.between(3_000, 8_000));
          }
        }
      }),

    sign: (pen, address, fact) =>
      counted(async () => {
        const { device } = pen;
        const intention = intend(pen, address, fact);
        for (let attempt = 1; ; attempt += 1) {
          const page = await ready(pen);
          const there = attempt === 1 ? undefined : found(page, intention);
          if (there !== undefined) return;
          const result = await Promise.race([page.book.sign(address, device.player, fact), page.gone]);
          if (result === 'gone') intention.maybeTwice = true;
          else {
            trace(`${device.player.name} on ${device.name} signs ${fact.type}: ${result.kind}`);
            if (result.kind === 'answered') {
              intention.eventId = found(page, intention);
              intention.saved = true;
              return;
            }
          }
          await scheduler.sleep(chance.between(2_000, 9_000));
        }
      }),

    async watch(pen, addresses) {
      const decided = new Map<string, boolean>();
      const willAnswer = (key: string, likelihood: number): boolean => {
        const known = decided.get(key);
        if (known !== undefined) return known;
        const will = chance.does(likelihood);
        decided.set(key, will);
        return will;
      };
      while (!isOver()) {
        await scheduler.sleep(chance.between(2_000, 6_000));
        const page = pen.device.page();
        if (page?.isReady() !== true) continue;
        for (const address of addresses) {
          const { state } = page.book.logOf(address);
          const mine = new Set(
            state.facts.AlertAcknowledged.flatMap((entry) =>
              entry.byId === pen.device.player.id ? [entry.fact.alertKey] : [],
            ),
          );
          for (const alert of alertsIn(state, edition, page.clock.serverNow())) {
            if (alert.acknowledgedAt !== undefined || mine.has(alert.key)) continue;
            const { level } = alertEscalation(alert, edition, page.clock.serverNow());
            if (!willAnswer(`${alert.key}/${alert.raisedAt}/${level}`, level === 'everyone' ? 0.3 : 0.2))
              continue;
            await people.write(pen, address, factOf('AlertAcknowledged', { alertKey: alert.key }));
          }
          for (const signal of signalsIn(state)) {
            const { eventId, answeredAt, resolvedAt, answeredBy } = signal;
            if (answeredAt === undefined && willAnswer(`seen ${eventId}`, 0.5))
              await people.write(pen, address, factOf('SignalAcknowledged', { signalEventId: eventId }));
            else if (
              answeredBy === pen.device.player.name &&
              resolvedAt === undefined &&
              willAnswer(`done ${eventId}`, 0.6)
            )
              await people.write(
                pen,
                address,
                factOf('SignalResolved', { signalEventId: eventId, what: 'Sat beside them' }),
              );
          }
        }
      }
    },

    press: (pen, address, signal) =>
      counted(async () => {
        const page = await ready(pen);
        const press = {
          address,
          pressedAt: scheduler.now(),
          eventId: undefined as string | undefined,
          lostWithPage: false,
        };
        ledger.presses.push(press);
        // Said at once on the screen; the fact follows.
        const at = page.clock.serverNow();
        call = signal === 'ok' ? undefined : { eventId: '', at, triedAt: at };
        trace(`Ana presses ${signal}`);
        try {
          const made = await Promise.race([page.calls.signal(address, { signal }), page.gone]);
          if (made === 'gone') press.lostWithPage = true;
          else {
            press.eventId = made.eventId;
            press.lostWithPage = page.outbox.queue.state.onlyInMemory;
            if (signal !== 'ok') call = made;
          }
        } catch (error) {
          trace(`the phone could not keep the press: ${error instanceof Error ? error.message : ''}`);
        }
        page.gone.then(() => {
          call = undefined;
        });
      }),

    callOnScreen: () => call,
    busy: () => busy,
  };
  return people;
}
