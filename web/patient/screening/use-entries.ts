// Reading and writing the health record from the phone: each entry is kept here with its own id, then sent.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import {
  correctHealthEntry,
  getHealthRecord,
  type HealthRecordBody,
  recordHealthEntry,
} from '#api/health-record.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { keep } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { type KnownEntry, mergedEntries } from './entries.ts';

export const screeningTopic = 'health-record';

export function healthRecordQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'health-record'),
    queryFn: () => ask(getHealthRecord, { params: { patientId } }),
  });
}

// What was written on this phone since the page opened; what waits from before is sent by the outbox and comes back
// with the clinic's own list.
let writtenHere: readonly KnownEntry[] = [];
const listeners = new Set<() => void>();

function note(entry: KnownEntry): void {
  writtenHere = [...writtenHere.filter((each) => each.id !== entry.id), entry];
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface Entries {
  readonly entries: readonly KnownEntry[];
  readonly query: ReturnType<typeof useQuery<{ entries: readonly KnownEntry[] }, Error>>;
  readonly add: (body: HealthRecordBody) => Promise<void>;
  readonly correct: (
    entry: KnownEntry,
    body: HealthRecordBody,
    status?: KnownEntry['status'],
  ) => Promise<void>;
  readonly remove: (entry: KnownEntry) => Promise<void>;
}

export function useEntries(): Entries {
  const { patientId } = usePerson();
  const query = useQuery(healthRecordQuery(patientId));
  const here = useSyncExternalStore(listen, () => writtenHere);
  const add = async (body: HealthRecordBody): Promise<void> => {
    const id = newCommandId();
    note({ id, version: 1, body, status: 'reported', origin: 'patient' });
    await keep(recordHealthEntry, { topic: screeningTopic, params: { patientId }, body: { id, body } });
  };
  const correct: Entries['correct'] = async (entry, body, status = 'reported') => {
    note({ ...entry, body, status, version: entry.version + 1 });
    await keep(correctHealthEntry, {
      topic: screeningTopic,
      params: { patientId, entryId: entry.id },
      body: { version: entry.version, body, status },
    });
  };
  return {
    entries: mergedEntries(query.data?.entries ?? [], here),
    query: query as Entries['query'],
    add,
    correct,
    remove: (entry) => correct(entry, entry.body, 'entered-in-error'),
  };
}
