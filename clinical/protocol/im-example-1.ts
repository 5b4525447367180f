// An example edition for an injection of racemic ketamine into a muscle, in a clinic. No clinician has approved it. Once
// given it cannot be slowed, so what may follow it stands here too.

import { publishedRanges } from '#clinical/dosing/published-range.ts';
import { asaFasting } from '#clinical/preparation/fasting.ts';
import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import {
  alwaysAsked,
  clinicCompanion,
  clinicPresence,
  clinicStaffing,
  clockFromHoursBefore,
  rowsAfterOneDose,
  sharedExample,
  sharedTexts,
  talkAndTurnover,
  twoHoursAfterTheLastPart,
  weightLimits,
} from './shared-example.ts';

export const imExample1: Edition = {
  ...sharedExample,
  id: 'im-example-1',
  name: 'IM injection, example',
  route: 'im',
  consentEditionId: 'consent-im-example-1',

  phases: [
    { name: 'starting', fromMinute: 0, toMinute: 4 },
    { name: 'rising', fromMinute: 4, toMinute: 10 },
    { name: 'strongest', fromMinute: 10, toMinute: 35 },
    { name: 'easing', fromMinute: 35, toMinute: 75 },
    { name: 'resting', fromMinute: 75, toMinute: undefined },
  ],
  durations: {
    onset: {
      fromMinutes: of(2, 'min', 'K-KRF', 'V'),
      toMinutes: { ...of(5, 'min', 'T-GEN', 'G'), conflict: 'The guideline says 2 to 3 minutes.' },
    },
    mainEffect: { fromMinutes: of(45, 'min', 'T-GEN', 'G'), toMinutes: of(75, 'min', 'T-GEN', 'G') },
    roomMinutes: of(150, 'min', 'H-HOUSE', 'H', 'Settling in, and two hours after the injection.'),
    ...talkAndTurnover,
  },
  timing: {
    route: 'im',
    ...rowsAfterOneDose,
    secondPart: {
      fromMinutes: of(10, 'min', 'T-GEN', 'G', 'Two or three spaced injections are usual.'),
      toMinutes: of(20, 'min', 'T-GEN', 'G'),
    },
  },
  oximetry: of('with-each-row', 'rule', 'H-HOUSE', 'H'),

  fasting: {
    foodMinutes: asaFasting.light,
    clearFluidMinutes: asaFasting.clear,
    heavyMealMinutes: asaFasting.fatty,
    clockFromHoursBefore,
  },
  dose: {
    referenceMgPerKg: of(0.5, 'mg/kg', 'T-GEN', 'G', 'Common from 0.5 to 1.0 mg/kg.'),
    reviewAboveMgPerKg: {
      ...of(1, 'mg/kg', 'T-GEN', 'G'),
      conflict: 'A training guideline works in steps of milligrams, from 4 up to 200.',
    },
    excludeAboveSessionMg: publishedRanges.im.maximumMg,
    ...weightLimits,
  },
  notOverridable: [...alwaysAsked, 'escort-at-door'],

  staffing: clinicStaffing,
  presence: clinicPresence,
  companion: clinicCompanion,
  rest: twoHoursAfterTheLastPart,
  texts: {
    food: sharedTexts.foodTimes,
    medicines: sharedTexts.medicines,
    companion: sharedTexts.takesHome,
    dose: of(
      {
        en: 'It is a shot in the arm or leg. It starts fast and cannot be slowed. A person stays with you until it eases.',
        es: 'Es una inyección en el brazo o la pierna. Empieza rápido y no se puede frenar. Una persona se queda con usted hasta que se calme.',
      },
      'text',
      'H-HOUSE',
      'H',
    ),
    stay: sharedTexts.stayHere,
    afterwards: sharedTexts.afterwards,
  },
};
