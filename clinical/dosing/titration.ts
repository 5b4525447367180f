// After a session: what do published steps offer for the next dose, given how it helped and how it was borne? Each
// answer is put before the prescriber. Without both facts there is no step at all, and none is ever taken here.

import { byUrgency, type DetectedIssue, type IssueInput } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { isAbove, isPositive, rounded } from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { DoseRoute } from './dose-route.ts';
import { doseRouteNames } from './dose-route.ts';
import { type Finding, findingOf, houseRule, inputsOf, type Root } from './dosing-finding.ts';
import { devicesOf, esketamineDose, type Jurisdiction, labelledMg, olderDoseMg } from './esketamine-dose.ts';
import {
  intramuscularTiersMg,
  intramuscularTiersOf,
  lozengeIncrementMg,
  lozengeIncrementsAtMost,
  publishedRanges,
} from './published-range.ts';

/** Common practice, no source opened: a clinic sets its own. */
export const infusionStepMgPerKg = sourced([0.1, 0.25], 'mg/kg', 'T-GEN', 'G');
/** Sessions without any response from which going on is reconsidered; 4 to 6 in practice. A clinic sets its own. */
export const reconsiderFromSessions = sourced(4, '1', 'T-GEN', 'G');
/** The spray's dose may change at any session of induction after day 1. */
export const spraySteps = sourced([56, 84], 'mg', 'L-MED', 'V');

export type DoseResponse = 'good' | 'weak' | 'none';
export type DoseTolerability = 'well' | 'poorly';

export type TitrationStep = {
  readonly direction: 'stay' | 'raise' | 'lower' | 'unknown';
  /** From and to, in milligrams. Undefined: no figure is published for this step. */
  readonly toMg: readonly [number, number] | undefined;
  readonly issues: readonly DetectedIssue[];
};

type Question = {
  readonly route: DoseRoute | undefined;
  /** The whole dose of the last session. */
  readonly lastDose: { readonly doseMg: number; readonly at?: Instant | undefined } | undefined;
  readonly response: DoseResponse | undefined;
  readonly tolerability: DoseTolerability | undefined;
  /** At this series, counting the last one. Asked when there was no response. */
  readonly sessionsGiven?: number | undefined;
  /** Infusions only. */
  readonly weightKg?: number | undefined;
  /** The spray only. */
  readonly ageYears?: number | undefined;
  readonly jurisdiction?: Jurisdiction | undefined;
  readonly infusionStep?: Sourced<readonly [number, number]> | undefined;
  readonly reconsiderFrom?: Sourced<number> | undefined;
};

type Step = Omit<TitrationStep, 'issues'> & { readonly found: Finding };

const rule = 'titration';

export function titration(question: Question): TitrationStep {
  const { route, lastDose, response, tolerability } = question;
  const doseMg = lastDose?.doseMg;
  const inputs = [
    ...inputsOf({ route }),
    ...inputsOf({ lastDoseMg: doseMg }, { unit: 'mg', at: lastDose?.at }),
    ...inputsOf({ response, tolerability }),
  ];
  const missing = [
    ...(route ? [] : ['route']),
    ...(isPositive(doseMg) ? [] : ['lastDoseMg']),
    ...(response ? [] : ['response']),
    ...(tolerability ? [] : ['tolerability']),
  ];
  if (!route || !isPositive(doseMg) || !response || !tolerability) {
    const issue = findingOf(rule, {
      code: 'titration-not-known',
      title: 'No next step can be weighed without the last dose, how it helped and how it was borne.',
      action: 'unknown',
      inputs,
      missing,
      roots: [houseRule],
    });
    return { direction: 'unknown', toMg: undefined, issues: [issue] };
  }
  const isRight = tolerability === 'well' && response === 'good';
  const { direction, toMg, found } = isRight ? stay() : stepOn(question, { route, doseMg, tolerability });
  const read = isRight ? inputs : [...inputs, ...askedForStep(question)];
  const issues = [findingOf(rule, { ...found, inputs: read }), ...noResponse(question)];
  return { direction, toMg, issues: byUrgency(issues) };
}

/** What a step on this route is worked out from, beside the last dose. */
function askedForStep({ route, weightKg, ageYears, jurisdiction }: Question): readonly IssueInput[] {
  if (route === 'iv') return inputsOf({ weightKg }, { unit: 'kg' });
  if (route !== 'nasal-esketamine') return [];
  return [...inputsOf({ ageYears }, { unit: 'a' }), ...inputsOf({ jurisdiction })];
}

