// What must be true of the simulated clinic at every moment, and what must be true once all is quiet again.

import { escalationOf } from '#clinical/monitoring/alert.ts';
import { alertEscalation } from '#dosing-session/alerts.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { fold, gaps, type SessionState } from '#dosing-session/state.ts';
import type { Change } from '#server/live';
import { callState, silenceMs } from '#web/patient/session/call-state.ts';
import { edition, openedAt, rooms } from './cast.ts';
import type { Defect } from './defects.ts';
import type { Device, Page } from './device.ts';
import { editionShown, type House } from './house.ts';
import type { Ledger } from './ledger.ts';
import { committedEvents } from './memory-store.ts';
import type { People } from './people.ts';
import type { Scheduler } from './scheduler.ts';
import { alertsIn, signalsIn } from './seen.ts';
import type { Weather } from './weather.ts';

export type Clinic = {
  readonly scheduler: Scheduler;
  readonly house: House;
  readonly staff: readonly Device[];
  readonly phone: Device;
  readonly people: People;
  readonly ledger: Ledger;
  readonly weather: Weather;
  readonly defect: Defect | undefined;
};

/** How long a screen that hears the clinic may go without a fact before it must say so itself. */
const screenGraceMs = 20_000;

export type Watch = {
  told(changes: readonly Change[]): void;
  /** Looks at every screen once. */
  look(): Promise<void>;
};

