// What a person prepared, in the words of the clinic. What they left open is said to be open, never filled in.
import type { PreparationBody, PreparationItem } from '#api/preparation.ts';
import type { PatientQuestion } from '#api/questions.ts';
import { saidOn, sleptThatNight } from './morning-words.ts';

type BodyOf<Kind extends PreparationBody['kind']> = Extract<PreparationBody, { kind: Kind }>;

export function latestBody<Kind extends PreparationBody['kind']>(
  items: readonly PreparationItem[],
  kind: Kind,
): { readonly body: BodyOf<Kind>; readonly at: number } | undefined {
  const found = items
    .filter((item) => item.body.kind === kind)
    .toSorted((a, b) => b.recordedAt - a.recordedAt)[0];
  return found === undefined ? undefined : { body: found.body as BodyOf<Kind>, at: found.recordedAt };
}

const stages = { before: 'While getting ready', day: 'On the day', after: 'After' } as const;

export interface Felt {
  readonly id: string;
  readonly stage: string;
  readonly words: string;
  readonly line: string | undefined;
  readonly at: number;
}

/** Oldest first, so that a change can be read downwards. */
export function feltStages(items: readonly PreparationItem[]): readonly Felt[] {
  return items
    .flatMap(({ id, body, recordedAt }) =>
      body.kind === 'feelings'
        ? [
            {
              id,
              stage: stages[body.stage],
              words: body.feelings.length === 0 ? 'None of the words fitted' : body.feelings.join(', '),
              line: body.inOneLine.trim() === '' ? undefined : body.inOneLine,
              at: recordedAt,
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.at - b.at);
}

/** How they come today, in one line for the one who watches. Undefined when they said nothing of it. */
export function mindInOneLine(items: readonly PreparationItem[]): string | undefined {
  const felt = feltStages(items).findLast((each) => each.stage !== stages.after);
  if (felt === undefined) return undefined;
  return felt.line === undefined ? felt.words : `${felt.words}. “${felt.line}”`;
}

const evenings = { quiet: 'quiet', company: 'with someone near', 'not-sure': 'not sure yet' } as const;
const exercises = {
  'paced-breathing': 'slow breath',
  'five-senses': 'five senses',
  'body-scan': 'through the body',
  'anchor-phrase': 'own words',
} as const;

const companyTold = {
  nobody: 'No one but the team',
  'before-and-after': 'The one who takes them home: before and after, not while it works',
  throughout: 'The one who takes them home: the whole time',
} as const;

export interface PreparedRow {
  readonly name: string;
  /** Undefined: not said. */
  readonly said: string | undefined;
}

const said = (words: string | undefined): string | undefined => {
  const trimmed = words?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
};
const joined = (...parts: readonly (string | undefined)[]): string | undefined =>
  said(parts.filter((part) => said(part) !== undefined).join('; '));

export function ratedRows(items: readonly PreparationItem[]): readonly PreparedRow[] {
  const ready = latestBody(items, 'readiness')?.body;
  const rated = (moment: BodyOf<'prepared-rating'>['moment']): string | undefined => {
    const found = items.find(({ body }) => body.kind === 'prepared-rating' && body.moment === moment)?.body;
    return found?.kind === 'prepared-rating' ? `${found.rating} of 10` : undefined;
  };
  const expected = latestBody(items, 'expectation')?.body;
  return [
    {
      name: 'Ready',
      said:
        ready && `informed ${ready.informed}, at ease ${ready.comfortable}, open ${ready.open}, each of 10`,
    },
    { name: 'Still asks', said: said(ready?.questionsLeft) },
    {
      name: 'Knew what will happen',
      said: joined(
        rated('before-learning') && `before learning ${rated('before-learning')}`,
        rated('after-learning') && `after ${rated('after-learning')}`,
      ),
    },
    {
      name: 'Expects',
      said: expected && joined(`${expected.helpExpected} of 10 that it helps`, expected.words),
    },
  ];
}

export function plannedRows(items: readonly PreparationItem[]): readonly PreparedRow[] {
  const plan = latestBody(items, 'navigation-plan')?.body;
  const limits = latestBody(items, 'limits')?.body;
  const company = latestBody(items, 'company')?.body;
  const practice = latestBody(items, 'grounding')?.body;
  const comfort = latestBody(items, 'comfort')?.body;
  const evening = latestBody(items, 'after-plan')?.body;
  const day = latestBody(items, 'day-plan')?.body;
  const home = latestBody(items, 'home-setup')?.body;
  const morning = latestBody(items, 'morning')?.body;
  const night = latestBody(items, 'slept')?.body;
  return [
    { name: 'Helps', said: said(plan?.helps) },
    { name: 'Does not help', said: said(plan?.doesNotHelp) },
    { name: 'Words to say', said: said(plan?.wordsToSay) },
    { name: 'Touch', said: said(limits?.touch) },
    { name: 'In the room', said: company && companyTold[company.wish] },
    { name: 'Practised', said: practice && joined(exercises[practice.exercise], practice.anchor) },
    {
      name: 'Comfort',
      said: comfort && `music: ${comfort.music}; eye mask: ${comfort.eyeMask}; light: ${comfort.light}`,
    },
    {
      name: 'Day off',
      said: day && joined({ yes: 'yes', no: 'no', 'not-sure': 'not sure' }[day.dayOff], day.childrenAndPets),
    },
    {
      name: 'The evening',
      said: evening && joined(evenings[evening.evening], evening.staysWith, evening.food, evening.callFirst),
    },
    {
      name: 'Ready at home',
      said: home && joined(home.ready.join(', ').replaceAll('-', ' '), home.note),
    },
    { name: 'On the morning of the dose', said: morning && morningInWords(morning) },
    { name: 'The night after', said: night && (night.slept ? 'slept' : 'slept little') },
  ];
}

function morningInWords(morning: BodyOf<'morning'>): string | undefined {
  const lines = spokenOf.flatMap((condition) => saidOn(condition, morning));
  return joined(sleptThatNight(morning), ...lines.map(({ words }) => words));
}

const spokenOf = ['last-food', 'last-clear-fluid', 'medicines', 'intention'] as const;

const topics: Readonly<Record<string, string>> = {
  stay: 'When they go home',
  strange: 'That the strangeness passes',
  call: 'How to call someone',
  stop: 'That they can say stop at any time',
  home: 'How the day ends, and driving',
};

export function questionWords({ kind, words }: PatientQuestion): string {
  return kind === 'talk' ? (topics[words] ?? words) : words;
}
