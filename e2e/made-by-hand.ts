// What a person adds to an entry with a finger, a lens and a voice.
import { expect, type Page } from '@playwright/test';

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** One line on the open sheet. */
export async function drawOn(page: Page): Promise<void> {
  const sheet = page.getByRole('img', { name: 'A place to draw with a finger or a pen' });
  await sheet.scrollIntoViewIfNeeded();
  const at = await sheet.boundingBox();
  if (at === null) throw new Error('There is no sheet to draw on.');
  await page.mouse.move(at.x + 40, at.y + 40);
  await page.mouse.down();
  await page.mouse.move(at.x + 120, at.y + 90, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Add the drawing' })).toBeVisible();
}

export async function addPhoto(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Photo', exact: true }).click();
  await page.getByLabel('Choose or take a photo').setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: Buffer.from(onePixel, 'base64'),
  });
  await expect(page.getByRole('img', { name: 'Your photo' })).toBeVisible();
}

/** A second or two. */
export async function speak(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Speak', exact: true }).click();
  await page.getByRole('button', { name: 'Start to record' }).click();
  await expect(page.getByText(/Recording, [1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
}
