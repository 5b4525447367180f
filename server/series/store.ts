// Series, orders and cycles as rows. An order is never changed: a new one takes its place.

import type { Series } from '#api/consult.ts';
import type { Jurisdiction } from '#clinical/dosing/esketamine-dose.ts';
import { ageInYears, localDateOf } from '#clinical/instant.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';

type OrderBody = Omit<NonNullable<Series['order']>, 'id' | 'signedAt' | 'signedByName' | 'meaning'>;

type Row = {
  id: string;
  route: Series['route'];
  edition_id: string;
  planned_cycles: number;
  indication: string;
  status: Series['status'];
  status_reason: string | null;
  status_at: number;
  version: number;
  order_id: string | null;
  order_body: OrderBody | null;
  signed_at: number | null;
  signed_by_name: string | null;
  signature_meaning: string | null;
  cycles: { id: string; number: number; doseAt: number | null; integrationAt: number | null }[];
};

type Course = NonNullable<Series['course']>;
const labelPlaces = ['US', 'EU', 'UK'] as const satisfies readonly Jurisdiction[];

const slotAt = (kind: 'dose' | 'integration') => `
  (select floor(extract(epoch from max(lower(a.period))) * 1000)::bigint from appointments a
    where a.clinic_id = c.clinic_id and a.patient_id = c.patient_id and a.cycle_id = c.id and a.kind = '${kind}'
      and a.status not in ('cancelled', 'no-show'))`;

const select = `
  select s.id, s.route, s.edition_id, s.planned_cycles, s.indication, s.status, s.status_reason, s.status_at, s.version,
         o.id as order_id, o.body as order_body, o.signed_at, o.signed_by_name, o.signature_meaning,
         (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'doseAt', ${slotAt('dose')},
                   'integrationAt', ${slotAt('integration')}) order by c.number), '[]')
            from cycles c where c.clinic_id = s.clinic_id and c.patient_id = s.patient_id and c.series_id = s.id) as cycles
    from series s
    left join lateral (
      select r.id, r.body, r.signed_at, r.signed_by_name, r.signature_meaning from medication_requests r
       where r.clinic_id = s.clinic_id and r.patient_id = s.patient_id and r.series_id = s.id
       order by r.signed_at desc, r.id limit 1) o on true
   where s.clinic_id = $1 and s.patient_id = $2`;

function seriesOf(row: Row): Series {
  return {
    id: row.id,
    route: row.route,
    editionId: row.edition_id,
    plannedCycles: row.planned_cycles,
    indication: row.indication,
    status: row.status,
    statusReason: row.status_reason ?? undefined,
    statusAt: row.status_at,
    version: row.version,
    order:
      row.order_id === null || row.order_body === null || row.signed_at === null
        ? undefined
        : {
            ...row.order_body,
            id: row.order_id,
            signedAt: row.signed_at,
            signedByName: row.signed_by_name ?? '',
            meaning: row.signature_meaning ?? '',
          },
    cycles: row.cycles.map((cycle) => ({
      id: cycle.id,
      number: cycle.number,
      doseAt: cycle.doseAt ?? undefined,
      integrationAt: cycle.integrationAt ?? undefined,
    })),
  };
}

export async function listSeries(tx: Tx, patientId: string): Promise<Series[]> {
  const { rows } = await tx.query<Row>(`${select} order by s.created_at desc, s.id`, [
    tx.clinicId,
    patientId,
  ]);
  return withEditions(tx, rows.map(seriesOf));
}

export async function findSeries(tx: Tx, patientId: string, seriesId: string): Promise<Series | undefined> {
  const { rows } = await tx.query<Row>(`${select} and s.id = $3`, [tx.clinicId, patientId, seriesId]);
  const [found] = await withEditions(tx, rows.map(seriesOf));
  return found;
}

type CourseRow = {
  birth_date: string | null;
  jurisdiction: string | null;
  zone: string;
  previous_mg: number | null;
};

