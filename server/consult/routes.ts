// The consult's routes: findings with their decisions, and notes.

import type { EncounterNote, IssueDecision } from '#api/consult.ts';
import * as api from '#api/consult.ts';
import { addMinutes } from '#clinical/instant.ts';
import { type RoleName, type Route, route } from '#server/access';
import { findingsIn, firstEdition } from '#server/care-record';
import { refuse } from '#server/edge';
import { findPatient, setStage } from '#server/patients';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { isCycleOf } from '#server/series';
import { finishTasksOfKind } from '#server/tasks';
import { keepDecision, latestDecisions } from './issues.ts';
import { fulfil, hasDoseBooked, keepNote, latestNotes } from './notes.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

/** Who writes which note: whoever led that hour. */
const authors: Readonly<Record<EncounterNote['kind'], readonly RoleName[]>> = {
  consult: ['prescriber'],
  preparation: ['therapist', 'nurse'],
  integration: ['therapist', 'prescriber'],
};

/** Whoever held the consult has read the screening, and nobody need book it any more. */
const beforeTheConsult = ['read-screening', 'book-consult'] as const;

export function consultRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listIssues,
      { resource: 'detected-issue', action: 'r', subject: 'patient' },
      { audit: 'issue.list' },
      async ({ tx, params, now }) => {
        const patientId = params['patientId'] ?? '';
        const findings = await findingsIn(tx, patientId, now);
        if (findings === undefined) return absent;
        const decisions = await latestDecisions(tx, patientId);
        return {
          checkedAt: now,
          issues: findings.map(({ key, finding }) => {
            const kept = decisions.get(key);
            // A finding that has become graver since is to be decided again.
            return { key, finding, decision: kept?.action === finding.action ? kept.decision : undefined };
          }),
        };
      },
    ),

    route(
      api.decideIssue,
      { resource: 'detected-issue', action: 'c', subject: 'patient' },
      { audit: 'issue.decide' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const patientId = params['patientId'] ?? '';
        const found = (await findingsIn(tx, patientId, now))?.find((one) => one.key === body.issueKey);
        if (found === undefined) {
          return refuse(
            409,
            'finding-gone',
            'This finding is no longer in the record. Read the list again before you decide.',
          );
        }
        const decision: IssueDecision = {
          id: body.id,
          issueKey: body.issueKey,
          decision: body.decision,
          instruction: body.instruction || undefined,
          reason: body.reason,
          decidedAt: now,
          decidedByName: actor.name,
        };
        await keepDecision(tx, decision, { patientId, finding: found.finding, decidedBy: actor.id });
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        context.publish({ topic: 'floor' });
        return decision;
      },
    ),

    route(
      api.listNotes,
      { resource: 'encounter-note', action: 'r', subject: 'patient' },
      { audit: 'encounter-note.list' },
      async ({ tx, params }) => ({
        notes: await latestNotes(tx, params['patientId'] ?? ''),
      }),
    ),

    route(
      api.writeNote,
      { resource: 'encounter-note', action: 'c', subject: 'patient' },
      { audit: 'encounter-note.write' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const patientId = params['patientId'] ?? '';
        if (!authors[body.kind].some((role) => actor.roles.includes(role))) {
          return refuse(
            403,
            'other-author',
            `A note of this kind is written by the ${authors[body.kind].join(' or ')} who was there.`,
          );
        }
        if (body.heldAt > addMinutes(now, firstEdition().clockSkewMinutes.value)) {
          return refuse(422, 'not-held-yet', 'This time has not come yet. A note is of care that happened.', [
            { path: 'heldAt', message: 'Give the time it began.' },
          ]);
        }
        if (body.cycleId !== undefined && !(await isCycleOf(tx, patientId, body.cycleId))) return absent;
        if (
          body.appointmentId !== undefined &&
          !(await fulfil(tx, { id: body.appointmentId, patientId, kind: body.kind, now }))
        )
          return absent;
        const note: EncounterNote = {
          id: body.id,
          version: 1,
          kind: body.kind,
          cycleId: body.cycleId,
          text: body.text,
          agenda: body.agenda,
          commitments: body.commitments,
          themes: body.themes ?? [],
          nextIntention: body.nextIntention || undefined,
          heldAt: body.heldAt,
          authorName: actor.name,
          signedAt: now,
        };
        await keepNote(tx, note, { patientId, appointmentId: body.appointmentId, authorId: actor.id, now });
        await moveStage(tx, { patientId, kind: body.kind, now });
        if (body.kind === 'consult')
          await finishTasksOfKind(tx, { patientId, kinds: beforeTheConsult, by: actor.id }, now);
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id, version: 1 });
        context.publish({ topic: 'floor' });
        return note;
      },
    ),
  ];
}

/** A consult held ends screening; an integration held turns to the next dose where one is booked. */
async function moveStage(
  tx: Tx,
  held: { patientId: string; kind: EncounterNote['kind']; now: number },
): Promise<void> {
  const stage = (await findPatient(tx, held.patientId))?.stage;
  if (held.kind === 'consult' && stage === 'screening')
    await setStage(tx, held.patientId, 'consulted', held.now);
  if (
    held.kind === 'integration' &&
    stage === 'integrating' &&
    (await hasDoseBooked(tx, held.patientId, held.now))
  ) {
    await setStage(tx, held.patientId, 'preparing', held.now);
  }
}
