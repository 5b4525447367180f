// June with her prescriber and her nurse, anew before every test: what is written into her record, and what the rules find in it.

import { randomUUID } from 'node:crypto';
import { after, before, beforeEach } from 'node:test';
import { listIssues } from '#api/consult.ts';
import { type HealthRecordBody, recordHealthEntry } from '#api/health-record.ts';
import type { Route } from '#server/access';
import { careRecordRoutes } from '#server/care-record';
import { consultRoutes } from '#server/consult';
import { healthRecordRoutes } from '#server/health-record';
import type { Ports } from '#server/ports';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from './clinic-with-routes.ts';

export interface JunesRecord {
  clinic: ClinicWithRoutes;
  june: Person & { patientId: string };
  okafor: Person;
  maria: Person;
}

/** Call inside a `describe`. The people are there once a test runs. */
export function junesRecord(moreRoutes: (ports: Ports) => readonly Route[] = () => []) {
  const cast = {} as JunesRecord;
  before(async () => {
    cast.clinic = await clinicWithRoutes((ports) => [
      ...healthRecordRoutes(ports),
      ...consultRoutes(ports),
      ...careRecordRoutes(ports),
      ...moreRoutes(ports),
    ]);
  });
  after(() => cast.clinic.close());
  beforeEach(async () => {
    cast.june = await cast.clinic.patient('June', 'Ames', '1980-04-02');
    const careTeam = { careTeamOf: cast.june.patientId };
    cast.okafor = await cast.clinic.staff('Dr. N. Okafor', 'prescriber', careTeam);
    cast.maria = await cast.clinic.staff('Maria Duarte', 'nurse', careTeam);
  });
  const params = () => ({ patientId: cast.june.patientId });
  return {
    cast,
    params,
    write: (person: Person, body: HealthRecordBody) =>
      cast.clinic.call(person, recordHealthEntry, { params: params(), body: { id: randomUUID(), body } }),
    found: async (rule: string) =>
      (await cast.clinic.call(cast.okafor, listIssues, { params: params() })).answer.issues.filter(
        ({ finding }) => finding.rule === rule,
      ),
  };
}