export function openWatch(clinic: Clinic): Watch {
  const { scheduler, house, ledger, people } = clinic;
  /** When each version of each session was told. */
  const toldAt = new Map<string, { at: number; version: number }[]>();
  /** When each alert was first found ringing for everyone; a late entry may raise one long after its time. */
  const alertKnownAt = new Map<string, number>();
  const shown = editionShown(clinic.defect);

  function lookAtScreen(device: Device, page: Page): void {
    for (const { sessionId, patientId } of rooms) {
      if (!page.isFresh(sessionId)) continue;
      const log = page.book.logOf({ sessionId, patientId });
      const due = (toldAt.get(sessionId) ?? []).findLast(({ at }) => at <= scheduler.now() - screenGraceMs);
      const since = scheduler.now() - page.bootedAt;
      if (due !== undefined && log.version < due.version && since > screenGraceMs)
        ledger.breaks(
          'a screen is true or says that it is stale',
          `${device.name} looks live and knows version ${log.version} of room, told ${due.version} a minute ago`,
        );
    }
  }

  async function lookAtAlerts(screens: readonly (readonly [Device, Page])[]): Promise<void> {
    if (!house.isUp()) return;
    for (const { sessionId, patientId } of rooms) {
      const truth = await house.stateOf(sessionId);
      for (const alert of alertsIn(truth, edition, house.now())) {
        const { level } = alertEscalation(alert, edition, house.now());
        if (level !== 'everyone') continue;
        // Long enough ago that no clock and no delay can be the reason.
        const since = house.now() - alert.raisedAt - edition.alert.escalateAgainAfterSeconds.value * 1_000;
        const knownAt = alertKnownAt.get(alert.key) ?? scheduler.now();
        alertKnownAt.set(alert.key, knownAt);
        if (since < screenGraceMs || scheduler.now() - knownAt < screenGraceMs) continue;
        for (const [device, page] of screens) {
          if (scheduler.now() - page.bootedAt < screenGraceMs || !page.isFresh(sessionId)) continue;
          const { state, made } = page.book.logOf({ sessionId, patientId });
          // What is written here and not sent may rightly show it otherwise.
          if (made.length > 0) continue;
          const here = alertsIn(state, shown, page.clock.serverNow()).find((one) => one.key === alert.key);
          const seen = here && alertEscalation(here, shown, page.clock.serverNow()).level;
          if (seen === 'everyone' || seen === 'acknowledged') continue;
          ledger.breaks(
            'alerts end acknowledged or escalated',
            `${device.name} shows ${alert.key} as ${seen ?? 'nothing'}, and nobody answered it for ${Math.round(since / 1_000)} s beyond the last step`,
          );
        }
      }
      const board = await house.board(sessionId);
      const unanswered = alertsIn(truth, edition, house.now()).filter(
        (alert) => alert.closedAt === undefined && alert.acknowledgedAt === undefined,
      );
      const isRinging = (byTime: boolean): boolean =>
        unanswered.some(({ subject }) => (subject === 'presence') === byTime);
      if (
        (isRinging(false) && board.alert?.acknowledgedBy !== undefined) ||
        (isRinging(true) && (board.alone === undefined || board.alone.acknowledgedBy !== undefined))
      )
        ledger.breaks(
          'alerts end acknowledged or escalated',
          'the board says that someone answered while another alert of the room rings unanswered',
        );
      const calls = signalsIn(truth).filter(
        (call) => call.resolvedAt === undefined && call.kind !== 'worried',
      );
      if (calls.some((call) => call.answeredAt === undefined) && board.signal?.acknowledgedBy !== undefined)
        ledger.breaks(
          'a call is delivered or says that it was not',
          'the board says that someone answered while another call of the room rings unanswered',
        );
    }
  }

  function lookAtPhone(page: Page): void {
    const call = people.callOnScreen();
    if (call === undefined) return;
    const now = page.clock.serverNow();
    const { waiting, refused } = page.outbox.queue.state;
    const isTaken =
      call.eventId !== '' && ![...waiting, ...refused].some((item) => item.commandId === call.eventId);
    const own = page.mySession();
    const heard = own?.signal;
    const escalation = escalationOf({
      alert: { raisedAt: call.at, passedOnTimes: heard?.passedOn },
      edition,
      now,
    }).level;
    const { listening } = own ?? {};
    const state = callState({ call, heard, isTaken, isLocked: false, listening, escalation, now });
    const events = eventsOf(house, rooms[0].sessionId);
    const isKept = events.some((event) => event.eventId === call.eventId);
    const isAnswered = events.some(
      ({ fact }) =>
        (fact.type === 'SignalAcknowledged' ||
          fact.type === 'SignalResolved' ||
          fact.type === 'CallDeviceTested') &&
        fact.signalEventId === call.eventId,
    );
    if (state.kind === 'coming' && !isAnswered)
      ledger.breaks(
        'a call is delivered or says that it was not',
        'the phone says that someone comes, and nobody does',
      );
    if (state.kind !== 'no-one' && !isKept && now - call.triedAt > silenceMs + 2_000)
      ledger.breaks(
        'a call is delivered or says that it was not',
        `the phone says ${state.kind}, and the clinic has no call`,
      );
  }

  return {
    told(changes) {
      for (const change of changes) {
        if (change.topic !== 'session' || change.id === undefined) continue;
        const events = (change.events ?? []) as readonly RecordedEvent[];
        const kept = new Set(eventsOf(house, change.id).map((event) => event.eventId));
        if (events.some((event) => !kept.has(event.eventId)))
          ledger.breaks('what is told was kept', 'a fact was told to the screens before it was kept');
        const times = toldAt.get(change.id) ?? [];
        times.push({ at: scheduler.now(), version: change.version ?? 0 });
        toldAt.set(change.id, times);
      }
    },
    async look() {
      const open = clinic.staff.flatMap((device) => {
        const page = device.page();
        return page?.isReady() === true ? [[device, page] as const] : [];
      });
      for (const [device, page] of open) lookAtScreen(device, page);
      await lookAtAlerts(open);
      const phone = clinic.phone.page();
      if (phone !== undefined) lookAtPhone(phone);
    },
  };
}

/** The moment, in the story's time, by which every alert that nobody answered has reached everyone. */
export function lastRingMs({ house }: Clinic): number {
  const rings = rooms.flatMap(({ patientId, sessionId }) =>
    // A room that is empty now may yet begin to ring.
    alertsIn(fold(eventsOf(house, sessionId), { sessionId, patientId }), edition, Infinity).flatMap(
      (alert) =>
        // An answer dated ahead of the clock does not count before its time.
        alert.acknowledgedAt === undefined || alert.acknowledgedAt > house.now()
          ? [alert.raisedAt - openedAt + edition.alert.escalateAgainAfterSeconds.value * 1_000]
          : [],
    ),
  );
  return Math.max(0, ...rings) + 2_000;
}

/** Once every device is on, every link is open and nothing happens any more. */
export async function checkTheEnd(clinic: Clinic): Promise<void> {
  checkPromises(clinic);
  checkTimes(clinic);
  checkWork(clinic);
  await checkScreens(clinic);
  for (const device of [...clinic.staff, clinic.phone]) {
    const bytes = device.disk.bytes();
    if (/VitalSigns|Breathing|Ruiz|PatientSignalled|systolic|NoteAdded/.test(bytes))
      clinic.ledger.breaks('what lies on a device cannot be read', `${device.name} holds words in the clear`);
  }
}

