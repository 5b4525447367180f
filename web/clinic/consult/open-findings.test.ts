import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IssueDecision, listIssues } from '#api/consult.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import type { IssueAction } from '#clinical/detected-issue.ts';
import { openFindings } from './open-findings.ts';

type Found = AnswerOf<typeof listIssues>['issues'][number];

function found(key: string, action: IssueAction, decided?: IssueDecision['decision']): Found {
  return {
    key,
    finding: {
      rule: 'rule',
      code: key,
      title: key,
      action,
      inputs: [],
      missing: [],
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
    ...(decided === undefined
      ? {}
      : {
          decision: {
            id: key,
            issueKey: key,
            decision: decided,
            reason: 'Talked through.',
            decidedAt: 0,
            decidedByName: 'Dr. Okafor',
          },
        }),
  };
}

test('Where the order is signed, what is not known is listed as what holds the dose and not the order', () => {
  const open = openFindings([
    found('unknown', 'unknown'),
    found('stop', 'exclude'),
    found('weigh', 'review'),
  ]);
  assert.deepEqual(
    open.map(({ key, mark }) => [key, mark]),
    [
      ['stop', 'not-met'],
      ['weigh', 'due'],
      ['unknown', 'unknown'],
    ],
  );
  assert.match(open[2]?.holds ?? '', /does not stop the order/);
  assert.match(open[0]?.holds ?? '', /refused/);
});

test('A finding that was decided to go on with, or that only informs, is not open', () => {
  const issues = [
    found('risk', 'review', 'accept-risk'),
    found('gone', 'unknown', 'not-applicable'),
    found('told', 'inform'),
    found('care', 'manage'),
  ];
  assert.deepEqual(openFindings(issues), []);
});

test('A decision to hold or to stop keeps a finding in sight, for it refuses the order', () => {
  const marks = openFindings([found('a', 'review', 'hold'), found('b', 'manage', 'stop')]).map(
    ({ mark }) => mark,
  );
  assert.deepEqual(marks, ['not-met', 'not-met']);
});
