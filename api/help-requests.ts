// The call for a person, which every page of a patient holds from the first moment.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant } from './fields.ts';

/** “I need help”: persisted first, then shown to staff; the phone shows the numbers at once, with or without us. */
export const askForHelp = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/help-requests',
  summary: 'A patient asks for a person now',
  body: z.strictObject({ id }),
  response: z.strictObject({ taskId: id, at: instant, staffOnShift: z.int() }),
});
