// One number from 0 to 10, kept on the phone with the tap. Nothing is chosen beforehand; a later tap the same day counts.
import { useId, useState } from 'react';
import { saveResponse } from '#api/questionnaires.ts';
import type { PulseItem } from '#clinical/instruments/pulse-items.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { classNames } from '#web/kit/class-names.ts';
import { serverNow } from '#web/kit/clock.ts';
import { dayQuestionWords } from '#web/kit/day-questions.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { keep } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { renewPatient } from '#web/patient/queries.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);
extendCatalog(dayQuestionWords);

const values = Array.from({ length: 11 }, (_, index) => index);

export function ScaleQuestion({ item }: { readonly item: PulseItem }) {
  const { patientId } = usePerson();
  const headingId = useId();
  const [chosen, setChosen] = useState<number>();
  const choose = async (value: number): Promise<void> => {
    setChosen(value);
    await keep(saveResponse, {
      topic: 'pulse',
      params: { patientId, responseId: newCommandId() },
      body: {
        version: 0,
        instrument: 'pulse-more',
        answers: { [item]: value },
        complete: true,
        authoredAt: serverNow(),
      },
    });
    setTimeout(() => renewPatient(patientId), 1_500);
  };
  return (
    <section aria-labelledby={headingId} className="card rounded-card bg-surface p-5">
      <h3 id={headingId} className="text-sub font-sub">
        {t(`ask.${item}`)}
      </h3>
      <fieldset aria-labelledby={headingId} className="mt-3 grid grid-cols-6 gap-2">
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen === value}
            onClick={() => choose(value)}
            className={classNames(
              'press figures min-h-12 cursor-pointer rounded-control border-[1.5px] font-sub',
              chosen === value ? 'border-sea bg-sea text-on-sea' : 'border-edge bg-surface hover:bg-shallow',
            )}
          >
            {value}
          </button>
        ))}
      </fieldset>
      <p className="mt-2 flex justify-between gap-4 text-small text-ink-2">
        <span>0 {t(`ask.${item}.low`)}</span>
        <span className="text-right">10 {t(`ask.${item}.high`)}</span>
      </p>
      {chosen !== undefined && (
        <p role="status" className="mt-2 text-small text-ink-2">
          {t('pulse.kept', { value: chosen })}
        </p>
      )}
    </section>
  );
}
