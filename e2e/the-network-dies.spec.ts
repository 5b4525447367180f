// The network dies while people are being dosed: two rooms ten minutes apart, a tablet that dies at minute 22 and a phone
// that goes on, clocks that are wrong, and a tablet switched on again where there is still no network.

import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { SessionFact } from '#dosing-session/events.ts';
import { type DemoClinic, enterAs, openBrowserOf, startDemoClinic, zone } from './demo-clinic.ts';
import { desktop, phone, type StaffKey, tablet } from './people.ts';
import { fillRow } from './put-ready.ts';
import { postFrom } from './through.ts';

const minute = 60_000;
const pictures = process.env['PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** A house of its own for each story, and every browser that stands in it moves with its clock. */
async function openHouse(browser: Browser) {
  const clinic = await startDemoClinic();
  const contexts: BrowserContext[] = [];
  return {
    clinic,
    async sitDown(
      key: StaffKey,
      viewport: { readonly width: number; readonly height: number },
      clockAheadMs = 0,
    ): Promise<Page> {
      const context = await openBrowserOf(browser, clinic, { viewport });
      if (clockAheadMs !== 0) await context.clock.setSystemTime(clinic.now() + clockAheadMs);
      await enterAs(context, clinic, { staff: key });
      contexts.push(context);
      return await context.newPage();
    },
    async later(ms: number): Promise<void> {
      clinic.later(ms);
      for (const context of contexts) await context.clock.fastForward(ms);
    },
    /** What is open ends too; a network that is gone takes that as well. */
    async networkDies(...pages: readonly Page[]): Promise<void> {
      for (const page of pages) {
        await page.context().setOffline(true);
        // A page that is read again may ask before the browser has been told anew that it is offline.
        await page.context().route('**/api/**', (route) => route.abort('internetdisconnected'));
      }
      clinic.app.close();
    },
    async networkIsBack(...pages: readonly Page[]): Promise<void> {
      for (const page of pages) {
        await page.context().unroute('**/api/**');
        await page.context().setOffline(false);
      }
    },
    async close(): Promise<void> {
      for (const context of contexts) await context.close();
      await clinic.stop();
    },
  };
}

type House = Awaited<ReturnType<typeof openHouse>>;

type Session = { readonly patientId: string; readonly sessionId: string; readonly path: string };

/** The people booked for an infusion today. */
async function infusionsToday(clinic: DemoClinic): Promise<readonly string[]> {
  const rows = await clinic.ask<{ given_name: string }>(
    `select p.given_name from appointments a
       join patients p on p.clinic_id = a.clinic_id and p.id = a.patient_id
       join cycles c on c.clinic_id = a.clinic_id and c.id = a.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where a.kind = 'dose' and a.status = 'booked' and s.route = 'iv' and a.room_id is not null
        and (lower(a.period) at time zone $1)::date = (to_timestamp($2) at time zone $1)::date
      order by lower(a.period)`,
    [zone, clinic.now() / 1_000],
  );
  return rows.map((row) => row.given_name);
}

async function arrive(page: Page, name: string): Promise<Session> {
  await page.goto('/clinic/');
  await page.getByRole('button', { name: `${name} is here` }).click();
  await page.getByRole('link', { name: 'Go to the room' }).click();
  await expect(page.getByRole('list').getByRole('button', { name: /^First readings/ })).toBeVisible();
  const { pathname } = new URL(page.url());
  const [, , , patientId = '', , sessionId = ''] = pathname.split('/');
  return { patientId, sessionId, path: pathname };
}

const drip: SessionFact = {
  type: 'DoseStarted',
  v: 1,
  route: 'iv',
  doseMg: 35,
  concentrationMgPerMl: 1,
  rateMgPerMin: 0.875,
  plannedMinutes: 40,
  lot: 'K-2231',
  expiry: '2028-06',
};

/** The pump is switched on, written at the desk's own computer. */
async function pumpOn(page: Page, house: House, session: Session): Promise<void> {
  const at = house.clinic.now();
  const about = { sessionId: session.sessionId, patientId: session.patientId, deviceId: randomUUID() };
  const facts: readonly SessionFact[] = [
    { type: 'MonitorAssigned', v: 1, practitionerId: randomUUID(), name: 'Maria Ruiz' },
    drip,
  ];
  await postFrom(page, `/api/patients/${session.patientId}/dosing-sessions/${session.sessionId}/events`, {
    events: facts.map((fact, index) => ({
      eventId: randomUUID(),
      ...about,
      deviceSeq: index + 1,
      effectiveAt: at,
      recordedAt: at,
      fact,
    })),
  });
  await expect(page.getByText(/^Pump on since/)).toBeVisible();
}

/** The systolic pressures as the bedside tells them, in the order of their times. */
async function courseOf(page: Page): Promise<readonly string[]> {
  const cells = page.getByRole('table').first().getByRole('cell');
  const texts = await cells.allInnerTexts();
  return texts.flatMap((text) => /^(\d+) \/ \d+$/.exec(text.trim())?.[1] ?? []);
}

async function keptRows(clinic: DemoClinic, { sessionId }: Session) {
  return await clinic.ask<{ systolic: number; at: number; device_id: string }>(
    `select (body->'fact'->>'systolicMmHg')::int as systolic, (extract(epoch from effective_at) * 1000)::float as at, device_id
       from dosing_session_events where session_id = $1 and type = 'VitalSignsMeasured' and body->'fact' ? 'systolicMmHg'
      order by effective_at, version`,
    [sessionId],
  );
}

/** Kept on the device, so that it opens here with no network. */
async function shellKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const files = await Promise.all(
          names.map(async (name) => (await (await caches.open(name)).keys()).map((each) => each.url)),
        );
        return files.flat().some((file) => /room-place/.test(file));
      }),
    )
    .toBe(true);
}

