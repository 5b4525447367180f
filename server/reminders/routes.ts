// A person's wishes, the phones that may be knocked at, and the public routes of a link that answers one question.

import { mostWaitedMs } from '#api/late-answers.ts';
import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import * as api from '#api/reminders.ts';
import { pulseItems } from '#clinical/instruments/pulse-items.ts';
import type { RingCause } from '#clinical/on-call/ring-causes.ts';
import { quietHoursOf } from '#clinical/protocol/quiet-hours.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { type PublicContext, publicRoute, type Route, route } from '#server/access';
import { appendAudit } from '#server/audit';
import { careRecordOf } from '#server/care-record';
import { isRefusal, refuse } from '#server/edge';
import { careStaffOnShift } from '#server/on-call';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { findResponse, keepAnswers } from '#server/questionnaires';
import { ringsOfPatient } from '#server/rings';
import { isTaker } from './knock.ts';
import { type AnswerLink, countAnswer, findLink } from './links.ts';
import { reachedBy } from './people.ts';
import { addPhone, endPhone, pushKeyOf } from './phones.ts';
import { keepWishes, wishesOf } from './wishes.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const ended = refuse(410, 'link-ended', 'This link has ended.');
const stale = refuse(409, 'stale', 'These choices were changed somewhere else first. Open them again.');

const wishes = (action: 'r' | 'u') => ({ resource: 'reminder-wishes', action, subject: 'patient' }) as const;

export function reminderRoutes(ports: Ports): readonly Route[] {
  const told = async (
    tx: Tx,
    patientId: string,
    now: number,
  ): Promise<api.ReminderWishesTold | undefined> => {
    const found = await careRecordOf(tx, patientId, now);
    const person = (await reachedBy(tx, [patientId])).get(patientId);
    if (found === undefined || person === undefined) return undefined;
    const wished = (await wishesOf(tx, [patientId]))(patientId);
    const { ways } = ports;
    return {
      ...wished,
      channels: [...wished.channels],
      items: [...wished.items],
      clinicQuiet: quietHoursOf(found.edition, undefined),
      zone: person.zone,
      ways: [
        'mail',
        ...(ways?.text === true ? (['text'] as const) : []),
        ...(ways?.pushContact === undefined ? [] : (['push'] as const)),
      ],
      hasEmail: person.email !== undefined,
      hasPhone: person.phone !== undefined,
      pushKey:
        ways?.pushContact === undefined
          ? undefined
          : pushKeyOf(ports.secrets, tx.clinicId).point.toString('base64url'),
    };
  };

  return [
    route(
      api.getReminderWishes,
      wishes('r'),
      { audit: 'reminder-wishes.read' },
      async ({ tx, params, now }) => (await told(tx, params.patientId ?? '', now)) ?? absent,
    ),

    route(
      api.saveReminderWishes,
      wishes('u'),
      { audit: 'reminder-wishes.save' },
      async ({ tx, params, body, now, publish }) => {
        const { patientId = '' } = params;
        if (!(await keepWishes(tx, patientId, body, now))) return stale;
        publish({ topic: 'patient', patientId });
        return (await told(tx, patientId, now)) ?? absent;
      },
    ),

    route(
      api.addPushPhone,
      wishes('u'),
      { audit: 'push-phone.add' },
      async ({ tx, params, body, now, audit }) => {
        if (ports.ways?.pushContact === undefined)
          return refuse(409, 'no-push', 'This clinic does not send messages to phones this way.');
        if (!isTaker(body.address))
          return refuse(
            422,
            'not-a-phone',
            'This browser names a place we do not send to. Use mail instead.',
          );
        await addPhone(
          tx,
          ports.secrets,
          { id: body.id, patientId: params.patientId ?? '', address: body.address },
          now,
        );
        audit({ resourceId: body.id });
        return { done: true } as const;
      },
    ),

    route(api.endPushPhone, wishes('u'), { audit: 'push-phone.end' }, async ({ tx, params, body, now }) => {
      await endPhone(tx, params.patientId ?? '', body.address, now);
      return { done: true } as const;
    }),

    publicRoute(api.openAnswerLink, { audit: 'answer-link.open' }, async ({ tx, body, now }) => {
      const link = await findLink(tx, body.secret, now);
      if (link === undefined) return ended;
      const items =
        link.about === 'pulse' ? (await wishesOf(tx, [link.patientId]))(link.patientId).items : [];
      return {
        about: link.about,
        language: link.language,
        items: [...items],
        askedAt: link.asksAbout,
        endsAt: link.expiresAt,
      };
    }),

    publicRoute(api.answerByLink, { audit: 'answer-link.answer' }, async (context) => {
      const { tx, body, now, clinic } = context;
      // A tap made in time counts, however late the signal came back; it keeps the moment it was made.
      const givenAt = now - (body.waitedMs ?? 0);
      const link = await findLink(tx, body.secret, givenAt);
      if (link === undefined) return ended;
      const { patientId } = link;
      const form = formOf(link, body);
      if (form === undefined) return refuse(422, 'not-this-question', 'This link asks something else.');
      const before = await findResponse(tx, patientId, body.id);
      if (before === undefined) {
        if (!(await countAnswer(tx, link.id))) return ended;
        const kept = await keepAnswers(
          tx,
          {
            ...form,
            id: body.id,
            patientId,
            complete: true,
            version: 0,
            authoredAt: Math.max(givenAt, link.createdAt),
            language: link.language,
            cycleId: link.cycleId,
            authorId: undefined,
            filledBy: 'patient',
            zone: clinic.zone,
          },
          now,
        );
        if (isRefusal(kept)) return kept;
        await noteAnswer(context, patientId);
        context.publish({ topic: 'patient', patientId, id: body.id });
        if (kept.tasksRaised > 0) context.publish({ topic: 'floor', patientId });
      }
      if (body.answer !== 'losing' && body.answer !== 'need-help') return { kept: true } as const;
      const place = crisisPlace(clinic.crisisPlace);
      return {
        kept: true as const,
        call: {
          phone: clinic.phone,
          line: place?.lines[0]?.number,
          emergency: place?.emergency.number,
          staffOnShift: (await careStaffOnShift(tx, now)).length,
        },
      };
    }),

    publicRoute(api.ringByLink, { audit: 'answer-link.ring' }, async ({ tx, body, now }) => {
      // An answer that came late is asked after late.
      const link = await findLink(tx, body.secret, now - mostWaitedMs);
      const causes = ringsAbout(link?.about);
      // Only the page that gave the answer knows its number.
      if (link === undefined || (await findResponse(tx, link.patientId, body.answerId)) === undefined)
        return ended;
      const rings = await ringsOfPatient(tx, link.patientId, now);
      const ring = rings.find(({ cause }) => causes.includes(cause));
      return { hasItSince: ring?.seenAt };
    }),
  ];
}

