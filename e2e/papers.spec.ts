// After a session its papers are there: the note says what happened to the minute and is signed and co-signed, a late fact
// shows that it changed, and the evidence for billing names what is missing.

import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone, type StaffKey } from './people.ts';

test.describe('the papers of a session', () => {
  const clinic = withDemoClinic();

  test('Charting is finished when the patient leaves: the note is signed, co-signed, and says when it changed @long', async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const open = async (staff: StaffKey, viewport = desktop) => {
      const context = await openBrowserOf(browser, clinic(), { viewport });
      await enterAs(context, clinic(), { staff });
      return await context.newPage();
    };
    const [session] = await clinic().ask<{ id: string; patient_id: string }>(
      `select d.id, d.patient_id from dosing_sessions d
        where d.released_at is not null
          and exists (select 1 from care_team_members m join accounts a on a.clinic_id = m.clinic_id and a.id = m.account_id
                       where m.clinic_id = d.clinic_id and m.patient_id = d.patient_id and a.email like 'maria@%' and m.until_at is null)
          and exists (select 1 from care_team_members m join accounts a on a.clinic_id = m.clinic_id and a.id = m.account_id
                       where m.clinic_id = d.clinic_id and m.patient_id = d.patient_id and a.email like 'okafor@%' and m.until_at is null)
        order by d.opened_at desc limit 1`,
    );
    if (session === undefined) throw new Error('Nobody in the demonstration has finished a session.');
    const ofSession = `/clinic/patients/${session.patient_id}/sessions/${session.id}`;

    const maria = await open('maria');
    await maria.goto(`/clinic/patients/${session.patient_id}?tab=sessions`);
    await maria.getByRole('link', { name: 'Session note' }).first().click();
    const paper = maria.getByRole('article', { name: 'Session note' });
    await expect(paper.getByRole('heading', { name: 'The gate when the dose opened' })).toBeVisible();
    const started = await clinic().ask<{ at: string }>(
      `select to_char(effective_at at time zone 'America/New_York', 'HH24:MI') as at from dosing_session_events
        where session_id = $1 and type = 'DoseStarted'`,
      [session.id],
    );
    await expect(paper.getByText(new RegExp(`pump started ${started[0]?.at} with`))).toBeVisible();
    await expect(paper.getByText(/^Left \d\d:\d\d with /)).toBeVisible();
    await expect(paper.getByText('Missing', { exact: true }).first()).toBeVisible();
    await expect(paper.getByText('Not signed.')).toBeVisible();
    expect(await accessFindings(maria)).toEqual([]);

    await maria.getByLabel('Add in your own words').fill('Calm at the door.');
    await expect(paper.getByText('Calm at the door.')).toBeVisible();
    await maria.reload();
    await expect(maria.getByLabel('Add in your own words')).toHaveValue('Calm at the door.');
    await maria.getByRole('button', { name: 'I wrote this note' }).click();
    await expect(maria.getByText('Signed, waits for a co-signature')).toBeVisible();
    await expect(paper.getByText(/^Signed by Maria .*“I wrote this note”$/)).toBeVisible();
    await expect(maria.getByRole('button', { name: /agree/ })).toHaveCount(0);

    const okafor = await open('okafor');
    await okafor.goto('/clinic/papers');
    await okafor.locator(`a[href="${ofSession}/note"]`).click();
    await okafor.getByRole('button', { name: 'I read this note and agree' }).click();
    await expect(okafor.getByText('Signed and co-signed')).toBeVisible();
    expect(await accessFindings(okafor)).toEqual([]);

    // A tablet that had no network sends what it kept.
    const late = await maria.evaluate(
      async ({ path, event }) => {
        const response = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-mooring': '1', 'idempotency-key': event.eventId },
          body: JSON.stringify({ events: [event] }),
        });
        return response.status;
      },
      {
        path: `/api/patients/${session.patient_id}/dosing-sessions/${session.id}/events`,
        event: {
          eventId: randomUUID() as string,
          sessionId: session.id,
          patientId: session.patient_id,
          deviceId: randomUUID() as string,
          deviceSeq: 1,
          effectiveAt: clinic().now() - 60_000,
          recordedAt: clinic().now(),
          fact: { type: 'NoteAdded', v: 1, text: 'The cuff sat on the left arm.' },
        },
      },
    );
    expect(late).toBe(200);
    await expect(maria.getByText('Changed since it was signed')).toBeVisible();
    await expect(
      maria.getByRole('list', { name: 'What changed since it was signed' }).getByText(/New: .*left arm/),
    ).toBeVisible();
    await maria.getByLabel('Shown below').selectOption('1');
    await expect(paper.getByText('Changed since: 1 fact came after this version was signed.')).toBeVisible();
    await expect(paper.getByText(/left arm/)).toHaveCount(0);
    await expect(paper.getByText('Calm at the door.')).toBeVisible();
    await maria.getByLabel('Shown below').selectOption('now');
    // Words that were signed once are not typed a second time.
    await expect(maria.getByLabel('Add in your own words')).toHaveValue('Calm at the door.');
    await maria.getByRole('button', { name: 'I wrote this note' }).click();
    await expect(maria.getByText('Signed, waits for a co-signature')).toBeVisible();
    await expect(maria.getByLabel('Shown below').locator('option[value="1"]')).toHaveText(
      /^Version 1, signed Maria/,
    );

    const dana = await open('dana');
    await dana.goto('/clinic/papers');
    await expect(dana.getByRole('heading', { name: 'To do' })).toBeVisible();
    await dana.locator(`a[href="${ofSession}/billing"]`).click();
    const evidence = dana.getByRole('article', { name: 'Billing evidence' });
    await expect(evidence.getByText(/^Infusion, pauses out: \d+ minutes/)).toBeVisible();
    await expect(
      evidence.getByRole('row').filter({ hasText: 'The national drug code of the package' }),
    ).toContainText('Missing');
    await expect(evidence.getByText(/left arm|Calm/)).toHaveCount(0);
    expect(await accessFindings(dana)).toEqual([]);
    await dana.goto('/clinic/papers');
    await expect(dana.getByRole('heading', { name: 'To do' })).toBeVisible();
    await expect(dana.getByRole('heading', { name: 'To do' })).toBeVisible();
    expect(await accessFindings(dana)).toEqual([]);

    const small = await open('maria', phone);
    for (const path of [`${ofSession}/note`, `${ofSession}/billing`, '/clinic/papers']) {
      await small.goto(path);
      await expect(small.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(small.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectNothingBeside(small, path);
    }
  });
});
