// The kind that puts a whole treatment day together from the single rules.

import { pressurePrompt } from '#clinical/dosing/pressure-prompt.ts';
import { sprayTiming } from '#clinical/dosing/spray-timing.ts';
import { labelContraindicationsAmong } from '#clinical/screening/esketamine-label.ts';
import { classesAmong } from '#clinical/screening/find-medicine.ts';
import { spraySince } from './dosing.ts';
import { type Input, known, numberOf, saidOf, textOf, textsOf } from './input.ts';

export const scenarioKinds = {
  'scenario.preSession': (input: Input) => {
    const { contraindicated } = labelContraindicationsAmong({
      conditions: textsOf(input, 'conditions'),
      jurisdiction: textOf(input, 'jurisdiction') ?? '',
    });
    const blockers = [
      ...sprayTiming(spraySince(input)).failures,
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
