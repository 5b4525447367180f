// Decisions about a series and the names outside, as rows.

import type { ReferralPlace, SeriesChoice, SeriesDecisionTold } from '#api/series-decisions.ts';
import type { NewestDecision } from '#clinical/reminders/reminders.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type DecisionRow = {
  id: string;
  series_id: string;
  choice: SeriesChoice;
  point: string | null;
  reason: string;
  words_for_patient: string | null;
  words_for_letter: string | null;
  decided_at: number;
  decided_by_name: string;
  seen_at: number | null;
};

/** Newest first. */
export async function decisionsOf(tx: Tx, patientId: string): Promise<readonly DecisionRow[]> {
  const { rows } = await tx.query<DecisionRow>(
    `select d.id, d.series_id, d.choice, d.point, d.reason, d.words_for_patient, d.words_for_letter, d.decided_at,
            d.decided_by_name, s.seen_at
       from series_decisions d
       left join series_decisions_seen s on s.clinic_id = d.clinic_id and s.decision_id = d.id
      where d.clinic_id = $1 and d.patient_id = $2 order by d.decided_at desc, d.id`,
    [tx.clinicId, patientId],
  );
  return rows;
}

/** The newest of each person, and whether it has stood on their screen. */
export async function newestDecisions(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, NewestDecision>> {
  const { rows } = await tx.query<{ patient_id: string; id: string; at: number; is_seen: boolean }>(
    `select distinct on (d.patient_id) d.patient_id, d.id, d.decided_at as at, s.decision_id is not null as is_seen
       from series_decisions d
       left join series_decisions_seen s on s.clinic_id = d.clinic_id and s.decision_id = d.id
      where d.clinic_id = $1 and d.patient_id = any ($2::uuid[])
      order by d.patient_id, d.decided_at desc, d.id`,
    [tx.clinicId, patientIds],
  );
  return new Map(rows.map(({ patient_id, id, at, is_seen }) => [patient_id, { id, at, isSeen: is_seen }]));
}

/** False when this person has no such decision. The first sight heard of stays; no screen saw it before it was there. */
export async function keepSight(
  tx: Tx,
  sight: { readonly patientId: string; readonly decisionId: string; readonly seenAt: number },
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `with decided as (
       select id, patient_id, decided_at from series_decisions where clinic_id = $1 and patient_id = $2 and id = $3),
     kept as (
       insert into series_decisions_seen (clinic_id, decision_id, patient_id, seen_at, recorded_at)
       select $1, id, patient_id, greatest(least($4::timestamptz, $5::timestamptz), decided_at), $5 from decided
       on conflict do nothing)
     select 1 from decided`,
    [tx.clinicId, sight.patientId, sight.decisionId, iso(sight.seenAt), iso(now)],
  );
  return rowCount === 1;
}

export async function keepDecision(
  tx: Tx,
  made: {
    readonly id: string;
    readonly seriesId: string;
    readonly patientId: string;
    readonly choice: SeriesChoice;
    readonly point: string | undefined;
    readonly path: string;
    readonly reason: string;
    readonly wordsForPatient: string;
    readonly wordsForLetter: string | undefined;
    readonly evidence: unknown;
    readonly by: string;
    readonly byName: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into series_decisions (clinic_id, id, series_id, patient_id, choice, point, path, reason, words_for_patient,
                                   words_for_letter, evidence, decided_at, decided_by, decided_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.clinicId,
      made.id,
      made.seriesId,
      made.patientId,
      made.choice,
      made.point ?? null,
      made.path,
      made.reason,
      made.wordsForPatient,
      made.wordsForLetter ?? null,
      JSON.stringify(made.evidence),
      iso(made.now),
      made.by,
      made.byName,
    ],
  );
}

export async function extendSeries(tx: Tx, seriesId: string, by: number): Promise<void> {
  await tx.query(
    'update series set planned_cycles = planned_cycles + $3, version = version + 1 where clinic_id = $1 and id = $2',
    [tx.clinicId, seriesId, by],
  );
}

type PlaceRow = {
  id: string;
  name: string;
  kind: ReferralPlace['kind'];
  phone: string | null;
  note: string | null;
  checked_on: string;
};

export async function referralPlaces(tx: Tx): Promise<ReferralPlace[]> {
  const { rows } = await tx.query<PlaceRow>(
    `select id, name, kind, phone, note, to_char(checked_on, 'YYYY-MM-DD') as checked_on from referral_places
      where clinic_id = $1 and withdrawn_at is null order by kind, name`,
    [tx.clinicId],
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    phone: row.phone ?? undefined,
    note: row.note ?? undefined,
    checkedOn: row.checked_on,
  }));
}

export async function keepReferralPlace(
  tx: Tx,
  place: ReferralPlace,
  by: { readonly name: string; readonly now: number },
): Promise<void> {
  await tx.query(
    `insert into referral_places (clinic_id, id, name, kind, phone, note, checked_on, added_at, added_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      tx.clinicId,
      place.id,
      place.name,
      place.kind,
      place.phone ?? null,
      place.note ?? null,
      place.checkedOn,
      iso(by.now),
      by.name,
    ],
  );
}

export async function withdrawPlace(
  tx: Tx,
  placeId: string,
  by: { readonly name: string; readonly now: number },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update referral_places set withdrawn_at = $3, withdrawn_by_name = $4
      where clinic_id = $1 and id = $2 and withdrawn_at is null`,
    [tx.clinicId, placeId, iso(by.now), by.name],
  );
  return rowCount === 1;
}

/** The next time they are seen without a dose, where one is booked. */
export async function nextTalkAt(tx: Tx, patientId: string, now: number): Promise<number | undefined> {
  return await nextOfKinds(tx, { patientId, kinds: ['consult', 'integration'], now });
}

export async function nextDoseAt(tx: Tx, patientId: string, now: number): Promise<number | undefined> {
  return await nextOfKinds(tx, { patientId, kinds: ['dose'], now });
}

async function nextOfKinds(
  tx: Tx,
  of: { readonly patientId: string; readonly kinds: readonly string[]; readonly now: number },
): Promise<number | undefined> {
  const { rows } = await tx.query<{ at: number | null }>(
    `select floor(extract(epoch from min(lower(period))) * 1000)::float8 as at from appointments
      where clinic_id = $1 and patient_id = $2 and kind = any ($3) and status = 'booked' and lower(period) > $4`,
    [tx.clinicId, of.patientId, of.kinds, iso(of.now)],
  );
  return rows[0]?.at ?? undefined;
}

export async function calledOf(
  tx: Tx,
  patientId: string,
): Promise<{ readonly name: string; readonly language: SeriesDecisionTold['patientLanguage'] }> {
  const { rows } = await tx.query<{ name: string; language: SeriesDecisionTold['patientLanguage'] }>(
    `select given_name || ' ' || family_name as name, language from patients where clinic_id = $1 and id = $2`,
    [tx.clinicId, patientId],
  );
  return rows[0] ?? { name: '', language: 'en' };
}
