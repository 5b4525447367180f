// Five people, each in a browser of their own. What they do is said in the words of the screens, as they would do it.

import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { demoPassword, demoStaff } from '#server/demo';
import type { BrowserClinic } from '#test/browser-clinic.ts';

export const phone = { width: 390, height: 844 };
export const tablet = { width: 1180, height: 820 };
export const desktop = { width: 1440, height: 900 };

export async function newPerson(
  browser: Browser,
  clinic: BrowserClinic,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport,
    baseURL: clinic.origin,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    hasTouch: viewport.width < 500,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

export type StaffKey = (typeof demoStaff)[number]['key'];

/** Signs in as a person of the clinic does: password, then the six digits of an authenticator. */
export async function signInAsStaff(page: Page, clinic: BrowserClinic, key: StaffKey): Promise<void> {
  const member = demoStaff.find((one) => one.key === key);
  if (member === undefined) throw new Error(`There is no ${key}.`);
  await page.goto('/clinic/');
  await page.getByLabel('E-mail').fill(member.email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Six digits').fill(clinic.codeOf(member.id));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(member.name).first()).toBeVisible();
}

/** Opens the newest link mailed to an address, as the person would from their mail. */
export async function openMailedLink(page: Page, clinic: BrowserClinic, address: string): Promise<void> {
  const mail = await clinic.mailTo(address);
  const link = mail?.body.match(/https?:\/\/\S+/)?.[0];
  if (link === undefined) throw new Error(`No link was mailed to ${address}.`);
  await page.goto(link);
}

/** Rooms keep their own keys: a number is typed on them, not on a keyboard. */
export async function typeOnKeys(page: Page, digits: string): Promise<void> {
  const sheet = page.getByRole('dialog');
  const keys = (await sheet.count()) > 0 ? sheet : page.getByRole('main');
  for (const digit of digits) {
    await keys.getByRole('button', { name: digit === '.' ? 'Point' : digit, exact: true }).click();
  }
}
