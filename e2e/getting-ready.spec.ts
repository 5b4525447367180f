// Getting ready, as people really do it: slowly, in parts, with shaking hands and a bad line, in their own language; and what
// the clinic makes of it.

import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { enterAs, openBrowserOf, withDemoClinic } from './demo-clinic.ts';
import { accessFindings, expectNothingBeside } from './looking.ts';
import { desktop, phone } from './people.ts';

/** The moment in which a second tap of a shaking hand is let go; by the page's own clock. */
async function aMoment(page: Page): Promise<void> {
  const from = await page.evaluate(() => performance.now());
  await page.waitForFunction((at) => performance.now() - at > 700, from);
}

interface Led {
  readonly said: string[];
  buzzes: number;
  tones: number;
}

/** Runs in the page: a phone with a voice of its own, that remembers what it said, buzzed and sounded. */
function rememberWhatIsLed(): void {
  const led: Led = { said: [], buzzes: 0, tones: 0 };
  const voice = { lang: 'en-US', localService: true, default: true, name: 'here', voiceURI: 'here' };
  Object.assign(globalThis, {
    led,
    SpeechSynthesisUtterance: class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', {
    configurable: true,
    value: {
      getVoices: () => [voice],
      cancel: () => undefined,
      speak: ({ text }: { text: string }) => led.said.push(text),
      addEventListener: () => undefined,
    },
  });
  Object.defineProperty(navigator, 'vibrate', {
    configurable: true,
    value: () => {
      led.buzzes += 1;
      return true;
    },
  });
  const create = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function make() {
    led.tones += 1;
    return create.call(this);
  };
}

