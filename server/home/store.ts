// What is arranged for a dose at home, as rows: who answers, what is in the box, and the day a link belongs to.

import type { HomePlan, HomeRoom, SupplyLine } from '#api/home.ts';
import { homeSupplyIssues, lozengesAtHome } from '#clinical/home/supply.ts';
import { fold, latest, type SessionState } from '#dosing-session/state.ts';
import { iso } from '#server/clock';
import type { LiveSessions } from '#server/dosing-sessions';
import { eventsAfter, keptIn } from '#server/dosing-sessions';
import type { Tx } from '#server/postgres';
import { guideOf } from './guide.ts';

export type HomeCycle = {
  cycle_id: string;
  series_id: string;
  route: string;
  edition_id: string;
  series_status: string;
};

export async function homeCycleOf(
  tx: Tx,
  patientId: string,
  cycleId: string,
): Promise<HomeCycle | undefined> {
  const { rows } = await tx.query<HomeCycle>(
    `select c.id as cycle_id, s.id as series_id, s.route, s.edition_id, s.status as series_status
       from cycles c join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where c.clinic_id = $1 and c.patient_id = $2 and c.id = $3 and s.route = 'home'`,
    [tx.clinicId, patientId, cycleId],
  );
  return rows[0];
}

type Person = { id: string; name: string };

/** Those who may be rung about a home: they can read the record and decide. */
export async function mayAnswer(tx: Tx): Promise<(Person & { roles: string[] })[]> {
  const { rows } = await tx.query<Person & { roles: string[] }>(
    `select id, display_name as name, roles from accounts
      where clinic_id = $1 and kind = 'staff' and disabled_at is null and roles && array['nurse', 'prescriber']
      order by display_name, id`,
    [tx.clinicId],
  );
  return rows;
}

export async function onCallOf(
  tx: Tx,
  cycleId: string,
): Promise<{ first: Person; second: Person } | undefined> {
  const { rows } = await tx.query<{ first: Person; second: Person }>(
    `select json_build_object('id', a.id, 'name', a.display_name) as first,
            json_build_object('id', b.id, 'name', b.display_name) as second
       from home_on_call o
       join accounts a on a.clinic_id = o.clinic_id and a.id = o.first_id
       join accounts b on b.clinic_id = o.clinic_id and b.id = o.second_id
      where o.clinic_id = $1 and o.cycle_id = $2 order by o.named_at desc, o.id limit 1`,
    [tx.clinicId, cycleId],
  );
  return rows[0];
}

export async function keepOnCall(
  tx: Tx,
  named: { id: string; patientId: string; cycleId: string; firstId: string; secondId: string; by: string },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into home_on_call (clinic_id, id, patient_id, cycle_id, first_id, second_id, named_at, named_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      tx.clinicId,
      named.id,
      named.patientId,
      named.cycleId,
      named.firstId,
      named.secondId,
      iso(now),
      named.by,
    ],
  );
}

export async function keepSupply(
  tx: Tx,
  line: Omit<SupplyLine, 'byName'> & { patientId: string; seriesId: string; by: string; byName: string },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into home_supplies (clinic_id, id, patient_id, series_id, kind, lozenges, strength_mg, lot, expiry, note, at, written_at, written_by, written_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    [
      tx.clinicId,
      line.id,
      line.patientId,
      line.seriesId,
      line.kind,
      line.lozenges,
      line.strengthMg,
      line.lot,
      line.expiry ?? null,
      line.note ?? null,
      iso(line.at),
      iso(now),
      line.by,
      line.byName,
    ],
  );
}

async function supplyLines(tx: Tx, seriesId: string): Promise<SupplyLine[]> {
  const { rows } = await tx.query<
    Omit<SupplyLine, 'strengthMg' | 'expiry' | 'note' | 'byName'> & {
      strength_mg: string;
      expiry: string | null;
      note: string | null;
      by_name: string;
    }
  >(
    `select id, kind, lozenges, strength_mg, lot, expiry, note, at, written_by_name as by_name
       from home_supplies where clinic_id = $1 and series_id = $2 order by at, written_at, id`,
    [tx.clinicId, seriesId],
  );
  return rows.map(({ strength_mg, expiry, note, by_name, ...row }) => ({
    ...row,
    strengthMg: Number(strength_mg),
    ...(expiry === null ? {} : { expiry }),
    ...(note === null ? {} : { note }),
    byName: by_name,
  }));
}

