// The kind that puts a whole treatment day together from the single rules.

import { doseRouteOf } from '#clinical/dosing/dose-route.ts';
import { pressurePrompt } from '#clinical/dosing/pressure-prompt.ts';
import { sprayTiming } from '#clinical/dosing/spray-timing.ts';
import { fastedByAsa } from '#clinical/preparation/fasting.ts';
import { labelContraindicationsAmong } from '#clinical/screening/esketamine-label.ts';
import { classesAmong } from '#clinical/screening/find-medicine.ts';
import { spraySince } from './dosing.ts';
import { type Input, known, numberOf, saidOf, textOf, textsOf } from './input.ts';

/** The other routes ask what is asked before sedation, and nothing about the nose. */
function notFasted(input: Input): readonly string[] {
  const asked = [
    { name: 'food', category: 'light', minutes: numberOf(input, 'minutesSinceFood') },
    { name: 'liquids', category: 'clear', minutes: numberOf(input, 'minutesSinceLiquids') },
  ];
  return asked
    .filter(
      ({ category, minutes }) =>
        minutes !== undefined && fastedByAsa({ category, minutes }).isEnough !== true,
    )
    .map(({ name }) => name);
}

export const scenarioKinds = {
  'scenario.preSession': (input: Input) => {
    const isSpray = doseRouteOf(textOf(input, 'route')) === 'nasal-esketamine';
    const { contraindicated } = labelContraindicationsAmong({
      conditions: textsOf(input, 'conditions'),
      jurisdiction: textOf(input, 'jurisdiction') ?? '',
      drug: isSpray ? 'esketamine' : 'ketamine',
    });
    const blockers = [
      ...(isSpray ? sprayTiming(spraySince(input)).failures : notFasted(input)),
      ...(contraindicated.length > 0 ? ['label-contraindication'] : []),
      ...(saidOf(input, 'rideArranged') ? [] : ['ride']),
    ];
    const { review } = pressurePrompt({
      systolicMmHg: numberOf(input, 'systolic'),
      diastolicMmHg: numberOf(input, 'diastolic'),
    });
    return {
      blockers: blockers.toSorted(),
      bpReview: known(review),
      labelContraindications: contraindicated.toSorted(),
      medicineClasses: classesAmong(textsOf(input, 'medicines')).classes,
    };
  },
};
