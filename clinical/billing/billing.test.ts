import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completedMinutes, infusionMinutes } from './billed-minutes.ts';
import { diagnosisIssues, icd10cmCode } from './diagnosis-for-indication.ts';
import { esketamineCode, esketamineCodeIssues } from './esketamine-codes.ts';
import { evidenceFor, evidenceIssues } from './evidence.ts';
import { infusionCodeIssues, infusionCodes, injectionCodes } from './infusion-codes.ts';
import { codeDateIssues, codeOnDay, procedureCodes } from './procedure-codes.ts';
import { psychotherapyCode, psychotherapyCodeIssues } from './psychotherapy-codes.ts';

const said = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);
const nothing = [undefined, Number.NaN, -1, Number.POSITIVE_INFINITY, 1_441];

test('An infusion earns its first hour from sixteen minutes, and a further hour past half of it', () => {
  const cases = [
    [0, ''],
    [15, ''],
    [15.9, ''],
    [16, '96365×1'],
    [40, '96365×1'],
    [60, '96365×1'],
    [75, '96365×1'],
    [90, '96365×1'],
    [91, '96365×1 96366×1'],
    [105, '96365×1 96366×1'],
    [120, '96365×1 96366×1'],
    [150, '96365×1 96366×1'],
    [151, '96365×1 96366×2'],
    [210, '96365×1 96366×2'],
    [211, '96365×1 96366×3'],
    [240, '96365×1 96366×3'],
  ] as const;
  for (const [minutes, expected] of cases) {
    const codes = infusionCodes({ minutes })?.map(({ code, units }) => `${code}×${units}`);
    assert.equal(codes?.join(' '), expected, `${minutes} min`);
  }
  assert.deepEqual(infusionCodes({ minutes: 20, firstHourFromMinutes: 31 }), []);
  for (const minutes of nothing) assert.equal(infusionCodes({ minutes }), undefined);
});

test('A short infusion is a push only where someone documented a push', () => {
  assert.deepEqual(infusionCodes({ minutes: 10, isDocumentedAsPush: true }), [{ code: '96374', units: 1 }]);
  assert.deepEqual(infusionCodes({ minutes: 10, isDocumentedAsPush: false }), []);
  const cases = [
    [40, undefined, []],
    [15, undefined, ['push-not-known: unknown']],
    [15, false, ['infusion-too-short: inform']],
    [15, true, []],
    [undefined, true, ['infusion-minutes-not-known: unknown']],
  ] as const;
  for (const [minutes, isDocumentedAsPush, expected] of cases) {
    assert.deepEqual(said(infusionCodeIssues({ minutes, isDocumentedAsPush })), expected);
  }
});

test('The watching afterwards and the pauses are no minutes of the infusion', () => {
  const minute = 60_000;
  const pump = { pumpStartedAt: 0, pumpStoppedAt: 45 * minute, pauses: [] } as const;
  const cases = [
    [pump, 45],
    [{ ...pump, pauses: [{ from: 10 * minute, to: 15 * minute }] }, 40],
    [{ ...pump, pauses: [{ from: 10 * minute, to: undefined }] }, undefined],
    [{ ...pump, pauses: [{ from: 40 * minute, to: 46 * minute }] }, undefined],
    [
      {
        ...pump,
        pauses: [
          { from: 10 * minute, to: 20 * minute },
          { from: 15 * minute, to: 25 * minute },
        ],
      },
      undefined,
    ],
    [{ ...pump, pauses: undefined }, undefined],
    [{ ...pump, pumpStoppedAt: undefined }, undefined],
    [{ ...pump, pumpStoppedAt: -minute }, undefined],
  ] as const;
  for (const [question, expected] of cases) assert.equal(infusionMinutes(question), expected);
  for (const minutes of nothing) assert.equal(completedMinutes(minutes), undefined);
});

test('Each injection into muscle is one code', () => {
  assert.deepEqual(injectionCodes(2), [{ code: '96372', units: 2 }]);
  assert.deepEqual(injectionCodes(0), []);
  for (const injections of [undefined, 1.5, -1, Number.NaN])
    assert.equal(injectionCodes(injections), undefined);
});

