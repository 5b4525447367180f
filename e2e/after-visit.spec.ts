// The evening after: the paper that goes home is read in Spanish with no network, a later fact makes a new version that says
// what changed, and whoever drives reads what to do tonight and nothing of the visit.

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { phone, tablet } from './people.ts';
import { postFrom } from './through.ts';

const pictures = process.env['PICTURES'];

test.describe('the paper that goes home', () => {
  const clinic = withDemoClinic();

  test('Tonight is known to both: food that respects what she told us, the day to ask about driving, and whom to call', {
    tag: ['@S0-43', '@S2-45'],
  }, async ({ browser }) => {
    test.setTimeout(120_000);
    const [session] = await clinic().ask<{
      id: string;
      patient_id: string;
      email: string;
      link_id: string;
      left_at: number;
    }>(
      `select d.id, d.patient_id, a.email, r.link_id, (extract(epoch from d.released_at) * 1000)::float8 as left_at
         from dosing_sessions d
         join accounts a on a.clinic_id = d.clinic_id and a.patient_id = d.patient_id
         join rides r on r.clinic_id = d.clinic_id and r.patient_id = d.patient_id and r.cycle_id = d.cycle_id
         join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id and p.language = 'en'
        where d.released_at is not null
          and exists (select 1 from care_team_members m join accounts n on n.clinic_id = m.clinic_id and n.id = m.account_id
                       where m.clinic_id = d.clinic_id and m.patient_id = d.patient_id and n.email like 'maria@%' and m.until_at is null)
          -- Nobody who was sick already: that is the news of this story.
          and not exists (select 1 from dosing_session_events e where e.clinic_id = d.clinic_id and e.session_id = d.id
                           and e.type in ('NauseaRated', 'SymptomReported'))
        order by d.released_at desc limit 1`,
    );
    if (session === undefined) throw new Error('Nobody in the demonstration has gone home with someone.');
    // The story is told on the evening of that day.
    clinic().later(session.left_at + 3 * 3_600_000 - clinic().now());
    const ofSession = `/clinic/patients/${session.patient_id}/sessions/${session.id}`;
    const picture = async (page: Awaited<ReturnType<typeof open>>, name: string) => {
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
    };
    const open = async (
      who: Parameters<typeof enterAs>[2],
      viewport: { readonly width: number; readonly height: number },
      night = false,
    ) => {
      const context = await openBrowserOf(browser, clinic(), { viewport, night });
      await enterAs(context, clinic(), who);
      return await context.newPage();
    };
    const say = (fact: object, seq: number) => ({
      events: [
        {
          eventId: randomUUID() as string,
          sessionId: session.id,
          patientId: session.patient_id,
          deviceId: '5d3d1c7e-0000-4000-8000-000000000001',
          deviceSeq: seq,
          effectiveAt: session.left_at - 60_000,
          recordedAt: clinic().now(),
          fact,
        },
      ],
    });
    const events = `/api/patients/${session.patient_id}/dosing-sessions/${session.id}/events`;

    const maria = await open({ staff: 'maria' }, tablet);
    await maria.goto('/clinic/');
    await postFrom(maria, `/api/patients/${session.patient_id}/health-record`, {
      id: randomUUID(),
      body: { kind: 'allergy', name: 'peanuts', severity: 'severe' },
    });
    await postFrom(
      maria,
      events,
      say({ type: 'RefreshmentOffered', v: 1, drink: 'taken', snack: 'not-wanted' }, 1),
    );

    await maria.goto(`${ofSession}/summary`);
    await expect(maria.getByText('Waits to be handed over')).toBeVisible();
    const paper = maria.getByRole('article', { name: 'After-visit summary' });
    await expect(paper.getByText(/allergic to: .*peanuts/)).toBeVisible();
    await expect(paper.getByText('You drank water here. You did not want to eat.')).toBeVisible();
    await maria.getByLabel('For', { exact: true }).selectOption('companion');
    await expect(paper.getByText(/peanuts|mg of/)).toHaveCount(0);
    await maria.getByLabel('For', { exact: true }).selectOption('patient');
    await picture(maria, 'summary-tablet');
    expect(await accessFindings(maria)).toEqual([]);
    await maria.getByRole('button', { name: 'I went through this with them' }).click();
    await expect(maria.getByText('Handed over', { exact: true })).toBeVisible();

    // She says on the telephone that she was sick on the way.
    await postFrom(maria, events, say({ type: 'NauseaRated', v: 1, score: 2 }, 2));
    await expect(maria.getByText('Changed since it was handed over')).toBeVisible();
    await maria.getByLabel('Shown below').selectOption('now');
    await expect(paper.getByRole('heading', { name: 'What changed in this version' })).toBeVisible();
    await expect(paper.getByText(/^New: You felt sick today\./)).toBeVisible();
    await maria.getByRole('button', { name: 'I went through this with them' }).click();
    await expect(maria.getByText('Handed over', { exact: true })).toBeVisible();

    const patient = await open({ email: session.email }, phone, true);
    await patient.goto(`/app/after/${session.id}`);
    await expect(patient.getByText(/Version 2/)).toBeVisible();
    await expect(patient.getByText(/^New: You felt sick today\./)).toBeVisible();
    await expect(patient.getByText(/You may think about driving again on \w+, \w+ \d+/)).toBeVisible();
    await expect(patient.getByText(/988/).first()).toBeVisible();
    await expect(patient.getByText(/stays on this phone/)).toBeVisible();
    await picture(patient, 'visit-phone-night');
    await expectNothingBeside(patient);
    expect(await accessFindings(patient)).toEqual([]);
    await patient.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await patient.evaluate(() =>
      localStorage.setItem(
        'mooring/phone',
        JSON.stringify({ ...JSON.parse(localStorage.getItem('mooring/phone') ?? '{}'), language: 'es' }),
      ),
    );
    await patient.reload();
    await expect(patient.getByRole('heading', { name: 'Comida y bebida' })).toBeVisible();
    await patient.goto('/app/tonight');
    await expect(patient.getByRole('heading', { name: 'Manejar' })).toBeVisible();

    // The phone is away from every network and the app was closed: tonight is still there, and what was given is not.
    await patient.context().setOffline(true);
    await patient.reload();
    await expect(patient.getByRole('heading', { name: 'Manejar' })).toBeVisible();
    await expect(patient.getByText(/Hoy tuvo náuseas/)).toBeVisible();
    await expect(patient.getByText(/peanuts/)).toBeVisible();
    await expect(patient.getByText(/ketamina/)).toHaveCount(0);
    await picture(patient, 'tonight-offline-es');
    await patient.context().setOffline(false);

    // The one who drives, by link.
    const secret = randomBytes(32).toString('base64url');
    await clinic().ask(
      `update companion_links set token_hash = $2, revoked_at = null, expires_at = to_timestamp($3 / 1000.0) where id = $1`,
      [session.link_id, createHash('sha256').update(secret).digest(), clinic().now() + 86_400_000],
    );
    const companion = await (await openBrowserOf(browser, clinic(), { viewport: phone })).newPage();
    await companion.goto(`/companion/#${secret}`);
    await expect(companion.getByText(/Gone through at the door with Maria/)).toBeVisible();
    await expect(companion.getByText(/does not drive until tomorrow/)).toBeVisible();
    await expect(companion.getByText(/peanuts|mg of|felt sick/)).toHaveCount(0);
    await picture(companion, 'companion-phone');
    await expectNothingBeside(companion);
    expect(await accessFindings(companion)).toEqual([]);
  });
});
