// What she wrote about touch, words, waking, people and recording stands in the room while the dose works. One tap makes a
// limit tighter; nothing there, and nothing on her own phone, makes one looser before the effect is over.

import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { savePreparation } from '#api/preparation.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { doseStarted } from '#test/session-facts.ts';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { tablet } from './people.ts';
import { ask, inTheChair, tap } from './put-ready.ts';

const clinic = withDemoClinic();

test('a limit is made tighter with one tap while the dose works, keeps its time and author, and is not loosened from anywhere', {
  tag: '@S1-25',
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const email = 'ana@home.example';
  const patientId = await clinic().patientId(email);
  const [dose] = await clinic().ask<{ id: string; cycle_id: string }>(
    `select id, cycle_id from appointments where patient_id = $1 and kind = 'dose' order by period limit 1`,
    [patientId],
  );
  const room = await inTheChair(clinic(), { patientId, appointmentId: dose?.id ?? '', email });
  await room.write('maria', factOf('PatientArrived', {}), doseStarted);
  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'maria' });
  const maria = await bedside.newPage();
  const faults = watchFaults(maria);
  await maria.goto(room.path);
  const card = maria.getByRole('region', { name: 'The rest of the room' });

  await test.step('the room shows her own words on all five', async () => {
    for (const words of [
      'My left hand, ask first. Not my face.',
      'You are in the chair. It passes.',
      'I cry longer than a few minutes.',
      'Only the nurse.',
      'No recording.',
    ])
      await expect(card.getByText(words, { exact: false }).first()).toBeVisible();
  });

  await test.step('one tap, and no touch holds from now on', async () => {
    await card.getByRole('button', { name: 'No touch', exact: true }).click();
    await expect(card.getByText(/No touch at all \(tighter since/)).toBeVisible();
    await expect(card.getByRole('button', { name: /^No touch, since/ })).toBeDisabled();
    await card.getByRole('button', { name: 'Tighter', exact: true }).click();
    await tap(maria, 'Only the one who watches');
    await expect(maria.getByRole('button', { name: /^Only the one who watches, since/ })).toBeDisabled();
    await expect(
      maria.getByRole('dialog').getByRole('button', { name: /loosen|undo|take back/i }),
    ).toHaveCount(0);
    expect(await accessFindings(maria)).toEqual([]);
    await maria.keyboard.press('Escape');
  });

  await test.step('the guide beside her reads the same, no dose and no reading, and what she taps reaches the nurse', async () => {
    const chair = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(chair, clinic(), { staff: 'noor' });
    const noor = await chair.newPage();
    await noor.goto('/clinic/');
    await noor.getByRole('listitem').filter({ hasText: 'Ana' }).getByRole('link').click();
    await expect(noor.getByText(/No touch at all \(tighter since/)).toBeVisible();
    await expect(noor.getByText('Not known: no check yet')).toBeVisible();
    await expect(noor.getByText(/\bmg\b|mmHg|Reyes/)).toHaveCount(0);
    await noor.getByRole('button', { name: 'Do not speak to me' }).click();
    await expect(noor.getByRole('button', { name: /^Do not speak to me, since/ })).toBeDisabled();
    await noor.getByRole('button', { name: 'Breathed slowly together' }).click();
    await expect(noor.getByRole('listitem').filter({ hasText: 'Breathed slowly together' })).toBeVisible();
    await noor.getByRole('button', { name: 'Call for help now' }).click();
    await expect(noor.getByRole('button', { name: /^Help is called since/ })).toBeDisabled();
    expect(await accessFindings(noor)).toEqual([]);
    if (process.env.PICTURES !== undefined) {
      await noor.screenshot({ path: `${process.env.PICTURES}/guided-room.png`, fullPage: true });
      await noor.setViewportSize({ width: 390, height: 844 });
      await noor.screenshot({ path: `${process.env.PICTURES}/guided-room-phone.png`, fullPage: true });
      await noor.goto('/clinic/guided-rooms');
      await expect(noor.getByRole('heading', { name: 'Rooms' })).toBeVisible();
      await noor.screenshot({ path: `${process.env.PICTURES}/guided-rooms.png`, fullPage: true });
    }
    await expect(maria.getByText('Ana needs the medical back-up')).toBeVisible();
    await expect(card.getByText('Ana’s limits, 3 made tighter')).toBeVisible();
    await chair.close();
  });

  await test.step('it stands in the log with its time and author, and is not struck while the effect lasts', async () => {
    await maria.getByRole('button', { name: 'More', exact: true }).click();
    await tap(maria, 'Everything written, corrections');
    const line = maria.getByRole('dialog').getByRole('listitem').filter({ hasText: 'No touch at all' });
    await expect(line).toContainText('Maria Ruiz');
    await expect(line.getByRole('button', { name: 'In error' })).toHaveCount(0);
    await maria.keyboard.press('Escape');
  });

  await test.step('what her own phone sends to loosen it is refused', async () => {
    const body = {
      kind: 'limits',
      touch: 'Anywhere',
      recording: 'audio',
      talkOrQuiet: 'talk',
      people: '',
    } as const;
    await expect(
      ask(clinic(), { email }, savePreparation, {
        params: { patientId, cycleId: dose?.cycle_id ?? '', itemId: randomUUID() },
        body: { version: 0, body },
      }),
    ).rejects.toThrow(/under-effect/);
  });
  expect(faults()).toEqual([]);
  await bedside.close();
});
