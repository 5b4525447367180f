// The one answer, asked with the edition this person's plan names. A plan on an edition nobody ships is asked with the
// first one, and its gate then says that the protocol is another.

import { type Answer, answer } from '#clinical/answer.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEdition, exampleEditions } from '#clinical/protocol/editions.ts';

export function answerOf(record: CareRecord, now: number): Answer {
  return answer({ edition: editionFor(record.plan?.editionId), record, now });
}

export function editionFor(editionId: string | undefined): Edition {
  const [first] = exampleEditions;
  const edition = (editionId === undefined ? undefined : exampleEdition(editionId)) ?? first;
  if (edition === undefined) throw new Error('There is no protocol edition in this installation.');
  return edition;
}
