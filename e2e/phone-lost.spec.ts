// One phone, twice: in a stranger's hand it tells nothing; in its owner's it opens with no signal and loses no word.

import { expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { lyingOn } from './lying-on.ts';
import { phone } from './people.ts';
import { giveLock } from './phone-lock.ts';

/** Its pages lie on the phone, and what they show has been heard. */
async function allIsKept(page: Page): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await page.evaluate(async () => {
          const names = await caches.keys();
          const counts = await Promise.all(
            names.map(async (name) => (await (await caches.open(name)).keys()).length),
          );
          const db = await new Promise<IDBDatabase>((resolve) => {
            const opening = indexedDB.open('mooring-kept');
            opening.onsuccess = () => resolve(opening.result);
          });
          const kept = await new Promise<string>((resolve) => {
            const reading = db.transaction('kept').objectStore('kept').get('heard');
            reading.onsuccess = () => resolve(String(reading.result?.sealed.length));
          });
          db.close();
          return `${counts.join()} ${kept}`;
        });
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [1_500], timeout: 20_000 },
    )
    .toBe(true);
}

/** To another page of the open app, as a tap on a link does. Loading it anew would shut it. */
async function turnTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
}

test.describe('the phone', () => {
  const clinic = withDemoClinic();

  test('tells a stranger nothing, and opens for its owner with no signal as it last was', async ({
    browser,
  }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'priya@home.example' });
    const page = await context.newPage();
    await giveLock(page);
    await page.goto('/app/more/phone');
    await page.getByRole('button', { name: 'Set it up' }).click();
    await expect(page.getByText('With no signal it opens', { exact: false })).toBeVisible();
    const box = page.getByRole('textbox', { name: 'Write in your journal' });
    await page.goto('/app/journal');
    await box.fill('The heron stood in the hall.');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(page.getByRole('article').filter({ hasText: 'heron' })).toContainText('Only you');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto('/app/');
    await allIsKept(page);

    await test.step('shut, with no network, it shows nothing and nothing readable lies on it', async () => {
      await context.setOffline(true);
      await page.goto('about:blank');
      await page.goto('/app/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('No link to the clinic');
      const { records, pages } = await lyingOn(page);
      expect(`${records}${pages}`).not.toMatch(/heron|Priya/);
      expect(records).not.toMatch(/ketamine|depress|diagnos|sertraline|to be taken out: true/i);
      expect(await accessFindings(page)).toEqual([]);
    });

    await test.step('its lock opens it as it last was, and says so', async () => {
      await page.getByRole('button', { name: 'Open with this phone’s lock' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Priya');
      await expect(
        page.getByText('No signal. You see what we knew today at', { exact: false }),
      ).toBeVisible();
      expect(await accessFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Journal' }).click();
      await expect(page.getByRole('article').filter({ hasText: 'heron' })).toBeVisible();
      await box.fill('It came back on the train.');
      await page.getByRole('button', { name: 'Keep it' }).click();
      await expect(page.getByText('it is safe on this phone', { exact: false })).toBeVisible();
    });

    await test.step('getting ready goes on: the letter, what is hoped for and what is feared are kept too', async () => {
      const keptHere = page.getByText('Saved here, not sent yet.', { exact: false });
      await turnTo(page, '/app/prepare/letter');
      await page.getByLabel('Your letter').fill('Dear me, it passes.');
      await page.getByRole('group', { name: 'It opens at' }).getByText('8:00 PM').click();
      await page.getByRole('button', { name: 'Shut the letter' }).click();
      await expect(page.getByText('Your letter is shut until', { exact: false })).toBeVisible();
      await expect(keptHere).toBeVisible();
      await turnTo(page, '/app/prepare/intention');
      await page.getByLabel('My own words').fill('To sleep again');
      await page.getByRole('button', { name: 'Keep these words' }).click();
      await expect(page.getByRole('article').filter({ hasText: 'To sleep again' })).toContainText(
        'not sent yet',
      );
      expect(await accessFindings(page)).toEqual([]);
      await turnTo(page, '/app/prepare/asked');
      await page.getByText('A fear', { exact: true }).click();
      await page.getByRole('textbox').first().fill('That it never stops');
      await page.getByRole('button', { name: 'Ask it' }).click();
      await expect(page.getByRole('article').filter({ hasText: 'never stops' })).toContainText(
        'not sent yet',
      );
      await turnTo(page, '/app/journal');
    });

    await test.step('and what was written goes when there is a signal', async () => {
      await context.setOffline(false);
      await expect(page.getByText('Not yet sent', { exact: false })).toHaveCount(0);
      await expect(page.getByText('No signal.', { exact: false })).toHaveCount(0, { timeout: 20_000 });
      await expect(page.getByRole('article').filter({ hasText: 'on the train' })).toContainText('Only you');
      await expect(page.getByRole('article').filter({ hasText: 'To sleep again' })).toContainText('Only you');
      await expect(page.getByText('Shut until', { exact: false })).toBeVisible();
      await turnTo(page, '/app/prepare/asked');
      await expect(page.getByText('The nurses have it.').first()).toBeVisible();
    });

    await test.step('signing out leaves nothing to open', async () => {
      await page.goto('/app/more/phone');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Come in');
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('No link to the clinic');
      await expect(page.getByRole('button', { name: 'Open with this phone’s lock' })).toHaveCount(0);
      expect((await lyingOn(page)).records).not.toContain('mooring-kept');
    });
    await context.close();
  });
});
