import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyFile } from './copy-file.ts';

const copied = copyFile({
  language: 'es',
  title: 'Diario',
  made: 'Copiado hoy',
  missing: undefined,
  entries: [
    {
      heading: 'Diario, 2 nov',
      parts: [{ text: 'agua < hielo & "luz"' }, { label: 'Lo que vio', text: '<script>alert(1)</script>' }],
      media: [
        { mediaType: 'image/png', file: 'AAAA' },
        { mediaType: 'audio/webm', file: 'BBBB' },
      ],
    },
  ],
});

test('a copy holds every word as it was written, and nothing in it runs', () => {
  assert.ok(copied.includes('agua &lt; hielo &amp; &quot;luz&quot;'));
  assert.ok(!copied.includes('<script'));
});

test('drawings and voices lie inside the file and nothing is fetched from anywhere', () => {
  assert.ok(copied.includes('data:image/png;base64,AAAA'));
  assert.ok(copied.includes('<audio controls src="data:audio/webm;base64,BBBB">'));
  assert.doesNotMatch(copied, /https?:/);
});
