// The questions of the morning, each on its own.
import { useQuery } from '@tanstack/react-query';
import type { Instant } from '#clinical/instant.ts';
import { isHeavyAsked } from '#clinical/preparation/fasting.ts';
import { heavyWords, type Morning, sleptWords } from '#clinical/preparation/morning.ts';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { pickedOf } from '#web/kit/local-moment.ts';
import { t } from '#web/kit/locale.ts';
import { momentOfClock } from '#web/kit/moment-of-clock.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { ownWordsQuery } from '#web/patient/journal/journal-page.tsx';
import { withWaitingWords, wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import type { CheckInDraft, CheckInQuestion } from './check-in-draft.ts';
import { CheckInMedicines } from './check-in-medicines.tsx';
import type { BookedDay } from './day-hours.tsx';
import { FeelingList } from './feeling-list.tsx';
import { newestIntention } from './newest-intention.ts';

export interface CheckInQuestionProps {
  readonly cycleId: string;
  readonly value: CheckInDraft;
  readonly day: BookedDay;
  readonly zone: string;
  readonly now: Instant;
  readonly onChange: (changed: Partial<CheckInDraft>) => void;
}

export function CheckInQuestionFor({
  question,
  ...props
}: CheckInQuestionProps & { readonly question: CheckInQuestion }) {
  const { value, onChange } = props;
  const say = (changed: Morning): void => onChange({ said: { ...value.said, ...changed } });
  switch (question) {
    case 'sleep':
      return (
        <ChoiceGroup
          label={t('morning.sleep')}
          value={value.said.slept}
          onChange={(slept) => say({ slept })}
          choices={sleptWords.map((each) => ({ value: each, label: sleptLabel(each) }))}
        />
      );
    case 'food':
      return (
        <>
          <Intake
            {...props}
            what="food"
            at={value.said.lastFoodAt}
            onSay={(lastFoodAt) => say({ lastFoodAt, lastFoodHeavy: undefined })}
          />
          <Heavy day={props.day} said={value.said} onSay={(lastFoodHeavy) => say({ lastFoodHeavy })} />
        </>
      );
    case 'drink':
      return (
        <Intake
          {...props}
          what="drink"
          at={value.said.lastDrinkAt}
          onSay={(lastDrinkAt) => say({ lastDrinkAt })}
        />
      );
    case 'medicines':
      return <CheckInMedicines said={value.said} onSay={say} />;
    case 'feelings':
      return (
        <FeelingList
          label={t('morning.feelings')}
          value={value.feelings ?? []}
          onChange={(feelings) => onChange({ feelings })}
        />
      );
    case 'intention':
      return <Intention {...props} onSay={(intention) => say({ intention })} />;
  }
}

export function sleptLabel(slept: (typeof sleptWords)[number]): string {
  return t(slept === 'not-sure' ? 'shared.not-sure' : `morning.slept-${slept}`);
}

interface IntakeProps extends CheckInQuestionProps {
  readonly what: 'food' | 'drink';
  readonly at: Instant | 'not-sure' | undefined;
  readonly onSay: (at: Instant | 'not-sure' | undefined) => void;
}

/** A time later than now was yesterday; which day is meant is said beneath. */
function Intake({ what, at, zone, now, onSay }: IntakeProps) {
  const known = typeof at === 'number' ? at : undefined;
  return (
    <section aria-labelledby={`intake-${what}`} className="flex flex-col gap-5">
      <div>
        <h2 id={`intake-${what}`} className="text-sub font-sub">
          {t(`morning.${what}`)}
        </h2>
        <p className="text-ink-2">{t(`morning.${what}-hint`)}</p>
      </div>
      <DateTimeField
        kind="time"
        label={t('morning.at')}
        hint={known === undefined ? undefined : capitalised(whenWords(known, now, zone))}
        value={known === undefined ? '' : pickedOf(known, zone).slice(-5)}
        onChange={(picked) => onSay(momentOfClock(picked, now, zone))}
      />
      <ChoiceGroup
        label={t('morning.or')}
        value={at === 'not-sure' ? at : undefined}
        onChange={onSay}
        choices={[{ value: 'not-sure', label: t('shared.not-sure') }]}
      />
    </section>
  );
}

interface HeavyProps {
  readonly day: BookedDay;
  readonly said: Morning;
  readonly onSay: (heavy: Morning['lastFoodHeavy']) => void;
}

/** Asked only where the answer settles something. */
function Heavy({ day, said, onSay }: HeavyProps) {
  const lastAt = typeof said.lastFoodAt === 'number' ? said.lastFoodAt : undefined;
  if (!isHeavyAsked({ lastAt, at: day.startsAt, edition: day.edition })) return null;
  return (
    <ChoiceGroup
      label={t('morning.heavy')}
      value={said.lastFoodHeavy}
      onChange={onSay}
      choices={heavyWords.map((each) => ({ value: each, label: heavyLabel(each) }))}
    />
  );
}

export function heavyLabel(heavy: (typeof heavyWords)[number]): string {
  return t(heavy === 'not-sure' ? 'shared.not-sure' : `morning.heavy-${heavy}`);
}

interface IntentionProps extends CheckInQuestionProps {
  readonly onSay: (intention: Morning['intention']) => void;
}

function Intention({ cycleId, value, onSay }: IntentionProps) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const words = useQuery(ownWordsQuery(patientId));
  const { waiting } = useTransport(wordsTopic);
  const own = newestIntention(
    withWaitingWords(words.data?.words ?? [], waiting, now),
    (each) => each.cycleId === cycleId && each.state !== 'not-yet',
  );
  const choices = [
    ...(own === undefined ? [] : [{ value: 'keep' as const, label: t('morning.intention-keep') }]),
    {
      value: 'change' as const,
      label: t(own === undefined ? 'morning.intention-write' : 'morning.intention-change'),
    },
    { value: 'none' as const, label: t('morning.intention-none') },
  ];
  return (
    <div className="flex flex-col gap-5">
      {own === undefined ? (
        <p>{t('morning.intention-unwritten')}</p>
      ) : (
        <OwnWordsCard when={t('morning.intention-own')} words={own.text ?? ''} />
      )}
      <ChoiceGroup
        label={t('morning.intention')}
        value={value.said.intention}
        onChange={onSay}
        choices={choices}
      />
      {value.said.intention === 'change' && (
        <Go to="/prepare/intention" className="link inline-flex min-h-12 items-center self-start">
          {t('morning.intention-go')}
        </Go>
      )}
      <p className="text-small text-ink-2">{t('morning.intention-private')}</p>
    </div>
  );
}
