// What an event comes to: how it stands, what the rule finds, whom to tell, and the same as FHIR. Nothing here is kept.

import type { Grading, KeptGrading, ToldAdverseEvent } from '#api/adverse-events.ts';
import {
  type AdverseEvent,
  adverseEventIssues,
  asksPrescriber,
  isSerious,
  minutesFromFirstDose,
  reportingDuties,
} from '#clinical/risk/adverse-event.ts';
import type { Jurisdiction } from '#clinical/screening/conditions.ts';
import { dosesGiven } from '#dosing-session/flowsheet.ts';
import { symptoms } from '#dosing-session/symptoms.ts';
import { toAdverseEvent } from '#fhir/adverse-event.ts';
import { formatDateTime } from '#fhir/date-time.ts';
import { toMedicationAdministration } from '#fhir/medication-administration.ts';
import { toPatient } from '#fhir/patient.ts';
import type { CollectionBundle } from '#fhir/resources.ts';
import type { Clinic } from '#server/access';
import type { KeptEvent, PersonToShare, SessionBehind } from './store.ts';

const labelPlaces: readonly Jurisdiction[] = ['US', 'EU', 'UK'];

export function jurisdictionOf(clinic: Pick<Clinic, 'settings'>): Jurisdiction {
  return labelPlaces.find((place) => place === clinic.settings.jurisdiction) ?? 'US';
}

/** The last grading where there is one; else what was told, of which only its own words are sure. */
export function asGraded(
  event: KeptEvent,
  firstDoseAt: number | undefined,
): AdverseEvent & { readonly isVoid: boolean } {
  const last: Grading | undefined = event.gradings.at(-1);
  const ended = event.ended === 'over' ? undefined : event.ended;
  return {
    term: last === undefined ? event.term : last.term,
    severity: last === undefined ? event.severity : last.severity,
    seriousness: last?.seriousness,
    relatedness: last?.relatedness,
    startedAt: last === undefined ? event.startedAt : last.startedAt,
    firstDoseAt,
    resolved: last === undefined ? ended : last.resolved,
    reportedTo: last?.reportedTo,
    isVoid: last !== undefined && last.enteredInError !== '',
  };
}

export function toldOf(
  event: KeptEvent,
  session: SessionBehind | undefined,
  clinic: Pick<Clinic, 'settings'>,
): ToldAdverseEvent {
  const firstDoseAt = session?.firstDoseAt;
  const graded = asGraded(event, firstDoseAt);
  const route = session?.route;
  const asked = { event: graded, route: route ?? 'iv', jurisdiction: jurisdictionOf(clinic) } as const;
  // Without a dose before it there is nothing it could be held against, and no route whose program asks.
  const issues = graded.isVoid
    ? []
    : adverseEventIssues(asked).filter(({ code }) => route !== undefined || !aboutADose.includes(code));
  const { id, patientId, words, term, severity, startedAt, ended, sessionId, symptomId } = event;
  return {
    id,
    patientId,
    words,
    term,
    severity,
    startedAt,
    ended,
    sessionId,
    symptomId,
    route,
    firstDoseAt,
    reportedAt: event.reportedAt,
    reportedByName: event.reportedByName,
    reportedAs: event.reportedAs,
    gradings: [...event.gradings],
    state: stateOf(event.gradings, graded.isVoid, issues),
    issues: [...issues],
    duties: route === undefined || graded.isVoid ? [] : [...reportingDuties(asked)],
  };
}

const aboutADose: readonly string[] = ['adverse-event-to-report', 'adverse-event-report-unknown'];

/** Closed is the end of a walk: whole, what must be told is told, and where it is grave a prescriber has signed. */
function stateOf(
  gradings: readonly KeptGrading[],
  isVoid: boolean,
  issues: ToldAdverseEvent['issues'],
): ToldAdverseEvent['state'] {
  if (isVoid) return 'entered-in-error';
  const last = gradings.at(-1);
  if (last === undefined) return 'reported';
  if (asksPrescriber(issues) && !last.signed) return 'to-sign';
  const isOpen = issues.some(
    ({ action, code }) => action === 'unknown' || code === 'adverse-event-to-report',
  );
  return isOpen ? 'graded' : 'closed';
}

const severityOfSymptom = { mild: 'mild', moderate: 'moderate', severe: 'severe' } as const;

/** Symptoms that stand in a log and in no event. */
export function waitingInTheRoom(sessions: readonly SessionBehind[], events: readonly KeptEvent[]) {
  const taken = new Set(events.map(({ symptomId }) => symptomId));
  return sessions.flatMap(({ id, state }) =>
    symptoms(state)
      .filter(({ symptomId }) => !taken.has(symptomId))
      .map(({ symptomId, symptom, worst, reportedAt, reportedBy, resolvedAt }) => ({
        sessionId: id,
        symptomId,
        symptom,
        worst: severityOfSymptom[worst],
        reportedAt,
        reportedBy,
        resolvedAt,
      })),
  );
}

