// What better would mean, in the person's own words: what measures it, and what was noticed since.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getOutcomes } from '#api/outcomes.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { formatDate, formatNumber, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Select } from '#web/kit/select.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { type EntryOf, ofKind } from './entries.ts';
import { type Entries, useEntries } from './use-entries.ts';

/** The forms whose totals can stand beside a goal. */
const forms = ['phq-9', 'gad-7', 'pcl-5', 'peg'] as const;
type FormId = (typeof forms)[number];
const formChoices = () => forms.map((value) => ({ value, label: t(`goals.form.${value}`) }));

export function GoalsSection() {
  const record = useEntries();
  const goals = ofKind(record.entries, 'goal');
  const draft = useDraft<{ words: string; measure: string; form?: FormId }>('screening/goal', {
    words: '',
    measure: '',
  });
  const { words, measure, form } = draft.value;
  const isWritten = words.trim() !== '';
  const add = async (): Promise<void> => {
    await record.add({
      kind: 'goal',
      words: words.trim(),
      measure: measure.trim() === '' ? undefined : measure.trim(),
      form,
    });
    draft.clear();
  };
  return (
    <Asked query={record.query}>
      {() => (
        <>
          {goals.map((goal) => (
            <Goal key={goal.id} goal={goal} record={record} />
          ))}
          <form
            noValidate
            className="flex flex-col gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              if (isWritten) add();
            }}
          >
            <TextArea
              own
              label={t('goals.words')}
              hint={t('goals.words-hint')}
              maxLength={4_000}
              value={words}
              onChange={(value) => draft.set({ ...draft.value, words: value })}
            />
            <TextField
              label={t('goals.measure')}
              hint={t('goals.measure-hint')}
              optional
              maxLength={200}
              value={measure}
              onChange={(value) => draft.set({ ...draft.value, measure: value })}
            />
            <Select
              label={t('goals.form')}
              optional
              value={form}
              onChange={(value) =>
                draft.set({ words, measure, ...(value === undefined ? {} : { form: value }) })
              }
              choices={formChoices()}
            />
            <Button type="submit" variant="primary" closed={isWritten ? undefined : t('goals.write-first')}>
              {t('goals.add')}
            </Button>
          </form>
        </>
      )}
    </Asked>
  );
}

interface GoalProps {
  readonly goal: EntryOf<'goal'>;
  readonly record: Entries;
}

function Goal({ goal, record }: GoalProps) {
  const { words, measure, evidence = [] } = goal.body;
  const [noticed, setNoticed] = useState('');
  const isWritten = noticed.trim() !== '';
  const add = async (): Promise<void> => {
    await record.correct(goal, {
      ...goal.body,
      evidence: [...evidence, { at: serverNow(), words: noticed.trim() }],
    });
    setNoticed('');
  };
  return (
    <article className="flex flex-col gap-3">
      <OwnWordsCard
        words={words}
        foot={measure ?? t('goals.why')}
        action={
          <Button variant="quiet" size="row" className="-ml-3.5 min-h-12" onClick={() => record.remove(goal)}>
            {t('screening.remove')}
          </Button>
        }
      />
      <Measured goal={goal} record={record} />
      {evidence.length > 0 && (
        <section aria-label={t('goals.since')}>
          <h3 className="font-sub">{t('goals.since')}</h3>
          <ul className="flex flex-col gap-2">
            {evidence.map((each) => (
              <li key={`${each.at}${each.words}`}>
                <span className="own-words">{each.words}</span>
                <span className="block text-small text-ink-2">{formatDate(each.at, 'medium')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWritten) add();
        }}
      >
        <TextArea
          own
          label={t('goals.noticed')}
          rows={2}
          maxLength={4_000}
          value={noticed}
          onChange={setNoticed}
        />
        <Button type="submit" closed={isWritten ? undefined : t('goals.write-first')}>
          {t('goals.noticed-add')}
        </Button>
      </form>
    </article>
  );
}

/** The totals of the form this goal is tied to, oldest first, and nothing made of them. */
function Measured({ goal, record }: GoalProps) {
  const { patientId } = usePerson();
  const form = forms.find((id) => id === goal.body.form);
  const outcomes = useQuery({
    queryKey: patientKey(patientId, 'outcomes'),
    queryFn: () => ask(getOutcomes, { params: { patientId } }),
  });
  const scores = (outcomes.data?.scores ?? [])
    .filter((each) => each.instrument === form)
    .toSorted((a, b) => a.at - b.at);
  return (
    <>
      <Select
        label={t('goals.form')}
        optional
        value={form}
        onChange={(chosen) => {
          const { form: _before, ...others } = goal.body;
          record.correct(goal, chosen === undefined ? others : { ...others, form: chosen });
        }}
        choices={formChoices()}
      />
      {form !== undefined && (
        <p className="figures">
          {scores.length === 0
            ? t('goals.not-measured')
            : scores
                .map((each) =>
                  t('goals.measured', {
                    total: formatNumber(each.total),
                    date: formatDate(each.at, 'medium'),
                  }),
                )
                .join(' · ')}
        </p>
      )}
    </>
  );
}
