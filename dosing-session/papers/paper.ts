// A paper as plain data: sections of lines and rows in finished words. What is shown, printed and signed is this and
// nothing else, so the same log always gives the same bytes.
import { type Instant, localTime, type ZoneId } from '#clinical/instant.ts';

/** How a line must be read; it prints as a word, not as a colour. */
export type PaperMark = 'missing' | 'late' | 'struck' | 'not-met' | 'unknown' | 'overridden';
export type PaperLine = { readonly text: string; readonly mark?: PaperMark | undefined };
export type PaperRow = { readonly cells: readonly string[]; readonly mark?: PaperMark | undefined };
export type PaperTable = { readonly columns: readonly string[]; readonly rows: readonly PaperRow[] };
export type PaperSection = {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly PaperLine[];
  readonly table?: PaperTable | undefined;
};

/** Writes a moment by the clinic's wall clock; a moment of another day carries its day. */
export type PaperClock = (at: Instant) => string;

export const paperClock = (zone: ZoneId, day: string | undefined): PaperClock => {
  return (at) => {
    const { date, minuteOfDay } = localTime(at, zone);
    const two = (value: number): string => String(value).padStart(2, '0');
    const time = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
    return date === day ? time : `${date} ${time}`;
  };
};

export const plain = (text: string): PaperLine => ({ text });
export const missing = (text: string): PaperLine => ({ text, mark: 'missing' });

/** A figure as it is read aloud, without the tail a binary fraction leaves. */
export const figure = (value: number): string => String(Math.round(value * 1000) / 1000);

export type PaperChange = {
  readonly heading: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
};

/** What one version of a paper says and the other does not, section by section. */
export const paperChanges = (
  before: readonly PaperSection[],
  after: readonly PaperSection[],
): readonly PaperChange[] =>
  [...new Set([...after, ...before].map(({ id }) => id))].flatMap((id) => {
    const was = before.find((section) => section.id === id);
    const is = after.find((section) => section.id === id);
    const old = saidIn(was);
    const now = saidIn(is);
    const gone = without(old, now);
    const come = without(now, old);
    const heading = is?.heading ?? was?.heading ?? id;
    return gone.length + come.length === 0 ? [] : [{ heading, gone, come }];
  });

const saidIn = (section: PaperSection | undefined): readonly string[] => {
  if (section === undefined) return [];
  const columns = section.table?.columns ?? [];
  return [
    ...section.lines.map(({ text }) => text),
    ...(section.table?.rows ?? []).map(({ cells }) =>
      cells.map((cell, index) => `${columns[index] ?? ''} ${cell}`).join(', '),
    ),
  ];
};

// Two equal lines are two: each takes away one of the other side.
const without = (from: readonly string[], other: readonly string[]): readonly string[] => {
  const left = [...other];
  return from.filter((text) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
};
