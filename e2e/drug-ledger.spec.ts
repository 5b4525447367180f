// The drug cupboard of one day: received, drawn for a person, given, the rest wasted, seen by a second nurse on her own
// sign-in, counted by two who agree, then miscounted so that the difference and its shift are named, and printed.

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { appendSessionEvents } from '#api/dosing-sessions.ts';
import { drawForPatient, writeInBook } from '#api/medication-stock.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { demoClinicId, demoStaff } from '#server/demo';
import { withTenant } from '#server/postgres';
import { type BrowserClinic, startBrowserClinic } from '#test/browser-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, newPerson, phone, signInAsStaff, tablet } from './people.ts';
import { through } from './through.ts';

const pictures = process.env['PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

/** Someone who comes for a dose at nine this morning. */
async function bookDoseToday(clinic: BrowserClinic): Promise<string> {
  const [patientId, seriesId, cycleId] = [randomUUID(), randomUUID(), randomUUID()];
  const at = new Date(clinic.now()).toISOString();
  const starts = new Date(clinic.now() + 3_600_000).toISOString();
  const ends = new Date(clinic.now() + 3 * 3_600_000).toISOString();
  const okafor = demoStaff.find(({ key }) => key === 'okafor')?.id;
  await withTenant(clinic.app.ports.pool, { clinicId: demoClinicId }, async (tx) => {
    await tx.query(
      `insert into patients (clinic_id, id, given_name, family_name, birth_date, address, zone, stage, stage_at, created_at)
       values ($1, $2, 'Ana', 'Reyes', '1984-05-05', '12 Ferry Street', 'America/New_York', 'active', $3, $3)`,
      [demoClinicId, patientId, at],
    );
    await tx.query(
      `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
       values ($1, $2, $3, 'iv', 'iv-example-1', 6, 'depression', 'active', $4, $5, $4)`,
      [demoClinicId, seriesId, patientId, at, okafor],
    );
    await tx.query(
      'insert into cycles (clinic_id, id, patient_id, series_id, number) values ($1, $2, $3, $4, 1)',
      [demoClinicId, cycleId, patientId, seriesId],
    );
    const { rows } = await tx.query<{ id: string }>(
      'select id from rooms where clinic_id = $1 order by number',
      [demoClinicId],
    );
    const roomId = rows[0]?.id;
    await tx.query(
      `insert into appointments (clinic_id, id, patient_id, cycle_id, room_id, kind, period, status, status_at, created_at)
       values ($1, $2, $3, $4, $5, 'dose', tstzrange($6, $7), 'booked', $8, $8)`,
      [demoClinicId, randomUUID(), patientId, cycleId, roomId, starts, ends, at],
    );
  });
  return patientId;
}

async function count(page: Page, sealed: string, openMl: string, occasion?: string): Promise<void> {
  await page.goto('/clinic/stock/count');
  if (occasion !== undefined) await page.getByLabel(occasion).check();
  await page.getByLabel('Sealed containers').fill(sealed);
  await page.getByLabel('Left in opened containers, together').fill(openMl);
  await page.getByRole('button', { name: /^I counted this/ }).click();
}

test('Half a vial is wasted in the room; the witness signs on another device; the evening count matches', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const clinic = await startBrowserClinic();
  try {
    const patientId = await bookDoseToday(clinic);
    const maria = await newPerson(browser, clinic, tablet);
    await signInAsStaff(maria, clinic, 'maria');
    const containerId = randomUUID();
    await through(maria, writeInBook, {
      body: {
        id: randomUUID(),
        happenedAt: clinic.now(),
        fact: {
          kind: 'received',
          substance: 'Ketamine hydrochloride',
          form: 'injection',
          strengthMgPerMl: 100,
          volumeMl: 5,
          containerIds: [containerId],
          lot: 'K2741',
          expiry: '2030-05',
          supplierName: 'Quay Supply',
        },
      },
    });
    await clinic.later(40 * 60_000);
    await signInAgain(maria, clinic, 'maria');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: /room/i }).first().click();
    await expect(maria.getByRole('list', { name: 'Settle in' })).toBeVisible();
    const [, sessionId = ''] = new URL(maria.url()).pathname.match(/sessions\/([^/]+)/) ?? [];

    // A whole vial is drawn for her; the pump runs, and half of it is left.
    await through(maria, drawForPatient, {
      params: { patientId },
      body: {
        id: randomUUID(),
        happenedAt: clinic.now(),
        sessionId,
        fact: { kind: 'drawn', containerId, mg: 500 },
      },
    });
    let seq = 0;
    const write = (fact: SessionFact, at: number) => {
      seq += 1;
      return {
        eventId: randomUUID() as string,
        sessionId,
        patientId,
        deviceId: '0d0d0d0d-0000-4000-8000-000000000077',
        deviceSeq: seq,
        effectiveAt: at,
        recordedAt: clinic.now(),
        fact,
      };
    };
    const began = clinic.now() - 5 * 60_000;
    await through(maria, appendSessionEvents, {
      params: { patientId, sessionId },
      body: {
        events: [
          write(
            {
              type: 'DoseStarted',
              v: 1,
              route: 'iv',
              doseMg: 250,
              concentrationMgPerMl: 100,
              rateMgPerMin: 250,
              plannedMinutes: 1,
              lot: 'K2741',
              expiry: '2030-05',
            },
            began,
          ),
          write({ type: 'DoseStopped', v: 1, reason: 'complete' }, began + 60_000),
        ],
      },
    });
    await maria.getByRole('button', { name: 'Way home' }).click();
    await maria
      .getByRole('list')
      .getByRole('button', { name: /^What is left of the drug/ })
      .click();
    await maria.getByRole('dialog').getByLabel('Wasted into the drug bin').fill('250');
    await picture(maria, 'room-waste');
    expect(await accessFindings(maria)).toEqual([]);
    await maria.getByRole('dialog').getByRole('button', { name: 'Wasted 250 mg' }).click();
    await expect(maria.getByRole('dialog')).toHaveCount(0);
    await expect(maria.getByText(/^All sent/).first()).toBeVisible();

    // The other nurse, on her own phone: the waste stands there by itself, once.
    const tom = await newPerson(browser, clinic, phone);
    await signInAsStaff(tom, clinic, 'tom');
    await tom.goto('/clinic/stock');
    await expect(tom.getByText('250 mg of Ketamine hydrochloride from No. 1')).toHaveCount(1);
    await expect(tom.getByRole('heading', { name: 'In a room, and not in the book' })).toHaveCount(0);
    await expect(tom.getByRole('heading', { name: 'In a syringe' })).toHaveCount(0);
    await tom.getByRole('button', { name: 'I saw 250 mg wasted' }).click();
    await expect(tom.getByText('Waiting for a witness')).toHaveCount(0);

    // In the evening nothing is left, and two people find that.
    await clinic.later(8 * 3_600_000);
    await signInAgain(maria, clinic, 'maria');
    await count(maria, '0', '0', 'Evening count');
    await expect(maria.getByText('Now a second person counts')).toBeVisible();
    await signInAgain(tom, clinic, 'tom');
    await count(tom, '0', '0');
    await expect(tom.getByText('The count agrees with the book.')).toBeVisible();

    // A dose that nobody drew is open under a name, and the count that finds less says so.
    await through(maria, appendSessionEvents, {
      params: { patientId, sessionId },
      body: {
        events: [
          write(
            {
              type: 'RescueMedicationGiven',
              v: 1,
              name: 'Lorazepam',
              doseText: '1 mg',
              route: 'in the mouth',
              indication: 'afraid',
              orderedBy: 'Dr. N. Okafor',
            },
            clinic.now(),
          ),
        ],
      },
    });
    await tom.goto('/clinic/stock');
    await expect(tom.getByText('Ana Reyes: 1 mg of lorazepam given')).toBeVisible();
    await expect(tom.getByText(/Maria Ruiz answers for it until one does/)).toBeVisible();
    await picture(tom, 'open-use-phone');
    await expectNothingBeside(tom);
    expect(await accessFindings(tom)).toEqual([]);
    await tom.getByRole('button', { name: 'Settle it' }).click();
    await tom.getByLabel('It came from').selectOption({ label: 'Not from this cupboard' });
    await tom.getByLabel(/^Where it came from/).fill('From the crash trolley; its own count is kept there.');
    await picture(tom, 'settle-phone');
    expect(await accessFindings(tom)).toEqual([]);
    await tom.getByRole('button', { name: 'Write it in the book' }).click();
    await expect(tom.getByText('Ana Reyes: 1 mg of lorazepam given')).toHaveCount(0);
  } finally {
    await clinic.stop();
  }
});

