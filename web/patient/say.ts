// Sentences that end in a time.
import { t, type Values } from '#web/kit/locale.ts';

/** A sentence with a time in it. "10:30 a.m." brings its own full stop; two would be one too many. */
export function say(id: string, values: Values): string {
  return t(id, values).replaceAll(/\.\.(?!\.)/g, '.');
}
