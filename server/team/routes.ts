// Reading and saying: what staff tell of themselves, and whom a person wishes for. A wish is shown where people are booked
// and assigned; it promises nothing, and nobody is turned away for it.

import * as api from '#api/team.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { keepProfile, keepWish, profileOf, teamOf, wishOf } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(409, 'stale', 'This wish was changed somewhere else first. Read it again.');

export function teamRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getMyProfile,
      { resource: 'account', action: 'r', subject: 'clinic' },
      { audit: 'profile.read' },
      async ({ tx, actor }) => (actor.kind === 'staff' ? profileOf(tx, actor.id) : absent),
    ),

    route(
      api.saveMyProfile,
      { resource: 'account', action: 'u', subject: 'clinic' },
      { audit: 'profile.save' },
      async ({ tx, actor, body }) => {
        if (actor.kind !== 'staff') return absent;
        await keepProfile(tx, actor.id, body);
        return body;
      },
    ),

    route(
      api.getTeam,
      { resource: 'care-team', action: 'r', subject: 'patient' },
      { audit: 'care-team.read' },
      async ({ tx, params, now }) => {
        const { patientId = '' } = params;
        return { members: await teamOf(tx, patientId, now), wish: await wishOf(tx, patientId) };
      },
    ),

    route(
      api.saveCareWish,
      { resource: 'care-team', action: 'u', subject: 'patient' },
      { audit: 'care-team.wish' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '' } = params;
        if (((await wishOf(tx, patientId))?.version ?? 0) !== body.version) return stale;
        const members = await teamOf(tx, patientId, now);
        if (body.withAccountId !== undefined && !members.some((one) => one.accountId === body.withAccountId))
          return refuse(422, 'not-met', 'Choose someone from their care team.', [
            { path: 'withAccountId', message: 'Not on their care team.' },
          ]);
        await keepWish(tx, patientId, { ...body, version: body.version + 1 }, now);
        context.publish({ topic: 'patient', patientId });
        return (await wishOf(tx, patientId)) ?? absent;
      },
    ),
  ];
}
