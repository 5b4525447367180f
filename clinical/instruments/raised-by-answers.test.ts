import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cssrsScreener } from './c-ssrs-screener.ts';
import { gad7 } from './gad-7.ts';
import { instruments } from './instruments.ts';
import { pcl5 } from './pcl-5.ts';
import { phq9 } from './phq-9.ts';
import {
  asksAboutSuicide,
  firstAnswerOfSuicide,
  raisedByAnswers,
  suicideRiskLevel,
} from './raised-by-answers.ts';

const at = Date.UTC(2027, 2, 2, 14);
const codes = (instrument: typeof cssrsScreener, answers: Record<string, number | null>) =>
  raisedByAnswers({ instrument, answers, at }).map((issue) => issue.code);

test('Two forms ask about suicide, and every other form raises nothing whatever is answered', () => {
  assert.deepEqual(instruments.filter(asksAboutSuicide), [phq9, cssrsScreener]);
  assert.deepEqual(codes(gad7, {}), []);
  assert.deepEqual(codes(pcl5, { 'pcl-5-16': 4 }), []);
});

const none = { 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 0 };
for (const [answers, raised, level, first] of [
  [none, [], 'none', undefined],
  [{ ...none, 'c-ssrs-1': 1 }, ['cssrs-low'], 'low', 'c-ssrs-1'],
  [
    { ...none, 'c-ssrs-2': 1, 'c-ssrs-3': 1, 'c-ssrs-4': 0, 'c-ssrs-5': 0 },
    ['cssrs-moderate'],
    'moderate',
    'c-ssrs-2',
  ],
  [{ ...none, 'c-ssrs-6': 1, 'c-ssrs-6-recent': 0 }, ['cssrs-moderate'], 'moderate', 'c-ssrs-6'],
  [{ ...none, 'c-ssrs-6': 1, 'c-ssrs-6-recent': 1 }, ['cssrs-high'], 'high', 'c-ssrs-6'],
  [{ 'c-ssrs-2': 1, 'c-ssrs-4': 1 }, ['cssrs-high', 'cssrs-incomplete'], 'high', 'c-ssrs-2'],
  [{ 'c-ssrs-1': 0, 'c-ssrs-2': null }, ['cssrs-incomplete'], undefined, undefined],
  [{}, ['cssrs-incomplete'], undefined, undefined],
] as const) {
  test(`The Columbia screener answered ${JSON.stringify(answers)} raises ${raised.join(' and ') || 'nothing'}`, () => {
    assert.deepEqual(codes(cssrsScreener, answers), raised);
    assert.equal(suicideRiskLevel(cssrsScreener, answers), level);
    assert.equal(firstAnswerOfSuicide(cssrsScreener, answers), first);
  });
}

test('The item about death is heard by itself, and left open it is unknown and shows no alarm', () => {
  assert.deepEqual(codes(phq9, { 'phq-9-9': 1 }), ['risk-item-positive']);
  assert.equal(firstAnswerOfSuicide(phq9, { 'phq-9-9': 1 }), 'phq-9-9');
  assert.deepEqual(codes(phq9, {}), ['risk-item-not-answered']);
  assert.equal(firstAnswerOfSuicide(phq9, {}), undefined);
  assert.equal(firstAnswerOfSuicide(phq9, { 'phq-9-9': 9 }), undefined);
  assert.equal(suicideRiskLevel(phq9, { 'phq-9-9': 3 }), undefined);
});

test('An item about death with answers of its own is read by those, not by the answers of the rest', () => {
  const ownAnswers = phq9.items.map((item) =>
    item.id === phq9.riskItemId
      ? {
          ...item,
          options: [
            { value: 1, text: 'Never' },
            { value: 5, text: 'Often' },
          ],
        }
      : item,
  );
  const form = { ...phq9, items: ownAnswers };
  assert.deepEqual(codes(form, { 'phq-9-9': 1 }), []);
  assert.deepEqual(codes(form, { 'phq-9-9': 5 }), ['risk-item-positive']);
  assert.deepEqual(codes(form, { 'phq-9-9': 3 }), ['risk-item-not-answered']);
  assert.equal(firstAnswerOfSuicide(form, { 'phq-9-9': 1 }), undefined);
  assert.equal(firstAnswerOfSuicide(form, { 'phq-9-9': 5 }), 'phq-9-9');
});
