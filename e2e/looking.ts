// How a screen is looked at, whoever opened it: by a program that knows the access guidelines, by its width, by its focus.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, one line a finding, so that a failing story says which words are hard to read. */
export async function accessFindings(
  page: Page,
  only: 'everything' | 'contrast' = 'everything',
): Promise<readonly string[]> {
  // None of our pages has a frame, and asking without them is several times quicker.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (only === 'contrast'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(guidelines)
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.html.slice(0, 160)} ${(node.failureSummary ?? '').split('\n').slice(1).join(' ').slice(0, 200)}`,
    ),
  );
}

/** How many pixels of the page lie beyond its right edge. */
export function sideScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/**
 * What a look finds with all of the page in sight: what only rests under the dock until someone scrolls is not covered by it.
 * A page that took another height while it was looked at had not yet come to rest, and is looked at again.
 */
export async function withWholeInSight<Found>(page: Page, look: () => Promise<Found>): Promise<Found> {
  const wholeHeight = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (;;) {
    await expect
      .poll(async () => {
        const { width = 0, height = 0 } = page.viewportSize() ?? {};
        const beyond = (await wholeHeight()) - height;
        if (beyond <= 0) return true;
        await page.setViewportSize({ width, height: height + beyond });
        const still = (await wholeHeight()) - height - beyond;
        // A bar under a page that is itself as high as any window stays below it, and covers nothing.
        return still <= 0 || still === beyond;
      })
      .toBe(true);
    const before = await wholeHeight();
    const found = await look();
    if ((await wholeHeight()) === before) return found;
  }
}

/** Nothing hangs out to the side, once the page has taken to its new width. */
export async function expectNothingBeside(page: Page, where?: string): Promise<void> {
  await expect.poll(() => sideScroll(page), where === undefined ? {} : { message: where }).toBe(0);
}

/** Whoever goes by keyboard must see where they are. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const here = document.activeElement;
    if (here === null || here === document.body) return 'nothing has the focus';
    const style = getComputedStyle(here);
    const box = here.getBoundingClientRect();
    // A control that draws its own box carries the ring on the element around it.
    const rings = [here, here.parentElement, here.nextElementSibling]
      .filter((each) => each !== null)
      .map((each) => getComputedStyle(each));
    const ringed = rings.some(
      (each) => each.outlineStyle !== 'none' && Number.parseFloat(each.outlineWidth) >= 2,
    );
    // The small button inside a field for times is the browser's own, and so is the ring it draws there.
    const hasPicker = here instanceof HTMLInputElement && /^(date|time|datetime-local)$/.test(here.type);
    if (!ringed && !hasPicker && style.boxShadow === 'none')
      return `no ring on ${here.outerHTML.slice(0, 160)}`;
    if (box.bottom < 0 || box.top > innerHeight) return `out of sight: ${here.outerHTML.slice(0, 160)}`;
    return 'seen';
  });
  expect(seen).toBe('seen');
}
