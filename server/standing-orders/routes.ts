// The routes of standing orders. Only a prescriber signs or ends one, with a fresh proof of the person.

import * as api from '#api/standing-orders.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { keepEnd, keepOrder, standingOrders } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function standingOrderRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listStandingOrders,
      { resource: 'standing-order', action: 'r', subject: 'clinic' },
      { audit: 'standing-order.list' },
      async ({ tx, now }) => {
        const kept = await standingOrders(tx);
        return {
          now,
          inForce: kept.flatMap(({ order, end }) => (end === undefined ? [order] : [])),
          ended: kept.flatMap(({ order, end }) => (end === undefined ? [] : [{ order, ...end }])),
        };
      },
    ),

    route(
      api.signStandingOrder,
      { resource: 'standing-order', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'standing-order.sign' },
      async (context) => {
        const { tx, body, actor, now } = context;
        await keepOrder(tx, { id: body.id, content: body.content, by: actor, now });
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'floor' });
        return { done: true as const };
      },
    ),

    route(
      api.endStandingOrder,
      { resource: 'standing-order', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'standing-order.end' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const orderId = params['orderId'] ?? '';
        if (!(await keepEnd(tx, { orderId, reason: body.reason, by: actor, now }))) return absent;
        context.audit({ resourceId: orderId });
        context.publish({ topic: 'floor' });
        return { done: true as const };
      },
    ),
  ];
}
