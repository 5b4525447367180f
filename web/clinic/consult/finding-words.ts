// What a rule looked at and what it could not see, in words. Rules name their inputs for machines; a screen never prints those.
import type { DetectedIssue, IssueInput } from '#clinical/detected-issue.ts';
import { chartConditions, healthCondition } from '#clinical/screening/conditions.ts';
import { indication } from '#clinical/screening/indications.ts';
import { routeWord } from '#web/clinic/stage-words.ts';

/** What must lie on paper before a plan. */
export const paperWords: Readonly<Record<string, string>> = {
  diagnosis: 'The diagnosis, by a clinician',
  'treatments-tried': 'What was tried before',
  'suicide-risk-assessment': 'A suicide risk assessment',
  'place-that-can-respond': 'A place that can respond at once',
  'mood-stabilizer': 'The mood stabilizer they take',
  'structured-programme': 'The structured programme they are in',
  'urine-drug-screen': 'A urine drug screen',
};

const inputWords: Readonly<Record<string, string>> = {
  medicine: 'As typed',
  generic: 'Read as',
  route: 'Route',
  age: 'Age',
  condition: 'Condition',
  answer: 'Their answer',
  allergy: 'Allergy',
  term: 'What it was',
  severity: 'How bad',
  indication: 'For',
  jurisdiction: 'Label read',
  basis: 'Rests on',
  adequateTrials: 'Adequate treatments tried',
};

const missingWords: Readonly<Record<string, string>> = {
  mgPerKg: 'dose per kilogram',
  weight: 'weight',
  weightUnit: 'its unit',
  weightKg: 'weight',
  minutes: 'minutes',
  doseMg: 'dose',
  previousDoseMg: 'the dose before',
  ageYears: 'birth date',
  birthDate: 'birth date',
  jurisdiction: 'whose label this clinic reads',
  indication: 'what it is for',
  form: 'which kind of lozenge',
  afterHold: 'spat out or swallowed',
  parts: 'the parts',
  route: 'route',
  adequateTrials: 'how many adequate treatments were tried',
  allergies: 'allergies',
  pregnancy: 'the answer about pregnancy',
  medicines: 'medicines',
  isFirstSession: 'whether it is the first session',
  sessionsGiven: 'how many sessions were given',
  publishedMaximum: 'the most that is published',
};

const labelPlaces: Readonly<Record<string, string>> = {
  US: 'United States',
  EU: 'European Union',
  UK: 'United Kingdom',
};

const basisWords: Readonly<Record<string, string>> = {
  'label-contraindication': 'A contraindication of the label',
  'other-country-label': 'The label of another country',
  'label-warning': 'A warning of the label',
  'label-caution': 'A caution of the label',
  checklist: 'A checklist',
  trial: 'Who trials left out',
  'clinic-rule': 'A rule of clinics',
  'common-practice': 'Common practice',
};

export interface InWords {
  readonly name: string;
  readonly value: string;
}

export function inputInWords(input: IssueInput): InWords {
  const { name } = input;
  const known = inputWords[name] ?? paperWords[name];
  if (known !== undefined) return { name: known, value: valueInWords(input) };
  const isOfChart = chartConditions.some(({ id }) => id === name);
  if (isOfChart || healthCondition(name) !== undefined)
    return { name: isOfChart ? 'In the chart' : 'Their answer', value: valueInWords(input) };
  return { name: spelledOut(name), value: valueInWords(input) };
}

function valueInWords({ name, value, unit }: IssueInput): string {
  if (name in paperWords && typeof value === 'boolean') return value ? 'there' : 'not there';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  if (name === 'route') return routeWord(text);
  if (name === 'jurisdiction') return labelPlaces[text] ?? text;
  if (name === 'indication') return indication(text)?.name ?? text;
  if (name === 'basis') return basisWords[text] ?? spelledOut(text);
  return unit === undefined || unit === 'a' || unit === '1' ? text.replaceAll('-', ' ') : `${text} ${unit}`;
}

export function missingInWords(name: string): string {
  const [about, ...rest] = name.split(': ');
  if (about === 'medicine' && rest.length > 0) return `which medicine “${rest.join(': ')}” is`;
  if (about === 'holdWindowHours' && rest.length > 0) return `how long ${rest.join(': ')} is held`;
  const paper = paperWords[name];
  return missingWords[name] ?? paper?.toLowerCase() ?? healthCondition(name)?.name ?? spelledOut(name);
}

/** A title that lists papers by their names for machines lists them in words. */
export function titleInWords({ code, title, missing, inputs }: DetectedIssue): string {
  if (code !== 'paper-not-known' && code !== 'paper-missing') return title;
  const names = code === 'paper-not-known' ? missing : inputs.map(({ name }) => name);
  const listed = names.join(', ');
  return listed === '' ? title : title.replace(listed, names.map(missingInWords).join('; '));
}

/** A name nobody wrote words for is at least read as words: 'sessionsThisWeek' as 'sessions this week'. */
function spelledOut(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
