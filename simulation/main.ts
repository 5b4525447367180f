// npm run simulate -- --seeds N --from S [--trace]: lives through N mornings and says which of them broke what.

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Defect, defects } from './defects.ts';
import { runSeed, type Told } from './run.ts';

type Asked = {
  readonly seeds: number;
  readonly from: number;
  readonly trace: boolean;
  readonly defect: Defect | undefined;
};

if (isMainThread) await main(process.argv.slice(2));
else await work(workerData as { readonly asked: Asked; readonly worker: number; readonly workers: number });

async function main(words: readonly string[]): Promise<void> {
  const asked = read(words);
  const began = performance.now();
  const told = asked.trace ? await runHere(asked) : await runTogether(asked);
  const failed = told.filter(({ broken }) => broken.length > 0).sort((one, other) => one.seed - other.seed);
  for (const { seed, broken } of failed) {
    for (const { invariant, what } of broken) console.log(`seed ${seed}: ${invariant}: ${what}`);
    console.log(`  again: npm run simulate -- --seeds 1 --from ${seed} --trace`);
  }
  const seconds = (performance.now() - began) / 1_000;
  const facts = told.reduce((sum, each) => sum + each.facts, 0);
  console.log(`${facts} facts kept, ${(told.length / seconds).toFixed(1)} seeds a second`);
  process.exitCode = failed.length > 0 ? 1 : 0;
  console.log(`${told.length} seeds, ${failed.length} failed`);
}

function read(words: readonly string[]): Asked {
  const after = (name: string): string | undefined => {
    const at = words.indexOf(name);
    return at === -1 ? undefined : words[at + 1];
  };
  const whole = (name: string, otherwise: number): number => {
    const text = after(name);
    const number = text === undefined ? otherwise : Number(text);
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`${name} takes a whole number.`);
    return number;
  };
  const defect = defects.find((each) => each === after('--defect'));
  return {
    seeds: whole('--seeds', 2_000),
    from: whole('--from', 1),
    trace: words.includes('--trace'),
    defect,
  };
}

async function runHere({ seeds, from, defect }: Asked): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (let seed = from; seed < from + seeds; seed += 1)
    told.push(await runSeed(seed, { defect, trace: (line) => console.log(line) }));
  return told;
}

async function runTogether(asked: Asked): Promise<readonly Told[]> {
  const workers = Math.max(1, Math.min(availableParallelism(), asked.seeds));
  const parts = await Promise.all(
    Array.from(
      { length: workers },
      (_, worker) =>
        new Promise<readonly Told[]>((resolve, reject) => {
          const told: Told[] = [];
          const thread = new Worker(new URL(import.meta.url), { workerData: { asked, worker, workers } });
          thread.on('message', (one: Told) => void told.push(one));
          thread.on('error', reject);
          thread.on('exit', (code) =>
            code === 0 ? resolve(told) : reject(new Error(`A worker ended with ${code}.`)),
          );
        }),
    ),
  );
  return parts.flat();
}

async function work({
  asked,
  worker,
  workers,
}: {
  readonly asked: Asked;
  readonly worker: number;
  readonly workers: number;
}): Promise<void> {
  for (let seed = asked.from + worker; seed < asked.from + asked.seeds; seed += workers)
    parentPort?.postMessage(await runSeed(seed, { defect: asked.defect }));
}
