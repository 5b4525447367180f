// What was decided, for the person it is about: the words written to them, by whom and when, and what stands in the book. The
// reason of the prescriber is theirs and stays with them.

import type { Decided } from '#api/series-decisions.ts';
import type { Clinic } from '#server/access';
import type { Tx } from '#server/postgres';
import { findSeries } from '#server/series';
import { decisionsOf, nextDoseAt } from './decision-store.ts';
import { dosesOf } from './series-told.ts';
import { dosedSessions, zoneOf } from './store.ts';

export async function decidedTold(
  tx: Tx,
  { patientId, clinic, now }: { readonly patientId: string; readonly clinic: Clinic; readonly now: number },
): Promise<Decided> {
  const zone = (await zoneOf(tx, patientId)) ?? clinic.zone;
  const decisions = await decisionsOf(tx, patientId);
  const [newest] = decisions;
  const series = newest && (await findSeries(tx, patientId, newest.series_id));
  const given = series && dosesOf(series, await dosedSessions(tx, patientId, now), zone);
  return {
    zone,
    clinic: { name: clinic.name, phone: clinic.phone },
    decided: decisions.map((row) => ({
      id: row.id,
      choice: row.choice,
      wordsForPatient: row.words_for_patient ?? undefined,
      at: row.decided_at,
      byName: row.decided_by_name,
      seenAt: row.seen_at ?? undefined,
    })),
    doses: given && {
      given: given.length,
      planned: series.plannedCycles,
      sinceDecided: given.filter(({ at }) => at > newest.decided_at).length,
    },
    nextDoseAt: await nextDoseAt(tx, patientId, now),
  };
}
