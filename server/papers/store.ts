// Signed notes, completed and sent forms, and what the papers need from the record, as rows. Nothing here changes a row.

import type { FormAnswers } from '#dosing-session/papers/monitoring-form-paper.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type Around = {
  given_name: string;
  family_name: string;
  birth_date: string | null;
  sex: 'female' | 'male' | 'other' | 'unknown' | null;
  room_name: string;
  cycle_number: number;
  planned_cycles: number;
  series_id: string;
};

export async function around(tx: Tx, sessionId: string): Promise<Around | undefined> {
  const { rows } = await tx.query<Around>(
    `select p.given_name, p.family_name, p.birth_date, p.sex, coalesce(r.name, 'At home') as room_name, c.number as cycle_number,
            s.planned_cycles, s.id as series_id
       from dosing_sessions d
       join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
       left join rooms r on r.clinic_id = d.clinic_id and r.id = d.room_id
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where d.clinic_id = $1 and d.id = $2`,
    [tx.clinicId, sessionId],
  );
  return rows[0];
}

export type OrderThen = {
  body: { drug: string; doseMg: number; weightKg?: number; infusionMinutes?: number; note?: string };
  signed_at: number;
  signed_by_name: string;
};

/** The newest order that was signed by a moment; what was ordered afterwards is another story. */
export async function orderAt(tx: Tx, seriesId: string, at: number): Promise<OrderThen | undefined> {
  const { rows } = await tx.query<OrderThen>(
    `select body, signed_at, signed_by_name from medication_requests
      where clinic_id = $1 and series_id = $2 and signed_at <= $3 order by signed_at desc limit 1`,
    [tx.clinicId, seriesId, iso(at)],
  );
  return rows[0];
}

export async function consentAt(
  tx: Tx,
  patientId: string,
  at: number,
): Promise<{ edition_id: string; signed_at: number; withdrawn_at: number | null } | undefined> {
  const { rows } = await tx.query<{ edition_id: string; signed_at: number; withdrawn_at: number | null }>(
    `select edition_id, signed_at, withdrawn_at from consents
      where clinic_id = $1 and patient_id = $2 and signed_at <= $3 order by signed_at desc limit 1`,
    [tx.clinicId, patientId, iso(at)],
  );
  return rows[0];
}

/** The lines that stood shut as a dose arrived here, as they were kept in that moment. */
export async function stoodShut(tx: Tx, doseEventId: string | undefined): Promise<readonly string[]> {
  if (doseEventId === undefined) return [];
  const { rows } = await tx.query<{ lines: string | null }>(
    `select detail ->> 'lines' as lines from tasks where clinic_id = $1 and id = $2 and kind = 'dose-started-while-closed'`,
    [tx.clinicId, doseEventId],
  );
  return rows[0]?.lines?.split(', ').filter((line) => line !== '') ?? [];
}

export type NoteRow = {
  version: number;
  id: string;
  log_version: number;
  content: string;
  content_sha256: Buffer;
};
export type SignatureRow = {
  id: string;
  version: number;
  part: 'author' | 'co-signer';
  meaning: string;
  signed_at: number;
  signed_by: string;
  signed_by_name: string;
  signed_as: string;
};

/** Newest first. */
export async function notesOf(tx: Tx, sessionId: string): Promise<readonly NoteRow[]> {
  const { rows } = await tx.query<NoteRow>(
    `select version, id, log_version, content, content_sha256 from session_notes
      where clinic_id = $1 and session_id = $2 order by version desc`,
    [tx.clinicId, sessionId],
  );
  return rows;
}

export async function signaturesOf(tx: Tx, sessionId: string): Promise<readonly SignatureRow[]> {
  const { rows } = await tx.query<SignatureRow>(
    `select id, version, part, meaning, signed_at, signed_by, signed_by_name, signed_as from session_note_signatures
      where clinic_id = $1 and session_id = $2 order by version, part`,
    [tx.clinicId, sessionId],
  );
  return rows;
}

/** Whoever signs this session's papers at the same moment waits here, so that versions stay in a row. */
export async function lockSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`papers/${sessionId}`]);
}

export async function keepNote(
  tx: Tx,
  note: {
    id: string;
    sessionId: string;
    patientId: string;
    version: number;
    logVersion: number;
    content: string;
    sha256: Buffer;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into session_notes (clinic_id, session_id, version, id, patient_id, log_version, content, content_sha256, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      note.sessionId,
      note.version,
      note.id,
      note.patientId,
      note.logVersion,
      note.content,
      note.sha256,
      iso(note.now),
    ],
  );
}

