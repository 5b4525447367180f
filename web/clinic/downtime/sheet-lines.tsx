// The fast lines: Tab goes along the paper, Enter keeps the line and begins the next. A line leaves its boxes only once it is
// safe on this device.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import type { SessionFacts } from '#web/clinic/session-facts.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { inputClass } from '#web/kit/field.tsx';
import { FieldError } from '#web/kit/field-error.tsx';
import { formatClock } from '#web/kit/locale.ts';
import {
  emptyLine,
  factsOfLine,
  type LineFault,
  lineFault,
  momentOnSheet,
  type SheetCell,
  type SheetLine,
} from './sheet-entry.ts';

export interface OnSheet {
  readonly facts: SessionFacts;
  readonly edition: Edition;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly zone: ZoneId;
  readonly sheet: string | undefined;
  readonly bookedAt: Instant;
}

/** Keeps facts of the paper with their own time and who saw them; what was kept before a failure is not kept twice. */
export function useKeepFromPaper({ facts, staff, sheet }: OnSheet) {
  const kept = useRef(new Set<string>());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const keep = async (made: readonly SessionFact[], effectiveAt: Instant, who: string): Promise<boolean> => {
    const seen = staff.find(({ id }) => id === who);
    if (busy || seen === undefined) return false;
    setBusy(true);
    setFailed(false);
    try {
      const paper = { v: 1, sheet: sheet ?? null, seenById: seen.id, seenByName: seen.name } as const;
      for (const fact of made) {
        const words = JSON.stringify([fact, effectiveAt, who]);
        if (kept.current.has(words)) continue;
        await facts.record(fact, { effectiveAt, paper });
        kept.current.add(words);
      }
      kept.current.clear();
      return true;
    } catch {
      setFailed(true);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy, failed };
}

const columns: readonly (readonly [SheetCell, string, string])[] = [
  ['time', 'Time', 'w-24'],
  ['systolicMmHg', 'Upper', 'w-20'],
  ['diastolicMmHg', 'Lower', 'w-20'],
  ['heartRatePerMin', 'Pulse', 'w-20'],
  ['spo2Percent', 'SpO₂', 'w-20'],
  ['respiratoryRatePerMin', 'Breaths', 'w-20'],
  ['moaas', 'MOAA/S', 'w-20'],
  ['symptoms', 'Symptoms', 'min-w-44'],
];

export function SheetLines({ on }: { readonly on: OnSheet }) {
  const { facts, edition, staff, zone, bookedAt } = on;
  const draft = useDraft<SheetLine>(`paper-line/${facts.room?.id ?? ''}`, emptyLine);
  const [fault, setFault] = useState<LineFault>();
  const [savedAt, setSavedAt] = useState<Instant>();
  const { keep, busy, failed } = useKeepFromPaper(on);
  const cells = useRef(new Map<SheetCell, HTMLElement>());
  const line = draft.value;
  const set = (cell: SheetCell, text: string): void => draft.set({ ...line, [cell]: text });

  const save = async (): Promise<void> => {
    const wrong = lineFault(line, { bookedAt, zone });
    setFault(wrong);
    const at = momentOnSheet(line.time, bookedAt, zone);
    if (wrong !== undefined || at === undefined) {
      cells.current.get(wrong?.cell ?? 'time')?.focus();
      return;
    }
    if (!(await keep(factsOfLine(line, at, { state: facts.state, edition, now: facts.now }), at, line.who)))
      return;
    draft.set(emptyLine);
    draft.clear();
    setSavedAt(at);
    cells.current.get('time')?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    save();
  };
  const held = (cell: SheetCell) => (element: HTMLElement | null) => {
    if (element === null) cells.current.delete(cell);
    else cells.current.set(cell, element);
  };
  const described = (cell: SheetCell) =>
    fault?.cell === cell ? { 'aria-invalid': true, 'aria-describedby': 'line-fault' } : {};
  return (
    <Card title="The timed lines">
      <div className="flex flex-col gap-3">
        <p className="text-ink-2">
          Tab goes along the paper, Enter keeps the line. An empty box on the paper stays empty here; x is
          “could not be read”.
        </p>
        <div className="flex flex-wrap items-end gap-2">
          {columns.map(([cell, label, width]) => (
            <label
              key={cell}
              className={`flex flex-col gap-1 text-small ${width} ${cell === 'symptoms' ? 'flex-1' : ''}`}
            >
              {label}
              <input
                ref={held(cell)}
                type="text"
                autoComplete="off"
                inputMode={cell === 'symptoms' || cell === 'time' ? 'text' : 'decimal'}
                value={line[cell]}
                onChange={(event) => set(cell, event.target.value)}
                onKeyDown={onKey}
                className={`${inputClass} figures px-2`}
                {...described(cell)}
              />
            </label>
          ))}
          <label className="flex min-w-44 flex-col gap-1 text-small">
            Who saw it
            <select
              aria-label="Who saw it"
              ref={held('who')}
              value={line.who}
              onChange={(event) => set('who', event.target.value)}
              onKeyDown={onKey}
              className={inputClass}
              {...described('who')}
            >
              <option value="">Choose</option>
              {staff.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Button className="min-h-12" busy={busy ? 'Saving here' : undefined} onClick={save}>
            Keep the line
          </Button>
        </div>
        <FieldError id="line-fault" message={fault?.message} />
        {failed && (
          <FieldError
            id="line-failed"
            message="This line could not be kept on this device. It is still in its boxes."
          />
        )}
        <p role="status" className="text-small">
          {savedAt === undefined ? '' : `The line of ${formatClock(savedAt, zone)} is kept.`}
        </p>
      </div>
    </Card>
  );
}
