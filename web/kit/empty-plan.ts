// What a safety plan is before it is written, and what of it is left out when it is kept.
import type { SafetyPlanBody, Someone } from '#api/safety-plan.ts';

export const emptyPlan: SafetyPlanBody = {
  signs: '',
  alone: '',
  company: '',
  people: [],
  professionals: [],
  safer: '',
  worth: '',
};

export function isSomeone({ name, phone }: Someone): boolean {
  return name.trim() !== '' || phone.trim() !== '';
}

/** The plan without the lines that were left empty. */
export function withoutBlanks(body: SafetyPlanBody): SafetyPlanBody {
  return {
    ...body,
    people: body.people.filter(isSomeone),
    professionals: body.professionals.filter(isSomeone),
  };
}

export function isBlankPlan(body: SafetyPlanBody): boolean {
  return Object.values(withoutBlanks(body)).every((written) =>
    typeof written === 'string' ? written.trim() === '' : written.length === 0,
  );
}
