// Begun on the phone in the waiting line, gone on with on the tablet at home: at the very card, in the middle of the sentence.

import { expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { phone, tablet } from './people.ts';

const clinic = withDemoClinic();
const email = 'ana@home.example';

async function come(browser: Parameters<typeof openBrowserOf>[0], viewport: typeof phone): Promise<Page> {
  const context = await openBrowserOf(browser, clinic(), { viewport });
  await enterAs(context, clinic(), { email });
  return context.newPage();
}

/** The moment in which a second tap of a shaking hand is let go; by the page's own clock. */
async function goOn(page: Page): Promise<void> {
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((at) => performance.now() - at > 700, from);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
}

async function ownWords(page: Page) {
  await page.goto('/app/prepare/intention');
  await page.getByRole('button', { name: 'Change the words' }).click();
  return page.getByRole('textbox', { name: 'My own words' });
}

test('half of the cards and half an intention on the phone are gone on with on the tablet, and what was kept there does not come back', async ({
  browser,
}) => {
  const onPhone = await come(browser, phone);
  // Nobody outside can read what travels; how long it is says which it was.
  const carried = (what: unknown) =>
    onPhone.waitForResponse((answer) => {
      const sealed = 4 * Math.ceil((JSON.stringify(what).length + 16) / 3);
      return (
        answer.url().endsWith('/api/carried-drafts') &&
        answer.request().method() === 'PUT' &&
        answer.request().postDataJSON().words?.sealed.length === sealed
      );
    });

  await onPhone.goto('/app/prepare/know');
  await onPhone
    .getByRole('group', { name: /^Before you read/ })
    .getByRole('button', { name: '3', exact: true })
    .click();
  await expect(onPhone.getByText('Card 1 of 5')).toBeVisible();
  await goOn(onPhone);
  await expect(onPhone.getByText('Card 2 of 5')).toBeVisible();
  const read = carried({ read: 2, answers: [] });
  await goOn(onPhone);
  await expect(onPhone.getByText('Card 3 of 5')).toBeVisible();
  await read;

  const begun = carried('I would like to understand why I');
  await (await ownWords(onPhone)).fill('I would like to understand why I');
  await begun;
  const kept = await clinic().ask<{ name: string; sealed: Buffer }>(
    'select name, sealed from carried_drafts where sealed is not null',
  );
  expect(kept.some(({ name, sealed }) => /intention|know/.test(name) || sealed.includes('understand'))).toBe(
    false,
  );

  const onTablet = await come(browser, tablet);
  await onTablet.goto('/app/prepare/know');
  await expect(onTablet.getByText('Card 3 of 5')).toBeVisible();
  const words = await ownWords(onTablet);
  await expect(words).toHaveValue('I would like to understand why I');
  await words.fill('I would like to understand why I hurry.');
  await onTablet.getByRole('button', { name: 'Keep these words' }).click();
  await expect(onTablet.getByText('I would like to understand why I hurry.')).toBeVisible();

  await onPhone.goto('/app/prepare/intention');
  await expect(onPhone.getByText('I would like to understand why I hurry.')).toBeVisible();
  await onPhone.getByRole('button', { name: 'Change the words' }).click();
  await expect(onPhone.getByRole('textbox', { name: 'My own words' })).toHaveValue(
    'I would like to understand why I hurry.',
  );
  for (const page of [onPhone, onTablet]) await page.context().close();
});
