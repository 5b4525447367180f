// Every page a patient can open, in both languages, as `whole-look.ts` looks at it.

import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { matchPath } from '#web/patient/address.ts';
import { enterAs, followRequests, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { phone } from './people.ts';
import { wholeFindings } from './whole-look.ts';

const source = (path: string): string =>
  readFileSync(new URL(`../web/patient/${path}`, import.meta.url), 'utf8');

/** What the app's own table says there is. */
const patterns = [
  ...[...source('pages.tsx').matchAll(/pattern: '(\/[^']*)'/g)].map(([, pattern]) => pattern ?? ''),
  ...[...source('prepare/part-pages.ts').matchAll(/^ {2}'(\/prepare\/[^']+)':/gm)].map(
    ([, path]) => path ?? '',
  ),
].filter((pattern) => pattern !== '/prepare/$part');

/** A page by its pattern, for whom it has something to show. */
const parts = { page: 'risks', section: 'history', instrument: 'phq-9' } as const;

test.describe('every page of a patient', { tag: '@long' }, () => {
  const clinic = withDemoClinic();

  async function lookedAt(page: Page, path: string): Promise<readonly string[]> {
    const settled = followRequests(page);
    await page.goto(`/app${path}`);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    await settled();
    return (await wholeFindings(page)).map((finding) => `${path}: ${finding}`);
  }

  /** What she wrote, as her journal leads to it; nobody but her can be asked. */
  async function entries(page: Page): Promise<readonly string[]> {
    const settled = followRequests(page);
    await page.goto('/app/journal');
    const ways = page.locator('main a[href*="/journal/"]');
    await expect(ways.first()).toBeVisible();
    await settled();
    const paths = await ways.evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).pathname));
    return paths.flatMap((path) => /[0-9a-f-]{36}$/.exec(path)?.[0] ?? []);
  }

  async function comeIn(context: BrowserContext, email: string, language: 'en' | 'es'): Promise<Page> {
    await enterAs(context, clinic(), { email });
    const page = await context.newPage();
    await page.goto('/app/more/phone');
    await page.getByText(language === 'es' ? 'Español' : 'English', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    return page;
  }

  for (const language of ['en', 'es'] as const) {
    test(language === 'en' ? 'reads well in English' : 'reads well in Spanish', async ({ browser }) => {
      test.setTimeout(400_000);
      const findings: string[] = [];
      const looked = new Set<string>();
      for (const [email, isHers] of [
        ['ana@home.example', (pattern: string) => !/\$(wordsId|first|sessionId)/.test(pattern)],
        [
          'helen@home.example',
          (pattern: string) => /\$(wordsId|first|sessionId)|^\/$|progress|way-out/.test(pattern),
        ],
      ] as const) {
        const context = await openBrowserOf(browser, clinic(), { viewport: phone });
        const page = await comeIn(context, email, language);
        const faults = watchFaults(page);
        const [wordsId = '', second = wordsId] = await entries(page);
        const [session] = await clinic().ask<{ id: string }>(
          'select id from dosing_sessions where patient_id = $1 order by id limit 1',
          [await clinic().patientId('helen@home.example')],
        );
        const [hour] = await clinic().ask<{ id: string }>(
          'select id from appointments where patient_id = $1 order by lower(period) desc limit 1',
          [await clinic().patientId(email)],
        );
        const given: Readonly<Record<string, string>> = {
          ...parts,
          wordsId,
          first: wordsId,
          second,
          sessionId: session?.id ?? '',
          appointmentId: hour?.id ?? '',
        };
        for (const pattern of patterns.filter(isHers)) {
          const path = pattern.replaceAll(/\$(\w+)/g, (_, name: string) => given[name] ?? '');
          expect(matchPath(pattern, path), pattern).toBeDefined();
          findings.push(...(await lookedAt(page, path)));
          looked.add(pattern);
        }
        // Her hour is in the house: the page for a visit from elsewhere is told so, and says it.
        findings.push(...faults().filter((fault) => !fault.includes('409')));
        await context.close();
      }
      expect(patterns.filter((pattern) => !looked.has(pattern))).toEqual([]);
      expect(findings).toEqual([]);
    });
  }
});
