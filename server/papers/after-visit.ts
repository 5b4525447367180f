// The paper that goes home, put together: log, edition, allergies, what a prescriber wrote about medicines, what is booked.
// What a nurse handed over is kept word for word; what has changed since is said and never slipped in.

import type { AfterVisitTold } from '#api/after-visit.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import {
  type AfterVisitAround,
  type AfterVisitContent,
  afterVisitBytes,
  afterVisitContent,
} from '#dosing-session/papers/after-visit.ts';
import { paperChanges } from '#dosing-session/papers/paper.ts';
import type { Clinic } from '#server/access';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { sha256 } from '#server/secrets';
import { isOver, type Opened } from './told.ts';

type Readable = Opened & { readonly edition: Edition };

type Surroundings = {
  first_name: string;
  language: 'en' | 'es';
  zone: string;
  allergies: string[] | null;
  none_said: boolean | null;
  medicines: { name: string; instruction: string }[] | null;
  appointments: { kind: string; at: number }[] | null;
};

async function surroundings(tx: Tx, opened: Opened): Promise<Surroundings> {
  const { session } = opened;
  const { rows } = await tx.query<Surroundings>(
    `with entry as (
       select distinct on (id) id, kind, body, status, recorded_at from health_record_entries
        where clinic_id = $1 and patient_id = $2 and kind in ('allergy', 'history-answer') order by id, version desc)
     select coalesce(p.preferred_name, p.given_name) as first_name, p.language, p.zone,
       (select json_agg(e.body ->> 'name' order by e.recorded_at, e.id) from entry e
         where e.kind = 'allergy' and e.status in ('reported', 'confirmed')) as allergies,
       (select e.body ->> 'answer' = 'no' from entry e
         where e.kind = 'history-answer' and e.body ->> 'key' = 'has-allergies' and e.status in ('reported', 'confirmed')
         order by e.recorded_at desc limit 1) as none_said,
       (select json_agg(json_build_object('name', coalesce(d.finding->>'subject', d.finding->>'title', d.issue_key), 'instruction', d.instruction)
                        order by d.issue_key)
          from (select distinct on (issue_key) * from issue_decisions i
                 where i.clinic_id = p.clinic_id and i.patient_id = p.id order by issue_key, decided_at desc) d
         where coalesce(d.instruction, '') <> '') as medicines,
       (select json_agg(json_build_object('kind', a.kind, 'at', floor(extract(epoch from lower(a.period)) * 1000))
                        order by lower(a.period))
          from (select a.kind, a.period,
                       row_number() over (partition by a.kind order by lower(a.period)) as nth
                  from appointments a
                 where a.clinic_id = p.clinic_id and a.patient_id = p.id and a.status not in ('cancelled', 'no-show')
                   and lower(a.period) > $3
                   and a.id is distinct from (select s.appointment_id from dosing_sessions s where s.clinic_id = $1 and s.id = $4)) a
         where a.nth = 1) as appointments
      from patients p where p.clinic_id = $1 and p.id = $2`,
    [tx.clinicId, session.patient_id, iso(session.opened_at), session.id],
  );
  const [found] = rows;
  if (found === undefined) throw new Error('A session without its patient.');
  return found;
}

function aroundOf(clinic: Clinic, found: Surroundings): AfterVisitAround {
  const place = crisisPlace(clinic.crisisPlace);
  const line = place?.lines.find(({ ways }) => ways.includes('call'));
  return {
    zone: found.zone,
    firstName: found.first_name,
    clinic: {
      name: clinic.name,
      phone: clinic.phone,
      openingHours: { en: clinic.openingHours, es: clinic.settings.openingHoursEs ?? clinic.openingHours },
    },
    emergencyNumber: place?.emergency.number,
    crisisLine: line && { name: line.name, number: line.number },
    allergies: found.allergies ?? (found.none_said === true ? [] : undefined),
    medicines: found.medicines ?? [],
    appointments: (found.appointments ?? []).map(({ kind, at }) => ({
      kind: kind === 'dose' || kind === 'integration' ? kind : 'other',
      at,
    })),
  };
}

