// Getting ready with a person: a visit of its own kind, a note that has a place for everything gone through, and the goals on
// the table.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as slots from '#api/appointments.ts';
import * as api from '#api/consult.ts';
import * as record from '#api/health-record.ts';
import { visitTopics } from '#clinical/preparation/visit-topics.ts';
import { appointmentRoutes } from '#server/appointments';
import { healthRecordRoutes } from '#server/health-record';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { consultRoutes } from './index.ts';

describe('the preparation visit', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let thea: Person;
  let maria: Person;
  let fay: Person;
  const params = () => ({ patientId: june.patientId });

  before(async () => {
    clinic = await clinicWithRoutes((ports) => [
      ...consultRoutes(ports),
      ...appointmentRoutes(ports),
      ...healthRecordRoutes(ports),
    ]);
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId });
    maria = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId });
    fay = await clinic.staff('Fay Moreau', 'front-desk');
  });
  after(() => clinic.close());

  test('is booked as a visit of its own kind with a therapist, and its note has a place for all that is gone through @S1-6', async () => {
    const startsAt = clinic.now() + 3_600_000;
    const book = (practitioner: Person) =>
      clinic.call(fay, slots.bookAppointment, {
        params: params(),
        body: {
          id: randomUUID(),
          kind: 'preparation',
          practitionerId: practitioner.accountId,
          startsAt,
          endsAt: startsAt + 50 * 60_000,
        },
      });
    assert.equal((await book(maria)).code, 'not-their-work');
    const { answer: slot } = await book(thea);
    clinic.later(2 * 3_600_000);
    const write = (person: Person) =>
      clinic.call(person, api.writeNote, {
        params: params(),
        body: {
          id: randomUUID(),
          kind: 'preparation',
          appointmentId: slot.id,
          text: '',
          agenda: visitTopics.map((question, index) => ({
            question,
            answer: index === 2 ? 'That it will not end.' : '',
          })),
          commitments: ['Walk with her sister on Sunday'],
          heldAt: startsAt,
        },
      });
    assert.equal((await write(fay)).status, 403);
    const { answer: note } = await write(thea);
    assert.deepEqual(
      note.agenda.map(({ question }) => question),
      [...visitTopics],
    );
    for (const part of [/Goals/, /fear/, /brings them back/, /strong moments/, /Touch/, /home/, /afterwards/])
      assert.ok(
        visitTopics.some((topic) => part.test(topic)),
        String(part),
      );
    const { answer } = await clinic.call(june, slots.listAppointments, { params: params() });
    assert.equal(answer.appointments.find(({ id }) => id === slot.id)?.status, 'fulfilled');
    assert.equal(
      (await clinic.call(june, api.listNotes, { params: params() })).answer.notes[0]?.authorName,
      'Thea Brandt',
    );
  });

  test('on the day a nurse goes through it with someone who came unprepared, and writes no other note', async () => {
    const write = (kind: 'preparation' | 'consult' | 'integration') =>
      clinic.call(maria, api.writeNote, {
        params: params(),
        body: {
          id: randomUUID(),
          kind,
          text: 'Gone through in the chair, an hour before.',
          agenda: [],
          commitments: [],
          heldAt: clinic.now(),
        },
      });
    assert.equal((await write('preparation')).answer.authorName, 'Maria Duarte');
    assert.equal((await write('consult')).code, 'other-author');
    assert.equal((await write('integration')).code, 'other-author');
  });

  test('has their goals on the table, changed together with the older words kept, and nothing else of the record @S1-7', async () => {
    const goal = { kind: 'goal', words: 'I want to sleep', measure: 'Six hours' } as const;
    const { answer: said } = await clinic.call(june, record.recordHealthEntry, {
      params: params(),
      body: { id: randomUUID(), body: goal },
    });
    const brought = (await clinic.call(thea, record.getHealthRecord, { params: params() })).answer.entries;
    assert.deepEqual(
      brought.map(({ body }) => body),
      [goal],
    );
    const change = (person: Person, entry: record.HealthRecordEntry, body: record.HealthRecordBody) =>
      clinic.call(person, record.correctHealthEntry, {
        params: { ...params(), entryId: entry.id },
        body: { version: entry.version, status: 'confirmed', body },
      });
    const together = { ...goal, words: 'I want to wake up and want the day' };
    const changed = await change(thea, said, together);
    assert.deepEqual(
      [changed.status, changed.answer.version, changed.answer.recordedByName],
      [200, 2, 'Thea Brandt'],
    );
    const seen = (await clinic.call(june, record.getHealthRecord, { params: params() })).answer.entries;
    assert.deepEqual(
      seen.map(({ body }) => body),
      [together],
    );
    const { rows } = await clinic.as(maria, (tx) =>
      tx.query('select version from health_record_entries where id = $1', [said.id]),
    );
    assert.equal(rows.length, 2);

    const { answer: medicine } = await clinic.call(june, record.recordHealthEntry, {
      params: params(),
      body: { id: randomUUID(), body: { kind: 'medication-statement', name: 'Zoloft', status: 'taking' } },
    });
    const wrong = await change(thea, medicine, {
      ...medicine.body,
      name: 'Prozac',
    } as record.HealthRecordBody);
    assert.deepEqual([wrong.status, wrong.code], [403, 'goals-only']);
    assert.equal(
      (
        await clinic.call(thea, record.recordHealthEntry, {
          params: params(),
          body: { id: randomUUID(), body: goal },
        })
      ).status,
      403,
    );
  });
});
