// A photo made small on the phone. Drawing it anew leaves behind where and when it was taken.
import { mostMediaBytes } from '#api/own-words.ts';
import { base64Of } from './media-bytes.ts';

const longestSidePx = 1280;
const qualities = [0.8, 0.65, 0.5, 0.35] as const;

export async function smallPhoto(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (picture === undefined) return undefined;
  const scale = Math.min(1, longestSidePx / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (blob !== null && blob.type === 'image/jpeg' && blob.size <= mostMediaBytes) return base64Of(blob);
  }
  return undefined;
}
