// Days of headache: how strong, with an aura or without, and what was taken. A warning stands only where a published number is.
import { addDays, localDateOf } from '#clinical/instant.ts';
import {
  type HeadacheMedicineKind,
  headacheMedicineKinds,
  headacheOveruse,
  monthInDays,
} from '#clinical/pathways/headache-days.ts';
import { headacheMedicineNames } from '#content/body-words.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { currentLanguage, currentZone, formatLocalDate, t } from '#web/kit/locale.ts';
import { NumberRow } from '#web/patient/number-row.tsx';
import { ofKind } from '#web/patient/screening/entries.ts';
import type { Entries } from '#web/patient/screening/use-entries.ts';

const auras = ['yes', 'no', 'not-sure'] as const;

interface Typed {
  readonly date: string;
  readonly strength?: number | undefined;
  readonly aura?: (typeof auras)[number] | undefined;
  readonly medicines: readonly HeadacheMedicineKind[];
}

const nothing: Typed = { date: '', medicines: [] };

export function HeadacheDiary({ record }: { readonly record: Entries }) {
  const language = currentLanguage();
  const today = localDateOf(serverNow(), currentZone());
  const days = ofKind(record.entries, 'headache-day').toSorted((a, b) =>
    a.body.date < b.body.date ? 1 : -1,
  );
  const since = addDays(today, 1 - monthInDays.value);
  const overused = headacheOveruse({ days: days.map(({ body }) => body), today });
  return (
    <>
      <AddDay record={record} />
      <Section title={t('pain.diary')}>
        {overused.map((each) => (
          <Card
            key={each.kind}
            title={t('pain.overuse', { medicine: headacheMedicineNames[each.kind][language] })}
          >
            <p>{t('pain.overuse-text', { days: each.days, from: each.fromDays })}</p>
            <p className="mt-2 text-small text-ink-2">{t('pain.overuse-source')}</p>
          </Card>
        ))}
        {days.length === 0 ? (
          <p className="text-ink-2">{t('pain.no-days')}</p>
        ) : (
          <>
            <p className="figures">
              {t('pain.month', {
                count: new Set(days.map(({ body }) => body.date).filter((date) => date >= since)).size,
              })}
            </p>
            <ul className="divide-y divide-contour rounded-card bg-surface px-5">
              {days.map((day) => (
                <li key={day.id} className="flex flex-col items-start py-3.5">
                  <span className="figures font-sub">
                    {t('pain.day-line', {
                      date: formatLocalDate(day.body.date, 'medium'),
                      strength: day.body.strength,
                    })}
                    {day.body.aura === 'yes' && `, ${t('pain.with-aura')}`}
                  </span>
                  <span className="text-small text-ink-2">
                    {day.body.medicines.length === 0
                      ? t('pain.nothing-taken')
                      : day.body.medicines.map((kind) => headacheMedicineNames[kind][language]).join('; ')}
                  </span>
                  <Button
                    variant="quiet"
                    size="row"
                    className="-ml-3.5 min-h-12"
                    onClick={() => record.remove(day)}
                  >
                    {t('pain.remove')}
                    <span className="only-read-aloud">: {day.body.date}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
    </>
  );
}

function AddDay({ record }: { readonly record: Entries }) {
  const language = currentLanguage();
  const draft = useDraft<Typed>('pain/day', nothing);
  const { date, strength, aura, medicines } = draft.value;
  const isWhole = date !== '' && strength !== undefined && aura !== undefined;
  const add = async (): Promise<void> => {
    if (!isWhole) return;
    await record.add({ kind: 'headache-day', date, strength, aura, medicines: [...medicines] });
    draft.clear();
  };
  return (
    <Section title={t('pain.days')}>
      <DateTimeField
        kind="date"
        label={t('pain.date')}
        value={date}
        onChange={(value) => draft.set({ ...draft.value, date: value })}
      />
      <NumberRow
        label={t('pain.strength')}
        value={strength}
        onChange={(value) => draft.set({ ...draft.value, strength: value })}
      />
      <ChoiceGroup
        label={t('pain.aura')}
        value={aura}
        onChange={(value) => draft.set({ ...draft.value, aura: value })}
        choices={auras.map((value) => ({ value, label: t(`pain.${value}`) }))}
      />
      <CheckboxList
        label={t('pain.medicines')}
        hint={t('pain.medicines-hint')}
        value={medicines}
        onChange={(value) => draft.set({ ...draft.value, medicines: value })}
        choices={headacheMedicineKinds.map((value) => ({
          value,
          label: headacheMedicineNames[value][language],
        }))}
      />
      <Button variant="primary" onClick={add} closed={isWhole ? undefined : t('pain.day-first')}>
        {t('pain.keep-day')}
      </Button>
    </Section>
  );
}
