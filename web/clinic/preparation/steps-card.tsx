// The cycle along its three phases, as the protocol asks it: what is done, by whom and when, and what is still open.
import { Link } from '@tanstack/react-router';
import type { getAnswer } from '#api/answer.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { careSpine, type SpineStep } from '#clinical/care-spine.ts';
import { phaseWords, stepWords } from '#clinical/protocol/step-words.ts';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { Card } from '#web/kit/card.tsx';
import { formatDateTime } from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';

export function StepsCard({ edition, record }: Pick<AnswerOf<typeof getAnswer>, 'edition' | 'record'>) {
  const goesThroughIt = has(useMe(), 'nurse', 'therapist');
  return (
    <Card title="The way, as the protocol asks it">
      <p className="mb-3 text-ink-2">
        {edition.name}, version {edition.version}
      </p>
      <ol className="flex flex-col gap-5">
        {careSpine(edition, record).map(({ phase, steps }) => (
          <li key={phase}>
            <h3 className="mb-2 font-sub">{phaseWords[phase]}</h3>
            <ul className="flex flex-col gap-2">
              {steps.map((step) => (
                <li key={step.step}>
                  <Step step={step} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {goesThroughIt && (
        <p className="mt-4">
          Went through it together?{' '}
          <Link
            to="/patients/$patientId"
            params={{ patientId: record.patientId }}
            search={{ tab: 'notes' }}
            className="link"
          >
            Write a note of getting ready
          </Link>
        </p>
      )}
    </Card>
  );
}

function Step({ step: { step, isAsked, done } }: { readonly step: SpineStep }) {
  const word = <span className="font-normal">{stepWords[step]}</span>;
  if (done === undefined)
    return <StateWord state="not-yet" word={word} tail={isAsked ? 'Open' : 'Offered'} />;
  const by = done.by === undefined || done.by === '' ? '' : `, ${done.by}`;
  return <StateWord state="checked" word={word} tail={`${formatDateTime(done.at)}${by}`} />;
}
