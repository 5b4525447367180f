// What the days after each dose say besides the one question: the further questions this person chose, whether a change was
// noticed, and how long it has held. It goes to the person and to who cares for them.

import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes } from '#api/outcomes.ts';
import type { Pulse } from '#clinical/care-record.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { aaq2, aaq2Range } from '#clinical/instruments/recorded-scales.ts';
import { onsetByRoute, onsetOf } from '#clinical/outcomes/onset.ts';
import { latestEntries } from '#server/health-record';
import type { Tx } from '#server/postgres';
import { completedResponses } from '#server/questionnaires';
import { answersTo, itemsTold } from './day-items.ts';
import { heldOf } from './held.ts';
import { type DosedSession, dosesAskedAfter } from './store.ts';

export async function daysTold(
  tx: Tx,
  about: {
    readonly patientId: string;
    /** Oldest first. */
    readonly sessions: readonly DosedSession[];
    /** Every answer to the question of the day. */
    readonly given: readonly Pulse[];
    readonly now: Instant;
    readonly zone: ZoneId;
  },
): Promise<Pick<AnswerOf<typeof getOutcomes>, 'items' | 'flexibility' | 'onset' | 'held'>> {
  const { patientId, sessions, given, now, zone } = about;
  const responses = await completedResponses(tx, patientId, ['pulse-more']);
  const doses = await dosesAskedAfter(tx, patientId, sessions, zone);
  const asked = { doses: sessions, now, zone };
  return {
    items: itemsTold({ responses, firstDoseAt: sessions[0]?.at, now, zone }),
    flexibility: await flexibilityOf(tx, patientId),
    onset: [...onsetByRoute(doses.map((dose) => onsetOf(dose, now)))],
    held:
      sessions.length === 0
        ? undefined
        : {
            heavy: heldOf({ ...asked, answers: given, betterIs: pulse.betterIs }),
            doing: heldOf({ ...asked, answers: answersTo('doing', responses), betterIs: 'higher' }),
          },
  };
}

async function flexibilityOf(
  tx: Tx,
  patientId: string,
): Promise<AnswerOf<typeof getOutcomes>['flexibility']> {
  const [from, to] = aaq2Range.value;
  const totals = (await latestEntries(tx, patientId))
    .flatMap(({ body, status }) =>
      body.kind === 'scale-total' &&
      body.scale === aaq2.id &&
      (status === 'reported' || status === 'confirmed')
        ? [{ at: body.takenAt, total: body.total }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at);
  return totals.length === 0 ? undefined : { name: aaq2.name, from, to, totals };
}
