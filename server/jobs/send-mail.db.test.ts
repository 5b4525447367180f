import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { callBack, writeMail } from '#server/communications';
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

test('a mail that was called back is not handed over any more, and stays called back', async () => {
  const mailId = randomUUID();
  const back = await clinic.as(undefined, async (tx) => {
    await writeMail(
      tx,
      { id: mailId, to: 'luz@example.org', subject: 'a', body: 'b', kind: 'companion-link' },
      clinic.now(),
    );
    return await callBack(tx, [mailId], clinic.now());
  });
  assert.deepEqual(back, [mailId]);
  for (const smtpUrl of ['smtp://127.0.0.1:9', undefined])
    await sendMail(clinic.ports, { clinicId: clinic.clinicId, mailId, smtpUrl, mailFrom: undefined });
  const kept = await clinic.as(undefined, async (tx) => {
    const { rows } = await tx.query('select sent_at, failure from outgoing_mail where id = $1', [mailId]);
    return rows;
  });
  assert.deepEqual(kept, [{ sent_at: null, failure: 'called-back' }]);
});
