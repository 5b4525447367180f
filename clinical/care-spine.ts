// One cycle along its spine: what the protocol asks and offers in each of the three phases, and what of it is done, by whom
// and when. The person and the clinic read the same three lists.

import type { CareRecord } from './care-record.ts';
import { afterChecksOf } from './integration/after-checks.ts';
import { type DoneBy, preparedSteps } from './preparation/prepared-steps.ts';
import {
  type CarePhase,
  type CareStep,
  carePhases,
  isAsked,
  isShown,
  type PreparationStep,
  stepsIn,
} from './protocol/care-steps.ts';
import type { Edition } from './protocol/edition.ts';

export type SpineStep = {
  readonly step: CareStep;
  readonly isAsked: boolean;
  /** Undefined: nothing on record. */
  readonly done: DoneBy | undefined;
};
export type SpinePhase = { readonly phase: CarePhase; readonly steps: readonly SpineStep[] };

export function careSpine(edition: Edition, record: CareRecord): readonly SpinePhase[] {
  return carePhases.map((phase) => ({
    phase,
    steps:
      phase === 'preparation'
        ? preparedSteps(edition, record)
        : stepsIn(phase)
            .filter((step) => isShown(edition, step))
            .map((step) => ({
              step,
              isAsked: isAsked(edition, step),
              done: doneSince(step, record, edition),
            })),
  }));
}

function doneSince(
  step: Exclude<CareStep, PreparationStep>,
  { cycle, lastDose, zone }: CareRecord,
  edition: Edition,
): DoneBy | undefined {
  const session = cycle?.session;
  const since = (at: number | undefined): DoneBy | undefined => (at === undefined ? undefined : { at });
  switch (step) {
    case 'dose-gate':
      return since(session?.doseStartedAt);
    case 'watch':
      return since(session?.recoveryStartedAt ?? session?.doseStoppedAt);
    case 'release':
      return since(session?.releasedAt);
    case 'evening-check':
      return since(cycle?.eveningCheck?.answeredAt);
    case 'days-after': {
      const checks =
        lastDose === undefined || lastDose.cycleId !== cycle?.id
          ? []
          : afterChecksOf(lastDose, { edition, zone });
      const isWhole = checks.length > 0 && checks.every(({ answered }) => answered !== undefined);
      return since(isWhole ? checks.at(-1)?.answered?.at : undefined);
    }
    case 'visit':
      return since(cycle?.integrationAppointment?.heldAt);
    case 'morning':
      return since(cycle?.morning?.at);
    case 'first-words':
    case 'pulse':
      return undefined;
  }
}
