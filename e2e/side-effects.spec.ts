// A side effect is told days later from a phone, and by whoever is near; a nurse grades it and writes back, a prescriber signs
// what is grave, and it leaves the house as FHIR.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { sha256 } from '#server/secrets';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone } from './people.ts';

const clinic = withDemoClinic();
const shots = process.env.PICTURES;
const day = 24 * 3_600_000;

test('a side effect is told from the phone three days later and by whoever is near, is graded, signed and sent', {
  tag: ['@S2-52', '@long'],
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const [person] = await clinic().ask<{
    patient_id: string;
    email: string;
    link_id: string;
    left_at: number;
  }>(
    `select d.patient_id, a.email, r.link_id, (extract(epoch from d.released_at) * 1000)::float8 as left_at
       from dosing_sessions d
       join accounts a on a.clinic_id = d.clinic_id and a.patient_id = d.patient_id
       join rides r on r.clinic_id = d.clinic_id and r.patient_id = d.patient_id and r.cycle_id = d.cycle_id
       join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id and p.language = 'en'
      where d.released_at is not null
        and exists (select 1 from care_team_members m join accounts n on n.clinic_id = m.clinic_id and n.id = m.account_id
                     where m.clinic_id = d.clinic_id and m.patient_id = d.patient_id and n.email like 'maria@%' and m.until_at is null)
      order by d.released_at desc limit 1`,
  );
  if (person === undefined) throw new Error('Nobody in the demonstration has gone home.');
  const secret = randomBytes(32).toString('base64url');
  await clinic().ask(
    `update companion_links set token_hash = $2, revoked_at = null, expires_at = to_timestamp($3) where id = $1 returning id`,
    [person.link_id, sha256(secret), (clinic().now() + 10 * day) / 1000],
  );

  const small = await openBrowserOf(browser, clinic(), { viewport: phone });
  await enterAs(small, clinic(), { email: person.email });
  const patient = await small.newPage();
  const faults = watchFaults(patient);
  await test.step('she tells it in her own words from any page, also with no network', async () => {
    await patient.goto('/app/more');
    await patient.getByRole('link', { name: /^Side effects/ }).click();
    await expect(patient.getByText('Nothing told so far.')).toBeVisible();
    await patient.getByLabel('What happened').fill('It has burned when I pass water since Sunday.');
    await patient.getByLabel('Which comes closest').selectOption({ label: 'Trouble or pain passing water' });
    await patient.getByRole('radio', { name: /^In the way/ }).check();
    await patient.getByRole('radio', { name: 'Yes, still there' }).check();
    await expectNothingBeside(patient);
    expect(await accessFindings(patient)).toEqual([]);
    await picture(patient, 'patient');
    expect(faults()).toEqual([]);
    await small.setOffline(true);
    await patient.getByRole('button', { name: 'Tell the clinic' }).click();
    await expect(patient.getByText('Kept on this phone. It goes when there is a link.')).toBeVisible();
    await small.setOffline(false);
    await expect(patient.getByText(/^Told .* A nurse looks at it\./)).toBeVisible({ timeout: 20_000 });
    await expect(patient.getByText('No one has looked at it yet.')).toBeVisible();
  });

  await test.step('her sister tells what she saw, and is shown whom to call', async () => {
    const car = await openBrowserOf(browser, clinic(), { viewport: phone, night: true });
    const near = await car.newPage();
    await near.goto(`/companion/#${secret}`);
    await near.getByRole('button', { name: 'Tell us about a side effect' }).click();
    const sheet = near.getByRole('dialog');
    await sheet.getByLabel('What happened').fill('She passed out in the kitchen this morning.');
    await sheet.getByLabel('Which comes closest').selectOption({ label: 'Passed out' });
    await expect(sheet.getByRole('link', { name: /^Call Harbor Street Clinic/ })).toBeVisible();
    await sheet.getByRole('radio', { name: /^Bad/ }).check();
    await sheet.getByRole('radio', { name: 'No, it is over' }).check();
    await picture(near, 'near');
    await sheet.getByRole('button', { name: 'Tell the clinic' }).click();
    await expect(sheet.getByText(/^Told .* do not wait for us: call\./)).toBeVisible({ timeout: 20_000 });
    expect(await accessFindings(near)).toEqual([]);
    await car.close();
  });

  const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
  await enterAs(desk, clinic(), { staff: 'maria' });
  const maria = await desk.newPage();
  const faultsAtTheDesk = watchFaults(maria);
  const chart = `/clinic/patients/${person.patient_id}?tab=side-effects`;
  await test.step('the nurse has both as work, grades them and writes back', async () => {
    await maria.goto('/clinic/tasks');
    const work = maria.getByRole('listitem').filter({ hasText: 'A side effect was told' });
    await expect(work).toHaveCount(2);
    await expect(work.first()).toContainText('passed out in the kitchen');
    await work.first().getByRole('link').click();
    await expect(maria.getByText('Told, not graded yet')).toHaveCount(2);
    await picture(maria, 'chart');
    const burning = maria.getByRole('listitem').filter({ hasText: 'burned when I pass water' });
    await burning.getByRole('button', { name: 'Grade it' }).click();
    await burning.getByLabel('What it was').selectOption({ label: 'Bladder and urine' });
    await burning.getByRole('radio', { name: 'Moderate' }).check();
    await burning.getByRole('checkbox', { name: 'Asked: none of these' }).check();
    await burning.getByRole('radio', { name: 'Possible' }).check();
    await burning
      .getByLabel('What the patient reads')
      .fill('Please bring a urine sample on Thursday. Drink water.');
    expect(await accessFindings(maria)).toEqual([]);
    await picture(maria, 'grading');
    await burning.getByRole('button', { name: 'Keep this grading' }).click();
    // When it began was never said, and stays unknown.
    await expect(burning.getByText(/^Still to be said: when it began/)).toBeVisible();

    const passedOut = maria.getByRole('listitem').filter({ hasText: 'passed out in the kitchen' });
    await passedOut.getByRole('button', { name: 'Grade it' }).click();
    await passedOut.getByLabel('What it was').selectOption({ label: 'Loss of consciousness' });
    await passedOut.getByRole('radio', { name: 'Severe' }).check();
    await passedOut.getByRole('checkbox', { name: /^Treatment was needed/ }).check();
    await passedOut.getByRole('radio', { name: 'Probable' }).check();
    await passedOut.getByRole('button', { name: 'Keep this grading' }).click();
    await expect(passedOut.getByText('Waits for a prescriber’s signature')).toBeVisible();
  });

  await test.step('she reads who looked at it, and what they wrote', async () => {
    await patient.reload();
    await expect(patient.getByText(/Maria Ruiz looked at it/).first()).toBeVisible();
    await expect(patient.getByText('Please bring a urine sample on Thursday. Drink water.')).toBeVisible();
    await picture(patient, 'answered');
  });

  await test.step('until the prescriber has signed, it holds the next dose; one event leaves as FHIR, all without a name', async () => {
    const room = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(room, clinic(), { staff: 'okafor' });
    const okafor = await room.newPage();
    await okafor.goto(`/clinic/patients/${person.patient_id}?tab=consult`);
    await expect(
      okafor.getByText('A serious adverse event. The prescriber decides before anything more is given.'),
    ).toBeVisible();
    await okafor.goto(chart);
    const passedOut = okafor.getByRole('listitem').filter({ hasText: 'passed out in the kitchen' });
    await passedOut.getByRole('button', { name: /^Sign: I read this/ }).click();
    await expect(passedOut.getByText(/Signed: I read this/)).toBeVisible();
    const [saved] = await Promise.all([
      okafor.waitForEvent('download'),
      passedOut.getByRole('button', { name: 'Save as a FHIR file' }).click(),
    ]);
    const bundle = JSON.parse(await readFile(await saved.path(), 'utf8'));
    expect(bundle.resourceType).toBe('Bundle');
    const kinds = bundle.entry.map(
      ({ resource }: { resource: { resourceType: string } }) => resource.resourceType,
    );
    expect(kinds.slice(0, 2)).toEqual(['Patient', 'AdverseEvent']);
    expect(kinds).toContain('MedicationAdministration');
    await okafor.goto('/clinic/side-effects');
    await expect(okafor.getByRole('row').filter({ hasText: 'Loss of consciousness' })).toContainText('Yes');
    await expect(okafor.getByText('kitchen')).toHaveCount(0);
    expect(await accessFindings(okafor)).toEqual([]);
    await picture(okafor, 'register');
    await room.close();
  });
  expect(faultsAtTheDesk()).toEqual([]);
  await desk.close();
  await small.close();
});

async function picture(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/side-${name}.png`, fullPage: true });
}
