// The book as a person reads it: each line with its container, its person, its witness, and what it does not say.

import type { BookLine } from '#api/medication-stock.ts';
import { localDateOf, type ZoneId } from '#clinical/instant.ts';
import { drugRecordIssues } from '#clinical/medication-stock/record-completeness.ts';
import { wasteWitnessIssues } from '#clinical/medication-stock/waste-witness.ts';
import { type Book, isA, type LedgerLine, type LineOf } from './book.ts';
import type { PersonInBook } from './store.ts';

/** Whom a line is about: the person it was drawn for. */
export function patientOfLine(book: Book, line: LedgerLine): string | undefined {
  if (line.patientId !== undefined) return line.patientId;
  const { fact } = line;
  const before =
    fact.kind === 'witnessed'
      ? book.line(fact.wasteId)
      : 'drawId' in fact && fact.drawId !== undefined
        ? book.line(fact.drawId)
        : fact.kind === 'struck' && line.corrects !== undefined
          ? book.line(line.corrects.id)
          : undefined;
  return before && patientOfLine(book, before);
}

export function bookLineOf(
  line: LedgerLine,
  book: Book,
  people: ReadonlyMap<string, PersonInBook>,
  zone: ZoneId,
): BookLine {
  const { fact } = line;
  const receipt = receiptOf(line, book);
  const of = receipt?.fact;
  const patientId = patientOfLine(book, line);
  const patient = patientId === undefined ? undefined : people.get(patientId);
  const witness = book.witnessOf.get(line.id);
  const later = book.correctedBy.get(line.id);
  const earlier = line.corrects && book.line(line.corrects.id);
  const outcome = isA(line, 'counted') ? book.counts.find(({ id }) => id === line.id) : undefined;
  const numbers = containerIdsOf(line, book).flatMap(
    (id) => book.containers.find((one) => one.id === id)?.number ?? [],
  );
  const said: BookLine = {
    id: line.id,
    position: line.position,
    kind: fact.kind,
    happenedAt: line.happenedAt,
    recordedAt: line.recordedAt,
    byName: line.authorName,
    role: line.actingRole,
    substance: of?.substance,
    form: of?.form,
    strengthMgPerMl: of?.strengthMgPerMl,
    volumeMl: of?.volumeMl,
    lot: of?.lot,
    expiry: of?.expiry,
    containers: numbers,
    mg: 'mg' in fact ? fact.mg : undefined,
    detail: detailOf(line),
    supplier:
      fact.kind === 'received'
        ? {
            name: fact.supplierName,
            address: fact.supplierAddress ?? '',
            registration: fact.supplierRegistration ?? '',
          }
        : undefined,
    patient,
    witness: witness && { byName: witness.authorName, at: witness.recordedAt },
    corrects: line.corrects && earlier && { position: earlier.position, reason: line.corrects.reason },
    correctedBy: later && { position: later.position, reason: later.corrects?.reason ?? '' },
    count: outcome,
    fact: fact.kind === 'counted' ? undefined : fact,
    patientId,
    issues: [],
  };
  return later === undefined ? { ...said, issues: [...issuesOf(line, said, book, zone)] } : said;
}

function issuesOf(line: LedgerLine, said: BookLine, book: Book, zone: ZoneId): BookLine['issues'] {
  const { fact } = line;
  const date = localDateOf(line.happenedAt, zone);
  if (isA(line, 'received')) return [...book.receiptIssues(line)];
  if (fact.kind === 'given') {
    return [
      ...drugRecordIssues({
        kind: 'administration',
        record: {
          substance: said.substance,
          form: said.form,
          strength: said.strengthMgPerMl,
          amount: fact.mg,
          patientName: said.patient?.name,
          patientAddress: said.patient?.address,
          date,
          givenBy: line.authorName,
        },
      }),
    ];
  }
  if (fact.kind === 'disposed') {
    return [
      ...drugRecordIssues({ kind: 'disposal', record: { date, manner: fact.manner, quantity: fact.mg } }),
    ];
  }
  if (fact.kind !== 'wasted') return [];
  const seen = book.witnessOf.get(line.id);
  return [
    ...wasteWitnessIssues({
      wastedMg: fact.mg,
      wastedBy: line.authorId,
      wastedAt: line.happenedAt,
      witness: seen && { personId: seen.authorId, how: 'own-sign-in', at: seen.recordedAt },
    }),
  ];
}

function receiptOf(line: LedgerLine, book: Book): LineOf<'received'> | undefined {
  if (isA(line, 'received')) return line;
  const id = book.containerIdOf(line);
  return book.containers.find((one) => one.id === id)?.receipt;
}

function containerIdsOf(line: LedgerLine, book: Book): readonly string[] {
  if (isA(line, 'received')) return line.fact.containerIds;
  const id = book.containerIdOf(line);
  return id === undefined ? [] : [id];
}

function detailOf({ fact }: LedgerLine): string | undefined {
  switch (fact.kind) {
    case 'moved':
      return fact.place;
    case 'returned':
      return fact.to;
    case 'wasted':
    case 'disposed':
      return fact.manner;
    case 'lost':
      return `Discovered on ${fact.discoveredOn}. ${fact.note}`;
    default:
      return undefined;
  }
}
