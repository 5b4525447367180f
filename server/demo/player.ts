// Plays a made-up session in a real room at a chosen speed, so that anyone can watch the board move. Each fact is written
// when its moment comes on the clinic's clock; a faster playing runs that clock faster and lets it go again at the end.

import { appendSessionEvents, openSession } from '#api/dosing-sessions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sentPart } from '#dosing-session/canonical.ts';
import { simulateSession } from '#dosing-session/simulate.ts';
import { iso } from '#server/clock';
import { describeError } from '#server/log';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { demoClinicId, staff } from './cast.ts';
import { type SeedApp, startLife } from './life.ts';
import { checkInForToday } from './seed.ts';

export type Playing = {
  readonly roomName: string;
  readonly patientName: string;
  readonly speed: number;
  readonly minutesLong: number;
};

type Coming = {
  appointment_id: string;
  patient_id: string;
  account_id: string;
  name: string;
  room_name: string;
  room_number: number;
  order_id: string;
  dose_mg: number;
  weight_kg: number;
  escort: string | null;
  relation: string | null;
};

const minute = 60_000;
const playingNow = new Set<string>();

/** The next dose of today that nobody has opened; undefined when today's are all used. */
async function nextUnopened(ports: Ports): Promise<Coming | undefined> {
  const { rows } = await withTenant(ports.pool, { clinicId: demoClinicId }, (tx) =>
    tx.query<Coming>(
      `select a.id as appointment_id, a.patient_id, w.id as account_id, p.given_name || ' ' || p.family_name as name, r.name as room_name,
              r.number as room_number, o.id as order_id, (o.body->>'doseMg')::float as dose_mg, (o.body->>'weightKg')::float as weight_kg,
              q.name as escort, q.relationship as relation
         from appointments a
         join clinics k on k.id = a.clinic_id
         join patients p on p.clinic_id = a.clinic_id and p.id = a.patient_id
         join accounts w on w.clinic_id = a.clinic_id and w.patient_id = p.id
         join rooms r on r.clinic_id = a.clinic_id and r.id = a.room_id
         join cycles c on c.clinic_id = a.clinic_id and c.id = a.cycle_id
         join lateral (select * from medication_requests m where m.clinic_id = c.clinic_id and m.series_id = c.series_id order by signed_at desc limit 1) o on true
         left join rides d on d.clinic_id = a.clinic_id and d.cycle_id = a.cycle_id
         left join related_persons q on q.clinic_id = d.clinic_id and q.id = d.related_person_id
        where a.clinic_id = $1 and a.kind = 'dose' and a.status = 'booked'
          and (lower(a.period) at time zone k.zone)::date = ($2::timestamptz at time zone k.zone)::date
          and not exists (select 1 from dosing_sessions s where s.clinic_id = a.clinic_id and s.appointment_id = a.id)
        order by r.number desc limit 1`,
      [demoClinicId, iso(ports.clock.now())],
    ),
  );
  return rows[0];
}

export async function playSession(ports: Ports, app: SeedApp, speed: number): Promise<Playing | undefined> {
  const coming = await nextUnopened(ports);
  if (coming === undefined) return undefined;
  const { clock, random } = ports;
  const nurse = staff.find((member) => member.key === (coming.room_number <= 2 ? 'maria' : 'tom'));
  const second = staff.find((member) => member.key === (coming.room_number <= 2 ? 'tom' : 'maria'));
  const prescriber = staff.find((member) => member.key === 'okafor');
  if (nurse === undefined || second === undefined || prescriber === undefined) return undefined;

  const sessionId = random.uuid();
  const life = startLife({
    app,
    pool: ports.pool,
    clinicId: demoClinicId,
    origin: ports.origin,
    random,
    clock: { now: () => clock.now(), set: () => undefined },
    id: () => random.uuid(),
  });
  const simulated = (startAt: number) =>
    simulateSession({
      seed: Number(random.bytes(3).readUIntBE(0, 3)),
      startAt,
      edition: ivExample1,
      patient: {
        sessionId,
        patientId: coming.patient_id,
        name: coming.name,
        orderId: coming.order_id,
        doseMg: coming.dose_mg,
        weightKg: coming.weight_kg,
        baseline: { systolicMmHg: 126, diastolicMmHg: 80, heartRatePerMin: 72, spo2Percent: 98 },
        escort: { name: coming.escort ?? 'Alex', relation: coming.relation ?? 'friend' },
      },
      devices: {
        nurse: { id: nurse.id, name: nurse.name, role: 'nurse' },
        secondNurse: { id: second.id, name: second.name, role: 'nurse' },
        prescriber: { id: prescriber.id, name: prescriber.name, role: 'prescriber' },
        tablet: { id: random.uuid() },
        phone: { id: random.uuid() },
        desktop: { id: random.uuid() },
        callButton: { id: random.uuid() },
      },
      happenings: { highPressure: true, calls: true },
    });
  const begins = clock.now();
  const events = simulated(begins);
  const lengthMs = (events.at(-1)?.recordedAt ?? begins) - begins;
  await life.ask(nurse.id, openSession, {
    params: { patientId: coming.patient_id },
    body: { id: sessionId, appointmentId: coming.appointment_id },
  });

  playingNow.add(sessionId);
  clock.runAt?.(speed);
  void (async () => {
    for (const event of events) {
      const written = event.recordedAt + (event.clockOffsetMs ?? 0);
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, (written - clock.now()) / speed)).unref(),
      );
      // A playing that runs past midnight takes its people along into the new day.
      await checkInForToday(ports);
      const account = event.authorId === coming.patient_id ? coming.account_id : event.authorId;
      await life.ask(account, appendSessionEvents, {
        params: { patientId: coming.patient_id, sessionId },
        body: { events: [sentPart(event)] },
      });
    }
  })()
    .catch((error: unknown) => ports.log('warn', 'demonstration session ended early', describeError(error)))
    .finally(() => {
      playingNow.delete(sessionId);
      if (playingNow.size === 0) clock.runAt?.(1);
    });
  return {
    roomName: coming.room_name,
    patientName: coming.name,
    speed,
    minutesLong: Math.round(lengthMs / minute),
  };
}
