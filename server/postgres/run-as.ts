// PostgreSQL refuses to run as root, and a clinic that tries Mooring in a container is root. Then the
// database runs as an ordinary user, who must be able to reach every folder on the way to its files.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type RunAs = { readonly uid: number; readonly gid: number };

/** Undefined when this process is not root: then the database simply runs as the same user. */
export function runAs(existingCluster: string | undefined): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existingCluster !== undefined && existsSync(existingCluster)) {
    // Files made earlier decide: another user could not open them.
    const { uid, gid } = statSync(existingCluster);
    if (uid !== 0) return { uid, gid };
  }
  return userNamed('postgres') ?? userNamed('nobody') ?? { uid: 65_534, gid: 65_534 };
}

function userNamed(name: string): RunAs | undefined {
  if (!existsSync('/etc/passwd')) return undefined;
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name && Number(uid) > 0 && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** The first folder on the way to `path`, itself included, that this user may not pass; undefined when all let them. */
export function closedFolder(path: string, user: RunAs): string | undefined {
  let known = path;
  while (!existsSync(known)) known = dirname(known);
  const way: string[] = [];
  for (let folder = realpathSync(known); ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return way.find((folder) => {
    const { mode, uid, gid } = statSync(folder);
    if (uid === user.uid) return (mode & 0o100) === 0;
    if (gid === user.gid) return (mode & 0o010) === 0;
    return (mode & 0o001) === 0;
  });
}
