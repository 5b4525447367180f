// The door sheet: what is not met, then what is not known, then what was decided, then what was met when checked.
// The order comes with the lines; nothing is judged here.
import './bedside-words.ts';
import type { ReactNode } from 'react';
import type { LineState } from '#clinical/gate.ts';
import { type LineName, lineNameOf } from '#clinical/gate-words.ts';
import { classNames } from './class-names.ts';
import { t } from './locale.ts';
import { StateMark, stateWord } from './state-mark.tsx';

export interface GateRow {
  readonly id: string;
  readonly state: LineState;
  /** What the line would say had nobody decided; only on overridden lines. */
  readonly overriddenFrom?: 'not-met' | 'unknown' | undefined;
  readonly condition: ReactNode;
  readonly have: ReactNode;
  readonly age: ReactNode;
  readonly from: ReactNode;
  /** One verb, or nothing. */
  readonly act?: ReactNode;
  /** Who overrode it, when, and their words. */
  readonly override?: { readonly words: ReactNode; readonly reason: string } | undefined;
}

export interface GateTableProps {
  /** "Dose is closed". */
  readonly title: string;
  readonly open: boolean;
  readonly counts: Readonly<Record<LineState, number>>;
  readonly rows: readonly GateRow[];
  /** Who checked, against which version, and what the sheet does not say. */
  readonly foot: ReactNode;
}

const countOrder: readonly LineState[] = ['not-met', 'unknown', 'overridden', 'met'];

/** Gone on with or not, what nobody knew keeps the look of the unknown. */
export function isUnknown(name: LineName): boolean {
  return name === 'unknown' || name === 'overridden-unknown';
}

// Beside the aside of a small desk the age and the source stand under the fact, so that what to do is never cut off.
const wide = '@max-[56rem]:hidden';
const narrow = '@min-[56rem]:hidden';

export function GateTable({ title, open, counts, rows, foot }: GateTableProps) {
  const shown = countOrder.filter((state) => counts[state] > 0 || state !== 'overridden');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-stretch overflow-hidden rounded-control border-2 border-ink bg-page">
        <p
          className={classNames(
            'flex items-center px-5 py-3 text-sub font-sub',
            open ? 'border-r-2 border-ink text-ink' : 'bg-ink text-page',
          )}
        >
          {title}
        </p>
        <ul className="flex flex-wrap items-center gap-x-10 gap-y-1 px-6 py-2">
          {shown.map((state) => (
            <li key={state} className="flex items-center gap-2.5">
              <StateMark state={state} />
              <span className="figures text-sub font-sub">{counts[state]}</span> {t(`kit.gate-${state}`)}
            </li>
          ))}
        </ul>
      </div>
      <section
        className="@container relative overflow-x-auto rounded-card bg-surface"
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="w-full min-w-[36rem] border-collapse print:min-w-0 text-left">
          <thead>
            <tr className="border-b-2 border-contour text-small text-ink-2">
              <th scope="col" className="py-3 pl-6 font-[540]">
                {t('kit.gate-state')}
              </th>
              <th scope="col" className="px-3 font-[540]">
                {t('kit.gate-condition')}
              </th>
              <th scope="col" className="px-3 font-[540]">
                {t('kit.gate-have')}
              </th>
              <th scope="col" className={classNames('px-3 font-[540]', wide)}>
                {t('kit.gate-age')}
              </th>
              <th scope="col" className={classNames('px-3 font-[540]', wide)}>
                {t('kit.gate-from')}
              </th>
              <th scope="col" className="not-on-paper px-3">
                <span className="only-read-aloud">{t('kit.gate-act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.id}
                className={classNames(
                  'border-b border-contour align-top last:border-b-0',
                  row.state === 'unknown' && 'bg-[color-mix(in_srgb,var(--amber-tint)_45%,var(--surface))]',
                )}
              >
                <td className="relative w-38 py-3 pl-6 font-sub">
                  {row.state !== 'met' && (
                    <span
                      aria-hidden="true"
                      className={classNames(
                        'absolute inset-y-0 left-0 w-2.5',
                        isUnknown(lineNameOf(row)) ? 'hatch-amber' : 'bg-alert',
                      )}
                    />
                  )}
                  <span className="flex items-start gap-2.5">
                    <StateMark state={lineNameOf(row)} />
                    {stateWord(lineNameOf(row))}
                  </span>
                </td>
                <th scope="row" className="w-42 px-3 py-3 font-sub">
                  {row.condition}
                </th>
                <td className="px-3 py-3">
                  {row.have}
                  <span className={classNames('mt-1 block text-small text-ink-2', narrow)}>
                    {t('kit.gate-age')}: <span className="figures">{row.age}</span>. {t('kit.gate-from')}:{' '}
                    {row.from}.
                  </span>
                  {row.override !== undefined && (
                    <>
                      <span className="mt-1 block text-small text-ink-2">{row.override.words}</span>
                      <q className="font-serif">{row.override.reason}</q>
                    </>
                  )}
                </td>
                <td className={classNames('figures w-28 px-3 py-3', wide)}>{row.age}</td>
                <td className={classNames('w-32 px-3 py-3', wide)}>{row.from}</td>
                <td className="not-on-paper px-3 py-2 text-right whitespace-nowrap">{row.act}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="max-w-[70ch] text-ink-2">{foot}</p>
    </div>
  );
}
