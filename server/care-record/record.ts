// From rows to the care record: who they are, what is known, what is planned, the cycle under way and what its session
// says. Nothing is filled in: what no row says stays undefined, and undefined is unknown.

import { itemOfStep, type PreparationBody } from '#api/preparation.ts';
import type {
  CareRecord,
  Cycle,
  EveningCheck,
  Fact,
  JourneyStage,
  Preparation,
  RecordedIssue,
  Role,
} from '#clinical/care-record.ts';
import { addDays, addMinutes, instantOf, localDateOf } from '#clinical/instant.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { afterCheckAnswer, type LastDose } from '#clinical/integration/after-checks.ts';
import type { CompanionAsked } from '#clinical/integration/companion-checks.ts';
import { eveningAskedAt } from '#clinical/integration/evening.ts';
import { isOfTheDay } from '#clinical/preparation/morning.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { Followed } from '#clinical/worklist.ts';
import type { LogEvent, SessionFact } from '#dosing-session/events.ts';
import { type CareFacts, careFacts } from '#dosing-session/facts.ts';
import { oncePerState } from '#dosing-session/once-per-state.ts';
import { fold, type SessionState } from '#dosing-session/state.ts';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { firstEdition } from './answer.ts';
import { currentSeries, findingsOf, indicationsNamed } from './findings.ts';
import {
  type GatheredCycle,
  type GatheredFloor,
  type GatheredPerson,
  gatherFloor,
  gatherPeople,
} from './gathered.ts';
import { sectionsOf, submittedAt } from './screening-sections.ts';

type EditionFor = (editionId: string | undefined) => Edition;

/** What is held of sessions already, as a wall does: these are not read and folded again. */
type HeldStates = { readonly states?: ReadonlyMap<string, SessionState> | undefined };

type RecordOptions = {
  /** The cycle a session or a slot belongs to, where the question is about that one and not the one under way. */
  readonly cycleId?: string | undefined;
};

export async function careRecordOf(
  tx: Tx,
  patientId: string,
  now: number,
  options: RecordOptions = {},
): Promise<Followed | undefined> {
  const cycleOf = options.cycleId === undefined ? undefined : new Map([[patientId, options.cycleId]]);
  const records = await careRecordsOf(tx, [patientId], now, { cycleOf });
  return records.get(patientId);
}

/** Many people at once, for the day and the board: three statements however many there are. */
export async function careRecordsOf(
  tx: Tx,
  patientIds: readonly string[],
  now: number,
  options: HeldStates & { readonly cycleOf?: ReadonlyMap<string, string> | undefined } = {},
): Promise<Map<string, Followed>> {
  if (patientIds.length === 0) return new Map();
  const people = await gatherPeople(tx, [...new Set(patientIds)]);
  const gathered = await gatherFloor(tx, now);
  const editions = await editionsNamed(tx, [
    ...(gathered.underWay ?? []).map(({ editionId }) => editionId),
    ...people.flatMap((person) => [
      ...person.series.map((series) => series.editionId),
      ...person.cycles.map((cycle) => cycle.session?.editionId),
    ]),
  ]);
  const editionFor = (editionId: string | undefined): Edition => editions(editionId) ?? firstEdition();
  const floor = { ...gathered, dosingEndsAt: expectedEnds(gathered, editions) };
  const chosen = new Map(
    people.map((person) => [
      person.patientId,
      cycleOf(person, now, { asked: options.cycleOf?.get(person.patientId), editionFor }),
    ]),
  );
  const facts = await sessionFactsOf(tx, people, { chosen, editionFor, states: options.states });
  return new Map(
    people.map((person) => {
      const edition = editionFor(currentSeries(person)?.editionId);
      const record = recordOf({
        person,
        floor,
        chosen: chosen.get(person.patientId),
        facts: facts.get(person.patientId),
        edition,
        now,
      });
      return [person.patientId, { record, edition }];
    }),
  );
}

/**
 * The cycle under way or next: the first whose session has not ended. One that has ended stays in front until its
 * integration was held, the time for it has passed, or the next dose's day has come, so that the evening check and
 * the visit are not lost from sight.
 */
