// A safety plan to be read on a hard day, step by step, the same for the person, for who cares for them, and on paper.
import type { ReactNode } from 'react';
import type { SafetyPlanBody, Someone } from '#api/safety-plan.ts';
import { safetyPlanSteps } from '#clinical/risk/safety-plan.ts';
import { safetyPlanLabels, safetyPlanWords } from '#content/safety-plan.ts';
import { buttonClass } from './button.tsx';
import { currentLanguage } from './locale.ts';
import { telephone } from './telephone.ts';

export interface SafetyPlanSectionsProps {
  readonly body: SafetyPlanBody;
  /** The clinic and the lines for any hour, which nobody has to write down. */
  readonly numbers?: ReactNode;
  /** Whoever goes through it with the person sees what is still empty; on a hard day an empty line helps nobody. */
  readonly withEmpty?: boolean | undefined;
}

export function SafetyPlanSections({ body, numbers, withEmpty = false }: SafetyPlanSectionsProps) {
  const language = currentLanguage();
  const shown = safetyPlanSteps.filter(
    (step) => withEmpty || body[step].length > 0 || (step === 'professionals' && numbers !== undefined),
  );
  return (
    <ol className="flex flex-col gap-6">
      {shown.map((step) => {
        const written = body[step];
        return (
          <li key={step} className="flex break-inside-avoid flex-col gap-2 border-t border-contour pt-4">
            <h2 className="text-sub font-sub">{safetyPlanWords[step].title[language]}</h2>
            {typeof written === 'string' ? (
              written !== '' && <p className="own-words whitespace-pre-line">{written}</p>
            ) : (
              <ul className="flex flex-col gap-3">
                {written.map((person) => (
                  <OnePerson key={`${person.name} ${person.phone}`} person={person} />
                ))}
              </ul>
            )}
            {withEmpty && written.length === 0 && (
              <p className="text-ink-2">{safetyPlanLabels.empty[language]}</p>
            )}
            {step === 'professionals' && numbers}
          </li>
        );
      })}
    </ol>
  );
}

function OnePerson({ person: { name, phone } }: { readonly person: Someone }) {
  const number = telephone(phone);
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <span className="own-words">{name}</span>
      {number === '' ? (
        <span>{phone}</span>
      ) : (
        <a href={`tel:${number}`} className={buttonClass({ variant: 'plain' })}>
          {safetyPlanLabels.call[currentLanguage()]} {phone}
        </a>
      )}
    </li>
  );
}
