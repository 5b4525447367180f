// One touch, one answer: the patient calls from a phone, the nurse who watches is busy, the other one comes. Then the ways in
// which a call can fail, each said on the patient's own screen.

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type DemoClinic, enterAs, openBrowserOf, startDemoClinic } from './demo-clinic.ts';
import { phone, type StaffKey, tablet } from './people.ts';
import { writerIn } from './session-writer.ts';

test.describe('a call from the bed', () => {
  let clinic: DemoClinic;
  const contexts: BrowserContext[] = [];
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    clinic = await startDemoClinic();
  });
  test.afterAll(async () => {
    for (const each of contexts) await each.close();
    await clinic.stop();
  });

  test('the first nurse is busy, the second answers, and the seconds stand in the room, on the wall and in the note', {
    tag: '@S0-35',
  }, async ({ browser }) => {
    test.setTimeout(120_000);
    const open = async (
      who: { readonly staff: StaffKey } | { readonly email: string },
      viewport: typeof phone,
    ): Promise<Page> => {
      const context = await openBrowserOf(browser, clinic, { viewport });
      contexts.push(context);
      // What this device was made to sound and buzz, counted where the browser would do it.
      await context.addInitScript(() => {
        const heard = { notes: 0, buzzes: 0 };
        Object.assign(window, { heard });
        // A browser in a pocket lets no page sound before it is touched; the one of these stories would.
        window.AudioContext = class extends AudioContext {
          constructor() {
            super();
            this.suspend();
          }
        };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (when?: number) {
          heard.notes += 1;
          start.call(this, when);
        };
        Object.defineProperty(navigator, 'vibrate', {
          value: () => {
            heard.buzzes += 1;
            return true;
          },
        });
      });
      // Nothing outside this house may be needed for a call.
      await context.route(
        (url) => url.hostname !== 'localhost',
        (route) => route.abort(),
      );
      await enterAs(context, clinic, who);
      const page = await context.newPage();
      return page;
    };
    const heard = (page: Page) =>
      page.evaluate(() => (window as unknown as { heard: { notes: number; buzzes: number } }).heard);

    const maria = await open({ staff: 'maria' }, tablet);
    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    await expect(maria.getByRole('list').getByRole('button', { name: /^First readings/ })).toBeVisible();
    const room = new URL(maria.url()).pathname;

    const ana = await open({ email: 'ana@home.example' }, phone);
    await ana.goto('/app/session');
    // Before the dose the call is tried: it rings like any other.
    await ana.getByRole('button', { name: 'Try the call' }).click();
    await expect(maria.getByText('Ana calls: come')).toBeVisible();
    await maria.getByRole('button', { name: 'I am coming' }).click();
    await expect(ana.getByText('Maria Ruiz is coming')).toBeVisible();
    await maria.getByRole('button', { name: 'Settled: say what was done' }).click();
    await maria.getByRole('dialog').getByRole('textbox').first().fill('The button works.');
    await maria.getByRole('dialog').getByRole('button', { name: 'The call is settled' }).click();
    // What staff have settled leaves the phone by itself.
    await expect(ana.getByRole('button', { name: 'Try the call' })).toBeVisible();

    const write = writerIn(maria, room);
    const me = await maria.evaluate(async () => (await (await fetch('/api/me')).json()) as { id: string });
    await write(
      { type: 'MonitorAssigned', v: 1, practitionerId: me.id, name: 'Maria Ruiz' },
      {
        type: 'DoseStarted',
        v: 1,
        route: 'iv',
        doseMg: 35,
        concentrationMgPerMl: 1,
        rateMgPerMin: 0.875,
        plannedMinutes: 40,
        lot: null,
        expiry: null,
      },
    );
    await expect(ana.getByRole('button', { name: 'Call Maria' })).toBeVisible({ timeout: 15_000 });

    // Maria is at the desk with something else in her hands; Tom has just opened a page and not touched it.
    await maria.getByRole('heading', { level: 1 }).click();
    await maria.goto('/clinic/schedule');
    await maria
      .getByRole('heading', { name: /Schedule/ })
      .first()
      .click();
    const tom = await open({ staff: 'tom' }, phone);
    await tom.goto('/clinic/tasks');
    await expect(tom.getByText('Calls do not sound here yet. Touch the screen once.')).toBeVisible();
    await tom.getByRole('heading', { level: 1 }).click();
    await expect(tom.getByText('Calls do not sound here yet. Touch the screen once.')).toHaveCount(0);

    await ana.getByRole('button', { name: 'Call Maria' }).click();
    const call = /^Room \d.* Ana calls: come$/;
    await expect(maria.getByText(call)).toBeVisible();
    await expect.poll(async () => (await heard(maria)).notes).toBeGreaterThan(0);
    await expect(tom.getByText(call)).toBeVisible();
    await expect(tom.getByText(/^Rings for the one who watches/)).toBeVisible();
    expect(await heard(tom)).toEqual({ notes: 0, buzzes: 0 });

    await maria.getByRole('button', { name: 'I am busy' }).click();
    await expect(ana.getByText('Still calling')).toBeVisible();
    await expect(tom.getByText(/A second person is called/)).toBeVisible();
    await expect.poll(async () => (await heard(tom)).notes).toBeGreaterThan(0);
    expect((await heard(tom)).buzzes).toBeGreaterThan(0);
    const quietAt = (await heard(maria)).notes;

    await tom.getByRole('button', { name: 'I am coming' }).click();
    await expect(ana.getByRole('heading', { name: /^Tom .* is coming$/ })).toBeVisible();
    const told = (await ana.getByText(/^Answered in/).textContent()) ?? '';
    const seconds = Number(/\d+/.exec(told)?.[0]);
    await expect(maria.getByText(call)).toHaveCount(0);
    expect((await heard(maria)).notes).toBe(quietAt);

    await tom.goto(room);
    await expect(tom.getByText(new RegExp(`answered in ${seconds} s`))).toBeVisible();
    await maria.goto('/clinic/board');
    await expect(maria.getByText(`${seconds} s`, { exact: true })).toBeVisible();
    await tom.getByRole('button', { name: 'Settled: say what was done' }).click();
    await tom.getByRole('dialog').getByRole('textbox').first().fill('Sat beside her.');
    await tom.getByRole('dialog').getByRole('button', { name: 'The call is settled' }).click();
    await maria.goto(room.replace(/room$/, 'note'));
    await expect(maria.getByText(new RegExp(`Answered by Tom .* after ${seconds} seconds`))).toBeVisible();
    await expect(maria.getByText(/Maria Ruiz was busy and passed it on/)).toBeVisible();

    // Silence is asked for with one touch, and the room reads exactly that.
    await ana.getByRole('button', { name: 'Silence' }).click();
    await expect(tom.getByText('Ana asks for silence')).toBeVisible();
    await tom.getByRole('button', { name: 'I am coming' }).click();
    await expect(ana.getByText(/^Tom .* saw it\.$/)).toBeVisible();
    await ana.getByRole('button', { name: 'I am OK' }).click();
    await expect(ana.getByText('The room knows you are OK.')).toBeVisible();

    // No link: the call says that it reached no one and what to do, and goes out by itself once there is one.
    await ana.context().setOffline(true);
    await ana.getByRole('button', { name: 'Call Maria' }).click();
    await expect(ana.getByRole('heading', { name: 'This reached no one' })).toBeVisible();
    await expect(ana.getByRole('link', { name: /^Call / })).toHaveAttribute('href', /^tel:/);
    await expect(ana.getByText(/Speak out loud/)).toBeVisible();
    await ana.context().setOffline(false);
    await expect(ana.getByRole('heading', { name: /^(Calling|Still calling)$/ })).toBeVisible();
    await expect(tom.getByText('Ana calls: come')).toBeVisible();

    // Opened again, the phone still shows the call that runs; with every screen of staff gone, it says that none is open.
    await ana.reload();
    await expect(ana.getByRole('heading', { name: /^(Calling|Still calling)$/ })).toBeVisible();
    await tom.context().close();
    await maria.goto('about:blank');
    await expect(ana.getByRole('heading', { name: 'No screen is open to hear this' })).toBeVisible();
    await maria.goto(room);
    await maria.getByRole('button', { name: 'I am coming' }).first().click();
    await expect(ana.getByRole('heading', { name: 'Maria Ruiz is coming' })).toBeVisible();
    await ana.getByRole('button', { name: 'I am all right now' }).click();
    await expect(ana.getByRole('button', { name: 'Call Maria' })).toBeVisible();

    // The pump has stopped, and the surface stays; it goes when recovery is marked, and the call stays within reach.
    await write({ type: 'DoseStopped', v: 1, reason: 'complete' });
    await expect(maria.getByRole('button', { name: 'Way home' })).toBeVisible();
    await expect(ana.getByRole('button', { name: 'Call Maria' })).toBeVisible();
    await write({ type: 'RecoveryStarted', v: 1 });
    await expect(ana.getByRole('button', { name: 'Call Maria' })).toHaveCount(0, { timeout: 15_000 });
    await ana.goto('/app/');
    await ana.getByRole('link', { name: 'Your call button' }).click();
    await expect(ana.getByRole('button', { name: 'Call someone' })).toBeVisible();
  });
});
