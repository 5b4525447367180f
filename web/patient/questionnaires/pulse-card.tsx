// One number for the day, kept on the phone first. Offered, never asked twice; an answer can be changed the same day.
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { saveResponse } from '#api/questionnaires.ts';
import { localDateOf } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { classNames } from '#web/kit/class-names.ts';
import { serverNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);

const values = Array.from({ length: pulse.to - pulse.from + 1 }, (_, index) => pulse.from + index);

export function PulseCard({ onKept }: { readonly onKept?: (() => void) | undefined }) {
  const { me, patientId } = usePerson();
  const headingId = useId();
  const { data } = useQuery(answerQuery(patientId));
  const today = localDateOf(serverNow(), me.clinic.zone);
  const given = data?.record.pulses?.findLast((one) => localDateOf(one.at, me.clinic.zone) === today)?.value;
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
    // The list is asked again once the answer has had time to leave.
    setTimeout(() => renewPatient(patientId), 1_500);
    onKept?.();
  };
  return (
    <section aria-labelledby={headingId} className="card rounded-card bg-surface p-5">
      <h2 id={headingId} className="text-sub font-sub">
        {t('pulse.title')}
      </h2>
      <fieldset aria-labelledby={headingId} className="mt-3 grid grid-cols-6 gap-2">
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={shown === value}
            onClick={() => choose(value)}
            className={classNames(
              'press figures min-h-12 cursor-pointer rounded-control border-[1.5px] font-sub',
              shown === value ? 'border-sea bg-sea text-on-sea' : 'border-edge bg-surface hover:bg-shallow',
            )}
          >
            {value}
          </button>
        ))}
      </fieldset>
      <p className="mt-2 flex justify-between gap-4 text-small text-ink-2">
        <span>
          {pulse.from} {t('pulse.light')}
        </span>
        <span className="text-right">
          {t('pulse.heavy')} {pulse.to}
        </span>
      </p>
      <p role="status" className="mt-2 text-small text-ink-2">
        {shown === undefined ? t('pulse.hint') : t('pulse.kept', { value: shown })}
      </p>
    </section>
  );
}
