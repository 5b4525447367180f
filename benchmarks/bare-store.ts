// The floor of every write: the driver alone, one row into a table without walls, references, readings or audit.

import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { SessionEvent } from '#dosing-session/events.ts';

export async function connected(
  connectionString: string,
  clinicId: string,
  clients: number,
): Promise<pg.Client[]> {
  const opened = Array.from(
    { length: clients },
    () => new pg.Client({ connectionString, options: `-c app.clinic=${clinicId}` }),
  );
  await Promise.all(opened.map((client) => client.connect()));
  return opened;
}

const authorId = randomUUID();
const hash = createHash('sha256').update('a fact').digest();

/** One durable insert and its commit. */
export async function insertBare(
  client: pg.Client | undefined,
  clinicId: string,
  { fact, ...event }: SessionEvent,
): Promise<void> {
  const at = new Date(event.effectiveAt).toISOString();
  await client?.query({
    name: 'bare-insert',
    text: `insert into bare_events (clinic_id, session_id, version, event_id, patient_id, device_id, device_seq, type, effective_at,
             recorded_at, received_at, author_id, author_name, acting_role, body, content_sha256)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    values: [
      clinicId,
      event.sessionId,
      event.deviceSeq,
      event.eventId,
      event.patientId,
      event.deviceId,
      event.deviceSeq,
      fact.type,
      at,
      at,
      at,
      authorId,
      'Nurse of room 1',
      'nurse',
      JSON.stringify({ fact, clockOffsetMs: event.clockOffsetMs }),
      hash,
    ],
  });
}
