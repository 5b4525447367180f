// The bedside row: four cells, one tap for how awake, our own keys, and a save button that carries the time.
// Nothing is copied forward; a cell left empty is saved as not taken.
import './bedside-words.ts';
import { Bluetooth } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { Button } from './button.tsx';
import {
  type Cell,
  type CellSource,
  type Key,
  keyInCell,
  type Moaas,
  pressKey,
  type RowEntry,
  type RowProblem,
  type RowSign,
  rowProblem,
  rowSigns,
  rowTime,
  rowToSave,
  type SavedRow,
  selectCell,
  takenAtByHand,
  tapMoaas,
} from './check-row-entry.ts';
import { classNames } from './class-names.ts';
import { Keypad } from './keypad.tsx';
import { formatClock, t } from './locale.ts';

const names: Readonly<Record<RowSign, string>> = {
  systolicMmHg: 'kit.row-systolic',
  diastolicMmHg: 'kit.row-diastolic',
  heartRatePerMin: 'kit.row-pulse',
  spo2Percent: 'kit.row-spo2',
};

const levels: readonly Moaas[] = [5, 4, 3, 2, 1, 0];

function problemWords(problem: RowProblem): string {
  switch (problem.kind) {
    case 'nothing':
      return t('kit.row-nothing');
    case 'beyond':
      return `${t(names[problem.sign])}. ${t('kit.row-between', { low: problem.low, high: problem.high })}`;
    case 'order':
      return t('kit.row-order');
  }
}

function cellWords(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return t('kit.row-empty');
    case 'not-read':
      return t('kit.row-not-read');
    case 'typed':
      return cell.from === undefined ? cell.text : `${cell.text}, ${sourceWords(cell.from)}`;
  }
}

function sourceWords({ device, at }: CellSource): string {
  return t(`kit.device.from.${device}`, { time: formatClock(at) });
}

function isSettled(problem: RowProblem, entry: RowEntry): boolean {
  if (problem.kind === 'beyond') return entry.active !== problem.sign || entry.typeOver;
  return entry.active !== 'systolicMmHg' && entry.active !== 'diastolicMmHg';
}

/** What a device filled, and when it measured. The boxes themselves are too narrow to say it. */
function FilledBy({ entry }: { readonly entry: RowEntry }) {
  const bySource = new Map<string, string[]>();
  for (const sign of rowSigns) {
    const cell = entry.cells[sign];
    if (cell.kind !== 'typed' || cell.from === undefined) continue;
    const words = sourceWords(cell.from);
    bySource.set(words, [...(bySource.get(words) ?? []), t(names[sign])]);
  }
  return [...bySource].map(([words, signs]) => (
    <p key={words} className="flex items-center gap-1.5 text-tag leading-tight text-ink-2" aria-hidden="true">
      <Bluetooth size={14} className="shrink-0" />
      {`${signs.join(', ')} ${words}`}
    </p>
  ));
}

export interface CheckRowProps {
  readonly now: Instant;
  /** Keep it in a draft, so that a reload at the bedside loses nothing. */
  readonly entry: RowEntry;
  readonly onChange: (entry: RowEntry) => void;
  readonly onSave: (row: SavedRow) => void;
  readonly saving?: string | undefined;
  /** Turns a picked "09:05" into the moment meant; the caller knows the clinic's zone and day. */
  readonly momentOfClock: (clock: string) => Instant | undefined;
  /** More to say in the row, such as distress. */
  readonly extra?: ReactNode;
}

