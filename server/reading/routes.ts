// Giving something to read, and knowing that it was opened. The first opening counts; nothing else about it is kept.

import * as api from '#api/readings.ts';
import { type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function readingRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listReadings,
      { resource: 'reading', action: 'r', subject: 'patient' },
      { audit: 'reading.list' },
      async ({ tx, params }) => ({ readings: await readingsOf(tx, params.patientId ?? '') }),
    ),

    route(
      api.giveReading,
      { resource: 'reading', action: 'c', subject: 'patient' },
      { audit: 'reading.give' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        await tx.query(
          `insert into given_readings (clinic_id, id, patient_id, reading, note, given_at, given_by, given_by_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
          [tx.clinicId, body.id, patientId, body.reading, body.note, iso(now), actor.id, actor.name],
        );
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return (await readingWith(tx, patientId, body.id)) ?? absent;
      },
    ),

    route(
      api.openReading,
      { resource: 'reading', action: 'u', subject: 'patient' },
      { audit: 'reading.open' },
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '', readingId = '' } = params;
        await tx.query(
          `update given_readings set opened_at = $4
            where clinic_id = $1 and patient_id = $2 and id = $3 and opened_at is null`,
          [tx.clinicId, patientId, readingId, iso(now)],
        );
        context.audit({ resourceId: readingId });
        context.publish({ topic: 'patient', patientId, id: readingId });
        return (await readingWith(tx, patientId, readingId)) ?? absent;
      },
    ),
  ];
}

type Row = {
  id: string;
  reading: string;
  note: string;
  given_at: number;
  given_by_name: string;
  opened_at: number | null;
};

/** Newest first. */
async function readingsOf(tx: Tx, patientId: string): Promise<api.GivenReading[]> {
  const { rows } = await tx.query<Row>(
    `select id, reading, note, given_at, given_by_name, opened_at from given_readings
      where clinic_id = $1 and patient_id = $2 order by given_at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows.map((row) => ({
    id: row.id,
    reading: row.reading,
    note: row.note,
    givenAt: row.given_at,
    byName: row.given_by_name,
    openedAt: row.opened_at ?? undefined,
  }));
}

async function readingWith(tx: Tx, patientId: string, id: string): Promise<api.GivenReading | undefined> {
  return (await readingsOf(tx, patientId)).find((reading) => reading.id === id);
}