test('Psychotherapy is coded by its span of minutes', () => {
  const cases = [
    [0, undefined, undefined],
    [15, undefined, undefined],
    [16, '90832', '90833'],
    [37, '90832', '90833'],
    [37.5, '90832', '90833'],
    [38, '90834', '90836'],
    [52, '90834', '90836'],
    [53, '90837', '90838'],
    [120, '90837', '90838'],
  ] as const;
  for (const [minutes, alone, beside] of cases) {
    assert.equal(psychotherapyCode({ minutes }).code, alone, `${minutes} min`);
    assert.equal(psychotherapyCode({ minutes, besideVisit: true }).code, beside, `${minutes} min`);
  }
  assert.equal(psychotherapyCode({ minutes: 40, spansFrom: [16, 41, 53] }).code, '90832');
  for (const minutes of nothing) assert.equal(psychotherapyCode({ minutes }).state, 'unknown');
  assert.deepEqual(said(psychotherapyCodeIssues({ minutes: 15 })), ['therapy-too-short: inform']);
  assert.deepEqual(said(psychotherapyCodeIssues({ minutes: undefined })), [
    'therapy-minutes-not-known: unknown',
  ]);
  assert.deepEqual(psychotherapyCodeIssues({ minutes: 45 }), []);
});

test('Esketamine is billed by who pays, how much and on which day', () => {
  const cases = [
    [56, 'medicare', '2026-02-01', 'G2082', 1],
    [56.1, 'medicare', '2026-02-01', 'G2083', 1],
    [84, 'Medicare', '2026-02-01', 'G2083', 1],
    [28, 'medicare', '2025-02-01', 'G2082', 1],
    [84, 'commercial', '2026-02-01', 'J0013', 84],
    [56, 'medicaid', '2026-01-01', 'J0013', 56],
    [56, 'commercial', '2025-12-31', 'S0013', 56],
  ] as const;
  for (const [mg, payer, date, code, units] of cases) {
    assert.deepEqual(esketamineCode({ mg, payer, date }), { code, units }, `${mg} ${payer} ${date}`);
  }
  const asked = { mg: 84, payer: 'commercial', date: '2026-02-01' };
  const notKnown = [
    { mg: undefined },
    { mg: 0 },
    { mg: -56 },
    { mg: Number.NaN },
    { mg: 56.5 },
    { payer: undefined },
    { payer: ' ' },
    { payer: 'unknown' },
    { payer: 'Medicare Advantage' },
    { date: undefined },
    { date: '2026-02-30' },
  ];
  for (const change of notKnown) {
    assert.equal(esketamineCode({ ...asked, ...change }), undefined, JSON.stringify(change));
  }
});

