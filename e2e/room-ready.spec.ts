// Before a dose: the call button is pressed for real and heard on the nurse's own device, the room is gone through thing by
// thing, and what nobody looked at keeps the door shut.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { goThroughRoom, pressCallButton, tablet } from './people.ts';
import { keepSheet, tap, tile } from './put-ready.ts';

const clinic = withDemoClinic();

test('the button is pressed by the patient and heard by the nurse, the room is gone through, and each thing keeps its name and time', {
  tag: ['@S0-36', '@S1-16', '@S1-17', '@S2-26'],
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'maria' });
  const maria = await bedside.newPage();
  const faults = watchFaults(maria);
  await maria.goto('/clinic/');
  await maria.getByRole('button', { name: 'Ana is here' }).click();
  await maria.getByRole('link', { name: 'Go to the room' }).click();
  const list = maria.getByRole('list', { name: 'Settle in' });
  await expect(list.getByRole('button', { name: /^Call button/ })).toContainText('Not tried today');
  await expect(list.getByRole('button', { name: /^The room/ })).toContainText('Not gone through today');

  await test.step('a press that did not come is not met; one that did is heard by itself', async () => {
    await tile(maria, 'Call button');
    await expect(maria.getByText('No press has come in yet.')).toBeVisible();
    await expect(maria.getByRole('button', { name: /^Heard here/ })).toHaveCount(0);
    await keepSheet(maria, 'Pressed, and nothing came in');
    await expect(list.getByRole('button', { name: /^Call button/ })).toContainText('Pressed and not heard');
    await tile(maria, 'Call button');
    await pressCallButton(maria, 'ana@home.example');
    await expect(maria.getByText(/^Ana pressed at .*, and it came in here\.$/)).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);
    await keepSheet(maria, 'Heard here: the button works');
    await expect(list.getByRole('button', { name: /^Call button/ })).toContainText('Pressed and heard');
  });

  await test.step('nothing is chosen beforehand, and what is left out is named', async () => {
    await tile(maria, 'The room');
    await expect(maria.getByRole('dialog').getByRole('button', { pressed: true })).toHaveCount(0);
    await expect(maria.getByRole('button', { name: 'Closed: nothing looked at yet' })).toBeDisabled();
    await maria
      .getByRole('group', { name: /^Suction/ })
      .getByRole('button', { name: 'None here' })
      .click();
    await maria
      .getByRole('group', { name: /^Eye mask/ })
      .getByRole('button', { name: /^New or washed/ })
      .click();
    expect(await accessFindings(maria)).toEqual([]);
    await expectNothingBeside(maria);
    await keepSheet(maria, 'Save, 11 left to look at');
    await expect(list.getByRole('button', { name: /^The room/ })).toContainText(
      'Missing or not right: Suction',
    );
  });

  await test.step('gone through whole, each thing stands in the log with its time and its author', async () => {
    await goThroughRoom(maria);
    await expect(list.getByRole('button', { name: /^The room/ })).toContainText('All 13 looked at and ready');
    await maria.getByRole('button', { name: 'More', exact: true }).click();
    await tap(maria, 'Everything written, corrections');
    const log = maria.getByRole('dialog');
    for (const words of [
      'Light: low',
      'Position: leaning back',
      'Toilet: went just now',
      'Suction: none here, not ready',
    ])
      await expect(log.getByText(words)).toBeVisible();
    await expect(log.getByRole('listitem').filter({ hasText: 'Light: low' })).toContainText('Maria Ruiz');
    await expect(log.getByText('Call button pressed and heard')).toBeVisible();
  });
  expect(faults()).toEqual([]);
  await bedside.close();
});
