// Reading the rota, putting someone on it and taking them off.

import * as api from '#api/on-call.ts';
import { gapsIn, rotaReadAheadDays, turns } from '#clinical/on-call/rota.ts';
import { type Context, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { addDuty, dutiesAhead, mayAnswer, takeOutDuty } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const dayMs = 24 * 60 * 60_000;

export function onCallRoutes(ports: Ports): readonly Route[] {
  const told = async ({
    tx,
    clinic,
    now,
  }: Pick<Context<never>, 'tx' | 'clinic' | 'now'>): Promise<api.OnCallRota> => {
    const duties = await dutiesAhead(tx, now);
    const ahead = { from: now, until: now + rotaReadAheadDays.value * dayMs };
    return {
      now,
      zone: clinic.zone,
      duties: duties.map(({ email: _, ...duty }) => duty),
      gaps: turns.flatMap((turn) => gapsIn(duties, turn, ahead)),
      readUntil: ahead.until,
      fixedNumber: clinic.settings.onCall?.phone,
      sendsTexts: ports.ways?.text === true,
      mayAnswer: await mayAnswer(tx),
    };
  };

  return [
    route(
      api.getOnCallRota,
      { resource: 'on-call-rota', action: 'r', subject: 'clinic' },
      { audit: 'on-call.read' },
      told,
    ),

    route(
      api.addOnCallDuty,
      { resource: 'on-call-rota', action: 'c', subject: 'clinic' },
      { audit: 'on-call.add' },
      async (context) => {
        const { tx, actor, body, now } = context;
        if (body.until <= body.from || body.until <= now)
          return refuse(422, 'not-a-time', 'It ends before it begins, or is over. Look at the two times.');
        if (!(await mayAnswer(tx)).some(({ id }) => id === body.accountId)) return absent;
        if (!(await addDuty(tx, { ...body, by: actor.id }, now)))
          return refuse(
            409,
            'taken',
            'Someone stands there already, or this person has the other turn in these hours. Take that out first.',
          );
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'floor', id: body.id });
        return await told(context);
      },
    ),

    route(
      api.takeOutOnCallDuty,
      { resource: 'on-call-rota', action: 'u', subject: 'clinic' },
      { audit: 'on-call.take-out' },
      async (context) => {
        const { tx, actor, params, now } = context;
        const { dutyId = '' } = params;
        if (!(await takeOutDuty(tx, dutyId, actor.id, now))) return absent;
        context.audit({ resourceId: dutyId });
        context.publish({ topic: 'floor', id: dutyId });
        return await told(context);
      },
    ),
  ];
}
