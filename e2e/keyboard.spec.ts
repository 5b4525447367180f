// Someone who uses no mouse: every step is a key, the place is always seen, and what opens over the page keeps the focus
// and gives it back.

import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { demoPassword } from '#server/demo';
import { enterAs, openBrowserOf, staffNamed, withDemoClinic } from './demo-clinic.ts';
import { expectFocusSeen } from './looking.ts';
import { desktop, phone, tablet } from './people.ts';

const mostStops = 90;

/** Goes on with Tab until it stands there, and looks at every stop on the way whether its place is seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    // After the last stop the browser's own bar has a turn, then it begins at the top.
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await expectFocusSeen(page);
  }
  throw new Error(`Not reached with ${mostStops} presses of Tab: ${target}`);
}

async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function typeIn(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

/** Round and round with Tab: what is open over the page never lets go of the focus. */
async function expectTrapped(page: Page, dialog: Locator): Promise<void> {
  await expect(dialog).toBeVisible();
  let left = 0;
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press(stops % 7 === 3 ? 'Shift+Tab' : 'Tab');
    const where = await page.evaluate(() => {
      const here = document.activeElement;
      // Between the last and the first stop the browser itself may hold the focus for one press.
      return here === null || here === document.body
        ? 'browser'
        : here.closest('dialog') === null
          ? 'page'
          : 'dialog';
    });
    expect(where).not.toBe('page');
    if (where === 'browser') left += 1;
  }
  expect(left).toBeLessThan(20);
}

test.describe('by keyboard alone', () => {
  const clinic = withDemoClinic();

  async function sit(
    browser: Parameters<typeof openBrowserOf>[0],
    viewport: { readonly width: number; readonly height: number },
    who?: Parameters<typeof enterAs>[2],
  ): Promise<{ context: BrowserContext; page: Page }> {
    const context = await openBrowserOf(browser, clinic(), { viewport });
    if (who !== undefined) await enterAs(context, clinic(), who);
    return { context, page: await context.newPage() };
  }

  test('the desk signs in and invites a stranger to screening', async ({ browser }) => {
    const { context, page } = await sit(browser, desktop);
    await page.goto('/clinic/');
    await typeIn(page, page.getByLabel('E-mail'), staffNamed('pat').email);
    await typeIn(page, page.getByLabel('Password'), demoPassword);
    await page.keyboard.press('Enter');
    // The box that was just asked for has the focus already.
    await expect(page.getByLabel('Six digits')).toBeFocused();
    await page.keyboard.type(clinic().codeOf('pat'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Pat Lind').first()).toBeVisible();

    await pressOn(page, page.getByRole('navigation').first().getByRole('link', { name: 'Inquiries' }));
    await pressOn(page, page.getByRole('link', { name: 'Jo', exact: true }));
    await typeIn(page, page.getByLabel('Given name'), 'Jo');
    await typeIn(page, page.getByLabel('Family name'), 'Almeida');
    await pressOn(page, page.getByRole('button', { name: 'Send the invitation' }));
    await expect(page.getByText('Invited to screening')).toBeVisible();
    expect((await clinic().mailTo('jo@home.example'))?.body).toMatch(/https?:\/\//);
    await context.close();
  });

  test('a prescriber asks one line of the sheet and overrides another with a reason @long', async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const { context, page } = await sit(browser, desktop, { staff: 'okafor' });
    await page.goto('/clinic/');
    await pressOn(page, page.getByRole('button', { name: 'Sam is here' }));
    await expect(page.getByText('Dose is closed').first()).toBeVisible();

    await pressOn(page, page.getByRole('button', { name: 'Ask: Risk question' }));
    // The focus went along to what was opened.
    await expect(page.getByRole('heading', { name: 'Risk question', exact: true })).toBeFocused();
    await pressOn(page, page.getByRole('radio').first(), 'Space');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);

    await page.keyboard.press('Shift+Tab');
    const row = (name: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await pressOn(page, page.getByRole('button', { name: 'Ask: Last food' }));
    await expect(page.getByRole('heading', { name: 'Last food', exact: true })).toBeFocused();
    await typeIn(
      page,
      page.getByRole('textbox', { name: 'Reason, in one sentence' }),
      'A cracker at six. Talked through.',
    );
    await pressOn(page, page.getByRole('button', { name: 'Sign the override' }));
    await expect(row('Last food')).toContainText('A cracker at six. Talked through.');
    await expect(row('Last food')).toContainText('Unknown, overridden by Dr. N. Okafor');
    await context.close();
  });

  test('a nurse takes a row in the room, and the sheet over it keeps the focus and gives it back', async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    const { context, page } = await sit(browser, tablet, { staff: 'maria' });
    await page.goto('/clinic/');
    await pressOn(page, page.getByRole('button', { name: 'Ana is here' }));
    await pressOn(page, page.getByRole('link', { name: 'Go to the room' }));
    const tile = page.getByRole('list').getByRole('button', { name: /^Two identifiers/ });
    await pressOn(page, tile);
    await expectTrapped(page, page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(tile).toBeFocused();

    await pressOn(page, page.getByRole('list').getByRole('button', { name: /^First readings/ }));
    for (const [sign, figure] of [
      ['Systolic', '122'],
      ['Diastolic', '76'],
      ['Pulse', '68'],
      ['SpO₂ %', '98'],
    ] as const) {
      await pressOn(page, page.getByRole('button', { name: new RegExp(`^${sign}: `) }));
      await page.keyboard.type(figure);
    }
    await pressOn(page, page.getByRole('button', { name: /^5\. / }), 'Space');
    await pressOn(page, page.getByRole('button', { name: /^Save row at/ }));
    await expect(page.getByText(/^Row of .* is saved on this device/)).toHaveCount(1);
    await expect(page.getByText(/122/).first()).toBeVisible();
    await context.close();
  });

  test('a patient goes from Today to her intention and keeps a line @long', async ({ browser }) => {
    test.setTimeout(90_000);
    const { context, page } = await sit(browser, phone, { email: 'priya@home.example' });
    await page.goto('/app/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Priya');
    await pressOn(page, page.getByRole('link', { name: 'See all of it' }));
    await pressOn(page, page.getByRole('link', { name: /^What I hope for/ }).first());
    await typeIn(page, page.getByRole('textbox', { name: 'My own words' }), 'To trust one decision.');
    await pressOn(page, page.getByRole('button', { name: 'Keep these words' }));
    await expect(page.getByText('To trust one decision.')).toBeVisible();

    // The way to a person is a sheet over the page: it keeps the focus and gives it back.
    const help = page.getByRole('button', { name: 'I need help' });
    await pressOn(page, help);
    await expectTrapped(page, page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await expect(help).toBeFocused();
    await context.close();
  });

  test('the public pages begin with a way past their navigation', async ({ browser }) => {
    const { context, page } = await sit(browser, phone);
    await page.goto('/first-session');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Go to the text' })).toBeFocused();
    await expectFocusSeen(page);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await pressOn(page, page.getByRole('link', { name: /Lozenge/ }).first());
    await expect(page).toHaveURL(/\/first-session\/lozenge/);
    await context.close();
  });
});
