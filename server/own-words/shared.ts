// What a patient chose to show to the person asking, and only that. Reading it tells the patient that it was seen.

import type { SharedWords as Shown } from '#api/own-words.ts';
import { type Clock, iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';
import { mediaHere, withArrival } from './media.ts';
import { wordsOpener } from './seal.ts';

export type SharedWords = Shown & { readonly shareId: string };

type Row = {
  id: string;
  share_id: string;
  version: number;
  kind: SharedWords['kind'];
  cycle_id: string | null;
  sealed: Buffer;
  written_at: number;
  shared_at: number;
};

/** A letter that is not open yet is not shown, not even to the one it was shared with. */
export async function wordsSharedWithMe(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
  now: number,
): Promise<SharedWords[]> {
  const { rows } = await tx.query<Row>(
    `select w.id, s.id as share_id, w.version, w.kind, w.cycle_id, w.sealed, w.written_at, s.shared_at
       from own_words_shares s
       join own_words w on w.clinic_id = s.clinic_id and w.id = s.words_id and w.patient_id = s.patient_id
      where s.clinic_id = $1 and s.patient_id = $2 and $3 in (s.with_account_id, s.with_link_id) and s.taken_back_at is null
        and w.deleted_at is null and (w.open_at is null or w.open_at <= $4)
      order by s.shared_at desc, s.id`,
    [tx.clinicId, patientId, tx.accountId, iso(now)],
  );
  const open = await wordsOpener(tx, secrets, patientId);
  const here = await mediaHere(
    tx,
    patientId,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const { state: _, ...inside } = open({ wordsId: row.id, version: row.version, sealed: row.sealed });
    return {
      ...inside,
      id: row.id,
      shareId: row.share_id,
      kind: row.kind,
      cycleId: row.cycle_id ?? undefined,
      media: withArrival(inside.media, here.get(row.id)),
      writtenAt: row.written_at,
      sharedAt: row.shared_at,
    };
  });
}

/** How many were seen for the first time. */
export async function markSeen(
  tx: Tx,
  patientId: string,
  shareIds: readonly string[],
  now: number,
): Promise<number> {
  const { rowCount } = await tx.query(
    `update own_words_shares set seen_at = $4
      where clinic_id = $1 and patient_id = $2 and id = any ($3::uuid[]) and $5 in (with_account_id, with_link_id) and seen_at is null`,
    [tx.clinicId, patientId, shareIds, iso(now), tx.accountId],
  );
  return rowCount ?? 0;
}

/** The intention of a cycle, when the patient shared it with the account of this transaction; marks it as seen. */
export async function sharedIntention(
  tx: Tx,
  ports: { secrets: Secrets; clock: Clock },
  of: { patientId: string; cycleId: string },
): Promise<string | undefined> {
  const now = ports.clock.now();
  const shared = await wordsSharedWithMe(tx, ports.secrets, of.patientId, now);
  const found = shared.find(
    (words) => words.kind === 'intention' && words.cycleId === of.cycleId && words.text !== '',
  );
  if (found === undefined) return undefined;
  await markSeen(tx, of.patientId, [found.shareId], now);
  return found.text;
}
