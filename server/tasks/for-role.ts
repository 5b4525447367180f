// Who sees how much of a task. Care roles see the tasks of their roles whole. Front desk and admin see that there is
// work, for whom and by when; what it is about stays with the care team.

import type { Task } from '#api/outcomes.ts';
import type { RoleName } from '#server/access';

const careRoles: ReadonlySet<string> = new Set<RoleName>(['nurse', 'prescriber', 'therapist']);

/** Detail that says nothing about health, and that the desk needs to do its part. */
const deskDetail: ReadonlySet<string> = new Set([
  'appointmentId',
  'cycleId',
  'seriesId',
  'companionName',
  'startsAt',
  'listedLink',
  'wantedDates',
]);

export function ownerRolesSeenBy(roles: readonly RoleName[]): readonly RoleName[] {
  const held = roles.filter((role) => careRoles.has(role) || role === 'front-desk');
  return roles.includes('admin') && !held.includes('front-desk') ? [...held, 'front-desk'] : held;
}

export function asSeenBy(task: Task, roles: readonly RoleName[]): Task {
  if (careRoles.has(task.ownerRole) && roles.some((role) => role === task.ownerRole)) return task;
  return {
    ...task,
    detail: Object.fromEntries(Object.entries(task.detail).filter(([key]) => deskDetail.has(key))),
  };
}

export function mayFinish(task: Task, roles: readonly RoleName[]): boolean {
  return roles.some((role) => role === task.ownerRole);
}