function eventsOf(house: House, sessionId: string): readonly RecordedEvent[] {
  return committedEvents(house.clinic, sessionId);
}

function everyEvent(house: House): readonly RecordedEvent[] {
  return rooms.flatMap(({ sessionId }) => eventsOf(house, sessionId));
}

function checkPromises({ house, ledger }: Clinic): void {
  const events = everyEvent(house);
  const byId = new Map(events.map((event) => [event.eventId, event]));
  for (const [eventId, sessionId] of ledger.acknowledged) {
    const kept = byId.get(eventId);
    if (kept === undefined)
      ledger.breaks('nothing acknowledged is lost', `${eventId} had a yes and is not there`);
    else if (kept.sessionId !== sessionId)
      ledger.breaks('no event on another patient', `${kept.fact.type} had a yes in another session`);
  }
  if (byId.size !== events.length) ledger.breaks('nothing happens twice', 'one id is kept more than once');
  for (const { patientId, sessionId } of rooms)
    for (const event of eventsOf(house, sessionId))
      if (event.patientId !== patientId || event.sessionId !== sessionId)
        ledger.breaks('no event on another patient', `${event.fact.type} lies in the log of someone else`);

  const written = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const key = `${event.sessionId} ${event.authorId} ${canonicalJson(event.fact)}`;
    written.set(key, [...(written.get(key) ?? []), event]);
  }
  for (const intention of ledger.intentions) {
    const { player, fact, address, eventId, saved } = intention;
    const found = written.get(`${address.sessionId} ${player.id} ${canonicalJson(fact)}`) ?? [];
    if (saved && eventId !== undefined && !byId.has(eventId))
      ledger.breaks(
        'nothing saved on a device is lost',
        `${player.name} was told that ${fact.type} is saved`,
      );
    if (saved && eventId === undefined && found.length === 0)
      ledger.breaks(
        'nothing saved on a device is lost',
        `${player.name} signed ${fact.type} and heard a yes`,
      );
    if (found.length > 1 && !intention.maybeTwice)
      ledger.breaks(
        'nothing happens twice',
        `${player.name} wrote ${fact.type} once and it is there ${found.length} times`,
      );
    if (byId.has(eventId ?? '') && byId.get(eventId ?? '')?.sessionId !== address.sessionId)
      ledger.breaks('no event on another patient', `${player.name} wrote ${fact.type} for the other room`);
  }
  for (const press of ledger.presses) {
    if (press.lostWithPage) continue;
    const kept = press.eventId === undefined ? undefined : byId.get(press.eventId);
    if (kept === undefined)
      ledger.breaks(
        'a call is delivered or says that it was not',
        'a press never reached the clinic, although the phone stayed on',
      );
    else if (kept.sessionId !== press.address.sessionId)
      ledger.breaks('no event on another patient', 'a press rang in the other room');
  }
}

function checkTimes({ house, ledger, weather }: Clinic): void {
  const byId = new Map(everyEvent(house).map((event) => [event.eventId, event]));
  // What was heard last was sent this long ago at most: one heartbeat that waited behind a silent link.
  const mayBeOffMs = weather.delayMs.high + 20_000;
  for (const { eventId, meantAt, fact } of ledger.intentions) {
    const event = byId.get(eventId ?? '');
    if (event === undefined) continue;
    // A fact that states how far its device was off has measured it; one that does not says that nobody knows.
    if (event.clockOffsetMs === undefined || meantAt === undefined) continue;
    const off = Math.abs(event.effectiveAt - meantAt);
    if (off > mayBeOffMs)
      ledger.breaks(
        'times are the clinic’s times',
        `${fact.type} stands ${Math.round(off / 1_000)} s beside its time`,
      );
    const claimed = event.recordedAt + event.clockOffsetMs;
    if (claimed < openedAt - mayBeOffMs || claimed > house.now() + mayBeOffMs)
      ledger.breaks('times are the clinic’s times', `${fact.type} claims an offset nobody measured`);
  }
}

