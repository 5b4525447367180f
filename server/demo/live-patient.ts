// One life, lived request by request up to where its arc ends.

import { bookAppointment, bookSeries } from '#api/appointments.ts';
import {
  changeSeriesStatus,
  decideIssue,
  listIssues,
  listSeries,
  planSeries,
  signOrder,
  writeNote,
} from '#api/consult.ts';
import { appendSessionEvents, openSession } from '#api/dosing-sessions.ts';
import { type HealthRecordBody, recordHealthEntry, submitScreening } from '#api/health-record.ts';
import { answerInquiry, inviteToScreening } from '#api/inquiries.ts';
import { finishTask, listTasks } from '#api/outcomes.ts';
import { saveOwnWords } from '#api/own-words.ts';
import { correctPatient } from '#api/patients.ts';
import {
  askForRide,
  getConsents,
  type PreparationBody,
  savePreparation,
  signConsent,
  takeRideStep,
  tellRide,
} from '#api/preparation.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { decideSeries, seeDecided } from '#api/series-decisions.ts';
import { instantOf, localDateOf } from '#clinical/instant.ts';
import { bladder } from '#clinical/instruments/bladder.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { misuse } from '#clinical/instruments/misuse.ts';
import { watchDays } from '#clinical/outcomes/way-out.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { sentPart } from '#dosing-session/canonical.ts';
import type { LogEvent } from '#dosing-session/events.ts';
import { type Random, wholeBetween } from '#dosing-session/random.ts';
import { type Simulation, simulateSession } from '#dosing-session/simulate.ts';
import { iso } from '#server/clock';
import { keepInquiry } from '#server/inquiries';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { idFrom } from '#server/tasks';
import type { Book, BookedDose } from './book.ts';
import {
  type Arc,
  type DemoPatient,
  demoClinicId,
  type Ended,
  emailOf,
  rooms,
  type StaffKey,
  staff,
} from './cast.ts';
import { daysBeforeFirst, furtherAnswers, onsetAnswers } from './further-questions.ts';
import type { Life } from './life.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const nine = 9 * 60;

export type Living = {
  readonly ports: Ports;
  readonly life: Life;
  readonly book: Book;
  readonly patient: DemoPatient;
  readonly index: number;
  readonly now: number;
  readonly chance: Random;
  readonly id: () => string;
};

type Self = Living & { readonly patientId: string; readonly accountId: string; readonly zone: string };

const who = Object.fromEntries(staff.map((member) => [member.key, member])) as Record<
  StaffKey,
  (typeof staff)[number]
>;

export async function live(living: Living): Promise<void> {
  const { arc } = living.patient;
  const doses = doseTimes(living, arc);
  const firstDose = doses[0]?.startsAt;
  const wishedAt =
    firstDose === undefined
      ? living.now - (2 + (living.index % 5)) * day - 3 * hour
      : Math.min(firstDose, living.now) - 20 * day;
  const { invitedAt, consultAt } = isSeen(arc)
    ? withConsult(living, wishedAt)
    : { invitedAt: wishedAt, consultAt: wishedAt };
  const self = await inviteFrom(living, invitedAt);
  if (arc.kind === 'invited') return;
  await screen(self, invitedAt + 5 * hour, arc.kind === 'half-screened');
  if (!isSeen(arc)) return;
  await consult(self, {
    bookedAt: invitedAt + 30 * hour < consultAt ? invitedAt + 30 * hour : consultAt - hour,
    consultAt,
    decide: arc.kind !== 'consulted',
  });
  if (arc.kind === 'consulted') return;
  const planned = await plan(self, consultAt + hour, 'of' in arc ? arc.of : 6);
  if (arc.kind === 'planned') return;
  await liveSeries(self, { ...planned, doses, arc, plannedAt: consultAt + hour });
}

/** Whoever was seen by the prescriber. */
function isSeen(arc: Arc): boolean {
  return arc.kind !== 'invited' && arc.kind !== 'half-screened' && arc.kind !== 'screened';
}

