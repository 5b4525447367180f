// The whole record in the hands of the person it is about: a page they can read and data another system can, with every
// dose, reading and note, and everyone who looked.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as consult from '#api/consult.ts';
import * as sessions from '#api/dosing-sessions.ts';
import * as record from '#api/health-record.ts';
import * as own from '#api/own-words.ts';
import * as patients from '#api/patients.ts';
import * as api from '#api/record-export.ts';
import type { SessionEvent } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { importBundle } from '#fhir/import-bundle.ts';
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
    await house.done(people.ana, own.saveOwnWords, {
      params: { ...params, wordsId: randomUUID() },
      body: { version: 0, kind: 'journal', text: 'The gull came back.', writtenAt: house.now() },
    });
    await house.done(people.maria, patients.getChart, { params });

    // Seen on the phone, without any file.
    const chart = await house.done(people.ana, patients.getChart, { params });
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
