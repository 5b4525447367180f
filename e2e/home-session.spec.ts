// A lozenge at home. Once it goes well, from the plan to the night; once the one who watches falls silent, and someone at
// the clinic is rung with the address in front of them.

import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { watchHome } from '#server/home';
import { type DemoClinic, enterAs, staffNamed, withDemoClinic, zone } from './demo-clinic.ts';
import { accessFindings } from './looking.ts';
import { desktop, phone, type StaffKey } from './people.ts';
import { preparedTogether, watched } from './put-ready.ts';
import { postFrom } from './through.ts';

const minute = 60_000;
const shots = process.env.PICTURES;
const clinicOf = withDemoClinic();

test('a dose at home goes well, from the plan to the night', { tag: '@S0-11' }, async ({ browser }) => {
  test.setTimeout(90_000);
  const clinic = clinicOf();
  const beth = await planAtHome(clinic, 'beth@home.example', browser);
  const { maria, okafor } = beth;

  await test.step('the nurse names who is rung and writes down what was sent', async () => {
    await maria.goto(`/clinic/patients/${beth.patientId}/book`);
    await maria.getByLabel('Rung first').selectOption({ label: 'Tom Berg' });
    await maria.getByLabel('Rung next').selectOption({ label: 'Dr. N. Okafor' });
    await maria.getByRole('button', { name: 'Name them' }).click();
    await expect(
      maria.getByText('First Tom Berg, then Dr. N. Okafor, then everyone on shift.'),
    ).toBeVisible();
    await maria.getByLabel('What happened').selectOption({ label: 'Sent home' });
    await maria.getByLabel('How many lozenges').fill('6');
    await maria.getByLabel('Each holds').fill('100');
    await maria.getByLabel('Lot').fill('C-118');
    await maria.getByRole('button', { name: 'Write it in the book' }).click();
    await expect(maria.getByText('6 should be there now.')).toBeVisible();
    await maria.getByLabel('Guide’s name').fill('Kai Moreno');
    await maria
      .getByLabel('Where they guide from')
      .selectOption({ label: 'At a distance, by phone or video' });
    await maria.getByLabel('Guide’s phone that day').fill('+1 555 0190');
    await maria.getByRole('button', { name: 'Name this guide' }).click();
    await expect(maria.getByText('Kai Moreno guides: not heard from yet')).toBeVisible();
    await picture(maria, 'plan');
  });
  const kai = await newPage(browser, clinic, phone);
  await kai.goto((await maria.getByText(/\/companion\/#/).textContent()) ?? '');

  const lena = await watcher(browser, clinic, beth);
  await test.step('her wife says yes by link, and answers the list on her phone', async () => {
    await expect(lena.getByRole('heading', { level: 1 })).toContainText('asks you to stay');
    await picture(lena, 'asked');
    await lena.getByRole('button', { name: 'Yes, I will stay' }).click();
    await lena.getByRole('button', { name: 'I am with Beth now' }).click();
    await picture(lena, 'list');
    expect(await accessFindings(lena)).toEqual([]);
    await answerList(lena, clinic);
    await lena.getByLabel('Upper number').fill('182');
    await lena.getByLabel('Lower number').fill('104');
    await lena.getByLabel('Pulse').fill('80');
    await lena.getByRole('button', { name: 'Save this' }).click();
    await expect(lena.getByText('182 over 104, pulse 80')).toBeVisible();
    // She typed it wrong, and sees it before it counts.
    await lena.getByRole('button', { name: 'No, type it again' }).click();
    await pressure(lena, '126', '80', '74');
    await expect(lena.getByRole('heading', { name: 'Wait for the clinic' })).toBeVisible();
    await picture(lena, 'clinic-part');
  });

  await test.step('the clinic speaks with her and settles its own lines; the lozenge opens', async () => {
    await settleFromTheClinic(beth, clinic);
    await maria.goto(`/clinic/patients/${beth.patientId}/sessions/${beth.sessionId}/home`);
    await expect(maria.getByText('12 Quarry Lane, back door')).toBeVisible();
    await lena.reload();
    await expect(lena.getByRole('heading', { name: '1 lozenge for Beth: 100 mg' })).toBeVisible();
    await picture(lena, 'give');
    await lena.getByRole('button', { name: 'It is in the mouth now' }).click();
    await expect(lena.getByText('Minute 0').first()).toBeVisible();
  });

  await test.step('her guide says that he is on the line; the clinic and she read since when', async () => {
    await kai.getByRole('button', { name: 'I am on the line' }).click();
    await expect(kai.getByText(/^On the line since/)).toBeVisible();
    await expect(kai.getByText('Lena is in the room and looks when asked.')).toBeVisible();
    expect(await accessFindings(kai)).toEqual([]);
    await picture(kai, 'guide');
    await maria.reload();
    await expect(maria.getByText(/^Kai Moreno guides: on the line since/)).toBeVisible();
    await expect(lena.getByText(/^On the line since/)).toBeVisible();
  });

  await test.step('she looks when asked, and each look says where it is', async () => {
    await tapLook(lena, 'Awake, breathing normally', 1);
    await expect(lena.getByText('With the clinic').first()).toBeVisible();
    await turn(clinic, lena, 15 * minute);
    await expect(lena.getByRole('heading', { name: 'Look at Beth now' })).toBeVisible();
    await picture(lena, 'look-now');
    await lena.getByRole('button', { name: 'Spat out' }).click();
    await tapLook(lena, 'Awake, breathing normally', 2);
    for (const [index, later] of [15, 15, 15, 30].entries()) {
      await turn(clinic, lena, later * minute);
      await tapLook(lena, 'Asleep, breathing normally', index + 1);
    }
    await watchHome(clinic.app.ports);
    await maria.reload();
    await expect(maria.getByText('asleep, breathing normally').first()).toBeVisible();
    await expect(maria.getByText('No look came')).toHaveCount(0);
    await expect(maria.getByText(/^Kai Moreno guides: not heard from since/)).toBeVisible();
    await picture(maria, 'home-room');
    await maria.goto('/clinic/board');
    await expect(maria.getByText('Lena watches')).toBeVisible();
    await picture(maria, 'board');
  });

  await test.step('when it has worn off both answer, and the clinic closes the day', async () => {
    await turn(clinic, lena, 30 * minute);
    await tapLook(lena, 'Awake, breathing normally', 3);
    await lena.getByLabel('Their own name').check();
    await lena.getByLabel('Where you are').check();
    await lena.getByLabel('What day it is').check();
    await lena.getByLabel('What they took today').check();
    await lena.getByRole('button', { name: 'Save this' }).click();
    await lena.getByRole('button', { name: 'Steady', exact: true }).click();
    await pressure(lena, '122', '78', '70');
    await lena.getByRole('button', { name: 'None', exact: true }).click();
    await lena.getByRole('button', { name: 'All of it' }).click();
    await picture(lena, 'after');
    await lena.getByRole('button', { name: 'Yes, I stay' }).click();
    await expect(lena.getByRole('heading', { name: 'The clinic closes the day with you' })).toBeVisible();
    await okafor.goto(`/clinic/patients/${beth.patientId}/sessions/${beth.sessionId}/home`);
    await okafor.getByRole('button', { name: 'Close the day with Lena' }).click();
    await expect(okafor.getByText(/Closed .* with Lena/)).toBeVisible();
    await lena.reload();
    await expect(lena.getByRole('heading', { name: 'Through the night' })).toBeVisible();
    await picture(lena, 'night');
    expect(await accessFindings(lena)).toEqual([]);
    await maria.goto(`/clinic/patients/${beth.patientId}/book`);
    await expect(maria.getByText('5 should be there now. Lena counted 6')).toBeVisible();
    await expect(maria.getByText('6 sent, 1 used, 5 left.')).toBeVisible();
    await expect(maria.getByText(/^Session \d+, .*: 6 counted, 6 by the book\. 1 taken\.$/)).toBeVisible();
  });
});

test('the one who watches misses two looks: the on-call is rung, sees the address, and answers by name @long', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const clinic = clinicOf();
  const priya = await planAtHome(clinic, 'priya@home.example', browser);
  await post(priya.maria, `/api/patients/${priya.patientId}/cycles/${priya.cycleId}/home/on-call`, {
    id: randomUUID(),
    firstId: staffNamed('tom').id,
    secondId: staffNamed('okafor').id,
  });
  const lena = await watcher(browser, clinic, priya);
  await lena.getByRole('button', { name: 'Yes, I will stay' }).click();
  await lena.getByRole('button', { name: 'I am with Priya now' }).click();
  await answerList(lena, clinic);
  await pressure(lena, '126', '80', '74');
  await expect(lena.getByRole('heading', { name: 'Wait for the clinic' })).toBeVisible();
  await settleFromTheClinic(priya, clinic);
  await lena.reload();
  await lena.getByRole('button', { name: 'It is in the mouth now' }).click();
  await tapLook(lena, 'Awake, breathing normally', 1);
  await expect(lena.getByText('With the clinic').first()).toBeVisible();

  const tom = await newStaff(browser, clinic, 'tom');
  await test.step('her phone loses the network; she goes on tapping, and it says that nothing has arrived', async () => {
    await lena.context().setOffline(true);
    await tapLook(lena, 'Asleep, breathing normally', 1);
    await expect(lena.getByText('Saved here, not sent').first()).toBeVisible();
    await picture(lena, 'offline');
  });

  await test.step('two looks are missed: Tom is rung, and sees where to send help and whom to call', async () => {
    await tom.goto('/clinic/');
    clinic.later(36 * minute);
    await watchHome(clinic.app.ports);
    await watchHome(clinic.app.ports);
    await tom.reload();
    const ring = tom.getByRole('region', { name: 'Ring about Priya Nair' });
    await expect(ring).toContainText('No look has come: nobody knows how they are');
    await expect(ring).toContainText('12 Quarry Lane, back door');
    await expect(ring.getByRole('link', { name: /555 0142/ })).toBeVisible();
    await expect(ring).toContainText('2 looks in a row missed');
    await expect(ring).toContainText('Tom Berg rung');
    await picture(tom, 'ring');
    expect(await accessFindings(tom)).toEqual([]);
    const mail = await clinic.mailTo(staffNamed('tom').email);
    expect(mail?.subject).toBe('You are needed now');
    expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Priya|Quarry|ketamine/);
  });

  await test.step('he does not answer: the prescriber is rung; she answers by name and the others are free', async () => {
    clinic.later(61_000);
    await watchHome(clinic.app.ports);
    const { okafor } = priya;
    await okafor.goto('/clinic/board');
    await expect(okafor.getByText('No look has come')).toBeVisible();
    await picture(okafor, 'board-ring');
    await okafor.goto('/clinic/tasks');
    const ring = okafor.getByRole('region', { name: 'Ring about Priya Nair' });
    await expect(ring).toContainText('Dr. N. Okafor rung');
    await ring.getByRole('button', { name: 'I answer this: Dr. N. Okafor' }).click();
    await expect(okafor.getByRole('region', { name: 'Ring about Priya Nair' })).toHaveCount(0);
    await okafor.goto(`/clinic/patients/${priya.patientId}/sessions/${priya.sessionId}/home`);
    await expect(okafor.getByText(/Dr\. N\. Okafor answered .* after \d+ seconds/)).toBeVisible();
    await expect(okafor.getByText('No look came', { exact: false }).first()).toBeVisible();
    await picture(okafor, 'home-room-gaps');
  });

  await test.step('the desk sees neither the ring nor the address', async () => {
    const pat = await newStaff(browser, clinic, 'pat');
    await pat.goto('/clinic/board');
    await expect(pat.getByRole('heading', { name: 'A. R.' })).toBeVisible();
    await expect(pat.getByText('Quarry')).toHaveCount(0);
    const told = await pat.request.get(
      `/api/patients/${priya.patientId}/dosing-sessions/${priya.sessionId}/home`,
    );
    expect(told.status()).toBe(403);
  });

  await test.step('when the phone is back it says who has seen it; something wrong shows the number first', async () => {
    await lena.context().setOffline(false);
    await lena.reload();
    await expect(lena.getByText(/Dr\. N\. Okafor has seen it/)).toBeVisible();
    await lena.getByRole('button', { name: 'Something is wrong' }).first().click();
    const sheet = lena.getByRole('dialog');
    await expect(sheet.getByRole('link', { name: 'Call 911' })).toBeVisible();
    await expect(sheet).toContainText('Say where you are: 12 Quarry Lane, back door');
    await expect(sheet).toContainText(/Tom Berg is being rung since/);
    await picture(lena, 'red-flags');
    expect(await accessFindings(lena)).toEqual([]);
    await sheet.getByRole('button', { name: 'Cannot be woken' }).click();
    await expect(sheet).toContainText('Call 911 now. On the side');
  });
});

test('a pressure above the start limit is not today, in Spanish as in English', { tag: '@long' }, async ({
  browser,
}) => {
  test.setTimeout(60_000);
  const clinic = clinicOf();
  const grace = await planAtHome(clinic, 'grace@home.example', browser);
  await post(grace.maria, `/api/patients/${grace.patientId}/cycles/${grace.cycleId}/home/on-call`, {
    id: randomUUID(),
    firstId: staffNamed('tom').id,
    secondId: staffNamed('okafor').id,
  });
  const rosa = await watcher(browser, clinic, grace, 'es-US');
  await rosa.getByRole('button', { name: 'Sí, me quedo' }).click();
  await rosa.getByRole('button', { name: 'Ya estoy con Grace' }).click();
  await rosa.getByRole('button', { name: 'Me quedo hasta que pase el efecto' }).click();
  await rosa.getByLabel('Calle, número, puerta, piso').fill('4 Muelle Sur');
  await rosa.getByRole('button', { name: 'Guardar' }).click();
  const day = localDateOf(clinic.now(), zone);
  await rosa.getByLabel('Última comida').fill(`${addDays(day, -1)}T19:00`);
  await rosa.getByLabel('Última bebida, también agua').fill(`${day}T02:00`);
  await rosa.getByRole('button', { name: 'Guardar' }).click();
  await rosa.getByRole('button', { name: 'Nada', exact: true }).click();
  await rosa.getByRole('button', { name: 'Nadie', exact: true }).click();
  await rosa.getByLabel('Lo que tiene una pastilla').fill('100');
  await rosa.getByLabel('Cuántas hay ahora en la caja').fill('6');
  await rosa.getByRole('button', { name: 'Guardar' }).click();
  await rosa.getByLabel('Número de arriba').fill('182');
  await rosa.getByLabel('Número de abajo').fill('104');
  await rosa.getByLabel('Pulso').fill('80');
  await rosa.getByRole('button', { name: 'Guardar' }).click();
  await rosa.getByRole('button', { name: 'Sí, guardar' }).click();
  await expect(rosa.getByRole('heading', { name: 'Hoy no' })).toBeVisible();
  await expect(rosa.getByText('182 sobre 104, pulso 80')).toBeVisible();
  await expect(rosa.getByRole('link', { name: /^Llamar a Harbor Street Clinic/ })).toBeVisible();
  await expect(rosa.getByText('Ya lo tiene la clínica').or(rosa.getByText('Anotado')).first()).toBeVisible();
  await settleFromTheClinic(grace, clinic);
  await rosa.reload();
  // Everything else is settled, and the door stays shut.
  await expect(rosa.getByRole('heading', { name: 'Hoy no' })).toBeVisible();
  await expect(rosa.getByRole('button', { name: 'Ya está en la boca' })).toHaveCount(0);
  await picture(rosa, 'not-today-es');
  await grace.maria.goto(`/clinic/patients/${grace.patientId}/sessions/${grace.sessionId}/home`);
  await expect(grace.maria.getByText('Dose is closed: 1 line to settle')).toBeVisible();
  await picture(grace.maria, 'closed');
});

type HomeDay = {
  readonly patientId: string;
  readonly cycleId: string;
  readonly link: string;
  readonly maria: Page;
  readonly okafor: Page;
  sessionId: string;
};

async function newPage(
  browser: Browser,
  clinic: DemoClinic,
  viewport: { width: number; height: number },
  locale = 'en-US',
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    baseURL: clinic.origin,
    locale,
    timezoneId: zone,
    hasTouch: viewport.width < 500,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function newStaff(browser: Browser, clinic: DemoClinic, staff: StaffKey): Promise<Page> {
  const page = await newPage(browser, clinic, desktop);
  await enterAs(page.context(), clinic, { staff });
  return page;
}

/** Any page of the clinic will do to send from. */
async function post(page: Page, path: string, body: unknown): Promise<Record<string, unknown>> {
  if (page.url() === 'about:blank') await page.goto('/clinic/tasks');
  return await postFrom(page, path, body);
}

/** A person of the demonstration whose course goes on at home, with a dose booked for nine this morning. */
async function planAtHome(clinic: DemoClinic, email: string, browser: Browser): Promise<HomeDay> {
  const patientId = await clinic.patientId(email);
  const okafor = staffNamed('okafor');
  const now = new Date(clinic.now()).toISOString();
  const [series] = await clinic.ask<{ id: string }>(
    `update series set route = 'home', edition_id = 'home-example-1' where patient_id = $1 and status = 'active' returning id`,
    [patientId],
  );
  const seriesId = series?.id ?? '';
  await clinic.ask(
    `update appointments set status = 'cancelled' where patient_id = $1 and status = 'booked'`,
    [patientId],
  );
  await clinic.ask(
    `insert into medication_requests (clinic_id, id, patient_id, series_id, body, signed_at, signed_by, signed_by_name, signature_meaning, signature_sha256)
     select clinic_id, $1, $2, $3, $4, $5, $6, $7, 'I ordered this', '\\x00' from series where id = $3`,
    [
      randomUUID(),
      patientId,
      seriesId,
      JSON.stringify({ drug: 'ketamine', doseMg: 100, form: 'troche', afterHold: 'spit' }),
      now,
      okafor.id,
      okafor.name,
    ],
  );
  await clinic.ask(
    `insert into consents (clinic_id, id, patient_id, kind, edition_id, text_sha256, signed_name, signed_at)
     select clinic_id, $1, $2, 'treatment', 'consent-home-example-1', '\\x00', 'signed', $4 from series where id = $3`,
    [randomUUID(), patientId, seriesId, now],
  );
  const [cycle] = await clinic.ask<{ id: string }>(
    `select c.id from cycles c where c.series_id = $1 and not exists
       (select 1 from dosing_sessions d where d.cycle_id = c.id) order by c.number limit 1`,
    [seriesId],
  );
  const cycleId = cycle?.id ?? '';
  await preparedTogether(clinic, patientId);
  await watched(clinic, patientId, email);
  const maria = await newStaff(browser, clinic, 'maria');
  const day = localDateOf(clinic.now(), zone);
  await post(maria, `/api/patients/${patientId}/series/${seriesId}/bookings`, {
    cycles: [
      {
        cycleId,
        dose: {
          id: randomUUID(),
          startsAt: Math.max(clinic.now() + 20 * minute, instantOf(day, 9 * 60, zone)),
        },
        integration: {
          id: randomUUID(),
          startsAt: instantOf(
            addDays(day, 1),
            17 * 60 + ['beth', 'priya', 'grace'].findIndex((name) => email.startsWith(name)) * 60,
            zone,
          ),
          practitionerId: staffNamed('ines').id,
        },
      },
    ],
  });
  const pat = await newStaff(browser, clinic, 'pat');
  const asked = await post(pat, `/api/patients/${patientId}/cycles/${cycleId}/rides`, {
    id: randomUUID(),
    name: 'Lena',
    relationship: 'wife',
    phone: '+1 555 0142',
  });
  return {
    patientId,
    cycleId,
    link: String(asked['link']),
    maria,
    okafor: await newStaff(browser, clinic, 'okafor'),
    sessionId: '',
  };
}

async function watcher(browser: Browser, clinic: DemoClinic, day: HomeDay, locale?: string): Promise<Page> {
  const lena = await newPage(browser, clinic, phone, locale);
  await lena.goto(day.link);
  return lena;
}

async function answerList(lena: Page, clinic: DemoClinic): Promise<void> {
  await lena.getByRole('button', { name: 'I stay until it has worn off' }).click();
  await lena.getByLabel('Street, number, door, floor').fill('12 Quarry Lane, back door');
  await lena.getByRole('button', { name: 'Save this' }).click();
  const day = localDateOf(clinic.now(), zone);
  await lena.getByLabel('Last food').fill(`${addDays(day, -1)}T19:00`);
  await lena.getByLabel('Last drink, also water').fill(`${day}T02:00`);
  await lena.getByRole('button', { name: 'Save this' }).click();
  await lena.getByRole('button', { name: 'Nothing', exact: true }).click();
  await lena.getByRole('button', { name: 'Nobody', exact: true }).click();
  await lena.getByLabel('What one lozenge holds').fill('100');
  await lena.getByLabel('Lot on the label').fill('C-118');
  await lena.getByLabel('How many are in the box now').fill('6');
  await lena.getByRole('button', { name: 'Save this' }).click();
  await expect(lena.getByLabel('Upper number')).toBeVisible();
}

async function pressure(lena: Page, upper: string, lower: string, pulse: string): Promise<void> {
  await lena.getByLabel('Upper number').fill(upper);
  await lena.getByLabel('Lower number').fill(lower);
  await lena.getByLabel('Pulse').fill(pulse);
  await lena.getByRole('button', { name: 'Save this' }).click();
  await lena.getByRole('button', { name: 'Yes, save it' }).click();
}

/** `count`: how many such looks there are then; the list of those before may still be on its way. */
async function tapLook(lena: Page, words: string, count: number): Promise<void> {
  const looks = lena.getByText(new RegExp(`^${words.split(',')[0]}, breathing normally, `));
  await lena.getByRole('button', { name: words }).click();
  await expect(looks).toHaveCount(count);
}

/** Turns the clinic's clock, and lets the phone hear it as it would after a while in a pocket. */
async function turn(clinic: DemoClinic, page: Page, ms: number): Promise<void> {
  await expect(page.getByText('Saved here, not sent')).toHaveCount(0);
  clinic.later(ms);
  await page.reload();
}

/** What the clinic asks by phone or video, and the prescriber's signature on today's dose. */
async function settleFromTheClinic(day: HomeDay, clinic: DemoClinic): Promise<void> {
  const [session] = await clinic.ask<{ id: string }>(
    'select id from dosing_sessions where patient_id = $1 and cycle_id = $2',
    [day.patientId, day.cycleId],
  );
  day.sessionId = session?.id ?? '';
  const [order] = await clinic.ask<{ id: string }>(
    'select id from medication_requests where patient_id = $1 order by signed_at desc limit 1',
    [day.patientId],
  );
  await facts(day.maria, day, clinic, [
    factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] }),
    factOf('MedicinesReconfirmed', { answer: 'no-change' }),
    factOf('RiskQuestionAsked', { answer: 'no-thoughts' }),
    factOf('IntentionConfirmed', { state: 'kept' }),
    factOf('CallDeviceTested', { result: 'heard' }),
  ]);
  await facts(day.okafor, day, clinic, [
    factOf('PreDoseReviewSigned', { orderId: order?.id ?? '', doseMg: 100, weightKg: null }),
  ]);
}

async function facts(
  page: Page,
  day: HomeDay,
  clinic: DemoClinic,
  said: readonly SessionFact[],
): Promise<void> {
  const deviceId = randomUUID();
  const now = Math.round(clinic.now());
  await post(page, `/api/patients/${day.patientId}/dosing-sessions/${day.sessionId}/events`, {
    events: said.map((fact, index) => ({
      eventId: randomUUID(),
      sessionId: day.sessionId,
      patientId: day.patientId,
      deviceId,
      deviceSeq: index + 1,
      effectiveAt: now,
      recordedAt: now,
      fact,
    })),
  });
}

async function picture(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await page.screenshot({ path: `${shots}/home-${name}.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${shots}/home-${name}-night.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: null });
}
