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
  | { readonly kind: 'draw'; readonly drawId: string; readonly mg: number }
  /** No syringe was written, and the lot in the room names the container it came from. */
  | { readonly kind: 'container'; readonly containerId: string; readonly mg: number };

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
    substanceOf(book, line).includes(use.substance) &&
    isItsLot(use, containerOf(book, line)?.lot.lot);
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
  if (another !== undefined) return undefined;
  if (syringe !== undefined) return { kind: 'draw', drawId: syringe.line.id, mg };
  const container = containerByLot(use, book);
  return container && { kind: 'container', containerId: container.id, mg };
}

/** A medicine given to help is seldom drawn up beforehand; its lot says which container of the cupboard it was. */
function containerByLot(use: RoomUse, book: Book): Book['containers'][number] | undefined {
  const { kind, lot, mg, substance } = use;
  if (kind !== 'rescue' || lot === undefined || lot === null || mg === undefined) return undefined;
  const those = book.containers.filter(
    (one) =>
      isItsLot(use, one.lot.lot) &&
      one.lot.substance.toLowerCase().includes(substance) &&
      milligrams(one.leftMg - mg) >= 0,
  );
  const opened = those.filter(({ state }) => state === 'opened');
  if (opened.length > 0) return opened.length === 1 ? opened[0] : undefined;
  // Sealed containers of one lot and one kind are alike; of two kinds nobody guesses.
  const sealed = those.filter(({ state }) => state === 'sealed');
  const isOneKind = new Set(sealed.map((one) => one.lot.key)).size === 1;
  return isOneKind ? sealed[0] : undefined;
}

/** Where the room wrote a lot, a line of another lot is not its line. */
function isItsLot({ lot }: RoomUse, bookLot: string | undefined): boolean {
  if (lot === undefined || lot === null) return true;
  return bookLot?.trim().toLowerCase() === lot.trim().toLowerCase();
}

function containerOf(book: Book, line: LedgerLine): Book['containers'][number] | undefined {
  const id = book.containerIdOf(line);
  return book.containers.find((one) => one.id === id);
}

function substanceOf(book: Book, line: LedgerLine): string {
  return containerOf(book, line)?.lot.substance.toLowerCase() ?? '';
}
