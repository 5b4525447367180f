// An imported file's lines as a person looks at them: by kind, with what speaks of life rather than body in a group of
// its own.
import type { RecordImport } from '#api/health-record.ts';

export type ImportLine = RecordImport['lines'][number];

export interface LineGroup {
  readonly id: string;
  /** A group that may be decided as a whole. */
  readonly isSocial: boolean;
  readonly lines: readonly ImportLine[];
}

const order = ['medication', 'allergy', 'condition', 'vital-sign'] as const;

export function lineGroups(lines: readonly ImportLine[]): readonly LineGroup[] {
  const social = lines.filter((line) => line.category === 'social');
  const rest = lines.filter((line) => line.category !== 'social');
  const byKind = order.map((kind) => ({
    id: kind,
    isSocial: false,
    lines: rest.filter((line) => line.kind === kind),
  }));
  return [...byKind, { id: 'social', isSocial: true, lines: social }].filter(
    (group) => group.lines.length > 0,
  );
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
