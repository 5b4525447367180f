// The made-up person on the morning of a dose, once for each route, with every line of that route's gate settled; and
// again afterwards, when every line of leaving is settled. Each is the infusion's record with what the route changes.

import type { ArrivalFacts, CareRecord, Fact, Role, Route, SessionFacts } from '#clinical/care-record.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { readyNow, readyRecord, restedNow, restedRecord } from './ready-record.ts';

export type RouteExample = {
  readonly edition: Edition;
  readonly ready: CareRecord;
  readonly readyNow: Instant;
  readonly rested: CareRecord;
  readonly restedNow: Instant;
};

function said<T>(value: T, minutesAgo: number, by = 'Maria Ruiz', byRole: Role = 'nurse'): Fact<T> {
  return { value, at: addMinutes(readyNow, -minutesAgo), by, byRole };
}

/** What a route's arrival has beyond the infusion's, and what it does not have at all. */
const arrivals: Readonly<Record<Route, ArrivalFacts>> = {
  iv: {},
  im: {},
  sublingual: {},
  nasal: {
    weightKg: undefined,
    lastNasalProductAt: said(addMinutes(readyNow, -90), 30),
    programEnrolment: said('verified', 45, 'Dr N. Okafor', 'prescriber'),
  },
  home: {
    roomItems: undefined,
    doseWorkedOut: undefined,
    spo2Percent: undefined,
    weightKg: undefined,
    sitter: said(
      { name: 'Lena Tan', phone: '+1 555 0100', answer: 'stays-throughout' },
      15,
      'Lena Tan',
      'companion',
    ),
    emergencyAddress: said('12 Quarry Lane, back door', 15, 'James Tan', 'patient'),
    substances: said('none', 12, 'James Tan', 'patient'),
    caringFor: said('nobody', 12, 'James Tan', 'patient'),
  },
};

/** Before a dose at home a therapist goes through it with them. */
const preparedInPerson = said<'done'>('done', 4_000, 'Thea Brandt', 'therapist');

/** When the parts of the dose went in, in minutes after the first. */
const parts: Readonly<Record<Route, readonly number[] | undefined>> = {
  iv: undefined,
  im: [0],
  sublingual: [0],
  home: [0],
  nasal: [0, 5],
};

/** Where a route has several examples, the first of them. */
export const routeExamples: readonly RouteExample[] = exampleEditions
  .filter(({ route }, index) => exampleEditions.findIndex((edition) => edition.route === route) === index)
  .map(exampleOf);

export function routeExample(route: Route): RouteExample {
  const found = routeExamples.find((example) => example.edition.route === route);
  if (!found) throw new Error(`No example edition for ${route}`);
  return found;
}

function exampleOf(edition: Edition): RouteExample {
  const { route } = edition;
  const ready = withRoute(edition, readyRecord);
  const givenAfter = parts[route];
  if (givenAfter === undefined) return { edition, ready, readyNow, rested: restedRecord, restedNow };
  const startsAt = readyRecord.cycle?.doseAppointment?.startsAt ?? readyNow;
  const partsGivenAt = givenAfter.map((minute) => addMinutes(startsAt, minute));
  const lastAt = partsGivenAt.at(-1) ?? startsAt;
  const leavesAt = addMinutes(lastAt, edition.rest.minimumMinutes.value + 10);
  const later = leavesAt - restedNow;
  const rested = withRoute(edition, restedRecord);
  const session: SessionFacts = {
    ...(moved(rested.cycle?.session, later) as SessionFacts),
    doseStartedAt: startsAt,
    doseStoppedAt: lastAt,
    partsGivenAt,
    paused: undefined,
    recoveryStartedAt: addMinutes(startsAt, 60),
    checksTakenAt: [0, 15, 30, 40, 45, 60, 90, 120].map((minute) => addMinutes(startsAt, minute)),
    lineRemoved: undefined,
    ...(route === 'home'
      ? { sitterStays: { ...said('stays', 0, 'Lena Tan', 'companion'), at: leavesAt } }
      : {}),
  };
  return {
    edition,
    ready,
    readyNow,
    rested: { ...rested, cycle: { ...(rested.cycle ?? { id: '', number: 1 }), session } },
    restedNow: leavesAt,
  };
}

function withRoute(edition: Edition, record: CareRecord): CareRecord {
  const { route } = edition;
  if (route === 'iv' || !record.plan || !record.cycle) return record;
  return {
    ...record,
    plan: { ...record.plan, route, editionId: edition.id },
    certifiedSite:
      route === 'nasal' ? { number: 'S-1204', until: '2027-06-30', enteredBy: 'Dana Cole' } : undefined,
    cycle: {
      ...record.cycle,
      ...(record.cycle.consent && {
        consent: { ...record.cycle.consent, editionId: edition.consentEditionId },
      }),
      ...(route === 'home' && { preparation: { ...record.cycle.preparation, talk: preparedInPerson } }),
      ride: route === 'home' ? undefined : record.cycle.ride,
      arrival: { ...record.cycle.arrival, ...arrivals[route] },
    },
  };
}

/** The same facts, so much later. */
function moved(part: unknown, by: number): unknown {
  if (Array.isArray(part)) return part.map((entry) => moved(entry, by));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [
      key,
      key === 'at' && typeof inner === 'number' ? inner + by : moved(inner, by),
    ]),
  );
}
