// What the room hears: a file with its licence, a person's plan, one part fading into the next without a gap and never above the
// ceiling, silence on one touch, and every change beside the vital signs.

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type DemoClinic, enterAs, openBrowserOf, startDemoClinic } from './demo-clinic.ts';
import { phone, type StaffKey, tablet } from './people.ts';
import { writerIn } from './session-writer.ts';

const ceilingPercent = 45;
const soundFolder = fileURLToPath(new URL('../web/kit/sound/', import.meta.url));

test.describe('the sound of the room', () => {
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

  const open = async (
    who: { readonly staff: StaffKey } | { readonly email: string },
    viewport: { readonly width: number; readonly height: number },
  ): Promise<Page> => {
    const context = await openBrowserOf(browserOf(), clinic, { viewport });
    contexts.push(context);
    await context.addInitScript(listenAtTheLoudspeaker);
    await enterAs(context, clinic, who);
    return await context.newPage();
  };
  let browserOf: () => import('@playwright/test').Browser;
  test.beforeEach(({ browser }) => {
    browserOf = () => browser;
  });

  test('music follows the dose by the person’s plan, under the clinic’s ceiling, from files with their licence', {
    tag: ['@S0-37', '@S0-38', '@long'],
  }, async () => {
    test.setTimeout(120_000);
    const maria = await open({ staff: 'maria' }, tablet);

    // A page that calls itself a song is refused beside the box; a song waits for its whole licence.
    await maria.goto('/clinic/music');
    await maria.getByLabel('File').setInputFiles({
      name: 'song.mp3',
      mimeType: 'audio/mpeg',
      buffer: Buffer.from('<!doctype html><p>not a song</p>'),
    });
    await expect(maria.getByText('This browser cannot read the file as sound.')).toBeVisible();
    await maria
      .getByLabel('File')
      .setInputFiles({ name: 'tide.wav', mimeType: 'audio/wav', buffer: toneFile(20) });
    await expect(maria.getByText('0:20 long.')).toBeVisible();
    await expect(maria.getByRole('button', { name: 'Closed: the licence is not whole' })).toBeVisible();
    await maria.getByLabel('Title').fill('Tide');
    await maria.getByLabel('Author').fill('A. Author');
    await maria.getByLabel('Licence', { exact: true }).fill('CC BY 4.0');
    await maria.getByLabel('Where it is from').fill('music.example/tide');
    await maria.getByLabel('Proof').fill('The page of the author, printed.');
    await maria.getByLabel('Obtained on').fill('2026-11-02');
    await maria.getByRole('button', { name: 'Add with its licence' }).click();
    await expect(maria.getByText('CC BY 4.0. From music.example/tide.')).toBeVisible();
    await maria.getByLabel('Ceiling, in percent').fill(String(ceilingPercent));
    await maria.getByRole('button', { name: 'Set the ceiling' }).click();
    await expect(maria.getByText(/^45 % of what the device can do\. Set .* by Maria Ruiz\./)).toBeVisible();

    // Ana plans at home what she will hear, silence among it.
    const ana = await open({ email: 'ana@home.example' }, phone);
    await ana.goto('/app/prepare/plan');
    await ana.getByLabel('As it begins').selectOption('Soft sound made in the room');
    await ana.getByLabel('When it is strongest').selectOption('Tide, A. Author');
    await ana.getByLabel('As you come back').selectOption('Soft sound made in the room');
    await ana.getByLabel('While you rest').selectOption('Silence');
    await ana.getByRole('button', { name: 'Keep what I hear' }).click();
    await expect(ana.getByText(/^Kept|^Saved/).last()).toBeVisible();

    await maria.goto('/clinic/');
    await maria.getByRole('button', { name: 'Ana is here' }).click();
    await maria.getByRole('link', { name: 'Go to the room' }).click();
    await expect(maria.getByRole('list').getByRole('button', { name: /^First readings/ })).toBeVisible();
    const room = new URL(maria.url()).pathname;
    const write = writerIn(maria, room);
    await maria.getByRole('button', { name: 'Sound', exact: true }).click();
    const sheet = maria.getByRole('dialog', { name: 'Sound' });
    await expect(sheet.getByText('peak: Tide')).toBeVisible();
    await expect(sheet.getByText('rest: Silence')).toBeVisible();
    await sheet.getByRole('button', { name: 'Play by the plan' }).click();
    await expect(sheet.getByText(/^Plays “Slack water” \(Made here.*\), onset\./)).toBeVisible();
    await expect.poll(() => loudest(maria), { timeout: 20_000 }).toBeGreaterThan(0.005);
    // All the way up is the ceiling, and the dial goes no further.
    for (let step = 0; step < 5; step += 1) {
      await sheet.getByRole('button', { name: 'Louder' }).click();
      await expect(sheet.getByText(`${60 + step * 10} %`, { exact: true }).first()).toBeVisible();
    }
    await sheet.getByRole('button', { name: 'Close' }).click();

    // Twenty-one minutes into the drip the strongest part has begun: the plan's own track comes, without a gap.
    await forget(maria);
    const me = await maria.evaluate(async () => (await (await fetch('/api/me')).json()) as { id: string });
    await write({ type: 'MonitorAssigned', v: 1, practitionerId: me.id, name: 'Maria Ruiz', minutesAgo: 22 });
    await write({
      type: 'DoseStarted',
      v: 1,
      route: 'iv',
      doseMg: 35,
      concentrationMgPerMl: 1,
      rateMgPerMin: 0.875,
      plannedMinutes: 40,
      lot: null,
      expiry: null,
      minutesAgo: 21,
    });
    await expect(maria.getByText(/Plays “Tide” \(CC BY 4\.0, A\. Author\), peak/)).toBeVisible({
      timeout: 15_000,
    });
    await maria.context().setOffline(true);
    await expect.poll(async () => (await heard(maria)).blocks, { timeout: 25_000 }).toBeGreaterThan(130);
    const across = await heard(maria);
    expect(across.quietest).toBeGreaterThan(0.001);
    expect(across.loudest).toBeLessThanOrEqual(ceilingPercent / 100);
    await maria.context().setOffline(false);

    // Silence is one touch for her and one for the nurse, and the plan does not break it.
    await expect(ana.getByRole('button', { name: 'Silence' })).toBeVisible({ timeout: 20_000 });
    await ana.getByRole('button', { name: 'Silence' }).click();
    await expect(maria.getByText('Ana asks for silence')).toBeVisible();
    await maria.getByRole('button', { name: 'Silence now' }).click();
    await expect(maria.getByText(/Silence, peak, asked for from the bed/)).toBeVisible();
    await expect(ana.getByText('It is silent in the room.')).toBeVisible({ timeout: 15_000 });
    await expect.poll(async () => await latest(maria), { timeout: 15_000 }).toBeLessThan(0.0005);
    await write({ type: 'RecoveryStarted', v: 1 });
    await expect(maria.getByRole('button', { name: 'Way home' })).toBeVisible();

    // A second choice by hand, then the page is opened again: the browser wants one touch, and the screen says so.
    await maria.getByRole('button', { name: 'Sound', exact: true }).click();
    await expect(sheet.getByText(/^Silence, peak, asked for from the bed\./)).toBeVisible();
    await sheet.getByRole('button', { name: /Low water, made here/ }).click();
    await expect(sheet.getByText(/^Plays “Low water”/)).toBeVisible();
    await maria.evaluate(() => sessionStorage.setItem('held-back', 'yes'));
    await maria.reload();
    await expect(maria.getByText('The sound waits. Touch the screen once and it goes on.')).toBeVisible();
    await maria.getByRole('heading', { level: 1 }).click();
    await expect(maria.getByText('The sound waits. Touch the screen once and it goes on.')).toHaveCount(0);
    await expect.poll(() => latest(maria), { timeout: 20_000 }).toBeGreaterThan(0.001);

    // What plays and under which licence; and every change in the note, with who made it.
    await maria.goto('/clinic/music');
    await expect(maria.getByText(/^Room 1: “Low water”, since .*Made here as it plays/)).toBeVisible();
    await maria.goto(room.replace(/room$/, 'note'));
    for (const line of [
      /Maria Ruiz: Plays “Slack water” \(Made here as it plays, free to use\), onset/,
      /Maria Ruiz: Sound: volume 100 %, warmth 50 %/,
      /Maria Ruiz: Plays “Tide” \(CC BY 4\.0, A\. Author\), peak/,
      /Maria Ruiz: Silence, peak, asked for from the bed/,
    ])
      await expect(maria.getByText(line)).toBeVisible();
  });

  test('rendered without a loudspeaker, an hour’s changes have no gap, no jump, and nothing above the ceiling', {
    tag: '@long',
  }, async () => {
    const page = await open({ staff: 'maria' }, tablet);
    // The very files the room plays with, given to the page as they are, without their types.
    await page.route('**/assets/under-test/*.ts', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: stripTypeScriptTypes(
          readFileSync(
            soundFolder + (new URL(route.request().url()).pathname.split('/').at(-1) ?? ''),
            'utf8',
          ),
        ),
      }),
    );
    await page.goto('/clinic/music');
    const measured = await page.evaluate(async (ceiling) => {
      const from = '/assets/under-test/sound-desk.ts';
      const { SoundDesk, ambientSounding, bufferSounding } = (await import(
        /* @vite-ignore */ from
      )) as typeof import('../web/kit/sound/sound-desk.ts');
      const rate = 16_000;
      const context = new OfflineAudioContext(2, rate * 240, rate);
      const desk = new SoundDesk(context, { volumePercent: 100, warmthPercent: 0, ceilingPercent: ceiling });
      // A track as loud as a file can be, shorter than its part, so that it meets its own beginning four times.
      const buffer = context.createBuffer(1, rate * 20, rate);
      const samples = buffer.getChannelData(0);
      for (let index = 0; index < samples.length; index += 1)
        samples[index] = Math.sin((2 * Math.PI * 220 * index) / rate);
      const onset = ambientSounding(context, { part: 'onset', seed: 3, startsAt: 0 });
      const peak = bufferSounding(context, { buffer, startsAt: 60, overlapSeconds: 4 });
      const back = ambientSounding(context, { part: 'return', seed: 3, startsAt: 130 });
      desk.crossTo(onset, 4, 0);
      onset.feed(72);
      desk.crossTo(peak, 10, 60);
      peak.feed(142);
      desk.crossTo(back, 10, 130);
      back.feed(212);
      // Silence, as one of the things that can be played.
      desk.crossTo(undefined, 4, 200);
      const rendered = await context.startRendering();
      const left = rendered.getChannelData(0);
      const rms = (second: number): number => {
        let sum = 0;
        for (let index = second * rate; index < (second + 1) * rate; index += 1)
          sum += (left[index] ?? 0) ** 2;
        return Math.sqrt(sum / rate);
      };
      let most = 0;
      for (const channel of [0, 1])
        for (const sample of rendered.getChannelData(channel)) most = Math.max(most, Math.abs(sample));
      return { most, seconds: Array.from({ length: 240 }, (_, second) => rms(second)) };
    }, ceilingPercent);
    expect(measured.most).toBeLessThanOrEqual(ceilingPercent / 100 + 1e-6);
    // The track alone reaches the ceiling: the bound is the clinic's, not an accident of quiet music.
    expect(measured.most).toBeGreaterThan((ceilingPercent / 100) * 0.9);
    const sounding = measured.seconds.slice(3, 200);
    expect(Math.min(...sounding)).toBeGreaterThan(0.002);
    expect(Math.max(...measured.seconds.slice(206))).toBeLessThan(1e-6);
    // From one second to the next nothing leaps: the steepest change is the middle of a fade.
    const leaps = sounding.slice(1).map((level, index) => Math.abs(level - (sounding[index] ?? level)));
    expect(Math.max(...leaps)).toBeLessThan((ceilingPercent / 100) * 0.25);
  });
});

