// The papers of a session on the real server: what is signed is what was shown, a later fact shows, and nobody outside the
// care reads a note.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as sessions from '#api/dosing-sessions.ts';
import * as api from '#api/papers.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { twoSprays } from '#dosing-session/examples/two-sprays.ts';
import { noteBytes } from '#dosing-session/papers/session-note.ts';
import { sha256 } from '#server/secrets';
import { type TestApp, testApp } from '#test/app.ts';
import { type Chart, charts, type Person, people } from '#test/people.ts';
import { deviceOf, note } from '#test/session-facts.ts';

const day = 86_400_000;

/** A recorded story as the devices of this room would have sent it, beginning at a moment of the test. */
function sentBy(
  chart: Chart,
  recorded: {
    readonly startAt: number;
    readonly events: readonly { fact: SessionFact; effectiveAt: number; recordedAt: number }[];
  },
  beganAt: number,
): SessionEvent[] {
  return recorded.events.map((event, index) => ({
    eventId: randomUUID(),
    sessionId: chart.sessionId,
    patientId: chart.patientId,
    deviceId: deviceOf(900),
    deviceSeq: index + 1,
    effectiveAt: beganAt + (event.effectiveAt - recorded.startAt),
    recordedAt: beganAt + (event.recordedAt - recorded.startAt),
    fact: event.fact,
  }));
}

/** Each fact by who may write it: the review is the prescriber's, everything else the nurse's. */
async function write(house: TestApp, events: readonly SessionEvent[]): Promise<void> {
  const params = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  const isReview = ({ fact }: SessionEvent) => fact.type === 'PreDoseReviewSigned';
  for (const [person, own] of [
    [people.okafor, events.filter(isReview)],
    [people.maria, events.filter((event) => !isReview(event))],
  ] as const) {
    if (own.length === 0) continue;
    const told = await house.call(person, sessions.appendSessionEvents, {
      params,
      body: { events: [...own] },
    });
    assert.equal(told.status, 200, told.text);
  }
}

