/** Files as they really arrive: cut short, of the wrong kind, or built to break a reader. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJsonText } from './json-text.ts';

const limit = { depth: 40 };

const cases: readonly (readonly [text: string, kind: string])[] = [
  ['{"a":1}', 'complete'],
  ['\uFEFF {"a":[true,false,null,-1.5e+3,"\\u00e9\\n"]} \n', 'complete'],
  ['[]', 'complete'],
  ['12', 'complete'],
  ['', 'ends-too-early'],
  ['   ', 'ends-too-early'],
  ['{', 'ends-too-early'],
  ['{"a', 'ends-too-early'],
  ['{"a"', 'ends-too-early'],
  ['{"a":', 'ends-too-early'],
  ['{"a":tr', 'ends-too-early'],
  ['{"a":-', 'ends-too-early'],
  ['{"a":1.', 'ends-too-early'],
  ['{"a":1e', 'ends-too-early'],
  ['{"a":"\\', 'ends-too-early'],
  ['{"a":"\\u00', 'ends-too-early'],
  ['{"a":1,', 'ends-too-early'],
  ['[1,2', 'ends-too-early'],
  ['<Bundle xmlns="http://hl7.org/fhir">', 'not-json'],
  ['{a:1}', 'not-json'],
  ["{'a':1}", 'not-json'],
  ['{"a":1,}', 'not-json'],
  ['[1,]', 'not-json'],
  ['[1}', 'not-json'],
  ['{"a":01}', 'not-json'],
  ['{"a":"line\nbreak"}', 'not-json'],
  ['{"a":"\\x"}', 'not-json'],
  ['{"a":1} {"b":2}', 'not-json'],
  ['hello', 'not-json'],
  ['%PDF-1.7', 'not-json'],
  [`${'['.repeat(41)}${']'.repeat(41)}`, 'too-deep'],
  [`${'['.repeat(40)}${']'.repeat(40)}`, 'complete'],
  ['{"a":'.repeat(200_000), 'too-deep'],
];

for (const [text, kind] of cases) {
  const shown = text.length > 48 ? `${text.slice(0, 48)}…` : text;
  test(`${JSON.stringify(shown)} is told apart as ${kind}`, () => {
    assert.equal(readJsonText(text, limit).kind, kind);
  });
}

test('any JSON is read as JSON.parse reads it, and any cut of it is said to end too early', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(), (value, somewhere) => {
      const text = JSON.stringify({ value });
      assert.deepEqual(readJsonText(text, limit), { kind: 'complete', value: JSON.parse(text) });
      const cut = text.slice(0, somewhere % text.length);
      assert.equal(readJsonText(cut, limit).kind, 'ends-too-early');
    }),
  );
});

test('for any text at all, it is complete exactly when JSON.parse accepts it', () => {
  const jsonish = fc.array(
    fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', '.', 'e', 'true', '\\', 'a', ' '),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(jsonish, (pieces) => {
      const text = pieces.join('');
      let accepted = true;
      try {
        JSON.parse(text);
      } catch {
        accepted = false;
      }
      assert.equal(readJsonText(text, limit).kind === 'complete', accepted);
    }),
    { numRuns: 3000 },
  );
});