/** Runs in the page. */
function lookAway(isAway: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: isAway ? 'hidden' : 'visible',
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

test.describe('getting ready', () => {
  const clinic = withDemoClinic();

  async function come(
    browser: Parameters<typeof openBrowserOf>[0],
    who: Parameters<typeof enterAs>[2],
    viewport = phone,
  ): Promise<BrowserContext> {
    const context = await openBrowserOf(browser, clinic(), { viewport });
    await enterAs(context, clinic(), who);
    return context;
  }

  test('the day is worked out from the protocol, told on one page, and shared with whoever drives', {
    tag: ['@S0-24', '@S0-25', '@S0-38', '@S2-3', '@S2-54', '@S2-56', '@S2-67'],
  }, async ({ browser }) => {
    test.setTimeout(90_000);
    const context = await come(browser, { email: 'ana@home.example' });
    const page = await context.newPage();
    await page.goto('/app/prepare/day');
    const hours = page.getByRole('listitem').filter({ hasText: 'Last food' });
    await expect(hours).toContainText('2:50');
    await expect(page.getByText('Short sleeves, for the cuff on your arm')).toBeVisible();
    await expect(page.getByText(/has a medical appointment on/)).toBeVisible();
    await expect(page.getByText(/needs the whole day off/)).toBeVisible();

    await test.step('the morning is said one question at a time, without a network, and “not sure” is an answer', async () => {
      await page.goto('/app/');
      await page.getByRole('link', { name: 'Say how it is' }).click();
      await page.getByText('Some', { exact: true }).click();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByLabel('Time').fill('07:30');
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Leave it open' }).click();
      // Put away half way, it goes on at the same question.
      await page.getByRole('link', { name: 'Today' }).first().click();
      await page.getByRole('link', { name: 'Say how it is' }).click();
      await page
        .getByRole('group', { name: /^Zoloft/ })
        .getByText('Not sure')
        .click();
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('button', { name: 'Leave it open' }).click();
      await page.getByText('None today').click();
      await page.getByRole('button', { name: 'Next' }).click();
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Tell the clinic' }).click();
      await expect(page.getByText('No one at the clinic knows this yet.', { exact: false })).toBeVisible();
      await context.setOffline(false);
      await expect(
        page.getByText('Food: Not as planned. The nurses are told', { exact: false }),
      ).toBeVisible();
      await expect(page.getByText('Medicines: You are not sure.', { exact: false })).toBeVisible();
      await expect(page.getByText('Drink: Not said yet')).toBeVisible();
      await page.goto('/app/prepare/day');
    });

    await page.getByText('Water within reach').click();
    await page.getByText('Car keys put away').click();
    await page.getByText('Show this list to the person who takes me home').click();
    await page.getByRole('button', { name: 'Keep the list' }).click();
    await expect(page.getByText(/^Kept /).last()).toBeVisible();
    await page.getByRole('group', { name: 'How do you want the evening?' }).getByText('Quiet').click();
    await page.getByLabel('What you will eat and drink', { exact: false }).fill('Soup');
    await page.getByRole('button', { name: 'Keep the evening plan' }).click();
    await expect(page.getByText(/^Kept /)).toHaveCount(3);

    await page.goto('/app/prepare/plan');
    const comfort = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Comfort' }) });
    for (const [what, wish] of [
      ['Music', 'Silence'],
      ['Eye mask', 'Yes'],
      ['Light', 'Low'],
    ] as const)
      await comfort.getByRole('group', { name: what }).getByText(wish, { exact: true }).click();
    await comfort.getByRole('button', { name: 'Keep these' }).click();
    await expect(comfort.getByText(/^Kept /)).toBeVisible();

    await page.goto('/app/prepare/day');
    await page.getByRole('link', { name: 'The day on one page' }).click();
    await expect(page.getByText('For the person who comes along')).toBeVisible();
    expect(await page.locator('article').innerText()).not.toMatch(/ketamine|depress|dose|diagnos/i);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Put it in my calendar' }).click();
    expect((await saved).suggestedFilename()).toBe('day.ics');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
    await context.setOffline(true);
    await expect(page.getByText('For the person who comes along')).toBeVisible();
    await context.setOffline(false);

    await page.goto('/app/prepare/ride');
    await page.getByRole('button', { name: 'Ask someone else' }).click();
    await page.getByLabel('Their name').fill('Luz');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page
      .getByText(/\/companion\/#/)
      .first()
      .innerText();
    const drives = await openBrowserOf(browser, clinic(), { viewport: phone });
    const luz = await drives.newPage();
    await luz.goto(link.match(/https?:\/\/\S+/)?.[0] ?? '');
    await luz.getByRole('button', { name: /Yes/ }).click();
    await expect(luz.getByText('Car keys put away')).toBeVisible();
    await expect(luz.getByRole('button', { name: 'Print this page' })).toBeVisible();
    await drives.close();
    await context.close();
  });

  test('what brings a person back is practised for real, noted without a count of days, and read once more before the dose', {
    tag: ['@S1-10', '@S2-23', '@S2-59', '@S2-60'],
  }, async ({ browser }) => {
    const context = await come(browser, { email: 'ana@home.example' });
    await context.addInitScript(rememberWhatIsLed);
    const page = await context.newPage();
    const led = (): Promise<Led> => page.evaluate(() => (globalThis as unknown as { led: Led }).led);
    const begin = (exercise: string): Promise<void> =>
      page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: exercise, exact: true }) })
        .getByRole('button', { name: 'Begin' })
        .click();
    const isNoted = async (): Promise<void> => {
      await expect(page.getByText(/Noted: you tried it/)).toBeVisible();
    };
    await page.goto('/app/prepare/practice');
    await page.getByText('Speak it, with this phone’s own voice').click();
    await page.getByText('A short buzz at each step').click();
    expect((await led()).buzzes).toBe(1);

    await test.step('slow breath turns by itself, rests while she looks elsewhere, and stops at once', async () => {
      await begin('Slow breath');
      await expect(page.getByText('Breathe in')).toBeVisible();
      await page.clock.runFor(4_000);
      await expect(page.getByText('Breathe out')).toBeVisible();
      await expect.poll(async () => (await led()).said).toEqual(['Breathe in', 'Breathe out']);
      await page.evaluate(lookAway, true);
      await page.clock.runFor(60_000);
      expect((await led()).said).toHaveLength(2);
      await page.evaluate(lookAway, false);
      await expect(page.getByText('Breathe in')).toBeVisible();
      await expect.poll(async () => (await led()).said).toHaveLength(3);
      await page.getByRole('button', { name: 'Stop here' }).click();
      await isNoted();
      const { said, buzzes } = await led();
      await page.clock.runFor(10_000);
      expect(await led()).toMatchObject({ said, buzzes });
    });
    await test.step('the five senses wait for a tap', async () => {
      await begin('Five senses');
      await page.clock.runFor(60_000);
      await expect(page.getByText('Name five things you can see.')).toBeVisible();
      for (const line of [/four things/, /three sounds/, /two things/, /one taste/]) {
        await page.getByRole('button', { name: 'Next' }).click();
        await expect(page.getByText(line)).toBeVisible();
      }
      await page.getByRole('button', { name: 'Done' }).click();
      await isNoted();
    });
    await test.step('the way through the body goes on by itself, also when the line goes away in the middle', async () => {
      await begin('Through the body');
      await expect(page.getByText('Feel your feet. Let them be heavy.')).toBeVisible();
      await page.clock.runFor(20_000);
      await expect(page.getByText('Feel your legs, down to the chair or bed.')).toBeVisible();
      await page.getByRole('button', { name: 'Next' }).click();
      await expect(page.getByText('Feel your belly rise and fall.')).toBeVisible();
      await expect.poll(async () => (await led()).said).toContain('Feel your belly rise and fall.');
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Stop here' }).click();
      await isNoted();
      await context.setOffline(false);
      await expect(page.getByText(/streak|in a row|days/i)).toHaveCount(0);
    });
    await test.step('her own words come with each breath out', async () => {
      await page.getByLabel(/A word or a thing that brings you back/).fill('The stone');
      await begin('Your own words');
      await page.clock.runFor(10_000);
      await expect
        .poll(async () => (await led()).said.filter((words) => words === 'The stone'))
        .toHaveLength(2);
      expect(await accessFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Stop here' }).click();
      await isNoted();
      await page.getByRole('button', { name: 'Keep it' }).click();
      await isNoted();
    });

    await test.step('a phone without a voice says so, and marks each breath with a tone from her tap on', async () => {
      const other = await context.newPage();
      await other.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'speechSynthesis');
        Reflect.deleteProperty(Navigator.prototype, 'vibrate');
        Reflect.deleteProperty(navigator, 'vibrate');
      });
      await other.goto('/app/breathe');
      await expect(other.getByText(/This phone has no voice of its own/)).toBeVisible();
      await expect(other.getByText('This phone does not let a page buzz.')).toBeVisible();
      await expect(other.getByText('Breathe out')).toBeVisible();
      const tones = (): Promise<number> =>
        other.evaluate(() => (globalThis as unknown as { led: Led }).led.tones);
      expect(await tones()).toBe(0);
      await other.getByText('A soft tone at each step').click();
      await expect.poll(tones).toBeGreaterThan(0);
      expect(await other.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(await accessFindings(other)).toEqual([]);
      await other.getByRole('button', { name: 'Stop here' }).click();
      await expect(other.getByText('Slow breath, four in and six out')).toBeVisible();
      await other.close();
    });

    await page.goto('/app/prepare/minute');
    await expect(page.getByText('You do not have to make anything happen.', { exact: false })).toBeVisible();
    await expect(page.getByText('Nothing you feel is wrong.', { exact: false })).toBeVisible();
    await expect(page.getByText('The stone')).toBeVisible();
    const before = (await led()).said.length;
    await page.getByRole('button', { name: 'Read it to me' }).click();
    await expect.poll(async () => (await led()).said.length).toBeGreaterThanOrEqual(before + 7);
    await context.close();
  });
  test('an intention is thought about in four ways, private at first, and shown person by person', {
    tag: ['@S0-14', '@long'],
  }, async ({ browser }) => {
    const context = await come(browser, { email: 'james@home.example' });
    const page = await context.newPage();
    await page.goto('/app/prepare/intention');
    const before = page.getByRole('button', { name: 'Change the words' });
    await expect(before.or(page.getByLabel('My own words'))).toBeVisible();
    if (await before.isVisible()) await before.click();
    await expect(
      page.getByText(
        'what you look for, how you want to feel, what you want to change, what you want to understand',
        {
          exact: false,
        },
      ),
    ).toBeVisible();
    await page.getByLabel('My own words').fill('I would like to understand why I left');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(page.getByText('I would like to understand why I left')).toBeVisible();
    await expect(page.getByText(/Private/).first()).toBeVisible();
    await page.getByRole('link', { name: 'Show it to someone, or take it back' }).click();
    await page.getByRole('radio', { name: /Inés Alba/ }).check();
    await page.getByRole('button', { name: 'Show it', exact: true }).click();
    await expect(page.getByText(/Inés Alba has not opened it yet/).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take it back' })).toBeVisible();
    await context.close();
  });

  test('a guide is read as deep as one likes, by eye or by ear, with its source and grade, and leads to a question', {
    tag: ['@S0-7', '@S2-15', '@S2-19', '@long'],
  }, async ({ browser }) => {
    const context = await come(browser, { email: 'ana@home.example' });
    const page = await context.newPage();
    await page.goto('/app/learn');
    await page.getByRole('link', { name: 'How it works, as far as we know' }).click();
    await expect(page.getByText('Nerve cells pass signals', { exact: false })).toBeVisible();
    await expect(page.getByText('The most we can say')).toHaveCount(0);
    await page.getByText('All of it, with the sources').click();
    await expect(page.getByText('The most we can say').first()).toBeVisible();
    await expect(page.getByText(/We are sure\.|We are fairly sure\./).first()).toBeVisible();
    await expect(page.getByText(/To be read again by/).first()).toBeVisible();
    await expect(page.getByText('not yet approved by a named clinician', { exact: false })).toBeVisible();
    await expect(page.getByText('Written for a reader in the seventh grade or below.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Read it to me' })).toBeVisible();
    await page.getByText('The short of it').click();
    await expect(page.getByText('Nerve cells pass signals', { exact: false })).toHaveCount(0);
    expect(await accessFindings(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Keep as a text file' }).click();
    expect((await saved).suggestedFilename()).toContain('How it works');

    await page.goto('/app/learn/conditions');
    await page.getByText('More', { exact: true }).first().click();
    const trauma = page.locator('section').filter({ has: page.getByRole('heading', { name: 'PTSD' }) });
    await trauma.getByRole('button', { name: 'This sounds like me: ask about it' }).click();
    await expect(page.getByLabel('My question')).toHaveValue(/I read about this: PTSD/);
    await page.getByRole('button', { name: 'Ask it' }).click();
    await expect(page.getByText('The nurses have it.')).toBeVisible();
    await context.close();
  });

  test('the intention of the last session is there to begin with, and is asked again on the day', {
    tag: ['@S1-9', '@long'],
  }, async ({ browser }) => {
    const context = await come(browser, { email: 'theo@home.example' });
    const page = await context.newPage();
    await page.goto('/app/prepare/intention');
    await expect(page.getByText('Before this you wrote')).toBeVisible();
    await expect(page.getByText('Softer with myself.')).toBeVisible();
    await page.getByRole('button', { name: 'Begin with these words again' }).click();
    await expect(page.getByLabel('My own words')).toHaveValue('Softer with myself.');
    await page.getByRole('button', { name: 'Keep these words' }).click();
    await expect(page.getByRole('button', { name: 'Change the words' })).toBeVisible();
    const okafor = await come(browser, { staff: 'okafor' }, desktop);
    const sheet = await okafor.newPage();
    await sheet.goto(`/clinic/patients/${await clinic().patientId('ana@home.example')}/gate`);
    // What was written before the day does not speak for the day.
    await expect(
      sheet
        .getByRole('row')
        .filter({ has: sheet.getByRole('rowheader', { name: 'Intention', exact: true }) }),
    ).toContainText('Unknown');
    await okafor.close();
    await context.close();
  });

  test('arrival leaves time to settle, and the wait has something calm in it', {
    tag: ['@S2-55', '@long'],
  }, async ({ browser }) => {
    const context = await come(browser, { email: 'ana@home.example' });
    const page = await context.newPage();
    await page.goto('/app/prepare/day');
    // Forty-five minutes before a session at 8:50.
    await expect(page.getByRole('listitem').filter({ hasText: 'Be at the clinic' })).toContainText('8:05');
    const maria = await come(browser, { staff: 'maria' }, desktop);
    const desk = await maria.newPage();
    await desk.goto('/clinic/');
    await desk.getByRole('button', { name: 'Ana is here' }).click();
    await expect(desk.getByText('Dose is closed').first()).toBeVisible();
    await page.goto('/app/');
    await expect(page.getByRole('heading', { name: 'While you wait' })).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Slow breath' }).click();
    await expect(page.getByText('In for four, out for six.')).toBeVisible();
    await maria.close();
    await context.close();
  });

  test('friends and family are let near with a role and a scope, by a link that is ended at will', {
    tag: ['@S2-24', '@long'],
  }, async ({ browser }) => {
    const context = await come(browser, { email: 'ana@home.example' });
    const page = await context.newPage();
    await page.goto('/app/more/circle');
    await page.getByLabel('Their name').fill('Bruno');
    await page.getByLabel('Who they are to you').fill('brother');
    await page.getByText('When and where my next session is').click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    await expect(page.getByRole('heading', { name: 'Bruno, brother' })).toBeVisible();
    expect(await accessFindings(page)).toEqual([]);
    const link = await page
      .getByText(/\/companion\/#/)
      .first()
      .innerText();
    const near = await openBrowserOf(browser, clinic(), { viewport: phone });
    const bruno = await near.newPage();
    await bruno.goto(link);
    await expect(bruno.getByRole('heading', { name: 'Ana would like you near' })).toBeVisible();
    await expect(bruno.getByText(/8:50/)).toBeVisible();
    expect(await bruno.locator('main').innerText()).not.toMatch(/ketamine|depress|dose|Reyes/i);
    expect(await accessFindings(bruno)).toEqual([]);
    await page.getByRole('button', { name: 'End this link' }).click();
    await expect(page.getByRole('heading', { name: 'Bruno, brother' })).toHaveCount(0);
    await bruno.reload();
    await expect(
      bruno.getByRole('heading', { name: 'This link has ended' }).or(bruno.getByText(/needs its link/)),
    ).toBeVisible();
    await near.close();
    await context.close();
  });

  test('someone who reads slowly, with shaking hands, in Spanish, on an old phone, finishes preparation in three short sittings', {
    tag: ['@S0-2', '@S0-6', '@S1-12', '@S1-13', '@S1-15', '@S2-20', '@S2-21', '@S2-22', '@S2-35', '@long'],
  }, async ({ browser }) => {
    test.setTimeout(150_000);
    const context = await come(browser, { email: 'priya@home.example' }, { width: 360, height: 640 });
    // Text half as large again, as an old eye sets it in the phone.
    await context.addInitScript(() =>
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '150%';
      }),
    );
    const fits = (page: Page) => expectNothingBeside(page);
    const twice = (page: Page, name: string | RegExp) =>
      page.getByRole('button', { name }).first().dblclick();

    await test.step('the first sitting ends in the middle of a card', async () => {
      const page = await context.newPage();
      await page.goto('/app/more/phone');
      await page.getByText('Español').click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await page.goto('/app/prepare');
      await expect(page.getByRole('heading', { name: 'Qué va a pasar' })).toBeVisible();
      await fits(page);
      await page.getByRole('link', { name: 'Abrir' }).click();
      await twice(page, '3');
      await expect(page.getByText('Tarjeta 1 de 5')).toBeVisible();
      await aMoment(page);
      // Two taps of a shaking hand turn one card.
      await twice(page, 'Seguir');
      await expect(page.getByText('Tarjeta 2 de 5')).toBeVisible();
      await fits(page);
      expect(await accessFindings(page)).toEqual([]);
      await page.close();
    });

    await test.step('the second goes on at that card, loses the line, and loses nothing', async () => {
      const page = await context.newPage();
      await page.goto('/app/prepare');
      await page.getByRole('link', { name: 'Siga donde estaba' }).click();
      await expect(page.getByText('Tarjeta 2 de 5')).toBeVisible();
      for (const card of [3, 4, 5]) {
        await page.getByRole('button', { name: 'Seguir' }).click();
        await expect(page.getByText(`Tarjeta ${card} de 5`)).toBeVisible();
        await aMoment(page);
      }
      await page.getByRole('button', { name: 'Seguir' }).click();
      const answers = [
        ['¿Cuándo se va a casa?', 'Cuando camino con firmeza'],
        ['Puede sentirse raro. ¿Qué pasa después?', 'Pasa'],
        ['Quiere que alguien venga. ¿Qué hace?', 'No lo sé bien'],
        ['¿Cuándo puede decir basta?', 'En cualquier momento'],
        ['¿Cómo termina el día?', 'Alguien que conozco me lleva a casa'],
      ] as const;
      for (const [question, answer] of answers) {
        await expect(page.getByRole('group', { name: question })).toBeVisible();
        await aMoment(page);
        if (question.startsWith('¿Cómo')) await context.setOffline(true);
        await page.getByRole('button', { name: answer, exact: true }).dblclick();
      }
      await expect(page.getByText('Y ahora: ¿cuánto sabe de lo que va a pasar?')).toBeVisible();
      await expect(page.getByText('Guardado aquí, sin enviar.', { exact: false }).first()).toBeVisible();
      await context.setOffline(false);
      await page.getByRole('button', { name: '8', exact: true }).click();
      await expect(page.getByText(/Un punto está en la lista de la enfermera/)).toBeVisible();

      await page.goto('/app/prepare/feelings');
      await page.getByText('Miedo', { exact: true }).click();
      await expect(page.getByText(/A muchos les pasa/)).toBeVisible();
      await page
        .getByLabel(/En una línea, para quien esté con usted/)
        .fill('Vengo con miedo, y quiero intentarlo');
      await fits(page);
      await page.close();
    });

    await test.step('the third finds the half-said words, and ends with how ready they feel', async () => {
      const page = await context.newPage();
      await page.goto('/app/prepare/feelings');
      await expect(page.getByLabel(/En una línea, para quien esté con usted/)).toHaveValue(
        'Vengo con miedo, y quiero intentarlo',
      );
      await page.getByRole('button', { name: 'Guardar cómo me siento' }).click();
      await expect(page.getByText(/^Guardado /).first()).toBeVisible();
      await page
        .getByRole('group', { name: '¿Cuánto cree que esto le va a ayudar?' })
        .getByRole('button', { name: '6', exact: true })
        .click();
      await page.getByRole('button', { name: 'Guardar lo que espero' }).click();
      await expect(page.getByText(/^Guardado /)).toHaveCount(2);

      await page.goto('/app/prepare/asked');
      await page.getByText('Un miedo', { exact: true }).click();
      await page.getByRole('button', { name: 'Que no se acabe…' }).click();
      await page.getByRole('button', { name: 'Preguntarlo' }).click();
      await expect(page.getByText('Lo tienen las enfermeras.').first()).toBeVisible();

      await page.goto('/app/prepare/intention');
      await page.getByText('Ver qué viene').click();
      await expect(page.getByRole('button', { name: /Me abro a lo que venga/ })).toBeVisible();
      await page.getByLabel('Mis propias palabras').fill('Que me quite la tristeza');
      await expect(page.getByText(/Esto le pide un resultado a la medicina/)).toBeVisible();
      await page.getByLabel('Mis propias palabras').fill('');
      await page.getByRole('button', { name: 'Todavía no', exact: true }).click();
      await expect(page.getByText('Usted dijo «todavía no».')).toBeVisible();

      await page.goto('/app/prepare/readiness');
      for (const [question, number] of [
        ['Sé lo que va a pasar', '7'],
        ['Me siento bien con las personas y el lugar', '3'],
        ['Acepto lo que venga', '6'],
      ] as const)
        await page
          .getByRole('group', { name: question })
          .getByRole('button', { name: number, exact: true })
          .dblclick();
      await page
        .getByLabel('¿Qué quiere preguntar todavía?', { exact: false })
        .fill('¿Puedo llevar mi manta?');
      await page.getByRole('button', { name: 'Guardar mis respuestas' }).click();
      await expect(page.getByText(/^Guardado /).first()).toBeVisible();
      await fits(page);
      await page.close();
    });

    const maria = await come(browser, { staff: 'maria' }, desktop);
    await test.step('the nurse has the talk on her list, sees how they come, and answers by name', async () => {
      const page = await maria.newPage();
      await page.goto('/clinic/tasks');
      await expect(page.getByText('Does not feel ready. Talk with them').first()).toBeVisible();
      await expect(page.getByText(/comfortable 3 of 10/).first()).toBeVisible();
      const priya = await clinic().patientId('priya@home.example');
      const okafor = await come(browser, { staff: 'okafor' }, desktop);
      const chart = await okafor.newPage();
      await chart.goto(`/clinic/patients/${priya}?tab=preparation`);
      await expect(chart.getByText('“Vengo con miedo, y quiero intentarlo”')).toBeVisible();
      await expect(chart.getByText('informed 7, at ease 3, open 6, each of 10')).toBeVisible();
      await expect(chart.getByText('¿Puedo llevar mi manta?')).toBeVisible();
      await expect(chart.getByText('before learning 3 of 10; after 8 of 10')).toBeVisible();
      await expect(chart.getByText('How to call someone')).toBeVisible();
      await chart.getByRole('button', { name: 'Answer: Que no se acabe' }).click();
      await chart.getByLabel('What they will read').fill('Se acaba. Me quedo con usted hasta que pase.');
      await chart.getByRole('button', { name: 'Send the answer' }).click();
      await expect(chart.getByText('Se acaba. Me quedo con usted hasta que pase.')).toBeVisible();
      await expect(chart.getByText('6 of 10 that it helps').first()).toBeVisible();
      expect(await accessFindings(chart)).toEqual([]);
      await chart.getByRole('tab', { name: 'Outcomes' }).click();
      await expect(chart.getByText('Expected before the first session')).toBeVisible();
      await expect(chart.getByText('6 of 10 that it helps.')).toBeVisible();
      await okafor.close();
    });

    await test.step('the fear has its answer, with a name', async () => {
      const page = await context.newPage();
      await page.goto('/app/prepare/asked');
      await expect(page.getByText(/Okafor respondió/)).toBeVisible();
      await expect(page.getByText('Se acaba. Me quedo con usted hasta que pase.')).toBeVisible();
    });
    await test.step('on the day they are asked again, and both see the change', async () => {
      const [dose] = await clinic().ask<{ starts_at: number }>(
        `select (extract(epoch from lower(period)) * 1000)::float8 as starts_at from appointments
          where patient_id = $1 and kind = 'dose' and status = 'booked' order by lower(period) limit 1`,
        [await clinic().patientId('priya@home.example')],
      );
      if (dose === undefined) throw new Error('No dose is booked for Priya.');
      clinic().later(dose.starts_at - 30 * 60_000 - clinic().now());
      // A sign-in does not last until then.
      await enterAs(context, clinic(), { email: 'priya@home.example' });
      const page = await context.newPage();
      await page.goto('/app/prepare/feelings');
      await expect(page.getByText(/^Al prepararse, /)).toBeVisible();
      await page.getByText('Calma', { exact: true }).click();
      await page.getByRole('button', { name: 'Guardar cómo me siento' }).click();
      await expect(page.getByText(/^Guardado /).first()).toBeVisible();
      const okafor = await come(browser, { staff: 'okafor' }, desktop);
      const chart = await okafor.newPage();
      await chart.goto(`/clinic/patients/${await clinic().patientId('priya@home.example')}?tab=preparation`);
      await expect(chart.getByText(/^While getting ready, /)).toBeVisible();
      await expect(chart.getByText(/^On the day, /)).toBeVisible();
      await okafor.close();
    });
    await maria.close();
    await context.close();
  });
});
