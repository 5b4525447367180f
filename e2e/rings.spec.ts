// A word of death written with no signal: who is told on the phone at once, and who only when there is a link again.
import { expect, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { phone } from './people.ts';

test.describe('a ring', { tag: '@long' }, () => {
  const clinic = withDemoClinic();

  test('of a word of death written with no signal: the numbers and the plan at once, the clinic when there is a link', async ({
    browser,
  }) => {
    const own = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(own, clinic(), { email: 'ana@home.example' });
    const app = await own.newPage();
    await app.goto('/app/questions/phq-9');
    const items = app.getByRole('group', { name: /^\d\. / });
    await expect(items).toHaveCount(9);
    await own.setOffline(true);
    for (const item of await items.all()) await item.getByRole('radio').first().check();
    await expect(app.getByText('You do not have to be alone with this')).toHaveCount(0);
    await items.last().getByRole('radio').nth(1).check();
    const near = app.getByRole('alert').filter({ hasText: 'You do not have to be alone with this' });
    await expect(near.getByRole('link', { name: 'Call 988' })).toBeVisible();
    await expect(near.getByRole('link', { name: 'My safety plan' })).toBeVisible();
    await app.getByRole('button', { name: 'Send the answers' }).click();
    await expect(app.getByText('Kept on this phone. It goes when there is a link.')).toBeVisible();
    await expect(near.getByText('This has not reached anyone yet. Call now; do not wait')).toBeVisible();
    await expect(near.getByRole('link', { name: 'Call 988' })).toBeVisible();
    const rang = () =>
      clinic().ask(
        "select 1 from rings r join accounts a using (clinic_id, patient_id) where r.cause = 'suicide-risk' and a.email = 'ana@home.example'",
      );
    expect(await rang()).toEqual([]);

    await own.setOffline(false);
    await expect(near.getByText('Your answers have reached the clinic.')).toBeVisible({ timeout: 20_000 });
    await expect(
      near.getByText('Nobody has said yet that they have it. Do not wait. Call now.'),
    ).toBeVisible();
    expect(await rang()).toHaveLength(1);
    await own.close();
  });
});
