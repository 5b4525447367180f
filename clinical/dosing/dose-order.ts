// May this order of a fixed dose be signed: the spray's devices, or what goes into a muscle or under the tongue with the
// parts that may follow? The labels, the published ranges and the edition are each asked; what they find stands side by side.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { isAskedOn } from '#clinical/gate.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { isPositive } from '#clinical/quantity.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';
import { type EsketamineIndication, esketamineDose, type Jurisdiction } from './esketamine-dose.ts';
import { type LozengeForm, lozengeIssues, publishedRangeIssues } from './published-range.ts';
import { ceilingOver, doseIssues } from './weight-dose.ts';

/** A first part, and how often one more of `nextMg` may follow it in the same session. */
export type OrderedParts = {
  readonly firstMg: number;
  readonly nextMg: number;
  readonly atMost: number;
};

/** What the label and the first-session rules ask about the person. */
export type OrderCourse = {
  readonly ageYears?: number | undefined;
  readonly jurisdiction?: Jurisdiction | undefined;
  readonly isFirstSession?: boolean | undefined;
  readonly previousDoseMg?: number | undefined;
};

export type DoseOrder = {
  /** The most that may be given in the session. */
  readonly doseMg: number | undefined;
  readonly weightKg?: number | undefined;
  readonly parts?: OrderedParts | undefined;
  readonly form?: LozengeForm | undefined;
  readonly afterHold?: 'spit' | 'swallow' | undefined;
  readonly indication?: EsketamineIndication | undefined;
};

const rule = 'dose-order';

