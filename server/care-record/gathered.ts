// Everything the tables hold about these people that a care record is made from, in one statement. The database joins
// and this file only says what each row looks like; what it means is decided in record.ts.

import type { HealthRecordBody } from '#api/health-record.ts';
import type { CertifiedSite, IssueDecision, RideHow, RideState, Role, Route } from '#clinical/care-record.ts';
import type { CompanionAsked, Unasked } from '#clinical/integration/companion-checks.ts';
import type { RoomItem } from '#clinical/preparation/room-readiness.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type GatheredPerson = {
  readonly patientId: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly zone: string;
  readonly stage: string;
  readonly createdAt: number;
  /** Whose label the findings are held against, as the clinic set it. */
  readonly jurisdiction: string | null;
  readonly entries: readonly GatheredEntry[];
  readonly decisions: readonly GatheredDecision[];
  readonly consults: readonly {
    readonly bookedAt: number;
    readonly startsAt: number;
    readonly status: string;
  }[];
  readonly notes: readonly {
    readonly kind: string;
    readonly cycleId: string | null;
    readonly heldAt: number;
    readonly by: string;
    readonly byRole: Role | null;
  }[];
  readonly series: readonly GatheredSeries[];
  readonly cycles: readonly GatheredCycle[];
  readonly consents: readonly {
    readonly editionId: string;
    readonly signedAt: number;
    readonly withdrawnAt: number | null;
  }[];
  readonly responses: readonly GatheredResponse[];
  readonly adverseEvents: readonly GatheredAdverseEvent[];
  readonly given: readonly GatheredDose[];
  readonly lastDose: {
    readonly cycleId: string;
    readonly startedAt: number | null;
    readonly releasedAt: number;
    readonly companion:
      | (Omit<CompanionAsked, 'unasked'> & { readonly unasked: readonly GatheredUnasked[] })
      | null;
  } | null;
};

type GatheredUnasked = Omit<Unasked, 'until'> & { readonly until: number | null };

export type GatheredAdverseEvent = {
  readonly id: string;
  /** As it was told, where nobody has graded it. */
  readonly term: string | null;
  readonly severity: string | null;
  readonly grading: {
    readonly term?: string;
    readonly severity?: string;
    readonly seriousness?: readonly string[];
    readonly enteredInError: string;
  } | null;
  readonly signed: boolean;
};

/** Of sessions that are over. A drip says what was drawn up, and how it ended. */
export type GatheredDose = {
  readonly sessionId: string;
  readonly route: Route;
  readonly at: number;
  readonly doseMg: number | null;
  readonly isDrip: boolean;
  readonly ended: { readonly reason: string; readonly pumpReadsMg: number | null } | null;
};

export type GatheredEntry = {
  readonly kind: HealthRecordBody['kind'];
  readonly body: Omit<HealthRecordBody, 'kind'> & Readonly<Record<string, unknown>>;
  readonly status: 'reported' | 'confirmed' | 'dismissed';
  readonly recordedAt: number;
};

export type GatheredDecision = {
  readonly key: string;
  readonly action: string | null;
  readonly decision: IssueDecision;
  readonly reason: string;
  readonly at: number;
  readonly by: string;
};

export type GatheredSeries = {
  readonly id: string;
  readonly route: Route;
  readonly editionId: string;
  readonly status: 'active' | 'held' | 'paused' | 'stopped' | 'finished';
  readonly plannedCycles: number;
  readonly order: {
    readonly body: {
      readonly doseMg: number;
      readonly parts?: { readonly firstMg: number };
      readonly weightKg?: number;
      readonly infusionMinutes?: number;
    };
    readonly signedAt: number;
    readonly signedBy: string;
  } | null;
};

export type GatheredCycle = {
  readonly id: string;
  readonly number: number;
  readonly seriesId: string;
  readonly appointments: readonly {
    readonly kind: 'dose' | 'integration' | 'preparation' | 'consult';
    readonly startsAt: number;
    readonly endsAt: number;
    readonly status: 'booked' | 'arrived' | 'fulfilled' | 'no-show';
    readonly statusAt: number;
    readonly roomName: string | null;
  }[];
  readonly preparation: readonly {
    readonly kind: string;
    readonly body: Readonly<Record<string, unknown>>;
    readonly at: number;
    readonly by: string | null;
    readonly byRole: Role | null;
  }[];
  readonly marks: readonly {
    readonly kind: 'intention' | 'letter';
    readonly state: 'written' | 'not-yet';
    readonly at: number;
  }[];
  readonly ride: {
    readonly companionName: string;
    readonly state: RideState;
    readonly at: number;
    readonly how: RideHow | null;
  } | null;
  readonly session: {
    readonly id: string;
    readonly editionId: string;
    readonly openedAt: number;
    readonly releasedAt: number | null;
  } | null;
};

