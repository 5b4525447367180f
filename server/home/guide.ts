// The guide of a dose at home: named by the clinic, let in by a link of their own, there while their page says so.

import type { GuidedDay, HomeGuide } from '#api/home.ts';
import { type GuideMark, guidePresence } from '#clinical/home/guide.ts';
import { looksAtHome } from '#clinical/home/looks.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

/** The last one named whose link was not ended. */
export async function guideOf(tx: Tx, cycleId: string, now: number): Promise<HomeGuide | undefined> {
  const { rows } = await tx.query<Omit<HomeGuide, 'presence'> & { marks: GuideMark[] }>(
    `select g.name, g.phone, g.place,
            (select coalesce(json_agg(json_build_object('here', m.here,
                      'at', floor(extract(epoch from m.at) * 1000)::bigint) order by m.at), '[]')
               from home_guide_marks m where m.clinic_id = g.clinic_id and m.guide_id = g.id and m.at <= $3) as marks
       from home_guides g join companion_links l on l.clinic_id = g.clinic_id and l.id = g.link_id
      where g.clinic_id = $1 and g.cycle_id = $2 and l.revoked_at is null order by g.named_at desc, g.id limit 1`,
    [tx.clinicId, cycleId, iso(now)],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { marks, ...guide } = row;
  return { ...guide, presence: guidePresence(marks, now) };
}

/** Another guide takes the place of the one before, whose link ends. */
export async function keepGuide(
  tx: Tx,
  guide: Omit<HomeGuide, 'presence'> & {
    id: string;
    patientId: string;
    cycleId: string;
    linkId: string;
    by: { id: string; name: string };
  },
  now: number,
): Promise<void> {
  await tx.query(
    `update companion_links l set revoked_at = $3 from home_guides g
      where g.clinic_id = $1 and g.cycle_id = $2 and l.clinic_id = g.clinic_id and l.id = g.link_id and l.revoked_at is null`,
    [tx.clinicId, guide.cycleId, iso(now)],
  );
  await tx.query(
    `insert into home_guides (clinic_id, id, patient_id, cycle_id, link_id, name, phone, place, named_at, named_by, named_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.clinicId,
      guide.id,
      guide.patientId,
      guide.cycleId,
      guide.linkId,
      guide.name,
      guide.phone,
      guide.place,
      iso(now),
      guide.by.id,
      guide.by.name,
    ],
  );
}

export async function keepMark(tx: Tx, linkId: string, { here, at }: GuideMark): Promise<void> {
  await tx.query(
    `insert into home_guide_marks (clinic_id, guide_id, at, here)
     select clinic_id, id, $3, $4 from home_guides where clinic_id = $1 and link_id = $2 on conflict do nothing`,
    [tx.clinicId, linkId, iso(at), here],
  );
}

/** The looks as the guide follows them, by the schedule everyone else follows. */
export function looksForGuide(
  state: SessionState,
  edition: Edition | undefined,
  now: number,
): Pick<NonNullable<GuidedDay['session']>, 'takenAt' | 'lastLook' | 'missedLooks' | 'nextLookAt'> {
  const look = latest(state, 'LookMade');
  const schedule = edition && checkSchedule({ edition, session: sessionFacts(state, edition), now });
  return {
    takenAt: doseStartedAt(state),
    lastLook: look && { seen: look.fact.seen, at: look.at },
    missedLooks: edition && schedule && looksAtHome(edition, schedule)?.missedInARow,
    nextLookAt: schedule?.next?.dueAt,
  };
}
