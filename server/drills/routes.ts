// The routes of the drill room. While a drill runs, the clinical staff may join it; afterwards its record is open to those who
// were in it and to the owner. Nothing is said to the live screens: a board must not hear of a drill at all.

import * as api from '#api/drills.ts';
import {
  type DrillRoute,
  drillScenario,
  limitOf,
  drillRoutes as routesToPractise,
} from '#clinical/drills/scenarios.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { drillRecord, type RecordLine } from '#dosing-session/drills/record.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { type Actor, type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { editionsNamed, editionsToPlan } from '#server/protocols';
import { sha256 } from '#server/secrets';
import { ordersInForce } from '#server/standing-orders';
import {
  approvalsOf,
  type DrillRow,
  drillsOf,
  endDrillNow,
  factsOf,
  findDrill,
  keepApproval,
  keepDrill,
  keepFacts,
  keepSignature,
  roomsToPractise,
  signaturesOf,
  trainers,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function drillRoutes({ random }: Ports): readonly Route[] {
  return [
    route(
      api.listDrills,
      { resource: 'drill', action: 'r', subject: 'clinic' },
      { audit: 'drill.list' },
      async ({ tx, actor, now }) => {
        const drills = await drillsOf(tx, readsAll(actor) ? undefined : actor.id);
        const ids = drills.map(({ id }) => id);
        const facts = await factsOf(tx, ids);
        const signatures = await signaturesOf(tx, ids);
        const editions = await editionsNamed(
          tx,
          drills.map((drill) => drill.edition_id),
        );
        const plans = await editionsToPlan(tx);
        return {
          now,
          rooms: [...(await roomsToPractise(tx))],
          staff: [...(await trainers(tx))],
          approvals: [...(await approvalsOf(tx))],
          protocols: routesToPractise.flatMap((by) => {
            const plan = plans.find((one) => one.route === by);
            return plan === undefined ? [] : [toldOf(plan, by)];
          }),
          drills: drills.map((row) => {
            const edition = editions(row.edition_id);
            const record = edition && recordOf(row, edition, facts.get(row.id) ?? [], now);
            const count = (state: RecordLine['state']): number =>
              record?.filter((line) => line.state === state).length ?? 0;
            return {
              ...headOf(row),
              route: edition?.route,
              inTime: count('in-time'),
              late: count('late'),
              notDone: count('not-done'),
              notKnown: count('not-known'),
              signedBy: [
                ...new Set(signatures.flatMap((one) => (one.drillId === row.id ? [one.byName] : []))),
              ],
            };
          }),
        };
      },
    ),

    route(
      api.startDrill,
      { resource: 'drill', action: 'c', subject: 'clinic' },
      { audit: 'drill.start' },
      async (context) => {
        const { tx, body, actor, now } = context;
        if ((await findDrill(tx, body.id)) !== undefined) return { id: body.id };
        const scenario = drillScenario(body.scenario);
        const room = (await roomsToPractise(tx)).find(({ id }) => id === body.roomId);
        if (scenario === undefined || room === undefined) return absent;
        if (room.inUse) {
          return refuse(422, 'room-in-use', 'Someone is being cared for in this room. Choose another one.', [
            { path: 'roomId', message: 'Choose a room with nobody in it.' },
          ]);
        }
        const trainer = (await trainers(tx)).find(({ id }) => id === body.trainerId);
        if (body.trainerId !== undefined && (trainer === undefined || trainer.id === actor.id)) {
          return refuse(422, 'no-such-trainer', 'The one who leads is another person who works here.', [
            { path: 'trainerId', message: 'Choose another person, or nobody.' },
          ]);
        }
        const edition = (await editionsToPlan(tx)).find(({ route: by }) => by === body.route);
        if (edition === undefined) {
          return refuse(422, 'no-protocol', 'No protocol of this route is here to drill on.', [
            { path: 'route', message: 'Choose another route.' },
          ]);
        }
        const approval = (await approvalsOf(tx)).find(
          (one) => one.scenario === scenario.id && one.version === scenario.version,
        );
        await keepDrill(tx, {
          id: body.id,
          scenario: scenario.id,
          scenarioVersion: scenario.version,
          approval,
          seed: random.bytes(4).readUInt32BE() >>> 1,
          editionId: edition.id,
          roomName: room.name,
          trainee: actor,
          trainer,
          now,
        });
        context.audit({ resourceId: body.id });
        return { id: body.id };
      },
    ),

    route(
      api.getDrill,
      { resource: 'drill', action: 'r', subject: 'clinic' },
      { audit: 'drill.read' },
      async (context) => {
        const { tx, params, actor, clinic, now } = context;
        const row = await findDrill(tx, params['drillId'] ?? '');
        if (row === undefined) return absent;
        const events = (await factsOf(tx, [row.id])).get(row.id) ?? [];
        if (!mayRead(row, events, actor)) return absent;
        const edition = (await editionsNamed(tx, [row.edition_id]))(row.edition_id);
        if (edition === undefined)
          return refuse(422, 'no-protocol', 'The protocol of this drill is not here.');
        const record = recordOf(row, edition, events, now);
        const digest = digestOf(row, record);
        context.audit({ resourceId: row.id });
        return {
          ...headOf(row),
          seed: row.seed,
          editionId: row.edition_id,
          edition,
          standingOrders: await ordersInForce(tx),
          clinicName: clinic.name,
          zone: clinic.zone,
          now,
          version: events.at(-1)?.version ?? 0,
          events: [...events],
          record: [...record],
          recordSha256: digest,
          signatures: (await signaturesOf(tx, [row.id])).map((one) => ({
            part: one.part,
            byName: one.byName,
            at: one.at,
            isOfThisRecord: one.sha256 === digest,
          })),
          maySignAs: row.ended_at === null ? undefined : partOf(row, actor),
        };
      },
    ),

    route(
      api.appendDrillEvents,
      { resource: 'drill', action: 'x', subject: 'clinic' },
      { audit: 'drill.write', rate: 'bedside' },
      async (context) => {
        const { tx, params, body, actor, role, now } = context;
        const row = await findDrill(tx, params['drillId'] ?? '');
        if (row === undefined) return absent;
        // A fact that names a real session or a real person is not practice and is not kept as such.
        if (body.events.some((event) => event.sessionId !== row.id || event.patientId !== row.id)) {
          return refuse(422, 'not-of-this-drill', 'This is not a fact of this drill. Nothing was kept.');
        }
        context.audit({ resourceId: row.id });
        return {
          version: await keepFacts(tx, row.id, body.events, { id: actor.id, name: actor.name, role, now }),
        };
      },
    ),

    route(
      api.endDrill,
      { resource: 'drill', action: 'x', subject: 'clinic' },
      { audit: 'drill.end' },
      async (context) => {
        const { tx, params, actor, now } = context;
        const row = await findDrill(tx, params['drillId'] ?? '');
        if (row === undefined) return absent;
        await endDrillNow(tx, row.id, actor.name, now);
        context.audit({ resourceId: row.id });
        return { done: true as const };
      },
    ),

    route(
      api.signDrill,
      { resource: 'drill', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'drill.sign' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const row = await findDrill(tx, params['drillId'] ?? '');
        if (row === undefined) return absent;
        if (partOf(row, actor) !== body.part) {
          return refuse(
            403,
            'not-your-part',
            'The trainee signs as trainee. The one who led, or the owner, signs as trainer.',
          );
        }
        if (row.ended_at === null)
          return refuse(409, 'drill-runs', 'The drill still runs. End it, then sign its record.');
        const edition = (await editionsNamed(tx, [row.edition_id]))(row.edition_id);
        if (edition === undefined)
          return refuse(422, 'no-protocol', 'The protocol of this drill is not here.');
        const events = (await factsOf(tx, [row.id])).get(row.id) ?? [];
        if (digestOf(row, recordOf(row, edition, events, now)) !== body.recordSha256) {
          return refuse(
            409,
            'stale',
            'More of this drill has arrived since you read its record. Read it again, then sign.',
          );
        }
        await keepSignature(tx, {
          drillId: row.id,
          part: body.part,
          sha256: body.recordSha256,
          by: actor.id,
          byName: actor.name,
          at: now,
        });
        context.audit({ resourceId: row.id });
        return { done: true as const };
      },
    ),

    route(
      api.approveScenario,
      { resource: 'drill-scenario', action: 's', subject: 'clinic', freshSignIn: true },
      { audit: 'drill-scenario.approve' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const scenario = drillScenario(params['scenario'] ?? '');
        if (scenario === undefined) return absent;
        if (scenario.version !== body.version) {
          return refuse(409, 'stale', 'What this scenario expects was changed since. Read it again.');
        }
        await keepApproval(tx, {
          scenario: scenario.id,
          version: scenario.version,
          by: actor.id,
          byName: actor.name,
          at: now,
        });
        return { done: true as const };
      },
    ),
  ];
}

function toldOf(plan: Edition, by: DrillRoute): api.DrillList['protocols'][number] {
  const withinOf = (kind: 'first-person' | 'recheck' | 'check') => limitOf({ kind }, plan).value;
  return {
    route: by,
    name: plan.name,
    version: plan.version,
    approver: plan.approver?.name,
    withinSeconds: {
      'first-person': withinOf('first-person'),
      recheck: withinOf('recheck'),
      check: withinOf('check'),
    },
  };
}

/** The owner and whoever inspects read every training record. */
function readsAll(actor: Actor): boolean {
  return actor.roles.includes('admin') || actor.roles.includes('auditor');
}

function mayRead(row: DrillRow, events: readonly RecordedEvent[], actor: Actor): boolean {
  return (
    readsAll(actor) ||
    row.ended_at === null ||
    row.trainee_id === actor.id ||
    row.trainer_id === actor.id ||
    events.some(({ authorId }) => authorId === actor.id)
  );
}

function partOf(row: DrillRow, actor: Actor): 'trainee' | 'trainer' | undefined {
  if (row.trainee_id === actor.id) return 'trainee';
  return row.trainer_id === actor.id || actor.roles.includes('admin') ? 'trainer' : undefined;
}

function recordOf(
  row: DrillRow,
  edition: Edition,
  made: readonly RecordedEvent[],
  now: number,
): readonly RecordLine[] {
  const drill = { id: row.id, scenario: row.scenario, seed: row.seed, startedAt: row.started_at, edition };
  return drillRecord({ drill, made, endedAt: row.ended_at ?? undefined, now });
}

/** What is signed: whose drill it was, on what, and every line of its record. */
function digestOf(row: DrillRow, record: readonly RecordLine[]): string {
  const { id, scenario, scenario_version, edition_id, trainee_id, started_at, ended_at } = row;
  const signed = { id, scenario, scenario_version, edition_id, trainee_id, started_at, ended_at, record };
  return sha256(canonicalJson(signed)).toString('hex');
}

function headOf(row: DrillRow): api.DrillHead {
  return {
    id: row.id,
    scenario: row.scenario,
    scenarioVersion: row.scenario_version,
    approved:
      row.approved_at === null ? undefined : { byName: row.approved_by_name ?? '', at: row.approved_at },
    roomName: row.room_name,
    trainee: { id: row.trainee_id, name: row.trainee_name },
    trainer: row.trainer_id === null ? undefined : { id: row.trainer_id, name: row.trainer_name ?? '' },
    startedAt: row.started_at,
    ended: row.ended_at === null ? undefined : { byName: row.ended_by_name ?? '', at: row.ended_at },
  };
}
