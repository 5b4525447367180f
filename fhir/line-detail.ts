/**
 * The second line under each thing read from a file: since when, how, how often, and what to check. A date is told
 * exactly as far as it was written, so that a year is never shown as a day.
 */
import type { FhirDateTime } from './date-time.ts';
import type { ConditionLine, ImportLine } from './record-import.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "2009", "April 2021" or "2 March 2026", on the calendar of the place that wrote it. */
export function dateInWords({ asWritten, precision }: FhirDateTime): string {
  const [year = '', month = '', day = ''] = asWritten.slice(0, 10).split('-');
  if (precision === 'year') return year;
  const monthAndYear = `${months[Number(month) - 1]} ${year}`;
  return precision === 'month' ? monthAndYear : `${Number(day)} ${monthAndYear}`;
}

/** When it was true of the person, as far as the file says. */
export function whenOf(line: ImportLine): FhirDateTime | undefined {
  switch (line.kind) {
    case 'condition':
      return line.onset ?? line.latestRecorded;
    case 'medication':
      return line.latestAuthored ?? line.authored;
    case 'allergy':
      return line.onset ?? line.recorded;
    case 'vital-sign':
      return line.latest.effective;
  }
}

export function detailOf(line: ImportLine): string {
  const parts = [...ownDetail(line), ...line.notes.map(({ sentence }) => sentence)];
  return parts.map((part) => (/[.?]$/.test(part) ? part : `${part}.`)).join(' ');
}

function ownDetail(line: ImportLine): readonly string[] {
  const parts: string[] = [...statusOf(line)];
  switch (line.kind) {
    case 'condition':
      parts.push(...courseInWords(line));
      return parts;
    case 'medication':
      if (line.doseText !== undefined) parts.push(capitalised(line.doseText));
      if (line.latestAuthored)
        parts.push(
          `${line.origin === 'ordered' ? 'Ordered' : 'Reported'} ${dateInWords(line.latestAuthored)}`,
        );
      if (line.times > 1) parts.push(`Written ${line.times} times`);
      return parts;
    case 'allergy':
      if (line.reactions.length > 0) parts.push(line.reactions.join(', '));
      if (line.statedRisk === 'high') parts.push('Listed as high risk');
      if (line.recorded) parts.push(`Written ${dateInWords(line.recorded)}`);
      return parts;
    case 'vital-sign':
      parts.push(`Measured ${dateInWords(line.latest.effective)}`);
      if (line.earlier.length > 0)
        parts.push(
          line.earlier.length === 1 ? 'One earlier reading' : `${line.earlier.length} earlier readings`,
        );
      return parts;
  }
}

/** Where the heading above a line already says it, or a note says that it is not known, it is not said again. */
function statusOf(line: ImportLine): readonly string[] {
  if (line.kind === 'vital-sign' || line.status === 'unknown') return [];
  const saidByHeading =
    line.statusWords === 'Listed as current' ||
    (line.section === 'conditions-past' && line.statusWords === 'Listed as past');
  return saidByHeading && line.section !== 'circumstances' ? [] : [line.statusWords];
}

function courseInWords(line: ConditionLine): readonly string[] {
  const onset = line.onset && dateInWords(line.onset);
  const ended = line.ended && dateInWords(line.ended);
  if (line.times > 1) {
    const latest = line.latestRecorded && dateInWords(line.latestRecorded);
    const written = `Written ${line.times} times`;
    return onset !== undefined && latest !== undefined
      ? [`First ${onset}, last ${latest}`, written]
      : [...(onset === undefined ? [] : [`First ${onset}`]), written];
  }
  if (onset !== undefined) return [ended === undefined ? `Since ${onset}` : `From ${onset} to ${ended}`];
  return [
    ...(line.onsetWords === undefined ? [] : [line.onsetWords]),
    ...(ended === undefined ? [] : [`Until ${ended}`]),
  ];
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
