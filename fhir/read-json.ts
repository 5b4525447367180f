/**
 * Reads fields out of JSON that someone else wrote. A field of the wrong kind is the same as no field:
 * one odd value must not cost a person the rest of their record.
 */

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only what was written in the file: nothing a JavaScript object brings along by itself. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function hasField(value: unknown, name: string): boolean {
  return fieldOf(value, name) !== undefined;
}

export function textOf(value: unknown, name: string): string | undefined {
  const found = fieldOf(value, name);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

export function numberOf(value: unknown, name: string): number | undefined {
  const found = fieldOf(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found : [];
}
