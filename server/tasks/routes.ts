// The open work of a role, finishing it, and the call for help that becomes work at once.

import * as help from '#api/help-requests.ts';
import * as api from '#api/outcomes.ts';
import { ringCauseOf } from '#clinical/on-call/ring-causes.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { careStaffOnShift } from '#server/on-call';
import type { Ports } from '#server/ports';
import { haveRing } from '#server/rings';
import { asSeenBy, mayFinish, ownerRolesSeenBy } from './for-role.ts';
import { findTask, finishTask, listOpenTasks, raiseTask } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function taskRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listTasks,
      { resource: 'task', action: 'r', subject: 'clinic' },
      { audit: 'task.list' },
      async (context) => {
        const { tx, actor } = context;
        const tasks = await listOpenTasks(tx, ownerRolesSeenBy(actor.roles));
        context.audit({ patientIds: [...new Set(tasks.flatMap((task) => task.patientId ?? []))] });
        return { tasks: tasks.map((task) => asSeenBy(task, actor.roles)) };
      },
    ),

    route(
      api.finishTask,
      { resource: 'task', action: 'u', subject: 'clinic' },
      { audit: 'task.finish' },
      async (context) => {
        const { tx, actor, params, now } = context;
        const task = await findTask(tx, params.taskId ?? '');
        if (task === undefined) return absent;
        if (!mayFinish(task, actor.roles)) {
          return refuse(403, 'not-your-task', `This is for the ${task.ownerRole}. Ask them to finish it.`);
        }
        await finishTask(tx, task.id, actor.id, now);
        const cause = ringCauseOf(task.kind);
        if (cause !== undefined && task.patientId !== undefined) {
          await haveRing(tx, { patientId: task.patientId, cause }, actor, now);
          context.publish({ topic: 'patient', patientId: task.patientId, id: task.id });
        }
        context.audit({
          resourceId: task.id,
          patientIds: task.patientId === undefined ? undefined : [task.patientId],
        });
        context.publish({ topic: 'floor', id: task.id });
        return { done: true as const };
      },
    ),

    // Kept first, told to the floor second: the phone shows the numbers to call whatever happens here.
    route(
      help.askForHelp,
      { resource: 'signal', action: 'x', subject: 'patient' },
      { audit: 'help.ask', rate: 'bedside' },
      async (context) => {
        const { tx, body, params, now } = context;
        const patientId = params.patientId ?? '';
        await raiseTask(
          tx,
          { id: body.id, patientId, kind: 'help-request', ownerRole: 'nurse', priority: 'now', dueAt: now },
          now,
        );
        const kept = await findTask(tx, body.id);
        if (kept === undefined || kept.patientId !== patientId || kept.kind !== 'help-request') {
          return refuse(
            409,
            'already-there',
            'This id is already in use. Call us; the number is on your screen.',
          );
        }
        context.audit({ resourceId: kept.id });
        context.publish({ topic: 'floor', patientId, id: kept.id });
        return {
          taskId: kept.id,
          at: kept.createdAt,
          staffOnShift: (await careStaffOnShift(tx, now)).length,
        };
      },
    ),
  ];
}
