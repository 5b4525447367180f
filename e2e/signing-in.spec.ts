// Who comes in, by which way, and what stays shut: a phone's own lock, a link that works once, a link that was taken back,
// an address that is somebody else's, and a chart the desk does not read.

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
import { desktop, phone } from './people.ts';
import { giveLock } from './phone-lock.ts';

/** What the browser itself says against a place on the home screen, and the manifest it read. */
async function homeScreenOf(
  page: Page,
): Promise<{ readonly against: readonly string[]; readonly manifest: string }> {
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const { errors, data = '' } = await devtools.send('Page.getAppManifest');
  const against = [
    ...errors.map((error) => error.message),
    ...installabilityErrors.map((error) => error.errorId),
  ];
  // Every window of a story is a private one, where no browser installs anything.
  return { against: against.filter((each) => each !== 'in-incognito'), manifest: data };
}

test.describe('signing in', () => {
  const clinic = withDemoClinic();

  test('a patient adds her phone’s lock, signs out, and comes in with it and no mail', async ({
    browser,
  }) => {
    const page = await open(browser, clinic(), phone);
    await askForLink(page, 'grace@home.example');
    await openMail(page, clinic(), 'grace@home.example');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Grace');
    await giveLock(page);
    await page.goto('/app/more/phone');
    await expect(page.getByRole('heading', { name: 'On your home screen' })).toBeVisible();
    const { against, manifest } = await homeScreenOf(page);
    expect(against).toEqual([]);
    expect(JSON.parse(manifest)).toMatchObject({
      name: 'Mooring',
      start_url: '/app/',
      display: 'standalone',
    });
    await page.getByRole('button', { name: 'Set it up' }).click();
    await expect(
      page.getByText('Next time this phone’s lock opens the door.', { exact: false }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Come in');
    await page.getByRole('button', { name: 'Use this phone’s lock' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Grace');
    await page.context().close();
  });

  test('a mailed link opens once, and says so in words the second time', async ({ browser }) => {
    const page = await open(browser, clinic(), phone);
    await askForLink(page, 'theo@home.example');
    await openMail(page, clinic(), 'theo@home.example');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Theo');
    // The same mail, opened on somebody else's phone.
    const other = await open(browser, clinic(), phone);
    await openMail(other, clinic(), 'theo@home.example');
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('This link did not open');
    await expect(other.getByText('Theo')).toHaveCount(0);
    // There is a way on from there, and the same words for an address nobody knows.
    await other.getByLabel('Your e-mail').fill('nobody@elsewhere.example');
    await other.getByRole('button', { name: 'Send me a link' }).click();
    await expect(
      other.getByText('If nobody@elsewhere.example is known here, a link is on its way.', { exact: false }),
    ).toBeVisible();
    expect(await clinic().mailTo('nobody@elsewhere.example')).toBeUndefined();
    // With the old link in hand nothing is typed: one tap, and the new one comes to the mailbox it belongs to.
    const third = await open(browser, clinic(), phone);
    await openMail(third, clinic(), 'theo@home.example');
    await clinic().ask("update outgoing_mail set created_at = created_at - interval '2 minutes'");
    await third.getByRole('button', { name: 'Send me a new link' }).click();
    await expect(third.getByText('If we know this link', { exact: false })).toBeVisible();
    await openMail(third, clinic(), 'theo@home.example');
    await expect(third.getByRole('heading', { level: 1 })).toContainText('Theo');
    for (const each of [page, other, third]) await each.context().close();
  });

  test('someone of the clinic needs both the password and the six digits, each of which is good once', async ({
    browser,
  }) => {
    const page = await open(browser, clinic(), desktop);
    await page.goto('/clinic/');
    await page.getByLabel('E-mail').fill(staffNamed('tom').email);
    await page.getByLabel('Password').fill('not his password');
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue(staffNamed('tom').email);
    await page.getByLabel('Password').fill(demoPassword);
    await page.getByRole('button', { name: 'Go on' }).click();
    const code = clinic().codeOf('tom');
    await page.getByLabel('Six digits').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('Tom Berg').first()).toBeVisible();

    const other = await open(browser, clinic(), desktop);
    await other.goto('/clinic/');
    await other.getByLabel('E-mail').fill(staffNamed('tom').email);
    await other.getByLabel('Password').fill(demoPassword);
    await other.getByRole('button', { name: 'Go on' }).click();
    await other.getByLabel('Six digits').fill(code);
    await other.getByRole('button', { name: 'Sign in' }).click();
    await expect(other.getByRole('alert')).toBeVisible();
    await expect(other.getByLabel('Six digits')).toBeVisible();
    for (const each of [page, other]) await each.context().close();
  });

  test('a companion’s link that was taken back shows nothing more, and says whom to ask', async ({
    browser,
  }) => {
    const page = await open(browser, clinic(), phone);
    await enterAs(page.context(), clinic(), { email: 'priya@home.example' });
    await page.goto('/app/prepare/ride');
    await page.getByLabel('Their name').fill('Dev');
    await page.getByLabel('Who they are to you').fill('partner');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link =
      (
        await page
          .getByText(/\/companion\/#/)
          .first()
          .innerText()
      ).match(/https?:\/\/\S+/)?.[0] ?? '';

    const dev = await open(browser, clinic(), phone);
    await dev.goto(link);
    await dev.getByRole('button', { name: /Yes/ }).click();
    await expect(dev.getByText(/You said yes/)).toBeVisible();

    await page.getByRole('button', { name: 'End the link' }).click();
    await expect(page.getByText(/Their link works (until|to the end)/)).toHaveCount(0);
    // On the phone in the car it ends by itself; and opening the message once more changes nothing.
    await expect(dev.getByRole('heading', { level: 1 })).toHaveText('This link has ended', {
      timeout: 25_000,
    });
    await expect(dev.getByText('Priya')).toHaveCount(0);
    const again = await dev.context().newPage();
    await again.goto(link);
    await expect(again.getByRole('heading', { level: 1 })).toHaveText('This link has ended');
    await expect(again.getByText('Priya')).toHaveCount(0);
    await expect(dev.getByRole('button', { name: /something is wrong/i })).toBeVisible();
    for (const each of [page, dev]) await each.context().close();
  });

  test('an address that is somebody else’s shows what an address of nobody shows', async ({ browser }) => {
    const page = await open(browser, clinic(), phone);
    const [entry] = await clinic().ask<{ id: string }>(
      'select id from own_words where patient_id = $1 limit 1',
      [await clinic().patientId('helen@home.example')],
    );
    const [session] = await clinic().ask<{ id: string }>(
      'select id from dosing_sessions where patient_id = $1 limit 1',
      [await clinic().patientId('helen@home.example')],
    );
    await enterAs(page.context(), clinic(), { email: 'grace@home.example' });
    for (const [path, nobodys] of [
      [`/app/journal/${entry?.id}`, '/app/journal/6d6f6f72-0000-4000-8000-000000000000'],
      [`/app/after/${session?.id}`, '/app/after/6d6f6f72-0000-4000-8000-000000000000'],
    ] as const) {
      const shown: string[] = [];
      for (const address of [path, nobodys]) {
        await page.goto(address);
        await expect(page.getByRole('main')).toContainText(/nothing|no |not /i);
        await page.waitForTimeout(400);
        shown.push(await page.getByRole('main').innerText());
      }
      expect(shown[0]).toBe(shown[1]);
      expect(shown[0]).not.toContain('Helen');
    }
    // A patient at the clinic's door is sent to her own place, and meets nobody's name there.
    await page.goto(`/clinic/patients/${await clinic().patientId('helen@home.example')}`);
    await expect(page.getByRole('heading', { name: 'This side is for the clinic’s staff' })).toBeVisible();
    await expect(page.getByText('Stroud')).toHaveCount(0);
    await page.context().close();
  });

  test('the desk sees whom to call and when they come, and nothing of why', async ({ browser }) => {
    const helen = await clinic().patientId('helen@home.example');
    const sees = async (key: 'pat' | 'okafor'): Promise<string> => {
      const page = await open(browser, clinic(), desktop);
      await enterAs(page.context(), clinic(), { staff: key });
      const answers: string[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/api/patients/') && response.ok())
          response.text().then(
            (text) => answers.push(text),
            () => undefined,
          );
      });
      await page.goto(`/clinic/patients/${helen}?tab=record`);
      await expect(page.getByRole('heading', { name: 'Helen Stroud' })).toBeVisible();
      await page.waitForTimeout(800);
      const words = `${await page.getByRole('main').innerText()}\n${answers.join('\n')}`;
      await page.context().close();
      return words;
    };
    // The prescriber's page has these, so their absence at the desk says something.
    const clinical = [/zoloft|sertraline/i, /depression/i];
    const chart = await sees('okafor');
    for (const words of clinical) expect(chart).toMatch(words);
    const desk = await sees('pat');
    for (const words of clinical) expect(desk).not.toMatch(words);
    expect(desk).toContain('helen@home.example');
  });
});

async function open(
  browser: Parameters<typeof openBrowserOf>[0],
  clinic: DemoClinic,
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const context = await openBrowserOf(browser, clinic, { viewport });
  return await context.newPage();
}

async function askForLink(page: Page, email: string): Promise<void> {
  await page.goto('/app/');
  await page.getByLabel('Your e-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByText('Look in your mail')).toBeVisible();
}
