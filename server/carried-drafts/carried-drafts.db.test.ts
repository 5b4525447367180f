// Half-written words reach a person's other devices, and nobody else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as api from '#api/carried-drafts.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { carriedDraftRoutes, forgetOldMarks } from './index.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const journal = 'a'.repeat(32);
const letter = 'b'.repeat(32);

let clinic: ClinicWithRoutes;
let june: Person;

before(async () => {
  clinic = await clinicWithRoutes(() => carriedDraftRoutes());
  june = await clinic.patient('June', 'Ames', '1980-04-02');
});
after(() => clinic.close());

function sealed(text: string): NonNullable<api.CarriedDraft['words']> {
  return { nonce: Buffer.alloc(12, 1).toString('base64'), sealed: Buffer.from(text).toString('base64') };
}
const carry = (person: Person, draft: api.CarriedDraft, accountId = person.accountId) =>
  clinic.call(person, api.carryDraft, { body: { ...draft, accountId } });
async function drafts(person: Person): Promise<readonly api.CarriedDraft[]> {
  return (await clinic.call(person, api.listCarriedDrafts, {})).answer.drafts;
}

test('what was begun on the phone lies ready for the tablet, the latest by its time, however late the older arrives', async () => {
  const now = clinic.now();
  const later = { name: journal, savedAt: now - minute, words: sealed('two lines') };
  assert.deepEqual((await carry(june, later)).answer, { savedAt: now - minute, isLatest: true });
  const older = await carry(june, { name: journal, savedAt: now - 2 * minute, words: sealed('one line') });
  assert.deepEqual(older.answer, { savedAt: now - minute, isLatest: false });
  assert.equal((await carry(june, later)).answer.isLatest, true, 'sent twice, it is the same words');
  assert.deepEqual(await drafts(june), [later]);
});

test('a clock that runs ahead does not stand before what is written after it', async () => {
  const now = clinic.now();
  const ahead = await carry(june, { name: letter, savedAt: now + day, words: sealed('early') });
  assert.deepEqual(ahead.answer, { savedAt: now, isLatest: true });
});

test('sent on one device, it does not come back from another; the mark is forgotten in its time', async () => {
  const now = clinic.now();
  await carry(june, { name: journal, savedAt: now });
  const back = await carry(june, { name: journal, savedAt: now - minute, words: sealed('two lines') });
  assert.equal(back.answer.isLatest, false);
  assert.deepEqual(
    (await drafts(june)).find(({ name }) => name === journal),
    { name: journal, savedAt: now },
  );
  const forgetAt = (at: number) => clinic.as(undefined, (tx) => forgetOldMarks(tx, at));
  await forgetAt(now + 45 * day);
  assert.equal((await drafts(june)).length, 2);
  await forgetAt(now + 46 * day);
  assert.deepEqual(
    (await drafts(june)).map(({ name }) => name),
    [letter],
    'words are not forgotten',
  );
});

test('nobody else reads or writes them: not another patient, not the team, not past the routes', async () => {
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  assert.deepEqual(await drafts(tomas), []);
  const inHerTab = await carry(tomas, { name: letter, savedAt: clinic.now() }, june.accountId);
  assert.equal(inHerTab.code, 'someone-else', 'a tab still open after another person came in');
  const nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId ?? '', shift: true });
  assert.notEqual((await clinic.call(nia, api.listCarriedDrafts, {})).status, 200);
  for (const reader of [nia, tomas]) {
    const { rows } = await clinic.as(reader, (tx) => tx.query('select name from carried_drafts'));
    assert.deepEqual(rows, []);
  }
});

test('a draft too large to carry is refused, and so is a name that says something', async () => {
  const now = clinic.now();
  const large = { name: letter, savedAt: now, words: sealed('x'.repeat(api.mostSealedDraftBytes + 1)) };
  assert.equal((await carry(june, large)).status, 400);
  assert.equal((await carry(june, { name: 'intention', savedAt: now })).status, 400);
});
