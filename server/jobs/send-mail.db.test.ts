import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { writeMail } from '#server/communications';
import { type ClinicWithRoutes, clinicWithRoutes } from '#test/clinic-with-routes.ts';
import { sendMail } from './send-mail.ts';

let clinic: ClinicWithRoutes;
before(async () => {
  clinic = await clinicWithRoutes(() => []);
});
after(() => clinic.close());

test('a mail that nobody carries, and one whose server is not there, are each kept with the reason', async () => {
  const mailId = randomUUID();
  await clinic.as(undefined, (tx) =>
    writeMail(
      tx,
      { id: mailId, to: 'maria@example.org', subject: 'a', body: 'b', kind: 'ring' },
      clinic.now(),
    ),
  );
  const send = (smtpUrl: string | undefined) =>
    sendMail(clinic.ports, { clinicId: clinic.clinicId, mailId, smtpUrl, mailFrom: undefined });
  const kept = () =>
    clinic.as(undefined, async (tx) => {
      const { rows } = await tx.query('select sent_at, failure from outgoing_mail where id = $1', [mailId]);
      return rows;
    });
  assert.deepEqual(await kept(), [{ sent_at: null, failure: null }]);
  await send(undefined);
  assert.deepEqual(await kept(), [{ sent_at: null, failure: 'not-carried' }]);
  await assert.rejects(send('smtp://127.0.0.1:9'));
  assert.deepEqual(await kept(), [{ sent_at: null, failure: 'ESOCKET' }]);
});
