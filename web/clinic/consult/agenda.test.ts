import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HealthRecordBody, HealthRecordEntry } from '#api/health-record.ts';
import { patientQuestions } from './agenda.ts';

function entry(body: HealthRecordBody, status: HealthRecordEntry['status'] = 'reported'): HealthRecordEntry {
  return { id: 'e', version: 1, body, origin: 'patient', status, recordedAt: 1, recordedByName: 'Ana' };
}

test('The agenda holds each question the patient wrote once, in their own words', () => {
  const questions = patientQuestions(
    [
      entry({
        kind: 'history-answer',
        key: 'questions',
        answer: 'yes',
        note: 'Can I take my tablet?\n\nWho sits with me?',
      }),
      entry({ kind: 'history-answer', key: 'takes-medicines', answer: 'yes', note: 'Not a question' }),
      entry(
        { kind: 'history-answer', key: 'questions', answer: 'yes', note: 'Withdrawn' },
        'entered-in-error',
      ),
    ],
    [
      {
        id: 'p',
        version: 1,
        cycleId: 'c',
        recordedAt: 2,
        body: {
          kind: 'readiness',
          informed: 7,
          comfortable: 6,
          open: 8,
          questionsLeft: 'Who sits with me?\nMay I stop?',
        },
      },
    ],
  );
  assert.deepEqual(questions, ['Can I take my tablet?', 'Who sits with me?', 'May I stop?']);
});
