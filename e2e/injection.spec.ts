// One injection in the clinic, from the order to the way home: by weight, in two parts, each with its muscle and its lot;
// the second only in its time, and two hours counted from it.

import { expect, test } from '@playwright/test';
import { factOf } from '#dosing-session/recorder.ts';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { desktop, tablet } from './people.ts';
import {
  bookedToday,
  inTheChair,
  keepSheet,
  planned,
  readyToLeave,
  settledIn,
  takeRow,
  tap,
  vitalSigns,
} from './put-ready.ts';

const minute = 60_000;
const clinic = withDemoClinic();

test('an injection is ordered by weight, given in two muscles ten minutes apart, and watched until two hours after the second', {
  tag: '@S0-10',
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const email = 'yasmin@home.example';
  const plan = await planned(clinic(), { email, route: 'im', editionId: 'im-example-1' });
  const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
  await enterAs(desk, clinic(), { staff: 'okafor' });
  const okafor = await desk.newPage();

  await test.step('the prescriber orders by weight, and the milligrams are worked out before the eyes', async () => {
    await okafor.goto(`/clinic/patients/${plan.patientId}`);
    await okafor.getByRole('tab', { name: 'Plan and order' }).click();
    await okafor.getByRole('radio', { name: /^By weight/ }).check();
    await okafor.getByLabel('Weight', { exact: true }).fill('65');
    await okafor.getByLabel('Unit').selectOption('kg');
    await okafor.getByLabel('Dose per kilogram').fill('0.5');
    await okafor.getByRole('radio', { name: /^Yes, once/ }).check();
    await okafor.getByLabel('Second injection').fill('15');
    await expect(okafor.getByText('0.5 mg/kg × 65 kg = 32.5 mg')).toBeVisible();
    await expect(okafor.getByText(/32.5 mg, then 15 mg more once. In all at most 47.5 mg/)).toBeVisible();
    expect(await accessFindings(okafor)).toEqual([]);
    await okafor.getByRole('button', { name: 'Sign: ketamine 47.5 mg' }).click();
    await expect(okafor.getByText(/I ordered this.*Dr. N. Okafor/)).toBeVisible();
  });

  const appointmentId = await bookedToday(clinic(), plan, {
    time: '08:15',
    roomNumber: 4,
    signedName: 'Yasmin Ali',
  });
  const room = await inTheChair(clinic(), { ...plan, appointmentId });
  await room.tryCallButton('maria');
  await room.bothWorkOut({ doseMg: 32.5, weightKg: 65.4, concentrationMgPerMl: 50, volumeMl: 0.65 });
  await room.write('maria', ...settledIn(clinic().now(), { weightKg: 65.4, escort: 'Noor' }));

  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'maria' });
  const maria = await bedside.newPage();
  const faults = watchFaults(maria);
  await maria.goto(room.path);

  await test.step('the room knows the route, and opens when the prescriber has signed for today', async () => {
    await expect(maria.getByText('Injection, 0.5 mg/kg, 47.5 mg', { exact: false })).toBeVisible();
    await expect(maria.getByRole('button', { name: /^Closed: 1 line/ })).toBeDisabled();
    await okafor.goto(room.path);
    await okafor.getByRole('button', { name: 'Read and sign the dose' }).click();
    await expect(okafor.getByRole('dialog')).toContainText('32.5 mg, then 15 mg more once');
    await okafor.getByRole('button', { name: 'Sign 47.5 mg for today' }).click();
    await expect(maria.getByText(/47.5 mg, signed/)).toBeVisible();
  });

  await test.step('the first injection asks for its muscle, its lot and its expiry', async () => {
    await maria.getByRole('button', { name: 'Open the dose' }).click();
    const sheet = maria.getByRole('dialog');
    await expect(sheet.getByRole('button', { name: 'Closed: where it went in' })).toBeDisabled();
    await tap(maria, 'Left');
    await tap(maria, /^Upper arm/);
    await expect(sheet.getByRole('button', { name: 'Closed: lot and expiry' })).toBeDisabled();
    await maria.getByLabel('Lot').fill('K2741');
    await maria.getByLabel('Expiry').fill('2028-06');
    await keepSheet(maria, 'Given now');
    await expect(maria.getByText('1 of 2 parts given')).toBeVisible();
    await expect(maria.getByText(/32.5 mg, left upper arm \(deltoid\). Lot K2741/)).toBeVisible();
    await expect(maria.getByText(/^Usually felt 2 to 5 min after an injection: /)).toBeVisible();
    await expect(maria.getByRole('button', { name: /^Closed until/ })).toBeDisabled();
  });

  await test.step('ten minutes later the second may follow, in another muscle', async () => {
    await clinic().pass(10 * minute + 2_000);
    await maria.getByRole('button', { name: /^Give injection 2, 15 mg, until/ }).click();
    await tap(maria, 'Right');
    await tap(maria, /^Thigh/);
    await maria.getByLabel('Lot').fill('K2741');
    await maria.getByLabel('Expiry').fill('2028-06');
    await keepSheet(maria, 'Given now');
    await expect(maria.getByText('2 of 2 parts given')).toBeVisible();
    await clinic().pass(5 * minute);
    await takeRow(maria, ['142', '88', '84', '97'], 4);
    expect(await accessFindings(maria)).toEqual([]);
    await maria.getByRole('button', { name: 'Rest begins now' }).click();
    await expect(maria.getByText('The way home is closed')).toBeVisible();
    expect(faults()).toEqual([]);
    await bedside.close();
  });

  await test.step('she leaves two hours after the second, not after the first', async () => {
    await clinic().pass(110 * minute);
    await room.write('maria', vitalSigns(), factOf('SedationRated', { moaas: 5 }), ...readyToLeave('Noor'));
    const later = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(later, clinic(), { staff: 'tom' });
    const tom = await later.newPage();
    await tom.goto(room.path);
    await tom.getByRole('button', { name: 'Way home' }).click();
    await expect(tom.getByRole('button', { name: /^Closed: 1 line to settle/ })).toBeDisabled();
    await clinic().pass(6 * minute);
    await tom.getByRole('button', { name: 'Release Yasmin to a person' }).click();
    await tom.getByRole('dialog').getByRole('textbox').first().fill('Noor');
    await tap(tom, 'Family');
    await keepSheet(tom, 'Release to Noor');
    await expect(tom.getByText('Gone home')).toBeVisible();
    await tom.getByRole('link', { name: 'Open the after-visit summary' }).click();
    await expect(tom.getByText(/^32.5 mg of ketamine, into a muscle, /)).toBeVisible();
    await expect(tom.getByText(/^15 mg of ketamine, into a muscle, /)).toBeVisible();
    await later.close();
  });
});
