// The routes of a dose at home. The watcher's own are found from their link, never from what they send; the clinic's show
// the address to those who care for that person and to nobody else.

import type { GateSeen, GuidedDay, HomeSession } from '#api/home.ts';
import * as api from '#api/home.ts';
import { type Condition, type Gate, isUnsettled } from '#clinical/gate.ts';
import { addMinutes } from '#clinical/instant.ts';
import type { SessionFactType } from '#dosing-session/events.ts';
import { type Actor, aloneRoute, type Context, decide, type Route, route, standingsTo } from '#server/access';
import { answerOf, careRecordOf } from '#server/care-record';
import { languageOf, linkLetter, writeMail } from '#server/communications';
import {
  bedsideAppender,
  eventsAfter,
  keepSession,
  keptIn,
  type LiveSessions,
  ringsOf,
} from '#server/dosing-sessions';
import { isRefusal, type Refusal, refuse } from '#server/edge';
import { joinCareTeam } from '#server/patients';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { companionAddress, doseOfCycle, keepLinkedPerson, linkEndsAt } from '#server/rides';
import { sha256 } from '#server/secrets';
import { guideOf, keepGuide, keepMark, looksForGuide } from './guide.ts';
import {
  dayOfLink,
  homeCycleOf,
  houseOf,
  keepOnCall,
  keepSupply,
  type LinkDay,
  mayAnswer,
  onCallOf,
  orderOf,
  planOf,
  sitterAsked,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const ended = refuse(410, 'link-ended', 'This link has ended. Call the clinic.');

/** What the one who watches may write: what they see and do in that house. Everything else is someone else's to say. */
const written: ReadonlySet<SessionFactType> = new Set<SessionFactType>([
  'PatientArrived',
  'LastIntakeReported',
  'SitterConfirmed',
  'EmergencyAddressGiven',
  'SubstancesAsked',
  'DependantsAsked',
  'SecondCheckDone',
  'VitalSignsMeasured',
  'LozengesCounted',
  'DoseGiven',
  'MouthEmptied',
  'LookMade',
  'RecoveryStarted',
  'SymptomsAsked',
  'SymptomReported',
  'SymptomResolved',
  'OrientationChecked',
  'GaitChecked',
  'InstructionsRepeatedBack',
  'SitterStayAsked',
]);
/** What comes back to them beside their own: whether someone answered, and that the day is over. */
const heard: ReadonlySet<SessionFactType> = new Set<SessionFactType>([
  'SignalAcknowledged',
  'AlertAcknowledged',
  'CallDeviceTested',
  'SessionCalledOff',
  'PatientReleased',
]);

const settledInTheHouse: ReadonlySet<Condition> = new Set<Condition>([
  'last-food',
  'last-clear-fluid',
  'no-substances',
  'blood-pressure',
  'heart-rate',
  'sitter',
  'emergency-address',
  'nobody-to-care-for',
  'dose-ended',
  'rest-minimum',
  'orientation',
  'gait',
  'settled-blood-pressure',
  'settled-heart-rate',
  'symptoms',
  'open-signals',
  'instructions',
  'sitter-stays',
]);

export function homeRoutes(ports: Ports, live: LiveSessions): readonly Route[] {
  const appender = bedsideAppender(ports, live);
  return [
    route(
      api.getHomePlan,
      { resource: 'home-plan', action: 'r', subject: 'patient' },
      { audit: 'home.plan.read' },
      async ({ tx, params, now }) => {
        const cycle = await homeCycleOf(tx, params['patientId'] ?? '', params['cycleId'] ?? '');
        if (cycle === undefined) return absent;
        return await planOf(tx, { seriesId: cycle.series_id, cycleId: cycle.cycle_id, now });
      },
    ),

    route(
      api.nameOnCall,
      { resource: 'home-plan', action: 'u', subject: 'patient' },
      { audit: 'home.on-call' },
      async (context) => {
        const { tx, params, body, actor, now, newId } = context;
        const patientId = params['patientId'] ?? '';
        const cycle = await homeCycleOf(tx, patientId, params['cycleId'] ?? '');
        if (cycle === undefined) return absent;
        if (body.firstId === body.secondId)
          return refuse(422, 'one-person-twice', 'Name two people. One alone cannot be the next.', [
            { path: 'secondId', message: 'Choose another person.' },
          ]);
        const people = await mayAnswer(tx);
        for (const [path, accountId] of [
          ['firstId', body.firstId],
          ['secondId', body.secondId],
        ] as const) {
          const named = people.find((one) => one.id === accountId);
          if (named === undefined)
            return refuse(422, 'not-their-work', 'Only a nurse or a prescriber is rung about a home.', [
              { path, message: 'Choose a nurse or a prescriber.' },
            ]);
          // Whoever is rung must be able to open the record, also outside their shift.
          const role = named.roles.includes('prescriber') ? 'prescriber' : 'nurse';
          await joinCareTeam(tx, { id: newId(), patientId, accountId, role, now });
        }
        await keepOnCall(tx, { ...body, patientId, cycleId: cycle.cycle_id, by: actor.id }, now);
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return await planOf(tx, { seriesId: cycle.series_id, cycleId: cycle.cycle_id, now });
      },
    ),

    route(
      api.nameGuide,
      { resource: 'home-plan', action: 'u', subject: 'patient' },
      { audit: 'home.guide' },
      async (context) => {
        const { tx, params, body, actor, clinic, now, newId } = context;
        const { patientId = '', cycleId = '' } = params;
        const dose = await doseOfCycle(tx, patientId, cycleId);
        if (dose === undefined || (dose !== null && dose.route !== 'home')) return absent;
        if (dose === null)
          return refuse(
            422,
            'no-dose-booked',
            'There is no time for this dose yet. Book it, then name who guides it.',
          );
        const expiresAt = linkEndsAt(dose);
        if (expiresAt <= now) return refuse(422, 'dose-is-past', 'This dose is past.');
        const { id, name, phone, email, place } = body;
        const token = ports.random.bytes(32).toString('base64url');
        const linkId = newId();
        // Of no cycle: when another person is asked to watch, the links of that cycle end, and this one goes on.
        await keepLinkedPerson(
          tx,
          {
            patientId,
            person: { id: newId(), name, phone, email },
            link: { id: linkId, tokenHash: sha256(token), scopes: ['home-guide', 'report'], expiresAt },
          },
          now,
        );
        await keepGuide(tx, { id, patientId, cycleId, linkId, name, phone, place, by: actor }, now);
        const link = companionAddress(ports.origin, token);
        if (email !== undefined)
          await writeMail(
            tx,
            {
              id: newId(),
              to: email,
              ...linkLetter({
                asked: 'guide',
                language: await languageOf(tx, patientId),
                clinic,
                name,
                link,
              }),
              kind: 'companion-link',
            },
            now,
          );
        context.audit({ resourceId: id });
        context.publish({ topic: 'patient', patientId, id });
        return { link };
      },
    ),

    route(
      api.getGuidedDay,
      { resource: 'home-guide', action: 'r', subject: 'clinic' },
      { audit: 'home.read-by-guide' },
      async (context) => await guidedDay(context),
    ),

    route(
      api.markGuide,
      { resource: 'home-guide', action: 'c', subject: 'clinic' },
      { audit: 'home.guide-mark', rate: 'bedside' },
      async (context) => {
        const { tx, actor, body, now } = context;
        await keepMark(tx, actor.id, { here: body.here, at: now });
        context.publish({ topic: 'patient', patientId: actor.patientId });
        return await guidedDay(context);
      },
    ),

    route(
      api.writeSupply,
      { resource: 'home-plan', action: 'c', subject: 'patient' },
      { audit: 'home.supply' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const patientId = params['patientId'] ?? '';
        const cycle = await homeCycleOf(tx, patientId, params['cycleId'] ?? '');
        if (cycle === undefined) return absent;
        if (body.at > now)
          return refuse(422, 'in-the-future', 'Write it down once it was done.', [
            { path: 'at', message: 'Choose a time that has passed.' },
          ]);
        await keepSupply(
          tx,
          { ...body, patientId, seriesId: cycle.series_id, by: actor.id, byName: actor.name },
          now,
        );
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return await planOf(tx, { seriesId: cycle.series_id, cycleId: cycle.cycle_id, now });
      },
    ),

    route(
      api.getHomeRoom,
      { resource: 'home-address', action: 'r', subject: 'patient' },
      { audit: 'home.address.read' },
      async ({ tx, params, audit, now }) => {
        const session = { id: params['sessionId'] ?? '', patientId: params['patientId'] ?? '' };
        const house = await houseOf(tx, session, { live, now });
        if (house === undefined) return absent;
        audit({ resourceId: session.id });
        const rings = await ringsOf(tx, { sessionIds: [session.id] });
        return { ...house, rings: rings.map((ring) => ring.shown) };
      },
    ),

    route(
      api.listHomeRings,
      { resource: 'home-ring', action: 'r', subject: 'clinic' },
      { audit: 'home.ring.list' },
      async (context) => {
        const { tx, actor, now } = context;
        const open = await ringsOf(tx, 'unanswered');
        const standings = await standingsTo(
          tx,
          open.map((ring) => ({ actor, patientId: ring.patientId })),
          now,
        );
        const rings = [];
        for (const [index, ring] of open.entries()) {
          const standing = standings[index];
          if (standing === undefined || !decide(actor.roles, 'home-address', 'r', standing).allowed) continue;
          const house = await houseOf(tx, { id: ring.sessionId, patientId: ring.patientId }, { live, now });
          if (house === undefined) continue;
          rings.push({
            ring: ring.shown,
            patientId: ring.patientId,
            sessionId: ring.sessionId,
            forMe: ring.calledIds.some((id) => id === actor.id || (id === null && actor.onShift)),
            home: { ...house, rings: [] },
          });
        }
        context.audit({ patientIds: [...new Set(rings.map((ring) => ring.patientId))] });
        return { now, rings };
      },
    ),

    route(
      api.getHomeSession,
      { resource: 'home-session', action: 'r', subject: 'clinic' },
      { audit: 'home.read-by-companion' },
      async (context) => {
        const { tx, actor, clinic, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const day = await dayOfLink(tx, link, now);
        if (day === undefined) return ended;
        context.audit({ patientIds: [link.patientId], resourceId: day.session_id ?? undefined });
        return (await shownByLink(tx, day, { clinic, now })) ?? ended;
      },
    ),

    route(
      api.openHomeSession,
      { resource: 'home-session', action: 'c', subject: 'clinic' },
      { audit: 'home.open' },
      async (context) => {
        const { tx, actor, body, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const day = await dayOfLink(tx, link, now);
        if (
          day === undefined ||
          day.appointment_id === null ||
          day.starts_at === null ||
          day.ends_at === null
        )
          return ended;
        if (day.session_id !== null) return { id: day.session_id };
        const edition = (await editionsNamed(tx, [day.edition_id]))(day.edition_id);
        if (edition === undefined)
          return refuse(422, 'no-protocol', 'The protocol of this day cannot be read. Call the clinic.');
        if (day.series_status !== 'active')
          return refuse(
            409,
            'series-not-active',
            'Not today: the clinic has stopped this for now. Call them.',
          );
        const opensAt = addMinutes(day.starts_at, -edition.preparation.arriveMinutesBefore.value);
        if (now < opensAt || now >= day.ends_at)
          return refuse(409, 'not-this-hour', 'This is not the hour that was booked. Call the clinic.');
        // Without someone to ring, nobody would hear a missed look.
        if ((await onCallOf(tx, day.cycle_id)) === undefined)
          return refuse(409, 'no-on-call', 'The clinic has not said who answers today. Call them.');
        await keepSession(tx, {
          id: body.id,
          patientId: link.patientId,
          cycleId: day.cycle_id,
          appointmentId: day.appointment_id,
          roomId: undefined,
          editionId: day.edition_id,
          now,
        });
        context.audit({ patientIds: [link.patientId], resourceId: body.id });
        context.publish({ topic: 'floor' });
        context.publish({ topic: 'patient', patientId: link.patientId });
        return { id: body.id };
      },
    ),

    aloneRoute(
      api.appendHomeFacts,
      { resource: 'home-session', action: 'c', subject: 'clinic' },
      { audit: 'home.append', rate: 'bedside' },
      async ({ actor, clinic, body, now, requestId }) => {
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const day = await withTenant(ports.pool, { clinicId: clinic.id }, (tx) => dayOfLink(tx, link, now));
        if (day?.session_id == null) return ended;
        const outcome = await appender.append({
          actor,
          clinic,
          patientId: link.patientId,
          sessionId: day.session_id,
          events: body.events,
          now,
          requestId,
          as: { resource: 'home-session', action: 'c' },
          takes: ({ fact, paper }) => paper === undefined && written.has(fact.type),
        });
        return isRefusal(outcome) ? outcome : { done: true as const };
      },
    ),
  ];

  async function guidedDay({
    tx,
    actor,
    audit,
    now,
  }: Pick<Context<unknown>, 'tx' | 'actor' | 'audit' | 'now'>): Promise<GuidedDay | Refusal> {
    const link = linkOf(actor);
    const day = link && (await dayOfLink(tx, link, now));
    const guide = day && (await guideOf(tx, day.cycle_id, day.released_at ?? now));
    if (day === undefined || day.starts_at === null || guide === undefined) return ended;
    audit({ patientIds: [day.patient_id], resourceId: day.session_id ?? undefined });
    const shown = { now, patientFirstName: day.first_name, startsAt: day.starts_at, guide };
    if (day.session_id === null) {
      const asked = await sitterAsked(tx, day.cycle_id);
      return { ...shown, watcher: asked && { name: asked.name } };
    }
    const session = { id: day.session_id, patientId: day.patient_id };
    const house = await houseOf(tx, session, { live, now });
    const editionId = day.session_edition_id ?? day.edition_id;
    const edition = (await editionsNamed(tx, [editionId]))(editionId);
    const rings = await ringsOf(tx, { sessionIds: [session.id] });
    return {
      ...shown,
      watcher: house?.sitter && { name: house.sitter.name, phone: house.sitter.phone },
      session: {
        ...looksForGuide(await live.stateOf(keptIn(tx), session), edition, now),
        address: house?.address?.text,
        releasedAt: day.released_at ?? undefined,
        isClinicRung: rings.some((ring) => ring.shown.answeredAt === undefined),
      },
    };
  }

  async function shownByLink(
    tx: Tx,
    day: LinkDay,
    { clinic, now }: { clinic: { name: string; phone: string; address: string }; now: number },
  ): Promise<HomeSession | undefined> {
    // A dose that was called off takes the day with it.
    if (day.starts_at === null) return undefined;
    const editionId = day.session_edition_id ?? day.edition_id;
    const edition = (await editionsNamed(tx, [editionId]))(editionId);
    const dose = await orderOf(tx, day.series_id);
    const onCall = await onCallOf(tx, day.cycle_id);
    const guide = await guideOf(tx, day.cycle_id, day.released_at ?? now);
    const rings = day.session_id === null ? [] : await ringsOf(tx, { sessionIds: [day.session_id] });
    // Read before the answer, which may then know more than them and never less: the page takes a fact that is told for one
    // the answer has heard.
    const events = day.session_id === null ? [] : await eventsAfter(tx, day.session_id, 0);
    const followed = await careRecordOf(tx, day.patient_id, now, { cycleId: day.cycle_id });
    const gates = followed && answerOf(followed, now).gates;
    return {
      now,
      patientId: day.patient_id,
      patientFirstName: day.first_name,
      watcherName: day.companion_name,
      ...(day.companion_phone === null ? {} : { watcherPhone: day.companion_phone }),
      clinic: { name: clinic.name, phone: clinic.phone, address: clinic.address },
      startsAt: day.starts_at,
      opensAt: addMinutes(day.starts_at, -(edition?.preparation.arriveMinutesBefore.value ?? 0)),
      linkExpiresAt: day.expires_at,
      ...(edition === undefined ? {} : { edition }),
      ...(dose === undefined ? {} : { dose }),
      ...(onCall === undefined ? {} : { onCall: { first: onCall.first.name, second: onCall.second.name } }),
      ...(guide === undefined ? {} : { guide }),
      ...(day.session_id === null || gates === undefined
        ? {}
        : {
            session: {
              id: day.session_id,
              version: day.session_version ?? 0,
              ...(day.released_at === null ? {} : { releasedAt: day.released_at }),
              events: events.filter(({ fact }) => written.has(fact.type) || heard.has(fact.type)),
              openDose: seenFromTheHouse(gates.openDose),
              release: seenFromTheHouse(gates.release),
            },
          }),
      rings: rings.map((ring) => ring.shown),
    };
  }
}

function seenFromTheHouse(gate: Gate): GateSeen {
  const clinics = gate.lines.filter((line) => !settledInTheHouse.has(line.condition));
  return {
    open: gate.open,
    here: gate.lines
      .filter((line) => settledInTheHouse.has(line.condition))
      .map(({ condition, state }) => ({ condition, state })),
    clinic: {
      open: clinics.filter(isUnsettled).length,
      of: clinics.length,
    },
  };
}

function linkOf(actor: Actor): { id: string; patientId: string } | undefined {
  return actor.kind === 'companion' && actor.patientId !== undefined
    ? { id: actor.id, patientId: actor.patientId }
    : undefined;
}
