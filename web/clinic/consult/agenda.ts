// What the patient wanted to ask, gathered from where they wrote it, one question to a line. Their words are not edited.
import type { HealthRecordEntry } from '#api/health-record.ts';
import type { PreparationItem } from '#api/preparation.ts';

function lines(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim().slice(0, longestQuestion))
    .filter((line) => line !== '');
}

// As long as a line may be in a note; the whole of their words stays in the record.
const longestQuestion = 200;

export function patientQuestions(
  record: readonly HealthRecordEntry[],
  preparation: readonly PreparationItem[],
): readonly string[] {
  const asked = record.flatMap(({ body, status }) =>
    body.kind === 'history-answer' && body.key.startsWith('question') && status !== 'entered-in-error'
      ? lines(body.note)
      : [],
  );
  const left = preparation.flatMap(({ body }) =>
    body.kind === 'readiness' ? lines(body.questionsLeft) : [],
  );
  return [...new Set([...asked, ...left])];
}

/** One thing to a line, as typed into a box. */
export function linesOf(text: string): string[] {
  return [...lines(text)];
}
