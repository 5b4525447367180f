// Which pages to read a clinician of this clinic stands behind, word for word.

import { type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import {
  type ApprovableText,
  type Approval,
  approvableTexts,
  reviewerOf,
  wordsToApprove,
} from '#content/approvals.ts';
import type { Reviewer } from '#content/claims.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { sha256 } from '#server/secrets';

const fingerprintOf = (text: ApprovableText): string => sha256(wordsToApprove(text)).toString('hex');

/** The pages as this server shows them now. */
export const textsNow = approvableTexts().map((text) => ({ ...text, sha256: fingerprintOf(text) }));

type Row = {
  path: string;
  content_sha256: Buffer;
  approved_by_name: string;
  approved_at: number;
  taken_back_at: number | null;
  taken_back_by_name: string | null;
  taken_back_reason: string | null;
};

export type PastApproval = Approval & {
  readonly takenBack: { readonly name: string; readonly on: LocalDate; readonly reason: string } | undefined;
};

/** Newest first, with those that were taken back. */
export async function everyApproval(tx: Tx, zone: ZoneId): Promise<PastApproval[]> {
  const { rows } = await tx.query<Row>(
    `select path, content_sha256, approved_by_name, approved_at, taken_back_at, taken_back_by_name, taken_back_reason
       from page_approvals where clinic_id = $1 order by approved_at desc, path, id`,
    [tx.clinicId],
  );
  return rows.map((row) => ({
    path: row.path,
    sha256: row.content_sha256.toString('hex'),
    name: row.approved_by_name,
    approvedOn: localDateOf(row.approved_at, zone),
    takenBack:
      row.taken_back_at === null
        ? undefined
        : {
            name: row.taken_back_by_name ?? '',
            on: localDateOf(row.taken_back_at, zone),
            reason: row.taken_back_reason ?? '',
          },
  }));
}

/** Those in force, newest first. */
export async function approvalsOf(tx: Tx, zone: ZoneId): Promise<Approval[]> {
  return (await everyApproval(tx, zone)).flatMap(({ takenBack, ...approval }) =>
    takenBack === undefined ? [approval] : [],
  );
}

/** Who stands behind the page at this address as it is shown now. */
export async function approverOf(tx: Tx, path: string, zone: ZoneId): Promise<Reviewer | undefined> {
  const text = textsNow.find(({ page }) => page.path === path);
  return text && reviewerOf({ path, sha256: text.sha256 }, await approvalsOf(tx, zone));
}

type By = { readonly id: string; readonly name: string; readonly now: number };
type Text = Pick<Approval, 'path' | 'sha256'>;

/** The first name under a text stays until it is taken back: the same words are approved once. */
export async function keepApproval(tx: Tx, id: string, text: Text, by: By): Promise<void> {
  await tx.query(
    `insert into page_approvals (clinic_id, id, path, content_sha256, approved_by, approved_by_name, approved_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.clinicId, id, text.path, Buffer.from(text.sha256, 'hex'), by.id, by.name, iso(by.now)],
  );
}

/** False when nobody's name stands under these words. */
export async function takeBack(tx: Tx, text: Text & { readonly reason: string }, by: By): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update page_approvals set taken_back_at = $4, taken_back_by = $5, taken_back_by_name = $6, taken_back_reason = $7
      where clinic_id = $1 and path = $2 and content_sha256 = $3 and taken_back_at is null`,
    [tx.clinicId, text.path, Buffer.from(text.sha256, 'hex'), iso(by.now), by.id, by.name, text.reason],
  );
  return rowCount === 1;
}
