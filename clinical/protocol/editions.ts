// The editions that come with the software, by id. A clinic's own editions are kept by the clinic and have this shape.

import type { Edition } from './edition.ts';
import { ivExample1 } from './iv-example-1.ts';

export const exampleEditions: readonly Edition[] = [ivExample1];

export function exampleEdition(id: string): Edition | undefined {
  return exampleEditions.find((edition) => edition.id === id);
}
