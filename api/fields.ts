// Field shapes used by every resource: ids, instants, short and long text, with the bounds that stop garbage at the door.

import * as z from 'zod/mini';

export const id = z.uuid();

/** Epoch milliseconds between the years 1900 and 2200. */
export const instant = z.int().check(z.gte(-2_208_988_800_000), z.lte(7_258_118_400_000));

/** A calendar date that exists. */
export const localDate = z.iso.date();

export const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const optionalLine = z.string().check(z.trim(), z.maxLength(200));
export const paragraph = z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000));
export const optionalParagraph = z.string().check(z.trim(), z.maxLength(4_000));
export const longText = z.string().check(z.minLength(1), z.maxLength(40_000));
export const email = z.email().check(z.maxLength(254));
export const phone = z.string().check(z.trim(), z.regex(/^[+()\d][\d ()./-]{4,29}$/));
export const language = z.enum(['en', 'es']);
export const version = z.int().check(z.gte(0), z.lte(1_000_000));
export const route = z.enum(['iv', 'im', 'sublingual', 'home', 'nasal']);
export const role = z.enum([
  'patient',
  'companion',
  'front-desk',
  'nurse',
  'prescriber',
  'therapist',
  'guide',
  'admin',
  'auditor',
]);
export const done = z.strictObject({ done: z.literal(true) });

/** A value our own pure code made and both sides type: declared, not re-described field by field. */
export function computed<T>(): z.ZodMiniType<T> {
  return z.custom<T>((value) => value !== undefined);
}
