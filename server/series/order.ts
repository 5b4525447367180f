// May this order be signed? The findings are read again now, and the dose is worked out again from what was typed; a
// prescriber decides, but not by overlooking.

import type { signOrder } from '#api/consult.ts';
import type { BodyOf } from '#api/endpoint.ts';
import { doseIssues, weightDose } from '#clinical/dosing/weight-dose.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { kilogramsOf, type Mass } from '#clinical/quantity.ts';
import type { Finding } from '#server/care-record';
import { type Refusal, refuse } from '#server/edge';

type Order = BodyOf<typeof signOrder>;

export function refusalOfOrder(
  order: Order,
  edition: Edition,
  findings: readonly Finding[],
): Refusal | undefined {
  return undecided(findings) ?? doseRefusal(order, edition);
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

function doseRefusal(order: Order, edition: Edition): Refusal | undefined {
  if (edition.timing.route === 'iv' && order.infusionMinutes === undefined) {
    return refuse(422, 'dose-not-whole', 'An infusion needs its minutes.', [
      { path: 'infusionMinutes', message: 'Give the minutes of the infusion.' },
    ]);
  }
  if (order.weightEntered !== undefined && !isWeightOf(order.weightKg, order.weightEntered)) {
    return refuse(
      422,
      'weight-does-not-add-up',
      'The kilograms are not the weight that was read from the scale. Write the weight again.',
      [{ path: 'weightKg', message: 'Does not match the weight as it was entered.' }],
    );
  }
  const worked = weightDose({
    mgPerKg: order.doseMgPerKg,
    weightKg: order.weightKg,
    minutes: order.infusionMinutes,
    concentrationMgPerMl: undefined,
    edition,
  });
  if (worked.dose === undefined || !isRoundingOf(order.doseMg, worked.dose.doseMg)) {
    return refuse(
      422,
      'dose-does-not-add-up',
      'The milligrams are not the weight times the dose per kilogram. Work it out again.',
      [{ path: 'doseMg', message: 'Does not match the weight and the dose per kilogram.' }],
    );
  }
  const issues = doseIssues({
    doseMg: order.doseMg,
    weightKg: order.weightKg,
    minutes: order.infusionMinutes,
    edition,
  });
  const beyond = issues.filter((issue) => issue.action === 'exclude' || issue.action === 'unknown');
  if (beyond.length > 0) {
    return refuse(
      422,
      'dose-above-ceiling',
      'This dose is beyond what the protocol allows.',
      beyond.map((issue) => ({ path: 'doseMg', message: issue.title })),
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
