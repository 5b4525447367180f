// The entries of the health record as this phone knows them: what the clinic has, and over it what was written here and
// may still wait. A correction made before the first write was answered knows the version it will meet.
import type { HealthRecordBody, HealthRecordEntry } from '#api/health-record.ts';

export type EntryStatus = HealthRecordEntry['status'];

export interface KnownEntry {
  readonly id: string;
  /** The version the server has, or will have once what waits has arrived. */
  readonly version: number;
  readonly body: HealthRecordBody;
  readonly status: EntryStatus;
  readonly origin: HealthRecordEntry['origin'];
}

/** The newer version of each entry stands; withdrawn ones are not shown. */
export function mergedEntries(
  fromServer: readonly KnownEntry[],
  fromHere: readonly KnownEntry[],
): readonly KnownEntry[] {
  const merged = new Map(fromServer.map((entry) => [entry.id, entry]));
  for (const entry of fromHere) {
    const known = merged.get(entry.id);
    if (known === undefined || known.version < entry.version) merged.set(entry.id, entry);
  }
  return [...merged.values()].filter((entry) => entry.status !== 'entered-in-error');
}

export type BodyOf<Kind extends HealthRecordBody['kind']> = Extract<HealthRecordBody, { kind: Kind }>;

export interface EntryOf<Kind extends HealthRecordBody['kind']> extends Omit<KnownEntry, 'body'> {
  readonly body: BodyOf<Kind>;
}

export function ofKind<Kind extends HealthRecordBody['kind']>(
  entries: readonly KnownEntry[],
  kind: Kind,
): readonly EntryOf<Kind>[] {
  return entries.filter((entry): entry is EntryOf<Kind> => entry.body.kind === kind);
}

/** The answer to one screening question, if it was given. */
export function answerTo(entries: readonly KnownEntry[], key: string): EntryOf<'history-answer'> | undefined {
  return ofKind(entries, 'history-answer').findLast((entry) => entry.body.key === key);
}