/** Two days after they were invited, or the day after; over a long weekend they were invited earlier. */
function withConsult({ book, now }: Living, wishedAt: number): { invitedAt: number; consultAt: number } {
  for (let days = 0; days < 14; days += 1) {
    const invitedAt = wishedAt - days * day;
    const consultAt = book.visit(who.okafor.id, {
      from: Math.min(invitedAt + 2 * day, now - 30 * hour),
      to: now - 3 * hour,
    });
    if (consultAt !== undefined) return { invitedAt, consultAt };
  }
  throw new Error('The demonstration calendar has no hour left for a consult.');
}

function doseTimes({ book, patient, now }: Living, arc: Arc): readonly BookedDose[] {
  if (arc.kind === 'series')
    return book.doses({
      of: arc.of,
      anchorNumber: arc.done + 1,
      anchorDay: book.dayFromToday(arc.nextInDays),
      anchorMinuteOfDay: arc.todayAt ?? nine + (patient.weightKg % 4) * 30,
      roomId: roomOf(arc.roomNumber).id,
      talksWith: who.ines.id,
    });
  if (arc.kind === 'ended')
    return book.doses({
      of: arc.of,
      anchorNumber: arc.done,
      anchorDay: book.openDayUpTo(localDateOf(now - arc.weeksSince * 7 * day, 'UTC')),
      anchorMinuteOfDay: nine,
      roomId: roomOf(arc.roomNumber).id,
      talksWith: who.ines.id,
    });
  return [];
}

function roomOf(number: number): (typeof rooms)[number] {
  const room = rooms.find((one) => one.number === number);
  if (room === undefined) throw new Error(`There is no room ${number}.`);
  return room;
}

async function inviteFrom(living: Living, at: number): Promise<Self> {
  const { life, patient, ports, id } = living;
  const inquiryId = id();
  const patientId = id();
  life.at(at);
  await withTenant(ports.pool, { clinicId: demoClinicId }, (tx) =>
    keepInquiry(
      tx,
      {
        id: inquiryId,
        name: patient.given,
        reachBy: 'email',
        reach: emailOf(patient),
        body: { question: patient.goal },
        language: patient.language,
      },
      { now: at - 5 * hour, promiseBy: at + 19 * hour },
    ),
  );
  const answered = await life.ask(who.pat.id, answerInquiry, {
    params: { inquiryId },
    body: {
      version: 1,
      text:
        patient.language === 'es'
          ? 'Gracias por escribirnos. Le mando unas preguntas para empezar; tómese su tiempo.'
          : 'Thank you for writing. I am sending you some questions to begin with; take your time.',
    },
  });
  await life.ask(who.pat.id, inviteToScreening, {
    params: { inquiryId },
    body: {
      version: answered.version,
      patientId,
      givenName: patient.given,
      familyName: patient.family,
      email: emailOf(patient),
      phone: `555 01${String(20 + living.index)}`,
      language: patient.language,
    },
  });
  const accountId = await withTenant(ports.pool, { clinicId: demoClinicId }, async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      'select id from accounts where clinic_id = $1 and patient_id = $2',
      [demoClinicId, patientId],
    );
    // The therapist who will hold the hours after is named from the first day.
    await tx.query(
      `insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at)
       select $1, $2, $3, $4, 'therapist', $5 where not exists (
         select 1 from care_team_members where clinic_id = $1 and patient_id = $3 and account_id = $4)`,
      [demoClinicId, id(), patientId, who.ines.id, iso(at)],
    );
    return rows[0]?.id;
  });
  if (accountId === undefined) throw new Error('An invited patient has no account.');
  return { ...living, patientId, accountId, zone: 'America/New_York' };
}

