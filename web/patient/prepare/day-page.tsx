// The day around the session: its hours from protocol and appointment, the medicines as decided, what to bring, and the few
// things a person arranges themselves.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { startOfLocalDay } from '#clinical/instant.ts';
import { homeThings } from '#clinical/preparation/home-things.ts';
import { isOfTheDay } from '#clinical/preparation/morning.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { Checkbox, CheckboxList } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { FoodCard } from '#web/patient/today/food-card.tsx';
import { checkInWords } from '#web/patient/words/check-in.ts';
import { dayWords } from '#web/patient/words/day.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { type BookedDay, Bring, bookedDay, Hours } from './day-hours.tsx';
import { instructionsQuery } from './instructions-query.ts';
import { type BodyOfKind, latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';
import { SaveRow } from './save-row.tsx';
import { useStepShown } from './use-step-shown.ts';
import { workNoteSays } from './work-note.ts';

extendCatalog(todayWords);
extendCatalog(prepareWords);
extendCatalog(dayWords);
extendCatalog(checkInWords);

interface PartProps {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
}

function DayPage() {
  const isShown = useStepShown();
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  const day = data === undefined ? undefined : bookedDay(data.record, data.edition);
  return (
    <PreparedPage title={t('prepare.day')} lead={t('next.write-day-plan.text')}>
      {(cycleId, items) => (
        <>
          {day === undefined ? (
            <p className="text-ink-2">{t('hours.none')}</p>
          ) : (
            <>
              {isShown('morning') && <TheMorning day={day} />}
              <Section title={t('hours.title')}>
                <Card>
                  <Hours day={day} />
                </Card>
                <p className="text-small text-ink-2">{t('hours.from-protocol')}</p>
                <Go to="/prepare/card" className={buttonClass({ wide: true })}>
                  {t('card.open')}
                </Go>
              </Section>
            </>
          )}
          <Food isInHours={day !== undefined} />
          <Medicines />
          {day !== undefined && (
            <>
              <Section title={t('bring.title')}>
                <Bring day={day} />
              </Section>
              <WorkNote day={day} />
            </>
          )}
          {isShown('day-plan') && <DayPlan cycleId={cycleId} items={items} />}
          {isShown('home-setup') && (
            <Home cycleId={cycleId} items={items} isAtHome={day?.edition.route === 'home'} />
          )}
          {isShown('evening-plan') && <AfterPlan cycleId={cycleId} items={items} />}
        </>
      )}
    </PreparedPage>
  );
}

function Food({ isInHours }: { readonly isInHours: boolean }) {
  const { patientId } = usePerson();
  const { data } = useQuery(answerQuery(patientId));
  const times = data?.answer.foodClock;
  return (
    <Section title={t('day.food-title')}>
      {times === undefined ? (
        <p className="text-ink-2">{t(isInHours ? 'day.food-above' : 'day.food-none')}</p>
      ) : (
        <FoodCard times={times} />
      )}
    </Section>
  );
}

function Medicines() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(instructionsQuery(patientId));
  if (data === undefined) return null;
  return (
    <Section title={t('day-medicines.title')}>
      {data.instructions.length === 0 ? (
        <p>{t('day-medicines.none')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {data.instructions.map((instruction) => (
            <li key={instruction.id}>
              <Card>
                <p className="font-[560] whitespace-pre-line">{instruction.text}</p>
                <p className="mt-1 text-small text-ink-2">
                  {say('day-medicines.decided', {
                    name: instruction.byName,
                    when: whenWords(instruction.decidedAt, now),
                  })}
                </p>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Asked on the day itself, on a page of its own. */
function TheMorning({ day }: { readonly day: BookedDay }) {
  const now = useNow(60_000);
  if (isOfTheDay({ saidAt: now, ...day }))
    return (
      <Go to="/check-in" className={buttonClass({ variant: 'primary', wide: true })}>
        {t('morning.go')}
      </Go>
    );
  return now < day.startsAt ? <p className="text-small text-ink-2">{t('morning.same-day')}</p> : null;
}

function WorkNote({ day }: { readonly day: BookedDay }) {
  const { me } = usePerson();
  const [copied, setCopied] = useState(false);
  const date = formatDate(startOfLocalDay(day.startsAt, day.zone), 'whole', day.zone);
  const text = t('work.text', workNoteSays({ name: me.name, date, clinic: me.clinic }));
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Without the clipboard the note can still be marked and copied by hand.
      setCopied(false);
    }
  };
  return (
    <Section title={t('work.title')}>
      <p className="rounded-control bg-water p-4 select-all">{text}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={copy}>{t(copied ? 'work.copied' : 'work.copy')}</Button>
        <span className="text-small text-ink-2">{t('work.privacy')}</span>
      </div>
    </Section>
  );
}

type Started = Partial<Omit<BodyOfKind<'day-plan'>, 'kind'>>;

function DayPlan({ cycleId, items }: PartProps) {
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

function Home({ cycleId, items, isAtHome }: PartProps & { readonly isAtHome: boolean }) {
  const before = latestOf(items, 'home-setup');
  const draft = useDraft<Partial<Omit<BodyOfKind<'home-setup'>, 'kind'>>>(`prepare/home/${cycleId}`, {});
  const writer = useItemWriter(cycleId, before?.item);
  const { ready = [], note = '', showCompanion = false } = { ...before?.body, ...draft.value };
  const save = async (): Promise<void> => {
    if (await writer.write({ kind: 'home-setup', ready, note, showCompanion })) draft.clear();
  };
  return (
    <Section title={t(isAtHome ? 'home.title-home' : 'home.title')}>
      <div className="flex flex-col gap-5">
        <CheckboxList
          label={t('home.lead')}
          value={ready}
          onChange={(value) => draft.set({ ...draft.value, ready: [...value] })}
          choices={homeThings.map((thing) => ({ value: thing, label: t(`home.${thing}`) }))}
        />
        <TextField
          label={t('home.note')}
          optional
          maxLength={200}
          value={note}
          onChange={(value) => draft.set({ ...draft.value, note: value })}
        />
        <Checkbox
          label={t('home.show')}
          ticked={showCompanion}
          onChange={(value) => draft.set({ ...draft.value, showCompanion: value })}
        />
        <SaveRow
          label={t('home.keep')}
          busy={writer.busy}
          failure={writer.failure}
          onSave={save}
          keptAt={before?.item.recordedAt}
        />
      </div>
    </Section>
  );
}

function AfterPlan({ cycleId, items }: PartProps) {
  const before = latestOf(items, 'after-plan');
  const draft = useDraft<Partial<Omit<BodyOfKind<'after-plan'>, 'kind'>>>(`prepare/after/${cycleId}`, {});
  const writer = useItemWriter(cycleId, before?.item);
  const { evening, staysWith = '', food = '', callFirst = '' } = { ...before?.body, ...draft.value };
  const save = async (): Promise<void> => {
    if (evening === undefined) return;
    if (await writer.write({ kind: 'after-plan', evening, staysWith, food, callFirst })) draft.clear();
  };
  return (
    <Section title={t('evening-plan.title')}>
      <div className="flex flex-col gap-5">
        <ChoiceGroup
          label={t('evening-plan.evening')}
          value={evening}
          onChange={(value) => draft.set({ ...draft.value, evening: value })}
          choices={[
            { value: 'quiet', label: t('evening-plan.evening-quiet') },
            { value: 'company', label: t('evening-plan.evening-company') },
            { value: 'not-sure', label: t('shared.not-sure') },
          ]}
        />
        <TextField
          label={t('evening-plan.stays')}
          optional
          maxLength={200}
          value={staysWith}
          onChange={(value) => draft.set({ ...draft.value, staysWith: value })}
        />
        <TextField
          label={t('evening-plan.food')}
          optional
          maxLength={200}
          value={food}
          onChange={(value) => draft.set({ ...draft.value, food: value })}
        />
        <TextField
          label={t('evening-plan.call-first')}
          optional
          maxLength={200}
          value={callFirst}
          onChange={(value) => draft.set({ ...draft.value, callFirst: value })}
        />
        <SaveRow
          label={t('evening-plan.keep')}
          busy={writer.busy}
          failure={writer.failure}
          onSave={save}
          closed={evening === undefined ? t('evening-plan.choose') : undefined}
          keptAt={before?.item.recordedAt}
        />
      </div>
    </Section>
  );
}

export const page = DayPage;
