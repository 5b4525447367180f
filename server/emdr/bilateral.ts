// Sets on two screens. The server sets the moment of the start by its own clock; both screens then run by themselves. The
// patient's stop is taken whenever it comes, also hours later from a phone without a network.

import * as api from '#api/emdr.ts';
import type { BilateralMode } from '#clinical/integration/bilateral-rhythm.ts';
import {
  leadMs,
  mostSilenceMs,
  roundsPerMinute,
  setSeconds,
  whyNoSet,
} from '#clinical/integration/bilateral-rhythm.ts';
import { type Context, type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';

const absent = refuse(404, 'absent', 'There is nothing here.');

const notNow = {
  'not-here': 'Their screen is not there. Ask them to open it and keep it in front.',
  'too-slow': 'Their screen is too far away just now: the two would not be on the same side.',
  'not-agreed': 'They have not agreed to this on their screen, or they stopped and have not said yes again.',
} as const;

type SetRow = {
  id: string;
  mode: BilateralMode;
  rounds_per_minute: number;
  seconds: number;
  starts_at: number;
  stopped_at: number | null;
  stopped_by: 'patient' | 'therapist' | null;
  started_by_name: string;
};
type ScreenRow = { heard_at: number; round_trip_ms: number; agreed: BilateralMode[] };

export function bilateralRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getBilateral,
      { resource: 'bilateral', action: 'r', subject: 'patient' },
      { audit: 'bilateral.read' },
      ({ tx, params, now }) => stateOf(tx, params.patientId ?? '', now),
    ),

    route(
      api.reportScreen,
      { resource: 'bilateral', action: 'u', subject: 'patient' },
      { audit: 'bilateral.screen', rate: 'bedside' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '' } = params;
        const before = (await stateOf(tx, patientId, now)).screen;
        await tx.query(
          `insert into bilateral_screens (clinic_id, patient_id, heard_at, round_trip_ms, agreed) values ($1, $2, $3, $4, $5)
           on conflict (clinic_id, patient_id) do update
             set heard_at = excluded.heard_at, round_trip_ms = excluded.round_trip_ms, agreed = excluded.agreed`,
          [tx.clinicId, patientId, iso(now), body.roundTripMs, body.agreed],
        );
        // The bench hears when a screen comes or what is agreed changes, and not every few seconds.
        const isNews =
          before === undefined ||
          now - before.heardAt > mostSilenceMs.value ||
          before.agreed.join() !== body.agreed.join();
        if (isNews) context.publish({ topic: 'patient', patientId });
        return await stateOf(tx, patientId, now);
      },
    ),

    route(
      api.startBilateralSet,
      { resource: 'bilateral', action: 'c', subject: 'patient' },
      { audit: 'bilateral.start', rate: 'bedside' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        const { screen } = await stateOf(tx, patientId, now);
        const why = whyNoSet({ screen, mode: body.mode, now });
        if (why !== undefined) return refuse(409, why, notNow[why]);
        if (
          !isBetween(body.roundsPerMinute, roundsPerMinute.value) ||
          !isBetween(body.seconds, setSeconds.value)
        )
          return refuse(422, 'out-of-range', 'This speed or length is outside what a set may be.');
        await tx.query(
          `insert into bilateral_sets (clinic_id, id, patient_id, started_by, started_by_name, mode, rounds_per_minute, seconds, starts_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            tx.clinicId,
            body.id,
            patientId,
            actor.id,
            actor.name,
            body.mode,
            body.roundsPerMinute,
            body.seconds,
            iso(now + leadMs.value),
            iso(now),
          ],
        );
        return await told(context, patientId, body.id);
      },
    ),

    route(
      api.stopBilateralSet,
      { resource: 'bilateral', action: 'x', subject: 'patient' },
      { audit: 'bilateral.stop', rate: 'bedside' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', setId = '' } = params;
        const by = actor.kind === 'patient' ? 'patient' : 'therapist';
        // The earlier stop stands; and nobody stops in the future.
        const { rowCount } = await tx.query(
          `update bilateral_sets
              set stopped_by = case when stopped_at is null or stopped_at > $4 then $5 else stopped_by end,
                  stopped_at = least(stopped_at, $4)
            where clinic_id = $1 and patient_id = $2 and id = $3`,
          [tx.clinicId, patientId, setId, iso(Math.min(body.stoppedAt, now)), by],
        );
        if (rowCount !== 1) return absent;
        if (by === 'patient')
          await tx.query(
            `update bilateral_screens set agreed = '{}' where clinic_id = $1 and patient_id = $2 and heard_at <= $3`,
            [tx.clinicId, patientId, iso(now)],
          );
        return await told(context, patientId, setId);
      },
    ),
  ];
}

function isBetween(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most;
}

async function told(
  context: Pick<Context<never>, 'tx' | 'now' | 'audit' | 'publish'>,
  patientId: string,
  setId: string,
): Promise<api.BilateralState> {
  context.audit({ resourceId: setId });
  context.publish({ topic: 'patient', patientId, id: setId });
  return await stateOf(context.tx, patientId, context.now);
}

async function stateOf(tx: Tx, patientId: string, now: number): Promise<api.BilateralState> {
  const sets = await tx.query<SetRow>(
    `select id, mode, rounds_per_minute, seconds, starts_at, stopped_at, stopped_by, started_by_name from bilateral_sets
      where clinic_id = $1 and patient_id = $2 order by starts_at desc, id limit 1`,
    [tx.clinicId, patientId],
  );
  const screens = await tx.query<ScreenRow>(
    'select heard_at, round_trip_ms, agreed from bilateral_screens where clinic_id = $1 and patient_id = $2',
    [tx.clinicId, patientId],
  );
  const set = sets.rows[0];
  const screen = screens.rows[0];
  return {
    now,
    set: set && {
      id: set.id,
      mode: set.mode,
      roundsPerMinute: set.rounds_per_minute,
      seconds: set.seconds,
      startsAt: set.starts_at,
      stoppedAt: set.stopped_at ?? undefined,
      stoppedBy: set.stopped_by ?? undefined,
      startedByName: set.started_by_name,
    },
    screen: screen && {
      heardAt: screen.heard_at,
      roundTripMs: screen.round_trip_ms,
      agreed: screen.agreed,
    },
  };
}
