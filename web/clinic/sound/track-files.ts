// A track is fetched from the clinic's own server once and kept on this device, so that it plays on without a network.
import { getTrackFile } from '#api/music.ts';
import { call, pathWith } from '#web/kit/api-client.ts';
import { fromBase64 } from '#web/kit/base64.ts';

const cacheName = 'mooring-music-1';

export async function trackFile(trackId: string): Promise<Blob | undefined> {
  const kept = 'caches' in globalThis ? await caches.open(cacheName).catch(() => undefined) : undefined;
  const address = pathWith(getTrackFile.path, { trackId });
  const held = await kept?.match(address);
  if (held !== undefined) return await held.blob();
  const answer = await call(getTrackFile, { params: { trackId }, timeoutMs: 120_000 });
  if (answer.kind !== 'answered') return undefined;
  const { mediaType, file } = answer.value;
  const blob = new Blob([fromBase64(file)], { type: mediaType });
  await kept
    ?.put(address, new Response(blob, { headers: { 'content-type': mediaType } }))
    .catch(() => undefined);
  return blob;
}
