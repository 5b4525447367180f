import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOfTimestamp } from '#clinical/timestamp.ts';
import { checkMonitoringForm, type MonitoringFormValues } from './check-monitoring-form.ts';
import { concomitantAnswers } from './concomitant-classes.ts';
import { dischargeEarliest, dischargeEarliestStamps, minimumStayIssues } from './discharge-earliest.ts';
import { safetyProgramIssues } from './enrolment.ts';
import { isMonitoringFormLate, monitoringFormDue, monitoringFormDueIssues } from './monitoring-form-clock.ts';
import { monitoringMinutes } from './monitoring-minutes.ts';

const chicago = 'America/Chicago';
const at = (timestamp: string, zone = chicago) => instantOfTimestamp({ timestamp, zone });
const codes = (issues: readonly { readonly code: string }[]) => issues.map((issue) => issue.code);
const actions = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('The form is due on the seventh day after the day the clinic calendar showed', () => {
  const cases = [
    ['2026-03-03T10:00', 'America/New_York', '2026-03-03', '2026-03-10'],
    ['2026-06-30T23:50', 'America/New_York', '2026-06-30', '2026-07-07'],
    ['2026-07-01T03:50Z', 'America/New_York', '2026-06-30', '2026-07-07'],
    ['2026-07-01T00:10', 'America/New_York', '2026-07-01', '2026-07-08'],
    ['2026-03-03T23:30', chicago, '2026-03-03', '2026-03-10'],
    ['2028-02-25T09:00', chicago, '2028-02-25', '2028-03-03'],
    ['2026-12-28T09:00', 'Asia/Tokyo', '2026-12-28', '2027-01-04'],
  ] as const;
  for (const [timestamp, zone, localDate, dueDate] of cases) {
    assert.deepEqual(monitoringFormDue({ administeredAt: at(timestamp, zone), zone }), {
      localDate,
      dueDate,
    });
  }
  assert.equal(monitoringFormDue({ administeredAt: undefined, zone: chicago }), undefined);
  assert.equal(monitoringFormDue({ administeredAt: Number.NaN, zone: chicago }), undefined);
  assert.equal(monitoringFormDue({ administeredAt: 0, zone: undefined }), undefined);
});

test('A form is late from the day after it was due, and never known to be on time without both days', () => {
  const cases = [
    ['2026-07-07', '2026-07-06', false],
    ['2026-07-07', '2026-07-07', false],
    ['2026-07-07', '2026-07-08', true],
    ['2026-12-31', '2027-01-01', true],
    [undefined, '2026-07-08', undefined],
    ['2026-07-07', undefined, undefined],
    ['2026-07-07', '2026-02-30', undefined],
  ] as const;
  for (const [dueDate, today, expected] of cases) {
    assert.equal(isMonitoringFormLate({ dueDate, today }), expected, `${dueDate} ${today}`);
  }
});

