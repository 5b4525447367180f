// The papers of the morning as a file outside the server: whole, for its owner alone, taken away in time, and never said to be
// there when they are not.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/downtime.ts';
import { writePackFolders } from '#server/downtime';
import { type TestApp, testApp } from '#test/app.ts';
import { people } from '#test/people.ts';

describe('the folder of the morning papers', () => {
  let house: TestApp;
  let path: string;
  const folder = async () => (await house.done(people.maria, api.getDowntime)).folder;
  const write = (to: string | undefined = path) =>
    writePackFolders(house.app.ports, to === undefined ? undefined : { path: to, keepDays: 3 });
  const make = () => house.done(people.maria, api.makePack, { body: { id: crypto.randomUUID() as string } });

  before(async () => {
    house = await testApp();
    path = join(await mkdtemp(join(tmpdir(), 'mooring-papers-')), 'kept');
  });
  after(async () => {
    await house.close();
    await rm(join(path, '..'), { recursive: true, force: true });
  });

  test('before the server has said anything nothing is known, and without a folder it says so', async () => {
    assert.equal((await folder()).state, 'silent');
    await writePackFolders(house.app.ports, undefined);
    assert.equal((await folder()).state, 'not-set');
  });

  test('a folder with nothing in it is called empty, not written', async () => {
    await write();
    assert.deepEqual(await folder().then(({ state, writtenAt }) => [state, writtenAt]), ['empty', undefined]);
  });

  test('today’s pack is there whole, for its owner alone, with no half file beside it', async () => {
    await make();
    await write();
    const names = await readdir(path);
    assert.equal(names.length, 1, names.join(' '));
    assert.match(names[0] ?? '', /^downtime-[a-z0-9-]+-\d{4}-\d{2}-\d{2}\.html$/);
    const file = join(path, names[0] ?? '');
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.equal((await stat(path)).mode & 0o777, 0o700);
    const html = await readFile(file, 'utf8');
    assert.match(html, /Downtime pack/);
    assert.match(html, /<\/html>\n$/);
    assert.doesNotMatch(html, /<script|https?:\/\//);
    assert.equal((await folder()).state, 'written');
  });

  test('a file that someone took away is written again', async () => {
    for (const name of await readdir(path)) await rm(join(path, name));
    await write();
    assert.equal((await readdir(path)).length, 1);
  });

  test('old papers are taken away after the days that were set, and nothing else is touched', async () => {
    const [today = ''] = await readdir(path);
    const slug = today.replace(/^downtime-(.+)-\d{4}-\d{2}-\d{2}\.html$/, '$1');
    await writeFile(join(path, `downtime-${slug}-2000-01-01.html`), 'old');
    await writeFile(join(path, `downtime-${slug}x-2000-01-01.html`), 'of another clinic');
    await writeFile(join(path, 'notes.txt'), 'mine');
    await write();
    assert.deepEqual(
      (await readdir(path)).toSorted(),
      [today, `downtime-${slug}x-2000-01-01.html`, 'notes.txt'].toSorted(),
    );
  });

  test('a folder that cannot be written is said, with when it last could, and mended by itself', async () => {
    const { writtenAt } = await folder();
    house.later(60_000);
    await make();
    // A file where a folder should be fails for everyone, the system's own account too.
    const blocked = join(path, 'notes.txt');
    await write(blocked);
    const failed = await folder();
    assert.deepEqual([failed.state, failed.writtenAt], ['failed', writtenAt]);
    assert.ok(['EEXIST', 'ENOTDIR'].includes(failed.why ?? ''), failed.why);
    await chmod(path, 0o700);
    await write();
    assert.equal((await folder()).state, 'written');
  });

  test('after a quarter of an hour without a word nothing is known again', async () => {
    house.later(16 * 60_000);
    await house.signIn(people.maria);
    assert.equal((await folder()).state, 'silent');
  });
});
