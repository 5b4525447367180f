// Putting a slot in the book. Two people who reach for one room at once are told apart by the database itself; the one
// who came second learns which slot and what stands there, never whose it is.

import type { Appointment } from '#api/appointments.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { roomBlock } from '#clinical/protocol/room-block.ts';
import type { Clinic, RoleName } from '#server/access';
import { stillInRoom } from '#server/dosing-sessions';
import { type Refusal, refuse } from '#server/edge';
import { joinCareTeam } from '#server/patients';
import type { Tx } from '#server/postgres';
import { type InTheWay, inTheWayOf, keepSlot, type NewSlot, type Practitioner, type Room } from './store.ts';

/** Who may hold which kind of hour. */
const holders: Readonly<Record<Appointment['kind'], readonly RoleName[]>> = {
  consult: ['prescriber'],
  preparation: ['therapist'],
  dose: ['nurse', 'prescriber', 'therapist'],
  integration: ['therapist', 'prescriber'],
};

/** The hours of a dose as they go into the book: at home there is no room to make ready. */
export function hoursOfDose(
  edition: Edition,
  startsAt: Instant,
): Pick<NewSlot, 'startsAt' | 'endsAt' | 'talkFrom' | 'roomUntil'> {
  const { stayMinutes, talkMinutes, turnoverMinutes } = roomBlock(edition);
  const endsAt = addMinutes(startsAt, stayMinutes);
  return {
    startsAt,
    endsAt,
    ...(talkMinutes === 0 ? {} : { talkFrom: addMinutes(endsAt, -talkMinutes) }),
    ...(edition.route === 'home' ? {} : { roomUntil: addMinutes(endsAt, turnoverMinutes) }),
  };
}

export type Booker = {
  readonly tx: Tx;
  readonly clinic: Pick<Clinic, 'zone' | 'settings'>;
  readonly rooms: readonly Room[];
  readonly practitioners: readonly Practitioner[];
  readonly now: number;
  newId(): string;
};

/** `path` and `called` say which slot of the request this is, to the screen and to the person. */
export async function book(
  booker: Booker,
  slot: NewSlot,
  place: { path: string; called: string },
): Promise<Refusal | undefined> {
  const practitioner = booker.practitioners.find((one) => one.id === slot.practitionerId);
  const role = holders[slot.kind].find((one) => practitioner?.roles.includes(one));
  if (slot.practitionerId !== undefined && role === undefined) {
    return refuse(422, 'not-their-work', `${place.called} needs a ${holders[slot.kind].join(' or ')}.`, [
      { path: `${place.path}.practitionerId`, message: `Choose a ${holders[slot.kind].join(' or ')}.` },
    ]);
  }
  if (slot.roomId !== undefined && !booker.rooms.some((room) => room.id === slot.roomId)) {
    return refuse(422, 'no-such-room', `${place.called} names a room that is not here.`, [
      { path: `${place.path}.roomId`, message: 'Choose a room.' },
    ]);
  }
  if (slot.startsAt < booker.now) {
    return refuse(422, 'in-the-past', `${place.called} lies in the past.`, [
      { path: `${place.path}.startsAt`, message: 'Choose a time to come.' },
    ]);
  }
  const notLeft = await beforeTheyLeft(booker, slot, place);
  if (notLeft !== undefined) return notLeft;
  const standing = await inTheWayOf(booker.tx, slot);
  if (standing !== undefined) return taken(booker, slot, place, standing);
  await booker.tx.query('savepoint slot');
  try {
    await keepSlot(booker.tx, slot, booker.now);
  } catch (error) {
    if ((error as { code?: unknown }).code !== '23P01') throw error;
    await booker.tx.query('rollback to savepoint slot');
    return taken(booker, slot, place, await inTheWayOf(booker.tx, slot));
  }
  if (practitioner !== undefined && role !== undefined) {
    await joinCareTeam(booker.tx, {
      id: booker.newId(),
      patientId: slot.patientId,
      accountId: practitioner.id,
      role,
      now: booker.now,
    });
  }
  return undefined;
}

/** Rest has no greatest length: while someone is in a room, the soonest it can be ready is a turnover from now. */
async function beforeTheyLeft(
  { tx, rooms, clinic, now }: Booker,
  { roomId, startsAt, endsAt, roomUntil = endsAt }: NewSlot,
  place: { path: string; called: string },
): Promise<Refusal | undefined> {
  const soonest = now + (roomUntil - endsAt);
  if (roomId === undefined || startsAt >= soonest || (await stillInRoom(tx, roomId, now)) === undefined)
    return undefined;
  const room = rooms.find((one) => one.id === roomId)?.name ?? 'That room';
  return refuse(
    409,
    'room-not-left',
    `${place.called}: someone is still in ${room}. It is not booked before they have left and it is ready, so from ${spokenMoment(soonest, clinic.zone)} at the soonest. Nothing was booked.`,
    [{ path: `${place.path}.startsAt`, message: 'Someone is still in this room. Choose a later time.' }],
  );
}

function taken(
  booker: Booker,
  slot: NewSlot,
  place: { path: string; called: string },
  standing: InTheWay | undefined,
): Refusal {
  const room = booker.rooms.find((one) => one.id === slot.roomId)?.name;
  const practitioner = booker.practitioners.find((one) => one.id === slot.practitionerId)?.name;
  const who =
    standing?.what === 'patient' ? 'This person' : standing?.what === 'practitioner' ? practitioner : room;
  const span =
    standing === undefined
      ? 'then'
      : `on ${spoken(standing.startsAt, booker.clinic.zone, day)}, ${spoken(standing.startsAt, booker.clinic.zone, hour)} to ${spoken(standing.endsAt, booker.clinic.zone, hour)}`;
  const sentence = `${place.called}: ${who ?? practitioner ?? 'That place'} is already booked ${span}. Nothing was booked.`;
  return refuse(409, 'slot-taken', sentence, [
    { path: `${place.path}.startsAt`, message: 'Already booked then. Choose another time.' },
  ]);
}

const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const hour: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

function spoken(at: number, zone: string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...style, timeZone: zone }).format(at);
}

export function spokenMoment(at: number, zone: string): string {
  return spoken(at, zone, { ...day, ...hour });
}
