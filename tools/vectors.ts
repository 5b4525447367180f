// Runs a file of reference cases against the rules and says which do not agree: `npm run vectors -- FILE`.

import { readFileSync } from 'node:fs';
import { casesOf, verdictOn } from './vectors/run.ts';

const [file = 'clinical/examples/vectors.json'] = process.argv.slice(2);
const cases = casesOf(readText(file));
if (!cases) {
  console.error(`${file}: this is not a file of cases. It needs a list named "cases".`);
  process.exit(1);
}
const verdicts = cases.map(verdictOn);
for (const verdict of verdicts) {
  if (!verdict.agrees) console.log(`${verdict.id} ${verdict.kind}: ${verdict.why}`);
}
const agreed = verdicts.filter((verdict) => verdict.agrees).length;
console.log(`${agreed} of ${cases.length} agree`);
process.exitCode = agreed === cases.length && cases.length > 0 ? 0 : 1;

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    process.exit(1);
  }
}