export function outcomeOf(graded: Pick<AdverseEvent, 'resolved'>, event: KeptEvent) {
  if (graded.resolved === 'ongoing') return 'ongoing' as const;
  return graded.resolved !== undefined || event.ended === 'over' ? ('over' as const) : ('unknown' as const);
}

/** Times leave the house in UTC. */
const utcOffsetMinutes = 0;

type Shared = { readonly event: KeptEvent; readonly session: SessionBehind | undefined };

function resourceOf({ event, session }: Shared, how: { readonly named: boolean }) {
  const graded = asGraded(event, session?.firstDoseAt);
  return toAdverseEvent({
    eventId: event.id,
    // Without a name there is nobody to tell apart: each event then has a subject of its own.
    subject: how.named ? event.patientId : `of-${event.id}`.slice(0, 64),
    encounterId: how.named ? event.sessionId : undefined,
    utcOffsetMinutes,
    name: (graded.term ?? 'not named').replaceAll('-', ' '),
    words: how.named ? event.words : undefined,
    startedAt: graded.startedAt,
    recordedAt: event.reportedAt,
    recordedBy: how.named && event.reportedAs === 'patient' ? 'patient' : undefined,
    severity: graded.severity,
    seriousness: graded.seriousness,
    serious: isSerious(graded),
    outcome: outcomeOf(graded, event),
    relatedness: graded.relatedness,
    route: session?.route,
  });
}

export function bundleOfOne(
  shared: Shared & {
    readonly person: PersonToShare;
    readonly clinic: Pick<Clinic, 'id'>;
    readonly now: number;
  },
): CollectionBundle {
  const { event, session, person, clinic, now } = shared;
  const { patientId } = event;
  const doses = session === undefined ? [] : dosesGiven(session.state, now);
  const gender = genders.find((one) => one === person.sex);
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: formatDateTime(now, utcOffsetMinutes),
    entry: [
      {
        resource: toPatient({
          patientId,
          clinicNumber: { system: `urn:uuid:${clinic.id}`, value: patientId },
          familyName: person.family_name,
          givenNames: [person.given_name],
          ...(person.birth_date === null ? {} : { birthDate: person.birth_date }),
          gender,
          active: true,
        }),
      },
      { resource: resourceOf(shared, { named: true }) },
      ...doses.map((dose) => {
        const by = givenBy(session, dose.eventId);
        return {
          resource: toMedicationAdministration({
            administrationId: dose.eventId,
            patientId,
            encounterId: session?.id,
            route: session?.route ?? dose.route,
            status: dose.endedAt === undefined ? 'in-progress' : 'completed',
            startedAt: dose.startedAt,
            endedAt: dose.endedAt,
            utcOffsetMinutes,
            givenMg: dose.endedAt === undefined ? undefined : dose.givenMg,
            lot: dose.lot ?? undefined,
            expiry: dose.expiry ?? undefined,
            givenBy: by === undefined ? { who: 'patient' } : { who: 'practitioner', practitionerId: by },
          }),
        };
      }),
    ],
  };
}

const genders = ['male', 'female', 'other', 'unknown'] as const;

/** At home nobody of the clinic gave it. */
function givenBy(session: SessionBehind | undefined, eventId: string): string | undefined {
  const entries = [...(session?.state.facts.DoseStarted ?? []), ...(session?.state.facts.DoseGiven ?? [])];
  const entry = entries.find((one) => one.eventId === eventId);
  return entry === undefined || entry.actingRole === 'companion' ? undefined : entry.byId;
}

export function registerBundle(all: readonly Shared[], now: number): CollectionBundle {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: formatDateTime(now, utcOffsetMinutes),
    ...(all.length === 0
      ? {}
      : { entry: all.map((one) => ({ resource: resourceOf(one, { named: false }) })) }),
  };
}

export function registerLine({ event, session }: Shared, clinic: Pick<Clinic, 'settings'>) {
  const told = toldOf(event, session, clinic);
  const graded = asGraded(event, session?.firstDoseAt);
  const minutes = minutesFromFirstDose(graded);
  return {
    id: event.id,
    reportedAt: event.reportedAt,
    reportedAs: event.reportedAs,
    route: told.route,
    minutesFromDose: minutes === undefined ? undefined : Math.round(minutes),
    term: graded.term,
    severity: graded.severity,
    serious: isSerious(graded),
    relatedness: graded.relatedness,
    outcome: outcomeOf(graded, event),
    state: told.state,
    toBeTold: told.duties
      .filter(({ duty, to }) => duty === 'must' && graded.reportedTo?.includes(to) !== true)
      .map(({ to }) => to),
  };
}
