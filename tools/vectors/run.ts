// Goes through the cases of a reference file and says which do not agree. A kind nobody answers, a case that cannot be
// read and a rule that throws all count as not agreeing.

import { agrees, type Json } from './agree.ts';
import { kinds } from './kinds.ts';

type Case = { readonly id: string; readonly kind: string; readonly input: Json; readonly expected: Json };

export type Verdict =
  | { readonly agrees: true; readonly id: string; readonly kind: string }
  | { readonly agrees: false; readonly id: string; readonly kind: string; readonly why: string };

/** Undefined when the text is not a file of cases. */
export function casesOf(text: string): readonly unknown[] | undefined {
  const read: unknown = parsed(text);
  if (Array.isArray(read)) return read;
  const cases = isRecord(read) ? read['cases'] : undefined;
  return Array.isArray(cases) ? cases : undefined;
}

export function verdictOn(given: unknown, index: number): Verdict {
  if (!isCase(given)) {
    return {
      agrees: false,
      id: `case ${index + 1}`,
      kind: '?',
      why: 'has no kind, input and expected answer',
    };
  }
  const { id, kind, input, expected } = given;
  const answer = kinds[kind];
  if (!answer) return { agrees: false, id, kind, why: 'no rule here answers this kind' };
  const got = answered(answer, input);
  if (got.threw !== undefined) return { agrees: false, id, kind, why: `the rule threw: ${got.threw}` };
  if (agrees(kind, expected, got.value)) return { agrees: true, id, kind };
  const why = `${said(input)}\n    expected ${said(expected)}\n    got      ${said(got.value)}`;
  return { agrees: false, id, kind, why };
}

function answered(
  answer: (input: Readonly<Record<string, unknown>>) => unknown,
  input: Json,
): { readonly value?: unknown; readonly threw?: string } {
  try {
    return { value: answer(isRecord(input) ? input : {}) };
  } catch (error) {
    return { threw: error instanceof Error ? error.message : String(error) };
  }
}

function said(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (inner === undefined ? null : inner)) ?? 'nothing';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCase(value: unknown): value is Case {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['kind'] === 'string' &&
    'input' in value &&
    'expected' in value
  );
}
