// What is done of getting ready for this cycle, step by step as the protocol asks it, with who did it and when. Somebody’s own
// hand counts, and so does a talk in which one of the team went through it with them.

import type { CareRecord } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import {
  type PreparationStep,
  type StepToldElsewhere,
  settingOf,
  stepsIn,
} from '#clinical/protocol/care-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { stepsOfTheVisit } from './visit-topics.ts';

export type DoneBy = { readonly at: Instant; readonly by?: string | undefined };

export type PreparedStep = {
  readonly step: PreparationStep;
  readonly isAsked: boolean;
  /** Undefined: nothing on record. */
  readonly done: DoneBy | undefined;
};

export function preparedSteps(edition: Edition, record: CareRecord): readonly PreparedStep[] {
  return stepsIn('preparation').flatMap((step) => {
    const setting = settingOf(edition, step);
    if (setting === 'left-out') return [];
    return [{ step, isAsked: setting === 'asked', done: doneBy(step, { edition, record }) }];
  });
}

export function isToldElsewhere(step: PreparationStep): step is StepToldElsewhere {
  return step === 'screening' || step === 'consent' || step === 'companion';
}

type Known = { readonly edition: Edition; readonly record: CareRecord };

function doneBy(step: PreparationStep, known: Known): DoneBy | undefined {
  const { cycle } = known.record;
  if (isToldElsewhere(step)) return toldElsewhere(step, known);
  const own = cycle?.preparation?.[step];
  return own ?? (stepsOfTheVisit.includes(step) ? cycle?.preparation?.talk : undefined);
}

function toldElsewhere(step: StepToldElsewhere, { edition, record }: Known): DoneBy | undefined {
  const { screening, cycle } = record;
  switch (step) {
    case 'screening':
      return screening?.submittedAt === undefined ? undefined : { at: screening.submittedAt };
    case 'consent': {
      const signed = cycle?.consent;
      const isInForce = signed?.editionId === edition.consentEditionId && signed.withdrawnAt === undefined;
      return isInForce ? { at: signed.signedAt } : undefined;
    }
    case 'companion': {
      const asked = cycle?.ride;
      if (!asked || asked.state === 'asked' || asked.state === 'declined') return undefined;
      return { at: asked.at, by: asked.companionName };
    }
  }
}
