// Is the room made ready for this person: the light, the things within reach, the gear that must work, how they lie? The
// list belongs to the clinic; without one of its own it has this one. Nothing on it is answered beforehand, and a thing
// nobody looked at today is unknown.

import type { Fact } from '#clinical/care-record.ts';
import { type Asked, ageOf, have, type Verdict } from '#clinical/gate-line.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

type ItemAnswer = {
  readonly said: string;
  /** False: it is missing, or does not work. */
  readonly ready: boolean;
};

export type RoomItem = {
  /** What a fact names; it stays the same when the words change. */
  readonly id: string;
  readonly name: string;
  readonly part: RoomPart;
  readonly answers: readonly ItemAnswer[];
};

export type RoomPart = 'room' | 'within-reach' | 'emergency' | 'person';
export const roomParts: readonly RoomPart[] = ['room', 'within-reach', 'emergency', 'person'];

/** What was said of one item, as the log keeps it; the newest of each item. */
export type RoomItemSaid = ItemAnswer & { readonly item: string; readonly name: string };

const yes = (...said: readonly string[]): readonly ItemAnswer[] =>
  said.map((words) => ({ said: words, ready: true }));
const no = (...said: readonly string[]): readonly ItemAnswer[] =>
  said.map((words) => ({ said: words, ready: false }));

/** What a clinic starts from; its own list, kept with its settings, stands in place of it. */
export const houseRoomList: Sourced<readonly RoomItem[]> = sourced(
  [
    {
      id: 'light',
      name: 'Light',
      part: 'room',
      answers: [...yes('Low', 'Dark', 'As they asked'), ...no('Cannot be dimmed')],
    },
    {
      id: 'temperature',
      name: 'Temperature',
      part: 'room',
      answers: [...yes('They are warm enough'), ...no('Too cold', 'Too warm')],
    },
    {
      id: 'sound',
      name: 'Sound',
      part: 'room',
      answers: [...yes('Quiet', 'Their music is ready'), ...no('Noise from outside')],
    },
    {
      id: 'blanket',
      name: 'Blanket',
      part: 'within-reach',
      answers: [...yes('Within reach', 'Not wanted'), ...no('None here')],
    },
    {
      id: 'eye-mask',
      name: 'Eye mask',
      part: 'within-reach',
      answers: [...yes('New or washed, here', 'Not wanted'), ...no('None here')],
    },
    {
      id: 'bucket',
      name: 'Bucket',
      part: 'within-reach',
      answers: [...yes('Within reach'), ...no('None here')],
    },
    {
      id: 'suction',
      name: 'Suction',
      part: 'emergency',
      answers: [...yes('Tried today, works'), ...no('Does not work', 'None here')],
    },
    {
      id: 'oxygen-supply',
      name: 'Oxygen',
      part: 'emergency',
      answers: [...yes('Tried today, full enough'), ...no('Empty or does not work', 'None here')],
    },
    {
      id: 'emergency-kit',
      name: 'Emergency kit and bag-mask',
      part: 'emergency',
      answers: [...yes('Sealed and in date'), ...no('Open or out of date', 'None here')],
    },
    {
      id: 'position',
      name: 'Position',
      part: 'person',
      answers: [...yes('Leaning back', 'Lying on the side', 'Lying flat'), ...no('Not settled yet')],
    },
    {
      id: 'falls',
      name: 'Falls',
      part: 'person',
      answers: [...yes('Seat low, floor clear', 'Rails up', 'Two people to walk'), ...no('Not safe yet')],
    },
    {
      id: 'toilet',
      name: 'Toilet',
      part: 'person',
      answers: [...yes('Went just now', 'Does not need to'), ...no('Needs to go first')],
    },
    {
      id: 'phone',
      name: 'Their phone',
      part: 'person',
      answers: [...yes('Off and put away', 'Silent, for the call button'), ...no('Still on')],
    },
  ],
  'list',
  'N-PRAC',
  'V2',
  'Oxygen, suction and a bag-mask stand on a clinic’s safety list; the rest is a house rule.',
);

/** The clinic's own list, or the one it starts from. */
export function roomListOf(own: readonly RoomItem[] | undefined): readonly RoomItem[] {
  return own === undefined || own.length === 0 ? houseRoomList.value : own;
}

export type RoomItemState = {
  readonly item: RoomItem;
  readonly said: Fact<RoomItemSaid> | undefined;
  readonly state: 'ready' | 'missing' | 'unknown';
};

/** Each item of the list, in its order, with what was said of it; what is too old was not said today. */
export function roomItems(
  asked: Asked,
  list: readonly RoomItem[],
  said: readonly Fact<RoomItemSaid>[],
): readonly RoomItemState[] {
  return list.map((item) => {
    const last = said.findLast(({ value }) => value.item === item.id);
    if (last === undefined || ageOf(asked, 'room-ready', last.at) !== 'fresh')
      return { item, said: last, state: 'unknown' };
    return { item, said: last, state: last.value.ready ? 'ready' : 'missing' };
  });
}

export function roomReadyLine(
  asked: Asked,
  own: readonly RoomItem[] | undefined,
  said: readonly Fact<RoomItemSaid>[] | undefined,
): Verdict {
  if (!said || said.length === 0) return { state: 'unknown', have: have('nothing') };
  const found = roomItems(asked, roomListOf(own), said);
  const missing = found.filter(({ state }) => state === 'missing');
  const unknown = found.filter(({ state }) => state === 'unknown');
  const newest = said.reduce((one, other) => (other.at < one.at ? one : other));
  const told = { at: newest.at, by: newest.by };
  const names = (states: readonly RoomItemState[]): string => states.map(({ item }) => item.name).join(', ');
  if (missing.length > 0)
    return { ...told, state: 'not-met', have: have('room-missing', { items: names(missing) }) };
  if (unknown.length > 0)
    return { ...told, state: 'unknown', have: have('room-open', { items: names(unknown) }) };
  // As old as the first thing that was looked at.
  const oldest = found.flatMap(({ said: one }) => one ?? []).toSorted((one, other) => one.at - other.at)[0];
  return { at: oldest?.at, by: oldest?.by, state: 'met', have: have('room-ready', { of: found.length }) };
}
