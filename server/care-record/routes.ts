// The one answer on the wire: what now, what blocks, who owns it, what is unknown.

import { getAnswer } from '#api/answer.ts';
import { getLongTermWatch } from '#api/outcomes.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import { longTermTold } from '#clinical/risk/long-term-told.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { answerOf } from './answer.ts';
import { watchedIn } from './findings.ts';
import { careRecordOf } from './record.ts';
import { withoutOthersFigures } from './unseen-figures.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function careRecordRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      getAnswer,
      { resource: 'care-answer', action: 'r', subject: 'patient' },
      { audit: 'answer.read' },
      async ({ tx, params, actor, role, now }) => {
        const followed = await careRecordOf(tx, params['patientId'] ?? '', now);
        if (followed === undefined) return absent;
        const { record, edition } = followed;
        return {
          now,
          record: withoutOthersFigures(role === 'patient' ? forThePatient(record) : record, actor.id),
          edition,
          answer: answerOf(followed, now),
        };
      },
    ),

    route(
      getLongTermWatch,
      { resource: 'response', action: 'r', subject: 'patient' },
      { audit: 'long-term-watch.read' },
      async ({ tx, params, now }) => {
        const watched = await watchedIn(tx, params['patientId'] ?? '', now);
        if (watched === undefined) return absent;
        return { now, zone: watched.zone, told: longTermTold(watched) };
      },
    ),
  ];
}

/** The reasons a prescriber wrote for a decision belong to the consult; the patient reads the instruction made of them. */
function forThePatient(record: CareRecord): CareRecord {
  return { ...record, issues: record.issues?.map(({ decisionReason: _reason, ...issue }) => issue) };
}
