// The left of the room: what is due, the course so far, and the row with its keys. A row leaves its boxes only when it is safe.
import { useState } from 'react';
import { dueChecks } from '#dosing-session/due-checks.ts';
import { CheckRow } from '#web/kit/check-row.tsx';
import { emptyRow, type RowEntry, type SavedRow } from '#web/kit/check-row-entry.ts';
import { clockTrusted } from '#web/kit/clock.ts';
import { FromDevice } from '#web/kit/devices/from-device.tsx';
import { rowDevices, rowFromDevice } from '#web/kit/devices/row-from-device.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { DuePair } from '#web/kit/due-pair.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { VitalsChart } from '#web/kit/vitals-chart.tsx';
import { chartData } from './chart-data.ts';
import { checkTitles, dueItems } from './due-items.ts';
import { NotSaved } from './keep-sheet.tsx';
import { momentOfClock } from './moments.ts';
import { partName, routeByParts } from './part-words.ts';
import { useRoom } from './room-context.ts';
import { factsOfRow } from './row-facts.ts';
import { useKeep } from './use-keep.ts';

export function Due() {
  const { edition, schedule, openAlerts, now, parts, stage, state } = useRoom();
  const route = routeByParts(edition);
  const next = parts?.next;
  // What may still follow is counted down to; once its time has come the card opens it, and it is never late.
  const further =
    stage === 'dosing' &&
    route !== undefined &&
    parts !== undefined &&
    next?.state === 'from' &&
    next.at > now
      ? [{ title: `${partName(route, parts.given + 1)} from`, dueAt: next.at }]
      : [];
  const beside = dueChecks({ state, edition, schedule, now }).flatMap(({ kind, due }) =>
    due === undefined || !(kind === 'line' || kind === 'perception')
      ? []
      : [{ title: checkTitles[kind], dueAt: due.at }],
  );
  return (
    <DuePair
      now={now}
      {...dueItems(schedule, openAlerts, now, [...further, ...beside])}
      lateAfterMinutes={edition.checkLateAfterMinutes.value}
      clockTrusted={clockTrusted()}
    />
  );
}

export function Course({ height }: { readonly height: number }) {
  const { state, edition, schedule, now, stage } = useRoom();
  const chart = chartData({ state, edition, schedule, now });
  return (
    <VitalsChart {...chart} now={stage === 'released' ? undefined : now} table="read-aloud" height={height} />
  );
}

export function Row() {
  const { facts, state, edition, now, zone } = useRoom();
  const draft = useDraft<RowEntry>(`row/${facts.room?.id ?? ''}`, emptyRow);
  const { keep, busy, failed } = useKeep();
  const [savedAt, setSavedAt] = useState<number>();

  const save = async (row: SavedRow): Promise<void> => {
    // The moment is fixed at the first try, so that trying again is the same row.
    draft.set({ ...draft.value, takenAt: row.takenAt });
    if (!(await keep(factsOfRow(row, { state, edition, now }), { effectiveAt: row.takenAt }))) return;
    draft.clear();
    setSavedAt(row.takenAt);
  };
  return (
    <>
      {failed && <NotSaved />}
      <FromDevice
        session={facts.room?.id ?? ''}
        sessionFrom={state.facts.PatientArrived[0]?.at}
        zone={zone}
        kinds={rowDevices}
        now={now}
        onReading={(given) => {
          const answer = rowFromDevice(draft.value, given, now);
          if (answer.kind === 'used') draft.set(answer.entry);
          return answer.kind;
        }}
      />
      <CheckRow
        now={now}
        entry={draft.value}
        onChange={draft.set}
        onSave={save}
        saving={busy ? 'Saving here' : undefined}
        momentOfClock={(clock) => momentOfClock(clock, now, zone)}
      />
      <p role="status" className="only-read-aloud">
        {savedAt === undefined ? '' : `Row of ${formatClock(savedAt)} is saved on this device.`}
      </p>
    </>
  );
}
