// A phone that is gone: nothing readable lies on it, it is ended from another phone or by a call to the desk, and it stays shut.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { lyingOn } from './lying-on.ts';
import { desktop, phone } from './people.ts';

test.describe('a phone ended from elsewhere', () => {
  const clinic = withDemoClinic();

  test('reveals nothing with no network, and is shut when it comes back', async ({ browser }) => {
    const email = 'grace@home.example';
    const lost = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(lost, clinic(), { email });
    const page = await lost.newPage();
    await page.goto('/app/journal');
    const box = page.getByRole('textbox', { name: 'Write in your journal' });
    await box.fill('The heron was sent');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.getByText('The heron was sent')).toHaveCount(1);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await lost.setOffline(true);
    await box.fill('The heron was not sent');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.getByText('The heron was not sent')).toBeVisible();
    await box.fill('Half a heron');
    await expect.poll(async () => (await lyingOn(page)).records).toContain('sealed');

    const [grace] = await clinic().ask<{ given_name: string; family_name: string }>(
      'select given_name, family_name from patients where id = $1',
      [await clinic().patientId(email)],
    );
    const { records, pages } = await lyingOn(page);
    for (const told of ['heron', grace?.given_name ?? '?', grace?.family_name ?? '?', email]) {
      expect(records).not.toContain(told);
      expect(pages).not.toContain(told);
    }
    expect(records).not.toMatch(/depress|phq|diagnos|suicid|\d mg\b/i);

    const found = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(found, clinic(), { email });
    const other = await found.newPage();
    await other.goto('/app/more/phone');
    await other.getByRole('button', { name: 'End all others' }).click();
    await expect(other.getByText('Only here.', { exact: false })).toBeVisible();

    await lost.setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: 'Come in' })).toBeVisible({ timeout: 25_000 });
    await page.goto('/app/journal');
    await expect(page.getByRole('heading', { level: 1, name: 'Come in' })).toBeVisible();
    await expect(page.getByText('heron')).toHaveCount(0);
    expect((await lyingOn(page)).records).not.toContain('patientId');

    // And by a call to the desk: the page that lies open somewhere closes by itself.
    const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(desk, clinic(), { staff: 'pat' });
    const chart = await desk.newPage();
    await chart.goto(`/clinic/patients/${await clinic().patientId(email)}`);
    await chart.getByRole('button', { name: 'Their phone is lost' }).click();
    await chart.getByRole('button', { name: 'End every sign-in' }).click();
    await expect(chart.getByText('1 ended at', { exact: false })).toBeVisible();
    await expect(other.getByRole('heading', { level: 1, name: 'Come in' })).toBeVisible({ timeout: 25_000 });
    for (const each of [lost, found, desk]) await each.close();
  });
});
