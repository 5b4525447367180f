// The clinic's protocols: what is followed, what is proposed and how it differs, and the signature that puts it in force.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { stepSettings } from '#clinical/protocol/care-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { EditionChange } from '#clinical/protocol/edition-diff.ts';
import type { EditionPart } from '#clinical/protocol/edition-parts.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, line, localDate, paragraph, route, version } from './fields.ts';

/** How a protocol is named on a paper; without an approver it is an example and the paper says so. */
export const protocolName = z.strictObject({
  id: z.string(),
  name: z.optional(z.string()),
  version: z.optional(version),
  approver: z.optional(z.strictObject({ name: z.string(), on: localDate })),
});
export type ProtocolName = z.output<typeof protocolName>;

/** The routes that are carried from arrival to release, in a room here or at home; only these can be planned. */
export const routesCarried = [
  'iv',
  'im',
  'sublingual',
  'home',
  'nasal',
] as const satisfies readonly Edition['route'][];

export const protocol = z.strictObject({
  id: z.string(),
  name: z.string(),
  route,
  version,
  /** example: ships with the software. proposed: nobody has signed it yet. signed: in force from then on. */
  state: z.enum(['example', 'proposed', 'signed']),
  baseId: z.optional(z.string()),
  proposed: z.optional(z.strictObject({ at: instant, byName: z.string() })),
  signed: z.optional(z.strictObject({ at: instant, byName: z.string() })),
  /** Of the bytes shown; a signature names it. */
  sha256: z.string(),
  edition: computed<Edition>(),
});
export type Protocol = z.output<typeof protocol>;

export const listProtocols = endpoint({
  method: 'GET',
  path: '/api/protocols',
  summary: 'Every protocol edition: shipped, proposed and signed',
  response: z.strictObject({ protocols: z.array(protocol) }),
});

export const getProtocol = endpoint({
  method: 'GET',
  path: '/api/protocols/:edition',
  summary: 'One edition, how it differs from the one it was made from, and what speaks against it',
  response: z.strictObject({
    protocol,
    /** Its values one by one, in the order a clinician reads them. */
    parts: z.array(computed<EditionPart>()),
    changes: z.array(computed<EditionChange>()),
    findings: z.array(computed<DetectedIssue>()),
  }),
});

export const proposeProtocol = endpoint({
  method: 'POST',
  path: '/api/protocols',
  summary: 'Propose an edition as changes to another; it is in force for nobody until it is signed',
  body: z.strictObject({
    id,
    baseId: line,
    name: line,
    changes: z
      .array(
        z.strictObject({
          /** The way to the value, as the difference names it. */
          path: line,
          value: z.union([
            z.number(),
            z.array(z.number()).check(z.minLength(1), z.maxLength(40)),
            /** Whether a step is asked, offered or left out. */
            z.enum(stepSettings),
          ]),
          /** Why this clinic does it so; kept beside the value. */
          note: paragraph,
        }),
      )
      .check(z.maxLength(200)),
  }),
  response: protocol,
});

export const signProtocol = endpoint({
  method: 'POST',
  path: '/api/protocols/:edition/signature',
  summary: 'Answer for an edition by name: the bytes signed are the ones shown',
  body: z.strictObject({ sha256: z.string(), meaning: z.literal('I answer for this protocol') }),
  response: protocol,
});