describe('the papers of a session', () => {
  let house: TestApp;
  const ana = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  const append = (events: readonly SessionEvent[]) => write(house, events);
  let seq = 5_000;
  const later = (fact: SessionFact): SessionEvent => {
    seq += 1;
    return {
      eventId: randomUUID(),
      sessionId: ana.sessionId,
      patientId: ana.patientId,
      deviceId: deviceOf(901),
      deviceSeq: seq - 5_000,
      effectiveAt: house.now(),
      recordedAt: house.now(),
      fact,
    };
  };
  const read = (person: Person = people.maria) => house.done(person, api.getSessionNote, { params: ana });
  const signed = async (
    person: Person,
    words: string,
    over: Partial<{ version: number; sha256: string }> = {},
  ) => {
    const told = await read(person);
    return await house.call(person, api.signSessionNote, {
      params: ana,
      body: {
        id: randomUUID(),
        version: over.version ?? told.versions[0]?.version ?? 0,
        words,
        sha256: over.sha256 ?? sha256(noteBytes(told.draft, words)).toString('hex'),
        meaning: 'I wrote this note',
      },
    });
  };
  const coSigned = async (person: Person, over: Partial<{ sha256: string }> = {}) => {
    const [newest] = (await read()).versions;
    return await house.call(person, api.coSignSessionNote, {
      params: ana,
      body: {
        id: randomUUID(),
        version: newest?.version ?? 1,
        sha256: over.sha256 ?? newest?.sha256 ?? 'f'.repeat(64),
        meaning: 'I read this note and agree',
      },
    });
  };

  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('a session that has not ended is told, and cannot be signed', async () => {
    const events = sentBy(charts.ana, calmInfusion, house.now() - 3 * 3_600_000);
    const unfinished = events.filter(({ fact }) => fact.type !== 'PatientReleased');
    await append(unfinished);
    const told = await read();
    assert.equal(told.state, 'not-over');
    assert.ok(
      told.draft.sections
        .find(({ id }) => id === 'release')
        ?.lines.some(({ mark, text }) => mark === 'missing' && /Release/.test(text)),
    );
    assert.equal((await signed(people.maria, '')).problem.code, 'session-not-over');
    await append(events.filter(({ fact }) => fact.type === 'PatientReleased'));
    assert.equal((await read()).state, 'unsigned');
  });

  test('the gate tells what stood shut when the dose arrived here, as it was kept then', async () => {
    const gate = (await read()).draft.sections.find(({ id }) => id === 'gate');
    assert.match(gate?.lines[0]?.text ?? '', /not met or unknown when that was written down/);
    assert.ok(gate?.lines.some(({ mark }) => mark === 'not-met' || mark === 'unknown'));
  });

  test('only the bytes that were shown are signed, by who was there, and co-signed by another', async () => {
    assert.equal((await coSigned(people.okafor)).problem.code, 'not-signed');
    assert.equal((await signed(people.maria, 'x', { sha256: 'f'.repeat(64) })).problem.code, 'note-changed');
    assert.equal((await signed(people.maria, 'x', { version: 3 })).problem.code, 'stale');
    assert.equal((await signed(people.ines, 'x')).status, 403);
    const told = await signed(people.maria, 'She slept on the way home.');
    assert.equal(told.status, 200, told.text);
    assert.equal(told.body.state, 'signed');
    assert.equal(told.body.versions[0]?.content.words, 'She slept on the way home.');
    assert.equal((await signed(people.maria, 'She slept on the way home.')).problem.code, 'already-signed');
    assert.equal((await coSigned(people.maria)).status, 403);
    assert.equal((await coSigned(people.okafor, { sha256: 'f'.repeat(64) })).problem.code, 'stale');
    const both = await coSigned(people.okafor);
    assert.equal(both.body.state, 'co-signed', both.text);
    assert.deepEqual(
      both.body.versions[0]?.signatures.map(({ part, byName }) => `${part} ${byName}`),
      ['author Maria Ruiz', 'co-signer Dr. N. Okafor'],
    );
    assert.equal((await coSigned(people.okafor)).problem.code, 'already-signed');
  });

  test('a later fact makes the signed note changed, names the difference, and the old version stays as it was', async () => {
    const before = (await read()).versions[0];
    await append([later(note('The cuff sat on the left arm.'))]);
    const told = await read();
    assert.equal(told.state, 'changed');
    assert.equal(told.versions[0]?.factsSince, 1);
    assert.ok(told.changes.some(({ come }) => come.some((line) => line.includes('left arm'))));
    assert.equal((await coSigned(people.okafor)).problem.code, 'note-changed');
    const again = await signed(people.maria, 'Read again.');
    assert.equal(again.body.state, 'signed', again.text);
    assert.deepEqual(
      again.body.versions.map(({ version }) => version),
      [2, 1],
    );
    const old = again.body.versions[1];
    assert.deepEqual([old?.content, old?.sha256], [before?.content, before?.sha256]);
    assert.ok(old);
    assert.equal(sha256(canonicalJson(old.content)).toString('hex'), old.sha256);
  });

  test('the same signature said twice is one signature', async () => {
    await append([later(note('One more.'))]);
    const told = await read();
    const body = {
      id: randomUUID() as string,
      version: told.versions[0]?.version ?? 0,
      words: '',
      sha256: sha256(noteBytes(told.draft, '')).toString('hex'),
      meaning: 'I wrote this note' as const,
    };
    const first = await house.call(people.maria, api.signSessionNote, { params: ana, body });
    const again = await house.call(people.maria, api.signSessionNote, { params: ana, body });
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.equal(again.body.versions.length, first.body.versions.length);
  });

  test('who only looks after money reads the evidence, and no note', async () => {
    for (const person of [people.dana, people.ash]) {
      const told = await house.done(person, api.getBillingEvidence, { params: ana });
      assert.match(told.evidence.minutes[0]?.value ?? '', /^40 minutes/);
      assert.doesNotMatch(JSON.stringify(told), /left arm|slept/i);
      assert.equal((await house.call(person, api.getSessionNote, { params: ana })).status, 403);
      const listed = await house.done(person, api.listPapersDue);
      assert.ok(listed.papers.some(({ sessionId }) => sessionId === ana.sessionId));
    }
    for (const person of [people.ana, people.luis, people.pat, people.nell])
      assert.notEqual(
        (await house.call(person, api.getBillingEvidence, { params: ana })).status,
        200,
        person.key,
      );
    const diagnosis = (await house.done(people.dana, api.getBillingEvidence, { params: ana })).evidence.codes
      .find(({ code }) => code === '96365')
      ?.evidence.find(({ id }) => id === 'diagnosis');
    assert.equal(diagnosis?.state, 'missing');
  });

  test('a session without the spray has no form', async () => {
    const told = await house.call(people.maria, api.getMonitoringForm, { params: ana, query: {} });
    assert.deepEqual([told.status, told.problem.code], [404, 'no-form']);
  });

  test('the application can neither change nor delete a paper', async () => {
    for (const table of [
      'session_notes',
      'session_note_signatures',
      'monitoring_form_answers',
      'monitoring_form_submissions',
    ])
      for (const sql of [`update ${table} set clinic_id = clinic_id`, `delete from ${table}`])
        await assert.rejects(
          house.inClinic('harbor', (tx) => tx.query(sql)),
          /permission denied/,
        );
  });
});