type Known = {
  readonly route: DoseRoute;
  readonly doseMg: number;
  readonly tolerability: DoseTolerability;
};

function stepOn(question: Question, known: Known): Step {
  const way = known.tolerability === 'poorly' ? 'lower' : 'raise';
  switch (known.route) {
    case 'iv':
      return infusion(question, known.doseMg, way);
    case 'im':
      return injection(known.doseMg, way);
    case 'sublingual':
    case 'buccal':
      return lozenge(known.route, known.doseMg, way);
    case 'nasal-esketamine':
      return spray(question, known.doseMg, way);
    case 'oral':
    case 'rectal':
    case 'nasal-racemic':
      return unknown(
        'no-published-steps',
        `No steps were found published for ketamine ${doseRouteNames[known.route]}.`,
        ['publishedSteps'],
      );
  }
}

function infusion(question: Question, doseMg: number, way: 'raise' | 'lower'): Step {
  const { weightKg, infusionStep = infusionStepMgPerKg } = question;
  const { reviewAboveMgPerKg, excludeAboveMgPerKg } = publishedRanges.iv;
  if (way === 'lower')
    return lower(undefined, 'Poorly borne: consider a lower dose or a longer run.', houseRule);
  if (!isPositive(weightKg)) {
    return unknown('weight-not-known', 'A step per kilogram cannot be worked out without a weight.', [
      'weightKg',
    ]);
  }
  const mgPerKg = doseMg / weightKg;
  const [least, most] = infusionStep.value;
  if (excludeAboveMgPerKg && isAbove({ value: mgPerKg + least, limit: excludeAboveMgPerKg.value })) {
    return highest(`Any step would pass ${excludeAboveMgPerKg.value} mg/kg, the most any source describes.`, [
      excludeAboveMgPerKg,
    ]);
  }
  // No step leads to a dose that would then be refused.
  const farthest = excludeAboveMgPerKg?.value ?? Number.POSITIVE_INFINITY;
  const afterMg = (stepMgPerKg: number) => Math.min(mgPerKg + stepMgPerKg, farthest) * weightKg;
  const toMg = [afterMg(least), afterMg(most)] as const;
  const words = `Weak response, well borne: common steps are ${least} to ${most} mg/kg, to ${shown(toMg)} mg`;
  const passed = [
    { root: reviewAboveMgPerKg, says: 'mg/kg no better effect was seen' },
    { root: excludeAboveMgPerKg, says: 'mg/kg no source describes a dose' },
  ].flatMap(({ root, says }) =>
    root && isAbove({ value: mgPerKg + most, limit: root.value }) ? [{ root, says }] : [],
  );
  const title = [words, ...passed.map(({ root, says }) => `above ${root.value} ${says}`)].join('; ');
  return raise(toMg, `${title}.`, [infusionStep, ...passed.map(({ root }) => root)]);
}

function injection(doseMg: number, way: 'raise' | 'lower'): Step {
  const tiers = intramuscularTiersOf(doseMg);
  const here = way === 'raise' ? tiers[0] : tiers.at(-1);
  if (here === undefined) {
    return unknown(
      'outside-published-steps',
      'The last dose lies outside the published steps for injections.',
      ['publishedSteps'],
    );
  }
  // Steps are counted from 1, so the next one up stands at its own number.
  const next = intramuscularTiersMg[way === 'raise' ? here : here - 2];
  if (!next) {
    const end = intramuscularTiersMg[here - 1] ?? houseRule;
    return way === 'raise'
      ? highest('The last dose is already in the highest published step.', [end])
      : lower(undefined, 'Poorly borne, and already in the lowest published step.', end);
  }
  const [from, to] = next.value;
  const toMg =
    way === 'raise' ? ([Math.max(from, doseMg), to] as const) : ([from, Math.min(to, doseMg)] as const);
  return way === 'raise'
    ? raise(toMg, `Weak response, well borne: the next published step is ${from} to ${to} mg.`, [next])
    : lower(toMg, `Poorly borne: the published step below is ${from} to ${to} mg.`, next);
}

