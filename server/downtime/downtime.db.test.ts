// The papers for a day without computers: what stands on them and for whom, that they make themselves, and how what was
// written on them comes back.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as consult from '#api/consult.ts';
import * as api from '#api/downtime.ts';
import * as health from '#api/health-record.ts';
import { startShift } from '#api/sign-in.ts';
import { morningPackGrace } from '#clinical/downtime/morning-pack.ts';
import { readSheetCode, sheetCode } from '#clinical/downtime/sheet-code.ts';
import { localDateOf } from '#clinical/instant.ts';
import { makeMorningPack } from '#server/downtime';
import { type TestApp, testApp, zone } from '#test/app.ts';
import { charts, people } from '#test/people.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('the pack', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const make = async () => {
    house.later(1);
    await house.done(people.maria, api.makePack, { body: { id: randomUUID() } });
    const { pack } = await house.done(people.maria, api.getPack);
    assert.ok(pack);
    const page = pack.content.pages.find((one) => one.patientId === charts.ana.patientId);
    assert.ok(page);
    return { pack, page };
  };

  test('what nobody has asked is printed as not known, never as none', async () => {
    const { page } = await make();
    assert.deepEqual([page.allergies.kind, page.medicines.kind], ['not-known', 'not-known']);
    assert.equal(page.order?.doseMg, 33);
  });

  test('none is printed only where the person said so', async () => {
    for (const key of ['has-allergies', 'takes-medicines'])
      await house.done(people.ana, health.recordHealthEntry, {
        params: { patientId: charts.ana.patientId },
        body: { id: randomUUID(), body: { kind: 'history-answer', key, answer: 'no' } },
      });
    const { page } = await make();
    assert.deepEqual([page.allergies.kind, page.medicines.kind], ['none-said', 'none-said']);
  });

  test('a medicine stands with what was found about it and what was decided, and one that was stopped does not stand', async () => {
    const params = { patientId: charts.ana.patientId };
    for (const body of [
      { kind: 'medication-statement', name: 'lorazepam', generic: 'lorazepam', status: 'taking' },
      { kind: 'medication-statement', name: 'oldmedicine', status: 'stopped' },
      { kind: 'allergy', name: 'latex', reaction: 'rash', severity: 'mild' },
    ] as const)
      await house.done(people.ana, health.recordHealthEntry, { params, body: { id: randomUUID(), body } });
    const { issues } = await house.done(people.okafor, consult.listIssues, { params });
    const found = issues.find(({ finding }) =>
      finding.inputs.some(({ value }) => String(value).toLowerCase() === 'lorazepam'),
    );
    assert.ok(found);
    const undecided = (await make()).page.medicines;
    assert.ok(undecided.kind === 'listed');
    assert.deepEqual(
      undecided.lines.map(({ name }) => name),
      ['lorazepam'],
    );
    assert.equal(
      undecided.lines[0]?.found.find(({ title }) => title === found.finding.title)?.decided,
      undefined,
    );
    await house.done(people.okafor, consult.decideIssue, {
      params,
      body: {
        id: randomUUID(),
        issueKey: found.key,
        decision: 'hold',
        instruction: 'None on the morning of the dose.',
        reason: 'Blunts the effect.',
      },
    });
    const { page } = await make();
    assert.ok(page.medicines.kind === 'listed' && page.allergies.kind === 'listed');
    assert.match(
      page.medicines.lines[0]?.found.find(({ title }) => title === found.finding.title)?.decided ?? '',
      /^Hold: None on the morning of the dose\. \(Dr\. N\. Okafor, 2027-03-02\)$/,
    );
    assert.deepEqual(page.allergies.lines, [{ name: 'latex', detail: 'rash, mild', confirmed: false }]);
  });

  test('a dose has its limits, its open lines, its ride with the word, and its due times; an example has no approver', async () => {
    const { page } = await make();
    assert.ok(page.care);
    assert.equal(page.care.protocol.approver, undefined);
    assert.ok(page.care.limits.start.length > 0 && page.care.limits.release.length > 0);
    assert.ok(page.care.openLines.length > 0);
    assert.deepEqual([page.care.ride?.name, page.care.ride?.codeWord], ['Luz Reyes', 'heron']);
    assert.equal(page.care.rowMinutes[0], 0);
    assert.equal(page.code, sheetCode(charts.ana.appointmentId));
    assert.equal(readSheetCode(page.code), page.code);
  });

  test('only today’s people stand in it, and none of another clinic', async () => {
    const { pack } = await make();
    const ids = pack.content.pages.map(({ patientId }) => patientId);
    assert.ok(!ids.includes(charts.luis.patientId));
    assert.ok(!ids.includes(charts.bea.patientId));
    assert.equal(pack.content.emergency, '911');
  });

  test('it is kept as it was made: what comes after is not on it', async () => {
    const { pack } = await make();
    const before = JSON.stringify(pack.content);
    await house.done(people.ana, health.recordHealthEntry, {
      params: { patientId: charts.ana.patientId },
      body: { id: randomUUID(), body: { kind: 'allergy', name: 'penicillin' } },
    });
    const again = await house.done(people.okafor, api.getPack);
    assert.equal(JSON.stringify(again.pack?.content), before);
  });

  test('made twice under one id it is one', async () => {
    const id = randomUUID();
    const first = await house.done(people.maria, api.makePack, { body: { id } });
    house.later(minute);
    const again = await house.done(people.maria, api.makePack, { body: { id } });
    assert.deepEqual(again, first);
  });

  test('the desk gets names, times and phones and not a word about health', async () => {
    const list = await house.call(people.pat, api.getDeskList);
    assert.equal(list.status, 200);
    assert.ok(list.body.rows.some(({ code }) => code === sheetCode(charts.ana.appointmentId)));
    assert.doesNotMatch(list.text, /lorazepam|latex|penicillin|heron|dose|ketamine/i);
    assert.equal((await house.call(people.pat, api.getPack)).status, 403);
    assert.equal((await house.call(people.pat, api.makePack, { body: { id: randomUUID() } })).status, 403);
    assert.equal((await house.call(people.tom, api.getPack)).status, 403, 'not on shift');
    assert.equal((await house.call(people.ana, api.getDeskList)).status, 404);
  });

  test('who stands on a pack is in the audit of each reading', async () => {
    await make();
    const lines = await house.auditLines();
    const read = lines.filter((line) => line.action === 'downtime-pack.read').at(-1);
    assert.ok(JSON.stringify(read).includes(charts.ana.patientId));
    assert.ok(!house.logs.some((line) => /lorazepam|latex/.test(line)));
  });
});