async function screen(self: Self, at: number, half: boolean): Promise<void> {
  const { life, patient, patientId, accountId, id } = self;
  const params = { patientId };
  life.at(at);
  await life.ask(accountId, correctPatient, {
    params,
    body: {
      version: 1,
      givenName: patient.given,
      familyName: patient.family,
      birthDate: patient.birthDate,
      sex: patient.sex,
      phone: `555 01${String(20 + self.index)}`,
      email: emailOf(patient),
      language: patient.language,
    },
  });
  const tell = async (body: HealthRecordBody): Promise<void> => {
    life.at(life.now() + 2 * minute);
    await life.ask(accountId, recordHealthEntry, { params, body: { id: id(), body } });
  };
  for (const [name, generic, dose] of patient.medicines) {
    await tell({
      kind: 'medication-statement',
      name,
      ...(generic === undefined ? {} : { generic }),
      dose,
      status: generic === undefined ? 'not-sure' : 'taking',
    });
  }
  if (patient.medicines.length === 0)
    await tell({ kind: 'history-answer', key: 'takes-medicines', answer: 'no' });
  if (half) return;
  for (const name of patient.allergies) await tell({ kind: 'allergy', name, severity: 'not-sure' });
  if (patient.allergies.length === 0)
    await tell({ kind: 'history-answer', key: 'has-allergies', answer: 'no' });
  for (const name of patient.conditions) await tell({ kind: 'condition', name, status: 'active' });
  for (const condition of healthConditions)
    await tell({ kind: 'history-answer', key: condition.id, answer: 'no' });
  await tell({ kind: 'history-answer', key: 'pregnancy', answer: 'no' });
  if (patient.medicines.length > 0)
    await tell({
      kind: 'prior-treatment',
      name: patient.medicines[0]?.[0] ?? '',
      response: 'helped-some',
      duration: patient.language === 'es' ? 'más de 8 semanas' : 'more than 8 weeks',
    });
  else await tell({ kind: 'history-answer', key: 'tried-treatments', answer: 'no' });
  await tell({ kind: 'goal', words: patient.goal });
  life.at(life.now() + 10 * minute);
  await life.ask(accountId, submitScreening, { params, body: {} });
  await answer(self, 'phq-9', life.now() + 3 * minute, patient.course.from);
  await answer(self, 'gad-7', life.now() + 3 * minute, patient.course.from - 1);
}

async function consult(
  self: Self,
  { bookedAt, consultAt, decide }: { bookedAt: number; consultAt: number; decide: boolean },
): Promise<void> {
  const { life, patient, patientId, id } = self;
  const params = { patientId };
  const appointmentId = id();
  life.at(bookedAt);
  await life.ask(who.pat.id, bookAppointment, {
    params,
    body: {
      id: appointmentId,
      kind: 'consult',
      practitionerId: who.okafor.id,
      startsAt: consultAt,
      endsAt: consultAt + 50 * minute,
    },
  });
  life.at(consultAt + 20 * minute);
  const { issues } = await life.ask(who.okafor.id, listIssues, { params });
  for (const { key, finding, decision } of decide ? issues : []) {
    if (decision !== undefined || !['exclude', 'review', 'unknown'].includes(finding.action)) continue;
    const calming = /lorazepam|alprazolam|benzodiazepine/i.test(`${finding.title} ${key}`);
    await life.ask(who.okafor.id, decideIssue, {
      params,
      body: calming
        ? {
            id: id(),
            issueKey: key,
            decision: 'adjust',
            instruction:
              'Two nights before your session, take your usual tablet. Skip it the evening before. Take it again the night after. Never stop it on your own.',
            reason: 'Low dose at night; one evening without it was agreed, no taper.',
          }
        : {
            id: id(),
            issueKey: key,
            decision: 'accept-risk',
            reason:
              finding.action === 'unknown'
                ? 'Looked up in its product information. Goes on as usual.'
                : 'Discussed at the consult. Watched more closely during the session.',
          },
    });
  }
  life.at(consultAt + 45 * minute);
  await life.ask(who.okafor.id, writeNote, {
    params,
    body: {
      id: id(),
      kind: 'consult',
      appointmentId,
      text: `History and list of medicines read line by line. Indication: ${patient.indication}. Off-label use explained. What it may do, may not do and can do wrong was talked through.`,
      agenda: [
        patient.language === 'es'
          ? {
              question: '¿Voy a perder el control?',
              answer: 'Puede sentirse lejos. Alguien está a su lado todo el tiempo, y pasa.',
            }
          : {
              question: 'Will I lose control?',
              answer: 'You may feel far away. Someone is beside you the whole time, and it passes.',
            },
      ],
      commitments: [],
      heldAt: consultAt,
    },
  });
}

