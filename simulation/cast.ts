// Who and what is in the simulated clinic: two patients in two rooms, the people who care for them, and their devices.

import { mayBeAloneMinutes } from '#clinical/monitoring/presence.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import type { Actor, RoleName } from '#server/access';
import type { ClinicSetUp } from './memory-store.ts';

const id = (kind: number, number: number): string =>
  `51000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;

export type Player = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'patient';
  readonly roles: readonly RoleName[];
  readonly patientId?: string;
};

const staff = (number: number, name: string, role: RoleName): Player => ({
  id: id(40, number),
  name,
  kind: 'staff',
  roles: [role],
});

export type Room = {
  readonly number: 1 | 2;
  readonly patientId: string;
  readonly sessionId: string;
  readonly orderId: string;
};

const room = (number: 1 | 2): Room => ({
  number,
  patientId: id(2, number),
  sessionId: id(6, number),
  orderId: id(8, number),
});

export const rooms = [room(1), room(2)] as const;

export const players = {
  maria: staff(1, 'Maria Ruiz', 'nurse'),
  noa: staff(2, 'Noa Stern', 'nurse'),
  okafor: staff(3, 'Dr. N. Okafor', 'prescriber'),
  tom: staff(4, 'Tom Berg', 'nurse'),
  ana: { id: id(30, 1), name: 'Ana Reyes', kind: 'patient', roles: ['patient'], patientId: id(2, 1) },
} as const satisfies Record<string, Player>;

const all: readonly Player[] = Object.values(players);

export const clinicId = id(1, 1);
/** A simulated morning is short, and so is how long a room may stand empty in it. */
export const edition: Edition = {
  ...ivExample1,
  presence: { mayBeAloneMinutes: { ...mayBeAloneMinutes, value: 1 } },
};
export const doseMg = 33;
export const weightKg = 66;

/** Tuesday 2027-03-02, nine in the morning in New York. */
export const openedAt = 1_803_996_000_000;

export const clinicSetUp: ClinicSetUp = {
  clinicId,
  sessions: rooms.map(({ sessionId, patientId }) => ({ id: sessionId, patientId })),
  staff: new Map(all.filter(({ kind }) => kind === 'staff').map(({ id: own, name }) => [own, name])),
  care: new Set(
    all.flatMap((player) =>
      player.kind === 'staff' ? rooms.map(({ patientId }) => `${player.id}/${patientId}`) : [],
    ),
  ),
  edition,
  order: { doseMg },
  // Hardly anything is known of them, so the gate stands closed, and every dose begins with work for the prescriber.
  record: (patientId) => ({ patientId, zone: 'America/New_York', stage: 'arrived' }),
};

export function actorOf(player: Player, signInId: string): Actor {
  return {
    kind: player.kind,
    id: player.id,
    name: player.name,
    roles: player.roles,
    clinicId,
    signInId,
    patientId: player.patientId,
    scopes: new Set(),
    onShift: player.kind === 'staff',
    steppedUpAt: 0,
    expiresAt: Number.MAX_SAFE_INTEGER,
  };
}

export function playerOf(accountId: string): Player | undefined {
  return all.find((player) => player.id === accountId);
}
