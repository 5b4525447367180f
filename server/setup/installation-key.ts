// The installation's key for work done from the terminal: the same one the server uses, from the same folder.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from '#server/postgres';
import { SetupRefusal } from './refusal.ts';

/** Made once and kept beside the data: without it, what was sealed can never be opened again. */
export async function installationKey(dataDir: string, pool: Pool): Promise<Buffer> {
  const path = join(dataDir, 'installation.key');
  if (!existsSync(path)) {
    const { rows } = await pool.query('select 1 from clinics limit 1');
    if (rows.length > 0)
      throw new SetupRefusal(
        `The file ${path} is missing, and the record it opens is here. Bring it back from a backup; a new one could not open what patients wrote.`,
      );
    writeFileSync(`${path}.new`, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new SetupRefusal(`The file ${path} is damaged. Bring it back from a backup.`);
  return key;
}
