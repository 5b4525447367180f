// The days after a dose: one question behind the link of a message, answered with one tap and no sign-in; a red answer and
// silence bring a person; a memory that comes late keeps its own time and stays with its visit.
import { expect, test } from '@playwright/test';
import { enterAs, hoursAfterLastDose, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone } from './people.ts';

test.describe('the days after a dose', () => {
  const clinic = withDemoClinic();

  const hoursAfter = (hours: number) => hoursAfterLastDose(clinic(), hours);

  test('one tap from a message, a person when it is needed, a late memory with its own time', {
    tag: ['@S0-40', '@S1-32', '@S1-39'],
  }, async ({ browser }) => {
    const { email, name } = await hoursAfter(24.2);
    const mail = await clinic().reminderTo(email);
    const link = mail?.body.match(/http\S+\/a\/#\S+/)?.[0] ?? '';
    const stranger = await openBrowserOf(browser, clinic(), { viewport: phone });
    const page = await stranger.newPage();
    const faults = watchFaults(page);
    await page.goto(link);
    await expect(page.getByRole('heading', { name: 'How steady do you feel inside?' })).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    await expect(page.getByText(name)).toHaveCount(0);
    // The clinic stands only where someone looks for a person to call.
    for (const said of await page.getByText('Harbor Street').all()) await expect(said).toBeHidden();
    await page.getByRole('button', { name: /^Shaky/ }).click();
    await expect(page.getByText('Kept. Your answer: Shaky')).toBeVisible();
    await page.getByRole('button', { name: 'A little' }).click();
    await page
      .getByRole('group', { name: 'Has a memory come up since?' })
      .getByRole('button', { name: 'Yes' })
      .click();
    await expect(page.getByText('That is all. You can close this page.')).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);
    await expectNothingBeside(page);
    expect(faults()).toEqual([]);
    await page.close();

    // Two days after, nobody answers: eight hours later a nurse is asked to call.
    await hoursAfter(48.2);
    await hoursAfter(57);
    const staff = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(staff, clinic(), { staff: 'maria' });
    const desk = await staff.newPage();
    await desk.goto('/clinic/tasks');
    const call = desk.getByRole('listitem').filter({ hasText: 'No word since the dose. Call' });
    await expect(call.filter({ hasText: name }).first()).toBeVisible();
    // It rings over her page too, until she puts her name to it.
    const everyRing = desk.getByRole('alert').locator('summary');
    await everyRing.click();
    const silence = desk
      .getByRole('region', { name: `Ring about ${name}` })
      .filter({ hasText: 'in the days after' });
    await expect(silence.getByText('No answer in the days after a dose')).toBeVisible();
    await silence.getByRole('button', { name: /^I have it/ }).click();
    await expect(silence.getByText('the patient reads your name')).toBeVisible();

    // On the third day they lose their hold, and say so in the app: the numbers stand there, and staff hear it at once.
    await hoursAfter(72.2);
    const own = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(own, clinic(), { email });
    const app = await own.newPage();
    await app.goto('/app/');
    await app.getByRole('link', { name: 'Answer now' }).click();
    await app.getByText('I am losing my hold').click();
    await expect(app.getByText('This has reached the clinic. You need not wait for a call.')).toBeVisible();
    await expect(app.getByRole('link', { name: /^Call 988/ })).toBeVisible();
    await expect(app.getByText('Do you notice a change since your visit?')).toHaveCount(0);
    // Fifteen hours later another shift has begun.
    await enterAs(staff, clinic(), { staff: 'maria' });
    await desk.goto('/clinic/tasks');
    const losing = desk.getByRole('listitem').filter({ hasText: 'Says after the dose that the ground goes' });
    await expect(losing.filter({ hasText: name }).first()).toBeVisible();
    // Nobody stands on the rota at this hour, and the page says that nobody was found, until she has it and it says who.
    await expect(
      app.getByText('Nobody has said yet that they have it. Do not wait. Call now.'),
    ).toBeVisible();
    await clinic().remind();
    await expect(app.getByText(/^We found nobody on call/)).toBeVisible();
    await everyRing.click();
    const hold = desk.getByRole('region', { name: `Ring about ${name}` }).filter({ hasText: 'Losing' });
    await hold.getByRole('button', { name: /^I have it/ }).click();
    await expect(app.getByText(/^Maria .* said that they have it: today/)).toBeVisible();

    // What came back in the night is written down with the hour it came, for nobody else, and stays with that visit.
    const picker = app.getByLabel('When it came');
    const now = await picker.inputValue();
    await picker.fill(`${now.slice(0, 11)}03:10`);
    await app.getByLabel('What came back').fill('The blue door of the old house.');
    await app.getByRole('button', { name: 'Keep it' }).click();
    await expect(app.getByText('It is kept in your journal, with your visit of')).toBeVisible();
    const kept = app.getByRole('article').filter({ hasText: 'The blue door of the old house.' });
    await expect(kept.getByText(/3:10\sam/)).toBeVisible();
    // Read back from the clinic, it stands with its visit and its hour.
    await app.goto('/app/after-check');
    await expect(kept.getByText(/3:10\sam/)).toBeVisible();

    // The days stand as a strip, what was said of a change by its hours, and what they chose to be asked has its own course.
    await app.goto('/app/more/reminders');
    await app.getByLabel('How much did your thoughts go round and round?').check();
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(app.getByText('Saved.', { exact: true })).toBeVisible();
    await app.goto('/app/pulse');
    const thoughts = app.getByRole('region', { name: 'How much did your thoughts go round and round?' });
    await thoughts.getByRole('button', { name: '4', exact: true }).click();
    await expect(thoughts.getByText('Today: 4. Kept.')).toBeVisible();
    await app.goto('/app/progress');
    await expect(app.getByRole('listitem').filter({ hasText: 'That day' }).first()).toBeVisible();
    await expect(app.getByRole('listitem').filter({ hasText: 'Day 7' }).first()).toContainText('not yet');
    await expect(app.getByRole('heading', { name: 'Did a change come?' })).toBeVisible();
    await expect(app.getByText('a little', { exact: true }).first()).toBeVisible();
    await expect(
      app.getByRole('img', { name: 'How much did your thoughts go round and round?' }),
    ).toBeVisible();
    expect(await accessFindings(app)).toEqual([]);
    await expectNothingBeside(app);

    // Where they talk to someone else, a paper goes along: what was given, and room for what they want to say themselves.
    await app.goto('/app/more/hand-over');
    await expect(app.getByRole('heading', { name: 'What was given' })).toBeVisible();
    await expect(app.getByText(/Ketamine by drip\./).first()).toBeVisible();
    await app.emulateMedia({ media: 'print' });
    await expect(app.getByRole('heading', { name: 'What I want you to know' })).toBeVisible();
    await expect(app.getByRole('button', { name: 'Print all of it' })).toBeHidden();
    await app.emulateMedia({ media: 'screen' });
    expect(await accessFindings(app)).toEqual([]);
    for (const context of [stranger, staff, own]) await context.close();
  });
});