describe('the form of the safety programme', () => {
  let house: TestApp;
  const ana = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  before(async () => {
    house = await testApp();
    const events = sentBy(charts.ana, twoSprays, house.now() - 4 * 3_600_000);
    const last = events.at(-1);
    assert.ok(last);
    await write(house, [
      ...events,
      {
        ...last,
        eventId: randomUUID(),
        deviceSeq: last.deviceSeq + 1,
        effectiveAt: last.effectiveAt + 3 * 60_000,
        recordedAt: last.recordedAt + 3 * 60_000,
        fact: { type: 'PatientReleased', v: 1, toName: 'Lena Hale', toRelation: 'sister' },
      },
    ]);
  });
  after(() => house.close());
  const read = (form: 'newer' | '11/2021' = 'newer') =>
    house.done(people.maria, api.getMonitoringForm, { params: ana, query: { form } });
  const complete = (version: number, answers: Record<string, boolean | number | string>) =>
    house.call(people.maria, api.completeMonitoringForm, {
      params: ana,
      body: { id: randomUUID(), version, form: 'newer', answers },
    });
  const fieldValue = (told: api.MonitoringFormTold, id: string) =>
    told.paper.fields.find(({ field }) => field.id === id)?.value;

  test('it is filled from the log, in the version that was chosen, and due seven days after', async () => {
    const told = await read();
    assert.deepEqual([fieldValue(told, 'dose'), fieldValue(told, 'lot-numbers')], ['56 mg', ['E-204']]);
    assert.equal(fieldValue(told, 'total-minutes'), 147);
    assert.deepEqual(
      [told.due?.treatedOn, told.due?.dueOn, told.due?.isLate],
      ['2027-03-02', '2027-03-09', false],
    );
    assert.ok((await read('11/2021')).paper.fields.some(({ field }) => field.id === 'takes-maoi'));
  });

  test('open fields are completed once, a wrong kind is named by its field, and a stale one loses nothing', async () => {
    const wrong = await complete(0, { sedation: 'perhaps', 'no-such-field': true });
    assert.deepEqual(
      wrong.problem.fields?.map(({ path }) => path),
      ['answers.sedation', 'answers.no-such-field'],
    );
    const told = await complete(0, { sedation: false, 'setting-city': 'Portland' });
    assert.equal(told.status, 200, told.text);
    assert.deepEqual([told.body.answersVersion, fieldValue(told.body, 'sedation')], [1, false]);
    assert.equal((await complete(0, { sedation: true })).problem.code, 'stale');
    assert.equal(fieldValue(await read(), 'sedation'), false);
  });

  test('the seventh day is not late, the eighth is, and sending it is recorded by name', async () => {
    const row = async () =>
      (await house.done(people.dana, api.listPapersDue)).papers.find(
        ({ sessionId }) => sessionId === ana.sessionId,
      );
    assert.equal((await row())?.form?.daysLeft, 7);
    house.later(7 * day);
    await house.signIn(people.dana);
    await house.signIn(people.maria);
    assert.deepEqual([(await row())?.form?.daysLeft, (await row())?.form?.isLate], [0, false]);
    house.later(day);
    await house.signIn(people.dana);
    await house.signIn(people.maria);
    assert.equal((await row())?.form?.isLate, true);
    const send = (submittedOn: string) =>
      house.call(people.maria, api.recordFormSent, {
        params: ana,
        body: { id: randomUUID(), form: 'newer', submittedOn },
      });
    assert.equal((await send('2027-03-11')).problem.code, 'not-sent-yet');
    const sent = await send('2027-03-09');
    assert.deepEqual([sent.body.sent?.on, sent.body.sent?.byName], ['2027-03-09', 'Maria Ruiz'], sent.text);
    assert.equal((await row())?.form?.isLate, false);
    assert.equal(
      (await house.call(people.dana, api.getMonitoringForm, { params: ana, query: {} })).status,
      403,
    );
  });
});
