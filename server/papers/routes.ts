// Reading, signing and completing the papers of a session. Papers come from the log; what people add is their words, their
// name, and the fields of a form that nobody else could fill.

import * as visit from '#api/after-visit.ts';
import * as api from '#api/papers.ts';
import { daysBetween, localDateOf } from '#clinical/instant.ts';
import { monitoringForm } from '#clinical/safety-programs/monitoring-form.ts';
import { isMonitoringFormLate, monitoringFormDue } from '#clinical/safety-programs/monitoring-form-clock.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { afterVisitBytes } from '#dosing-session/papers/after-visit.ts';
import {
  type FormAnswers,
  faultOfAnswer,
  isSpraySession,
} from '#dosing-session/papers/monitoring-form-paper.ts';
import { noteBytes } from '#dosing-session/papers/session-note.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { sha256 } from '#server/secrets';
import {
  afterVisitToldOf,
  companionPaperOf,
  handedOverOf,
  keepHandedOver,
  sessionOfLink,
} from './after-visit.ts';
import {
  answersOf,
  keepAnswers,
  keepNote,
  keepSent,
  keepSignature,
  lockSession,
  notesOf,
  sessionsWithPapers,
  signaturesOf,
} from './store.ts';
import { evidenceOf, formTold, isOver, noteState, noteTold, type Opened, openPapers } from './told.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const noProtocol = refuse(
  409,
  'no-protocol',
  'Nobody here can read the protocol this session was opened on, so its note cannot be told.',
);
const noForm = refuse(404, 'no-form', 'This session used no spray. The programme asks for no form.');
const stale = refuse(
  409,
  'stale',
  'Someone wrote a newer version. Read it, then go on. Your words are still here.',
);

/** How far back the list looks for papers that are done; what is due is listed however old it is. */
const recentMs = 45 * 86_400_000;

type Told = Opened & { readonly edition: NonNullable<Opened['edition']> };
const isReadable = (opened: Opened): opened is Told => opened.edition !== undefined;

