// The left of the room: what is due, the course so far, and the row with its keys. A row leaves its boxes only when it is safe.
import { type ReactNode, useState } from 'react';
import { type DueCheck, dueChecks } from '#dosing-session/due-checks.ts';
import { fewInterruptions, visitsFor } from '#dosing-session/visits.ts';
import { CheckRow } from '#web/kit/check-row.tsx';
import { emptyRow, type SavedRow } from '#web/kit/check-row-entry.ts';
import { clockTrusted } from '#web/kit/clock.ts';
import { FromDevice } from '#web/kit/devices/from-device.tsx';
import { rowDevices, rowFromDevice } from '#web/kit/devices/row-from-device.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { DuePair } from '#web/kit/due-pair.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { momentOfClock } from '#web/kit/moment-of-clock.ts';
import { VitalsChart } from '#web/kit/vitals-chart.tsx';
import { chartData } from './chart-data.ts';
import { checkTitles, dueItems, type RoomDueItem, visitTitle } from './due-items.ts';
import { NotSaved } from './keep-sheet.tsx';
import { partName, routeByParts } from './part-words.ts';
import { RowDraftContext, useRoom, useRowDraft } from './room-context.ts';
import { factsOfRow } from './row-facts.ts';
import { useKeep } from './use-keep.ts';

export function Due() {
  const { edition, schedule, openAlerts, now, parts, stage, state, open } = useRoom();
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
  const checks = dueChecks({ state, edition, schedule, now });
  const due =
    fewInterruptions(state) === undefined
      ? dueItems(schedule, openAlerts, now, [...further, ...besideTheRow(checks)])
      : dueItems(undefined, openAlerts, now, [...further, ...visits(checks)]);
  return (
    <DuePair
      now={now}
      {...due}
      lateAfterMinutes={edition.checkLateAfterMinutes.value}
      clockTrusted={clockTrusted()}
    />
  );

  function visits(waiting: readonly DueCheck[]): readonly RoomDueItem[] {
    return visitsFor(waiting, now).map(({ at, checks: together }) => {
      const kinds = together.map(({ kind }) => kind);
      return {
        title: visitTitle(together),
        dueAt: at,
        // The row alone has its boxes and keys below already.
        begin: kinds.every((kind) => kind === 'row')
          ? undefined
          : () => open({ kind: 'visit', checks: kinds }),
      };
    });
  }
}

/** The first effect and what a change did are asked beside the dose, and not here. */
function besideTheRow(checks: readonly DueCheck[]): readonly RoomDueItem[] {
  return checks.flatMap(({ kind, due }) =>
    due !== undefined && (kind === 'line' || kind === 'perception')
      ? [{ title: checkTitles[kind], dueAt: due.at }]
      : [],
  );
}

export function Course({ height }: { readonly height: number }) {
  const { state, edition, schedule, now, stage } = useRoom();
  const chart = chartData({ state, edition, schedule, now });
  return (
    <VitalsChart {...chart} now={stage === 'released' ? undefined : now} table="read-aloud" height={height} />
  );
}

/** Keeps what is typed of a row for the boxes below it. */
export function KeptRow({ children }: { readonly children: ReactNode }) {
  const { room } = useRoom();
  return <RowDraftContext value={useDraft(`row/${room.id}`, emptyRow)}>{children}</RowDraftContext>;
}

export function Row({ onSaved }: { readonly onSaved?: () => void }) {
  const { facts, state, edition, now, zone } = useRoom();
  const draft = useRowDraft();
  const { keep, busy, failed } = useKeep();
  const [savedAt, setSavedAt] = useState<number>();

  const save = async (row: SavedRow): Promise<void> => {
    // The moment is fixed at the first try, so that trying again is the same row.
    draft.set({ ...draft.value, takenAt: row.takenAt });
    if (!(await keep(factsOfRow(row, { state, edition, now }), { effectiveAt: row.takenAt }))) return;
    draft.clear();
    setSavedAt(row.takenAt);
    onSaved?.();
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
