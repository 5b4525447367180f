// Facts sent from a room with a bad network: sent twice, sent late, sent at once, sent to the wrong place. What is kept is
// kept once, and what is refused leaves nothing behind.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as consult from '#api/consult.ts';
import * as api from '#api/dosing-sessions.ts';
import * as help from '#api/help-requests.ts';
import * as outcomes from '#api/outcomes.ts';
import * as patients from '#api/patients.ts';
import * as preparation from '#api/preparation.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { type Chart, charts, type Person, people } from '#test/people.ts';
import { device, doseStarted, note, pressure } from '#test/session-facts.ts';

describe('facts from the room', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const inRoom = (chart: Chart) => ({ patientId: chart.patientId, sessionId: chart.sessionId });
  const append = (
    events: readonly SessionEvent[],
    person: Person = people.maria,
    chart: Chart = charts.ana,
  ) => house.call(person, api.appendSessionEvents, { params: inRoom(chart), body: { events: [...events] } });
  const kept = async (chart: Chart = charts.ana) =>
    await house.inClinic('harbor', async (tx) => {
      const { rows } = await tx.query<{ event_id: string; version: number }>(
        'select event_id, version from dosing_session_events where clinic_id = $1 and session_id = $2 order by version',
        [tx.clinicId, chart.sessionId],
      );
      return rows;
    });
  const tablet = (() => {
    let number = 10;
    return () => {
      number += 1;
      return device(charts.ana, number);
    };
  })();

  test('a fact sent twice is kept once, and both answers are the same', async () => {
    const fact = tablet().fact(pressure(124, 78), house.now());
    const first = await append([fact]);
    const again = await append([fact]);
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.deepEqual(again.body, first.body);
    assert.equal((await kept()).filter((row) => row.event_id === fact.eventId).length, 1);
    const twiceInOne = tablet().fact(note('Twice in one sending.'), house.now());
    assert.equal((await append([twiceInOne, twiceInOne])).status, 200);
    assert.equal((await kept()).filter((row) => row.event_id === twiceInOne.eventId).length, 1);
  });

  test('the same fact sent by many at the same moment is kept once', async () => {
    const fact = tablet().fact(pressure(126, 80), house.now());
    const answers = await Promise.all(Array.from({ length: 12 }, () => append([fact])));
    assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([200]));
    assert.equal(new Set(answers.map((answer) => answer.body.kept[0]?.version)).size, 1);
    assert.equal((await kept()).filter((row) => row.event_id === fact.eventId).length, 1);
  });

  test('an id that was used for one fact is refused for another, and nothing of that sending is kept', async () => {
    const of = tablet();
    const fact = of.fact(pressure(124, 78), house.now());
    await append([fact]);
    const count = (await kept()).length;
    const changed = { ...fact, fact: pressure(184, 118) };
    const beside = of.fact(note('Beside it.'), house.now());
    const answer = await append([beside, changed]);
    assert.deepEqual([answer.status, answer.problem.code], [409, 'event-differs']);
    assert.equal(answer.problem.fields?.[0]?.path, 'events.1.eventId');
    const otherNumber = await append([
      { ...of.fact(note('Same number.'), house.now()), deviceSeq: fact.deviceSeq },
    ]);
    assert.deepEqual([otherNumber.status, otherNumber.problem.code], [409, 'sequence-taken']);
    assert.equal((await kept()).length, count);
  });

  test('a fact for another patient or session than the one on the screen is refused, and nothing is kept', async () => {
    const count = (await kept()).length;
    const fact = tablet().fact(note('For someone else?'), house.now());
    for (const wrong of [
      { ...fact, patientId: charts.luis.patientId },
      { ...fact, sessionId: charts.luis.sessionId },
    ]) {
      const answer = await append([tablet().fact(note('Right.'), house.now()), wrong]);
      assert.deepEqual([answer.status, answer.problem.code], [409, 'another-session']);
    }
    const crossed = await house.call(people.maria, api.appendSessionEvents, {
      params: { patientId: charts.ana.patientId, sessionId: charts.luis.sessionId },
      body: { events: [{ ...fact, sessionId: charts.luis.sessionId }] },
    });
    assert.equal(crossed.status, 404);
    assert.equal((await kept()).length, count);
    assert.deepEqual(await kept(charts.luis), []);
  });

  test('one sending that is refused does not take down those that came with it', async () => {
    const good = Array.from({ length: 6 }, () => tablet().fact(note('Good.'), house.now()));
    const bad = { ...tablet().fact(note('Bad.'), house.now()), patientId: charts.luis.patientId };
    const answers = await Promise.all(
      [...good.slice(0, 3), bad, ...good.slice(3)].map((fact) => append([fact])),
    );
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [200, 200, 200, 409, 200, 200, 200],
    );
    const ids = (await kept()).map((row) => row.event_id);
    assert.ok(good.every((fact) => ids.includes(fact.eventId)));
    assert.ok(!ids.includes(bad.eventId));
  });

  test('a fact typed from paper keeps the time of the paper, who saw it and who typed it', async () => {
    const at = house.now() - 40 * 60_000;
    const paper = {
      v: 1,
      sheet: 'K7QM4-X',
      seenById: people.maria.id,
      seenByName: people.maria.name,
    } as const;
    const fact = { ...tablet().fact(pressure(131, 80), at), recordedAt: house.now(), paper };
    assert.equal((await append([fact], people.okafor)).status, 200);
    const room = await house.done(people.maria, api.getSession, { params: inRoom(charts.ana) });
    const read = room.events.find((event) => event.eventId === fact.eventId);
    assert.deepEqual(
      [read?.effectiveAt, read?.recordedAt, read?.authorName, read?.paper],
      [at, house.now(), people.okafor.name, paper],
    );
    const again = await append([fact], people.okafor);
    assert.equal(again.status, 200);
  });

  test('nobody is named as having seen what they cannot have seen: another clinic’s nurse, a patient, another name', async () => {
    const count = (await kept()).length;
    for (const [seenById, seenByName] of [
      [people.nell.id, people.nell.name],
      [people.ana.id, people.ana.name],
      [people.maria.id, people.okafor.name],
    ] as const) {
      const fact = tablet().fact(pressure(131, 80), house.now());
      const answer = await append([{ ...fact, paper: { v: 1, sheet: null, seenById, seenByName } }]);
      assert.deepEqual([answer.status, answer.problem.code], [422, 'nobody-of-that-name']);
    }
    assert.equal((await kept()).length, count);
  });

  test('versions have no gap, and a device learns up to where nothing of its own is missing', async () => {
    const of = tablet();
    const [one, two, three] = [1, 2, 3].map(() => of.fact(note('In order.'), house.now())) as [
      SessionEvent,
      SessionEvent,
      SessionEvent,
    ];
    assert.equal((await append([three])).body.contiguousDeviceSeq, 0);
    assert.equal((await append([one])).body.contiguousDeviceSeq, 1);
    assert.equal((await append([two])).body.contiguousDeviceSeq, 3);
    const versions = (await kept()).map((row) => row.version);
    assert.deepEqual(
      versions,
      versions.map((_, index) => index + 1),
    );
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ version: number }>('select version from dosing_sessions where clinic_id = $1 and id = $2', [
        tx.clinicId,
        charts.ana.sessionId,
      ]),
    );
    assert.equal(rows[0]?.version, versions.length);
  });

  test('a screen that missed everything repairs itself from what comes after the last it has', async () => {
    const all = await house.done(people.maria, api.getSessionEvents, {
      params: inRoom(charts.ana),
      query: { after: '0' },
    });
    assert.equal(all.events.length, all.version);
    const rest = await house.done(people.maria, api.getSessionEvents, {
      params: inRoom(charts.ana),
      query: { after: String(all.version - 2) },
    });
    assert.deepEqual(rest.events, all.events.slice(-2));
  });

  test('a nurse cannot sign the review before the dose, nor override; a prescriber can', async () => {
    const review: SessionFact = {
      type: 'PreDoseReviewSigned',
      v: 1,
      orderId: charts.ana.orderId,
      doseMg: 33,
      weightKg: 66,
    };
    const override: SessionFact = {
      type: 'ConditionOverridden',
      v: 1,
      condition: 'blood-pressure',
      reason: 'Known and stable.',
      deciderName: 'Dr. N. Okafor',
    };
    for (const fact of [review, override]) {
      const byNurse = await append([tablet().fact(fact, house.now())]);
      assert.deepEqual([byNurse.status, byNurse.problem.code], [403, 'prescriber-decides']);
    }
    // Nor under the cover of an ordinary reading.
    const together = await append([
      tablet().fact(pressure(120, 76), house.now()),
      tablet().fact(review, house.now()),
    ]);
    assert.equal(together.status, 403);
    assert.equal((await append([tablet().fact(review, house.now())], people.okafor)).status, 200);
  });

  test('feelings that surface are written down with their strength and what helped; where trauma is not ruled out the therapist is told at once @S1-21', async () => {
    const of = tablet();
    const [mild, strong, helped] = [
      of.fact({ type: 'DistressRated', v: 1, score: 6 }, house.now()),
      of.fact({ type: 'DistressRated', v: 1, score: 8 }, house.now()),
      of.fact({ type: 'CareActionTaken', v: 1, action: 'stayed-beside', note: 'Held her hand' }, house.now()),
    ];
    const told = async () => {
      const { rows } = await house.inClinic('harbor', (tx) =>
        tx.query<{ id: string; priority: string; owner_role: string; trauma: string }>(
          `select id, priority, owner_role, detail ->> 'trauma' as trauma from tasks where kind = 'feelings-surfaced'`,
        ),
      );
      return rows;
    };
    await append([mild]);
    assert.deepEqual(await told(), []);
    await append([strong, helped]);
    assert.deepEqual(
      (await told()).map((task) => [task.id, task.priority, task.owner_role, task.trauma]),
      [[strong.eventId, 'now', 'therapist', 'not-known']],
    );
    await append([strong]);
    assert.equal((await told()).length, 1, 'said once, however often it is sent');
    const { events } = await house.done(people.maria, api.getSessionEvents, {
      params: inRoom(charts.ana),
      query: { after: '0' },
    });
    assert.ok(
      events.some(({ fact }) => fact.type === 'CareActionTaken' && fact.action === 'stayed-beside'),
      'the response stands in the log',
    );
  });

  test('a dose that was started while its gate was closed is kept, and becomes work for the prescriber now', async () => {
    const fact = tablet().fact(doseStarted, house.now());
    assert.equal((await append([fact])).status, 200);
    const { tasks } = await house.done(people.okafor, outcomes.listTasks);
    const raised = tasks.filter((task) => task.kind === 'dose-started-while-closed');
    assert.deepEqual(
      raised.map((task) => [task.id, task.priority, task.ownerRole, task.patientId]),
      [[fact.eventId, 'now', 'prescriber', charts.ana.patientId]],
    );
    assert.match(String(raised[0]?.detail['lines']), /\w/);
    await append([fact]);
    const after = await house.done(people.okafor, outcomes.listTasks);
    assert.equal(
      after.tasks.filter((task) => task.kind === 'dose-started-while-closed').length,
      1,
      'said once, however often it is sent',
    );
  });

  test('a reading written down late is kept at its own time, and a fact after leaving is still a fact', async () => {
    const of = tablet();
    const early = house.now() - 20 * 60_000;
    house.later(60_000);
    const late = of.fact(pressure(131, 84), early);
    await append([
      of.fact({ type: 'PatientReleased', v: 1, toName: 'Luz Reyes', toRelation: 'sister' }, house.now()),
      late,
      of.fact(pressure(128, 82), house.now() + 60_000),
    ]);
    const { events } = await house.done(people.maria, api.getSessionEvents, {
      params: inRoom(charts.ana),
      query: { after: '0' },
    });
    const found = events.find((event) => event.eventId === late.eventId);
    assert.deepEqual(
      [found?.effectiveAt, found?.receivedAt, found?.authorName],
      [early, house.now(), 'Maria Ruiz'],
    );
    assert.equal(events.at(-1)?.fact.type, 'VitalSignsMeasured');
  });

  test('a call from the patient becomes work for a nurse now, once', async () => {
    const phone = tablet();
    const call = phone.fact({ type: 'PatientSignalled', v: 1, signal: 'come' }, house.now());
    assert.equal((await append([call], people.ana)).status, 200);
    assert.equal((await append([call], people.ana)).status, 200);
    const { tasks } = await house.done(people.maria, outcomes.listTasks);
    assert.equal(tasks.filter((task) => task.kind === 'patient-calls' && task.id === call.eventId).length, 1);
  });

  test('opening the session of a slot that is open gives the same session again', async () => {
    const told = await house.done(people.maria, api.openSession, {
      params: { patientId: charts.ana.patientId },
      body: { id: randomUUID(), appointmentId: charts.ana.appointmentId },
    });
    assert.equal(told.id, charts.ana.sessionId);
  });
});

