// An answer as it is laid in a table: its findings in one line each, its rows of weights in one line each, the rest as
// it is.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { WeightRow } from '#clinical/dosing/body-weight.ts';
import { inLines } from './in-one-line.ts';

export function told(answer: unknown): unknown {
  if (isFindings(answer)) return inLines(answer);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, part]) => {
      if (name === 'issues') return [name, inLines(part as readonly DetectedIssue[])];
      if (name === 'rows') return [name, (part as readonly WeightRow[]).map(ofRow)];
      return [name, part];
    }),
  );
}

function isFindings(answer: unknown): answer is readonly DetectedIssue[] {
  return Array.isArray(answer) && answer.every((one) => typeof one === 'object' && 'rule' in one);
}

function ofRow({ policy, weightKg, doseMg, isUsed }: WeightRow): string {
  return `${policy} ${weightKg} kg ${doseMg} mg${isUsed ? ' used' : ''}`;
}
