// Who opened this record and what they did there, told to the person it belongs to, in their language.

import type { AnswerOf } from '#api/endpoint.ts';
import type { whoLooked } from '#api/patients.ts';
import type { AuditEntry } from '#server/audit';
import type { Tx } from '#server/postgres';
import { actionWords } from './action-words.ts';

type Entries = AnswerOf<typeof whoLooked>['entries'];
type Language = 'en' | 'es';

const mostTold = 500;
/** One's own screen says every few seconds that it is there: nobody looked at anything. */
const noLook = 'bilateral.screen';

/** A screen that stays open asks again by itself; within this time that is one look, told by its beginning. */
const oneLookMinutes = 15;

/** Newest first; with null for a limit, everything there is, line by line. */
export async function whoLookedAt(
  tx: Tx,
  patientId: string,
  language: Language,
  most: number | null = mostTold,
): Promise<Entries> {
  const { rows } = await tx.query<{ entry: string }>(
    `with lines as (
       select entry, at, lane, seq,
              at - lag(at) over (partition by e ->> 'actorId', e ->> 'action', e ->> 'outcome' order by at, lane, seq) as pause,
              e ->> 'action' ~ '[.](read|list)(-|$)' as is_look
         from audit_events cross join lateral (select entry::jsonb as e) parsed
        where clinic_id = $1 and patient_id = $2 and e ->> 'action' <> $4)
     select entry from lines
      where $3::int is null or not is_look or pause is null or pause > make_interval(mins => $5)
      order by at desc, lane, seq desc limit $3`,
    [tx.clinicId, patientId, most, noLook, oneLookMinutes],
  );
  return rows.map(({ entry }) => told(JSON.parse(entry) as AuditEntry, language));
}

const byItself = { en: 'Mooring, by itself', es: 'Mooring, por sí solo' } as const;

function told(entry: AuditEntry, language: Language): Entries[number] {
  // Whoever stood in no relation to the record was kept out; anyone else was let in, and then something was in the way.
  const isKeptOut = entry.relation === undefined || entry.relation === null;
  const ending = entry.outcome === 'done' ? 'done' : isKeptOut ? 'kept-out' : 'nothing-came';
  return {
    at: entry.at,
    who: entry.actingRole === 'system' ? byItself[language] : entry.actorName,
    role: entry.actingRole,
    action: actionWords(entry.action, ending, language),
    relation: entry.relation ?? '',
  };
}
