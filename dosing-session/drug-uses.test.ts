import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { highPressure } from '#dosing-session/examples/high-pressure.ts';
import { atTablet } from '#dosing-session/examples/people.ts';
import { twoSprays } from '#dosing-session/examples/two-sprays.ts';
import { drugUses } from './drug-uses.ts';
import type { LogEvent, SessionFact } from './events.ts';
import { fold } from './state.ts';

const later = (recorded: { readonly events: readonly LogEvent[] }) =>
  Math.max(...recorded.events.map(({ effectiveAt }) => effectiveAt)) + 60_000;
const usesOf = (recorded: { readonly events: readonly LogEvent[] }, events = recorded.events) =>
  drugUses(fold(events, recorded.events[0]), later(recorded)).map(({ kind, substance, mg }) => [
    kind,
    substance,
    mg,
  ]);

test('A drip counts once it has ended, with what went in and not what was drawn up', () => {
  assert.deepEqual(usesOf(calmInfusion), [['dose', 'ketamine', 40]]);
  const running = calmInfusion.events.filter(({ fact }) => fact.type !== 'DoseStopped');
  const midway = fold(running, calmInfusion.events[0]);
  assert.deepEqual(drugUses(midway, calmInfusion.startAt + 45 * 60_000), []);
});

test('Each device of a spray is its own use', () => {
  assert.deepEqual(usesOf(twoSprays), [
    ['dose', 'esketamine', 28],
    ['dose', 'esketamine', 28],
  ]);
});

test('A medicine given to help is a use of its own name, its milligrams only where the words give them', () => {
  const rescue = drugUses(fold(highPressure.events, highPressure.events[0]), later(highPressure)).filter(
    ({ kind }) => kind === 'rescue',
  );
  assert.equal(rescue.length, 1);
  const withDose = (doseText: string) =>
    highPressure.events.map((event) =>
      event.fact.type === 'RescueMedicationGiven' ? { ...event, fact: { ...event.fact, doseText } } : event,
    );
  for (const [text, mg] of [
    ['4 mg', 4],
    ['0.5 mg slowly', 0.5],
    ['half a tablet', undefined],
    ['2 puffs of 4 mg', undefined],
  ] as const)
    assert.equal(
      drugUses(fold(withDose(text), highPressure.events[0]), later(highPressure)).find(
        ({ kind }) => kind === 'rescue',
      )?.mg,
      mg,
      text,
    );
});

test('What was wasted in the room is a use; that nothing was left is not', () => {
  const last = calmInfusion.events.at(-1);
  if (last === undefined) throw new Error('The example is empty.');
  const wasted = (mg: number): LogEvent => ({
    ...last,
    eventId: `0e0e0e0e-0000-4000-8000-00000000${String(1000 + mg)}`,
    deviceId: atTablet.device.id,
    deviceSeq: 900 + mg,
    fact: { type: 'DrugWasted', v: 1, mg } satisfies SessionFact,
  });
  assert.deepEqual(usesOf(calmInfusion, [...calmInfusion.events, wasted(10)]).at(-1), [
    'waste',
    'ketamine',
    10,
  ]);
  assert.equal(usesOf(calmInfusion, [...calmInfusion.events, wasted(0)]).length, 1);
});

test('A dose that was entered in error is no use', () => {
  const [spray] = twoSprays.events.filter(({ fact }) => fact.type === 'DoseGiven');
  const last = twoSprays.events.at(-1);
  if (spray === undefined || last === undefined) throw new Error('The example is empty.');
  const struck: LogEvent = {
    ...last,
    eventId: '0e0e0e0e-0000-4000-8000-000000009999',
    deviceSeq: 990,
    fact: { type: 'EnteredInError', v: 1, targetEventId: spray.eventId, reason: 'Tapped twice.' },
  };
  assert.equal(usesOf(twoSprays, [...twoSprays.events, struck]).length, 1);
});
