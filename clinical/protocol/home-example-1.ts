// An example edition for a lozenge at home, with a trusted adult in the room the whole time and the clinic within reach.
// No clinician has approved it, and regulators warn of ketamine at home without anyone watching.

import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import {
  alwaysAsked,
  clinicStaffing,
  durationsOfALozenge,
  fastingForLozenges,
  heldInTheMouth,
  lozengeDose,
  phasesOfALozenge,
  rowsAfterOneDose,
  sharedExample,
  sharedTexts,
  textOfALozenge,
  twoHoursAfterTheLastPart,
} from './shared-example.ts';

const { start } = sharedExample.limits;
const prompt = start.systolicMmHg.above;
const mostMg = lozengeDose.excludeAboveSessionMg;

export const homeExample1: Edition = {
  ...sharedExample,
  id: 'home-example-1',
  name: 'Lozenge at home, example',
  route: 'home',
  consentEditionId: 'consent-home-example-1',

  phases: phasesOfALozenge,
  durations: durationsOfALozenge,
  timing: {
    route: 'home',
    ...rowsAfterOneDose,
    ...heldInTheMouth,
    missedLooksBeforeCall: of(2, 'looks', 'H-HOUSE', 'H', 'In a row.'),
  },
  oximetry: of('not-asked', 'rule', 'H-HOUSE', 'H', 'Few homes have an oximeter.'),

  limits: {
    ...sharedExample.limits,
    start: {
      ...start,
      systolicMmHg: {
        below: start.systolicMmHg.below,
        above: prompt && {
          ...prompt,
          note: 'The prompt of the esketamine label; at home above it means not today.',
          conflict: 'One home service starts below 160/90.',
        },
      },
    },
  },
  fasting: fastingForLozenges,
  dose: {
    ...lozengeDose,
    excludeAboveSessionMg: mostMg && {
      ...mostMg,
      conflict: 'Some services went to 800 or 1200 mg at home, which the guideline opposes.',
    },
  },
  ageLimitMinutes: {
    ...sharedExample.ageLimitMinutes,
    sitter: of(60, 'min', 'H-HOUSE', 'H'),
    'emergency-address': of(240, 'min', 'H-HOUSE', 'H'),
    'no-substances': of(240, 'min', 'H-HOUSE', 'H'),
    'nobody-to-care-for': of(240, 'min', 'H-HOUSE', 'H'),
    'sitter-stays': of(60, 'min', 'H-HOUSE', 'H'),
  },
  notOverridable: [
    ...alwaysAsked,
    'blood-pressure',
    'sitter',
    'emergency-address',
    'no-substances',
    'nobody-to-care-for',
    'sitter-stays',
  ],

  staffing: clinicStaffing,
  companion: {
    presence: of(
      'stays-throughout',
      'rule',
      'N-PRAC',
      'V2',
      'No dose when the person who watches is not there.',
    ),
    mustBeAdult: of(true, 'rule', 'K-HUL', 'V'),
    taxiAloneCounts: of(false, 'rule', 'H-HOUSE', 'H', 'Nobody travels.'),
  },
  home: {
    videoBeforeDose: of(true, 'rule', 'K-HUL', 'V'),
    clinicianContactHours: {
      from: of(24, 'h', 'K-HUL', 'V', 'One to two days after the first dose.'),
      to: of(48, 'h', 'K-HUL', 'V'),
    },
    storage: of(
      {
        en: 'Keep the lozenges locked away. Write down how many are left.',
        es: 'Guarde las pastillas bajo llave. Anote cuántas quedan.',
      },
      'text',
      'T-GEN',
      'G',
    ),
  },
  rest: twoHoursAfterTheLastPart,
  steps: {
    ...sharedExample.steps,
    preparation: {
      ...sharedExample.steps?.preparation,
      talk: of('asked', 'rule', 'H-HOUSE', 'H', 'Nobody of the clinic sits beside them on the day.'),
    },
  },
  preparation: {
    ...sharedExample.preparation,
    arriveMinutesBefore: of(60, 'min', 'H-HOUSE', 'H', 'When the pressure is taken and the room is ready.'),
  },
  texts: {
    food: sharedTexts.foodTimes,
    medicines: sharedTexts.medicines,
    companion: of(
      {
        en: 'An adult you trust is with you the whole time. If they are not there, or have to go, you do not take it.',
        es: 'Un adulto de confianza está con usted todo el tiempo. Si no está, o tiene que irse, usted no la toma.',
      },
      'text',
      'N-PRAC',
      'V2',
    ),
    dose: textOfALozenge,
    stay: of(
      {
        en: 'You stay where you are until it has worn off. You do not walk alone, bathe, cook or go out before that.',
        es: 'Usted se queda donde está hasta que pase el efecto. Antes no camine a solas, ni se bañe, ni cocine, ni salga.',
      },
      'text',
      'H-HOUSE',
      'H',
    ),
    afterwards: sharedTexts.afterwards,
  },
};
