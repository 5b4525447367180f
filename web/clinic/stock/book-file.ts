// The book as a file for a spreadsheet: one row a line, both times in full, nothing that a spreadsheet would run.
import type { BookLine, DrugBook } from '#api/medication-stock.ts';
import { differencesIn, kindWords, occasionWords, outcomeWords } from './stock-words.ts';

const columns: readonly (readonly [string, (line: BookLine) => string | number | undefined])[] = [
  ['Line', (line) => line.position],
  ['What', (line) => kindWords[line.kind]],
  ['Happened at (UTC)', (line) => new Date(line.happenedAt).toISOString()],
  ['Written at (UTC)', (line) => new Date(line.recordedAt).toISOString()],
  ['Written by', (line) => line.byName],
  ['Role', (line) => line.role],
  ['Substance', (line) => line.substance],
  ['Form', (line) => line.form],
  ['Strength mg/mL', (line) => line.strengthMgPerMl],
  ['Container volume mL', (line) => line.volumeMl],
  ['Lot', (line) => line.lot],
  ['Expires', (line) => line.expiry],
  ['Containers', (line) => line.containers.join(' ')],
  ['Number of containers', (line) => (line.kind === 'received' ? line.containers.length : undefined)],
  ['Amount mg', (line) => line.mg],
  [
    'Amount mL',
    (line) =>
      line.mg === undefined || line.strengthMgPerMl === undefined
        ? undefined
        : Math.round((line.mg / line.strengthMgPerMl) * 1000) / 1000,
  ],
  ['Patient', (line) => line.patient?.name],
  ['Patient address', (line) => line.patient?.address],
  ['Witness', (line) => line.witness?.byName],
  ['Witnessed at (UTC)', (line) => line.witness && new Date(line.witness.at).toISOString()],
  ['Detail', (line) => line.detail],
  ['Supplier', (line) => line.supplier?.name],
  ['Supplier address', (line) => line.supplier?.address],
  ['Supplier registration', (line) => line.supplier?.registration],
  ['Puts right line', (line) => line.corrects?.position],
  ['Put right by line', (line) => line.correctedBy?.position],
  ['Reason', (line) => line.corrects?.reason],
  ['Count', (line) => line.count && countWords(line)],
  ['What is missing', (line) => line.issues.map(({ title }) => title).join(' ')],
];

function countWords({ count }: BookLine): string | undefined {
  if (count === undefined) return undefined;
  return [`${occasionWords[count.occasion]}: ${outcomeWords[count.outcome]}.`, ...differencesIn(count)].join(
    ' ',
  );
}

export function bookAsCsv(book: Pick<DrugBook, 'lines'>): string {
  const rows = [
    columns.map(([title]) => title),
    ...book.lines.map((line) => columns.map(([, of]) => of(line))),
  ];
  return `${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** A text that begins like a formula is kept as text. */
function cellOf(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
