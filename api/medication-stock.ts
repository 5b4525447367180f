// The book of the drug cupboard: what came in, what was drawn for whom, what was given and wasted and who saw it, what two
// people counted, and the paper an inspector reads. Facts only; a correction is a later fact that names the earlier one.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { endpoint } from './endpoint.ts';
import {
  computed,
  id,
  instant,
  line,
  localDate,
  optionalLine,
  optionalParagraph,
  paragraph,
} from './fields.ts';

/** Larger than any container; what is larger is a slip of the hand. */
const amountMg = z.number().check(z.gt(0), z.lte(1_000_000));
const counted = z.number().check(z.gte(0), z.lte(1_000_000));

const received = z.strictObject({
  kind: z.literal('received'),
  substance: line,
  form: line,
  strengthMgPerMl: z.number().check(z.gt(0), z.lte(10_000)),
  volumeMl: z.number().check(z.gt(0), z.lte(10_000)),
  /** One id, made on the device, for each container that came. */
  containerIds: z.array(id).check(z.minLength(1), z.maxLength(200)),
  lot: line,
  /** As printed: 2027-05-31, or 2027-05 for the end of that month. */
  expiry: line,
  supplierName: line,
  supplierAddress: z.optional(optionalLine),
  supplierRegistration: z.optional(optionalLine),
});
const drawn = z.strictObject({ kind: z.literal('drawn'), containerId: id, mg: amountMg });
const given = z.strictObject({ kind: z.literal('given'), drawId: id, mg: amountMg });
/** From a syringe, or straight from its container: one of the two. */
const wasted = z.strictObject({
  kind: z.literal('wasted'),
  drawId: z.optional(id),
  containerId: z.optional(id),
  mg: amountMg,
  manner: line,
});
const moved = z.strictObject({ kind: z.literal('moved'), containerId: id, place: line });
const returned = z.strictObject({ kind: z.literal('returned'), containerId: id, mg: amountMg, to: line });
const disposed = z.strictObject({ kind: z.literal('disposed'), containerId: id, mg: amountMg, manner: line });
const lost = z.strictObject({
  kind: z.literal('lost'),
  containerId: id,
  mg: amountMg,
  /** The day it was noticed: both deadlines count from it. */
  discoveredOn: localDate,
  note: paragraph,
});
/** It never happened. The line stays in the book, and so does the reason. */
const struck = z.strictObject({ kind: z.literal('struck') });
const witnessed = z.strictObject({
  kind: z.literal('witnessed'),
  wasteId: id,
  mg: amountMg,
  meaning: z.string(),
});

export const countOccasion = z.enum(['opening', 'midday', 'evening', 'inventory']);
export type CountOccasion = z.output<typeof countOccasion>;

const countLine = z.strictObject({
  lotKey: line,
  /** Containers nobody has opened. */
  sealed: z.int().check(z.gte(0), z.lte(100_000)),
  /** What is left in all opened containers of the lot, together. */
  openMl: counted,
});
const inventoryPart = z.strictObject({
  /** Where the clinic is registered: the rule of that state is asked, US for the federal one alone. */
  state: line,
  moment: z.enum(['opening', 'close']),
});
const count = z.strictObject({
  kind: z.literal('counted'),
  /** The count of the first person; absent when this is the first. */
  ofId: z.optional(id),
  occasion: countOccasion,
  inventory: z.optional(inventoryPart),
  lines: z.array(countLine).check(z.maxLength(500)),
  note: z.optional(optionalParagraph),
});

export type LedgerFact =
  | z.output<typeof received>
  | z.output<typeof drawn>
  | z.output<typeof given>
  | z.output<typeof wasted>
  | z.output<typeof witnessed>
  | z.output<typeof moved>
  | z.output<typeof returned>
  | z.output<typeof disposed>
  | z.output<typeof lost>
  | z.output<typeof count>
  | z.output<typeof struck>;
export type LedgerKind = LedgerFact['kind'];

const corrects = z.strictObject({ id, reason: paragraph });
const kept = z.strictObject({ id, position: z.int(), recordedAt: instant });

/** One container as the book has it. `leftMg` goes below zero when more was drawn than it held: that is shown. */
const container = z.strictObject({
  id,
  number: z.int(),
  substance: z.string(),
  form: z.string(),
  strengthMgPerMl: z.number(),
  volumeMl: z.number(),
  lot: z.string(),
  expiry: z.string(),
  place: z.optional(z.string()),
  state: z.enum(['sealed', 'opened', 'empty', 'gone']),
  containerMg: z.number(),
  leftMg: z.number(),
  receiptId: id,
  issues: z.array(computed<DetectedIssue>()),
});
export type CupboardContainer = z.output<typeof container>;

