// From what is typed to an order: kilograms from the scale's own unit, and the most of a session from its parts. What is
// left empty gives no order; nothing is supplied.
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { DoseOrder } from '#clinical/dosing/dose-order.ts';
import { enteredWeight } from '#clinical/dosing/entered-weight.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type MassUnit, rounded } from '#clinical/quantity.ts';
import { parseNumber } from '#web/kit/parse-number.ts';

/** Everything as it stands in the boxes; an empty text is an answer nobody has given. */
export type FixedOrderTyped = {
  readonly indication: string;
  readonly form: string;
  readonly way: string;
  readonly dose: string;
  readonly weight: string;
  readonly unit: string;
  readonly times: string;
  readonly next: string;
  readonly afterHold: string;
  readonly note: string;
};

export const emptyFixedOrder: FixedOrderTyped = {
  indication: '',
  form: '',
  way: '',
  dose: '',
  weight: '',
  unit: '',
  times: '',
  next: '',
  afterHold: '',
  note: '',
};

type Whole = Required<Pick<DoseOrder, 'doseMg'>> & { readonly doseMg: number } & Omit<DoseOrder, 'doseMg'>;

export type FixedOrder = {
  readonly order: Whole | undefined;
  /** What belongs to the order and to no rule: the scale's own figure, and the dose per kilogram. */
  readonly weighed: {
    readonly weightEntered?: { readonly value: number; readonly unit: MassUnit };
    readonly doseMgPerKg?: number;
  };
  readonly weightIssues: readonly DetectedIssue[];
  /** '0.5 mg/kg × 70 kg = 35 mg' */
  readonly shown: string | undefined;
};

const nothing: FixedOrder = { order: undefined, weighed: {}, weightIssues: [], shown: undefined };

export function fixedOrder(
  typed: FixedOrderTyped,
  edition: Edition,
  lastKnown: { readonly weightKg: number; readonly at: number } | undefined,
): FixedOrder {
  const dose = positive(typed.dose);
  switch (edition.timing.route) {
    case 'nasal': {
      const indication = oneOf(typed.indication, ['trd', 'mdd-si'] as const);
      if (dose === undefined || indication === undefined) return nothing;
      return { ...nothing, order: { doseMg: dose, indication } };
    }
    case 'im':
    case 'sublingual':
      return byParts(typed, edition, lastKnown);
    case 'home': {
      const form = oneOf(typed.form, ['troche', 'rapid-dissolve'] as const);
      const afterHold = oneOf(typed.afterHold, ['spit', 'swallow'] as const);
      if (dose === undefined || form === undefined || afterHold === undefined) return nothing;
      return { ...nothing, order: { doseMg: dose, form, afterHold } };
    }
    case 'iv':
      return nothing;
  }
}

function byParts(
  typed: FixedOrderTyped,
  edition: Edition,
  lastKnown: { readonly weightKg: number; readonly at: number } | undefined,
): FixedOrder {
  const value = positive(typed.weight);
  const unit = oneOf(typed.unit, ['kg', 'lb'] as const);
  const reading = enteredWeight({
    entered: value === undefined ? undefined : { value, unit },
    lastKnown,
    edition,
  });
  const weightIssues = typed.weight === '' || unit === undefined ? [] : reading.issues;
  const found = { ...nothing, weightIssues };
  const dose = positive(typed.dose);
  const isInjection = edition.timing.route === 'im';
  const way = isInjection ? oneOf(typed.way, ['mg', 'mg/kg'] as const) : 'mg';
  if (reading.weightKg === undefined || value === undefined || unit === undefined) return found;
  if (dose === undefined || way === undefined) return found;
  const weightKg = rounded(reading.weightKg, 2);
  const firstMg = way === 'mg/kg' ? rounded(dose * weightKg, 1) : dose;
  const times = typed.times === '' ? undefined : Number(typed.times);
  const nextMg = positive(typed.next);
  if (times === undefined || (times > 0 && nextMg === undefined)) return found;
  const form = oneOf(typed.form, ['troche', 'rapid-dissolve'] as const);
  const afterHold = oneOf(typed.afterHold, ['spit', 'swallow'] as const);
  if (!isInjection && (form === undefined || afterHold === undefined)) return found;
  const parts = nextMg === undefined || times === 0 ? undefined : { firstMg, nextMg, atMost: times };
  const order: Whole = {
    doseMg: parts === undefined ? firstMg : rounded(firstMg + parts.nextMg * parts.atMost, 2),
    weightKg,
    ...(parts === undefined ? {} : { parts }),
    ...(isInjection || form === undefined || afterHold === undefined ? {} : { form, afterHold }),
  };
  return {
    order,
    weighed: { weightEntered: { value, unit }, ...(way === 'mg/kg' ? { doseMgPerKg: dose } : {}) },
    weightIssues,
    shown:
      way === 'mg/kg' ? `${plain(dose)} mg/kg × ${plain(weightKg)} kg = ${plain(firstMg)} mg` : undefined,
  };
}

function positive(text: string): number | undefined {
  const value = parseNumber(text);
  return value !== undefined && value > 0 ? value : undefined;
}

function oneOf<Value extends string>(text: string, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === text);
}

function plain(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