export type GatheredResponse = {
  readonly instrument: string;
  readonly cycleId: string | null;
  readonly at: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly score: { readonly total?: number; readonly item9?: number } | null;
};

export type GatheredFloor = {
  /** Null when nobody has checked in today: then we do not know who is here. */
  readonly nursesOnShift: number | null;
  readonly prescribersOnShift: number | null;
  /** What the spray’s safety program gave this clinic, as it was entered; null where nobody has. */
  readonly certifiedSite: CertifiedSite | null;
  /** Where the clinic has said that the hours after a dose are held elsewhere, how many names outside it gives; else null. */
  readonly namesOutside: number | null;
  readonly dosingNow: number;
  /** Of each dose under way: when it began, and what says how long it takes. */
  readonly underWay:
    | readonly {
        readonly editionId: string;
        readonly startedAt: number | null;
        readonly plannedMinutes: number | null;
        readonly lastPartAt: number | null;
      }[]
    | null;
  /** The clinic's own list for a room before a dose; null when it has none. */
  readonly roomList: readonly RoomItem[] | null;
};

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::bigint`;
const list = (rows: string) => `(select coalesce(json_agg(x), '[]') from (${rows}) x)`;

const peopleStatement = `
  select json_build_object(
    'patientId', p.id,
    'name', coalesce(nullif(p.preferred_name, ''), p.given_name) || ' ' || p.family_name,
    'birthDate', p.birth_date, 'sex', p.sex, 'zone', p.zone, 'stage', p.stage, 'createdAt', ${ms('p.created_at')},
    'jurisdiction', (select c.settings ->> 'jurisdiction' from clinics c where c.id = p.clinic_id),
    'entries', ${list(`
      select e.kind, e.body, e.status, ${ms('e.recorded_at')} as "recordedAt"
        from (select distinct on (id) id, kind, body, status, recorded_at from health_record_entries
               where clinic_id = $1 and patient_id = p.id order by id, version desc) e
       where e.status <> 'entered-in-error' order by e.recorded_at, e.id`)},
    'decisions', ${list(`
      select distinct on (d.issue_key) d.issue_key as key, d.finding ->> 'action' as action, d.decision, d.reason,
             ${ms('d.decided_at')} as at, d.decided_by_name as by
        from issue_decisions d where d.clinic_id = $1 and d.patient_id = p.id order by d.issue_key, d.decided_at desc, d.id`)},
    'consults', ${list(`
      select ${ms('a.created_at')} as "bookedAt", ${ms('lower(a.period)')} as "startsAt", a.status
        from appointments a where a.clinic_id = $1 and a.patient_id = p.id and a.kind = 'consult' and a.status <> 'cancelled'
       order by lower(a.period)`)},
    'notes', ${list(`
      select distinct on (n.id) n.kind, n.cycle_id as "cycleId", ${ms('n.held_at')} as "heldAt", n.author_name as by,
             (select w.roles[1] from accounts w where w.clinic_id = n.clinic_id and w.id = n.author_id) as "byRole"
        from encounter_notes n where n.clinic_id = $1 and n.patient_id = p.id order by n.id, n.version desc`)},
    'series', ${list(`
      select s.id, s.route, s.edition_id as "editionId", s.status, s.planned_cycles as "plannedCycles",
             (select json_build_object('body', r.body, 'signedAt', ${ms('r.signed_at')}, 'signedBy', r.signed_by_name)
                from medication_requests r where r.clinic_id = $1 and r.series_id = s.id and r.patient_id = p.id
               order by r.signed_at desc, r.id limit 1) as "order"
        from series s where s.clinic_id = $1 and s.patient_id = p.id order by s.created_at, s.id`)},
    'cycles', ${list(`
      select c.id, c.number, c.series_id as "seriesId",
             ${list(`
               select a.kind, ${ms('lower(a.period)')} as "startsAt", ${ms('upper(a.period)')} as "endsAt", a.status,
                      ${ms('a.status_at')} as "statusAt", r.name as "roomName"
                 from appointments a left join rooms r on r.clinic_id = a.clinic_id and r.id = a.room_id
                where a.clinic_id = $1 and a.patient_id = p.id and a.cycle_id = c.id and a.status <> 'cancelled'
                order by lower(a.period)`)} as appointments,
             ${list(`
               select i.kind, i.body, ${ms('i.recorded_at')} as at, w.display_name as by, w.roles[1] as "byRole"
                 from (select distinct on (kind) * from preparation_items
                        where clinic_id = $1 and patient_id = p.id and cycle_id = c.id order by kind, recorded_at desc, version desc) i
                 left join accounts w on w.clinic_id = i.clinic_id and w.id = i.recorded_by`)} as preparation,
             ${list(`
               select distinct on (m.kind) m.kind, m.state, ${ms('m.at')} as at
                 from own_words_marks m
                where m.clinic_id = $1 and m.patient_id = p.id and m.cycle_id = c.id and m.state <> 'deleted'
                order by m.kind, m.at desc`)} as marks,
             (select json_build_object('companionName', q.name, 'state', d.state, 'at', ${ms('d.state_at')}, 'how', d.how)
                from rides d join related_persons q on q.clinic_id = d.clinic_id and q.id = d.related_person_id
                join companion_links l on l.clinic_id = d.clinic_id and l.id = d.link_id
               where d.clinic_id = $1 and d.patient_id = p.id and d.cycle_id = c.id and l.revoked_at is null
               order by d.created_at desc, d.id limit 1) as ride,
             (select json_build_object('id', t.id, 'editionId', t.edition_id, 'openedAt', ${ms('t.opened_at')}, 'releasedAt', ${ms('t.released_at')})
                from dosing_sessions t where t.clinic_id = $1 and t.patient_id = p.id and t.cycle_id = c.id
               order by t.opened_at desc limit 1) as session
        from cycles c join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
       where c.clinic_id = $1 and c.patient_id = p.id order by s.created_at, c.number`)},
    'adverseEvents', ${list(`
      select e.id, e.term, e.severity, g.body as grading, coalesce(g.signed, false) as signed
        from adverse_events e
        left join lateral (select body, signed from adverse_event_gradings x
                            where x.clinic_id = e.clinic_id and x.event_id = e.id order by x.number desc limit 1) g on true
       where e.clinic_id = $1 and e.patient_id = p.id order by e.reported_at, e.id`)},
    'consents', ${list(`
      select k.edition_id as "editionId", ${ms('k.signed_at')} as "signedAt", ${ms('k.withdrawn_at')} as "withdrawnAt"
        from consents k where k.clinic_id = $1 and k.patient_id = p.id order by k.signed_at`)},
    'responses', ${list(`
      select * from (
        select r.instrument, r.cycle_id as "cycleId", ${ms('r.authored_at')} as at, r.answers, r.score
          from questionnaire_responses r
         where r.clinic_id = $1 and r.patient_id = p.id and r.status = 'completed'
         order by r.authored_at desc limit 200) latest
       order by at`)},
    'given', ${list(`
      select t.id as "sessionId", s.route, ${ms('e.effective_at')} as at, (e.body -> 'fact' ->> 'doseMg')::float8 as "doseMg",
             e.type = 'DoseStarted' as "isDrip",
             (select json_build_object('reason', x.body -> 'fact' ->> 'reason',
                       'pumpReadsMg', (x.body -> 'fact' ->> 'pumpReadsMg')::float8)
                from dosing_session_events x
               where x.clinic_id = t.clinic_id and x.session_id = t.id and x.type = 'DoseStopped' and not exists (${struck('x')})
               order by x.effective_at limit 1) as ended
        from dosing_sessions t
        join cycles c on c.clinic_id = t.clinic_id and c.id = t.cycle_id
        join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
        join dosing_session_events e on e.clinic_id = t.clinic_id and e.session_id = t.id and e.type in ('DoseStarted', 'DoseGiven')
       where t.clinic_id = $1 and t.patient_id = p.id and t.released_at is not null and not exists (${struck('e')})
       order by e.effective_at, e.event_id`)},
    'lastDose', (
      select json_build_object('cycleId', t.cycle_id, 'releasedAt', ${ms('t.released_at')},
               'startedAt', (select ${ms('min(e.effective_at)')} from dosing_session_events e
                              where e.clinic_id = t.clinic_id and e.session_id = t.id and e.type in ('DoseStarted', 'DoseGiven')
                                and not exists (${struck('e')})),
               'companion', (
                 select json_build_object('name', q.name, 'linkEndsAt', ${ms('least(l.expires_at, l.revoked_at)')}, 'answers', ${list(`
                          select a.check_name as "check", a.word, a.signs, ${ms('a.said_at')} as at, a.said_by as by
                            from companion_answers a where a.clinic_id = $1 and a.cycle_id = t.cycle_id
                           order by a.said_at, a.recorded_at, a.id`)}, 'unasked', ${list(`
                          select ${ms('u.from_at')} as "from", ${ms('u.until_at')} as "until", u.from_by as by
                            from companion_unasked u where u.clinic_id = $1 and u.link_id = l.id order by u.from_at, u.id`)})
                   from rides d join related_persons q on q.clinic_id = d.clinic_id and q.id = d.related_person_id
                   join companion_links l on l.clinic_id = d.clinic_id and l.id = d.link_id
                  where d.clinic_id = $1 and d.cycle_id = t.cycle_id and 'report' = any (l.scopes)
                    and d.state not in ('asked', 'declined')
                  order by d.created_at desc, d.id limit 1))
        from dosing_sessions t where t.clinic_id = $1 and t.patient_id = p.id and t.released_at is not null
       order by t.released_at desc limit 1)
  )::text as person
  from patients p
 where p.clinic_id = $1 and p.id = any($2)`;

export async function gatherPeople(tx: Tx, patientIds: readonly string[]): Promise<GatheredPerson[]> {
  const { rows } = await tx.prepared<{ person: string }>('gather-people', peopleStatement, [
    tx.clinicId,
    patientIds,
  ]);
  return rows.map((row) => JSON.parse(row.person) as GatheredPerson);
}

// A dose runs from its start until it is stopped or recovery begins. A stop that was entered in error did not happen. Who
// was on shift is asked of that moment: a fact may arrive after those who were there have gone home.
const floorStatement = `
  with dosing as (
    select s.edition_id, min(e.effective_at) filter (where e.type = 'DoseStarted') as started_at,
           min((e.body -> 'fact' ->> 'plannedMinutes')::float8) as planned_minutes,
           max(e.effective_at) filter (where e.type = 'DoseGiven') as last_part_at
      from dosing_sessions s
      join dosing_session_events e on e.clinic_id = s.clinic_id and e.session_id = s.id and e.type in ('DoseStarted', 'DoseGiven')
     where s.clinic_id = $1 and s.released_at is null and not exists (${struck('e')})
       and not exists (select 1 from dosing_session_events e
                        where e.clinic_id = s.clinic_id and e.session_id = s.id
                          and e.type in ('DoseStopped', 'RecoveryStarted', 'PatientReleased')
                          and not exists (${struck('e')}))
     group by s.id, s.edition_id),
  here as (
    select a.roles, h.started_at <= $2 and (h.ended_at is null or h.ended_at > $2) as now
      from shifts h
      join accounts a on a.clinic_id = h.clinic_id and a.id = h.account_id
      join clinics c on c.id = h.clinic_id
     where h.clinic_id = $1
       and (h.on_date = ($2::timestamptz at time zone c.zone)::date
         or ((h.ended_at is null or h.ended_at > $2) and h.started_at <= $2
             and h.started_at > $2::timestamptz - interval '16 hours'))),
  on_shift as (
    select case when count(*) = 0 then null else count(*) filter (where now and 'nurse' = any (roles)) end as nurses,
           case when count(*) = 0 then null else count(*) filter (where now and 'prescriber' = any (roles)) end as prescribers
      from here)
  select on_shift.nurses as "nursesOnShift", on_shift.prescribers as "prescribersOnShift",
         (select settings -> 'certifiedSite' from clinics where id = $1) as "certifiedSite",
         (select case when c.settings ->> 'integration' = 'outside'
                      then (select count(*)::int from referral_places r where r.clinic_id = $1 and r.withdrawn_at is null) end
            from clinics c where c.id = $1) as "namesOutside",
         (select count(*) from dosing) as "dosingNow",
         (select json_agg(json_build_object('editionId', d.edition_id,
                   'startedAt', ${ms('d.started_at')}, 'plannedMinutes', d.planned_minutes, 'lastPartAt', ${ms('d.last_part_at')}))
            from dosing d) as "underWay",
         (select settings -> 'roomList' from clinics where id = $1) as "roomList"
    from on_shift`;

function struck(event: string): string {
  return `select 1 from dosing_session_events w
           where w.clinic_id = ${event}.clinic_id and w.session_id = ${event}.session_id and w.type = 'EnteredInError'
             and w.body -> 'fact' ->> 'targetEventId' = ${event}.event_id::text`;
}

export async function gatherFloor(tx: Tx, now: number): Promise<GatheredFloor> {
  const { rows } = await tx.prepared<GatheredFloor>('gather-floor', floorStatement, [tx.clinicId, iso(now)]);
  return (
    rows[0] ?? {
      nursesOnShift: null,
      prescribersOnShift: null,
      certifiedSite: null,
      namesOutside: null,
      dosingNow: 0,
      underWay: null,
      roomList: null,
    }
  );
}
