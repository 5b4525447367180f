// What a file is by its first bytes, whatever its name says.

export type AudioKind = 'audio/mpeg' | 'audio/ogg' | 'audio/flac' | 'audio/wav' | 'audio/mp4';

export function audioKindOf(file: Uint8Array): AudioKind | undefined {
  const text = (from: number, length: number): string =>
    String.fromCharCode(...file.subarray(from, from + length));
  if (file.length < 16) return undefined;
  if (text(0, 4) === 'OggS') return 'audio/ogg';
  if (text(0, 4) === 'fLaC') return 'audio/flac';
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WAVE') return 'audio/wav';
  if (text(4, 4) === 'ftyp' && /^(M4A |M4B |mp42|isom|dash)/.test(text(8, 4))) return 'audio/mp4';
  if (text(0, 3) === 'ID3') return 'audio/mpeg';
  // A bare frame of MPEG audio: eleven bits set, then version, layer and rate that exist.
  const [first = 0, second = 0, third = 0] = file;
  const isFrame =
    first === 0xff &&
    (second & 0xe0) === 0xe0 &&
    (second & 0x18) !== 0x08 &&
    (second & 0x06) === 0x02 &&
    (third & 0xf0) !== 0xf0 &&
    (third & 0x0c) !== 0x0c;
  return isFrame ? 'audio/mpeg' : undefined;
}
