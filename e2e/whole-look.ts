// A whole page, looked at as everyone who may read it does: by a reader from top to bottom, by day and by night, with letters
// twice as large, in the system's own colours, and by whoever asked that nothing move.

import type { Page } from '@playwright/test';
import { accessFindings, sideScroll, withWholeInSight } from './looking.ts';
import { phone } from './people.ts';

const usualLettersPx = 16;

/** What is wrong with the page that stands there, one line each. It is left on a phone, by day. */
export async function wholeFindings(page: Page): Promise<readonly string[]> {
  const { byDay, byNight } = await withWholeInSight(page, async () => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    const byDay = await accessFindings(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    return { byDay, byNight: await accessFindings(page, 'contrast') };
  });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  const moving = await page.evaluate(
    () => document.getAnimations().filter((each) => each.playState === 'running').length,
  );
  const order = await page.evaluate(outOfOrder);
  await setLetters(page, 2);
  const aside = await sideScroll(page);
  const cut = await page.evaluate(cutOff);
  await page.emulateMedia({ forcedColors: 'active' });
  const unseen = await page.evaluate(unseenInSystemColours);
  await page.emulateMedia({ forcedColors: 'none' });
  await setLetters(page, 1);
  return [
    ...byDay,
    ...byNight.map((finding) => `by night, ${finding}`),
    ...(moving > 0 ? [`${moving} things move`] : []),
    ...order,
    ...(aside > 0 ? [`with large letters, ${aside} pixels to the side`] : []),
    ...cut.map((words) => `with large letters, cut off: ${words}`),
    ...unseen.map((control) => `in the system's colours nothing shows of ${control}`),
  ];
}

/** As someone sets it in their browser, so that the page's own questions about its room are answered with large letters too. */
async function setLetters(page: Page, times: 1 | 2): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Page.setFontSizes', { fontSizes: { standard: times * usualLettersPx } });
  await wire.detach();
}

/** Runs in the page. A reader says it as it is written; the eye sees it as it is laid out. Both must go the same way. */
function outOfOrder(): readonly string[] {
  const name = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const findings: string[] = [];
  for (const jumped of document.querySelectorAll('[tabindex]'))
    if ((jumped as HTMLElement).tabIndex > 0) findings.push(`out of turn for the keyboard: ${name(jumped)}`);
  const main = document.querySelector('main');
  if (main === null) return [...findings, 'a page without a main part'];
  const headings = [...main.querySelectorAll('h1, h2, h3')].filter((each) => each.checkVisibility());
  if (headings.length > 0 && headings[0]?.tagName !== 'H1')
    findings.push(`read before its title: ${name(headings[0] as Element)}`);
  for (const parent of [main, ...main.querySelectorAll('*')]) {
    if (parent.closest('svg, table, select') !== null) continue;
    const shown = [...parent.children].filter((child) => {
      const { width, height } = child.getBoundingClientRect();
      const { position, display } = getComputedStyle(child);
      return (
        width > 2 &&
        height > 2 &&
        child.checkVisibility() &&
        !/absolute|fixed|sticky/.test(position) &&
        display !== 'contents'
      );
    });
    for (const [index, child] of shown.entries()) {
      const before = shown[index - 1]?.getBoundingClientRect();
      const box = child.getBoundingClientRect();
      if (before !== undefined && box.bottom <= before.top + 1)
        findings.push(`shown above what is read before it: ${name(child)}`);
    }
  }
  return findings;
}

/** Runs in the page. */
function cutOff(): readonly string[] {
  return [...document.querySelectorAll('main *')]
    .filter((each) => {
      const { overflowX, overflowY, clipPath, width } = getComputedStyle(each);
      // What only a reader hears is one pixel wide on purpose, and a drawing leaves out the words it has no room for.
      if (
        clipPath !== 'none' ||
        Number.parseFloat(width) <= 2 ||
        each.closest('svg, select, [role=img]') !== null
      )
        return false;
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        (each.textContent ?? '').trim() !== '' &&
        ((hides(overflowX) && each.scrollWidth > each.clientWidth + 2) ||
          (hides(overflowY) && each.scrollHeight > each.clientHeight + 2))
      );
    })
    .map((each) => (each.textContent ?? '').trim().slice(0, 60));
}

/** Runs in the page. */
function unseenInSystemColours(): readonly string[] {
  return [...document.querySelectorAll('button, [role=radio]')]
    .filter((each) => each.checkVisibility())
    .filter((each) => {
      const style = getComputedStyle(each);
      const hasEdge = style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) > 0;
      return !hasEdge && (each.textContent ?? '').trim() === '' && each.querySelector('svg, img') === null;
    })
    .map((each) => each.outerHTML.slice(0, 120));
}
