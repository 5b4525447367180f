// What the desk does with a question: answers, invites to screening, or closes with a reason.

import * as api from '#api/inquiries.ts';
import { type Route, route } from '#server/access';
import { answerLetter, writeMail } from '#server/communications';
import { refuse } from '#server/edge';
import { invitePatient } from '#server/patients';
import type { Ports } from '#server/ports';
import { findInquiry, listInquiries, moveInquiry } from './store.ts';

const stale = refuse(
  409,
  'stale',
  'Someone else changed this inquiry first. Open it again; your words are still here.',
);
const absent = refuse(404, 'absent', 'There is nothing here.');

export function inquiryRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listInquiries,
      { resource: 'inquiry', action: 'r', subject: 'clinic' },
      { audit: 'inquiry.list' },
      async ({ tx, query }) => ({
        inquiries: await listInquiries(tx, query.status),
      }),
    ),

    route(
      api.answerInquiry,
      { resource: 'inquiry', action: 'u', subject: 'clinic' },
      { audit: 'inquiry.answer' },
      async (context) => {
        const { tx, params, body, actor, now, clinic } = context;
        const inquiry = await findInquiry(tx, params['inquiryId'] ?? '');
        if (inquiry === undefined) return absent;
        if (
          !(await moveInquiry(tx, {
            id: inquiry.id,
            version: body.version,
            status: 'answered',
            by: actor.id,
            at: now,
            note: body.text,
          }))
        )
          return stale;
        if (inquiry.reachBy === 'email') {
          await writeMail(
            tx,
            {
              id: context.newId(),
              to: inquiry.reach,
              ...answerLetter(inquiry.language, clinic, { text: body.text, byName: actor.name }),
              kind: 'answer',
            },
            now,
          );
        }
        context.publish({ topic: 'inquiries', id: inquiry.id });
        return (await findInquiry(tx, inquiry.id)) ?? absent;
      },
    ),

    route(
      api.inviteToScreening,
      { resource: 'inquiry', action: 'u', subject: 'clinic' },
      { audit: 'inquiry.invite' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const inquiry = await findInquiry(tx, params['inquiryId'] ?? '');
        if (inquiry === undefined) return absent;
        if (inquiry.status === 'invited' || inquiry.status === 'closed') {
          return refuse(409, 'already-handled', `This inquiry is already ${inquiry.status}.`);
        }
        const invited = await invitePatient(context, ports, body);
        if (invited !== undefined) return invited;
        if (
          !(await moveInquiry(tx, {
            id: inquiry.id,
            version: body.version,
            status: 'invited',
            by: actor.id,
            at: now,
            patientId: body.patientId,
          }))
        )
          return stale;
        context.audit({ resourceId: body.patientId });
        context.publish({ topic: 'inquiries', id: inquiry.id });
        return (await findInquiry(tx, inquiry.id)) ?? absent;
      },
    ),

    route(
      api.closeInquiry,
      { resource: 'inquiry', action: 'u', subject: 'clinic' },
      { audit: 'inquiry.close' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const inquiry = await findInquiry(tx, params['inquiryId'] ?? '');
        if (inquiry === undefined) return absent;
        if (
          !(await moveInquiry(tx, {
            id: inquiry.id,
            version: body.version,
            status: 'closed',
            by: actor.id,
            at: now,
            note: body.reason,
          }))
        )
          return stale;
        context.publish({ topic: 'inquiries', id: inquiry.id });
        return (await findInquiry(tx, inquiry.id)) ?? absent;
      },
    ),
  ];
}
