// Reading the rings and putting one's name to one; and what the person it was about is told. A ring is for those on shift and for
// those it called: nobody else learns of it.

import * as api from '#api/rings.ts';
import { type Actor, type Context, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { careStaffOnShift } from '#server/on-call';
import type { Ports } from '#server/ports';
import { haveRing, type KeptRing, ringsNow, ringsOfPatient } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function ringRoutes(_ports: Ports): readonly Route[] {
  const told = async (context: Pick<Context<never>, 'tx' | 'actor' | 'now' | 'audit'>) => {
    const { tx, actor, now } = context;
    const rings = (await ringsNow(tx, now)).filter((ring) => isFor(ring, actor));
    context.audit({ patientIds: [...new Set(rings.map((ring) => ring.patientId))] });
    return {
      now,
      rings: rings.map(({ seenBy, calledIds: _, ...ring }) => ({ ...ring, isMine: seenBy === actor.id })),
    };
  };

  return [
    route(api.listRings, { resource: 'ring', action: 'r', subject: 'clinic' }, { audit: 'ring.list' }, told),

    route(
      api.haveRing,
      { resource: 'ring', action: 'u', subject: 'clinic' },
      { audit: 'ring.have' },
      async (context) => {
        const { tx, actor, params, now } = context;
        const { ringId = '' } = params;
        const found = (await ringsNow(tx, now)).find(({ id }) => id === ringId);
        if (found === undefined || !mayHave(found, actor)) return absent;
        if (found.seenBy !== undefined && found.seenBy !== actor.id)
          return refuse(409, 'taken', `${found.seenByName} has it. You need not call.`);
        await haveRing(tx, found, actor, now);
        context.audit({ resourceId: ringId });
        context.publish({ topic: 'floor', patientId: found.patientId, id: ringId });
        context.publish({ topic: 'patient', patientId: found.patientId, id: ringId });
        return await told(context);
      },
    ),

    route(
      api.listOwnRings,
      { resource: 'own-ring', action: 'r', subject: 'patient' },
      { audit: 'ring.own' },
      async ({ tx, params, now }) => ({
        now,
        rings: await ringsOfPatient(tx, params.patientId ?? '', now),
        staffOnShift: (await careStaffOnShift(tx, now)).length,
      }),
    ),
  ];
}

function mayHave(ring: KeptRing, actor: Actor): boolean {
  return actor.onShift || ring.calledIds.includes(actor.id);
}

/** What someone else has is their work. */
function isFor(ring: KeptRing, actor: Actor): boolean {
  return ring.seenBy === undefined ? mayHave(ring, actor) : ring.seenBy === actor.id;
}
