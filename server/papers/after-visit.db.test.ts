// The paper that goes home, on the real server: handed over for the very bytes that were shown, kept when the record goes on,
// and read by the one who drives without a word of the visit.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/after-visit.ts';
import * as sessions from '#api/dosing-sessions.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { afterVisitBytes } from '#dosing-session/papers/after-visit.ts';
import { sha256 } from '#server/secrets';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { deviceOf } from '#test/session-facts.ts';

describe('the paper that goes home', () => {
  let house: TestApp;
  const ana = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  let seq = 0;
  const factAt = (fact: SessionFact, effectiveAt: number): SessionEvent => {
    seq += 1;
    return {
      eventId: randomUUID(),
      ...ana,
      deviceId: deviceOf(910),
      deviceSeq: seq,
      effectiveAt,
      recordedAt: effectiveAt,
      fact,
    };
  };
  const append = async (events: readonly SessionEvent[]) => {
    const isReview = ({ fact }: SessionEvent) => fact.type === 'PreDoseReviewSigned';
    for (const [person, own] of [
      [people.okafor, events.filter(isReview)],
      [people.maria, events.filter((event) => !isReview(event))],
    ] as const) {
      if (own.length === 0) continue;
      await house.done(person, sessions.appendSessionEvents, { params: ana, body: { events: [...own] } });
    }
  };
  const read = (person: Person = people.maria) =>
    house.done(person, api.getAfterVisitSummary, { params: ana });
  const handOver = async (person: Person, over: Partial<{ version: number; sha256: string }> = {}) => {
    const told = await read();
    return await house.call(person, api.handOverSummary, {
      params: ana,
      body: {
        id: randomUUID(),
        version: over.version ?? told.versions[0]?.version ?? 0,
        sha256: over.sha256 ?? sha256(afterVisitBytes(told.draft)).toString('hex'),
        meaning: 'I went through this with them',
      },
    });
  };
  const paperOfLuz = async () => (await house.done(people.luz, api.getCompanionPaper)).paper;

  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('nobody hands over the paper of a person who is still here, and the one who drives reads nothing yet', async () => {
    const beganAt = house.now() - 3 * 3_600_000;
    const events = calmInfusion.events
      .filter(({ fact }) => fact.type !== 'PatientReleased')
      .map(({ fact, effectiveAt }) => factAt(fact, beganAt + effectiveAt - calmInfusion.startAt));
    await append(events);
    assert.equal((await read()).state, 'not-over');
    assert.equal((await handOver(people.maria)).problem.code, 'session-not-over');
    assert.equal(await paperOfLuz(), undefined);
  });

  test('after the release it can be read by both, and says that no nurse has put her name to it', async () => {
    await append([
      factAt({ type: 'PatientReleased', v: 1, toName: 'Luz', toRelation: 'sister' }, house.now() - 60_000),
    ]);
    assert.equal((await read()).state, 'not-handed-over');
    assert.equal((await read(people.ana)).versions.length, 0);
    assert.equal((await paperOfLuz())?.handedOver, undefined);
  });

  test('it is handed over for the bytes that were shown, once, by who cares for them', async () => {
    assert.equal((await handOver(people.maria, { sha256: 'f'.repeat(64) })).problem.code, 'paper-changed');
    assert.equal((await handOver(people.maria, { version: 3 })).problem.code, 'stale');
    assert.equal((await handOver(people.ana)).status, 404);
    assert.equal((await handOver(people.ines)).status, 403);
    const handed = await handOver(people.maria);
    assert.deepEqual(
      [handed.status, handed.body.state, handed.body.versions[0]?.byName],
      [200, 'handed-over', 'Maria Ruiz'],
      handed.text,
    );
    assert.equal((await handOver(people.maria)).problem.code, 'already-handed-over');
  });

  test('the one who drives reads what to do tonight and nothing of the visit', async () => {
    const paper = await paperOfLuz();
    assert.equal(paper?.handedOver?.byName, 'Maria Ruiz');
    const text = JSON.stringify(paper);
    assert.match(text, /does not drive until tomorrow/);
    assert.doesNotMatch(text, /\bmg\b|mmHg|\d{2,3}\/\d{2,3}|Watched over you/);
    assert.equal((await house.call(people.luz, api.getAfterVisitSummary, { params: ana })).status, 404);
    assert.equal((await house.call(people.luz, sessions.listSessions, { params: ana })).status, 404);
  });

  test('a later fact changes nothing that was handed over; the next version says what is new', async () => {
    await append([
      factAt(
        { type: 'SymptomReported', v: 1, symptomId: randomUUID(), symptom: 'headache', severity: 'mild' },
        house.now() - 30_000,
      ),
    ]);
    const told = await read(people.ana);
    assert.equal(told.state, 'changed');
    assert.doesNotMatch(JSON.stringify(told.versions[0]?.content.patient.en), /headache: from/);
    const second = await handOver(people.maria);
    assert.equal(second.body.versions[0]?.version, 2, second.text);
    assert.match(JSON.stringify(second.body.versions[0]?.content.patient.en), /headache: from/);
    assert.deepEqual((await paperOfLuz())?.changes.en, []);
  });
});
