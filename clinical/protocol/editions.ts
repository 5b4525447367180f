// The editions that come with the software, by id. A clinic's own editions are kept by the clinic and have this shape.

import type { Edition } from './edition.ts';
import { homeExample1 } from './home-example-1.ts';
import { imExample1 } from './im-example-1.ts';
import { ivExample1 } from './iv-example-1.ts';
import { ivPainExample1 } from './iv-pain-example-1.ts';
import { nasalExample1 } from './nasal-example-1.ts';
import { sublingualExample1 } from './sublingual-example-1.ts';

export const exampleEditions: readonly Edition[] = [
  ivExample1,
  ivPainExample1,
  imExample1,
  sublingualExample1,
  homeExample1,
  nasalExample1,
];

export function exampleEdition(id: string): Edition | undefined {
  return exampleEditions.find((edition) => edition.id === id);
}
