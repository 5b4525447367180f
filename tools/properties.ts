// npm run properties -- --seeds N --from S: asks everything that is said to hold for any record again, with other seeds
// than the one of the test command.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, from: { type: 'string', default: '2' } },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isSafeInteger(seeds) || !Number.isSafeInteger(from))
  throw new RangeError('A seed is a whole number.');

const files = globSync('{clinical,dosing-session,fhir}/**/*.test.ts').filter((path) =>
  readFileSync(path, 'utf8').includes("from 'fast-check'"),
);
const args = ['--import', './test/one-seed.ts', '--test', '--test-reporter=dot', ...files];
const failed: number[] = [];
for (let seed = from; seed < from + seeds; seed += 1) {
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, MOORING_SEED: String(seed) },
  });
  if (status === 0) continue;
  failed.push(seed);
  console.log(stdout);
  console.log(`seed ${seed} failed; again: npm run properties -- --seeds 1 --from ${seed}`);
}
console.log(`${seeds} seeds, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
