// A safety plan: what a person wrote down on a calmer day for a day when they may want to die. It names the steps and when a
// clinician is sent to it; the words of each step are in content/safety-plan.ts.

import type { Confidence, SourceId } from '#clinical/sources.ts';

/** In the order they are tried: alone first, then with others, then with those whose work it is. */
export const safetyPlanSteps = [
  'signs',
  'alone',
  'company',
  'people',
  'professionals',
  'safer',
  'worth',
] as const;
export type SafetyPlanStep = (typeof safetyPlanSteps)[number];

/** The order is widely taught and taken from there; no word of that work is used, and no clinician has approved ours yet. */
export const safetyPlanOrder: { readonly source: SourceId; readonly confidence: Confidence } = {
  source: 'C-PLAN',
  confidence: 'G',
};

const findings: readonly string[] = ['risk-item-positive', 'cssrs-low', 'cssrs-moderate', 'cssrs-high'];

/** Whether a finding is one after which a clinician makes a safety plan with the person, or goes through the one there is. */
export function asksForSafetyPlan(findingCode: string): boolean {
  return findings.includes(findingCode);
}
