// Telling, grading, signing and sending. A report is never refused for what it says; grave ones reach a prescriber, and
// hold the next dose until one has signed.

import * as api from '#api/adverse-events.ts';
import { localDateOf } from '#clinical/instant.ts';
import { asksPrescriber } from '#clinical/risk/adverse-event.ts';
import type { AdverseEventTerm } from '#clinical/risk/adverse-event-terms.ts';
import { type Context, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import { careStaffOnShift } from '#server/on-call';
import type { Ports } from '#server/ports';
import { finishTask, idFrom, type RaisedTask, raiseTask } from '#server/tasks';
import {
  eventsOf,
  eventWith,
  type KeptEvent,
  keepEvent,
  keepGrading,
  personToShare,
  type Reported,
  sessionBefore,
  sessionsBehind,
} from './store.ts';
import { bundleOfOne, registerBundle, registerLine, toldOf, waitingInTheRoom } from './told.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const inTheFuture = refuse(422, 'in-the-future', 'This time has not come yet. Look at the time again.', [
  { path: 'startedAt', message: 'Choose a time that has passed.' },
]);
const stale = refuse(
  409,
  'stale',
  'Someone graded this since it was on your screen. Read it again; what you chose is still here.',
);

/** A device's clock may run a little ahead of ours. */
const clockSlackMs = 2 * 60_000;

/** Whoever says one of these is called back now, however mild they call it. */
const neverWaits: ReadonlySet<AdverseEventTerm> = new Set<AdverseEventTerm>([
  'suicidal-thoughts',
  'respiratory-depression',
  'loss-of-consciousness',
  'allergic',
]);

type Told = Pick<Reported, 'id' | 'words'> &
  Partial<Pick<Reported, 'term' | 'severity' | 'startedAt' | 'ended' | 'symptomId'>>;

export function adverseEventRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.reportAdverseEvent,
      { resource: 'adverse-event', action: 'c', subject: 'patient' },
      { audit: 'adverse-event.report', rate: 'bedside' },
      (context) => keep(context, context.params['patientId'] ?? '', context.body),
    ),

    route(
      api.companionReportsAdverseEvent,
      { resource: 'adverse-event', action: 'c', subject: 'clinic' },
      { audit: 'adverse-event.report-by-companion', rate: 'bedside' },
      async (context) => {
        const { actor, body } = context;
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        context.audit({ patientIds: [actor.patientId] });
        return keep(context, actor.patientId, body);
      },
    ),

    route(
      api.listMySideEffects,
      { resource: 'adverse-event', action: 'r', subject: 'patient' },
      { audit: 'adverse-event.read-own' },
      async ({ tx, params, now }) => ({
        now,
        events: (await eventsOf(tx, params['patientId'] ?? '')).map(asTheyReadIt),
      }),
    ),

    route(
      api.listAdverseEvents,
      { resource: 'adverse-event-assessment', action: 'r', subject: 'patient' },
      { audit: 'adverse-event.list' },
      async ({ tx, params, clinic, now }) => {
        const patientId = params['patientId'] ?? '';
        const events = await eventsOf(tx, patientId);
        const sessions = await sessionsBehind(tx, [patientId]);
        return {
          now,
          events: events.map((event) =>
            toldOf(
              event,
              sessions.find(({ id }) => id === event.sessionId),
              clinic,
            ),
          ),
          inTheRoom: waitingInTheRoom(sessions, events),
        };
      },
    ),

    route(
      api.gradeAdverseEvent,
      { resource: 'adverse-event-assessment', action: 'u', subject: 'patient' },
      { audit: 'adverse-event.grade' },
      async (context) => {
        const { params, body, now } = context;
        const { startedAt, resolved } = body.grading;
        const latest = Math.max(startedAt ?? 0, typeof resolved === 'number' ? resolved : 0);
        if (latest > now + clockSlackMs) return inTheFuture;
        return grade(context, params['eventId'] ?? '', {
          id: body.id,
          after: body.after,
          grading: body.grading,
          signed: false,
        });
      },
    ),

    route(
      api.signAdverseEvent,
      { resource: 'adverse-event-assessment', action: 's', subject: 'patient', freshSignIn: true },
      { audit: 'adverse-event.sign' },
      async (context) => {
        const { tx, params, body } = context;
        const event = await eventWith(tx, params['patientId'] ?? '', params['eventId'] ?? '');
        const last = event?.gradings.at(-1);
        if (event === undefined || last === undefined) return absent;
        const {
          number: _number,
          at: _at,
          byName: _byName,
          byRole: _byRole,
          signed: _signed,
          ...grading
        } = last;
        return grade(context, event.id, { id: body.id, after: body.after, grading, signed: true });
      },
    ),

    route(
      api.exportAdverseEvent,
      { resource: 'adverse-event-assessment', action: 'r', subject: 'patient' },
      { audit: 'adverse-event.export' },
      async ({ tx, params, clinic, now, audit }) => {
        const patientId = params['patientId'] ?? '';
        const event = await eventWith(tx, patientId, params['eventId'] ?? '');
        const person = await personToShare(tx, patientId);
        if (event === undefined || person === undefined) return absent;
        const session = (await sessionsBehind(tx, [patientId])).find(({ id }) => id === event.sessionId);
        audit({ resourceId: event.id });
        return {
          fileName: `adverse-event-${localDateOf(event.reportedAt, clinic.zone)}.fhir.json`,
          bundle: bundleOfOne({ event, session, person, clinic, now }),
        };
      },
    ),

    route(
      api.adverseEventRegister,
      { resource: 'adverse-event-register', action: 'r', subject: 'clinic' },
      { audit: 'adverse-event.register' },
      async ({ tx, clinic, now }) => {
        const events = await eventsOf(tx, undefined);
        const sessions = await sessionsBehind(tx, [...new Set(events.map(({ patientId }) => patientId))]);
        const all = events.map((event) => ({
          event,
          session: sessions.find(({ id }) => id === event.sessionId),
        }));
        const standing = all.filter(({ event }) => (event.gradings.at(-1)?.enteredInError ?? '') === '');
        return {
          now,
          events: all.map((one) => registerLine(one, clinic)),
          bundle: registerBundle(standing, now),
        };
      },
    ),
  ];
}

