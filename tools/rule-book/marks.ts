// What the four marks of sureness mean, as said to a reader.

import type { Confidence } from '#clinical/sources.ts';

export const confidences: readonly { readonly mark: Confidence; readonly words: string }[] = [
  {
    mark: 'V',
    words: 'Read in a primary source: a label, a regulator’s page, a law, a journal, a code list.',
  },
  {
    mark: 'V2',
    words: 'Read in a secondary page, a digest or a clinic’s document. Its authority is limited.',
  },
  { mark: 'G', words: 'General knowledge; no source was opened. Check it before clinical use.' },
  {
    mark: 'H',
    words: 'A rule of this house, chosen so that the software gives one answer. Not a published fact.',
  },
];