async function plan(
  self: Self,
  at: number,
  of: number,
): Promise<{ seriesId: string; orderId: string; doseMg: number }> {
  const { life, patient, patientId, id } = self;
  const seriesId = id();
  const orderId = id();
  const doseMgPerKg = ivExample1.dose.referenceMgPerKg?.value ?? 0.5;
  const doseMg = Math.round(patient.weightKg * doseMgPerKg * 10) / 10;
  life.at(at);
  await life.ask(who.okafor.id, planSeries, {
    params: { patientId },
    body: {
      id: seriesId,
      route: 'iv',
      editionId: ivExample1.id,
      plannedCycles: of,
      indication: patient.indication,
    },
  });
  life.at(at + 5 * minute);
  const infusionMinutes = ivExample1.timing.route === 'iv' ? ivExample1.timing.infusionMinutes.value : 40;
  await life.ask(who.okafor.id, signOrder, {
    params: { patientId, seriesId },
    body: {
      id: orderId,
      drug: 'ketamine',
      doseMgPerKg,
      weightKg: patient.weightKg,
      doseMg,
      infusionMinutes,
      meaning: 'I ordered this',
    },
  });
  return { seriesId, orderId, doseMg };
}

type Series = {
  seriesId: string;
  orderId: string;
  doseMg: number;
  doses: readonly BookedDose[];
  arc: Arc;
  plannedAt: number;
};

async function liveSeries(self: Self, series: Series): Promise<void> {
  const { life, patientId, id, now } = self;
  const { arc, seriesId, doses } = series;
  if (arc.kind !== 'series' && arc.kind !== 'ended') return;
  const room = roomOf(arc.roomNumber);
  const cycles = doses.map(({ startsAt, talkAt }) => ({
    cycleId: id(),
    doseId: id(),
    startsAt,
    integrationId: id(),
    integrationAt: talkAt,
  }));
  const bookedAt = Math.min(series.plannedAt + 2 * hour, now - hour);
  life.at(bookedAt);
  await life.ask(who.pat.id, bookSeries, {
    params: { patientId, seriesId },
    body: {
      cycles: cycles.map((cycle) => ({
        cycleId: cycle.cycleId,
        dose: { id: cycle.doseId, startsAt: cycle.startsAt, roomId: room.id },
        integration: { id: cycle.integrationId, startsAt: cycle.integrationAt, practitionerId: who.ines.id },
      })),
    },
  });
  const tookPart = cycles.slice(0, arc.done);
  for (const [index, cycle] of tookPart.entries()) {
    await prepare(self, cycle, index, 'most', bookedAt);
    if (index === 0) await daysBeforeFirst(self, cycle.startsAt);
    await dosingDay(self, series, cycle, index, room);
    await daysAfter(
      self,
      cycle,
      index,
      tookPart[index + 1]?.startsAt ?? (arc.kind === 'ended' ? now : (cycles[index + 1]?.startsAt ?? now)),
    );
  }
  if (arc.kind === 'series') {
    const next = cycles[arc.done];
    if (next !== undefined) await prepare(self, next, arc.done, arc.ready, bookedAt);
    if (arc.done === 0) await pulses(self, { from: bookedAt, to: now, sessions: 0 });
    return;
  }
  await end(self, { seriesId, arc, lastDoseAt: tookPart.at(-1)?.startsAt ?? now });
}

async function end(
  self: Self,
  { seriesId, arc, lastDoseAt }: { seriesId: string; arc: Ended; lastDoseAt: number },
): Promise<void> {
  const { life, book, patientId, accountId, now, zone } = self;
  const params = { patientId, seriesId };
  const endedOn = book.openDayUpTo(localDateOf(lastDoseAt + 5 * day, zone));
  const endedAt = Math.min(instantOf(endedOn, 11 * 60, zone), now - hour);
  life.at(endedAt);
  const [kept] = (await life.ask(who.okafor.id, listSeries, { params: { patientId } })).series;
  const version = kept?.version ?? 1;
  const { reason } = arc;
  if (!('toldThem' in arc)) {
    await life.ask(who.okafor.id, changeSeriesStatus, { params, body: { version, status: arc.how, reason } });
    return;
  }
  const decisionId = idFrom(`demo|decided|${seriesId}`);
  await life.ask(who.okafor.id, decideSeries, {
    params,
    body: {
      id: decisionId,
      version,
      choice: arc.how === 'paused' ? 'pause' : 'stop',
      reason,
      wordsForPatient: arc.toldThem,
      wordsForLetter: arc.otherMedicines,
    },
  });
  const readAt = Math.min(endedAt + 8 * hour, now - hour / 2);
  life.at(readAt);
  await life.ask(accountId, seeDecided, { params: { patientId }, body: { decisionId, seenAt: readAt } });
  await askedAfter(self, endedAt);
}