type VersionRow = {
  version: number;
  id: string;
  content: string;
  content_sha256: Buffer;
  handed_over_at: number;
  handed_over_by_name: string;
  handed_over_as: string;
};

/** Newest first. */
export async function handedOverOf(tx: Tx, sessionId: string): Promise<readonly VersionRow[]> {
  const { rows } = await tx.query<VersionRow>(
    `select version, id, content, content_sha256, handed_over_at, handed_over_by_name, handed_over_as
       from after_visit_papers where clinic_id = $1 and session_id = $2 order by version desc`,
    [tx.clinicId, sessionId],
  );
  return rows;
}

export async function afterVisitToldOf(
  tx: Tx,
  clinic: Clinic,
  opened: Readable,
  now: number,
): Promise<AfterVisitTold> {
  const found = await surroundings(tx, opened);
  const draft = afterVisitContent({
    state: opened.state,
    edition: opened.edition,
    around: aroundOf(clinic, found),
    now,
  });
  const versions = (await handedOverOf(tx, opened.session.id)).map((row) => ({
    version: row.version,
    byName: row.handed_over_by_name,
    as: row.handed_over_as,
    at: row.handed_over_at,
    content: JSON.parse(row.content) as AfterVisitContent,
    sha256: row.content_sha256.toString('hex'),
  }));
  const [newest] = versions;
  const isSame = newest?.sha256 === sha256(afterVisitBytes(draft)).toString('hex');
  return {
    sessionId: opened.session.id,
    zone: found.zone,
    patientName: opened.patientName,
    language: found.language,
    clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
    state: !isOver(opened.state)
      ? 'not-over'
      : newest === undefined
        ? 'not-handed-over'
        : isSame
          ? 'handed-over'
          : 'changed',
    draft,
    versions,
  };
}

export async function keepHandedOver(
  tx: Tx,
  paper: {
    readonly id: string;
    readonly sessionId: string;
    readonly patientId: string;
    readonly version: number;
    readonly logVersion: number;
    readonly content: string;
    readonly by: string;
    readonly byName: string;
    readonly as: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into after_visit_papers (clinic_id, session_id, version, id, patient_id, log_version, content, content_sha256,
                                     handed_over_at, handed_over_by, handed_over_by_name, handed_over_as)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.clinicId,
      paper.sessionId,
      paper.version,
      paper.id,
      paper.patientId,
      paper.logVersion,
      paper.content,
      sha256(paper.content),
      iso(paper.now),
      paper.by,
      paper.byName,
      paper.as,
    ],
  );
}

/** The session a live link was made for, once its person has left. */
export async function sessionOfLink(tx: Tx, linkId: string, now: number): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `select d.id from rides r
       join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id
       join dosing_sessions d on d.clinic_id = r.clinic_id and d.patient_id = r.patient_id and d.cycle_id = r.cycle_id
      where r.clinic_id = $1 and l.id = $2 and l.revoked_at is null and l.expires_at > $3 and d.released_at is not null
      order by d.opened_at desc limit 1`,
    [tx.clinicId, linkId, iso(now)],
  );
  return rows[0]?.id;
}

/** What the one who drives may read: their own paper, and how it differs from the version before. */
export function companionPaperOf({ draft, versions }: AfterVisitTold) {
  const [newest, before] = versions;
  const { companion } = newest?.content ?? draft;
  const changesIn = (language: 'en' | 'es') =>
    before === undefined
      ? []
      : [...paperChanges(before.content.companion[language].sections, companion[language].sections)];
  return {
    ...companion,
    handedOver: newest && {
      version: newest.version,
      byName: newest.byName,
      as: newest.as,
      at: newest.at,
    },
    changes: { en: changesIn('en'), es: changesIn('es') },
  };
}
