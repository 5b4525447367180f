// Taking down, reading what is not locked, and what only the one who said the words may do with them.

import * as api from '#api/first-words.ts';
import { type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';
import { openerForPatient, sealForPatient } from '#server/own-words';
import type { Ports } from '#server/ports';

const absent = refuse(404, 'absent', 'There is nothing here.');

type Row = {
  id: string;
  session_id: string | null;
  sealed: Buffer;
  said_at: number;
  taken_by_name: string;
  locked_at: number | null;
};

/** What the seal of first words is bound to. */
export function firstWordsBound({ id }: { readonly id: string }): string {
  return `first-words|${id}`;
}

export function firstWordsRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listFirstWords,
      { resource: 'first-words', action: 'r', subject: 'patient' },
      { audit: 'first-words.list' },
      async ({ tx, params }) => {
        const { patientId = '' } = params;
        // The database leaves out what was locked, unless it is the patient who asks.
        const { rows } = await tx.query<Row>(
          `select id, session_id, sealed, said_at, taken_by_name, locked_at from first_words
            where clinic_id = $1 and patient_id = $2 and removed_at is null order by said_at desc, id`,
          [tx.clinicId, patientId],
        );
        const open = await openerForPatient(tx, ports.secrets, patientId);
        return {
          words: rows.map((row) => ({
            id: row.id,
            sessionId: row.session_id ?? undefined,
            text: open(row.sealed, firstWordsBound(row)),
            saidAt: row.said_at,
            takenByName: row.taken_by_name,
            lockedAt: row.locked_at ?? undefined,
          })),
        };
      },
    ),

    route(
      api.takeDownFirstWords,
      { resource: 'first-words', action: 'c', subject: 'patient' },
      { audit: 'first-words.take-down' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        if (body.sessionId !== undefined) {
          const { rows } = await tx.query(
            'select 1 from dosing_sessions where clinic_id = $1 and patient_id = $2 and id = $3',
            [tx.clinicId, patientId, body.sessionId],
          );
          if (rows.length === 0) return absent;
        }
        const sealed = await sealForPatient(tx, ports, patientId, {
          what: firstWordsBound(body),
          text: body.text,
          now,
        });
        await tx.query(
          `insert into first_words (clinic_id, id, patient_id, session_id, taken_by, taken_by_name, sealed, said_at, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            tx.clinicId,
            body.id,
            patientId,
            body.sessionId ?? null,
            actor.id,
            actor.name,
            sealed,
            iso(body.saidAt),
            iso(now),
          ],
        );
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return { done: true as const };
      },
    ),

    route(
      api.keepFirstWords,
      { resource: 'first-words', action: 'u', subject: 'patient' },
      { audit: 'first-words.keep' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '', wordsId = '' } = params;
        const { rowCount } = await tx.query(
          `update first_words
              set locked_at = case $4 when 'lock' then coalesce(locked_at, $5) when 'open' then null else locked_at end,
                  removed_at = case $4 when 'remove' then $5 end,
                  sealed = case $4 when 'remove' then '' else sealed end
            where clinic_id = $1 and patient_id = $2 and id = $3 and removed_at is null`,
          [tx.clinicId, patientId, wordsId, body.keeping, iso(now)],
        );
        if (rowCount !== 1) return absent;
        context.audit({ resourceId: wordsId });
        context.publish({ topic: 'patient', patientId, id: wordsId });
        return { done: true as const };
      },
    ),
  ];
}
