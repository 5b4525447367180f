// A dose that was given, as rows: its cycle and slot, the session, the start of the dose, and the way home.

import { randomUUID } from 'node:crypto';
import { iso } from '#server/clock';
import type { ClinicWithRoutes, Person } from './clinic-with-routes.ts';

const hour = 3_600_000;

export async function givenDose(
  clinic: ClinicWithRoutes,
  of: {
    readonly person: Person & { readonly patientId: string };
    readonly planner: Person;
    readonly at: number;
    /** Three hours after the start, unless said otherwise. */
    readonly releasedAt?: number;
    /** Given in this cycle and its slot; otherwise one is made. */
    readonly cycleId?: string;
    /** The start is taken back: no dose was given after all. */
    readonly enteredInError?: boolean;
    readonly series?: { id: string; number: number };
  },
): Promise<{ readonly sessionId: string; readonly cycleId: string }> {
  const { at, releasedAt = at + 3 * hour, planner, enteredInError = false, series } = of;
  const { patientId } = of.person;
  const cycleId =
    of.cycleId ??
    (await clinic.cycle({
      patientId,
      planner,
      doseInHours: (at - clinic.now()) / hour,
      ...(series === undefined ? {} : { series }),
    }));
  const sessionId = randomUUID() as string;
  await clinic.as(undefined, async (tx) => {
    const roomId = randomUUID();
    const { rows } = await tx.query<{ number: number }>(
      'select coalesce(max(number), 0)::int + 1 as number from rooms',
    );
    await tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, $3, $4)', [
      clinic.clinicId,
      roomId,
      rows[0]?.number,
      'Room',
    ]);
    const started = randomUUID();
    const facts = [
      { id: started, fact: { type: 'DoseStarted' } },
      ...(enteredInError
        ? [{ id: randomUUID(), fact: { type: 'EnteredInError', targetEventId: started } }]
        : []),
    ];
    await tx.query(
      `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at, released_at, version)
       select $1, $2, $3, $4, a.id, $5, 'iv-example-1', $6, $7, $8 from appointments a where a.cycle_id = $4`,
      [clinic.clinicId, sessionId, patientId, cycleId, roomId, iso(at), iso(releasedAt), facts.length],
    );
    for (const [index, { id, fact }] of facts.entries()) {
      await tx.query(
        `insert into dosing_session_events (clinic_id, session_id, version, event_id, patient_id, device_id, device_seq, type,
           effective_at, recorded_at, received_at, author_id, author_name, acting_role, body, content_sha256)
         values ($1, $2, $3::int, $4, $5, $6, $3::int, $7, $8, $8, $8, $9, 'Nia', 'nurse', $10, '')`,
        [
          clinic.clinicId,
          sessionId,
          index + 1,
          id,
          patientId,
          sessionId,
          fact.type,
          iso(at),
          planner.accountId,
          JSON.stringify({ fact }),
        ],
      );
    }
  });
  return { sessionId, cycleId };
}
