// The long run of one person: asked before the dose, unknown once the time to answer is over, and each finding about its own
// answer only.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboutInput } from '#clinical/detected-issue.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sourced } from '#clinical/sourced.ts';
import { type BladderAnswers, bladderSymptoms } from './bladder.ts';
import { longTermTold } from './long-term-told.ts';
import { longTermIssues, type WatchedPerson } from './long-term-watch.ts';
import { type MisuseAnswers, misuseQuestionNames } from './misuse.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 20, 12);
const dueHours = ivExample1.preparation.dueHoursBefore.value;

const noBladder: BladderAnswers = Object.fromEntries(bladderSymptoms.map((name) => [name, false]));
const noMisuse: MisuseAnswers = Object.fromEntries(misuseQuestionNames.map((name) => [name, false]));
const checked = { earlyRefills: 0, monitoring: 'checked', at: now - hour } as const;
const said = <A>(answers: A, at = now - hour) => [{ answers, at }];

/** A first dose in three hours, with everything asked and answered no. */
const quiet: WatchedPerson = {
  edition: ivExample1,
  now,
  zone: 'UTC',
  coming: { cycleId: 'cycle-1', number: 1, startsAt: now + 3 * hour },
  bladder: said(noBladder),
  misuse: said(noMisuse),
  prescriptionChecks: [checked],
  liverAtRisk: false,
  altTests: [],
  given: [],
};

function found(changed: Partial<WatchedPerson>): readonly string[] {
  return longTermIssues({ ...quiet, ...changed }).map(({ code, action, inputs }) => {
    const subject = inputs.find(({ name }) => name === aboutInput)?.value;
    return `${code} ${action} ${typeof subject === 'number' && subject > day ? `${(subject - now) / hour}h` : subject}`;
  });
}

test('Everything asked for the dose and answered no finds nothing', () => {
  assert.deepEqual(found({}), []);
});

test('The bladder not asked about is unknown from when the answer was due, and not an instant before', () => {
  const startingIn = (milliseconds: number) =>
    found({ bladder: [], coming: { cycleId: 'c', number: 2, startsAt: now + milliseconds } });
  const due = dueHours * hour;
  assert.deepEqual(startingIn(due + 1), []);
  assert.deepEqual(startingIn(due), ['bladder-not-asked unknown c']);
  assert.deepEqual(startingIn(due - 1), ['bladder-not-asked unknown c']);
});

test('An answer counts for the dose from the day the protocol opens the question, and an older one does not', () => {
  const opensAt = now + 3 * hour - 3 * day;
  assert.deepEqual(found({ bladder: said(noBladder, opensAt - 1) }), ['bladder-not-asked unknown cycle-1']);
  assert.deepEqual(found({ bladder: said(noBladder, opensAt) }), []);
  assert.deepEqual(found({ bladder: said(noBladder, opensAt + 1) }), []);
});

test('A symptom is new or lasting by the answer before it, and belongs to the answer that says it', () => {
  const burning = { ...noBladder, burning: true };
  const twice = [...said(burning, now - 8 * day), ...said(burning, now - hour)];
  assert.deepEqual(found({ bladder: said(burning) }), ['bladder-new-symptom review -1h']);
  assert.deepEqual(found({ bladder: twice }), ['bladder-lasting-symptom review -1h']);
  assert.deepEqual(found({ bladder: said({ ...noBladder, 'visible-blood': true }) }), [
    'bladder-visible-blood exclude -1h',
  ]);
});

test('Blood that was told of stands with no dose booked, and beside a new question nobody answered', () => {
  const blood = said({ ...noBladder, 'visible-blood': true }, now - 5 * day);
  assert.deepEqual(found({ bladder: blood, coming: undefined }), ['bladder-visible-blood exclude -120h']);
  assert.deepEqual(found({ bladder: blood }), [
    'bladder-visible-blood exclude -120h',
    'bladder-not-asked unknown cycle-1',
  ]);
});

test('A question left open is unknown, not no', () => {
  const { burning: _open, ...rest } = noBladder;
  assert.deepEqual(found({ bladder: said(rest) }), ['bladder-not-asked unknown -1h']);
});

