// Each change of hours and prices is a version of its own; the newest one stands.

import type { SiteDetails } from '#api/site-details.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type KeptDetails = {
  readonly version: number;
  readonly details: SiteDetails;
  readonly at: number;
  readonly byName: string;
};

export async function newestDetails(tx: Tx): Promise<KeptDetails | undefined> {
  const { rows } = await tx.query<KeptDetails>(
    `select version, details, saved_at as at, saved_by_name as "byName" from site_details
      where clinic_id = $1 order by version desc limit 1`,
    [tx.clinicId],
  );
  return rows[0];
}

/** False when someone else changed them first. */
export async function keepDetails(
  tx: Tx,
  { details, version }: { readonly details: SiteDetails; readonly version: number },
  by: { readonly id: string; readonly name: string; readonly now: number },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into site_details (clinic_id, version, details, saved_at, saved_by, saved_by_name)
     select $1, $2::int + 1, $3, $4, $5, $6
      where $2 = (select coalesce(max(version), 0) from site_details where clinic_id = $1)
     on conflict do nothing`,
    [tx.clinicId, version, JSON.stringify(details), iso(by.now), by.id, by.name],
  );
  return rowCount === 1;
}