/** An infusion is asked by weight and minutes elsewhere; a route this does not know says so. */
export function doseOrderIssues(question: {
  readonly order: DoseOrder;
  readonly course: OrderCourse;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  const { order, course, edition } = question;
  switch (edition.timing.route) {
    case 'nasal':
      return sprayIssues({ order, course, edition });
    case 'im':
      return byUrgency([...wholeIssues(question, 'im'), ...partIssues(order, 1)]);
    case 'sublingual':
    case 'home':
      return byUrgency([
        ...wholeIssues(question, 'sublingual').filter(({ code }) => code !== 'above-published-maximum'),
        ...lozengeIssues({
          form: order.form,
          isFirstSession: course.isFirstSession,
          dosesMg: dosesOf(order),
        }),
        ...(edition.route === 'home' ? secondAtHome(order) : partIssues(order, undefined)),
        ...holdIssues(order, edition.timing.afterHold.value),
      ]);
    case 'iv':
      return [notAskedHere(edition)];
  }
}

function sprayIssues(question: {
  readonly order: DoseOrder;
  readonly course: OrderCourse;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  const { order, course, edition } = question;
  const { doseMg, indication } = order;
  const { ageYears, jurisdiction, isFirstSession, previousDoseMg } = course;
  const label = esketamineDose({
    doseMg,
    indication,
    ageYears,
    jurisdiction,
    isFirstSession,
    previousDoseMg,
  });
  const allowed = edition.dose.allowedSessionMg;
  const issues = [...label.issues];
  if (!indication) {
    issues.push(
      findingOf(rule, {
        code: 'indication-not-said',
        title: 'Which of the label’s two uses this is for has not been said.',
        action: 'unknown',
        missing: ['indication'],
        roots: [houseRule],
      }),
    );
  }
  if (allowed && isPositive(doseMg) && !allowed.value.includes(doseMg)) {
    issues.push(
      findingOf(rule, {
        code: 'not-in-protocol',
        title: `The protocol has ${allowed.value.join(' or ')} mg and no other dose.`,
        action: 'exclude',
        inputs: inputsOf({ doseMg }, { unit: 'mg' }),
        roots: [allowed],
      }),
    );
  }
  return byUrgency(issues);
}

/** The whole of it against the edition's ceilings and against what was published for the route. */
function wholeIssues(
  { order, edition }: { readonly order: DoseOrder; readonly edition: Edition },
  route: 'im' | 'sublingual',
): readonly DetectedIssue[] {
  const { doseMg, weightKg } = order;
  if (!isAskedOn('weight', edition.route)) return unweighedIssues(doseMg, edition, route);
  if (!isPositive(doseMg) || !isPositive(weightKg)) {
    const missing = [
      ...(isPositive(doseMg) ? [] : ['doseMg']),
      ...(isPositive(weightKg) ? [] : ['weightKg']),
    ];
    return [
      findingOf(rule, {
        code: 'order-not-whole',
        title: 'Without a dose and a weight the order cannot be held against the protocol.',
        action: 'unknown',
        missing,
        roots: [houseRule],
      }),
    ];
  }
  const ceilings = doseIssues({ doseMg, weightKg, minutes: undefined, edition });
  const published = publishedRangeIssues({ route, doseMg, weightKg });
  // The edition's own ceiling has already said it where both are passed.
  const isSaid = ceilings.some(({ code }) => code === 'session-above-ceiling');
  return byUrgency([
    ...ceilings,
    ...published.filter(({ code }) => !(isSaid && code === 'above-published-maximum')),
  ]);
}

/** At home there is no scale, and the amounts of a lozenge do not follow from one. */
function unweighedIssues(
  doseMg: number | undefined,
  edition: Edition,
  route: 'im' | 'sublingual',
): readonly DetectedIssue[] {
  if (!isPositive(doseMg)) {
    return [
      findingOf(rule, {
        code: 'order-not-whole',
        title: 'Without a dose the order cannot be held against the protocol.',
        action: 'unknown',
        missing: ['doseMg'],
        roots: [houseRule],
      }),
    ];
  }
  const ceiling = ceilingOver({ doseMg, weightKg: undefined, edition });
  const published = publishedRangeIssues({ route, doseMg });
  if (!ceiling) return published;
  return byUrgency([
    findingOf(rule, {
      code: 'session-above-ceiling',
      title: `Above ${ceiling.value} ${ceiling.unit}, the ceiling for one session.`,
      action: 'exclude',
      inputs: inputsOf({ doseMg }, { unit: 'mg' }),
      roots: [ceiling],
    }),
    ...published.filter(({ code }) => code !== 'above-published-maximum'),
  ]);
}

function partIssues({ doseMg, parts }: DoseOrder, mostParts: number | undefined): readonly DetectedIssue[] {
  if (!parts) return [];
  const { firstMg, nextMg, atMost } = parts;
  const inputs = inputsOf({ firstMg, nextMg, atMost, doseMg });
  const isReadable =
    isPositive(firstMg) && isPositive(nextMg) && Number.isInteger(atMost) && atMost > 0 && isPositive(doseMg);
  if (!isReadable) {
    return [
      findingOf(rule, {
        code: 'parts-not-readable',
        title: 'The parts of the dose cannot be read as amounts.',
        action: 'unknown',
        inputs,
        missing: ['parts'],
        roots: [houseRule],
      }),
    ];
  }
  const issues: DetectedIssue[] = [];
  if (Math.abs(firstMg + nextMg * atMost - doseMg) > 1e-6) {
    issues.push(
      findingOf(rule, {
        code: 'parts-do-not-add-up',
        title: 'The parts together are not the most that is ordered for the session.',
        action: 'exclude',
        inputs,
        roots: [houseRule],
      }),
    );
  }
  if (mostParts !== undefined && atMost > mostParts) {
    issues.push(
      findingOf(rule, {
        code: 'too-many-parts',
        title: 'The protocol has a time for one more injection and no further one.',
        action: 'exclude',
        inputs,
        roots: [houseRule],
      }),
    );
  }
  return issues;
}

/** Nobody at home can judge whether a second one is safe, so none is ordered. */
function secondAtHome({ parts }: DoseOrder): readonly DetectedIssue[] {
  if (!parts) return [];
  return [
    findingOf(rule, {
      code: 'second-dose-at-home',
      title: 'At home one dose is ordered for a session, and no further part.',
      action: 'exclude',
      inputs: inputsOf({ nextMg: parts.nextMg, atMost: parts.atMost }),
      roots: [houseRule],
    }),
  ];
}

/** The edition may leave it to the order whether what is left is spat out or swallowed; then the order must say. */
function holdIssues(
  { afterHold }: DoseOrder,
  asked: 'spit' | 'swallow' | 'as-ordered',
): readonly DetectedIssue[] {
  if (!afterHold && asked === 'as-ordered') {
    return [
      findingOf(rule, {
        code: 'after-hold-not-said',
        title: 'Whether it is spat out or swallowed after the hold has not been said.',
        action: 'unknown',
        missing: ['afterHold'],
        roots: [houseRule],
      }),
    ];
  }
  if (!afterHold || asked === 'as-ordered' || afterHold === asked) return [];
  return [
    findingOf(rule, {
      code: 'after-hold-differs',
      title: `The protocol has it ${asked === 'spit' ? 'spat out' : 'swallowed'} after the hold.`,
      action: 'review',
      inputs: inputsOf({ afterHold }),
      roots: [houseRule],
    }),
  ];
}

function dosesOf({ doseMg, parts }: DoseOrder): readonly (number | undefined)[] {
  if (!parts) return [doseMg];
  const times = Number.isInteger(parts.atMost) && parts.atMost > 0 ? Math.min(parts.atMost, 20) : 0;
  return [parts.firstMg, ...Array.from({ length: times }, () => parts.nextMg)];
}

function notAskedHere(edition: Edition): DetectedIssue {
  return findingOf(rule, {
    code: 'route-not-asked',
    title: 'An order on this route is not asked as a fixed dose.',
    action: 'unknown',
    inputs: inputsOf({ route: edition.route }),
    missing: ['route'],
    roots: [houseRule],
  });
}
