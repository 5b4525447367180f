// The kinds of screening: medicines by name, what they do to each other, and whose list a condition stands on.

import { benzodiazepineEquivalent } from '#clinical/screening/benzodiazepine-equivalent.ts';
import { isLabelContraindicated } from '#clinical/screening/esketamine-label.ts';
import { classesOf, findMedicines, genericsOf } from '#clinical/screening/find-medicine.ts';
import { interactionMagnitude } from '#clinical/screening/interactions.ts';
import { type Input, inputOf, listOf, numberOf, textOf } from './input.ts';

export const medicineKinds = {
  'drug.class': (input: Input) => {
    // A near spelling is a question to a person, never an answer.
    const sure = findMedicines(textOf(input, 'name') ?? '').filter((one) => one.certainty === 'sure');
    return {
      generics: [...new Set(sure.flatMap(genericsOf))],
      classes: [...new Set(sure.flatMap(classesOf))],
    };
  },
  'drug.interactionMagnitude': (input: Input) => {
    const found = interactionMagnitude({
      perturber: textOf(input, 'perturber') ?? '',
      route: textOf(input, 'route') ?? '',
    });
    return { known: found.known, aucRatio: found.known ? found.aucRatio : null };
  },
  'benzodiazepine.equivalent': (input: Input) => {
    const drugs = listOf(input, 'drugs')
      .map(inputOf)
      .map((one) => ({ drug: textOf(one, 'drug') ?? '', mgPerDay: numberOf(one, 'mgPerDay') }));
    const { diazepamMgPerDay, above8 } = benzodiazepineEquivalent(
      Array.isArray(input['drugs']) ? drugs : undefined,
    );
    return { diazepamEqMgPerDay: diazepamMgPerDay, above8 };
  },
  'esketamine.contraindication': (input: Input) => {
    const answer = isLabelContraindicated({
      conditionId: textOf(input, 'condition') ?? '',
      jurisdiction: textOf(input, 'jurisdiction') ?? '',
    });
    return { labelContraindicated: answer === 'unknown' ? null : answer };
  },
};
