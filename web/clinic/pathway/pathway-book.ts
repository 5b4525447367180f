// The book of pathways as the clinic's server has it: what a treatment may be for, and what measures it.
import { listPathways, type PathwayBook } from '#api/pathways.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';

export type { PathwayBook } from '#api/pathways.ts';

export function usePathwayBook() {
  return useAnswer(['pathways'], listPathways);
}

export function indicationIn(book: PathwayBook, id: string): PathwayBook['indications'][number] | undefined {
  return book.indications.find((one) => one.id === id);
}

export function pathwayIn(
  book: PathwayBook,
  indication: string,
): PathwayBook['pathways'][number] | undefined {
  return book.pathways.find((one) => one.indications.includes(indication));
}

export function scaleIn(book: PathwayBook, id: string): PathwayBook['scales'][number] | undefined {
  return book.scales.find((one) => one.id === id);
}
