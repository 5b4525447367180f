// Calling out: whoever's turn it is gets a mail and a text that say that they are needed, and nothing of whom or why.

import { calledInTurn, type RingMinutes, type RingTurn, turnsDue } from '#clinical/on-call/ring-turns.ts';
import { appendAuditBatch } from '#server/audit';
import { iso } from '#server/clock';
import { wordsOfRing, writeMail, writeMessage } from '#server/communications';
import { careStaffOnShift, dutiesAhead, type KeptDuty } from '#server/on-call';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';

type Settings = { readonly onCall?: { readonly phone: string }; readonly ringMinutes?: RingMinutes };

export async function callRings(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<{ id: string; settings: Settings }>(
    'select id, settings from clinics',
  );
  for (const { id: clinicId, settings } of clinics) {
    const called = await withTenant(ports.pool, { clinicId }, (tx) => callInClinic(tx, settings, ports));
    for (const patientId of called)
      ports.bus.publish([
        { clinicId, topic: 'floor' },
        { clinicId, topic: 'patient', patientId },
      ]);
  }
}

type Open = { readonly id: string; readonly patient_id: string; readonly raised_at: number };

/** The patients about whom someone was called just now. */
async function callInClinic(tx: Tx, settings: Settings, ports: Ports): Promise<readonly string[]> {
  const now = ports.clock.now();
  // Locked, so that two servers at once call each person once.
  const { rows: open } = await tx.query<Open>(
    'select id, patient_id, raised_at from rings where clinic_id = $1 and seen_at is null order by raised_at, id for update',
    [tx.clinicId],
  );
  if (open.length === 0) return [];
  const duties = await dutiesAhead(tx, now);
  const called: { readonly ring: Open; readonly turn: RingTurn }[] = [];
  for (const ring of open)
    for (const turn of turnsDue({ raisedAt: ring.raised_at }, settings.ringMinutes, now))
      if (await takeTurn(tx, ring, turn, { duties, settings, ports, now })) called.push({ ring, turn });
  const requestId = ports.random.uuid();
  await appendAuditBatch(
    tx,
    called.map(({ ring, turn }) => ({
      at: now,
      requestId,
      actorId: undefined,
      actorName: '',
      actingRole: 'system',
      action: 'ring.call',
      outcome: 'done' as const,
      patientId: ring.patient_id,
      resourceId: ring.id,
      rule: `on-call-rota/${turn}`,
    })),
  );
  return [...new Set(called.map(({ ring }) => ring.patient_id))];
}

type Told = { readonly id: string; readonly name: string; readonly email: string };

/** False when this turn was taken before. */
async function takeTurn(
  tx: Tx,
  ring: Open,
  turn: RingTurn,
  at: {
    readonly duties: readonly KeptDuty[];
    readonly settings: Settings;
    readonly ports: Ports;
    readonly now: number;
  },
): Promise<boolean> {
  const { settings, ports, now } = at;
  const sendsTexts = ports.ways?.text === true;
  const called = calledInTurn(turn, at.duties, now);
  const onShift = called.everyone ? await careStaffOnShift(tx, now) : [];
  const people = new Map<string, Told>(
    [...called.duties.map(({ person, email }) => ({ ...person, email })), ...onShift].map((told) => [
      told.id,
      told,
    ]),
  );
  const fixedNumber = called.fixedNumber && sendsTexts ? settings.onCall?.phone : undefined;
  const { rowCount } = await tx.query(
    `insert into ring_calls (clinic_id, ring_id, turn, called_at, account_ids, names, fixed_number)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      tx.clinicId,
      ring.id,
      turn,
      iso(now),
      [...people.keys()],
      [...people.values()].map(({ name }) => name),
      fixedNumber ?? null,
    ],
  );
  if (rowCount !== 1) return false;
  const words = wordsOfRing(`${ports.origin}/clinic/tasks`);
  const keep = async (id: string, accountId?: string): Promise<void> => {
    await tx.query(
      'insert into ring_messages (clinic_id, id, ring_id, turn, account_id) values ($1, $2, $3, $4, $5)',
      [tx.clinicId, id, ring.id, turn, accountId ?? null],
    );
  };
  for (const { id: accountId, email } of people.values()) {
    const id = ports.random.uuid();
    await writeMail(tx, { id, to: email, ...words.mail, kind: 'ring' }, now);
    await keep(id, accountId);
  }
  const numbers = [
    ...called.duties.map(({ person, textNumber }) => ({ toNumber: textNumber, accountId: person.id })),
    { toNumber: fixedNumber, accountId: undefined },
  ];
  for (const { toNumber, accountId } of numbers) {
    if (toNumber === undefined || !sendsTexts) continue;
    const id = ports.random.uuid();
    await writeMessage(tx, { id, channel: 'text', toNumber, body: words.text }, now);
    await keep(id, accountId);
  }
  return true;
}
