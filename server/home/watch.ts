// The watch over sessions at home. A look that did not come is noticed here, by the clinic's own clock, whatever became of
// the phone that should have sent it. It rings the first person named, then the next, then everyone on shift until one answers.

import { looksAtHome } from '#clinical/home/looks.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { type RingMinutes, turnsDue } from '#clinical/on-call/ring-turns.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { appendAuditBatch } from '#server/audit';
import { careRecordsOf } from '#server/care-record';
import { type Ring, raiseRing, ringsOf, takeTurn } from '#server/dosing-sessions';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { idFrom } from '#server/tasks';

export type Watched = {
  /** Sessions at home under way. */
  readonly running: number;
  /** Rings nobody has answered. While there is one, the watch is kept more closely. */
  readonly ringing: number;
};

export async function watchHome(ports: Ports): Promise<Watched> {
  const { rows: clinics } = await ports.pool.query<{ id: string }>('select id from clinics');
  let running = 0;
  let ringing = 0;
  for (const { id: clinicId } of clinics) {
    const found = await withTenant(ports.pool, { clinicId }, (tx) => watchClinic(tx, ports));
    running += found.running;
    ringing += found.ringing;
    if (found.called > 0) ports.bus.publish([{ clinicId, topic: 'floor' }]);
  }
  return { running, ringing };
}

async function watchClinic(tx: Tx, ports: Ports): Promise<Watched & { readonly called: number }> {
  const now = ports.clock.now();
  // Locked, so that two servers watching at once see each other's rings, and no look is written in between.
  const { rows: sessions } = await tx.query<{ id: string; patient_id: string; cycle_id: string }>(
    `select d.id, d.patient_id, d.cycle_id
       from dosing_sessions d
       join cycles c on c.clinic_id = d.clinic_id and c.id = d.cycle_id
       join series s on s.clinic_id = c.clinic_id and s.id = c.series_id
      where d.clinic_id = $1 and s.route = 'home' and d.released_at is null
      order by d.id for update of d`,
    [tx.clinicId],
  );
  if (sessions.length === 0) return { running: 0, ringing: 0, called: 0 };
  const everyone = await careRecordsOf(
    tx,
    sessions.map((session) => session.patient_id),
    now,
    { cycleOf: new Map(sessions.map((session) => [session.patient_id, session.cycle_id])) },
  );
  const kept = await ringsOf(tx, { sessionIds: sessions.map((session) => session.id) });
  const open: Ring[] = kept.filter((ring) => ring.shown.answeredAt === undefined);
  const raised: Ring[] = [];
  for (const { id: sessionId, patient_id: patientId } of sessions) {
    const followed = everyone.get(patientId);
    const facts = followed?.record.cycle?.session;
    const schedule = followed && checkSchedule({ edition: followed.edition, session: facts, now });
    const looks = followed && schedule && looksAtHome(followed.edition, schedule);
    const callFrom = looks?.callsFrom.at(-1);
    if (looks === undefined || callFrom === undefined) continue;
    // One unanswered ring already goes from person to person; a second beside it would say nothing more.
    if (open.some((ring) => ring.sessionId === sessionId && ring.reason === 'looks-missed')) continue;
    const ring = {
      id: idFrom(`${sessionId}/looks-missed/${callFrom}`),
      patientId,
      sessionId,
      reason: 'looks-missed' as const,
      raisedAt: now,
    };
    const lastLookAt = facts?.checksTakenAt?.reduce<number | undefined>(
      (last, at) => Math.max(last ?? 0, at),
      undefined,
    );
    if (await raiseRing(tx, { ...ring, lastLookAt, missedLooks: looks.missedInARow })) raised.push(ring);
  }
  let called = 0;
  for (const ring of [...open, ...raised]) {
    const edition = everyone.get(ring.patientId)?.edition;
    if (edition === undefined) continue;
    for (const turn of turnsDue(ring, minutesOf(edition), now))
      if (await takeTurn(tx, ring, { turn, now, ports })) called += 1;
  }
  if (raised.length > 0) {
    const requestId = ports.random.uuid();
    await appendAuditBatch(
      tx,
      raised.map((ring) => ({
        at: now,
        requestId,
        actorId: undefined,
        actorName: '',
        actingRole: 'system',
        action: 'home.ring',
        outcome: 'done' as const,
        code: ring.reason,
        patientId: ring.patientId,
        resourceId: ring.sessionId,
        rule: 'looks-at-home',
      })),
    );
  }
  return { running: sessions.length, ringing: open.length + raised.length, called };
}

function minutesOf({ alert }: Edition): RingMinutes {
  return {
    second: alert.escalateAfterSeconds.value / 60,
    everyone: alert.escalateAgainAfterSeconds.value / 60,
  };
}
