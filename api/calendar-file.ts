// An appointment as a calendar file, from the phone and with a mail alike. It names the time; why someone comes is nobody's
// business who borrows the phone.
import { type Instant, localTime } from '#clinical/instant.ts';

export interface CalendarEntry {
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly madeAt: Instant;
  readonly summary: string;
  readonly place?: string | undefined;
}

/** UTC, as the calendar format writes it: 20261125T141500Z. */
function stamp(at: Instant): string {
  const { date, minuteOfDay } = localTime(at, 'UTC');
  const two = (value: number): string => String(value).padStart(2, '0');
  const seconds = Math.floor(at / 1000) % 60;
  return `${date.replaceAll('-', '')}T${two(Math.floor(minuteOfDay / 60))}${two(minuteOfDay % 60)}${two(seconds)}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (found) => `\\${found}`).replaceAll(/\r?\n/g, '\\n');
}

const lineBytes = 74;

/** In UTF-8. */
function bytesOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

// Lines longer than 75 octets are folded, and never inside a letter.
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = bytesOf(letter);
    if (bytes + size > lineBytes) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mooring//Appointments//EN',
    'BEGIN:VEVENT',
    `UID:${entry.id}@mooring`,
    `DTSTAMP:${stamp(entry.madeAt)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    ...(entry.place === undefined ? [] : [`LOCATION:${escaped(entry.place)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