/** The nurse who was to ask how they are on a day has done so, up to today. */
async function askedAfter(self: Self, endedAt: number): Promise<void> {
  const { life, book, patientId, now, zone } = self;
  const today = localDateOf(now, zone);
  for (const due of watchDays(endedAt, zone)) {
    if (due >= today) continue;
    const at = instantOf(book.openDayUpTo(due), 10 * 60, zone);
    await onShift(self, [who.maria], at - hour);
    await endShift(self, who.maria.id, at, null);
    life.at(at);
    const { tasks } = await life.ask(who.maria.id, listTasks);
    for (const { id: taskId, patientId: about, kind, dueAt } of tasks) {
      if (about !== patientId || kind !== 'ask-after-series' || dueAt === undefined) continue;
      if (localDateOf(dueAt, zone) === due) await life.ask(who.maria.id, finishTask, { params: { taskId } });
    }
    await endShift(self, who.maria.id, at, at + 8 * hour);
  }
}

/** From then until six. */
async function onShift(
  { ports, id, zone }: Self,
  members: readonly (typeof staff)[number][],
  from: number,
): Promise<void> {
  const on = localDateOf(from, zone);
  await withTenant(ports.pool, { clinicId: demoClinicId }, async (tx) => {
    for (const member of members) {
      await tx.query(
        `insert into shifts (clinic_id, id, account_id, on_date, started_at, ended_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (clinic_id, account_id, on_date) do nothing`,
        [demoClinicId, id(), member.id, on, iso(from), iso(instantOf(on, 18 * 60, zone))],
      );
    }
  });
}

/** The floor's work is read only while a shift goes on, which one without an end does. */
async function endShift(
  { ports, zone }: Self,
  accountId: string,
  at: number,
  endedAt: number | null,
): Promise<void> {
  await withTenant(ports.pool, { clinicId: demoClinicId }, (tx) =>
    tx.query('update shifts set ended_at = $4 where clinic_id = $1 and account_id = $2 and on_date = $3', [
      demoClinicId,
      accountId,
      localDateOf(at, zone),
      endedAt === null ? null : iso(endedAt),
    ]),
  );
}

type Cycle = {
  cycleId: string;
  doseId: string;
  startsAt: number;
  integrationId: string;
  integrationAt: number;
};

