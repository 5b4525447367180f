// A paper on the screen as it will lie on the table: black on white, its head, its sections, its foot. A mark is a word in
// a frame, so that it is the same in grey.
import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PaperLine, PaperMark, PaperSection } from '#dosing-session/papers/paper.ts';
import { Button } from '#web/kit/button.tsx';
import { classNames } from '#web/kit/class-names.ts';
import { serverNow } from '#web/kit/live.ts';
import { formatDateTime, formatLocalDate } from '#web/kit/locale.ts';
import { usePageHead } from './page-head.ts';

export interface PaperSheetProps {
  readonly title: string;
  readonly clinicName: string;
  readonly patientName: string;
  readonly birthDate: string | undefined;
  readonly date: string;
  readonly zone: string;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

export function PaperSheet(props: PaperSheetProps) {
  const { title, clinicName, patientName, birthDate, date, zone, foot, children } = props;
  const born = birthDate === undefined ? 'birth date not known' : `born ${birthDate}`;
  usePageHead(`${patientName}, ${born}. ${title}, ${date}`);
  return (
    <article
      data-theme="day"
      className="paper max-w-[60rem] rounded-card px-8 py-7 max-tablet:px-5 print:max-w-none print:p-0"
      aria-label={title}
    >
      <header className="paper-head">
        <div>
          <p className="font-sub">{clinicName}</p>
          <p>{title}</p>
        </div>
        <div className="text-right">
          <p className="font-sub">{patientName}</p>
          <p>{born}</p>
          <p>{formatLocalDate(date, 'long')}</p>
        </div>
      </header>
      <div className="flex flex-col gap-5">{children}</div>
      <footer className="paper-foot break-before-avoid">
        <span>{foot}</span>
        <span>Printed {formatDateTime(serverNow(), zone)}</span>
      </footer>
    </article>
  );
}

export function PrintButton() {
  return (
    <Button
      icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
      onClick={() => window.print()}
      className="min-h-12"
    >
      Print
    </Button>
  );
}

const markWords: Readonly<Record<PaperMark, string>> = {
  missing: 'Missing',
  late: 'Late',
  struck: 'In error',
  'not-met': 'Not met',
  unknown: 'Unknown',
  overridden: 'Overridden',
};

export function MarkWord({ mark }: { readonly mark: PaperMark | undefined }) {
  if (mark === undefined) return null;
  return (
    <span
      className={classNames(
        'mr-2 inline-block rounded-[4px] border-[1.5px] border-black px-1.5 text-[0.82em] leading-[1.5] font-[620]',
        (mark === 'missing' || mark === 'unknown') && 'border-dashed',
      )}
    >
      {markWords[mark]}
    </span>
  );
}

export function PaperSections({ sections }: { readonly sections: readonly PaperSection[] }) {
  return sections.map((section) => (
    <section key={section.id}>
      <h2 className="text-sub font-sub">{section.heading}</h2>
      <Lines lines={section.lines} />
      {section.table !== undefined && section.table.rows.length > 0 && (
        <PaperTable
          label={section.heading}
          columns={section.table.columns}
          rows={section.table.rows.map(({ cells, mark }, index) => ({
            key: `${index} ${cells.join(' ')}`,
            cells: cells.map((cell, column) =>
              column === 0 ? (
                <span key={cell}>
                  {cell} <MarkWord mark={mark} />
                </span>
              ) : (
                cell
              ),
            ),
          }))}
        />
      )}
    </section>
  ));
}

function Lines({ lines }: { readonly lines: readonly PaperLine[] }) {
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and a paper never moves its lines
        <li key={`${index} ${line.text}`}>
          <MarkWord mark={line.mark} />
          <span className={line.mark === 'struck' ? 'line-through' : undefined}>{line.text}</span>
        </li>
      ))}
    </ul>
  );
}

export function PaperTable(props: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  const { label, columns, rows } = props;
  return (
    <section
      className="mt-2 overflow-x-auto print:overflow-visible"
      aria-label={`${label}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left text-[0.86em] leading-[1.35]">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="border border-black px-1.5 py-1 align-bottom font-[620]"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]} className="figures border border-black px-1.5 py-1 align-top">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
