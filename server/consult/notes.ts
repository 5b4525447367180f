// Notes of care that happened. A correction is the next version; what was signed stays as it was signed.

import type { EncounterNote } from '#api/consult.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  version: number;
  kind: EncounterNote['kind'];
  cycle_id: string | null;
  /** Notes signed before there were themes have none. */
  body: Pick<EncounterNote, 'text' | 'agenda' | 'commitments' | 'nextIntention'> & {
    themes?: EncounterNote['themes'];
  };
  held_at: number;
  author_name: string;
  signed_at: number | null;
};

function noteOf(row: Row): EncounterNote {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    cycleId: row.cycle_id ?? undefined,
    text: row.body.text,
    agenda: row.body.agenda,
    commitments: row.body.commitments,
    themes: row.body.themes ?? [],
    nextIntention: row.body.nextIntention,
    heldAt: row.held_at,
    authorName: row.author_name,
    signedAt: row.signed_at ?? undefined,
  };
}

export async function latestNotes(tx: Tx, patientId: string): Promise<EncounterNote[]> {
  const { rows } = await tx.query<Row>(
    `select * from (
       select distinct on (id) id, version, kind, cycle_id, body, held_at, author_name, signed_at
         from encounter_notes where clinic_id = $1 and patient_id = $2 order by id, version desc) latest
      order by held_at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows.map(noteOf);
}

export async function keepNote(
  tx: Tx,
  note: EncounterNote,
  about: { patientId: string; appointmentId: string | undefined; authorId: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into encounter_notes (clinic_id, id, version, patient_id, cycle_id, appointment_id, kind, body, held_at, author_id, author_name, signed_at, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tx.clinicId,
      note.id,
      note.version,
      about.patientId,
      note.cycleId ?? null,
      about.appointmentId ?? null,
      note.kind,
      JSON.stringify({
        text: note.text,
        agenda: note.agenda,
        commitments: note.commitments,
        themes: note.themes,
        nextIntention: note.nextIntention,
      }),
      iso(note.heldAt),
      about.authorId,
      note.authorName,
      iso(about.now),
      iso(about.now),
    ],
  );
}

/** The slot this note is of took place. False when it is not this patient's slot of this kind. */
export async function fulfil(
  tx: Tx,
  slot: { id: string; patientId: string; kind: EncounterNote['kind']; now: number },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update appointments
        set status_at = case when status = 'fulfilled' then status_at else $5 end, status = 'fulfilled', version = version + 1
      where clinic_id = $1 and id = $2 and patient_id = $3 and kind = $4 and status <> 'cancelled'`,
    [tx.clinicId, slot.id, slot.patientId, slot.kind, iso(slot.now)],
  );
  return rowCount === 1;
}

export async function hasDoseBooked(tx: Tx, patientId: string, after: number): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from appointments
      where clinic_id = $1 and patient_id = $2 and kind = 'dose' and status = 'booked' and lower(period) > $3 limit 1`,
    [tx.clinicId, patientId, iso(after)],
  );
  return rows.length === 1;
}
