// "Do you have any?": a plain no is an answer of its own and is kept as one. Nothing is chosen beforehand.
import type { ReactNode } from 'react';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { t } from '#web/kit/locale.ts';
import { answerTo } from './entries.ts';
import type { Entries } from './use-entries.ts';

export interface HasAnyProps {
  /** The key of the question in the record, for example "takes-medicines". */
  readonly question: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly none: string;
  readonly some: string;
  readonly record: Entries;
  /** Something is already on the list, so "none" would not be true. */
  readonly hasEntries: boolean;
  readonly children: ReactNode;
}

type Said = 'yes' | 'no' | 'not-sure' | 'rather-not-say';

export function HasAny({ question, label, hint, none, some, record, hasEntries, children }: HasAnyProps) {
  const before = answerTo(record.entries, question);
  const said = hasEntries ? 'yes' : before?.body.answer;
  const choose = (answer: Said): void => {
    const body = { kind: 'history-answer', key: question, answer } as const;
    if (before === undefined) record.add(body);
    else if (before.body.answer !== answer) record.correct(before, body);
  };
  return (
    <>
      <ChoiceGroup
        label={label}
        hint={hint}
        value={said}
        onChange={choose}
        choices={[
          { value: 'yes' as const, label: some },
          ...(hasEntries
            ? []
            : [
                { value: 'no' as const, label: none },
                { value: 'not-sure' as const, label: t('shared.not-sure') },
                { value: 'rather-not-say' as const, label: t('history.rather-not') },
              ]),
        ]}
      />
      {(said === 'yes' || said === 'not-sure') && children}
    </>
  );
}
