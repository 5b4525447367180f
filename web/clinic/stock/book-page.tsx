// The book between two days, as an inspector reads it: on one page to print, as a file, and line by line to put right.
import { Link } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type BookLine, type DrugBook, getDrugBook } from '#api/medication-stock.ts';
import { DeskPage, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Button } from '#web/kit/button.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { asSentence, formatLocalDate, formatNumber } from '#web/kit/locale.ts';
import { bookAsCsv } from './book-file.ts';
import { CorrectSheet, mayBeCorrected } from './correct-sheet.tsx';
import { CountResult } from './count-outcome.tsx';
import { FindingLine } from './finding-line.tsx';
import { dated, kindWords, mg, ml } from './stock-words.ts';

export function BookPage() {
  // No days means the last month as the server counts it; this device may think it is another day.
  const [picked, setPicked] = useState<{ readonly from?: string; readonly to?: string }>({});
  const isRange = picked.from !== '' && picked.to !== '';
  const book = useAnswer(
    ['drug-ledger', 'book', picked.from, picked.to],
    getDrugBook,
    { query: picked },
    { enabled: isRange, keepLast: true },
  );
  const from = picked.from ?? book.answer?.from ?? '';
  const to = picked.to ?? book.answer?.to ?? '';
  return (
    <DeskPage
      title="The drug book"
      lead={
        <Link to="/stock" className="link not-on-paper">
          Back to the cupboard
        </Link>
      }
      actions={
        book.answer !== undefined && (
          <>
            <Button
              variant="primary"
              className="min-h-12"
              icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
              onClick={() => window.print()}
            >
              Print
            </Button>
            <SaveFile book={book.answer} />
          </>
        )
      }
    >
      <search className="not-on-paper flex flex-wrap gap-4">
        <DateTimeField
          kind="date"
          label="From"
          name="from"
          value={from}
          onChange={(next) => setPicked({ from: next, to })}
        />
        <DateTimeField
          kind="date"
          label="To"
          name="to"
          value={to}
          onChange={(next) => setPicked({ from, to: next })}
          fault={isRange && (from === '' || from <= to) ? undefined : 'Choose two days, the later one last'}
        />
      </search>
      {isRange && <Heard of={book}>{(answer) => <Pack book={answer} />}</Heard>}
    </DeskPage>
  );
}

function SaveFile({ book }: { readonly book: DrugBook }) {
  return (
    <Button
      className="min-h-12"
      icon={<Download size={20} strokeWidth={1.9} aria-hidden="true" />}
      onClick={() => {
        const url = URL.createObjectURL(new Blob([bookAsCsv(book)], { type: 'text/csv;charset=utf-8' }));
        const link = document.createElement('a');
        link.href = url;
        link.download = `drug-book-${book.from}-to-${book.to}.csv`;
        link.click();
        URL.revokeObjectURL(url);
      }}
    >
      Save as CSV
    </Button>
  );
}

const parts: readonly {
  readonly title: string;
  readonly kinds: readonly BookLine['kind'][];
  readonly none: string;
}[] = [
  { title: 'Receipts', kinds: ['received'], none: 'Nothing was received.' },
  { title: 'Given to patients', kinds: ['drawn', 'given'], none: 'Nothing was drawn or given.' },
  { title: 'Waste and its witnesses', kinds: ['wasted', 'witnessed'], none: 'Nothing was wasted.' },
  {
    title: 'Moved, returned, disposed of, lost',
    kinds: ['moved', 'returned', 'disposed', 'lost'],
    none: 'Nothing was moved, returned, disposed of or lost.',
  },
  { title: 'Counts and inventories', kinds: ['counted'], none: 'Nothing was counted.' },
  { title: 'Lines that never happened', kinds: ['struck'], none: '' },
];

