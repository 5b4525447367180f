// The facts behind the three pillars of each cycle in which a dose was booked: one row a cycle.

import type { Instant } from '#clinical/instant.ts';
import { addMinutes } from '#clinical/instant.ts';
import { afterCheckRules } from '#clinical/integration/after-check-rules.ts';
import type { PillarFacts } from '#clinical/integration/pillars.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';

export type CycleFacts = {
  readonly id: string;
  readonly number: number;
  readonly doseAt: Instant;
  readonly facts: PillarFacts;
};

type Row = {
  id: string;
  number: number;
  edition_id: string;
  dose_at: number;
  released_at: number | null;
  intention: boolean;
  grounding: boolean;
  navigation_plan: boolean;
  day_plan: boolean;
  consent: boolean;
  companion: boolean;
  evening: boolean;
  hours_answered: number[];
  calls_done: number;
  integration_booked: boolean;
  integration_held_at: number | null;
};

const prepared = (kind: string) =>
  `exists (select 1 from preparation_items i where i.clinic_id = c.clinic_id and i.cycle_id = c.id and i.kind = '${kind}')`;

/** Of one person, or of everyone whose dose was on or after `since`. Oldest dose first. */
export async function cyclesWithDose(
  tx: Tx,
  of: { readonly patientId?: string | undefined; readonly since: Instant; readonly now: Instant },
): Promise<readonly CycleFacts[]> {
  const { rows } = await tx.query<Row>(
    `select c.id, c.number, s.edition_id, floor(extract(epoch from lower(a.period)) * 1000)::float8 as dose_at, d.released_at,
            exists (select 1 from own_words_marks m where m.clinic_id = c.clinic_id and m.cycle_id = c.id
                       and m.kind = 'intention' and m.state <> 'deleted') as intention,
            ${prepared('grounding')} as grounding,
            ${prepared('navigation-plan')} as navigation_plan,
            ${prepared('day-plan')} as day_plan,
            exists (select 1 from consents k where k.clinic_id = c.clinic_id and k.patient_id = c.patient_id
                       and k.signed_at <= coalesce(d.opened_at, $3)
                       and (k.withdrawn_at is null or k.withdrawn_at > coalesce(d.opened_at, $3))) as consent,
            exists (select 1 from rides r join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id
                     where r.clinic_id = c.clinic_id and r.cycle_id = c.id and l.revoked_at is null
                       and r.state not in ('asked', 'declined')) as companion,
            exists (select 1 from questionnaire_responses q where q.clinic_id = c.clinic_id and q.cycle_id = c.id
                       and q.instrument = 'evening-check' and q.status = 'completed') as evening,
            array (select distinct (q.answers ->> 'hours')::int from questionnaire_responses q
                    where q.clinic_id = c.clinic_id and q.cycle_id = c.id
                      and q.instrument = 'after-check' and q.status = 'completed') as hours_answered,
            (select count(*)::int from tasks t where t.clinic_id = c.clinic_id and t.patient_id = c.patient_id
                and t.kind in ('call-about-evening', 'call-about-after-check') and t.detail ->> 'cycleId' = c.id::text
                and t.done_at is not null) as calls_done,
            exists (select 1 from appointments i where i.clinic_id = c.clinic_id and i.cycle_id = c.id
                       and i.kind = 'integration' and i.status in ('booked', 'arrived', 'fulfilled')) as integration_booked,
            (select min(n.held_at) from encounter_notes n where n.clinic_id = c.clinic_id and n.cycle_id = c.id
                and n.kind = 'integration') as integration_held_at
       from cycles c
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
       join appointments a on a.clinic_id = c.clinic_id and a.cycle_id = c.id and a.kind = 'dose'
        and a.status in ('booked', 'arrived', 'fulfilled')
       left join dosing_sessions d on d.clinic_id = c.clinic_id and d.appointment_id = a.id
      where c.clinic_id = $1 and ($2::uuid is null or c.patient_id = $2) and lower(a.period) >= $4
      order by lower(a.period), c.id`,
    [tx.clinicId, of.patientId ?? null, iso(of.now), iso(of.since)],
  );
  const editions = await editionsNamed(tx, [...new Set(rows.map((row) => row.edition_id))]);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    doseAt: row.dose_at,
    facts: factsOf(row, editions(row.edition_id)?.integration.toHours.value, of.now),
  }));
}

function factsOf(row: Row, toHours: number | undefined, now: Instant): PillarFacts {
  const releasedAt = row.released_at ?? undefined;
  // Where silence brings a call, a call made counts as much as an answer: someone asked after them.
  const asked = afterCheckRules
    .filter(({ calledAfterMinutes }) => calledAfterMinutes !== undefined)
    .map(({ hours }) => hours.value)
    .filter((hours) => releasedAt !== undefined && addMinutes(releasedAt, hours * 60) <= now);
  const checksAsked = releasedAt === undefined ? 0 : asked.length + 1;
  const answered = asked.filter((hours) => row.hours_answered.includes(hours)).length + Number(row.evening);
  return {
    now,
    releasedAt,
    integrationBy:
      releasedAt === undefined || toHours === undefined ? undefined : addMinutes(releasedAt, toHours * 60),
    preparation: {
      intention: row.intention,
      grounding: row.grounding,
      navigationPlan: row.navigation_plan,
      dayPlan: row.day_plan,
      consent: row.consent,
    },
    support: {
      companion: row.companion,
      released: releasedAt !== undefined,
      checksAsked,
      checksMet: answered + row.calls_done,
    },
    integration: {
      booked: row.integration_booked,
      heldAt: row.integration_held_at ?? undefined,
    },
  };
}
