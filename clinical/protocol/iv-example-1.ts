// An example edition for an infusion of racemic ketamine in a clinic. No clinician has approved it: a clinic copies it,
// changes it, and signs its own. Each number says where it comes from and how sure that is.

import { publishedRanges } from '#clinical/dosing/published-range.ts';
import { lineCheckEveryMinutes } from '#clinical/monitoring/line-check.ts';
import { asaFasting } from '#clinical/preparation/fasting.ts';
import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import { injectionLabel } from './label-floors.ts';
import {
  alwaysAsked,
  clinicCompanion,
  clinicPresence,
  clinicStaffing,
  clockFromHoursBefore,
  perceptionAtForty,
  sharedExample,
  sharedTexts,
  talkAndTurnover,
  weightLimits,
} from './shared-example.ts';

export const ivExample1: Edition = {
  ...sharedExample,
  id: 'iv-example-1',
  name: 'IV infusion, example',
  route: 'iv',
  consentEditionId: 'consent-iv-example-1',

  phases: [
    { name: 'starting', fromMinute: 0, toMinute: 5 },
    { name: 'rising', fromMinute: 5, toMinute: 20 },
    { name: 'strongest', fromMinute: 20, toMinute: 45 },
    { name: 'easing', fromMinute: 45, toMinute: 75 },
    { name: 'resting', fromMinute: 75, toMinute: undefined },
  ],
  durations: {
    onset: {
      fromMinutes: of(1, 'min', 'T-GEN', 'G'),
      toMinutes: {
        ...of(5, 'min', 'T-GEN', 'G'),
        conflict: 'Guides for patients speak of 10 to 15 minutes.',
      },
    },
    mainEffect: { fromMinutes: of(40, 'min', 'K-AN17', 'V'), toMinutes: of(60, 'min', 'K-AN17', 'V') },
    roomMinutes: of(120, 'min', 'H-HOUSE', 'H'),
    ...talkAndTurnover,
  },
  timing: {
    route: 'iv',
    infusionMinutes: of(40, 'min', 'K-AN17', 'V', 'The reference infusion is 0.5 mg/kg over 40 minutes.'),
    checkEveryMinutes: of(10, 'min', 'M-EMO', 'V'),
    recoveryCheckEveryMinutes: of(15, 'min', 'M-EMO', 'V'),
    lineCheckEveryMinutes,
  },
  oximetry: of('continuous', 'rule', 'K-ASA', 'V'),

  fasting: {
    foodMinutes: asaFasting.light,
    clearFluidMinutes: asaFasting.clear,
    heavyMealMinutes: asaFasting.fatty,
    clockFromHoursBefore,
  },
  dose: {
    referenceMgPerKg: of(0.5, 'mg/kg', 'K-AN17', 'V'),
    reviewAboveMgPerKg: publishedRanges.iv.reviewAboveMgPerKg,
    excludeAboveMgPerKg: publishedRanges.iv.excludeAboveMgPerKg,
    excludeAboveMgPerKgPerMinute: injectionLabel.mostMgPerKgPerMinute,
    ...weightLimits,
  },
  notOverridable: [...alwaysAsked, 'line-removed', 'escort-at-door'],

  staffing: clinicStaffing,
  presence: clinicPresence,
  perceptualChange: perceptionAtForty,
  companion: clinicCompanion,
  rest: {
    minimumMinutes: {
      ...of(60, 'min', 'H-HOUSE', 'H', 'Many clinics hold an hour.'),
      conflict: 'Clinic consents say 20 to 30 minutes.',
    },
    countedFrom: of(['dose-end'], 'rule', 'H-HOUSE', 'H'),
  },
  texts: {
    food: sharedTexts.foodTimes,
    medicines: sharedTexts.medicines,
    companion: sharedTexts.takesHome,
    dose: of(
      {
        en: 'It comes through a thin tube in your arm. The nurse can slow it or stop it. Say stop, or raise a hand.',
        es: 'Entra por un tubo fino en el brazo. La enfermera puede hacerlo más lento o pararlo. Diga «pare» o levante la mano.',
      },
      'text',
      'H-HOUSE',
      'H',
    ),
    stay: sharedTexts.stayHere,
    afterwards: sharedTexts.afterwards,
  },
};
