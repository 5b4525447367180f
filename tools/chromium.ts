// Finds a Chromium for the stories told in a browser, and installs one where that takes a single command.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The path of a Chromium that starts, or undefined. */
export function findChromium(): string | undefined {
  // Some systems put a script there that only says where to get the browser, so each one is asked.
  return candidates().find((path) => existsSync(path) && starts(path));
}

/** The same, and installs it first where the system's package manager may. */
export function ensureChromium(say: (sentence: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say('No Chromium found; installing one with apt-get …');
    aptGet('update', '-qq');
    // The lighter one first; a system that has no such package has the other.
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (aptGet('install', '-y', '-qq', '--no-install-recommends', name)) break;
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'No Chromium to run the stories in: install it (on Debian: apt-get install chromium-headless-shell) or set CHROMIUM_PATH to one.',
  );
}

function aptGet(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function candidates(): string[] {
  const given = process.env.CHROMIUM_PATH;
  return [
    ...(given === undefined || given === '' ? [] : [given]),
    // The shell without windows and toolbars: a page costs it an eighth of what it costs the whole browser.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...downloaded(process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')),
    ...downloaded(join(homedir(), 'Library', 'Caches', 'ms-playwright')),
  ];
}

function downloaded(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium(_headless_shell)?-\d+$/.test(name))
    .sort()
    .reverse()
    .flatMap((name) =>
      [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-linux/headless_shell',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      ].map((inside) => join(folder, name, inside)),
    );
}

function starts(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureChromium(console.log));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