async function prepare(
  self: Self,
  cycle: Cycle,
  index: number,
  ready: 'nothing' | 'some' | 'most',
  notBefore: number,
): Promise<void> {
  if (ready === 'nothing') return;
  const { life, patient, patientId, accountId, id, now } = self;
  const params = { patientId, cycleId: cycle.cycleId };
  const at = Math.max(notBefore + hour, Math.min(cycle.startsAt - 40 * hour, now - 3 * hour));
  life.at(Math.min(at, now - hour));
  const save = (body: PreparationBody) =>
    life.ask(accountId, savePreparation, { params: { ...params, itemId: id() }, body: { version: 0, body } });
  const isEs = patient.language === 'es';
  if (ready === 'most' && life.now() >= cycle.startsAt - askedBeforeDays * day)
    await watched(self, index === 0);
  await life.ask(accountId, saveOwnWords, {
    params: { patientId, wordsId: id() },
    body:
      patient.intention === ''
        ? {
            version: 0,
            kind: 'intention',
            text: '',
            state: 'not-yet',
            cycleId: cycle.cycleId,
            writtenAt: life.now(),
          }
        : {
            version: 0,
            kind: 'intention',
            text: patient.intention,
            state: 'written',
            cycleId: cycle.cycleId,
            writtenAt: life.now(),
          },
  });
  await save({
    kind: 'grounding',
    exercise: 'paced-breathing',
    practisedSeconds: 180,
    anchor: isEs ? 'Estoy aquí.' : 'I am here.',
  });
  await askCompanion(self, cycle, ready === 'most');
  if (ready === 'some') return;
  await save({
    kind: 'navigation-plan',
    helps: isEs ? 'Una mano en el hombro. La voz baja.' : 'A quiet voice. My name.',
    doesNotHelp: isEs ? 'Muchas preguntas.' : 'Questions.',
    wordsToSay: isEs ? 'Está en el sillón. Todo pasa.' : 'You are in the chair. It passes.',
    wakeMeIf: isEs ? 'Lloro más de unos minutos.' : 'I cry longer than a few minutes.',
  });
  await save({
    kind: 'limits',
    touch: isEs ? 'Mi mano, pregunte antes.' : 'My left hand, ask first. Not my face.',
    recording: 'no',
    talkOrQuiet: index % 2 === 0 ? 'quiet' : 'ask-me',
    people: isEs ? 'Solo la enfermera.' : 'Only the nurse.',
  });
  await save({ kind: 'comfort', music: index % 3 === 0 ? 'music' : 'silence', eyeMask: 'yes', light: 'low' });
  await save({
    kind: 'day-plan',
    dayOff: 'yes',
    clothes: true,
    calmPlace: isEs ? 'Mi cuarto.' : 'The back room at home.',
    childrenAndPets: '',
    noDecisions: true,
  });
  await life.ask(accountId, saveOwnWords, {
    params: { patientId, wordsId: id() },
    body: {
      version: 0,
      kind: 'letter',
      text: isEs ? 'Tome la sopa. Lo que venga, pasa.' : 'Eat the soup. Whatever comes up, it passes.',
      cycleId: cycle.cycleId,
      openAt: instantOf(localDateOf(cycle.startsAt, self.zone), 19 * 60, self.zone),
      writtenAt: life.now(),
    },
  });
  if (index === 0) {
    const { edition } = await life.ask(accountId, getConsents, { params: { patientId } });
    await life.ask(accountId, signConsent, {
      params: { patientId },
      body: {
        id: id(),
        editionId: edition.id,
        sha256: edition.sha256,
        signedName: `${patient.given} ${patient.family}`,
      },
    });
  }
}

async function askCompanion(self: Self, cycle: Cycle, saysYes: boolean): Promise<void> {
  const { life, patient, patientId, accountId, id } = self;
  const { ride } = await life.ask(accountId, askForRide, {
    params: { patientId, cycleId: cycle.cycleId },
    body: {
      id: id(),
      name: patient.escort[0],
      relationship: patient.escort[1],
      phone: '555 0199',
      mayFollow: true,
    },
  });
  if (!saysYes) return;
  life.at(life.now() + 20 * minute);
  await life.askAsCompanion(ride.linkId, takeRideStep, { body: { step: 'accepted' } });
  await life.askAsCompanion(ride.linkId, tellRide, { body: { how: 'car' } });
}

