// A ring: the clinic is called about a home. One cause makes one ring, each turn calls once, and an answer in the log of the
// session ends it with a name and a time.

import type { HomeRing } from '#api/home.ts';
import { everyoneTurn, type RingTurn } from '#clinical/on-call/ring-turns.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import type { RoleName } from '#server/access';
import { iso } from '#server/clock';
import { wordsOfRing, writeMail } from '#server/communications';
import { careStaffOnShift } from '#server/on-call';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { idFrom, raiseTask } from '#server/tasks';

export type Ring = {
  readonly id: string;
  readonly patientId: string;
  readonly sessionId: string;
  readonly reason: HomeRing['reason'];
  readonly raisedAt: number;
};
export type NewRing = Ring & { readonly lastLookAt: number | undefined; readonly missedLooks: number };

/** False when this cause has rung already. */
export async function raiseRing(tx: Tx, ring: NewRing): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into home_rings (clinic_id, id, patient_id, session_id, reason, raised_at, last_look_at, missed_looks)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      tx.clinicId,
      ring.id,
      ring.patientId,
      ring.sessionId,
      ring.reason,
      iso(ring.raisedAt),
      ring.lastLookAt === undefined ? null : iso(ring.lastLookAt),
      ring.missedLooks,
    ],
  );
  return rowCount === 1;
}

type Called = { readonly id: string; readonly email: string; readonly roles: readonly RoleName[] };

/** Calls whoever's turn it is. False when that turn was taken before. */
export async function takeTurn(
  tx: Tx,
  ring: Ring,
  { turn, now, ports }: { turn: RingTurn; now: number; ports: Pick<Ports, 'origin' | 'random'> },
): Promise<boolean> {
  const named = turn >= everyoneTurn ? undefined : await onCallAt(tx, ring.sessionId, turn);
  const { rowCount } = await tx.query(
    `insert into home_ring_calls (clinic_id, ring_id, turn, account_id, called_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.clinicId, ring.id, turn, named?.id ?? null, iso(now)],
  );
  if (rowCount !== 1) return false;
  const called = named === undefined ? await onShift(tx, now) : [named];
  const owners: readonly RoleName[] =
    named === undefined ? ['nurse', 'prescriber'] : [named.roles.includes('nurse') ? 'nurse' : 'prescriber'];
  for (const ownerRole of owners) {
    await raiseTask(
      tx,
      {
        // Called again, they have the same work.
        id: idFrom(`${ring.id}/${Math.min(turn, everyoneTurn)}/${ownerRole}`),
        patientId: ring.patientId,
        kind: `home-${ring.reason}`,
        ownerRole,
        detail: { sessionId: ring.sessionId, ringId: ring.id },
        priority: 'now',
        dueAt: now,
      },
      now,
    );
  }
  const address = `${ports.origin}/clinic/patients/${ring.patientId}/sessions/${ring.sessionId}/home`;
  for (const { email } of called)
    await writeMail(
      tx,
      { id: ports.random.uuid(), to: email, ...wordsOfRing(address).mail, kind: 'ring' },
      now,
    );
  return true;
}

async function onCallAt(tx: Tx, sessionId: string, turn: RingTurn): Promise<Called | undefined> {
  const { rows } = await tx.query<Called>(
    `select a.id, a.email, a.roles
       from dosing_sessions d
       join lateral (select * from home_on_call o where o.clinic_id = d.clinic_id and o.cycle_id = d.cycle_id
                      order by o.named_at desc, o.id limit 1) n on true
       join accounts a on a.clinic_id = d.clinic_id and a.id = case $3::int when 1 then n.first_id else n.second_id end
        and a.disabled_at is null
      where d.clinic_id = $1 and d.id = $2`,
    [tx.clinicId, sessionId, turn],
  );
  return rows[0];
}

async function onShift(tx: Tx, now: number): Promise<readonly Called[]> {
  const here = await careStaffOnShift(tx, now);
  return here.filter(({ roles }) => roles.some((role) => role === 'nurse' || role === 'prescriber'));
}

/** The first answer stays; whoever answered, everyone else who was called is free again. */
export async function answerRing(tx: Tx, ringId: string, event: RecordedEvent): Promise<void> {
  const { rowCount } = await tx.query(
    `update home_rings set answered_at = greatest(raised_at, $4), answered_by = $5, answered_by_name = $6
      where clinic_id = $1 and id::text = $2 and session_id = $3 and answered_at is null`,
    [tx.clinicId, ringId, event.sessionId, iso(event.effectiveAt), event.authorId, event.authorName],
  );
  if (rowCount !== 1) return;
  await tx.query(
    `update tasks set done_at = $3, done_by = $4 where clinic_id = $1 and detail ->> 'ringId' = $2 and done_at is null`,
    [tx.clinicId, ringId, iso(event.receivedAt), event.authorId],
  );
}

type RingRow = {
  id: string;
  patient_id: string;
  session_id: string;
  reason: HomeRing['reason'];
  raised_at: number;
  last_look_at: number | null;
  missed_looks: number;
  answered_at: number | null;
  answered_by_name: string | null;
  calls: { turn: number; name: string | null; at: number; accountId: string | null }[];
};

export type KeptRing = Ring & { readonly shown: HomeRing; readonly calledIds: readonly (string | null)[] };

/** Oldest first. */
export async function ringsOf(
  tx: Tx,
  asked: { readonly sessionIds: readonly string[] } | 'unanswered',
): Promise<readonly KeptRing[]> {
  const { rows } = await tx.query<RingRow>(
    `select r.id, r.patient_id, r.session_id, r.reason, r.raised_at, r.last_look_at, r.missed_looks, r.answered_at,
            r.answered_by_name,
            (select coalesce(json_agg(json_build_object('turn', k.turn, 'name', a.display_name, 'accountId', k.account_id,
                      'at', floor(extract(epoch from k.called_at) * 1000)::bigint) order by k.turn), '[]')
               from home_ring_calls k left join accounts a on a.clinic_id = k.clinic_id and a.id = k.account_id
              where k.clinic_id = r.clinic_id and k.ring_id = r.id) as calls
       from home_rings r
       join dosing_sessions d on d.clinic_id = r.clinic_id and d.id = r.session_id
      where r.clinic_id = $1
        and case when $2::uuid[] is null then r.answered_at is null and d.released_at is null else r.session_id = any ($2) end
      order by r.raised_at, r.id`,
    [tx.clinicId, asked === 'unanswered' ? null : asked.sessionIds],
  );
  return rows.map((row) => ({
    id: row.id,
    patientId: row.patient_id,
    sessionId: row.session_id,
    reason: row.reason,
    raisedAt: row.raised_at,
    calledIds: row.calls.map((call) => call.accountId),
    shown: {
      id: row.id,
      reason: row.reason,
      raisedAt: row.raised_at,
      lastLookAt: row.last_look_at ?? undefined,
      missedLooks: row.missed_looks,
      calls: row.calls.map(({ turn, name, at }) => ({ turn, at, ...(name === null ? {} : { name }) })),
      answeredAt: row.answered_at ?? undefined,
      answeredBy: row.answered_by_name ?? undefined,
    },
  }));
}