test('A claim for esketamine is held against the code of its payer and its day', () => {
  const asked = {
    mg: 84,
    payer: 'commercial',
    date: '2026-02-01',
    billed: { code: 'J0013', units: 84 },
  } as const;
  const cases = [
    [{}, []],
    [{ billed: { code: 'J0013', units: 3 } }, ['units-differ: review']],
    [{ billed: { code: 's0013', units: 84 } }, ['esketamine-code-retired: exclude']],
    [{ billed: { code: 'G2083', units: 1 } }, ['esketamine-code-differs: review']],
    [{ billed: undefined }, ['nothing-billed: unknown']],
    [{ payer: undefined }, ['esketamine-code-not-known: unknown']],
    [{ payer: 'medicare-advantage' }, ['payer-plans-differ: unknown']],
    [{ date: undefined }, ['esketamine-code-not-known: unknown']],
    [{ mg: undefined }, ['esketamine-code-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(said(esketamineCodeIssues({ ...asked, ...change })), expected, JSON.stringify(change));
  }
});

test('A code is used only between its first and its last day', () => {
  const cases = [
    ['S0013', '2025-12-31', 'usable'],
    ['S0013', '2026-01-01', 'retired'],
    ['J0013', '2025-12-31', 'not-yet'],
    ['J0013', '2026-01-01', 'usable'],
    ['99354', '2022-12-31', 'usable'],
    ['99354', '2023-01-01', 'retired'],
    ['99355', '2026-05-05', 'retired'],
    ['96365', '2026-05-05', 'usable'],
    ['J3305', '2026-05-05', undefined],
    ['96365', undefined, undefined],
    [undefined, '2026-05-05', undefined],
  ] as const;
  for (const [code, date, expected] of cases)
    assert.equal(codeOnDay({ code, date }), expected, `${code} ${date}`);
  assert.deepEqual(said(codeDateIssues({ code: '99354', date: '2026-05-05' })), [
    'billing-code-retired: exclude',
  ]);
  assert.deepEqual(said(codeDateIssues({ code: 'J0013', date: '2025-05-05' })), [
    'billing-code-not-yet: exclude',
  ]);
  assert.deepEqual(said(codeDateIssues({ code: 'J3305', date: '2026-05-05' })), [
    'billing-code-not-known: unknown',
  ]);
  assert.deepEqual(said(codeDateIssues({ code: '96365', date: undefined })), [
    'service-day-not-known: unknown',
  ]);
  assert.deepEqual(codeDateIssues({ code: ' g2082 ', date: '2026-05-05' }), []);
  assert.equal(new Set(procedureCodes.map(({ code }) => code)).size, procedureCodes.length);
});

test('Each code names what must be on record for it', () => {
  for (const { code, evidence } of procedureCodes) {
    assert.ok(evidence.length > 0, code);
    assert.deepEqual(evidenceIssues({ code, onRecord: evidence }), [], code);
    const [gap] = evidenceIssues({ code, onRecord: evidence.slice(1) });
    assert.deepEqual([gap?.action, gap?.missing], ['unknown', evidence.slice(0, 1)], code);
  }
  assert.deepEqual(said(evidenceIssues({ code: '96365', onRecord: undefined })), [
    'evidence-not-read: unknown',
  ]);
  assert.deepEqual(said(evidenceIssues({ code: 'X', onRecord: [] })), ['evidence-code-not-known: unknown']);
  assert.equal(evidenceFor(undefined), undefined);
});

test('A diagnosis is held against the reason for treatment and never chosen', () => {
  const asked = {
    icd10cm: 'F33.2',
    indication: 'treatment-resistant-depression',
    medicine: 'esketamine',
  } as const;
  const cases = [
    [{}, []],
    [{ icd10cm: 'f332' }, []],
    [{ icd10cm: 'F32.2', indication: 'depression-with-suicidality' }, []],
    [{ icd10cm: 'F41.1' }, ['diagnosis-does-not-carry-reason: review']],
    [{ icd10cm: 'F33.41' }, ['diagnosis-says-remission: review']],
    [{ icd10cm: 'F33.9' }, ['diagnosis-without-severity: inform']],
    [{ icd10cm: 'F32.A' }, ['diagnosis-without-severity: inform']],
    [{ icd10cm: 'F43.12', indication: 'ptsd' }, ['reason-not-on-label: review']],
    [{ icd10cm: 'F43.12', indication: 'ptsd', medicine: 'ketamine' }, []],
    [{ icd10cm: 'F31.32', indication: 'bipolar-depression', medicine: 'ketamine' }, []],
    [{ icd10cm: 'G90.511', indication: 'chronic-pain', medicine: 'ketamine' }, []],
    [{ icd10cm: 'G890', indication: 'chronic-pain', medicine: 'ketamine' }, []],
    [{ icd10cm: undefined }, ['diagnosis-or-reason-not-known: unknown']],
    [{ icd10cm: 'depression' }, ['diagnosis-or-reason-not-known: unknown']],
    [{ indication: undefined }, ['diagnosis-or-reason-not-known: unknown']],
    [{ medicine: undefined }, ['diagnosis-or-reason-not-known: unknown']],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(said(diagnosisIssues({ ...asked, ...change })), expected, JSON.stringify(change));
  }
  assert.deepEqual(
    [icd10cmCode('T41295A'), icd10cmCode('T41.295A'), icd10cmCode('F')],
    ['T41.295A', 'T41.295A', undefined],
  );
});
