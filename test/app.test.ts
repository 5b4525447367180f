import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { getMe } from '#api/me.ts';
import * as patientsApi from '#api/patients.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { cast, charts, clinics, people } from '#test/people.ts';

describe('the cast', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('everyone of the cast is let in as who they are, at the address of their own clinic', async () => {
    for (const person of cast) {
      const me = await house.done(person, getMe);
      assert.equal(me.name, person.name);
      assert.equal(me.kind, person.kind);
      assert.deepEqual(me.roles, [...person.roles]);
      assert.equal(me.clinic.name, clinics[person.clinic].name);
      assert.equal(me.onShift, person.onShift ?? false, person.key);
    }
  });

  test('Maria opens the record of Ana, whom she cares for, and Nell that of Bea', async () => {
    const ana = await house.done(people.maria, patientsApi.getPatient, {
      params: { patientId: charts.ana.patientId },
    });
    const bea = await house.done(people.nell, patientsApi.getPatient, {
      params: { patientId: charts.bea.patientId },
    });
    assert.deepEqual([ana.givenName, bea.givenName], ['Ana', 'Bea']);
  });

  test('a sign-in of one clinic is nobody at the address of the other', async () => {
    const told = await house.call(people.nell, getMe, { headers: { host: 'localhost:4000' } });
    assert.equal(told.status, 401);
  });
});
