// One life, from the first question to a good week after: a visitor who becomes a patient, the desk, a prescriber, a nurse,
// a therapist, and the sister who takes her home. Everything is done by hand in a real browser and is really stored.

import { expect, type Page, test } from '@playwright/test';
import { addDays, localDateOf } from '#clinical/instant.ts';
import { demoStaff } from '#server/demo';
import { type BrowserClinic, startBrowserClinic } from '#test/browser-clinic.ts';
import { desktop, newPerson, openMailedLink, phone, signInAsStaff, tablet, typeOnKeys } from './people.ts';

const zone = 'America/New_York';
const okaforId = demoStaff.find((one) => one.key === 'okafor')?.id ?? '';

test.describe('a first dose', () => {
  let clinic: BrowserClinic;
  test.beforeAll(async () => {
    clinic = await startBrowserClinic();
  });
  test.afterAll(async () => {
    await clinic.stop();
  });

  test('carries one person from the first question to a good week after', async ({ browser }) => {
    test.setTimeout(6 * 60_000);
    const visitor = await newPerson(browser, clinic, phone);
    const desk = await newPerson(browser, clinic, desktop);

    await test.step('a visitor reads without a script and asks a question', async () => {
      await visitor.goto('/');
      await visitor.getByRole('link', { name: 'Read a first session' }).click();
      await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('What a first session is like');
      await expect(visitor.getByText('off-label').first()).toBeVisible();
      expect(await visitor.evaluate(() => document.scripts.length)).toBe(0);
      await visitor.goto('/ask');
      await visitor.getByLabel('Your question, or what brings you').fill('I take lorazepam to sleep. Is that a problem?');
      await visitor.getByLabel('Email').first().fill('eva@home.example');
      await visitor.getByRole('button', { name: 'Send the question' }).click();
      await expect(visitor.getByRole('heading', { level: 1 })).toContainText('We have your question');
    });

    await test.step('the desk answers by inviting her to screening', async () => {
      await signInAsStaff(desk, clinic, 'pat');
      await desk.getByRole('link', { name: 'Inquiries' }).click();
      await desk.getByRole('link', { name: /No name given/ }).first().click();
      await desk.getByLabel('Given name').fill('Eva');
      await desk.getByLabel('Family name').fill('Lindqvist');
      await desk.getByRole('button', { name: 'Send the invitation' }).click();
      await expect(desk.getByText('Invited to screening')).toBeVisible();
    });

    const eva = await newPerson(browser, clinic, phone);
    await test.step('she answers in short parts, with a record from elsewhere', async () => {
      await openMailedLink(eva, clinic, 'eva@home.example');
      await expect(eva.getByRole('heading', { level: 1 })).toContainText('Eva');
      await eva.getByRole('link', { name: 'Go on' }).click();
      await aboutHer(eva);
      await medicines(eva);
      await eva.getByRole('link', { name: 'Next: Allergies' }).click();
      await choose(eva, 'Are you allergic to anything?', 'Not that I know');
      await eva.getByRole('link', { name: 'Next: Health questions' }).click();
      await healthQuestions(eva);
      await eva.getByRole('link', { name: 'Next: What you tried before' }).click();
      await choose(eva, 'Did you try something for this before?', 'Yes');
      await eva.getByLabel('What it was').fill('sertraline');
      await choose(eva, 'What it did', 'Helped a little');
      await eva.getByRole('button', { name: 'Add this one' }).click();
      await eva.getByRole('link', { name: 'Next: What you want' }).click();
      await eva.getByLabel('What would be different, if this helped?').fill('I would sing in the kitchen again.');
      await eva.getByRole('button', { name: 'Keep this' }).click();
      await expect(eva.getByText('I would sing in the kitchen again.').first()).toBeVisible();
      await importHerRecord(eva);
      await eva.goto('/app/screening');
      await eva.getByRole('button', { name: 'Send my answers' }).click();
      await expect(eva.getByText(/You sent it/)).toBeVisible();
    });

    const okafor = await newPerson(browser, clinic, desktop);
    await test.step('the prescriber reads what the rules found, decides each, plans and signs', async () => {
      await bookConsult(desk, clinic);
      await signInAsStaff(okafor, clinic, 'okafor');
      await consult(okafor, clinic);
    });

    await test.step('the desk books the dose with its hour of integration held', async () => {
      await bookSeries(desk, clinic);
    });

    let link = '';
    await test.step('she prepares in her own time', async () => {
      await intention(eva);
      await grounding(eva);
      await navigationPlan(eva);
      link = await askSister(eva);
      await dayPlan(eva);
      await signConsent(eva);
      await letter(eva);
    });
    void link;
  });
});

async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  const named = new RegExp(`^${answer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s|$)`);
  await page.getByRole('group', { name: question }).getByRole('radio', { name: named }).check();
}

