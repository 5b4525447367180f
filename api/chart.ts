// The whole chart in one read. Apart from the person: a phone that only asks “what now” need not learn every shape of a record.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant } from './fields.ts';
import { healthRecordEntry } from './health-record.ts';
import { patient } from './patients.ts';
import { questionnaireResponse } from './questionnaires.ts';

export const vitalSignsRow = z.strictObject({
  id,
  effectiveAt: instant,
  origin: z.enum(['session', 'import', 'patient', 'staff']),
  body: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type VitalSignsRow = z.output<typeof vitalSignsRow>;

export const getChart = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/chart',
  summary: 'The whole chart: record, last 100 rows of vital signs, last 10 responses',
  response: z.strictObject({
    patient,
    record: z.array(healthRecordEntry),
    vitalSigns: z.array(vitalSignsRow),
    responses: z.array(questionnaireResponse),
  }),
});
