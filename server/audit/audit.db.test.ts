// Who did what, provable afterwards: one line for every reading and writing of health data, refused ones too, in the
// same transaction as what it tells of.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getChart } from '#api/chart.ts';
import * as sessions from '#api/dosing-sessions.ts';
import type { Endpoint } from '#api/endpoint.ts';
import * as help from '#api/help-requests.ts';
import * as inquiries from '#api/inquiries.ts';
import * as outcomes from '#api/outcomes.ts';
import * as words from '#api/own-words.ts';
import * as patients from '#api/patients.ts';
import * as sign from '#api/sign-in.ts';
import { appendAudit, appendAuditBatch, canonicalEntry, laneOf } from '#server/audit';
import { type AuditLine, type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { device, note } from '#test/session-facts.ts';

describe('the audit line', () => {
  let house: TestApp;
  const ana = { patientId: charts.ana.patientId };
  const session = { ...ana, sessionId: charts.ana.sessionId };
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  /** The lines one act leaves behind. */
  async function linesOf(act: () => Promise<unknown>): Promise<readonly AuditLine[]> {
    const before = new Set((await house.auditLines()).map((line) => `${line.lane}/${line.seq}`));
    await act();
    return (await house.auditLines()).filter((line) => !before.has(`${line.lane}/${line.seq}`));
  }

  test('one act, one line: who, as what, about whom, by which rule, and whether it was done', async () => {
    const cases: readonly (readonly [
      Person,
      Endpoint,
      object,
      action: string,
      outcome: string,
      about: string | null,
    ])[] = [
      [people.maria, patients.getPatient, { params: ana }, 'patient.read', 'done', ana.patientId],
      [people.maria, getChart, { params: ana }, 'chart.read', 'done', ana.patientId],
      [people.tom, getChart, { params: ana }, 'chart.read', 'refused', ana.patientId],
      [people.luis, getChart, { params: ana }, 'chart.read', 'refused', ana.patientId],
      [people.dana, getChart, { params: ana }, 'chart.read', 'refused', ana.patientId],
      [people.maria, sessions.getSession, { params: session }, 'dosing-session.read', 'done', ana.patientId],
      [
        people.maria,
        sessions.getSession,
        { params: { ...ana, sessionId: randomUUID() } },
        'dosing-session.read',
        'refused',
        ana.patientId,
      ],
      [
        people.maria,
        sessions.appendSessionEvents,
        { params: session, body: { events: [device(charts.ana).fact(note('Calm.'), house.now())] } },
        'dosing-session.append',
        'done',
        ana.patientId,
      ],
      [
        people.tom,
        sessions.appendSessionEvents,
        { params: session, body: { events: [device(charts.ana, 2).fact(note('Calm.'), house.now())] } },
        'dosing-session.append',
        'refused',
        ana.patientId,
      ],
      [
        people.ana,
        words.saveOwnWords,
        {
          params: { ...ana, wordsId: charts.ana.wordsId },
          body: { version: 0, kind: 'journal', text: 'Low tide.', writtenAt: house.now() },
        },
        'own-words.save',
        'done',
        ana.patientId,
      ],
      [
        people.ana,
        words.saveOwnWords,
        {
          params: { ...ana, wordsId: charts.ana.wordsId },
          body: { version: 0, kind: 'journal', text: 'Again.', writtenAt: house.now() },
        },
        'own-words.save',
        'refused',
        ana.patientId,
      ],
      [people.ana, patients.whoLooked, { params: ana }, 'who-looked.read', 'done', ana.patientId],
      [
        people.ana,
        help.askForHelp,
        { params: ana, body: { id: randomUUID() } },
        'help.ask',
        'done',
        ana.patientId,
      ],
      [people.maria, outcomes.listTasks, {}, 'task.list', 'done', null],
      [people.pat, inquiries.listInquiries, {}, 'inquiry.list', 'done', null],
      [people.tom, inquiries.listInquiries, {}, 'inquiry.list', 'refused', null],
      [people.maria, sessions.getBoard, {}, 'board.read', 'done', null],
    ];
    for (const [person, endpoint, asked, action, outcome, about] of cases) {
      const lines = await linesOf(() => house.call(person, endpoint, asked));
      const what = `${person.key} ${endpoint.method} ${endpoint.path}`;
      assert.equal(lines.length, 1, what);
      const [line] = lines;
      assert.deepEqual(
        [line?.actorId, line?.action, line?.outcome, line?.patientId],
        [person.id, action, outcome, about],
        what,
      );
      assert.notEqual(line?.rule, '', what);
      if (outcome === 'refused') assert.notEqual(line?.code, null, what);
      else
        assert.ok(
          person.roles.some((role) => role === line?.actingRole),
          what,
        );
    }
  });

  test('a screen about many people names each of them', async () => {
    const [line] = await linesOf(() => house.done(people.maria, sessions.getBoard));
    assert.ok(line?.patientIds?.includes(ana.patientId));
  });

  test('an answer given again from memory is a reading, and leaves a line that says so', async () => {
    const asked = { params: ana, body: { id: randomUUID() }, key: randomUUID() };
    await house.done(people.ana, help.askForHelp, asked);
    const lines = await linesOf(() => house.done(people.ana, help.askForHelp, asked));
    assert.deepEqual(
      lines.map((line) => [line.action, line.outcome, line.code]),
      [['help.ask', 'done', 'said-again']],
    );
  });

  test('a sign-in that fails leaves a line too, and no name or address in it', async () => {
    const lines = await linesOf(() =>
      house.call(undefined, sign.signInWithPassword, {
        body: { email: 'maria@harbor.example', password: 'not this one' },
      }),
    );
    assert.deepEqual(
      lines.map((line) => [line.action, line.outcome, line.actorId]),
      [['sign-in.password', 'refused', null]],
    );
    assert.ok(!JSON.stringify(lines).includes('maria'));
  });

  test('when the line cannot be written, nothing is done', async () => {
    const wordsId = randomUUID();
    await assert.rejects(
      house.inClinic('harbor', async (tx) => {
        await tx.query('update patients set stage_reason = $3 where clinic_id = $1 and id = $2', [
          tx.clinicId,
          ana.patientId,
          'changed',
        ]);
        await appendAudit(tx, {
          at: Number.NaN,
          requestId: wordsId,
          actorId: undefined,
          actorName: '',
          actingRole: '',
          action: 'x',
          outcome: 'done',
          rule: '',
        });
      }),
    );
    const { rows } = await house.inClinic('harbor', (tx) =>
      tx.query<{ stage_reason: string | null }>(
        'select stage_reason from patients where clinic_id = $1 and id = $2',
        [tx.clinicId, ana.patientId],
      ),
    );
    assert.equal(rows[0]?.stage_reason, null);
  });

  test('many acts at once keep one order in each lane, whichever way they are written', async () => {
    const entry = (patientId: string | undefined, action: string) => ({
      at: house.now(),
      requestId: randomUUID(),
      actorId: people.maria.id,
      actorName: 'Maria Ruiz',
      actingRole: 'nurse',
      action,
      outcome: 'done' as const,
      patientId,
      rule: 'test',
    });
    const someone = Array.from({ length: 40 }, () => randomUUID() as string);
    await Promise.all([
      ...someone.map((patientId) =>
        house.inClinic('harbor', (tx) => appendAudit(tx, entry(patientId, 'one'))),
      ),
      ...[0, 1, 2, 3].map((part) =>
        house.inClinic('harbor', (tx) =>
          appendAuditBatch(
            tx,
            someone.slice(part * 10).map((patientId) => entry(patientId, 'many')),
          ),
        ),
      ),
    ]);
    const lines = await house.auditLines();
    const byLane = new Map<number, number[]>();
    for (const line of lines) byLane.set(line.lane, [...(byLane.get(line.lane) ?? []), line.seq]);
    for (const [lane, seqs] of byLane) {
      assert.deepEqual(
        [...seqs].sort((a, b) => a - b),
        seqs.map((_, index) => index + 1),
        `lane ${lane}`,
      );
    }
  });

  test('the bytes of an entry are the same however its fields were put together', () => {
    const one = {
      at: 1,
      requestId: 'r',
      actorId: undefined,
      actorName: 'A',
      actingRole: 'nurse',
      action: 'chart.read',
      outcome: 'done' as const,
      rule: 'x',
    };
    const other = {
      rule: 'x',
      outcome: 'done' as const,
      action: 'chart.read',
      actingRole: 'nurse',
      actorName: 'A',
      actorId: undefined,
      requestId: 'r',
      at: 1,
      code: undefined,
    };
    assert.equal(canonicalEntry(one), canonicalEntry(other));
    assert.equal(laneOf(one), laneOf(other));
  });
});
