// An example edition for esketamine nasal spray in a certified clinic in the United States. No clinician has approved it.
// Where the label or the safety program gives a figure, the figure is theirs.

import { firstTrdSessionMg } from '#clinical/dosing/esketamine-dose.ts';
import { publishedRanges } from '#clinical/dosing/published-range.ts';
import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import { nasalLabel } from './label-floors.ts';
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

export const nasalExample1: Edition = {
  ...sharedExample,
  id: 'nasal-example-1',
  name: 'Esketamine spray, example',
  route: 'nasal',
  consentEditionId: 'consent-nasal-example-1',

  phases: [
    { name: 'starting', fromMinute: 0, toMinute: 10 },
    { name: 'rising', fromMinute: 10, toMinute: 25 },
    { name: 'strongest', fromMinute: 25, toMinute: 50 },
    { name: 'easing', fromMinute: 50, toMinute: 90 },
    { name: 'resting', fromMinute: 90, toMinute: undefined },
  ],
  durations: {
    onset: { fromMinutes: of(10, 'min', 'H-HOUSE', 'H'), toMinutes: of(20, 'min', 'H-HOUSE', 'H') },
    roomMinutes: of(150, 'min', 'H-HOUSE', 'H'),
    ...talkAndTurnover,
  },
  timing: {
    route: 'nasal',
    checkMinutes: of(
      [0, 40, 60, 90, 120],
      'min',
      'L-PDR',
      'V',
      'The label asks at about 40 minutes and then as needed; the later rows are a house rule.',
    ),
    thenEveryMinutes: of(30, 'min', 'H-HOUSE', 'H'),
    betweenDevicesMinutes: nasalLabel.betweenDevicesMinutes,
    nasalProductMinutes: nasalLabel.nasalProductMinutes,
  },
  oximetry: of('continuous', 'rule', 'L-HCP', 'V'),

  fasting: {
    foodMinutes: nasalLabel.foodMinutes,
    clearFluidMinutes: nasalLabel.clearFluidMinutes,
    heavyMealMinutes: nasalLabel.foodMinutes,
    clockFromHoursBefore,
  },
  dose: {
    firstSessionMg: {
      ...firstTrdSessionMg,
      value: [firstTrdSessionMg.value],
      conflict: 'A 2025 monograph allows the higher dose from the first session.',
    },
    allowedSessionMg: {
      ...nasalLabel.sessionMg,
      conflict: 'Outside the United States people of 65 and older start at 28 mg.',
    },
    excludeAboveSessionMg: publishedRanges['nasal-esketamine'].maximumMg,
    ...weightLimits,
  },
  ageLimitMinutes: {
    ...sharedExample.ageLimitMinutes,
    'nasal-product': of(240, 'min', 'H-HOUSE', 'H'),
    'program-enrolment': of(1_440, 'min', 'H-HOUSE', 'H', 'Looked up on the day of the dose.'),
  },
  notOverridable: [...alwaysAsked, 'certified-site', 'program-enrolment', 'rest-minimum', 'escort-at-door'],

  staffing: { ...clinicStaffing, prescriber: nasalLabel.prescriber },
  presence: clinicPresence,
  perceptualChange: perceptionAtForty,
  companion: clinicCompanion,
  rest: {
    minimumMinutes: nasalLabel.stayMinutes,
    countedFrom: {
      ...of(['first-part', 'last-part'], 'rule', 'H-HOUSE', 'H', 'Both are shown; the later one counts.'),
      conflict: 'The form of the program counts from the first device; a vendor page argues for the last.',
    },
  },
  texts: {
    food: of(
      {
        en: 'Stop eating and drinking at the times you see here. Use no other nose spray close to it. If you did, say so. It is fine to say.',
        es: 'Deje de comer y beber a las horas que ve aquí. No use otro espray nasal poco antes. Si lo usó, dígalo. Está bien decirlo.',
      },
      'text',
      'L-PDR',
      'V',
    ),
    medicines: sharedTexts.medicines,
    companion: sharedTexts.takesHome,
    dose: of(
      {
        en: 'You spray it in your nose while a nurse watches. You lean back and sniff gently. You wait a few minutes before the next one.',
        es: 'Usted se lo pone en la nariz mientras la enfermera mira. Se recuesta y aspira suave. Espera unos minutos antes del siguiente.',
      },
      'text',
      'L-HCP',
      'V2',
    ),
    stay: sharedTexts.stayHere,
    afterwards: sharedTexts.afterwards,
  },
};
