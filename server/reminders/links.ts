// Links that answer one question of one person and open nothing. Only the hash of the secret is kept.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { type Random, sha256 } from '#server/secrets';

export type AnswerLink = {
  readonly id: string;
  readonly patientId: string;
  readonly cycleId: string | undefined;
  readonly about: 'pulse' | 'evening-check' | 'after-check';
  readonly hours: number | undefined;
  readonly language: 'en' | 'es';
  readonly createdAt: number;
  /** Of an evening when they went home, which is not always the day the link was made; else when it was made. */
  readonly asksAbout: number;
  readonly expiresAt: number;
  readonly answers: number;
};

/** More taps than any person needs; a stranger with the link can do no more. */
export const mostAnswers = 20;

export async function makeLink(
  tx: Tx,
  random: Random,
  link: Pick<AnswerLink, 'patientId' | 'cycleId' | 'about' | 'hours' | 'expiresAt'>,
  now: number,
): Promise<string> {
  const secret = random.bytes(32).toString('base64url');
  await tx.query(
    `insert into answer_links (clinic_id, id, patient_id, cycle_id, token_hash, about, hours, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      random.uuid(),
      link.patientId,
      link.cycleId ?? null,
      sha256(secret),
      link.about,
      link.hours ?? null,
      iso(now),
      iso(link.expiresAt),
    ],
  );
  return secret;
}

type Row = {
  id: string;
  patient_id: string;
  cycle_id: string | null;
  about: AnswerLink['about'];
  hours: number | null;
  language: string;
  created_at: number;
  released_at: number | null;
  expires_at: number;
  answers: number;
};

/** Nothing for a secret that never was and for one that had ended by then, alike. */
export async function findLink(tx: Tx, secret: string, at: number): Promise<AnswerLink | undefined> {
  const { rows } = await tx.query<Row>(
    `select l.id, l.patient_id, l.cycle_id, l.about, l.hours, p.language, l.created_at, l.expires_at, l.answers,
            (select max(d.released_at) from dosing_sessions d
              where l.about = 'evening-check' and d.clinic_id = l.clinic_id and d.cycle_id = l.cycle_id) as released_at
       from answer_links l join patients p on p.clinic_id = l.clinic_id and p.id = l.patient_id
      where l.clinic_id = $1 and l.token_hash = $2 and l.expires_at > $3`,
    [tx.clinicId, sha256(secret), iso(at)],
  );
  const row = rows[0];
  return (
    row && {
      id: row.id,
      patientId: row.patient_id,
      cycleId: row.cycle_id ?? undefined,
      about: row.about,
      hours: row.hours ?? undefined,
      language: row.language === 'es' ? 'es' : 'en',
      createdAt: row.created_at,
      asksAbout: row.released_at ?? row.created_at,
      expiresAt: row.expires_at,
      answers: row.answers,
    }
  );
}

/** False when the link has answered as often as it may. */
export async function countAnswer(tx: Tx, linkId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update answer_links set answers = answers + 1 where clinic_id = $1 and id = $2 and answers < $3',
    [tx.clinicId, linkId, mostAnswers],
  );
  return rowCount === 1;
}
