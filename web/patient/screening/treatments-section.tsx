// What was tried before and what it did.
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

const responses = ['helped', 'helped-some', 'did-not-help', 'not-sure'] as const;
type Response = (typeof responses)[number];

function responseWords(response: Response): string {
  return response === 'not-sure' ? t('shared.not-sure') : t(`treatments.${response}`);
}

export function TreatmentsSection() {
  const record = useEntries();
  const treatments = ofKind(record.entries, 'prior-treatment');
  return (
    <Asked query={record.query}>
      {() => (
        <HasAny
          question="tried-treatments"
          label={t('treatments.tried')}
          hint={t('treatments.tried-hint')}
          none={t('treatments.none')}
          some={t('treatments.some')}
          record={record}
          hasEntries={treatments.length > 0}
        >
          <EntryList
            label={t('screening.section.treatments')}
            entries={treatments}
            onRemove={record.remove}
            words={({ body }) => ({
              title: body.name,
              detail: joined(responseWords(body.response), body.dose, body.duration, body.whyStopped),
            })}
          />
          <AddTreatment record={record} />
        </HasAny>
      )}
    </Asked>
  );
}

interface Started {
  readonly name: string;
  readonly dose: string;
  readonly duration: string;
  readonly whyStopped: string;
  readonly response: Response | undefined;
}

function AddTreatment({ record }: { readonly record: Entries }) {
  const draft = useDraft<Started>('screening/treatment', {
    name: '',
    dose: '',
    duration: '',
    whyStopped: '',
    response: undefined,
  });
  const { name, dose = '', duration, whyStopped, response } = draft.value;
  const change = (changed: Partial<Started>): void => draft.set({ ...draft.value, ...changed });
  const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const closed =
    name.trim() === ''
      ? t('screening.name-first')
      : response === undefined
        ? t('screening.answer-first')
        : undefined;
  const add = async (): Promise<void> => {
    if (response === undefined) return;
    await record.add({
      kind: 'prior-treatment',
      name: name.trim(),
      dose: given(dose),
      duration: given(duration),
      whyStopped: given(whyStopped),
      response,
    });
    draft.clear();
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (closed === undefined) add();
      }}
    >
      <TextField
        label={t('treatments.name')}
        maxLength={200}
        value={name}
        onChange={(value) => change({ name: value })}
      />
      <ChoiceGroup
        label={t('treatments.response')}
        value={response}
        onChange={(chosen) => change({ response: chosen })}
        choices={responses.map((value) => ({ value, label: responseWords(value) }))}
      />
      <TextField
        label={t('treatments.dose')}
        hint={t('treatments.dose-hint')}
        optional
        maxLength={200}
        value={dose}
        onChange={(value) => change({ dose: value })}
      />
      <TextField
        label={t('treatments.duration')}
        optional
        maxLength={200}
        value={duration}
        onChange={(value) => change({ duration: value })}
      />
      <TextField
        label={t('treatments.why-stopped')}
        optional
        maxLength={200}
        value={whyStopped}
        onChange={(value) => change({ whyStopped: value })}
      />
      <Button type="submit" variant="primary" closed={closed}>
        {t('treatments.add')}
      </Button>
    </form>
  );
}
