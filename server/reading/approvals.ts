// Which pages to read a clinician of this clinic stands behind, word for word.

import { localDateOf, type ZoneId } from '#clinical/instant.ts';
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

type Row = { path: string; content_sha256: Buffer; approved_by_name: string; approved_at: number };

/** Newest first. */
export async function approvalsOf(tx: Tx, zone: ZoneId): Promise<Approval[]> {
  const { rows } = await tx.query<Row>(
    `select path, content_sha256, approved_by_name, approved_at from page_approvals
      where clinic_id = $1 order by approved_at desc, path`,
    [tx.clinicId],
  );
  return rows.map((row) => ({
    path: row.path,
    sha256: row.content_sha256.toString('hex'),
    name: row.approved_by_name,
    approvedOn: localDateOf(row.approved_at, zone),
  }));
}

/** Who stands behind the page at this address as it is shown now. */
export async function approverOf(tx: Tx, path: string, zone: ZoneId): Promise<Reviewer | undefined> {
  const text = textsNow.find(({ page }) => page.path === path);
  return text && reviewerOf({ path, sha256: text.sha256 }, await approvalsOf(tx, zone));
}

/** The first name under a text stays: the same words are approved once. */
export async function keepApproval(
  tx: Tx,
  text: Pick<Approval, 'path' | 'sha256'>,
  by: { readonly id: string; readonly name: string; readonly now: number },
): Promise<void> {
  await tx.query(
    `insert into page_approvals (clinic_id, path, content_sha256, approved_by, approved_by_name, approved_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.clinicId, text.path, Buffer.from(text.sha256, 'hex'), by.id, by.name, iso(by.now)],
  );
}
