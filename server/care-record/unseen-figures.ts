// The record as one person may read it while a dose is being worked out twice: the figures of others only once they have
// their own, or two people are done.

import type { CareRecord } from '#clinical/care-record.ts';

const twoPeople = 2;

export function withoutOthersFigures(record: CareRecord, readerId: string): CareRecord {
  const { cycle } = record;
  const worked = cycle?.arrival?.doseWorkedOut;
  if (cycle === undefined || worked === undefined) return record;
  const workers = new Set(worked.map(({ value }) => value.byId));
  if (workers.has(readerId) || workers.size >= twoPeople) return record;
  const doseWorkedOut = worked.map((one) => ({ ...one, value: { byId: one.value.byId } }));
  return { ...record, cycle: { ...cycle, arrival: { ...cycle.arrival, doseWorkedOut } } };
}
