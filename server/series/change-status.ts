// Moving a series between running, resting and ended, with what follows for the person and for the rooms that were booked.

import type { Series } from '#api/consult.ts';
import type { JourneyStage } from '#clinical/care-record.ts';
import { findPatient, setStage } from '#server/patients';
import type { Tx } from '#server/postgres';
import { freeComingDoses, moveSeries } from './store.ts';

/** False when someone else changed it first. */
export async function changeStatus(
  tx: Tx,
  series: Series,
  to: {
    readonly patientId: string;
    readonly version: number;
    readonly status: Series['status'];
    readonly reason: string;
    readonly by: string;
    readonly now: number;
  },
): Promise<boolean> {
  const { patientId, status, reason, now } = to;
  if (!(await moveSeries(tx, { ...to, seriesId: series.id }))) return false;
  await moveStage(tx, patientId, { from: series, to: status, reason, now });
  if (hasEnded(status)) await freeComingDoses(tx, { seriesId: series.id, now });
  return true;
}

export function hasEnded(status: Series['status']): boolean {
  return status === 'stopped' || status === 'finished';
}

const restingStages: Readonly<Partial<Record<Series['status'], JourneyStage>>> = {
  paused: 'paused',
  stopped: 'stopped',
  finished: 'finished',
};
const inTheRoom: readonly string[] = ['arrived', 'dosing', 'recovering'];

/** A hold keeps the place on the way, a pause and an end are stages of their own. Nobody in a room is moved out of it here. */
async function moveStage(
  tx: Tx,
  patientId: string,
  change: { from: Series; to: Series['status']; reason: string; now: number },
): Promise<void> {
  const stage = (await findPatient(tx, patientId))?.stage;
  if (stage === undefined || inTheRoom.includes(stage)) return;
  const resting = restingStages[change.to];
  if (resting !== undefined) await setStage(tx, patientId, resting, change.now, change.reason);
  else if (change.to === 'active' && stage === 'paused')
    await setStage(tx, patientId, resumedStage(change.from, change.now), change.now, change.reason);
}

function resumedStage(series: Series, now: number): JourneyStage {
  if (series.cycles.some((cycle) => cycle.doseAt !== undefined && cycle.doseAt > now)) return 'preparing';
  return series.order === undefined ? 'consulted' : 'planned';
}
