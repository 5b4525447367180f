// A house with a door nobody thought about does not open.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getClinic } from '#api/me.ts';
import * as outcomes from '#api/outcomes.ts';
import * as patients from '#api/patients.ts';
import { checkRoutes, publicRoute, route } from '#server/access';

const nobody = () => Promise.reject(new Error('Nobody asks in this test.'));
const aboutPatient = { resource: 'demographics', action: 'r', subject: 'patient' } as const;
const aboutClinic = { resource: 'task', action: 'r', subject: 'clinic' } as const;

describe('the list of routes', () => {
  test('stands when each says whom it is about, and how it is written down', () => {
    checkRoutes([
      route(patients.getPatient, aboutPatient, { audit: 'patient.read' }, nobody),
      route(outcomes.listTasks, aboutClinic, { audit: 'task.list' }, nobody),
      publicRoute(getClinic, { audit: 'clinic.read' }, nobody),
    ]);
  });

  test('is refused when two routes answer one address', () => {
    const one = route(patients.getPatient, aboutPatient, { audit: 'patient.read' }, nobody);
    assert.throws(() => checkRoutes([one, one]), /Two routes answer GET \/api\/patients\/:patientId/);
  });

  test('is refused when a route leaves no line in the trail', () => {
    assert.throws(
      () => checkRoutes([route(outcomes.listTasks, aboutClinic, { audit: '' }, nobody)]),
      /names no audit action/,
    );
  });

  test('is refused when a route is about a patient it does not name, or names one it does not check', () => {
    assert.throws(
      () => checkRoutes([route(outcomes.listTasks, aboutPatient, { audit: 'x' }, nobody)]),
      /has none in its path/,
    );
    assert.throws(
      () => checkRoutes([route(patients.getPatient, aboutClinic, { audit: 'x' }, nobody)]),
      /does not check them/,
    );
  });
});
