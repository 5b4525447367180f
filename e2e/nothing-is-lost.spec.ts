// What was typed stays: through a sign-in that ended, through a link that is gone, on a tablet whose battery died, and in
// two tabs of two people.

import { expect, type Page, test } from '@playwright/test';
import { demoPassword } from '#server/demo';
import {
  type DemoClinic,
  enterAs,
  openBrowserOf,
  openMail,
  staffNamed,
  withDemoClinic,
} from './demo-clinic.ts';
import { desktop, phone, type StaffKey, tablet, typeOnKeys } from './people.ts';

const hour = 60 * 60_000;

test.describe('nothing is lost', () => {
  const clinic = withDemoClinic();

  test('a row taken with no link is saved here and not sent, outlives the tablet, and is sent once when the link is back', {}, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const maria = await sitDown(browser, clinic(), 'maria', tablet);
    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    await expect(maria.getByRole('list').getByRole('button', { name: /^First readings/ })).toBeVisible();
    const room = new URL(maria.url()).pathname;
    const tom = await sitDown(browser, clinic(), 'tom', tablet);
    await tom.goto(room);
    await expect(tom.getByRole('list').getByRole('button', { name: /^First readings/ })).toBeVisible();
    await expect(maria.getByText(/^All sent|^Nothing to send/)).toBeVisible();

    await maria.context().setOffline(true);
    // What is already open outlives the switch; a link that is gone takes that too. Tom’s opens again by itself.
    clinic().app.close();
    await maria
      .getByRole('list')
      .getByRole('button', { name: /^First readings/ })
      .click();
    for (const [index, figure] of ['131', '83', '71', '97'].entries()) {
      if (index > 0) await maria.getByRole('button', { name: 'Next', exact: true }).click();
      await typeOnKeys(maria, figure);
    }
    await maria.getByRole('button', { name: /^5\. / }).click();
    await maria.getByRole('button', { name: /^Save row at/ }).click();
    await expect(maria.getByText(/^\d+ saved here, not sent/)).toBeVisible();
    // It counts for whoever stands at the bed, and has not reached anyone else.
    await expect(maria.getByText(/131/).first()).toBeVisible();
    // Ten seconds without a word, and the screen says how old the others on it are.
    await expect(maria.getByText(/Others last heard \d+ s(econds)? ago/)).toBeVisible({ timeout: 20_000 });
    await expect(tom.getByText(/131/)).toHaveCount(0);

    // The tablet goes dark. Later somebody switches it on where there is a link, and does nothing.
    const context = maria.context();
    await maria.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(room);
    await expect(again.getByText(/^All sent/)).toBeVisible();
    await expect(tom.getByText(/131/).first()).toBeVisible();
    const kept = await clinic().ask<{ event_id: string }>(
      `select event_id from dosing_session_events where session_id = $1 and body::text ~ ': 131[,}]'`,
      [room.split('/').at(-2)],
    );
    expect(kept.length).toBe(1);
    for (const each of [again, tom]) await each.context().close();
  });

  test('the desk’s half-written answer and the prescriber’s reason lie under the lock and are sent after it', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const pat = await sitDown(browser, clinic(), 'pat', desktop);
    await pat.goto('/clinic/inquiries');
    await pat.getByRole('link', { name: 'Lucía' }).click();
    const answer = pat.getByLabel('To lucia@home.example');
    await answer.fill('Sí, atendemos en español. Le llamo esta tarde.');
    const okafor = await sitDown(browser, clinic(), 'okafor', desktop);
    await okafor.goto('/clinic/');
    await okafor.getByRole('button', { name: 'James is here' }).click();
    await okafor
      .getByRole('button', { name: /: Last food$/ })
      .filter({ visible: true })
      .click();
    const reason = okafor.getByRole('textbox', { name: 'Reason, in one sentence' });
    await reason.fill('A cracker at six. Talked through; the risk is small for this dose.');

    clinic().later(13 * hour);
    await pat.getByRole('button', { name: 'Send the answer' }).click();
    await expect(pat.getByRole('heading', { name: 'We locked the screen' })).toBeVisible();
    await unlock(pat, clinic(), 'pat');
    await expect(answer).toHaveValue('Sí, atendemos en español. Le llamo esta tarde.');
    await pat.getByRole('button', { name: 'Send the answer' }).click();
    await expect(pat.getByText('Answered', { exact: true })).toBeVisible();
    expect((await clinic().mailTo('lucia@home.example'))?.body).toContain('Le llamo esta tarde.');

    // The lock may fall by itself in the moment between: the hand is quicker or is not, and either way the reason lies under it.
    await okafor.getByRole('button', { name: 'Sign the override' }).dispatchEvent('click');
    await expect(okafor.getByRole('heading', { name: 'We locked the screen' })).toBeVisible();
    await unlock(okafor, clinic(), 'okafor');
    await expect(reason).toHaveValue('A cracker at six. Talked through; the risk is small for this dose.');
    for (const each of [pat, okafor]) await each.context().close();
  });

  test('a patient’s line lies under the lock while she comes in again, and is kept once', async ({
    browser,
  }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'grace@home.example' });
    const page = await context.newPage();
    await page.goto('/app/journal');
    const box = page.getByRole('textbox', { name: 'Write in your journal' });
    await box.fill('The heron was back on the');
    clinic().later(13 * hour);
    // The lock may fall by itself in the moment between.
    await page.getByRole('button', { name: 'Keep it' }).dispatchEvent('click');
    await expect(page.getByRole('heading', { name: 'We locked the screen' })).toBeVisible();
    await page.getByLabel('Your e-mail').fill('grace@home.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByText('Look in your mail')).toBeVisible();
    // The mail opens in a tab of its own; the first one notices when she comes back to it.
    const mail = await context.newPage();
    await openMail(mail, clinic(), 'grace@home.example');
    await expect(mail.getByRole('heading', { level: 1 })).toContainText('Grace');
    await mail.close();
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(page.getByRole('heading', { name: 'We locked the screen' })).toHaveCount(0);
    await expect(page.getByText('The heron was back on the')).toHaveCount(1);
    await expect(page.getByText('Not yet sent', { exact: false })).toHaveCount(0);
    await page.reload();
    await expect(page.getByText('The heron was back on the')).toHaveCount(1);
    await context.close();
  });

  test('a patient’s app opens with no network, and what she writes there is sent when there is one', async ({
    browser,
  }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'beth@home.example' });
    const page = await context.newPage();
    await page.goto('/app/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Beth');
    // The pages are fetched while she reads the first one.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto('/app/journal');
    await expect(page.getByRole('textbox', { name: 'Write in your journal' })).toBeVisible();
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('textbox', { name: 'Write in your journal' }).fill('On the ferry, no bars.');
    await page.getByRole('button', { name: 'Keep it' }).click();
    // Nobody can be asked who holds the phone, so it is sealed for her.
    await expect(page.getByText('One entry lies sealed on this phone.', { exact: false })).toBeVisible();
    await expect(page.getByText('On the ferry, no bars.')).toHaveCount(0);
    await context.setOffline(false);
    await page.reload();
    await expect(page.getByText('On the ferry, no bars.')).toHaveCount(1);
    await expect(page.getByText('Not yet sent', { exact: false })).toHaveCount(0);
    await context.close();
  });

  test('two people on one phone never meet each other’s words', async ({ browser }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'grace@home.example' });
    const grace = await context.newPage();
    await grace.goto('/app/journal');
    await grace.getByRole('textbox', { name: 'Write in your journal' }).fill('For nobody but me.');
    await expect(grace.getByText('it is kept on this phone, locked', { exact: false })).toBeVisible();
    // Theo borrows the phone in another tab, while hers is still open.
    await enterAs(context, clinic(), { email: 'theo@home.example' });
    const theo = await context.newPage();
    await theo.goto('/app/journal');
    await expect(theo.getByRole('textbox', { name: 'Write in your journal' })).toHaveValue('');
    await expect(theo.getByText('For nobody but me.')).toHaveCount(0);
    await grace.getByRole('button', { name: 'Keep it' }).click();
    await theo.reload();
    await expect(theo.getByRole('heading', { level: 1 })).toHaveText('Journal');
    await expect(theo.getByText('For nobody but me.')).toHaveCount(0);
    // She comes in again: her words are there, and nowhere else.
    await theo.close();
    await enterAs(context, clinic(), { email: 'grace@home.example' });
    await grace.goto('/app/journal');
    await expect(grace.getByText('For nobody but me.')).toHaveCount(1);
    await expect(grace.getByText('It did not reach the clinic. It is safe on this phone.')).toBeVisible();
    await grace.getByRole('button', { name: 'Send it again' }).click();
    await expect(grace.getByText('It did not reach the clinic.', { exact: false })).toHaveCount(0);
    await expect(grace.getByText('For nobody but me.')).toHaveCount(1);
    await grace.reload();
    await expect(grace.getByText('For nobody but me.')).toHaveCount(1);
    await enterAs(context, clinic(), { email: 'theo@home.example' });
    await grace.goto('/app/journal');
    await expect(grace.getByRole('heading', { level: 1 })).toHaveText('Journal');
    await expect(grace.getByText('For nobody but me.')).toHaveCount(0);
    await context.close();
  });

  test('two charts in two tabs keep their drafts apart', async ({ browser }) => {
    const okafor = await sitDown(browser, clinic(), 'okafor', desktop);
    const peter = await clinic().patientId('peter@home.example');
    const layla = await clinic().patientId('layla@home.example');
    await okafor.goto(`/clinic/patients/${peter}?tab=notes`);
    const other = await okafor.context().newPage();
    await other.goto(`/clinic/patients/${layla}?tab=notes`);
    const note = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });
    await note(okafor).fill('Peter: alprazolam talked through.');
    await note(other).fill('Layla: migraine with aura, asked again.');
    for (const page of [okafor, other]) await page.reload();
    await expect(note(okafor)).toHaveValue('Peter: alprazolam talked through.');
    await expect(note(other)).toHaveValue('Layla: migraine with aura, asked again.');
    await other.goto(`/clinic/patients/${peter}?tab=notes`);
    await expect(note(other)).toHaveValue('Peter: alprazolam talked through.');
    await okafor.context().close();
  });
});

async function sitDown(
  browser: Parameters<typeof openBrowserOf>[0],
  clinic: DemoClinic,
  key: StaffKey,
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const context = await openBrowserOf(browser, clinic, { viewport });
  await enterAs(context, clinic, { staff: key });
  return await context.newPage();
}

async function unlock(page: Page, clinic: DemoClinic, key: StaffKey): Promise<void> {
  const lock = page.getByRole('dialog', { name: 'We locked the screen' });
  await lock.getByLabel('E-mail').fill(staffNamed(key).email);
  await lock.getByLabel('Password').fill(demoPassword);
  await lock.getByRole('button', { name: 'Go on' }).click();
  await lock.getByLabel('Six digits').fill(clinic.codeOf(key));
  await lock.getByRole('button', { name: 'Sign in' }).click();
  await expect(lock).toHaveCount(0);
}
