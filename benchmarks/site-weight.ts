// What a reader of the public site must fetch for one page: its text and its style, squeezed. Fonts and pictures are not counted;
// there is no script.

import { gzipSync } from 'node:zlib';
import { instantOf } from '#clinical/instant.ts';
import { exampleClinic, sitePages } from '#server/site';

export const publicPageLimitBytes = 15_000;

const squeezed = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).byteLength;

/** Every public page of the example clinic in both languages, the heaviest first. */
export async function weighSite(
  stylesheet: Uint8Array,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const style = squeezed(stylesheet);
  const pages = await Promise.all(
    sitePages.map(async (page) => {
      const markup = await page.render({
        clinic: exampleClinic,
        language: page.language,
        now: instantOf('2026-11-23', 10 * 60, exampleClinic.zone),
        assets: { stylesheets: ['/assets/site-CCafP9HZ.css'], fonts: [], icon: '/icon.svg' },
        inquiryId: '7d1f5c1e-4a52-4a63-9b1c-2f3e4d5c6b7a',
      });
      return { path: page.path, bytes: squeezed(String(markup)) + style };
    }),
  );
  return pages.toSorted((one, other) => other.bytes - one.bytes);
}