export async function keepSignature(
  tx: Tx,
  signature: {
    id: string;
    sessionId: string;
    patientId: string;
    version: number;
    part: 'author' | 'co-signer';
    sha256: Buffer;
    meaning: string;
    by: string;
    byName: string;
    as: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into session_note_signatures
       (clinic_id, id, session_id, version, patient_id, part, content_sha256, meaning, signed_at, signed_by, signed_by_name, signed_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.clinicId,
      signature.id,
      signature.sessionId,
      signature.version,
      signature.patientId,
      signature.part,
      signature.sha256,
      signature.meaning,
      iso(signature.now),
      signature.by,
      signature.byName,
      signature.as,
    ],
  );
}

type AnswersRow = { version: number; answers: FormAnswers; recorded_at: number; recorded_by_name: string };

export async function answersOf(tx: Tx, sessionId: string): Promise<AnswersRow | undefined> {
  const { rows } = await tx.query<AnswersRow>(
    `select version, answers, recorded_at, recorded_by_name from monitoring_form_answers
      where clinic_id = $1 and session_id = $2 order by version desc limit 1`,
    [tx.clinicId, sessionId],
  );
  return rows[0];
}

/** What the clinic last wrote about where it is, on the form of another session. */
export async function lastSetting(tx: Tx, sessionId: string): Promise<FormAnswers> {
  const { rows } = await tx.query<{ answers: FormAnswers }>(
    `select answers from monitoring_form_answers
      where clinic_id = $1 and session_id <> $2 and answers ? 'setting-city' order by recorded_at desc limit 1`,
    [tx.clinicId, sessionId],
  );
  return rows[0]?.answers ?? {};
}

export async function keepAnswers(
  tx: Tx,
  kept: {
    id: string;
    sessionId: string;
    patientId: string;
    version: number;
    answers: FormAnswers;
    by: string;
    byName: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into monitoring_form_answers
       (clinic_id, session_id, version, id, patient_id, answers, recorded_at, recorded_by, recorded_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      kept.sessionId,
      kept.version,
      kept.id,
      kept.patientId,
      JSON.stringify(kept.answers),
      iso(kept.now),
      kept.by,
      kept.byName,
    ],
  );
}

type SentRow = {
  id: string;
  form_version: '11/2021' | 'newer';
  submitted_on: string;
  recorded_at: number;
  recorded_by_name: string;
};

/** The newest word about when the form was sent; an earlier one stays on record. */
export async function sentOf(tx: Tx, sessionId: string): Promise<SentRow | undefined> {
  const { rows } = await tx.query<SentRow>(
    `select id, form_version, submitted_on, recorded_at, recorded_by_name from monitoring_form_submissions
      where clinic_id = $1 and session_id = $2 order by recorded_at desc, id limit 1`,
    [tx.clinicId, sessionId],
  );
  return rows[0];
}

export async function keepSent(
  tx: Tx,
  sent: {
    id: string;
    sessionId: string;
    patientId: string;
    form: string;
    content: string;
    sha256: Buffer;
    submittedOn: string;
    by: string;
    byName: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into monitoring_form_submissions
       (clinic_id, id, session_id, patient_id, form_version, content, content_sha256, submitted_on, recorded_at, recorded_by, recorded_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.clinicId,
      sent.id,
      sent.sessionId,
      sent.patientId,
      sent.form,
      sent.content,
      sent.sha256,
      sent.submittedOn,
      iso(sent.now),
      sent.by,
      sent.byName,
    ],
  );
}

export type EntryRow = { kind: string; body: Readonly<Record<string, unknown>> };

/** Medicines, conditions and the one answer about medicines, each as it stands now. */
export async function healthEntries(tx: Tx, patientId: string): Promise<readonly EntryRow[]> {
  const { rows } = await tx.query<EntryRow>(
    `select kind, body from (
       select distinct on (id) id, kind, body, status from health_record_entries
        where clinic_id = $1 and patient_id = $2 order by id, version desc) latest
      where status in ('reported', 'confirmed') and kind in ('medication-statement', 'condition', 'history-answer')`,
    [tx.clinicId, patientId],
  );
  return rows;
}

export async function accountNamed(
  tx: Tx,
  accountId: string,
): Promise<{ display_name: string; email: string } | undefined> {
  const { rows } = await tx.query<{ display_name: string; email: string }>(
    'select display_name, email from accounts where clinic_id = $1 and id = $2',
    [tx.clinicId, accountId],
  );
  return rows[0];
}