/** The book of the box, with what the logs of this series say was taken and counted. */
export async function supplyOf(tx: Tx, seriesId: string, now: number): Promise<HomePlan['supply']> {
  const lines = await supplyLines(tx, seriesId);
  const { rows: sessions } = await tx.query<{ id: string; number: number; opened_at: number }>(
    `select d.id, c.number, d.opened_at from dosing_sessions d join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
      where d.clinic_id = $1 and c.series_id = $2 order by d.opened_at`,
    [tx.clinicId, seriesId],
  );
  const takenAt: number[] = [];
  const checks: HomePlan['supply']['checks'] = [];
  let lastCount: { count: number; at: number; byName: string } | undefined;
  for (const { id, number: cycleNumber, opened_at: openedAt } of sessions) {
    const events = await eventsAfter(tx, id, 0);
    if (events.length === 0) continue;
    const state: SessionState = fold(events);
    const counted = latest(state, 'LozengesCounted');
    const at = counted?.at ?? openedAt;
    const usedBefore = takenAt.length;
    const expectedThen = lozengesAtHome({ lines, takenAt }, at);
    const strengthMg = counted?.fact.strengthMg ?? lines.at(0)?.strengthMg ?? 0;
    for (const { at, fact } of state.facts.DoseGiven) {
      // A dose of several lozenges leaves so many fewer in the box.
      const pieces = Math.max(1, Math.round(fact.doseMg / strengthMg) || 1);
      takenAt.push(...Array.from({ length: pieces }, () => at));
    }
    checks.push({
      cycleNumber,
      at,
      counted: counted?.fact.count,
      expected: expectedThen,
      taken: takenAt.length - usedBefore,
    });
    if (counted !== undefined && (lastCount === undefined || counted.at >= lastCount.at))
      lastCount = { count: counted.fact.count, at: counted.at, byName: counted.byName };
  }
  const expected = lozengesAtHome({ lines, takenAt }, now + 1);
  return {
    lines,
    sent: lines.reduce((sum, { kind, lozenges }) => sum + (kind === 'sent' ? lozenges : 0), 0),
    used: takenAt.length,
    checks,
    ...(lastCount === undefined ? {} : { lastCount }),
    ...(expected === undefined ? {} : { expected }),
    issues: [...homeSupplyIssues({ lines, takenAt, lastCount })],
  };
}

export async function sitterAsked(tx: Tx, cycleId: string): Promise<HomePlan['sitter']> {
  const { rows } = await tx.query<NonNullable<HomePlan['sitter']>>(
    `select q.name, r.state, r.state_at as at
       from rides r
       join related_persons q on q.clinic_id = r.clinic_id and q.id = r.related_person_id
       join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id
      where r.clinic_id = $1 and r.cycle_id = $2 and l.revoked_at is null order by r.created_at desc, r.id limit 1`,
    [tx.clinicId, cycleId],
  );
  return rows[0];
}

export async function planOf(
  tx: Tx,
  { seriesId, cycleId, now }: { seriesId: string; cycleId: string; now: number },
): Promise<HomePlan> {
  const onCall = await onCallOf(tx, cycleId);
  const sitter = await sitterAsked(tx, cycleId);
  return {
    ...(onCall === undefined ? {} : { onCall }),
    guide: await guideOf(tx, cycleId, now),
    mayAnswer: (await mayAnswer(tx)).map(({ id, name }) => ({ id, name })),
    ...(sitter === undefined ? {} : { sitter }),
    supply: await supplyOf(tx, seriesId, now),
  };
}

type HouseRow = {
  patient_name: string;
  patient_phone: string | null;
  cycle_id: string;
  starts_at: number;
  opened_at: number;
  released_at: number | null;
  sitter_name: string | null;
  sitter_phone: string | null;
  relationship: string | null;
};

