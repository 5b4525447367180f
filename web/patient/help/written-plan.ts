// The plan as it was last written here or there: what waits on this phone counts, so that nothing typed is out of sight.
import type { SafetyPlan, SafetyPlanBody } from '#api/safety-plan.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';

export const planTopic = 'safety-plan';

/** A plan on its way to the clinic, as the version it will be there. */
export function planIn({ body, savedAt }: Pick<OutboxItem, 'body' | 'savedAt'>, byName: string): SafetyPlan {
  const written = JSON.parse(body ?? '') as { readonly version: number; readonly body: SafetyPlanBody };
  return { version: written.version + 1, body: written.body, writtenAt: savedAt, byName };
}

/** The newest of them; of two with the same number the clinic's, which stands first. */
export function newestPlan(plans: readonly (SafetyPlan | undefined)[]): SafetyPlan | undefined {
  return plans.reduce(
    (newest, plan) => (plan !== undefined && plan.version > (newest?.version ?? 0) ? plan : newest),
    undefined,
  );
}
