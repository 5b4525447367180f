// Saving and reading what was prepared for one cycle of one person.

import * as api from '#api/preparation.ts';
import { mayWiden } from '#clinical/consent/may-widen.ts';
import { isAllowed, isNarrower } from '#clinical/preparation/company.ts';
import { type Route, route } from '#server/access';
import { careRecordOf } from '#server/care-record';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { isCycleOf } from '#server/series';
import { followsFrom } from './follows.ts';
import { preparednessSince } from './report.ts';
import { appendItem, companyWordOf, currentPreparation, findItem, instructionsFor } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'This was changed somewhere else first. Open it again; your words are still here.',
);

/** What someone allows of others. During the effect it is made tighter in the room, as a fact of the session. */
const limitKinds: ReadonlySet<string> = new Set(['limits', 'navigation-plan']);
const underEffect = refuse(
  409,
  'under-effect',
  'Until the effect is over, limits can only be made tighter. Say it out loud, and it is written in the room.',
);
/** A year back: long enough for a small clinic to have numbers, short enough to be about how it works now. */
const reportedMs = 365 * 24 * 60 * 60_000;

export function preparationRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getPreparation,
      { resource: 'preparation', action: 'r', subject: 'patient' },
      { audit: 'preparation.read' },
      async ({ tx, params, clinic }) => {
        const { patientId = '', cycleId = '' } = params;
        if (!(await isCycleOf(tx, patientId, cycleId))) return absent;
        return {
          items: await currentPreparation(tx, patientId, cycleId),
          companyPolicy: clinic.settings.company,
          companyWord: await companyWordOf(tx, patientId, cycleId),
        };
      },
    ),

    route(
      api.savePreparation,
      { resource: 'preparation', action: 'u', subject: 'patient' },
      { audit: 'preparation.save' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', cycleId = '', itemId = '' } = params;
        if (!(await isCycleOf(tx, patientId, cycleId))) return absent;
        const before = await findItem(tx, patientId, itemId);
        if (before !== undefined && before.cycleId !== cycleId) return absent;
        if ((before?.version ?? 0) !== body.version) return stale;
        if (before !== undefined && before.body.kind !== body.body.kind) {
          return refuse(422, 'other-kind', 'This item is of another kind. Start a new one.');
        }
        if (limitKinds.has(body.body.kind)) {
          const followed = await careRecordOf(tx, patientId, now, { cycleId });
          if (!mayWiden(followed?.record.cycle?.session)) return underEffect;
        }
        if (body.body.kind === 'company') {
          const { wish, mayHear } = body.body;
          if (!isAllowed(wish, context.clinic.settings.company?.may))
            return refuse(
              422,
              'not-the-clinics-way',
              'This clinic does not have someone in the room for so long. Ask us; less is always possible.',
            );
          if (wish !== 'nobody' && !mayHear)
            return refuse(
              422,
              'may-hear',
              'Whoever is in the room may hear about your health. Say that this is all right, or choose nobody.',
            );
          const earlier = (await currentPreparation(tx, patientId, cycleId)).findLast(
            (one) => one.body.kind === 'company',
          )?.body;
          const followed = await careRecordOf(tx, patientId, now, { cycleId });
          const isWider = !isNarrower(wish, earlier?.kind === 'company' ? earlier.wish : undefined);
          if (isWider && !mayWiden(followed?.record.cycle?.session)) return underEffect;
        }
        const item = { id: itemId, version: body.version + 1, cycleId, body: body.body, recordedAt: now };
        await appendItem(tx, item, { patientId, recordedBy: actor.id });
        await followsFrom(tx, item, { patientId, askedBy: actor.id }, now);
        context.audit({ resourceId: itemId });
        context.publish({ topic: 'patient', patientId, id: itemId, version: item.version });
        return item;
      },
    ),

    route(
      api.listInstructions,
      { resource: 'care-answer', action: 'r', subject: 'patient' },
      { audit: 'instructions.read' },
      async ({ tx, params }) => ({ instructions: await instructionsFor(tx, params.patientId ?? '') }),
    ),

    route(
      api.preparednessReport,
      { resource: 'preparedness-report', action: 'r', subject: 'clinic' },
      { audit: 'preparedness.report' },
      async ({ tx, now }) => preparednessSince(tx, now - reportedMs),
    ),
  ];
}