function cycleOf(
  person: GatheredPerson,
  now: number,
  { asked, editionFor }: { readonly asked: string | undefined; readonly editionFor: EditionFor },
): GatheredCycle | undefined {
  if (asked !== undefined) return person.cycles.find((cycle) => cycle.id === asked);
  const series = currentSeries(person);
  const cycles = person.cycles.filter((cycle) => cycle.seriesId === series?.id);
  const next = cycles.find((cycle) => cycle.session?.releasedAt == null);
  const ended = cycles.findLast((cycle) => cycle.session?.releasedAt != null);
  if (ended === undefined || next === undefined) return next ?? ended;
  const doseAt = slot(next, 'dose')?.startsAt;
  const isDoseDay = doseAt !== undefined && localDateOf(doseAt, person.zone) <= localDateOf(now, person.zone);
  const edition = editionFor(series?.editionId);
  const releasedAt = ended.session?.releasedAt ?? now;
  const windowEnded = now > addMinutes(releasedAt, edition.integration.toHours.value * 60);
  const isStillOpen =
    !windowEnded && !isDoseDay && next.session === null && integrationHeldAt(person, ended) === undefined;
  return isStillOpen ? ended : next;
}

type Floor = GatheredFloor & { readonly dosingEndsAt: readonly number[] };

/** A drip by its planned minutes; a dose that went in at once by how long its protocol says the main effect lasts. */
function expectedEnds(
  { underWay }: GatheredFloor,
  editions: (editionId: string) => Edition | undefined,
): readonly number[] {
  return (underWay ?? []).flatMap(({ editionId, startedAt, plannedMinutes, lastPartAt }) => {
    if (startedAt !== null && plannedMinutes !== null) return [addMinutes(startedAt, plannedMinutes)];
    const effect = editions(editionId)?.durations.mainEffect?.toMinutes.value;
    return lastPartAt === null || effect === undefined ? [] : [addMinutes(lastPartAt, effect)];
  });
}

type EventRow = {
  session_id: string;
  event_id: string;
  patient_id: string;
  device_id: string;
  device_seq: number;
  effective_at: number;
  recorded_at: number;
  received_at: number;
  version: number;
  author_id: string;
  author_name: string;
  acting_role: LogEvent['actingRole'];
  body: { fact: SessionFact };
};

async function sessionFactsOf(
  tx: Tx,
  people: readonly GatheredPerson[],
  {
    chosen,
    editionFor,
    states: held,
  }: HeldStates & {
    readonly chosen: ReadonlyMap<string, GatheredCycle | undefined>;
    readonly editionFor: EditionFor;
  },
): Promise<Map<string, CareFacts>> {
  const sessions = people.flatMap((person) => {
    const session = chosen.get(person.patientId)?.session;
    return session ? [{ patientId: person.patientId, ...session }] : [];
  });
  const folded = await foldedFrom(
    tx,
    sessions.filter(({ id }) => held?.has(id) !== true),
  );
  return new Map(
    sessions.flatMap((session) => {
      const state = held?.get(session.id) ?? folded.get(session.id);
      return state === undefined
        ? []
        : [[session.patientId, factsOfState(state, editionFor(session.editionId))]];
    }),
  );
}

const factsOfState = oncePerState(careFacts);

async function foldedFrom(
  tx: Tx,
  sessions: readonly { readonly id: string; readonly patientId: string }[],
): Promise<ReadonlyMap<string, SessionState>> {
  if (sessions.length === 0) return new Map();
  const { rows } = await tx.prepared<EventRow>(
    'care-record-events',
    `select session_id, event_id, patient_id, device_id, device_seq, effective_at, recorded_at, received_at, version,
            author_id, author_name, acting_role, body
       from dosing_session_events where clinic_id = $1 and session_id = any($2) order by session_id, version`,
    [tx.clinicId, sessions.map((session) => session.id)],
  );
  const events = Map.groupBy(rows, (row) => row.session_id);
  return new Map(
    sessions.map(({ id, patientId }) => [
      id,
      fold((events.get(id) ?? []).map(eventOf), { sessionId: id, patientId }),
    ]),
  );
}

