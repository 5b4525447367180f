import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/own-words.ts';
import { openWith } from '#server/secrets';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { ownWordsRoutes, preparationStates, sharedIntention } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let tomas: Person & { patientId: string };
let thea: Person;
let nia: Person;
let cycleId: string;

before(async () => {
  clinic = await clinicWithRoutes(ownWordsRoutes);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId, shift: true });
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
  cycleId = await clinic.cycle({ patientId: june.patientId, planner: nia });
});
after(() => clinic.close());

const canary = 'the red boat under the ice';

async function write(
  more: Partial<{
    kind: 'journal' | 'intention' | 'letter';
    text: string;
    openAt: number;
    state: 'written' | 'not-yet';
    cycleId: string;
    cameAt: number;
    id: string;
    version: number;
  }> = {},
) {
  const { id = randomUUID(), version = 0, kind = 'journal', text = canary, ...rest } = more;
  const saved = await clinic.call(june, api.saveOwnWords, {
    params: { patientId: june.patientId, wordsId: id },
    body: { version, kind, text, writtenAt: clinic.now(), ...rest },
  });
  return { id, saved };
}

async function share(wordsId: string, withPerson: Person) {
  return clinic.call(june, api.shareOwnWords, {
    params: { patientId: june.patientId, wordsId },
    body: { id: randomUUID(), withAccountId: withPerson.accountId },
  });
}

async function readAs(person: Person): Promise<string[]> {
  const { status, answer } = await clinic.call(person, api.readSharedWords, {
    params: { patientId: june.patientId },
  });
  assert.equal(status, 200);
  return answer.words.map((words) => words.text);
}

test('what a person writes is read back by them and is sealed where it is kept', async () => {
  const { id, saved } = await write();
  assert.equal(saved.answer.text, canary);
  const { rows } = await clinic.as(june, (tx) =>
    tx.query<{ sealed: Buffer }>('select sealed from own_words where id = $1', [id]),
  );
  assert.ok(rows[0] && !rows[0].sealed.includes(Buffer.from(canary)));
  const keys = await clinic.as(nia, (tx) =>
    tx.query<{ wrapped_key: Buffer }>('select wrapped_key from patient_keys where patient_id = $1', [
      june.patientId,
    ]),
  );
  const key = clinic.ports.secrets.open(
    keys.rows[0]?.wrapped_key ?? Buffer.alloc(0),
    `${clinic.clinicId}|${june.patientId}`,
  );
  const sealed = rows[0].sealed;
  assert.throws(
    () => openWith(key, sealed, `${clinic.clinicId}|${june.patientId}|${id}|2`),
    'another version must not open',
  );
});

test('no one of the care team reads an entry that was not shared, on any way', async () => {
  const { id } = await write();
  assert.ok(!(await readAs(thea)).includes(canary));
  const list = await clinic.call(thea, api.listOwnWords, { params: { patientId: june.patientId } });
  assert.equal(list.status, 403);
  const seenByNurse = await clinic.as(nia, (tx) => tx.query('select id from own_words where id = $1', [id]));
  assert.equal(seenByNurse.rows.length, 0);
});

test('another patient cannot read or change the words, and cannot tell that they exist', async () => {
  const { id } = await write();
  const list = await clinic.call(tomas, api.listOwnWords, { params: { patientId: june.patientId } });
  assert.equal(list.status, 404);
  const asOwn = await clinic.call(tomas, api.deleteOwnWords, {
    params: { patientId: tomas.patientId, wordsId: id },
    body: { version: 1 },
  });
  assert.equal(asOwn.status, 404);
  const inDatabase = await clinic.as(tomas, (tx) =>
    tx.query(`update own_words set sealed = '' where id = $1`, [id]),
  );
  assert.equal(inDatabase.rowCount, 0);
});

test('an entry shown to one person is read by that person alone, and the patient sees that it was', async () => {
  const { id } = await write({ text: 'for Thea only' });
  const shared = await share(id, thea);
  assert.equal(shared.answer.shares[0]?.seenAt, undefined);
  assert.ok((await readAs(thea)).includes('for Thea only'));
  assert.ok(!(await readAs(nia)).includes('for Thea only'));
  const after = await clinic.call(june, api.listOwnWords, { params: { patientId: june.patientId } });
  assert.equal(after.answer.words.find((words) => words.id === id)?.shares[0]?.seenAt, clinic.now());
});

