// An example edition for a lozenge of racemic ketamine in the clinic. No clinician has approved it.

import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import {
  alwaysAsked,
  clinicCompanion,
  clinicPresence,
  clinicStaffing,
  durationsOfALozenge,
  fastingForLozenges,
  heldInTheMouth,
  lozengeDose,
  phasesOfALozenge,
  rowsAfterOneDose,
  sharedExample,
  sharedTexts,
  talkAndTurnover,
  textOfALozenge,
  twoHoursAfterTheLastPart,
} from './shared-example.ts';

export const sublingualExample1: Edition = {
  ...sharedExample,
  id: 'sublingual-example-1',
  name: 'Lozenge in the clinic, example',
  route: 'sublingual',
  consentEditionId: 'consent-sublingual-example-1',

  phases: phasesOfALozenge,
  durations: { ...durationsOfALozenge, ...talkAndTurnover },
  timing: {
    route: 'sublingual',
    ...rowsAfterOneDose,
    ...heldInTheMouth,
    secondPart: {
      fromMinutes: of(
        15,
        'min',
        'T-GEN',
        'G',
        'The guideline adds up to twice 100 mg; the minutes are common practice.',
      ),
      toMinutes: of(20, 'min', 'T-GEN', 'G'),
    },
  },
  oximetry: of('with-each-row', 'rule', 'H-HOUSE', 'H'),

  fasting: fastingForLozenges,
  dose: lozengeDose,
  notOverridable: [...alwaysAsked, 'escort-at-door'],

  staffing: clinicStaffing,
  presence: clinicPresence,
  companion: clinicCompanion,
  rest: twoHoursAfterTheLastPart,
  texts: {
    food: sharedTexts.foodTimes,
    medicines: sharedTexts.medicines,
    companion: sharedTexts.takesHome,
    dose: textOfALozenge,
    stay: sharedTexts.stayHere,
    afterwards: sharedTexts.afterwards,
  },
};
