import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { audioKindOf } from './audio-kind.ts';

const file = (...start: (number | string)[]): Uint8Array => {
  const bytes = start.flatMap((part) =>
    typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
  );
  return Uint8Array.from([...bytes, ...Array.from({ length: 32 }, () => 0)]);
};

describe('a file is what its first bytes say', () => {
  const rows: readonly (readonly [string, Uint8Array, string | undefined])[] = [
    ['Ogg', file('OggS'), 'audio/ogg'],
    ['FLAC', file('fLaC'), 'audio/flac'],
    ['WAV', file('RIFF', 0, 0, 0, 0, 'WAVE'), 'audio/wav'],
    ['another RIFF', file('RIFF', 0, 0, 0, 0, 'AVI '), undefined],
    ['M4A', file(0, 0, 0, 32, 'ftypM4A '), 'audio/mp4'],
    ['a film', file(0, 0, 0, 32, 'ftypqt  '), undefined],
    ['MP3 with a tag', file('ID3', 4), 'audio/mpeg'],
    ['MP3 without one', file(0xff, 0xfb, 0x90), 'audio/mpeg'],
    ['a layer that does not exist', file(0xff, 0xf9, 0x90), undefined],
    ['a page named song.mp3', file('<!doctype html>'), undefined],
    ['a program', file('MZ'), undefined],
    ['almost nothing', Uint8Array.from([0x4f, 0x67, 0x67, 0x53]), undefined],
  ];
  for (const [words, bytes, kind] of rows)
    test(`${words}: ${kind ?? 'refused'}`, () => {
      assert.equal(audioKindOf(bytes), kind);
    });
});
