import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dosingCards } from '#clinical/cards/dosing.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { sources } from '#clinical/sources.ts';
import { dosingWeights } from './body-weight.ts';
import { exposureIssues } from './cumulative-exposure.ts';
import { deviceSpacing } from './device-spacing.ts';
import { doseOrderIssues } from './dose-order.ts';
import { doseVolume } from './dose-volume.ts';
import { enteredWeight } from './entered-weight.ts';
import { esketamineDose } from './esketamine-dose.ts';
import { missedSessionIssues, scheduleIssues } from './esketamine-schedule.ts';
import { furtherPart } from './further-part.ts';
import { pressurePrompt } from './pressure-prompt.ts';
import { lozengeIssues, publishedRangeIssues } from './published-range.ts';
import { pumpRate } from './pump-rate.ts';
import { secondCheck } from './second-check.ts';
import { sprayTiming } from './spray-timing.ts';
import { titration } from './titration.ts';
import { weightDose } from './weight-dose.ts';

/** Each rule asked about a person of whom nothing is known. */
const aboutNobody: Readonly<Record<string, readonly DetectedIssue[]>> = {
  'entered-weight': enteredWeight({ entered: undefined, edition }).issues,
  'weight-dose': weightDose({
    mgPerKg: undefined,
    weightKg: undefined,
    minutes: undefined,
    concentrationMgPerMl: undefined,
    edition,
  }).issues,
  'body-weight': dosingWeights({ weight: undefined, height: undefined, sex: undefined }).issues,
  'dose-volume': doseVolume({ doseMg: undefined, concentrationMgPerMl: undefined }).issues,
  'pump-rate': pumpRate({
    doseMg: undefined,
    minutes: undefined,
    vialMgPerMl: undefined,
    containerMg: undefined,
    containerMl: undefined,
  }).issues,
  'published-range': [
    ...publishedRangeIssues({ route: undefined, doseMg: undefined }),
    ...lozengeIssues({ form: undefined, isFirstSession: undefined, dosesMg: undefined }),
  ],
  'esketamine-dose': esketamineDose({ doseMg: undefined, ageYears: undefined, jurisdiction: undefined })
    .issues,
  'esketamine-schedule': [
    ...scheduleIssues({ indication: undefined, week: undefined }),
    ...missedSessionIssues({ missed: undefined, week: undefined, depression: undefined }),
  ],
  'device-spacing': deviceSpacing({ given: undefined, orderedDevices: undefined, now: 0 }).issues,
  'further-part': furtherPart({ given: undefined, ordered: undefined, window: undefined, now: 0 }).issues,
  'dose-order': doseOrderIssues({ order: { doseMg: undefined }, course: {}, edition: imExample1 }),
  'spray-timing': sprayTiming({
    minutesSinceFood: undefined,
    minutesSinceLiquids: undefined,
    minutesSinceNasalProduct: undefined,
  }).issues,
  'pressure-prompt': pressurePrompt({ systolicMmHg: undefined, diastolicMmHg: undefined }).issues,
  titration: titration({
    route: undefined,
    lastDose: undefined,
    response: undefined,
    tolerability: undefined,
  }).issues,
  'second-check': secondCheck({ first: undefined, second: undefined }).issues,
  'cumulative-exposure': exposureIssues({ given: undefined, now: 0, zone: 'UTC' }),
};

test('Every dosing rule says unknown when nothing is known, under the name on its card', () => {
  for (const [id, issues] of Object.entries(aboutNobody)) {
    assert.ok(issues.length > 0, id);
    for (const issue of issues) {
      assert.deepEqual([issue.rule, issue.action], [id, 'unknown'], issue.code);
      assert.ok(issue.missing.length > 0, issue.code);
      assert.ok(issue.sources.length > 0, issue.code);
    }
  }
});

test('Every dosing rule has one card, and every card but the teaching curve a rule', () => {
  const ids = dosingCards.map((card) => card.id);
  assert.deepEqual([...new Set(ids)], ids);
  assert.deepEqual(
    ids.filter((id) => !(id in aboutNobody)),
    ['typical-curve'],
  );
  assert.deepEqual(Object.keys(aboutNobody).toSorted(), ids.filter((id) => id in aboutNobody).toSorted());
});

test('A card names the sources of its own figures', () => {
  for (const card of dosingCards) {
    for (const [name, figure] of Object.entries(card.figures)) {
      assert.ok(figure.source in sources, `${card.id} ${name}`);
      assert.ok(card.sources.includes(figure.source), `${card.id} ${name}: ${figure.source}`);
    }
  }
});
