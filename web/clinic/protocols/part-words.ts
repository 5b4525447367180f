// One value of a protocol as text, and text back as a value of the same kind. What cannot be read is no value, never a
// near one.

import { pathInWords } from '#clinical/name-in-words.ts';
import {
  type CarePhase,
  type CareStep,
  type StepSetting,
  settingsAt,
  stepSettings,
} from '#clinical/protocol/care-steps.ts';
import type { EditionPart } from '#clinical/protocol/edition-parts.ts';
import { phaseWords, stepWords } from '#clinical/protocol/step-words.ts';
import { parseNumber } from '#web/kit/parse-number.ts';

export interface TypedChange {
  readonly text: string;
  readonly note: string;
}

/** A value by its path; a step of the way by what the clinic calls it. */
export function partName(path: string): string {
  const [section, phase, step] = path.split('.');
  if (section !== 'steps' || settingsAt(path) === undefined) return pathInWords(path);
  return `${phaseWords[phase as CarePhase]}: ${lowerFirst(stepWords[step as CareStep])}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function partText(part: EditionPart): string {
  if (part.kind === 'plain') return String(part.value);
  const { value, unit } = part.value;
  if (isSetting(value)) return settingWords[value];
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

/** Numbers, lists of numbers, and whether a step is asked; words for people are changed where they are written. */
export function isChangeable(part: EditionPart): boolean {
  if (part.kind !== 'value') return false;
  const { value } = part.value;
  const settings = settingsAt(part.path);
  return settings === undefined ? typeof value === 'number' || isNumbers(value) : settings.length > 1;
}

export const settingWords: Readonly<Record<StepSetting, string>> = {
  asked: 'asked',
  optional: 'offered',
  'left-out': 'left out',
};

/** Why a step cannot be changed; undefined for everything that can, or is no step. */
export function fixedBecause({ path }: EditionPart): string | undefined {
  return settingsAt(path)?.length === 1 ? 'Always asked: a gate or a safety check rests on it.' : undefined;
}

export function asTyped(part: EditionPart): string {
  return part.kind === 'value' ? valueText(part.value.value) : String(part.value);
}

/** The value is undefined when the text is not of the kind that stands there now. */
export function readChange(
  typed: TypedChange,
  part: EditionPart | undefined,
): { readonly value?: number | number[] | StepSetting; readonly note: string } {
  const note = typed.note.trim();
  if (part?.kind !== 'value') return { note };
  const settings = settingsAt(part.path);
  if (settings !== undefined) {
    const value = settings.find((setting) => setting === typed.text);
    return value === undefined ? { note } : { value, note };
  }
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

function isSetting(value: unknown): value is StepSetting {
  return stepSettings.some((setting) => setting === value);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}