test('changed after it was read, an entry says to both which wording was seen, and when it is read again', async () => {
  const { id } = await write({ text: 'as it was' });
  await share(id, thea);
  const shareNow = async () => {
    const { answer } = await clinic.call(june, api.listOwnWords, { params: { patientId: june.patientId } });
    const found = answer.words.find((words) => words.id === id);
    return { version: found?.version, share: found?.shares[0] };
  };
  const readByThea = async () => {
    const { answer } = await clinic.call(thea, api.readSharedWords, {
      params: { patientId: june.patientId },
    });
    return answer.words.find((words) => words.id === id);
  };
  assert.equal((await readByThea())?.changed, undefined);
  const firstAt = clinic.now();
  clinic.later(60_000);
  assert.equal((await readByThea())?.changed, undefined, 'read twice is not changed');

  const changedAt = clinic.now();
  await write({ id, version: 1, text: 'as it is' });
  const before = await shareNow();
  assert.deepEqual(
    [before.version, before.share?.seenVersion, before.share?.versionSeenAt],
    [2, 1, firstAt],
    'the change has not been seen',
  );
  clinic.later(60_000);
  const again = await readByThea();
  assert.deepEqual([again?.text, again?.changed], ['as it is', { seenAt: firstAt, at: changedAt }]);
  const after = await shareNow();
  assert.deepEqual(
    [after.share?.seenAt, after.share?.seenVersion, after.share?.versionSeenAt],
    [firstAt, 2, clinic.now()],
  );
});

test('taking an entry back closes it at once and still says that it was seen', async () => {
  const { id } = await write({ text: 'for a while' });
  const shareId = (await share(id, thea)).answer.shares[0]?.id ?? '';
  assert.ok((await readAs(thea)).includes('for a while'));
  const takenBack = await clinic.call(june, api.takeBackOwnWords, {
    params: { patientId: june.patientId, wordsId: id, shareId },
    body: {},
  });
  assert.equal(takenBack.answer.shares[0]?.takenBackAt, clinic.now());
  assert.equal(takenBack.answer.shares[0]?.seenAt, clinic.now());
  assert.ok(!(await readAs(thea)).includes('for a while'));
  const inDatabase = await clinic.as(thea, (tx) => tx.query('select id from own_words where id = $1', [id]));
  assert.equal(inDatabase.rows.length, 0);
});

test('words are shown only to someone on the care team', async () => {
  const { id } = await write();
  const stranger = await clinic.staff('Otto Lind', 'therapist', { shift: true });
  const refused = await share(id, stranger);
  assert.deepEqual([refused.status, refused.code], [422, 'not-on-care-team']);
});

test('a letter to tonight stays closed until its hour, from its author too', async () => {
  const { id, saved } = await write({
    kind: 'letter',
    text: 'dear me',
    openAt: clinic.now() + 3_600_000,
  });
  assert.equal(saved.answer.text, undefined);
  await share(id, thea);
  assert.ok(!(await readAs(thea)).includes('dear me'));
  clinic.later(3_600_000);
  const list = await clinic.call(june, api.listOwnWords, {
    params: { patientId: june.patientId },
    query: { kind: 'letter' },
  });
  assert.equal(list.answer.words.find((words) => words.id === id)?.text, 'dear me');
});

