// What the companion is asked and what they say. An answer is kept whenever it comes: the phone may have been without a signal.
// Where the patient has them not asked, a word of theirs is kept and calls someone all the same.

import * as api from '#api/companion-checks.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { calledBy } from '#clinical/integration/companion-checks.ts';
import { type Actor, type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';
import type { Tx } from '#server/postgres';
import { idFrom, raiseTask } from '#server/tasks';
import { checksOfLink } from './asked.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const ended = refuse(410, 'link-ended', 'This link has ended. If something is wrong, call the clinic.');
const notAsked = refuse(
  409,
  'not-asked',
  'Nothing is asked of you here. If something is wrong, call the clinic.',
);

type Said = BodyOf<typeof api.answerCompanionCheck> & {
  readonly patientId: string;
  readonly cycleId: string;
  readonly linkId: string;
  readonly by: string;
};

export function companionCheckRoutes(): readonly Route[] {
  return [
    route(
      api.getCompanionChecks,
      { resource: 'companion-check', action: 'r', subject: 'clinic' },
      { audit: 'companion-check.read' },
      async (context) => {
        const link = linkOf(context.actor);
        if (link === undefined) return absent;
        const asked = await checksOfLink(context.tx, link, context.now);
        if (asked === undefined) return ended;
        context.audit({ patientIds: [link.patientId], resourceId: link.id });
        return {
          patientFirstName: asked.patientFirstName,
          unaskedSince: asked.unaskedSince,
          checks: asked.checks.map(({ check, askAt, closesAt, answered }) => ({
            check,
            askAt,
            closesAt,
            answered: answered && { word: answered.word, signs: [...answered.signs], at: answered.at },
          })),
        };
      },
    ),

    route(
      api.answerCompanionCheck,
      { resource: 'companion-check', action: 'c', subject: 'clinic' },
      { audit: 'companion-check.answer', rate: 'bedside' },
      async (context) => {
        const { tx, actor, body, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const asked = await checksOfLink(tx, link, now);
        if (asked === undefined) return ended;
        if (!asked.checks.some(({ check }) => check === body.check)) return notAsked;
        const said: Said = {
          ...body,
          patientId: link.patientId,
          cycleId: asked.cycleId,
          linkId: link.id,
          by: actor.name,
        };
        if (await keepAnswer(tx, said, now)) await callSomeone(tx, said, now);
        context.audit({ patientIds: [link.patientId], resourceId: body.id });
        context.publish({ topic: 'patient', patientId: link.patientId, id: body.id });
        context.publish({ topic: 'floor', patientId: link.patientId, id: body.id });
        return { done: true as const };
      },
    ),
  ];
}

/** False when this tap is kept already. A phone whose clock runs ahead says nothing of the future. */
async function keepAnswer(tx: Tx, said: Said, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into companion_answers (clinic_id, id, patient_id, cycle_id, link_id, check_name, word, signs, said_at, said_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      tx.clinicId,
      said.id,
      said.patientId,
      said.cycleId,
      said.linkId,
      said.check,
      said.word,
      said.signs,
      iso(Math.min(said.saidAt, now)),
      said.by,
      iso(now),
    ],
  );
  return rowCount === 1;
}

/** As with the person's own red answers: a nurse on the evening of the dose, on the days after the therapist too. */
async function callSomeone(tx: Tx, said: Said, now: number): Promise<void> {
  const called = calledBy(said);
  if (called === 'nobody') return;
  const { patientId, check, word, signs, by } = said;
  const isRed = called === 'ring';
  const roles = isRed && check !== 'evening' ? (['nurse', 'therapist'] as const) : (['nurse'] as const);
  const kind = isRed ? 'companion-concern' : 'companion-not-sure';
  for (const ownerRole of roles)
    await raiseTask(
      tx,
      {
        id: idFrom(`${said.id}|${kind}|${ownerRole}`),
        patientId,
        kind,
        ownerRole,
        detail: { companionName: by, check, word, signs: signs.join(' ') },
        priority: isRed ? 'now' : 'soon',
        dueAt: isRed ? now : undefined,
      },
      now,
    );
}

/** Only a companion has this screen; who it is about comes from their link, never from what they send. */
function linkOf(actor: Actor): { id: string; patientId: string } | undefined {
  return actor.kind === 'companion' && actor.patientId !== undefined
    ? { id: actor.id, patientId: actor.patientId }
    : undefined;
}
