// The editions a piece of work needs, by id: the shipped ones from the software, a clinic's own from its signed rows. A
// signed edition never changes, so it is read once.

import { routesCarried } from '#api/protocols.ts';
import { localDateOf, type ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEdition, exampleEditions } from '#clinical/protocol/editions.ts';
import type { Tx } from '#server/postgres';
import { digestOf, findEditions, type KeptEdition, listEditions } from './store.ts';

/** Finds one of the editions the book was opened with. Undefined: nobody here can read this protocol. */
export type EditionBook = (editionId: string | undefined) => Edition | undefined;

const read = new Map<string, Edition>();

export async function editionsNamed(
  tx: Tx,
  editionIds: Iterable<string | null | undefined>,
): Promise<EditionBook> {
  const key = (id: string): string => `${tx.clinicId}/${id}`;
  const own = [...new Set(editionIds)].filter((id) => id != null && exampleEdition(id) === undefined);
  const unread = own.filter((id) => id != null && !read.has(key(id))).map(String);
  for (const kept of unread.length === 0 ? [] : await findEditions(tx, unread)) {
    const edition = inForce(kept);
    if (edition) read.set(key(edition.id), edition);
  }
  return (id) => (id === undefined ? undefined : (exampleEdition(id) ?? read.get(key(id))));
}

/** What a series may be planned on: the clinic's signed editions, the newest of each route first, then the examples.
 * Only routes whose room stands are offered. */
export async function editionsToPlan(tx: Tx): Promise<readonly Edition[]> {
  const own = (await listEditions(tx)).flatMap((kept) => inForce(kept) ?? []);
  return [...own, ...exampleEditions].filter((edition) =>
    routesCarried.some((route) => route === edition.route),
  );
}

/** With the one who signed as its approver; undefined while nobody has, or when the bytes are not the ones signed. */
export function inForce(kept: KeptEdition): Edition | undefined {
  const { edition, signature } = kept;
  if (signature === undefined || signature.sha256 !== digestOf(edition)) return undefined;
  return { ...edition, approver: { name: signature.byName, on: dayOf(signature.at) } };
}

/** The day of a signature is told the same everywhere, whatever zone the reader sits in. */
const zoneOfDays: ZoneId = 'UTC';

function dayOf(at: number): string {
  return localDateOf(at, zoneOfDays);
}