describe('an act said more than once', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());
  const ana = { patientId: charts.ana.patientId };

  test('the same act under the same id is done once and answered the same', async () => {
    const asked = { params: ana, body: { id: randomUUID() }, key: randomUUID() };
    const first = await house.call(people.ana, help.askForHelp, asked);
    house.later(5_000);
    const again = await house.call(people.ana, help.askForHelp, asked);
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.equal(again.text, first.text);
  });

  test('another act under the same id is refused, and so is the same act about another patient', async () => {
    const key = randomUUID();
    const body = { id: randomUUID() };
    await house.done(people.ana, help.askForHelp, { params: ana, body, key });
    const other = await house.call(people.ana, help.askForHelp, {
      params: ana,
      body: { id: randomUUID() },
      key,
    });
    assert.deepEqual([other.status, other.problem.code], [409, 'command-differs']);
    const elsewhere = await house.call(people.ana, preparation.revokeCompanionLink, {
      params: { ...ana, linkId: charts.ana.linkId },
      body: {},
      key,
    });
    assert.deepEqual([elsewhere.status, elsewhere.problem.code], [409, 'command-differs']);
  });

  test('an id of one person means nothing to another', async () => {
    const key = randomUUID();
    await house.done(people.ana, help.askForHelp, { params: ana, body: { id: randomUUID() }, key });
    await house.done(people.luis, help.askForHelp, {
      params: { patientId: charts.luis.patientId },
      body: { id: randomUUID() },
      key,
    });
  });

  test('an act without an id of its own is not done', async () => {
    for (const key of [undefined, 'again', '']) {
      const told = await house.call(people.ana, help.askForHelp, {
        params: ana,
        body: { id: randomUUID() },
        headers: { 'idempotency-key': key },
      });
      assert.deepEqual([told.status, told.problem.code], [400, 'no-command-id']);
    }
  });

  test('ten at once are one', async () => {
    const before = await house.rowCounts();
    const asked = { params: ana, body: { id: randomUUID() }, key: randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => house.call(people.ana, help.askForHelp, asked)),
    );
    assert.deepEqual(new Set(answers.map((answer) => answer.text)), new Set([answers[0]?.text]));
    assert.equal((await house.rowCounts())['tasks'], (before['tasks'] ?? 0) + 1);
  });

  test('a refusal is not remembered: the act may be said again once it is possible', async () => {
    const body = { id: randomUUID() };
    const key = randomUUID();
    const refused = await house.call(people.tom, patients.correctPatient, {
      params: ana,
      body: { version: 1, givenName: 'Ana', familyName: 'Reyes', language: 'en' },
      key,
    });
    assert.equal(refused.status, 403);
    await house.done(people.ana, help.askForHelp, { params: ana, body, key });
  });

  test('a change made on what somebody else has changed since is refused as stale, and theirs stands', async () => {
    const body = { givenName: 'Ana', familyName: 'Reyes', language: 'en' as const };
    const { version } = await house.done(people.pat, patients.getPatient, { params: ana });
    await house.done(people.pat, patients.correctPatient, {
      params: ana,
      body: { ...body, version, phone: '+1 555 0101' },
    });
    const late = await house.call(people.ana, patients.correctPatient, {
      params: ana,
      body: { ...body, version, phone: '+1 555 0999' },
    });
    assert.deepEqual([late.status, late.problem.code], [409, 'stale']);
    assert.equal((await house.done(people.pat, patients.getPatient, { params: ana })).phone, '+1 555 0101');
  });

  test('of two who change the same thing at once, one is told', async () => {
    const { series } = await house.done(people.okafor, consult.listSeries, { params: ana });
    const version = series[0]?.version ?? 0;
    const answers = await Promise.all(
      (['held', 'paused'] as const).map((status) =>
        house.call(people.okafor, consult.changeSeriesStatus, {
          params: { ...ana, seriesId: charts.ana.seriesId },
          body: { version, status, reason: 'Both at once.' },
        }),
      ),
    );
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 409]);
  });

  test('what was answered is kept closed: no entry of a journal and no link lies open in the table of acts', async () => {
    await house.done(people.okafor, outcomes.listTasks);
    const told = await house.done(people.ana, preparation.askForRide, {
      params: { ...ana, cycleId: charts.ana.cycleId },
      body: { id: randomUUID(), name: 'Luz Reyes' },
    });
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ response: unknown }>('select response from commands where clinic_id = $1', [tx.clinicId]),
    );
    const open = JSON.stringify(rows);
    assert.ok(rows.length > 3);
    assert.ok(!open.includes(told.link.split('#')[1] ?? 'no link'));
    assert.ok(!open.includes('Luz Reyes'));
  });
});
