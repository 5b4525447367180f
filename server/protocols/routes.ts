// Reading, proposing and signing a protocol. Anyone who works here reads them; a prescriber proposes a change and
// answers for it by name. What was proposed is never changed: a second thought is the next version.

import { listPathways } from '#api/pathways.ts';
import type { Protocol } from '#api/protocols.ts';
import * as api from '#api/protocols.ts';
import { localDateOf } from '#clinical/instant.ts';
import { recordedScales } from '#clinical/instruments/recorded-scales.ts';
import { pathways, totalsForAnyone } from '#clinical/pathways/pathways.ts';
import { signEdition } from '#clinical/protocol/approve.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { checkEdition, isUsable } from '#clinical/protocol/edition-check.ts';
import { type EditionChange, editionChanges } from '#clinical/protocol/edition-diff.ts';
import { partsOf } from '#clinical/protocol/edition-parts.ts';
import { exampleEdition, exampleEditions } from '#clinical/protocol/editions.ts';
import { nextEdition } from '#clinical/protocol/next-edition.ts';
import { adequateTrialsAtLeast, indications } from '#clinical/screening/indications.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { editionsNamed, inForce } from './book.ts';
import {
  digestOf,
  findEditions,
  type KeptEdition,
  keepEdition,
  keepSignature,
  listEditions,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function protocolRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      listPathways,
      { resource: 'protocol', action: 'r', subject: 'clinic' },
      { audit: 'pathway.list' },
      async () => ({
        indications: [...indications],
        pathways: [...pathways],
        totalsForAnyone: [...totalsForAnyone],
        scales: [...recordedScales],
        adequateTrialsAtLeast: adequateTrialsAtLeast.value,
      }),
    ),

    route(
      api.listProtocols,
      { resource: 'protocol', action: 'r', subject: 'clinic' },
      { audit: 'protocol.list' },
      async ({ tx }) => {
        const own = await listEditions(tx);
        return { protocols: [...own.map(asProtocol), ...exampleEditions.map(asExample)] };
      },
    ),

    route(
      api.getProtocol,
      { resource: 'protocol', action: 'r', subject: 'clinic' },
      { audit: 'protocol.read' },
      async ({ tx, params }) => {
        const opened = await openProtocol(tx, params['edition'] ?? '');
        if (opened === undefined) return absent;
        const { protocol, base } = opened;
        return {
          protocol,
          parts: [...partsOf(protocol.edition)],
          changes: base === undefined ? [] : editionChanges(base, protocol.edition).filter(isDecided),
          findings: [...checkEdition({ proposed: protocol.edition, base })],
        };
      },
    ),

    route(
      api.proposeProtocol,
      { resource: 'protocol', action: 'c', subject: 'clinic' },
      { audit: 'protocol.propose' },
      async (context) => {
        const { tx, body, actor, clinic, now } = context;
        const [known] = await findEditions(tx, [body.id]);
        if (known !== undefined) return asProtocol(known);
        const base = await baseOf(tx, body.baseId);
        if (base === undefined) {
          return refuse(
            422,
            'no-such-base',
            'The protocol it is made from is not here, or nobody has signed it.',
            [{ path: 'baseId', message: 'Make it from a signed protocol or from an example.' }],
          );
        }
        const made = nextEdition({
          base,
          id: body.id,
          name: body.name,
          writtenOn: localDateOf(now, clinic.zone),
          changes: body.changes.map((change) => ({ ...change, source: 'O-CLINIC', confidence: 'H' })),
        });
        const against =
          made.kind === 'refused' ? made.findings : checkEdition({ proposed: made.edition, base });
        if (made.kind === 'refused' || !isUsable(against)) {
          return refuse(
            422,
            'protocol-not-usable',
            'This cannot be used as it stands. Each value that needs another look says why.',
            against.map((finding) => ({
              path: `changes.${finding.path}.value`,
              message: `${finding.title} ${finding.wayOut}`,
            })),
          );
        }
        await keepEdition(tx, made.edition, { baseId: base.id, by: actor.id, byName: actor.name, now });
        context.audit({ resourceId: body.id });
        const [kept] = await findEditions(tx, [body.id]);
        return kept === undefined ? absent : asProtocol(kept);
      },
    ),

    route(
      api.signProtocol,
      { resource: 'protocol', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'protocol.sign' },
      async (context) => {
        const { tx, params, body, actor, clinic, now } = context;
        const { edition: editionId = '' } = params;
        const [kept] = await findEditions(tx, [editionId]);
        if (kept === undefined) return absent;
        if (kept.signature !== undefined) return asProtocol(kept);
        if (body.sha256 !== kept.sha256 || body.sha256 !== digestOf(kept.edition)) {
          return refuse(
            409,
            'protocol-changed',
            'This is not the protocol you were shown. Open it again, read it, then sign.',
          );
        }
        const base = await baseOf(tx, kept.baseId);
        const signing = signEdition({
          draft: kept.edition,
          base,
          clinician: { name: actor.name, role: 'prescriber' },
          on: localDateOf(now, clinic.zone),
        });
        if (signing.kind === 'refused') {
          return refuse(
            422,
            'protocol-not-usable',
            `It cannot be signed: ${signing.findings[0]?.title ?? 'something speaks against it.'}`,
          );
        }
        const newer = (await listEditions(tx)).find(
          (one) =>
            one.signature &&
            one.edition.route === kept.edition.route &&
            one.edition.version >= kept.edition.version,
        );
        if (newer !== undefined) {
          return refuse(
            409,
            'newer-protocol-signed',
            `“${newer.edition.name}”, version ${newer.edition.version}, was signed since. Make the change from that one.`,
          );
        }
        await keepSignature(tx, editionId, {
          sha256: body.sha256,
          meaning: body.meaning,
          by: actor.id,
          byName: actor.name,
          now,
        });
        context.audit({ resourceId: editionId });
        const [signed] = await findEditions(tx, [editionId]);
        return signed === undefined ? absent : asProtocol(signed);
      },
    ),
  ];
}

