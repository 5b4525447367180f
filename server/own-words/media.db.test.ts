// Voice, drawings and photos of an entry: as private as its words, and gone with them.
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/own-words.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { ownWordsRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;
let nia: Person;

before(async () => {
  clinic = await clinicWithRoutes(ownWordsRoutes);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId });
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
});
after(() => clinic.close());

const fileOf = {
  voice: Buffer.concat([Buffer.from('\x1a\x45\xdf\xa3', 'latin1'), randomBytes(400)]),
  drawing: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(400)]),
  photo: Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), randomBytes(400)]),
};
const params = (more: Record<string, string>) => ({ patientId: june.patientId, ...more });

async function entryWith(kind: api.MediaKind) {
  const wordsId = randomUUID() as string;
  const mediaId = randomUUID() as string;
  const saved = await clinic.call(june, api.saveOwnWords, {
    params: params({ wordsId }),
    body: { version: 0, kind: 'journal', text: '', media: [{ id: mediaId, kind }], writtenAt: clinic.now() },
  });
  assert.equal(saved.status, 200);
  assert.equal(saved.answer.media[0]?.hasArrived, false, 'it is said that the file is still on its way');
  return { wordsId, mediaId };
}

const send = (at: { wordsId: string; mediaId: string }, kind: api.MediaKind, file: Buffer) =>
  clinic.call(june, api.saveWordsMedia, {
    params: params(at),
    body: { kind, mediaType: 'x', file: file.toString('base64') },
  });

async function entry(wordsId: string) {
  const { answer } = await clinic.call(june, api.listOwnWords, { params: params({}) });
  return answer.words.find((each) => each.id === wordsId);
}

for (const [kind, mediaType] of [
  ['voice', 'audio/webm'],
  ['drawing', 'image/png'],
  ['photo', 'image/jpeg'],
] as const) {
  test(`an entry may be a ${kind} alone; it is sealed where it is kept and read back whole`, async () => {
    const at = await entryWith(kind);
    assert.equal((await send(at, kind, fileOf[kind])).status, 200);
    assert.equal((await send(at, kind, fileOf[kind])).status, 200, 'sent twice is kept once');
    assert.equal((await entry(at.wordsId))?.media[0]?.hasArrived, true);
    const read = await clinic.call(june, api.readWordsMedia, { params: params(at) });
    assert.equal(read.answer.mediaType, mediaType);
    assert.equal(read.answer.file, fileOf[kind].toString('base64'));
    const { rows } = await clinic.as(june, (tx) =>
      tx.query<{ sealed: Buffer }>('select sealed from own_words_media where id = $1', [at.mediaId]),
    );
    assert.ok(rows[0] && !rows[0].sealed.includes(fileOf[kind].subarray(0, 40)));
  });
}

test('what is not sound or a picture, too large, or not part of the entry, is not kept', async () => {
  const at = await entryWith('photo');
  assert.equal((await send(at, 'photo', Buffer.from('<script>'))).code, 'not-that-kind');
  assert.equal((await send(at, 'photo', fileOf.drawing)).code, 'not-that-kind');
  assert.equal((await send(at, 'voice', fileOf.voice)).code, 'not-in-entry');
  const large = Buffer.concat([fileOf.photo, Buffer.alloc(api.mostMediaBytes)]);
  assert.notEqual((await send(at, 'photo', large)).status, 200);
  assert.equal((await entry(at.wordsId))?.media[0]?.hasArrived, false);
});

test('a drawing is seen by the one person it was shown to, and by nobody once it is taken back', async () => {
  const at = await entryWith('drawing');
  await send(at, 'drawing', fileOf.drawing);
  const seenBy = async (person: Person) =>
    (await clinic.call(person, api.readSharedMedia, { params: params(at) })).status;
  assert.deepEqual([await seenBy(thea), await seenBy(nia)], [404, 404]);
  const shared = await clinic.call(june, api.shareOwnWords, {
    params: params(at),
    body: { id: randomUUID(), withAccountId: thea.accountId },
  });
  assert.deepEqual([await seenBy(thea), await seenBy(nia)], [200, 404]);
  await clinic.call(june, api.takeBackOwnWords, {
    params: params({ wordsId: at.wordsId, shareId: shared.answer.shares[0]?.id ?? '' }),
    body: {},
  });
  assert.equal(await seenBy(thea), 404);
  const rows = await clinic.as(thea, (tx) =>
    tx.query('select id from own_words_media where id = $1', [at.mediaId]),
  );
  assert.equal(rows.rows.length, 0, 'the database itself lets no one else see it');
});

test('taken out of an entry, or deleted with it, the bytes are gone', async () => {
  const at = await entryWith('voice');
  await send(at, 'voice', fileOf.voice);
  await clinic.call(june, api.saveOwnWords, {
    params: params(at),
    body: { version: 1, kind: 'journal', text: 'only words now', writtenAt: clinic.now() },
  });
  const bytes = async () =>
    (
      await clinic.as(june, (tx) =>
        tx.query<{ size: number }>('select length(sealed) as size from own_words_media where id = $1', [
          at.mediaId,
        ]),
      )
    ).rows[0]?.size;
  assert.equal(await bytes(), 0);
  const second = await entryWith('voice');
  await send(second, 'voice', fileOf.voice);
  await clinic.call(june, api.deleteOwnWords, { params: params(second), body: { version: 1 } });
  assert.equal((await clinic.call(june, api.readWordsMedia, { params: params(second) })).status, 404);
});

test('a sign needs a name, a commitment a day; both are as private as the rest', async () => {
  const save = (kind: api.WordsKind, more: object) =>
    clinic.call(june, api.saveOwnWords, {
      params: params({ wordsId: randomUUID() }),
      body: { version: 0, kind, text: 'x', writtenAt: clinic.now(), ...more },
    });
  assert.equal((await save('symbol', {})).code, 'no-name');
  assert.equal((await save('commitment', {})).code, 'no-day');
  assert.equal((await save('symbol', { name: 'The red door' })).answer.name, 'The red door');
  const meant = await save('commitment', { dueOn: '2027-03-09' });
  const looked = await clinic.call(june, api.saveOwnWords, {
    params: params({ wordsId: meant.answer.id }),
    body: {
      version: 1,
      kind: 'commitment',
      text: 'x',
      dueOn: '2027-03-09',
      review: { outcome: 'in-part', at: clinic.now(), words: 'Twice out of four' },
      writtenAt: clinic.now(),
    },
  });
  assert.equal(looked.answer.review?.outcome, 'in-part');
  const shown = await clinic.call(thea, api.readSharedWords, { params: params({}) });
  assert.ok(shown.answer.words.every((each) => each.kind !== 'symbol' && each.kind !== 'commitment'));
});
