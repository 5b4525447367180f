// The facts behind the three pillars of each cycle in which a dose was booked: one row a cycle.

import { itemOfStep } from '#api/preparation.ts';
import type { Instant } from '#clinical/instant.ts';
import { addMinutes } from '#clinical/instant.ts';
import { afterChecksOf } from '#clinical/integration/after-checks.ts';
import type { PillarFacts } from '#clinical/integration/pillars.ts';
import { stepsOfTheVisit } from '#clinical/preparation/visit-topics.ts';
import { isAsked, type PreparationStep, stepsIn } from '#clinical/protocol/care-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
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
  zone: string;
  dose_at: number;
  released_at: number | null;
  items: string[];
  marks: string[];
  talk: boolean;
  consent: boolean;
  companion: boolean;
  evening: boolean;
  hours_answered: number[];
  calls_done: number;
  integration_booked: boolean;
  integration_held_at: number | null;
};

/** Of one person, or of everyone whose dose was on or after `since`. Oldest dose first. */
export async function cyclesWithDose(
  tx: Tx,
  of: { readonly patientId?: string | undefined; readonly since: Instant; readonly now: Instant },
): Promise<readonly CycleFacts[]> {
  const { rows } = await tx.query<Row>(
    `select c.id, c.number, s.edition_id, p.zone, floor(extract(epoch from lower(a.period)) * 1000)::float8 as dose_at, d.released_at,
            array (select distinct i.kind from preparation_items i
                    where i.clinic_id = c.clinic_id and i.cycle_id = c.id) as items,
            array (select distinct m.kind from own_words_marks m
                    where m.clinic_id = c.clinic_id and m.cycle_id = c.id and m.state <> 'deleted') as marks,
            exists (select 1 from encounter_notes n where n.clinic_id = c.clinic_id and n.patient_id = c.patient_id
                       and n.kind = 'preparation'
                       and (n.cycle_id = c.id
                         or (n.cycle_id is null and n.held_at < lower(a.period)
                             and not exists (select 1 from dosing_sessions p
                                              where p.clinic_id = n.clinic_id and p.patient_id = n.patient_id
                                                and p.released_at > n.held_at and p.released_at < lower(a.period))))) as talk,
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
       join patients p on p.clinic_id = c.clinic_id and p.id = c.patient_id
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
    facts: factsOf(row, editions(row.edition_id), of.now),
  }));
}

function factsOf(row: Row, edition: Edition | undefined, now: Instant): PillarFacts {
  const toHours = edition?.integration.toHours.value;
  const releasedAt = row.released_at ?? undefined;
  // Where silence brings a call, a call made counts as much as an answer: someone asked after them.
  const checks =
    releasedAt === undefined
      ? []
      : afterChecksOf(
          { cycleId: row.id, releasedAt, checks: [] },
          { edition: edition ?? {}, zone: row.zone },
        );
  const asked = checks
    .filter(({ callAt, askAt }) => callAt !== undefined && askAt <= now)
    .map(({ hours }) => hours);
  const checksAsked = releasedAt === undefined ? 0 : asked.length + 1;
  const answered = asked.filter((hours) => row.hours_answered.includes(hours)).length + Number(row.evening);
  return {
    now,
    releasedAt,
    integrationBy:
      releasedAt === undefined || toHours === undefined ? undefined : addMinutes(releasedAt, toHours * 60),
    preparation: Object.fromEntries(
      stepsIn('preparation')
        .filter((step) => isAsked({ steps: edition?.steps }, step) && !ownPlace.includes(step))
        .map((step) => [step, isPrepared(step, row)]),
    ),
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

/** Screening comes before there is a plan, and who comes along is looked for under being looked after. */
const ownPlace: readonly PreparationStep[] = ['screening', 'companion'];

function isPrepared(step: PreparationStep, { consent, items, marks, talk }: Row): boolean {
  if (step === 'consent') return consent;
  const kinds: Readonly<Partial<Record<PreparationStep, string>>> = itemOfStep;
  return (
    marks.includes(step) || items.includes(kinds[step] ?? '') || (talk && stepsOfTheVisit.includes(step))
  );
}
