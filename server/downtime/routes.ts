// The downtime kit on the wire. Who is on shift makes and prints the pack; the desk gets names, times and phones; what comes
// back from paper is about one patient and stays with their care staff.

import * as api from '#api/downtime.ts';
import { localDay, morningPack, morningPackMinute } from '#clinical/downtime/morning-pack.ts';
import { sheetCode } from '#clinical/downtime/sheet-code.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { decide, type Route, route, standingsTo } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { packOf } from './pack.ts';
import {
  comingBetween,
  type FolderState,
  findPack,
  folderState,
  isSessionOf,
  keepLeftEmpty,
  keepPack,
  keepTime,
  leftEmpty,
  newestPack,
  packTimes,
  staffInRooms,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

/** How far back a sheet is looked for: paper comes back on the same day, or after a long weekend. */
const sheetsOfDays = 7;

/** The job speaks every five minutes; after three silences nobody knows. */
const silentAfterMs = 15 * 60_000;

function folderSaid(said: FolderState | undefined, now: number) {
  if (said === undefined) return { state: 'silent' as const };
  const { writtenAt, why, saidAt } = said;
  return { state: now - saidAt > silentAfterMs ? ('silent' as const) : said.state, writtenAt, why, saidAt };
}

export function downtimeRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getDowntime,
      { resource: 'downtime', action: 'r', subject: 'clinic' },
      { audit: 'downtime.read' },
      async ({ tx, clinic, now }) => {
        const times = await packTimes(tx);
        const minuteOfDay = times.minuteOfDay ?? morningPackMinute.value;
        const morning = morningPack({
          now,
          zone: clinic.zone,
          minuteOfDay,
          lastMadeAt: times.lastByItselfAt,
        });
        return {
          now,
          zone: clinic.zone,
          minuteOfDay,
          set: times.set,
          morning: {
            state: morning.kind,
            dueAt: morning.kind === 'unknown' ? undefined : morning.dueAt,
          },
          lastMade: times.lastMade,
          folder: folderSaid(await folderState(tx), now),
        };
      },
    ),

    route(
      api.setPackTime,
      { resource: 'downtime', action: 'u', subject: 'clinic' },
      { audit: 'downtime.set-time' },
      async (context) => {
        const { tx, body, actor, now } = context;
        const isKept = await keepTime(tx, { ...body, by: actor.id, byName: actor.name, now });
        if (!isKept) {
          return refuse(
            409,
            'stale',
            'Someone else set this time first. What you chose is still here; look at theirs and set it again.',
          );
        }
        context.publish({ topic: 'floor' });
        return { done: true as const };
      },
    ),

    route(
      api.getDeskList,
      { resource: 'downtime', action: 'r', subject: 'clinic' },
      { audit: 'downtime.desk-list' },
      async (context) => {
        const { tx, clinic, now } = context;
        const rows = await comingBetween(tx, localDay(now, clinic.zone));
        context.audit({ patientIds: [...new Set(rows.map((row) => row.patient_id))] });
        return {
          now,
          date: localDateOf(now, clinic.zone),
          zone: clinic.zone,
          clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
          emergency: crisisPlace(clinic.crisisPlace)?.emergency.number,
          rows: rows.map((row) => ({
            code: sheetCode(row.appointment_id),
            name: row.name,
            phone: row.phone ?? undefined,
            startsAt: row.starts_at,
            endsAt: row.ends_at,
            roomName: row.room_name ?? undefined,
            practitionerName: row.practitioner_name ?? undefined,
          })),
        };
      },
    ),

    route(
      api.getPack,
      { resource: 'downtime-pack', action: 'r', subject: 'clinic' },
      { audit: 'downtime-pack.read' },
      async (context) => {
        const kept = await newestPack(context.tx);
        if (kept === undefined) return { pack: undefined };
        // A pack of another day names people who may not be in anyone's care today.
        if (kept.content.date !== localDateOf(context.now, context.clinic.zone)) return { pack: undefined };
        context.audit({ patientIds: kept.patientIds, resourceId: kept.id });
        return { pack: { id: kept.id, byName: kept.byName, content: kept.content } };
      },
    ),

    route(
      api.makePack,
      { resource: 'downtime-pack', action: 'c', subject: 'clinic' },
      { audit: 'downtime-pack.make' },
      async (context) => {
        const { tx, body, actor, clinic, now } = context;
        const known = await findPack(tx, body.id);
        if (known !== undefined) return { id: known.id, madeAt: known.madeAt };
        const content = await packOf(tx, { clinic, now });
        const patientIds = await keepPack(tx, { id: body.id, content, by: actor });
        context.audit({ patientIds, resourceId: body.id });
        context.publish({ topic: 'floor' });
        return { id: body.id, madeAt: now };
      },
    ),

    route(
      api.listSheets,
      { resource: 'downtime-pack', action: 'r', subject: 'clinic' },
      { audit: 'downtime-pack.list-sheets' },
      async (context) => {
        const { tx, clinic, actor, now } = context;
        const today = localDateOf(now, clinic.zone);
        const rows = (
          await comingBetween(tx, {
            fromAt: instantOf(addDays(today, -sheetsOfDays), 0, clinic.zone),
            toAt: instantOf(addDays(today, 1), 0, clinic.zone),
          })
        ).filter((row) => row.kind === 'dose');
        // Only sheets of people this person may write about.
        const standings = await standingsTo(
          tx,
          rows.map((row) => ({ actor, patientId: row.patient_id })),
          now,
        );
        const mine = rows.filter((_, index) => {
          const standing = standings[index];
          return standing !== undefined && decide(actor.roles, 'paper-entry', 'c', standing).allowed;
        });
        context.audit({ patientIds: [...new Set(mine.map((row) => row.patient_id))] });
        return {
          now,
          zone: clinic.zone,
          sheets: mine.map((row) => ({
            code: sheetCode(row.appointment_id),
            patientId: row.patient_id,
            name: row.name,
            appointmentId: row.appointment_id,
            startsAt: row.starts_at,
            roomName: row.room_name ?? undefined,
            sessionId: row.session_id ?? undefined,
          })),
        };
      },
    ),

    route(
      api.getPaperEntry,
      { resource: 'paper-entry', action: 'r', subject: 'patient' },
      { audit: 'paper-entry.read' },
      async ({ tx, params, clinic, audit }) => {
        const { patientId = '', sessionId = '' } = params;
        if (!(await isSessionOf(tx, patientId, sessionId))) return absent;
        audit({ resourceId: sessionId });
        return {
          zone: clinic.zone,
          staff: await staffInRooms(tx),
          leftEmpty: await leftEmpty(tx, sessionId),
        };
      },
    ),

    route(
      api.sayLeftEmpty,
      { resource: 'paper-entry', action: 'c', subject: 'patient' },
      { audit: 'paper-entry.left-empty' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', sessionId = '' } = params;
        if (!(await isSessionOf(tx, patientId, sessionId))) return absent;
        await keepLeftEmpty(tx, {
          id: body.id,
          patientId,
          sessionId,
          minute: body.minute,
          by: actor.id,
          byName: actor.name,
          now,
        });
        context.audit({ resourceId: sessionId });
        context.publish({ topic: 'patient', patientId });
        return { done: true as const };
      },
    ),
  ];
}