test('a letter to that night goes with its session to another day, and comes back to its author where the session is off', async () => {
  const moved = await clinic.cycle({ patientId: june.patientId, planner: nia, doseInHours: 3 });
  const openAt = clinic.now() + 8 * 3_600_000;
  const { id } = await write({ kind: 'letter', text: 'dear moved me', openAt, cycleId: moved });
  const read = async () => {
    const { answer } = await clinic.call(june, api.listOwnWords, {
      params: { patientId: june.patientId },
      query: { kind: 'letter' },
    });
    const found = answer.words.find((words) => words.id === id);
    return [found?.openAt, found?.text];
  };
  const book = (change: string) =>
    clinic.as(nia, (tx) =>
      tx.query(`update appointments set ${change} where clinic_id = $1 and cycle_id = $2 and kind = 'dose'`, [
        clinic.clinicId,
        moved,
      ]),
    );
  const twoDays = 2 * 24 * 3_600_000;
  await share(id, thea);
  assert.deepEqual(await read(), [openAt, undefined]);
  await book(`period = tstzrange(lower(period) + interval '2 days', upper(period) + interval '2 days')`);
  clinic.later(8 * 3_600_000);
  assert.deepEqual(await read(), [openAt + twoDays, undefined], 'shut on the night it was first for');
  assert.ok(!(await readAs(thea)).includes('dear moved me'));
  await book(`status = 'cancelled'`);
  assert.deepEqual(await read(), [openAt, 'dear moved me']);
  await book(`status = 'booked'`);
  clinic.later(twoDays);
  assert.deepEqual(await read(), [openAt + twoDays, 'dear moved me']);
  assert.ok((await readAs(thea)).includes('dear moved me'));
});

test('the team knows whether an intention is set or put off, and not a word of it', async () => {
  const { id } = await write({ kind: 'intention', text: '', state: 'not-yet', cycleId });
  const states = () => clinic.as(nia, (tx) => preparationStates(tx, june.patientId, cycleId));
  assert.equal((await states()).intention?.value, 'not-yet');
  await write({ id, version: 1, kind: 'intention', text: 'to listen', state: 'written', cycleId });
  assert.equal((await states()).intention?.value, 'set');
  const read = (person: Person) =>
    clinic.as(person, (tx) => sharedIntention(tx, clinic.ports, { patientId: june.patientId, cycleId }));
  assert.equal(await read(nia), undefined);
  await share(id, nia);
  assert.equal(await read(nia), 'to listen');
  assert.equal(await read(thea), undefined);
});

test('an intention may be written before any session is booked; it is put off only for one that is', async () => {
  const { saved } = await write({ kind: 'intention', text: 'to rest' });
  assert.deepEqual([saved.status, saved.answer.cycleId], [200, undefined]);
  const putOff = await write({ kind: 'intention', text: '', state: 'not-yet' });
  assert.equal(putOff.saved.code, 'no-cycle');
});

test('what came before it was written keeps its own time under the seal; what has not come yet is not written down', async () => {
  const cameAt = clinic.now() - 3 * 24 * 60 * 60_000;
  const { id, saved } = await write({ text: 'the smell of rain', cameAt, cycleId });
  assert.deepEqual([saved.answer.cameAt, saved.answer.cycleId], [cameAt, cycleId]);
  const without = await write({ id, version: 1, text: 'the smell of rain' });
  assert.deepEqual([without.saved.answer.cameAt, without.saved.answer.cycleId], [undefined, undefined]);
  for (const [later, status] of [
    [-1, 200],
    [0, 200],
    [1, 422],
  ] as const)
    assert.equal((await write({ cameAt: clinic.now() + later })).saved.status, status, `${later} ms`);
});

test('deleted words are gone from the record and from everyone they were shown to', async () => {
  const { id } = await write({ text: 'gone' });
  await share(id, thea);
  const deleted = await clinic.call(june, api.deleteOwnWords, {
    params: { patientId: june.patientId, wordsId: id },
    body: { version: 1 },
  });
  assert.equal(deleted.status, 200);
  const kept = await clinic.as(june, (tx) =>
    tx.query<{ sealed: Buffer }>('select sealed from own_words where id = $1', [id]),
  );
  assert.equal(kept.rows[0]?.sealed.length, 0);
  assert.ok(!(await readAs(thea)).includes('gone'));
  const again = await write({ id, version: 2, text: 'back' });
  assert.equal(again.saved.status, 409);
});

test('an entry changed on another device first is not overwritten', async () => {
  const { id } = await write();
  await write({ id, version: 1, text: 'second' });
  const late = await write({ id, version: 1, text: 'third' });
  assert.deepEqual([late.saved.status, late.saved.code], [409, 'stale']);
});

