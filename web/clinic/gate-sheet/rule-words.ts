// The rules of the edition as the gate sheet says them: which side of a limit keeps a line shut, and which lines nobody
// decides around.
import {
  type Condition,
  doseConditionsOf,
  type GateLine,
  type LineRule,
  neverOverridden,
  releaseConditionsOf,
} from '#clinical/gate.ts';
import { conditionWords } from '#clinical/gate-words.ts';
import type { Edition, VitalLimits } from '#clinical/protocol/edition.ts';

/** Units as people write them; the edition keeps them as machines do. */
const unitWords: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  '/min': 'per minute',
  min: 'minutes',
  h: 'hours',
  d: 'days',
};

/** The readings a line of the dose looks at, each by the word people have for it. */
const readings: Readonly<Partial<Record<Condition, readonly (readonly [keyof VitalLimits, string])[]>>> = {
  'blood-pressure': [
    ['systolicMmHg', 'systolic'],
    ['diastolicMmHg', 'diastolic'],
  ],
  'heart-rate': [['heartRatePerMin', 'pulse']],
  oxygen: [['spo2Percent', 'oxygen']],
};

type RuleInWords = { readonly rule: LineRule; readonly words: string };

/** A limit of a reading says which reading and which side; any other rule says what it was held against. */
export function rulesInWords(
  line: Pick<GateLine, 'condition' | 'rules'>,
  edition: Pick<Edition, 'limits'>,
): readonly RuleInWords[] {
  const signs = readings[line.condition];
  if (signs === undefined)
    return line.rules.map((rule) => ({ rule, words: `Held against ${measureInWords(rule)}` }));
  return signs.flatMap(([sign, name]) =>
    (['below', 'above'] as const).flatMap((side) => {
      const rule = edition.limits.start[sign][side];
      return rule === undefined
        ? []
        : [{ rule, words: `Not met when ${name} is ${side} ${measureInWords(rule)}` }];
    }),
  );
}

function measureInWords({ value, unit }: LineRule): string {
  return `${value} ${unitWords[unit ?? ''] ?? unit}`;
}

/** What the answer never lets anyone override: the lines no edition loosens, and those this edition names. */
export function neverOverriddenIn(edition: Pick<Edition, 'route' | 'notOverridable'>): {
  readonly dose: readonly string[];
  readonly release: readonly string[];
} {
  const held = new Set<Condition>([...neverOverridden, ...edition.notOverridable]);
  const names = (conditions: readonly Condition[]): readonly string[] =>
    conditions.filter((condition) => held.has(condition)).map(nameInList);
  return { dose: names(doseConditionsOf(edition.route)), release: names(releaseConditionsOf(edition.route)) };
}

/** The line is called after the series; what nobody decides around is that it was stopped. */
function nameInList(condition: Condition): string {
  const { name } = conditionWords[condition];
  return condition === 'no-stop' ? `${name} (“stop”)` : name;
}
