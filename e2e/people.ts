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

/** The patient of this room presses on a phone of their own, as their session screen does; the room hears it by itself. */
export async function pressCallButton(room: Page, email: string): Promise<void> {
  const { origin, pathname } = new URL(room.url());
  const [, patientId = '', sessionId = ''] = /patients\/([^/]+)\/sessions\/([^/]+)/.exec(pathname) ?? [];
  const own = await room.context().browser()?.newContext({ baseURL: origin });
  if (own === undefined) throw new Error('A room is open in some browser.');
  const hers = await own.newPage();
  await hers.goto('/demo');
  const status = await hers.evaluate(
    async ({ place, who }) => {
      await fetch('/demo/enter', {
        method: 'POST',
        body: new URLSearchParams({ email: who }),
        redirect: 'manual',
      });
      const eventId = crypto.randomUUID();
      const now = Date.now();
      const answer = await fetch(
        `/api/patients/${place.patientId}/dosing-sessions/${place.sessionId}/events`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-mooring': '1', 'idempotency-key': eventId },
          body: JSON.stringify({
            events: [
              {
                eventId,
                ...place,
                deviceId: crypto.randomUUID(),
                deviceSeq: 1,
                effectiveAt: now,
                recordedAt: now,
                fact: { type: 'PatientSignalled', v: 1, signal: 'ok' },
              },
            ],
          }),
        },
      );
      return answer.status;
    },
    { place: { patientId, sessionId }, who: email },
  );
  expect(status).toBe(200);
  await own.close();
}

/** Everything in the room is as it should be: the first answer to each thing of the list. */
export async function goThroughRoom(nurse: Page): Promise<void> {
  await nurse
    .getByRole('list')
    .getByRole('button', { name: /^The room/ })
    .click();
  const sheet = nurse.getByRole('dialog');
  for (const thing of await sheet.getByRole('group').all()) await thing.getByRole('button').first().click();
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(sheet).toHaveCount(0);
}

/** One person's own figures for the second check, typed on the room's keys, by the name of each box. */
export async function workOutDose(page: Page, figures: Readonly<Record<string, string>>): Promise<void> {
  await page
    .getByRole('list')
    .getByRole('button', { name: /^Second check/ })
    .click();
  const sheet = page.getByRole('dialog');
  for (const [box, digits] of Object.entries(figures)) {
    await sheet.getByRole('button', { name: new RegExp(`^${box}`) }).click();
    await typeOnKeys(page, digits);
  }
  await sheet.getByRole('button', { name: 'Save what I worked out' }).click();
  await expect(sheet).toHaveCount(0);
}
