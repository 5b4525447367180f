// A cuff and an oximeter beside the bed: what they measure now stands in the row until the nurse saves it, what they kept
// is written at its own time or not at all, and what cannot be read is said. A radio made for tests sends the bytes.

import { expect, type Page, test } from '@playwright/test';
import { makeFakeBluetooth } from '#test/fake-bluetooth.ts';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { phone, tablet, typeOnKeys } from './people.ts';

const minute = 60_000;
const cuff = 0x2a35;
const oximeter = 0x2a5f;

test.describe('devices at the bedside', () => {
  // One morning in one room: each story goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' });
  const clinic = withDemoClinic();
  let room = '';

  test('a cuff and an oximeter fill the row, and the nurse saves it', async ({ browser }) => {
    test.setTimeout(90_000);
    const context = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await context.addInitScript(`window.radio = (${makeFakeBluetooth})();
      Object.defineProperty(navigator, 'bluetooth', { configurable: true, value: window.radio.door });`);
    await enterAs(context, clinic(), { staff: 'maria' });
    const maria = await context.newPage();
    const faults = watchFaults(maria);
    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    await maria.getByRole('button', { name: 'Readings', exact: true }).click();
    room = new URL(maria.url()).pathname;
    const devices = maria.getByRole('region', { name: 'Devices' });

    await test.step('a device is connected, and garbage from it is refused in words', async () => {
      await connect(maria, 'BP 7000', [[0x1810, cuff]]);
      await expect(devices.getByText('BP 7000 is connected', { exact: false })).toBeVisible();
      await waitedLongEnough(maria);
      await send(maria, cuff, '1E 8E 00 5B');
      await expect(devices.getByText('It sent something we cannot read', { exact: false })).toBeVisible();
      await send(maria, cuff, '00 FF 07 FF 07 FF 07');
      await expect(devices.getByText('No reading: the device sent no number.')).toBeVisible();
      for (const sign of ['Systolic', 'Diastolic', 'Pulse', 'SpO₂ %'])
        await expect(maria.getByRole('button', { name: `${sign}: empty` })).toBeVisible();
    });

    await test.step('what the cuff measures now stands in its boxes, marked, and is not saved', async () => {
      await send(maria, cuff, '14 8E 00 5B 00 6C 00 4C 00 01 00');
      await expect(
        maria.getByRole('button', { name: /^Systolic: 142, from the cuff, \d+:\d\d$/ }),
      ).toBeVisible();
      await expect(maria.getByRole('button', { name: /^Pulse: 76, from the cuff/ })).toBeVisible();
      await expect(devices.getByText('The device says: the arm moved.', { exact: false })).toBeVisible();
      expect(await kept(142)).toEqual([]);
    });

    await test.step('the oximeter’s stream goes in when she asks for it', async () => {
      await connect(maria, 'Oxi 3', [[0x1822, oximeter]]);
      await expect(devices.getByText('Oxi 3 is connected', { exact: false })).toBeVisible();
      await waitedLongEnough(maria);
      await send(maria, oximeter, '08 5F 00 4C 00 00 08 00');
      await expect(devices.getByText('No reading: the sensor is not on the person.')).toBeVisible();
      await send(maria, oximeter, '00 61 00 4C 00');
      await expect(maria.getByRole('button', { name: 'SpO₂ %: empty' })).toBeVisible();
      await devices.getByRole('button', { name: 'Put in the row' }).click();
      await expect(maria.getByRole('button', { name: /^SpO₂ %: 97, from the oximeter/ })).toBeVisible();
      expect(await accessFindings(maria)).toEqual([]);
    });

    await test.step('she saves it, and the record says that a device measured it', async () => {
      await maria.getByRole('button', { name: /^5\. / }).click();
      await maria.getByRole('button', { name: /^Save row at/ }).click();
      await expect(maria.getByRole('button', { name: 'Systolic: empty' })).toBeVisible();
      await expect.poll(() => kept(142)).toMatchObject([{ source: 'device', spo2Percent: 97 }]);
    });

    await test.step('a device that is gone says so, and typing goes on', async () => {
      await maria.evaluate('window.radio.goAway()');
      await expect(devices.getByText(/Oxi 3 is not connected since/)).toBeVisible();
      await typeOnKeys(maria, '138');
      await expect(maria.getByRole('button', { name: 'Systolic: 138' })).toBeVisible();
    });
    expect(faults()).toEqual([]);
    await context.close();
  });

  test('a reading the cuff had kept is offered with its own time, once', async ({ browser }) => {
    test.setTimeout(90_000);
    clinic().later(20 * minute);
    const context = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await context.addInitScript(`window.radio = (${makeFakeBluetooth})();
      Object.defineProperty(navigator, 'bluetooth', { configurable: true, value: window.radio.door });`);
    await enterAs(context, clinic(), { staff: 'maria' });
    const maria = await context.newPage();
    await maria.goto(room);
    await maria.getByRole('button', { name: 'Readings', exact: true }).click();
    const devices = maria.getByRole('region', { name: 'Devices' });
    await connect(maria, 'BP 7000', [[0x1810, cuff]]);
    await expect(devices.getByText('BP 7000 is connected', { exact: false })).toBeVisible();
    // 151 over 88, from twelve minutes past eight; and one of seven in the morning, somebody else’s.
    const atTwelve = '02 97 00 58 00 6D 00 EA 07 0C 02 08 0C 00';
    await send(maria, cuff, '02 6E 00 46 00 53 00 EA 07 0C 02 07 00 00');
    await send(maria, cuff, atTwelve);
    await send(maria, cuff, atTwelve);
    await expect(devices.getByText('An older reading was left out', { exact: false })).toBeVisible();
    await expect(
      devices.getByText(/It kept this reading from 8:12\. Is it of the person in this room/),
    ).toHaveCount(1);
    await expect(maria.getByRole('button', { name: 'Systolic: empty' })).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);
    // On a phone in the same hand nothing is wider than the screen, and the offer is still there.
    await maria.setViewportSize(phone);
    await expect(devices.getByRole('button', { name: 'Leave it out' })).toBeVisible();
    await expectNothingBeside(maria);
    await maria.setViewportSize(tablet);
    await devices.getByRole('button', { name: 'Yes, enter it for 8:12' }).click();
    await expect(maria.getByRole('button', { name: 'Systolic: 151, from the cuff, 8:12' })).toBeVisible();
    await maria.getByRole('button', { name: 'Save row at 8:12' }).click();
    await expect.poll(() => kept(151)).toMatchObject([{ source: 'device', at: '8:12' }]);
    await context.close();
  });

  test('without Bluetooth there are the keys and nothing else', async ({ browser }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await context.addInitScript(
      `Object.defineProperty(navigator, 'bluetooth', { configurable: true, value: undefined });`,
    );
    await enterAs(context, clinic(), { staff: 'maria' });
    const maria = await context.newPage();
    await maria.goto(room);
    await maria.getByRole('button', { name: 'Readings', exact: true }).click();
    await typeOnKeys(maria, '126');
    await expect(maria.getByRole('button', { name: 'Systolic: 126' })).toBeVisible();
    await expect(maria.getByRole('region', { name: 'Devices' })).toHaveCount(0);
    await context.close();
  });

  /** The rows the clinic holds with this systolic pressure. */
  async function kept(systolic: number): Promise<readonly object[]> {
    const rows = await clinic().ask<{ body: { fact: object }; at: string }>(
      `select body, to_char(effective_at at time zone 'America/New_York', 'FMHH:MI') as at
         from dosing_session_events where session_id = $1 and body::text ~ $2`,
      [room.split('/').at(-2), `"systolicMmHg": ${systolic}[,}]`],
    );
    return rows.map(({ body, at }) => ({ ...('fact' in body ? body.fact : body), at }));
  }
});

async function connect(
  page: Page,
  name: string,
  characteristics: readonly (readonly [number, number])[],
): Promise<void> {
  await page.evaluate(`window.radio.place(${JSON.stringify(name)}, ${JSON.stringify(characteristics)})`);
  await page.getByRole('button', { name: /^Connect (a cuff|another)/ }).click();
}

async function send(page: Page, characteristic: number, hex: string): Promise<void> {
  await page.evaluate(`window.radio.send(${characteristic}, ${JSON.stringify(hex)})`);
}

/** What comes in the first two seconds may have been waiting in the device. */
async function waitedLongEnough(page: Page): Promise<void> {
  await page.waitForTimeout(2_200);
}
