// What a ring is about, and what became of each turn, in the words of the clinic.
import type { Ring } from '#api/rings.ts';
import { formatClock } from '#web/kit/locale.ts';

export const causeWords: Readonly<Record<Ring['cause'], string>> = {
  'help-request': 'Asked for a person',
  'evening-hard': 'Says in the evening that they need a person now',
  'evening-silent': 'No answer on the evening of a dose',
  'after-check-hard': 'Losing their balance in the days after a dose',
  'after-check-silent': 'No answer in the days after a dose',
  'suicide-risk': 'An answer speaks of death or suicide',
  'companion-concern': 'The one with them is worried',
};

export function callsInWords(calls: Ring['calls']): string {
  if (calls.length === 0) return 'Nobody has been called yet.';
  return calls.map((call) => `${calledInWords(call)} ${formatClock(call.at)}.`).join(' ');
}

function calledInWords({ turn, names, fixedNumber }: Ring['calls'][number]): string {
  const called = [
    ...(turn === 3 && names.length > 0 ? ['everyone'] : names),
    ...(fixedNumber === undefined ? [] : [`the clinic’s own number ${fixedNumber}`]),
  ];
  return called.length === 0 ? 'Nobody stands on the rota; nobody called' : `Called ${called.join(' and ')}`;
}
