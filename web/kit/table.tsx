// A plain table that scrolls inside its own box on a narrow screen, with its name read aloud.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand under each other. */
  readonly figures?: boolean | undefined;
  readonly className?: string | undefined;
}

export interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly empty?: ReactNode;
}

export function Table<Row>({ label, columns, rows, rowKey, onOpen, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="overflow-x-auto rounded-card bg-surface" aria-label={label} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b-[1.5px] border-contour text-small text-ink-2">
            {columns.map((column) => (
              <th key={column.id} scope="col" className="px-4 py-3 font-[540]">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              onClick={onOpen === undefined ? undefined : () => onOpen(row)}
              className={classNames(
                'h-14.5 border-b border-contour last:border-b-0',
                onOpen !== undefined && 'cursor-pointer hover:bg-shallow',
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={classNames(
                    'px-4 py-2 align-middle',
                    column.figures === true && 'figures',
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
