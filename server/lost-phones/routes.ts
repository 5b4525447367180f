// Everyone sees and ends their own sign-ins; the desk ends those of a patient who calls. An open page of an ended sign-in hears
// it within seconds, because its line is closed.

import * as api from '#api/sign-ins.ts';
import { type Principals, type Route, route, signInsThatHold } from '#server/access';
import { refuse } from '#server/edge';
import { accountOf, endKnocks, endPasskeys, endSignIns } from './store.ts';

const own = (action: 'r' | 'u') => ({ resource: 'account', action, subject: 'clinic' }) as const;

export function lostPhoneRoutes(principals: Principals): readonly Route[] {
  return [
    route(api.listSignIns, own('r'), { audit: 'sign-in.list' }, async ({ tx, actor, now }) => ({
      signIns: (await signInsThatHold(tx, actor.id, now)).map(
        ({ id, device, method, created_at, last_seen_at }) => ({
          id,
          isHere: id === actor.signInId,
          device: device ?? undefined,
          withLock: method === 'passkey',
          since: created_at,
          lastUsedAt: last_seen_at,
        }),
      ),
    })),

    route(
      api.endSignIns,
      own('u'),
      { audit: 'sign-in.end-others' },
      async ({ tx, actor, body, now, audit }) => {
        const { which, ownPushAddress } = body;
        if (which === actor.signInId)
          return refuse(422, 'is-this-one', 'This is where you are. Sign out to end it.');
        await endSignIns(
          tx,
          actor.id,
          which === 'others' ? { allBut: actor.signInId } : { only: which },
          now,
        );
        if (actor.patientId !== undefined) await endKnocks(tx, actor.patientId, ownPushAddress, now);
        principals.forget();
        audit({ patientId: actor.patientId });
        return { done: true } as const;
      },
    ),

    route(
      api.endEverySignIn,
      { resource: 'demographics', action: 'u', subject: 'patient' },
      { audit: 'sign-in.end-all' },
      async ({ tx, params, now }) => {
        const patientId = params['patientId'] ?? '';
        const accountId = await accountOf(tx, patientId);
        if (accountId === undefined) return { ended: 0, at: now };
        const { length: ended } = await signInsThatHold(tx, accountId, now);
        await endSignIns(tx, accountId, { allBut: undefined }, now);
        await endPasskeys(tx, accountId, now);
        await endKnocks(tx, patientId, undefined, now);
        principals.forget();
        return { ended, at: now };
      },
    ),
  ];
}
