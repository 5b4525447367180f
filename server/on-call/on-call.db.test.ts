// The rota of a clinic: kept by whoever plans, read by those who stand on it, and honest about the hours nobody does.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/on-call.ts';
import {
  type ClinicWithRoutes,
  clinicWithRoutes,
  type Person,
  startOfTest,
} from '#test/clinic-with-routes.ts';
import { onCallRoutes } from './index.ts';

const hour = 60 * 60_000;

describe('the rota', () => {
  let clinic: ClinicWithRoutes;
  let desk: Person;
  let maria: Person;
  let tom: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => onCallRoutes(ports), {
      settings: { onCall: { phone: '+1 555 0143', en: 'A nurse answers.', es: 'Contesta una enfermera.' } },
    });
    desk = await clinic.staff('Dana Cole', 'front-desk');
    maria = await clinic.staff('Maria Ruiz', 'nurse');
    tom = await clinic.staff('Tom Berg', 'nurse');
  });
  after(() => clinic.close());

  const put = (
    who: Person,
    [from, until]: readonly [number, number],
    { turn = 'first' as 'first' | 'second', by = desk, id = randomUUID() as string } = {},
  ) =>
    clinic.call(by, api.addOnCallDuty, {
      body: {
        id,
        accountId: who.accountId,
        turn,
        from: startOfTest + from * hour,
        until: startOfTest + until * hour,
      },
    });
  const gapsOfFirst = (rota: api.OnCallRota) =>
    rota.gaps
      .filter(({ turn }) => turn === 'first')
      .map((gap) => [(gap.from - startOfTest) / hour, (gap.until - startOfTest) / hour]);

  test('says who is called at which hour, and shows every hour nobody is as a gap', async () => {
    const empty = await clinic.call(maria, api.getOnCallRota);
    assert.deepEqual(gapsOfFirst(empty.answer), [[0, 14 * 24]]);
    assert.equal(empty.answer.fixedNumber, '+1 555 0143');
    assert.equal(empty.answer.sendsTexts, false);

    const id = randomUUID();
    await put(maria, [9, 23], { id });
    const again = await put(maria, [9, 23], { id });
    assert.equal(again.answer.duties.length, 1);
    const { answer } = await put(tom, [25, 14 * 24]);
    assert.deepEqual(gapsOfFirst(answer), [
      [0, 9],
      [23, 25],
    ]);
    assert.equal(answer.gaps.filter(({ turn }) => turn === 'second').length, 1);
  });

  test('holds one person for a turn, and one turn for a person', async () => {
    assert.equal((await put(tom, [22, 24])).code, 'taken');
    assert.equal((await put(maria, [10, 11], { turn: 'second' })).code, 'taken');
    assert.equal((await put(tom, [10, 11], { turn: 'second' })).status, 200);
    assert.equal((await put(tom, [30, 30], { turn: 'second' })).code, 'not-a-time');
    assert.equal((await put(tom, [-2, -1])).code, 'not-a-time');
    assert.equal((await put(desk, [23, 25])).status, 404);
  });

  test('makes a gap of the hours of someone taken out, once', async () => {
    const { answer } = await clinic.call(desk, api.getOnCallRota);
    const held = answer.duties.find(({ person }) => person.name === 'Maria Ruiz') ?? assert.fail('nobody');
    const takeOut = () => clinic.call(desk, api.takeOutOnCallDuty, { params: { dutyId: held.id }, body: {} });
    assert.deepEqual(gapsOfFirst((await takeOut()).answer), [[0, 25]]);
    assert.equal((await takeOut()).status, 200);
    assert.equal((await put(tom, [11, 23])).status, 200);
  });

  test('is planned by the desk and the owner, and by nobody else', async () => {
    assert.equal((await put(maria, [23, 24], { by: maria })).status, 403);
    const ana = await clinic.patient('Ana', 'Reyes', '1990-01-01');
    assert.equal((await clinic.call(ana, api.getOnCallRota)).status, 404);
  });
});