for (const { version, outcome } of [
  { version: 0, outcome: 'stale' },
  { version: 1, outcome: 'stale' },
  { version: 2, outcome: 'saved' },
  { version: 3, outcome: 'stale' },
])
  test(`a change begun on version ${version} of 2 is ${outcome}, and what is there is lost in no case`, async () => {
    const { id } = await write({ text: 'first' });
    await write({ id, version: 1, text: 'second' });
    const { saved } = await write({ id, version, text: 'from the train' });
    const { answer } = await clinic.call(june, api.listOwnWords, {
      params: { patientId: june.patientId },
      query: {},
    });
    const entry = answer.words.find((words) => words.id === id);
    if (outcome === 'saved') assert.deepEqual([entry?.version, entry?.text], [3, 'from the train']);
    else assert.deepEqual([saved.code, entry?.version, entry?.text], ['stale', 2, 'second']);
  });

test('an intention cannot be hung on another person’s cycle', async () => {
  const theirs = await clinic.cycle({ patientId: tomas.patientId, planner: nia });
  const { saved } = await write({ kind: 'intention', text: 'x', cycleId: theirs });
  assert.equal(saved.status, 404);
});

test('a mark of insight or connection is seen by the therapist only on an entry that was shown @S0-30', async () => {
  const save = async (marks: api.EntryMark[], text: string) => {
    const id = randomUUID() as string;
    const { answer } = await clinic.call(june, api.saveOwnWords, {
      params: { patientId: june.patientId, wordsId: id },
      body: {
        version: 0,
        kind: 'journal',
        text,
        marks,
        themes: ['my father'],
        seen: 'a door',
        writtenAt: clinic.now(),
      },
    });
    assert.deepEqual([answer.marks, answer.themes, answer.seen], [marks, ['my father'], 'a door']);
    return id;
  };
  const shown = await save(['insight', 'connection'], 'we are one family');
  await save(['connection'], 'not for anyone');
  await share(shown, thea);
  const { answer } = await clinic.call(thea, api.readSharedWords, { params: { patientId: june.patientId } });
  const read = answer.words.filter(({ marks }) => marks !== undefined);
  assert.deepEqual(
    read.map(({ text, marks, themes }) => [text, marks, themes]),
    [['we are one family', ['insight', 'connection'], ['my father']]],
  );
  const { rows } = await clinic.as(june, (tx) =>
    tx.query<{ sealed: Buffer }>('select sealed from own_words where id = $1', [shown]),
  );
  assert.ok(rows[0] && !rows[0].sealed.includes('insight'), 'a mark lies under the seal like the words');
});

test('in the first days nothing is made of what was written: no score, no task, no copy; and what is parked says so @S0-44 @S2-61', async () => {
  const tally = () =>
    clinic.as(june, async (tx) => {
      const { rows } = await tx.query<{ table_name: string }>(
        `select table_name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE'
            and table_name not in ('own_words', 'audit_events', 'audit_heads', 'commands', 'sign_ins')
          order by table_name`,
      );
      const counts: string[] = [];
      for (const { table_name: name } of rows) {
        const { rows: told } = await tx.query<{ of: number; said: number }>(
          `select count(*)::int as of, count(*) filter (where t::text like '%everything is heavy%')::int as said from ${name} t`,
        );
        counts.push(`${name} ${told[0]?.of} ${told[0]?.said}`);
      }
      return counts;
    });
  const before = await tally();
  const wordsId = randomUUID() as string;
  const { status, answer } = await clinic.call(june, api.saveOwnWords, {
    params: { patientId: june.patientId, wordsId },
    body: {
      version: 0,
      kind: 'journal',
      text: 'everything is heavy and I want it to stop',
      felt: 'everything is heavy',
      marks: ['parked'],
      writtenAt: clinic.now(),
    },
  });
  assert.deepEqual([status, answer.marks], [200, ['parked']]);
  assert.deepEqual(await tally(), before);
  assert.ok(before.length > 60);

  await share(wordsId, thea);
  const read = await clinic.call(thea, api.readSharedWords, { params: { patientId: june.patientId } });
  assert.deepEqual(read.answer.words.find(({ id }) => id === wordsId)?.marks, ['parked']);
});
