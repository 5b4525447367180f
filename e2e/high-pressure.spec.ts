// A reading of 182 over 104 rings, is answered, measured again after the set time, treated under a standing order with its lot,
// and settles; and every document tells it, once.

import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone, tablet, typeOnKeys } from './people.ts';
import { postFrom } from './through.ts';

const minuteMs = 60_000;

test.describe('a reading of 182/104', () => {
  const clinic = withDemoClinic();

  test('rings, is answered, measured again, treated under a standing order, and stands once in every document', {
    tag: ['@S2-49', '@S2-50', '@S2-51'],
  }, async ({ browser }) => {
    test.setTimeout(150_000);

    await test.step('the prescriber signs what may be given', async () => {
      const context = await openBrowserOf(browser, clinic(), { viewport: desktop });
      await enterAs(context, clinic(), { staff: 'okafor' });
      const okafor = await context.newPage();
      await okafor.goto('/clinic/standing-orders');
      await expect(okafor.getByText(/^None in force/)).toBeVisible();
      await okafor.getByLabel('For what').selectOption({ label: 'Blood pressure outside its limits' });
      await okafor.getByLabel('When it may be given').fill('High on two readings five minutes apart');
      await okafor.getByLabel('Medicine').fill('Labetalol');
      await okafor.getByLabel('How it is given').fill('By vein');
      await okafor.getByLabel('Amount of one dose').fill('10');
      await okafor.getByLabel('Unit').fill('mg');
      await okafor.getByLabel('At most how many doses in one session').fill('1');
      await okafor.getByLabel('Minutes between two doses').fill('10');
      expect(await accessFindings(okafor)).toEqual([]);
      await picture(okafor, 'standing-order-new');
      await okafor.getByRole('button', { name: 'Sign this standing order' }).click();
      await expect(okafor.getByRole('heading', { name: 'Labetalol 10 mg, by vein' })).toBeVisible();
      await expect(okafor.getByText(/Signed by Dr\. N\. Okafor/)).toBeVisible();
      await context.close();
    });

    const context = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(context, clinic(), { staff: 'maria' });
    const maria = await context.newPage();
    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    await expect(maria.getByRole('button', { name: 'Readings', exact: true })).toBeVisible();
    const ofSession = new URL(maria.url()).pathname.replace(/\/room$/, '');
    await write(maria, ofSession, [
      factOf('VitalSignsMeasured', {
        systolicMmHg: 128,
        diastolicMmHg: 80,
        heartRatePerMin: 74,
        spo2Percent: 98,
        couldNotRead: [],
        context: 'baseline',
        source: 'typed',
      }),
      factOf('DoseStarted', {
        route: 'iv',
        doseMg: 40,
        concentrationMgPerMl: 10,
        rateMgPerMin: 1,
        plannedMinutes: 40,
        lot: 'K77',
        expiry: '2027-12',
      }),
    ]);
    await expect(maria.getByText(/^Pump on since/)).toBeVisible();

    await test.step('the reading rings, on the wall too, and is answered', async () => {
      await turn(context, 9 * minuteMs);
      await row(maria, ['182', '104', '88', '97']);
      await expect(maria.getByRole('button', { name: 'I see it' })).toBeVisible();
      await expect(maria.getByText('182 / 104').first()).toBeVisible();
      const wall = await context.newPage();
      await wall.goto('/clinic/board');
      await expect(wall.getByText(/182/).first()).toBeVisible();
      await wall.close();
      await turn(context, 61_000);
      await expect(maria.getByText(/A second person is called/)).toBeVisible();
      await maria.getByRole('button', { name: 'I see it' }).click();
      await expect(maria.getByText(/Seen by Maria Ruiz in \d+ s/)).toBeVisible();
    });

    const sheet = maria.getByRole('dialog');
    await test.step('a symptom is written down with its strength, and what was done for it', async () => {
      await maria.getByRole('button', { name: 'Mark pause' }).click();
      await sheet.getByRole('button', { name: 'Pressure high' }).click();
      await sheet.getByRole('button', { name: 'Pump is paused now' }).click();
      await expect(maria.getByText(/^Pump paused since/)).toBeVisible();
      await openMore(maria, 'Symptoms');
      await sheet.getByRole('button', { name: 'Headache' }).click();
      await sheet.getByRole('button', { name: 'Mild' }).click();
      await sheet.getByRole('button', { name: 'Save the symptom' }).click();
      await expect(sheet).toBeHidden();
      await openMore(maria, 'Symptoms');
      await expect(sheet.getByText(/^Headache, mild, since/)).toBeVisible();
      await sheet.getByRole('button', { name: 'Help given' }).click();
      await sheet.getByRole('button', { name: /^Sat beside them/ }).click();
      await expect(sheet.getByRole('button', { name: /^Sat beside them.*Maria Ruiz/ })).toBeVisible();
      await sheet.getByRole('button', { name: 'Close', exact: true }).click();
    });

    await test.step('it is measured again when the time has come, and treated under the order', async () => {
      await turn(context, 5 * minuteMs);
      await expect(maria.getByText('again, late').or(maria.getByText('again in')).first()).toBeVisible();
      await row(maria, ['184', '106', '90', '97']);
      await maria.getByRole('button', { name: 'Medicine given' }).first().click();
      await sheet.getByRole('button', { name: /^Labetalol 10 mg, By vein/ }).click();
      await expect(sheet.getByText(/Given so far: none/)).toBeVisible();
      await expect(sheet.getByRole('button', { name: 'Closed: the lot on the label' })).toBeVisible();
      await sheet.getByLabel('Lot on the label').fill('LB-204');
      await picture(maria, 'standing-order-room');
      await sheet.getByRole('button', { name: 'Labetalol 10 mg given now' }).click();
      await expect(sheet).toBeHidden();
    });

    await test.step('it is not given more often than ordered; what followed is written down', async () => {
      await turn(context, 8 * minuteMs);
      await row(maria, ['152', '90', '82', '98']);
      await openMore(maria, 'Medicine given');
      await sheet.getByRole('button', { name: /^Labetalol 10 mg, By vein/ }).click();
      await expect(sheet.getByRole('button', { name: 'Closed: 1 of 1 given' })).toBeVisible();
      await sheet.getByLabel(/^After Labetalol/).fill('152 over 90');
      await sheet.getByRole('button', { name: 'Save what followed' }).click();
      await expect(sheet.getByLabel(/^After Labetalol/)).toHaveCount(0);
      await sheet.getByRole('button', { name: 'Close', exact: true }).click();
      await expect(maria.getByText(/^All sent/).first()).toBeVisible();
    });

    await test.step('under the limit of the protocol, a rise over her own baseline is seen all the same', async () => {
      await row(maria, ['170', '96', '84', '98']);
      await expect(maria.getByText(/above the reading before the dose/).first()).toBeVisible();
      await maria.getByRole('button', { name: 'I see it' }).click();
      await row(maria, ['148', '88', '80', '98']);
      await expect(maria.getByRole('button', { name: 'I see it' })).toHaveCount(0);
    });

    await test.step('what is still felt keeps the way home closed until it is gone, with the time', async () => {
      await write(maria, ofSession, [
        factOf('DoseStopped', { reason: 'clinical' }),
        factOf('RecoveryStarted', {}),
      ]);
      await maria.getByRole('button', { name: 'Way home', exact: true }).click();
      const asked = maria.getByRole('listitem').filter({ hasText: 'Symptoms asked' });
      await expect(asked).toContainText('Still there: Headache');
      await expect(maria.getByRole('button', { name: /^Closed: \d+ lines? to settle/ })).toBeVisible();
      await openMore(maria, 'Symptoms');
      await sheet.getByRole('button', { name: 'Gone now' }).click();
      await expect(sheet.getByText(/^Headache, mild, since/)).toHaveCount(0);
      await sheet.getByRole('button', { name: 'Close', exact: true }).click();
      await expect(asked).not.toContainText('Still there');
      await expect(maria.getByText(/^All sent/).first()).toBeVisible();
    });

    await test.step('every document tells it, and tells it once', async () => {
      await openMore(maria, 'Everything written, corrections');
      await expect(
        sheet
          .getByText(/^Pressure 182/)
          .or(sheet.getByText(/182/))
          .first(),
      ).toBeVisible();
      expect(await timesIn(sheet.innerText(), /182/g)).toBe(1);
      await expect(sheet.getByText(/^Labetalol 10 mg, By vein.*Lot LB-204/)).toHaveCount(1);
      await sheet.getByRole('button', { name: 'Close', exact: true }).click();

      await maria.goto(`${ofSession}/note`);
      const paper = maria.getByRole('article').first();
      await expect(paper.getByText(/Labetalol, 10 mg, By vein.*Lot LB-204/)).toHaveCount(1);
      await expect(paper.getByText(/Response .*152 over 90/)).toHaveCount(1);
      await expect(paper.getByText(/Headache, mild at worst.*gone/)).toHaveCount(1);
      await expect(paper.getByText(/Sat beside them, for headache \(Maria Ruiz\)/)).toHaveCount(1);
      expect(await rowsWith(maria, '182')).toBe(1);
      await picture(maria, 'note-with-order');

      await maria.goto(`${ofSession}/summary`);
      // The paper that goes home tells what she was given for it, and leaves the figures to the record.
      await expect(maria.getByText(/^You also got Labetalol 10 mg/)).toHaveCount(1);
      const small = await openBrowserOf(browser, clinic(), { viewport: phone, night: true });
      await enterAs(small, clinic(), { staff: 'maria' });
      const pocket = await small.newPage();
      await pocket.goto('/clinic/standing-orders');
      await expect(pocket.getByRole('heading', { name: /^Labetalol/ })).toBeVisible();
      await expectNothingBeside(pocket);
      await picture(pocket, 'standing-orders-phone');
      await small.close();
    });
    await context.close();
  });

  const deviceId = randomUUID() as string;
  let deviceSeq = 0;

  /** What another tablet of the room wrote. */
  async function write(page: Page, ofSession: string, facts: readonly SessionFact[]): Promise<void> {
    const [, , , patientId = '', , sessionId = ''] = ofSession.split('/');
    const events = facts.map((fact) => {
      deviceSeq += 1;
      return {
        eventId: randomUUID() as string,
        sessionId,
        patientId,
        deviceId,
        deviceSeq,
        effectiveAt: clinic().now() + deviceSeq,
        recordedAt: clinic().now() + deviceSeq,
        fact,
      };
    });
    await postFrom(page, `/api/patients/${patientId}/dosing-sessions/${sessionId}/events`, { events });
  }

  async function row(page: Page, figures: readonly string[]): Promise<void> {
    for (const [index, figure] of figures.entries()) {
      if (index > 0) await page.getByRole('button', { name: 'Next', exact: true }).click();
      await typeOnKeys(page, figure);
    }
    await page.getByRole('button', { name: /^5\. / }).click();
    await page.getByRole('button', { name: /^Save row at/ }).click();
    await expect(page.getByRole('button', { name: 'Systolic: empty' })).toBeVisible();
    await expect(page.getByText(/^All sent/).first()).toBeVisible();
  }

  async function openMore(page: Page, words: string): Promise<void> {
    await page.getByRole('button', { name: /^More/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: words }).click();
  }

  async function timesIn(text: Promise<string>, what: RegExp): Promise<number> {
    return ((await text).match(what) ?? []).length;
  }

  async function rowsWith(page: Page, words: string): Promise<number> {
    return page.getByRole('row').filter({ hasText: words }).count();
  }

  async function turn(context: BrowserContext, ms: number): Promise<void> {
    clinic().later(ms);
    for (const page of context.pages()) await page.clock.fastForward(ms);
  }

  async function picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: `${process.env.PICTURES ?? 'test-results'}/${name}.png` });
  }
});
