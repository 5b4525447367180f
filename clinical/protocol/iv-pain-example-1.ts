// An example edition for a longer infusion against long-lasting pain. No clinician has approved it. What was read in the
// consensus on pain says so; the rest is the infusion's own, to be confirmed before use.

import { lineCheckEveryMinutes } from '#clinical/monitoring/line-check.ts';
import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import { ivExample1 } from './iv-example-1.ts';

export const ivPainExample1: Edition = {
  ...ivExample1,
  id: 'iv-pain-example-1',
  name: 'Long infusion for pain, example',
  phases: [
    { name: 'starting', fromMinute: 0, toMinute: 10 },
    { name: 'rising', fromMinute: 10, toMinute: 40 },
    { name: 'strongest', fromMinute: 40, toMinute: 130 },
    { name: 'easing', fromMinute: 130, toMinute: 160 },
    { name: 'resting', fromMinute: 160, toMinute: undefined },
  ],
  durations: {
    ...ivExample1.durations,
    mainEffect: {
      fromMinutes: of(120, 'min', 'K-PAIN', 'V', 'While the infusion runs.'),
      toMinutes: of(240, 'min', 'K-PAIN', 'V', 'Clinics infuse for two to four hours.'),
    },
    roomMinutes: of(240, 'min', 'H-HOUSE', 'H'),
  },
  timing: {
    route: 'iv',
    infusionMinutes: of(
      130,
      'min',
      'K-PAIN',
      'H',
      'More than two hours are suggested for long-lasting pain, with at least 80 mg in all. The minutes are ours; confirm them.',
    ),
    checkEveryMinutes: of(10, 'min', 'M-EMO', 'V', 'Counted in the shorter infusions.'),
    recoveryCheckEveryMinutes: of(15, 'min', 'M-EMO', 'V', 'Counted in the shorter infusions.'),
    lineCheckEveryMinutes,
  },
  dose: {
    ...ivExample1.dose,
    referenceMgPerKg: of(
      1,
      'mg/kg',
      'K-PAIN',
      'H',
      'The lower end of the published rate, 0.5 mg/kg in each hour, for two hours. Confirm it.',
    ),
  },
};
