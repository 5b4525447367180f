// History, medicines and goals as one person tells them in short sittings: kept line by line, filled in where a record
// already says it, read line by line by a clinician, and gone back to before every dose.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getGateSheet } from '#api/appointments.ts';
import { getChart } from '#api/chart.ts';
import * as sessions from '#api/dosing-sessions.ts';
import * as api from '#api/health-record.ts';
import { getOutcomes } from '#api/outcomes.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { conditionsNamedFor } from '#clinical/screening/known-conditions.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';

const { patientId, sessionId } = charts.ana;
const params = { patientId };

describe('what a person tells of themselves', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const tell = (body: api.HealthRecordBody, id: string = randomUUID()) =>
    house.done(people.ana, api.recordHealthEntry, { params, body: { id, body } });
  const entries = async (person: (typeof people)['ana' | 'maria' | 'okafor']) =>
    (await house.done(person, api.getHealthRecord, { params })).entries;

  test('history is told in parts, filled in from a record, and read line by line by a clinician @S0-16', async () => {
    const [first, second, ...rest] = healthConditions.map(({ id }) => id);
    assert.ok(first && second && rest.length > 20);
    await tell({ kind: 'history-answer', key: first, answer: 'no' });
    // Another day: what was said stands, and the phone knows which questions are open.
    house.later(30 * 3_600_000);
    await house.signIn(people.ana);
    const before = await entries(people.ana);
    assert.ok(before.some(({ body }) => body.kind === 'history-answer' && body.key === first));
    await tell({ kind: 'history-answer', key: second, answer: 'not-sure' });

    // What a brought record names stands beside the question it speaks to; the person answers.
    const brought = ['Sleep apnea', 'Appendectomy', 'Migraine with aura'];
    assert.deepEqual(conditionsNamedFor('sleep-apnoea', brought), ['Sleep apnea']);
    assert.deepEqual(conditionsNamedFor('migraine-with-aura', brought), ['Migraine with aura']);
    assert.deepEqual(
      healthConditions.filter(({ id }) => conditionsNamedFor(id, ['Appendectomy']).length > 0),
      [],
    );

    // Each line, a no as well, waits for a nurse or a prescriber, and carries who read it and when.
    await house.signIn(people.okafor);
    const reported = (await entries(people.okafor)).filter(
      ({ status, body }) => status === 'reported' && body.kind !== 'goal',
    );
    assert.ok(reported.some(({ body }) => body.kind === 'history-answer' && body.answer === 'no'));
    for (const { id, version, body } of reported)
      await house.done(people.okafor, api.correctHealthEntry, {
        params: { patientId, entryId: id },
        body: { version, body, status: 'confirmed' },
      });
    const read = (await entries(people.okafor)).filter(({ id }) => reported.some((each) => each.id === id));
    assert.ok(
      read.every(
        ({ status, recordedByName, recordedAt }) =>
          status === 'confirmed' && recordedByName === people.okafor.name && recordedAt === house.now(),
      ),
    );
    // A patient says, and does not confirm for the clinic.
    const [line] = read;
    assert.ok(line);
    await house.signIn(people.ana);
    const own = await house.call(people.ana, api.correctHealthEntry, {
      params: { patientId, entryId: line.id },
      body: { version: line.version, body: line.body, status: 'confirmed' },
    });
    assert.equal(own.problem.code, 'staff-confirms');
  });

  test('medicines carry dose, last taken and prescriber, and are confirmed anew in every session @S0-17', async () => {
    await tell({
      kind: 'medication-statement',
      name: 'Sertraline',
      generic: 'sertraline',
      dose: '50 mg',
      howOften: 'each morning',
      lastTaken: 'today at seven',
      prescriber: 'Dr. Lund',
      status: 'taking',
    });
    await house.signIn(people.maria);
    const chart = await house.done(people.maria, getChart, { params });
    const body = chart.record.find((entry) => entry.body.kind === 'medication-statement')?.body;
    assert.ok(body?.kind === 'medication-statement');
    assert.deepEqual([body.dose, body.lastTaken, body.prescriber], ['50 mg', 'today at seven', 'Dr. Lund']);

    const line = async () => {
      const { gate } = await house.done(people.maria, getGateSheet, { params });
      return gate.lines.find(({ condition }) => condition === 'medicines');
    };
    // However often it was told before: nobody has asked in this session, so the dose is closed on it.
    assert.equal((await line())?.state, 'unknown');
    const confirm = (seq: number, answer: 'no-change' | 'changed') =>
      house.done(people.maria, sessions.appendSessionEvents, {
        params: { patientId, sessionId },
        body: {
          events: [
            {
              eventId: randomUUID(),
              sessionId,
              patientId,
              deviceId: '0d0d0d0d-0000-4000-8000-000000000061',
              deviceSeq: seq,
              effectiveAt: house.now(),
              recordedAt: house.now(),
              fact: factOf('MedicinesReconfirmed', { answer }),
            },
          ],
        },
      });
    await confirm(1, 'no-change');
    assert.equal((await line())?.state, 'met');
    house.later(60_000);
    await confirm(2, 'changed');
    assert.equal((await line())?.state, 'not-met');
  });

  test('a goal is kept in her words, tied to a form, and gathers what came later @S0-18', async () => {
    const goalId = randomUUID() as string;
    await house.signIn(people.ana);
    await tell({ kind: 'goal', words: 'I would sing in the kitchen again.', form: 'phq-9' }, goalId);
    house.later(3 * 86_400_000);
    await house.signIn(people.ana);
    await house.done(people.ana, saveResponse, {
      params: { patientId, responseId: randomUUID() },
      body: {
        version: 0,
        instrument: 'phq-9',
        answers: Object.fromEntries(phq9.items.map(({ id }) => [id, id === phq9.riskItemId ? 0 : 1])),
        complete: true,
        language: 'en',
        authoredAt: house.now(),
      },
    });
    const noticed = { at: house.now(), words: 'I hummed while I cooked.' };
    await house.done(people.ana, api.correctHealthEntry, {
      params: { patientId, entryId: goalId },
      body: {
        version: 1,
        status: 'reported',
        body: {
          kind: 'goal',
          words: 'I would sing in the kitchen again.',
          form: 'phq-9',
          evidence: [noticed],
        },
      },
    });
    await house.signIn(people.okafor);
    const goal = (await entries(people.okafor)).find(({ id }) => id === goalId)?.body;
    assert.ok(goal?.kind === 'goal');
    assert.equal(goal.words, 'I would sing in the kitchen again.');
    assert.deepEqual(goal.evidence, [noticed]);
    const { scores } = await house.done(people.okafor, getOutcomes, { params });
    assert.ok(scores.some(({ instrument, at }) => instrument === goal.form && at === noticed.at));
  });
});
