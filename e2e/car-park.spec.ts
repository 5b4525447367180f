// The companion in a car park: the signal goes, the phone reloads, and the page still says what to do and whom to call.

import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { sha256 } from '#server/secrets';
import { enterAs, openBrowserOf, watchFaults, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, sideScroll } from './looking.ts';
import { desktop, phone } from './people.ts';

test.describe('the companion in a car park', () => {
  const clinic = withDemoClinic();

  test('with no signal the page opens again as of when it was heard, keeps a tap and says so, and sends it when back', async ({
    browser,
  }) => {
    const secret = randomBytes(32).toString('base64url');
    const [ride] = await clinic().ask<{ name: string; first: string; link: string }>(
      `with ride as (
         select r.id, r.link_id, n.name, coalesce(p.preferred_name, p.given_name) as first
           from rides r
           join related_persons n on n.clinic_id = r.clinic_id and n.id = r.related_person_id
           join patients p on p.clinic_id = r.clinic_id and p.id = r.patient_id
           join appointments a on a.clinic_id = r.clinic_id and a.cycle_id = r.cycle_id and a.kind = 'dose'
           join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id
          where lower(a.period) between to_timestamp($2) and to_timestamp($2) + interval '9 hours'
            and a.status = 'booked' and l.revoked_at is null and not 'home-session' = any (l.scopes)
          order by lower(a.period) limit 1),
       asked as (update rides set state = 'asked' where id = (select id from ride))
       update companion_links set token_hash = $1 where id = (select link_id from ride)
       returning (select name from ride) as name, (select first from ride) as first, id as link`,
      [sha256(secret), clinic().now() / 1000],
    );
    if (ride === undefined) throw new Error('Nobody in the demonstration is driven home today.');

    const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(desk, clinic(), { staff: 'maria' });
    const board = await desk.newPage();
    await board.goto('/clinic/board');
    await expect(board.getByText(`${ride.name}, asked, no answer`)).toBeVisible();

    const car = await openBrowserOf(browser, clinic(), { viewport: phone });
    const near = await car.newPage();
    await near.goto(`/companion/#${secret}`);
    await near.getByRole('button', { name: 'Yes, I will come' }).click();

    await test.step('a yes can be taken back, asked once more; the board sees that nobody drives, and then that someone does', async () => {
      await near.getByRole('button', { name: 'I cannot come after all' }).click();
      await near.getByRole('dialog').getByRole('button', { name: 'I still come' }).click();
      await expect(board.getByText(`${ride.name}, said yes`)).toBeVisible();
      await near.getByRole('button', { name: 'I cannot come after all' }).click();
      await expect(near.getByRole('dialog')).toContainText(
        `Then ${ride.first} and the clinic look for someone else.`,
      );
      expect(await accessFindings(near)).toEqual([]);
      await near.getByRole('dialog').getByRole('button', { name: 'No, I cannot come' }).click();
      await expect(near.getByRole('heading', { level: 1 })).toHaveText('You said you cannot come');
      await expect(board.getByText(`${ride.name} cannot come`)).toBeVisible();
      await near.getByRole('button', { name: 'I can come after all' }).click();
      await expect(board.getByText(`${ride.name}, said yes`)).toBeVisible();
    });

    await test.step('in Spanish the word at the door is said to be the same', async () => {
      await near.getByRole('button', { name: 'Español' }).click();
      await expect(near.getByText('La palabra es la misma en los dos idiomas.')).toBeVisible();
      await expect(near.getByText(/no maneja hasta mañana, después de dormir toda la noche/)).toBeVisible();
      expect(await sideScroll(near)).toBe(0);
      await near.getByRole('button', { name: 'English' }).click();
    });

    await near.getByRole('button', { name: 'I am on my way' }).click();
    await expect(board.getByText(`${ride.name}, on the way`)).toBeVisible();
    await near.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await near.reload();
    await expect(near.getByRole('button', { name: 'I am at the door' })).toBeVisible();

    await test.step('the signal goes and the phone reloads', async () => {
      await car.setOffline(true);
      // A page that is being loaded anew may slip past the line that was cut; its questions do not.
      await car.route('**/api/**', (route) => route.abort());
      await near.reload();
      await expect(near.getByText(/^As of \d+:\d\d.*, no signal to the clinic\./)).toBeVisible();
      await expect(
        near.getByText(`${ride.first} does not drive until tomorrow`, { exact: false }),
      ).toBeVisible();
      await near.getByRole('button', { name: 'Something is wrong: call us' }).click();
      const sheet = near.getByRole('dialog');
      await expect(sheet.getByRole('link', { name: /^Call Harbor Street Clinic/ })).toBeVisible();
      await expect(sheet.getByRole('link', { name: '988' })).toBeVisible();
      await near.keyboard.press('Escape');
      await near.getByRole('button', { name: 'I am at the door' }).click();
      await expect(near.getByText('Saved here, not sent. It goes', { exact: false })).toBeVisible();
      await near.reload();
      await expect(near.getByText('Saved here, not sent. It goes', { exact: false })).toBeVisible();
      await expect(near.getByText('Say this word to the nurse at the door')).toBeVisible();
      // The message opened once more is the link this phone knows.
      await near.evaluate((hash) => {
        location.hash = hash;
      }, secret);
      await expect.poll(() => near.url()).not.toContain(secret);
      await expect(near.getByText('Saved here, not sent. It goes', { exact: false })).toBeVisible();
      expect(await sideScroll(near)).toBe(0);
      expect(await accessFindings(near)).toEqual([]);
    });

    await test.step('the signal is back, and the board hears it', async () => {
      await car.unroute('**/api/**');
      await car.setOffline(false);
      // What was asked while there was no signal still fails for want of it, also a moment after it is back.
      const faults = watchFaults(near, { expected: [/net::ERR_(INTERNET_DISCONNECTED|FAILED)$/] });
      await expect(board.getByText(`${ride.name}, at the door`)).toBeVisible({ timeout: 20_000 });
      await expect(near.getByText('Saved here, not sent. It goes', { exact: false })).toHaveCount(0);
      await expect(near.getByText(/^As of/)).toHaveCount(0);
      expect(faults()).toEqual([]);
    });

    await test.step('that evening they are asked how it is, and a worry tapped with no signal rings when it is back', async () => {
      const [home] = await clinic().ask<{ evening: number }>(
        `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at, released_at)
         select a.clinic_id, gen_random_uuid(), a.patient_id, a.cycle_id, a.id, (select id from rooms where clinic_id = a.clinic_id limit 1),
                s.edition_id, to_timestamp($2), to_timestamp($2)
           from companion_links l
           join appointments a on a.clinic_id = l.clinic_id and a.cycle_id = l.cycle_id and a.kind = 'dose' and a.status = 'booked'
           join cycles c on c.id = a.cycle_id join series s on s.id = c.series_id
          where l.id = $1
         returning (select extract(epoch from
           ((to_timestamp($2) at time zone p.zone)::date + interval '19 hours 5 minutes') at time zone p.zone) * 1000
           from patients p where p.id = patient_id)::float8 as evening`,
        [ride.link, clinic().now() / 1000],
      );
      clinic().later((home?.evening ?? 0) - clinic().now());
      await near.reload();
      const question = near.getByRole('region', { name: `How is ${ride.first}?` });
      await expect(question.getByRole('button', { name: 'All well' })).toBeVisible();
      expect(await accessFindings(near)).toEqual([]);
      await car.setOffline(true);
      await car.route('**/api/**', (route) => route.abort());
      await question.getByRole('button', { name: 'I am worried' }).click();
      await expect(near.getByText('Saved here, not sent. Nobody knows yet. Call.')).toBeVisible();
      await near.reload();
      await expect(near.getByText('Saved here, not sent. Nobody knows yet. Call.')).toBeVisible();
      await near.getByLabel('Breathing seems wrong').check();
      await expect(near.getByRole('link', { name: /^Call Harbor Street Clinic/ })).toBeVisible();
      await near.getByRole('button', { name: 'Tell the clinic' }).click();
      await expect(near.getByText('Breathing seems wrong.', { exact: true })).toBeVisible();
      expect(await sideScroll(near)).toBe(0);
      expect(await accessFindings(near)).toEqual([]);
      await car.unroute('**/api/**');
      await car.setOffline(false);
      await expect(
        near.getByText('It has reached the clinic and rings there.', { exact: false }),
      ).toBeVisible({
        timeout: 20_000,
      });
      await board.goto('/clinic/tasks');
      await expect(board.getByText('The one with them is worried').first()).toBeVisible();
      await expect(
        board.getByText('Evening of the dose: worried: breathing seems wrong').first(),
      ).toBeVisible();
    });

    await test.step('the person has them not asked: their page and the clinic say so, and the link goes on', async () => {
      const [person] = await clinic().ask<{ id: string; email: string }>(
        `select p.id, a.email from companion_links l
           join patients p on p.clinic_id = l.clinic_id and p.id = l.patient_id
           join accounts a on a.clinic_id = p.clinic_id and a.patient_id = p.id
          where l.id = $1`,
        [ride.link],
      );
      if (person === undefined) throw new Error('Nobody signs in as the person who was driven home.');
      const sofa = await openBrowserOf(browser, clinic(), { viewport: phone });
      await enterAs(sofa, clinic(), { email: person.email });
      const own = await sofa.newPage();
      await own.goto('/app/more/circle');
      const choice = own.getByRole('checkbox', { name: 'They may be asked how I seem' });
      await choice.click();
      await expect(choice).not.toBeChecked();
      await expect(own.getByText(`Nothing is asked of ${ride.name} since`, { exact: false })).toBeVisible();
      expect(await sideScroll(own)).toBe(0);
      expect(await accessFindings(own)).toEqual([]);
      await expect(
        near.getByText(`${ride.first} does not want us to ask you how they are.`, { exact: false }),
      ).toBeVisible({ timeout: 20_000 });
      await expect(near.getByRole('button', { name: 'Something is wrong: call us' })).toBeVisible();
      expect(await accessFindings(near)).toEqual([]);
      await board.goto(`/clinic/patients/${person.id}`);
      await expect(board.getByText(/^Not asked since .+, by choice of /)).toBeVisible();
      await expect(
        board.getByText('Evening of the dose: worried: breathing seems wrong').first(),
      ).toBeVisible();
      await expect(board.getByText('Morning after: not asked', { exact: true })).toBeVisible();
      await choice.click();
      await expect(choice).toBeChecked();
      await expect(near.getByText('does not want us to ask you', { exact: false })).toHaveCount(0, {
        timeout: 20_000,
      });
      await sofa.close();
    });

    await test.step('nothing of the link can be read on the phone, and with its end nothing of it is left', async () => {
      const readable = async () =>
        await near.evaluate(async () => {
          const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
          for (const { name = '' } of await indexedDB.databases()) {
            const db = await new Promise<IDBDatabase>((done) => {
              const asked = indexedDB.open(name);
              asked.onsuccess = () => done(asked.result);
            });
            for (const store of db.objectStoreNames)
              found.push(
                await new Promise((done) => {
                  const all = db.transaction(store).objectStore(store).getAll();
                  all.onsuccess = () => done([name, all.result]);
                }),
              );
            db.close();
          }
          return JSON.stringify(found);
        });
      const lying = await readable();
      expect(lying).toContain('mooring-companion');
      expect(lying).not.toContain(secret);
      expect(lying).not.toContain(ride.first);
      await clinic().ask('update companion_links set revoked_at = now() where id = $1 returning id', [
        ride.link,
      ]);
      // Asked again as soon as somebody looks at the phone, and not only by the clock.
      await near.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await expect(near.getByRole('heading', { level: 1 })).toHaveText('This link has ended');
      await expect.poll(readable).not.toMatch(/mooring-companion|Harbor/);
      await car.setOffline(true);
      await near.reload();
      await expect(near.getByRole('heading', { level: 1 })).toHaveText('No signal just now');
      await expect(near.getByText(ride.first)).toHaveCount(0);
    });
    for (const each of [desk, car]) await each.close();
  });
});