function Pack({ book }: { readonly book: DrugBook }) {
  const [correcting, setCorrecting] = useState<BookLine>();
  const writes = has(useMe(), 'nurse', 'prescriber');
  return (
    <article
      data-theme="day"
      className="paper max-w-[64rem] rounded-card px-8 py-7 max-tablet:px-4 print:p-0"
    >
      <header className="paper-head">
        <div>
          <p className="font-sub">{book.clinic.name}</p>
          <p>{book.clinic.address}</p>
          <p>{book.clinic.phone}</p>
        </div>
        <div className="text-right">
          <p className="font-sub">Controlled drugs</p>
          <p>
            {formatLocalDate(book.from, 'long')} to {formatLocalDate(book.to, 'long')}
          </p>
          <p>Printed {dated(book.now, book.zone)}</p>
        </div>
      </header>
      <div className="flex flex-col gap-6">
        <p>
          {book.inventory.lastOn === undefined
            ? 'No inventory is in the book.'
            : `Last inventory ${formatLocalDate(book.inventory.lastOn, 'long')}.`}{' '}
          {book.inventory.nextDueBy !== undefined &&
            `The next is due by ${formatLocalDate(book.inventory.nextDueBy, 'long')}. `}
          {book.keepUntil !== undefined &&
            `These lines are kept at least until ${formatLocalDate(book.keepUntil, 'long')}.`}
        </p>
        {parts.map(({ title, kinds, none }) => {
          const lines = book.lines.filter(({ kind }) => kinds.includes(kind));
          if (lines.length === 0 && none === '') return null;
          return (
            <section key={title}>
              <h2 className="mb-1 text-sub font-sub">{title}</h2>
              {lines.length === 0 ? (
                <p>{none}</p>
              ) : (
                <ul>
                  {lines.map((line) => (
                    <Line
                      key={line.id}
                      line={line}
                      zone={book.zone}
                      onCorrect={writes && mayBeCorrected(line) ? () => setCorrecting(line) : undefined}
                    />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
      <footer className="paper-foot">
        <p>
          {book.lines.length} {book.lines.length === 1 ? 'line' : 'lines'}. The book numbers its lines without
          a gap; a line is never changed or taken out.
        </p>
      </footer>
      {correcting !== undefined && (
        <CorrectSheet line={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </article>
  );
}

function Line(props: {
  readonly line: BookLine;
  readonly zone: string;
  readonly onCorrect: (() => void) | undefined;
}) {
  const { line, zone, onCorrect } = props;
  const { correctedBy, corrects } = line;
  return (
    <li className="grid grid-cols-[3.5rem_1fr] gap-x-3 border-t border-[#777] py-2.5">
      <span className="figures font-sub">{line.position}</span>
      <div className="flex flex-col gap-0.5">
        <div className={correctedBy === undefined ? undefined : 'line-through'}>
          <Said line={line} />
        </div>
        {line.count !== undefined && <CountResult count={line.count} />}
        <p className="text-small">
          {dated(line.happenedAt, zone)}. Written by {line.byName}, {line.role},{' '}
          {dated(line.recordedAt, zone)}.
          {line.kind === 'wasted' &&
            (line.witness === undefined
              ? ' Waiting for its witness.'
              : ` Witnessed by ${line.witness.byName}, ${dated(line.witness.at, zone)}.`)}
        </p>
        {corrects !== undefined && (
          <p className="text-small">
            Stands in the place of line {corrects.position}: {corrects.reason}
          </p>
        )}
        {correctedBy !== undefined && (
          <p className="text-small">
            Put right by line {correctedBy.position}: {correctedBy.reason}
          </p>
        )}
        {line.issues.map((issue) => (
          <FindingLine key={issue.code} issue={issue} />
        ))}
        {onCorrect !== undefined && (
          <Button
            variant="quiet"
            size="row"
            className="not-on-paper min-h-12 self-start px-0 text-black!"
            onClick={onCorrect}
          >
            Put right<span className="sr-only"> line {line.position}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function Said({ line }: { readonly line: BookLine }): ReactNode {
  const product =
    line.substance === undefined
      ? ''
      : `${line.substance}, ${line.form}, ${formatNumber(line.strengthMgPerMl ?? 0)} mg/mL`;
  const from = line.containers.length === 0 ? '' : `No. ${line.containers.join(', ')}, lot ${line.lot}`;
  const amount =
    line.mg === undefined
      ? ''
      : `${mg(line.mg)}${line.strengthMgPerMl === undefined ? '' : ` (${ml(line.mg, line.strengthMgPerMl)})`}`;
  const person =
    line.patient === undefined
      ? ''
      : `${line.patient.name}, ${line.patient.address === '' ? 'address not known' : line.patient.address}`;
  if (line.kind === 'received' && line.supplier !== undefined) {
    const { name, address, registration } = line.supplier;
    return (
      <p>
        <b className="font-sub">
          Received {line.containers.length} {line.containers.length === 1 ? 'container' : 'containers'} of{' '}
          {formatNumber(line.volumeMl ?? 0)} mL, {product}.
        </b>{' '}
        {from}, expires {line.expiry}. From {name}, {address === '' ? 'address not known' : address},{' '}
        {registration === '' ? 'registration not known' : registration}.
      </p>
    );
  }
  if (line.kind === 'counted') {
    return line.count === undefined ? <p>{kindWords.counted}, the first of two.</p> : null;
  }
  return (
    <p>
      <b className="font-sub">
        {kindWords[line.kind]} {amount}
        {person === '' ? '' : `, ${person}`}.
      </b>{' '}
      {[product, from, line.detail && asSentence(line.detail)]
        .filter((each) => each !== undefined && each !== '')
        .join('. ')}
      {product === '' && line.detail === undefined ? '' : '.'}
    </p>
  );
}
