import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact, SessionFacts } from '#clinical/care-record.ts';
import { addMinutes } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { escalationOf, recheckDueAt } from './alert.ts';
import {
  bloodPressureBeforeDose,
  bloodPressureBeforeRelease,
  bloodPressureDuringSession,
} from './blood-pressure.ts';
import { breathingIssues, heartRateIssues, oxygenIssues } from './heart-and-breath.ts';
import { checkSchedule } from './schedule.ts';
import { moaasOf, sedationIssues } from './sedation.ts';
import { isPlausible, vitalSigns } from './vital-signs.ts';

const at = Date.UTC(2026, 10, 23, 15, 0);

function measured<T>(value: T): Fact<T> {
  return { value, at, by: 'Maria Ruiz', byRole: 'nurse' };
}

function pressure(systolicMmHg: number, diastolicMmHg: number) {
  return measured({ systolicMmHg, diastolicMmHg });
}

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('Blood pressure before a dose is held against the start limits, strictly above and below', () => {
  const cases = [
    [140, 90, []],
    [141, 80, ['systolicMmHg-above: review']],
    [138, 91, ['diastolicMmHg-above: review']],
    [141, 91, ['systolicMmHg-above: review', 'diastolicMmHg-above: review']],
    [90, 60, []],
    [89, 60, ['systolicMmHg-below: review']],
    [820, 90, ['systolicMmHg-implausible: unknown']],
    [80, 85, ['systolicMmHg-below: review', 'blood-pressure-reversed: unknown']],
    [12, 80, ['systolicMmHg-implausible: unknown', 'blood-pressure-reversed: unknown']],
    [120, 111, ['diastolicMmHg-above: review', 'blood-pressure-narrow: unknown']],
    [100, 90, []],
  ] as const;
  for (const [systolic, diastolic, expected] of cases) {
    const issues = bloodPressureBeforeDose({ reading: pressure(systolic, diastolic), edition });
    assert.deepEqual(codes(issues), expected, `${systolic}/${diastolic}`);
  }
});

test('No reading is a finding, before the dose, during it and before leaving', () => {
  const missing = ['systolicMmHg-missing: unknown', 'diastolicMmHg-missing: unknown'];
  assert.deepEqual(codes(bloodPressureBeforeDose({ reading: undefined, edition })), missing);
  assert.deepEqual(codes(bloodPressureBeforeRelease({ reading: undefined, edition })), missing);
  assert.deepEqual(
    codes(bloodPressureDuringSession({ reading: undefined, baseline: undefined, edition })),
    missing,
  );
});

test('During a session a reading is held against the alert limits and the person’s own start', () => {
  const cases = [
    [180, 110, 150, []],
    [181, 104, 150, ['systolicMmHg-above: review']],
    [170, 111, 150, ['diastolicMmHg-above: review']],
    [130, 80, 100, []],
    [131, 80, 100, ['systolic-rise: review']],
    [131, 80, undefined, ['baseline-blood-pressure-missing: unknown']],
    [131, 80, 12, ['baseline-blood-pressure-missing: unknown']],
    [131, 80, Number.NaN, ['baseline-blood-pressure-missing: unknown']],
    [Number.NaN, 80, 100, ['systolicMmHg-implausible: unknown']],
  ] as const;
  for (const [systolic, diastolic, start, expected] of cases) {
    const baseline = start === undefined ? undefined : pressure(start, 70);
    const issues = bloodPressureDuringSession({ reading: pressure(systolic, diastolic), baseline, edition });
    assert.deepEqual(codes(issues), expected, `${systolic}/${diastolic} from ${start}`);
  }
});

test('Pulse, oxygen and breathing are held against their own limits', () => {
  const cases = [
    [heartRateIssues, 'start', 50, []],
    [heartRateIssues, 'start', 49, ['heartRatePerMin-below: review']],
    [heartRateIssues, 'alert', 120, []],
    [heartRateIssues, 'alert', 121, ['heartRatePerMin-above: review']],
    [heartRateIssues, 'release', undefined, ['heartRatePerMin-missing: unknown']],
    [oxygenIssues, 'alert', 92, []],
    [oxygenIssues, 'alert', 91, ['spo2Percent-below: review']],
    [oxygenIssues, 'release', 92, ['spo2Percent-below: review']],
    [oxygenIssues, 'release', 93, []],
    [oxygenIssues, 'start', 101, ['spo2Percent-implausible: unknown']],
    [breathingIssues, 'alert', 9, ['respiratoryRatePerMin-below: review']],
    [breathingIssues, 'alert', Number.NaN, ['respiratoryRatePerMin-implausible: unknown']],
  ] as const;
  for (const [rule, moment, value, expected] of cases) {
    const reading = value === undefined ? undefined : measured(value);
    assert.deepEqual(codes(rule({ moment, reading, edition })), expected, `${moment} ${value}`);
  }
});

test('Each vital sign has its own code and a range that starts below where it ends', () => {
  assert.equal(new Set(vitalSigns.map((sign) => sign.loinc)).size, vitalSigns.length);
  for (const sign of vitalSigns) {
    assert.ok(sign.plausible.from < sign.plausible.to, sign.key);
    assert.equal(isPlausible(sign.key, sign.plausible.from), true);
    assert.equal(isPlausible(sign.key, sign.plausible.from - 1), false);
  }
});

