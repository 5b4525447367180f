// The wall while a session runs: it moves by itself, shows what is out of limits and who answered, and tells the desk
// where a person is and no more.

import { expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, startDemoClinic, withDemoClinic } from './demo-clinic.ts';
import { desktop } from './people.ts';

/** Quick enough to wait for, slow enough that the shortest phase stands for seconds also on a busy machine. */
const speed = 250;

/** Everything that stood on a wall, one after another, looked at until the person has gone home. */
async function watch(pages: readonly Page[], until: RegExp): Promise<readonly string[][]> {
  const seen = pages.map(() => [] as string[]);
  const givenUpAt = Date.now() + 120_000;
  for (;;) {
    const texts = await Promise.all(pages.map((page) => page.locator('body').innerText()));
    for (const [index, text] of texts.entries()) if (seen[index]?.at(-1) !== text) seen[index]?.push(text);
    if (texts.every((text) => until.test(text)) || Date.now() > givenUpAt) return seen;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

test.describe('the board', () => {
  const clinic = withDemoClinic();

  test('moves by itself from arrival to the way home; the desk sees phases only', {
    tag: ['@S2-32'],
  }, async ({ browser }) => {
    test.setTimeout(180_000);
    const [tom, pat] = await Promise.all(
      (['tom', 'pat'] as const).map(async (key) => {
        const context = await openBrowserOf(browser, clinic(), { viewport: desktop });
        await enterAs(context, clinic(), { staff: key });
        return await context.newPage();
      }),
    );
    if (tom === undefined || pat === undefined) throw new Error('Both must be looking.');
    const toldDesk: string[] = [];
    pat.on('response', (response) => {
      if (response.url().endsWith('/api/board'))
        response.text().then(
          (text) => toldDesk.push(text),
          () => undefined,
        );
    });
    for (const page of [tom, pat]) {
      await page.goto('/clinic/board');
      await expect(page.getByText('0 dosing', { exact: false })).toBeVisible();
      await expect(page.getByText('Not here yet').first()).toBeVisible();
    }
    let loads = 0;
    for (const page of [tom, pat]) page.on('load', () => (loads += 1));

    const played = await tom
      .context()
      .request.post(`${clinic().origin}/demo/play`, { form: { speed: String(speed) } });
    expect(await played.text()).toContain('Dolores Marín is now in Room 4');
    const [wall = [], desk = []] = await watch([tom, pat], /Gone home/);
    const nurseSaw = wall.join('\n');
    const deskSaw = desk.join('\n');

    // In the order it happened: each stood on the wall before the next did.
    const order = [
      /Settling in, not started/,
      /1 dosing/,
      /Rising, minute \d+/,
      /Strongest part, minute \d+/,
      /Easing, minute \d+/,
      /Resting, minute \d+/,
      /Gone home/,
    ];
    const firstSeen = order.map((words) => wall.findIndex((text) => words.test(text)));
    for (const [index, at] of firstSeen.entries()) expect(at, `${order[index]}`).toBeGreaterThanOrEqual(0);
    expect(firstSeen).toEqual(firstSeen.toSorted((a, b) => a - b));
    expect(nurseSaw).toMatch(/Minute \d+ check/);
    expect(nurseSaw).toMatch(/Released \d/);
    expect(loads).toBe(0);

    expect(deskSaw).toMatch(/1 dosing/);
    expect(deskSaw).toMatch(/Resting/);
    expect(deskSaw).toMatch(/Gone home/);
    for (const clinical of [/seen in/, /Minute \d+ check/, /mmHg/, /\d+\/\d+/, /Calls: come|Asks: adjust/])
      expect(deskSaw).not.toMatch(clinical);
    expect(toldDesk.length).toBeGreaterThan(3);
    for (const told of toldDesk) expect(told).not.toMatch(/"alert"|"answer"|systolic|mmHg/);
    for (const page of [tom, pat]) await page.context().close();
  });

  test('has no demonstration beside it where that is switched off', async ({ browser }) => {
    const real = await startDemoClinic({ demo: false });
    const context = await openBrowserOf(browser, real, { viewport: desktop });
    const page = await context.newPage();
    for (const ask of [
      () => context.request.get(`${real.origin}/demo`),
      () => context.request.post(`${real.origin}/demo/enter`, { form: { email: 'ana@home.example' } }),
      () => context.request.post(`${real.origin}/demo/play`, { form: { speed: '30' } }),
    ]) {
      expect((await ask()).status()).toBe(404);
    }
    expect(await context.cookies()).toEqual([]);
    await page.goto('/clinic/');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText(/demonstration/i)).toHaveCount(0);
    await context.close();
    await real.stop();
  });
});
