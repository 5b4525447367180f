// How long a dose keeps a person and a room in the book, from the protocol: the dose and what is left of it to come, the least
// rest, the time to talk, and the time until the room is ready for another. Rest has no greatest length, so this is what is
// booked and never when someone must go.

import type { Edition } from './edition.ts';

export type RoomBlock = {
  /** From the booked hour until the person may be ready to go, rest and talk within it. */
  readonly stayMinutes: number;
  readonly restMinutes: number;
  /** The end of the stay. Nought where the protocol names no time for it. */
  readonly talkMinutes: number;
  /** After the person has left. Nought at home, and where the protocol names no time for it. */
  readonly turnoverMinutes: number;
};

export function roomBlock(edition: Edition): RoomBlock {
  const { rest, durations } = edition;
  const restMinutes = rest.minimumMinutes.value;
  const talkMinutes = durations.talkMinutes?.value ?? 0;
  return {
    stayMinutes: Math.max(durations.roomMinutes.value, goingInMinutes(edition) + restMinutes + talkMinutes),
    restMinutes,
    talkMinutes,
    turnoverMinutes: durations.turnoverMinutes?.value ?? 0,
  };
}

/** Until the last of the dose is in, by the longest the protocol allows. */
function goingInMinutes({ timing }: Edition): number {
  switch (timing.route) {
    case 'iv':
      return timing.infusionMinutes.value;
    case 'im':
    case 'sublingual':
      return timing.secondPart.toMinutes.value;
    case 'home':
      return timing.holdMinutes.value;
    case 'nasal':
      // The most devices there are is three.
      return 2 * timing.betweenDevicesMinutes.value;
  }
}
