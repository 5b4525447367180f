// The last figures, kept twice: as data for whoever compares, and as a table for whoever reads.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, rounded } from './figures.ts';

export type Machine = {
  readonly date: string;
  readonly cores: number;
  readonly model: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly busyBefore: number;
};

export function writeReport(
  directory: string,
  machine: Machine,
  figures: readonly Figure[],
  tookSeconds: number,
): void {
  mkdirSync(join(directory, 'results'), { recursive: true });
  const plain = figures.map(({ rounds, floor, ratio, value, ...figure }) => ({
    ...figure,
    value: rounded(value),
    ...(rounds === undefined ? {} : { rounds: rounds.map(rounded) }),
    ...(floor === undefined ? {} : { floor: { ...floor, value: rounded(floor.value) } }),
    ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
  }));
  const json = JSON.stringify({ machine, tookSeconds: Math.round(tookSeconds), figures: plain }, null, 2);
  // Short lists stand on one line, as everywhere else in the house.
  const compact = json.replaceAll(/\[\s+([^[\]{}]*?)\s+\]/g, (_, inside: string) => {
    const line = `[${inside.replaceAll(/\s*\n\s*/g, ' ')}]`;
    return line.length <= 90 ? line : `[\n        ${inside.replaceAll(/\s*\n\s*/g, '\n        ')}\n      ]`;
  });
  writeFileSync(join(directory, 'results', 'latest.json'), `${compact}\n`);
  writeFileSync(join(directory, 'README.md'), readme(machine, figures, tookSeconds));
}

function said(value: number, unit: string): string {
  const number = rounded(value).toLocaleString('en-US');
  return `${number} ${unit}`;
}

function row(figure: Figure): string {
  const { floor, ratio, target } = figure;
  const verdict = target === undefined ? 'reported' : target.met ? 'met' : '**not met**';
  const cells = [
    figure.name,
    said(figure.value, figure.unit),
    (figure.also ?? []).join('; '),
    floor === undefined ? '' : `${said(floor.value, figure.unit)}: ${floor.of}`,
    ratio === undefined ? '' : ratio.toFixed(2),
    target?.words ?? '',
    verdict,
  ];
  return `| ${cells.join(' | ')} |`;
}

function readme(machine: Machine, figures: readonly Figure[], tookSeconds: number): string {
  const missed = figures.filter((figure) => figure.target?.met === false);
  return `# How fast, and how heavy

\`npm run bench\` measures everything below in one go (${Math.round(tookSeconds)} seconds the last time) and writes this page and
[results/latest.json](results/latest.json). Name one to measure it alone and write nothing: \`npm run bench -- append\`
(append, listen, chart, taps, reconnect, floor, drawing, phone, start, weight, fold, knowledge). \`npm run bench -- floor --long\` keeps the floor busy
for half an hour instead of five minutes.

Measured ${machine.date} on ${machine.cores} cores (${machine.model}, ${machine.memoryGb} GB, ${machine.system}), Node ${machine.node}, PostgreSQL ${machine.postgres}.
Load of the machine just before: ${machine.busyBefore.toFixed(2)}.

| What | Figure | Also | Floor | Ratio | Target | |
|---|---|---|---|---|---|---|
${figures.map(row).join('\n')}

${missed.length === 0 ? 'Every target was met.' : `Not met: ${missed.map((figure) => figure.name).join('; ')}.`}

## What is measured, and how

- The server, the load and PostgreSQL are processes of their own and share the cores above. Requests cross a real TCP
  socket, kept alive. PostgreSQL is the embedded one with fsync, full page writes and synchronous commit on.
- A figure is the median of its rounds, and each round of ours runs right after a round of its floor, so that both meet
  the same machine. The first fifth of a round warms up and is not counted. Every answer is checked while it is timed.
- Append: each request passes sign-in, budget, shape, standing and decision, and keeps the fact, its reading on the chart
  and its audit line in one durable transaction before it is answered. The floor is the driver alone: the same row, one
  insert and one commit each, into a table without walls, references, readings or audit.
- Chart: ten entries, a hundred readings and ten responses. Ours also writes an audit line, durably, before it answers;
  the floor only reads. The readings lie in the table as a clinic of eight rooms writes them, session by session.
- Listening: two hundred different people of one care team; the time runs from before the request is sent until each has
  the whole event.
- Floor: each of two hundred tablets sends one row every five seconds, holds a stream open, and is timed from the moment the
  row was due. A wall asks for the board when it hears of news, one question at a time, as the screen does; a row counts as
  shown when the board a wall received says that the room was heard since it was sent.
- Reconnect: the outbox and the log are the product's own; the page around them and the disk under them are left out.
- Taps and drawing run in Chromium on software rendering. A tap counts from the pointer to the task after the frame that
  follows its change; drawing is everything the page's own thread did, by the browser's count, without the rasteriser.
- The phone: Chromium with its own processor slowed four times, over a line of ours of 150 ms and 1.6 Mbit/s. Each round is a new
  phone: cold, as after installing; warm, with every page kept by the app's worker; and with no network. A start is counted from
  an empty tab that has stood still for 1.5 s, so that making the tab is in no figure; the floor is counted alike. The largest
  paint is the browser's own word, asked once after 1.5 s in which nothing larger came. Two rounds before the nine are not counted. A tap is a
  finger's touch on the dock, counted by the browser until the next frame shows, in a window that holds the whole phone; INP leaves
  out one of every fifty, and the slowest stands beside it.
- The start is \`node server/main.ts\` with the pages already built.
`;
}
