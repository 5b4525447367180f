// What a patient chose to show to the person asking, and only that. Reading it tells the patient that it was seen.

import type { SharedWords as Shown } from '#api/own-words.ts';
import { type Clock, iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';
import { mediaHere, withArrival } from './media.ts';
import { wordsOpener } from './seal.ts';
import { opensAt } from './store.ts';

/** One entry as the reader sees it, with the share and the wording it is. */
export type SharedWords = Shown & { readonly share: { readonly id: string; readonly version: number } };

type Row = {
  id: string;
  share_id: string;
  version: number;
  kind: SharedWords['kind'];
  cycle_id: string | null;
  sealed: Buffer;
  written_at: number;
  shared_at: number;
  seen_at: number | null;
  changed_at: number;
};

/** A letter that is not open yet is not shown, not even to the one it was shared with. */
export async function wordsSharedWithMe(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
  now: number,
): Promise<SharedWords[]> {
  const { rows } = await tx.query<Row>(
    `select w.id, s.id as share_id, w.version, w.kind, w.cycle_id, w.sealed, w.written_at, s.shared_at, s.seen_at,
            w.recorded_at as changed_at
       from own_words_shares s
       join own_words w on w.clinic_id = s.clinic_id and w.id = s.words_id and w.patient_id = s.patient_id
      where s.clinic_id = $1 and s.patient_id = $2 and $3 in (s.with_account_id, s.with_link_id) and s.taken_back_at is null
        and w.deleted_at is null and (w.open_at is null or ${opensAt} <= $4)
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
      share: { id: row.share_id, version: row.version },
      kind: row.kind,
      cycleId: row.cycle_id ?? undefined,
      media: withArrival(inside.media, here.get(row.id)),
      writtenAt: row.written_at,
      sharedAt: row.shared_at,
      changed:
        row.seen_at !== null && row.seen_at < row.changed_at
          ? { seenAt: row.seen_at, at: row.changed_at }
          : undefined,
    };
  });
}

/** How many were read in a wording that was not read before. */
export async function markSeen(
  tx: Tx,
  patientId: string,
  shares: readonly SharedWords['share'][],
  now: number,
): Promise<number> {
  const { rowCount } = await tx.query(
    `update own_words_shares s
        set seen_at = coalesce(s.seen_at, $5), seen_version = read.version, version_seen_at = $5
       from unnest($3::uuid[], $4::int[]) as read (id, version)
      where s.clinic_id = $1 and s.patient_id = $2 and s.id = read.id and $6 in (s.with_account_id, s.with_link_id)
        and s.seen_version is distinct from read.version`,
    [
      tx.clinicId,
      patientId,
      shares.map(({ id }) => id),
      shares.map(({ version }) => version),
      iso(now),
      tx.accountId,
    ],
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
  await markSeen(tx, of.patientId, [found.share], now);
  return found.text;
}
