// Rings as rows. The first name put to one stays.

import type { Ring, RingCall, RingForStaff } from '#api/rings.ts';
import type { RingCause } from '#clinical/on-call/ring-causes.ts';
import { everyoneTurn, ringOpensRecordHours } from '#clinical/on-call/ring-turns.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

const hourMs = 60 * 60_000;
/** How long the person it was about reads what became of it. */
const toldForMs = 24 * hourMs;

/** Nothing where one stands open for this cause already. */
export async function openRing(
  tx: Tx,
  ring: { readonly id: string; readonly patientId: string; readonly cause: RingCause },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into rings (clinic_id, id, patient_id, cause, raised_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.clinicId, ring.id, ring.patientId, ring.cause, iso(now)],
  );
}

export async function haveRing(
  tx: Tx,
  { patientId, cause }: Pick<KeptRing, 'patientId' | 'cause'>,
  by: { readonly id: string; readonly name: string },
  now: number,
): Promise<void> {
  await tx.query(
    `update rings set seen_at = greatest(raised_at, $4), seen_by = $5, seen_by_name = $6
      where clinic_id = $1 and patient_id = $2 and cause = $3 and seen_at is null`,
    [tx.clinicId, patientId, cause, iso(now), by.id, by.name],
  );
}

type Row = {
  id: string;
  cause: RingCause;
  raised_at: number;
  seen_at: number | null;
  seen_by: string | null;
  seen_by_name: string | null;
  patient_id: string;
  patient_name: string;
  patient_phone: string | null;
  calls: KeptCall[];
};

type KeptCall = {
  turn: number;
  at: number;
  names: string[];
  accountIds: string[];
  fixedNumber: string | null;
  /** To nobody's account: to the clinic's own number. */
  messages: { accountId: string | null; state: 'sent' | 'waiting' | 'failed' }[];
};

const columns = `r.id, r.cause, r.raised_at, r.seen_at, r.seen_by, r.seen_by_name, r.patient_id,
  coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name as patient_name, p.phone as patient_phone,
  (select coalesce(json_agg(json_build_object('turn', k.turn, 'names', k.names, 'accountIds', k.account_ids,
            'fixedNumber', k.fixed_number, 'at', floor(extract(epoch from k.called_at) * 1000)::bigint,
            'messages', (select coalesce(json_agg(json_build_object('accountId', s.account_id, 'state',
                           case when m.sent_at is not null or x.sent_at is not null then 'sent'
                                when m.failed_at is not null or x.failed_at is not null then 'failed'
                                else 'waiting' end)), '[]')
                           from ring_messages s
                           left join outgoing_mail m on m.clinic_id = s.clinic_id and m.id = s.id
                           left join outgoing_messages x on x.clinic_id = s.clinic_id and x.id = s.id
                          where s.clinic_id = k.clinic_id and s.ring_id = k.ring_id and s.turn = k.turn)
          ) order by k.turn), '[]')
     from ring_calls k where k.clinic_id = r.clinic_id and k.ring_id = r.id) as calls`;
const from = 'from rings r join patients p on p.clinic_id = r.clinic_id and p.id = r.patient_id';

function ringOf(row: Row): Ring {
  return {
    id: row.id,
    cause: row.cause,
    raisedAt: row.raised_at,
    calls: toldOf(row.calls),
    seenAt: row.seen_at ?? undefined,
    seenByName: row.seen_by_name ?? undefined,
  };
}

function toldOf(calls: readonly KeptCall[]): RingCall[] {
  const toEveryone = calls.filter(({ turn }) => turn >= everyoneTurn);
  return [
    ...calls.filter(({ turn }) => turn < everyoneTurn).map((call) => callOf(call, 1)),
    ...toEveryone.slice(-1).map((call) => callOf(call, toEveryone.length)),
  ];
}

function callOf({ turn, at, names, accountIds, fixedNumber, messages }: KeptCall, times: number): RingCall {
  // One that went out is enough; one that may still go is more than one that did not.
  const became = (accountId: string | null) => {
    const states = messages.filter((each) => each.accountId === accountId).map(({ state }) => state);
    return (['sent', 'waiting', 'failed'] as const).find((state) => states.includes(state));
  };
  return {
    turn,
    times,
    at,
    called: names.map((name, index) => ({ name, message: became(accountIds[index] ?? null) })),
    fixedNumber: fixedNumber === null ? undefined : { number: fixedNumber, message: became(null) },
  };
}

/** Newest first. */
export async function ringsOfPatient(tx: Tx, patientId: string, now: number): Promise<Ring[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from} where r.clinic_id = $1 and r.patient_id = $2 and r.raised_at > $3 order by r.raised_at desc, r.id`,
    [tx.clinicId, patientId, iso(now - toldForMs)],
  );
  return rows.map(ringOf);
}

export type KeptRing = Omit<RingForStaff, 'isMine'> & {
  readonly seenBy: string | undefined;
  readonly calledIds: readonly string[];
};

/** Open ones, and those someone had within the hours in which it opens the record to them. Oldest first. */
export async function ringsNow(tx: Tx, now: number): Promise<readonly KeptRing[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from} where r.clinic_id = $1 and (r.seen_at is null or r.seen_at > $2) order by r.raised_at, r.id`,
    [tx.clinicId, iso(now - ringOpensRecordHours.value * hourMs)],
  );
  return rows.map((row) => ({
    ...ringOf(row),
    patientId: row.patient_id,
    patientName: row.patient_name,
    patientPhone: row.patient_phone ?? undefined,
    seenBy: row.seen_by ?? undefined,
    calledIds: row.calls.flatMap((call) => call.accountIds),
  }));
}
