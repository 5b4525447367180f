// Deciding about a series, and the way out that a stop or a pause opens: follow-up work is raised in the same transaction, so
// that nobody leaves without someone who asks after them.

import type { SeriesDecisionTold } from '#api/series-decisions.ts';
import * as api from '#api/series-decisions.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { handOver } from '#clinical/integration/hand-over.ts';
import { choicesNeedingReason } from '#clinical/outcomes/decision-points.ts';
import { followUpBy, watchDays } from '#clinical/outcomes/way-out.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { changeStatus, findSeries, hasEnded, listSeries } from '#server/series';
import { idFrom, raiseTask } from '#server/tasks';
import { decidedTold } from './decided-told.ts';
import {
  decisionsOf,
  extendSeries,
  keepDecision,
  keepReferralPlace,
  keepSight,
  nextDoseAt,
  nextTalkAt,
  referralPlaces,
  withdrawPlace,
} from './decision-store.ts';
import { seriesTold, wayOutTold } from './series-told.ts';
import { dosedSessions, zoneOf } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'Someone else changed this plan first. Open it again; your words are still here.',
);

export function decisionRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getSeriesDecision,
      { resource: 'series-decision', action: 'r', subject: 'patient' },
      { audit: 'series-decision.read' },
      async ({ tx, params, now, audit }) => {
        const { patientId = '', seriesId = '' } = params;
        const series = await findSeries(tx, patientId, seriesId);
        if (series === undefined) return absent;
        audit({ resourceId: seriesId });
        return await seriesTold(tx, { patientId, series, now });
      },
    ),

    route(
      api.decideSeries,
      { resource: 'series-decision', action: 's', subject: 'patient', freshSignIn: true },
      { audit: 'series-decision.decide' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', seriesId = '' } = params;
        const series = await findSeries(tx, patientId, seriesId);
        if (series === undefined) return absent;
        const told = await seriesTold(tx, { patientId, series, now });
        if (told.decisions.some(({ id }) => id === body.id)) return told;
        if (hasEnded(series.status))
          return refuse(409, 'series-ended', `This series is ${series.status}. Plan a new one.`);
        if (body.version !== series.version) return stale;
        const isBeyondPlan = body.choice === 'continue' && told.doses.length >= series.plannedCycles;
        if (isBeyondPlan && body.extendBy === undefined)
          return refuse(422, 'how-many-more', 'All planned doses were given. Say how many more, and why.', [
            { path: 'extendBy', message: 'Give the number of further doses.' },
          ]);
        const needsReason =
          isBeyondPlan ||
          body.choice === 'pause' ||
          body.choice === 'stop' ||
          choicesNeedingReason[told.answer.path].includes(body.choice);
        if (needsReason && body.reason === '')
          return refuse(
            422,
            'reason-missing',
            'Write the reason. The evidence does not speak for this alone.',
            [{ path: 'reason', message: 'Write the reason.' }],
          );
        const status = body.choice === 'stop' ? 'stopped' : body.choice === 'pause' ? 'paused' : 'active';
        if (status !== series.status) {
          const moved = await changeStatus(tx, series, {
            patientId,
            version: body.version,
            status,
            reason: body.reason === '' ? 'Decided to go on.' : body.reason,
            by: actor.id,
            now,
          });
          if (!moved) return stale;
        }
        if (isBeyondPlan && body.extendBy !== undefined) await extendSeries(tx, seriesId, body.extendBy);
        await keepDecision(tx, {
          id: body.id,
          seriesId,
          patientId,
          choice: body.choice,
          point: told.answer.due?.point,
          path: told.answer.path,
          reason: body.reason,
          wordsForPatient: body.wordsForPatient,
          wordsForLetter: body.wordsForLetter || undefined,
          evidence: told.answer,
          by: actor.id,
          byName: actor.name,
          now,
        });
        if (status === 'active') await raiseNextDose(tx, { patientId, decisionId: body.id, told, now });
        else await raiseWayOut(tx, { patientId, decisionId: body.id, zone: told.zone, now });
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: seriesId });
        context.publish({ topic: 'floor' });
        const after = await findSeries(tx, patientId, seriesId);
        return after === undefined ? absent : await seriesTold(tx, { patientId, series: after, now });
      },
    ),

    route(
      api.getDecided,
      { resource: 'way-out', action: 'r', subject: 'patient' },
      { audit: 'decided.read' },
      async ({ tx, params, clinic, now }) =>
        await decidedTold(tx, { patientId: params['patientId'] ?? '', clinic, now }),
    ),

    route(
      api.seeDecided,
      { resource: 'way-out', action: 'u', subject: 'patient' },
      { audit: 'decided.see' },
      async ({ tx, params, body, now, audit, publish }) => {
        const patientId = params['patientId'] ?? '';
        if (!(await keepSight(tx, { patientId, ...body }, now))) return absent;
        audit({ resourceId: body.decisionId });
        publish({ topic: 'patient', patientId, id: body.decisionId });
        return { done: true as const };
      },
    ),

    route(
      api.getWayOut,
      { resource: 'way-out', action: 'r', subject: 'patient' },
      { audit: 'way-out.read' },
      async ({ tx, params, clinic, now }) => {
        const patientId = params['patientId'] ?? '';
        const [newest] = await decisionsOf(tx, patientId);
        const series = newest && (await findSeries(tx, patientId, newest.series_id));
        if (series === undefined) return { zone: clinic.zone, way: undefined };
        return wayOutTold(clinic, await seriesTold(tx, { patientId, series, now }), series.edition);
      },
    ),

    route(
      api.getHandOver,
      { resource: 'way-out', action: 'r', subject: 'patient' },
      { audit: 'hand-over.read' },
      async ({ tx, params, clinic, now }) => {
        const patientId = params['patientId'] ?? '';
        const zone = (await zoneOf(tx, patientId)) ?? clinic.zone;
        const [newest] = await listSeries(tx, patientId);
        return {
          isHeldOutside: clinic.settings.integration === 'outside',
          clinic: { name: clinic.name, phone: clinic.phone },
          referrals: await referralPlaces(tx),
          sections: [
            ...handOver({
              doses: (await dosedSessions(tx, patientId, now)).map(({ at, route: by }) => ({
                on: localDateOf(at, zone),
                route: by,
              })),
              integration: newest?.edition?.integration,
            }),
          ],
        };
      },
    ),

    route(
      api.addReferralPlace,
      { resource: 'referral-place', action: 'c', subject: 'clinic' },
      { audit: 'referral-place.add' },
      async ({ tx, body, actor, now, audit }) => {
        const place: api.ReferralPlace = {
          ...body,
          phone: body.phone || undefined,
          note: body.note || undefined,
        };
        await keepReferralPlace(tx, place, { name: actor.name, now });
        audit({ resourceId: place.id });
        return place;
      },
    ),

    route(
      api.withdrawReferralPlace,
      { resource: 'referral-place', action: 'u', subject: 'clinic' },
      { audit: 'referral-place.withdraw' },
      async ({ tx, params, actor, now, audit }) => {
        const placeId = params['placeId'] ?? '';
        if (!(await withdrawPlace(tx, placeId, { name: actor.name, now }))) return absent;
        audit({ resourceId: placeId });
        return { done: true as const };
      },
    ),
  ];
}

