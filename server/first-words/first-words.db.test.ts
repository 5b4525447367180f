// What someone said in the first hour belongs to them, whoever typed it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/first-words.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { firstWordsRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;
let nia: Person;

before(async () => {
  clinic = await clinicWithRoutes(firstWordsRoutes);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId });
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
});
after(() => clinic.close());

const params = (more: Record<string, string> = {}) => ({ patientId: june.patientId, ...more });

async function takeDown(text: string): Promise<string> {
  const id = randomUUID() as string;
  const kept = await clinic.call(thea, api.takeDownFirstWords, {
    params: params(),
    body: { id, text, saidAt: clinic.now() },
  });
  assert.equal(kept.status, 200);
  return id;
}
async function readBy(person: Person): Promise<readonly string[]> {
  const { answer } = await clinic.call(person, api.listFirstWords, { params: params() });
  return answer.words.map(({ text }) => text);
}
const keep = (person: Person, wordsId: string, keeping: 'lock' | 'open' | 'remove') =>
  clinic.call(person, api.keepFirstWords, { params: params({ wordsId }), body: { keeping } });

test('first words are taken down as the patient’s own, who locks them, opens them again or removes them @S1-31', async () => {
  const id = await takeDown('everything was made of rope');
  const { answer } = await clinic.call(june, api.listFirstWords, { params: params() });
  assert.equal(answer.words[0]?.takenByName, 'Thea Brandt');
  assert.deepEqual(await readBy(nia), ['everything was made of rope']);

  assert.equal((await keep(june, id, 'lock')).status, 200);
  assert.deepEqual(await readBy(nia), []);
  assert.deepEqual(await readBy(thea), [], 'locked from the one who typed them, too');
  assert.deepEqual(await readBy(june), ['everything was made of rope']);
  const inDatabase = await clinic.as(thea, (tx) => tx.query('select id from first_words'));
  assert.equal(inDatabase.rows.length, 0);

  await keep(june, id, 'open');
  assert.equal((await readBy(thea)).length, 1);

  await keep(june, id, 'remove');
  assert.deepEqual([await readBy(june), await readBy(thea)], [[], []]);
  const left = await clinic.as(june, (tx) =>
    tx.query<{ size: number }>('select length(sealed) as size from first_words where id = $1', [id]),
  );
  assert.equal(left.rows[0]?.size, 0, 'the words are gone, not only out of sight');
  assert.equal((await keep(june, id, 'open')).status, 404);
});

test('nobody but the patient locks or removes them, on any way', async () => {
  const id = await takeDown('a long corridor');
  assert.notEqual((await keep(thea, id, 'remove')).status, 200);
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  assert.notEqual((await keep(tomas, id, 'remove')).status, 200);
  for (const change of ['locked_at = now()', `removed_at = now(), sealed = ''`])
    await assert.rejects(
      clinic.as(thea, (tx) => tx.query(`update first_words set ${change} where id = $1`, [id])),
      /row-level security/,
    );
  const { rows } = await clinic.as(june, (tx) =>
    tx.query<{ sealed: Buffer }>('select sealed from first_words where id = $1', [id]),
  );
  assert.ok(rows[0] && !rows[0].sealed.includes('corridor'));
});