async function aboutHer(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'About you' }).click();
  await page.getByLabel('Date of birth').fill('1989-04-12');
  await choose(page, /Sex, as your doctors write it/, 'Female');
  await page.getByLabel('Phone').fill('555 0170');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Kept /)).toBeVisible();
  await page.getByRole('link', { name: 'Next: Medicines' }).click();
}

async function medicines(page: Page): Promise<void> {
  await choose(page, /Do you take any medicine now/, 'I take some');
  await page.getByLabel('Name, as on the box').fill('Ativan');
  await expect(page.getByText('We read this as lorazepam (brand Ativan).')).toBeVisible();
  await choose(page, 'Do you take it now?', 'Yes, I take it');
  await page.getByLabel('How much').fill('0.5 mg');
  // A reload in the middle loses nothing that was typed.
  await page.reload();
  await expect(page.getByLabel('Name, as on the box')).toHaveValue('Ativan');
  await page.getByRole('button', { name: 'Add this medicine' }).click();
  await page.getByLabel('Name, as on the box').fill('my aunt’s drops');
  await expect(page.getByText('We do not know this one. Your nurse will read it.')).toBeVisible();
  await page.getByLabel('Name, as on the box').fill('');
}

async function healthQuestions(page: Page): Promise<void> {
  for (const group of await page.getByRole('group').all()) {
    const no = group.getByLabel('No', { exact: true });
    if ((await no.count()) === 1) await no.check();
  }
}

async function importHerRecord(page: Page): Promise<void> {
  await page.goto('/app/import');
  await page.getByLabel('Choose the file').setInputFiles('e2e/fixtures/eva-lindqvist.json');
  await expect(page.getByText('That matches what we know of you.')).toBeVisible();
  await expect(page.getByText('What stayed in the file')).toBeVisible();
  await page.getByRole('button', { name: /^Leave all \d+ out$/ }).first().click();
  for (;;) {
    const keep = page.getByRole('button', { name: /^Keep/ }).first();
    if (!(await keep.isVisible().catch(() => false))) break;
    await keep.click();
    await page.waitForTimeout(250);
  }
  await expect(page.getByText(/0 to look at/)).toBeVisible();
}

/** The clinic's own wall clock, as its date fields want it. */
function wall(clinic: BrowserClinic, { days = 0, time }: { days?: number; time?: string } = {}): string {
  const day = addDays(localDateOf(clinic.now(), zone), days);
  return time === undefined ? day : `${day}T${time}`;
}

async function openPatient(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('link', { name: 'Eva Lindqvist' }).first().click();
}

async function bookConsult(page: Page, clinic: BrowserClinic): Promise<void> {
  await openPatient(page);
  await page.getByRole('link', { name: 'Book', exact: true }).click();
  await choose(page, 'What it is', 'Consult');
  await page.getByLabel('With whom').selectOption({ label: 'Dr. N. Okafor' });
  await page.getByLabel('When', { exact: true }).fill(wall(clinic, { time: '08:30' }));
  await page.getByLabel('How long').selectOption({ label: '45 minutes' });
  await page.getByRole('button', { name: 'Book it' }).click();
  await expect(page.getByText(/^Booked: /)).toBeVisible();
}