function checkWork({ house, ledger }: Clinic): void {
  const events = everyEvent(house);
  const answered = new Set(
    events.flatMap(({ fact }) =>
      fact.type === 'SignalAcknowledged' || fact.type === 'SignalResolved' || fact.type === 'CallDeviceTested'
        ? [fact.signalEventId]
        : [],
    ),
  );
  for (const event of events) {
    const task = house.clinic.tasks.get(event.eventId);
    if (event.fact.type === 'PatientSignalled' && event.fact.signal === 'come') {
      const isOpen = task !== undefined && task.doneAt === undefined;
      if (isOpen === answered.has(event.eventId))
        ledger.breaks(
          'work for people is raised once and closed by an answer',
          `a call that ${answered.has(event.eventId) ? 'was' : 'was not'} answered is ${isOpen ? 'open' : 'not open'} work`,
        );
    }
    if (event.fact.type === 'DoseStarted' && task?.kind !== 'dose-started-while-closed')
      ledger.breaks(
        'work for people is raised once and closed by an answer',
        'a dose that began behind a closed gate brought nobody',
      );
  }
}

async function checkScreens(clinic: Clinic): Promise<void> {
  const { house, ledger } = clinic;
  const shown = editionShown(clinic.defect);
  for (const device of [...clinic.staff, clinic.phone]) {
    const state = device.page()?.outbox.queue.state;
    if (state === undefined) ledger.breaks('nothing waits for ever', `${device.name} did not come back`);
    else if (state.refused.length > 0)
      ledger.breaks(
        'nothing is refused that was true',
        `${device.name}: ${state.refused[0]?.refusedBecause}`,
      );
    else if (state.waiting.length > 0)
      ledger.breaks('nothing waits for ever', `${device.name} still holds ${state.waiting.length} facts`);
  }
  for (const { patientId, sessionId } of rooms) {
    const truth = fold(eventsOf(house, sessionId), { sessionId, patientId });
    const bytes = bytesOf(truth);
    for (const device of clinic.staff) {
      const log = device.page()?.book.logOf({ patientId, sessionId });
      if (log === undefined) continue;
      if (log.made.length > 0)
        ledger.breaks('nothing waits for ever', `${device.name} holds ${log.made.length} facts as unsent`);
      if (bytesOf(log.state) !== bytes)
        ledger.breaks('all devices fold to the same bytes', difference(device.name, log.state, truth));
    }
    if (bytesOf(await house.stateOf(sessionId)) !== bytes)
      ledger.breaks(
        'all devices fold to the same bytes',
        'the server’s own memory of the session differs from its log',
      );
    for (const alert of alertsIn(truth, edition, house.now())) {
      const { level } = alertEscalation(alert, edition, house.now());
      if (level !== 'acknowledged' && level !== 'everyone')
        ledger.breaks('alerts end acknowledged or escalated', `${alert.key} ended as ${level}`);
      for (const device of clinic.staff) {
        const page = device.page();
        const here =
          page && alertsIn(page.book.logOf({ patientId, sessionId }).state, shown, page.clock.serverNow());
        const seen = here?.find((one) => one.key === alert.key);
        if (page === undefined || seen === undefined) continue;
        const shownLevel = alertEscalation(seen, shown, page.clock.serverNow()).level;
        if (shownLevel !== level)
          ledger.breaks(
            'alerts end acknowledged or escalated',
            `${alert.key} is ${level}, and ${device.name} shows ${shownLevel}`,
          );
      }
    }
  }
}

function bytesOf(state: SessionState): string {
  return canonicalJson(state);
}

function difference(name: string, here: SessionState, truth: SessionState): string {
  const has = (state: SessionState): ReadonlySet<string> => new Set(state.log.map((event) => event.eventId));
  const missing = truth.log.filter((event) => !has(here).has(event.eventId)).map((event) => event.fact.type);
  const extra = here.log.filter((event) => !has(truth).has(event.eventId)).map((event) => event.fact.type);
  const keys = Object.keys(truth).filter(
    (key) =>
      canonicalJson(truth[key as keyof SessionState]) !== canonicalJson(here[key as keyof SessionState]),
  );
  return `${name} lacks ${missing.join(', ') || 'nothing'}, has ${extra.join(', ') || 'nothing'} besides; ${keys.join(', ')} differ; gaps ${canonicalJson(gaps(here))}`;
}
