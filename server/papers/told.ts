// One session's papers, put together from its log and what surrounds it. The words are made in dosing-session/papers.

import type { MonitoringFormTold, NoteVersion, SessionNoteTold } from '#api/papers.ts';
import { icd10cmCode } from '#clinical/billing/diagnosis-for-indication.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import {
  type ConcomitantAnswers,
  concomitantAnswers,
} from '#clinical/safety-programs/concomitant-classes.ts';
import { type MonitoringFormVersion, monitoringForms } from '#clinical/safety-programs/monitoring-form.ts';
import { isMonitoringFormLate, monitoringFormDue } from '#clinical/safety-programs/monitoring-form-clock.ts';
import { classesAmong } from '#clinical/screening/find-medicine.ts';
import { type BillingEvidence, billingEvidence } from '#dosing-session/papers/billing-evidence.ts';
import {
  carriedFields,
  type FormAnswers,
  type FormRecord,
  isSpraySession,
  monitoringFormPaper,
} from '#dosing-session/papers/monitoring-form-paper.ts';
import { paperChanges } from '#dosing-session/papers/paper.ts';
import { type SessionNote, type SignedContent, sessionNote } from '#dosing-session/papers/session-note.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { fold, latest, type SessionState } from '#dosing-session/state.ts';
import { watcherOf } from '#dosing-session/watch.ts';
import type { Clinic } from '#server/access';
import { eventsAfter, findSession, type SessionRow } from '#server/dosing-sessions';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import {
  type Around,
  accountNamed,
  answersOf,
  around,
  billingRows,
  consentAt,
  type EntryRow,
  hadEarlierSpray,
  healthEntries,
  lastSetting,
  notesOf,
  orderAt,
  sentOf,
  signaturesOf,
  stoodShut,
} from './store.ts';

export type Opened = {
  readonly session: SessionRow;
  readonly state: SessionState;
  readonly logVersion: number;
  readonly edition: Edition | undefined;
  readonly around: Around;
  readonly patientName: string;
};

export async function openPapers(tx: Tx, patientId: string, sessionId: string): Promise<Opened | undefined> {
  const session = await findSession(tx, patientId, sessionId);
  if (session === undefined) return undefined;
  const surroundings = await around(tx, session.id);
  if (surroundings === undefined) return undefined;
  const events = await eventsAfter(tx, session.id, 0);
  return {
    session,
    state: fold(events, { sessionId: session.id, patientId }),
    logVersion: events.at(-1)?.version ?? 0,
    edition: (await editionsNamed(tx, [session.edition_id]))(session.edition_id),
    around: surroundings,
    patientName: `${surroundings.given_name} ${surroundings.family_name}`,
  };
}

export async function draftOf(
  tx: Tx,
  clinic: Clinic,
  opened: Opened & { readonly edition: Edition },
): Promise<SessionNote> {
  const { session, state, edition } = opened;
  const startedAt = doseStartedAt(state);
  const then = startedAt ?? session.opened_at;
  const order = await orderAt(tx, opened.around.series_id, then);
  const consent = await consentAt(tx, session.patient_id, then);
  const firstDose = [...state.facts.DoseStarted, ...state.facts.DoseGiven].find(({ at }) => at === startedAt);
  return sessionNote({
    state,
    edition,
    around: {
      zone: clinic.zone,
      clinicName: clinic.name,
      patientName: opened.patientName,
      birthDate: opened.around.birth_date ?? undefined,
      roomName: opened.around.room_name,
      cycleNumber: opened.around.cycle_number,
      cyclesPlanned: opened.around.planned_cycles,
      openedAt: session.opened_at,
      order: order && {
        drug: order.body.drug,
        doseMg: order.body.doseMg,
        weightKg: order.body.weightKg,
        infusionMinutes: order.body.infusionMinutes,
        note: order.body.note,
        signedAt: order.signed_at,
        signedBy: order.signed_by_name,
      },
      consent: consent && {
        editionId: consent.edition_id,
        signedAt: consent.signed_at,
        // Taken back afterwards, it still stood when the dose began.
        withdrawnAt:
          consent.withdrawn_at !== null && consent.withdrawn_at <= then ? consent.withdrawn_at : undefined,
      },
      stoodShut: await stoodShut(tx, firstDose?.eventId),
    },
  });
}

