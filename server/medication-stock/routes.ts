// The routes of the drug cupboard. A line is refused only when it points to nothing or comes too late to correct; that the
// amounts do not fit is never a reason, because it happened.

import type { Cupboard, LedgerFact, WaitingWaste } from '#api/medication-stock.ts';
import * as api from '#api/medication-stock.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { lastUsableDay } from '#clinical/medication-stock/expiry-and-lot.ts';
import { lossDates } from '#clinical/medication-stock/loss.ts';
import { recordRetention } from '#clinical/medication-stock/record-retention.ts';
import { stateCode } from '#clinical/medication-stock/state.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { type Clinic, type Context, type Route, route } from '#server/access';
import { isRefusal, type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { idFrom, raiseTask } from '#server/tasks';
import { type Book, isA, type LedgerLine, lotName, readBook } from './book.ts';
import { bookLineOf, patientOfLine } from './pack.ts';
import {
  followRooms,
  isSettled,
  keepSettled,
  linkUse,
  openInWords,
  openUses,
  settleUses,
  withSessions,
} from './room-uses.ts';
import { holdBook, isSessionOf, keepLine, type NewLine, peopleIn, readLines } from './store.ts';

/** A device's clock may run a little ahead of ours. */
const clockSlackMs = 2 * 60_000;
/** What a person asks of the book first: a month back. */
const daysAtFirst = 31;

export function medicationStockRoutes(ports: Ports): readonly Route[] {
  followRooms(ports, async (tx, zone) => readBook(await readLines(tx), { zone, now: ports.clock.now() }));
  return [
    route(
      api.getCupboard,
      { resource: 'drug-ledger', action: 'r', subject: 'clinic' },
      { audit: 'drug-ledger.read' },
      async (context) => {
        const { tx, clinic, now } = context;
        const book = await bookOf(tx, clinic, now);
        const patientIds = patientsIn(book, [
          ...book.draws.filter(({ leftMg }) => leftMg !== 0).map(({ line }) => line),
          ...book.waiting,
        ]);
        const uses = await openInWords(tx, await openUses(tx, book, now));
        context.audit({ patientIds: [...new Set([...patientIds, ...uses.map((use) => use.patientId)])] });
        return cupboardOf({ book, uses }, await peopleIn(tx, patientIds), clinic, now);
      },
    ),

    route(
      api.writeInBook,
      { resource: 'drug-ledger', action: 'c', subject: 'clinic' },
      { audit: 'drug-ledger.write' },
      (context) =>
        write(context, {
          ...context.body,
          patientId: undefined,
          sessionId: undefined,
          corrects: context.body.corrects,
        }),
    ),

    route(
      api.drawForPatient,
      { resource: 'drug-draw', action: 'c', subject: 'patient' },
      { audit: 'drug-draw.write' },
      async (context) => {
        const { tx, body, params } = context;
        const patientId = params['patientId'] ?? '';
        if (body.sessionId !== undefined && !(await isSessionOf(tx, body.sessionId, patientId))) {
          return refuse(422, 'no-such-session', 'This session is not this person’s.', [
            { path: 'sessionId', message: 'Choose one of this person’s sessions.' },
          ]);
        }
        const kept = await write(context, {
          ...body,
          patientId,
          sessionId: body.sessionId,
          corrects: body.corrects,
        });
        // What the room wrote before the syringe was in the book finds it now.
        if (!isRefusal(kept))
          await settleUses(tx, context.clinic.zone, context.now, (again) =>
            bookOf(again, context.clinic, context.now),
          );
        return kept;
      },
    ),

    route(
      api.settleRoomUse,
      { resource: 'drug-ledger', action: 'c', subject: 'clinic' },
      { audit: 'drug-ledger.settle-room-use' },
      async (context) => {
        const { tx, clinic, params, body, actor, role, now } = context;
        await holdBook(tx);
        const book = await bookOf(tx, clinic, now);
        const use = (await openUses(tx, book, now)).find(({ eventId }) => eventId === params['eventId']);
        if (use === undefined)
          return (await isSettled(tx, params['eventId'] ?? ''))
            ? refuse(409, 'stale', 'This line was settled since it was on your screen. Read it again.')
            : refuse(404, 'absent', 'There is nothing here.');
        const by = { id: actor.id, name: actor.name, role };
        const { from } = body;
        if (from.kind === 'not-from-here') {
          await keepSettled(tx, use, { notFromHere: from.reason }, { now, by });
        } else {
          const draw = book.draws.find(({ line }) => line.id === from.drawId);
          if (draw === undefined || patientOfLine(book, draw.line) !== use.patientId)
            return refuse(422, 'no-such-draw', 'This syringe was not drawn for this person.', [
              { path: 'from.drawId', message: 'Choose a syringe drawn for them.' },
            ]);
          await linkUse(tx, use, { kind: 'draw', drawId: from.drawId, mg: from.mg }, { book, now, by });
        }
        context.audit({ resourceId: use.eventId, patientIds: [use.patientId] });
        context.publish({ topic: 'floor', id: use.eventId });
        return { eventId: use.eventId };
      },
    ),

    route(
      api.witnessWaste,
      { resource: 'drug-ledger', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'drug-ledger.witness' },
      (context) => {
        const { id, happenedAt, wasteId, mg, meaning } = context.body;
        return write(context, {
          id,
          happenedAt,
          fact: { kind: 'witnessed', wasteId, mg, meaning },
          patientId: undefined,
          sessionId: undefined,
          corrects: undefined,
        });
      },
    ),

    route(
      api.getCountSheet,
      { resource: 'drug-ledger', action: 'x', subject: 'clinic' },
      { audit: 'drug-ledger.read-count-sheet' },
      async ({ tx, clinic, now }) => {
        const book = await bookOf(tx, clinic, now);
        return { now, lots: [...book.lotsToCount], halfCount: halfCountOf(book) };
      },
    ),

    route(
      api.keepCount,
      { resource: 'drug-ledger', action: 'x', subject: 'clinic' },
      { audit: 'drug-ledger.count' },
      async (context) => {
        const kept = await write(context, {
          ...context.body,
          patientId: undefined,
          sessionId: undefined,
          corrects: undefined,
        });
        if (isRefusal(kept)) return kept;
        const book = await bookOf(context.tx, context.clinic, context.now);
        const uses = await openInWords(context.tx, await openUses(context.tx, book, context.now));
        const counts = withSessions(book.counts, uses, context.clinic.zone);
        return { ...kept, outcome: counts.find(({ id }) => id === kept.id) };
      },
    ),

    route(
      api.getDrugBook,
      { resource: 'drug-ledger', action: 'r', subject: 'clinic' },
      { audit: 'drug-ledger.read-book' },
      async (context) => {
        const { tx, clinic, now, query } = context;
        const to = query.to ?? localDateOf(now, clinic.zone);
        const from = query.from ?? addDays(to, -daysAtFirst);
        if (to < from) {
          return refuse(422, 'days-the-wrong-way', 'The last day lies before the first.', [
            { path: 'to', message: 'Choose a day that is not before the first.' },
          ]);
        }
        const read = await bookOf(tx, clinic, now);
        const uses = await openInWords(tx, await openUses(tx, read, now));
        const book = { ...read, counts: withSessions(read.counts, uses, clinic.zone) };
        const first = instantOf(from, 0, clinic.zone);
        const after = instantOf(addDays(to, 1), 0, clinic.zone);
        // By the moment it happened: a line written late stands where an inspector looks for it, with both its times.
        const lines = book.lines.filter(({ happenedAt }) => happenedAt >= first && happenedAt < after);
        const patientIds = patientsIn(book, lines);
        const people = await peopleIn(tx, patientIds);
        context.audit({ patientIds });
        const { lastOn, nextDueBy, state } = book.inventory;
        return {
          now,
          zone: clinic.zone,
          clinic: { name: clinic.name, address: clinic.address, phone: clinic.phone },
          from,
          to,
          lines: lines.map((line) => bookLineOf(line, book, people, clinic.zone)),
          inventory: { lastOn, nextDueBy },
          keepUntil: recordRetention({ kind: 'controlled-drug', madeOn: to, state })?.keepUntil,
        };
      },
    ),
  ];
}

async function bookOf(tx: Tx, clinic: Clinic, now: number): Promise<Book> {
  return readBook(await readLines(tx), { zone: clinic.zone, now });
}

function patientsIn(book: Book, lines: readonly LedgerLine[]): readonly string[] {
  return [...new Set(lines.flatMap((line) => patientOfLine(book, line) ?? []))];
}

type Writing = Pick<Context<never>, 'tx' | 'clinic' | 'actor' | 'role' | 'now' | 'audit' | 'publish'>;

async function write(
  context: Writing,
  line: NewLine,
): Promise<{ readonly id: string; readonly position: number; readonly recordedAt: number } | Refusal> {
  const { tx, clinic, actor, role, now } = context;
  await holdBook(tx);
  const book = await bookOf(tx, clinic, now);
  const known = book.line(line.id);
  if (known !== undefined) {
    const isTheSame = known.authorId === actor.id && canonicalJson(known.fact) === canonicalJson(line.fact);
    return isTheSame
      ? { id: known.id, position: known.position, recordedAt: known.recordedAt }
      : refuse(409, 'already-there', 'This id is already used for another line. Nothing was written.');
  }
  const against = whyNot(line, book, { actorId: actor.id, now, today: localDateOf(now, clinic.zone) });
  if (against !== undefined) return against;
  const before = line.corrects && book.line(line.corrects.id);
  // The right amount was drawn for the same session as the wrong one.
  const sessionId = line.sessionId ?? (before?.patientId === line.patientId ? before?.sessionId : undefined);
  const written = await keepLine(tx, { ...line, sessionId }, { actor, role, now, after: book.lines.at(-1) });
  if (isA(written, 'lost')) await raiseLossTasks(tx, clinic, written, now);
  const patientIds = [
    ...new Set([written, before].flatMap((one) => (one && patientOfLine(book, one)) ?? [])),
  ];
  context.audit({ resourceId: written.id, patientIds });
  context.publish({ topic: 'floor', id: written.id });
  return { id: written.id, position: written.position, recordedAt: written.recordedAt };
}

function whyNot(
  line: NewLine,
  book: Book,
  { actorId, now, today }: { readonly actorId: string; readonly now: number; readonly today: string },
): Refusal | undefined {
  const { fact, corrects } = line;
  if (fact.kind === 'lost' && fact.discoveredOn > today) {
    return refuse(422, 'not-yet', 'This day has not come yet. Look at the day again.', [
      { path: 'fact.discoveredOn', message: 'Choose the day on which it was noticed.' },
    ]);
  }
  if (line.happenedAt > now + clockSlackMs) {
    return refuse(422, 'not-yet', 'This time has not come yet. Look at the time again.', [
      { path: 'happenedAt', message: 'Choose a time that is not in the future.' },
    ]);
  }
  if (corrects !== undefined) {
    const earlier = book.line(corrects.id);
    if (earlier === undefined) return refuse(404, 'absent', 'There is nothing here.');
    const mayBePutRight = earlier.fact.kind === fact.kind || fact.kind === 'struck';
    if (!mayBePutRight || ['counted', 'witnessed', 'struck'].includes(earlier.fact.kind)) {
      return refuse(
        422,
        'not-to-correct',
        'This line cannot be put right that way. Write a new line that says what happened.',
      );
    }
    const later = book.correctedBy.get(corrects.id);
    if (later !== undefined) {
      return refuse(
        409,
        'stale',
        `${later.authorName} has put this line right since. Read the book again; what you typed is still here.`,
      );
    }
    if (earlier.fact.kind === 'received' && isInUse(earlier.fact.containerIds, fact, book)) {
      return refuse(
        422,
        'container-in-use',
        'Something was already drawn or moved from a container of this receipt, so it did come. Put the other lines right first.',
      );
    }
  } else if (fact.kind === 'struck') {
    return refuse(422, 'corrects-nothing', 'Say which line never happened.');
  }
  if (fact.kind === 'received') {
    if (lastUsableDay(fact.expiry) === undefined) {
      return refuse(422, 'no-such-expiry', 'The expiry is not a day and not a month.', [
        { path: 'fact.expiry', message: 'Write it as 2027-05-31, or 2027-05 for the end of the month.' },
      ]);
    }
    const isKnown = fact.containerIds.some((id) =>
      book.containers.some((one) => one.id === id && one.receipt.id !== corrects?.id),
    );
    if (isKnown || new Set(fact.containerIds).size < fact.containerIds.length) {
      return refuse(
        409,
        'already-there',
        'One of these containers is in the book already. Nothing was written.',
      );
    }
  }
  if ('containerId' in fact && fact.containerId !== undefined) {
    if (!book.containers.some(({ id }) => id === fact.containerId)) {
      return refuse(422, 'no-such-container', 'This container is not in the book. Write its receipt first.', [
        { path: 'fact.containerId', message: 'Choose a container that was received.' },
      ]);
    }
  }
  if ('drawId' in fact && fact.drawId !== undefined && book.line(fact.drawId)?.fact.kind !== 'drawn') {
    return refuse(422, 'no-such-draw', 'This syringe is not in the book. Write what was drawn first.', [
      { path: 'fact.drawId', message: 'Choose a draw that is in the book.' },
    ]);
  }
  if (fact.kind === 'wasted' && (fact.drawId === undefined) === (fact.containerId === undefined)) {
    return refuse(
      422,
      'wasted-from-where',
      'Say whether it was wasted from a syringe or from its container.',
      [{ path: 'fact.containerId', message: 'Choose one of the two.' }],
    );
  }
  if (fact.kind === 'witnessed') return whyNoWitness(fact, book, actorId);
  if (fact.kind === 'counted') return whyNoCount(fact, book, actorId);
  return undefined;
}

function isInUse(containerIds: readonly string[], fact: LedgerFact, book: Book): boolean {
  const stay = fact.kind === 'received' ? new Set(fact.containerIds) : new Set<string>();
  return book.containers.some(
    ({ id, state, place }) =>
      containerIds.includes(id) && !stay.has(id) && (state !== 'sealed' || place !== undefined),
  );
}

function whyNoWitness(
  fact: Extract<LedgerFact, { kind: 'witnessed' }>,
  book: Book,
  actorId: string,
): Refusal | undefined {
  const waste = book.line(fact.wasteId);
  if (waste?.fact.kind !== 'wasted') return refuse(404, 'absent', 'There is nothing here.');
  if (waste.authorId === actorId) {
    return refuse(
      403,
      'witness-is-same-person',
      'You wrote this waste yourself. Another person witnesses it, signed in as themselves.',
    );
  }
  const seen = book.witnessOf.get(waste.id);
  if (seen !== undefined) {
    return refuse(409, 'stale', `${seen.authorName} has witnessed this already.`);
  }
  if (book.correctedBy.has(waste.id) || waste.fact.mg !== fact.mg) {
    return refuse(
      409,
      'stale',
      'This line was put right since it was on your screen. Read it again before you speak for it.',
    );
  }
  return undefined;
}

function whyNoCount(
  fact: Extract<LedgerFact, { kind: 'counted' }>,
  book: Book,
  actorId: string,
): Refusal | undefined {
  if ((fact.occasion === 'inventory') !== (fact.inventory !== undefined)) {
    return refuse(
      422,
      'inventory-not-said',
      'An inventory says its state, and whether it was taken at opening or close.',
      [{ path: 'fact.inventory', message: 'Say both.' }],
    );
  }
  if (fact.inventory !== undefined && stateCode(fact.inventory.state) === undefined) {
    return refuse(422, 'no-such-state', 'This is not a state of the United States.', [
      { path: 'fact.inventory.state', message: 'Write its two letters, or US for the federal rule alone.' },
    ]);
  }
  const half = book.halfCount;
  if (fact.ofId !== undefined) {
    if (half?.id !== fact.ofId) {
      return refuse(409, 'stale', 'That count is over, or another was begun since. Open the count again.');
    }
    if (half.authorId === actorId) {
      return refuse(
        403,
        'counted-by-one',
        'You counted this yourself. A second person counts, signed in as themselves, without seeing your numbers.',
      );
    }
  }
  const faults = book.lotsToCount.flatMap(({ key }) =>
    fact.lines.filter(({ lotKey }) => lotKey === key).length === 1
      ? []
      : [{ path: `lots.${key}`, message: 'Count this lot. Write 0 when nothing is there.' }],
  );
  const strange = fact.lines.some(({ lotKey }) => !book.lotsToCount.some(({ key }) => key === lotKey));
  if (faults.length > 0 || strange) {
    return refuse(
      422,
      'not-all-counted',
      'Each lot is counted, also where nothing is left. The list may have changed: open the count again.',
      faults,
    );
  }
  return undefined;
}

async function raiseLossTasks(
  tx: Tx,
  clinic: Clinic,
  line: LedgerLine<Extract<LedgerFact, { kind: 'lost' }>>,
  now: number,
): Promise<void> {
  const dates = lossDates(line.fact.discoveredOn);
  if (dates === undefined) return;
  const duties = [
    { kind: 'drug-loss-notice', by: dates.noticeDue, priority: 'now' },
    { kind: 'drug-loss-form-106', by: dates.form106Due, priority: 'soon' },
  ] as const;
  for (const { kind, by, priority } of duties) {
    await raiseTask(
      tx,
      {
        id: idFrom(`${kind}|${line.id}`),
        kind,
        ownerRole: 'prescriber',
        priority,
        // The whole of the last day counts.
        dueAt: instantOf(addDays(by, 1), 0, clinic.zone) - 1,
        detail: { note: `Line ${line.position} of the drug book. By ${by}.` },
      },
      now,
    );
  }
}

function halfCountOf({ halfCount }: Book): Cupboard['halfCount'] {
  return (
    halfCount && {
      id: halfCount.id,
      occasion: halfCount.fact.occasion,
      inventory: halfCount.fact.inventory,
      byId: halfCount.authorId,
      byName: halfCount.authorName,
      at: halfCount.recordedAt,
    }
  );
}

function cupboardOf(
  { book, uses }: { readonly book: Book; readonly uses: Cupboard['roomUses'] },
  people: Awaited<ReturnType<typeof peopleIn>>,
  clinic: Clinic,
  now: number,
): Cupboard {
  const { lastOn, nextDueBy, issues } = book.inventory;
  const nameOf = (line: LedgerLine) => people.get(patientOfLine(book, line) ?? '')?.name;
  const containerOf = (line: LedgerLine) => {
    const id = book.containerIdOf(line);
    return book.containers.find((one) => one.id === id);
  };
  return {
    now,
    today: localDateOf(now, clinic.zone),
    containers: book.containers.map(({ receipt, lot, issues: found, ...one }) => ({
      ...one,
      substance: lot.substance,
      form: lot.form,
      strengthMgPerMl: lot.strengthMgPerMl,
      volumeMl: lot.volumeMl,
      lot: lot.lot,
      expiry: lot.expiry,
      receiptId: receipt.id,
      issues: [...found],
    })),
    draws: book.draws
      .filter(({ leftMg }) => leftMg !== 0)
      .map(({ line, container, leftMg }) => ({
        id: line.id,
        containerId: line.fact.containerId,
        containerNumber: container?.number ?? 0,
        strengthMgPerMl: container?.lot.strengthMgPerMl ?? 0,
        patientId: line.patientId ?? '',
        patientName: nameOf(line) ?? '',
        mg: line.fact.mg,
        leftMg,
        at: line.happenedAt,
        byName: line.authorName,
      })),
    waiting: book.waiting.map((line): WaitingWaste => {
      const container = containerOf(line);
      return {
        id: line.id,
        containerNumber: container?.number ?? 0,
        substance: container?.lot.substance ?? '',
        patientName: nameOf(line),
        mg: line.fact.mg,
        manner: line.fact.manner,
        at: line.happenedAt,
        byId: line.authorId,
        byName: line.authorName,
      };
    }),
    roomUses: uses,
    halfCount: halfCountOf(book),
    lastCount: withSessions(book.counts, uses, clinic.zone).at(-1),
    inventory: { lastOn, nextDueBy, issues: [...issues] },
    receipts: book.lines.flatMap((line) => {
      if (!isA(line, 'received') || book.correctedBy.has(line.id)) return [];
      const gaps = book.receiptIssues(line);
      return gaps.length === 0
        ? []
        : [{ id: line.id, position: line.position, name: lotName(line.fact), issues: [...gaps] }];
    }),
  };
}