/** The next dose is the desk's to book, with this person's own range where it is known. A range, not an order. */
async function raiseNextDose(
  tx: Tx,
  about: {
    readonly patientId: string;
    readonly decisionId: string;
    readonly told: SeriesDecisionTold;
    readonly now: number;
  },
): Promise<void> {
  const { patientId, decisionId, told, now } = about;
  if ((await nextDoseAt(tx, patientId, now)) !== undefined) return;
  const { nextDate } = told.durability;
  await raiseTask(
    tx,
    {
      id: idFrom(`book-next-dose|${decisionId}`),
      patientId,
      kind: 'book-next-dose',
      ownerRole: 'front-desk',
      priority: 'routine',
      dueAt: instantOf(nextDate?.from ?? addDays(localDateOf(now, told.zone), 1), 0, told.zone),
      detail: nextDate === undefined ? {} : { wantedDates: `${nextDate.from} to ${nextDate.to}` },
    },
    now,
  );
}

/** A time to talk, unless one is booked, and a person who asks on each day of the watch. */
async function raiseWayOut(
  tx: Tx,
  about: {
    readonly patientId: string;
    readonly decisionId: string;
    readonly zone: string;
    readonly now: number;
  },
): Promise<void> {
  const { patientId, decisionId, zone, now } = about;
  const endOf = (day: string) => instantOf(addDays(day, 1), 0, zone) - 1;
  if ((await nextTalkAt(tx, patientId, now)) === undefined)
    await raiseTask(
      tx,
      {
        id: idFrom(`book-follow-up|${decisionId}`),
        patientId,
        kind: 'book-follow-up',
        ownerRole: 'front-desk',
        priority: 'soon',
        dueAt: endOf(followUpBy(now, zone)),
      },
      now,
    );
  for (const day of watchDays(now, zone))
    await raiseTask(
      tx,
      {
        id: idFrom(`ask-after-series|${decisionId}|${day}`),
        patientId,
        kind: 'ask-after-series',
        ownerRole: 'nurse',
        priority: 'routine',
        dueAt: endOf(day),
        detail: { note: `On ${day}.` },
      },
      now,
    );
}
