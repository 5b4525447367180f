// What the store holds, against what the devices were told: every acknowledged fact there once, under the number it was
// given, saying what the device said; nothing twice; and no number of a session or a device missing.

import { canonicalJson, sentPart } from '#dosing-session/canonical.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { withOwner } from '#server/postgres';
import type { Device } from './devices.ts';

export type Verdict = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly twice: number;
  /** Acknowledged to a retry, and in the store from a sending whose answer never arrived. */
  readonly keptUnanswered: number;
  readonly faults: readonly string[];
};

async function eventsAsAScreenReads(origin: string, device: Device): Promise<readonly RecordedEvent[]> {
  const { patientId, sessionId } = device.room;
  const told = await fetch(
    `${origin}/api/patients/${patientId}/dosing-sessions/${sessionId}/events?after=0`,
    { headers: { cookie: device.cookie, 'x-mooring': '1' } },
  );
  if (told.status !== 200)
    throw new Error(`The session could not be read: ${told.status} ${await told.text()}`);
  return ((await told.json()) as { events: RecordedEvent[] }).events;
}

type Row = { event_id: string; facts: number; readings: number; measured: boolean };

/** Counted in the tables themselves, so that a fact kept twice is seen whatever an index or a page would hide. */
async function rowsOf(connectionString: string, clinicId: string): Promise<readonly Row[]> {
  return await withOwner(connectionString, async (owner) => {
    await owner.query('begin');
    await owner.query(`select set_config('app.clinic', $1, true)`, [clinicId]);
    await owner.query('set local enable_indexscan = off');
    await owner.query('set local enable_indexonlyscan = off');
    await owner.query('set local enable_bitmapscan = off');
    const { rows } = await owner.query<Row>(
      `select e.event_id, e.facts, coalesce(o.readings, 0)::int as readings, e.measured
         from (select event_id, count(*)::int as facts, bool_or(type = 'VitalSignsMeasured') as measured
                 from dosing_session_events where clinic_id = $1 group by event_id) e
         left join (select id, count(*)::int as readings from observations where clinic_id = $1 group by id) o
           on o.id = e.event_id`,
      [clinicId],
    );
    await owner.query('commit');
    return rows;
  });
}

export async function judge(about: {
  readonly origin: string;
  readonly ownerConnectionString: string;
  readonly clinicId: string;
  readonly devices: readonly Device[];
}): Promise<Verdict> {
  const { origin, ownerConnectionString, clinicId, devices } = about;
  const faults = devices.flatMap((device) => [...device.faults]);
  const rows = new Map((await rowsOf(ownerConnectionString, clinicId)).map((row) => [row.event_id, row]));

  const read = new Map<string, RecordedEvent>();
  let twice = 0;
  for (const [sessionId, device] of new Map(devices.map((each) => [each.room.sessionId, each]))) {
    const events = await eventsAsAScreenReads(origin, device);
    for (const event of events) {
      if (read.has(event.eventId)) twice += 1;
      read.set(event.eventId, event);
    }
    const versions = events.map((event) => event.version).toSorted((one, other) => one - other);
    if (versions.some((version, index) => version !== index + 1))
      faults.push(`session ${sessionId}: its facts are not numbered from 1 without a gap`);
  }
  for (const row of rows.values()) {
    if (row.facts > 1) twice += 1;
    if (row.readings !== (row.measured ? 1 : 0))
      faults.push(`fact ${row.event_id} stands on the chart ${row.readings} times`);
  }

  let lost = 0;
  let acknowledged = 0;
  let keptUnanswered = 0;
  for (const device of devices) {
    for (const [eventId, said] of device.acknowledged) {
      acknowledged += 1;
      const held = read.get(eventId);
      if (held === undefined || !rows.has(eventId)) {
        lost += 1;
        continue;
      }
      if (held.version !== said.version)
        faults.push(`fact ${eventId} was acknowledged as ${said.version} and is kept as ${held.version}`);
      if (canonicalJson(sentPart(held)) !== canonicalJson(said.event))
        faults.push(`fact ${eventId} says something else than its device wrote`);
      if (held.receivedAt < said.sentAt) keptUnanswered += 1;
    }
    if (device.acknowledged.size !== device.made())
      faults.push(
        `device ${device.id}: ${device.made() - device.acknowledged.size} facts were never acknowledged`,
      );
    const numbers = [...read.values()]
      .filter((event) => event.deviceId === device.id)
      .map((event) => event.deviceSeq)
      .toSorted((one, other) => one - other);
    if (numbers.length !== device.made() || numbers.some((number, index) => number !== index + 1))
      faults.push(`device ${device.id}: its facts are not 1 to ${device.made()}, each once`);
  }
  if (read.size !== rows.size) faults.push(`${rows.size} facts are stored and a screen reads ${read.size}`);

  return { acknowledged, lost, twice, keptUnanswered, faults };
}