export async function noteTold(
  tx: Tx,
  clinic: Clinic,
  opened: Opened & { readonly edition: Edition },
): Promise<SessionNoteTold> {
  const draft = await draftOf(tx, clinic, opened);
  const signatures = await signaturesOf(tx, opened.session.id);
  const versions = (await notesOf(tx, opened.session.id)).map(
    (row): NoteVersion => ({
      version: row.version,
      content: JSON.parse(row.content) as SignedContent,
      sha256: row.content_sha256.toString('hex'),
      signatures: signatures
        .filter((signature) => signature.version === row.version)
        .map((signature) => ({
          part: signature.part,
          byName: signature.signed_by_name,
          as: signature.signed_as,
          at: signature.signed_at,
          meaning: signature.meaning,
        })),
      factsSince: opened.logVersion - row.log_version,
    }),
  );
  const [newest] = versions;
  return {
    zone: clinic.zone,
    state: !isOver(opened.state)
      ? 'not-over'
      : noteState(
          newest && {
            isChanged: newest.factsSince > 0,
            isCoSigned: newest.signatures.some(({ part }) => part === 'co-signer'),
          },
        ),
    hasForm: isSpraySession(opened.state),
    draft,
    logVersion: opened.logVersion,
    versions,
    changes:
      newest === undefined || newest.factsSince === 0
        ? []
        : [...paperChanges(newest.content.sections, draft.sections)],
  };
}

/** A note speaks of something that has ended: they left, or there was no dose that day. */
export function isOver(state: SessionState): boolean {
  return state.phase === 'released' || state.facts.SessionCalledOff.length > 0;
}

export function noteState(
  newest: { readonly isChanged: boolean; readonly isCoSigned: boolean } | undefined,
): 'unsigned' | 'signed' | 'co-signed' | 'changed' {
  if (newest === undefined) return 'unsigned';
  if (newest.isChanged) return 'changed';
  return newest.isCoSigned ? 'co-signed' : 'signed';
}

export async function formTold(
  tx: Tx,
  clinic: Clinic,
  opened: Opened,
  { form, now }: { readonly form: MonitoringFormVersion | undefined; readonly now: number },
): Promise<MonitoringFormTold> {
  const { session, state } = opened;
  const answers = await answersOf(tx, session.id);
  const sent = await sentOf(tx, session.id);
  const today = localDateOf(now, clinic.zone);
  const firstSprayAt = state.facts.DoseGiven.find(({ fact }) => fact.route === 'nasal')?.at;
  const due = monitoringFormDue({ administeredAt: firstSprayAt, zone: clinic.zone });
  const isLate = isMonitoringFormLate({ dueDate: due?.dueDate, today: sent?.submitted_on ?? today });
  const last = await lastSetting(tx, session.id);
  return {
    zone: clinic.zone,
    patientName: opened.patientName,
    paper: monitoringFormPaper({
      state,
      record: await formRecord(tx, clinic, opened),
      version: form ?? sent?.form_version ?? 'newer',
      answers: answers?.answers ?? {},
      carried: Object.fromEntries(Object.entries(last).filter(([id]) => isCarried(id))) as FormAnswers,
      today,
      submittedOn: sent?.submitted_on,
    }),
    forms: monitoringForms.map(({ version, revision }) => ({ version, revision })),
    answersVersion: answers?.version ?? 0,
    completedBy: answers && { name: answers.recorded_by_name, at: answers.recorded_at },
    due:
      due === undefined || isLate === undefined
        ? undefined
        : { treatedOn: due.localDate, dueOn: due.dueDate, isLate },
    sent: sent && {
      on: sent.submitted_on,
      byName: sent.recorded_by_name,
      recordedAt: sent.recorded_at,
      version: sent.form_version,
    },
  };
}

function isCarried(id: string): boolean {
  return carriedFields.some((field) => field === id);
}