function lozenge(route: 'sublingual' | 'buccal', doseMg: number, way: 'raise' | 'lower'): Step {
  if (way === 'lower') return lower(undefined, 'Poorly borne: consider a lower dose.', houseRule);
  const maximum = publishedRanges[route].maximumMg;
  const firstMg = doseMg + lozengeIncrementMg.value;
  if (maximum && isAbove({ value: firstMg, limit: maximum.value })) {
    return highest(`One more step would pass ${maximum.value} mg, the most published for one session.`, [
      maximum,
    ]);
  }
  const lastMg = doseMg + lozengeIncrementMg.value * lozengeIncrementsAtMost.value;
  const toMg = [firstMg, Math.min(lastMg, maximum?.value ?? lastMg)] as const;
  return raise(
    toMg,
    `Weak response, well borne: up to ${lozengeIncrementsAtMost.value} additions of ${lozengeIncrementMg.value} mg in a session are published, to ${shown(toMg)} mg.`,
    [lozengeIncrementMg, lozengeIncrementsAtMost, ...(maximum ? [maximum] : [])],
  );
}

function spray(question: Question, doseMg: number, way: 'raise' | 'lower'): Step {
  const { ageYears, jurisdiction } = question;
  const doses: readonly number[] = [olderDoseMg.value, ...labelledMg.US.value];
  if (!devicesOf(doseMg)) {
    return unknown('not-a-labelled-dose', 'The last dose is not one any label of the spray holds.', [
      'lastDoseMg',
    ]);
  }
  const nextMg = doses[doses.indexOf(doseMg) + (way === 'raise' ? 1 : -1)];
  if (nextMg !== undefined) {
    const { allowed, issues } = esketamineDose({ doseMg: nextMg, ageYears, jurisdiction });
    if (allowed === 'unknown') {
      const missing = issues.flatMap((issue) => issue.missing);
      return unknown(
        'label-not-known',
        'Which doses the label holds depends on the age and the place.',
        missing,
      );
    }
    if (allowed) {
      return way === 'raise'
        ? raise([nextMg, nextMg], `Weak response, well borne: the label allows ${nextMg} mg next.`, [
            spraySteps,
          ])
        : lower([nextMg, nextMg], `Poorly borne: the label allows ${nextMg} mg next.`, spraySteps);
    }
  }
  return way === 'raise'
    ? highest('The label holds no higher dose for this person.', [labelledMg[jurisdiction ?? 'US']])
    : lower(undefined, 'Poorly borne, and the label holds no lower dose for this person.', spraySteps);
}

function noResponse({
  response,
  sessionsGiven,
  reconsiderFrom = reconsiderFromSessions,
}: Question): readonly DetectedIssue[] {
  if (response !== 'none') return [];
  if (!isPositive(sessionsGiven) || !Number.isInteger(sessionsGiven)) {
    return [
      findingOf(rule, {
        code: 'sessions-not-known',
        title: 'There was no response, and how many sessions that is true of is not known.',
        action: 'unknown',
        inputs: inputsOf({ sessionsGiven }),
        missing: ['sessionsGiven'],
        roots: [reconsiderFrom],
      }),
    ];
  }
  if (sessionsGiven < reconsiderFrom.value) return [];
  return [
    findingOf(rule, {
      code: 'no-response-reconsider',
      title: `No response after ${sessionsGiven} sessions: reconsider whether to go on.`,
      action: 'review',
      inputs: inputsOf({ sessionsGiven }),
      roots: [reconsiderFrom],
    }),
  ];
}

function stay(): Step {
  return {
    direction: 'stay',
    toMg: undefined,
    found: {
      code: 'dose-may-stay',
      title: 'It helped and was well borne: no published step asks for a change.',
      action: 'inform',
      roots: [houseRule],
    },
  };
}

function raise(toMg: readonly [number, number], title: string, roots: readonly [Root, ...Root[]]): Step {
  return { direction: 'raise', toMg, found: { code: 'consider-raising', title, action: 'review', roots } };
}

function lower(toMg: readonly [number, number] | undefined, title: string, root: Root): Step {
  return {
    direction: 'lower',
    toMg,
    found: { code: 'consider-lowering', title, action: 'review', roots: [root] },
  };
}

function highest(title: string, roots: readonly [Root, ...Root[]]): Step {
  return {
    direction: 'stay',
    toMg: undefined,
    found: { code: 'no-higher-published-step', title, action: 'review', roots },
  };
}

function unknown(code: string, title: string, missing: readonly string[]): Step {
  return {
    direction: 'unknown',
    toMg: undefined,
    found: { code, title, action: 'unknown', missing, roots: [houseRule] },
  };
}

function shown([from, to]: readonly [number, number]): string {
  return from === to ? `${rounded(from, 1)}` : `${rounded(from, 1)} to ${rounded(to, 1)}`;
}