function eventOf(row: EventRow): LogEvent {
  return {
    eventId: row.event_id,
    sessionId: row.session_id,
    patientId: row.patient_id,
    deviceId: row.device_id,
    deviceSeq: row.device_seq,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    fact: row.body.fact,
    version: row.version,
    receivedAt: row.received_at,
    authorId: row.author_id,
    authorName: row.author_name,
    actingRole: row.acting_role,
  };
}

function recordOf(found: {
  readonly person: GatheredPerson;
  readonly floor: Floor;
  readonly chosen: GatheredCycle | undefined;
  readonly facts: CareFacts | undefined;
  readonly edition: Edition;
  readonly now: number;
}): CareRecord {
  const { person, floor, chosen, facts, edition, now } = found;
  const series = currentSeries(person);
  const at = chosen === undefined ? -1 : person.cycles.indexOf(chosen);
  const before = chosen === undefined ? [] : person.cycles.slice(0, at);
  const consult = person.consults.at(-1);
  const consultHeldAt =
    person.notes.find((note) => note.kind === 'consult')?.heldAt ??
    person.consults.find((one) => one.status === 'fulfilled')?.startsAt;
  return {
    patientId: person.patientId,
    birthDate: person.birthDate ?? undefined,
    zone: person.zone,
    stage: person.stage as JourneyStage,
    screening: {
      invitedAt: person.createdAt,
      sections: sectionsOf(person),
      submittedAt: submittedAt(person),
    },
    consult:
      consult === undefined && consultHeldAt === undefined
        ? undefined
        : { bookedAt: consult?.bookedAt, heldAt: consultHeldAt },
    issues: submittedAt(person) === undefined ? undefined : issuesOf(person, now, edition),
    indications: indicationsOf(person),
    plan:
      series === undefined
        ? undefined
        : {
            seriesId: series.id,
            route: series.route,
            editionId: series.editionId,
            status: series.status,
            order:
              series.order === null
                ? undefined
                : {
                    doseMg: series.order.body.doseMg,
                    firstMg: series.order.body.parts?.firstMg,
                    weightKg: series.order.body.weightKg,
                    infusionMinutes: series.order.body.infusionMinutes,
                    signedAt: series.order.signedAt,
                    signedBy: series.order.signedBy,
                  },
          },
    cycle: chosen === undefined ? undefined : cycleUnderWay(person, chosen, { edition, facts }),
    previousCycles: before.map((cycle) => cycleInShort(person, cycle)),
    lastDose: lastDoseOf(person),
    pulses: person.responses.flatMap(pulseOf),
    responses: person.responses
      .filter((response) => anchors.includes(response.instrument))
      .map(({ instrument, at: answeredAt, score }) => ({
        instrument,
        at: answeredAt,
        total: score?.total,
        item9: score?.item9,
      })),
    staffing:
      floor.nursesOnShift === null
        ? undefined
        : {
            nursesOnShift: floor.nursesOnShift,
            prescribersOnShift: floor.prescribersOnShift ?? undefined,
            dosingNow: floor.dosingNow,
            dosingEndsAt: floor.dosingEndsAt,
          },
    roomList: floor.roomList ?? undefined,
    certifiedSite: floor.certifiedSite ?? undefined,
    namesOutside: floor.namesOutside ?? undefined,
  };
}

function indicationsOf(person: GatheredPerson): readonly string[] | undefined {
  const named = indicationsNamed(person).map(({ indication }) => indication);
  return named.length === 0 ? undefined : named;
}

const anchors: readonly string[] = instruments.map(({ id }) => id);

function issuesOf(person: GatheredPerson, now: number, edition: Edition): readonly RecordedIssue[] {
  return findingsOf(person, now, edition).map(({ key, finding, decision }) => ({
    id: key,
    rule: finding.rule,
    code: finding.code,
    title: finding.title,
    action: finding.action,
    decision: decision && {
      value: decision.decision,
      at: decision.at,
      by: decision.by,
      byRole: 'prescriber',
    },
    decisionReason: decision?.reason,
  }));
}

