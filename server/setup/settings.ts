// One change of a clinic's settings and the line that says it was made, in one transaction. The clinics row is the owner's.

import type pg from 'pg';
import { canonicalEntry, laneOf } from '#server/audit';
import { iso } from '#server/clock';
import { withOwner } from '#server/postgres';
import { entryOf, type SetupPorts } from './clinic-setup.ts';

export async function changeSettings(
  ports: SetupPorts,
  about: { readonly clinicId: string; readonly action: string; readonly now: number },
  change: (owner: pg.Client) => Promise<unknown>,
): Promise<void> {
  const { clinicId, action, now } = about;
  await withOwner(ports.ownerConnectionString, async (owner) => {
    await owner.query('begin');
    await change(owner);
    const entry = entryOf(ports, action, clinicId, now);
    await owner.query(`select set_config('app.clinic', $1, true)`, [clinicId]);
    await owner.query('select append_audit_event($1, $2, $3, null, null, $4)', [
      clinicId,
      laneOf(entry),
      iso(now),
      canonicalEntry(entry),
    ]);
    await owner.query('commit');
  });
}
