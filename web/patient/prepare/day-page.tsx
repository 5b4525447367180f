// The day around the session: food times from the answer, then the few things a person arranges themselves.
import { useQuery } from '@tanstack/react-query';
import type { PreparationItem } from '#api/preparation.ts';
import { Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { FoodCard } from '#web/patient/today/food-card.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { type BodyOfKind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';

extendCatalog(todayWords);
extendCatalog(prepareWords);

function DayPage() {
  return (
    <PreparedPage title={t('prepare.day')} lead={t('next.write-day-plan.text')}>
      {(cycleId, items) => (
        <>
          <Food />
          <DayPlan cycleId={cycleId} items={items} />
        </>
      )}
    </PreparedPage>
  );
}

function Food() {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  const times = data?.answer.foodClock;
  return (
    <Section title={t('day.food-title')}>
      {times === undefined ? <p className="text-ink-2">{t('day.food-none')}</p> : <FoodCard times={times} />}
    </Section>
  );
}

type Started = Partial<Omit<BodyOfKind<'day-plan'>, 'kind'>>;

function DayPlan({
  cycleId,
  items,
}: {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
}) {
  const before = latestOf(items, 'day-plan');
  const draft = useDraft<Started>(`prepare/day-plan/${cycleId}`, {});
  const writer = useItemWriter(cycleId, before?.item);
  const value: Started = { ...before?.body, ...draft.value };
  const change = (changed: Started): void => draft.set({ ...draft.value, ...changed });
  const save = async (): Promise<void> => {
    if (value.dayOff === undefined) return;
    const { dayOff, clothes = false, noDecisions = false, calmPlace = '', childrenAndPets = '' } = value;
    const body = { kind: 'day-plan', dayOff, clothes, noDecisions, calmPlace, childrenAndPets } as const;
    if (await writer.write(body)) draft.clear();
  };
  return (
    <Section title={t('day.plan-title')}>
      <div className="flex flex-col gap-5">
        <ChoiceGroup
          label={t('day.off')}
          value={value.dayOff}
          onChange={(dayOff) => change({ dayOff })}
          choices={[
            { value: 'yes', label: t('day.off-yes') },
            { value: 'no', label: t('day.off-no') },
            { value: 'not-sure', label: t('shared.not-sure') },
          ]}
        />
        <div className="grid gap-2">
          <Checkbox
            label={t('day.clothes')}
            ticked={value.clothes ?? false}
            onChange={(clothes) => change({ clothes })}
          />
          <Checkbox
            label={t('day.no-decisions')}
            ticked={value.noDecisions ?? false}
            onChange={(noDecisions) => change({ noDecisions })}
          />
        </div>
        <TextField
          label={t('day.calm-place')}
          optional
          maxLength={200}
          value={value.calmPlace ?? ''}
          onChange={(calmPlace) => change({ calmPlace })}
        />
        <TextField
          label={t('day.children')}
          optional
          maxLength={200}
          value={value.childrenAndPets ?? ''}
          onChange={(childrenAndPets) => change({ childrenAndPets })}
        />
        <SaveRow
          label={t('day.keep')}
          busy={writer.busy}
          failure={writer.failure}
          onSave={save}
          closed={value.dayOff === undefined ? t('day.choose-off') : undefined}
          keptAt={before?.item.recordedAt}
        />
      </div>
    </Section>
  );
}

export const page = DayPage;