test('Misuse is asked before the first dose of a series, with what the prescriber looked up', () => {
  const second = { cycleId: 'cycle-2', number: 2, startsAt: now + 3 * hour };
  assert.deepEqual(found({ misuse: [], prescriptionChecks: [] }), ['misuse-not-asked unknown cycle-1']);
  assert.deepEqual(found({ prescriptionChecks: [] }), ['misuse-not-asked unknown cycle-1']);
  assert.deepEqual(found({ misuse: [] }), ['misuse-not-asked unknown cycle-1']);
  assert.deepEqual(found({ misuse: [], prescriptionChecks: [], coming: second }), []);
  assert.deepEqual(found({ prescriptionChecks: [{ ...checked, earlyRefills: 1 }] }), [
    'misuse-early-refills review cycle-1',
  ]);
});

test('A yes about ketamine itself stands whenever it was said', () => {
  const craving = said({ ...noMisuse, craving: true });
  assert.deepEqual(found({ misuse: craving }), ['misuse-craving review -1h']);
  assert.deepEqual(found({ misuse: craving, coming: undefined }), ['misuse-craving review -1h']);
});

test('A liver test is asked of whoever is at risk, and of everyone where the protocol asks', () => {
  const asking = {
    ...ivExample1,
    anchors: [
      ...ivExample1.anchors,
      { instrument: 'alt', when: 'before-first-dose', days: sourced(30, 'd', 'H-HOUSE', 'H') } as const,
    ],
  };
  const alt = (altUnitsPerLitre: number, at = now - day) => [
    { altUnitsPerLitre, upperLimitUnitsPerLitre: 40, at },
  ];
  assert.deepEqual(found({ liverAtRisk: undefined }), ['liver-risk-unknown unknown 0']);
  assert.deepEqual(found({ liverAtRisk: true }), ['liver-baseline-missing unknown 0']);
  assert.deepEqual(found({ edition: asking }), ['liver-baseline-missing unknown 0']);
  assert.deepEqual(found({ edition: asking, altTests: alt(119) }), []);
  assert.deepEqual(found({ edition: asking, altTests: alt(120) }), []);
  assert.deepEqual(found({ edition: asking, altTests: alt(121) }), ['liver-alt-high review -24h']);
  assert.deepEqual(found({ liverAtRisk: true, altTests: alt(30, now - 90 * day) }), []);
  assert.deepEqual(found({ liverAtRisk: true, altTests: alt(30, now - 91 * day) }), [
    'liver-repeat-due unknown -2184h',
  ]);
});

test('Doses that rise are found in what was given, and a dose with no milligrams is unknown', () => {
  const given = (mg: readonly (number | undefined)[]) =>
    mg.map((doseMg, index) => ({
      sessionId: `s${index}`,
      route: 'iv' as const,
      at: now - (mg.length - index) * 7 * day,
      doseMg,
    }));
  assert.deepEqual(found({ given: given([40, 40, 40, 50, 50, 50]) }), []);
  assert.deepEqual(found({ given: given([40, 40, 40, 51, 51, 51]) }), ['dose-rising review 6']);
  assert.deepEqual(found({ given: given([40, undefined]) }), ['dose-without-milligrams unknown 1']);
});

test('The person reads what was said, what was left open, and never that silence is fine', () => {
  const told = (changed: Partial<WatchedPerson>) => longTermTold({ ...quiet, ...changed });
  assert.equal(told({ bladder: [] }).bladder.said, undefined);
  assert.equal(told({ bladder: [] }).bladder.isAnswered, false);
  assert.deepEqual(told({}).bladder.said, { at: now - hour, yes: [], open: [] });
  assert.equal(told({}).bladder.isAnswered, true);
  const partly = told({ bladder: said({ burning: true }, now - 30 * day) }).bladder;
  assert.deepEqual(partly.said?.yes, ['burning']);
  assert.equal(partly.said?.open.length, 5);
  assert.equal(partly.isAnswered, false);
  assert.equal(told({ coming: undefined }).bladder.opensAt, undefined);
  assert.deepEqual(
    [true, false, undefined].map((liverAtRisk) => told({ liverAtRisk }).liver.isAsked),
    ['at-risk', 'no', 'unknown'],
  );
  assert.deepEqual(told({}).doses, { sessions: 0, firstAt: undefined });
});
