// The kinds of the dose: weights, ceilings, the spray, and the typical curve.

import { bodyMassIndex, idealWeight, type Sex } from '#clinical/dosing/body-weight.ts';
import { type DoseRoute, doseRouteOf } from '#clinical/dosing/dose-route.ts';
import { esketamineDose } from '#clinical/dosing/esketamine-dose.ts';
import { esketamineSchedule } from '#clinical/dosing/esketamine-schedule.ts';
import { pressurePrompt } from '#clinical/dosing/pressure-prompt.ts';
import { publishedMaximum } from '#clinical/dosing/published-range.ts';
import { type MinutesSince, sprayTiming } from '#clinical/dosing/spray-timing.ts';
import { curveRouteOf, typicalConcentration } from '#clinical/dosing/typical-curve.ts';
import { weightDose } from '#clinical/dosing/weight-dose.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { kilogramsOf, type Length, type Mass, rounded } from '#clinical/quantity.ts';
import { type Input, known, numberOf, oneOf, textOf } from './input.ts';

export const dosingKinds = {
  'dose.weight': (input: Input) => {
    const weight = massOf(input);
    const { dose } = weightDose({
      mgPerKg: numberOf(input, 'mgPerKg'),
      weightKg: weight && kilogramsOf(weight),
      minutes: numberOf(input, 'minutes'),
      concentrationMgPerMl: undefined,
      edition: ivExample1,
    });
    return {
      kg: shown(weight && kilogramsOf(weight), 2),
      mg: shown(dose?.doseMg, 2),
      mgPerMin: shown(dose?.mgPerMinute, 3),
    };
  },
  'weight.ideal': (input: Input) => ({
    kg: shown(idealWeight({ sex: sexOf(input), heightCm: numberOf(input, 'cm') }).kg, 1),
  }),
  bmi: (input: Input) => ({
    bmi: shown(bodyMassIndex({ weight: massOf(input), height: lengthOf(input) }).bmi, 1),
  }),
  'dose.publishedMax': (input: Input) => {
    const found = publishedMaximum({
      route: publishedRouteOf(textOf(input, 'route')),
      doseMg: numberOf(input, 'mg'),
    });
    return { withinPublishedMax: known(found.withinPublishedMax), max: found.maximumMg };
  },
  'esketamine.dose': (input: Input) => {
    const found = esketamineDose({
      doseMg: numberOf(input, 'mg'),
      ageYears: numberOf(input, 'age'),
      jurisdiction: oneOf(input, 'jurisdiction', ['US', 'EU', 'UK']),
    });
    return {
      allowed: known(found.allowed),
      devices: found.devices,
      minSpreadMinutes: found.minSpreadMinutes,
    };
  },
  'esketamine.schedule': (input: Input) => {
    const found = esketamineSchedule({
      indication: oneOf(input, 'indication', ['trd', 'mdd-si']),
      week: numberOf(input, 'week'),
    });
    return {
      sessionsPerWeek: found.state === 'per-week' ? found.sessionsPerWeek : null,
      choices: found.state === 'choice' ? found.choices : null,
    };
  },
  'esketamine.preDose': (input: Input) => {
    const timing = sprayTiming(spraySince(input));
    return { pass: known(timing.pass), failures: timing.failures };
  },
  'bp.gate': (input: Input) => ({
    review: known(
      pressurePrompt({
        systolicMmHg: numberOf(input, 'systolic'),
        diastolicMmHg: numberOf(input, 'diastolic'),
      }).review,
    ),
  }),
  'pk.curve': (input: Input) => ({
    ngPerMl: typicalConcentration({
      route: curveRouteOf(textOf(input, 'route')),
      doseMg: numberOf(input, 'mg'),
      minute: numberOf(input, 'minute'),
    }),
  }),
};

/** In these cases null says that they had none. */
export function spraySince(input: Input): Parameters<typeof sprayTiming>[0] {
  const since = (name: string): MinutesSince => (input[name] === null ? 'none' : numberOf(input, name));
  return {
    minutesSinceFood: since('minutesSinceFood'),
    minutesSinceLiquids: since('minutesSinceLiquids'),
    minutesSinceNasalProduct: since('minutesSinceNasalProduct'),
  };
}

/** The published list is about ketamine itself: there, nasal means the compounded form and not the esketamine spray. */
function publishedRouteOf(name: string | undefined): DoseRoute | undefined {
  return name === 'nasal' ? 'nasal-racemic' : doseRouteOf(name);
}

/** The cases give these numbers to so many places. */
function shown(value: number | undefined, decimals: 1 | 2 | 3): number | undefined {
  return value === undefined ? undefined : rounded(value, decimals);
}

function massOf(input: Input): Mass | undefined {
  const value = numberOf(input, 'weight');
  const unit = unitNamed(massUnits, textOf(input, 'unit'));
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

function lengthOf(input: Input): Length | undefined {
  const value = numberOf(input, 'height');
  const unit = unitNamed(lengthUnits, textOf(input, 'heightUnit'));
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

const massUnits: Readonly<Record<Mass['unit'], RegExp>> = {
  kg: /^(kgs?|kilos?|kilograms?)$/i,
  lb: /^(lbs?|pounds?)$/i,
};
const lengthUnits: Readonly<Record<Length['unit'], RegExp>> = {
  cm: /^(cms?|centimet(re|er)s?)$/i,
  m: /^(m|met(re|er)s?)$/i,
  in: /^(in|inch|inches)$/i,
  ft: /^(ft|foot|feet)$/i,
};

function unitNamed<Unit extends string>(
  units: Readonly<Record<Unit, RegExp>>,
  name: string | undefined,
): Unit | undefined {
  const known = Object.keys(units) as Unit[];
  return known.find((unit) => name !== undefined && units[unit].test(name));
}

function sexOf(input: Input): Sex {
  return oneOf(input, 'sex', ['male', 'female']) ?? 'unknown';
}
