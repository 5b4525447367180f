// One line of a paper sheet while it is being typed. Pure: cells in, facts or faults out. An empty cell stays empty, an x is
// what a hand writes for "could not read", and nothing that stands on the paper is refused for what it means.
import { addDays, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { vitalSign } from '#clinical/monitoring/vital-signs.ts';
import type { SessionFact, VitalSignName } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { contextOf, type RowQuestion, slotMinuteOf } from '#web/clinic/room/row-facts.ts';

/** In the order in which they are printed, so that the hand goes along the paper. */
export const sheetSigns = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRatePerMin',
  'spo2Percent',
  'respiratoryRatePerMin',
] as const satisfies readonly VitalSignName[];
type SheetSign = (typeof sheetSigns)[number];

export type SheetCell = 'time' | SheetSign | 'moaas' | 'symptoms' | 'who';
export type SheetLine = Readonly<Record<SheetCell, string>>;

export const emptyLine: SheetLine = {
  time: '',
  systolicMmHg: '',
  diastolicMmHg: '',
  heartRatePerMin: '',
  spo2Percent: '',
  respiratoryRatePerMin: '',
  moaas: '',
  symptoms: '',
  who: '',
};

export type LineFault = { readonly cell: SheetCell; readonly message: string };

/**
 * "9:05", "0905" or "905" as the moment nearest to when the person was booked, so that a session over midnight and a sheet
 * typed a day later both keep their day.
 */
export function momentOnSheet(typed: string, bookedAt: Instant, zone: ZoneId): Instant | undefined {
  const found = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed.trim());
  if (found === null) return undefined;
  const hour = Number(found[1]);
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return undefined;
  const date = localDateOf(bookedAt, zone);
  const near = [-1, 0, 1].map((days) => instantOf(addDays(date, days), hour * 60 + minute, zone));
  return near.sort((one, other) => Math.abs(one - bookedAt) - Math.abs(other - bookedAt))[0];
}

/** What keeps a line from being kept as it stands: a slip of the hand, never what it means. */
export function lineFault(
  line: SheetLine,
  { bookedAt, zone }: { readonly bookedAt: Instant; readonly zone: ZoneId },
): LineFault | undefined {
  if (momentOnSheet(line.time, bookedAt, zone) === undefined)
    return { cell: 'time', message: 'Type the time on the paper, as 9:05.' };
  for (const sign of sheetSigns) {
    const read = cellOf(line[sign]);
    const { name, plausible } = vitalSign(sign);
    if (read === 'no-number')
      return {
        cell: sign,
        message: `${name}: type a number, or x where the paper says it could not be read.`,
      };
    if (typeof read === 'number' && (read < plausible.from || read > plausible.to))
      return {
        cell: sign,
        message: `${name} ${read} is outside what an instrument can show (${plausible.from} to ${plausible.to}). Look at the paper again; if it says so, write it under Other words.`,
      };
  }
  if (!/^[0-5]?$/.test(line.moaas.trim()))
    return { cell: 'moaas', message: 'MOAA/S is one digit from 0 to 5.' };
  if (line.who === '') return { cell: 'who', message: 'Choose who saw it.' };
  const isEmpty = [...sheetSigns, 'moaas', 'symptoms'].every((cell) => line[cell as SheetCell].trim() === '');
  return isEmpty
    ? { cell: 'systolicMmHg', message: 'Nothing is typed yet beside the time and the name.' }
    : undefined;
}

/** The line as facts, each true at the time on the paper. Words stay words: nobody graded them. */
export function factsOfLine(
  line: SheetLine,
  takenAt: Instant,
  question: RowQuestion,
): readonly SessionFact[] {
  const minute = slotMinuteOf(takenAt, question);
  const slot = minute === undefined ? {} : { slotMinute: Math.round(minute) };
  const readings: Partial<Record<SheetSign, number>> = {};
  const couldNotRead: SheetSign[] = [];
  for (const sign of sheetSigns) {
    const read = cellOf(line[sign]);
    if (typeof read === 'number') readings[sign] = read;
    if (read === 'not-read') couldNotRead.push(sign);
  }
  const facts: SessionFact[] = [];
  if (Object.keys(readings).length > 0 || couldNotRead.length > 0)
    facts.push(
      factOf('VitalSignsMeasured', {
        ...readings,
        couldNotRead,
        ...slot,
        context: contextOf(takenAt, minute, question),
        source: 'typed',
      }),
    );
  const moaas = line.moaas.trim();
  if (moaas !== '') facts.push(factOf('SedationRated', { moaas: Number(moaas), ...slot }));
  const symptoms = line.symptoms.trim();
  if (/^(none|no)$/i.test(symptoms)) facts.push(factOf('SymptomsAsked', { answer: 'none' }));
  else if (symptoms !== '') facts.push(factOf('NoteAdded', { text: `Symptoms on the paper: ${symptoms}` }));
  return facts;
}

function cellOf(typed: string): number | 'empty' | 'not-read' | 'no-number' {
  const text = typed.trim();
  if (text === '') return 'empty';
  if (/^x$/i.test(text)) return 'not-read';
  return /^\d{1,3}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : 'no-number';
}
