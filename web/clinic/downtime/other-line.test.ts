import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SessionFact } from '#dosing-session/events.ts';
import { type Boxes, boxFault, factOfOther, kindsOf, type OtherKind, otherKinds } from './other-line.ts';

const full: Boxes = {
  doseMg: '40',
  concentrationMgPerMl: '10',
  rateMgPerMin: '1',
  plannedMinutes: '40',
  lot: 'K7742',
  expiry: '2027-09',
  pumpReadsMg: '39.5',
  toName: 'Luz Reyes',
  toRelation: 'sister',
  wasteMg: '10',
  witness: 'T. Berg',
  text: 'Music changed',
};
const boxesFor = (kind: OtherKind): Boxes => ({
  ...full,
  ...Object.fromEntries(
    otherKinds[kind].boxes.flatMap(({ name, choices }) => (choices?.[0] ? [[name, choices[0][0]]] : [])),
  ),
});

describe('what else stands on a sheet', () => {
  for (const kind of Object.keys(otherKinds) as OtherKind[])
    test(`${kind} becomes a fact the clinic takes`, () => {
      assert.equal(boxFault(kind, boxesFor(kind)), undefined);
      assert.doesNotThrow(() => SessionFact.parse(factOfOther(kind, boxesFor(kind), 'iv')));
    });

  for (const [kind, { boxes }] of Object.entries(otherKinds))
    for (const { name, mayBeEmpty } of boxes)
      test(`${kind} without ${name} ${mayBeEmpty === true ? 'is kept as not written' : 'asks for it'}`, () => {
        const without = { ...boxesFor(kind as OtherKind), [name]: ' ' };
        assert.equal(boxFault(kind as OtherKind, without)?.name, mayBeEmpty === true ? undefined : name);
        if (mayBeEmpty === true)
          assert.doesNotThrow(() => SessionFact.parse(factOfOther(kind as OtherKind, without, 'iv')));
      });

  test('a lot nobody wrote is kept as not written, never as something', () => {
    const fact = factOfOther('dose-started', { ...full, lot: '', expiry: '' }, 'iv');
    assert.ok(fact.type === 'DoseStarted');
    assert.deepEqual([fact.lot, fact.expiry], [null, null]);
  });

  for (const [name, text] of [
    ['doseMg', 'forty'],
    ['doseMg', '-4'],
    ['expiry', '9/27'],
  ] as const)
    test(`${name} “${text}” is asked again`, () =>
      assert.equal(boxFault('dose-started', { ...full, [name]: text })?.name, name));

  test('every choice of every box is one the clinic takes', () => {
    for (const [kind, { boxes }] of Object.entries(otherKinds))
      for (const { name, choices = [] } of boxes)
        for (const [value] of choices)
          assert.doesNotThrow(() =>
            SessionFact.parse(
              factOfOther(kind as OtherKind, { ...boxesFor(kind as OtherKind), [name]: value }, 'iv'),
            ),
          );
  });

  test('a drip has a pump and the others a dose at once', () => {
    assert.ok(kindsOf('iv').includes('dose-started') && !kindsOf('iv').includes('dose-given'));
    assert.ok(kindsOf('im').includes('dose-given') && !kindsOf('im').includes('dose-started'));
  });
});
