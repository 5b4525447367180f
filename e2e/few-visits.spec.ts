// Someone who asked for quiet is left in it: what is due close together is one visit, walked through on one sheet, each check
// kept by itself. What the protocol asks about seeing and hearing is seen from outside, and nobody is asked a thing.

import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { savePreparation } from '#api/preparation.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { doseStarted } from '#test/session-facts.ts';
import { enterAs, openBrowserOf, staffNamed, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { desktop, tablet, typeOnKeys } from './people.ts';
import { ask, inTheChair, keepSheet, tap, tile, vitalSigns } from './put-ready.ts';

const clinic = withDemoClinic();
const tooHigh = {
  systolicMmHg: 196,
  diastolicMmHg: 104,
  context: 'unscheduled',
  source: 'typed',
} as const;

test('with few interruptions the checks that are due together become one visit, on the bedside, on the wall and in the note', {
  tag: ['@S1-20', '@S2-31'],
}, async ({ browser }) => {
  test.setTimeout(90_000);
  const email = 'ana@home.example';
  const patientId = await clinic().patientId(email);
  const [dose] = await clinic().ask<{ id: string; cycle_id: string }>(
    `select id, cycle_id from appointments where patient_id = $1 and kind = 'dose' order by period limit 1`,
    [patientId],
  );
  await ask(clinic(), { email }, savePreparation, {
    params: { patientId, cycleId: dose?.cycle_id ?? '', itemId: randomUUID() },
    body: {
      version: 0,
      body: { kind: 'limits', touch: '', recording: 'no', talkOrQuiet: 'quiet', people: '' },
    },
  });
  const room = await inTheChair(clinic(), { patientId, appointmentId: dose?.id ?? '', email });
  const { id, name } = staffNamed('maria');
  await room.write(
    'maria',
    factOf('PatientArrived', {}),
    factOf('MonitorAssigned', { practitionerId: id, name }),
  );
  const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
  await enterAs(bedside, clinic(), { staff: 'maria' });
  const maria = await bedside.newPage();
  const faults = watchFaults(maria);
  const sheet = maria.getByRole('dialog');
  await maria.goto(room.path);

  await test.step('the quiet she asked for holds for the checks too, once it is read back', async () => {
    await tile(maria, 'Limits read back');
    await expect(sheet.getByText(/They want quiet, so checks are gathered/)).toBeVisible();
    await keepSheet(maria, 'Read together, and they stand');
    await expect(maria.getByText(/Few interruptions$/)).toBeVisible();
  });

  await room.write('maria', doseStarted, vitalSigns({ slotMinute: 0 }));
  clinic().later(30 * 60_000);
  await room.write(
    'maria',
    vitalSigns({ slotMinute: 30 }),
    factOf('OnsetSaid', { felt: 'felt' }),
    factOf('LineChecked', { site: 'Left hand', found: 'fine' }),
  );
  await clinic().pass(10 * 60_000);

  const wide = await openBrowserOf(browser, clinic(), { viewport: desktop });
  await enterAs(wide, clinic(), { staff: 'maria' });
  const wall = await wide.newPage();
  await test.step('the wall says the visit, and how many checks it is for', async () => {
    await wall.goto('/clinic/board');
    await expect(wall.getByText(/^One visit, 3 checks, /)).toBeVisible();
  });

  await test.step('readings, line and what she sees and hears are one visit at minute 40, on one sheet', async () => {
    await expect(maria.getByText('Visit: readings, line, senses')).toBeVisible();
    await expect(maria.getByRole('button', { name: /^Look at the line/ })).toHaveCount(0);
    await maria.getByRole('button', { name: 'Begin' }).click();
    await expect(sheet.getByRole('list', { name: 'This visit' }).getByRole('listitem')).toHaveText([
      /Readings/,
      /Look at the line/,
      /What they see and hear/,
    ]);
    expect(await accessFindings(maria)).toEqual([]);
    for (const [index, figure] of ['128', '82', '74', '97'].entries()) {
      if (index > 0) await sheet.getByRole('button', { name: 'Next', exact: true }).click();
      await typeOnKeys(maria, figure);
    }
    await sheet.getByRole('button', { name: /^5\. / }).click();
    await tap(maria, /^Save row at/);
    await tap(maria, 'fine');
    await tap(maria, 'Looked at now');
    await expect(sheet.getByText(/Watch, and do not ask/)).toBeVisible();
    await tap(maria, '7');
    await keepSheet(maria, /^Save at/);
    await expect(maria.getByText('Nothing due this minute')).toBeVisible();
    await expect(maria.getByText('Minute 50', { exact: true })).toBeVisible();
  });

  await test.step('what is common is one tap, whenever it is seen', async () => {
    await maria.getByRole('button', { name: 'More', exact: true }).click();
    await tap(maria, 'What is seen');
    await tap(maria, /sees or hears things changed/i);
    await keepSheet(maria, /^Note at/);
  });

  await test.step('a red value rings at once, whatever is gathered', async () => {
    await room.write('maria', factOf('VitalSignsMeasured', { ...tooHigh, couldNotRead: [] }));
    await expect(wall.getByText(/196/).first()).toBeVisible();
    await expect(maria.getByText(/196/).first()).toBeVisible();
  });

  await test.step('the note tells the visits, each check by itself, and what was seen', async () => {
    await maria.goto(room.path.replace(/room$/, 'note'));
    await expect(maria.getByText('Few interruptions: 8 checks in 3 visits.')).toBeVisible();
    await expect(maria.getByText(/Line at Left hand: fine/)).toHaveCount(2);
    await expect(maria.getByRole('row').filter({ hasText: '128/82' })).toContainText(
      'perceptual change 7 of 10 (seen)',
    );
    await expect(maria.getByText(/sees or hears things changed/).first()).toBeVisible();
  });
  expect(faults()).toEqual([]);
  await bedside.close();
  await wide.close();
});
