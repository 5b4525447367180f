// How a watch was taken, in the words of the room's log and of the papers.
import type { GivenHow } from './events.ts';
import type { Watch } from './watch.ts';

const givenWords: Readonly<Record<GivenHow, string>> = {
  'own-sign-in': 'both said so',
  aloud: 'said aloud by the one who gave it',
  'could-not-be-asked': 'the one who gave it could not be asked',
};

export const watchWords = ({ name, from }: Pick<Watch, 'name' | 'from'>): string => {
  if (from === undefined) return `${name} watches`;
  const how = from.given === undefined ? '' : `, ${givenWords[from.given]}`;
  return `${name} watches in place of ${from.name}${how}${from.note === undefined ? '' : ` (“${from.note}”)`}`;
};
