// When a series stops to ask, what it asks and with which evidence, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { changeRules, reliableRules } from './change-rules.ts';
import { courseOf } from './course.ts';
import { type Evidence, type Series, seriesDecision } from './decision-points.ts';

const day = 86_400_000;

/** A baseline the day before the first dose and a total twenty days after it. */
function course(
  baseline: number | undefined,
  latest: number | undefined,
  change: Partial<Parameters<typeof courseOf>[0]> = {},
) {
  const total = (days: number, value: number | undefined) =>
    value === undefined ? [] : [{ instrument: 'phq-9', at: days * day, total: value, version: '1999' }];
  return courseOf({
    responses: [...total(9, baseline), ...total(30, latest)],
    instrument: 'phq-9',
    firstDoseAt: 10 * day,
    now: 38 * day,
    zone: 'UTC',
    ...change,
  });
}

function evidence(
  baseline: number | undefined,
  latest: number | undefined,
  change: Partial<Evidence> = {},
): Evidence {
  return {
    course: course(baseline, latest),
    rule: changeRules.phq9,
    reliable: reliableRules.phq9Points6,
    ...change,
  };
}

function series(change: Partial<Series> = {}): Series {
  return { kind: 'ketamine', dosesGiven: 1, dosesPlanned: 6, firstDoseAt: 10 * day, decided: [], ...change };
}

