// How one line of a gate comes about: the fact we have, its age against the edition, the verdict, and last an override,
// which opens the door but leaves the verdict standing for all to see.

import type { Fact, Override, Role } from './care-record.ts';
import type { Clock } from './clock.ts';
import type { DetectedIssue } from './detected-issue.ts';
import {
  type Condition,
  type Gate,
  type GateId,
  type GateLine,
  type Have,
  type HaveValue,
  type LineRule,
  type LineState,
  lineStates,
  neverOverridden,
} from './gate.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Edition, EditionValue } from './protocol/edition.ts';
import { isMoment } from './timestamp.ts';

export type Verdict = {
  readonly state: 'met' | 'not-met' | 'unknown';
  readonly have: Have;
  readonly at?: Instant | undefined;
  readonly by?: string | undefined;
  readonly rules?: readonly (EditionValue<HaveValue> | undefined)[] | undefined;
};

export type Asked = { readonly edition: Edition; readonly clock: Clock };

export function have(code: string, values: Readonly<Record<string, HaveValue>> = noValues): Have {
  return { code, values };
}

const noValues: Readonly<Record<string, HaveValue>> = {};

/**
 * A verdict from a fact that may be missing, too old, dated ahead of the clock or without a time; all are unknown. Only
 * a fresh fact is judged.
 */
export function fromFact<T>(
  asked: Asked,
  condition: Condition,
  fact: Fact<T> | undefined,
  judge: (value: T) => Verdict,
): Verdict {
  if (!fact) return nothingKnown;
  const { at, by } = fact;
  const judged = judge(fact.value);
  const timing = ageOf(asked, condition, fact.at);
  if (timing !== 'fresh') {
    const aged = have(timing, { ...judged.have.values, said: judged.have.code });
    return { state: 'unknown', have: aged, at, by, rules: judged.rules };
  }
  return { state: judged.state, have: judged.have, at, by, rules: judged.rules };
}

/** One word for all that nobody asked or measured; most lines of most people, most of the time. */
const nothingKnown: Verdict = { state: 'unknown', have: { code: 'nothing', values: {} } };

export function ageOf(
  asked: Asked,
  condition: Condition,
  at: Instant,
): 'fresh' | 'too-old' | 'from-the-future' | 'time-not-readable' {
  const { edition, clock } = asked;
  if (!isMoment(at)) return 'time-not-readable';
  if (!clock.reached(addMinutes(at, -edition.clockSkewMinutes.value))) return 'from-the-future';
  const limit = edition.ageLimitMinutes[condition];
  // At the limit it still counts; a millisecond later it does not.
  if (limit && clock.reached(addMinutes(at, limit.value) + 1)) return 'too-old';
  return 'fresh';
}

/** Findings of a rule as a verdict: anything it could not see is unknown, anything outside is not met. */
export function fromIssues(issues: readonly DetectedIssue[], having: Have): Verdict {
  const outside = issues.find((issue) => issue.action !== 'unknown');
  const unseen = issues.find((issue) => issue.action === 'unknown');
  const found = unseen ?? outside;
  if (!found) return { state: 'met', have: having };
  return { state: unseen ? 'unknown' : 'not-met', have: have(found.code, having.values) };
}

export function settleLine(
  asked: Asked,
  line: {
    readonly condition: Condition;
    readonly owner: Role;
    readonly verdict: Verdict;
    readonly overrides: readonly Override[] | undefined;
  },
): GateLine {
  const { condition, owner, verdict, overrides } = line;
  const { edition } = asked;
  const overridable = !neverOverridden.includes(condition) && !edition.notOverridable.includes(condition);
  const rules = rulesOf(verdict);
  const ageLimitMinutes = edition.ageLimitMinutes[condition]?.value;
  const { have: having, at, by } = verdict;
  const asFound = {
    condition,
    state: verdict.state,
    have: having,
    at,
    by,
    owner,
    overridable,
    rules,
    ageLimitMinutes,
  };
  if (verdict.state === 'met' || !overridable) return asFound;
  const override = overrides?.findLast((one) => one.condition === condition && counts(asked, one, verdict));
  if (!override) return asFound;
  return {
    ...asFound,
    state: 'overridden',
    overriddenFrom: verdict.state,
    override: { reason: override.reason, by: override.by, at: override.at },
  };
}

/** An override needs a name and a reason, belongs to this visit, and does not cover what was learnt after it. */
function counts({ edition, clock }: Asked, override: Override, verdict: Verdict): boolean {
  if (override.reason.trim() === '' || override.by.trim() === '') return false;
  if (!clinicians.includes(override.byRole)) return false;
  if (!clock.reached(addMinutes(override.at, -edition.clockSkewMinutes.value))) return false;
  if (clock.reached(addMinutes(override.at, edition.overrideMinutes.value) + 1)) return false;
  return verdict.at === undefined || verdict.at <= override.at;
}

const clinicians: readonly Role[] = ['prescriber', 'nurse', 'therapist'];

const noRules: readonly LineRule[] = [];

function rulesOf(verdict: Verdict): readonly LineRule[] {
  const rules = verdict.rules?.filter((rule) => rule !== undefined);
  const first = rules?.[0];
  if (rules === undefined || first === undefined) return noRules;
  return rules.length === 1 ? aloneOf(asRule(first)) : rules.map(asRule);
}

// Ten thousand people on one edition share its rules; a line holds them, it does not copy them.
const alone = new WeakMap<LineRule, readonly LineRule[]>();

function aloneOf(rule: LineRule): readonly LineRule[] {
  const known = alone.get(rule);
  if (known) return known;
  const made = [rule];
  alone.set(rule, made);
  return made;
}

// An edition never changes, so a value of it is put in the words of a line once.
const rulesMade = new WeakMap<EditionValue<HaveValue>, LineRule>();

function asRule(value: EditionValue<HaveValue>): LineRule {
  const known = rulesMade.get(value);
  if (known) return known;
  const made = { value: value.value, unit: value.unit, source: value.source, confidence: value.confidence };
  rulesMade.set(value, made);
  return made;
}

export function gateOf(id: GateId, lines: readonly GateLine[]): Gate {
  const counted: Record<LineState, number> = { met: 0, 'not-met': 0, unknown: 0, overridden: 0 };
  for (const line of lines) counted[line.state] += 1;
  return {
    id,
    open: lines.length > 0 && counted['not-met'] === 0 && counted.unknown === 0,
    lines: lineStates.flatMap((state) =>
      counted[state] === 0 ? [] : lines.filter((line) => line.state === state),
    ),
    counts: counted,
  };
}
