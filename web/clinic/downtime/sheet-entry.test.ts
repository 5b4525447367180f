import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { fromPaper } from '#dosing-session/examples/from-paper.ts';
import { fold } from '#dosing-session/state.ts';
import { emptyLine, factsOfLine, lineFault, momentOnSheet, type SheetCell } from './sheet-entry.ts';

const zone = 'America/New_York';
const bookedAt = instantOf('2027-03-02', 9 * 60, zone);
const at = (date: string, minuteOfDay: number) => instantOf(date, minuteOfDay, zone);

describe('a time on the paper', () => {
  for (const [typed, moment] of [
    ['9:05', at('2027-03-02', 545)],
    ['0905', at('2027-03-02', 545)],
    ['905', at('2027-03-02', 545)],
    ['9.05', at('2027-03-02', 545)],
    ['24:00', undefined],
    ['9:60', undefined],
    ['nine', undefined],
    ['', undefined],
  ] as const)
    test(`${typed} is ${moment === undefined ? 'no time' : 'read'}`, () =>
      assert.equal(momentOnSheet(typed, bookedAt, zone), moment));

  test('over midnight it belongs to the night of the session, whenever it is typed', () => {
    const evening = at('2027-03-02', 23 * 60);
    assert.equal(momentOnSheet('0:20', evening, zone), at('2027-03-03', 20));
    assert.equal(momentOnSheet('22:50', evening, zone), at('2027-03-02', 22 * 60 + 50));
  });
});

const line = { ...emptyLine, time: '9:05', systolicMmHg: '131', diastolicMmHg: '80', who: 'someone' };
const faultOf = (change: Partial<Record<SheetCell, string>>) =>
  lineFault({ ...line, ...change }, { bookedAt, zone })?.cell;

describe('a line of the sheet', () => {
  for (const [what, change, cell] of [
    ['as it is written', {}, undefined],
    ['without a time', { time: '' }, 'time'],
    ['without who saw it', { who: '' }, 'who'],
    ['with an x for what could not be read', { spo2Percent: 'x' }, undefined],
    ['with a word for a number', { heartRatePerMin: 'fast' }, 'heartRatePerMin'],
    ['with a slip of the hand', { systolicMmHg: '1310' }, 'systolicMmHg'],
    ['with more than an instrument shows', { spo2Percent: '101' }, 'spo2Percent'],
    [
      'with a high pressure, which is what must be kept',
      { systolicMmHg: '212', diastolicMmHg: '118' },
      undefined,
    ],
    ['with MOAA/S 6', { moaas: '6' }, 'moaas'],
    ['with nothing but a time and a name', { systolicMmHg: '', diastolicMmHg: '' }, 'systolicMmHg'],
  ] as const)
    test(`${what}: ${cell ?? 'kept'}`, () => assert.equal(faultOf(change), cell));

  const question = { state: fold(fromPaper.events), edition, now: fromPaper.startAt + 8 * 3_600_000 };
  const facts = (change: Partial<Record<SheetCell, string>>) =>
    factsOfLine({ ...line, ...change }, fromPaper.startAt + 50 * 60_000, question);

  test('becomes facts of its due time; empty stays empty and x is said', () => {
    const [signs, sedation] = facts({ spo2Percent: 'X', respiratoryRatePerMin: '14', moaas: '4' });
    assert.ok(signs?.type === 'VitalSignsMeasured' && sedation?.type === 'SedationRated');
    assert.deepEqual(
      [
        signs.systolicMmHg,
        signs.heartRatePerMin,
        signs.couldNotRead,
        signs.respiratoryRatePerMin,
        signs.slotMinute,
      ],
      [131, undefined, ['spo2Percent'], 14, 30],
    );
    assert.deepEqual([sedation.moaas, sedation.slotMinute], [4, 30]);
  });

  test('words about symptoms stay words, and none is an answer', () => {
    assert.deepEqual(facts({ symptoms: 'none' }).at(-1), { type: 'SymptomsAsked', v: 1, answer: 'none' });
    assert.deepEqual(facts({ symptoms: 'sick, vomited once' }).at(-1), {
      type: 'NoteAdded',
      v: 1,
      text: 'Symptoms on the paper: sick, vomited once',
    });
  });
});