/** What an order is held against beside its protocol; what was given and later struck out does not count. */
export async function courseOf(tx: Tx, patientId: string, route: string, now: number): Promise<Course> {
  const { rows } = await tx.query<CourseRow>(
    `select p.birth_date, c.settings ->> 'jurisdiction' as jurisdiction, c.zone,
            (select sum((e.body -> 'fact' ->> 'doseMg')::float8)
               from dosing_session_events e
              where e.clinic_id = p.clinic_id and e.patient_id = p.id and e.type = 'DoseGiven'
                and e.body -> 'fact' ->> 'route' = $3
                and not exists (select 1 from dosing_session_events x
                                 where x.clinic_id = e.clinic_id and x.session_id = e.session_id and x.type = 'EnteredInError'
                                   and x.body -> 'fact' ->> 'targetEventId' = e.event_id::text)
              group by e.session_id order by min(e.effective_at) desc limit 1) as previous_mg
       from patients p join clinics c on c.id = p.clinic_id
      where p.clinic_id = $1 and p.id = $2`,
    [tx.clinicId, patientId, route],
  );
  const row = rows[0];
  const previousDoseMg = row?.previous_mg ?? undefined;
  return {
    ageYears: row?.birth_date == null ? undefined : ageInYears(row.birth_date, localDateOf(now, row.zone)),
    jurisdiction: labelPlaces.find((place) => place === row?.jurisdiction),
    isFirstSession: previousDoseMg === undefined,
    previousDoseMg,
  };
}

async function withEditions(tx: Tx, series: readonly Series[]): Promise<Series[]> {
  const editions = await editionsNamed(
    tx,
    series.map((one) => one.editionId),
  );
  return series.map((one) => ({ ...one, edition: editions(one.editionId) }));
}

export async function keepSeries(
  tx: Tx,
  plan: Pick<Series, 'id' | 'route' | 'editionId' | 'plannedCycles' | 'indication'>,
  about: { patientId: string; by: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $9, $8)`,
    [
      tx.clinicId,
      plan.id,
      about.patientId,
      plan.route,
      plan.editionId,
      plan.plannedCycles,
      plan.indication,
      iso(about.now),
      about.by,
    ],
  );
}

export async function keepOrder(
  tx: Tx,
  order: OrderBody & { readonly id: string; readonly meaning: string },
  signed: { patientId: string; seriesId: string; by: string; byName: string; now: number; sha256: Buffer },
): Promise<void> {
  const { id, meaning, ...body } = order;
  await tx.query(
    `insert into medication_requests (clinic_id, id, patient_id, series_id, body, signed_at, signed_by, signed_by_name, signature_meaning, signature_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      id,
      signed.patientId,
      signed.seriesId,
      JSON.stringify(body),
      iso(signed.now),
      signed.by,
      signed.byName,
      meaning,
      signed.sha256,
    ],
  );
}

/** False when someone else changed it first. */
export async function moveSeries(
  tx: Tx,
  change: {
    patientId: string;
    seriesId: string;
    version: number;
    status: Series['status'];
    reason: string;
    by: string;
    now: number;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update series set status = $5, status_reason = $6, status_at = $7, status_by = $8, version = version + 1
      where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4`,
    [
      tx.clinicId,
      change.patientId,
      change.seriesId,
      change.version,
      change.status,
      change.reason,
      iso(change.now),
      change.by,
    ],
  );
  return rowCount === 1;
}

/** A series that has ended gives its rooms back. Hours to talk stay: an ending needs them as much as a beginning. */
export async function freeComingDoses(tx: Tx, of: { seriesId: string; now: number }): Promise<void> {
  await tx.query(
    `update appointments a set status = 'cancelled', status_at = $3, version = a.version + 1
       from cycles c
      where a.clinic_id = $1 and c.clinic_id = $1 and c.series_id = $2 and a.cycle_id = c.id and a.kind = 'dose'
        and a.status = 'booked' and lower(a.period) > $3`,
    [tx.clinicId, of.seriesId, iso(of.now)],
  );
}

/** Whether this round of a series is this patient's. */
export async function isCycleOf(tx: Tx, patientId: string, cycleId: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from cycles where clinic_id = $1 and id = $2 and patient_id = $3',
    [tx.clinicId, cycleId, patientId],
  );
  return rows.length > 0;
}