test('How awake someone is has six steps, and a low one stops the dose', () => {
  const scale = 'moaas-0-to-5';
  assert.deepEqual(moaasOf('answers-normal-voice-readily'), { score: 5, lossOfConsciousness: false, scale });
  assert.deepEqual(moaasOf('no-answer-painful-squeeze'), { score: 0, lossOfConsciousness: true, scale });
  assert.equal(moaasOf('looks fine'), undefined);
  const cases = [
    [5, []],
    [4, []],
    [3, ['sedation-review: review']],
    [2, ['sedation-stop-dose: exclude']],
    [1, ['sedation-emergency: exclude']],
    [0, ['sedation-emergency: exclude']],
    [2.5, ['sedation-not-on-scale: unknown']],
    [undefined, ['sedation-missing: unknown']],
  ] as const;
  for (const [score, expected] of cases) {
    const given = score === undefined ? undefined : measured(score);
    assert.deepEqual(codes(sedationIssues({ score: given, edition })), expected, `${score}`);
  }
});

test('An alert is measured again after its time, and climbs until someone answers', () => {
  assert.equal(recheckDueAt(at, edition), addMinutes(at, 5));
  const level = (seconds: number, acknowledgedAt?: number) =>
    escalationOf({ alert: { raisedAt: at, acknowledgedAt }, edition, now: at + seconds * 1_000 }).level;
  assert.deepEqual(
    [0, 59, 60, 119, 120].map((seconds) => level(seconds)),
    ['first-person', 'first-person', 'second-person', 'second-person', 'everyone'],
  );
  assert.equal(level(300, at + 6_000), 'acknowledged');
  // An answer without a time, or from the future, has stopped nothing.
  for (const acknowledgedAt of [null as never, Number.NaN, at + 301_000])
    assert.equal(level(300, acknowledgedAt), 'everyone');
});

function schedule(session: SessionFacts, minute: number, from: Edition = edition) {
  return checkSchedule({
    edition: from,
    session: { doseStartedAt: at, ...session },
    now: addMinutes(at, minute),
  });
}

test('Before the dose starts there is no schedule', () => {
  assert.equal(checkSchedule({ edition, session: {}, now: at }), undefined);
});

test('A row is due at its time, late five minutes on, and missed when the next one opens', () => {
  const cases = [
    [0, 'due'],
    [4.99, 'due'],
    [5, 'late'],
    [9.99, 'late'],
  ] as const;
  for (const [minute, state] of cases) {
    const given = schedule({}, minute);
    assert.deepEqual([given?.current?.minute, given?.current?.state, given?.next?.minute], [0, state, 10]);
  }
  const after = schedule({}, 10);
  assert.deepEqual([after?.current?.minute, after?.current?.state], [10, 'due']);
  assert.deepEqual(
    after?.missed.map((slot) => slot.minute),
    [0],
  );
});

test('A row taken a little early or late belongs to its own time and to no other', () => {
  assert.equal(schedule({ checksTakenAt: [addMinutes(at, 6)] }, 11)?.current?.state, 'taken');
  assert.equal(schedule({ checksTakenAt: [addMinutes(at, 4.9)] }, 11)?.current?.state, 'due');
  assert.equal(schedule({ checksTakenAt: [addMinutes(at, 14)] }, 14)?.current?.state, 'taken');
});

test('While nobody has said the infusion ended, it is looked at every ten minutes', () => {
  const minutes = schedule({}, 61)?.slots.map((slot) => slot.minute);
  assert.deepEqual(minutes?.slice(0, 8), [0, 10, 20, 30, 40, 50, 60, 70]);
});

test('From its end it is looked at every fifteen, with a look at the end itself', () => {
  const cases = [
    [40, [0, 10, 20, 30, 40, 55, 70]],
    [37, [0, 10, 20, 30, 37, 52, 67]],
    [34, [0, 10, 20, 34, 49, 64, 79]],
    [3, [0, 3, 18, 33, 48, 63, 78]],
  ] as const;
  for (const [end, expected] of cases) {
    const given = schedule({ doseStoppedAt: addMinutes(at, end) }, 60);
    assert.deepEqual(given?.slots.map((slot) => slot.minute).slice(0, 7), expected, `ended at ${end}`);
  }
});

test('After someone has left nothing more is due, and what was missed stays missed', () => {
  const given = schedule({ doseStoppedAt: addMinutes(at, 40), releasedAt: addMinutes(at, 100) }, 300);
  assert.deepEqual([given?.current, given?.next], [undefined, undefined]);
  assert.deepEqual(
    given?.missed.map((slot) => slot.minute),
    [0, 10, 20, 30, 40, 55, 70, 85],
  );
});

test('A session never closed says so instead of making up rows for days', () => {
  const given = schedule({}, 100_000);
  assert.equal(given?.overrun, true);
  assert.equal(given?.next, undefined);
});

test('Other routes follow their own minutes and then go on at their own interval', () => {
  const value = <T>(of: T) => ({ value: of, unit: 'min', source: 'H-HOUSE', confidence: 'H' }) as const;
  const nasal: Edition = {
    ...edition,
    route: 'nasal',
    timing: {
      route: 'nasal',
      checkMinutes: value([0, 40, 60, 90, 120]),
      thenEveryMinutes: value(30),
      betweenDevicesMinutes: value(5),
      nasalProductMinutes: value(60),
    },
  };
  const minutes = schedule({}, 130, nasal)?.slots.map((slot) => slot.minute);
  assert.deepEqual(minutes?.slice(0, 6), [0, 40, 60, 90, 120, 150]);
});
