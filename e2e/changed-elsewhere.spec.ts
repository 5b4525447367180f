// An entry of the journal is changed with no line, and somewhere else meanwhile: it goes when there is a line, and nothing is
// written over the other before its author has read both.
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { phone } from './people.ts';

test.describe('one entry on two devices', () => {
  const clinic = withDemoClinic();
  const ana = 'ana@home.example';

  async function device(
    browser: Parameters<typeof openBrowserOf>[0],
    email = 'helen@home.example',
  ): Promise<[BrowserContext, Page]> {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email });
    const page = await context.newPage();
    await page.goto('/app/journal');
    await expect(page.getByRole('textbox', { name: 'Write in your journal' })).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    return [context, page];
  }

  const box = (page: Page) => page.getByRole('textbox', { name: 'Your words' });
  const save = (page: Page) => page.getByRole('button', { name: 'Save the change' });

  async function change(page: Page, words: string): Promise<void> {
    await box(page).fill(words);
    await save(page).click();
  }

  async function backOnLine(context: BrowserContext, page: Page): Promise<void> {
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event('online')));
  }

  test('a change made with no line is sent later, and one made elsewhere meanwhile is not lost', async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const [train, page] = await device(browser);
    await page.getByRole('textbox', { name: 'Write in your journal' }).fill('The heron stood.');
    await page.getByRole('button', { name: 'Keep it' }).click();
    const entry = page.getByRole('article').filter({ hasText: 'The heron' });
    await entry.getByRole('link', { name: 'Open' }).click();
    await expect(box(page)).toHaveValue('The heron stood.');
    const { pathname } = new URL(page.url());
    const waits = page.getByText('The change is not sent yet.', { exact: false });

    await test.step('in the tunnel the change is safe here and said to wait', async () => {
      await train.setOffline(true);
      await change(page, 'The heron stood in the hall.');
      await expect(waits).toBeVisible();
      await page.getByRole('link', { name: 'Journal' }).first().click();
      await expect(entry).toContainText('stood in the hall');
      await expect(entry).toContainText('The change is not sent yet.');
      await entry.getByRole('link', { name: 'Open' }).click();
      await expect(box(page)).toHaveValue('The heron stood in the hall.');
      // What is added meanwhile waits for it, and is kept as it is typed.
      await box(page).fill('The heron stood in the hall. It');
      await expect(page.getByRole('button', { name: 'The last change goes first' })).toBeVisible();
      expect(await accessFindings(page, 'contrast')).toEqual([]);
    });

    await test.step('out of it the change goes, and what was added stays to be saved', async () => {
      await backOnLine(train, page);
      await expect(save(page)).toBeVisible();
      await change(page, 'The heron stood in the hall. It waited.');
      await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
    });

    const [home, tablet] = await device(browser);
    await tablet.goto(pathname);
    await expect(box(tablet)).toHaveValue('The heron stood in the hall. It waited.');

    await test.step('changed in both places, neither is written over the other', async () => {
      await train.setOffline(true);
      await change(page, 'The heron flew off.');
      await expect(waits).toBeVisible();
      await change(tablet, 'The heron never moved.');
      await expect(tablet.getByText('Saved.', { exact: true })).toBeVisible();
      await backOnLine(train, page);
      await expect(
        page.getByText('This entry was changed in another place too.', { exact: false }),
      ).toBeVisible();
      await expect(page.getByRole('article').filter({ hasText: 'flew off' })).toBeVisible();
      await expect(page.getByRole('article').filter({ hasText: 'never moved' })).toBeVisible();
      expect(await accessFindings(page)).toEqual([]);
      await expectNothingBeside(page);
      await tablet.reload();
      await expect(box(tablet)).toHaveValue('The heron never moved.');
    });

    await test.step('she chooses, and both devices have it', async () => {
      await page.getByRole('button', { name: 'Keep the one from here' }).click();
      await expect(box(page)).toHaveValue('The heron flew off.');
      await tablet.reload();
      await expect(box(tablet)).toHaveValue('The heron flew off.');
      await page.goto('/app/journal');
      await expect(entry).toContainText('flew off');
      await expect(waits).toHaveCount(0);
    });
    expect(clinic().logs().join('\n')).not.toMatch(/heron/);
    for (const context of [train, home]) await context.close();
  });

  test('an intention written twice with no line takes no other device’s place, and its page leads to the choice', async ({
    browser,
  }) => {
    const [train, page] = await device(browser, ana);
    const [home, tablet] = await device(browser, ana);
    const write = async (where: Page, words: string): Promise<void> => {
      await where.getByRole('button', { name: 'Change the words' }).click();
      await where.getByRole('textbox', { name: 'My own words' }).fill(words);
      await where.getByRole('button', { name: 'Keep these words' }).click();
      await expect(where.getByText(words)).toBeVisible();
    };
    for (const where of [page, tablet]) {
      await where.goto('/app/prepare/intention');
      await expect(where.getByRole('button', { name: 'Change the words' })).toBeVisible();
    }

    await test.step('both changes made in the tunnel are safe here', async () => {
      await train.setOffline(true);
      await write(page, 'I want to rest.');
      await write(page, 'I want to rest without guilt.');
      await expect(page.getByText('Saved here, not sent yet.', { exact: false })).toBeVisible();
    });

    await test.step('out of it neither goes over what was written at home', async () => {
      await write(tablet, 'I want to hurry less.');
      await backOnLine(train, page);
      const card = page.getByRole('main').getByText('The clinic has other words of yours.', { exact: false });
      await expect(card).toBeVisible();
      expect(await accessFindings(page, 'contrast')).toEqual([]);
      await expectNothingBeside(page);
      await tablet.reload();
      await expect(tablet.getByText('I want to hurry less.')).toBeVisible();
    });

    await test.step('the page leads to both, and what is chosen stands on both devices', async () => {
      await page.getByRole('link', { name: 'Read both and choose' }).click();
      await expect(page.getByRole('article').filter({ hasText: 'hurry less' })).toBeVisible();
      await expect(page.getByRole('article').filter({ hasText: 'without guilt' })).toBeVisible();
      await page.getByRole('button', { name: 'Keep the one from here' }).click();
      await expect(box(page)).toHaveValue('I want to rest without guilt.');
      await tablet.reload();
      await expect(tablet.getByText('I want to rest without guilt.')).toBeVisible();
      await page.goto('/app/prepare/intention');
      await expect(page.getByText('I want to rest without guilt.')).toBeVisible();
      await expect(page.getByText('The clinic has other words of yours.', { exact: false })).toHaveCount(0);
    });
    expect(clinic().logs().join('\n')).not.toMatch(/guilt|hurry less/);
    for (const context of [train, home]) await context.close();
  });
});
