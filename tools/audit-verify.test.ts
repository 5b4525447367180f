// Whoever changes what the record says happened is found out, by a program that shares no arithmetic with the server.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { getChart } from '#api/chart.ts';
import * as sessions from '#api/dosing-sessions.ts';
import { withOwner } from '#server/postgres';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, clinics, people } from '#test/people.ts';
import { device, note } from '#test/session-facts.ts';
import { verify } from './audit-verify.ts';

describe('the verifier of the audit chain', () => {
  let house: TestApp;
  const params = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  before(async () => {
    house = await testApp();
    const tablet = device(charts.ana);
    for (let round = 0; round < 3; round++) {
      for (const person of [people.maria, people.okafor, people.ines, people.tom])
        await house.call(person, getChart, { params });
      await house.done(people.maria, sessions.appendSessionEvents, {
        params,
        body: {
          events: [tablet.fact(note('Calm.'), house.now()), tablet.fact(note('Calm still.'), house.now())],
        },
      });
      house.later(1_000);
    }
    await house.call(people.nell, getChart, { params: { patientId: charts.bea.patientId } });
  });
  after(() => house.close());

  async function check(clinicId?: string): Promise<readonly string[]> {
    const said: string[] = [];
    await verify(house.db.ownerConnectionString, { clinicId, say: (line) => void said.push(line) });
    return said;
  }

  /** Done to the record by someone with the owner's rights, looked at, and undone. */
  async function tampered(tampering: string, undoing: string): Promise<readonly string[]> {
    const run = (sql: string) =>
      withOwner(house.db.ownerConnectionString, async (owner) => {
        await owner.query('begin');
        await owner.query(`select set_config('app.clinic', $1, true)`, [clinics.harbor.id]);
        await owner.query(sql);
        await owner.query('commit');
      });
    await run(
      'create table kept_lines as select * from audit_events; create table kept_heads as select * from audit_heads',
    );
    try {
      await run(tampering);
      return await check();
    } finally {
      await run(`${undoing}; drop table kept_lines; drop table kept_heads`);
    }
  }
  const putBack = `delete from audit_events; insert into audit_events select * from kept_lines;
    update audit_heads h set seq = k.seq, hash = k.hash from kept_heads k where k.clinic_id = h.clinic_id and k.lane = h.lane`;

  test('a record nobody touched has no fault, and the last line says how many lines were read', async () => {
    const whole = await check();
    assert.match(whole.at(-1) ?? '', /^1[6-9] lines checked, 0 faults$/, whole.join('\n'));
    assert.match((await check(clinics['harbor-b'].id)).at(-1) ?? '', /^1 lines checked, 0 faults$/);
    assert.match(
      (await check('00000000-0000-4000-8000-00000000dead')).at(-1) ?? '',
      /^0 lines checked, 1 faults$/,
    );
  });

  const busiest = '(select lane from audit_events group by lane order by count(*) desc limit 1)';
  const cases: readonly (readonly [what: string, tampering: string, expected: RegExp])[] = [
    [
      'one letter of a line changed',
      `update audit_events set entry = replace(entry, 'chart.read', 'chart.reed') where lane = ${busiest} and seq = 2`,
      /line 2: was changed/,
    ],
    [
      'a line and its hash changed together',
      `update audit_events set entry = entry || ' ', hash = sha256(convert_to(entry || ' ', 'UTF8')) where lane = ${busiest} and seq = 2`,
      /line 2: was changed/,
    ],
    ['a line removed', `delete from audit_events where lane = ${busiest} and seq = 2`, /line 2: is missing/],
    [
      'two lines in each other’s place',
      `update audit_events e set entry = o.entry from audit_events o where e.lane = ${busiest} and o.lane = e.lane and e.seq in (2, 3) and o.seq = 5 - e.seq and o.clinic_id = e.clinic_id`,
      /line 2: was changed/,
    ],
    [
      'a line moved to another lane',
      `update audit_events set lane = 15 - lane where lane = ${busiest} and seq = 3`,
      /line 3: is missing/,
    ],
    [
      'the last line cut off',
      `delete from audit_events where lane = ${busiest} and seq = (select max(seq) from audit_events where lane = ${busiest})`,
      /were cut off or added/,
    ],
    [
      'the last lines cut off and the head set back',
      `delete from audit_events where lane = ${busiest} and seq > 6; update audit_heads h set seq = 6, hash = (select hash from audit_events e where e.lane = h.lane and e.seq = 6) where lane = ${busiest}`,
      /have no audit line/,
    ],
    [
      'a line filed under another patient, so that the patient does not see it',
      `update audit_events set patient_id = null where lane = ${busiest} and seq = 2`,
      /line 2: stands under another patient than it says/,
    ],
    [
      'a line filed under another time',
      `update audit_events set at = at - interval '1 day' where lane = ${busiest} and seq = 2`,
      /line 2: stands under another time than it says/,
    ],
    [
      'a line added at the end',
      `insert into audit_events (clinic_id, lane, seq, at, entry, hash) select clinic_id, lane, max(seq) + 1, now(), '{}', sha256('') from audit_events where lane = ${busiest} group by 1, 2`,
      /was changed|were cut off or added/,
    ],
    [
      'a whole lane and its head removed',
      `delete from audit_events where lane = ${busiest}; delete from audit_heads where lane = ${busiest}`,
      /have no audit line/,
    ],
    ['a head removed', `delete from audit_heads where lane = ${busiest}`, /the lane has no head/],
  ];
  for (const [what, tampering, expected] of cases) {
    test(`finds ${what}`, async () => {
      const undo = `${putBack}; insert into audit_heads select * from kept_heads on conflict do nothing`;
      const said = await tampered(tampering, undo);
      assert.ok(
        said.some((line) => expected.test(line)),
        said.join('\n'),
      );
      assert.doesNotMatch(said.at(-1) ?? '', / 0 faults$/);
      assert.match((await check()).at(-1) ?? '', / 0 faults$/, 'and the record is whole again');
    });
  }

  test('shares nothing with the server that wrote the chain', () => {
    const source = readFileSync(new URL('./audit-verify.ts', import.meta.url), 'utf8');
    assert.doesNotMatch(source, /from '#/);
  });
});
