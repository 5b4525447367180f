// Two nurses work one dose out, each signed in as themselves: the second sees none of the first's figures, a slip is named
// with both names, and the dose stays shut until they agree.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { phone, tablet, workOutDose } from './people.ts';
import { tap, tile } from './put-ready.ts';

const clinic = withDemoClinic();
const figures = {
  Dose: '33',
  Weight: '66',
  'On the label': '10',
  'Volume drawn': '3.3',
  'Pump rate': '4.95',
};

test('the second nurse works the dose out without the first one’s figures, and a slip between them keeps it shut', {
  tag: '@S2-28',
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'maria' });
  const maria = await bedside.newPage();
  const faults = watchFaults(maria);
  await maria.goto('/clinic/');
  await maria.getByRole('button', { name: 'Ana is here' }).click();
  await maria.getByRole('link', { name: 'Go to the room' }).click();
  const check = maria.getByRole('list', { name: 'Settle in' }).getByRole('button', { name: /^Second check/ });
  await expect(check).toContainText('Nobody has worked the dose out today');

  await test.step('nothing is filled in, and one person alone is unknown', async () => {
    await tile(maria, 'Second check');
    await expect(maria.getByRole('button', { name: /^Closed: weight, dose, on the label/ })).toBeDisabled();
    expect(await accessFindings(maria)).toEqual([]);
    await maria.keyboard.press('Escape');
    await workOutDose(maria, figures);
    await expect(check).toContainText('Worked out by Maria Ruiz alone');
    await tile(maria, 'Second check');
    await expect(maria.getByText('You cannot check yourself.')).toBeVisible();
    await maria.keyboard.press('Escape');
    await workOutDose(maria, figures);
    await expect(check).toContainText('Worked out by Maria Ruiz alone');
  });

  const other = await openBrowserOf(browser, clinic(), { viewport: phone, night: true });
  await enterAs(other, clinic(), { staff: 'tom' });
  const tom = await other.newPage();
  await tom.goto(new URL(maria.url()).pathname);

  await test.step('the second nurse sees who was first and none of the figures, in the sheet and in the log', async () => {
    await tile(tom, 'Second check');
    await expect(
      tom.getByText(/^Maria Ruiz worked it out at .*\. The figures are shown when yours/),
    ).toBeVisible();
    await expect(tom.getByRole('dialog')).not.toContainText('4.95');
    expect(await accessFindings(tom)).toEqual([]);
    await expectNothingBeside(tom);
    await tom.keyboard.press('Escape');
    await tom.getByRole('button', { name: 'More', exact: true }).click();
    await tap(tom, 'Everything written, corrections');
    await expect(tom.getByText(/^Worked the dose out\. Work it out too/)).toHaveCount(2);
    await expect(tom.getByRole('dialog')).not.toContainText('4.95');
    await tom.keyboard.press('Escape');
  });

  await test.step('a slip is named with both figures and both names, and the line is not met', async () => {
    await workOutDose(tom, { ...figures, 'Pump rate': '49.5' });
    await expect(check).toContainText('Maria Ruiz and Tom Berg differ: pump rate 4.95 mL/h and 49.5 mL/h');
    await tile(maria, 'Second check');
    await expect(maria.getByRole('dialog')).toContainText(
      /Tom Berg, .*: 33 mg, 66 kg, 10 mg per mL, 3.3 mL, 49.5 mL an hour/,
    );
    await maria.keyboard.press('Escape');
  });

  await test.step('worked out again and the same, it is met and says who', async () => {
    await workOutDose(tom, figures);
    await expect(check).toContainText('Maria Ruiz and Tom Berg agree on 33 mg');
  });
  expect(faults()).toEqual([]);
  await other.close();
  await bedside.close();
});
