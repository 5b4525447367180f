// On a hard day: the line of the place, the clinic with its hours, who answers at night and one's own people, wherever it may
// hurt and with no network; a message that says by when it is answered; and one's whole record to take along.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone } from './people.ts';

test.describe('nobody is left alone with it', () => {
  const clinic = withDemoClinic();

  async function ana(browser: Browser): Promise<Page> {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'ana@home.example' });
    return await context.newPage();
  }

  /** What must stand there wherever distress may show. */
  async function showsEveryone(page: Page): Promise<void> {
    await expect(page.getByRole('link', { name: 'Call 988' }).first()).toBeVisible();
    await expect(page.getByText(/^Someone answers Monday to Friday/).first()).toBeVisible();
    await expect(page.getByText('At other hours a nurse on call answers here.').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call 555 0177' }).first()).toBeVisible();
  }

  test('the people, the line of the place and the hours stand wherever distress may show, with no network too', {
    tag: ['@S0-51'],
  }, async ({ browser }) => {
    const page = await ana(browser);
    await page.goto('/app/more/circle');
    await page.getByLabel('Their name').fill('Rosa');
    await page.getByLabel('Who they are to you').fill('Neighbor');
    await page.getByLabel('Their phone').fill('555 0177');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByText(/\/companion\/#/).innerText();

    for (const path of ['/app/screening/history', '/app/questions/phq-9']) {
      await page.goto(path);
      if (path.endsWith('phq-9')) await page.getByRole('button', { name: /help/i }).last().click();
      await showsEveryone(page);
    }
    await page.goto('/app/messages');
    await page.getByText('I cannot wait').click();
    await showsEveryone(page);
    expect(await accessFindings(page)).toEqual([]);
    await expectNothingBeside(page);

    // No network: the numbers are there before anyone could have been asked.
    await page.goto('/app/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.context().setOffline(true);
    const help = page.getByRole('button', { name: 'I need help' });
    await expect(help).toBeVisible();
    const waitedMs = await help.evaluate(
      (button) =>
        new Promise<number>((done) => {
          const from = performance.now();
          const look = (): void => {
            if (document.querySelector('a[href="tel:988"]') !== null) done(performance.now() - from);
            else requestAnimationFrame(look);
          };
          (button as HTMLElement).click();
          look();
        }),
    );
    expect(waitedMs).toBeLessThan(300);
    await expect(page.getByText('At other hours a nurse on call answers here.').first()).toBeVisible();
    await page.context().setOffline(false);

    // Whoever stands near has the same numbers on their own phone.
    const near = await openBrowserOf(browser, clinic(), { viewport: phone });
    const rosa = await near.newPage();
    await rosa.goto(link.match(/https?:\/\/\S+/)?.[0] ?? '');
    await rosa.getByRole('button', { name: /wrong|help/i }).click();
    await expect(rosa.getByRole('link', { name: '988' })).toBeVisible();
    await expect(rosa.getByText('At other hours a nurse on call answers here.')).toBeVisible();
    await near.close();

    // A message says by when, reaches whoever is on shift, and comes back with a name.
    await page.goto('/app/messages');
    await page.getByText('As soon as you can').click();
    await page.getByLabel('My message').fill('My ears ring since Sunday.');
    await page.getByRole('button', { name: 'Send it' }).click();
    await expect(page.getByText('The nurses have it.')).toBeVisible();
    await expect(page.getByText(/^We answer .* at the latest/).last()).toBeVisible();
    const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(desk, clinic(), { staff: 'maria' });
    const nurse = await desk.newPage();
    await nurse.goto('/clinic/messages');
    const card = nurse.getByRole('article').filter({ hasText: 'My ears ring since Sunday.' });
    await card.getByRole('button', { name: /^I will answer/ }).click();
    await expect(card.getByText(/answers this/)).toBeVisible();
    await card.getByRole('button', { name: /^Answer/ }).click();
    await card.getByLabel('What they will read').fill('Come at two, I will look.');
    await card.getByRole('button', { name: 'Send the answer' }).click();
    await expect(card).toHaveCount(0);
    await desk.close();
    await expect(page.getByText('Come at two, I will look.')).toBeVisible();

    // The whole of it to take along, made on the spot.
    await page.goto('/app/more/record');
    await page.getByRole('button', { name: 'Make my copy' }).click();
    await expect(page.getByText('Your copy is ready. This is inside:')).toBeVisible();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as data for another clinic' }).click();
    expect((await saved).suggestedFilename()).toMatch(/^record-\d{4}-\d\d-\d\d\.json$/);
    await page.context().close();
  });
});
