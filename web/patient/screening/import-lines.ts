// An imported file's lines as a person looks at them: what is now, then what was, and what speaks of life rather than
// body in a group of its own at the end.
import type { RecordImport } from '#api/health-record.ts';

export type ImportLine = RecordImport['lines'][number];

export interface LineGroup {
  readonly id: GroupId;
  /** A group that may be decided as a whole. */
  readonly isSocial: boolean;
  readonly lines: readonly ImportLine[];
}

const order = [
  'medicines-now',
  'allergies',
  'conditions-now',
  'measurements',
  'medicines-past',
  'conditions-past',
  'circumstances',
] as const;

type GroupId = (typeof order)[number];

const usualGroup: Readonly<Record<ImportLine['kind'], GroupId>> = {
  medication: 'medicines-now',
  allergy: 'allergies',
  condition: 'conditions-now',
  'vital-sign': 'measurements',
};

/** The part of the file's reading a line belongs to; a part we have no word for goes by what the line is. */
function groupOf(line: ImportLine): GroupId {
  return order.find((id) => id === line.category) ?? usualGroup[line.kind];
}

export function lineGroups(lines: readonly ImportLine[]): readonly LineGroup[] {
  return order
    .map((id) => ({
      id,
      isSocial: id === 'circumstances',
      lines: lines.filter((line) => groupOf(line) === id),
    }))
    .filter((group) => group.lines.length > 0);
}

export function decisionCounts(lines: readonly ImportLine[]): {
  readonly kept: number;
  readonly left: number;
  readonly open: number;
} {
  const count = (decision: ImportLine['decision']): number =>
    lines.filter((line) => line.decision === decision).length;
  return { kept: count('kept'), left: count('left'), open: count('undecided') };
}