function cycleUnderWay(
  person: GatheredPerson,
  cycle: GatheredCycle,
  known: { readonly edition: Edition; readonly facts: CareFacts | undefined },
): Cycle {
  const { edition, facts } = known;
  return {
    ...cycleInShort(person, cycle),
    doseAppointment: doseAppointment(cycle, facts?.arrivedAt),
    preparation: preparationOf(person, cycle),
    morning: morningOf(person, cycle),
    consent: consentOf(person, edition),
    ride: cycle.ride === null ? undefined : { ...cycle.ride, how: cycle.ride.how ?? undefined },
    arrival: facts?.arrival,
    overrides: facts?.overrides,
    session: facts?.session,
    eveningCheck: eveningCheckOf(person, cycle, edition, facts?.session.releasedAt),
  };
}

function cycleInShort(person: GatheredPerson, cycle: GatheredCycle): Cycle {
  const visit = slot(cycle, 'integration');
  return {
    id: cycle.id,
    number: cycle.number,
    of: person.series.find((series) => series.id === cycle.seriesId)?.plannedCycles,
    doseAppointment: doseAppointment(cycle, undefined),
    integrationAppointment: visit && { startsAt: visit.startsAt, heldAt: integrationHeldAt(person, cycle) },
    session: cycle.session ? { releasedAt: cycle.session.releasedAt ?? undefined } : undefined,
  };
}

function doseAppointment(cycle: GatheredCycle, toldAt: number | undefined): Cycle['doseAppointment'] {
  const dose = slot(cycle, 'dose');
  if (dose === undefined) return undefined;
  const arrivedAt = toldAt ?? (dose.status === 'arrived' ? dose.statusAt : cycle.session?.openedAt);
  return { startsAt: dose.startsAt, endsAt: dose.endsAt, roomName: dose.roomName ?? undefined, arrivedAt };
}

/** The slot that stands: a missed one is only used when nothing was booked after it. */
function slot(
  cycle: GatheredCycle,
  kind: 'dose' | 'integration',
): GatheredCycle['appointments'][number] | undefined {
  const ofKind = cycle.appointments.filter((one) => one.kind === kind);
  return ofKind.findLast((one) => one.status !== 'no-show') ?? ofKind.at(-1);
}

function integrationHeldAt(person: GatheredPerson, cycle: GatheredCycle): number | undefined {
  const note = person.notes.find((one) => one.kind === 'integration' && one.cycleId === cycle.id);
  return (
    note?.heldAt ??
    cycle.appointments.find((one) => one.kind === 'integration' && one.status === 'fulfilled')?.startsAt
  );
}

function preparationOf(person: GatheredPerson, cycle: GatheredCycle): Preparation {
  const marked = (kind: 'intention' | 'letter'): GatheredCycle['marks'][number] | undefined =>
    cycle.marks.find((mark) => mark.kind === kind);
  const saidByPatient = <T>(value: T, at: number): Fact<T> => ({
    value,
    at,
    by: person.name,
    byRole: 'patient',
  });
  const intention = marked('intention');
  const letter = marked('letter');
  return {
    intention: intention && saidByPatient(intention.state === 'written' ? 'set' : 'not-yet', intention.at),
    ...Object.fromEntries(
      Object.entries(itemOfStep).map(([step, kind]) => [step, doneOf(cycle, kind)] as const),
    ),
    talk: visitHeld(person, cycle),
    letter: letter?.state === 'written' ? saidByPatient('done', letter.at) : undefined,
  };
}

function morningOf(person: GatheredPerson, cycle: GatheredCycle): Cycle['morning'] {
  const said = doneOf(cycle, 'morning');
  const startsAt = slot(cycle, 'dose')?.startsAt;
  if (said === undefined || startsAt === undefined) return undefined;
  return isOfTheDay({ saidAt: said.at, startsAt, zone: person.zone })
    ? { ...said, value: 'said' }
    : undefined;
}

function doneOf(cycle: GatheredCycle, kind: PreparationBody['kind']): Fact<'done'> | undefined {
  const item = cycle.preparation.find((one) => one.kind === kind);
  if (item === undefined || !(isDone[kind] ?? always)(item.body)) return undefined;
  return { value: 'done', at: item.at, by: item.by ?? '', byRole: (item.byRole ?? 'patient') satisfies Role };
}

