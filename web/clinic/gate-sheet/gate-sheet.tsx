// The gate sheet as a table where there is room for one, and as the same lines in the same order on a phone.
import { lineNameOf } from '#clinical/gate-words.ts';
import { classNames } from '#web/kit/class-names.ts';
import { type GateRow, GateTable, type GateTableProps, isUnknown } from '#web/kit/gate-table.tsx';
import { StateMark, stateWord } from '#web/kit/state-mark.tsx';

export function GateSheet(props: GateTableProps) {
  return (
    <>
      {/* The table's words for readers must not widen the page behind it. */}
      <div className="relative overflow-x-clip max-[58rem]:hidden">
        <GateTable {...props} />
      </div>
      <div className="flex flex-col gap-3 min-[58rem]:hidden">
        <div className="rounded-control border-2 border-ink bg-page px-4 py-3">
          <p className="text-sub font-sub">{props.title}</p>
          <p className="figures">
            {props.counts['not-met']} not met, {props.counts.unknown} unknown
            {props.counts.overridden > 0 && `, ${props.counts.overridden} overridden`}, {props.counts.met} met
            when checked
          </p>
        </div>
        <ul className="flex flex-col overflow-hidden rounded-card bg-surface">
          {props.rows.map((row) => (
            <GateLineCard key={row.id} row={row} />
          ))}
        </ul>
        <p className="text-ink-2">{props.foot}</p>
      </div>
    </>
  );
}

function GateLineCard({ row }: { readonly row: GateRow }) {
  return (
    <li
      className={classNames(
        'relative flex items-start gap-3 border-b border-contour py-3 pr-3 pl-5 last:border-b-0',
        row.state === 'unknown' && 'bg-[color-mix(in_srgb,var(--amber-tint)_45%,var(--surface))]',
      )}
    >
      {row.state !== 'met' && (
        <span
          aria-hidden="true"
          className={classNames(
            'absolute inset-y-0 left-0 w-2',
            isUnknown(lineNameOf(row)) ? 'hatch-amber' : 'bg-alert',
          )}
        />
      )}
      <StateMark state={lineNameOf(row)} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="font-sub">{row.condition}</p>
        <p>
          {stateWord(lineNameOf(row))}. {row.have}
        </p>
        {row.override !== undefined && (
          <p>
            <span className="block text-small text-ink-2">{row.override.words}</span>
            <q className="font-serif">{row.override.reason}</q>
          </p>
        )}
        {/* With no fact there is no age and no one it came from; the line above has said so. */}
        {row.age !== 'none' && (
          <p className="text-small text-ink-2">
            {row.age}, {row.from}
          </p>
        )}
      </div>
      {row.act}
    </li>
  );
}