test.describe('the network dies', () => {
  // Living two dozen lives takes its time, once; each story gets a copy.
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    await (await startDemoClinic()).stop();
  });

  test('two infusions ten minutes apart, and the network dies in between: both records are complete and in order on the board, the note and the ledger', async ({
    browser,
  }) => {
    test.setTimeout(150_000);
    const house = await openHouse(browser);
    try {
      const [first = '', second = ''] = await infusionsToday(house.clinic);
      const maria = await house.sitDown('maria', tablet);
      const tom = await house.sitDown('tom', tablet);
      const one = await arrive(maria, first);
      const two = await arrive(tom, second);

      const containerId = randomUUID();
      await postFrom(maria, '/api/drug-ledger/entries', {
        id: randomUUID(),
        happenedAt: house.clinic.now(),
        fact: {
          kind: 'received',
          substance: 'Ketamine hydrochloride',
          form: 'injection',
          strengthMgPerMl: 50,
          volumeMl: 10,
          containerIds: [containerId],
          lot: 'K-2231',
          expiry: '2028-06',
          supplierName: 'Quay Supply',
        },
      });
      const draw = (page: Page, { patientId, sessionId }: Session) =>
        postFrom(page, `/api/patients/${patientId}/drug-draws`, {
          id: randomUUID(),
          happenedAt: house.clinic.now(),
          sessionId,
          fact: { kind: 'drawn', containerId, mg: 35 },
        });
      await draw(maria, one);
      await pumpOn(maria, house, one);
      await fillRow(maria, ['121', '78', '72', '98']);
      await expect(maria.getByText(/^All sent/)).toBeVisible();

      await house.later(10 * minute);
      await draw(tom, two);
      await pumpOn(tom, house, two);
      await fillRow(maria, ['122', '79', '73', '98']);
      await expect(maria.getByText(/^All sent/)).toBeVisible();
      for (const page of [maria, tom]) await shellKept(page);

      await house.networkDies(maria, tom);
      await house.later(5 * minute);
      await fillRow(maria, ['123', '80', '74', '97']);
      await fillRow(tom, ['131', '82', '70', '98']);
      for (const page of [maria, tom])
        await expect(page.getByText(/^\d+ saved here, not sent/)).toBeVisible();

      // One of them reads the page again; with no network it opens as it was, and goes on.
      await maria.reload();
      await expect(maria.getByText(/^Pump on since/)).toBeVisible();
      await expect(maria.getByText(/^\d+ saved here, not sent/)).toBeVisible();
      await expect.poll(() => courseOf(maria)).toEqual(['121', '122', '123']);
      await house.later(5 * minute);
      await fillRow(maria, ['124', '81', '75', '97']);
      await fillRow(tom, ['132', '83', '71', '98']);
      expect((await keptRows(house.clinic, one)).length).toBe(2);

      await house.networkIsBack(maria, tom);
      for (const page of [maria, tom])
        await expect(page.getByText(/^All sent/)).toBeVisible({ timeout: 40_000 });
      const kept = { one: await keptRows(house.clinic, one), two: await keptRows(house.clinic, two) };
      expect(kept.one.map((row) => row.systolic)).toEqual([121, 122, 123, 124]);
      expect(kept.two.map((row) => row.systolic)).toEqual([131, 132]);

      const wall = await house.sitDown('okafor', desktop);
      await wall.goto('/clinic/board');
      await expect(wall.getByText('2 dosing', { exact: false })).toBeVisible();
      for (const [session, figures] of [
        [one, ['121', '122', '123', '124']],
        [two, ['131', '132']],
      ] as const) {
        await wall.goto(session.path.replace(/room$/, 'note'));
        const note = wall.getByRole('main');
        await expect(note).toContainText(`${figures.at(-1)}/`);
        const text = await note.innerText();
        const places = figures.map((figure) => text.indexOf(`${figure}/`));
        expect(places.every((place) => place >= 0)).toBe(true);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
      await maria.goto('/clinic/stock/book');
      const book = maria.getByRole('main');
      await expect(book).toContainText(first);
      const lines = await book.innerText();
      expect(lines.indexOf(first)).toBeGreaterThanOrEqual(0);
      expect(lines.indexOf(second)).toBeGreaterThan(lines.indexOf(first));
    } finally {
      await house.close();
    }
  });

  test('the room tablet dies at minute 22; her phone goes on in under half a minute, and no reading is lost', async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const house = await openHouse(browser);
    try {
      const [first = ''] = await infusionsToday(house.clinic);
      const maria = await house.sitDown('maria', tablet);
      const session = await arrive(maria, first);
      await pumpOn(maria, house, session);
      await fillRow(maria, ['121', '78', '72', '98']);
      await house.later(20 * minute);
      await fillRow(maria, ['129', '84', '78', '97']);
      await expect(maria.getByText(/^All sent/)).toBeVisible();
      // Her phone is in her pocket, signed in since the morning.
      const hers = await house.sitDown('maria', phone);
      await hers.goto('/clinic/board');
      await expect(hers.getByText('1 dosing', { exact: false })).toBeVisible();

      // At minute 21 the tablet loses its network, one more row is taken, and at 22 it goes dark.
      await maria.context().setOffline(true);
      await house.later(minute);
      await fillRow(maria, ['133', '85', '80', '97']);
      await expect(maria.getByText(/^\d+ saved here, not sent/)).toBeVisible();
      await house.later(minute);
      const dark = maria.context();
      await maria.close();

      const from = Date.now();
      await hers.locator(`a[href="${session.path}"]`).first().click();
      await expect(hers.getByRole('heading', { name: 'Written on another device so far' })).toBeVisible();
      await expect(hers.getByText(/129/).first()).toBeVisible();
      await picture(hers, 'continue-here-phone');
      await hers.getByRole('button', { name: 'Continue here' }).click();
      await fillRow(hers, ['135', '86', '82', '97']);
      await expect(hers.getByText(/^All sent/)).toBeVisible();
      expect(Date.now() - from).toBeLessThan(30_000);
      await expect(hers.getByRole('heading', { name: 'Written on another device so far' })).toHaveCount(0);
      await expect(hers.getByText('Continue here')).toHaveCount(0);

      // Later somebody charges the tablet and switches it on. What it had kept comes by itself, to its own minute.
      await dark.setOffline(false);
      const again = await dark.newPage();
      await again.goto(session.path);
      await expect(again.getByText(/^All sent/)).toBeVisible({ timeout: 20_000 });
      await expect.poll(() => courseOf(hers)).toEqual(['121', '129', '133', '135']);
      await expect.poll(() => courseOf(again)).toEqual(['121', '129', '133', '135']);
      const kept = await keptRows(house.clinic, session);
      expect(kept.map((row) => row.systolic)).toEqual([121, 129, 133, 135]);
      expect(new Set(kept.map((row) => row.device_id)).size).toBe(2);
    } finally {
      await house.close();
    }
  });

  test('a tablet four minutes fast and a phone two slow: the course is right, and the correction is shown', {
    tag: '@long',
  }, async ({ browser }) => {
    test.setTimeout(120_000);
    const house = await openHouse(browser);
    try {
      const [first = ''] = await infusionsToday(house.clinic);
      const fast = await house.sitDown('maria', tablet, 4 * minute);
      const slow = await house.sitDown('tom', phone, -2 * minute);
      const session = await arrive(fast, first);
      await pumpOn(fast, house, session);
      await slow.goto(session.path);
      await expect(slow.getByText(/^Pump on since/)).toBeVisible();
      const startedAt = house.clinic.now();

      await house.later(5 * minute);
      await fillRow(fast, ['121', '78', '72', '98']);
      await house.later(2 * minute);
      await fillRow(slow, ['122', '79', '73', '98']);
      await house.later(2 * minute);
      await fillRow(fast, ['123', '80', '74', '98']);
      for (const page of [fast, slow]) {
        await expect(page.getByText(/^All sent/)).toBeVisible();
        await expect.poll(() => courseOf(page)).toEqual(['121', '122', '123']);
      }
      const kept = await keptRows(house.clinic, session);
      expect(kept.map((row) => row.systolic)).toEqual([121, 122, 123]);
      // At the clinic's time, whatever the devices said: five, seven and nine minutes after the start.
      for (const [index, after] of [5, 7, 9].entries())
        expect(Math.abs((kept[index]?.at ?? 0) - startedAt - after * minute)).toBeLessThan(40_000);

      await fast.getByRole('button', { name: 'More', exact: true }).click();
      await fast.getByRole('button', { name: 'Everything written, corrections' }).click();
      const log = fast.getByRole('dialog');
      await expect(log.getByText('corrected: the device’s clock was 4 min fast').first()).toBeVisible();
      await expect(log.getByText('corrected: the device’s clock was 2 min slow').first()).toBeVisible();
      await picture(fast, 'corrected-tablet');
      await slow.goto(session.path.replace(/room$/, 'note'));
      await expect(slow.getByText(/The clock of a device of Maria Ruiz was 4 minutes fast\./)).toBeVisible();
      await expect(slow.getByText(/The clock of a device of Tom Berg was 2 minutes slow\./)).toBeVisible();
    } finally {
      await house.close();
    }
  });

  test('a tablet switched on where there is no network opens the room it was in, and two rooms in two tabs stay apart', {
    tag: '@long',
  }, async ({ browser }) => {
    test.setTimeout(120_000);
    const house = await openHouse(browser);
    try {
      const [first = '', second = ''] = await infusionsToday(house.clinic);
      const maria = await house.sitDown('maria', tablet);
      const one = await arrive(maria, first);
      await pumpOn(maria, house, one);
      const other = await maria.context().newPage();
      const two = await arrive(other, second);
      await pumpOn(other, house, two);
      await fillRow(maria, ['121', '78', '72', '98']);
      await fillRow(other, ['141', '88', '82', '97']);
      for (const page of [maria, other]) await expect(page.getByText(/^All sent/)).toBeVisible();
      await shellKept(maria);
      await house.networkDies(maria);
      const context = maria.context();
      await Promise.all([maria.close(), other.close()]);

      // The browser is gone with everything it had in memory; the two rooms are opened again, each in its own tab.
      const [again, beside] = [await context.newPage(), await context.newPage()];
      await again.goto(one.path);
      await beside.goto(two.path);
      await expect.poll(() => courseOf(again)).toEqual(['121']);
      await expect.poll(() => courseOf(beside)).toEqual(['141']);
      await expect(again.getByText('Not heard from the clinic yet')).toBeVisible();
      await picture(again, 'no-network-tablet');
      await house.later(minute);
      await fillRow(again, ['122', '79', '73', '98']);
      await fillRow(beside, ['142', '89', '83', '97']);
      // Nothing of the clinic is kept under an address of its own: no name of a person lies in the browser's cache.
      const cached = await again.evaluate(async () => {
        const names = await caches.keys();
        const all = await Promise.all(
          names.map(async (name) => (await (await caches.open(name)).keys()).map((each) => each.url)),
        );
        return all.flat().map((url) => new URL(url).pathname);
      });
      expect(cached.filter((path) => !/^\/(assets\/|clinic\/)/.test(path))).toEqual([]);

      // A page that is killed in the middle keeps both, each in its room.
      await again.reload();
      await beside.reload();
      await expect.poll(() => courseOf(again)).toEqual(['121', '122']);
      await expect.poll(() => courseOf(beside)).toEqual(['141', '142']);
      await house.networkIsBack(again);
      for (const [session, rows] of [
        [one, [121, 122]],
        [two, [141, 142]],
      ] as const)
        await expect
          .poll(async () => (await keptRows(house.clinic, session)).map((row) => row.systolic), {
            timeout: 40_000,
          })
          .toEqual(rows);
    } finally {
      await house.close();
    }
  });
});