/** What only says which edition it is, and not what care it asks for, is not a change to decide on. */
function isDecided({ path }: EditionChange): boolean {
  return !['id', 'version', 'madeFrom', 'writtenOn', 'approver.name', 'approver.on'].includes(path);
}

async function openProtocol(
  tx: Tx,
  editionId: string,
): Promise<{ readonly protocol: Protocol; readonly base: Edition | undefined } | undefined> {
  const example = exampleEdition(editionId);
  if (example !== undefined) return { protocol: asExample(example), base: undefined };
  const [kept] = await findEditions(tx, [editionId]);
  return kept && { protocol: asProtocol(kept), base: await baseOf(tx, kept.baseId) };
}

/** An example or a signed edition; a proposal nobody signed is no ground to build on. */
async function baseOf(tx: Tx, editionId: string): Promise<Edition | undefined> {
  return (await editionsNamed(tx, [editionId]))(editionId);
}

function asProtocol(kept: KeptEdition): Protocol {
  const edition = inForce(kept);
  return {
    ...named(edition ?? kept.edition),
    state: edition === undefined ? 'proposed' : 'signed',
    baseId: kept.baseId,
    proposed: { at: kept.proposedAt, byName: kept.proposedByName },
    signed: kept.signature && { at: kept.signature.at, byName: kept.signature.byName },
    sha256: kept.sha256,
  };
}

function asExample(edition: Edition): Protocol {
  return { ...named(edition), state: 'example', sha256: digestOf(edition) };
}

function named(edition: Edition): Pick<Protocol, 'id' | 'name' | 'route' | 'version' | 'edition'> {
  const { id, name, route: by, version } = edition;
  return { id, name, route: by, version, edition };
}
