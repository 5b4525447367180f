// Brings a person of the demonstration clinic to a booked dose, or to the chair, through the same requests the screens
// send, so that a story may begin where it has something of its own to show.

import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { bookSeries } from '#api/appointments.ts';
import { decideIssue, listIssues, planSeries, writeNote } from '#api/consult.ts';
import { appendSessionEvents, openSession } from '#api/dosing-sessions.ts';
import type { AnswerOf, BodyOf, Endpoint } from '#api/endpoint.ts';
import { recordHealthEntry } from '#api/health-record.ts';
import { getConsents, signConsent } from '#api/preparation.ts';
import { saveResponse } from '#api/questionnaires.ts';
import type { Route } from '#clinical/care-record.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { houseRoomList } from '#clinical/preparation/room-readiness.ts';
import type { FactOf, SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { firstAnswers } from '#dosing-session/simulate.ts';
import { type DemoClinic, staffNamed, zone } from './demo-clinic.ts';
import { type StaffKey, typeOnKeys } from './people.ts';
import { lookedUp, saidNo } from './watched.ts';

export type Who = { readonly staff: StaffKey } | { readonly email: string };

/** One request by a person who came in through the demonstration's door a moment ago. */
export async function ask<E extends Endpoint>(
  clinic: DemoClinic,
  who: Who,
  endpoint: E,
  input: { readonly params?: Readonly<Record<string, string>>; readonly body?: BodyOf<E> } = {},
): Promise<AnswerOf<E>> {
  const form = new URLSearchParams(
    'staff' in who ? { accountId: staffNamed(who.staff).id } : { email: who.email },
  );
  const host = new URL(clinic.origin).host;
  const door = await clinic.app.fetch(
    new Request(`${clinic.origin}/demo/enter`, { method: 'POST', headers: { host }, body: form }),
  );
  const cookie = door.headers.get('set-cookie')?.split(';')[0] ?? '';
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => input.params?.[name] ?? '');
  const isReading = endpoint.method === 'GET';
  const answer = await clinic.app.fetch(
    new Request(`${clinic.origin}${path}`, {
      method: endpoint.method,
      headers: {
        host,
        cookie,
        'x-mooring': '1',
        ...(isReading ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      body: isReading ? null : JSON.stringify(input.body ?? {}),
    }),
  );
  const told: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${endpoint.method} ${path}: ${JSON.stringify(told)}`);
  return told as AnswerOf<E>;
}

export type Planned = { readonly patientId: string; readonly seriesId: string; readonly email: string };

/** The consult is held, every finding decided, and a series planned; the order is still to be written. */
export async function planned(
  clinic: DemoClinic,
  { email, route, editionId }: { readonly email: string; readonly route: Route; readonly editionId: string },
): Promise<Planned> {
  const patientId = await clinic.patientId(email);
  const params = { patientId };
  const okafor: Who = { staff: 'okafor' };
  const { issues } = await ask(clinic, okafor, listIssues, { params });
  for (const { key, decision } of issues) {
    if (decision !== undefined) continue;
    await ask(clinic, okafor, decideIssue, {
      params,
      body: {
        id: randomUUID(),
        issueKey: key,
        decision: 'accept-risk',
        reason: 'Spoken about at the consult.',
      },
    });
  }
  await ask(clinic, okafor, writeNote, {
    params,
    body: {
      id: randomUUID(),
      kind: 'consult',
      text: 'History read line by line.',
      agenda: [],
      commitments: [],
      heldAt: clinic.now(),
    },
  });
  const seriesId = randomUUID();
  await ask(clinic, okafor, planSeries, {
    params,
    body: { id: seriesId, route, editionId, plannedCycles: 1, indication: 'depression' },
  });
  return { patientId, seriesId, email };
}

/** Its dose this morning, its integration tomorrow evening, the consent signed, and getting ready gone through together. */
export async function bookedToday(
  clinic: DemoClinic,
  { patientId, seriesId, email }: Planned,
  at: { readonly time: string; readonly roomNumber: number; readonly signedName: string },
): Promise<string> {
  const [hours = 0, minutes = 0] = at.time.split(':').map(Number);
  const today = localDateOf(clinic.now(), zone);
  const [room] = await clinic.ask<{ id: string }>('select id from rooms where number = $1', [at.roomNumber]);
  const appointmentId = randomUUID();
  await ask(clinic, { staff: 'pat' }, bookSeries, {
    params: { patientId, seriesId },
    body: {
      cycles: [
        {
          cycleId: randomUUID(),
          dose: {
            id: appointmentId,
            startsAt: instantOf(today, hours * 60 + minutes, zone),
            roomId: room?.id ?? '',
          },
          integration: {
            id: randomUUID(),
            startsAt: instantOf(addDays(today, 1), 18 * 60, zone),
            practitionerId: staffNamed('ines').id,
          },
        },
      ],
    },
  });
  const { edition } = await ask(clinic, { email }, getConsents, { params: { patientId } });
  await ask(clinic, { email }, signConsent, {
    params: { patientId },
    body: { id: randomUUID(), editionId: edition.id, sha256: edition.sha256, signedName: at.signedName },
  });
  await preparedTogether(clinic, patientId);
  await watched(clinic, patientId, email);
  return appointmentId;
}

/** What the long-term watch asks before a first dose. */
export async function watched(clinic: DemoClinic, patientId: string, email: string): Promise<void> {
  for (const form of ['bladder', 'misuse'] as const)
    await ask(clinic, { email }, saveResponse, {
      params: { patientId, responseId: randomUUID() },
      body: saidNo(form, clinic.now()),
    });
  await ask(clinic, { staff: 'okafor' }, recordHealthEntry, { params: { patientId }, body: lookedUp() });
}

/** A therapist went through everything with them, as for someone without a phone. */
export async function preparedTogether(clinic: DemoClinic, patientId: string): Promise<void> {
  await ask(clinic, { staff: 'ines' }, writeNote, {
    params: { patientId },
    body: {
      id: randomUUID(),
      kind: 'preparation',
      text: 'Gone through together, one by one.',
      agenda: [],
      commitments: [],
      heldAt: clinic.now(),
    },
  });
}

export type InTheChair = {
  readonly patientId: string;
  readonly sessionId: string;
  readonly path: string;
  /** Both nurses work the dose out, each on their own sign-in. */
  bothWorkOut(figures: Omit<FactOf<'DoseWorkedOut'>, 'type' | 'v'>): Promise<void>;
  /** The patient presses the call button, and it is heard on a device of this person. */
  tryCallButton(by: StaffKey): Promise<void>;
  /** Facts written by one person on a device of their own, as the desk or another room would. */
  write(by: StaffKey, ...facts: readonly SessionFact[]): Promise<void>;
};

export async function inTheChair(
  clinic: DemoClinic,
  {
    patientId,
    appointmentId,
    email,
  }: { readonly patientId: string; readonly appointmentId: string; readonly email: string },
): Promise<InTheChair> {
  const { id: sessionId } = await ask(clinic, { staff: 'maria' }, openSession, {
    params: { patientId },
    body: { id: randomUUID(), appointmentId },
  });
  const pens = new Map<string, { readonly deviceId: string; count: number }>();
  const write = async (who: Who, facts: readonly SessionFact[]): Promise<readonly string[]> => {
    const key = JSON.stringify(who);
    const pen = pens.get(key) ?? { deviceId: randomUUID(), count: 0 };
    pens.set(key, pen);
    const at = clinic.now();
    const events = facts.map((fact) => {
      pen.count += 1;
      const eventId = randomUUID();
      const place = { deviceId: pen.deviceId, deviceSeq: pen.count };
      return { eventId, sessionId, patientId, ...place, effectiveAt: at, recordedAt: at, fact };
    });
    await ask(clinic, who, appendSessionEvents, { params: { patientId, sessionId }, body: { events } });
    return events.map(({ eventId }) => eventId);
  };
  return {
    patientId,
    sessionId,
    path: `/clinic/patients/${patientId}/sessions/${sessionId}/room`,
    async tryCallButton(by) {
      const [signalEventId] = await write({ email }, [factOf('PatientSignalled', { signal: 'come' })]);
      if (signalEventId === undefined) throw new Error('A press is one fact.');
      await write({ staff: by }, [factOf('CallDeviceTested', { result: 'heard', signalEventId })]);
    },
    async bothWorkOut(figures) {
      for (const staff of ['maria', 'tom'] as const)
        await write({ staff }, [factOf('DoseWorkedOut', figures)]);
    },
    async write(by, ...facts) {
      await write({ staff: by }, facts);
    },
  };
}

/** What every route asks at arrival and this story does not show, said and written. */
export function settledIn(
  now: number,
  { weightKg, escort }: { readonly weightKg: number; readonly escort: string },
): readonly SessionFact[] {
  const hour = 3_600_000;
  const maria = staffNamed('maria');
  return [
    factOf('PatientArrived', {}),
    factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }),
    ...firstAnswers(houseRoomList.value),
    factOf('LastIntakeReported', { lastFoodAt: now - 10 * hour, lastClearFluidAt: now - 3 * hour }),
    factOf('MedicinesReconfirmed', { answer: 'no-change' }),
    factOf('RiskQuestionAsked', { answer: 'no-thoughts' }),
    factOf('ConsentReadBack', {}),
    factOf('LimitsReadBack', {}),
    factOf('IntentionConfirmed', { state: 'dropped' }),
    factOf('EscortConfirmed', { name: escort, how: 'By phone, just now' }),
    factOf('MonitorAssigned', { practitionerId: maria.id, name: maria.name }),
    vitalSigns({ weightKg }),
  ];
}

export function vitalSigns(
  also: { readonly weightKg?: number; readonly slotMinute?: number } = {},
): SessionFact {
  return factOf('VitalSignsMeasured', {
    systolicMmHg: 122,
    diastolicMmHg: 78,
    heartRatePerMin: 72,
    spo2Percent: 98,
    ...also,
    couldNotRead: [],
    context: also.weightKg === undefined ? 'scheduled' : 'baseline',
    source: 'typed',
  });
}

/** Everything the way home asks beside the time: written down fresh, with the person at the door. */
export function readyToLeave(escort: string): readonly SessionFact[] {
  return [
    vitalSigns(),
    factOf('SedationRated', { moaas: 5 }),
    factOf('SymptomsAsked', { answer: 'none' }),
    factOf('AldreteScored', {
      items: { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygenSaturation: 2 },
    }),
    factOf('OrientationChecked', { person: true, place: true, time: true, situation: true }),
    factOf('GaitChecked', { result: 'steady' }),
    factOf('InstructionsRepeatedBack', { result: 'all' }),
    factOf('BelongingsReturned', {}),
    factOf('EscortArrived', { name: escort, codeWordMatched: true }),
  ];
}

export async function tile(page: Page, name: string): Promise<void> {
  await page
    .getByRole('list')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
}

export async function tap(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .click();
}

/** The act that closes a sheet; what was in it is safe on the device once it is gone. */
export async function keepSheet(page: Page, verb: string | RegExp): Promise<void> {
  await tap(page, verb);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export type Figures = readonly [systolic: string, diastolic: string, pulse: string, spo2: string];

/** A whole row on the keys of the room; with `moaas` 4 unless told. */
export async function fillRow(page: Page, figures: Figures, moaas = 4): Promise<void> {
  for (const [index, figure] of figures.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Next', exact: true }).click();
    await typeOnKeys(page, figure);
  }
  await page.getByRole('button', { name: new RegExp(`^${moaas}\\. `) }).click();
  await page.getByRole('button', { name: /^Save row at/ }).click();
  await expect(page.getByText(/^Row of .* is saved on this device/)).toHaveCount(1);
}

/** The same, and with the clinic. */
export async function takeRow(page: Page, figures: Figures, moaas: number): Promise<void> {
  await fillRow(page, figures, moaas);
  await expect(page.getByText(/^All sent/).first()).toBeVisible();
}

/** One answer among several, by the words it begins with. */
export async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  const named = new RegExp(`^${answer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s|$)`);
  await page.getByRole('group', { name: question }).getByRole('radio', { name: named }).check();
}
