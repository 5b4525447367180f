// What rings: calls from the beds, readings outside their limits and rooms with nobody of the team in them, unanswered, folded
// from each running session. Whose device rings, and when the next one does, is worked out on the device from the seconds of the protocol.

import type { OpenCall } from '#api/dosing-sessions.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { aloneSpells } from '#dosing-session/presence.ts';
import { signals } from '#dosing-session/signals.ts';
import { latest } from '#dosing-session/state.ts';
import { watcherOf } from '#dosing-session/watch.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { keptIn, type LiveSessions } from './kept.ts';

type Row = {
  id: string;
  patient_id: string;
  edition_id: string;
  room_name: string;
  first_name: string;
};

/** Sessions opened within the last day and not yet released, as the board shows them. */
const running = `
  select d.id, d.patient_id, d.edition_id, r.name as room_name, p.given_name as first_name
    from dosing_sessions d
    join rooms r on r.clinic_id = d.clinic_id and r.id = d.room_id
    join patients p on p.clinic_id = d.clinic_id and p.id = d.patient_id
   where d.clinic_id = $1 and d.released_at is null
     and d.opened_at > $2::timestamptz - interval '1 day'
   order by r.number`;

export async function openCallsOf(
  tx: Tx,
  { now, live }: { readonly now: number; readonly live: LiveSessions },
): Promise<OpenCall[]> {
  const { rows } = await tx.query<Row>(running, [tx.clinicId, iso(now)]);
  const editions = await editionsNamed(
    tx,
    rows.map((row) => row.edition_id),
  );
  const states = await live.statesOf(
    keptIn(tx),
    rows.map((row) => ({ id: row.id, patientId: row.patient_id })),
  );
  const calls: OpenCall[] = [];
  for (const row of rows) {
    const edition = editions(row.edition_id);
    const state = states.get(row.id);
    if (edition === undefined || state === undefined) continue;
    const about = {
      sessionId: row.id,
      patientId: row.patient_id,
      firstName: row.first_name,
      roomName: row.room_name,
      watcherId: watcherOf(state)?.id,
      escalateAfterSeconds: edition.alert.escalateAfterSeconds.value,
      escalateAgainAfterSeconds: edition.alert.escalateAgainAfterSeconds.value,
    };
    const backUpId = latest(state, 'BackUpNamed')?.fact.practitionerId;
    for (const signal of signals(state))
      if (signal.answeredAt === undefined)
        calls.push({
          ...about,
          // The back-up is asked for, and the one who watches is who asks.
          watcherId: signal.kind === 'back-up' ? backUpId : about.watcherId,
          key: signal.eventId,
          kind: signal.kind,
          wish: signal.wish,
          at: signal.at,
          passedOnByIds: signal.passedOn.map(({ byId }) => byId),
        });
    for (const alert of alerts(state, edition))
      if (alert.acknowledgedAt === undefined && alert.closedAt === undefined)
        calls.push({
          ...about,
          key: alert.key,
          kind: 'alert',
          title: alert.issues[0]?.title,
          at: alert.raisedAt,
          passedOnByIds: [],
        });
    for (const spell of aloneSpells(state, edition)) {
      const isAnswered = state.facts.AlertAcknowledged.some(({ fact }) => fact.alertKey === spell.key);
      // Said ahead of its moment, so that it rings at that moment although nothing was written then.
      if (spell.until === undefined && !isAnswered)
        calls.push({ ...about, key: spell.key, kind: 'alone', at: spell.ringsAt, passedOnByIds: [] });
    }
  }
  return calls.sort((one, other) => one.at - other.at);
}
