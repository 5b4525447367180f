// A plan for a hard day: written by the person, read by a clinician who goes through it with them, and readable on the phone with
// no network and no sign-in only while the person wants that.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, sideScroll } from './looking.ts';
import { phone, tablet } from './people.ts';

const pictures = process.env['PICTURES'];

test.describe('a safety plan', () => {
  const clinic = withDemoClinic();

  test('is written on the phone, gone through together, and opens with no network for whoever chose that', async ({
    browser,
  }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'beth@home.example' });
    const page = await context.newPage();
    const picture = async (of: typeof page, name: string) => {
      if (pictures !== undefined) await of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    };
    await page.goto('/app/');
    await page.getByRole('button', { name: 'I need help' }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'My safety plan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'My safety plan' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('988', { exact: false }).first()).toBeVisible();
    await picture(page, 'plan-none');

    await test.step('words half written are there again after the page was left', async () => {
      await page.getByRole('button', { name: 'Write my plan' }).click();
      await page.getByLabel('What I can do by myself').fill('Walk to the pier.');
      await page
        .getByRole('group', { name: 'Who I can ask for help' })
        .getByLabel('Name')
        .first()
        .fill('Luz');
      await page
        .getByRole('group', { name: 'Who I can ask for help' })
        .getByLabel('Phone')
        .first()
        .fill('+1 555 0199');
      // A breath after the last key, as anyone takes one.
      await page.waitForTimeout(700);
      await page.reload();
      await expect(page.getByLabel('What I can do by myself')).toHaveValue('Walk to the pier.');
      await picture(page, 'plan-writing');
      await page.getByLabel('One thing worth living for').fill('The dog.');
      await page.getByRole('button', { name: 'Keep my plan' }).click();
      await expect(page.getByText('The dog.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Call +1 555 0199' })).toHaveAttribute(
        'href',
        'tel:+15550199',
      );
      await expect(page.getByText('No copy is on this phone.')).toBeVisible();
    });

    await test.step('with no network and nobody signed in it is there only once that was switched on', async () => {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.reload();
      await expect(page.getByText('Walk to the pier.')).toBeVisible();
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByText('No plan is kept on this phone.', { exact: false })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Call 988' })).toBeVisible();
      await context.setOffline(false);
      await page.reload();
      await page.getByRole('checkbox', { name: /Keep it readable on this phone/ }).check();
      await expect(page.getByText('This phone keeps a copy.')).toBeVisible();
      expect(await accessFindings(page)).toEqual([]);
      expect(await sideScroll(page)).toBe(0);
      await picture(page, 'plan-kept');
      await context.setOffline(true);
      await page.goto('/app/safety-plan');
      await expect(page.getByText('Walk to the pier.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Call +1 555 0199' })).toBeVisible();
      await page.emulateMedia({ colorScheme: 'dark' });
      await picture(page, 'plan-offline-night');
      await page.emulateMedia({ colorScheme: 'light' });
      await context.setOffline(false);
    });

    await test.step('a clinician reads it and notes that they went through it together', async () => {
      const staff = await openBrowserOf(browser, clinic(), { viewport: tablet });
      await enterAs(staff, clinic(), { staff: 'okafor' });
      const desk = await staff.newPage();
      const patientId = await clinic().patientId('beth@home.example');
      await desk.goto(`/clinic/patients/${patientId}?tab=safety-plan`);
      await expect(desk.getByText('Walk to the pier.')).toBeVisible();
      await desk.getByRole('button', { name: 'We went through it together' }).click();
      await expect(desk.getByText(/^Gone through with /)).toBeVisible();
      expect(await accessFindings(desk)).toEqual([]);
      await picture(desk, 'plan-clinic');
      await staff.close();
    });

    await test.step('switched off, it is gone from the phone at once', async () => {
      await page.reload();
      await expect(page.getByText(/Gone through with /)).toBeVisible();
      await page.getByRole('checkbox', { name: /Keep it readable on this phone/ }).uncheck();
      await expect(page.getByText('No copy is on this phone.')).toBeVisible();
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByText('No plan is kept on this phone.', { exact: false })).toBeVisible();
      await expect(page.getByText('Walk to the pier.')).toHaveCount(0);
    });
    await context.close();
  });
});
