// The one answer, asked with the edition this person's plan names. A plan on an edition nobody here can read is asked
// with the first one that ships, and its gate then says that the protocol is another.

import { type Answer, answer } from '#clinical/answer.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import type { Followed } from '#clinical/worklist.ts';

export function answerOf({ record, edition }: Followed, now: number): Answer {
  return answer({ edition, record, now });
}

/** For what must be asked before anything is planned, or on a plan whose edition cannot be read. */
export function firstEdition(): Edition {
  const [first] = exampleEditions;
  if (first === undefined) throw new Error('There is no protocol edition in this installation.');
  return first;
}
