// A side effect is told from anywhere, days later too; it is graded, signed where it is grave, holds the next dose until
// then, and leaves the house as FHIR.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/adverse-events.ts';
import { listIssues } from '#api/consult.ts';
import { appendSessionEvents } from '#api/dosing-sessions.ts';
import { listTasks } from '#api/outcomes.ts';
import { startShift } from '#api/sign-in.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';

const hour = 60 * 60_000;
const { ana, maria, okafor } = people;
const { patientId, sessionId } = charts.ana;
const params = { patientId };

describe('a side effect', () => {
  let house: TestApp;
  let sent = 0;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const write = (facts: readonly SessionFact[]) =>
    house.done(maria, appendSessionEvents, {
      params: { patientId, sessionId },
      body: {
        events: facts.map((fact) => {
          sent += 1;
          return {
            eventId: randomUUID() as string,
            sessionId,
            patientId,
            deviceId: '0d0d0d0d-0000-4000-8000-000000000077',
            deviceSeq: sent,
            effectiveAt: house.now(),
            recordedAt: house.now(),
            fact,
          };
        }),
      },
    });
  const list = () => house.done(okafor, api.listAdverseEvents, { params });
  const eventWith = async (id: string) => {
    const found = (await list()).events.find((event) => event.id === id);
    assert.ok(found);
    return found;
  };
  const tasksOf = async (kind: string) => {
    const { tasks } = await house.done(kind === 'side-effect-to-sign' ? okafor : maria, listTasks);
    return tasks.filter((task) => task.kind === kind);
  };
  const whole: api.Grading = {
    term: 'nausea',
    severity: 'mild',
    seriousness: [],
    relatedness: 'probable',
    reportedTo: [],
    done: '',
    toPatient: 'This is common on the day. Eat a little, and tell us if it lasts.',
    enteredInError: '',
  };

  test('is told by the patient the day after, and is held against the dose before it', async () => {
    const doseAt = house.now();
    await write([
      factOf('DoseGiven', { route: 'im', doseMg: 40, lot: 'L-1', expiry: '2028-01' }),
      factOf('SymptomReported', { symptomId: randomUUID(), symptom: 'Dizzy', severity: 'moderate' }),
    ]);
    house.later(33 * hour);
    await house.signIn(ana);
    for (const person of [maria, okafor]) {
      await house.signIn(person);
      await house.done(person, startShift, { body: { id: randomUUID() } });
    }
    const id = randomUUID() as string;
    const body = {
      id,
      words: 'I felt sick the whole evening.',
      startedAt: doseAt + 2 * hour,
      ended: doseAt + 6 * hour,
    };
    const told = await house.done(ana, api.reportAdverseEvent, { params, body });
    assert.equal(told.id, id);
    await house.done(ana, api.reportAdverseEvent, { params, body });
    const event = await eventWith(id);
    assert.deepEqual(
      [event.sessionId, event.firstDoseAt, event.state, event.reportedAs],
      [sessionId, doseAt, 'reported', 'patient'],
    );
    assert.equal((await list()).events.length, 1, 'said twice is once');
    const [work] = await tasksOf('side-effect-told');
    assert.deepEqual([work?.priority, work?.detail['words']], ['soon', body.words]);
  });

  test('is seen by the patient to have been looked at, by whom, and what they wrote back', async () => {
    const [before] = (await house.done(ana, api.listMySideEffects, { params })).events;
    assert.deepEqual([before?.seen, before?.answers], [undefined, []]);
    const grading = { ...whole, startedAt: before?.startedAt, resolved: before?.ended as number };
    const graded = { id: randomUUID() as string, after: 0, grading };
    const eventParams = { ...params, eventId: before?.id ?? '' };
    await house.done(maria, api.gradeAdverseEvent, { params: eventParams, body: graded });
    const [seen] = (await house.done(ana, api.listMySideEffects, { params })).events;
    assert.equal(seen?.seen?.byName, maria.name);
    assert.deepEqual(
      seen?.answers.map(({ words }) => words),
      [whole.toPatient],
    );
    assert.doesNotMatch(JSON.stringify(seen), /probable|seriousness/, 'the grading itself is the team’s');
    assert.equal((await eventWith(before?.id ?? '')).state, 'closed');
    assert.deepEqual(await tasksOf('side-effect-told'), []);
    const again = await house.call(maria, api.gradeAdverseEvent, {
      params: eventParams,
      body: { ...graded, id: randomUUID() },
    });
    assert.equal(again.problem.code, 'stale', 'someone graded it since');
  });

  test('that is grave comes to a nurse now, holds the next dose, and waits for a prescriber’s signature', async () => {
    const id = randomUUID() as string;
    await house.done(people.luz, api.companionReportsAdverseEvent, {
      body: { id, words: 'She passed out in the kitchen.', term: 'loss-of-consciousness', ended: 'over' },
    });
    const [work] = await tasksOf('side-effect-told');
    assert.deepEqual([work?.priority, work?.dueAt], ['now', house.now()]);
    const held = async () =>
      (await house.done(okafor, listIssues, { params })).issues.filter(
        ({ finding }) => finding.rule === 'adverse-event',
      );
    assert.deepEqual(
      (await held()).map(({ finding }) => [finding.code, finding.action]),
      [['adverse-event-severe', 'review']],
      'it holds from the first word on',
    );
    const grading: api.Grading = {
      ...whole,
      term: 'loss-of-consciousness',
      severity: 'severe',
      seriousness: ['hospitalization'],
      relatedness: 'possible',
      startedAt: house.now() - hour,
      resolved: 'ongoing',
    };
    await house.done(maria, api.gradeAdverseEvent, {
      params: { ...params, eventId: id },
      body: { id: randomUUID(), after: 0, grading },
    });
    assert.equal((await eventWith(id)).state, 'to-sign');
    assert.deepEqual(
      (await held()).map(({ finding }) => [finding.code, finding.action]),
      [['adverse-event-serious', 'exclude']],
    );
    const [signing] = await tasksOf('side-effect-to-sign');
    assert.equal(signing?.priority, 'now');
    const signature = { id: randomUUID() as string, after: 1, meaning: api.adverseEventMeaning } as const;
    const byNurse = await house.call(maria, api.signAdverseEvent, {
      params: { ...params, eventId: id },
      body: signature,
    });
    assert.equal(byNurse.status, 403, 'a nurse cannot sign it');
    await house.done(okafor, api.signAdverseEvent, { params: { ...params, eventId: id }, body: signature });
    const signed = await eventWith(id);
    assert.deepEqual([signed.state, signed.gradings.at(-1)?.byName], ['closed', okafor.name]);
    assert.deepEqual([await held(), await tasksOf('side-effect-to-sign')], [[], []]);
  });

  test('that was written in the room is taken over with its own times, once', async () => {
    const [waiting] = (await list()).inTheRoom;
    assert.equal(waiting?.symptom, 'Dizzy');
    const take = () =>
      house.done(maria, api.reportAdverseEvent, {
        params,
        body: {
          id: randomUUID(),
          words: waiting?.symptom ?? '',
          symptomId: waiting?.symptomId,
          severity: 'moderate',
          startedAt: waiting?.reportedAt,
          ended: 'ongoing',
        },
      });
    await take();
    await take();
    const { events, inTheRoom } = await list();
    assert.deepEqual(inTheRoom, []);
    const taken = events.filter(({ symptomId }) => symptomId === waiting?.symptomId);
    assert.deepEqual(
      taken.map((event) => [event.sessionId, event.startedAt]),
      [[sessionId, waiting?.reportedAt]],
    );
  });

  test('is told three weeks later too, and from no link that has ended', async () => {
    house.later(21 * 24 * hour);
    for (const person of [ana, maria, okafor, people.dana]) await house.signIn(person);
    const words = 'It has burned when I pass water since that week.';
    const id = randomUUID() as string;
    await house.done(ana, api.reportAdverseEvent, { params, body: { id, words, term: 'urinary' } });
    assert.equal((await eventWith(id)).sessionId, sessionId);
    const late = await house.call(people.luz, api.companionReportsAdverseEvent, {
      body: { id: randomUUID(), words },
    });
    assert.equal(late.status, 401);
  });

  test('leaves the house as FHIR: with the person and the dose for one, and without a name for all', async () => {
    const event = (await list()).events.find(({ term }) => term === 'loss-of-consciousness');
    const { bundle } = await house.done(okafor, api.exportAdverseEvent, {
      params: { ...params, eventId: event?.id ?? '' },
    });
    const resources = (bundle['entry'] as { resource: Record<string, unknown> }[]).map(
      ({ resource }) => resource,
    );
    assert.deepEqual(
      resources.map((resource) => resource['resourceType']),
      ['Patient', 'AdverseEvent', 'MedicationAdministration'],
    );
    const sentEvent = resources[1] as {
      actuality: string;
      subject: { reference: string };
      seriousness: { coding: { code: string }[] };
      severity: { coding: { code: string }[] };
      outcome: { coding: { code: string }[] };
      suspectEntity: { causality: { assessment: { coding: { code: string }[] } }[] }[];
    };
    assert.deepEqual(
      [
        sentEvent.actuality,
        sentEvent.subject.reference,
        sentEvent.seriousness.coding[0]?.code,
        sentEvent.severity.coding[0]?.code,
        sentEvent.outcome.coding[0]?.code,
        sentEvent.suspectEntity[0]?.causality[0]?.assessment.coding[0]?.code,
      ],
      ['actual', `Patient/${patientId}`, 'SeriousResultsInHospitalization', 'severe', 'ongoing', 'Possible'],
    );
    const register = await house.done(people.dana, api.adverseEventRegister);
    assert.equal(register.events.length, 4);
    const all = JSON.stringify(register);
    for (const name of ['Ana', 'kitchen', patientId, sessionId, maria.name])
      assert.ok(!all.includes(name), `${name} does not leave the house`);
  });

  test('of another person is nobody else’s, and the desk hears nothing of it', async () => {
    for (const stranger of [people.bea, people.pat]) {
      const told = await house.call(stranger, api.listAdverseEvents, { params });
      assert.ok(told.status === 403 || told.status === 404);
    }
    const own = await house.call(people.luis, api.listMySideEffects, { params });
    assert.ok(own.status === 403 || own.status === 404);
    const logs = house.logs.join('\n');
    assert.doesNotMatch(logs, /kitchen|sick/);
  });
});
