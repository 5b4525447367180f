// Three mornings on which a line of the sheet is not simply met: a medicine nobody is sure of, a driver who never said yes,
// and too few nurses for one more dose.

import { expect, type Page, test } from '@playwright/test';
import { endShift } from '#api/sign-in.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, tablet } from './people.ts';
import { ask, type InTheChair, inTheChair, keepSheet, readyToLeave, tap, tile } from './put-ready.ts';

const minute = 60_000;

const drip = (doseMg: number): SessionFact =>
  factOf('DoseStarted', {
    route: 'iv',
    doseMg,
    concentrationMgPerMl: 10,
    rateMgPerMin: doseMg / 40,
    plannedMinutes: 40,
    lot: 'K7742',
    expiry: '2028-09',
  });

test.describe('lines of the sheet that a person decides', () => {
  // One morning: each story goes on where the one before it ended.
  test.describe.configure({ mode: 'serial' });
  const clinic = withDemoClinic();
  let james: InTheChair | undefined;

  const sit = async (email: string) => {
    const patientId = await clinic().patientId(email);
    const [dose] = await clinic().ask<{ id: string }>(
      `select a.id from appointments a where a.patient_id = $1 and a.kind = 'dose' and a.status = 'booked' order by a.period limit 1`,
      [patientId],
    );
    return await inTheChair(clinic(), { patientId, appointmentId: dose?.id ?? '', email });
  };
  const row = (page: Page, name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

  test('a patient on a flagged medicine is not sure about today’s dose: the gate shows unknown, and it is not met', async ({
    browser,
  }) => {
    james = await sit('james@home.example');
    await james.write('maria', factOf('PatientArrived', {}));
    const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
    await enterAs(bedside, clinic(), { staff: 'maria' });
    const maria = await bedside.newPage();
    await maria.goto(james.path);
    await tile(maria, 'Medicines');
    await tap(maria, 'Not sure');
    await maria.getByLabel('Which, and when').fill('Lorazepam last night, he thinks he took it.');
    await keepSheet(maria, 'Save the answer');
    const medicines = maria
      .getByRole('list', { name: 'Settle in' })
      .getByRole('button', { name: /^Medicines/ });
    await expect(medicines).toContainText('Not sure');
    await expect(medicines).toContainText(/unknown/i);
    await expect(maria.getByRole('button', { name: /^Closed: \d+ lines to settle/ })).toBeDisabled();
    await maria.getByRole('link', { name: 'Gate sheet' }).click();
    await expect(row(maria, 'Medicines')).toContainText('Unknown');
    await expect(row(maria, 'Medicines')).toContainText('Not sure');
    await expect(row(maria, 'Medicines')).not.toContainText(/^Met/);
    await bedside.close();
  });

  test('a driver who never said yes holds the dose until the prescriber overrides with a reason, and the way home still waits for a person at the door; a plan he never made holds it too, until someone signs why', {
    tag: '@S1-4',
  }, async ({ browser }) => {
    test.setTimeout(90_000);
    const room = james;
    if (room === undefined) throw new Error('He is in his chair since the story before.');
    const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(desk, clinic(), { staff: 'okafor' });
    const okafor = await desk.newPage();

    await test.step('at arrival the sheet says that nobody said yes, and holds', async () => {
      await okafor.goto(`/clinic/patients/${room.patientId}/gate`);
      await expect(row(okafor, 'Ride home')).toContainText('Not met');
      await row(okafor, 'Ride home').getByRole('button').click();
      await expect(okafor.getByRole('button', { name: 'Sign the override' })).toBeVisible();
      await okafor
        .getByRole('textbox', { name: 'Reason, in one sentence' })
        .fill('His brother is asked again; a nurse drives him if he does not come.');
      await okafor.getByRole('button', { name: 'Sign the override' }).click();
      await expect(row(okafor, 'Ride home')).toContainText(/overridden/i);
      await expect(row(okafor, 'Ride home')).toContainText('Dr. N. Okafor');
      await expect(okafor.getByText('Dose is closed').first()).toBeVisible();
    });

    await test.step('what he did not get ready is named, and going on without it is signed and kept in the log', async () => {
      await expect(row(okafor, 'Preparation')).toContainText('Not met');
      await expect(row(okafor, 'Preparation')).toContainText(
        'Missing: Plan for when it gets hard; Plan for the day. 2 of 4 done',
      );
      await row(okafor, 'Preparation').getByRole('button').click();
      const reason = 'He and Maria spoke about both this morning.';
      await okafor.getByRole('textbox', { name: 'Reason, in one sentence' }).fill(reason);
      await okafor.getByRole('button', { name: 'Sign the override' }).click();
      await expect(row(okafor, 'Preparation')).toContainText(/overridden/i);
      await expect(row(okafor, 'Preparation')).toContainText(reason);
      await expect(row(okafor, 'Preparation')).toContainText('Dr. N. Okafor');
      const kept = await clinic().ask<{ reason: string; author_name: string }>(
        `select body -> 'fact' ->> 'reason' as reason, author_name from dosing_session_events
          where session_id = $1 and type = 'ConditionOverridden' and body -> 'fact' ->> 'condition' = 'preparation'`,
        [room.sessionId],
      );
      expect(kept).toEqual([{ reason, author_name: 'Dr. N. Okafor' }]);
    });

    await test.step('the dose went in and wore off; everything is ready but the person at the door', async () => {
      await room.write('maria', drip(41));
      await clinic().pass(41 * minute);
      await room.write(
        'maria',
        factOf('DoseStopped', { reason: 'complete' }),
        factOf('RecoveryStarted', {}),
        factOf('LineRemoved', {}),
      );
      await clinic().pass(121 * minute);
      const ready = readyToLeave('Ben').filter(({ type }) => type !== 'EscortArrived');
      await room.write('maria', ...ready);
      const bedside = await openBrowserOf(browser, clinic(), { viewport: tablet });
      await enterAs(bedside, clinic(), { staff: 'maria' });
      const maria = await bedside.newPage();
      await maria.goto(room.path);
      await maria.getByRole('button', { name: 'Way home' }).click();
      await expect(maria.getByRole('button', { name: 'Closed: 1 line to settle' })).toBeDisabled();
      await expect(
        maria.getByRole('list', { name: 'Way home' }).getByRole('button', { name: /^Person at the door/ }),
      ).toContainText('No one noted');
      await tile(maria, 'Person at the door');
      await maria.getByRole('dialog').getByRole('textbox').first().fill('Ben');
      await tap(maria, 'Said, and it matched');
      await keepSheet(maria, 'Save: here, word matched');
      await expect(maria.getByRole('button', { name: 'Release James to a person' })).toBeEnabled();
      await maria.getByRole('button', { name: 'Release James to a person' }).click();
      await maria.getByRole('dialog').getByRole('textbox').first().fill('Ben');
      await tap(maria, 'Family');
      await keepSheet(maria, 'Release to Ben');
      await expect(maria.getByText('Gone home')).toBeVisible();
      await bedside.close();
    });
    await desk.close();
  });

  test('one nurse and two dosing: the third start is refused with the time of the next place, and the prescriber may decide with a reason', async ({
    browser,
  }) => {
    test.setTimeout(90_000);
    await ask(clinic(), { staff: 'tom' }, endShift, {});
    for (const email of ['ana@home.example', 'sam@home.example']) {
      const room = await sit(email);
      await room.write('maria', factOf('PatientArrived', {}), drip(35));
    }
    const third = await sit('dolores@home.example');
    await third.write('maria', factOf('PatientArrived', {}));
    const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(desk, clinic(), { staff: 'okafor' });
    const okafor = await desk.newPage();

    await test.step('the wall shows the ratio, who covers, and when the next dose may start', async () => {
      await okafor.goto('/clinic/board');
      await expect(okafor.getByText('Nurses 1, dosing 2.')).toBeVisible();
      await expect(okafor.getByText(/Limit 2 each\. No more starts now\. Next about \d+:\d\d/)).toBeVisible();
      await expect(okafor.getByText('Maria Ruiz').first()).toBeVisible();
      await expectNothingBeside(okafor);
    });

    await test.step('the sheet of the third refuses the start and says when', async () => {
      await okafor.goto(`/clinic/patients/${third.patientId}/gate`);
      await expect(row(okafor, 'Nurse per room')).toContainText('Not met');
      await expect(row(okafor, 'Nurse per room')).toContainText(
        /1 nurse, 2 dosing\. The next place is expected at \d+:\d\d/,
      );
      expect(await accessFindings(okafor)).toEqual([]);
    });

    await test.step('the prescriber goes on with a reason and a name', async () => {
      await row(okafor, 'Nurse per room').getByRole('button').click();
      await okafor
        .getByRole('textbox', { name: 'Reason, in one sentence' })
        .fill('I sit with her myself until a place is free.');
      await okafor.getByRole('button', { name: 'Sign the override' }).click();
      await expect(row(okafor, 'Nurse per room')).toContainText(/overridden/i);
      await expect(row(okafor, 'Nurse per room')).toContainText('Dr. N. Okafor');
    });
    await desk.close();
  });
});
