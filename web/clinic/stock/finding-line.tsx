// One finding of a rule about the book, with what is missing in words.
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { missingInWords } from './stock-words.ts';

export function FindingLine({ issue }: { readonly issue: DetectedIssue }) {
  const named = issue.code.endsWith('-record-has-gaps') && issue.missing.length > 0;
  return (
    <p className="flex gap-2 text-small">
      <StateMark
        state={issue.action === 'unknown' ? 'unknown' : issue.action === 'inform' ? 'due' : 'not-met'}
        size={20}
      />
      <span>
        {issue.title}
        {named && ` Missing: ${missingInWords(issue.missing)}.`}
      </span>
    </p>
  );
}
