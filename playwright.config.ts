// Stories told in a real browser, two files at a time: each starts the server it needs in its own process.
import { defineConfig } from '@playwright/test';
import { findChromium } from './tools/chromium.ts';

/** All of them take longer than a machine of two cores should be kept waiting; `npm run stories` tells the long ones too. */
const isEvery = process.env.MOORING_EVERY_STORY === '1';
// The list of checks has looked already and hands the answer on; on its own, Playwright looks itself.
const executablePath = process.env.CHROMIUM_PATH ?? findChromium();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A machine that stumbles may tell a story once more; one that needed it is named at the end and is a fault to look at.
  retries: 1,
  timeout: 60_000,
  ...(isEvery ? {} : { grepInvert: /@long/ }),
  globalTimeout: (isEvery ? 45 : 13) * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./test/playwright-reporter.ts']],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    locale: 'en-US',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    },
  },
});