type Acting = Pick<Context<never>, 'tx' | 'clinic' | 'actor' | 'role' | 'now' | 'audit' | 'publish'>;

async function keep(context: Acting, patientId: string, told: Told) {
  const { tx, actor, role, now } = context;
  const ended = typeof told.ended === 'number' ? told.ended : 0;
  if (Math.max(told.startedAt ?? 0, ended) > now + clockSlackMs) return inTheFuture;
  const sessions = await sessionsBehind(tx, [patientId]);
  const { id, words, term, severity, startedAt, symptomId } = told;
  const session =
    sessions.find(({ state }) =>
      state.facts.SymptomReported.some(({ fact }) => fact.symptomId === symptomId),
    ) ?? sessionBefore(sessions, startedAt ?? now);
  if (symptomId !== undefined && session === undefined) return absent;
  await keepEvent(
    tx,
    {
      id,
      patientId,
      sessionId: session?.id,
      symptomId,
      words,
      term,
      severity,
      startedAt,
      ended: told.ended,
      reportedBy: actor.id,
      reportedByName: actor.name,
      reportedAs: role,
    },
    now,
  );
  await raiseTask(tx, workFor(told, patientId, now), now);
  context.audit({ resourceId: id });
  context.publish({ topic: 'patient', patientId, id });
  context.publish({ topic: 'floor', patientId, id });
  return { id, at: now, staffOnShift: (await careStaffOnShift(tx, now)).length };
}

/** What is not said to be mild is looked at today; what is severe, or must never wait, now. */
function workFor({ id, words, term, severity }: Told, patientId: string, now: number): RaisedTask {
  const isNow = severity === 'severe' || (term !== undefined && neverWaits.has(term));
  return {
    id: workOf(id),
    patientId,
    kind: 'side-effect-told',
    ownerRole: 'nurse',
    detail: { words: words.slice(0, 400) },
    priority: isNow ? 'now' : severity === 'mild' ? 'routine' : 'soon',
    ...(isNow ? { dueAt: now } : {}),
  };
}

function workOf(eventId: string): string {
  return idFrom(`${eventId}|grade`);
}

function signingOf(eventId: string): string {
  return idFrom(`${eventId}|sign`);
}

async function grade(
  context: Acting & { readonly params: Readonly<Record<string, string>> },
  eventId: string,
  said: {
    readonly id: string;
    readonly after: number;
    readonly grading: api.Grading;
    readonly signed: boolean;
  },
) {
  const { tx, actor, role, clinic, now, params } = context;
  const patientId = params['patientId'] ?? '';
  const event = await eventWith(tx, patientId, eventId);
  if (event === undefined) return absent;
  if (event.gradings.length !== said.after) return stale;
  const { id, grading, signed } = said;
  const number = said.after + 1;
  const by = { id: actor.id, name: actor.name, role };
  if (!(await keepGrading(tx, event, { id, number, grading, signed, by }, now))) return stale;
  await finishTask(tx, workOf(eventId), actor.id, now);
  const after = (await eventWith(tx, patientId, eventId)) ?? event;
  const session = (await sessionsBehind(tx, [patientId])).find((one) => one.id === event.sessionId);
  await askForTheSignature(context, after, toldOf(after, session, clinic).issues);
  context.audit({ resourceId: eventId });
  context.publish({ topic: 'patient', patientId, id: eventId });
  context.publish({ topic: 'floor', patientId, id: eventId });
  return { done: true as const };
}

/** A grave event waits for a prescriber by name, and for nobody once one has signed or it is grave no more. */
async function askForTheSignature(
  { tx, actor, now }: Pick<Acting, 'tx' | 'actor' | 'now'>,
  event: KeptEvent,
  issues: Parameters<typeof asksPrescriber>[0],
): Promise<void> {
  const last = event.gradings.at(-1);
  if (!asksPrescriber(issues) || last?.signed === true) {
    await finishTask(tx, signingOf(event.id), actor.id, now);
    return;
  }
  await raiseTask(
    tx,
    {
      id: signingOf(event.id),
      patientId: event.patientId,
      kind: 'side-effect-to-sign',
      ownerRole: 'prescriber',
      detail: { title: issues[0]?.title ?? '' },
      priority: issues.some(({ action }) => action === 'exclude') ? 'now' : 'soon',
      ...(issues.some(({ action }) => action === 'exclude') ? { dueAt: now } : {}),
    },
    now,
  );
}

function asTheyReadIt(event: KeptEvent): api.MySideEffect {
  const { id, words, term, severity, startedAt, ended, reportedAt, reportedByName, reportedAs } = event;
  const first = event.gradings[0];
  return {
    id,
    words,
    term,
    severity,
    startedAt,
    ended,
    reportedAt,
    reportedByName,
    reportedAs,
    seen: first && { at: first.at, byName: first.byName },
    answers: event.gradings
      .filter(
        ({ toPatient }, index) => toPatient !== '' && toPatient !== event.gradings[index - 1]?.toPatient,
      )
      .map(({ at, byName, toPatient }) => ({ at, byName, words: toPatient })),
  };
}
