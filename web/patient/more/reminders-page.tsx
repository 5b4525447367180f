// What this person is told, by which ways and in which hours. Everything saves as it is chosen; the safety checks are no choice.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Channel, type ReminderWishesTold, saveReminderWishes } from '#api/reminders.ts';
import { pulseItems } from '#clinical/instruments/pulse-items.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { Checkbox, CheckboxList } from '#web/kit/checkbox-list.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import { dayQuestionWords } from '#web/kit/day-questions.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { minuteOf } from '#web/kit/local-moment.ts';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { queryClient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { daysWords } from '#web/patient/words/days.ts';
import { canBeKnockedAt, endKnocks, letKnock } from './knock.ts';
import { wishesQuery } from './wishes-query.ts';

extendCatalog(daysWords);
extendCatalog(dayQuestionWords);

function RemindersPage() {
  const { patientId } = usePerson();
  const wishes = useQuery(wishesQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('reminders.title')}
      lead={t('reminders.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={wishes}>{(told) => <Wishes told={told} />}</Asked>
    </Page>
  );
}

type Wished = Pick<ReminderWishesTold, 'channels' | 'quiet' | 'pulse' | 'dates' | 'items'>;

function Wishes({ told }: { readonly told: ReminderWishesTold }) {
  const { patientId } = usePerson();
  const [wished, setWished] = useState<Wished>(told);
  const [knock, setKnock] = useState<'denied' | 'failed'>();
  const [isSaved, setIsSaved] = useState(false);
  const act = useAct(saveReminderWishes);
  const change = (more: Partial<Wished>): void => {
    setIsSaved(false);
    setWished((before) => ({ ...before, ...more }));
  };

  const save = async (): Promise<void> => {
    const { channels, quiet, pulse, dates, items } = wished;
    const saved = await act.run({
      params: { patientId },
      body: { channels, quiet, pulse, dates, items, version: told.version },
    });
    if (saved === undefined) return;
    queryClient.setQueryData(wishesQuery(patientId).queryKey, saved);
    setIsSaved(true);
  };

  const toggle = async (channel: Channel, isOn: boolean): Promise<void> => {
    if (channel === 'push') {
      setKnock(undefined);
      if (isOn && told.pushKey !== undefined) {
        const answer = await letKnock(patientId, told.pushKey);
        if (answer !== 'on') {
          setKnock(answer);
          return;
        }
      } else await endKnocks(patientId);
    }
    change({
      channels: isOn
        ? [...wished.channels.filter((each) => each !== channel), channel]
        : wished.channels.filter((each) => each !== channel),
    });
  };

  return (
    <>
      <Section title={t('reminders.ways')}>
        {told.ways.map((channel) => (
          <Way
            key={channel}
            channel={channel}
            told={told}
            ticked={wished.channels.includes(channel)}
            onChange={(isOn) => toggle(channel, isOn)}
          />
        ))}
        {knock !== undefined && (
          <ErrorState
            compact
            title={t(knock === 'denied' ? 'reminders.push-denied' : 'reminders.push-not-here')}
          />
        )}
      </Section>
      <Section title={t('reminders.what')}>
        <p>{t('reminders.safety')}</p>
        <Checkbox
          label={t('reminders.dates')}
          detail={t('reminders.dates-text')}
          ticked={wished.dates}
          onChange={(dates) => change({ dates })}
        />
        <Checkbox
          label={t('reminders.pulse')}
          detail={t('reminders.pulse-text')}
          ticked={wished.pulse}
          onChange={(pulse) => change({ pulse })}
        />
      </Section>
      <CheckboxList
        label={t('reminders.items')}
        hint={t('reminders.items-text')}
        value={wished.items}
        onChange={(items) => change({ items: [...items] })}
        choices={pulseItems.map((item) => ({ value: item, label: t(`ask.${item}`) }))}
      />
      <Quiet told={told} wished={wished} onChange={(quiet) => change({ quiet })} />
      <div className="flex flex-col items-start gap-3">
        <Button variant="primary" onClick={save} busy={act.busy ? t('reminders.saving') : undefined}>
          {t('reminders.save')}
        </Button>
        {isSaved && <p role="status">{t('reminders.saved')}</p>}
        {act.failure !== undefined && (
          <ErrorState
            compact
            title={
              act.failure.kind === 'refusal' && act.failure.code === 'stale'
                ? t('reminders.stale')
                : failureWords(act.failure)
            }
          />
        )}
      </div>
    </>
  );
}

interface WayProps {
  readonly channel: Channel;
  readonly told: ReminderWishesTold;
  readonly ticked: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function Way({ channel, told, ticked, onChange }: WayProps) {
  const leads = { mail: told.hasEmail, text: told.hasPhone, push: canBeKnockedAt() }[channel];
  if (!leads) {
    return (
      <p className="text-ink-2">
        {t(channel === 'push' ? 'reminders.push-not-here' : `reminders.way.${channel}-none`)}
      </p>
    );
  }
  return (
    <Checkbox
      label={t(`reminders.way.${channel}`)}
      detail={channel === 'push' ? t('reminders.way.push-text') : undefined}
      ticked={ticked}
      onChange={onChange}
    />
  );
}

interface QuietProps {
  readonly told: ReminderWishesTold;
  readonly wished: Wished;
  readonly onChange: (quiet: Wished['quiet']) => void;
}

function Quiet({ told, wished, onChange }: QuietProps) {
  const { clinicQuiet } = told;
  const quiet = wished.quiet ?? clinicQuiet;
  const pick = (which: keyof typeof quiet) => (time: string) => {
    const minute = minuteOf(time);
    if (minute !== undefined) onChange({ ...quiet, [which]: minute });
  };
  return (
    <Section title={t('reminders.quiet')}>
      <p>{t('reminders.quiet-text')}</p>
      <ChoiceGroup
        label={<span className="only-read-aloud">{t('reminders.quiet')}</span>}
        value={wished.quiet === undefined ? 'clinic' : 'own'}
        onChange={(which) => onChange(which === 'own' ? clinicQuiet : undefined)}
        choices={[
          {
            value: 'clinic',
            label: say('reminders.quiet-clinic', {
              from: hourWords(clinicQuiet.fromMinuteOfDay),
              to: hourWords(clinicQuiet.toMinuteOfDay),
            }),
          },
          { value: 'own', label: t('reminders.quiet-own') },
        ]}
      />
      {wished.quiet !== undefined && (
        <div className="flex flex-wrap gap-5">
          <DateTimeField
            kind="time"
            label={t('reminders.from')}
            value={clockOf(quiet.fromMinuteOfDay)}
            onChange={pick('fromMinuteOfDay')}
          />
          <DateTimeField
            kind="time"
            label={t('reminders.to')}
            value={clockOf(quiet.toMinuteOfDay)}
            onChange={pick('toMinuteOfDay')}
          />
        </div>
      )}
    </Section>
  );
}

function clockOf(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A time of day as the reader writes one; the day it stands on is nobody's. */
function hourWords(minute: number): string {
  return formatTime(minute * 60_000, 'UTC');
}

export const page = RemindersPage;