const openDraw = z.strictObject({
  id,
  containerId: id,
  containerNumber: z.int(),
  strengthMgPerMl: z.number(),
  patientId: id,
  patientName: z.string(),
  mg: z.number(),
  leftMg: z.number(),
  at: instant,
  byName: z.string(),
});
export type OpenDraw = z.output<typeof openDraw>;

const waitingWaste = z.strictObject({
  id,
  containerNumber: z.int(),
  substance: z.string(),
  patientName: z.optional(z.string()),
  mg: z.number(),
  manner: z.string(),
  at: instant,
  byId: id,
  byName: z.string(),
});
export type WaitingWaste = z.output<typeof waitingWaste>;

const held = z.strictObject({ counted: z.number(), book: z.number(), difference: z.number() });
const countedLot = z.strictObject({
  key: z.string(),
  name: z.string(),
  sealed: held,
  openMg: held,
  issues: z.array(computed<DetectedIssue>()),
});
/** agrees, differs: held against the book. not-the-same: the two people found different numbers. disturbed: something was
 * written in the book between the two, so neither is held against it. */
const countOutcome = z.strictObject({
  id,
  at: instant,
  occasion: countOccasion,
  by: z.array(z.string()),
  outcome: z.enum(['agrees', 'differs', 'not-the-same', 'disturbed']),
  lots: z.array(countedLot),
  /** When it differs: the shift between the last count that agreed and the first that did not. */
  shift: z.optional(
    z.strictObject({
      from: z.optional(instant),
      until: instant,
      writtenBy: z.array(z.string()),
      /** What the rooms say of this shift and the book does not. */
      sessions: z.optional(z.array(z.string())),
    }),
  ),
  inventory: z.optional(inventoryPart),
  note: z.optional(z.string()),
});
export type CountOutcome = z.output<typeof countOutcome>;

const halfCount = z.strictObject({
  id,
  occasion: countOccasion,
  inventory: z.optional(inventoryPart),
  byId: id,
  byName: z.string(),
  at: instant,
});

/** Given or wasted in a room, and no line of the book stands for it. */
const roomUseOpen = z.strictObject({
  eventId: id,
  sessionId: id,
  patientId: id,
  patientName: z.string(),
  kind: z.enum(['dose', 'rescue', 'waste']),
  what: z.string(),
  mg: z.optional(z.number()),
  at: instant,
  byName: z.string(),
});
export type RoomUseOpen = z.output<typeof roomUseOpen>;

export const getCupboard = endpoint({
  method: 'GET',
  path: '/api/drug-ledger',
  summary:
    'What the book says is in the drug cupboard, what is in a syringe, and what waits for a second person',
  response: z.strictObject({
    now: instant,
    today: localDate,
    containers: z.array(container),
    draws: z.array(openDraw),
    waiting: z.array(waitingWaste),
    roomUses: z.array(roomUseOpen),
    halfCount: z.optional(halfCount),
    lastCount: z.optional(countOutcome),
    inventory: z.strictObject({
      lastOn: z.optional(localDate),
      nextDueBy: z.optional(localDate),
      issues: z.array(computed<DetectedIssue>()),
    }),
    /** Receipts that do not say everything an inspector reads. */
    receipts: z.array(
      z.strictObject({ id, position: z.int(), name: z.string(), issues: z.array(computed<DetectedIssue>()) }),
    ),
  }),
});
export type Cupboard = z.output<(typeof getCupboard)['response']>;

export const writeInBook = endpoint({
  method: 'POST',
  path: '/api/drug-ledger/entries',
  summary:
    'Write one thing that happened to a controlled drug; with `corrects`, in the place of an earlier line',
  body: z.strictObject({
    id,
    happenedAt: instant,
    fact: z.discriminatedUnion('kind', [received, given, wasted, moved, returned, disposed, lost, struck]),
    corrects: z.optional(corrects),
  }),
  response: kept,
});

export const drawForPatient = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/drug-draws',
  summary: 'Draw from a container for this person',
  body: z.strictObject({
    id,
    happenedAt: instant,
    sessionId: z.optional(id),
    fact: drawn,
    corrects: z.optional(corrects),
  }),
  response: kept,
});

