// Units as UCUM writes them, by the words people use. UCUM minds its capitals: mL is a millilitre and ML a megalitre, so
// a code is taken as it stands and only words are read without case.

import { type ConceptRow, findConcept, namesOf } from './concept.ts';

export type UcumRow = ConceptRow & { readonly code: string };

function row(concept: string, name: string, code: string, ...alsoCalled: readonly string[]): UcumRow {
  const isRead = [
    'mm[Hg]',
    '/min',
    '%',
    'Cel',
    '[degF]',
    'kg',
    'g',
    '[lb_av]',
    'cm',
    '[in_i]',
    'kg/m2',
    'L/min',
  ];
  return {
    concept,
    name,
    alsoCalled,
    code,
    source: isRead.includes(code) ? 'Q-USC' : 'T-GEN',
    confidence: isRead.includes(code) ? 'V' : 'G',
  };
}

export const ucumRows: readonly UcumRow[] = [
  row('millimetre-of-mercury', 'Millimeters of mercury', 'mm[Hg]', 'mmhg', 'mm hg'),
  row('per-minute', 'Per minute', '/min', 'beats per minute', 'breaths per minute', 'bpm'),
  row('percent', 'Percent', '%', 'per cent', 'percentage'),
  row('degree-celsius', 'Degrees Celsius', 'Cel', 'celsius', 'centigrade'),
  row('degree-fahrenheit', 'Degrees Fahrenheit', '[degF]', 'fahrenheit'),
  row('kilogram', 'Kilograms', 'kg', 'kilos'),
  row('gram', 'Grams', 'g'),
  row('pound', 'Pounds', '[lb_av]', 'lb', 'lbs'),
  row('centimetre', 'Centimeters', 'cm', 'centimeter', 'centimetres'),
  row('inch', 'Inches', '[in_i]', 'in'),
  row('kilogram-per-square-metre', 'Kilograms per square meter', 'kg/m2', 'kg per m2'),
  row('litre-per-minute', 'Liters per minute', 'L/min', 'liter per minute', 'litres per minute'),
  row('score', 'Points of a score', '{score}', 'points'),
  row('milligram', 'Milligrams', 'mg'),
  row('milligram-per-kilogram', 'Milligrams per kilogram', 'mg/kg', 'mg per kg'),
  row('milligram-per-hour', 'Milligrams per hour', 'mg/h', 'mg per hour'),
  row('millilitre', 'Milliliters', 'mL', 'milliliter', 'millilitres', 'cc'),
  row('millilitre-per-hour', 'Milliliters per hour', 'mL/h', 'milliliter per hour', 'millilitres per hour'),
  row('microgram', 'Micrograms', 'ug', 'mcg'),
  row('minute', 'Minutes', 'min'),
  row('drop', 'Drops', '[drp]'),
];

const byName = namesOf(ucumRows);

/** The UCUM code for a unit's own code or for words; undefined for a unit that is not known here. */
export function ucumCode(unit: string | undefined): string | undefined {
  const said = unit?.trim();
  if (!said) return undefined;
  const exact = ucumRows.find((candidate) => candidate.code === said);
  if (exact) return exact.code;
  // What differs from a code only in its capitals is another unit, or none.
  if (ucumRows.some((candidate) => candidate.code.toLowerCase() === said.toLowerCase())) return undefined;
  // Punctuation carries meaning in a unit: words only.
  return /^[\p{L}\d\s-]+$/u.test(said) ? findConcept(byName, said)?.code : undefined;
}
