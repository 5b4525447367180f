// A journal that takes words, voice, drawings and photos, loses none of them, and gives them back after a while.

import { expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { lyingOn } from './lying-on.ts';
import { addPhoto, drawOn, speak } from './made-by-hand.ts';
import { phone } from './people.ts';

const day = 24 * 60 * 60_000;

test.describe('the journal', () => {
  const clinic = withDemoClinic();

  test('takes words, a voice, a drawing and a photo, keeps them through a reload and no network, and brings them back', {
    tag: ['@S0-28', '@S0-41', '@S0-42', '@S0-45', '@S1-22', '@S1-24'],
  }, async ({ browser }) => {
    test.setTimeout(90_000);
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'helen@home.example' });
    const page = await context.newPage();
    await page.goto('/app/journal');
    const box = page.getByRole('textbox', { name: 'Write in your journal' });
    await expect(box).toBeVisible();
    const taken: string[] = [];
    page.on('response', (answer) => {
      if (answer.request().method() === 'PUT' && answer.ok()) taken.push(new URL(answer.url()).pathname);
    });

    await test.step('words and three small boxes, each as empty as she likes', async () => {
      await box.fill('The heron stood in the hall.');
      await page.getByRole('button', { name: 'Three small boxes' }).click();
      await page.getByRole('textbox', { name: 'What you saw' }).fill('Tall grey legs');
      await page.getByRole('textbox', { name: 'What you thought' }).fill('It had always been there');
      await page.getByRole('button', { name: 'Mark or name it' }).click();
      await page.getByText('A new view', { exact: true }).click();
      await page.getByRole('textbox', { name: /Threads/ }).fill('The hall, my mother');
      await page.getByRole('button', { name: 'When it came' }).click();
      const picker = page.getByLabel('When it came to you');
      const today = (await picker.getAttribute('max'))?.slice(0, 10);
      await picker.fill(`${today}T03:10`);
      await page
        .getByRole('group', { name: 'Does it belong to a session?' })
        .getByRole('radio')
        .first()
        .check();
      // The dock lies over the middle of a long page; at its end it covers nothing.
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      expect(await accessFindings(page)).toEqual([]);
    });

    await test.step('a drawing, a photo and a voice', async () => {
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await drawOn(page);
      await expect.poll(() => draftsKept(page)).toContain('journal/drawing');
      await page.reload();
      // Half a drawing lies where it was left.
      await expect(box).toHaveValue('The heron stood in the hall.');
      await page.getByRole('button', { name: 'Draw', exact: true }).click();
      await page.getByRole('button', { name: 'Add the drawing' }).click();
      await expect(page.getByRole('img', { name: 'Your drawing' })).toBeVisible();
      await addPhoto(page);
      await speak(page);
      await expect(page.getByText(/Your voice/)).toBeVisible();
    });

    await test.step('with no network it is kept on the phone, and sent when there is one', async () => {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.reload();
      await expect(page.getByRole('img', { name: 'Your drawing' })).toBeVisible();
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Keep it' }).click();
      const kept = page.getByRole('article').filter({ hasText: 'The heron stood' });
      await expect(kept).toContainText('Not yet sent');
      for (const hanging of ['Your drawing', 'Your photo', 'Your voice'])
        await expect(kept).toContainText(hanging);
      const { records } = await lyingOn(page);
      expect(records).not.toMatch(/heron|image\/|audio\//);
      // The phone is put away and dies meanwhile; what was kept lies sealed on it.
      await page.reload();
      await expect(page.getByText('older entries stay shut', { exact: false })).toBeVisible();
      await context.setOffline(false);
      // All of it goes, whatever page she opens.
      await page.goto('/app/');
      await expect.poll(() => taken.filter((path) => path.includes('/media/'))).toHaveLength(3);
      await page.goto('/app/journal');
      const entry = page.getByRole('article').filter({ hasText: 'The heron stood' });
      await expect(entry).toContainText('Tall grey legs');
      await expect(entry).toContainText('A new view');
      await expect(entry).toContainText(/It came .*3:10\sam/);
      await expect(entry).toContainText('Belongs to the session of');
      await expect(page.getByText('Not yet sent', { exact: false })).toHaveCount(0);
      await entry.getByRole('link', { name: 'Open' }).click();
      await page.getByRole('button', { name: 'Show it', exact: true }).first().click();
      await expect(page.getByRole('img', { name: /Your (drawing|photo)/ }).first()).toBeVisible();
      await page.getByRole('button', { name: 'Hear it' }).click();
      await expect(page.getByLabel(/Your voice/)).toBeVisible();
      expect(await accessFindings(page)).toEqual([]);
      await expectNothingBeside(page);
    });

    await test.step('signs of her own, and threads in her own words', async () => {
      await page.goto('/app/journal/signs');
      await page.getByRole('textbox', { name: 'What you call it' }).fill('heron');
      await page.getByRole('textbox', { name: /What it is to you/ }).fill('Someone who waits with me');
      await page.getByRole('button', { name: 'Keep it' }).click();
      await expect(page.getByRole('article').filter({ hasText: 'waits with me' })).toContainText(
        'It stands in these entries',
      );
      expect(await accessFindings(page)).toEqual([]);
      await page.goto('/app/journal/threads');
      await expect(page.getByRole('heading', { name: 'my mother' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'A new view' })).toBeVisible();
      await expect(page.getByRole('article').first()).toContainText('The heron stood in the hall.');
      expect(await accessFindings(page)).toEqual([]);
    });

    await test.step('a week on it comes back with one gentle question, and the two are read side by side', async () => {
      clinic().later(7 * day + 60_000);
      await enterAs(context, clinic(), { email: 'helen@home.example' });
      await page.goto('/app/journal');
      await expect(page.getByRole('heading', { name: 'From 7 days ago' })).toBeVisible();
      expect(await accessFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Write what is there now' }).click();
      await expect(page.getByText(/Looking back on/)).toBeVisible();
      await box.fill('She waits at the station too.');
      await page.getByRole('button', { name: 'Keep it' }).click();
      const later = page.getByRole('article').filter({ hasText: 'at the station' });
      await later.getByRole('link', { name: 'Read it beside the first' }).click();
      await expect(page.getByRole('article')).toHaveCount(2);
      await expect(async () => {
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        expect(await accessFindings(page)).toEqual([]);
      }).toPass();
      // What was answered rests until its next week.
      await page.goto('/app/journal');
      await expect(later).toBeVisible();
      await expect(page.getByRole('heading', { name: 'From 7 days ago' })).toHaveCount(0);
    });
    await context.close();
  });

  test('an intention begins with a tap, a line or a voice, and “not yet” is an answer that stops nothing', {
    tag: ['@S0-15', '@long'],
  }, async ({ browser }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    await enterAs(context, clinic(), { email: 'beth@home.example' });
    const page = await context.newPage();
    await page.goto('/app/prepare/intention');
    await page.getByRole('button', { name: 'Change the words' }).click();
    await page.getByRole('button', { name: 'Not yet' }).click();
    await expect(page.getByText('You said “not yet”.')).toBeVisible();
    await page.getByRole('button', { name: /…$/ }).first().click();
    await expect(page.getByRole('textbox').first()).not.toHaveValue('');
    await page.getByRole('textbox').first().fill('');
    await page.getByRole('button', { name: 'Start to record' }).click();
    await expect(page.getByText(/Recording, [1-9]/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(page.getByLabel(/Your voice/)).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(page.getByText('You said it aloud.')).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Hear it' }).click();
    await expect(page.getByLabel(/Your voice/)).toBeVisible();
    await context.close();
  });
});

/** The names of what lies sealed on this phone; a line is on its way there for a blink after the pen is lifted. */
function draftsKept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const opened = await indexedDB.databases();
    const lists = opened.map(
      ({ name = '' }) =>
        new Promise<readonly string[]>((resolve, reject) => {
          const open = indexedDB.open(name);
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const db = open.result;
            const keys = db.objectStoreNames.contains('drafts')
              ? db.transaction('drafts').objectStore('drafts').getAllKeys()
              : undefined;
            db.close();
            if (keys === undefined) resolve([]);
            else keys.onsuccess = () => resolve(keys.result.map(String));
          };
        }),
    );
    return (await Promise.all(lists)).flat();
  });
}
