// A prescriber reads a protocol with its sources, proposes what the clinic does otherwise, is stopped where it cannot be
// used, signs it by name, and plans with it. An example never looks approved.

import { expect, test } from '@playwright/test';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { demoStaff } from '#server/demo';
import { startBrowserClinic } from '#test/browser-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, newPerson, phone, signInAsStaff } from './people.ts';

test('A protocol becomes the clinic’s own only by a change that can be used and a name under it @long', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const clinic = await startBrowserClinic();
  try {
    const page = await newPerson(browser, clinic, desktop);
    await signInAsStaff(page, clinic, 'okafor');
    await page.getByRole('navigation').getByText('More').click();
    await page.getByRole('link', { name: 'Protocols' }).click();
    await expect(page.getByText('An example, not approved by a clinician')).toHaveCount(
      exampleEditions.length,
    );
    expect(await accessFindings(page)).toEqual([]);

    await page.getByRole('link', { name: 'IV infusion, example, version 1' }).click();
    await expect(page.getByRole('heading', { name: 'IV infusion, example, version 1' })).toBeVisible();
    await expect(page.getByText('Nobody. An example, not approved by a clinician')).toBeVisible();
    await page.getByText('Fasting', { exact: true }).click();
    const drinks = page.getByRole('listitem').filter({ hasText: 'Fasting, clear fluid minutes' });
    await expect(drinks).toContainText('120 min');
    await expect(drinks).toContainText('Read in a primary source');
    await drinks.getByRole('button', { name: /^Change/ }).click();
    await drinks.getByLabel('New value, min').fill('-5');
    await drinks.getByLabel('Why this clinic does it so').fill('Our anaesthetist wrote this down.');
    await page.getByLabel('Name of the protocol').fill('IV infusion at Harbor');
    await page.getByRole('button', { name: 'Propose 1 change' }).click();
    await expect(page.getByText('Nothing was proposed. What you typed is still here.')).toBeVisible();
    await expect(drinks.getByLabel('New value, min')).toHaveAttribute('aria-invalid', 'true');
    expect(await accessFindings(page)).toEqual([]);
    await drinks.getByLabel('New value, min').fill('90');
    await page.getByText('Steps', { exact: true }).click();
    const consent = page.getByRole('listitem').filter({ hasText: 'Getting ready: consent signed' });
    await expect(consent).toContainText('Always asked: a gate or a safety check rests on it.');
    await expect(consent.getByRole('button')).toHaveCount(0);
    const letter = page.getByRole('listitem').filter({ hasText: 'Getting ready: letter to that night' });
    await letter.getByRole('button', { name: /^Change/ }).click();
    await letter.getByRole('radio', { name: 'left out' }).check();
    await letter.getByLabel('Why this clinic does it so').fill('We write it together afterwards.');
    await page.getByRole('button', { name: 'Propose 2 changes' }).click();

    await expect(page.getByRole('heading', { name: 'IV infusion at Harbor, version 2' })).toBeVisible();
    await expect(page.getByText(/Nobody yet. Proposed by Dr. N. Okafor/)).toBeVisible();
    const changed = page.getByRole('row').filter({ hasText: 'Fasting, clear fluid minutes' });
    await expect(changed).toContainText('120 min');
    await expect(changed).toContainText('90 min');
    await expect(changed).toContainText('Our anaesthetist wrote this down.');
    await expect(page.getByRole('row').filter({ hasText: 'letter to that night' })).toContainText('left out');
    await clinic.later(6 * 60_000);
    await page.getByRole('button', { name: 'I answer for this protocol' }).click();
    const okafor = demoStaff.find((one) => one.key === 'okafor');
    await page.getByLabel('Six digits').fill(clinic.codeOf(okafor?.id ?? ''));
    await page.getByRole('button', { name: 'It is me' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('main').getByText(/^Dr. N. Okafor, /)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Sign it' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'I answer for this protocol' })).toHaveCount(0);
    expect(await accessFindings(page)).toEqual([]);

    const nurse = await newPerson(browser, clinic, phone);
    await signInAsStaff(nurse, clinic, 'maria');
    await nurse.goto('/clinic/protocols');
    await nurse.getByRole('link', { name: 'IV infusion at Harbor, version 2' }).click();
    await expect(nurse.getByRole('main').getByText(/^Dr. N. Okafor, /)).toBeVisible();
    await expect(nurse.getByRole('button', { name: /^Change/ })).toHaveCount(0);
    await expect(nurse.getByRole('button', { name: /Propose/ })).toHaveCount(0);
    await expectNothingBeside(nurse);
    expect(await accessFindings(nurse)).toEqual([]);
  } finally {
    await clinic.stop();
  }
});
