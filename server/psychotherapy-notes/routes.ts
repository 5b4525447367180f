// Reading and writing one's own notes. A change is the next version; what was written stays beside it.

import * as api from '#api/psychotherapy-notes.ts';
import { type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';
import { openerForPatient, sealForPatient } from '#server/own-words';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';

const stale = refuse(409, 'stale', 'You changed this somewhere else first. Your words are still here.');

type Row = { id: string; version: number; sealed: Buffer; recorded_at: number };

function bound(tx: Tx, at: { id: string; version: number }): string {
  return `psychotherapy-note|${tx.accountId}|${at.id}|${at.version}`;
}

export function psychotherapyNoteRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listPsychotherapyNotes,
      { resource: 'psychotherapy-note', action: 'r', subject: 'patient' },
      { audit: 'psychotherapy-note.list' },
      async ({ tx, params }) => {
        const { patientId = '' } = params;
        const { rows } = await tx.query<Row>(
          `select * from (
             select distinct on (id) id, version, sealed, recorded_at from psychotherapy_notes
              where clinic_id = $1 and patient_id = $2 and author_account_id = $3 order by id, version desc) latest
            order by recorded_at desc, id`,
          [tx.clinicId, patientId, tx.accountId],
        );
        const open = await openerForPatient(tx, ports.secrets, patientId);
        return {
          notes: rows.map((row) => ({
            id: row.id,
            version: row.version,
            text: open(row.sealed, bound(tx, row)),
            recordedAt: row.recorded_at,
          })),
        };
      },
    ),

    route(
      api.savePsychotherapyNote,
      { resource: 'psychotherapy-note', action: 'u', subject: 'patient' },
      { audit: 'psychotherapy-note.save' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '', noteId = '' } = params;
        const { rows } = await tx.query<{ version: number }>(
          `select coalesce(max(version), 0) as version from psychotherapy_notes
            where clinic_id = $1 and patient_id = $2 and id = $3`,
          [tx.clinicId, patientId, noteId],
        );
        if ((rows[0]?.version ?? 0) !== body.version) return stale;
        const at = { id: noteId, version: body.version + 1 };
        const sealed = await sealForPatient(tx, ports, patientId, {
          what: bound(tx, at),
          text: body.text,
          now,
        });
        await tx.query(
          `insert into psychotherapy_notes (clinic_id, id, version, patient_id, author_account_id, sealed, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [tx.clinicId, at.id, at.version, patientId, tx.accountId, sealed, iso(now)],
        );
        context.audit({ resourceId: noteId });
        return { ...at, text: body.text, recordedAt: now };
      },
    ),
  ];
}
