// What the room shows, the note back, and its reading inside the clinic.

import * as api from '#api/guest-room.ts';
import { addMinutes } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';
import { openerForPatient, sealForPatient } from '#server/own-words';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { listSeries } from '#server/series';
import { raiseTask } from '#server/tasks';

const absent = refuse(404, 'absent', 'There is nothing here.');
const ended = refuse(410, 'link-ended', 'This link has ended. Ask the person who gave it to you.');

export function guestRoomRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.getGuestRoom,
      { resource: 'guest-room', action: 'r', subject: 'clinic' },
      { audit: 'guest-room.read' },
      async (context) => {
        const { actor, tx, now } = context;
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        const { patientId } = actor;
        context.audit({ patientIds: [patientId], resourceId: actor.id });
        const link = await linkOf(tx, { id: actor.id, patientId }, now);
        if (link === undefined) return ended;
        return {
          now,
          patientFirstName: link.first_name,
          linkExpiresAt: link.expires_at,
          sessions: await sessionsOf(tx, patientId),
          notes: await notesOf(tx, ports, patientId, actor.id),
        };
      },
    ),

    route(
      api.writeGuestNote,
      { resource: 'guest-room', action: 'c', subject: 'clinic' },
      { audit: 'guest-room.write' },
      async (context) => {
        const { actor, tx, body, now } = context;
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        const { patientId } = actor;
        if ((await linkOf(tx, { id: actor.id, patientId }, now)) === undefined) return ended;
        const sealed = await sealForPatient(tx, ports, patientId, {
          what: guestNoteBound(body),
          text: body.text,
          now,
        });
        await tx.query(
          `insert into guest_notes (clinic_id, id, patient_id, link_id, from_name, sealed, held_on, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [tx.clinicId, body.id, patientId, actor.id, actor.name, sealed, body.heldOn ?? null, iso(now)],
        );
        await raiseTask(
          tx,
          {
            id: context.newId(),
            patientId,
            kind: 'guest-note',
            ownerRole: 'therapist',
            detail: { fromName: actor.name },
            priority: 'routine',
          },
          now,
        );
        context.audit({ patientIds: [patientId], resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        context.publish({ topic: 'floor' });
        return { done: true as const };
      },
    ),

    route(
      api.listGuestNotes,
      { resource: 'guest-note', action: 'r', subject: 'patient' },
      { audit: 'guest-note.list' },
      async ({ tx, params }) => ({ notes: await notesOf(tx, ports, params.patientId ?? '') }),
    ),
  ];
}

/** What the seal of a note is bound to. */
export function guestNoteBound({ id }: { readonly id: string }): string {
  return `guest-note|${id}`;
}

async function linkOf(
  tx: Tx,
  link: { id: string; patientId: string },
  now: number,
): Promise<{ first_name: string; expires_at: number } | undefined> {
  const { rows } = await tx.query<{ first_name: string; expires_at: number }>(
    `select coalesce(t.preferred_name, t.given_name) as first_name, l.expires_at
       from companion_links l join patients t on t.clinic_id = l.clinic_id and t.id = l.patient_id
      where l.clinic_id = $1 and l.patient_id = $2 and l.id = $3 and l.revoked_at is null and l.expires_at > $4
        and 'guest-room' = any (l.scopes)`,
    [tx.clinicId, link.patientId, link.id, iso(now)],
  );
  return rows[0];
}

/** Dates alone: no dose, no route, no reading. When to talk is said by the protocol of each plan, or not at all. */
async function sessionsOf(tx: Tx, patientId: string): Promise<api.GuestRoom['sessions']> {
  const series = await listSeries(tx, patientId);
  return series
    .flatMap(({ cycles, plannedCycles, edition }) =>
      cycles.flatMap(({ number, doseAt, integrationAt }) =>
        doseAt === undefined
          ? []
          : [
              {
                number,
                of: plannedCycles,
                doseAt,
                integrationAt,
                ...windowAfter(doseAt, edition),
              },
            ],
      ),
    )
    .toSorted((a, b) => a.doseAt - b.doseAt);
}

function windowAfter(doseAt: number, edition: Edition | undefined): { bestFrom?: number; bestTo?: number } {
  if (edition === undefined) return {};
  const { fromHours, toHours } = edition.integration;
  return {
    bestFrom: addMinutes(doseAt, fromHours.value * 60),
    bestTo: addMinutes(doseAt, toHours.value * 60),
  };
}

type NoteRow = {
  id: string;
  from_name: string;
  sealed: Buffer;
  held_on: string | null;
  recorded_at: number;
};

async function notesOf(tx: Tx, ports: Ports, patientId: string, linkId?: string): Promise<api.GuestNote[]> {
  const { rows } = await tx.query<NoteRow>(
    `select id, from_name, sealed, held_on, recorded_at from guest_notes
      where clinic_id = $1 and patient_id = $2 and ($3::uuid is null or link_id = $3) order by recorded_at desc, id`,
    [tx.clinicId, patientId, linkId ?? null],
  );
  const open = await openerForPatient(tx, ports.secrets, patientId);
  return rows.map((row) => ({
    id: row.id,
    fromName: row.from_name,
    text: open(row.sealed, guestNoteBound(row)),
    heldOn: row.held_on ?? undefined,
    recordedAt: row.recorded_at,
  }));
}