export function paperRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getSessionNote,
      { resource: 'session-note', action: 'r', subject: 'patient' },
      { audit: 'session-note.read' },
      async ({ tx, params, clinic, audit }) => {
        const opened = await openPapers(tx, params['patientId'] ?? '', params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isReadable(opened)) return noProtocol;
        audit({ resourceId: opened.session.id });
        return await noteTold(tx, clinic, opened);
      },
    ),

    route(
      api.signSessionNote,
      { resource: 'session-note', action: 's', subject: 'patient', freshSignIn: true },
      { audit: 'session-note.sign' },
      async (context) => {
        const { tx, params, body, clinic, actor, role, now } = context;
        const patientId = params['patientId'] ?? '';
        await lockSession(tx, params['sessionId'] ?? '');
        const opened = await openPapers(tx, patientId, params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isReadable(opened)) return noProtocol;
        const sessionId = opened.session.id;
        const told = await noteTold(tx, clinic, opened);
        const kept = await notesOf(tx, sessionId);
        if (kept.some(({ id }) => id === body.id)) return told;
        if (!isOver(opened.state))
          return refuse(
            409,
            'session-not-over',
            'The session is not over. Write down the release, or that it was called off, then sign.',
          );
        const [newest] = kept;
        if (body.version !== (newest?.version ?? 0)) return stale;
        const content = noteBytes(told.draft, body.words);
        const digest = sha256(content);
        if (digest.toString('hex') !== body.sha256)
          return refuse(
            409,
            'note-changed',
            'The log went on while you read. Look at the note as it stands now, then sign. Your words are still here.',
          );
        if (newest?.content_sha256.equals(digest) === true && newest.log_version === opened.logVersion)
          return refuse(409, 'already-signed', 'This very note is signed. Nothing came since.');
        const about = { sessionId, patientId, version: (newest?.version ?? 0) + 1, sha256: digest, now };
        await keepNote(tx, { ...about, id: body.id, logVersion: opened.logVersion, content });
        await keepSignature(tx, {
          ...about,
          id: body.id,
          part: 'author',
          meaning: body.meaning,
          by: actor.id,
          byName: actor.name,
          as: role,
        });
        context.audit({ resourceId: sessionId });
        context.publish({ topic: 'patient', patientId });
        return await noteTold(tx, clinic, opened);
      },
    ),

    route(
      api.coSignSessionNote,
      { resource: 'session-note-co-signature', action: 's', subject: 'patient', freshSignIn: true },
      { audit: 'session-note.co-sign' },
      async (context) => {
        const { tx, params, body, clinic, actor, role, now } = context;
        const patientId = params['patientId'] ?? '';
        await lockSession(tx, params['sessionId'] ?? '');
        const opened = await openPapers(tx, patientId, params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isReadable(opened)) return noProtocol;
        const sessionId = opened.session.id;
        const signatures = await signaturesOf(tx, sessionId);
        if (signatures.some(({ id }) => id === body.id)) return await noteTold(tx, clinic, opened);
        const [newest] = await notesOf(tx, sessionId);
        if (newest === undefined)
          return refuse(409, 'not-signed', 'Nobody has signed this note yet. Its author signs first.');
        if (body.version !== newest.version || body.sha256 !== newest.content_sha256.toString('hex'))
          return stale;
        if (opened.logVersion > newest.log_version)
          return refuse(
            409,
            'note-changed',
            'Facts came after this note was signed. Its author signs the next version first.',
          );
        const ofVersion = signatures.filter(({ version }) => version === newest.version);
        if (ofVersion.some(({ part }) => part === 'co-signer'))
          return refuse(409, 'already-signed', 'This version is co-signed.');
        if (ofVersion.some(({ signed_by: by }) => by === actor.id))
          return refuse(409, 'same-person', 'You signed this note as its author. Someone else co-signs it.');
        await keepSignature(tx, {
          id: body.id,
          sessionId,
          patientId,
          version: newest.version,
          part: 'co-signer',
          sha256: newest.content_sha256,
          meaning: body.meaning,
          by: actor.id,
          byName: actor.name,
          as: role,
          now,
        });
        context.audit({ resourceId: sessionId });
        context.publish({ topic: 'patient', patientId });
        return await noteTold(tx, clinic, opened);
      },
    ),

    route(
      visit.getAfterVisitSummary,
      { resource: 'after-visit-summary', action: 'r', subject: 'patient' },
      { audit: 'after-visit-summary.read' },
      async ({ tx, params, clinic, now, audit }) => {
        const opened = await openPapers(tx, params['patientId'] ?? '', params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isReadable(opened)) return noProtocol;
        audit({ resourceId: opened.session.id });
        return await afterVisitToldOf(tx, clinic, opened, now);
      },
    ),

    route(
      visit.handOverSummary,
      { resource: 'after-visit-summary', action: 's', subject: 'patient' },
      { audit: 'after-visit-summary.hand-over' },
      async (context) => {
        const { tx, params, body, clinic, actor, role, now } = context;
        const patientId = params['patientId'] ?? '';
        await lockSession(tx, params['sessionId'] ?? '');
        const opened = await openPapers(tx, patientId, params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isReadable(opened)) return noProtocol;
        const sessionId = opened.session.id;
        const told = await afterVisitToldOf(tx, clinic, opened, now);
        const kept = await handedOverOf(tx, sessionId);
        if (kept.some(({ id }) => id === body.id)) return told;
        if (told.state === 'not-over')
          return refuse(
            409,
            'session-not-over',
            'They have not left yet. Write down the release first, then hand this over.',
          );
        const version = kept[0]?.version ?? 0;
        if (body.version !== version) return stale;
        if (told.state === 'handed-over')
          return refuse(
            409,
            'already-handed-over',
            'This very paper was handed over. Nothing changed since.',
          );
        const content = afterVisitBytes(told.draft);
        if (sha256(content).toString('hex') !== body.sha256)
          return refuse(
            409,
            'paper-changed',
            'The record went on while you read. Look at the paper as it stands now, then hand it over.',
          );
        await keepHandedOver(tx, {
          id: body.id,
          sessionId,
          patientId,
          version: version + 1,
          logVersion: opened.logVersion,
          content,
          by: actor.id,
          byName: actor.name,
          as: role,
          now,
        });
        context.audit({ resourceId: sessionId });
        context.publish({ topic: 'patient', patientId });
        return await afterVisitToldOf(tx, clinic, opened, now);
      },
    ),

    route(
      visit.getCompanionPaper,
      { resource: 'companion-paper', action: 'r', subject: 'clinic' },
      { audit: 'after-visit-summary.read-by-companion' },
      async ({ tx, clinic, actor, now, audit }) => {
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        const sessionId = await sessionOfLink(tx, actor.id, now);
        const opened = sessionId && (await openPapers(tx, actor.patientId, sessionId));
        if (!opened || !isReadable(opened)) return { zone: clinic.zone, paper: undefined };
        audit({ patientIds: [actor.patientId], resourceId: opened.session.id });
        const told = await afterVisitToldOf(tx, clinic, opened, now);
        return { zone: told.zone, paper: companionPaperOf(told) };
      },
    ),

    route(
      api.getMonitoringForm,
      { resource: 'monitoring-form', action: 'r', subject: 'patient' },
      { audit: 'monitoring-form.read' },
      async ({ tx, params, query, clinic, now, audit }) => {
        const opened = await openPapers(tx, params['patientId'] ?? '', params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isSpraySession(opened.state)) return noForm;
        audit({ resourceId: opened.session.id });
        return await formTold(tx, clinic, opened, { form: query.form, now });
      },
    ),

    route(
      api.completeMonitoringForm,
      { resource: 'monitoring-form', action: 'u', subject: 'patient' },
      { audit: 'monitoring-form.complete' },
      async (context) => {
        const { tx, params, body, clinic, actor, now } = context;
        const patientId = params['patientId'] ?? '';
        await lockSession(tx, params['sessionId'] ?? '');
        const opened = await openPapers(tx, patientId, params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isSpraySession(opened.state)) return noForm;
        const before = await answersOf(tx, opened.session.id);
        if (body.version !== (before?.version ?? 0)) return stale;
        const { fields } = monitoringForm(body.form);
        const faults = Object.entries(body.answers).flatMap(([id, value]) => {
          const field = fields.find((one) => one.id === id);
          const fault = field === undefined ? 'This version has no such field' : faultOfAnswer(field, value);
          return fault === undefined ? [] : [{ path: `answers.${id}`, message: fault }];
        });
        if (faults.length > 0)
          return refuse(422, 'not-an-answer', 'Some fields need another look. Nothing was saved.', faults);
        // What was written for the other version of the form stays with it.
        const others = Object.entries(before?.answers ?? {}).filter(
          ([id]) => !fields.some((field) => field.id === id),
        );
        await keepAnswers(tx, {
          id: body.id,
          sessionId: opened.session.id,
          patientId,
          version: body.version + 1,
          answers: { ...Object.fromEntries(others), ...body.answers } as FormAnswers,
          by: actor.id,
          byName: actor.name,
          now,
        });
        context.audit({ resourceId: opened.session.id });
        context.publish({ topic: 'patient', patientId });
        return await formTold(tx, clinic, opened, { form: body.form, now });
      },
    ),

    route(
      api.recordFormSent,
      { resource: 'monitoring-form', action: 's', subject: 'patient' },
      { audit: 'monitoring-form.send' },
      async (context) => {
        const { tx, params, body, clinic, actor, now } = context;
        const patientId = params['patientId'] ?? '';
        const opened = await openPapers(tx, patientId, params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        if (!isSpraySession(opened.state)) return noForm;
        if (body.submittedOn > localDateOf(now, clinic.zone))
          return refuse(422, 'not-sent-yet', 'That day lies ahead. Record it once the form is sent.', [
            { path: 'submittedOn', message: 'Give today or a day before' },
          ]);
        const { paper } = await formTold(tx, clinic, opened, { form: body.form, now });
        const content = canonicalJson(paper);
        await keepSent(tx, {
          id: body.id,
          sessionId: opened.session.id,
          patientId,
          form: body.form,
          content,
          sha256: sha256(content),
          submittedOn: body.submittedOn,
          by: actor.id,
          byName: actor.name,
          now,
        });
        context.audit({ resourceId: opened.session.id });
        context.publish({ topic: 'patient', patientId });
        return await formTold(tx, clinic, opened, { form: body.form, now });
      },
    ),

    route(
      api.getBillingEvidence,
      { resource: 'billing-evidence', action: 'r', subject: 'patient' },
      { audit: 'billing-evidence.read' },
      async ({ tx, params, clinic, audit }) => {
        const opened = await openPapers(tx, params['patientId'] ?? '', params['sessionId'] ?? '');
        if (opened === undefined) return absent;
        audit({ resourceId: opened.session.id });
        return {
          zone: clinic.zone,
          clinicName: clinic.name,
          patientName: opened.patientName,
          birthDate: opened.around.birth_date ?? undefined,
          evidence: await evidenceOf(tx, clinic, opened),
        };
      },
    ),

    route(
      api.listPapersDue,
      { resource: 'papers-due', action: 'r', subject: 'clinic' },
      { audit: 'papers.list' },
      async (context) => {
        const { tx, clinic, actor, role, now } = context;
        const today = localDateOf(now, clinic.zone);
        const seesWholeClinic = role === 'admin' || role === 'auditor' || role === 'front-desk';
        const rows = await sessionsWithPapers(tx, {
          since: now - recentMs,
          now,
          inCareOf: seesWholeClinic ? undefined : { accountId: actor.id, onShift: actor.onShift },
        });
        context.audit({ patientIds: [...new Set(rows.map((row) => row.patient_id))] });
        const papers = rows.map((row): api.PaperDue => {
          const due = monitoringFormDue({ administeredAt: row.sprayed_at ?? undefined, zone: clinic.zone });
          return {
            patientId: row.patient_id,
            patientName: row.patient_name,
            sessionId: row.id,
            date: localDateOf(row.opened_at, clinic.zone),
            note: !row.is_over
              ? 'not-over'
              : noteState(
                  row.log_version === null
                    ? undefined
                    : { isChanged: row.version > row.log_version, isCoSigned: row.co_signed },
                ),
            form: due && {
              dueOn: due.dueDate,
              daysLeft: daysBetween(today, due.dueDate),
              isLate:
                isMonitoringFormLate({ dueDate: due.dueDate, today: row.submitted_on ?? today }) ?? false,
              sentOn: row.submitted_on ?? undefined,
              sentByName: row.sent_by_name ?? undefined,
            },
          };
        });
        return { today, papers };
      },
    ),
  ];
}