export async function hadEarlierSpray(tx: Tx, patientId: string, before: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from dosing_session_events e join dosing_sessions d on d.clinic_id = e.clinic_id and d.id = e.session_id
      where d.clinic_id = $1 and d.patient_id = $2 and d.opened_at < $3 and e.type = 'DoseGiven'
        and e.body -> 'fact' ->> 'route' = 'nasal' and not exists (${struck('e')}) limit 1`,
    [tx.clinicId, patientId, iso(before)],
  );
  return rowCount !== 0;
}

function struck(event: string): string {
  return `select 1 from dosing_session_events w
           where w.clinic_id = ${event}.clinic_id and w.session_id = ${event}.session_id and w.type = 'EnteredInError'
             and w.body -> 'fact' ->> 'targetEventId' = ${event}.event_id::text`;
}

type BillingRows = {
  seen_before: boolean;
  scored: string[] | null;
  talks: { kind: string; heldAt: number; by: string }[] | null;
};

export async function billingRows(
  tx: Tx,
  of: { patientId: string; cycleId: string; openedAt: number; from: number; to: number },
): Promise<BillingRows> {
  const { rows } = await tx.query<BillingRows>(
    `select exists (select 1 from dosing_sessions d where d.clinic_id = $1 and d.patient_id = $2 and d.opened_at < $4)
         or exists (select 1 from encounter_notes n where n.clinic_id = $1 and n.patient_id = $2 and n.held_at < $4) as seen_before,
       (select array_agg(distinct q.instrument order by q.instrument) from questionnaire_responses q
         where q.clinic_id = $1 and q.patient_id = $2 and q.status = 'completed' and q.score ->> 'total' is not null
           and q.authored_at >= $5 and q.authored_at < $6) as scored,
       (select json_agg(json_build_object('kind', t.kind, 'heldAt', floor(extract(epoch from t.held_at) * 1000)::bigint, 'by', t.author_name) order by t.held_at)
          from (select distinct on (n.id) n.* from encounter_notes n
                 where n.clinic_id = $1 and n.patient_id = $2 and n.cycle_id = $3 and n.kind in ('preparation', 'integration')
                 order by n.id, n.version desc) t) as talks`,
    [tx.clinicId, of.patientId, of.cycleId, iso(of.openedAt), iso(of.from), iso(of.to)],
  );
  return rows[0] ?? { seen_before: false, scored: null, talks: null };
}

export type DueRow = {
  id: string;
  patient_id: string;
  patient_name: string;
  opened_at: number;
  is_over: boolean;
  version: number;
  log_version: number | null;
  co_signed: boolean;
  sprayed_at: number | null;
  submitted_on: string | null;
  sent_by_name: string | null;
};

/** Sessions since a day, and those before it whose form nobody recorded as sent. */
export async function sessionsWithPapers(
  tx: Tx,
  asked: { since: number; now: number; inCareOf?: { accountId: string; onShift: boolean } | undefined },
): Promise<readonly DueRow[]> {
  const { rows } = await tx.query<DueRow>(
    `select * from (
       select d.id, d.patient_id, p.given_name || ' ' || p.family_name as patient_name, d.opened_at, d.version,
              (d.released_at is not null or exists (select 1 from dosing_session_events e
                where e.clinic_id = d.clinic_id and e.session_id = d.id and e.type = 'SessionCalledOff' and not exists (${struck('e')}))) as is_over,
              n.log_version,
              exists (select 1 from session_note_signatures g where g.clinic_id = d.clinic_id and g.session_id = d.id
                       and g.version = n.version and g.part = 'co-signer') as co_signed,
              (select min(e.effective_at) from dosing_session_events e
                where e.clinic_id = d.clinic_id and e.session_id = d.id and e.type = 'DoseGiven'
                  and e.body -> 'fact' ->> 'route' = 'nasal' and not exists (${struck('e')})) as sprayed_at,
              f.submitted_on, f.recorded_by_name as sent_by_name
         from dosing_sessions d
         join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
         join clinics c on c.id = d.clinic_id
         left join lateral (select version, log_version from session_notes s
                             where s.clinic_id = d.clinic_id and s.session_id = d.id order by version desc limit 1) n on true
         left join lateral (select submitted_on, recorded_by_name from monitoring_form_submissions m
                             where m.clinic_id = d.clinic_id and m.session_id = d.id order by recorded_at desc, id limit 1) f on true
        where d.clinic_id = $1
          and ($2::uuid is null
               or exists (select 1 from care_team_members m where m.clinic_id = d.clinic_id and m.patient_id = d.patient_id
                           and m.account_id = $2 and m.from_at <= $4 and (m.until_at is null or m.until_at > $4))
               or ($3 and exists (select 1 from appointments a where a.clinic_id = d.clinic_id and a.patient_id = d.patient_id
                           and a.status <> 'cancelled'
                           and (lower(a.period) at time zone c.zone)::date = ($4::timestamptz at time zone c.zone)::date)))
       ) papers
      where opened_at >= $5 or (sprayed_at is not null and submitted_on is null)
      order by opened_at desc, id limit 400`,
    [
      tx.clinicId,
      asked.inCareOf?.accountId ?? null,
      asked.inCareOf?.onShift ?? false,
      iso(asked.now),
      iso(asked.since),
    ],
  );
  return rows;
}
