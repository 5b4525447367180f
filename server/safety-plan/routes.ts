// Reading and writing the safety plan, and noting that it was gone through.

import * as api from '#api/safety-plan.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { keepPlan, keepTalk, newestVersion, planOf, talksOf } from './store.ts';

const stale = refuse(409, 'stale', 'Someone changed the plan first. Look at it, then save yours again.');

export function safetyPlanRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.getSafetyPlan,
      { resource: 'safety-plan', action: 'r', subject: 'patient' },
      { audit: 'safety-plan.read' },
      async ({ tx, params }) => {
        const { patientId = '' } = params;
        return {
          plan: await planOf(tx, ports.secrets, patientId),
          talks: await talksOf(tx, patientId),
        };
      },
    ),

    route(
      api.saveSafetyPlan,
      { resource: 'safety-plan', action: 'u', subject: 'patient' },
      { audit: 'safety-plan.save' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        if ((await newestVersion(tx, patientId)) !== body.version) return stale;
        const plan = { version: body.version + 1, body: body.body, writtenAt: now, byName: actor.name };
        await keepPlan(tx, ports, { patientId, by: actor.id, plan });
        context.publish({ topic: 'patient', patientId });
        return plan;
      },
    ),

    route(
      api.goThroughSafetyPlan,
      { resource: 'safety-plan', action: 'c', subject: 'patient' },
      { audit: 'safety-plan.go-through' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        // What was gone through is what stands; words that changed meanwhile are read first.
        if (body.version === 0 || (await newestVersion(tx, patientId)) !== body.version) return stale;
        await keepTalk(tx, { ...body, patientId, at: now, withId: actor.id, withName: actor.name });
        context.publish({ topic: 'patient', patientId });
        return { done: true as const };
      },
    ),
  ];
}
