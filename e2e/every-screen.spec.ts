// Every page of the house, opened by the people it is for, by day and by night: readable, unbroken, and nothing on it
// that a person must first look at is filled in already.

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import {
  enterAs,
  followRequests,
  openBrowserOf,
  staffNamed,
  watchFaults,
  withDemoClinic,
} from './demo-clinic.ts';
import { accessFindings, sideScroll, withWholeInSight } from './looking.ts';
import { desktop, phone, type StaffKey, tablet } from './people.ts';

type Opened = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens a page and looks at it: by day in full, by night for its colours. */
  look(path: string): Promise<void>;
  /** Looks at what stands on the screen now. */
  lookHere(name: string): Promise<void>;
  /** Opens a page and asks only whether it is whole. */
  open(path: string): Promise<void>;
  findings(): readonly string[];
};

test.describe('every screen', { tag: '@long' }, () => {
  const clinic = withDemoClinic();

  async function come(
    browser: Parameters<typeof openBrowserOf>[0],
    who: Parameters<typeof enterAs>[2] | undefined,
    viewport: { readonly width: number; readonly height: number },
  ): Promise<Opened> {
    const context = await openBrowserOf(browser, clinic(), { viewport });
    if (who !== undefined) await enterAs(context, clinic(), who);
    const page = await context.newPage();
    const faults = watchFaults(page);
    const settled = followRequests(page);
    const findings: string[] = [];
    let told = 0;

    async function open(path: string): Promise<void> {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
      await settled();
      if ((await sideScroll(page)) > 0)
        findings.push(`${path}: ${await sideScroll(page)} pixels to the side`);
      for (const fault of faults().slice(told)) findings.push(`${path}: ${fault}`);
      told = faults().length;
    }
    async function lookHere(name: string): Promise<void> {
      await settled();
      const found = await withWholeInSight(page, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        const byDay = await accessFindings(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        const byNight = await accessFindings(page, 'contrast');
        return [
          ...byDay.map((finding) => `${name}: ${finding}`),
          ...byNight.map((finding) => `${name} by night: ${finding}`),
        ];
      });
      findings.push(...found);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize(viewport);
    }
    return {
      context,
      page,
      open,
      lookHere,
      async look(path) {
        await open(path);
        await lookHere(path);
      },
      findings: () => findings,
    };
  }

  test('of a patient, on her phone on the morning of her dose', async ({ browser }) => {
    test.setTimeout(150_000);
    const ana = await come(browser, { email: 'ana@home.example' }, phone);
    for (const path of [
      '/app/',
      '/app/learn',
      '/app/learn/risks',
      '/app/breathe',
      '/app/journal',
      '/app/more',
      '/app/more/record',
      '/app/more/who-looked',
      '/app/more/appointments',
      '/app/more/circle',
      '/app/more/phone',
      '/app/prepare',
      '/app/prepare/intention',
      '/app/prepare/practice',
      '/app/prepare/plan',
      '/app/prepare/day',
      '/app/check-in',
      '/app/prepare/ride',
      '/app/prepare/consent',
      '/app/prepare/readiness',
      '/app/prepare/letter',
      '/app/prepare/know',
      '/app/prepare/feelings',
      '/app/prepare/asked',
      '/app/prepare/stuck',
      '/app/prepare/minute',
      '/app/prepare/card',
      '/app/session',
      '/app/evening',
      '/app/questions/phq-9',
      '/app/questions/pcl-5',
      '/app/questions/peg',
      '/app/questions/c-ssrs-screener',
      '/app/pulse',
      '/app/progress',
      '/app/no-such-page',
    ]) {
      await ana.look(path);
    }
    await ana.page.goto('/app/');
    await ana.page.getByRole('button', { name: 'I need help' }).first().click();
    await expect(ana.page.getByRole('dialog').getByRole('link', { name: /988/ }).first()).toBeVisible();
    await ana.lookHere('the way to a person');
    expect(ana.findings()).toEqual([]);
    await ana.context.close();
  });

  test('of a patient whose series is over, of one who is halfway through the questions, of one who reads Spanish', async ({
    browser,
  }) => {
    test.setTimeout(150_000);
    const helen = await come(browser, { email: 'helen@home.example' }, phone);
    for (const path of [
      '/app/',
      '/app/journal',
      '/app/progress',
      '/app/more/record',
      '/app/more/appointments',
    ]) {
      await helen.look(path);
    }
    const [session] = await clinic().ask<{ id: string }>(
      'select id from dosing_sessions where patient_id = $1 order by id limit 1',
      [await clinic().patientId('helen@home.example')],
    );
    await helen.look(`/app/after/${session?.id}`);
    await helen.page.goto('/app/journal');
    await helen.page.getByRole('link', { name: 'Open' }).first().click();
    await helen.lookHere('one entry of her journal');
    expect(helen.findings()).toEqual([]);
    await helen.context.close();

    const george = await come(browser, { email: 'george@home.example' }, phone);
    for (const path of ['/app/', '/app/screening', '/app/import']) await george.look(path);
    for (const part of ['about', 'medicines', 'allergies', 'history', 'treatments', 'goals']) {
      await george.look(`/app/screening/${part}`);
    }
    expect(george.findings()).toEqual([]);
    await george.context.close();

    const dolores = await come(browser, { email: 'dolores@home.example' }, phone);
    for (const path of [
      '/app/',
      '/app/learn',
      '/app/prepare',
      '/app/prepare/plan',
      '/app/session',
      '/app/journal',
      '/app/progress',
      '/app/more',
    ]) {
      await dolores.look(path);
      await expect(dolores.page.locator('html')).toHaveAttribute('lang', 'es');
    }
    expect(dolores.findings()).toEqual([]);
    await dolores.context.close();
  });

  test('of whoever drives, by a link and without an account', async ({ browser }) => {
    const priya = await come(browser, { email: 'priya@home.example' }, phone);
    await priya.page.goto('/app/prepare/ride');
    await priya.page.getByLabel('Their name').fill('Dev');
    await priya.page.getByLabel('Who they are to you').fill('partner');
    await priya.page.getByRole('button', { name: 'Make the link' }).click();
    const shown = await priya.page
      .getByText(/\/companion\/#/)
      .first()
      .innerText();
    await priya.lookHere('the link for her companion');
    expect(priya.findings()).toEqual([]);
    await priya.context.close();

    const dev = await come(browser, undefined, phone);
    await dev.look(shown.match(/https?:\/\/\S+/)?.[0] ?? '');
    await expect(dev.page.getByRole('button', { name: /Yes/ })).toBeVisible();
    await dev.page.getByRole('button', { name: /Yes/ }).click();
    await expect(dev.page.getByText(/You said yes/)).toBeVisible();
    await dev.lookHere('after the yes');
    await dev.page.getByRole('button', { name: 'Español' }).click();
    await dev.lookHere('the same in Spanish');
    expect(dev.findings()).toEqual([]);
    await dev.context.close();
  });

  test('of the desk', async ({ browser }) => {
    test.setTimeout(120_000);
    const helen = await clinic().patientId('helen@home.example');
    const carl = await clinic().patientId('carl@home.example');
    const pat = await come(browser, { staff: 'pat' }, desktop);
    for (const path of [
      '/clinic/',
      '/clinic/inquiries',
      '/clinic/patients',
      '/clinic/schedule',
      '/clinic/tasks',
      `/clinic/patients/${helen}`,
      `/clinic/patients/${carl}/book`,
      '/clinic/no-such-page',
    ]) {
      await pat.look(path);
    }
    await pat.page.goto('/clinic/inquiries');
    await pat.page.getByRole('link', { name: 'Mr. Abara' }).click();
    await expect(pat.page.getByRole('heading', { level: 1 })).toHaveText('Mr. Abara');
    await pat.lookHere('one inquiry');
    expect(pat.findings()).toEqual([]);
    await pat.context.close();
  });

  test('of those in care: the chart in its tabs, the sheet before a dose, and today’s sheets rest unknown', async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const helen = await clinic().patientId('helen@home.example');
    const okafor = await come(browser, { staff: 'okafor' }, desktop);
    for (const tab of [
      'overview',
      'record',
      'consult',
      'plan',
      'preparation',
      'notes',
      'outcomes',
      'words',
      'sessions',
    ]) {
      await okafor.look(`/clinic/patients/${helen}?tab=${tab}`);
      await expect(okafor.page.getByRole('tab', { selected: true })).toHaveCount(1);
    }
    for (const path of ['/clinic/drills', '/clinic/standing-orders', '/clinic/reading'])
      await okafor.look(path);
    const peter = await clinic().patientId('peter@home.example');
    for (const tab of ['consult', 'plan']) await okafor.look(`/clinic/patients/${peter}?tab=${tab}`);

    for (const [index, who] of ['ana', 'james', 'sam', 'dolores'].entries()) {
      const path = `/clinic/patients/${await clinic().patientId(`${who}@home.example`)}/gate`;
      if (index === 0) await okafor.look(path);
      else await okafor.open(path);
      await expect(okafor.page.getByText('Dose is closed').first()).toBeVisible();
      // What must be seen or asked today is not known before somebody did.
      for (const line of [
        'Identity',
        'Medicines',
        'Last food',
        'Last drink',
        'Risk question',
        'Call button',
        'Room',
        'Blood pressure',
        'Pulse',
        'Oxygen',
        'Weight',
        'Intention',
      ]) {
        const row = okafor.page
          .getByRole('row')
          .filter({ has: okafor.page.getByRole('rowheader', { name: line, exact: true }) });
        await expect(row, `${line} of ${who}`).toHaveCount(1);
        await expect(row, `${line} of ${who}`).toContainText('Unknown');
      }
      await expect(okafor.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    }
    await okafor.page
      .getByRole('button', { name: 'Look: Ride home' })
      .or(okafor.page.getByRole('button', { name: /: Weight$/ }))
      .first()
      .click();
    await okafor.lookHere('one line of the sheet');
    expect(okafor.findings()).toEqual([]);
    await okafor.context.close();
  });

  test('of the room and the board', async ({ browser }) => {
    test.setTimeout(120_000);
    const maria = await come(browser, { staff: 'maria' }, tablet);
    await maria.look('/clinic/board');
    await maria.page.goto('/clinic/');
    await maria.page.getByRole('button', { name: 'Ana is here' }).click();
    await expect(maria.page.getByText('Dose is closed').first()).toBeVisible();
    await maria.page.getByRole('link', { name: 'Go to the room' }).click();
    await expect(maria.page.getByRole('button', { name: /^Closed: \d+ lines? to settle/ })).toBeDisabled();
    await maria.lookHere('the room before a dose');
    for (const tile of [
      'Two identifiers',
      'Call button',
      'The room',
      'Last food, last drink',
      'Medicines',
      'First readings',
    ]) {
      await maria.page
        .getByRole('list')
        .getByRole('button', { name: new RegExp(`^${tile}`) })
        .click();
      await maria.lookHere(`the room, ${tile}`);
      // An empty box stays empty: nothing is carried forward from another day.
      await expect(maria.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
      await expect(maria.page.getByRole('radio', { checked: true })).toHaveCount(0);
      for (const box of await maria.page.getByRole('dialog').getByRole('textbox').all())
        await expect(box).toHaveValue('');
      await maria.page.keyboard.press('Escape');
    }
    await maria.look('/clinic/board');
    expect(maria.findings()).toEqual([]);
    await maria.context.close();
  });

  test('that a role is offered opens for that role, and no other place is offered', async ({ browser }) => {
    test.setTimeout(120_000);
    const offered: Readonly<Partial<Record<StaffKey, readonly string[]>>> = {
      pat: [
        ...['Day', 'Inquiries', 'Patients', 'Schedule', 'Board', 'Tasks', 'Papers due'],
        ...['On call', 'Public pages', 'Downtime', 'Pages to read', 'About me', 'Protocols'],
      ],
      maria: [
        ...['Day', 'Patients', 'Schedule', 'Board', 'Tasks', 'Messages', 'Drug cupboard', 'Papers due'],
        ...['On call', 'Downtime', 'Standing orders', 'Drills', 'Stories', 'Pages to read'],
        ...['About me', 'Protocols'],
      ],
      okafor: [
        ...['Day', 'Patients', 'Schedule', 'Board', 'Tasks', 'Messages', 'Drug cupboard', 'Papers due'],
        ...['On call', 'Downtime', 'Standing orders', 'Side effects', 'Drills', 'Preparedness', 'Stories'],
        ...['Pages to read', 'About me', 'Protocols'],
      ],
      ines: [
        ...['Day', 'Patients', 'Schedule', 'Board', 'Tasks', 'Messages'],
        ...['Music', 'On call', 'Standing orders', 'Drills', 'Stories', 'Pages to read'],
        ...['About me', 'Protocols'],
      ],
      dana: [
        ...['Day', 'Inquiries', 'Patients', 'Schedule', 'Board', 'Tasks', 'Drug cupboard', 'Papers due'],
        ...['Music', 'On call', 'Public pages', 'Downtime', 'Standing orders', 'Side effects', 'Drills'],
        ...['Preparedness', 'Stories', 'Pages to read', 'About me', 'Protocols'],
      ],
    };
    for (const [key, places] of Object.entries(offered) as [StaffKey, readonly string[]][]) {
      const person = await come(browser, { staff: key }, desktop);
      await person.open('/clinic/');
      await expect(person.page.getByText(staffNamed(key).name).first()).toBeVisible();
      await person.page.getByRole('navigation').first().getByText('More').click();
      const links = person.page.getByRole('navigation').first().getByRole('link');
      expect(await links.allInnerTexts()).toEqual(places);
      const addresses = await links.evaluateAll((all) =>
        all.map((each) => (each as HTMLAnchorElement).pathname),
      );
      for (const address of addresses) await person.open(address);
      expect(person.findings(), key).toEqual([]);
      await person.context.close();
    }
  });
});
