// One number from 0 to 10, kept on the phone with the tap. Nothing is chosen beforehand; a later tap the same day counts.
import { useId, useState } from 'react';
import { saveResponse } from '#api/questionnaires.ts';
import type { PulseItem } from '#clinical/instruments/pulse-items.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { dayQuestionWords } from '#web/kit/day-questions.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { NumberScale } from '#web/kit/number-scale.tsx';
import { keep } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);
extendCatalog(dayQuestionWords);

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
  };
  return (
    <section aria-labelledby={headingId} className="card rounded-card bg-surface p-5">
      <h3 id={headingId} className="text-sub font-sub">
        {t(`ask.${item}`)}
      </h3>
      <NumberScale
        labelledBy={headingId}
        from={0}
        to={10}
        lowWords={t(`ask.${item}.low`)}
        highWords={t(`ask.${item}.high`)}
        value={chosen}
        onChoose={choose}
      />
      {chosen !== undefined && (
        <p role="status" className="mt-2 text-small text-ink-2">
          {t('pulse.kept', { value: chosen })}
        </p>
      )}
    </section>
  );
}
