// What better would mean, in the person's own words.
import { Button } from '#web/kit/button.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { ofKind } from './entries.ts';
import { useEntries } from './use-entries.ts';

export function GoalsSection() {
  const record = useEntries();
  const goals = ofKind(record.entries, 'goal');
  const draft = useDraft('screening/goal', { words: '', measure: '' });
  const { words, measure } = draft.value;
  const isWritten = words.trim() !== '';
  const add = async (): Promise<void> => {
    await record.add({
      kind: 'goal',
      words: words.trim(),
      measure: measure.trim() === '' ? undefined : measure.trim(),
    });
    draft.clear();
  };
  return (
    <Asked query={record.query}>
      {() => (
        <>
          {goals.map((goal) => (
            <OwnWordsCard
              key={goal.id}
              words={goal.body.words}
              foot={goal.body.measure ?? t('goals.why')}
              action={
                <Button
                  variant="quiet"
                  size="row"
                  className="-ml-3.5 min-h-12"
                  onClick={() => record.remove(goal)}
                >
                  {t('screening.remove')}
                </Button>
              }
            />
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
              onChange={(value) => draft.set({ words: value, measure })}
            />
            <TextField
              label={t('goals.measure')}
              hint={t('goals.measure-hint')}
              optional
              maxLength={200}
              value={measure}
              onChange={(value) => draft.set({ words, measure: value })}
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
