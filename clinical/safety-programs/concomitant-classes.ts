// Which other medicines the monitoring form asks about. The versions ask about different groups, so all of them are
// asked once and each version gets its own.

import type { MedicineClass } from '#clinical/screening/medicines.ts';

/** All groups any version asks about. */
export const concomitantGroups = [
  'benzodiazepine',
  'non-benzodiazepine-sedative-hypnotic',
  'opioid',
  'psychostimulant',
  'maoi',
] as const;

export type ConcomitantGroup = (typeof concomitantGroups)[number];

/** Undefined: nobody asked. */
export type ConcomitantAnswers = Readonly<Partial<Record<ConcomitantGroup, boolean | undefined>>>;

/** Which of our medicine classes fall into which group: pharmacology in general, not read on a form (T-GEN, G). */
const classesOfGroup: Readonly<Record<ConcomitantGroup, readonly MedicineClass[]>> = {
  benzodiazepine: ['benzodiazepine'],
  'non-benzodiazepine-sedative-hypnotic': ['z-hypnotic', 'orexin-antagonist', 'other-cns-depressant'],
  opioid: ['opioid'],
  psychostimulant: ['psychostimulant'],
  maoi: ['maoi'],
};

/**
 * The answers a list of medicines gives. A medicine on the list is a yes; only a list that someone called complete, with
 * every name on it known, can give a no.
 */
export function concomitantAnswers(question: {
  readonly classes: readonly MedicineClass[] | undefined;
  readonly isListComplete: boolean | undefined;
}): ConcomitantAnswers {
  const { classes, isListComplete } = question;
  if (classes === undefined) return {};
  const answerOf = (group: ConcomitantGroup) => {
    if (classes.some((taken) => classesOfGroup[group].includes(taken))) return true;
    return isListComplete === true ? false : undefined;
  };
  return Object.fromEntries(concomitantGroups.map((group) => [group, answerOf(group)]));
}
