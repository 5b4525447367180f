// Standing orders as rows, and their ends. An order is read back only while it is what was signed.

import type { StandingOrderContent } from '#api/standing-orders.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import type { StandingOrder } from '#dosing-session/standing-orders.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { sha256 } from '#server/secrets';

export type KeptOrder = {
  readonly order: StandingOrder;
  readonly end: { readonly at: number; readonly byName: string; readonly reason: string } | undefined;
};

const digestOf = (content: StandingOrderContent): Buffer => sha256(canonicalJson(content));

export async function standingOrders(tx: Tx): Promise<readonly KeptOrder[]> {
  const { rows } = await tx.query<{
    id: string;
    content: StandingOrderContent;
    content_sha256: Buffer;
    signed_at: number;
    signed_by_name: string;
    ended_at: number | null;
    ended_by_name: string | null;
    reason: string | null;
  }>(
    `select o.id, o.content, o.content_sha256, o.signed_at, o.signed_by_name, e.ended_at, e.ended_by_name, e.reason
       from standing_orders o
       left join standing_order_ends e on e.clinic_id = o.clinic_id and e.order_id = o.id
      where o.clinic_id = $1 order by o.signed_at, o.id`,
    [tx.clinicId],
  );
  return rows.flatMap((row) =>
    digestOf(row.content).equals(row.content_sha256)
      ? [
          {
            order: {
              id: row.id,
              ...row.content,
              signedByName: row.signed_by_name,
              signedAt: row.signed_at,
            },
            end:
              row.ended_at === null
                ? undefined
                : { at: row.ended_at, byName: row.ended_by_name ?? '', reason: row.reason ?? '' },
          },
        ]
      : [],
  );
}

/** What may be given under today, for the room. */
export async function ordersInForce(tx: Tx): Promise<StandingOrder[]> {
  return (await standingOrders(tx)).flatMap(({ order, end }) => (end === undefined ? [order] : []));
}

export async function keepOrder(
  tx: Tx,
  signed: {
    readonly id: string;
    readonly content: StandingOrderContent;
    readonly by: { readonly id: string; readonly name: string };
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into standing_orders (clinic_id, id, content, content_sha256, signed_at, signed_by, signed_by_name)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      tx.clinicId,
      signed.id,
      JSON.stringify(signed.content),
      digestOf(signed.content),
      iso(signed.now),
      signed.by.id,
      signed.by.name,
    ],
  );
}

/** The first end stands. False: there is no such order. */
export async function keepEnd(
  tx: Tx,
  ended: {
    readonly orderId: string;
    readonly reason: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly now: number;
  },
): Promise<boolean> {
  const { rows } = await tx.query('select 1 from standing_orders where clinic_id = $1 and id::text = $2', [
    tx.clinicId,
    ended.orderId,
  ]);
  if (rows.length === 0) return false;
  await tx.query(
    `insert into standing_order_ends (clinic_id, order_id, reason, ended_at, ended_by, ended_by_name)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.clinicId, ended.orderId, ended.reason, iso(ended.now), ended.by.id, ended.by.name],
  );
  return true;
}
