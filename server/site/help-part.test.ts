import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpPart } from './help-part.ts';

test('the numbers on a page before anyone is known name a quiet clinic, and of a loud one only its telephone', () => {
  const said = (name: string) =>
    String(helpPart({ name, phone: '555 0142', openingHours: '8 to 5', crisisPlace: 'US', settings: {} }));
  assert.match(said('Harbor Street Clinic'), /Harbor Street Clinic\. /);
  const loud = said('Harbor Ketamine & Wellness');
  assert.doesNotMatch(loud, /Harbor|Ketamine|Wellness/);
  assert.match(loud, /tel:5550142/);
  assert.match(loud, /tel:988/);
});
