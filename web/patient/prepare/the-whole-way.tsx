// The whole way in its three phases, as the protocol of this clinic and route lays it out: what is asked, what is offered, and
// what is done.
import type { CareRecord } from '#clinical/care-record.ts';
import { careSpine, type SpinePhase, type SpineStep } from '#clinical/care-spine.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { Section } from '#web/kit/card.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { stepWords } from '#web/patient/words/steps.ts';

extendCatalog(stepWords);

interface TheWholeWayProps {
  readonly edition: Edition;
  readonly record: CareRecord;
  readonly now: Instant;
}

export function TheWholeWay({ edition, record, now }: TheWholeWayProps) {
  return (
    <Section title={t('way.title')}>
      <ol className="divide-y divide-contour rounded-card bg-surface px-5">
        {careSpine(edition, record).map((phase) => (
          <li key={phase.phase}>
            <Phase phase={phase} now={now} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Phase({ phase: { phase, steps }, now }: { readonly phase: SpinePhase; readonly now: Instant }) {
  const asked = steps.filter(({ isAsked }) => isAsked);
  const done = asked.filter((step) => step.done !== undefined).length;
  return (
    <details>
      <summary className="min-h-18 cursor-pointer py-3.5">
        <span className="link font-sub">{t(`way.${phase}`)}</span>
        <span className="block text-small text-ink-2">{t('way.count', { done, count: asked.length })}</span>
      </summary>
      <ul className="flex flex-col gap-2 pb-4">
        {steps.map((step) => (
          <li key={step.step}>
            <Step step={step} now={now} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Step({ step: { step, isAsked, done }, now }: { readonly step: SpineStep; readonly now: Instant }) {
  const word = <span className="font-normal">{t(`step.${step}`)}</span>;
  if (done !== undefined)
    return (
      <StateWord
        state="checked"
        size={20}
        word={word}
        tail={t('prepare.done', { when: whenWords(done.at, now) })}
      />
    );
  return <StateWord state="not-yet" size={20} word={word} tail={isAsked ? undefined : t('way.optional')} />;
}
