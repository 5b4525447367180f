// Asked every few minutes: what is due for whom, by the one answer; written once on each way the person chose. The link of a
// question is made with its message and lives no longer than the question.

import type { Channel } from '#api/reminders.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { afterChecksOf } from '#clinical/integration/after-checks.ts';
import { decisionToldWithinDays } from '#clinical/reminders/reminder-rules.ts';
import {
  type BookedAppointment,
  type Reminder,
  remindersDue,
  safetyChecks,
} from '#clinical/reminders/reminders.ts';
import type { Followed } from '#clinical/worklist.ts';
import { answerOf, careRecordsOf } from '#server/care-record';
import { iso } from '#server/clock';
import { writeMail, writeMessage } from '#server/communications';
import { newestDecisions } from '#server/outcomes';
import { commitmentDays } from '#server/own-words';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { makeSignInLink } from '#server/sign-in';
import { makeLink } from './links.ts';
import { writtenFor } from './messages.ts';
import { type Reached, reachedBy, waysTo } from './people.ts';
import { wishesOf } from './wishes.ts';

type Clinic = { id: string; name: string; phone: string; zone: string };

export async function sendReminders(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<Clinic>('select id, name, phone, zone from clinics');
  for (const clinic of clinics)
    await withTenant(ports.pool, { clinicId: clinic.id }, (tx) => remindClinic(tx, ports, clinic));
}

async function remindClinic(tx: Tx, ports: Ports, clinic: Clinic): Promise<void> {
  const now = ports.clock.now();
  const patientIds = await maybeReminded(tx, now);
  const [people, wishes, appointments, days, decisions, records] = [
    await reachedBy(tx, patientIds),
    await wishesOf(tx, patientIds),
    await bookedSoon(tx, patientIds, now),
    await commitmentDays(tx, patientIds, now),
    await newestDecisions(tx, patientIds),
    await careRecordsOf(tx, patientIds, now),
  ];
  for (const [patientId, followed] of records) {
    const person = people.get(patientId);
    if (person === undefined) continue;
    const wished = wishes(patientId);
    const due = remindersDue({
      tasks: answerOf(followed, now).tasks,
      appointments: appointments.get(patientId) ?? [],
      commitmentDays: days.get(patientId) ?? [],
      newestDecision: decisions.get(patientId),
      lastDoseCycleId: followed.record.lastDose?.cycleId,
      cycleId: followed.record.cycle?.id,
      wishes: wished,
      edition: followed.edition,
      now,
      zone: person.zone,
    });
    for (const reminder of due) {
      const isSafety = safetyChecks.includes(reminder.kind);
      const ways = waysTo(person, { chosen: wished.channels, ways: ports.ways, isSafety });
      for (const channel of ways)
        await remind(tx, { ports, clinic, person, followed, reminder, channel, now });
    }
  }
}

/** Those with something under way: a running plan, a dose of the last weeks, a decision of the last days, an appointment or a chosen day near. */
async function maybeReminded(tx: Tx, now: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select p.id from patients p
      where p.clinic_id = $1 and (
        exists (select 1 from series s where s.clinic_id = $1 and s.patient_id = p.id and s.status = 'active')
        or exists (select 1 from dosing_sessions d
                    where d.clinic_id = $1 and d.patient_id = p.id and d.released_at > $2::timestamptz - interval '100 days')
        or exists (select 1 from series_decisions v
                    where v.clinic_id = $1 and v.patient_id = p.id
                      and v.decided_at > $2::timestamptz - make_interval(days => $3))
        or exists (select 1 from appointments a
                    where a.clinic_id = $1 and a.patient_id = p.id and a.status = 'booked'
                      and lower(a.period) between $2::timestamptz and $2::timestamptz + interval '2 days')
        or exists (select 1 from own_words_days w
                    where w.clinic_id = $1 and w.patient_id = p.id
                      and w.due_on between ($2::timestamptz - interval '1 day')::date and ($2::timestamptz + interval '1 day')::date))`,
    [tx.clinicId, iso(now), decisionToldWithinDays.value],
  );
  return rows.map((row) => row.id);
}

async function bookedSoon(
  tx: Tx,
  patientIds: readonly string[],
  now: number,
): Promise<Map<string, BookedAppointment[]>> {
  const { rows } = await tx.query<{ id: string; patient_id: string; starts_at: number; ends_at: number }>(
    `select id, patient_id, lower(period) as starts_at, upper(period) as ends_at from appointments
      where clinic_id = $1 and patient_id = any ($2::uuid[]) and status = 'booked'
        and lower(period) between $3::timestamptz and $3::timestamptz + interval '2 days'
      order by lower(period), id`,
    [tx.clinicId, patientIds, iso(now)],
  );
  const byPatient = Map.groupBy(rows, (row) => row.patient_id);
  return new Map(
    [...byPatient].map(([patientId, own]) => [
      patientId,
      own.map((row) => ({ id: row.id, startsAt: row.starts_at, endsAt: row.ends_at })),
    ]),
  );
}

type Reminding = {
  readonly ports: Ports;
  readonly clinic: Clinic;
  readonly person: Reached;
  readonly followed: Followed;
  readonly reminder: Reminder;
  readonly channel: Channel;
  readonly now: number;
};

async function remind(tx: Tx, reminding: Reminding): Promise<void> {
  const { ports, clinic, person, reminder, channel, now } = reminding;
  const { rowCount } = await tx.query(
    `insert into reminders_sent (clinic_id, patient_id, about, channel, sent_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [tx.clinicId, person.patientId, reminder.about, channel, iso(now)],
  );
  if (rowCount !== 1) return;
  const { language, zone } = person;
  const links = channel === 'push' ? {} : await linksFor(tx, reminding, channel);
  const written = writtenFor(reminder, { language, zone, clinic, origin: ports.origin, ...links, now });
  const newId = () => ports.random.uuid();
  switch (channel) {
    case 'mail':
      await writeMail(
        tx,
        {
          id: newId(),
          to: person.email ?? '',
          subject: written.subject,
          body: written.mail,
          calendar: written.calendar,
          kind: 'reminder',
        },
        now,
      );
      return;
    case 'text':
      await writeMessage(tx, { id: newId(), channel, toNumber: person.phone ?? '', body: written.text }, now);
      return;
    case 'push':
      for (const phoneId of person.pushPhoneIds)
        await writeMessage(tx, { id: newId(), channel, phoneId }, now);
  }
}

