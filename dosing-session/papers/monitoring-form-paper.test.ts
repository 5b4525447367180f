// The programme's form takes from the log what the log holds, leaves open what nobody said, and disagrees with itself aloud.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringForm } from '#clinical/safety-programs/monitoring-form.ts';
import type { LogEvent, SessionFact } from '#dosing-session/events.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { twoSprays } from '#dosing-session/examples/two-sprays.ts';
import { fold } from '#dosing-session/state.ts';
import {
  type FormAnswers,
  faultOfAnswer,
  isSpraySession,
  monitoringFormPaper,
} from './monitoring-form-paper.ts';

const later = (minutes: number, fact: SessionFact): LogEvent => {
  const last = twoSprays.events.at(-1);
  assert.ok(last);
  return {
    ...last,
    eventId: `0c0c0c0c-0000-4000-8000-${String(minutes).padStart(12, '0')}`,
    deviceSeq: last.deviceSeq + minutes,
    effectiveAt: twoSprays.startAt + minutes * 60_000,
    fact,
  };
};
const released = later(165, { type: 'PatientReleased', v: 1, toName: 'Lena Hale', toRelation: 'sister' });

const paper = (answers: FormAnswers = {}, events: readonly LogEvent[] = [...twoSprays.events, released]) =>
  monitoringFormPaper({
    state: fold(events),
    record: {
      zone: 'America/New_York',
      patient: { firstName: 'Robin', lastName: 'Hale', birthDate: '1980-04-02' },
      hadEarlierSpray: false,
    },
    version: 'newer',
    answers,
    carried: { 'setting-city': 'Portland' },
    today: '2026-12-02',
  });
const field = (of: ReturnType<typeof paper>, id: string) => of.fields.find((one) => one.field.id === id);

test('devices, lots, minutes and the three pressures come from the log', () => {
  const form = paper();
  assert.deepEqual(
    ['dose', 'lot-numbers', 'total-minutes', 'enrolled'].map((id) => field(form, id)?.value),
    ['56 mg', ['E-204'], 147, true],
  );
  assert.deepEqual(field(form, 'pressure-at-40-minutes')?.value, { systolicMmHg: 148, diastolicMmHg: 92 });
  assert.ok(form.check.issues.every(({ code }) => code !== 'under-120-minutes'));
});

test('judgements stay open until the person who watched says them, and what follows is then not asked', () => {
  const before = paper();
  assert.ok(before.open.includes('sedation'));
  assert.ok(before.open.includes('vitals-acceptable-before'));
  const after = paper({ sedation: false });
  assert.equal(field(after, 'sedation')?.from, 'hand');
  assert.equal(field(after, 'sedation-onset-minutes')?.state, 'not-asked');
});

test('what the log says is never typed over, and where the clinic is comes from its last form', () => {
  const form = paper({ dose: '84 mg' });
  assert.equal(field(form, 'dose')?.value, '56 mg');
  assert.deepEqual(
    [field(form, 'setting-city')?.value, field(form, 'setting-city')?.from],
    ['Portland', 'earlier-form'],
  );
});

test('deep sedation in the log against a no on the form is said', () => {
  const deep = later(70, { type: 'SedationRated', v: 1, moaas: 2 });
  const form = paper({ sedation: false }, [...twoSprays.events, deep, released]);
  assert.ok(form.check.issues.some(({ code }) => /sedation/.test(code)));
});

test('without a release nobody knows how long they were watched', () => {
  const form = paper({}, twoSprays.events);
  assert.ok(form.open.includes('total-minutes'));
  assert.ok(form.open.includes('pressure-at-end'));
  assert.ok(form.check.unanswered.some(({ code }) => code === 'total-minutes-not-known'));
});

test('an infusion has no such form', () => {
  assert.deepEqual(
    [isSpraySession(fold(calmInfusion.events)), isSpraySession(fold(twoSprays.events))],
    [false, true],
  );
});

test('an answer of another kind than the field asks for is named', () => {
  const of = (id: string) => {
    const found = monitoringForm('newer').fields.find((one) => one.id === id);
    assert.ok(found);
    return found;
  };
  const table = [
    ['sedation', 'yes', true],
    ['sedation', false, false],
    ['patient-sex', 'unknown', true],
    ['patient-sex', 'female', false],
    ['ready-after-minutes', -1, true],
    ['ready-after-minutes', 1.5, true],
    ['ready-after-minutes', 90, false],
    ['pressure-at-end', { systolicMmHg: 0, diastolicMmHg: 80 }, true],
    ['pressure-at-end', { systolicMmHg: 120, diastolicMmHg: 80 }, false],
    ['patient-birth-date', '1980-02-30', true],
    ['lot-numbers', [], true],
    ['setting-city', '  ', true],
  ] as const;
  for (const [id, value, isFault] of table)
    assert.equal(faultOfAnswer(of(id), value) !== undefined, isFault, `${id} ${JSON.stringify(value)}`);
});
