// At the pump: is anything felt, how the line looks, each change with its order and what it did, and the readings beside it, due
// by the protocol.

import { type BrowserContext, expect, test } from '@playwright/test';
import { type DemoClinic, enterAs, openBrowserOf, startDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { tablet } from './people.ts';
import { takeRow } from './put-ready.ts';
import { writerIn } from './session-writer.ts';

test.describe('a drip', () => {
  let clinic: DemoClinic;
  let context: BrowserContext;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    clinic = await startDemoClinic();
  });
  test.afterAll(async () => {
    await context.close();
    await clinic.stop();
  });

  test('is watched at the line and by its clock, changed by order with what each change did, and read by the protocol', {
    tag: ['@S0-9', '@S2-29', '@S2-36', '@S2-38', '@long'],
  }, async ({ browser }) => {
    test.setTimeout(90_000);
    context = await openBrowserOf(browser, clinic, { viewport: tablet });
    await enterAs(context, clinic, { staff: 'maria' });
    const maria = await context.newPage();
    const sheet = maria.getByRole('dialog');
    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    await expect(maria.getByRole('button', { name: 'Readings', exact: true })).toBeVisible();
    const room = new URL(maria.url()).pathname;
    const me = await maria.evaluate(async () => (await (await fetch('/api/me')).json()) as { id: string });
    await writerIn(maria, room)(
      { type: 'MonitorAssigned', v: 1, practitionerId: me.id, name: 'Maria Ruiz', minutesAgo: 17 },
      {
        type: 'DoseStarted',
        v: 1,
        route: 'iv',
        doseMg: 35,
        concentrationMgPerMl: 1,
        rateMgPerMin: 0.875,
        plannedMinutes: 40,
        lot: null,
        expiry: null,
        minutesAgo: 16,
      },
      {
        type: 'VitalSignsMeasured',
        v: 1,
        systolicMmHg: 126,
        diastolicMmHg: 80,
        heartRatePerMin: 72,
        spo2Percent: 98,
        couldNotRead: [],
        slotMinute: 0,
        context: 'scheduled',
        source: 'device',
        minutesAgo: 15.5,
      },
      {
        type: 'VitalSignsMeasured',
        v: 1,
        systolicMmHg: 130,
        diastolicMmHg: 82,
        heartRatePerMin: 74,
        spo2Percent: 98,
        couldNotRead: [],
        slotMinute: 10,
        context: 'scheduled',
        source: 'device',
        minutesAgo: 6,
      },
    );
    await expect(maria.getByText(/^Pump on since/)).toBeVisible();

    // The line is due now, and the next row of the protocol counts down beside it. A row typed a little early counts for it.
    await expect(maria.getByText('Look at the line', { exact: true })).toBeVisible();
    await expect(maria.getByText('Minute 20', { exact: true })).toBeVisible();
    await takeRow(maria, ['134', '84', '76', '97'], 4);
    await expect(maria.getByText('Minute 30', { exact: true })).toBeVisible();
    await maria.getByRole('button', { name: /^Look at the line, due/ }).click();
    await sheet.getByRole('button', { name: 'Left forearm' }).click();
    await sheet.getByRole('button', { name: 'fine', exact: true }).click();
    await sheet.getByRole('button', { name: 'Looked at now' }).click();

    // The clock of the route has passed: nothing felt yet leads to the line, the order and the prescriber, in this order.
    await maria.getByRole('button', { name: /^Is anything felt\? Usually/ }).click();
    await expect(sheet.getByText(/That time has passed/)).toBeVisible();
    await sheet.getByRole('button', { name: 'Nothing felt yet' }).click();
    await expect(sheet.getByRole('button', { name: 'Look at the line' })).toBeVisible();
    await expect(sheet.getByRole('button', { name: 'Ask the prescriber' })).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);
    await sheet.getByRole('button', { name: 'Set rate, as ordered' }).click();
    await sheet.getByRole('button', { name: '1', exact: true }).click();
    await sheet.getByRole('textbox', { name: 'Why' }).fill('No effect yet');
    await sheet.getByRole('button', { name: 'Dr. N. Okafor' }).click();
    await sheet.getByRole('button', { name: 'Save 1 mg a minute' }).click();

    // It is felt, and what the change did is asked for until someone notes it.
    await maria.getByRole('button', { name: /^Is anything felt/ }).click();
    await sheet.getByRole('button', { name: 'It is felt' }).click();
    await expect(sheet.getByText(/^It is felt: .*Maria Ruiz\.$/)).toBeVisible();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await maria.getByRole('button', { name: /^Changed .*: what did it do\?$/ }).click();
    await sheet.getByRole('button', { name: 'Deeper' }).click();
    await sheet.getByRole('button', { name: 'Save what it did' }).click();

    // A booster by order, out of the same syringe; then it is too much, and the pump stands still.
    await maria.getByRole('button', { name: 'More', exact: true }).click();
    await sheet.getByRole('button', { name: 'Given at once by the pump' }).click();
    await sheet.getByRole('button', { name: '9', exact: true }).click();
    await sheet.getByRole('button', { name: '9', exact: true }).click();
    await expect(
      sheet.getByRole('button', { name: /^Closed: only .* is left in the syringe$/ }),
    ).toBeVisible();
    await sheet.getByRole('button', { name: 'Erase' }).click();
    await sheet.getByRole('button', { name: 'Erase' }).click();
    await sheet.getByRole('button', { name: '2', exact: true }).click();
    await sheet.getByRole('button', { name: 'As planned' }).click();
    await sheet.getByRole('button', { name: 'Dr. N. Okafor' }).click();
    await sheet.getByRole('button', { name: '2 mg given now' }).click();
    await maria.getByRole('button', { name: 'More', exact: true }).click();
    await sheet.getByRole('button', { name: 'Is anything felt?' }).click();
    await sheet.getByRole('button', { name: 'It is too much' }).click();
    await expect(sheet.getByRole('button', { name: 'Help given, first moves' })).toBeVisible();
    await expect(sheet.getByRole('button', { name: 'Call the back-up' })).toBeVisible();
    await sheet.getByRole('button', { name: 'Mark pause' }).click();
    await sheet.getByRole('button', { name: 'Too strong' }).click();
    await sheet.getByRole('button', { name: 'Pump is paused now' }).click();
    await expect(maria.getByText(/^Pump paused since/)).toBeVisible();

    // The line swells: it rings beside the pump, and the pump is stopped by order.
    await maria.getByRole('button', { name: 'More', exact: true }).click();
    await sheet.getByRole('button', { name: 'Look at the line' }).click();
    await sheet.getByRole('button', { name: 'swollen' }).click();
    await sheet.getByRole('button', { name: 'Looked at now' }).click();
    await expect(
      maria.getByText('The line is swollen. Stop at the pump; a prescriber decides.'),
    ).toBeVisible();
    await maria.getByRole('button', { name: 'I see it' }).click();
    await maria.getByRole('button', { name: 'Mark stop' }).click();
    await sheet.getByRole('button', { name: 'Clinical reason' }).click();
    await sheet.getByRole('button', { name: 'Dr. N. Okafor' }).click();
    await sheet.getByRole('button', { name: 'Pump is stopped now' }).click();
    await expect(
      maria
        .getByText('Resting')
        .or(maria.getByRole('button', { name: 'Way home' }))
        .first(),
    ).toBeVisible();

    // One log tells it: what was done at the pump with its order and effect, and each reading with its due time and source.
    await maria.goto(room.replace(/room$/, 'note'));
    for (const line of [
      /pump started .* with 35 mg, 1 mg\/mL, 0\.875 mg\/min/,
      /rate set to 1 mg\/min, ordered by Dr\. N\. Okafor: No effect yet \(Maria Ruiz\)\.$/,
      /After the change: Deeper \(Maria Ruiz\)\.$/,
      /2 mg at once, ordered by Dr\. N\. Okafor: As planned/,
      /paused: Too strong/,
      /stopped, ordered by Dr\. N\. Okafor, a clinical reason/,
      /Line at Left forearm: fine \(Maria Ruiz\)\.$/,
      /Line at Left forearm: swollen \(Maria Ruiz\)\.$/,
      /Nothing felt yet \(Maria Ruiz\)\.$/,
    ])
      await expect(maria.getByText(line)).toBeVisible();
    await expect(maria.getByText('What this change did is not written down.').first()).toBeVisible();
    const read = (words: string) => maria.getByRole('row').filter({ hasText: words });
    await expect(read('126/80')).toContainText('Maria Ruiz, from a device');
    await expect(read('134/84')).toContainText('Maria Ruiz');
    await expect(read('134/84')).not.toContainText('from a device');
  });
});