/** The house as it stands in the record and in the log; what the watcher said today comes before what was written earlier. */
export async function houseOf(
  tx: Tx,
  session: { id: string; patientId: string },
  { live, now }: { live: LiveSessions; now: number },
): Promise<Omit<HomeRoom, 'rings'> | undefined> {
  const { rows } = await tx.query<HouseRow>(
    `select p.given_name || ' ' || p.family_name as patient_name, p.phone as patient_phone, d.cycle_id, lower(a.period) as starts_at,
            d.opened_at, d.released_at, q.name as sitter_name, q.phone as sitter_phone, q.relationship
       from dosing_sessions d
       join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
       join appointments a on a.clinic_id = d.clinic_id and a.id = d.appointment_id
       left join lateral (
         select x.name, x.phone, x.relationship from rides r
           join related_persons x on x.clinic_id = r.clinic_id and x.id = r.related_person_id
           join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id
          where r.clinic_id = d.clinic_id and r.cycle_id = d.cycle_id and l.revoked_at is null
          order by r.created_at desc, r.id limit 1) q on true
      where d.clinic_id = $1 and d.id = $2 and d.patient_id = $3`,
    [tx.clinicId, session.id, session.patientId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const state = await live.stateOf(keptIn(tx), session);
  const address = latest(state, 'EmergencyAddressGiven');
  const said = latest(state, 'SitterConfirmed')?.fact;
  const name = said?.name ?? row.sitter_name;
  const phone = said?.phone ?? row.sitter_phone ?? undefined;
  const onCall = await onCallOf(tx, row.cycle_id);
  return {
    patientName: row.patient_name,
    startsAt: row.starts_at,
    openedAt: row.opened_at,
    ...(row.released_at === null ? {} : { releasedAt: row.released_at }),
    ...(address === undefined
      ? {}
      : { address: { text: address.fact.address, at: address.at, byName: address.byName } }),
    ...(row.patient_phone === null ? {} : { patientPhone: row.patient_phone }),
    ...(name === null
      ? {}
      : {
          sitter: {
            name,
            ...(phone === undefined ? {} : { phone }),
            ...(row.relationship === null ? {} : { relationship: row.relationship }),
          },
        }),
    ...(onCall === undefined ? {} : { onCall }),
    // How it stood when the day was closed; nobody has to be there after it.
    guide: await guideOf(tx, row.cycle_id, row.released_at ?? now),
  };
}

export type LinkDay = {
  patient_id: string;
  first_name: string;
  companion_name: string;
  companion_phone: string | null;
  cycle_id: string;
  series_id: string;
  series_status: string;
  edition_id: string;
  expires_at: number;
  appointment_id: string | null;
  starts_at: number | null;
  ends_at: number | null;
  session_id: string | null;
  session_edition_id: string | null;
  released_at: number | null;
  session_version: number | null;
};

/** The day a live link belongs to; undefined when it has none at home. */
export async function dayOfLink(
  tx: Tx,
  link: { id: string; patientId: string },
  now: number,
): Promise<LinkDay | undefined> {
  const { rows } = await tx.query<LinkDay>(
    `select l.patient_id, coalesce(nullif(p.preferred_name, ''), p.given_name) as first_name, q.name as companion_name,
            q.phone as companion_phone, c.id as cycle_id, s.id as series_id, s.status as series_status, s.edition_id, l.expires_at,
            a.id as appointment_id, lower(a.period) as starts_at, upper(a.period) as ends_at,
            d.id as session_id, d.edition_id as session_edition_id, d.released_at, d.version as session_version
       from companion_links l
       join related_persons q on q.clinic_id = l.clinic_id and q.id = l.related_person_id
       join patients p on p.clinic_id = l.clinic_id and p.id = l.patient_id
       left join home_guides g on g.clinic_id = l.clinic_id and g.link_id = l.id
       join cycles c on c.clinic_id = l.clinic_id and c.id = coalesce(l.cycle_id, g.cycle_id)
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id and s.route = 'home'
       left join lateral (
         select * from appointments x
          where x.clinic_id = l.clinic_id and x.patient_id = l.patient_id and x.cycle_id = c.id and x.kind = 'dose'
            and x.status not in ('cancelled', 'no-show')
          order by lower(x.period) desc limit 1) a on true
       left join dosing_sessions d on d.clinic_id = l.clinic_id and d.appointment_id = a.id
      where l.clinic_id = $1 and l.id = $2 and l.patient_id = $3 and l.revoked_at is null and l.expires_at > $4`,
    [tx.clinicId, link.id, link.patientId, iso(now)],
  );
  return rows[0];
}

export async function orderOf(
  tx: Tx,
  seriesId: string,
): Promise<
  { doseMg: number; form?: 'troche' | 'rapid-dissolve'; afterHold?: 'spit' | 'swallow' } | undefined
> {
  const { rows } = await tx.query<{
    body: { doseMg: number; form?: 'troche' | 'rapid-dissolve'; afterHold?: 'spit' | 'swallow' };
  }>(
    `select body from medication_requests where clinic_id = $1 and series_id = $2 order by signed_at desc, id limit 1`,
    [tx.clinicId, seriesId],
  );
  const body = rows[0]?.body;
  return body && { doseMg: body.doseMg, ...pick(body) };
}

function pick({ form, afterHold }: { form?: 'troche' | 'rapid-dissolve'; afterHold?: 'spit' | 'swallow' }): {
  form?: 'troche' | 'rapid-dissolve';
  afterHold?: 'spit' | 'swallow';
} {
  return { ...(form === undefined ? {} : { form }), ...(afterHold === undefined ? {} : { afterHold }) };
}
