// Which line of the book stands for which use in the room: a line already written, or the one syringe it can only have come
// from. Where there are none or several, nobody guesses and the use stays open.

import { type Instant, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { milligrams } from '#clinical/medication-stock/vial-balance.ts';
import type { DrugUse } from '#dosing-session/drug-uses.ts';
import { type Book, isA, type LedgerLine } from './book.ts';
import { patientOfLine } from './pack.ts';

export type RoomUse = DrugUse & { readonly sessionId: string; readonly patientId: string };

export type Match =
  | { readonly kind: 'line'; readonly entryId: string }
  | { readonly kind: 'draw'; readonly drawId: string; readonly mg: number };

export function matchOf(
  use: RoomUse,
  book: Book,
  about: { readonly linked: ReadonlySet<string>; readonly zone: ZoneId },
): Match | undefined {
  const { mg } = use;
  if (mg === undefined) return undefined;
  const isThatDay = (at: Instant) => localDateOf(at, about.zone) === localDateOf(use.at, about.zone);
  const isIts = (line: LedgerLine) =>
    isThatDay(line.happenedAt) &&
    patientOfLine(book, line) === use.patientId &&
    (line.sessionId === undefined || line.sessionId === use.sessionId) &&
    substanceOf(book, line).includes(use.substance);
  const written = book.lines.filter(
    (line) =>
      (use.kind === 'waste' ? isA(line, 'wasted') : isA(line, 'given')) &&
      'mg' in line.fact &&
      milligrams(line.fact.mg - mg) === 0 &&
      !book.correctedBy.has(line.id) &&
      !about.linked.has(line.id) &&
      isIts(line),
  );
  const [one, other] = written;
  if (one !== undefined) return other === undefined ? { kind: 'line', entryId: one.id } : undefined;
  const syringes = book.draws.filter(({ line, leftMg }) => milligrams(leftMg - mg) >= 0 && isIts(line));
  const [syringe, another] = syringes;
  return syringe === undefined || another !== undefined
    ? undefined
    : { kind: 'draw', drawId: syringe.line.id, mg };
}

function substanceOf(book: Book, line: LedgerLine): string {
  const id = book.containerIdOf(line);
  return book.containers.find((one) => one.id === id)?.lot.substance.toLowerCase() ?? '';
}