async function consult(page: Page, clinic: BrowserClinic): Promise<void> {
  await openPatient(page);
  await page.getByRole('tab', { name: 'Consult' }).click();
  await expect(page.getByText('I would sing in the kitchen again.')).toBeVisible();
  // The order cannot be signed while a finding waits: each is read with its reason and its source, and decided.
  await expect(page.getByRole('heading', { name: /lorazepam/i }).first()).toBeVisible();
  for (;;) {
    const decide = page.getByRole('button', { name: /^Decide: / }).first();
    if (!(await decide.isVisible().catch(() => false))) break;
    const name = (await decide.getAttribute('aria-label')) ?? '';
    await decide.click();
    const calming = /lorazepam/i.test(name);
    await choose(page, 'Your decision', calming ? 'Go on with a change' : 'Go on as it is');
    await page.getByRole('textbox', { name: 'Reason' }).fill(calming ? 'Small dose, taken at night only.' : 'Talked through with her today.');
    if (calming) await page.getByRole('textbox', { name: 'What the patient reads' }).fill('Skip the tablet the evening before. Take it again that night.');
    await page.getByRole('button', { name: 'Save my decision' }).click();
    await expect(page.getByRole('button', { name })).toHaveCount(0);
  }
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('History read line by line. Off-label use explained; she asked what happens if she is afraid.');
  await page.getByRole('button', { name: /^Sign/ }).click();
  await expect(page.getByText(/Signed/).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Plan and order' }).click();
  await page.getByRole('group', { name: 'Route and protocol' }).getByRole('radio').first().check();
  await page.getByLabel('How many cycles').fill('2');
  await page.getByLabel('What it is for').fill('depression');
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByLabel('Weight').fill('64');
  await page.getByLabel('Dose per kilogram').fill('0.5');
  await page.getByLabel('Over').fill('40');
  clinic.later(6 * 60_000);
  await expect(page.getByText(/32 mg/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Sign/ }).click();
  // Minutes have passed since she signed in, so before she signs she shows again that it is her.
  await page.getByLabel('Six digits').fill(clinic.codeOf(okaforId));
  await page.getByRole('button', { name: 'It is me' }).click();
  await expect(page.getByText(/I ordered this.*Dr. N. Okafor/)).toBeVisible();
}

async function bookSeries(page: Page, clinic: BrowserClinic): Promise<void> {
  await page.reload();
  await page.getByLabel('First dose on').fill(wall(clinic));
  await page.getByLabel('Rhythm').selectOption({ label: 'Once a week' });
  await page.getByLabel('Dose at').fill('10:00');
  await page.getByLabel('Integration', { exact: true }).selectOption({ label: 'The next day' });
  await page.getByLabel('Integration at').fill('10:00');
  await page.getByLabel('Room').selectOption({ label: 'Room 1' });
  await page.getByLabel('Therapist').selectOption({ label: 'Inés Alba' });
  await page.getByRole('button', { name: 'Lay out the days' }).click();
  await page.getByRole('button', { name: 'Book all 2, or none' }).click();
  await expect(page.getByText(/All 2 doses of this series are booked/)).toBeVisible();
}

void tablet;
void typeOnKeys;


async function intention(page: Page): Promise<void> {
  await page.goto('/app/prepare/intention');
  await page.getByRole('textbox', { name: 'My own words' }).fill('To meet my father’s silence without hiding.');
  await page.getByRole('button', { name: 'Keep these words' }).click();
  await expect(page.getByText('To meet my father’s silence without hiding.')).toBeVisible();
}

async function grounding(page: Page): Promise<void> {
  await page.goto('/app/prepare/practice');
  await page.getByRole('button', { name: 'Begin' }).first().click();
  await expect(page.getByText(/Breathe in|Breathe out/).first()).toBeVisible();
  await page.waitForTimeout(1_500);
  await page.getByRole('button', { name: 'Stop here' }).click();
  await expect(page.getByText(/^Noted: you tried it/)).toBeVisible();
}

async function navigationPlan(page: Page): Promise<void> {
  await page.goto('/app/prepare/plan');
  await page.getByRole('textbox', { name: 'When it gets hard, this helps me' }).fill('A quiet voice. My name.');
  await page.getByRole('textbox', { name: 'Words to say to me' }).fill('You are in the chair. It passes.');
  await page.getByRole('button', { name: 'Keep what helps' }).click();
  await expect(page.getByText(/^Kept /).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Touch' }).fill('My left hand, ask first.');
  await choose(page, 'Talk or quiet', 'Quiet');
  await choose(page, 'May sound be recorded?', 'No');
  await page.getByRole('button', { name: 'Keep my limits' }).click();
  await expect(page.getByText(/^Kept /)).toHaveCount(2);
}

async function askSister(page: Page): Promise<string> {
  await page.goto('/app/prepare/ride');
  await page.getByLabel('Their name').fill('Luz');
  await page.getByLabel('Who they are to you').fill('sister');
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText('The link for Luz')).toBeVisible();
  const text = await page.getByText(/\/companion\/#/).first().innerText();
  return text.match(/https?:\/\/\S+/)?.[0] ?? '';
}

async function dayPlan(page: Page): Promise<void> {
  await page.goto('/app/prepare/day');
  await choose(page, 'Is the whole day free of work?', 'Yes');
  await page.getByLabel('I know what to wear: loose, short sleeves').check();
  await page.getByRole('textbox', { name: 'Where it will be calm after' }).fill('My sister’s sofa.');
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(page.getByText(/^Kept /).first()).toBeVisible();
}

async function signConsent(page: Page): Promise<void> {
  await page.goto('/app/prepare/consent');
  await expect(page.getByText(/No clinician has approved it yet/)).toBeVisible();
  await page.getByLabel('Type your full name').fill('Eva Lindqvist');
  await page.getByRole('button', { name: 'I have read this and I agree' }).click();
  await expect(page.getByText(/You signed as Eva Lindqvist/)).toBeVisible();
}

async function letter(page: Page): Promise<void> {
  await page.goto('/app/prepare/letter');
  await page.getByRole('textbox', { name: 'Your letter' }).fill('Eat the soup. Whatever comes up, it passes.');
  await page.getByRole('group', { name: 'It opens at' }).getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Shut the letter' }).click();
  await expect(page.getByText(/Your letter is shut until/)).toBeVisible();
}