export function CheckRow({ now, entry, onChange, onSave, saving, momentOfClock, extra }: CheckRowProps) {
  const [picking, setPicking] = useState(false);
  const timeId = useId();
  const problem = rowProblem(entry);
  const [tried, setTried] = useState(false);
  const unfit = problem !== undefined && problem.kind !== 'nothing';
  // A number still being typed is not a slip yet.
  const fault = unfit && (tried || isSettled(problem, entry)) ? problemWords(problem) : undefined;

  const cells = useRef<HTMLDivElement>(null);
  // The focus goes along when the row moves on by itself, so that the ring and the active cell are never two.
  useLayoutEffect(() => {
    const box = cells.current?.children[rowSigns.indexOf(entry.active)];
    if (box instanceof HTMLElement && cells.current?.contains(document.activeElement)) box.focus();
  }, [entry.active]);

  const change = (next: RowEntry): void => {
    if (next !== entry) onChange(next);
  };
  const press = (key: Key): void => change(pressKey(entry, key));
  const typed = (event: KeyboardEvent, sign: RowSign): void => {
    // With one of these a digit is for the browser: another tab, another size.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyInCell(entry, sign, event.key);
    if (next === undefined) return;
    // Else Enter would press the cell as well and take up again what it has just ended.
    event.preventDefault();
    change(next);
  };
  return (
    <section className="grid gap-4 rounded-card bg-surface p-3.5 tablet:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col justify-between gap-3">
        <div ref={cells} className="grid grid-cols-2 gap-2 tablet:grid-cols-4">
          {rowSigns.map((sign) => {
            const cell = entry.cells[sign];
            const active = entry.active === sign;
            return (
              <button
                key={sign}
                type="button"
                aria-pressed={active}
                aria-label={`${t(names[sign])}: ${cellWords(cell)}`}
                onFocus={() => change(selectCell(entry, sign))}
                onClick={(event) => {
                  // Safari gives a pressed button no focus, and the keys would go nowhere.
                  event.currentTarget.focus();
                  change(selectCell(entry, sign));
                }}
                onKeyDown={(event) => typed(event, sign)}
                className={classNames(
                  'press flex min-h-19 cursor-pointer flex-col items-start justify-between rounded-control px-2.5 py-1.5 text-left',
                  active ? 'border-[3px] border-sea bg-shallow' : 'border-[1.5px] border-edge bg-transparent',
                )}
              >
                <span className="flex items-center gap-0.5 text-tag whitespace-nowrap text-ink-2">
                  {`${t(names[sign])} `}
                  {cell.kind === 'typed' && cell.from !== undefined && (
                    <Bluetooth size={12} aria-hidden="true" />
                  )}
                </span>
                <span className="text-figure-1 font-[600]">
                  {cell.kind === 'typed' && (
                    <span
                      className={classNames(
                        active && entry.typeOver && 'rounded-mark bg-sea px-1 text-on-sea',
                      )}
                    >
                      {cell.text}
                    </span>
                  )}
                  {cell.kind === 'not-read' && (
                    <span className="text-small font-[540]">{t('kit.row-not-read')}</span>
                  )}
                  {cell.kind === 'empty' && !active && (
                    <span className="text-ink-2" aria-hidden="true">
                      –
                    </span>
                  )}
                  {active && cell.kind !== 'not-read' && !(cell.kind === 'typed' && entry.typeOver) && (
                    <span className="ml-0.5 inline-block h-7 w-[3px] translate-y-1 bg-sea" />
                  )}
                </span>
              </button>
            );
          })}
        </div>
        <FilledBy entry={entry} />
        {fault !== undefined && (
          <p role="alert" className="border-l-4 border-alert pl-3 text-small font-[540] text-alert">
            {fault}
          </p>
        )}
        <fieldset className="min-w-0">
          <legend className="mb-1.5 text-small text-ink-2">{t('kit.row-awake')}</legend>
          <div className="grid grid-cols-6 gap-2">
            {levels.map((level) => (
              <button
                key={level}
                type="button"
                aria-pressed={entry.moaas === level}
                aria-label={`${level}. ${t(`kit.moaas.${level}`)}. ${t(`kit.moaas-full.${level}`)}`}
                onClick={() => onChange(tapMoaas(entry, level))}
                className={classNames(
                  'press flex min-h-15 cursor-pointer flex-col items-center justify-center rounded-control px-0.5 leading-tight',
                  entry.moaas === level
                    ? 'border-[3px] border-sea bg-sea text-on-sea'
                    : 'border-[1.5px] border-edge bg-transparent',
                )}
              >
                {/* The space is for readers: what is seen must stand in what is read aloud. */}
                <span className="text-sub font-[600]">{`${level} `}</span>
                <span className="text-tag">{t(`kit.moaas.${level}`)}</span>
              </button>
            ))}
          </div>
        </fieldset>
        {extra}
        {picking && (
          <div className="flex flex-wrap items-center gap-3">
            <label htmlFor={timeId}>{t('kit.row-taken-at')}</label>
            <input
              id={timeId}
              type="time"
              onChange={(event) => onChange(takenAtByHand(entry, momentOfClock(event.target.value)))}
              className="figures min-h-15 rounded-control border-[1.5px] border-edge bg-page px-3"
            />
            <Button
              onClick={() => {
                setPicking(false);
                onChange(takenAtByHand(entry, undefined));
              }}
            >
              {t('kit.row-use-now')}
            </Button>
          </div>
        )}
        <div className="grid grid-cols-[3fr_2fr] gap-2">
          <Button
            variant="primary"
            className="min-h-16"
            busy={saving}
            closed={problem?.kind === 'nothing' ? problemWords(problem) : undefined}
            onClick={() => {
              setTried(unfit);
              if (!unfit) onSave(rowToSave(entry, now));
            }}
          >
            {t('kit.row-save', { time: formatClock(rowTime(entry, now)) })}
          </Button>
          <Button
            variant="plain"
            className="min-h-16"
            aria-expanded={picking}
            onClick={() => setPicking(true)}
          >
            {t('kit.row-other-time')}
          </Button>
        </div>
      </div>
      <Keypad onKey={press} />
    </section>
  );
}
