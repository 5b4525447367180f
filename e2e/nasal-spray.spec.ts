// One spray session in the clinic, from the order to the way home: the label's doses, the program, two devices five
// minutes apart with their lots, two hours counted from the later one, and the papers that say
// what it was. What the first-dose story shows screen by screen is told through the routes here.

import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { bookAppointment } from '#api/appointments.ts';
import { decideIssue, listIssues, writeNote } from '#api/consult.ts';
import { appendSessionEvents } from '#api/dosing-sessions.ts';
import { type HealthRecordBody, recordHealthEntry, submitScreening } from '#api/health-record.ts';
import { getMe } from '#api/me.ts';
import { correctPatient } from '#api/patients.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { demoStaff } from '#server/demo';
import { type BrowserClinic, startBrowserClinic } from '#test/browser-clinic.ts';
import { accessFindings } from './looking.ts';
import {
  desktop,
  goThroughRoom,
  newPerson,
  openMailedLink,
  phone,
  pressCallButton,
  signInAsStaff,
  tablet,
  workOutDose,
} from './people.ts';
import { choose, keepSheet, takeRow, tap, tile } from './put-ready.ts';
import { through } from './through.ts';
import { lookedUp, saidNo } from './watched.ts';

const zone = 'America/New_York';
const okaforId = demoStaff.find((one) => one.key === 'okafor')?.id ?? '';
const shots = process.env.PICTURES;

