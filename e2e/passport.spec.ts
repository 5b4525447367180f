// What a person carries: made on her phone, opened on a machine that never saw the clinic, and refused once it was changed.

import { readFileSync, writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';

test.describe('a passport', () => {
  const clinic = withDemoClinic();

  test('is signed on the phone, opens in a browser with no network, and shows nothing once a byte is changed', async ({
    browser,
  }, testInfo) => {
    const phone = await openBrowserOf(browser, clinic(), { viewport: { width: 390, height: 844 } });
    await enterAs(phone, clinic(), { email: 'helen@home.example' });
    const page = await phone.newPage();
    const faults = watchFaults(page);
    await page.goto('/app/more');
    await page.getByRole('link', { name: 'My passport' }).click();
    await page
      .getByRole('textbox', { name: 'Anything the next clinic should know' })
      .fill('Slow breath and a hand on my shoulder.');
    await page.getByRole('button', { name: 'Make my passport' }).click();
    await expect(page.getByRole('heading', { name: 'Your passport is ready' })).toBeVisible();
    await expect(page.getByRole('img', { name: /^Square to scan/ })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the file' }).click();
    const file = testInfo.outputPath('passport.html');
    await (await download).saveAs(file);
    expect(faults()).toEqual([]);

    // A browser of another house: no sign-in, and every address out of the machine is shut.
    const elsewhere = await browser.newContext({ offline: true, locale: 'en-US' });
    const stranger = await elsewhere.newPage();
    const asked: string[] = [];
    stranger.on('request', (request) => {
      if (!request.url().startsWith('file:')) asked.push(request.url());
    });
    await stranger.goto(`file://${file}`);
    await expect(stranger.getByText('Nothing was changed since it was signed.')).toBeVisible();
    await expect(stranger.getByText('Slow breath and a hand on my shoulder.')).toBeVisible();
    await expect(stranger.getByRole('heading', { name: /^Session 6 of 6/ })).toBeVisible();
    await expect(stranger.getByText(/ketamine, into a vein/).first()).toBeVisible();
    await stranger.getByText('I need help').click();
    await expect(stranger.getByText(/^These numbers answer in: United States\./)).toBeVisible();
    await expect(stranger.getByRole('link', { name: 'Call 988' })).toBeVisible();
    await stranger.getByRole('button', { name: 'En español' }).click();
    await expect(stranger.getByText('Nada cambió desde que se firmó.')).toBeVisible();
    await expect(stranger.getByRole('link', { name: 'Llamar al 988' })).toBeVisible();
    expect((await new AxeBuilder({ page: stranger }).analyze()).violations).toEqual([]);
    expect(asked).toEqual([]);

    const [, token = ''] = /data-token="([^"]+)"/.exec(readFileSync(file, 'utf8')) ?? [];
    const [head, body = '', signature] = token.split('.');
    const at = Math.floor(body.length / 2);
    const changed = `${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(token, `${head}.${changed}.${signature}`));
    await stranger.goto(`file://${file}`);
    await expect(stranger.getByRole('alert')).toContainText('not what was signed');
    await expect(stranger.getByText('Slow breath and a hand on my shoulder.')).toHaveCount(0);
    await elsewhere.close();

    // Off the clinic's own address the key is compared too, and nothing of the passport is sent along.
    const visitor = await browser.newContext({ baseURL: clinic().origin, locale: 'en-US' });
    const reader = await visitor.newPage();
    const sent: string[] = [];
    reader.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await reader.goto(`/passport#${token}`);
    await expect(reader.getByText('Signed with the key this clinic shows today.')).toBeVisible();
    expect(sent.some((line) => line.includes(body.slice(0, 40)) && !line.includes('#'))).toBe(false);
    await visitor.close();
    await phone.close();
    expect(clinic().logs().join('\n')).not.toContain('hand on my shoulder');
  });
});
