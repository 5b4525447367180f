// A therapist and a patient on two screens: a set begins on both at once, and the patient's stop needs nobody.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { desktop, phone } from './people.ts';

test.describe('the EMDR bench', () => {
  const clinic = withDemoClinic();

  test('works within a licence, runs a set on the patient’s screen, and closes only after its closing', {
    tag: ['@long'],
  }, async ({ browser }) => {
    test.setTimeout(90_000);
    const hers = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(hers, clinic(), { email: 'helen@home.example' });
    const helen = await hers.newPage();
    await helen.goto('/app/together');
    const room = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(room, clinic(), { staff: 'ines' });
    const ines = await room.newPage();
    await ines.goto(`/clinic/patients/${await clinic().patientId('helen@home.example')}?tab=emdr`);

    await test.step('a target, and a place that has to be asked', async () => {
      await ines.getByRole('button', { name: 'A new target' }).click();
      await ines.getByLabel('What it is about').fill('The kitchen');
      await ines.getByRole('button', { name: 'Keep the target' }).click();
      await ines.getByRole('button', { name: /Work on it/ }).click();
      await ines.getByText('Somewhere else').click();
      await ines.getByLabel('The address, as they say it now').fill('4 Elm Road');
      await ines.getByLabel('State or country').fill('NY');
      await expect(ines.getByText('No licence is held for NY', { exact: false })).toBeVisible();
      await ines.getByRole('button', { name: 'State a licence' }).click();
      await ines.getByLabel('Profession').selectOption('psychologist');
      await ines.getByLabel('State or country').last().fill('NY');
      await ines.getByLabel('Number').fill('12345');
      await ines.getByLabel('Last day it is valid').fill('2027-12-31');
      await ines.getByLabel('Training in EMDR').selectOption('certified');
      await ines.getByRole('button', { name: 'I hold this licence' }).click();
      await ines.getByRole('button', { name: 'Begin the sitting' }).click();
      await expect(ines.getByRole('heading', { name: /The kitchen, begun/ })).toBeVisible();
    });

    await test.step('a set starts only once she agreed, on both screens, and her stop works with no network', async () => {
      await expect(ines.getByRole('button', { name: 'They have not agreed to this' })).toBeVisible();
      await helen.getByText('A light that moves from side to side').click();
      await expect(helen.getByText('Your screen is ready')).toBeVisible();
      expect(await accessFindings(helen)).toEqual([]);
      await ines.getByRole('button', { name: 'Start one set' }).click();
      const stop = helen.getByRole('button', { name: 'Stop' });
      await expect(helen.getByText('It runs now. Inés Alba started it.')).toBeVisible();
      expect(await accessFindings(helen)).toEqual([]);
      await expect(ines.getByRole('button', { name: 'Stop the set' })).toBeVisible();
      await hers.setOffline(true);
      await stop.click();
      await expect(helen.getByText(/stopped/i).first()).toBeVisible();
      await expect(stop).toHaveCount(0);
      await hers.setOffline(false);
      await expect(ines.getByText(/Helen stopped the last set/)).toBeVisible({ timeout: 20_000 });
      await expect(ines.getByRole('button', { name: 'They have not agreed to this' })).toBeVisible();
    });

    await test.step('the closing is asked before it is closed', async () => {
      await ines.getByRole('button', { name: '3', exact: true }).first().click();
      await ines.getByRole('button', { name: 'Take out 3' }).click();
      await expect(ines.getByText(/^3 at /)).toHaveCount(0);
      await ines.getByRole('button', { name: '8', exact: true }).first().click();
      await expect(ines.getByText(/^8 at /)).toBeVisible();
      await expect(ines.getByRole('button', { name: 'The closing is not finished' })).toBeVisible();
      for (const yes of await ines.getByRole('radio', { name: 'Yes' }).all()) await yes.check();
      await ines.getByRole('button', { name: '1', exact: true }).last().click();
      expect(await accessFindings(ines)).toEqual([]);
      await ines.getByRole('button', { name: 'Close the sitting' }).click();
      await expect(ines.getByRole('heading', { name: 'Sittings before' })).toBeVisible();
      await expect(ines.getByRole('row').filter({ hasText: 'The kitchen' })).toContainText('8');
    });
    await hers.close();
    await room.close();
  });
});
