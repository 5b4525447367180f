// What the rows say of the long run, in the words the watch asks in: answers to the two short forms, what was looked up, and
// the doses of sessions that are over. Silence stays undefined.

import type { GivenDose } from '#clinical/dosing/cumulative-exposure.ts';
import { doseRouteOf } from '#clinical/dosing/dose-route.ts';
import { instantOf } from '#clinical/instant.ts';
import { bladder, bladderAnswers } from '#clinical/instruments/bladder.ts';
import { misuse, misuseAnswers } from '#clinical/instruments/misuse.ts';
import type { Answers } from '#clinical/instruments/score.ts';
import type { AltTest } from '#clinical/risk/liver.ts';
import type { ComingDose, PrescriptionCheck, Said, WatchedPerson } from '#clinical/risk/long-term-watch.ts';
import type { ScreeningAnswers } from '#clinical/screening/consult.ts';
import type { GatheredDose, GatheredPerson } from './gathered.ts';
import { healthFactsOf } from './health-facts.ts';

type LongTermFacts = Omit<WatchedPerson, 'edition' | 'now' | 'coming'>;

export function longTermFactsOf(person: GatheredPerson): LongTermFacts {
  return {
    zone: person.zone,
    bladder: saidOn(person, bladder.id, bladderAnswers),
    misuse: saidOn(person, misuse.id, misuseAnswers),
    prescriptionChecks: ofKind(person, 'prescription-check').map(
      ({ body, recordedAt }) => ({ ...body, at: recordedAt }) as unknown as PrescriptionCheck,
    ),
    liverAtRisk: liverAtRisk(healthFactsOf(person).conditions),
    altTests: ofKind(person, 'liver-test').map(
      ({ body }): AltTest => ({
        altUnitsPerLitre: Number(body['altUnitsPerLitre']),
        upperLimitUnitsPerLitre: Number(body['upperLimitUnitsPerLitre']),
        at: instantOf(String(body['takenOn']), 0, person.zone),
      }),
    ),
    given: person.given.map(givenOf),
  };
}

/** The next dose that is booked and has not begun; one whose day has passed is still to be begun or taken out of the book. */
export function comingDoseOf(person: GatheredPerson, seriesId: string | undefined): ComingDose | undefined {
  const cycle = person.cycles.find((one) => one.seriesId === seriesId && one.session?.releasedAt == null);
  const dose = cycle?.appointments.findLast(({ kind, status }) => kind === 'dose' && status !== 'no-show');
  return cycle && dose && { cycleId: cycle.id, number: cycle.number, startsAt: dose.startsAt };
}

function saidOn<A>(person: GatheredPerson, form: string, read: (answers: Answers) => A): readonly Said<A>[] {
  return person.responses
    .filter(({ instrument }) => instrument === form)
    .map(({ answers, at }) => ({ answers: read(answers as Answers), at }));
}

function ofKind(
  person: GatheredPerson,
  kind: 'prescription-check' | 'liver-test',
): GatheredPerson['entries'] {
  return person.entries.filter((entry) => entry.kind === kind && entry.status !== 'dismissed');
}

/** The third is asked only for some routes: silence about it leaves what the first two said. */
function liverAtRisk(conditions: ScreeningAnswers['conditions']): boolean | undefined {
  const diseases = [conditions?.['severe-liver-disease'], conditions?.['moderate-liver-disease']];
  const raised = conditions?.['liver-enzymes-or-bile-ducts'];
  if ([...diseases, raised].includes('yes')) return true;
  const isNo = diseases.every((answer) => answer === 'no') && (raised === undefined || raised === 'no');
  return isNo ? false : undefined;
}

function givenOf({ sessionId, route, at, ...dose }: GatheredDose): GivenDose {
  return { sessionId, route: doseRouteOf(route), at, doseMg: milligramsOf(dose) };
}

/** A drip that ran to its end gave what was drawn up. Where it ended early only the pump knows, if anybody read it. */
function milligramsOf({
  doseMg,
  isDrip,
  ended,
}: Pick<GatheredDose, 'doseMg' | 'isDrip' | 'ended'>): number | undefined {
  if (!isDrip) return doseMg ?? undefined;
  if (ended?.pumpReadsMg != null) return ended.pumpReadsMg;
  return ended?.reason === 'complete' ? (doseMg ?? undefined) : undefined;
}
