// Who is in the room while a dose works: who watches and how that goes from one to the other, what rings when nobody is there,
// and who comes when a doctor is needed.

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type DemoClinic, enterAs, openBrowserOf, startDemoClinic } from './demo-clinic.ts';
import { desktop, phone, type StaffKey, tablet } from './people.ts';
import { writerIn } from './session-writer.ts';

test.describe('presence', () => {
  let clinic: DemoClinic;
  const contexts: BrowserContext[] = [];
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    clinic = await startDemoClinic();
  });
  test.afterAll(async () => {
    for (const each of contexts) await each.close();
    await clinic.stop();
  });

  test('the watch is handed over by two, an empty room rings until someone is there, and the back-up is one tap away', {
    tag: ['@S0-34', '@S1-26', '@S2-39'],
  }, async ({ browser }) => {
    test.setTimeout(120_000);
    const open = async (staff: StaffKey, viewport: typeof phone): Promise<Page> => {
      const context = await openBrowserOf(browser, clinic, { viewport });
      contexts.push(context);
      await enterAs(context, clinic, { staff });
      return await context.newPage();
    };
    const maria = await open('maria', tablet);
    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    const step = (name: RegExp) => maria.getByRole('list').getByRole('button', { name });
    const sheet = (page: Page) => page.getByRole('dialog');

    // Before the dose: who watches, and who comes when a doctor is needed.
    await step(/^Who watches/).click();
    await sheet(maria).getByRole('button', { name: 'I watch: Maria Ruiz' }).click();
    await expect(
      maria.getByRole('button', { name: /^Maria Ruiz watches since .* In the room: Maria Ruiz$/ }),
    ).toBeVisible();
    await step(/^Medical back-up/).click();
    await sheet(maria).getByRole('button', { name: 'Dr. N. Okafor', exact: true }).click();
    await sheet(maria).getByLabel('Telephone').fill('555 0142');
    await sheet(maria).getByRole('button', { name: 'Dr. N. Okafor is the back-up' }).click();
    await expect(step(/^Medical back-up.*Maria Ruiz/)).toBeVisible();

    const room = new URL(maria.url()).pathname;
    await writerIn(
      maria,
      room,
    )({
      type: 'DoseStarted',
      v: 1,
      route: 'iv',
      doseMg: 35,
      concentrationMgPerMl: 1,
      rateMgPerMin: 0.875,
      plannedMinutes: 40,
      lot: null,
      expiry: null,
    });
    await expect(maria.getByText(/^Pump on since/)).toBeVisible();

    // Tom comes in; Maria offers him the watch, and watches until he takes it on his own sign-in.
    const tom = await open('tom', phone);
    await tom.goto(room);
    await tom.getByRole('button', { name: /In the room:/ }).click();
    await sheet(tom).getByRole('button', { name: 'I am in the room' }).click();
    await expect(maria.getByRole('button', { name: /In the room: Maria Ruiz, Tom Berg$/ })).toBeVisible();
    await maria.getByRole('button', { name: 'Hand over' }).click();
    await sheet(maria).getByRole('button', { name: 'Tom Berg', exact: true }).click();
    await sheet(maria).getByRole('textbox').fill('She likes it quiet.');
    await sheet(maria).getByRole('button', { name: 'Offer the watch to Tom Berg' }).click();
    await expect(
      maria.getByRole('button', { name: /^Maria Ruiz watches since .*, offered to Tom Berg, not taken yet/ }),
    ).toBeVisible();
    await expect(tom.getByText('Maria Ruiz offers you the watch')).toBeVisible();
    await tom.getByRole('button', { name: 'Take it' }).click();
    await expect(sheet(tom).getByText('She likes it quiet.')).toBeVisible();
    await sheet(tom).getByRole('button', { name: 'I watch from now on' }).click();
    await expect(maria.getByRole('button', { name: /^Tom Berg watches since/ })).toBeVisible();

    // Both go out. After the minutes of the protocol it rings for the one who watches, wherever they are.
    await maria.getByRole('button', { name: /In the room:/ }).click();
    await sheet(maria).getByRole('button', { name: 'I go out now' }).click();
    await expect(sheet(maria)).toHaveCount(0);
    await tom.getByRole('button', { name: /In the room:/ }).click();
    await expect(sheet(tom).getByText(/it rings after 5 min/)).toBeVisible();
    await sheet(tom).getByRole('button', { name: 'I go out now' }).click();
    await expect(maria.getByRole('button', { name: /In the room: no one$/ })).toBeVisible();
    await maria.goto('/clinic/board');
    await expect(maria.getByText(/^Tom Berg watches\. Empty since/)).toBeVisible();
    await tom.goto('/clinic/tasks');
    await clinic.pass(5.2 * 60_000);
    const call = /Ana has no one of the team in the room$/;
    await expect(tom.getByText(call)).toBeVisible();
    await expect(maria.getByText('No one of the team is in the room')).toBeVisible();
    await clinic.pass(60_000);
    await expect(maria.getByText(/A second person is called/)).toBeVisible();
    await tom.getByRole('button', { name: 'I am coming' }).click();
    await expect(maria.getByText(/Tom Berg, seen in \d+ s/)).toBeVisible();
    await expect(tom.getByText(call)).toHaveCount(0);
    await tom.goto(room);
    await expect(tom.getByRole('heading', { name: /^No one in the room/ })).toBeVisible();
    await tom.getByRole('button', { name: 'I am in the room' }).click();
    await expect(tom.getByRole('heading', { name: /^No one in the room/ })).toHaveCount(0);
    await expect(maria.getByText('Tom Berg is there')).toBeVisible();
    // What one nurse may watch at once stands below the rooms.
    await expect(
      maria.getByText(/^Limit 2 each\. .*(starts? (is|are) allowed|No more starts now)/),
    ).toBeVisible();

    // A doctor is needed: one tap in the room, and it rings where she is.
    const okafor = await open('okafor', desktop);
    await okafor.goto('/clinic/tasks');
    await expect(okafor.getByRole('heading', { level: 1 })).toBeVisible();
    await tom.getByRole('button', { name: /^Back-up.*Okafor$/ }).click();
    await expect(sheet(tom).getByRole('link', { name: /555 0142/ })).toHaveAttribute('href', 'tel:555 0142');
    await expect(sheet(tom).getByRole('link', { name: /^Ambulance/ })).toHaveAttribute('href', /^tel:/);
    await sheet(tom).getByRole('button', { name: 'Call Dr. N. Okafor to this room' }).click();
    await expect(okafor.getByText(/Ana needs the medical back-up: come$/)).toBeVisible();
    await okafor.getByRole('button', { name: 'I am coming' }).click();
    await expect(sheet(tom).getByText(/^Dr\. N\. Okafor answered in \d+ s\.$/)).toBeVisible();

    // The note tells it from the log alone.
    await maria.goto(room.replace(/room$/, 'note'));
    for (const line of [
      /Maria Ruiz watches\.$/,
      /Tom Berg watches in place of Maria Ruiz, both said so \(“She likes it quiet\.”\)\.$/,
      /^Maria Ruiz in the room from .* to /,
      /^No one of the team in the room from .* to .*\. Answered by Tom Berg\.$/,
      /^Medical back-up: Dr\. N\. Okafor/,
      /Tom Berg called the medical back-up\.$/,
    ])
      await expect(maria.getByText(line)).toBeVisible();
  });
});