test.describe('a spray session', () => {
  let clinic: BrowserClinic;
  test.beforeAll(async () => {
    clinic = await startBrowserClinic();
  });
  test.afterAll(async () => {
    await clinic.stop();
  });

  test('is ordered by its label, opened only in a certified place, given device by device, and leaves two hours after the later one', {
    tag: ['@S0-12', '@long'],
  }, async ({ browser }) => {
    test.setTimeout(3 * 60_000);
    const desk = await newPerson(browser, clinic, desktop);
    const noor = await newPerson(browser, clinic, phone);
    const okafor = await newPerson(browser, clinic, desktop);
    const maria = await newPerson(browser, clinic, tablet);

    await test.step('a person is screened and seen, by the routes of the app', async () => {
      await ask(noor);
      await signInAsStaff(desk, clinic, 'pat');
      await invite(desk);
      await openMailedLink(noor, clinic, 'noor@home.example');
      await signInAsStaff(okafor, clinic, 'okafor');
      await screenedAndSeen(clinic, { noor, desk, okafor });
    });

    await test.step('the prescriber plans the spray and signs a dose that its label has', async () => {
      await openPatient(okafor);
      await planSpray(okafor);
      await orderSpray(okafor, clinic);
    });

    await test.step('the desk books it, in a room for as long as the spray needs', async () => {
      await bookSeries(desk, clinic);
    });

    await test.step('she signs the consent of the spray', async () => {
      await noor.goto('/app/prepare/consent');
      await noor.getByLabel('Type your full name').fill('Noor Haddad');
      await noor.getByRole('button', { name: 'I have read this and I agree' }).click();
      await expect(noor.getByText(/You signed as Noor Haddad/)).toBeVisible();
      const patientId = (await through(noor, getMe)).patientId ?? '';
      for (const form of ['bladder', 'misuse'] as const)
        await through(noor, saveResponse, {
          params: { patientId, responseId: randomUUID() },
          body: saidNo(form, clinic.now()),
        });
      await through(okafor, recordHealthEntry, { params: { patientId }, body: lookedUp() });
    });

    await test.step('the nurse asks what a spray asks: other nose sprays and the program, and no weight', async () => {
      await clinic.later(untilToday(clinic, '09:30'));
      await signInAsStaff(maria, clinic, 'maria');
      await maria.getByRole('button', { name: 'Noor is here' }).click();
      await maria.getByRole('link', { name: /room/i }).first().click();
      await expect(maria.getByText('Nasal spray', { exact: false }).first()).toBeVisible();
      await expect(maria.getByRole('list', { name: 'Settle in' })).toContainText('Safety program');
      await expect(maria.getByRole('list', { name: 'Settle in' })).not.toContainText('Weight');
      await settleIn(maria);
      await preparedInTheChair(maria, clinic);
      await picture(maria, 'settling');
      await signInAsStaff(okafor, clinic, 'okafor');
      await okafor.goto(new URL(maria.url()).pathname);
      await workOutDose(okafor, { Dose: '56' });
      await okafor.getByRole('button', { name: 'Read and sign the dose' }).click();
      await expect(okafor.getByRole('dialog')).toContainText('Esketamine 56 mg, 2 devices');
      await okafor.getByRole('button', { name: 'Sign 56 mg for today' }).click();
      await expect(maria.getByText(/56 mg, signed/)).toBeVisible();
    });

    await test.step('without the program’s certificate of this place nobody opens a spray, and nobody overrides it', async () => {
      await clinic.settle({ certifiedSite: null });
      const sheet = new URL(maria.url()).pathname.replace(/sessions.*$/, 'gate');
      await okafor.goto(sheet);
      const line = okafor.getByRole('row').filter({ hasText: 'Certified site' });
      await expect(line).toContainText('Nobody has entered this clinic’s certificate');
      await line.getByRole('button', { name: 'Look: Certified site' }).click();
      await expect(okafor.getByText('“Certified site” cannot be overridden')).toBeVisible();
      await expect(okafor.getByRole('row').filter({ hasText: 'Prescriber on site' })).toContainText(
        '1 prescriber on shift',
      );
      await picture(okafor, 'not-certified');
      await maria.reload();
      await expect(maria.getByRole('button', { name: /^Closed: 1 line/ })).toBeDisabled();
      const until = wall(clinic, { days: 90 });
      await clinic.settle({ certifiedSite: { number: 'S-1204', until, enteredBy: 'Dana Cole' } });
      await okafor.reload();
      await expect(line).toContainText(`Certified, number S-1204, to the end of ${until}`);
      await maria.reload();
    });

    await test.step('the second device stays shut for five minutes after the first', async () => {
      await maria.getByRole('button', { name: 'Open the dose' }).click();
      await expect(maria.getByRole('dialog')).toContainText('gentle sniff');
      await picture(maria, 'device-1');
      await device(maria, 'E-204');
      await expect(maria.getByText('1 of 2 devices given')).toBeVisible();
      await expect(maria.getByRole('button', { name: /^Closed until/ })).toBeDisabled();
      await picture(maria, 'between');
      expect(await accessFindings(maria)).toEqual([]);
      await clinic.later(5 * 60_000 + 5_000);
      await maria.getByRole('button', { name: 'Give device 2, 28 mg' }).click();
      await device(maria, 'E-205');
      await expect(maria.getByText('2 of 2 devices given')).toBeVisible();
      await expect(
        maria.getByText(/Counted from the first .*, from the last .*; the later one holds/),
      ).toBeVisible();
      await picture(maria, 'given');
    });

    await test.step('the reading at forty minutes is asked, and rest begins', async () => {
      await rowsKept(maria, clinic, [11, 11]);
      await expect(maria.getByText('Minute 40', { exact: false }).first()).toBeVisible();
      await clinic.later(12 * 60_000 + 30_000);
      await takeRow(maria, ['146', '90', '84', '97'], 4);
      await maria.getByRole('button', { name: 'Rest begins now' }).click();
      await expect(maria.getByText('The way home is closed')).toBeVisible();
    });

    await test.step('she stays until two hours after the later device', async () => {
      await maria.getByRole('button', { name: 'Readings', exact: true }).click();
      await rowsKept(maria, clinic, [11, 11, 11, 11, 12, 12, 13]);
      await wayHome(maria);
      await expect(maria.getByText(/Rest at least until|From the first/).first()).toBeVisible();
      await expect(maria.getByRole('button', { name: /^Closed: 1 line to settle/ })).toBeDisabled();
      await picture(maria, 'resting');
      await clinic.later(5 * 60_000);
      await maria.getByRole('button', { name: 'Readings', exact: true }).click();
      await takeRow(maria, ['126', '80', '74', '98'], 5);
      await maria.getByRole('button', { name: 'Way home' }).click();
      await maria.getByRole('button', { name: 'Release Noor to a person' }).click();
      const sheet = maria.getByRole('dialog');
      await sheet.getByRole('textbox').first().fill('Sami');
      await tap(maria, 'Family');
      await keepSheet(maria, 'Release to Sami');
      await expect(maria.getByText('Gone home')).toBeVisible();
      await picture(maria, 'gone');
    });

    await test.step('the paper tells of a spray and of each device', async () => {
      await maria.getByRole('link', { name: 'Open the after-visit summary' }).click();
      await expect(maria.getByText(/^28 mg of esketamine, into the nose, /)).toHaveCount(2);
    });

    await test.step('the programme’s form is ready, right for its version, and its seven days are on the desk’s screen', async () => {
      await maria.goto(new URL(maria.url()).pathname.replace(/summary$/, 'form'));
      const form = maria.getByRole('article', { name: /^Patient monitoring form/ });
      await expect(form).toContainText('Noor');
      await expect(form).toContainText('E-204');
      await expect(form).toContainText('56');
      // What no reading says is asked of a person; what was read disagrees in nothing.
      const agreeing = maria.locator('section', {
        has: maria.getByRole('heading', { name: 'Does it agree with itself' }),
      });
      await expect(agreeing.getByRole('listitem')).toHaveCount(4);
      for (const asked of await agreeing.getByRole('listitem').all())
        await expect(asked).toContainText(/not known/);
      await expect(maria.getByText(/by the end of .*, seven calendar days after /)).toBeVisible();
      await maria.getByLabel('Version of the form').selectOption({ label: 'Form of 11/2021' });
      await expect(maria.getByRole('article', { name: 'Patient monitoring form, 11/2021' })).toBeVisible();
      expect(await accessFindings(maria)).toEqual([]);
      await picture(maria, 'programme-form');
      await signInAsStaff(desk, clinic, 'pat');
      await desk.getByRole('link', { name: 'Papers due' }).click();
      await expect(desk.getByRole('heading', { name: 'Papers due' })).toBeVisible();
      const row = desk.getByRole('row').filter({ hasText: 'Noor Haddad' });
      await expect(row).toContainText(/by .*, 7 days left/);
      await expect(row.getByRole('link')).toHaveCount(0);
      expect(await accessFindings(desk)).toEqual([]);
      await picture(desk, 'papers-desk');
    });
  });
});

