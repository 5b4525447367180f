// Asking for a ride, ending a link, and the few taps a companion makes from a car park.

import * as api from '#api/preparation.ts';
import { companionLinkEndsAt } from '#clinical/integration/companion-checks.ts';
import { codeWords } from '#content/code-words.ts';
import { type Actor, type Context, type Route, route } from '#server/access';
import { firstEdition } from '#server/care-record';
import { languageOf, linkLetter, writeMail } from '#server/communications';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { companyFor, homeListFor, keepCompanyWord } from '#server/preparation';
import { editionsNamed } from '#server/protocols';
import { sha256 } from '#server/secrets';
import { raiseTask } from '#server/tasks';
import { companionAddress, linkEndsAt } from './companion-link.ts';
import { mayFollow, whatMayFollow } from './steps.ts';
import {
  doseOfCycle,
  findRide,
  keepAskedRide,
  keepTold,
  listRides,
  revokeLink,
  revokeLinksOfCycle,
  rideOfLink,
  setAsked,
  setFollowing,
  takeStep,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const ended = refuse(410, 'link-ended', 'This link has ended. Ask the person you drive, or call the clinic.');

/** What a companion may see and do, each a separate switch on the link. */
const scopes = ['day', 'report'] as const;
/** Who watches at home writes what they see, from the same link. */
const scopesAtHome = [...scopes, 'live-status', 'home-session'] as const;

export function rideRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listRides,
      { resource: 'ride', action: 'r', subject: 'patient' },
      { audit: 'ride.list' },
      async ({ tx, params }) => ({
        rides: await listRides(tx, params.patientId ?? ''),
      }),
    ),

    route(
      api.askForRide,
      { resource: 'ride', action: 'c', subject: 'patient' },
      { audit: 'ride.ask' },
      async (context) => {
        const { tx, params, body, actor, clinic, now } = context;
        const { patientId = '', cycleId = '' } = params;
        const dose = await doseOfCycle(tx, patientId, cycleId);
        if (dose === undefined) return absent;
        if (dose === null)
          return refuse(
            422,
            'no-dose-booked',
            'There is no time for this dose yet. Once it is booked, name who drives you.',
          );
        if (linkEndsAt(dose) <= now)
          return refuse(422, 'dose-is-past', 'This dose is past. There is no ride to ask for.');

        const edition = (await editionsNamed(tx, [dose.editionId]))(dose.editionId) ?? firstEdition();
        await revokeLinksOfCycle(tx, patientId, cycleId, now);
        const token = ports.random.bytes(32).toString('base64url');
        const linkId = context.newId();
        await keepAskedRide(
          tx,
          {
            id: body.id,
            patientId,
            cycleId,
            companion: {
              id: context.newId(),
              name: body.name,
              relationship: body.relationship,
              email: body.email,
              phone: body.phone,
            },
            link: {
              id: linkId,
              tokenHash: sha256(token),
              scopes:
                dose.route === 'home'
                  ? scopesAtHome
                  : [...scopes, ...(body.mayFollow === true ? ['live-status'] : [])],
              codeWord: drawCodeWord(ports),
              // They are asked how the person is until the last check of the protocol.
              expiresAt: companionLinkEndsAt(dose.startsAt, { edition, zone: dose.zone }),
            },
            askedBy: actor.name,
          },
          now,
        );
        if (body.mayBeAsked === false)
          await setAsked(
            tx,
            { id: context.newId(), patientId, linkId, mayBeAsked: false, by: actor.name },
            now,
          );
        const link = companionAddress(ports.origin, token);
        if (body.email !== undefined) {
          await writeMail(
            tx,
            {
              id: context.newId(),
              to: body.email,
              ...linkLetter({
                asked: dose.route === 'home' ? 'watch' : 'ride',
                language: await languageOf(tx, patientId),
                clinic,
                name: body.name,
                link,
              }),
              kind: 'companion-link',
            },
            now,
          );
        }
        context.audit({ resourceId: body.id });
        tell(context, patientId, body.id);
        const ride = await findRide(tx, patientId, body.id);
        return ride === undefined ? absent : { ride, link };
      },
    ),

    route(
      api.revokeCompanionLink,
      { resource: 'companion-link', action: 'x', subject: 'patient' },
      { audit: 'companion-link.revoke' },
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '', linkId = '' } = params;
        if (!(await revokeLink(tx, patientId, linkId, now))) return absent;
        context.audit({ resourceId: linkId });
        tell(context, patientId, linkId);
        return { done: true as const };
      },
    ),

    route(
      api.letFollow,
      { resource: 'companion-link', action: 'x', subject: 'patient' },
      { audit: 'companion-link.follow' },
      async (context) => {
        const { tx, params, body } = context;
        const { patientId = '', linkId = '' } = params;
        if (!(await setFollowing(tx, { patientId, linkId, mayFollow: body.mayFollow }))) return absent;
        context.audit({ resourceId: linkId });
        tell(context, patientId, linkId);
        return { done: true as const };
      },
    ),

    route(
      api.letBeAsked,
      { resource: 'companion-link', action: 'x', subject: 'patient' },
      { audit: 'companion-link.ask' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', linkId = '' } = params;
        const asking = {
          id: context.newId(),
          patientId,
          linkId,
          mayBeAsked: body.mayBeAsked,
          by: actor.name,
        };
        if (!(await setAsked(tx, asking, now))) return absent;
        context.audit({ resourceId: linkId });
        tell(context, patientId, linkId);
        return { done: true as const };
      },
    ),

    route(
      api.getCompanionRide,
      { resource: 'companion-ride', action: 'r', subject: 'clinic' },
      { audit: 'ride.read-by-companion' },
      async (context) => {
        const link = linkOf(context.actor);
        if (link === undefined) return absent;
        const shown = await rideOfLink(context.tx, link, context.now);
        if (shown === undefined) return ended;
        context.audit({ patientIds: [link.patientId], resourceId: shown.ride.id });
        return await toldTo(context, link, shown);
      },
    ),

    route(
      api.takeRideStep,
      { resource: 'companion-ride', action: 'u', subject: 'clinic' },
      { audit: 'ride.step' },
      async (context) => {
        const { tx, actor, body, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const shown = await rideOfLink(tx, link, now);
        if (shown === undefined) return ended;
        const { ride } = shown;
        // The same tap twice, from a car park with one bar of network, is one step.
        if (ride.state !== body.step) {
          if (!mayFollow(ride.state, body.step)) {
            return refuse(
              409,
              'step-not-next',
              `That step does not come now. From here: ${whatMayFollow(ride.state).join(' or ') || 'nothing more to do'}.`,
            );
          }
          const step = { state: body.step, at: now, by: actor.name };
          if (
            !(await takeStep(tx, { patientId: link.patientId, rideId: ride.id, version: ride.version, step }))
          ) {
            return refuse(409, 'stale', 'This changed a moment ago. Look again, then tap.');
          }
          if (body.step === 'declined') {
            await raiseTask(
              tx,
              {
                id: context.newId(),
                patientId: link.patientId,
                kind: 'ride-declined',
                ownerRole: 'front-desk',
                detail: { companionName: ride.companionName, cycleId: ride.cycleId },
                priority: 'soon',
                dueAt: shown.startsAt,
              },
              now,
            );
          }
          tell(context, link.patientId, ride.id);
        }
        context.audit({ patientIds: [link.patientId], resourceId: ride.id });
        const after = await rideOfLink(tx, link, now);
        if (after === undefined) return ended;
        return await toldTo(context, link, after);
      },
    ),

    route(
      api.tellRide,
      { resource: 'companion-ride', action: 'u', subject: 'clinic' },
      { audit: 'ride.tell' },
      async (context) => {
        const { tx, actor, body, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const shown = await rideOfLink(tx, link, now);
        if (shown === undefined) return ended;
        await keepTold(tx, { rideId: shown.ride.id, how: body.how, phone: body.phone });
        context.audit({ patientIds: [link.patientId], resourceId: shown.ride.id });
        tell(context, link.patientId, shown.ride.id);
        const after = await rideOfLink(tx, link, now);
        return after === undefined ? ended : await toldTo(context, link, after);
      },
    ),

    route(
      api.giveCompanyWord,
      { resource: 'companion-ride', action: 'u', subject: 'clinic' },
      { audit: 'company.give-word' },
      async (context) => {
        const { tx, actor, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const shown = await rideOfLink(tx, link, now);
        if (shown === undefined) return ended;
        const told = await toldTo(context, link, shown);
        if (told.company === undefined)
          return refuse(409, 'not-asked', 'Nobody has asked you into the room. Ask the person you drive.');
        await keepCompanyWord(
          tx,
          { linkId: link.id, patientId: link.patientId, cycleId: shown.ride.cycleId, name: actor.name },
          now,
        );
        context.audit({ patientIds: [link.patientId], resourceId: link.id });
        tell(context, link.patientId, link.id);
        return await toldTo(context, link, shown);
      },
    ),

    route(
      api.companionConcern,
      { resource: 'signal', action: 'x', subject: 'clinic' },
      { audit: 'companion.concern', rate: 'bedside' },
      async (context) => {
        const { tx, actor, body, now } = context;
        const link = linkOf(actor);
        if (link === undefined) return absent;
        const detail = { companionName: actor.name, ...(body.words ? { words: body.words } : {}) };
        await raiseTask(
          tx,
          {
            id: body.id,
            patientId: link.patientId,
            kind: 'companion-concern',
            ownerRole: 'nurse',
            detail,
            priority: 'now',
            dueAt: now,
          },
          now,
        );
        context.audit({ patientIds: [link.patientId], resourceId: body.id });
        context.publish({ topic: 'floor', patientId: link.patientId, id: body.id });
        return { done: true as const };
      },
    ),
  ];
}

/** What this link shows now: the ride, the list at home and the room, as far as the patient let it. */
async function toldTo(
  { tx, clinic }: Pick<Context<never>, 'tx' | 'clinic'>,
  link: { id: string; patientId: string },
  shown: Omit<api.CompanionRide, 'clinic' | 'home' | 'company'>,
): Promise<api.CompanionRide> {
  const { cycleId } = shown.ride;
  return {
    ...shown,
    home: await homeListFor(tx, link.patientId, cycleId),
    company: await companyFor(tx, { ...link, cycleId }),
    clinic: cardOf(clinic),
  };
}

/** Only a companion has these screens; whose ride it is comes from their link, never from what they send. */
function linkOf(actor: Actor): { id: string; patientId: string } | undefined {
  return actor.kind === 'companion' && actor.patientId !== undefined
    ? { id: actor.id, patientId: actor.patientId }
    : undefined;
}

function tell(context: Pick<Context<never>, 'publish'>, patientId: string, id: string): void {
  context.publish({ topic: 'patient', patientId, id });
  context.publish({ topic: 'floor', patientId, id });
}

function drawCodeWord(ports: Ports): string {
  const [drawn = 0] = ports.random.bytes(1);
  // The list is a power of two long, so that every word is as likely as the next.
  return codeWords[drawn % codeWords.length] ?? codeWords[0];
}

function cardOf(clinic: { name: string; phone: string; address: string }): {
  name: string;
  phone: string;
  address: string;
} {
  return { name: clinic.name, phone: clinic.phone, address: clinic.address };
}
