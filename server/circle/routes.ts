// Inviting someone near, and what their link shows. Ending a link is the same act as for a ride.

import * as api from '#api/circle.ts';
import { addDays, instantOf } from '#clinical/instant.ts';
import { type Route, route } from '#server/access';
import { languageOf, linkLetter, writeMail } from '#server/communications';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { companionAddress, keepLinkedPerson } from '#server/rides';
import { sha256 } from '#server/secrets';
import { circleOf, viewOfLink } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const ended = refuse(
  410,
  'link-ended',
  'This link has ended. Ask the person who sent it, or call the clinic.',
);

/** Half a year: through a series and the time after it. It can be ended on any day. */
const linkMs = 182 * 24 * 60 * 60_000;

export function circleRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listCircle,
      { resource: 'companion-link', action: 'r', subject: 'patient' },
      { audit: 'circle.list' },
      async ({ tx, params, now }) => ({ supporters: await circleOf(tx, params.patientId ?? '', now) }),
    ),

    route(
      api.inviteSupporter,
      { resource: 'companion-link', action: 'c', subject: 'patient' },
      { audit: 'circle.invite' },
      async (context) => {
        const { tx, params, body, clinic, now } = context;
        const { patientId = '' } = params;
        const token = ports.random.bytes(32).toString('base64url');
        const { id, name, role, email, phone } = body;
        if (endOf(body.untilOn, clinic.zone, now) <= now)
          return refuse(422, 'day-is-past', 'This day is past. Choose one that comes.', [
            { path: 'untilOn', message: 'Choose a day that comes.' },
          ]);
        await keepLinkedPerson(
          tx,
          {
            patientId,
            person: { id: context.newId(), name, relationship: role, email, phone },
            link: {
              id,
              tokenHash: sha256(token),
              // Whoever is let near may always say that something is wrong.
              scopes: [...body.sees, 'report'],
              expiresAt: endOf(body.untilOn, clinic.zone, now),
            },
          },
          now,
        );
        const link = companionAddress(ports.origin, token);
        if (email !== undefined)
          await writeMail(
            tx,
            {
              id: context.newId(),
              to: email,
              ...linkLetter({
                asked: 'near',
                language: await languageOf(tx, patientId),
                clinic,
                name,
                link,
              }),
              kind: 'companion-link',
            },
            now,
          );
        context.audit({ resourceId: id });
        context.publish({ topic: 'patient', patientId, id });
        const invited = (await circleOf(tx, patientId, now)).find((each) => each.linkId === id);
        return invited === undefined ? absent : { supporter: invited, link };
      },
    ),

    route(
      api.getSupporterView,
      { resource: 'supporter-view', action: 'r', subject: 'clinic' },
      { audit: 'circle.read-by-supporter' },
      async (context) => {
        const { actor, tx, clinic, now } = context;
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        const shown = await viewOfLink(tx, { id: actor.id, patientId: actor.patientId }, now);
        if (shown === undefined) return ended;
        context.audit({ patientIds: [actor.patientId], resourceId: actor.id });
        return {
          ...shown,
          clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
        };
      },
    ),
  ];
}

/** The midnight after the day that was named, and never later than a link may last. */
function endOf(untilOn: string | undefined, zone: string, now: number): number {
  const latest = now + linkMs;
  return untilOn === undefined ? latest : Math.min(latest, instantOf(addDays(untilOn, 1), 0, zone));
}
