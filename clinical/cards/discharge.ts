// The cards of leaving: has this person come back far enough to go home with someone?

import {
  aldreteCirculationBands,
  aldreteThresholds,
  padssThreshold,
  padssVitalBands,
  recoveryScoreRule,
} from '#clinical/discharge/recovery-score.ts';
import type { RuleCard } from '#clinical/rule-card.ts';

export const dischargeCards: readonly RuleCard[] = [
  {
    id: recoveryScoreRule,
    stage: 'discharge',
    question: 'Does the recovery score reach what this clinic asks for?',
    decides:
      'Five items of 0 to 2, by modified Aldrete or by either print of PADSS, against the edition’s number. A good score alone releases nobody.',
    inputs: ['scale', 'the five items', 'total'],
    whenMissing: 'An item left out, or with points it cannot have, leaves no total.',
    figures: {
      aldreteAtLeastNine: aldreteThresholds['at-least-9'],
      aldreteAtLeastEightNoZero: aldreteThresholds['at-least-8-no-zero'],
      aldreteCirculationTwoPoints: aldreteCirculationBands.two,
      aldreteCirculationOnePoint: aldreteCirculationBands.one,
      padssThreshold,
      padssVitalTwoPoints: padssVitalBands.two,
      padssVitalOnePoint: padssVitalBands.one,
    },
    sources: ['M-ALD'],
  },
];
