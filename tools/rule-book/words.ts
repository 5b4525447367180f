// Values of the code as a reader says them: units in words, yes and no for a rule that holds or not.

import { nameInWords } from '#clinical/name-in-words.ts';
import type { Sourced } from '#clinical/sourced.ts';

/** Units of UCUM and of the house as they are read aloud; any other is shown as it stands. */
const units: Readonly<Record<string, string>> = {
  min: 'minutes',
  s: 'seconds',
  h: 'hours',
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  a: 'years',
  'mm[Hg]': 'mmHg',
  '/min': 'per minute',
  '/wk': 'per week',
  '/d': 'per day',
  '[in_i]': 'inches',
  'mg/d': 'mg a day',
  '{score}': 'points',
  '{item}': '',
  '1': '',
  text: '',
  rule: '',
  shape: '',
  anchor: '',
  rating: '',
  binary: '',
  date: '',
  '{items}': '',
  rights: '',
  recall: '',
};

export function figureText(figure: Sourced<unknown>): string {
  const { value, unit } = figure;
  if (value === undefined || value === null) return 'left to the prescriber';
  return [said(value), units[unit] ?? unit].filter((word) => word !== '').join(' ');
}

function said(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(said).join(', ');
  if (typeof value === 'object' && value !== null) return pairs(value);
  const text = String(value);
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(text) && /[a-z]/.test(text) ? nameInWords(text).toLowerCase() : text;
}

function pairs(value: object): string {
  const entries = Object.entries(value);
  // Words for people are held in both languages; the book shows the English ones.
  const english = entries.find(([key]) => key === 'en');
  if (english) return said(english[1]);
  return entries.map(([key, inner]) => `${nameInWords(key).toLowerCase()}: ${said(inner)}`).join('; ');
}
