// An answer as it is laid in a table: every finding, row of weights, dose and decision in it as one line, the rest as it
// is. A choice that needs a reason is starred.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { WeightRow } from '#clinical/dosing/body-weight.ts';
import type { DecisionPoint } from '#clinical/outcomes/decision-points.ts';
import type { CycleDurability } from '#clinical/outcomes/durability.ts';
import { inOneLine } from './in-one-line.ts';

export function told(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(told);
  if (typeof answer !== 'object' || answer === null) return answer;
  if (isFinding(answer)) return inOneLine(answer);
  if (isWeightRow(answer)) return ofRow(answer);
  if (isCycle(answer)) return ofCycle(answer);
  if (isDecision(answer)) return ofDecision(answer);
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, told(part)]));
}

function isFinding(part: object): part is DetectedIssue {
  return 'rule' in part && 'code' in part && 'action' in part;
}

function isWeightRow(part: object): part is WeightRow {
  return 'policy' in part && 'isUsed' in part;
}

function isCycle(part: object): part is CycleDurability {
  return 'doseDate' in part && 'found' in part;
}

function isDecision(part: object): part is DecisionPoint {
  return 'needsReason' in part && 'issue' in part;
}

function ofRow({ policy, weightKg, doseMg, isUsed }: WeightRow): string {
  return `${policy} ${weightKg} kg ${doseMg} mg${isUsed ? ' used' : ''}`;
}

function ofCycle({ doseDate, route, isSameRoute, found }: CycleDurability): string {
  const said = Object.entries(found).map(([name, value]) => `${name}=${value}`);
  return `${doseDate} ${route}${isSameRoute ? '' : ' apart'}: ${said.join(', ')}`;
}

function ofDecision({ point, owner, path, choices, needsReason, issue }: DecisionPoint): string {
  const offered = choices.map((choice) => (needsReason.includes(choice) ? `${choice}*` : choice));
  return `${point} ${owner} ${path} [${offered.join(' ')}]; ${issue.code}`;
}