/** Kept, and still not done: a practice that was not tried, and a plan that was opened and emptied. */
const isDone: Partial<Record<PreparationBody['kind'], (body: Readonly<Record<string, unknown>>) => boolean>> =
  {
    grounding: (body) => Number(body['practisedSeconds']) > 0,
    'navigation-plan': saysSomething,
  };
const always = (): boolean => true;

/** When one of the team went through it with them: for this cycle, or at any time since the dose before it. */
function visitHeld(person: GatheredPerson, cycle: GatheredCycle): Fact<'done'> | undefined {
  const since = Math.max(
    0,
    ...person.cycles
      .slice(0, person.cycles.indexOf(cycle))
      .flatMap(({ session }) => session?.releasedAt ?? session?.openedAt ?? []),
  );
  const held = person.notes
    .filter(({ kind }) => kind === 'preparation')
    .filter((note) => (note.cycleId === null ? note.heldAt > since : note.cycleId === cycle.id))
    .toSorted((a, b) => a.heldAt - b.heldAt)
    .at(-1);
  return held && { value: 'done', at: held.heldAt, by: held.by, byRole: held.byRole ?? 'therapist' };
}

function saysSomething(body: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(body).some(
    ([field, value]) => field !== 'kind' && typeof value === 'string' && value.trim() !== '',
  );
}

/** The consent this plan asks for where it was signed; otherwise the newest, so that the gate can say it is another. */
function consentOf(person: GatheredPerson, edition: Edition): Cycle['consent'] {
  const found =
    person.consents.findLast((one) => one.editionId === edition.consentEditionId) ?? person.consents.at(-1);
  return (
    found && {
      editionId: found.editionId,
      signedAt: found.signedAt,
      withdrawnAt: found.withdrawnAt ?? undefined,
    }
  );
}

const eveningAnswers = ['all-right', 'rough', 'need-help'] as const;

function eveningCheckOf(
  person: GatheredPerson,
  cycle: GatheredCycle,
  edition: Edition,
  toldAt: number | undefined,
): EveningCheck | undefined {
  const releasedAt = toldAt ?? cycle.session?.releasedAt ?? undefined;
  if (releasedAt === undefined) return undefined;
  const day = localDateOf(releasedAt, person.zone);
  const dueAt = eveningAskedAt(releasedAt, { edition, zone: person.zone });
  const until = instantOf(addDays(day, 2), 0, person.zone);
  const given = person.responses.findLast(
    (response) =>
      response.instrument === 'evening-check' &&
      (response.cycleId === cycle.id ||
        (response.cycleId === null && response.at >= releasedAt && response.at < until)),
  );
  const answer = eveningAnswers.find((one) => Object.values(given?.answers ?? {}).includes(one));
  return { dueAt, answeredAt: given?.at, answer };
}

/** An answer speaks of the dose it names, or of the latest one before it. */
function lastDoseOf({ lastDose, responses }: GatheredPerson): LastDose | undefined {
  if (lastDose === null) return undefined;
  const { cycleId, startedAt, releasedAt, companion } = lastDose;
  const own = responses.filter(
    (one) =>
      one.instrument === 'after-check' &&
      (one.cycleId === cycleId || (one.cycleId === null && one.at >= releasedAt)),
  );
  return {
    cycleId,
    startedAt: startedAt ?? undefined,
    releasedAt,
    checks: own.flatMap(({ answers, at }) => afterCheckAnswer(answers, at) ?? []),
    companion: companion === null ? undefined : withSpans(companion),
  };
}

function withSpans(
  companion: NonNullable<NonNullable<GatheredPerson['lastDose']>['companion']>,
): CompanionAsked {
  return {
    ...companion,
    unasked: companion.unasked.map(({ until, ...span }) => ({ ...span, until: until ?? undefined })),
  };
}

function pulseOf(response: GatheredPerson['responses'][number]): readonly { at: number; value: number }[] {
  if (response.instrument !== 'pulse') return [];
  const value =
    response.score?.total ?? Object.values(response.answers).find((one) => typeof one === 'number');
  return typeof value === 'number' ? [{ at: response.at, value }] : [];
}