async function dosingDay(
  self: Self,
  series: Series,
  cycle: Cycle,
  index: number,
  room: (typeof rooms)[number],
): Promise<void> {
  const { life, patient, patientId, accountId, id, chance } = self;
  const nurse = room.number <= 2 ? who.maria : who.tom;
  const second = room.number <= 2 ? who.tom : who.maria;
  const sessionId = id();
  await onShift(self, [who.maria, who.tom, who.okafor, who.ines, who.pat], cycle.startsAt - 150 * minute);
  const [systolicMmHg, diastolicMmHg] = patient.pressure;
  const simulation: Omit<Simulation, 'startAt'> = {
    seed: wholeBetween(chance, 1, 1_000_000),
    edition: ivExample1,
    patient: {
      sessionId,
      patientId,
      name: `${patient.given} ${patient.family}`,
      orderId: series.orderId,
      doseMg: series.doseMg,
      weightKg: patient.weightKg,
      baseline: {
        systolicMmHg: Math.min(systolicMmHg, 136),
        diastolicMmHg: Math.min(diastolicMmHg, 86),
        heartRatePerMin: wholeBetween(chance, 64, 80),
        spo2Percent: wholeBetween(chance, 97, 99),
      },
      escort: { name: patient.escort[0], relation: patient.escort[1] },
    },
    devices: {
      nurse: { id: nurse.id, name: nurse.name, role: 'nurse' },
      secondNurse: { id: second.id, name: second.name, role: 'nurse' },
      prescriber: { id: who.okafor.id, name: who.okafor.name, role: 'prescriber' },
      tablet: { id: id() },
      phone: { id: id() },
      desktop: { id: id() },
      callButton: { id: id() },
    },
    happenings: { highPressure: index === 1 && systolicMmHg > 135 },
  };
  // Told once from the booked hour to hear how long it takes until the dose, then so that the dose begins in that hour.
  const settling =
    atOf(simulateSession({ ...simulation, startAt: cycle.startsAt }), 'DoseStarted') - cycle.startsAt;
  const arrivedAt = cycle.startsAt - settling;
  const events = simulateSession({ ...simulation, startAt: arrivedAt });
  life.at(arrivedAt);
  await life.ask(nurse.id, openSession, {
    params: { patientId },
    body: { id: sessionId, appointmentId: cycle.doseId },
  });
  const authors = new Map<string, LogEvent[]>();
  for (const event of events) {
    const account = event.authorId === patientId ? accountId : event.authorId;
    authors.set(account, [...(authors.get(account) ?? []), event]);
  }
  life.at((events.at(-1)?.effectiveAt ?? arrivedAt) + minute);
  // The nurse last: hers end the session, and what the others said must be there when it does.
  for (const [account, own] of [...authors].sort(
    ([a], [b]) => Number(a === nurse.id) - Number(b === nurse.id),
  )) {
    await life.ask(account, appendSessionEvents, {
      params: { patientId, sessionId },
      body: { events: own.map(sentPart) },
    });
  }
  // What they did while it went on is told after it: the whole session is sent at once, and it began before they set out.
  const linkId = await linkOf(self, cycle.cycleId);
  if (linkId === undefined) return;
  const escortAt = atOf(events, 'EscortArrived');
  for (const [step, at] of [
    ['on-the-way', escortAt - 25 * minute],
    ['at-the-door', escortAt - 2 * minute],
    ['home-safe', atOf(events, 'PatientReleased') + 37 * minute],
  ] as const) {
    life.at(at);
    await life.askAsCompanion(linkId, takeRideStep, { body: { step } });
  }
}

function atOf(events: readonly LogEvent[], type: LogEvent['fact']['type']): number {
  const found = events.find((event) => event.fact.type === type);
  if (found === undefined) throw new Error(`The simulated session has no ${type}.`);
  return found.effectiveAt;
}

async function linkOf({ ports }: Self, cycleId: string): Promise<string | undefined> {
  const { rows } = await withTenant(ports.pool, { clinicId: demoClinicId }, (tx) =>
    tx.query<{ link_id: string }>('select link_id from rides where clinic_id = $1 and cycle_id = $2', [
      demoClinicId,
      cycleId,
    ]),
  );
  return rows[0]?.link_id;
}

