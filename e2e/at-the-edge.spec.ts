// What people meet before, beside and after the app: its door, a link that no longer opens, the lock, no network, the way to
// a person, the page of whoever drives, a question behind a link, a passport. In both languages, as `whole-look.ts` looks.

import { createHash, randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { enterAs, followRequests, hoursAfterLastDose, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { phone } from './people.ts';
import { wholeFindings } from './whole-look.ts';

const dayMs = 86_400_000;

test.describe('at the edge of the app', { tag: '@long' }, () => {
  const clinic = withDemoClinic();
  let findings: string[] = [];
  test.beforeEach(() => {
    findings = [];
  });

  /** Looks once the page has what it asked for: before that, more of it may still come. */
  function looker(page: Page): (where: string) => Promise<void> {
    const settled = followRequests(page);
    return async (where) => {
      await expect(page.locator('main').first(), where).not.toBeEmpty();
      await settled();
      findings.push(...(await wholeFindings(page)).map((finding) => `${where}: ${finding}`));
    };
  }

  /** Someone drives her home: whoever holds the link of it, with a secret that is known here. */
  async function ridesLink(): Promise<string> {
    const [ride] = await clinic().ask<{ link_id: string }>(
      'select link_id from rides order by link_id limit 1',
    );
    const secret = randomBytes(32).toString('base64url');
    await clinic().ask(
      'update companion_links set token_hash = $2, revoked_at = null, expires_at = to_timestamp($3 / 1000.0) where id = $1',
      [ride?.link_id, createHash('sha256').update(secret).digest(), clinic().now() + 3 * dayMs],
    );
    return secret;
  }

  /** One tap, wherever one stands: a sheet in an app, a fold on a page that is none. */
  async function numbersAfter(help: string, page: Page): Promise<void> {
    await page.getByText(help, { exact: true }).filter({ visible: true }).click();
    await expect(
      page.getByRole('link', { name: /(Call|Llamar al) 988/ }).filter({ visible: true }),
    ).toBeVisible();
  }

  async function inside(context: BrowserContext, language: 'en' | 'es'): Promise<Page> {
    await enterAs(context, clinic(), { email: 'ana@home.example' });
    const page = await context.newPage();
    await page.goto('/app/more/phone');
    await page.getByText(language === 'es' ? 'Español' : 'English', { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    return page;
  }

  for (const language of ['en', 'es'] as const) {
    const inWords = language === 'en' ? 'in English' : 'in Spanish';
    const help = language === 'en' ? 'I need help' : 'Necesito ayuda';

    test(`who stands outside can read where they are, ${inWords}`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = await openBrowserOf(browser, clinic(), { viewport: phone, language });
      const page = await context.newPage();
      await page.route('**/api/me', () => undefined);
      await page.goto('/app/');
      await numbersAfter(help, page);
      await page.unrouteAll();
      const look = looker(page);
      await page.goto('/app/');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look('the door');
      await page.goto(`/app/?again#enter=${randomBytes(32).toString('base64url')}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look('a link that does not open');
      await page.goto(`/a/#${randomBytes(32).toString('base64url')}`);
      await look('a question whose link has ended');
      await numbersAfter(help, page);
      await look('the numbers to call, beside a question');
      await page.goto('/passport');
      await look('the page that checks a passport');
      await numbersAfter(help, page);
      await look('the numbers to call, beside a passport');
      await page.goto('/companion/');
      await look('a companion without a link');
      await page.goto(`/companion/?again#${await ridesLink()}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look('whoever drives');
      expect(findings).toEqual([]);
      await context.close();
    });

    test(`who is inside can read what lies over the page, ${inWords}`, async ({ browser }) => {
      test.setTimeout(120_000);
      const context = await openBrowserOf(browser, clinic(), { viewport: phone, language });
      const page = await inside(context, language);
      const look = looker(page);
      await page.goto('/app/');
      await page.getByRole('button', { name: help }).first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('the way to a person');

      await page.goto('/app/messages');
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look('a page that needs the clinic, with no network');
      await context.setOffline(false);

      await page.goto('/app/journal');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      clinic().later(31 * 60_000);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await look('the door, for someone known');
      expect(findings).toEqual([]);
      await context.close();
    });

    test(`a question behind a link is read by whoever it was sent to, ${inWords}`, async ({ browser }) => {
      const last = await hoursAfterLastDose(clinic(), 24.2);
      const link = (await clinic().reminderTo(last.email))?.body.match(/http\S+\/a\/#\S+/)?.[0];
      if (link === undefined) throw new Error('No question was mailed.');
      const context = await openBrowserOf(browser, clinic(), { viewport: phone, language });
      const page = await context.newPage();
      const look = looker(page);
      await page.goto(link);
      const other = page.getByRole('button', { name: /^(En español|In English)$/ });
      await expect(other).toBeVisible();
      if ((await other.textContent()) === (language === 'es' ? 'En español' : 'In English'))
        await other.click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await look('one question');
      expect(findings).toEqual([]);
      await context.close();
    });
  }
});
