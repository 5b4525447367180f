// The newest pack as a file in a folder the clinic chose, so that it is there when this server is not: written whole or not at
// all, readable by its owner alone, and taken away after some days. What came of it is written down for the screen.

import { access, chmod, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, type LocalDate, localDateOf } from '#clinical/instant.ts';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { packHtml } from './pack-html.ts';
import { folderState, newestPack, sayFolderState } from './store.ts';

export type DowntimeFolder = { readonly path: string; readonly keepDays: number };

export async function writePackFolders(ports: Ports, folder: DowntimeFolder | undefined): Promise<void> {
  const { rows } = await ports.pool.query<{ id: string; slug: string; zone: string }>(
    'select id, slug, zone from clinics',
  );
  for (const clinic of rows) await writeFor(ports, clinic, folder);
}

async function writeFor(
  ports: Ports,
  clinic: { readonly id: string; readonly slug: string; readonly zone: string },
  folder: DowntimeFolder | undefined,
): Promise<void> {
  const now = ports.clock.now();
  await withTenant(ports.pool, { clinicId: clinic.id }, async (tx) => {
    if (folder === undefined) {
      await sayFolderState(tx, { state: 'not-set', now });
      return;
    }
    const before = await folderState(tx);
    const newest = await newestPack(tx);
    const today = localDateOf(now, clinic.zone);
    const name = fileName(clinic.slug, today);
    try {
      const isOfToday = newest !== undefined && newest.content.date === today;
      const isThere = isOfToday && before?.packId === newest.id && (await exists(join(folder.path, name)));
      if (isOfToday && !isThere) await writeWhole(folder.path, name, packHtml(newest.content));
      await removeOld(folder, clinic.slug, today);
      if (isOfToday)
        await sayFolderState(tx, {
          state: 'written',
          packId: newest.id,
          writtenAt: isThere ? before?.writtenAt : now,
          now,
        });
      else await sayFolderState(tx, { state: before?.writtenAt === undefined ? 'empty' : 'written', now });
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code ?? 'unknown';
      ports.log('error', 'downtime folder', { code: why });
      await sayFolderState(tx, { state: 'failed', why, now });
    }
  });
}

const fileName = (slug: string, date: LocalDate): string => `downtime-${slug}-${date}.html`;

/** Beside its place first, then in it with one move, so that nobody finds half a page. */
async function writeWhole(directory: string, name: string, content: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const half = join(directory, `.${name}.half`);
  const file = await open(half, 'w', 0o600);
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  // A half file left from before keeps the permissions it had.
  await chmod(half, 0o600);
  await rename(half, join(directory, name));
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

/** Only files this clinic's server made, by their names; anything else in the folder is someone else's. */
async function removeOld(folder: DowntimeFolder, slug: string, today: LocalDate): Promise<void> {
  const oldest = addDays(today, -folder.keepDays);
  const made = new RegExp(`^downtime-${slug}-(\\d{4}-\\d{2}-\\d{2})\\.html$`);
  const names = await readdir(folder.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const date = made.exec(name)?.[1];
    if (date !== undefined && date < oldest) await rm(join(folder.path, name));
  }
}
