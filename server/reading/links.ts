// Which listed places did not answer when they were last tried.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

/** Address by address, since when it has been silent. */
export async function silentLinks(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ href: string; silent_since: number }>(
    'select href, silent_since from link_checks where clinic_id = $1 and silent_since is not null',
    [tx.clinicId],
  );
  return new Map(rows.map((row) => [row.href, row.silent_since]));
}

/** Keeps how a try ended. True when an address falls silent that answered before, or was never tried. */
export async function keepTry(tx: Tx, href: string, answered: boolean, now: number): Promise<boolean> {
  const { rows } = await tx.query<{ silent_since: number | null }>(
    'select silent_since from link_checks where clinic_id = $1 and href = $2',
    [tx.clinicId, href],
  );
  const before = rows[0]?.silent_since ?? undefined;
  await tx.query(
    `insert into link_checks (clinic_id, href, tried_at, silent_since) values ($1, $2, $3, $4)
     on conflict (clinic_id, href) do update set tried_at = $3, silent_since = $4`,
    [tx.clinicId, href, iso(now), answered ? null : iso(before ?? now)],
  );
  return !answered && before === undefined;
}