async function formRecord(tx: Tx, clinic: Clinic, opened: Opened): Promise<FormRecord> {
  const { session, state, around: person } = opened;
  const monitorId = watcherOf(state)?.id;
  const monitor = monitorId === undefined ? undefined : await accountNamed(tx, monitorId);
  return {
    zone: clinic.zone,
    patient: {
      firstName: person.given_name,
      lastName: person.family_name,
      birthDate: person.birth_date ?? undefined,
      sex: person.sex === null || person.sex === 'unknown' ? undefined : person.sex,
    },
    setting: { name: clinic.name, address1: clinic.address },
    concomitant: concomitantOf(await healthEntries(tx, session.patient_id), state),
    hadEarlierSpray: await hadEarlierSpray(tx, session.patient_id, session.opened_at),
    monitor: monitor && { ...nameParts(monitor.display_name), email: monitor.email },
  };
}

/** Two words are a first and a last name; anything else is for a person to part. */
function nameParts(name: string): { readonly firstName?: string; readonly lastName?: string } {
  const [firstName, lastName, more] = name.split(' ');
  return firstName === undefined || lastName === undefined || more !== undefined || name.includes('.')
    ? {}
    : { firstName, lastName };
}

/** A no needs a list that was said to be complete on that day, with every name on it known. */
function concomitantOf(entries: readonly EntryRow[], state: SessionState): ConcomitantAnswers {
  const taken = entries
    .filter(({ kind, body }) => kind === 'medication-statement' && body['status'] !== 'stopped')
    .map(({ body }) => (typeof body['generic'] === 'string' ? body['generic'] : String(body['name'])));
  const takesNone = entries.some(
    ({ kind, body }) =>
      kind === 'history-answer' && body['key'] === 'takes-medicines' && body['answer'] === 'no',
  );
  if (taken.length === 0 && !takesNone) return {};
  const { classes, notRecognised } = classesAmong(taken);
  const confirmed = latest(state, 'MedicinesReconfirmed')?.fact.answer === 'no-change';
  return concomitantAnswers({ classes, isListComplete: confirmed && notRecognised.length === 0 });
}

export async function evidenceOf(tx: Tx, clinic: Clinic, opened: Opened): Promise<BillingEvidence> {
  const { session, state } = opened;
  const startedAt = doseStartedAt(state) ?? session.opened_at;
  const day = localDateOf(startedAt, clinic.zone);
  const order = await orderAt(tx, opened.around.series_id, startedAt);
  const rows = await billingRows(tx, {
    patientId: session.patient_id,
    cycleId: session.cycle_id,
    openedAt: session.opened_at,
    from: instantOf(day, 0, clinic.zone),
    to: instantOf(addDays(day, 1), 0, clinic.zone),
  });
  const [note] = await notesOf(tx, session.id);
  const author = (await signaturesOf(tx, session.id)).find(
    ({ version, part }) => version === note?.version && part === 'author',
  );
  const sent = await sentOf(tx, session.id);
  return billingEvidence(state, {
    zone: clinic.zone,
    openedAt: session.opened_at,
    order: order && { signedAt: order.signed_at, signedBy: order.signed_by_name },
    diagnosisCodes: diagnosisCodes(await healthEntries(tx, session.patient_id)),
    seenBefore: rows.seen_before,
    formSubmittedOn: sent?.submitted_on,
    noteSigned:
      note === undefined || author === undefined
        ? undefined
        : {
            at: author.signed_at,
            by: author.signed_by_name,
            isChanged: opened.logVersion > note.log_version,
          },
    scored: rows.scored ?? [],
    talks: rows.talks ?? [],
  });
}

function diagnosisCodes(entries: readonly EntryRow[]): readonly string[] {
  const codes = entries.flatMap(({ kind, body }) => {
    const code = body['code'] as { system?: unknown; code?: unknown } | undefined;
    if (kind !== 'condition' || body['status'] !== 'active' || typeof code?.code !== 'string') return [];
    return /icd-?10/i.test(String(code.system)) ? [icd10cmCode(code.code) ?? []].flat() : [];
  });
  return [...new Set(codes)];
}
