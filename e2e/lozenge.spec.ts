// One lozenge in the clinic, from the order to the way home: held by the clock, spat out as ordered, one more in its time; and the
// evening after, without a word, until a person has it.

import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, staffNamed, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { desktop, phone, tablet } from './people.ts';
import {
  bookedToday,
  inTheChair,
  keepSheet,
  planned,
  readyToLeave,
  settledIn,
  takeRow,
  tap,
} from './put-ready.ts';

const minute = 60_000;
const clinic = withDemoClinic();

test('a lozenge is ordered, held until its time, spat out, followed by one more, and left two hours after it @long', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const email = 'layla@home.example';
  const plan = await planned(clinic(), { email, route: 'sublingual', editionId: 'sublingual-example-1' });
  const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
  await enterAs(desk, clinic(), { staff: 'okafor' });
  const okafor = await desk.newPage();

  await test.step('the prescriber orders in milligrams; adding in a first session asks for a reason', async () => {
    await okafor.goto(`/clinic/patients/${plan.patientId}`);
    await okafor.getByRole('tab', { name: 'Plan and order' }).click();
    await okafor.getByRole('radio', { name: /^Troche/ }).check();
    await okafor.getByLabel('Weight', { exact: true }).fill('57');
    await okafor.getByLabel('Unit').selectOption('kg');
    await okafor.getByLabel('To start with').fill('100');
    await okafor.getByRole('radio', { name: 'Once' }).check();
    await okafor.getByLabel('Each one more').fill('100');
    await okafor.getByRole('radio', { name: 'Spat out' }).check();
    await expect(okafor.getByText(/published for later sessions/)).toBeVisible();
    await okafor.getByLabel('Note on the order').fill('She knows 100 mg from another clinic.');
    expect(await accessFindings(okafor)).toEqual([]);
    await okafor.getByRole('button', { name: 'Sign: ketamine 200 mg' }).click();
    await expect(okafor.getByText('Spat out after the hold')).toBeVisible();
  });

  const appointmentId = await bookedToday(clinic(), plan, {
    time: '08:30',
    roomNumber: 4,
    signedName: 'Layla Haddad',
  });
  const room = await inTheChair(clinic(), { ...plan, appointmentId });
  await room.tryCallButton('tom');
  await room.bothWorkOut({ doseMg: 100, weightKg: 57 });
  await room.write('tom', ...settledIn(clinic().now(), { weightKg: 57, escort: 'Samir' }));
  await okafor.goto(room.path);
  await okafor.getByRole('button', { name: 'Read and sign the dose' }).click();
  await okafor.getByRole('button', { name: 'Sign 200 mg for today' }).click();
  await expect(okafor.getByText(/200 mg, signed/)).toBeVisible();

  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'tom' });
  const tom = await bedside.newPage();
  const faults = watchFaults(tom);
  await tom.goto(room.path);

  await test.step('the hold is counted from the moment it was placed, and says what was ordered', async () => {
    await tom.getByRole('button', { name: 'Open the dose' }).click();
    await lozenge(tom, 'T-118');
    await expect(tom.getByText('1 of 2 parts given')).toBeVisible();
    await expect(tom.getByText(/In the mouth for .*, held until/)).toBeVisible();
    await expect(tom.getByText('Then spat out, as ordered.')).toBeVisible();
    await clinic().pass(15 * minute + 2_000);
    expect(await accessFindings(tom)).toEqual([]);
    await tom.getByRole('button', { name: 'Spat out' }).click();
    await expect(tom.getByText('Held 15 min, spat out.')).toBeVisible();
  });

  await test.step('one more follows in its time; what is swallowed against the order is said', async () => {
    await tom.getByRole('button', { name: /^Give lozenge 2, 100 mg, until/ }).click();
    await lozenge(tom, 'T-118');
    await expect(tom.getByText('2 of 2 parts given')).toBeVisible();
    await clinic().pass(9 * minute);
    await tom.getByRole('button', { name: 'Swallowed' }).click();
    await expect(tom.getByText('Held 9 min, swallowed; the order says spat out.')).toBeVisible();
    await takeRow(tom, ['132', '84', '76', '98'], 4);
    await tom.getByRole('button', { name: 'Rest begins now' }).click();
    await expect(tom.getByText('The way home is closed')).toBeVisible();
    expect(faults()).toEqual([]);
    await bedside.close();
  });

  await test.step('two hours after the second she goes home, and the paper says how it was taken', async () => {
    await clinic().pass(112 * minute);
    await room.write('tom', ...readyToLeave('Samir'));
    const later = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(later, clinic(), { staff: 'maria' });
    const maria = await later.newPage();
    await maria.goto(room.path);
    await maria.getByRole('button', { name: 'Way home' }).click();
    await maria.getByRole('button', { name: 'Release Layla to a person' }).click();
    await maria.getByRole('dialog').getByRole('textbox').first().fill('Samir');
    await tap(maria, 'Family');
    await keepSheet(maria, 'Release to Samir');
    await expect(maria.getByText('Gone home')).toBeVisible();
    await maria.getByRole('link', { name: 'Open the after-visit summary' }).click();
    await expect(maria.getByText(/^100 mg of ketamine, in the mouth, /)).toHaveCount(2);
    await later.close();
  });

  await silentEvening(browser, email);
});

