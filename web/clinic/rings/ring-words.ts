// What a ring is about, whom each turn called, and what became of the message, in the words of the clinic.
import type { Ring, RingCall, RingForStaff } from '#api/rings.ts';
import { everyoneTurn } from '#clinical/on-call/ring-turns.ts';
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

/** Many rings in one line, so that they do not push the work off the screen. */
export function manyInWords(rings: readonly Pick<RingForStaff, 'isMine' | 'raisedAt'>[]): string {
  const open = rings.filter(({ isMine }) => !isMine);
  const mine = rings.length - open.length;
  const yours = mine === 0 ? [] : [`${mine} you have`];
  if (open.length === 0) return `${yours[0]}.`;
  const oldest = formatClock(Math.min(...open.map(({ raisedAt }) => raisedAt)));
  return `${[`${openInWords(open.length)}, the oldest since ${oldest}`, ...yours].join('; ')}.`;
}

export function openInWords(count: number): string {
  return count === 1 ? 'One ring nobody has yet' : `${count} rings nobody has yet`;
}

export function callsInWords(calls: Ring['calls']): string {
  if (calls.length === 0) return 'Nobody has been called yet.';
  return calls.map(calledInWords).join(' ');
}

function calledInWords(call: RingCall): string {
  const { turn, times, at, called, fixedNumber } = call;
  const people = called.map(({ name }) => name);
  const number = fixedNumber === undefined ? [] : [`the clinic’s own number ${fixedNumber.number}`];
  const who = [...(turn >= everyoneTurn && people.length > 0 ? ['everyone'] : people), ...number];
  const clock = formatClock(at);
  if (who.length === 0) return `Nobody stands on the rota; nobody called ${clock}.`;
  const again = times === 1 ? '' : `, ${times} times so far`;
  return `Called ${who.join(' and ')} ${clock}${again}: ${becameInWords(call)}.`;
}

/** In one word where the same became of every message, else by name. */
function becameInWords({ called, fixedNumber }: RingCall): string {
  const each = [
    ...called,
    ...(fixedNumber === undefined ? [] : [{ name: 'the clinic’s own number', message: fixedNumber.message }]),
  ];
  const kinds = [...new Set(each.map(({ message }) => message))];
  return kinds
    .map((kind) => {
      const to = each.filter(({ message }) => message === kind).map(({ name }) => name);
      const what = kind === undefined ? 'nobody can see if the message came' : messageWords[kind];
      return kinds.length === 1 ? what : `${what}, ${to.join(' and ')}`;
    })
    .join('; ');
}

const messageWords: Readonly<Record<'sent' | 'waiting' | 'failed', string>> = {
  sent: 'message sent',
  waiting: 'message not sent yet',
  failed: 'message could not be sent',
};
