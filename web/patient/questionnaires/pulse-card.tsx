// One number for the day, kept on the phone first. Offered, never asked twice; an answer can be changed the same day.
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { saveResponse } from '#api/questionnaires.ts';
import { localDateOf } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { NumberScale } from '#web/kit/number-scale.tsx';
import { keep } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);

export function PulseCard({ onKept }: { readonly onKept?: (() => void) | undefined }) {
  const { me, patientId } = usePerson();
  const headingId = useId();
  const { data } = useQuery(answerQuery(patientId));
  const zone = data?.record.zone ?? me.clinic.zone;
  const today = localDateOf(serverNow(), zone);
  const given = data?.record.pulses?.findLast((one) => localDateOf(one.at, zone) === today)?.value;
  const [chosen, setChosen] = useState<number>();
  const shown = chosen ?? given;

  const choose = async (value: number): Promise<void> => {
    setChosen(value);
    await keep(saveResponse, {
      topic: 'pulse',
      params: { patientId, responseId: newCommandId() },
      body: {
        version: 0,
        instrument: 'pulse',
        answers: { [pulse.id]: value },
        complete: true,
        authoredAt: serverNow(),
      },
    });
    onKept?.();
  };
  return (
    <section aria-labelledby={headingId} className="card rounded-card bg-surface p-5">
      <h2 id={headingId} className="text-sub font-sub">
        {t('pulse.title')}
      </h2>
      <NumberScale
        labelledBy={headingId}
        from={pulse.from}
        to={pulse.to}
        lowWords={t('pulse.light')}
        highWords={t('pulse.heavy')}
        value={shown}
        onChoose={choose}
      />
      <p role="status" className="mt-2 text-small text-ink-2">
        {shown === undefined ? t('pulse.hint') : t('pulse.kept', { value: shown })}
      </p>
    </section>
  );
}
