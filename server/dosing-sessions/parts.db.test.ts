// A device of the spray written down too soon: it is kept like any fact, and the prescriber is told of it once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/dosing-sessions.ts';
import * as outcomes from '#api/outcomes.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { device } from '#test/session-facts.ts';

describe('a dose by parts', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
    await house.inClinic('harbor', (tx) =>
      tx.query(
        `update series set route = 'nasal', edition_id = 'nasal-example-1' where clinic_id = $1 and patient_id = $2`,
        [tx.clinicId, charts.ana.patientId],
      ),
    );
  });
  after(() => house.close());

  test('a device given before the five minutes are over is kept and becomes work for the prescriber, once', async () => {
    const tablet = device(charts.ana, 40);
    const { patientId, sessionId } = charts.ana;
    const spray = (deviceNumber: number, minutes: number) => {
      const fact: SessionFact = {
        type: 'DoseGiven',
        v: 1,
        route: 'nasal',
        doseMg: 28,
        deviceNumber,
        lot: 'E-204',
        expiry: '2028-06',
      };
      return tablet.fact(fact, house.now() - 20 * 60_000 + minutes * 60_000);
    };
    const [first, soon, inTime] = [spray(1, 0), spray(2, 3), spray(3, 8)];
    for (const events of [[first], [soon], [soon], [inTime]]) {
      const sent = await house.call(people.maria, api.appendSessionEvents, {
        params: { patientId, sessionId },
        body: { events },
      });
      assert.equal(sent.status, 200);
    }
    const { tasks } = await house.done(people.okafor, outcomes.listTasks);
    const off = tasks.filter((task) => task.kind === 'dose-part-off-order');
    assert.deepEqual(
      off.map((task) => [task.id, task.ownerRole, task.patientId]),
      [[soon.eventId, 'prescriber', patientId]],
    );
    assert.match(String(off[0]?.detail['found']), /3 minutes apart/);
  });
});