export const witnessWaste = endpoint({
  method: 'POST',
  path: '/api/drug-ledger/witnesses',
  summary: 'Say under one’s own name that one saw the waste; never the person who wasted it',
  body: z.strictObject({
    id,
    happenedAt: instant,
    wasteId: id,
    /** What was on the screen; the witness speaks for this amount and for no other. */
    mg: amountMg,
    meaning: z.literal('I saw this wasted'),
  }),
  response: kept,
});

export const settleRoomUse = endpoint({
  method: 'POST',
  path: '/api/drug-ledger/room-uses/:eventId',
  summary: 'Say from which syringe a use in the room came, or by name that it was not from this cupboard',
  body: z.strictObject({
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('draw'), drawId: id, mg: amountMg }),
      z.strictObject({ kind: z.literal('not-from-here'), reason: paragraph }),
    ]),
  }),
  response: z.strictObject({ eventId: id }),
});

/** What to count, without a number from the book: two people count before either sees it. */
export const getCountSheet = endpoint({
  method: 'GET',
  path: '/api/drug-ledger/count-sheet',
  summary: 'The lots to count, without what the book says of them',
  response: z.strictObject({
    now: instant,
    lots: z.array(
      z.strictObject({
        key: z.string(),
        substance: z.string(),
        form: z.string(),
        strengthMgPerMl: z.number(),
        volumeMl: z.number(),
        lot: z.string(),
        expiry: z.string(),
      }),
    ),
    halfCount: z.optional(halfCount),
  }),
});
export type CountSheet = z.output<(typeof getCountSheet)['response']>;

export const keepCount = endpoint({
  method: 'POST',
  path: '/api/drug-ledger/counts',
  summary: 'What one person counted; held against the book once a second person has counted the same',
  body: z.strictObject({ id, happenedAt: instant, fact: count }),
  response: z.strictObject({ id, position: z.int(), recordedAt: instant, outcome: z.optional(countOutcome) }),
});

/** One line of the book as a person reads it. */
const bookLine = z.strictObject({
  id,
  position: z.int(),
  kind: z.enum([
    'received',
    'drawn',
    'given',
    'wasted',
    'witnessed',
    'moved',
    'returned',
    'disposed',
    'lost',
    'counted',
    'struck',
  ]),
  happenedAt: instant,
  recordedAt: instant,
  byName: z.string(),
  role: z.string(),
  substance: z.optional(z.string()),
  form: z.optional(z.string()),
  strengthMgPerMl: z.optional(z.number()),
  volumeMl: z.optional(z.number()),
  lot: z.optional(z.string()),
  expiry: z.optional(z.string()),
  containers: z.array(z.int()),
  mg: z.optional(z.number()),
  /** To whom, where to, how, or what is known of it. */
  detail: z.optional(z.string()),
  supplier: z.optional(z.strictObject({ name: z.string(), address: z.string(), registration: z.string() })),
  patient: z.optional(z.strictObject({ name: z.string(), address: z.string() })),
  witness: z.optional(z.strictObject({ byName: z.string(), at: instant })),
  /** The line this one puts right, and why. */
  corrects: z.optional(z.strictObject({ position: z.int(), reason: z.string() })),
  /** The later line that stands in its place. */
  correctedBy: z.optional(z.strictObject({ position: z.int(), reason: z.string() })),
  count: z.optional(countOutcome),
  /** The fact itself, to start a correction from; a count shows nothing before two have counted. */
  fact: z.optional(computed<LedgerFact>()),
  patientId: z.optional(id),
  issues: z.array(computed<DetectedIssue>()),
});
export type BookLine = z.output<typeof bookLine>;

export const getDrugBook = endpoint({
  method: 'GET',
  path: '/api/drug-ledger/book',
  summary: 'The book between two days, as an inspector reads it',
  /** Without days: up to today as the server counts it, and a month back. */
  query: z.strictObject({ from: z.optional(localDate), to: z.optional(localDate) }),
  response: z.strictObject({
    now: instant,
    zone: z.string(),
    clinic: z.strictObject({ name: z.string(), address: z.string(), phone: z.string() }),
    from: localDate,
    to: localDate,
    lines: z.array(bookLine),
    inventory: z.strictObject({ lastOn: z.optional(localDate), nextDueBy: z.optional(localDate) }),
    /** Until when these lines are kept, by the longest rule that is known to hold. */
    keepUntil: z.optional(localDate),
  }),
});
export type DrugBook = z.output<(typeof getDrugBook)['response']>;
