// Whether an answer says what a reference case expects. Our answer may say more than was asked; what was asked must
// agree: whole numbers exactly, measured ones to the last digit shown, moments as moments, lists in order unless the
// order carries no meaning.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

type Closeness = {
  /** Share of the expected number by which another may differ. */
  readonly share: number;
  /** Names of lists whose order carries no meaning. */
  readonly unordered: readonly string[];
};

const usual: Closeness = { share: 0.001, unordered: ['generics', 'classes'] };
const closeness: Readonly<Record<string, Partial<Closeness>>> = {
  // A typical shape for teaching, given to one part in a hundred.
  'pk.curve': { share: 0.01 },
};

export function agrees(kind: string, expected: Json, got: unknown): boolean {
  return same(expected, got, { ...usual, ...closeness[kind] }, '');
}

function same(expected: Json, got: unknown, close: Closeness, name: string): boolean {
  if (expected === null) return got === null || got === undefined;
  if (typeof expected === 'number') return typeof got === 'number' && near(expected, got, close.share);
  if (typeof expected === 'string') return typeof got === 'string' && sameText(expected, got);
  if (typeof expected === 'boolean') return expected === got;
  if (isList(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return false;
    const ordered = close.unordered.includes(name)
      ? [[...expected].sort(), [...got].sort()]
      : [expected, got];
    return expected.every((_, index) => same(ordered[0]?.[index] ?? null, ordered[1]?.[index], close, name));
  }
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return false;
  return Object.entries(expected).every(([key, value]) =>
    same(value, (got as Readonly<Record<string, unknown>>)[key], close, key),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function near(expected: number, got: number, share: number): boolean {
  if (!Number.isFinite(got)) return false;
  if (Number.isInteger(expected) && Number.isInteger(got)) return expected === got;
  const decimals = String(expected).split('.')[1]?.length ?? 0;
  const halfLastDigit = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
  // The last bits of a sum are no disagreement.
  return Math.abs(expected - got) <= Math.max(Math.abs(expected) * share, halfLastDigit) + 1e-9;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function sameText(expected: string, got: string): boolean {
  if (expected === got) return true;
  return moment.test(expected) && moment.test(got) && Date.parse(expected) === Date.parse(got);
}
