// Medicines as people call them. The table reads along and says what it understood; the words as typed are kept.
import { useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { ofKind } from './entries.ts';
import { EntryList, joined } from './entry-list.tsx';
import { HasAny } from './has-any.tsx';
import { type MedicineReading, readMedicine, sureGeneric } from './medicine-reading.ts';
import { type Entries, useEntries } from './use-entries.ts';

export function MedicinesSection() {
  const record = useEntries();
  const medicines = ofKind(record.entries, 'medication-statement');
  return (
    <Asked query={record.query}>
      {() => (
        <HasAny
          question="takes-medicines"
          label={t('medicines.takes')}
          hint={t('medicines.takes-hint')}
          none={t('medicines.none')}
          some={t('medicines.some')}
          record={record}
          hasEntries={medicines.length > 0}
        >
          <EntryList
            label={t('medicines.on-list')}
            entries={medicines}
            onRemove={record.remove}
            words={({ body }) => ({
              title:
                body.generic === undefined || body.generic.toLowerCase() === body.name.toLowerCase()
                  ? body.name
                  : t('medicines.known-as', { name: body.name, generic: body.generic }),
              detail: joined(
                body.dose,
                body.howOften,
                body.lastTaken && t('medicines.last-was', { when: body.lastTaken }),
                body.prescriber && t('medicines.by-was', { name: body.prescriber }),
                body.status === 'stopped'
                  ? t('medicines.stopped')
                  : body.status === 'not-sure'
                    ? t('shared.not-sure')
                    : undefined,
              ),
            })}
          />
          <AddMedicine record={record} />
        </HasAny>
      )}
    </Asked>
  );
}

interface Started {
  readonly name: string;
  readonly dose: string;
  readonly howOften: string;
  readonly lastTaken: string;
  readonly prescriber: string;
  readonly status: 'taking' | 'stopped' | 'not-sure' | undefined;
}

const empty: Started = { name: '', dose: '', howOften: '', lastTaken: '', prescriber: '', status: undefined };

function AddMedicine({ record }: { readonly record: Entries }) {
  const draft = useDraft<Started>('screening/medicine', empty);
  const [busy, setBusy] = useState(false);
  const { name, dose, howOften, lastTaken, prescriber, status } = { ...empty, ...draft.value };
  const change = (changed: Partial<Started>): void => draft.set({ ...draft.value, ...changed });
  const reading = readMedicine(name);
  const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const add = async (): Promise<void> => {
    if (status === undefined || name.trim() === '') return;
    setBusy(true);
    await record.add({
      kind: 'medication-statement',
      name: name.trim(),
      generic: sureGeneric(reading),
      dose: given(dose),
      howOften: given(howOften),
      lastTaken: given(lastTaken),
      prescriber: given(prescriber),
      status,
    });
    draft.clear();
    setBusy(false);
  };
  const closed =
    name.trim() === ''
      ? t('screening.name-first')
      : status === undefined
        ? t('screening.answer-first')
        : undefined;
  return (
    <form
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (closed === undefined) add();
      }}
    >
      <div className="flex flex-col gap-2">
        <TextField
          label={t('medicines.name')}
          hint={t('medicines.name-hint')}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          value={name}
          onChange={(value) => change({ name: value })}
        />
        <Reading reading={reading} onChoose={(chosen) => change({ name: chosen })} />
      </div>
      <ChoiceGroup
        label={t('medicines.status')}
        value={status}
        onChange={(chosen) => change({ status: chosen })}
        choices={[
          { value: 'taking', label: t('medicines.taking') },
          { value: 'stopped', label: t('medicines.stopped') },
          { value: 'not-sure', label: t('shared.not-sure') },
        ]}
      />
      <TextField
        label={t('medicines.dose')}
        hint={t('medicines.dose-hint')}
        optional
        maxLength={200}
        value={dose}
        onChange={(value) => change({ dose: value })}
      />
      <TextField
        label={t('medicines.often')}
        optional
        maxLength={200}
        value={howOften}
        onChange={(value) => change({ howOften: value })}
      />
      <TextField
        label={t('medicines.last')}
        optional
        maxLength={200}
        value={lastTaken}
        onChange={(value) => change({ lastTaken: value })}
      />
      <TextField
        label={t('medicines.by')}
        hint={t('medicines.by-hint')}
        optional
        maxLength={200}
        value={prescriber}
        onChange={(value) => change({ prescriber: value })}
      />
      <Button type="submit" variant="primary" closed={closed} busy={busy ? t('screening.adding') : undefined}>
        {t('medicines.add')}
      </Button>
    </form>
  );
}

interface ReadingProps {
  readonly reading: MedicineReading;
  readonly onChoose: (name: string) => void;
}

function Reading({ reading, onChoose }: ReadingProps) {
  return (
    <div role="status" aria-live="polite" className="text-small">
      <ReadingWords reading={reading} onChoose={onChoose} />
    </div>
  );
}

function ReadingWords({ reading, onChoose }: ReadingProps) {
  switch (reading.kind) {
    case 'nothing':
      return null;
    case 'generic':
      return <p>{t('medicines.read-as', { generic: reading.generic })}</p>;
    case 'brand':
      return <p>{t('medicines.read-as-brand', { generic: reading.generic, brand: reading.brand })}</p>;
    case 'several':
      return <p>{t('medicines.read-as-several', { names: reading.generics.join(', ') })}</p>;
    case 'unknown':
      return <p>{t('medicines.unknown')}</p>;
    case 'perhaps':
      return (
        <div className="flex flex-col items-start gap-2">
          <p>{t('medicines.perhaps', { name: reading.names.join(', ') })}</p>
          <div className="flex flex-wrap gap-2">
            {reading.names.map((name) => (
              <Button key={name} size="row" className="min-h-12" onClick={() => onChoose(name)}>
                {t('medicines.perhaps-yes', { name })}
              </Button>
            ))}
          </div>
        </div>
      );
  }
}
