// Practice on the room's own tablet: a made-up person whose pressure rises to 200, met as it would be met, and the training
// record that comes of it. The board and the drug book never hear of it.

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone, tablet } from './people.ts';
import { fillRow } from './put-ready.ts';

const minuteMs = 60_000;

test.describe('the drill room', () => {
  const clinic = withDemoClinic();

  test('a pressure of 200 is met on the tablet, and told line by line @long', async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(context, clinic(), { staff: 'maria' });
    const page = await context.newPage();
    const later = (ms: number) => turn(context, ms);
    const boardBefore = await board(context);

    await page.goto('/clinic/drills');
    await page.getByRole('radio', { name: /^Pressure of 200/ }).check();
    await page.getByRole('radio', { name: /^Drip/ }).check();
    await expect(page.getByText('EXAMPLE. Not approved by a clinician. House numbers.')).toBeVisible();
    await page.getByLabel('Room', { exact: true }).selectOption({ label: 'Room 4' });
    await page.getByLabel('Who leads').selectOption({ label: 'Dr. N. Okafor' });
    await picture(page, 'drills');
    expect(await accessFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start now' }).click();

    await expect(page.getByRole('heading', { name: /Drill patient, nobody real/ })).toBeVisible();
    await expect(page.getByText('Lies still, eyes closed, breathes evenly.')).toBeVisible();
    await expect(page).toHaveTitle('DRILL, Mooring');
    await later(minuteMs);
    await expect(page.getByText('200 / 118').first()).toBeVisible();
    await picture(page, 'drill-room');
    await page.setViewportSize(phone);
    await expectNothingBeside(page);
    await picture(page, 'drill-room-phone');
    await page.setViewportSize(tablet);
    await page.getByRole('button', { name: 'I see it' }).click();
    await expect(page.getByText(/Seen by Maria Ruiz in \d+ s/)).toBeVisible();
    await page.getByRole('button', { name: 'Mark pause' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pressure high' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Pump is paused now' }).click();
    await expect(page.getByText(/^Pump paused since/)).toBeVisible();
    await page.getByRole('button', { name: 'Help given, first moves' }).first().click();
    await page.getByRole('button', { name: /^Called a colleague in/ }).click();
    await expect(page.getByRole('button', { name: /^Called a colleague in.*Maria Ruiz/ })).toBeVisible();
    await page.getByRole('button', { name: /^Very high pressure/ }).click();
    await expect(page.getByText('Rest, and measure again.')).toBeVisible();
    await picture(page, 'drill-help');
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();

    await later(5 * minuteMs);
    await expect(page.getByText(/again/).first()).toBeVisible();
    const cuff = await page
      .getByRole('region', { name: 'The made-up person' })
      .getByText(/^\d{3}\/\d{2,3}$/)
      .innerText();
    const [upper = '', lower = ''] = cuff.split('/');
    expect(Number(upper)).toBeGreaterThan(180);
    await fillRow(page, [upper, lower, '90', '97'], 5);

    await page.getByRole('button', { name: 'Medicine given' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Medicine', { exact: true }).fill('Labetalol');
    await sheet.getByLabel('Dose, as given').fill('as in the order');
    await sheet.getByRole('button', { name: 'By vein' }).click();
    await sheet.getByLabel('For what').fill('Pressure');
    await sheet.getByLabel('Ordered by').fill('Dr. N. Okafor, by phone');
    await sheet.getByRole('button', { name: 'Given now' }).click();
    await expect(sheet).toBeHidden();

    await later(8 * minuteMs);
    await expect(page.getByText('“The pounding is gone.”')).toBeVisible();
    await page.getByRole('button', { name: 'Medicine given' }).first().click();
    await sheet.getByLabel(/^After Labetalol/).fill('Down to 150');
    await sheet.getByRole('button', { name: 'Save what followed' }).click();
    await expect(sheet.getByLabel(/^After Labetalol/)).toHaveCount(0);
    await sheet.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByText(/^All sent/).first()).toBeVisible();

    await page.getByRole('button', { name: 'End the drill' }).click();
    await page.getByRole('button', { name: 'Yes, end the drill' }).click();
    await expect(page.getByRole('heading', { name: 'Training record: Pressure of 200' })).toBeVisible();
    const line = (words: string) => page.getByRole('row').filter({ hasText: words });
    for (const words of [
      'The alert is answered',
      'The pump is paused or stopped',
      'A colleague is called in',
      'The pressure is measured again',
      'Medicine by the clinic’s own order',
      'What followed the medicine is written down',
    ]) {
      await expect(line(words)).toContainText('Done in time');
      await expect(line(words)).toContainText('by Maria Ruiz');
    }
    await expect(page.getByText(/passed/i)).toHaveCount(0);
    await page.getByRole('button', { name: /^Sign as trainee/ }).click();
    // A quarter of an hour has passed since she came in, so she shows again that it is her.
    await page.getByLabel('Six digits').fill(clinic().codeOf('maria'));
    await page.getByRole('button', { name: 'It is me' }).click();
    await expect(page.getByText(/^Maria Ruiz, as trainee/)).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);
    await picture(page, 'drill-record');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(phone);
    await expectNothingBeside(page);
    await picture(page, 'drill-record-phone');
    await page.setViewportSize(tablet);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(line('The alert is answered')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });

    expect(await board(context)).toEqual(boardBefore);
    await page.goto('/clinic/board');
    await expect(page.getByText('0 dosing', { exact: false })).toBeVisible();
    await expect(page.getByText(/drill/i)).toHaveCount(0);

    const owner = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(owner, clinic(), { staff: 'dana' });
    const dana = await owner.newPage();
    await dana.goto('/clinic/drills');
    const row = dana.getByRole('row').filter({ hasText: 'Maria Ruiz' });
    await expect(row).toContainText('6 in time, 0 late, 0 not done, 0 not known');
    await row.getByRole('link').first().click();
    await dana.getByRole('button', { name: /^Sign as trainer/ }).click();
    await expect(dana.getByText(/^Dana Cole, as trainer/)).toBeVisible();
    await expectNothingBeside(dana);
    await owner.close();
    await context.close();
  });

  test('rows written while the link is gone stay on the tablet and go when it is back', async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const context = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(context, clinic(), { staff: 'tom' });
    const page = await context.newPage();
    await page.goto('/clinic/drills');
    await page.getByRole('radio', { name: /^No network/ }).check();
    await page.getByRole('radio', { name: /^Injection/ }).check();
    await page.getByLabel('Room', { exact: true }).selectOption({ label: 'Room 4' });
    await page.getByRole('button', { name: 'Start now' }).click();
    await expect(page.getByText('Lies still, eyes closed, breathes evenly.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Give injection 2, 20 mg/ })).toBeVisible();
    await turn(context, 35_000);
    await expect(page.getByText('The link of this device is gone. What you save stays here.')).toBeVisible();
    await turn(context, 30_000);
    await fillRow(page, ['132', '84', '80', '98'], 5);
    await expect(page.getByText(/^\d+ saved here, not sent/).first()).toBeVisible();
    await turn(context, 4 * minuteMs);
    await expect(page.getByText('The link is back.')).toBeVisible();
    await expect(page.getByText(/^All sent/).first()).toBeVisible();
    await turn(context, 2 * minuteMs);
    await page.getByRole('button', { name: 'End the drill' }).click();
    await page.getByRole('button', { name: 'Yes, end the drill' }).click();
    for (const words of [
      'The row that is due is taken all the same',
      'What was written without a link is with the clinic',
    ])
      await expect(page.getByRole('row').filter({ hasText: words })).toContainText('Done in time');
    await context.close();
  });

  /** The clinic and the tablet move on together, as in a real quarter of an hour. */
  async function turn(context: BrowserContext, ms: number): Promise<void> {
    clinic().later(ms);
    for (const page of context.pages()) await page.clock.fastForward(ms);
  }

  async function board(context: BrowserContext): Promise<unknown> {
    const told = await context.request.get(`${clinic().origin}/api/board`, { headers: { 'x-mooring': '1' } });
    const { rows, dosingNow } = (await told.json()) as {
      rows: { roomId: string; sessionId?: string; phase?: string }[];
      dosingNow: number;
    };
    return [dosingNow, rows.map(({ roomId, sessionId, phase }) => [roomId, sessionId, phase])];
  }

  async function picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: `${process.env.PICTURES ?? 'test-results'}/${name}.png` });
  }
});
