import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingHoursIn } from './opening-hours.ts';

test('hours are read in Spanish where the clinic wrote them so, and as it wrote them where it did not', () => {
  const english = { openingHours: 'Monday to Friday, 8 to 6' };
  const both = { ...english, openingHoursEs: 'lunes a viernes, de 8 a 6' };
  const cases = [
    ['en', both, both.openingHours],
    ['es', both, both.openingHoursEs],
    ['en', english, english.openingHours],
    ['es', english, english.openingHours],
  ] as const;
  for (const [language, hours, read] of cases) assert.equal(openingHoursIn(language, hours), read);
});
