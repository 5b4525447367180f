// One value of a protocol as text, and text back as a value of the same kind. What cannot be read is no value, never a
// near one.

import type { EditionPart } from '#clinical/protocol/edition-parts.ts';
import { parseNumber } from '#web/kit/parse-number.ts';

export interface TypedChange {
  readonly text: string;
  readonly note: string;
}

export function partText(part: EditionPart): string {
  if (part.kind === 'plain') return String(part.value);
  const { value, unit } = part.value;
  if (value === undefined || value === null) return 'left to the prescriber';
  return [valueText(value), shownUnits[unit] ?? unit].filter((word) => word !== '').join(' ');
}

const shownUnits: Readonly<Record<string, string>> = {
  text: '',
  rule: '',
  'mm[Hg]': 'mmHg',
  d: 'days',
  h: 'hours',
  a: 'years',
};

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object')
    return String((value as { readonly en?: unknown }).en ?? JSON.stringify(value));
  return String(value);
}

/** Numbers and lists of numbers; words for people and choices are changed where they are written. */
export function isChangeable(part: EditionPart): boolean {
  if (part.kind !== 'value') return false;
  const { value } = part.value;
  return typeof value === 'number' || isNumbers(value);
}

export function asTyped(part: EditionPart): string {
  return part.kind === 'value' ? valueText(part.value.value) : String(part.value);
}

/** The value is undefined when the text is not of the kind that stands there now. */
export function readChange(
  typed: TypedChange,
  part: EditionPart | undefined,
): { readonly value?: number | number[]; readonly note: string } {
  const note = typed.note.trim();
  if (part?.kind !== 'value') return { note };
  if (!isNumbers(part.value.value)) {
    const value = parseNumber(typed.text);
    return value === undefined ? { note } : { value, note };
  }
  const numbers = typed.text
    .split(/[;,]\s*|\s+/)
    .filter((word) => word !== '')
    .map(parseNumber);
  if (numbers.length === 0 || numbers.includes(undefined)) return { note };
  return { value: numbers.flatMap((each) => each ?? []), note };
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}
