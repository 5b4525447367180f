/** What stands under each line, read as the person whose record it is would read it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDateTime } from './date-time.ts';
import {
  allergy,
  bundle,
  condition,
  medicationRequest,
  observation,
  type Piece,
  patient,
  ucum,
} from './fixtures/build.ts';
import { importBundle } from './import-bundle.ts';
import { dateInWords, detailOf, whenOf } from './line-detail.ts';

function onlyLine(...resources: readonly Piece[]) {
  const result = importBundle(bundle(patient, ...resources), { now: Date.UTC(2026, 3, 1) });
  assert.ok(result.ok);
  const [line] = result.import.lines;
  assert.ok(line);
  return line;
}

const dates: readonly (readonly [written: string, words: string])[] = [
  ['2009', '2009'],
  ['2021-04', 'April 2021'],
  ['2026-03-02', '2 March 2026'],
  ['2026-03-02T23:30:00-05:00', '2 March 2026'],
];

for (const [written, words] of dates) {
  test(`${written} is told as ${words}`, () => {
    const date = parseDateTime(written);
    assert.ok(date);
    assert.equal(dateInWords(date), words);
  });
}

const resolved = { clinicalStatus: { coding: [{ code: 'resolved' }] } };

const details: readonly (readonly [detail: string, resources: readonly Piece[]])[] = [
  ['Since 2009.', [condition({ onsetDateTime: '2009' })]],
  [
    'First 2001, last 3 May 2012. Written 2 times.',
    [
      condition({ onsetDateTime: '2001', clinicalStatus: { coding: [{ code: 'resolved' }] } }),
      condition({
        onsetDateTime: '2012-05-03',
        abatementDateTime: '2012-06',
        clinicalStatus: { coding: [{ code: 'resolved' }] },
      }),
    ],
  ],
  [
    'At age 34. It does not say if this is now or past.',
    [condition({ clinicalStatus: undefined, onsetAge: { value: 34, unit: 'years' } })],
  ],
  [
    'When needed. Ordered 1 February 2026.',
    [medicationRequest({ authoredOn: '2026-02-01', dosageInstruction: [{ asNeededBoolean: true }] })],
  ],
  [
    'Hives. Listed as high risk. Written 1999.',
    [
      allergy({
        recordedDate: '1999',
        criticality: 'high',
        reaction: [{ manifestation: [{ text: 'Hives' }] }],
      }),
    ],
  ],
  [
    'From 3 May 2012 to June 2012.',
    [condition({ onsetDateTime: '2012-05-03', abatementDateTime: '2012-06', ...resolved })],
  ],
  ['Listed as past. Written 2001.', [allergy({ recordedDate: '2001', ...resolved })]],
  [
    'On hold. Ordered 2026. It does not say how to take it.',
    [medicationRequest({ status: 'on-hold', authoredOn: '2026' })],
  ],
  ['Measured 2 March 2026.', [observation('29463-7', ucum(70, 'kg'))]],
];

for (const [detail, resources] of details) {
  test(`a line says: ${detail}`, () => {
    const line = onlyLine(...resources);
    assert.equal(detailOf(line), detail);
  });
}

test('when it was is known only as far as the file says', () => {
  assert.equal(whenOf(onlyLine(condition({ onsetDateTime: '2009' })))?.precision, 'year');
  assert.equal(whenOf(onlyLine(condition({}))), undefined);
});
