// At the hour of a check a mail goes to the companion, once: neutral words, and a secret of its own that opens the link they have.
// The secret ends with the link.

import { latestCheckHours } from '#clinical/integration/after-check-rules.ts';
import { careRecordsOf } from '#server/care-record';
import { iso } from '#server/clock';
import { languageOf, linkLetter, writeMail } from '#server/communications';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { companionAddress } from '#server/rides';
import { sha256 } from '#server/secrets';
import { checksOfCycle } from './asked.ts';

type Clinic = { id: string; name: string; phone: string };
type Reached = { link_id: string; patient_id: string; cycle_id: string; name: string; email: string };

export async function mailCompanionChecks(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<Clinic>('select id, name, phone from clinics');
  for (const clinic of clinics)
    await withTenant(ports.pool, { clinicId: clinic.id }, (tx) => mailClinic(tx, ports, clinic));
}

async function mailClinic(tx: Tx, ports: Ports, clinic: Clinic): Promise<void> {
  const now = ports.clock.now();
  const reached = await reachedByMail(tx, now);
  const records = await careRecordsOf(tx, [...new Set(reached.map((one) => one.patient_id))], now);
  for (const one of reached) {
    const followed = records.get(one.patient_id);
    const open = (followed === undefined ? [] : checksOfCycle(followed, one.cycle_id)).find(
      ({ askAt, closesAt, answered }) => askAt <= now && now < closesAt && answered === undefined,
    );
    if (open === undefined) continue;
    const secret = ports.random.bytes(32).toString('base64url');
    const mailId = ports.random.uuid();
    const { rowCount } = await tx.query(
      `insert into companion_link_keys (clinic_id, link_id, check_name, token_hash, made_at, mail_id)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [tx.clinicId, one.link_id, open.check, sha256(secret), iso(now), mailId],
    );
    if (rowCount !== 1) continue;
    const letter = linkLetter({
      asked: 'check',
      language: await languageOf(tx, one.patient_id),
      clinic,
      name: one.name,
      link: companionAddress(ports.origin, secret),
    });
    await writeMail(tx, { id: mailId, to: one.email, ...letter, kind: 'companion-link' }, now);
  }
}

/** Those who took someone home in the days that may be asked about, who may be asked, whose link works, and who gave an address. */
async function reachedByMail(tx: Tx, now: number): Promise<readonly Reached[]> {
  const { rows } = await tx.query<Reached>(
    `select l.id as link_id, r.patient_id, r.cycle_id, n.name, n.email
       from rides r
       join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id
       join related_persons n on n.clinic_id = r.clinic_id and n.id = r.related_person_id
      where r.clinic_id = $1 and n.email is not null and l.revoked_at is null and l.expires_at > $2
        and 'report' = any (l.scopes) and r.state not in ('asked', 'declined')
        and not exists (select 1 from companion_unasked u
                         where u.clinic_id = l.clinic_id and u.link_id = l.id and u.until_at is null)
        and exists (select 1 from dosing_sessions d where d.clinic_id = r.clinic_id and d.cycle_id = r.cycle_id
                       and d.released_at > $3)
      order by r.created_at, r.id`,
    [tx.clinicId, iso(now), iso(now - (latestCheckHours.value + 24) * 60 * 60_000)],
  );
  return rows;
}
