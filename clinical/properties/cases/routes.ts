// Both doors on every route: what one route asks and another does not, taken away one at a time.

import { answer } from '#clinical/answer.ts';
import { routeExamples } from '#clinical/examples/ready-records.ts';
import { type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';

/** Parts of the answer of a door that are there in this example, by their path. */
function present(prefix: string, part: object | undefined): readonly string[] {
  return Object.entries(part ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name]) => `${prefix}.${name}`);
}

/** Kept for the record; no line of leaving asks for them. */
const notAskedOnLeaving = ['paused', 'recoveryStartedAt', 'checksTakenAt', 'latest'];

export const routeCases: readonly RuleCase[] = routeExamples.flatMap(
  ({ edition, ready, readyNow, rested, restedNow }) => {
    const session = rested.cycle?.session;
    const arrival = present('record.cycle.arrival', ready.cycle?.arrival);
    const isHome = edition.route === 'home';
    // At home the watching goes by what can be seen without instruments.
    const unseenAtHome = ['recoveryScore', 'escortAtDoor', 'belongings'];
    const leaving = present('record.cycle.session', session)
      .filter((path) => !notAskedOnLeaving.some((name) => path.endsWith(`.${name}`)))
      .filter((path) => !isHome || !unseenAtHome.some((name) => path.endsWith(`.${name}`)));
    const measured = isHome
      ? ['bloodPressure', 'heartRatePerMin']
      : ['bloodPressure', 'heartRatePerMin', 'spo2Percent', 'moaas'];
    return [
      ruleCase({
        id: `open-dose-gate-${edition.route}`,
        complete: { edition, record: ready, now: readyNow },
        removable: arrival,
        unreadable: arrival.map((path) => `${path}${/roomItems|doseWorkedOut/.test(path) ? '.0' : ''}.at`),
        isFine: (question) => answer(question).gates.openDose.open,
      }),
      ruleCase({
        id: `release-gate-${edition.route}`,
        complete: { edition, record: rested, now: restedNow },
        removable: [...leaving, ...measured.map((name) => `record.cycle.session.latest.${name}`)],
        unreadable: measured.map((name) => `record.cycle.session.latest.${name}.at`),
        isFine: (question) => answer(question).gates.release.open,
      }),
    ];
  },
);
