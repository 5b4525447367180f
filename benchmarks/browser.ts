// The system's own Chromium, as the stories use it.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';

export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const found = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../tools/chromium.ts', import.meta.url))],
    { encoding: 'utf8' },
  );
  const executablePath = found.stdout.trim().split('\n').at(-1);
  return await chromium.launch({
    ...(executablePath === undefined || executablePath === '' ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', ...more],
  });
}
