// The time zone a person lives by: their quiet hours, their reminders and the days they answer for follow it. This phone's own
// is offered where its clock is another; nothing changes by itself.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { Select } from '#web/kit/select.tsx';
import { deviceZone, isSameClock, zoneChoices, zoneWords } from '#web/kit/time-zones.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { moreWords } from '#web/patient/words/more.ts';
import { tellClinic } from './tell-clinic.ts';

extendCatalog(moreWords);

export function TimeZone() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(answerQuery(patientId));
  const [asked, setAsked] = useState<'saving' | 'failed'>();
  if (data === undefined) return null;
  const { zone } = data.record;
  const here = deviceZone();
  const choose = async (next: string): Promise<void> => {
    setAsked('saving');
    const isTold = await tellClinic(patientId, { zone: next });
    setAsked(isTold ? undefined : 'failed');
    if (isTold) renewPatient(patientId);
  };
  return (
    <Section title={t('phone.zone')}>
      <p role="status">{say('phone.zone-kept', { zone: zoneWords(zone), time: formatTime(now, zone) })}</p>
      <p className="text-small text-ink-2">{t('phone.zone-text')}</p>
      {!isSameClock(zone, here, now) && (
        <div className="flex flex-col items-start gap-2">
          <p>{say('phone.zone-here', { zone: zoneWords(here), time: formatTime(now, here) })}</p>
          <Button onClick={() => choose(here)} busy={asked === 'saving' ? t('shared.saving') : undefined}>
            {t('phone.zone-take')}
          </Button>
        </div>
      )}
      {asked === 'failed' && <ErrorState compact title={t('phone.zone-failed')} />}
      <details>
        <summary className="link flex min-h-12 cursor-pointer items-center">{t('phone.zone-other')}</summary>
        <Select
          label={t('phone.zone')}
          name="zone"
          choices={zoneChoices(zone)}
          value={zone}
          onChange={(next) => next !== undefined && choose(next)}
        />
      </details>
    </Section>
  );
}