const hour = 60 * minute;
const linkAsksAgainMs = 15_000;

async function silentEvening(browser: Browser, email: string): Promise<void> {
  const office = await openBrowserOf(browser, clinic(), { viewport: desktop });
  await enterAs(office, clinic(), { staff: 'dana' });
  const from = clinic().now();
  const duty = await office.request.post('/api/on-call/duties', {
    headers: { 'x-mooring': '1', 'idempotency-key': crypto.randomUUID() },
    data: {
      id: crypto.randomUUID(),
      accountId: staffNamed('maria').id,
      turn: 'first',
      from,
      until: from + 24 * hour,
    },
  });
  expect(duty.status()).toBe(200);
  await office.close();
  clinic().later(10 * hour);
  await clinic().remind();

  const own = await openBrowserOf(browser, clinic(), { viewport: phone });
  await enterAs(own, clinic(), { email });
  const layla = await own.newPage();
  const hers = await openBrowserOf(browser, clinic(), { viewport: phone });
  const maria = await hers.newPage();
  const ring = maria.getByRole('region', { name: 'Ring about Layla Haddad' });

  await test.step('an evening without a word calls the nurse on call, and Layla reads who has it', async () => {
    await layla.goto('/app/evening');
    // She asked for nobody and may be well: she is told what was done, and not alarmed by how it goes.
    await expect(
      layla.getByText(/^We had not heard from you, so we asked the clinic to call you:/),
    ).toBeVisible();
    await expect(layla.getByText(/^Nobody has said yet that they will\./)).toBeVisible();
    await expect(layla.getByText(/^A message to Maria|Do not wait\. Call now/)).toHaveCount(0);
    const mail = await clinic().mailTo(staffNamed('maria').email);
    expect(mail?.subject).toBe('You are needed now');
    expect(mail?.body).not.toMatch(/Layla|Haddad/);
    await enterAs(hers, clinic(), { staff: 'maria' });
    await maria.goto(mail?.body.match(/http\S+/)?.[0] ?? '');
    await expect(ring.getByText('No answer on the evening of a dose')).toBeVisible();
    await expect(ring.getByText(/^Called Maria .*: message not sent yet/)).toBeVisible();
    await ring.getByRole('button', { name: /^I have it/ }).click();
    await expect(ring.getByText('the patient reads your name')).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);
    await expect(layla.getByText(/^Maria .* said that they have it: today/)).toBeVisible({ timeout: 15_000 });
  });

  await test.step('behind a link a red answer hears that someone has it, and no name', async () => {
    const link = (await clinic().reminderTo(email))?.body.match(/http\S+\/a\/#\S+/)?.[0] ?? '';
    const stranger = await openBrowserOf(browser, clinic(), { viewport: phone });
    const page = await stranger.newPage();
    await page.goto(link);
    await page.getByRole('button', { name: /^I need a person now|^I am losing my hold/ }).click();
    await expect(
      page.getByText('Nobody has said yet that they have it. Do not wait. Call now.'),
    ).toBeVisible();
    await maria.getByRole('alert').locator('summary').click();
    const red = ring.filter({ hasText: /need a person now|Losing/ });
    await red.getByRole('button', { name: /^I have it/ }).click();
    await expect(red.getByText('the patient reads your name')).toBeVisible();
    await page.clock.fastForward(linkAsksAgainMs);
    await expect(page.getByText(/^Someone at the clinic has said that they have it: \d/)).toBeVisible();
    await expect(page.getByText('Maria')).toHaveCount(0);
    expect(await accessFindings(page)).toEqual([]);
    await stranger.close();
  });
  await own.close();
  await hers.close();
}

async function lozenge(page: Page, lot: string): Promise<void> {
  await page.getByLabel('Lot').fill(lot);
  await page.getByLabel('Expiry').fill('2028-06');
  await keepSheet(page, 'Placed now');
}