/** A knock carries nothing and opens the app. What is one question is answered by its link; all else lets the person in. */
async function linksFor(
  tx: Tx,
  reminding: Reminding,
  channel: 'mail' | 'text',
): Promise<{ readonly answerLink?: string | undefined; readonly enterLink?: string | undefined }> {
  const answerLink = await answerLinkFor(tx, reminding);
  return answerLink === undefined
    ? { enterLink: await enterLinkFor(tx, reminding, channel) }
    : { answerLink };
}

/** Who opens a mailbox opens it within a day. A text may be read by whoever holds the number now, and waits less long. */
const enterLinkLastsMs = { mail: 24 * 60 * 60_000, text: 4 * 60 * 60_000 } as const;

/** None to an address the account does not sign in with: it may be read by others. */
async function enterLinkFor(
  tx: Tx,
  { ports, person, reminder, now }: Reminding,
  channel: 'mail' | 'text',
): Promise<string | undefined> {
  const { account, email } = person;
  if (account === undefined) return undefined;
  if (channel === 'mail' && email?.toLowerCase() !== account.email.toLowerCase()) return undefined;
  const link = { accountId: account.id, lastsMs: enterLinkLastsMs[channel], landing: landingOf(reminder) };
  return await makeSignInLink(tx, ports, link, now);
}

function landingOf(reminder: Reminder): string | undefined {
  switch (reminder.kind) {
    case 'forms':
      return reminder.instrument && `/questions/${reminder.instrument}`;
    case 'preparation':
      return '/prepare';
    case 'appointment':
      return '/more/appointments';
    case 'decided':
      return '/progress';
    case 'after-check':
    case 'evening-check':
    case 'pulse':
    case 'commitment':
      return undefined;
  }
}

/** An evening is asked about until the next noon; the question of the day until that day ends. */
const eveningOpenMs = 18 * 60 * 60_000;

async function answerLinkFor(
  tx: Tx,
  { ports, person, followed, reminder, now }: Reminding,
): Promise<string | undefined> {
  const { record } = followed;
  const { patientId, zone } = person;
  const address = (secret: string) => `${ports.origin}/a/#${secret}`;
  const make = async (link: Omit<Parameters<typeof makeLink>[2], 'patientId'>) =>
    address(await makeLink(tx, ports.random, { patientId, ...link }, now));
  switch (reminder.kind) {
    case 'after-check': {
      const { hours } = reminder;
      const check =
        record.lastDose &&
        afterChecksOf(record.lastDose, { edition: followed.edition, zone }).find(
          (one) => one.hours === hours,
        );
      if (check === undefined) return undefined;
      return make({
        about: 'after-check',
        hours,
        cycleId: record.lastDose?.cycleId,
        expiresAt: check.closesAt,
      });
    }
    case 'evening-check':
      return make({
        about: 'evening-check',
        hours: undefined,
        cycleId: record.cycle?.id,
        expiresAt: now + eveningOpenMs,
      });
    case 'pulse':
      return make({
        about: 'pulse',
        hours: undefined,
        cycleId: undefined,
        expiresAt: instantOf(addDays(localDateOf(now, zone), 1), 0, zone),
      });
    case 'forms':
    case 'preparation':
    case 'commitment':
    case 'appointment':
    case 'decided':
      return undefined;
  }
}
