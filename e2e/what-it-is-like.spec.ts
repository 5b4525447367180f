// What the dose is like, and what the room does with it: what she says beside what is seen, great distress that calls
// someone, scenes kept with their time, and the two questions asked again before she leaves.

import { expect, type Page, test } from '@playwright/test';
import { factOf } from '#dosing-session/recorder.ts';
import { doseStarted } from '#test/session-facts.ts';
import { enterAs, openBrowserOf, staffNamed, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { phone, tablet } from './people.ts';
import { inTheChair, keepSheet, tap, tile } from './put-ready.ts';

const clinic = withDemoClinic();
const shots = process.env.PICTURES;

test('what she feels is noted beside what is seen, distress calls someone, the room follows, and she is asked again before she leaves', {
  tag: [
    '@S0-27',
    '@S0-39',
    '@S1-18',
    '@S1-19',
    '@S1-23',
    '@S1-29',
    '@S1-30',
    '@S2-7',
    '@S2-30',
    '@S2-37',
    '@S2-40',
  ],
}, async ({ browser }) => {
  test.setTimeout(60_000);
  const email = 'ana@home.example';
  await test.step('beforehand her phone says that it may feel strange, how long, and that it passes', async () => {
    const small = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(small, clinic(), { email });
    const page = await small.newPage();
    await page.goto('/app/prepare/know');
    await page
      .getByRole('group', { name: /^Before you read/ })
      .getByRole('button', { name: '3', exact: true })
      .click();
    await expect(page.getByText('Card 1 of 5')).toBeVisible();
    // A second tap of a shaking hand is let go for a moment.
    const from = await page.evaluate(() => performance.now());
    await page.waitForFunction((at) => performance.now() - at > 700, from);
    await page.getByRole('button', { name: 'Go on', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'It may feel strange' })).toBeVisible();
    await expect(page.getByText(/You may feel far from your body\. .* It passes\.$/)).toBeVisible();
    await expect(
      page.getByText(/^The main part often lasts \d+ to \d+ minutes, then it eases\.$/),
    ).toBeVisible();
    await small.close();
  });
  const patientId = await clinic().patientId(email);
  const [dose] = await clinic().ask<{ id: string }>(
    `select id from appointments where patient_id = $1 and kind = 'dose' order by period limit 1`,
    [patientId],
  );
  const room = await inTheChair(clinic(), { patientId, appointmentId: dose?.id ?? '', email });
  const watcher = staffNamed('maria');
  await room.write(
    'maria',
    factOf('PatientArrived', {}),
    factOf('MonitorAssigned', { practitionerId: watcher.id, name: watcher.name }),
    doseStarted,
  );
  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'maria' });
  const maria = await bedside.newPage();
  const faults = watchFaults(maria);
  await maria.goto(room.path);
  const sheet = maria.getByRole('dialog');
  await expect(maria.getByText(/^Pump on since/)).toBeVisible();

  await test.step('what is common is noted without an alarm, beside the scale of how awake she is', async () => {
    await more(maria, 'What is seen');
    for (const tag of ['deeply relaxed', 'a sense of inner space', 'inner images', 'floating'])
      await sheet.getByRole('button', { name: tag }).click();
    await picture(maria, 'what-is-seen');
    expect(await accessFindings(maria)).toEqual([]);
    await keepSheet(maria, /^Note at/);
    await expect(maria.getByRole('button', { name: 'I see it' })).toHaveCount(0);
  });

  await test.step('her own word and what is seen stand in one row; from seven on it rings, with the first moves', async () => {
    await more(maria, 'How it feels');
    const said = sheet.getByRole('group', { name: /^Distress they say/ });
    await said.getByRole('button', { name: '3', exact: true }).click();
    await sheet
      .getByRole('group', { name: 'Distress you see' })
      .getByRole('button', { name: '8', exact: true })
      .click();
    await sheet
      .getByRole('group', { name: /^How far away they say/ })
      .getByRole('button', { name: 'Far away' })
      .click();
    await picture(maria, 'how-it-feels');
    await keepSheet(maria, /^Save at/);
    await expect(maria.getByText('8 of 10').first()).toBeVisible();
    await picture(maria, 'distress-rings');
    await maria.getByRole('button', { name: 'I see it' }).click();
    await expect(maria.getByText(/Seen by Maria Ruiz in \d+ s/)).toBeVisible();
    await maria.getByRole('button', { name: 'Help given, first moves' }).click();
    await expect(sheet.getByText('You are in the chair. It passes.')).toBeVisible();
    await expect(sheet.getByRole('heading', { name: /^Great distress/ })).toBeVisible();
    await expect(sheet.getByText('One person stays with them.')).toBeVisible();
    await sheet
      .getByRole('button', { name: /^Stayed beside|^Sat beside/ })
      .first()
      .click();
    await picture(maria, 'first-moves');
    await sheet.getByRole('button', { name: 'Close', exact: true }).click();
  });

  await test.step('a scene sets light, sound and comfort; what was changed stands with its time and name', async () => {
    await maria.getByRole('button', { name: 'Setting', exact: true }).click();
    await expect(sheet.getByText(/^Asked for .* low light|^Asked for/)).toBeVisible();
    await tap(maria, /^Stillness/);
    await picture(maria, 'scenes');
    expect(await accessFindings(maria)).toEqual([]);
    await keepSheet(maria, 'Changed now');
    await maria.getByRole('button', { name: 'Setting', exact: true }).click();
    await tap(maria, /^low$/);
    await keepSheet(maria, 'Changed now');
    await maria.getByRole('button', { name: 'Setting', exact: true }).click();
    const changes = sheet.getByRole('region', { name: 'Changed so far' }).getByRole('listitem');
    await expect(changes).toHaveCount(2);
    await expect(changes.last()).toContainText(
      /Room: Stillness, silence, light: dark, eye mask, blanket, Maria/,
    );
    await expect(changes.first()).toContainText(/light: low, Maria/);
    await sheet.getByRole('button', { name: 'Close', exact: true }).click();
  });

  await test.step('on the way home she is asked again whether to talk, and says how she is in two taps', async () => {
    await room.write('maria', factOf('DoseStopped', { reason: 'complete' }), factOf('RecoveryStarted', {}));
    await maria.getByRole('button', { name: 'Way home', exact: true }).click();
    await tile(maria, 'Talk or quiet now');
    await expect(sheet.getByText(/^Beforehand: .* It may be another wish now\./)).toBeVisible();
    await tap(maria, /wants quiet$/);
    await expect(sheet).toHaveCount(0);
    await tile(maria, 'How they are now');
    await tap(maria, 'uneasy');
    await tap(maria, 'calm');
    await expect(sheet.getByRole('button', { name: 'uneasy' })).toHaveAttribute('aria-pressed', 'false');
    await tap(maria, 'tired');
    await tap(maria, 'back, as from a journey');
    await picture(maria, 'how-they-are-now');
    expect(await accessFindings(maria)).toEqual([]);
    await keepSheet(maria, 'Save their words');
    const list = maria.getByRole('list', { name: 'Way home' });
    await expect(list.getByRole('button', { name: /^How they are now/ })).toContainText('Maria Ruiz');
    await expect(maria.getByText(/^All sent/).first()).toBeVisible();
  });

  await test.step('the note tells it in one row, and each change of the room once', async () => {
    await maria.goto(room.path.replace(/room$/, 'note'));
    const paper = maria.getByRole('article').first();
    await expect(paper.getByText(/distress 3 of 10 \(said\), distress 8 of 10 \(seen\)/)).toHaveCount(1);
    await expect(
      paper.getByText(/deeply relaxed, a sense of inner space, inner images, floating/),
    ).toHaveCount(1);
    await expect(paper.getByText(/Room: Stillness, silence, light: dark/)).toHaveCount(1);
    await expect(paper.getByText(/Says they are: calm, tired, back, as from a journey/)).toHaveCount(1);
    await expect(paper.getByText(/Asked about talk or quiet: wants quiet/)).toHaveCount(1);
  });
  expect(faults()).toEqual([]);
  await bedside.close();
});

async function more(page: Page, sheet: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await tap(page, sheet);
}

async function picture(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/like-${name}.png` });
}
