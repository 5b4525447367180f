// What a person reacts to, and how.
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { ofKind } from './entries.ts';
import { EntryList, joined } from './entry-list.tsx';
import { HasAny } from './has-any.tsx';
import { type Entries, useEntries } from './use-entries.ts';

type Severity = 'mild' | 'moderate' | 'severe' | 'not-sure';

function severityWords(severity: Severity): string {
  return severity === 'not-sure' ? t('shared.not-sure') : t(`allergies.${severity}`);
}

export function AllergiesSection() {
  const record = useEntries();
  const allergies = ofKind(record.entries, 'allergy');
  return (
    <Asked query={record.query}>
      {() => (
        <HasAny
          question="has-allergies"
          label={t('allergies.has')}
          none={t('allergies.none')}
          some={t('allergies.some')}
          record={record}
          hasEntries={allergies.length > 0}
        >
          <EntryList
            label={t('screening.section.allergies')}
            entries={allergies}
            onRemove={record.remove}
            words={({ body }) => ({
              title: body.name,
              detail: joined(
                body.reaction,
                body.severity === undefined ? undefined : severityWords(body.severity),
              ),
            })}
          />
          <AddAllergy record={record} />
        </HasAny>
      )}
    </Asked>
  );
}

function AddAllergy({ record }: { readonly record: Entries }) {
  const draft = useDraft<{
    readonly name: string;
    readonly reaction: string;
    readonly severity: Severity | undefined;
  }>('screening/allergy', { name: '', reaction: '', severity: undefined });
  const { name, reaction, severity } = draft.value;
  const isNamed = name.trim() !== '';
  const add = async (): Promise<void> => {
    await record.add({
      kind: 'allergy',
      name: name.trim(),
      reaction: reaction.trim() === '' ? undefined : reaction.trim(),
      severity,
    });
    draft.clear();
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNamed) add();
      }}
    >
      <TextField
        label={t('allergies.name')}
        maxLength={200}
        value={name}
        onChange={(value) => draft.set({ ...draft.value, name: value })}
      />
      <TextField
        label={t('allergies.reaction')}
        optional
        maxLength={200}
        value={reaction}
        onChange={(value) => draft.set({ ...draft.value, reaction: value })}
      />
      <ChoiceGroup
        label={t('allergies.severity')}
        optional
        value={severity}
        onChange={(chosen) => draft.set({ ...draft.value, severity: chosen })}
        choices={(['mild', 'moderate', 'severe', 'not-sure'] as const).map((value) => ({
          value,
          label: severityWords(value),
        }))}
      />
      <Button type="submit" variant="primary" closed={isNamed ? undefined : t('screening.name-first')}>
        {t('allergies.add')}
      </Button>
    </form>
  );
}
