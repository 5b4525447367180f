// Which of the project's requirements are already true: each story in a browser carries the rows it shows as tags, and a
// test of a rule, a page or a route carries them at the end of its title. This lists every row with what shows it. A row
// without a test is said to be without one.
import { readdirSync, readFileSync } from 'node:fs';
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
const plainTest = new RegExp(String.raw`\b(?:test|it)\(\s*${text}`, 'g');
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

/** The tests of one file that name rows in their title: `test('a low readiness becomes a task @S0-6', …)`. */
export function testsIn(file: string, source: string): Story[] {
  return [...source.matchAll(plainTest)].flatMap((match) => {
    const title = match[1] ?? match[2] ?? match[3] ?? '';
    const tags = [...title.matchAll(/@(S\d+-\d+)/g)].map((tag) => tag[1] ?? '');
    if (tags.length === 0) return [];
    return [{ file, title: title.replace(/\s*@S\d+-\d+/g, '').replace(/\\(.)/g, '$1'), tags }];
  });
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
  const filesIn = (folder: string, ending: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  const rings = ['clinical', 'dosing-session', 'api', 'fhir', 'content', 'server', 'web'];
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const stories = [
    ...filesIn('e2e', '.spec.ts').flatMap((file) => storiesIn(file, read(file))),
    ...rings
      .flatMap((ring) => filesIn(ring, '.test.ts'))
      .sort()
      .flatMap((file) => testsIn(file, read(file))),
  ];
  const { lines, summary, unknown } = mission(requirements, stories);
  if (!process.argv.includes('--summary')) console.log(lines.join('\n'));
  for (const one of unknown) console.error(`There is no such row: ${one}`);
  console.log(summary);
  if (unknown.length > 0) process.exitCode = 1;
}
