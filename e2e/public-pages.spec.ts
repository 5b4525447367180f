// A stranger reads everything before giving a name, on any phone, with scripts switched off, by day and by night, on paper.

import { expect, type Page, test } from '@playwright/test';
import { sitePages } from '#server/site';
import { enterAs, openBrowserOf, openMail, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, sideScroll } from './looking.ts';
import { desktop, phone } from './people.ts';

const day = 24 * 60 * 60_000;
const paths = sitePages.map((page) => page.path);

test.describe('the public pages', () => {
  const clinic = withDemoClinic();

  test('need no script, no cookie and nobody else, and every link on them leads somewhere', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await openBrowserOf(browser, clinic(), { viewport: phone, noScript: true });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== clinic().origin) elsewhere.push(request.url());
    });
    const anchors = new Map<string, ReadonlySet<string>>();
    const wanted = new Set<string>();
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
      await expect(page.locator('html')).toHaveAttribute('lang', /^\/es(\/|$)/.test(path) ? 'es' : 'en');
      await expect(page.locator('script'), path).toHaveCount(0);
      // The crisis line stands at the same place on each of them.
      await expect(page.getByRole('contentinfo').getByRole('link', { name: '988' }), path).toBeVisible();
      anchors.set(path, new Set(await page.locator('[id]').evaluateAll((all) => all.map((each) => each.id))));
      for (const href of await page
        .locator('a[href]')
        .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)))
        wanted.add(href);
    }
    // A wrong address is answered in the language it was looked for in.
    for (const [path, language, words] of [
      ['/riskz', 'en', 'No page here'],
      ['/es/riskz', 'es', 'Aquí no hay página'],
    ] as const) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
    }
    expect(elsewhere).toEqual([]);
    expect(await context.cookies()).toEqual([]);

    const dead: string[] = [];
    for (const href of wanted) {
      const url = new URL(href);
      if (url.origin !== clinic().origin) continue;
      // The same words with a voice, in the app: opened by a stranger below.
      if (url.pathname.startsWith('/app/learn/')) continue;
      const known = anchors.get(url.pathname);
      if (known === undefined) dead.push(href);
      else if (url.hash !== '' && !known.has(url.hash.slice(1))) dead.push(href);
    }
    expect(dead).toEqual([]);
    await context.close();
  });

  test('can be read by everyone, on a phone by day and on a desk by night', { tag: '@long' }, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const findings: string[] = [];
    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    const page = await context.newPage();
    for (const path of paths) {
      await page.setViewportSize(phone);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(path);
      for (const finding of await accessFindings(page))
        findings.push(`${path} on a phone by day: ${finding}`);
      await page.setViewportSize(desktop);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const finding of await accessFindings(page))
        findings.push(`${path} on a desk by night: ${finding}`);
    }
    await context.close();
    expect(findings).toEqual([]);
  });

  test('fit the narrowest phone, and lose their navigation on paper but not their words @long', async ({
    browser,
  }) => {
    const context = await openBrowserOf(browser, clinic(), { viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const tooWide: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      const beyond = await sideScroll(page);
      if (beyond > 0) tooWide.push(`${path}: ${beyond} pixels`);
      await page.emulateMedia({ media: 'print' });
      for (const navigation of await page.getByRole('navigation').all())
        await expect(navigation, path).toBeHidden();
      await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      await expect(page.getByText(/^(Printed from|Impreso de) Harbor Street Clinic/), path).toBeVisible();
      await page.emulateMedia({ media: 'screen' });
    }
    expect(tooWide).toEqual([]);
    await context.close();
  });

  test('a stranger sees the whole way and where they stand on it before anyone asks their name', {
    tag: ['@S1-1', '@S1-42'],
  }, async ({ browser }) => {
    const page = await visitor(browser);
    await page.goto('/');
    const way = page.getByRole('region', { name: 'The way, step by step' }).locator('ol > li');
    const steps = [
      'You read',
      'You ask',
      'We ask you',
      'You meet the prescriber',
      'You get ready',
      'The session',
      'The days after',
      'You decide what next',
    ];
    await expect(way).toHaveCount(steps.length);
    for (const [index, step] of steps.entries()) await expect(way.nth(index)).toContainText(step);
    await expect(way.filter({ hasText: 'You are here' })).toHaveCount(1);
    await expect(way.nth(0)).toContainText('You are here');
    // Nothing on the way there asks for anything: the first box to fill stands under all of the reading.
    await expect(page.locator('input, textarea, select')).toHaveCount(0);
    await page.getByRole('link', { name: 'Read a first session' }).click();
    const [lastHour, firstBox] = await Promise.all([
      page
        .getByText('When you are ready', { exact: false })
        .or(page.getByRole('heading', { name: 'Rest' }))
        .first()
        .boundingBox(),
      page.getByLabel('Your question, or what brings you').boundingBox(),
    ]);
    expect(firstBox?.y).toBeGreaterThan(lastHour?.y ?? Number.POSITIVE_INFINITY);
    // And the boxes themselves agree to nothing in advance.
    await page.goto('/ask');
    await expect(page.locator('input:checked')).toHaveCount(0);
    await expect(page.locator('[required]')).toHaveCount(0);
    await page.context().close();

    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    const own = await context.newPage();
    const heard = own.getByRole('button', { name: 'Léamelo' });
    await own.goto('/es/risks');
    await own.getByRole('link', { name: 'Escuchar esta página, o guardarla en este teléfono' }).click();
    await expect(own.locator('html')).toHaveAttribute('lang', 'es');
    await expect(own.getByRole('heading', { name: 'Qué puede salir mal', level: 1 })).toBeVisible();
    await expect(heard).toBeVisible();
    // The number of a claim is small in its line and met well beyond it.
    const mark = await own.getByRole('button', { name: 'Fuente 1', exact: true }).first().boundingBox();
    if (mark === null) throw new Error('No claim is marked.');
    await own.mouse.click(mark.x + mark.width / 2, mark.y - 10);
    await expect(own.locator('#roots')).toHaveAttribute('open');
    // Nothing else stands open to someone nobody knows.
    await own.getByRole('link', { name: 'Diario' }).click();
    await expect(own.getByRole('heading', { name: 'Entre' })).toBeVisible();
    await own.goBack();
    await expect(heard).toBeVisible();
    // Every page lies on the phone, so that it opens there with no network, and nothing says whose phone it is.
    await expect
      .poll(() => own.evaluate(() => Object.keys(localStorage).sort()), { timeout: 30_000 })
      .toEqual(['mooring-all-kept:/app/', 'mooring/phone']);
    expect(await context.cookies()).toEqual([]);
    expect(await own.evaluate(() => localStorage.getItem('mooring/phone'))).not.toMatch(/patient/i);
    await context.setOffline(true);
    await own.reload();
    await expect(heard).toBeVisible();
    await own.getByRole('navigation').getByRole('link', { name: 'Saber' }).click();
    for (const guide of ['Cómo es una primera sesión', 'Cuatro formas de tomarla'])
      await expect(own.getByRole('link', { name: guide })).toBeVisible();
    await context.close();
  });

  test('a page a prescriber has read and approved carries their name, for strangers and on the phone', async ({
    browser,
  }) => {
    const desk = await openBrowserOf(browser, clinic(), { viewport: desktop });
    await enterAs(desk, clinic(), { staff: 'okafor' });
    const page = await desk.newPage();
    await page.goto('/clinic/reading');
    const row = page.getByRole('listitem').filter({ hasText: 'What people feel' });
    await expect(row.getByText('Approved by nobody yet')).toBeVisible();
    await row.getByRole('button', { name: 'I have read it: approve these words' }).click();
    await expect(row.getByText(/^Approved by .*Okafor/)).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);

    const context = await openBrowserOf(browser, clinic(), { viewport: phone });
    const own = await context.newPage();
    for (const path of ['/what-people-feel', '/app/learn/what-people-feel']) {
      await own.goto(path);
      await expect(own.getByText(/Approved by .*Okafor.*, prescriber, on/).first(), path).toBeVisible();
    }
    await own.goto('/es/what-people-feel');
    await expect(own.getByText(/todavía no aprobado por un profesional con nombre/).first()).toBeVisible();

    // The name is taken back, and whoever reads the page next does not find it.
    await own.goto('/what-people-feel');
    await row.getByRole('button', { name: 'Take the name back' }).click();
    await row.getByRole('button', { name: /^Take back the name of .*Okafor/ }).click();
    await expect(row.getByText('Write the reason first')).toBeVisible();
    await row.getByLabel('Why').fill('A source was read again.');
    await row.getByRole('button', { name: /^Take back the name of .*Okafor/ }).click();
    await expect(row.getByText(/^Nobody’s name stands here: taken back by .*Okafor/)).toBeVisible();
    await row.getByText('Whose name stood here before').click();
    await expect(row.getByText(/^Taken back by .*: A source was read again\.$/)).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);
    await desk.close();
    for (const path of ['/what-people-feel', '/app/learn/what-people-feel']) {
      await own.goto(path);
      await expect(own.getByText(/not yet approved by a named clinician/).first(), path).toBeVisible();
      await expect(own.getByText(/Approved by .*Okafor/), path).toHaveCount(0);
    }
    await context.close();
  });

  test('each claim says where it comes from, how sure we are and when it was read, and shows when that is too long ago', {
    tag: ['@S2-17', '@S2-5', '@S2-16', '@S2-18'],
  }, async ({ browser }) => {
    const page = await visitor(browser);
    for (const path of ['/risks', '/conditions', '/words-and-sources', '/es/first-session']) {
      await page.goto(path);
      const claims = await page.locator('.claim').all();
      expect(claims.length, path).toBeGreaterThan(3);
      for (const claim of claims) {
        await expect(claim).toContainText(
          /We are sure|We are fairly sure|Experts agree|We counted|Estamos seguros|Estamos bastante seguros|Los expertos coinciden/,
        );
        await expect(claim).toContainText(/(read|leído el) \d{1,2} (de )?[a-zñ]+ (de )?20\d\d/i);
        await expect(claim.locator('.claim-root')).toContainText(/(Source|Fuente): \S+/);
      }
      await expect(
        page
          .getByText(/not yet approved by a named clinician|no aprobado por un profesional con nombre/)
          .first(),
      ).toBeVisible();
      await expect(page.getByText(/To be read again by|Se leerá otra vez antes del/).first()).toBeVisible();
    }

    // The science in layers: a line is open, the rest is opened by whoever wants more, without a script.
    await page.goto('/how-it-works');
    await expect(
      page.getByText('Ketamine changes how nerve cells talk for a short time', { exact: false }),
    ).toBeVisible();
    const deepest = page.getByText('The docking place is the NMDA receptor.', { exact: false });
    await expect(deepest).toBeHidden();
    await page.getByText('The most we can say').first().click();
    await expect(deepest).toBeVisible();
    await page.getByText('A bit more').last().click();
    await expect(page.getByText('This comes from animals.', { exact: false })).toBeVisible();
    await expect(page.getByText('In people it is an idea, not a fact.', { exact: false })).toBeVisible();

    await page.goto('/questions');
    const roots = page.getByRole('region', { name: 'Where this comes from' }).or(page.locator('#roots'));
    await expect(
      roots.getByText('Ketamine is approved in the US to put people to sleep for surgery.'),
    ).toBeVisible();
    await expect(
      roots.getByText('Some people feel better within a day. Some feel nothing. Some feel worse.', {
        exact: false,
      }),
    ).toBeVisible();

    clinic().later(200 * day);
    // Another reader, half a year on: the first one's browser may still hold the page it read.
    const later = await visitor(browser);
    await later.goto('/risks');
    await expect(later.getByText('Past its review date. Being read again.').first()).toBeVisible();
    clinic().later(-200 * day);
  });

  test('the place and the people are told: where, when, how to get in, who, and what they are trained in', {
    tag: ['@S0-54', '@S1-44'],
  }, async ({ browser }) => {
    const page = await visitor(browser);
    await page.goto('/location');
    for (const words of [
      '12 Harbor Street',
      'Monday',
      '8:00 am to 5:30 pm',
      'No steps.',
      'parking spots',
      'Adults who can come to Stamford',
    ]) {
      await expect(page.getByText(words, { exact: false }).first()).toBeVisible();
    }
    await page.getByRole('contentinfo').getByRole('link', { name: 'Team' }).click();
    const therapist = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Inés Alba' }) });
    for (const words of ['Therapist', 'LCSW', 'Connecticut, Massachusetts', 'Spanish, English'])
      await expect(therapist).toContainText(words);
  });

  test('an article leads on, takes a private question instead of comments, and every field says what it is kept for', {
    tag: ['@S0-53'],
  }, async ({ browser }) => {
    const page = await visitor(browser);
    for (const path of ['/first-session', '/ask']) {
      await page.goto(path);
      await expect(page.getByRole('contentinfo').getByRole('navigation').getByRole('link')).not.toHaveCount(
        0,
      );
      // A question goes to the clinic alone; nobody leaves words for the world here.
      await expect(page.getByText(/comment/i)).toHaveCount(0);
      const fields = await page.getByRole('textbox').or(page.getByRole('combobox')).all();
      expect(fields.length).toBeGreaterThanOrEqual(3);
      for (const field of fields) {
        const name = (await field.getAttribute('name')) ?? '';
        await expect(
          field,
          `${path} ${name} says nothing of what it is kept for`,
        ).toHaveAccessibleDescription(/./);
      }
    }
    await page.context().close();
  });

  test('a question with a fault in it names the fault beside the box, keeps what was typed, and is kept once', {
    tag: ['@S0-52', '@long'],
  }, async ({ browser }) => {
    const page = await visitor(browser);
    await page.goto('/ask');
    await expect(page.getByText(/answers within one working day/)).toBeVisible();
    await page.getByLabel('Your question, or what brings you').fill('Can my wife stay in the room?');
    await page.getByLabel('Phone').fill('12');
    await page.getByLabel('How did you hear of us?').selectOption('friend');
    await page.getByRole('button', { name: 'Send the question' }).click();
    const number = page.getByLabel('Phone');
    await expect(number).toHaveAttribute('aria-invalid', 'true');
    await expect(number).toHaveAccessibleDescription(/We cannot call this number/);
    await expect(page.getByLabel('Your question, or what brings you')).toHaveValue(
      'Can my wife stay in the room?',
    );
    await expect(number).toHaveValue('12');
    await expect(page.getByLabel('How did you hear of us?')).toHaveValue('friend');

    await number.fill('555 0163');
    await page.getByLabel('Email').first().fill('ray@home.example');
    await page.getByRole('radio', { name: 'Email' }).check();
    await page.getByLabel('What shall we call you?').fill('Ray Mbeki');
    await page.getByRole('button', { name: 'Send the question' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('We have your question');
    await expect(page.getByText(/by (Thursday|Wednesday|Friday)/).first()).toBeVisible();
    // Someone unsure whether it went loads the answer again, which sends the form again.
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('We have your question');

    const desk = await (await openBrowserOf(browser, clinic(), { viewport: desktop })).newPage();
    await enterAs(desk.context(), clinic(), { staff: 'pat' });
    await desk.goto('/clinic/inquiries');
    await expect(desk.getByRole('link', { name: 'Ray Mbeki' })).toHaveCount(1);
    await desk.getByRole('link', { name: 'Ray Mbeki' }).click();
    await expect(desk.getByText('Can my wife stay in the room?')).toBeVisible();
    await expect(desk.getByText('A friend or family')).toBeVisible();
    await expect(desk.getByRole('definition').filter({ hasText: /^E-mail$/ })).toBeVisible();
    await desk.getByRole('button', { name: 'Send the invitation' }).click();
    await expect(desk.getByText('Invited to screening')).toBeVisible();

    const ray = await (await openBrowserOf(browser, clinic(), { viewport: phone })).newPage();
    await openMail(ray, clinic(), 'ray@home.example');
    await expect(ray.getByRole('heading', { level: 1 })).toContainText('Ray');
    await ray.goto('/app/screening');
    await expect(ray.getByRole('link', { name: /About you/ })).toBeVisible();
    for (const each of [page, desk, ray]) await each.context().close();
  });

  async function visitor(browser: Parameters<typeof openBrowserOf>[0]): Promise<Page> {
    const context = await openBrowserOf(browser, clinic(), { viewport: phone, noScript: true });
    return await context.newPage();
  }
});
