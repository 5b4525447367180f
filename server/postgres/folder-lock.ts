// One data folder, one Mooring. Two of them writing the same record would be worse than one not starting.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefusal } from './refusal.ts';

type Holder = { readonly pid: number; readonly born: string };

export type FolderLock = { release(): void };

/** Takes the folder for this process, or says which process has it. A lock left by a killed process is taken over. */
export function lockFolder(dataDir: string): FolderLock {
  const file = join(dataDir, 'mooring.lock');
  const mine: Holder = { pid: process.pid, born: bornAt(process.pid) };
  const text = `${JSON.stringify(mine)}\n`;
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (attempt > 2 || (holder !== undefined && isAlive(holder))) {
      throw new DatabaseRefusal(
        'data-folder-in-use',
        `Another Mooring${holder === undefined ? '' : ` (process ${holder.pid})`} is already using the data folder ${dataDir}: stop that one first, or give this one a folder of its own.`,
      );
    }
    try {
      // Moved aside rather than deleted: of two processes that both found it stale, only one can move it.
      renameSync(file, `${file}.stale-${process.pid}`);
      rmSync(`${file}.stale-${process.pid}`, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return {
    release: () => {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, born } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' && typeof born === 'string' ? { pid, born } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  if (!processExists(holder.pid)) return false;
  const born = bornAt(holder.pid);
  // A number is given to a new process once the old one is gone; the moment of birth tells them apart.
  return born === '' || holder.born === '' || born === holder.born;
}

export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// Boot and start tick of a process where the system tells them, an empty text where it does not.
function bornAt(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot}:${afterName[19] ?? ''}`;
  } catch {
    return '';
  }
}
