// A ring: a call for help, a red or silent answer, a word of death. It goes from person to person at any hour until one has it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { getChart } from '#api/chart.ts';
import { askForHelp } from '#api/help-requests.ts';
import { addOnCallDuty } from '#api/on-call.ts';
import { finishTask, listTasks } from '#api/outcomes.ts';
import { saveResponse } from '#api/questionnaires.ts';
import * as api from '#api/rings.ts';
import {
  everyoneCalledAfterMinutes,
  everyoneCalledAgainEveryMinutes,
  secondCalledAfterMinutes,
} from '#clinical/on-call/ring-turns.ts';
import { onCallRoutes } from '#server/on-call';
import { patientRoutes } from '#server/patients';
import { withOwner } from '#server/postgres';
import { questionnaireRoutes } from '#server/questionnaires';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { callRings, ringRoutes } from './index.ts';

const minute = 60_000;
const hour = 60 * minute;
const ownNumber = '+1 555 0143';

describe('a ring', () => {
  let clinic: ClinicWithRoutes;
  let ana: Person & { patientId: string };
  let desk: Person;
  let maria: Person;
  let tom: Person;
  let noa: Person;
  let okafor: Person;

  before(async () => {
    clinic = await clinicWithRoutes(
      (ports) => [
        ...onCallRoutes(ports),
        ...ringRoutes(ports),
        ...taskRoutes(ports),
        ...questionnaireRoutes(ports),
        ...patientRoutes(ports),
      ],
      {
        ways: { text: true, pushContact: undefined },
        settings: { onCall: { phone: ownNumber, en: 'A nurse answers.', es: 'Contesta una enfermera.' } },
      },
    );
    desk = await clinic.staff('Dana Cole', 'front-desk');
    maria = await clinic.staff('Maria Ruiz', 'nurse');
    tom = await clinic.staff('Tom Berg', 'nurse');
    noa = await clinic.staff('Noa Levi', 'nurse', { shift: true });
    okafor = await clinic.staff('Grace Okafor', 'prescriber', { shift: true });
  });
  after(() => clinic.close());
  beforeEach(async () => {
    ana = await clinic.patient('Ana', 'Reyes', '1990-01-01');
    await clinic.as(undefined, async (tx) => {
      await tx.query('update on_call_duties set taken_out_at = now() where clinic_id = $1', [tx.clinicId]);
      await tx.query(
        `update rings set seen_at = raised_at, seen_by = $2, seen_by_name = 'before' where clinic_id = $1 and seen_at is null`,
        [tx.clinicId, desk.accountId],
      );
    });
  });

  const stand = (who: Person, turn: 'first' | 'second', textNumber?: string) =>
    clinic.call(desk, addOnCallDuty, {
      body: {
        id: randomUUID(),
        accountId: who.accountId,
        turn,
        from: clinic.now(),
        until: clinic.now() + 12 * hour,
        ...(textNumber === undefined ? {} : { textNumber }),
      },
    });
  const press = (id: string = randomUUID()) =>
    clinic.call(ana, askForHelp, { params: { patientId: ana.patientId }, body: { id } });
  const told = async () =>
    (await clinic.call(ana, api.listOwnRings, { params: { patientId: ana.patientId } })).answer;
  const shownTo = async (who: Person) =>
    (await clinic.call(who, api.listRings)).answer.rings.filter(
      ({ patientId }) => patientId === ana.patientId,
    );
  const have = (who: Person, ringId: string) =>
    clinic.call(who, api.haveRing, { params: { ringId }, body: {} });
  const outside = () =>
    clinic.as(undefined, async (tx) => {
      const mail = await tx.query<{ to_address: string; words: string }>(
        `select to_address, subject || body as words from outgoing_mail where clinic_id = $1 and created_at >= $2 order by to_address`,
        [tx.clinicId, new Date(clinic.now()).toISOString()],
      );
      const texts = await tx.query<{ to_whom: string; body: string }>(
        `select to_whom, body from outgoing_messages where clinic_id = $1 and created_at >= $2 order by to_whom`,
        [tx.clinicId, new Date(clinic.now()).toISOString()],
      );
      return { mail: mail.rows, texts: texts.rows };
    });

  test('goes to the first, the second and everyone, each once, until a person has it', async () => {
    await stand(maria, 'first', '+1 555 0171');
    await stand(tom, 'second');
    await press();
    assert.deepEqual((await told()).rings[0]?.calls, []);
    // Whoever is on shift reads it at once; whoever is neither on shift nor called does not.
    assert.equal((await shownTo(okafor)).length, 1);
    assert.equal((await shownTo(maria)).length, 0);

    await Promise.all([callRings(clinic.ports), callRings(clinic.ports)]);
    const first = await outside();
    assert.deepEqual(
      first.mail.map(({ to_address }) => to_address),
      [`${maria.accountId}@example.org`],
    );
    assert.deepEqual(
      first.texts.map(({ to_whom }) => to_whom),
      ['+1 555 0171'],
    );
    for (const words of [first.mail[0]?.words, first.texts[0]?.body]) {
      assert.match(words ?? '', /You are needed now[\s\S]*http:\/\/localhost:4000\/clinic\/tasks/);
      assert.doesNotMatch(words ?? '', /Ana|Reyes|help|suicid|ketamine|patient/i);
    }
    const [forMaria] = await shownTo(maria);
    assert.equal(forMaria?.patientName, 'Ana Reyes');

    clinic.later(secondCalledAfterMinutes.value * minute - 1);
    await callRings(clinic.ports);
    assert.deepEqual((await outside()).mail, []);
    clinic.later(1);
    await callRings(clinic.ports);
    assert.equal((await outside()).mail[0]?.to_address, `${tom.accountId}@example.org`);

    clinic.later((everyoneCalledAfterMinutes.value - secondCalledAfterMinutes.value) * minute);
    await callRings(clinic.ports);
    const last = await outside();
    assert.equal(last.mail.length, 4);
    assert.deepEqual(
      last.texts.map(({ to_whom }) => to_whom).toSorted(),
      [ownNumber, '+1 555 0171'].toSorted(),
    );
    assert.deepEqual(
      (await told()).rings[0]?.calls.map(({ turn, called, fixedNumber }) => [
        turn,
        called.length,
        fixedNumber?.number,
      ]),
      [
        [1, 1, undefined],
        [2, 1, undefined],
        [3, 4, ownNumber],
      ],
    );

    const again = everyoneCalledAgainEveryMinutes.value * minute;
    clinic.later(again - 1);
    await callRings(clinic.ports);
    assert.deepEqual((await outside()).mail, []);
    clinic.later(1);
    await callRings(clinic.ports);
    assert.equal((await outside()).mail.length, 4);
    // While nothing ran it was their turn five times; they are called once, and it is told as one line.
    clinic.later(5 * again);
    await Promise.all([callRings(clinic.ports), callRings(clinic.ports)]);
    assert.equal((await outside()).mail.length, 4);
    assert.deepEqual(
      (await told()).rings[0]?.calls.map(({ turn, times, at }) => [turn, times, clinic.now() - at]).at(-1),
      [9, 3, 0],
    );

    const ringId = forMaria?.id ?? '';
    assert.equal((await clinic.call(maria, getChart, { params: { patientId: ana.patientId } })).status, 403);
    const mine = await have(maria, ringId);
    assert.equal(mine.answer.rings.find(({ id }) => id === ringId)?.isMine, true);
    // Having it opens the record to her; and nobody else is asked any more.
    assert.equal((await clinic.call(maria, getChart, { params: { patientId: ana.patientId } })).status, 200);
    const late = await have(tom, ringId);
    assert.deepEqual([late.status, late.code], [409, 'taken']);
    assert.equal((await shownTo(okafor)).length, 0);
    const [ring] = (await told()).rings;
    assert.deepEqual([ring?.seenByName, ring?.seenAt], ['Maria Ruiz', clinic.now()]);
    clinic.later(hour);
    await callRings(clinic.ports);
    assert.deepEqual((await outside()).mail, []);
    clinic.later(11 * hour);
    assert.equal((await clinic.call(maria, getChart, { params: { patientId: ana.patientId } })).status, 403);
  });

  test('goes to the clinic’s own number where nobody stands, and says so', async () => {
    await press();
    await callRings(clinic.ports);
    assert.deepEqual(
      (await outside()).texts.map(({ to_whom }) => to_whom),
      [ownNumber],
    );
    assert.deepEqual(
      (await told()).rings[0]?.calls.map(({ called, fixedNumber }) => [called, fixedNumber]),
      [[[], { number: ownNumber, message: 'waiting' }]],
    );
  });

  test('says of each message whether it went out, still waits, or could not be sent', async () => {
    await stand(maria, 'first', '+1 555 0171');
    await stand(tom, 'second');
    await press();
    await callRings(clinic.ports);
    clinic.later(secondCalledAfterMinutes.value * minute);
    await callRings(clinic.ports);
    const became = async () =>
      (await told()).rings[0]?.calls.map(({ called }) => called.map(({ name, message }) => [name, message]));
    const carried = (
      table: 'outgoing_mail' | 'outgoing_messages',
      to: string,
      column: 'sent_at' | 'failed_at',
    ) =>
      clinic.as(undefined, (tx) =>
        tx.query(
          `update ${table} set ${column} = created_at
            where clinic_id = $1 and ${table === 'outgoing_mail' ? 'to_address' : 'to_whom'} = $2`,
          [tx.clinicId, to],
        ),
      );
    assert.deepEqual(await became(), [[['Maria Ruiz', 'waiting']], [['Tom Berg', 'waiting']]]);
    await carried('outgoing_mail', `${maria.accountId}@example.org`, 'failed_at');
    await carried('outgoing_mail', `${tom.accountId}@example.org`, 'failed_at');
    // Her text may still go, though the mail did not.
    assert.deepEqual(await became(), [[['Maria Ruiz', 'waiting']], [['Tom Berg', 'failed']]]);
    await carried('outgoing_messages', '+1 555 0171', 'sent_at');
    assert.deepEqual(await became(), [[['Maria Ruiz', 'sent']], [['Tom Berg', 'failed']]]);
  });

  test('goes on by the minutes the clinic set', async () => {
    const set = (ringMinutes: object | null) =>
      withOwner(clinic.ownerConnectionString, (owner) =>
        owner.query(
          `update clinics set settings = settings || jsonb_build_object('ringMinutes', $2::jsonb) where id = $1`,
          [clinic.clinicId, JSON.stringify(ringMinutes)],
        ),
      );
    await set({ second: 2, everyone: 3, again: 4 });
    await press();
    const cases: readonly (readonly [ms: number, turns: readonly number[]])[] = [
      [0, [1]],
      [2 * minute - 1, [1]],
      [1, [1, 2]],
      [minute, [1, 2, 3]],
      [4 * minute - 1, [1, 2, 3]],
      [1, [1, 2, 4]],
    ];
    for (const [ms, turns] of cases) {
      clinic.later(ms);
      await callRings(clinic.ports);
      assert.deepEqual(
        (await told()).rings[0]?.calls.map(({ turn }) => turn),
        turns,
      );
    }
    await set(null);
  });

  test('is one while nobody has it, and another when they ask again later', async () => {
    const id = randomUUID();
    await press(id);
    await press(id);
    await press();
    const [open] = (await told()).rings;
    assert.equal((await told()).rings.length, 1);
    await have(okafor, open?.id ?? '');
    await press();
    assert.equal((await told()).rings.length, 2);
  });

  test('ends with the name of whoever finishes the work it came from', async () => {
    await press();
    const tasks = (await clinic.call(noa, listTasks)).answer.tasks;
    const task = tasks.find(({ patientId }) => patientId === ana.patientId) ?? assert.fail('no task');
    await clinic.call(noa, finishTask, { params: { taskId: task.id }, body: {} });
    assert.equal((await told()).rings[0]?.seenByName, 'Noa Levi');
  });

  test('comes from a word of death, a high screener and a red evening, and not from a rough one', async () => {
    const answer = (
      instrument: 'phq-9' | 'evening-check' | 'c-ssrs-screener',
      answers: Record<string, number | string>,
    ) =>
      clinic.call(ana, saveResponse, {
        params: { patientId: ana.patientId, responseId: randomUUID() },
        body: { version: 0, instrument, answers, complete: true, authoredAt: clinic.now() },
      });
    const phq9 = (nine: number) =>
      Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [`phq-9-${index + 1}`, index === 8 ? nine : 0]),
      );
    const calm = await answer('phq-9', phq9(0));
    assert.equal(calm.status, 200, JSON.stringify(calm));
    await answer('evening-check', { 'evening-check': 'rough' });
    const screener = {
      'c-ssrs-1': 1,
      'c-ssrs-2': 1,
      'c-ssrs-3': 1,
      'c-ssrs-4': 0,
      'c-ssrs-5': 0,
      'c-ssrs-6': 0,
    };
    await answer('c-ssrs-screener', screener);
    assert.deepEqual((await told()).rings, []);
    const high = await answer('c-ssrs-screener', { ...screener, 'c-ssrs-4': 1 });
    assert.equal(high.status, 200, JSON.stringify(high));
    const [ofScreener] = (await told()).rings;
    assert.equal(ofScreener?.cause, 'suicide-risk');
    assert.equal((await have(okafor, ofScreener?.id ?? '')).status, 200);
    clinic.later(minute);
    await answer('phq-9', phq9(1));
    await answer('evening-check', { 'evening-check': 'need-help' });
    assert.deepEqual(
      (await told()).rings.flatMap(({ cause, seenAt }) => (seenAt === undefined ? [cause] : [])).toSorted(),
      ['evening-hard', 'suicide-risk'],
    );
  });

  test('is told to the one it is about and to those it called, and to nobody else', async () => {
    await press();
    const bea = await clinic.patient('Bea', 'Lund', '1985-05-05');
    const asked = await clinic.call(bea, api.listOwnRings, { params: { patientId: ana.patientId } });
    assert.equal(asked.status, 404);
    assert.equal((await clinic.call(desk, api.listRings)).status, 403);
    const [ring] = (await told()).rings;
    assert.equal((await have(tom, ring?.id ?? '')).status, 404);
  });
});
