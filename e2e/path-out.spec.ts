// Three doses and no benefit: the prescriber sees what is known and what is not, pauses, goes on, and then stops. The stop opens
// a way out that is as well made as the way in, for the person, for whoever goes on with them, and for the clinic.

import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone } from './people.ts';

const pictures = process.env['PICTURES'];

test.describe('the path out', () => {
  const clinic = withDemoClinic();

  test('A clinic stops the series after three doses with no benefit, and the path out is as well made as the path in @long', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const [found] = await clinic().ask<{
      patient_id: string;
      series_id: string;
      email: string;
      doses: number;
    }>(
      `select s.patient_id, s.id as series_id, a.email,
              (select count(distinct e.session_id)::int from dosing_session_events e
                where e.clinic_id = s.clinic_id and e.patient_id = s.patient_id and e.type in ('DoseStarted', 'DoseGiven')) as doses
         from series s
         join accounts a on a.clinic_id = s.clinic_id and a.patient_id = s.patient_id
         join patients p on p.clinic_id = s.clinic_id and p.id = s.patient_id and p.language = 'en'
        where s.status = 'active' and s.route = 'iv'
          and exists (select 1 from care_team_members m join accounts n on n.clinic_id = m.clinic_id and n.id = m.account_id
                       where m.clinic_id = s.clinic_id and m.patient_id = s.patient_id and n.email like 'okafor@%' and m.until_at is null)
          and not exists (select 1 from dosing_sessions d
                           where d.clinic_id = s.clinic_id and d.patient_id = s.patient_id and d.released_at is null)
        order by abs((select count(distinct e.session_id) from dosing_session_events e
                       where e.clinic_id = s.clinic_id and e.patient_id = s.patient_id and e.type in ('DoseStarted', 'DoseGiven')) - 3),
                 s.created_at
        limit 1`,
    );
    if (found === undefined) throw new Error('Nobody in the demonstration is in the middle of a series.');
    expect(found.doses).toBeGreaterThan(0);
    const open = async (
      who: Parameters<typeof enterAs>[2],
      viewport: { readonly width: number; readonly height: number },
      night = false,
    ) => {
      const context = await openBrowserOf(browser, clinic(), { viewport, night });
      await enterAs(context, clinic(), who);
      return await context.newPage();
    };
    const picture = async (page: Awaited<ReturnType<typeof open>>, name: string) => {
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    };

    const okafor = await open({ staff: 'okafor' }, desktop);
    await okafor.goto(`/clinic/patients/${found.patient_id}?tab=plan`);
    await okafor.getByRole('link', { name: 'Continue, space out, pause or stop' }).click();
    await expect(okafor.getByText(/of \d+ doses given$/)).toBeVisible();
    await expect(okafor.getByText(/^\d+ of \d+ days have an answer\./)).toBeVisible();
    await expect(
      okafor.getByText('None yet. What stands here goes with everyone who leaves a series.'),
    ).toBeVisible();
    await picture(okafor, 'decision-desktop');
    expect(await accessFindings(okafor)).toEqual([]);

    await okafor.getByRole('button', { name: 'Add a name' }).click();
    await okafor.getByLabel('Name', { exact: true }).fill('Rosa Weiss');
    await okafor.getByLabel('What they are').selectOption('therapist');
    await okafor.getByLabel('Phone').fill('555 0188');
    await okafor.getByRole('button', { name: 'Put it on the list, checked today' }).click();
    await expect(okafor.getByText('Rosa Weiss', { exact: true })).toBeVisible();

    // A pause, with its reason; then it goes on.
    const decide = okafor.getByRole('group', { name: 'How it goes on' });
    await decide.getByRole('radio', { name: /^Pause/ }).check();
    await okafor.getByRole('button', { name: 'Sign: Pause' }).click();
    await expect(okafor.getByText('Write the reason first')).toBeVisible();
    await okafor.getByLabel('Reason').fill('A week to think it over.');
    await okafor.getByRole('button', { name: 'Sign: Pause' }).click();
    await expect(okafor.getByRole('heading', { name: 'The way out' })).toBeVisible();
    await expect(okafor.getByText(/^Paused since /)).toBeVisible();
    await expect(decide.getByRole('radio', { name: /^Pause/ })).toHaveCount(0);
    await decide.getByRole('radio', { name: /^Resume/ }).check();
    await okafor.getByLabel(/^Reason/).fill('She wants one more.');
    await okafor.getByRole('button', { name: 'Sign: Resume' }).click();
    await expect(okafor.getByRole('heading', { name: 'The way out' })).toHaveCount(0);
    await expect(okafor.getByText(/^Pause, Dr/)).toBeVisible();
    const reading = await open({ email: found.email }, phone);
    await reading.goto('/app/');
    await expect(reading.getByText('Your plan goes on as it is.', { exact: false })).toBeVisible();
    await expect(reading.getByRole('link', { name: 'Ask about this' })).toBeVisible();
    await expect(
      reading.getByText('Your care team sees whether and when this was on your screen.'),
    ).toBeVisible();
    // Only what stood in sight counts: the newest one does, the pause before it is further down another page.
    const decided = (choice: string) =>
      okafor.getByRole('listitem').filter({ hasText: new RegExp(`^${choice}, `) });
    await expect(decided('Pause').getByText('Not seen yet')).toBeVisible();
    await reading.getByText('Your plan goes on as it is.', { exact: false }).scrollIntoViewIfNeeded();
    await expect(decided('Continue after a pause').getByText(/^Seen at /)).toBeVisible({ timeout: 20_000 });
    await expect(decided('Pause').getByText('Not seen yet')).toBeVisible();
    await picture(reading, 'decided-phone');

    // And then the stop.
    await decide.getByRole('radio', { name: /^Stop/ }).check();
    await okafor.getByLabel('Reason').fill('No benefit after three doses, agreed with her.');
    await okafor
      .getByLabel('Your words to them')
      .fill('You gave this an honest try. I am sorry it did not help. We look for what does.');
    await okafor
      .getByLabel(/^For the letter/)
      .fill('Lithium and sertraline unchanged. Nothing to bring down.');
    await okafor.getByRole('button', { name: 'Sign: Stop' }).click();
    await expect(okafor.getByRole('heading', { name: 'The way out' })).toBeVisible();
    const letter = okafor.getByRole('article', { name: 'Hand-over letter' });
    await expect(letter.getByText('No further dose is planned here.')).toBeVisible();
    await expect(letter.getByText('Lithium and sertraline unchanged. Nothing to bring down.')).toBeVisible();
    await expect(letter.getByText(/^Daily question: \d+ of \d+ days have no answer/)).toBeVisible();
    await expect(okafor.getByText(/A nurse asks how they are on/)).toBeVisible();
    await expect(okafor.getByRole('button', { name: /^Sign/ })).toHaveCount(0);
    await picture(okafor, 'way-out-desktop');
    expect(await accessFindings(okafor)).toEqual([]);
    await okafor.emulateMedia({ colorScheme: 'dark' });
    expect(await accessFindings(okafor, 'contrast')).toEqual([]);

    const ofThem = await clinic().ask<{ kind: string; count: number }>(
      `select kind, count(*)::int as count from tasks where patient_id = $1 and kind in ('ask-after-series', 'book-follow-up') and done_at is null group by kind`,
      [found.patient_id],
    );
    expect(ofThem.find(({ kind }) => kind === 'ask-after-series')?.count).toBeGreaterThanOrEqual(3);
    const coming = await clinic().ask(
      `select 1 from appointments where patient_id = $1 and kind = 'dose' and status = 'booked' and lower(period) > to_timestamp($2 / 1000.0)`,
      [found.patient_id, clinic().now()],
    );
    expect(coming).toHaveLength(0);

    // The person, on their phone, at night.
    const person = await open({ email: found.email }, phone, true);
    await person.goto('/app/');
    await person.getByRole('link', { name: 'Read it' }).click();
    await expect(person.getByRole('heading', { level: 1 })).toHaveText('What comes now');
    await expect(person.getByText(/You gave this an honest try/)).toBeVisible();
    await expect(person.getByText(/It says nothing about you/)).toBeVisible();
    await expect(person.getByText('Rosa Weiss')).toBeVisible();
    await expect(person.getByText(/A no now is not a no for good/)).toBeVisible();
    await expect(decided('Stop').getByText(/^Seen at /)).toBeVisible({ timeout: 20_000 });
    await picture(person, 'way-out-phone-night');
    await expectNothingBeside(person);
    expect(await accessFindings(person)).toEqual([]);
    await person.getByRole('link', { name: 'Answer the daily question' }).click();
    await person.getByRole('button', { name: '6', exact: true }).click();
    await expect(person.getByText(/6/).first()).toBeVisible();
    await person.goto('/app/more/record');
    await expect(person.getByRole('heading', { level: 1 })).toBeVisible();
    await person.evaluate(() =>
      localStorage.setItem(
        'mooring/phone',
        JSON.stringify({ ...JSON.parse(localStorage.getItem('mooring/phone') ?? '{}'), language: 'es' }),
      ),
    );
    await person.goto('/app/way-out');
    await expect(person.getByRole('heading', { level: 1 })).toHaveText('Lo que sigue ahora');
    await expect(person.getByText(/No dice nada de usted/)).toBeVisible();
    await picture(person, 'way-out-phone-es');
    await expectNothingBeside(person);
  });
});
