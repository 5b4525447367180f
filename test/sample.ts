// A value that a schema accepts, made from the schema itself: the smallest one, or one by chance. Tests that must speak to
// every route say nothing twice about what each route wants to hear.

import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';

type Json = { readonly [key: string]: unknown };

export type Chance = () => number;

/** Named patterns of api/fields.ts and their smallest examples; a new pattern must be added here once. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\\d\{6\}/, '123456'],
  [/\[\+\(\)\\d\]/, '+1 555 0100'],
  [/^\^\\d\{1,7\}\$$/, '0'],
  [/\\d\{4\}-\(0\[1-9\]/, '2027-03'],
  // The token of a link.
  [/\[A-Za-z0-9_-\]\{20/, 'x'.repeat(43)],
  // The hidden name of a draft, and what was used once to seal it.
  [/0-9a-f\]\{32\}/, 'a'.repeat(32)],
  // The words of a page that someone put their name to, in short.
  [/0-9a-f\]\{64\}/, 'a'.repeat(64)],
  [/\]\{16\}\$$/, 'A'.repeat(16)],
  // A file as text.
  [/a-zA-Z\+\/\]\{4\}/, 'T2dnUw=='],
];

/** Optional fields are filled in with `whole`; left out without it. */
export function sample(schema: z.ZodMiniType, options: { whole?: boolean; now?: number } = {}): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return valueFor(json, options.whole ?? false, options.now ?? 0, '');
}

function valueFor(schema: Json, whole: boolean, now: number, name: string): unknown {
  const list = schema['oneOf'] ?? schema['anyOf'];
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (Array.isArray(list)) return valueFor(list[0] as Json, whole, now, name);
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, whole, now);
    case 'array': {
      const items = (schema['items'] ?? {}) as Json;
      const least = Number(schema['minItems'] ?? 0);
      const choices = items['enum'];
      if (Array.isArray(choices)) return choices.slice(0, least);
      return Array.from({ length: Math.max(least, whole ? 1 : 0) }, () => valueFor(items, whole, now, name));
    }
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema, now, name);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return {};
  }
}

function objectOf(schema: Json, whole: boolean, now: number): Json {
  const required = new Set((schema['required'] ?? []) as readonly string[]);
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Json>>;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => whole || required.has(name))
      .map(([name, each]) => [name, valueFor(each, whole, now, name)]),
  );
}

function textOf(schema: Json): string {
  if (schema['format'] === 'uuid') return randomUUID();
  if (schema['format'] === 'date') return '2027-03-02';
  if (schema['format'] === 'email') return 'jo@home.example';
  const pattern = schema['pattern'];
  if (typeof pattern === 'string') {
    const known = patterns.find(([shape]) => shape.test(pattern));
    if (known === undefined) throw new Error(`There is no example yet of a text like ${pattern}.`);
    return known[1];
  }
  return 'calm sea'.padEnd(Number(schema['minLength'] ?? 0), ' at low tide');
}

function numberOf(schema: Json, now: number, name: string): number {
  // Instants are the only numbers whose smallest value would say something odd: the year 1900.
  if (/At$/.test(name) && Number(schema['maximum'] ?? 0) > 1e11) return now;
  const low = Number(schema['exclusiveMinimum'] ?? schema['minimum'] ?? 0);
  return 'exclusiveMinimum' in schema ? low + 1 : Math.max(low, Math.min(0, Number(schema['maximum'] ?? 0)));
}

/** Every text inside a value, by its path: where a person could have typed. */
export function textPaths(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return [[...path]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** A copy with one place changed. */
export function withAt(value: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(value))
    return value.map((each, index) => (index === first ? withAt(each, rest, to) : each));
  return { ...(value as object), [first]: withAt((value as Record<string, unknown>)[first], rest, to) };
}
