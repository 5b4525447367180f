// May this order be signed? The findings are read again now, and the dose is worked out again from what was typed; a
// prescriber decides, but not by overlooking.

import type { signOrder } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { doseOrderIssues, type OrderCourse } from '#clinical/dosing/dose-order.ts';
import { doseIssues, weightDose } from '#clinical/dosing/weight-dose.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { kilogramsOf, type Mass } from '#clinical/quantity.ts';
import type { Finding } from '#server/care-record';
import { type Refusal, refuse } from '#server/edge';

type Order = BodyOf<typeof signOrder>;

export function refusalOfOrder(
  order: Order,
  edition: Edition,
  known: { readonly findings: readonly Finding[]; readonly course: OrderCourse },
): Refusal | undefined {
  return (
    undecided(known.findings) ??
    notOfThisRoute(order, edition) ??
    weightRefusal(order) ??
    (edition.timing.route === 'iv'
      ? infusionRefusal(order, edition)
      : fixedDoseRefusal(order, edition, known.course))
  );
}

function undecided(findings: readonly Finding[]): Refusal | undefined {
  const open = findings.filter(
    ({ finding, decision }) =>
      decision === undefined && (finding.action === 'exclude' || finding.action === 'review'),
  );
  if (open.length > 0) {
    return refuse(
      422,
      'findings-undecided',
      `${open.length === 1 ? 'One finding waits' : `${open.length} findings wait`} for your decision before this order can be signed.`,
      open.map(({ key, finding }) => ({ path: key, message: finding.title })),
    );
  }
  const against = findings.filter(
    ({ decision }) => decision?.decision === 'hold' || decision?.decision === 'stop',
  );
  if (against.length === 0) return undefined;
  return refuse(
    422,
    'decided-against',
    'It was decided to hold or to stop. Change that decision first, with its reason.',
    against.map(({ key, finding }) => ({ path: key, message: finding.title })),
  );
}

/** An order holds what its route has, and nothing another route would read differently. */
function notOfThisRoute(order: Order, edition: Edition): Refusal | undefined {
  const { route } = edition.timing;
  const drug = route === 'nasal' ? 'esketamine' : 'ketamine';
  if (order.drug !== drug) {
    return refuse(422, 'another-drug', `On this route the order is for ${drug}.`, [
      { path: 'drug', message: `Order ${drug}.` },
    ]);
  }
  const strange = (
    [
      ['infusionMinutes', ['iv']],
      ['doseMgPerKg', ['iv', 'im']],
      ['weightKg', ['iv', 'im', 'sublingual']],
      ['parts', ['im', 'sublingual']],
      ['form', ['sublingual', 'home']],
      ['afterHold', ['sublingual', 'home']],
      ['indication', ['nasal']],
    ] as const
  ).filter(([name, routes]) => order[name] !== undefined && !routes.some((one) => one === route));
  if (strange.length === 0) return undefined;
  return refuse(
    422,
    'not-on-this-route',
    'This order holds something its route does not have. Open the plan again.',
    strange.map(([name]) => ({ path: name, message: 'Not on this route.' })),
  );
}

function weightRefusal({ weightKg, weightEntered }: Order): Refusal | undefined {
  if (weightEntered === undefined) return undefined;
  if (weightKg !== undefined && isWeightOf(weightKg, weightEntered)) return undefined;
  return refuse(
    422,
    'weight-does-not-add-up',
    'The kilograms are not the weight that was read from the scale. Write the weight again.',
    [{ path: 'weightKg', message: 'Does not match the weight as it was entered.' }],
  );
}

function infusionRefusal(order: Order, edition: Edition): Refusal | undefined {
  const { doseMgPerKg, weightKg, infusionMinutes } = order;
  if (infusionMinutes === undefined) {
    return refuse(422, 'dose-not-whole', 'An infusion needs its minutes.', [
      { path: 'infusionMinutes', message: 'Give the minutes of the infusion.' },
    ]);
  }
  const worked = weightDose({
    mgPerKg: doseMgPerKg,
    weightKg,
    minutes: infusionMinutes,
    concentrationMgPerMl: undefined,
    edition,
  });
  if (
    weightKg === undefined ||
    worked.dose === undefined ||
    !isRoundingOf(order.doseMg, worked.dose.doseMg)
  ) {
    return doesNotAddUp;
  }
  return refusalOfIssues(
    order,
    doseIssues({ doseMg: order.doseMg, weightKg, minutes: infusionMinutes, edition }),
  );
}

const doesNotAddUp = refuse(
  422,
  'dose-does-not-add-up',
  'The milligrams are not the weight times the dose per kilogram. Work it out again.',
  [{ path: 'doseMg', message: 'Does not match the weight and the dose per kilogram.' }],
);

/** A spray, an injection or a lozenge: by the same rule that was shown on the screen, asked again with what is known here. */
function fixedDoseRefusal(order: Order, edition: Edition, course: OrderCourse): Refusal | undefined {
  const { doseMgPerKg, weightKg } = order;
  // By weight it is the first part that follows from the scale.
  if (doseMgPerKg !== undefined) {
    const firstMg = order.parts?.firstMg ?? order.doseMg;
    if (weightKg === undefined || !isRoundingOf(firstMg, doseMgPerKg * weightKg)) return doesNotAddUp;
  }
  return refusalOfIssues(order, doseOrderIssues({ order, course, edition }));
}

function refusalOfIssues(order: Order, issues: readonly DetectedIssue[]): Refusal | undefined {
  const beyond = issues.filter((issue) => issue.action === 'exclude');
  if (beyond.length > 0) {
    return refuse(
      422,
      'dose-above-ceiling',
      'This dose is beyond what the protocol allows.',
      beyond.map((issue) => ({ path: 'doseMg', message: issue.title })),
    );
  }
  const open = issues.filter((issue) => issue.action === 'unknown');
  if (open.length > 0) {
    return refuse(
      422,
      'dose-not-whole',
      'Something this order is held against is not known. Settle it first.',
      open.map((issue) => ({ path: issue.missing[0] ?? 'doseMg', message: issue.title })),
    );
  }
  const unusual = issues.filter((issue) => issue.action === 'review');
  if (unusual.length > 0 && !order.note) {
    return refuse(
      422,
      'dose-needs-reason',
      'This dose is unusual for the protocol. Say why in the note.',
      unusual.map((issue) => ({ path: 'note', message: issue.title })),
    );
  }
  return undefined;
}

/** Kilograms are written to the hundredth. */
function isWeightOf(weightKg: number, entered: Mass): boolean {
  return Math.abs(weightKg - kilogramsOf(entered)) <= 0.005 + 1e-9;
}

/** A dose may be written in whole milligrams, tenths or hundredths; it is then the exact one rounded, and nothing else. */
function isRoundingOf(written: number, exact: number): boolean {
  return [1, 10, 100].some((parts) => Math.abs(written - Math.round(exact * parts) / parts) < 1 / 1_000);
}