function ringsAbout(about: AnswerLink['about'] | undefined): readonly RingCause[] {
  if (about === 'evening-check') return ['evening-hard'];
  return about === 'after-check' ? ['after-check-hard'] : [];
}

type Asked = Pick<PublicContext<typeof api.answerByLink>['body'], 'question' | 'answer'>;

/** A link answers its own question and, beside the one of the day, the further ones; everything else it refuses. */
function formOf(
  link: AnswerLink,
  { question, answer }: Asked,
): Pick<QuestionnaireResponse, 'instrument' | 'answers'> | undefined {
  switch (link.about) {
    case 'pulse':
      if (question === 'pulse') return { instrument: 'pulse', answers: { pulse: answer } };
      return pulseItems.some((item) => item === question)
        ? { instrument: 'pulse-more', answers: { [question]: answer } }
        : undefined;
    case 'evening-check':
      return question === 'evening-check'
        ? { instrument: 'evening-check', answers: { 'evening-check': answer } }
        : undefined;
    case 'after-check':
      return question === 'balance' || question === 'effect' || question === 'memory'
        ? { instrument: 'after-check', answers: { hours: link.hours ?? 0, [question]: answer } }
        : undefined;
  }
}

/** The person reads among those who opened their record that an answer came by a link, and when. */
async function noteAnswer(
  { tx, now, requestId }: Pick<PublicContext<typeof api.answerByLink>, 'tx' | 'now' | 'requestId'>,
  patientId: string,
): Promise<void> {
  await appendAudit(tx, {
    at: now,
    requestId,
    actorId: undefined,
    actorName: '',
    actingRole: 'patient',
    action: 'questionnaire.save',
    outcome: 'done',
    patientId,
    relation: 'self',
    rule: 'a link that answers one question',
  });
}
