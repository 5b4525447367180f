// A day without computers: the papers are made, printed and saved; what was written on one is typed back with the times of the
// paper and the name of who saw it; and nothing that is still only on paper goes out of sight.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone } from './people.ts';

const hour = 3_600_000;

test.describe('a day without computers', () => {
  const clinic = withDemoClinic();

  test('today is on paper before it is needed, and comes back with its own times and names @long', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    // The morning went by on paper; it is early afternoon when the computers are back.
    clinic().later(5 * hour);
    const context = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(context, clinic(), { staff: 'maria' });
    const page = await context.newPage();
    await page.goto('/clinic/');
    await page.getByRole('navigation').getByText('More').click();
    await page.getByRole('link', { name: 'Downtime', exact: true }).click();

    await expect(page.getByText(/did not make itself this morning/)).toBeVisible();
    await page.getByRole('button', { name: 'Make today’s pack' }).click();
    const sides = page.locator('.pk-side');
    await expect(sides.first()).toBeVisible();
    const sheet = page.locator('.pk-side').filter({ hasText: 'Timed sheet' }).first();
    const code = await sheet.locator('.pk-code').innerText();
    const front = page
      .locator('.pk-side')
      .filter({ hasText: code })
      .filter({ hasText: 'Signed order' })
      .first();
    await expect(front).toContainText('Allergies');
    await expect(front).toContainText('EXAMPLE. Not approved by a clinician');
    for (const side of await sides.all())
      await expect(side).toContainText('What came after is not on this page.');
    expect(await accessFindings(page)).toEqual([]);
    await page.screenshot({
      path: `${process.env.PICTURES ?? 'test-results'}/downtime-desk.png`,
      fullPage: true,
    });

    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(sheet).toBeVisible();
    await page.pdf({ path: `${process.env.PICTURES ?? 'test-results'}/downtime.pdf`, format: 'Letter' });
    await page.emulateMedia({ media: 'screen' });

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const file = readFileSync(await saved.path(), 'utf8');
    expect(file).toContain(code);
    expect(file).toContain('.pk-side');
    expect(file).not.toMatch(/<script|https?:\/\//);

    await page.getByLabel('Code on the sheet').fill('ABCDE-F');
    await page.getByRole('button', { name: 'Find the sheet' }).click();
    await expect(page.getByText(/not a code of ours|has this code/)).toBeVisible();
    await page.getByLabel('Code on the sheet').fill(code.toLowerCase().replace('-', ' '));
    await page.getByRole('button', { name: 'Find the sheet' }).click();
    const open = page.getByRole('button', { name: 'Open it, they were here' });
    const heading = page.getByRole('heading', { name: /^From paper: / });
    await expect(open.or(heading)).toBeVisible();
    if (await open.isVisible()) await open.click();
    await expect(heading).toBeVisible();
    await expect(page.getByText('the start of the dose is not typed')).toBeVisible();

    const keepOther = async (kind: string, time: string, boxes: Readonly<Record<string, string>>) => {
      await page.getByLabel('What stands on the paper').selectOption({ label: kind });
      await page.getByLabel('Time on the paper').fill(time);
      await page.getByLabel('Who saw it then').selectOption({ label: 'Tom Berg' });
      for (const [label, text] of Object.entries(boxes)) {
        const box = page.getByLabel(label);
        if ((await box.evaluate((element) => element.tagName)) === 'SELECT')
          await box.selectOption({ label: text });
        else await box.fill(text);
      }
      await page.getByRole('button', { name: 'Keep this' }).click();
    };
    await keepOther('Dose started, by pump', '9:00', { 'Dose, mg': '40' });
    await expect(page.getByText('Strength, mg/mL: type what stands on the paper.')).toBeVisible();
    await keepOther('Dose started, by pump', '9:00', {
      'Dose, mg': '40',
      'Strength, mg/mL': '10',
      'Rate, mg/min': '1',
      'Planned, minutes': '40',
    });
    await expect(page.getByText('Dose started, by pump, 9:00: kept.')).toBeVisible();

    const line = async (cells: readonly string[]) => {
      await page.getByLabel('Time', { exact: true }).focus();
      for (const cell of cells) {
        await page.keyboard.type(cell);
        await page.keyboard.press('Tab');
      }
      await page.getByLabel('Who saw it', { exact: true }).selectOption({ label: 'Tom Berg' });
      await page.getByLabel('Who saw it', { exact: true }).press('Enter');
    };
    await line(['9:00', '131', '82', '76', '97', '14', '5', 'none']);
    await expect(page.getByText('The line of 9:00 is kept.')).toBeVisible();
    await expect(page.getByLabel('Time', { exact: true })).toBeFocused();
    await line(['910', '138', '84', '80', 'x', '', '4', 'dizzy']);
    await expect(page.getByText('The line of 9:10 is kept.')).toBeVisible();
    await line(['9:20', '13800', '84']);
    await expect(page.getByText(/Systolic blood pressure/).first()).toBeVisible();
    await expect(page.getByLabel('Upper')).toHaveValue('13800');
    expect(await accessFindings(page)).toEqual([]);
    await page.getByLabel('Upper').fill('138');
    await page.getByLabel('Upper').press('Enter');
    await expect(page.getByText('The line of 9:20 is kept.')).toBeVisible();
    await keepOther('Dose stopped', '9:40', { Why: 'Complete' });
    await expect(page.getByText('Dose stopped, 9:40: kept.')).toBeVisible();
    await keepOther('They left', '10:20', { 'With whom': 'Luz', 'Who is their': 'sister' });
    await expect(page.getByText('They left, 10:20: kept.')).toBeVisible();

    const kept = page.getByRole('row').filter({ hasText: '9:10' });
    await expect(kept).toContainText('138 / 84');
    await expect(kept).toContainText('not read');
    await expect(kept).toContainText('Tom Berg');
    await expect(kept).toContainText('from paper by Maria Ruiz');

    const missing = page.getByRole('button', { name: /^Nothing on the paper at/ });
    await expect(missing.first()).toBeVisible();
    const before = await missing.count();
    await missing.first().click();
    await expect(missing).toHaveCount(before - 1);
    await expect(page.getByText(/nothing on the paper, Maria Ruiz/)).toBeVisible();
    await page.screenshot({
      path: `${process.env.PICTURES ?? 'test-results'}/downtime-back.png`,
      fullPage: true,
    });

    await page.getByRole('link', { name: 'Open the room' }).click();
    const written = page.getByRole('button', { name: /^Everything written/ });
    await written.first().click();
    await expect(page.getByText('seen by Tom Berg, typed from paper by Maria Ruiz').first()).toBeVisible();

    const small = await openBrowserOf(browser, clinic(), { viewport: phone, night: true });
    await enterAs(small, clinic(), { staff: 'pat' });
    const desk = await small.newPage();
    await desk.goto('/clinic/downtime');
    await expect(desk.getByRole('table')).toBeVisible();
    await expect(desk.getByText(/ketamine|allerg|infusion|mg/i)).toHaveCount(0);
    await expect(desk.getByRole('button', { name: 'Today’s pack' })).toHaveCount(0);
    expect(await accessFindings(desk)).toEqual([]);
    await desk.screenshot({
      path: `${process.env.PICTURES ?? 'test-results'}/downtime-desk-phone.png`,
      fullPage: true,
    });
    await expectNothingBeside(desk);
  });
});
