import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { answerByDate } from './answer-by.ts';
import { exampleClinic } from './example-clinic.ts';

const at = (date: string, hour: number) => instantOf(date, hour * 60, exampleClinic.zone);

describe('the promise to answer', () => {
  const cases = [
    ['a Monday morning', at('2026-11-16', 9), 1, '2026-11-17'],
    ['a Friday', at('2026-11-20', 9), 1, '2026-11-23'],
    ['a Saturday', at('2026-11-21', 9), 1, '2026-11-23'],
    [
      'a minute before midnight on Sunday',
      instantOf('2026-11-22', 1439, exampleClinic.zone),
      1,
      '2026-11-23',
    ],
    ['the day before a closed Thursday', at('2026-11-25', 9), 1, '2026-11-27'],
    ['a Friday, with two days promised', at('2026-11-20', 9), 2, '2026-11-24'],
  ] as const;
  for (const [when, receivedAt, workingDays, expected] of cases)
    it(`made on ${when} ends on a day the clinic is open`, () => {
      assert.equal(
        answerByDate(
          { ...exampleClinic, inquiries: { ...exampleClinic.inquiries, workingDays } },
          receivedAt,
        ),
        expected,
      );
    });

  it('is not made by a clinic that is never open', () => {
    assert.equal(answerByDate({ ...exampleClinic, hours: [] }, at('2026-11-20', 9)), null);
  });
});
