// A refusal is expected: invalid, forbidden, stale, absent. It is a value with a stable name and one sentence that says
// the way out; it is never thrown and never logged as a bug.

export type FieldProblem = { readonly path: string; readonly message: string };

export type Refusal = {
  readonly refused: true;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  readonly code: string;
  readonly sentence: string;
  readonly fields?: readonly FieldProblem[] | undefined;
};

export function refuse(
  status: Refusal['status'],
  code: string,
  sentence: string,
  fields?: readonly FieldProblem[],
): Refusal {
  return { refused: true, status, code, sentence, fields };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
