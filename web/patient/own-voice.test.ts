import assert from 'node:assert/strict';
import { test } from 'node:test';
import { voiceFor } from './own-voice.ts';

const voice = (name: string, lang: string, localService: boolean, isDefault = false) => ({
  name,
  lang,
  localService,
  default: isDefault,
});

test('a page is read by a voice on the phone and in its language, never by one that sends the words away', () => {
  const voices = [
    voice('far Spanish', 'es-MX', false, true),
    voice('English', 'en-US', true),
    voice('Spanish', 'es_US', true),
    voice('usual English', 'en-GB', true, true),
  ];
  assert.equal(voiceFor(voices, 'es')?.name, 'Spanish');
  assert.equal(voiceFor(voices, 'en')?.name, 'usual English');
  assert.equal(voiceFor([voice('far', 'es-ES', false)], 'es'), undefined);
  assert.equal(voiceFor([], 'en'), undefined);
});
