// Writes docs/clinical.html from the rules themselves, for a clinician to read and print. A test holds it to what the
// code says today.

import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cards } from '#clinical/cards/cards.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { editionsPart } from './rule-book/editions-part.ts';
import { emergenciesPart } from './rule-book/emergencies-part.ts';
import { bookPage } from './rule-book/frame.ts';
import { instrumentsPart } from './rule-book/instruments-part.ts';
import { rulesPart } from './rule-book/rules-part.ts';
import { screeningPart } from './rule-book/screening-part.ts';
import { sourcesPart, toCheckPart } from './rule-book/sources-part.ts';

export const ruleBookFile = 'docs/clinical.html';

export async function ruleBook(): Promise<string> {
  const parts = [
    editionsPart(),
    rulesPart(cards),
    screeningPart(),
    instrumentsPart(),
    emergenciesPart(),
    toCheckPart(cards),
    sourcesPart(),
  ];
  const writtenOn =
    exampleEditions
      .map((edition) => edition.writtenOn)
      .toSorted()
      .at(-1) ?? '';
  return String(await bookPage(parts, writtenOn));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = fileURLToPath(new URL(`../${ruleBookFile}`, import.meta.url));
  writeFileSync(path, await ruleBook());
  console.log(`Written: ${ruleBookFile}`);
}
