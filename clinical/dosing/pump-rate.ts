// What goes into the bag or syringe, how fast the pump runs, and what is left over to be wasted in front of a witness.
// A container that cannot hold the dose, or a vial strength that must be diluted and was not, gives no rate.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { isAbove, isPositive, rounded } from '#clinical/quantity.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, generalKnowledge, houseRule, inputsOf } from './dosing-finding.ts';

export const diluteFromMgPerMl = sourced(100, 'mg/mL', 'L-PDR', 'V', 'Not into a vein undiluted.');
/** Strengths a vial of ketamine usually has; another one is read off the label again. A clinic sets its own. */
export const usualVialsMgPerMl = sourced([10, 50, 100], 'mg/mL', 'T-GEN', 'G');

export type PumpPlan = {
  /** Out of the vial, into the container. */
  readonly drawMl: number;
  readonly diluentMl: number;
  readonly containerMgPerMl: number;
  readonly volumeToInfuseMl: number;
  readonly rateMlPerHour: number;
  readonly mgPerMinute: number;
  readonly leftInContainerMl: number;
  readonly leftInContainerMg: number;
};

export type PumpRate = {
  readonly plan: PumpPlan | undefined;
  readonly issues: readonly DetectedIssue[];
};

const rule = 'pump-rate';

/**
 * From the ordered dose and minutes, the strength of the vial, and what is made up: milligrams put into a final volume.
 * When the container holds more than the dose, the volume to infuse ends before it is empty.
 */
export function pumpRate(question: {
  readonly doseMg: number | undefined;
  readonly minutes: number | undefined;
  readonly vialMgPerMl: number | undefined;
  readonly containerMg: number | undefined;
  readonly containerMl: number | undefined;
  readonly usualVials?: typeof usualVialsMgPerMl | undefined;
}): PumpRate {
  const { doseMg, minutes, vialMgPerMl, containerMg, containerMl, usualVials = usualVialsMgPerMl } = question;
  if (
    !isPositive(doseMg) ||
    !isPositive(minutes) ||
    !isPositive(vialMgPerMl) ||
    !isPositive(containerMg) ||
    !isPositive(containerMl)
  ) {
    return {
      plan: undefined,
      issues: [notKnown({ doseMg, minutes, vialMgPerMl, containerMg, containerMl })],
    };
  }
  const drawMl = containerMg / vialMgPerMl;
  const containerMgPerMl = containerMg / containerMl;
  const stops = [
    isAbove({ value: doseMg, limit: containerMg })
      ? findingOf(rule, {
          code: 'container-holds-less',
          title: `The container holds ${rounded(containerMg, 2)} mg, less than the ${rounded(doseMg, 2)} mg ordered.`,
          action: 'exclude',
          inputs: inputsOf({ doseMg, containerMg }, { unit: 'mg' }),
          roots: [generalKnowledge],
        })
      : undefined,
    isAbove({ value: drawMl, limit: containerMl })
      ? findingOf(rule, {
          code: 'container-too-small',
          title: `${rounded(containerMg, 2)} mg from this vial is ${rounded(drawMl, 2)} mL, more than the final volume.`,
          action: 'exclude',
          inputs: [
            ...inputsOf({ containerMg }, { unit: 'mg' }),
            ...inputsOf({ vialMgPerMl }, { unit: 'mg/mL' }),
            ...inputsOf({ containerMl }, { unit: 'mL' }),
          ],
          roots: [generalKnowledge],
        })
      : undefined,
    !isAbove({ value: diluteFromMgPerMl.value, limit: containerMgPerMl })
      ? findingOf(rule, {
          code: 'not-diluted',
          title: `At ${diluteFromMgPerMl.value} mg/mL the label asks for dilution before it goes into a vein.`,
          action: 'exclude',
          inputs: inputsOf({ vialMgPerMl, containerMgPerMl }, { unit: 'mg/mL' }),
          roots: [diluteFromMgPerMl],
        })
      : undefined,
  ].filter((issue) => issue !== undefined);
  const unusual = usualVials.value.some((strength) => strength === vialMgPerMl)
    ? []
    : [
        findingOf(rule, {
          code: 'vial-strength-unusual',
          title: `${vialMgPerMl} mg/mL is not a usual vial strength: read the label again.`,
          action: 'review',
          inputs: inputsOf({ vialMgPerMl }, { unit: 'mg/mL' }),
          roots: [usualVials],
        }),
      ];
  const issues = byUrgency([...stops, ...unusual]);
  if (stops.length > 0) return { plan: undefined, issues };
  const volumeToInfuseMl = doseMg / containerMgPerMl;
  return {
    plan: {
      drawMl,
      diluentMl: orEmpty(containerMl - drawMl),
      containerMgPerMl,
      volumeToInfuseMl,
      rateMlPerHour: (volumeToInfuseMl / minutes) * 60,
      mgPerMinute: doseMg / minutes,
      leftInContainerMl: orEmpty(containerMl - volumeToInfuseMl),
      leftInContainerMg: orEmpty(containerMg - doseMg),
    },
    issues,
  };
}

/** A container that cannot hold the dose has been stopped before; below nothing lies only what arithmetic leaves. */
function orEmpty(left: number): number {
  return Math.max(0, left);
}

function notKnown(given: Readonly<Record<string, number | undefined>>): DetectedIssue {
  return findingOf(rule, {
    code: 'pump-rate-not-known',
    title: 'No pump rate can be worked out from this.',
    action: 'unknown',
    inputs: inputsOf(given),
    missing: Object.entries(given).flatMap(([name, value]) => (isPositive(value) ? [] : [name])),
    roots: [houseRule],
  });
}
