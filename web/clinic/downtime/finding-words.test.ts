// What a rule calls a symptom is never what stands on a paper.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bladderIssues, bladderSymptoms } from '#clinical/risk/bladder.ts';
import { misuseIssues, misuseQuestionNames } from '#clinical/risk/misuse.ts';
import { findingInWords } from './finding-words.ts';

test('What was not asked about the bladder is said in the words of the form', () => {
  assert.equal(
    bladderIssues({ now: undefined, before: undefined })
      .map(({ title }) => findingInWords(title))
      .join(),
    'Not asked about the bladder at this visit: going often, sudden need, pain when full, burning, blood that can be seen, waking at night.',
  );
});

test('New and lasting symptoms keep the sentence behind them, and no name of a rule is left', () => {
  const all = Object.fromEntries(bladderSymptoms.map((symptom) => [symptom, true]));
  for (const before of [undefined, all]) {
    for (const { title } of bladderIssues({ now: all, before })) {
      const said = findingInWords(title);
      for (const name of bladderSymptoms.filter((each) => each.includes('-')))
        assert.ok(!said.includes(name), `${said} says ${name}`);
      assert.equal(said.split('. ').at(-1), title.split('. ').at(-1));
    }
  }
});

test('What nobody asked before the series and what is not on paper is said in words too', () => {
  for (const { title } of misuseIssues({
    answers: undefined,
    earlyRefills: undefined,
    prescriptionMonitoring: undefined,
  })) {
    const said = findingInWords(title);
    for (const name of [...misuseQuestionNames, 'early-refills', 'prescription-monitoring'])
      assert.ok(!name.includes('-') || !said.includes(name), `${said} says ${name}`);
  }
  assert.equal(
    findingInWords('Not on paper: diagnosis, suicide-risk-assessment.'),
    'Not on paper: diagnosis, suicide risk assessment.',
  );
});

test('A sentence about anything else stays as it was written', () => {
  const title =
    'Ativan (lorazepam): Can shorten or weaken the benefit, urgency or not, and adds to sedation.';
  assert.equal(findingInWords(title), title);
});