/** Stands beside every loudspeaker of the page and writes down how loud it is, ten times a second. */
function listenAtTheLoudspeaker(): void {
  const levels: { rms: number; peak: number }[] = [];
  Object.assign(window, { levels });
  const Real = AudioContext;
  window.AudioContext = class extends Real {
    constructor(options?: AudioContextOptions) {
      super(options);
      if (sessionStorage.getItem('held-back') !== null) this.suspend();
    }
  };
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: [AudioNode]) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, ...to: [AudioNode]) {
    if (to[0] === this.context.destination && this.context instanceof Real) {
      const ear = this.context.createAnalyser();
      ear.fftSize = 4096;
      connect.call(this, ear);
      const samples = new Float32Array(ear.fftSize);
      setInterval(() => {
        ear.getFloatTimeDomainData(samples);
        let sum = 0;
        let peak = 0;
        for (const sample of samples) {
          sum += sample * sample;
          peak = Math.max(peak, Math.abs(sample));
        }
        levels.push({ rms: Math.sqrt(sum / samples.length), peak });
      }, 100);
    }
    return connect.apply(this, to);
  } as typeof AudioNode.prototype.connect;
}

type Levels = readonly { readonly rms: number; readonly peak: number }[];
const levelsOf = (page: Page): Promise<Levels> =>
  page.evaluate(() => (window as unknown as { levels: Levels }).levels);
const loudest = async (page: Page): Promise<number> =>
  Math.max(0, ...(await levelsOf(page)).map(({ peak }) => peak));
const latest = async (page: Page): Promise<number> => (await levelsOf(page)).at(-1)?.rms ?? 0;
const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { levels: unknown[] }).levels.length = 0;
  });
const heard = async (page: Page): Promise<{ blocks: number; quietest: number; loudest: number }> => {
  const levels = await levelsOf(page);
  return {
    blocks: levels.length,
    quietest: Math.min(...levels.map(({ rms }) => rms)),
    loudest: Math.max(...levels.map(({ peak }) => peak)),
  };
};

/** A small sound file: one soft tone. */
function toneFile(seconds: number): Buffer {
  const rate = 8_000;
  const data = Buffer.alloc(rate * seconds * 2);
  for (let index = 0; index < rate * seconds; index += 1)
    data.writeInt16LE(Math.round(16_000 * Math.sin((2 * Math.PI * 220 * index) / rate)), index * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}
