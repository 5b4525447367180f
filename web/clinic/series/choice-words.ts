// What may be decided about a series, in words that fit how it stands: a series that rests is resumed, and is not paused again.
import type { SeriesChoice, SeriesDecisionTold } from '#api/series-decisions.ts';

type Status = SeriesDecisionTold['series']['status'];

export interface ChoiceInWords {
  readonly value: SeriesChoice;
  readonly label: string;
  readonly detail: string;
}

const running: readonly ChoiceInWords[] = [
  { value: 'continue', label: 'Continue', detail: 'The plan goes on as it is.' },
  { value: 'space-out', label: 'Space out', detail: 'The next dose comes later.' },
  { value: 'change', label: 'Change', detail: 'Another dose or route: sign a new order after this.' },
  { value: 'pause', label: 'Pause', detail: 'A rest that can end. Booked doses stay.' },
  { value: 'stop', label: 'Stop', detail: 'This series ends. Booked doses are freed, hours to talk stay.' },
];

const restWords: Readonly<Partial<Record<Status, { readonly is: string; readonly ends: string }>>> = {
  paused: { is: 'Paused', ends: 'The pause ends.' },
  held: { is: 'On hold', ends: 'The hold ends.' },
};

const bookAgain = 'A dose whose day passed without being held must be booked again.';

/** How a series rests, in a word. Nothing when it does not. */
export function restWord(status: Status): string | undefined {
  return restWords[status]?.is;
}

/** `since` as the reader's clock writes it; without it nothing is said of when. */
export function restInWords(status: Status, since: string | undefined): string {
  const word = restWord(status) ?? status;
  return since === undefined ? `${word}.` : `${word} since ${since}.`;
}

export function choicesFor(status: Status): readonly ChoiceInWords[] {
  const rest = restWords[status];
  if (rest === undefined) return running;
  return running
    .filter(({ value }) => value !== 'pause' || status !== 'paused')
    .map((each) => {
      if (each.value === 'continue')
        return {
          ...each,
          label: 'Resume',
          detail: `${rest.ends} The plan goes on as it was. Doses still booked stay. ${bookAgain}`,
        };
      const goesOn = each.value === 'space-out' || each.value === 'change';
      return goesOn ? { ...each, detail: `${rest.ends} ${each.detail} ${bookAgain}` } : each;
    });
}

/** What the signature says. */
export function choiceWord(choice: SeriesChoice, status: Status): string {
  return choicesFor(status).find(({ value }) => value === choice)?.label ?? choice;
}

/** What was decided, beside what was decided just before it. */
export function decidedWord(choice: SeriesChoice, before: SeriesChoice | undefined): string {
  const word = choiceWord(choice, 'active');
  return choice === 'continue' && before === 'pause' ? `${word} after a pause` : word;
}
