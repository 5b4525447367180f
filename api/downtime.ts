// The downtime kit: the pack that is printed before the computers go away, and the way back of what was written on it.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, localDate, version } from './fields.ts';
import { protocolName } from './protocols.ts';

/** A number as it is printed, with its unit; a side left out is not asked. */
const printedLimit = z.strictObject({
  sign: z.string(),
  unit: z.string(),
  below: z.optional(z.number()),
  above: z.optional(z.number()),
});

/** Everything one paper says about one person. What nobody knows is absent here and printed as not known. */
export const packPage = z.strictObject({
  /** Of the sheet: it stands for the person and the session, and says nothing else. */
  code: z.string(),
  patientId: id,
  name: z.string(),
  birthDate: z.optional(localDate),
  phone: z.optional(z.string()),
  kind: z.enum(['consult', 'preparation', 'dose', 'integration']),
  startsAt: instant,
  endsAt: instant,
  roomName: z.optional(z.string()),
  practitionerName: z.optional(z.string()),
  allergies: z.union([
    z.strictObject({ kind: z.literal('not-known') }),
    z.strictObject({ kind: z.literal('none-said'), at: instant }),
    z.strictObject({
      kind: z.literal('listed'),
      lines: z.array(z.strictObject({ name: z.string(), detail: z.string(), confirmed: z.boolean() })),
    }),
  ]),
  medicines: z.union([
    z.strictObject({ kind: z.literal('not-known') }),
    z.strictObject({ kind: z.literal('none-said'), at: instant }),
    z.strictObject({
      kind: z.literal('listed'),
      lines: z.array(
        z.strictObject({
          name: z.string(),
          detail: z.string(),
          confirmed: z.boolean(),
          /** What screening says about it, and what was decided; absent where nothing was decided. */
          found: z.array(z.strictObject({ title: z.string(), decided: z.optional(z.string()) })),
        }),
      ),
    }),
  ]),
  /** Findings that are about no medicine of the list. */
  alsoFound: z.array(z.strictObject({ title: z.string(), decided: z.optional(z.string()) })),
  order: z.optional(
    z.strictObject({
      drug: z.string(),
      doseMg: z.number(),
      /** An order may name a dose without a weight. */
      doseMgPerKg: z.optional(z.number()),
      weightKg: z.optional(z.number()),
      infusionMinutes: z.optional(z.number()),
      note: z.optional(z.string()),
      signedByName: z.string(),
      signedAt: instant,
    }),
  ),
  /** Only for a dose. */
  care: z.optional(
    z.strictObject({
      protocol: protocolName,
      limits: z.strictObject({
        start: z.array(printedLimit),
        alert: z.array(printedLimit),
        release: z.array(printedLimit),
      }),
      recheckAfterMinutes: z.number(),
      moaas: z.strictObject({
        reviewAtOrBelow: z.number(),
        stopDoseAtOrBelow: z.number(),
        emergencyAtOrBelow: z.number(),
        releaseAtOrAbove: z.number(),
      }),
      openLines: z.array(z.strictObject({ name: z.string(), state: z.string(), have: z.string() })),
      metLines: z.int(),
      releaseLines: z.array(z.string()),
      /** Minutes after the dose starts, as the protocol asks. */
      rowMinutes: z.array(z.number()),
      doseStartedAt: z.optional(instant),
      ride: z.optional(
        z.strictObject({
          name: z.string(),
          phone: z.optional(z.string()),
          state: z.string(),
          codeWord: z.optional(z.string()),
        }),
      ),
    }),
  ),
});
export type PackPage = z.output<typeof packPage>;

export const pack = z.strictObject({
  madeAt: instant,
  date: localDate,
  zone: z.string(),
  clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
  /** As the clinic’s country answers; absent where we know none, and the paper says so. */
  emergency: z.optional(z.string()),
  lines: z.array(z.strictObject({ name: z.string(), number: z.string() })),
  pages: z.array(packPage),
});
export type Pack = z.output<typeof pack>;

export const morningState = z.enum(['made', 'not-due', 'under-way', 'missing', 'unknown']);

export const getDowntime = endpoint({
  method: 'GET',
  path: '/api/downtime',
  summary: 'When the morning pack makes itself, and whether it did',
  response: z.strictObject({
    now: instant,
    zone: z.string(),
    minuteOfDay: z.int(),
    /** Absent: nobody has set it, and the house rule holds. */
    set: z.optional(z.strictObject({ version, at: instant, byName: z.string() })),
    morning: z.strictObject({ state: morningState, dueAt: z.optional(instant) }),
    lastMade: z.optional(z.strictObject({ at: instant, byName: z.optional(z.string()) })),
    /** The folder the server writes the pack to. silent: the server has said nothing lately, so nothing is known. */
    folder: z.strictObject({
      state: z.enum(['not-set', 'empty', 'written', 'failed', 'silent']),
      writtenAt: z.optional(instant),
      why: z.optional(z.string()),
      saidAt: z.optional(instant),
    }),
  }),
});

export const setPackTime = endpoint({
  method: 'PUT',
  path: '/api/downtime/time',
  summary: 'Set the time at which the pack makes itself',
  body: z.strictObject({
    /** 0 while nobody has set it. */
    version,
    minuteOfDay: z.int().check(z.gte(0), z.lte(1_439)),
  }),
  response: done,
});

export const getDeskList = endpoint({
  method: 'GET',
  path: '/api/downtime/desk-list',
  summary: 'Who comes today, when, where, and how to reach them: no word about health',
  response: z.strictObject({
    now: instant,
    date: localDate,
    zone: z.string(),
    clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
    emergency: z.optional(z.string()),
    rows: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        phone: z.optional(z.string()),
        startsAt: instant,
        endsAt: instant,
        roomName: z.optional(z.string()),
        practitionerName: z.optional(z.string()),
      }),
    ),
  }),
});

export const getPack = endpoint({
  method: 'GET',
  path: '/api/downtime/pack',
  summary: 'The newest pack, as it was made',
  response: z.strictObject({
    pack: z.optional(z.strictObject({ id, byName: z.optional(z.string()), content: pack })),
  }),
});

export const makePack = endpoint({
  method: 'POST',
  path: '/api/downtime/packs',
  summary: 'Make today’s pack now',
  body: z.strictObject({ id }),
  response: z.strictObject({ id, madeAt: instant }),
});

export const listSheets = endpoint({
  method: 'GET',
  path: '/api/downtime/sheets',
  summary: 'The sheets of the last days by their codes, and who may have written on them',
  response: z.strictObject({
    now: instant,
    zone: z.string(),
    sheets: z.array(
      z.strictObject({
        code: z.string(),
        patientId: id,
        name: z.string(),
        appointmentId: id,
        startsAt: instant,
        roomName: z.optional(z.string()),
        /** Absent: nobody has opened the session yet. */
        sessionId: z.optional(id),
      }),
    ),
  }),
});

export const getPaperEntry = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/paper',
  summary: 'Who may have written on the sheet, and which due times were said to be empty',
  response: z.strictObject({
    zone: z.string(),
    staff: z.array(z.strictObject({ id, name: z.string(), roles: z.array(z.string()) })),
    leftEmpty: z.array(z.strictObject({ minute: z.int(), at: instant, byName: z.string() })),
  }),
});

export const sayLeftEmpty = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/paper/left-empty',
  summary: 'Say that the paper holds nothing for a due time',
  body: z.strictObject({ id, minute: z.int().check(z.gte(-1_440), z.lte(10_080)) }),
  response: done,
});
