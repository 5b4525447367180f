// The question of a message where there is no signal: it opens again from the phone, keeps the answer sealed, says that it is not
// sent, shows the numbers, and sends it once when the line is back.
import { expect, test } from '@playwright/test';
import { enterAs, hoursAfterLastDose, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { lyingOn } from './lying-on.ts';
import { desktop, phone } from './people.ts';

test.describe('a question by link', () => {
  const clinic = withDemoClinic();

  test('opens with no signal, is honest about what was not sent, and sends it once', async ({ browser }) => {
    test.setTimeout(90_000);
    const { email, name } = await hoursAfterLastDose(clinic(), 24.2);
    const mail = await clinic().reminderTo(email);
    const link = mail?.body.match(/http\S+\/a\/#\S+/)?.[0] ?? '';
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('/answer-links/answers') && answer.ok())
        sent.push(answer.request().postData() ?? '');
    });
    const asks = page.getByRole('heading', { name: 'How steady do you feel inside?' });
    await page.goto(link);
    await expect(asks).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(async () => (await lyingOn(page)).pages, { message: 'the page and its files are kept' })
      .toMatch(/\/assets\/.*\.css/);

    await test.step('in the cellar she taps the message again', async () => {
      await context.setOffline(true);
      await page.goto('about:blank');
      await page.goto(link);
      await expect(asks).toBeVisible();
      await expect(
        page.getByText('There is no link to the internet just now.', { exact: false }),
      ).toBeVisible();
      await page.getByRole('button', { name: /^Shaky/ }).click();
      await expect(
        page.getByText('Not sent yet. It is sealed on this phone', { exact: false }),
      ).toBeVisible();
      await expect(page.getByText('Kept.', { exact: false })).toHaveCount(0);
      // The next question comes all the same.
      await page.getByRole('button', { name: 'A little' }).click();
      await page.getByText('I need help', { exact: true }).click();
      await expect(page.getByRole('link', { name: /988/ }).first()).toBeVisible();
      await page.getByText('I need help', { exact: true }).click();
      expect(await accessFindings(page)).toEqual([]);
      await expectNothingBeside(page);
      const { records, pages } = await lyingOn(page);
      expect(records).toContain('mooring-answers');
      expect(records).not.toMatch(/after-check|balance|shaky|some/);
      expect(`${records}${pages}`).not.toContain(link.split('#')[1]);
    });

    await test.step('without the link the page says what lies there, and opens nothing', async () => {
      await page.goto('about:blank');
      await page.goto(link.split('#')[0] ?? '');
      await expect(
        page.getByText('is sealed on this phone and not sent yet', { exact: false }),
      ).toBeVisible();
      await expect(page.getByText('Shaky')).toHaveCount(0);
    });

    await test.step('a red answer shows the numbers at once and says that it reached nobody', async () => {
      await page.goto('about:blank');
      await page.goto(link);
      await expect(
        page.getByText('What you answered before is not sent yet.', { exact: false }),
      ).toBeVisible();
      await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
      await page.getByRole('button', { name: /^I am losing my hold/ }).click();
      await expect(page.getByText('This has not reached the clinic.', { exact: false })).toBeVisible();
      await expect(page.getByRole('link', { name: /911/ }).first()).toBeVisible();
    });

    await test.step('back in the street it goes, with the numbers and whether someone has it', async () => {
      await context.setOffline(false);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await expect(page.getByText('This has reached the clinic.', { exact: false })).toBeVisible();
      await expect(page.getByText('This has not reached the clinic.', { exact: false })).toHaveCount(0);
      expect(sent.map((body) => JSON.parse(body).answer).sort()).toEqual(['losing', 'some']);
      const { records } = await lyingOn(page);
      expect(records).not.toMatch(/"waiting":[1-9]/);
      const staff = await openBrowserOf(browser, clinic(), { viewport: desktop });
      await enterAs(staff, clinic(), { staff: 'maria' });
      const desk = await staff.newPage();
      await desk.goto('/clinic/tasks');
      const losing = desk
        .getByRole('listitem')
        .filter({ hasText: 'Says after the dose that the ground goes' });
      await expect(losing.filter({ hasText: name }).first()).toBeVisible();
      await staff.close();
    });
    expect(clinic().logs().join('\n')).not.toMatch(/losing|shaky/);
    await context.close();
  });
});