test('A series stops at its counts and moments, by what the totals say', () => {
  const usual: Parameters<typeof seriesDecision>[0] = {
    series: series(),
    evidence: evidence(20, 18),
    now: 3283200000,
    zone: 'UTC',
  };
  const cases: readonly (readonly [Partial<Parameters<typeof seriesDecision>[0]>, unknown])[] = [
    [{}, { path: 'no-response', due: undefined, issues: [] }],
    [{ series: series({ dosesGiven: 3 }) }, { path: 'no-response', due: undefined, issues: [] }],
    [
      { series: series({ dosesGiven: 4 }) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/first-look-no-response review; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 5 }) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/first-look-no-response review; dosesGiven=5 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 6 }) },
      {
        path: 'no-response',
        due: 'series-end prescriber no-response [continue* space-out* change stop]; series-end-no-response',
        issues: [
          'series-decision/series-end-no-response review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 7 }) },
      {
        path: 'no-response',
        due: 'series-end prescriber no-response [continue* space-out* change stop]; series-end-no-response',
        issues: [
          'series-decision/series-end-no-response review; dosesGiven=7 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 10) },
      { path: 'response', due: undefined, issues: [] },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 4) },
      { path: 'remission', due: undefined, issues: [] },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 14) },
      {
        path: 'some-improvement',
        due: 'first-look prescriber some-improvement [continue space-out* change stop]; first-look-some-improvement',
        issues: [
          'series-decision/first-look-some-improvement review; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=14 at 2592000000, rule=phq9, improvement=30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 15) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/first-look-no-response review; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=15 at 2592000000, rule=phq9, improvement=25 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 26) },
      {
        path: 'worse',
        due: 'first-look prescriber worse [continue* space-out* change stop]; first-look-worse',
        issues: [
          'series-decision/first-look-worse review; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=26 at 2592000000, rule=phq9, improvement=-30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=worse at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(undefined, 10) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, latest=10 at 2592000000, rule=phq9, reliableRule=phq9Points6, reliableChange=unknown at 2592000000; missing: baseline, reliable-change; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, undefined) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, rule=phq9, reliableRule=phq9Points6, reliableChange=unknown; missing: total-since, reliable-change; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(4, 4) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=4 at 777600000, latest=4 at 2592000000, rule=phq9, improvement=0 % at 2592000000, response=false at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: baseline-above-remission; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(5, 2) },
      { path: 'remission', due: undefined, issues: [] },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(28, 5) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=28 at 777600000, latest=5 at 2592000000, rule=phq9, reliableRule=phq9Points6, reliableChange=unknown at 2592000000; missing: plausible-baseline, reliable-change; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(0, 0) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=0 at 777600000, latest=0 at 2592000000, rule=phq9, response=unknown at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: response, baseline-above-remission; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 6 }), evidence: evidence(20, 10) },
      {
        path: 'response',
        due: 'series-end prescriber response [continue space-out change stop]; series-end-response',
        issues: [
          'series-decision/series-end-response review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=10 at 2592000000, rule=phq9, improvement=50 % at 2592000000, response=true at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000; missing: durability; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 6 }), evidence: evidence(20, 4) },
      {
        path: 'remission',
        due: 'series-end prescriber remission [continue space-out change stop]; series-end-remission',
        issues: [
          'series-decision/series-end-remission review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=4 at 2592000000, rule=phq9, improvement=80 % at 2592000000, response=true at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000; missing: durability; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 6 }), evidence: evidence(20, 26) },
      {
        path: 'worse',
        due: 'series-end prescriber worse [continue* space-out* change stop]; series-end-worse',
        issues: [
          'series-decision/series-end-worse review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=26 at 2592000000, rule=phq9, improvement=-30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=worse at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { evidence: evidence(20, 26) },
      {
        path: 'worse',
        due: 'worsening prescriber worse [continue* space-out* change stop]; worsening-worse',
        issues: [
          'series-decision/worsening-worse review; dosesGiven=1 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=26 at 2592000000, rule=phq9, improvement=-30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=worse at 2592000000; Q-OTH Q-CAM V2',
        ],
      },
    ],
    [
      { evidence: evidence(20, 26), series: series({ decided: [{ point: 'worsening', at: 2678400000 }] }) },
      { path: 'worse', due: undefined, issues: [] },
    ],
    [
      { evidence: evidence(20, 26), series: series({ decided: [{ point: 'worsening', at: 2505600000 }] }) },
      {
        path: 'worse',
        due: 'worsening prescriber worse [continue* space-out* change stop]; worsening-worse',
        issues: [
          'series-decision/worsening-worse review; dosesGiven=1 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=26 at 2592000000, rule=phq9, improvement=-30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=worse at 2592000000; Q-OTH Q-CAM V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4, decided: [{ point: 'first-look', at: 2592000000 }] }) },
      { path: 'no-response', due: undefined, issues: [] },
    ],
    [
      { series: series({ dosesGiven: 4, decided: [{ point: 'first-look', at: 3369600000 }] }) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/first-look-no-response review; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 6, decided: [{ point: 'first-look', at: 1728000000 }] }) },
      {
        path: 'no-response',
        due: 'series-end prescriber no-response [continue* space-out* change stop]; series-end-no-response',
        issues: [
          'series-decision/series-end-no-response review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 8, decided: [{ point: 'series-end', at: 2592000000 }] }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/series-extended review; dosesGiven=8 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesPlanned; K-AN17 H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 8 }) },
      {
        path: 'no-response',
        due: 'series-end prescriber no-response [continue* space-out* change stop]; series-end-no-response',
        issues: [
          'series-decision/series-end-no-response review; dosesGiven=8 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: undefined }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: seriesKind; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: undefined }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesGiven; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4, dosesPlanned: undefined }) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesGiven=4 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesPlanned; H-HOUSE H',
          'series-decision/first-look-no-response review; dosesGiven=4 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4, dosesPlanned: 0 }) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesGiven=4 {doses}, dosesPlanned=0 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesPlanned; H-HOUSE H',
          'series-decision/first-look-no-response review; dosesGiven=4 {doses}, dosesPlanned=0 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: -1 }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesGiven=-1 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesGiven; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 1.5 }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesGiven=1.5 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesGiven; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: Number.NaN }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesGiven=NaN {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesGiven; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 10, { rule: undefined }) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=10 at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000; missing: rule-for-this-form; T-GEN Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 10, { reliable: undefined }) },
      { path: 'response', due: undefined, issues: [] },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 14, { reliable: undefined }) },
      {
        path: 'no-response',
        due: 'first-look prescriber no-response [continue* space-out* change stop]; first-look-no-response',
        issues: [
          'series-decision/first-look-no-response review; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=14 at 2592000000, rule=phq9, improvement=30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableChange=unknown at 2592000000; missing: reliable-change; T-GEN Q-CAM G',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 4 }), evidence: evidence(20, 10, { rule: changeRules.gad7 }) },
      {
        path: 'unknown',
        due: 'first-look prescriber unknown [continue* space-out* change* stop*]; first-look-unknown',
        issues: [
          'series-decision/first-look-unknown unknown; dosesGiven=4 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=10 at 2592000000, rule=gad7, reliableRule=phq9Points6, reliableChange=better at 2592000000; missing: rule-for-this-form; T-GEN Q-OTH G',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine' }), now: 3196800000 },
      { path: 'no-response', due: undefined, issues: [] },
    ],
    [
      { series: series({ kind: 'esketamine' }), now: 3283200000 },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine' }), now: 5616000000 },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine' }), now: 5702400000 },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine-acute' }), now: 3283200000 },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine-acute' }), now: 5702400000 },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      {
        series: series({
          kind: 'esketamine',
          decided: [{ point: 'esketamine-judge-benefit', at: 3369600000 }],
        }),
        now: 6048000000,
      },
      {
        path: 'no-response',
        due: 'esketamine-space-out prescriber no-response [continue* space-out* change stop]; esketamine-space-out-no-response',
        issues: [
          'series-decision/esketamine-space-out-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine' }), evidence: evidence(20, 4), now: 6048000000 },
      {
        path: 'remission',
        due: 'esketamine-judge-benefit prescriber remission [continue space-out change stop]; esketamine-judge-benefit-remission',
        issues: [
          'series-decision/esketamine-judge-benefit-remission review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=4 at 2592000000, rule=phq9, improvement=80 % at 2592000000, response=true at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine', firstDoseAt: undefined }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: firstDoseAt; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine', firstDoseAt: 3369600000 }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: firstDoseAt; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine' }), now: Number.NaN },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: now; H-HOUSE H',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine', dosesGiven: undefined }), now: 3283200000 },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 8, decided: [{ point: 'first-look', at: 2592000000 }] }) },
      {
        path: 'no-response',
        due: 'series-end prescriber no-response [continue* space-out* change stop]; series-end-no-response',
        issues: [
          'series-decision/series-end-no-response review; dosesGiven=8 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: 6, decided: [{ point: 'series-end', at: 2592000000 }] }) },
      { path: 'no-response', due: undefined, issues: [] },
    ],
    [
      { series: series({ dosesGiven: 8, decided: [{ point: 'series-end', at: 3369600000 }] }) },
      {
        path: 'no-response',
        due: 'series-end prescriber no-response [continue* space-out* change stop]; series-end-no-response',
        issues: [
          'series-decision/series-end-no-response review; dosesGiven=8 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      {
        series: series({
          kind: 'esketamine',
          dosesGiven: 8,
          decided: [{ point: 'series-end', at: 2592000000 }],
        }),
      },
      {
        path: 'no-response',
        due: 'esketamine-judge-benefit prescriber no-response [continue* space-out* change stop]; esketamine-judge-benefit-no-response',
        issues: [
          'series-decision/esketamine-judge-benefit-no-response review; firstDose=1970-01-11 at 864000000, dosesGiven=8 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { series: series({ dosesGiven: undefined, decided: [{ point: 'series-end', at: 2592000000 }] }) },
      {
        path: 'no-response',
        due: undefined,
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesGiven; H-HOUSE H',
        ],
      },
    ],
    [
      {
        series: series({
          dosesGiven: 8,
          dosesPlanned: undefined,
          decided: [{ point: 'series-end', at: 2592000000 }],
        }),
      },
      {
        path: 'no-response',
        due: 'reconsider prescriber no-response [continue* space-out* change stop]; reconsider-no-response',
        issues: [
          'series-decision/place-in-series-not-known unknown; dosesGiven=8 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; missing: dosesPlanned; H-HOUSE H',
          'series-decision/reconsider-no-response review; dosesGiven=8 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=18 at 2592000000, rule=phq9, improvement=10 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=neither at 2592000000; T-GEN Q-CAM Q-OTH G',
        ],
      },
    ],
    [{ series: series({ dosesGiven: 0 }) }, { path: 'no-response', due: undefined, issues: [] }],
    [
      {
        series: series({
          kind: 'esketamine',
          decided: [{ point: 'esketamine-judge-benefit', at: 3369600000 }],
        }),
        evidence: evidence(20, 4),
        now: 6048000000,
      },
      {
        path: 'remission',
        due: 'esketamine-space-out prescriber remission [continue space-out change stop]; esketamine-space-out-remission',
        issues: [
          'series-decision/esketamine-space-out-remission review; firstDose=1970-01-11 at 864000000, dosesGiven=1 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=4 at 2592000000, rule=phq9, improvement=80 % at 2592000000, response=true at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000; missing: durability; L-MED Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      {
        series: series({ dosesGiven: 6 }),
        evidence: evidence(20, 4, {
          durability: {
            cycles: [],
            endsSeen: 3,
            dosesWithoutGain: 0,
            soonestEnd: undefined,
            allEnds: undefined,
            nextDate: undefined,
            issues: [],
          },
        }),
      },
      {
        path: 'remission',
        due: 'series-end prescriber remission [continue space-out change stop]; series-end-remission',
        issues: [
          'series-decision/series-end-remission review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=4 at 2592000000, rule=phq9, improvement=80 % at 2592000000, response=true at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000, endsSeen=3 {cycles}; missing: durability; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      {
        series: series({ dosesGiven: 6 }),
        evidence: evidence(20, 4, {
          durability: {
            cycles: [],
            endsSeen: 3,
            dosesWithoutGain: 0,
            soonestEnd: undefined,
            allEnds: undefined,
            nextDate: { from: '1970-02-20', to: '1970-02-22' },
            issues: [],
          },
        }),
      },
      {
        path: 'remission',
        due: 'series-end prescriber remission [continue space-out change stop]; series-end-remission',
        issues: [
          'series-decision/series-end-remission review; dosesGiven=6 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=4 at 2592000000, rule=phq9, improvement=80 % at 2592000000, response=true at 2592000000, remission=true at 2592000000, reliableRule=phq9Points6, reliableChange=better at 2592000000, endsSeen=3 {cycles}; K-AN17 Q-CAM Q-OTH V2',
        ],
      },
    ],
    [
      { evidence: evidence(20, 26), series: series({ decided: [{ point: 'worsening', at: 2592000000 }] }) },
      { path: 'worse', due: undefined, issues: [] },
    ],
    [
      { evidence: evidence(20, 26), series: series({ decided: [{ point: 'worsening', at: 3369600000 }] }) },
      {
        path: 'worse',
        due: 'worsening prescriber worse [continue* space-out* change stop]; worsening-worse',
        issues: [
          'series-decision/worsening-worse review; dosesGiven=1 {doses}, dosesPlanned=6 {doses}, instrument=phq-9, baseline=20 at 777600000, latest=26 at 2592000000, rule=phq9, improvement=-30 % at 2592000000, response=false at 2592000000, remission=false at 2592000000, reliableRule=phq9Points6, reliableChange=worse at 2592000000; Q-OTH Q-CAM V2',
        ],
      },
    ],
    [
      { series: series({ kind: 'esketamine' }), now: 864000000 },
      { path: 'no-response', due: undefined, issues: [] },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(seriesDecision({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
