// The therapist outside the clinic comes by a link: dates, the intention, the lines that were shown, and nothing else. The
// patient sees that they looked.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { desktop, phone } from './people.ts';

const clinic = withDemoClinic();

test('a therapist outside the clinic reads dates, the intention and the lines shown, and the patient sees that they looked', async ({
  browser,
}) => {
  const hers = await openBrowserOf(browser, clinic(), { viewport: phone });
  await enterAs(hers, clinic(), { email: 'ana@home.example' });
  const ana = await hers.newPage();
  await ana.goto('/app/more/circle');
  await ana.getByLabel('Their name').fill('Rosa Lind');
  await ana.getByLabel('Who they are to you').fill('my therapist');
  await ana.getByText('They are my therapist: all my dates').click();
  await ana.getByText('What I show them from my journal').click();
  await ana.getByRole('button', { name: 'Make the link' }).click();
  const link = await ana
    .getByText(/\/companion\/#/)
    .first()
    .innerText();

  await test.step('she shows one line and keeps another', async () => {
    await ana.goto('/app/journal');
    await ana.getByRole('textbox').first().fill('Nobody else reads this one.');
    await ana.getByRole('button', { name: 'Keep it' }).click();
    await expect(ana.getByRole('paragraph').filter({ hasText: 'Nobody else reads this one.' })).toBeVisible();
    const intention = ana.getByRole('article').filter({ hasText: 'Intention' }).first();
    await intention.getByRole('link', { name: 'Open' }).click();
    await ana.getByText('Show it to one person').first().click();
    await ana
      .getByRole('group', { name: 'Who' })
      .getByRole('radio', { name: /^Rosa Lind/ })
      .check();
    await ana.getByRole('button', { name: 'Show it', exact: true }).click();
    await expect(ana.getByText(/has not opened it yet/)).toBeVisible();
  });
  const intention = await ana.getByRole('textbox', { name: 'Your words' }).inputValue();

  const outside = await openBrowserOf(browser, clinic(), { viewport: desktop });
  const rosa = await outside.newPage();
  await test.step('the room has dates, the line, and nothing of the chart', async () => {
    await rosa.goto(link);
    await expect(rosa.getByText(/^Session 1 of 6,/)).toBeVisible();
    await expect(
      rosa.getByText(/A good time to talk after it|own therapist sees them/).first(),
    ).toBeVisible();
    await rosa.getByRole('button', { name: 'Read it' }).click();
    await expect(rosa.getByText(intention)).toBeVisible();
    const said = await rosa.locator('main').innerText();
    expect(said).not.toMatch(/Reyes|Nobody else|ketamine|depress|PHQ|mmHg|\bmg\b/i);
    expect(await accessFindings(rosa)).toEqual([]);
    for (const path of ['chart', 'dosing-sessions', 'own-words', 'guest-notes']) {
      const asked = await rosa.request.get(
        `/api/patients/${await clinic().patientId('ana@home.example')}/${path}`,
      );
      expect([401, 404], path).toContain(asked.status());
    }
    await rosa.getByLabel('The care team and the person you see both read it.').fill('We meet on Friday.');
    await rosa.getByRole('button', { name: 'Send the note' }).click();
    await expect(rosa.getByText(/^Sent /)).toBeVisible();
  });

  await test.step('she sees that it was read, takes it back, and it is gone from the room', async () => {
    await ana.reload();
    await expect(ana.getByText(/Rosa Lind saw it/)).toBeVisible();
    await ana.getByRole('button', { name: 'Take it back' }).click();
    await expect(ana.getByText(/What was read cannot be unread/)).toBeVisible();
    await ana.goto('/app/more/circle');
    await expect(ana.getByRole('heading', { name: 'What they wrote to the clinic' })).toBeVisible();
    await expect(ana.getByText('We meet on Friday.')).toBeVisible();
    await ana.goto('/app/more/who-looked');
    await expect(ana.getByText('Rosa Lind').first()).toBeVisible();
    await expect(ana.getByText('Has a link that you gave.').first()).toBeVisible();
    await rosa.reload();
    await rosa.getByRole('button', { name: 'Read it' }).click();
    await expect(rosa.getByText('Nothing is shown to you just now.')).toBeVisible();
  });
  await outside.close();
  await hers.close();
});