describe('the pack that makes itself', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const made = () =>
    house.inClinic('harbor', async (tx) => {
      const { rows } = await tx.query<{ made_by: string | null }>(
        'select made_by from downtime_packs where clinic_id = $1',
        [tx.clinicId],
      );
      return rows.filter((row) => row.made_by === null).length;
    });
  const status = () => house.done(people.pat, api.getDowntime);
  const aDayLater = async () => {
    house.later(day);
    for (const person of [people.pat, people.dana, people.okafor]) await house.signIn(person);
  };

  test('a morning on which it was not made is said', async () => {
    assert.equal((await status()).morning.state, 'missing');
    // One made by hand does not hide it.
    await house.done(people.maria, api.makePack, { body: { id: randomUUID() } });
    const said = await status();
    assert.deepEqual([said.morning.state, said.lastMade?.byName], ['missing', people.maria.name]);
  });

  test('it is made once a day, also when asked by two at once', async () => {
    await Promise.all([makeMorningPack(house.ports), makeMorningPack(house.ports)]);
    await makeMorningPack(house.ports);
    assert.equal(await made(), 1);
    assert.equal((await status()).morning.state, 'made');
    await aDayLater();
    assert.equal((await status()).morning.state, 'missing');
    await makeMorningPack(house.ports);
    assert.equal(await made(), 2);
  });

  test('before the clinic’s time it is not made, and the time is set against the version seen', async () => {
    await aDayLater();
    const at = (await status()).now;
    const set = (
      version: number,
      minuteOfDay: number,
      person: (typeof people)[keyof typeof people] = people.dana,
    ) => house.call(person, api.setPackTime, { body: { version, minuteOfDay } });
    const { dueAt } = (await status()).morning;
    assert.ok(dueAt !== undefined && at > dueAt + morningPackGrace.value * minute);
    assert.equal((await set(0, 23 * 60)).status, 200);
    assert.equal((await status()).morning.state, 'not-due');
    await makeMorningPack(house.ports);
    assert.equal(await made(), 2);
    const stale = await set(0, 60);
    assert.deepEqual([stale.status, stale.problem.code], [409, 'stale']);
    assert.equal((await set(1, 6 * 60)).status, 200);
    assert.equal((await set(2, 7 * 60, people.pat)).status, 403);
    const said = await status();
    assert.deepEqual([said.minuteOfDay, said.set?.byName], [360, people.dana.name]);
  });

  test('a pack of another day is not given out', async () => {
    await house.done(people.okafor, startShift, { body: { id: randomUUID() } });
    const { content } = (await house.done(people.okafor, api.getPack)).pack ?? {};
    assert.ok(content === undefined || content.date === localDateOf(house.now(), zone));
  });
});

describe('what comes back from paper', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const params = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };

  test('a sheet is found by its code, by those who may write about that person', async () => {
    const { sheets } = await house.done(people.maria, api.listSheets);
    const sheet = sheets.find(({ code }) => code === sheetCode(charts.ana.appointmentId));
    assert.deepEqual([sheet?.patientId, sheet?.sessionId], [charts.ana.patientId, charts.ana.sessionId]);
    assert.ok(!sheets.some(({ patientId }) => patientId === charts.luis.patientId));
    assert.equal((await house.call(people.pat, api.listSheets)).status, 403);
    assert.equal((await house.call(people.ines, api.listSheets)).status, 403);
  });

  test('a due time said to be empty stays said, once, by the first who said it', async () => {
    const say = (person: (typeof people)[keyof typeof people], at: number) =>
      house.call(person, api.sayLeftEmpty, { params, body: { id: randomUUID(), minute: at } });
    assert.equal((await say(people.maria, 20)).status, 200);
    assert.equal((await say(people.okafor, 20)).status, 200);
    const entry = await house.done(people.maria, api.getPaperEntry, { params });
    assert.deepEqual(
      entry.leftEmpty.map((one) => [one.minute, one.byName]),
      [[20, people.maria.name]],
    );
    assert.ok(entry.staff.some(({ id }) => id === people.maria.id));
    assert.ok(!entry.staff.some(({ id }) => id === people.nell.id || id === people.pat.id));
    for (const [person, status] of [
      [people.ana, 404],
      [people.pat, 403],
      [people.ines, 403],
      [people.tom, 403],
    ] as const)
      assert.equal((await say(person, 30)).status, status, person.key);
    const crossed = await house.call(people.maria, api.sayLeftEmpty, {
      params: { ...params, sessionId: charts.luis.sessionId },
      body: { id: randomUUID(), minute: 30 },
    });
    assert.equal(crossed.status, 404);
  });
});