test('What comes into the cupboard is followed to the last witnessed drop, and two people’s count must equal the book @long', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const clinic = await startBrowserClinic();
  try {
    await bookDoseToday(clinic);
    const maria = await newPerson(browser, clinic, tablet);
    await signInAsStaff(maria, clinic, 'maria');
    await maria.getByRole('link', { name: 'Drug cupboard' }).click();
    await expect(maria.getByText('Nothing, by the book.')).toBeVisible();
    await expect(maria.getByText('No inventory is in the book')).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);

    await maria.getByRole('link', { name: 'Receive' }).click();
    await maria.getByRole('button', { name: 'Write the receipt' }).click();
    await expect(maria.getByText('Give the strength as printed')).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);
    await maria.getByLabel('Substance').fill('Ketamine hydrochloride');
    await maria.getByLabel('Form', { exact: true }).fill('injection');
    await maria.getByLabel('Strength').fill('100');
    await maria.getByLabel('Volume of one container').fill('5');
    await maria.getByLabel('Containers').fill('2');
    await maria.getByLabel('Lot').fill('K2741');
    await maria.getByLabel('Expires').fill('31/05/2030');
    await maria.getByLabel('Supplier', { exact: true }).fill('Quay Supply');
    await maria.getByLabel('Supplier’s address').fill('9 Dock Road, Portland');
    await picture(maria, 'receive');
    await maria.getByRole('button', { name: 'Write the receipt' }).click();
    await expect(maria.getByLabel('Expires')).toHaveAttribute('aria-invalid', 'true');
    await maria.getByLabel('Expires').fill('2030-05');
    await maria.getByRole('button', { name: 'Write the receipt' }).click();
    const first = maria.getByRole('listitem').filter({ hasText: 'No. 1' });
    await expect(first).toContainText('500 mg, sealed');
    await expect(maria.getByText('Missing: the supplier’s registration number.')).toBeVisible();

    // Drawn for a named person, given, and the rest wasted.
    await first.getByRole('button', { name: /^Draw/ }).click();
    const sheet = maria.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Write the draw' }).click();
    await expect(sheet.getByText('Choose for whom it is drawn')).toBeVisible();
    await sheet.getByLabel('For', { exact: true }).selectOption({ index: 1 });
    await sheet.getByLabel('Drawn up').fill('50');
    await picture(maria, 'draw');
    expect(await accessFindings(maria)).toEqual([]);
    await sheet.getByRole('button', { name: 'Write the draw' }).click();
    await expect(maria.getByText('50 mg for Ana Reyes')).toBeVisible();
    await maria.getByRole('button', { name: 'Given' }).click();
    await sheet.getByLabel('Given', { exact: true }).fill('35');
    await sheet.getByRole('button', { name: 'Write what was given' }).click();
    await expect(maria.getByText('15 mg for Ana Reyes')).toBeVisible();
    await maria.getByRole('button', { name: 'Waste the rest' }).click();
    await sheet.getByLabel('Wasted', { exact: true }).fill('15');
    await sheet.getByLabel('How it was wasted').fill('into the drug bin');
    await sheet.getByRole('button', { name: 'Write the waste' }).click();
    await expect(maria.getByText('Waiting for a witness')).toBeVisible();
    await expect(maria.getByText('Another person confirms it, signed in as themselves.')).toBeVisible();
    await expect(maria.getByRole('button', { name: /I saw/ })).toHaveCount(0);
    await expect(maria.getByRole('listitem').filter({ hasText: '450 mg, opened' })).toBeVisible();
    await picture(maria, 'cupboard-tablet');
    expect(await accessFindings(maria)).toEqual([]);

    // A second nurse, on her own phone.
    const tom = await newPerson(browser, clinic, phone);
    await signInAsStaff(tom, clinic, 'tom');
    await tom.goto('/clinic/stock');
    await expect(tom.getByText('15 mg of Ketamine hydrochloride from No. 1')).toBeVisible();
    await picture(tom, 'witness-phone');
    await expectNothingBeside(tom);
    expect(await accessFindings(tom)).toEqual([]);
    await tom.getByRole('button', { name: 'I saw 15 mg wasted' }).click();
    await expect(tom.getByText('Waiting for a witness')).toHaveCount(0);
    await expect(maria.getByText('Waiting for a witness')).toHaveCount(0);

    // Two count without a number of the book in sight, and agree.
    await clinic.later(9 * 3_600_000);
    await signInAgain(maria, clinic, 'maria');
    await maria.goto('/clinic/stock/count');
    await expect(maria.getByText('Lot K2741')).toBeVisible();
    await expect(maria.getByText(/450|4\.5/)).toHaveCount(0);
    await maria.getByRole('button', { name: 'I counted this' }).click();
    await expect(maria.getByText('Choose which count this is')).toBeVisible();
    await picture(maria, 'count');
    expect(await accessFindings(maria)).toEqual([]);
    await count(maria, '1', '4.5', 'Evening count');
    await expect(maria.getByText('Now a second person counts')).toBeVisible();
    await maria.getByRole('button', { name: 'Count again' }).click();
    await expect(maria.getByText(/^You counted at/)).toBeVisible();
    const dana = await newPerson(browser, clinic, phone);
    await signInAsStaff(dana, clinic, 'dana');
    await count(dana, '1', '4.5');
    await expect(dana.getByText('The count agrees with the book.')).toBeVisible();
    await expectNothingBeside(dana);
    expect(await accessFindings(dana)).toEqual([]);

    // The next evening a vial is not there: the difference stays, with the shift it arose in.
    await clinic.later(24 * 3_600_000);
    await signInAgain(maria, clinic, 'maria');
    await count(maria, '0', '4.5', 'Evening count');
    await expect(maria.getByText('Now a second person counts')).toBeVisible();
    await signInAgain(tom, clinic, 'tom');
    await count(tom, '0', '4.5');
    await expect(tom.getByText('The count does not agree with the book.')).toBeVisible();
    await expect(
      tom.getByText(/1 sealed container below the book. Counted 0, the book says 1/),
    ).toBeVisible();
    await expect(
      tom.getByText(/^The difference arose between the count of .+ and the count of /),
    ).toBeVisible();
    await picture(tom, 'difference-phone');

    // The paper an inspector reads.
    const ash = await newPerson(browser, clinic, desktop);
    await signInAsStaff(ash, clinic, 'ash');
    await ash.getByRole('link', { name: 'Drug cupboard' }).click();
    await expect(ash.getByRole('link', { name: 'Receive' })).toHaveCount(0);
    await expect(ash.getByRole('button', { name: /^Draw/ })).toHaveCount(0);
    await picture(ash, 'cupboard-desktop');
    await ash.emulateMedia({ colorScheme: 'dark' });
    expect(await accessFindings(ash, 'contrast')).toEqual([]);
    await ash.emulateMedia({ colorScheme: 'light' });
    await ash.getByRole('link', { name: 'The book' }).click();
    const given = ash.getByRole('listitem').filter({ hasText: 'Given 35 mg' });
    await expect(given).toContainText('Ana Reyes, 12 Ferry Street');
    const wasted = ash.getByRole('listitem').filter({ hasText: 'Wasted 15 mg' });
    await expect(wasted).toContainText('Witnessed by Tom Berg');
    await expect(ash.getByText('The count does not agree with the book.')).toBeVisible();
    await expect(ash.getByText(/registration not known/)).toBeVisible();
    expect(await accessFindings(ash)).toEqual([]);
    await ash.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await ash.getByRole('button', { name: 'Print' }).click();
    await expect(ash.locator('body')).toHaveAttribute('data-printed', 'yes');
    await ash.emulateMedia({ media: 'print' });
    await expect(ash.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(given).toBeVisible();
    await picture(ash, 'paper');
    await ash.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    expect(await accessFindings(ash, 'contrast')).toEqual([]);
    await picture(ash, 'book-dark');
    const [file] = await Promise.all([
      ash.waitForEvent('download'),
      ash.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const rows = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(rows.filter((row) => row.includes('Given') && row.includes('Ana Reyes'))).toHaveLength(1);

    // A line is put right by a later one; the old line stays.
    await maria.goto('/clinic/stock/book');
    await maria
      .getByRole('listitem')
      .filter({ hasText: 'Given 35 mg' })
      .getByRole('button', { name: /^Put right/ })
      .click();
    await sheet.getByLabel('The amount is not right').check();
    await sheet.getByLabel('The right amount').fill('36');
    await sheet.getByRole('button', { name: 'Put it right' }).click();
    await expect(sheet.getByText('Say why; it is kept beside the line')).toBeVisible();
    await sheet.getByLabel('Why').fill('The pump showed 36 mg.');
    await sheet.getByRole('button', { name: 'Put it right' }).click();
    await expect(maria.getByRole('listitem').filter({ hasText: 'Given 35 mg' })).toContainText(
      /Put right by line \d+: The pump showed 36 mg\./,
    );
    await expect(maria.getByRole('listitem').filter({ hasText: 'Given 36 mg' })).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);
    await picture(maria, 'book-tablet');

    // The desk has no part in it.
    const pat = await newPerson(browser, clinic, desktop);
    await signInAsStaff(pat, clinic, 'pat');
    await expect(pat.getByRole('link', { name: 'Drug cupboard' })).toHaveCount(0);
  } finally {
    await clinic.stop();
  }
});

/** After hours without a touch the screen is locked, and everyone signs in anew. */
async function signInAgain(page: Page, clinic: BrowserClinic, key: 'maria' | 'tom'): Promise<void> {
  await page.context().clearCookies();
  await signInAsStaff(page, clinic, key);
}
