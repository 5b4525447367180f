// Entering a visit from elsewhere. The link of the room is told only while the visit is open; a closed one says the ways out.

import * as api from '#api/remote-visits.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { remoteVisitIssues } from '#clinical/law/remote-visit.ts';
import { isZone } from '#clinical/timestamp.ts';
import { type Clinic, type Route, route } from '#server/access';
import { findAppointment } from '#server/appointments';
import { refuse } from '#server/edge';
import { licencesOf } from '#server/emdr';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { type Entry, keepEntry, lastEntry, licensedElsewhere } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const notRemote = refuse(
  409,
  'not-remote',
  'This visit is at the clinic. There is no room to enter from here.',
);

export function remoteVisitRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getRemoteVisit,
      { resource: 'remote-visit', action: 'r', subject: 'patient' },
      { audit: 'remote-visit.read' },
      async ({ tx, params, clinic, role, now }) => {
        const asked = { patientId: params.patientId ?? '', appointmentId: params.appointmentId ?? '' };
        return visitNow(tx, { ...asked, clinic, role, now, entry: await lastEntry(tx, asked) });
      },
    ),

    route(
      api.enterRemoteVisit,
      { resource: 'remote-visit', action: 'c', subject: 'patient' },
      { audit: 'remote-visit.enter' },
      async (context) => {
        const { tx, params, body, clinic, actor, role, now } = context;
        const asked = { patientId: params.patientId ?? '', appointmentId: params.appointmentId ?? '' };
        const { id, place, address, zone } = body;
        if (!isZone(zone))
          return refuse(422, 'no-such-zone', 'This device names a time zone nobody knows. Call the clinic.', [
            { path: 'zone', message: 'Not known.' },
          ]);
        const entry: Entry = { place, address, zone, at: now, byName: actor.name };
        const visit = await visitNow(tx, { ...asked, clinic, role, now, entry });
        if ('refused' in visit) return visit;
        await keepEntry(tx, { id, ...asked, by: actor.id, entry, heldBy: visit.held[0]?.code });
        context.audit({ resourceId: asked.appointmentId });
        context.publish({ topic: 'patient', patientId: asked.patientId, id: asked.appointmentId });
        return visit;
      },
    ),
  ];
}

type Asked = {
  readonly patientId: string;
  readonly appointmentId: string;
  readonly clinic: Clinic;
  readonly role: string;
  readonly now: number;
  readonly entry: Entry | undefined;
};

async function visitNow(tx: Tx, { patientId, appointmentId, clinic, role, now, entry }: Asked) {
  const appointment = await findAppointment(tx, patientId, appointmentId);
  if (appointment === undefined || appointment.status === 'cancelled') return absent;
  if (appointment.remote !== true) return notRemote;
  const { startsAt, endsAt, practitionerId } = appointment;
  const held = remoteVisitIssues({
    now,
    startsAt,
    endsAt,
    place: entry?.place,
    address: entry?.address,
    zone: entry?.zone,
    askedAt: entry?.at,
    licences: practitionerId === undefined ? undefined : await licencesOf(tx, practitionerId),
  });
  const isAboutPlace = entry !== undefined && held.some(isAboutLicence);
  return {
    now,
    appointment,
    clinicZone: clinic.zone,
    clinicPhone: clinic.phone,
    said: entry,
    held,
    // The desk books; it does not walk in.
    link: held.length === 0 && role !== 'front-desk' ? clinic.settings.remoteVisits?.link : undefined,
    others: isAboutPlace
      ? await licensedElsewhere(tx, { place: entry.place, notId: practitionerId, now })
      : [],
  };
}

function isAboutLicence({ code }: DetectedIssue): boolean {
  return (
    code === 'no-licence-there' || code === 'licence-not-valid-that-day' || code === 'licences-not-known'
  );
}
