// The bench itself. Working is held against the licence when a sitting begins; what happened in it is always taken.

import * as api from '#api/emdr.ts';
import { addMinutes, localDateOf } from '#clinical/instant.ts';
import { holdsOpen, isOnScale, sittingClosedWithinHours } from '#clinical/integration/emdr.ts';
import { emdrLicenceIssues } from '#clinical/integration/emdr-licence.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { wordsSharedWithMe } from '#server/own-words';
import type { Ports } from '#server/ports';
import { finishTask, idFrom, raiseTask } from '#server/tasks';
import {
  keepLicence,
  keepSitting,
  keepTarget,
  lastDoseAt,
  licencesOf,
  sittingsOf,
  targetsOf,
  withdrawLicence,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(409, 'stale', 'This was changed somewhere else first. Your words are still here.');

export function benchRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listMyLicences,
      { resource: 'licence', action: 'r', subject: 'clinic' },
      { audit: 'licence.list' },
      async ({ tx, actor }) => ({ licences: await licencesOf(tx, actor.id) }),
    ),

    route(
      api.stateLicence,
      { resource: 'licence', action: 'c', subject: 'clinic' },
      { audit: 'licence.state' },
      async ({ tx, actor, body, now }) => {
        await keepLicence(tx, actor.id, body, now);
        return (await licencesOf(tx, actor.id)).find((one) => one.id === body.id) ?? absent;
      },
    ),

    route(
      api.withdrawLicence,
      { resource: 'licence', action: 'u', subject: 'clinic' },
      { audit: 'licence.withdraw' },
      async ({ tx, actor, params, now }) =>
        (await withdrawLicence(tx, actor.id, params.licenceId ?? '', now)) ? { done: true as const } : absent,
    ),

    route(
      api.getEmdrBench,
      { resource: 'emdr-work', action: 'r', subject: 'patient' },
      { audit: 'emdr.read' },
      async ({ tx, params, actor, clinic, now }) => {
        const { patientId = '' } = params;
        return {
          now,
          targets: await targetsOf(tx, ports, patientId),
          sittings: await sittingsOf(tx, ports, patientId),
          licences: await licencesOf(tx, actor.id),
          clinicPlace: clinic.settings.place,
          clinicAddress: clinic.address,
          lastDoseAt: await lastDoseAt(tx, patientId),
        };
      },
    ),

    route(
      api.saveEmdrTarget,
      { resource: 'emdr-work', action: 'u', subject: 'patient' },
      { audit: 'emdr.save-target' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', targetId = '' } = params;
        const before = (await targetsOf(tx, ports, patientId)).find((one) => one.id === targetId);
        if ((before?.version ?? 0) !== body.version) return stale;
        if (body.wordsId !== undefined && body.wordsId !== before?.wordsId) {
          // Only words that were shown to this therapist, and are still shown, may become a target.
          const shown = await wordsSharedWithMe(tx, ports.secrets, patientId, now);
          if (!shown.some((words) => words.id === body.wordsId && words.kind === 'stuck'))
            return refuse(
              422,
              'not-shown',
              'These words are not shown to you now. Ask them, or write it new.',
            );
        }
        const target = { ...body, id: targetId, version: body.version + 1, authorName: actor.name };
        await keepTarget(tx, ports, patientId, target, now);
        context.audit({ resourceId: targetId });
        return { ...target, recordedAt: now };
      },
    ),

    route(
      api.saveEmdrSitting,
      { resource: 'emdr-work', action: 'u', subject: 'patient' },
      { audit: 'emdr.save-sitting' },
      async (context) => {
        const { tx, params, body, actor, clinic, now } = context;
        const { patientId = '', sittingId = '' } = params;
        const { closes, version, ...parts } = body;
        const targets = await targetsOf(tx, ports, patientId);
        if (!targets.some((target) => target.id === body.targetId)) return absent;
        const before = (await sittingsOf(tx, ports, patientId)).find((one) => one.id === sittingId);
        if ((before?.version ?? 0) !== version) return stale;
        if (before?.closedAt !== undefined)
          return refuse(409, 'closed', 'This sitting is closed. Begin the next one.');
        if (!body.readings.every(isOnScale))
          return refuse(422, 'off-scale', 'SUD runs from 0 to 10 and VoC from 1 to 7.', [
            { path: 'readings', message: 'One of these is not on its scale.' },
          ]);
        if (before === undefined) {
          const [issue] = emdrLicenceIssues({
            licences: await licencesOf(tx, actor.id),
            place: body.whereabouts.place,
            address: body.whereabouts.address,
            askedAt: body.whereabouts.askedAt,
            startsAt: body.startedAt,
            date: localDateOf(body.startedAt, clinic.zone),
          });
          if (issue !== undefined)
            return refuse(403, issue.code, `${issue.title} The sitting was not begun.`);
        }
        if (closes) {
          const open = holdsOpen({ ...body.closure?.answers, ...body.closure });
          if (open.length > 0)
            return refuse(422, 'closing-not-asked', 'The closing is not finished yet.', [
              { path: 'closure', message: `Still open: ${open.join(', ')}.` },
            ]);
        }
        const sitting = {
          ...parts,
          id: sittingId,
          version: version + 1,
          closedAt: closes ? now : undefined,
          authorName: actor.name,
        };
        await keepSitting(tx, ports, patientId, sitting, now);
        const taskId = idFrom(`close-emdr-sitting|${sittingId}`);
        if (before === undefined)
          await raiseTask(
            tx,
            {
              id: taskId,
              patientId,
              kind: 'close-emdr-sitting',
              ownerRole: 'therapist',
              priority: 'soon',
              dueAt: addMinutes(body.startedAt, sittingClosedWithinHours.value * 60),
              detail: { byName: actor.name },
            },
            now,
          );
        if (closes) await finishTask(tx, taskId, actor.id, now);
        if (before === undefined || closes) context.publish({ topic: 'floor' });
        context.audit({ resourceId: sittingId });
        return sitting;
      },
    ),
  ];
}
