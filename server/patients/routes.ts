// The person's routes: the list, demographics, the whole chart in one read, who looked, the care team.

import { getChart } from '#api/chart.ts';
import * as api from '#api/patients.ts';
import { isZone } from '#clinical/timestamp.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { listCareTeam } from './care-team.ts';
import { chartOf } from './chart.ts';
import { findPatient, keepCorrection, searchPatients } from './store.ts';
import { whoLookedAt } from './who-looked.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'Someone else changed these details first. Open them again; your words are still here.',
);

export function patientRoutes(_ports: Ports): readonly Route[] {
  return [
    // The list stands under the schedule, which opens to the desk always and to care staff while on shift; whom a nurse,
    // prescriber or therapist finds in it is narrowed to the people in their care.
    route(
      api.listPatients,
      { resource: 'patient-list', action: 'r', subject: 'clinic' },
      { audit: 'patient.list' },
      async (context) => {
        const { tx, query, actor, role, now } = context;
        const seesWholeClinic = role === 'front-desk' || role === 'admin';
        const patients = await searchPatients(tx, {
          ...query,
          now,
          inCareOf: seesWholeClinic ? undefined : { accountId: actor.id, onShift: actor.onShift },
        });
        context.audit({ patientIds: patients.map((patient) => patient.id) });
        return { patients };
      },
    ),

    route(
      api.getPatient,
      { resource: 'demographics', action: 'r', subject: 'patient' },
      { audit: 'patient.read' },
      async ({ tx, params }) => {
        return (await findPatient(tx, params['patientId'] ?? '')) ?? absent;
      },
    ),

    route(
      api.correctPatient,
      { resource: 'demographics', action: 'u', subject: 'patient' },
      { audit: 'patient.correct' },
      async (context) => {
        const { tx, params, body } = context;
        const patientId = params['patientId'] ?? '';
        if (body.zone !== undefined && !isZone(body.zone))
          return refuse(422, 'no-such-zone', 'This time zone is not known here. Choose another.', [
            { path: 'zone', message: 'Not known.' },
          ]);
        if (!(await keepCorrection(tx, patientId, body))) return stale;
        context.publish({ topic: 'patient', patientId, version: body.version + 1 });
        return (await findPatient(tx, patientId)) ?? absent;
      },
    ),

    route(
      getChart,
      { resource: 'health-record', action: 'r', subject: 'patient' },
      { audit: 'chart.read' },
      async ({ tx, params }) => {
        return (await chartOf(tx, params['patientId'] ?? '')) ?? absent;
      },
    ),

    route(
      api.whoLooked,
      { resource: 'who-looked', action: 'r', subject: 'patient' },
      { audit: 'who-looked.read' },
      async ({ tx, params }) => {
        const patientId = params['patientId'] ?? '';
        const patient = await findPatient(tx, patientId);
        if (patient === undefined) return absent;
        return { entries: await whoLookedAt(tx, patientId, patient.language) };
      },
    ),

    route(
      api.careTeam,
      { resource: 'care-team', action: 'r', subject: 'patient' },
      { audit: 'care-team.read' },
      async ({ tx, params, now }) => ({
        members: await listCareTeam(tx, params['patientId'] ?? '', now),
      }),
    ),
  ];
}