async function daysAfter(self: Self, cycle: Cycle, index: number, until: number): Promise<void> {
  const { life, patient, patientId, accountId, id, now, zone } = self;
  const isEs = patient.language === 'es';
  const evening = instantOf(localDateOf(cycle.startsAt, zone), 19 * 60 + 10, zone);
  if (evening < now) {
    life.at(evening);
    await life.ask(accountId, saveResponse, {
      params: { patientId, responseId: id() },
      body: {
        version: 0,
        instrument: 'evening-check',
        answers: { tonight: 'all-right' },
        complete: true,
        authoredAt: evening,
        cycleId: cycle.cycleId,
      },
    });
    life.at(evening + hour);
    const entries = isEs
      ? [
          'Vi el patio de mi abuela. No hacía falta hablar.',
          'Lloré, y fue un descanso.',
          'Sigo cansada, pero menos sola.',
        ]
      : [
          'I saw the kitchen of the old house. Nobody was angry.',
          'A long blue corridor. I did not want to come back at first.',
          'Nothing big. I noticed the quiet.',
        ];
    await life.ask(accountId, saveOwnWords, {
      params: { patientId, wordsId: id() },
      body: {
        version: 0,
        kind: 'journal',
        text: entries[index % entries.length] ?? '',
        writtenAt: evening + hour,
        cycleId: cycle.cycleId,
      },
    });
  }
  if (cycle.integrationAt + hour < now) {
    life.at(cycle.integrationAt + 50 * minute);
    await life.ask(who.ines.id, writeNote, {
      params: { patientId },
      body: {
        id: id(),
        kind: 'integration',
        cycleId: cycle.cycleId,
        appointmentId: cycle.integrationId,
        text: 'Talked about what stayed from the session and what it asks for this week.',
        agenda: [],
        commitments: [isEs ? 'Caminar diez minutos al día.' : 'Walk for ten minutes a day.'],
        heldAt: cycle.integrationAt,
      },
    });
  }
  const to = Math.min(until, now);
  await onsetAnswers(self, cycle, to);
  if (index % 2 === 1 && cycle.startsAt + 2 * day < to)
    await answer(self, 'phq-9', cycle.startsAt + 2 * day, heaviness(patient, index + 1));
  await pulses(self, { from: cycle.startsAt + day, to, sessions: index + 1 });
  for (let at = cycle.startsAt + 14 * day; at < to; at += 14 * day)
    await answer(self, 'phq-9', at, heaviness(patient, index + 1));
}

function heaviness(patient: DemoPatient, sessions: number): number {
  return Math.max(1, patient.course.from - patient.course.perSession * sessions);
}

/** One answer a day, some days none: a gap is a gap. */
async function pulses(
  self: Self,
  { from, to, sessions }: { from: number; to: number; sessions: number },
): Promise<void> {
  const { life, patient, patientId, accountId, id, chance, zone } = self;
  for (let at = from; at < to - hour; at += day) {
    const evening = instantOf(localDateOf(at, zone), 18 * 60 + wholeBetween(chance, 0, 90), zone);
    const isSilent = chance() < 0.22;
    if (isSilent || evening > to) continue;
    life.at(evening);
    const value = Math.min(
      10,
      Math.max(0, Math.round(heaviness(patient, sessions) + (chance() - 0.5) * 2.4)),
    );
    await life.ask(accountId, saveResponse, {
      params: { patientId, responseId: id() },
      body: {
        version: 0,
        instrument: 'pulse',
        answers: { pulse: value },
        complete: true,
        authoredAt: evening,
      },
    });
    await furtherAnswers(self, evening, value);
  }
}

/** What the long-term watch asks before this dose: no to everything, and before the first what the prescriber looked up. */
async function watched({ life, patientId, accountId, id }: Self, isFirst: boolean): Promise<void> {
  for (const form of isFirst ? [bladder, misuse] : [bladder]) {
    await life.ask(accountId, saveResponse, {
      params: { patientId, responseId: id() },
      body: {
        version: 0,
        instrument: form === bladder ? 'bladder' : 'misuse',
        answers: Object.fromEntries(form.items.map((item) => [item.id, 0])),
        complete: true,
        authoredAt: life.now(),
      },
    });
  }
  if (!isFirst) return;
  await life.ask(who.okafor.id, recordHealthEntry, {
    params: { patientId },
    body: { id: id(), body: { kind: 'prescription-check', earlyRefills: 0, monitoring: 'checked' } },
  });
}

/** The bladder is asked about from three days before. */
const askedBeforeDays = 3;

async function answer(self: Self, instrument: 'phq-9' | 'gad-7', at: number, weight: number): Promise<void> {
  const { life, patientId, accountId, id, chance } = self;
  const form = instrumentById(instrument);
  if (form === undefined) throw new Error(`There is no ${instrument}.`);
  const answers: Record<string, number> = {};
  for (const item of form.items) {
    const isRisk = item.id === form.riskItemId;
    answers[item.id] = isRisk
      ? 0
      : Math.min(3, Math.max(0, Math.round((weight / 10) * 3 + (chance() - 0.5))));
  }
  life.at(at);
  await life.ask(accountId, saveResponse, {
    params: { patientId, responseId: id() },
    body: { version: 0, instrument, answers, complete: true, authoredAt: at },
  });
}
