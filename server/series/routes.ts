// The plan's routes: a series on a protocol, its signed order, and holding, pausing, stopping or finishing
// it.

import type { Series } from '#api/consult.ts';
import * as api from '#api/consult.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { type Route, route } from '#server/access';
import { findingsIn } from '#server/care-record';
import { refuse } from '#server/edge';
import { findPatient, setStage } from '#server/patients';
import type { Ports } from '#server/ports';
import { editionsToPlan } from '#server/protocols';
import { sha256 } from '#server/secrets';
import { changeStatus, hasEnded } from './change-status.ts';
import { refusalOfOrder } from './order.ts';
import { courseOf, findSeries, keepOrder, keepSeries, listSeries } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'Someone else changed this plan first. Open it again; your words are still here.',
);

export function seriesRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listSeries,
      { resource: 'series-plan', action: 'r', subject: 'patient' },
      { audit: 'series.list' },
      async ({ tx, params, role, now }) => {
        const patientId = params['patientId'] ?? '';
        const series = await listSeries(tx, patientId);
        if (role === 'front-desk') return { series: series.map(asTheDeskSeesIt) };
        const running = series.find((one) => one.route !== 'iv' && !hasEnded(one.status));
        if (role !== 'prescriber' || running === undefined) return { series };
        const course = await courseOf(tx, patientId, running.route, now);
        return { series: series.map((one) => (one === running ? { ...one, course } : one)) };
      },
    ),

    route(
      api.planSeries,
      { resource: 'order', action: 'c', subject: 'patient' },
      { audit: 'series.plan' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const patientId = params['patientId'] ?? '';
        const offered = await editionsToPlan(tx);
        if (!offered.some((one) => one.id === body.editionId && one.route === body.route)) {
          const names = offered.map((one) => one.name).join(', ');
          return refuse(
            422,
            'no-protocol',
            `There is no such protocol for this route here. What can be planned: ${names}.`,
            [{ path: 'editionId', message: 'Choose a protocol of this route.' }],
          );
        }
        const running = (await listSeries(tx, patientId)).find((one) => !hasEnded(one.status));
        if (running !== undefined) {
          return refuse(
            409,
            'series-running',
            'Another series has not ended. Finish or stop it before planning a new one.',
          );
        }
        await keepSeries(tx, body, { patientId, by: actor.id, now });
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return (await findSeries(tx, patientId, body.id)) ?? absent;
      },
    ),

    route(
      api.signOrder,
      { resource: 'order', action: 's', subject: 'patient', freshSignIn: true },
      { audit: 'order.sign' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', seriesId = '' } = params;
        const series = await findSeries(tx, patientId, seriesId);
        if (series === undefined) return absent;
        if (series.status !== 'active')
          return refuse(
            409,
            'series-not-active',
            `This series is ${series.status}. Resume it before you sign an order.`,
          );
        const { edition } = series;
        if (edition === undefined)
          return refuse(422, 'no-protocol', 'The protocol of this series is not in this installation.');
        const refused = refusalOfOrder(body, edition, {
          findings: (await findingsIn(tx, patientId, now)) ?? [],
          course: await courseOf(tx, patientId, series.route, now),
        });
        if (refused !== undefined) return refused;
        const signed = {
          ...body,
          patientId,
          seriesId,
          route: series.route,
          editionId: series.editionId,
          signedBy: actor.id,
          signedByName: actor.name,
          signedAt: now,
        };
        await keepOrder(tx, body, {
          patientId,
          seriesId,
          by: actor.id,
          byName: actor.name,
          now,
          sha256: sha256(canonicalJson(signed)),
        });
        const stage = (await findPatient(tx, patientId))?.stage;
        if (stage === 'screening' || stage === 'consulted') await setStage(tx, patientId, 'planned', now);
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        context.publish({ topic: 'floor' });
        return (await findSeries(tx, patientId, seriesId)) ?? absent;
      },
    ),

    route(
      api.changeSeriesStatus,
      { resource: 'order', action: 'u', subject: 'patient' },
      { audit: 'series.status' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', seriesId = '' } = params;
        const series = await findSeries(tx, patientId, seriesId);
        if (series === undefined) return absent;
        if (hasEnded(series.status))
          return refuse(409, 'series-ended', `This series is ${series.status}. Plan a new one.`);
        if (
          !(await changeStatus(tx, series, {
            patientId,
            version: body.version,
            status: body.status,
            reason: body.reason,
            by: actor.id,
            now,
          }))
        )
          return stale;
        context.audit({ resourceId: seriesId });
        context.publish({ topic: 'patient', patientId, id: seriesId, version: body.version + 1 });
        context.publish({ topic: 'floor' });
        return (await findSeries(tx, patientId, seriesId)) ?? absent;
      },
    ),
  ];
}

/** The desk books a series; what was ordered, and why, is not the desk's. */
function asTheDeskSeesIt({ order: _order, ...series }: Series): Series {
  return { ...series, indication: '' };
}