async function picture(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
}

async function ask(page: Page): Promise<void> {
  await page.goto('/ask');
  await page.getByLabel('Your question, or what brings you').fill('Do you offer the nasal spray?');
  await page.getByLabel('Email').first().fill('noor@home.example');
  await page.getByRole('button', { name: 'Send the question' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('We have your question');
}

async function invite(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Inquiries' }).click();
  await page
    .getByRole('link', { name: /No name given/ })
    .first()
    .click();
  await page.getByLabel('Given name').fill('Noor');
  await page.getByLabel('Family name').fill('Haddad');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText('Invited to screening')).toBeVisible();
}

/** What the first-dose story shows screen by screen, told here through the same routes, each signed in as themselves. */
async function screenedAndSeen(
  clinic: BrowserClinic,
  { noor, desk, okafor }: { readonly noor: Page; readonly desk: Page; readonly okafor: Page },
): Promise<void> {
  const patientId = (await through(noor, getMe)).patientId ?? '';
  const params = { patientId };
  const tell = (body: HealthRecordBody) =>
    through(noor, recordHealthEntry, { params, body: { id: randomUUID(), body } });
  await through(noor, correctPatient, {
    params,
    body: {
      version: 1,
      givenName: 'Noor',
      familyName: 'Haddad',
      birthDate: '1984-05-02',
      sex: 'female',
      phone: '555 0171',
      email: 'noor@home.example',
      language: 'en',
    },
  });
  for (const key of [
    'takes-medicines',
    'has-allergies',
    'pregnancy',
    ...healthConditions.map(({ id }) => id),
  ])
    await tell({ kind: 'history-answer', key, answer: 'no' });
  await tell({
    kind: 'prior-treatment',
    name: 'sertraline',
    response: 'helped-some',
    duration: 'more than 8 weeks',
  });
  await tell({ kind: 'goal', words: 'I would cook for my friends.' });
  await through(noor, submitScreening, { params, body: {} });
  const appointmentId = randomUUID();
  const startsAt = clinic.now() + 10 * 60_000;
  await through(desk, bookAppointment, {
    params,
    body: {
      id: appointmentId,
      kind: 'consult',
      practitionerId: okaforId,
      startsAt,
      endsAt: startsAt + 45 * 60_000,
    },
  });
  const { issues } = await through(okafor, listIssues, { params });
  for (const { key, finding, decision } of issues)
    if (decision === undefined && (finding.action === 'exclude' || finding.action === 'review'))
      await through(okafor, decideIssue, {
        params,
        body: {
          id: randomUUID(),
          issueKey: key,
          decision: 'accept-risk',
          reason: 'Talked through with her today.',
        },
      });
  await through(okafor, writeNote, {
    params,
    body: {
      id: randomUUID(),
      kind: 'consult',
      appointmentId,
      text: 'History read line by line.',
      agenda: [],
      commitments: [],
      heldAt: clinic.now(),
    },
  });
}

/** The clinic's own wall clock, as its date fields want it. */
function wall(clinic: BrowserClinic, { days = 0, time }: { days?: number; time?: string } = {}): string {
  const day = addDays(localDateOf(clinic.now(), zone), days);
  return time === undefined ? day : `${day}T${time}`;
}

function untilToday(clinic: BrowserClinic, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Math.max(0, instantOf(localDateOf(clinic.now(), zone), hours * 60 + minutes, zone) - clinic.now());
}

async function openPatient(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('link', { name: 'Noor Haddad' }).first().click();
}

async function planSpray(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Plan and order' }).click();
  await page
    .getByRole('group', { name: 'Route and protocol' })
    .getByRole('radio', { name: /^Nasal spray/ })
    .check();
  await page.getByLabel('How many cycles').fill('2');
  await page.getByLabel('What it is for').fill('depression');
  await page.getByRole('button', { name: 'Plan it' }).click();
}

async function orderSpray(page: Page, clinic: BrowserClinic): Promise<void> {
  const doses = page.getByRole('group', { name: 'Dose' });
  // In the United States the label has no dose of one device, so none is offered.
  await expect(doses.getByRole('radio')).toHaveCount(2);
  await choose(page, 'What the label calls it', 'Depression that did not answer to treatment');
  await choose(page, 'Dose', '84 mg');
  await expect(page.getByText(/Sources differ on a first dose of 84 mg/)).toBeVisible();
  await choose(page, 'Dose', '56 mg');
  await expect(page.getByText(/Sources differ on a first dose/)).toHaveCount(0);
  await expect(page.getByText('Esketamine 56 mg, 2 devices')).toBeVisible();
  await picture(page, 'order');
  expect(await accessFindings(page)).toEqual([]);
  await clinic.later(6 * 60_000);
  await page.getByRole('button', { name: 'Sign: esketamine 56 mg' }).click();
  await page.getByLabel('Six digits').fill(clinic.codeOf(okaforId));
  await page.getByRole('button', { name: 'It is me' }).click();
  await expect(page.getByText(/I ordered this.*Dr. N. Okafor/)).toBeVisible();
}

async function bookSeries(page: Page, clinic: BrowserClinic): Promise<void> {
  await openPatient(page);
  await page.getByRole('link', { name: 'Book', exact: true }).click();
  await page.getByLabel('First dose on').fill(wall(clinic));
  await page.getByLabel('Rhythm').selectOption({ label: 'Once a week' });
  await page.getByLabel('Dose at').fill('10:00');
  await page.getByLabel('Integration', { exact: true }).selectOption({ label: 'The next day' });
  await page.getByLabel('Integration at').fill('10:00');
  await page.getByLabel('Room').selectOption({ label: 'Room 1' });
  await page.getByLabel('Therapist', { exact: true }).selectOption({ label: 'Inés Alba' });
  await page.getByRole('button', { name: 'Lay out the days' }).click();
  await page.getByRole('button', { name: 'Book all 2, or none' }).click();
  await expect(page.getByText(/All 2 doses of this series are booked/)).toBeVisible();
}

/** She came without a phone of her own: the nurse went through getting ready with her, and wrote it down. */
async function preparedInTheChair(maria: Page, clinic: BrowserClinic): Promise<void> {
  await through(maria, writeNote, {
    params: { patientId: /patients\/([^/]+)/.exec(maria.url())?.[1] ?? '' },
    body: {
      id: randomUUID(),
      kind: 'preparation',
      text: 'Gone through together in the chair.',
      agenda: [],
      commitments: [],
      heldAt: clinic.now(),
    },
  });
}

async function settleIn(page: Page): Promise<void> {
  await tile(page, 'Two identifiers');
  await page.getByLabel('Full name').check();
  await page.getByLabel('Birth date').check();
  await keepSheet(page, 'Save: both match');
  await tile(page, 'Call button');
  await pressCallButton(page, 'noor@home.example');
  await keepSheet(page, 'Heard here: the button works');
  await goThroughRoom(page);
  await tile(page, 'Last food, last drink');
  await page.getByRole('textbox', { name: 'Last food' }).fill('22:00');
  await page.getByRole('textbox', { name: 'Last clear drink' }).fill('06:30');
  await keepSheet(page, 'Save both');
  await tile(page, 'Other nose sprays');
  await tap(page, 'None today');
  await keepSheet(page, 'Save the answer');
  await tile(page, 'Safety program');
  await keepSheet(page, 'Looked up today: enrolled');
  await tile(page, 'Medicines');
  await tap(page, 'No change');
  await keepSheet(page, 'Save the answer');
  await tile(page, 'Risk question');
  await keepSheet(page, /^No$/);
  await tile(page, 'Consent read back');
  await keepSheet(page, 'Said back, and they agree');
  await tile(page, 'Intention');
  await keepSheet(page, 'None wanted');
  await tile(page, 'Ride home');
  await page.getByLabel('Who takes them home').fill('Sami');
  await tap(page, 'By phone, just now');
  await keepSheet(page, 'Save: they said yes');
  await tile(page, 'Who watches');
  await keepSheet(page, /^I watch/);
  await workOutDose(page, { Dose: '56' });
  await tile(page, 'First readings');
  await takeRow(page, ['124', '78', '72', '98'], 5);
}

async function device(page: Page, lot: string): Promise<void> {
  await page.getByLabel('Lot').fill(lot);
  await page.getByLabel('Expiry').fill('2028-06');
  await keepSheet(page, 'Sprayed now');
}

/** The long watch: each row arrives as a second device would send it, while the tablet on the table follows. */
async function rowsKept(page: Page, clinic: BrowserClinic, minutes: readonly number[]): Promise<void> {
  const [, patientId = '', sessionId = ''] =
    new URL(page.url()).pathname.match(/patients\/([^/]+)\/sessions\/([^/]+)/) ?? [];
  for (const each of minutes) {
    await clinic.later(each * 60_000);
    const at = clinic.now();
    const facts: SessionFact[] = [
      {
        type: 'VitalSignsMeasured',
        v: 1,
        systolicMmHg: 126,
        diastolicMmHg: 80,
        heartRatePerMin: 74,
        spo2Percent: 98,
        couldNotRead: [],
        context: 'scheduled',
        source: 'typed',
      },
      { type: 'SedationRated', v: 1, moaas: 5 },
    ];
    const events = facts.map((fact) => {
      rowsSent += 1;
      return {
        eventId: randomUUID() as string,
        sessionId,
        patientId,
        deviceId: secondDevice,
        deviceSeq: rowsSent,
        effectiveAt: at,
        recordedAt: at,
        fact,
      };
    });
    await through(page, appendSessionEvents, { params: { patientId, sessionId }, body: { events } });
  }
}
const secondDevice = '0d0d0d0d-0000-4000-8000-000000000055';
let rowsSent = 0;

async function wayHome(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Way home' }).click();
  await tile(page, 'Symptoms asked');
  await keepSheet(page, 'Asked: none');
  await tile(page, 'Aldrete score');
  for (const item of ['Moves on request', 'Breathing', 'Pressure against before', 'Awake', 'Oxygen']) {
    await page.getByRole('group', { name: item }).getByRole('button', { name: /^2/ }).click();
  }
  await keepSheet(page, 'Save 10 of 10');
  await tile(page, 'Who, where, when');
  for (const item of ['Who they are', 'Where they are', 'What day it is', 'Why they are here']) {
    await page
      .getByRole('group', { name: item })
      .getByRole('button', { name: 'Says it', exact: true })
      .click();
  }
  await keepSheet(page, 'Save the answers');
  await tile(page, 'Walking');
  await keepSheet(page, 'Steady');
  await tile(page, 'Instructions said back');
  await keepSheet(page, 'All of it');
  await tile(page, 'Belongings');
  await keepSheet(page, 'All given back');
  await tile(page, 'Person at the door');
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox').first().fill('Sami');
  await tap(page, 'Said, and it matched');
  await keepSheet(page, 'Save: here, word matched');
}
