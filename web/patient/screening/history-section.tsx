// The health questions, each kept the moment it is answered. Silence stays silence; "not sure" is an answer.
import type { HealthCondition } from '#clinical/screening/conditions.ts';
import { conditionsNamedFor } from '#clinical/screening/known-conditions.ts';
import { historyQuestionsInSpanish } from '#content/health-questions.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { currentLanguage, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Near } from '#web/patient/help/help-sheet.tsx';
import { AnswerGrid } from './answer-grid.tsx';
import { answerTo, ofKind } from './entries.ts';
import { EntryList } from './entry-list.tsx';
import { hardToAnswer, questionGroups, sensitive } from './history-groups.ts';
import { type Entries, useEntries } from './use-entries.ts';

const pregnancy = 'pregnancy';

export function HistorySection() {
  const record = useEntries();
  const groups = questionGroups();
  const ids = [...groups.flatMap((group) => group.questions.map((question) => question.id)), pregnancy];
  const done = ids.filter((id) => answerTo(record.entries, id) !== undefined).length;
  return (
    <Asked query={record.query}>
      {() => (
        <>
          <p role="status" className="figures text-ink-2">
            {t('history.count', { done, count: ids.length })}
          </p>
          {groups.map((group) => (
            <Section key={group.id} title={t(`history.group.${group.id}`)}>
              {group.questions.map((question) => (
                <Question
                  key={question.id}
                  id={question.id}
                  words={questionWords(question)}
                  record={record}
                />
              ))}
            </Section>
          ))}
          <Section title={t('history.group.pregnancy')}>
            <Question id={pregnancy} words={t('history.pregnancy')} record={record} />
          </Section>
          <Section title={t('history.other')}>
            <OtherConditions record={record} />
          </Section>
        </>
      )}
    </Asked>
  );
}

function questionWords(question: HealthCondition): string {
  return currentLanguage() === 'es'
    ? (historyQuestionsInSpanish[question.id] ?? question.question)
    : question.question;
}

const answers = ['yes', 'no', 'not-sure', 'rather-not-say'] as const;
type Said = (typeof answers)[number];

const answerWords: Readonly<Record<Said, string>> = {
  yes: 'history.yes',
  no: 'history.no',
  'not-sure': 'shared.not-sure',
  'rather-not-say': 'history.rather-not',
};

interface QuestionProps {
  readonly id: string;
  readonly words: string;
  readonly record: Entries;
}

function Question({ id, words, record }: QuestionProps) {
  const before = answerTo(record.entries, id);
  const choose = (answer: Said): void => {
    const body = { kind: 'history-answer', key: id, answer } as const;
    if (before === undefined) record.add(body);
    else if (before.body.answer !== answer) record.correct(before, body);
  };
  const isHard = hardToAnswer.includes(id);
  const named = conditionsNamedFor(
    id,
    ofKind(record.entries, 'condition').map(({ body }) => body.name),
  );
  return (
    <div className="card flex flex-col gap-4 rounded-card bg-surface p-5">
      <AnswerGrid
        question={words}
        hint={isHard ? t('history.hard') : undefined}
        value={before?.body.answer}
        onChange={choose}
        answers={answers.map((value) => ({ value, label: t(answerWords[value]) }))}
      />
      {named.length > 0 && <p>{t('history.record-says', { names: named.join(', ') })}</p>}
      {sensitive.includes(id) && (
        <details>
          <summary className="link flex min-h-12 cursor-pointer items-center">{t('why.ask')}</summary>
          <p>{t(`why.question.${id}`)}</p>
        </details>
      )}
      {isHard && <Near />}
    </div>
  );
}

type Status = 'active' | 'past' | 'not-sure';

function OtherConditions({ record }: { readonly record: Entries }) {
  const draft = useDraft<{ readonly name: string; readonly status: Status | undefined }>(
    'screening/condition',
    {
      name: '',
      status: undefined,
    },
  );
  const { name, status } = draft.value;
  const conditions = ofKind(record.entries, 'condition');
  const statusWords: Readonly<Record<Status, string>> = {
    active: t('history.active'),
    past: t('history.past'),
    'not-sure': t('shared.not-sure'),
  };
  const closed =
    name.trim() === ''
      ? t('screening.name-first')
      : status === undefined
        ? t('screening.answer-first')
        : undefined;
  const add = async (): Promise<void> => {
    if (status === undefined) return;
    await record.add({ kind: 'condition', name: name.trim(), status });
    draft.clear();
  };
  return (
    <>
      <EntryList
        label={t('history.other')}
        entries={conditions}
        onRemove={record.remove}
        words={({ body }) => ({ title: body.name, detail: statusWords[body.status] })}
      />
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (closed === undefined) add();
        }}
      >
        <TextField
          label={t('history.other')}
          hint={t('history.other-hint')}
          optional
          maxLength={200}
          value={name}
          onChange={(value) => draft.set({ ...draft.value, name: value })}
        />
        {name.trim() !== '' && (
          <ChoiceGroup
            label={t('history.other-status')}
            value={status}
            onChange={(chosen) => draft.set({ ...draft.value, status: chosen })}
            choices={(['active', 'past', 'not-sure'] as const).map((value) => ({
              value,
              label: statusWords[value],
            }))}
          />
        )}
        <Button type="submit" closed={closed}>
          {t('screening.add')}
        </Button>
      </form>
    </>
  );
}
