// The whole record in the hands of the person it is about: a page they can read and data another system can, with every
// dose, reading and note, and everyone who looked.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getChart } from '#api/chart.ts';
import * as consult from '#api/consult.ts';
import * as sessions from '#api/dosing-sessions.ts';
import * as firstWords from '#api/first-words.ts';
import * as record from '#api/health-record.ts';
import * as own from '#api/own-words.ts';
import * as patients from '#api/patients.ts';
import * as questionnaires from '#api/questionnaires.ts';
import * as api from '#api/record-export.ts';
import type { SessionEvent } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { importBundle } from '#fhir/import-bundle.ts';
import { targetBound } from '#server/emdr';
import { guestNoteBound } from '#server/guest-room';
import { sealForPatient } from '#server/own-words';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { deviceOf } from '#test/session-facts.ts';
import { leftOut, parts, toldElsewhere } from './parts.ts';

describe('the whole record, taken away', () => {
  let house: TestApp;
  const ana = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  const params = { patientId: ana.patientId };
  const take = (language: 'en' | 'es') =>
    house.done(people.ana, api.exportRecord, { params, body: { id: randomUUID(), language } });

  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('patients see their own record, doses, readings and notes, and export them at any time, with who looked @S2-66', async () => {
    const beganAt = house.now() - 3 * 3_600_000;
    const events: SessionEvent[] = calmInfusion.events.map(({ fact, effectiveAt }, index) => ({
      eventId: randomUUID(),
      ...ana,
      deviceId: deviceOf(911),
      deviceSeq: index + 1,
      effectiveAt: beganAt + effectiveAt - calmInfusion.startAt,
      recordedAt: beganAt + effectiveAt - calmInfusion.startAt,
      fact,
    }));
    for (const [person, of] of [
      [people.okafor, events.filter(({ fact }) => fact.type === 'PreDoseReviewSigned')],
      [people.maria, events.filter(({ fact }) => fact.type !== 'PreDoseReviewSigned')],
    ] as const)
      await house.done(person, sessions.appendSessionEvents, { params: ana, body: { events: [...of] } });
    for (const body of [
      { kind: 'medication-statement', name: 'Sertraline', dose: '50 mg', status: 'taking' },
      { kind: 'allergy', name: 'Penicillin', reaction: 'A rash', severity: 'severe' },
      { kind: 'history-answer', key: 'stroke', answer: 'no' },
      { kind: 'prior-treatment', name: 'Talk therapy', response: 'helped-some', whyStopped: 'I moved' },
    ] as const)
      await house.done(people.ana, record.recordHealthEntry, { params, body: { id: randomUUID(), body } });
    await house.done(people.okafor, consult.writeNote, {
      params,
      body: {
        id: randomUUID(),
        kind: 'consult',
        text: 'We spoke about sleep.',
        agenda: [],
        commitments: [],
        heldAt: house.now(),
      },
    });
    await house.done(people.ana, questionnaires.saveResponse, {
      params: { ...params, responseId: randomUUID() },
      body: {
        instrument: 'phq-9',
        answers: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq-9-${index + 1}`, 1])),
        complete: true,
        version: 0,
        authoredAt: house.now(),
      },
    });
    await house.done(people.ana, own.saveOwnWords, {
      params: { ...params, wordsId: randomUUID() },
      body: { version: 0, kind: 'journal', text: 'The gull came back.', writtenAt: house.now() },
    });
    await house.done(people.maria, getChart, { params });
    await house.done(people.maria, firstWords.takeDownFirstWords, {
      params,
      body: { id: randomUUID(), text: 'It was all one rope.', saidAt: house.now() },
    });
    const sealedInto = async (table: 'emdr_targets' | 'guest_notes', words: string) => {
      const at = { id: randomUUID() as string, version: 1 };
      const what = table === 'guest_notes' ? guestNoteBound(at) : targetBound(at);
      await house.inClinic(
        'harbor',
        async (tx) => {
          const of = { what, text: words, now: house.now() };
          const sealed = await sealForPatient(tx, house.ports, ana.patientId, of);
          if (table === 'emdr_targets')
            return await tx.query(
              `insert into emdr_targets (clinic_id, id, version, patient_id, author_account_id, author_name, state, sealed, recorded_at)
               values ($1, $2, 1, $3, $4, 'Inés Alba', 'open', $5, now())`,
              [tx.clinicId, at.id, ana.patientId, people.ines.id, sealed],
            );
          const linkId = randomUUID();
          const nearId = randomUUID();
          await tx.query(
            `insert into related_persons (clinic_id, id, patient_id, name, created_at) values ($1, $2, $3, 'Rosa Lind', now())`,
            [tx.clinicId, nearId, ana.patientId],
          );
          await tx.query(
            `insert into companion_links (clinic_id, id, patient_id, related_person_id, token_hash, scopes, code_word, created_at, expires_at)
             values ($1, $2, $3, $4, '\\x00', '{guest-room}', 'kelp', now(), now() + interval '1 day')`,
            [tx.clinicId, linkId, ana.patientId, nearId],
          );
          return await tx.query(
            `insert into guest_notes (clinic_id, id, patient_id, link_id, from_name, sealed, recorded_at)
             values ($1, $2, $3, $4, 'Rosa Lind', $5, now())`,
            [tx.clinicId, at.id, ana.patientId, linkId, sealed],
          );
        },
        people.ines.id,
      );
    };
    await sealedInto('guest_notes', 'She will call her brother.');
    await sealedInto('emdr_targets', JSON.stringify({ title: 'The kitchen', negative: 'It was my fault' }));

    // Seen on the phone, without any file.
    const chart = await house.done(people.ana, getChart, { params });
    assert.ok(chart.vitalSigns.length > 3);
    assert.equal(
      (await house.done(people.ana, consult.listNotes, { params })).notes[0]?.text,
      'We spoke about sleep.',
    );
    const seen = await house.done(people.ana, sessions.listSessions, { params });
    assert.equal(
      seen.sessions.some(({ id }) => id === ana.sessionId),
      true,
    );

    const { page, bundle, parts: told } = await take('en');
    for (const words of [
      'Sertraline',
      'Penicillin',
      'Have you ever had a stroke?',
      'I moved',
      'We spoke about sleep.',
      'The gull came back.',
      'It was all one rope.',
      'She will call her brother.',
      'What you believe of yourself now',
      'It was my fault',
      'Dose started',
      'Upper pressure, mmHg',
      'Looked at your chart',
      people.maria.name,
    ])
      assert.ok(page.includes(words), words);
    assert.doesNotMatch(page, /<script|https?:\/\/(?!www\.w3)/);
    assert.ok(told.some(({ heading, count }) => heading === 'Measured' && count > 3));

    const data = JSON.parse(bundle) as {
      entry: { resource: { resourceType: string; id: string } & Record<string, unknown> }[];
    };
    const kinds = data.entry.map(({ resource }) => resource.resourceType);
    for (const kind of [
      'Patient',
      'Observation',
      'MedicationAdministration',
      'MedicationStatement',
      'AllergyIntolerance',
      'DocumentReference',
      'AuditEvent',
    ])
      assert.ok(kinds.includes(kind), kind);
    const given = data.entry.flatMap(({ resource }) =>
      resource.resourceType === 'MedicationAdministration'
        ? [(resource['dosage'] as { dose: { value: number } }).dose.value]
        : [],
    );
    assert.ok(given.length > 0 && given.every((mg) => mg > 0));
    // The form with its codes, and what it came to, where another system looks for a PHQ-9.
    const form = data.entry.find(
      ({ resource }) => resource.resourceType === 'QuestionnaireResponse',
    )?.resource;
    assert.match(JSON.stringify(form), /44250-9.+LA6569-3/);
    const total = data.entry.find(({ resource }) => resource.id === `${form?.id}-total`)?.resource;
    assert.match(JSON.stringify(total), /44261-6.+"value":9,/);
    assert.ok(data.entry.every(({ resource }) => /^[A-Za-z0-9.-]{1,64}$/.test(resource.id)));
    // Another clinic on the same software reads it back.
    const read = importBundle(data, { now: house.now(), expectedPatient: undefined });
    assert.ok(read.ok);
    const words = read.import.lines.map((line) => line.words);
    assert.ok(words.includes('Sertraline') && words.includes('Penicillin'));

    // In her language; for nobody else; and it leaves its own line.
    const spanish = await take('es');
    assert.match(spanish.page, /¿Ha tenido alguna vez un derrame cerebral\?/);
    assert.match(spanish.page, /Quién miró/);
    for (const other of [people.maria, people.okafor, people.fay])
      assert.ok(
        (await house.call(other, api.exportRecord, { params, body: { id: randomUUID(), language: 'en' } }))
          .status >= 403,
      );
    const looked = await house.done(people.ana, patients.whoLooked, { params });
    assert.ok(looked.entries.some(({ action }) => /whole record/.test(action)));
  });

  test('every table that holds something about a patient is carried along, or named with the reason why not', async () => {
    const known = new Set<string>([
      ...parts.map(({ table }) => table),
      ...toldElsewhere,
      ...Object.keys(leftOut),
    ]);
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ name: string }>(
        `select c.relname as name from pg_class c
           join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
           join pg_attribute a on a.attrelid = c.oid and a.attname = 'patient_id' and not a.attisdropped
          where c.relkind = 'r' order by 1`,
      ),
    );
    assert.ok(rows.length > 30);
    assert.deepEqual(
      rows.filter(({ name }) => !known.has(name)),
      [],
    );
    assert.deepEqual(
      [...known].filter((name) => !rows.some((row) => row.name === name)),
      [],
    );
  });
});
