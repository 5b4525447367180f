// A name on a paper can never become a rule of the style sheet it is printed by.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inQuotes } from './page-head.ts';

test('a name stays text, whatever is in it', () => {
  assert.equal(inQuotes('Inés O’Hara'), '"Inés O’Hara"');
  assert.equal(inQuotes('a"; } body { display: none'), '"a\\22 ; } body { display: none"');
  assert.equal(inQuotes('one\\two\nthree'), '"one\\5c two\\a three"');
});
