// What is typed into the open fields of the programme's form, and what it comes to as answers. A field the log fills is
// not asked, and a reading that is missing is written in the session and not here.
import type { FormValue } from '#clinical/safety-programs/fill-monitoring-form.ts';
import type { FormFieldId } from '#clinical/safety-programs/monitoring-form.ts';
import {
  type CompletedField,
  type FormAnswers,
  faultOfAnswer,
} from '#dosing-session/papers/monitoring-form-paper.ts';

/** Told by the facts of a session alone: the way to fill one is to write down the fact, late if need be. */
const fromFactsAlone: readonly FormFieldId[] = [
  'treatment-date',
  'dose',
  'total-minutes',
  'pressure-before',
  'pressure-at-40-minutes',
  'pressure-at-end',
];

export function isAsked({ field, state, from }: CompletedField): boolean {
  return state !== 'not-asked' && from !== 'session' && !fromFactsAlone.includes(field.id);
}

export function comesFromSession({ field, state }: CompletedField): boolean {
  return state === 'open' && fromFactsAlone.includes(field.id);
}

export type Typed = Readonly<Partial<Record<FormFieldId, string>>>;

/** The words an answer has in its box. */
export function asTyped(value: FormValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? '' : String(value);
}

export type ReadAnswers = {
  readonly answers: FormAnswers;
  readonly faults: Readonly<Partial<Record<FormFieldId, string>>>;
};

/** Every asked field as it stands: what was typed now, else what was there. An emptied box takes its answer back. */
export function readAnswers(fields: readonly CompletedField[], typed: Typed): ReadAnswers {
  const answers: Partial<Record<FormFieldId, FormValue>> = {};
  const faults: Partial<Record<FormFieldId, string>> = {};
  for (const one of fields) {
    if (!isAsked(one)) continue;
    const { field, value, from } = one;
    const text = typed[field.id];
    if (text === undefined) {
      if (value !== undefined && from === 'hand') answers[field.id] = value;
      continue;
    }
    if (text.trim() === '') continue;
    const read = valueIn(field.kind, text.trim());
    const fault = read === undefined ? 'This cannot be read. Type it again' : faultOfAnswer(field, read);
    if (read === undefined || fault !== undefined) faults[field.id] = fault ?? '';
    else answers[field.id] = read;
  }
  return { answers, faults };
}

function valueIn(kind: CompletedField['field']['kind'], text: string): FormValue | undefined {
  switch (kind) {
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'minutes':
      return /^\d{1,5}$/.test(text) ? Number(text) : undefined;
    case 'text-list':
      return text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'blood-pressure':
      return undefined;
    case 'text':
    case 'date':
    case 'choice':
      return text;
  }
}

/** What stands in the field on paper. */
export function onPaper(value: FormValue): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object' && 'systolicMmHg' in value)
    return `${value.systolicMmHg} / ${value.diastolicMmHg} mmHg`;
  return String(value);
}
