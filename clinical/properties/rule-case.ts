// One rule as the test of missing inputs sees it: an input that earns a fine answer, the parts whose loss must take that
// answer away, and how to tell. A rule is proven by adding one case to the list of its area.

import type { DetectedIssue } from '#clinical/detected-issue.ts';

/** What stands in the place of a part: gone, empty, or a number no instrument can show. */
export type Instead = undefined | null | number;

export type RuleCase = {
  /** The id on the rule's card; a plain calculation without a card has a name of its own. */
  readonly id: string;
  /** Every part that may be missing, as 'reading.value'. */
  readonly removable: readonly string[];
  /** Numbers that are always there and may still be none that a clock or an instrument can show. */
  readonly unreadable: readonly string[];
  /** Numbers that can be written down and cannot be true, such as a step that is not on the scale. */
  readonly impossible: readonly (readonly [path: string, value: number])[];
  readonly fineWhenComplete: () => boolean;
  readonly fineWithout: (path: string, instead: Instead) => boolean;
  readonly valueAt: (path: string) => unknown;
};

export function ruleCase<Input extends object>(rule: {
  readonly id: string;
  readonly complete: Input;
  readonly removable: readonly string[];
  readonly unreadable?: readonly string[];
  readonly impossible?: readonly (readonly [path: string, value: number])[];
  /** Whether a caller would take the answer to this input for fine. */
  readonly isFine: (input: Input) => boolean;
}): RuleCase {
  const { id, complete, removable, unreadable = [], impossible = [], isFine } = rule;
  return {
    id,
    removable,
    unreadable,
    impossible,
    fineWhenComplete: () => isFine(complete),
    fineWithout: (path, instead) => isFine(changed(complete, path.split('.'), instead) as Input),
    valueAt: (path) => path.split('.').reduce<unknown>((value, name) => partOf(value, name), complete),
  };
}

/** No finding that stops, asks for a decision or says unknown. */
export function isQuiet(issues: readonly DetectedIssue[]): boolean {
  return issues.every((issue) => issue.action === 'inform' || issue.action === 'manage');
}

function partOf(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

function changed(value: unknown, path: readonly string[], instead: Instead): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return instead;
  const part = changed(partOf(value, name), rest, instead);
  if (Array.isArray(value)) return value.with(Number(name), part);
  return { ...(value as object), [name]: part };
}
