// Which of the project's requirements a person can already use in a browser: each story carries the rows it
// shows as tags, and this lists every row with its stories. A row without a story is said to be without one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export type Requirement = {
  readonly id: string;
  readonly who: readonly string[];
  readonly group: string;
  readonly requirement: string;
};

export type Story = { readonly file: string; readonly title: string; readonly tags: readonly string[] };

const text = String.raw`(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|\`((?:\\.|[^\`\\])*)\`)`;
const opening = new RegExp(String.raw`\b(test(?:\.describe(?:\.serial)?)?)\(\s*${text}\s*,\s*(\{)?`, 'g');
const tagList = /\btag\s*:\s*(\[[^\]]*\]|'[^']*'|"[^"]*")/;

/** The stories of one file. Tags on a describe hold for every story inside it. */
export function storiesIn(file: string, source: string): Story[] {
  const groups: { readonly end: number; readonly tags: readonly string[] }[] = [];
  const stories: Story[] = [];
  for (const match of source.matchAll(opening)) {
    const title = match[2] ?? match[3] ?? match[4] ?? '';
    const detailsAt = match[5] === undefined ? undefined : match.index + match[0].length - 1;
    const details = detailsAt === undefined ? '' : source.slice(detailsAt, closing(source, detailsAt));
    const tags = [...(tagList.exec(details)?.[1] ?? '').matchAll(/@([\w-]+)/g)].map((tag) => tag[1] ?? '');
    if (match[1] === 'test') {
      const inherited = groups.filter((group) => group.end > match.index).flatMap((group) => group.tags);
      stories.push({
        file,
        title: title.replace(/\\(.)/g, '$1'),
        tags: [...new Set([...inherited, ...tags])],
      });
    } else {
      groups.push({ end: closing(source, match.index + match[0].indexOf('(')), tags });
    }
  }
  return stories;
}

// Where the bracket opened at `from` closes, stepping over texts and comments.
function closing(source: string, from: number): number {
  const pairs: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
  const open: string[] = [];
  const step =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|[(){}[\]]/g;
  step.lastIndex = from;
  for (let match = step.exec(source); match !== null; match = step.exec(source)) {
    const sign = match[0];
    const closes = pairs[sign];
    if (closes !== undefined) open.push(closes);
    else if (sign === open.at(-1)) {
      open.pop();
      if (open.length === 0) return match.index + 1;
    }
  }
  return source.length;
}

export type Mission = {
  readonly lines: readonly string[];
  readonly summary: string;
  readonly unknown: readonly string[];
};

export function mission(requirements: readonly Requirement[], stories: readonly Story[]): Mission {
  const ids = new Set(requirements.map((row) => row.id));
  const looksLikeRow = /^S\d+-\d+$/;
  const unknown = stories.flatMap((story) =>
    story.tags
      .filter((tag) => looksLikeRow.test(tag) && !ids.has(tag))
      .map((tag) => `${story.file}: @${tag} (${story.title})`),
  );
  const shownBy = (id: string) => stories.filter((story) => story.tags.includes(id));
  const lines = requirements.flatMap((row) => {
    const by = shownBy(row.id);
    return [
      `${row.id.padEnd(6)} ${row.requirement}`,
      ...(by.length === 0
        ? ['       – no test yet']
        : by.map((story) => `       ✔ ${story.title} (${story.file})`)),
    ];
  });
  const shown = requirements.filter((row) => shownBy(row.id).length > 0).length;
  return {
    lines,
    summary: `${requirements.length} rows: ${shown} shown, ${requirements.length - shown} without a test`,
    unknown,
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const requirements = JSON.parse(
    readFileSync(join(root, 'docs/requirements.json'), 'utf8'),
  ) as Requirement[];
  const folder = join(root, 'e2e');
  const specs = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.spec.ts'))
        .sort()
    : [];
  const stories = specs.flatMap((name) => storiesIn(`e2e/${name}`, readFileSync(join(folder, name), 'utf8')));
  const { lines, summary, unknown } = mission(requirements, stories);
  if (!process.argv.includes('--summary')) console.log(lines.join('\n'));
  for (const one of unknown) console.error(`There is no such row: ${one}`);
  console.log(summary);
  if (unknown.length > 0) process.exitCode = 1;
}