test('The seven-day clock says what is due, what is late and what it cannot know', () => {
  const asked = {
    administeredAt: at('2026-05-05T10:00'),
    zone: chicago,
    today: '2026-05-12',
    submittedOn: 'not-yet',
  } as const;
  const cases = [
    [{}, ['form-due: inform']],
    [{ today: '2026-05-13' }, ['form-late: review']],
    [{ submittedOn: '2026-05-12' }, []],
    [{ submittedOn: '2026-05-13', today: '2026-05-20' }, ['form-was-late: inform']],
    [{ submittedOn: undefined }, ['form-sent-not-known: unknown', 'form-due: inform']],
    [{ today: undefined }, ['form-today-not-known: unknown']],
    [{ administeredAt: undefined }, ['form-due-not-known: unknown']],
    [{ zone: 'Mars/Olympus' }, ['form-due-not-known: unknown']],
    [{ submittedOn: 'yesterday' }, ['form-sent-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(
      actions(monitoringFormDueIssues({ ...asked, ...change })),
      expected,
      JSON.stringify(change),
    );
  }
});

test('The two hours are elapsed time, also on a night the clocks change', () => {
  const cases = [
    ['2026-05-05T10:00', '2026-05-05T11:59', 119, false],
    ['2026-05-05T10:00', '2026-05-05T11:59:59', 119, false],
    ['2026-05-05T10:00', '2026-05-05T12:00', 120, true],
    ['2026-05-05T10:00', '2026-05-05T10:00', 0, false],
    ['2026-05-05T23:30', '2026-05-06T01:30', 120, true],
    ['2026-03-08T01:30', '2026-03-08T03:30', 60, false],
    ['2026-03-08T01:30', '2026-03-08T04:30', 120, true],
    ['2026-11-01T00:30', '2026-11-01T02:00', 150, true],
    ['2026-05-05T10:00-05:00', '2026-05-05T17:00Z', 120, true],
  ] as const;
  for (const [first, end, minutes, atLeast120] of cases) {
    assert.deepEqual(
      monitoringMinutes({ firstDeviceAt: at(first), endAt: at(end) }),
      { minutes, atLeast120 },
      end,
    );
  }
  const firstDeviceAt = at('2026-05-05T10:00');
  for (const endAt of [undefined, Number.NaN, at('2026-05-05T09:59')]) {
    assert.equal(monitoringMinutes({ firstDeviceAt, endAt }), undefined);
    assert.equal(monitoringMinutes({ firstDeviceAt: undefined, endAt }), undefined);
  }
});

test('Both readings of the two hours are shown and the later one holds', () => {
  const stamps = (first: string | undefined, last: string | undefined, zone = chicago) =>
    dischargeEarliestStamps(
      dischargeEarliest({
        firstDeviceAt: first === undefined ? undefined : at(first, zone),
        lastDeviceAt: last === undefined ? undefined : at(last, zone),
      }),
      zone,
    );
  assert.deepEqual(stamps('2026-05-05T10:00', '2026-05-05T10:10'), {
    fromFirstDevice: '2026-05-05T12:00:00-05:00',
    fromLastDevice: '2026-05-05T12:10:00-05:00',
    earliestConservative: '2026-05-05T12:10:00-05:00',
  });
  assert.equal(
    stamps('2026-11-01T00:30', '2026-11-01T00:40').earliestConservative,
    '2026-11-01T01:40:00-06:00',
  );
  assert.equal(
    stamps('2026-03-08T00:55', '2026-03-08T01:05').earliestConservative,
    '2026-03-08T04:05:00-05:00',
  );
  assert.equal(stamps('2026-05-05T23:00', '2026-05-05T23:05').fromFirstDevice, '2026-05-06T01:00:00-05:00');
  assert.deepEqual(stamps('2026-05-05T10:00', undefined), {
    fromFirstDevice: '2026-05-05T12:00:00-05:00',
    fromLastDevice: undefined,
    earliestConservative: undefined,
  });
});

test('Nobody is let go by the clock before both readings of the two hours are over', () => {
  const asked = {
    firstDeviceAt: at('2026-05-05T10:00'),
    lastDeviceAt: at('2026-05-05T10:10'),
    now: at('2026-05-05T12:10'),
    zone: chicago,
  } as const;
  const cases = [
    [{}, []],
    [{ now: at('2026-05-05T12:09:59') }, ['minimum-stay-not-over: exclude']],
    [{ now: at('2026-05-05T12:05') }, ['minimum-stay-not-over: exclude']],
    [{ now: at('2026-05-05T14:00'), lastDeviceAt: undefined }, ['minimum-stay-not-known: unknown']],
    [
      { now: at('2026-05-05T11:00'), lastDeviceAt: undefined },
      ['minimum-stay-not-over: exclude', 'minimum-stay-not-known: unknown'],
    ],
    [{ now: undefined }, ['minimum-stay-not-known: unknown']],
    [{ lastDeviceAt: at('2026-05-05T09:50') }, ['last-device-before-first: unknown']],
    [{ now: at('2026-05-05T09:00') }, ['minimum-stay-not-over: exclude', 'device-in-the-future: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(actions(minimumStayIssues({ ...asked, ...change })), expected, JSON.stringify(change));
  }
});

const clean: Required<{ [K in keyof MonitoringFormValues]: NonNullable<MonitoringFormValues[K]> }> = {
  doseMg: 84,
  devicesUsed: 3,
  totalMinutes: 125,
  lowestMoaas: 5,
  sedationReported: false,
  treatmentDate: '2026-05-05',
  submittedOn: '2026-05-08',
  today: '2026-05-08',
  pressureAtMinutes: 40,
  highestDissociation: 0,
  dissociationReported: false,
  evaluationMinutes: 100,
};

test('A form that agrees with itself has nothing to say', () => {
  assert.deepEqual(checkMonitoringForm(clean), { issues: [], further: [], unanswered: [] });
});

test('What does not fit on a form is named in one fixed order', () => {
  const all = { ...clean, devicesUsed: 2, totalMinutes: 118, lowestMoaas: 3, submittedOn: '2026-05-13' };
  assert.deepEqual(codes(checkMonitoringForm(all).issues), [
    'dose-device-mismatch',
    'under-120-minutes',
    'sedation-inconsistent',
    'late-submission',
  ]);
  const cases = [
    [{ doseMg: 56, devicesUsed: 2 }, []],
    [{ doseMg: 28, devicesUsed: 1 }, []],
    [{ doseMg: 84, devicesUsed: 4 }, ['dose-device-mismatch']],
    [{ totalMinutes: 119 }, ['under-120-minutes']],
    [{ totalMinutes: 119.9 }, ['under-120-minutes']],
    [{ totalMinutes: 120 }, []],
    [{ lowestMoaas: 4 }, []],
    [{ lowestMoaas: 3 }, ['sedation-inconsistent']],
    [{ lowestMoaas: 0 }, ['sedation-inconsistent']],
    [{ lowestMoaas: 0, sedationReported: true }, []],
    [{ lowestMoaas: 5, sedationReported: true }, []],
    [{ submittedOn: '2026-05-12' }, []],
    [{ submittedOn: '2026-05-13' }, ['late-submission']],
    [{ submittedOn: '2026-05-05' }, []],
    [{ submittedOn: '2026-05-04' }, ['submitted-before-treatment']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(
      codes(checkMonitoringForm({ ...clean, ...change }).issues),
      expected,
      JSON.stringify(change),
    );
  }
});

test('The further checks stand apart from the ordered ones', () => {
  const cases = [
    [{ pressureAtMinutes: 29 }, ['pressure-not-at-40-minutes']],
    [{ pressureAtMinutes: 30 }, []],
    [{ pressureAtMinutes: 50 }, []],
    [{ pressureAtMinutes: 51 }, ['pressure-not-at-40-minutes']],
    [{ today: '2026-05-04' }, ['treatment-in-the-future']],
    [{ today: '2026-05-05' }, []],
    [{ highestDissociation: 1 }, ['dissociation-inconsistent']],
    [{ highestDissociation: 1, dissociationReported: true }, []],
    [{ evaluationMinutes: 126 }, ['evaluation-longer-than-stay']],
    [{ evaluationMinutes: 125 }, []],
  ] as const;
  for (const [change, expected] of cases) {
    const { issues, further } = checkMonitoringForm({ ...clean, ...change });
    assert.deepEqual([codes(issues), codes(further)], [[], expected], JSON.stringify(change));
  }
});

test('No value of the form can be missing without the form saying so', () => {
  for (const name of Object.keys(clean) as (keyof MonitoringFormValues)[]) {
    const { unanswered } = checkMonitoringForm({ ...clean, [name]: undefined });
    assert.ok(
      unanswered.some((issue) => issue.action === 'unknown' && issue.missing.includes(name)),
      name,
    );
  }
  assert.equal(checkMonitoringForm({}).unanswered.length, 8);
});

test('A number no instrument shows is not taken for an answer', () => {
  const cases = [
    [{ doseMg: -56 }, 'doseMg'],
    [{ doseMg: Number.NaN }, 'doseMg'],
    [{ devicesUsed: 2.5 }, 'devicesUsed'],
    [{ totalMinutes: -1 }, 'totalMinutes'],
    [{ totalMinutes: Number.POSITIVE_INFINITY }, 'totalMinutes'],
    [{ lowestMoaas: 6 }, 'lowestMoaas'],
    [{ lowestMoaas: -1 }, 'lowestMoaas'],
    [{ treatmentDate: '2026-02-30' }, 'treatmentDate'],
    [{ submittedOn: 'soon' }, 'submittedOn'],
    [{ pressureAtMinutes: -5 }, 'pressureAtMinutes'],
  ] as const;
  for (const [change, name] of cases) {
    const { issues, unanswered } = checkMonitoringForm({ ...clean, ...change });
    assert.deepEqual(issues, [], name);
    assert.ok(unanswered[0]?.missing.includes(name), name);
  }
});

test('Before a device is opened the setting, the enrolment, the talk and the prescriber are asked', () => {
  const ready = {
    setting: 'outpatient',
    isSettingCertified: true,
    isPatientEnrolled: true,
    isCounselled: true,
    isPrescriberOnSite: true,
  } as const;
  const cases = [
    [{}, []],
    [{ isSettingCertified: false }, ['setting-not-certified: exclude']],
    [{ isPatientEnrolled: false }, ['patient-not-enrolled: exclude']],
    [{ isPatientEnrolled: undefined }, ['patient-not-enrolled-or-not-known: unknown']],
    [{ setting: 'inpatient', isPatientEnrolled: false, isPrescriberOnSite: false }, []],
    [
      { setting: 'inpatient', isSettingCertified: undefined },
      ['setting-not-certified-or-not-known: unknown'],
    ],
    [{ setting: undefined }, ['setting-not-known: unknown']],
    [
      { setting: undefined, isPatientEnrolled: false },
      ['patient-not-enrolled: exclude', 'setting-not-known: unknown'],
    ],
    [{ isPrescriberOnSite: false }, ['prescriber-not-on-site: exclude']],
    [{ isCounselled: undefined }, ['patient-not-counselled-or-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(actions(safetyProgramIssues({ ...ready, ...change })), expected, JSON.stringify(change));
  }
});

test('A list of medicines says no only when someone called it complete', () => {
  assert.deepEqual(concomitantAnswers({ classes: undefined, isListComplete: true }), {});
  assert.deepEqual(concomitantAnswers({ classes: ['benzodiazepine', 'z-hypnotic'], isListComplete: true }), {
    benzodiazepine: true,
    'non-benzodiazepine-sedative-hypnotic': true,
    opioid: false,
    psychostimulant: false,
    maoi: false,
  });
  const { benzodiazepine, opioid } = concomitantAnswers({ classes: ['opioid'], isListComplete: undefined });
  assert.deepEqual([benzodiazepine, opioid], [undefined, true]);
});
