// A file as it was chosen: small enough, readable as sound, and how long it is. What is wrong with it is said beside the file.
import { mostFileBytes } from '#api/music.ts';

export type MusicFile =
  | { readonly kind: 'read'; readonly lengthSeconds: number; readonly base64: string }
  | { readonly kind: 'fault'; readonly message: string };

export async function readMusicFile(file: File): Promise<MusicFile> {
  if (file.size > mostFileBytes)
    return { kind: 'fault', message: `The file is larger than ${mostFileBytes / 1024 / 1024} MB.` };
  const lengthSeconds = await lengthOf(file);
  if (lengthSeconds === undefined)
    return { kind: 'fault', message: 'This browser cannot read the file as sound.' };
  const base64 = await textOf(file);
  if (base64 === undefined) return { kind: 'fault', message: 'The file could not be read. Choose it again.' };
  return { kind: 'read', lengthSeconds, base64 };
}

function lengthOf(file: File): Promise<number | undefined> {
  const url = URL.createObjectURL(file);
  return new Promise<number | undefined>((resolve) => {
    const audio = new Audio();
    audio.preload = 'metadata';
    audio.onloadedmetadata = () =>
      resolve(Number.isFinite(audio.duration) && audio.duration > 0 ? audio.duration : undefined);
    audio.onerror = () => resolve(undefined);
    audio.src = url;
  }).finally(() => URL.revokeObjectURL(url));
}

function textOf(file: File): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1]);
    reader.onerror = () => resolve(undefined);
    reader.readAsDataURL(file);
  });
}
