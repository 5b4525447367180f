// Everything the devices at one bedside have said, and what became of it. A desk belongs to one session and is cleared
// away with it: a cuff that goes to the next bed is linked there anew.

import type { DeviceKind, DeviceReading } from '#clinical/devices/device-reading.ts';
import { readPacket } from '#clinical/devices/read-packet.ts';
import { isSameReading, readingIsNow, type WhenOfReading } from '#clinical/devices/reading-is-now.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import type { BluetoothDoor } from './bluetooth.ts';
import { DeviceLink, type LinkState, type Packet } from './device-link.ts';

export interface HeardFrom {
  readonly id: number;
  readonly linkId: number;
  readonly deviceId: string;
  readonly deliveredAt: Instant;
  /** Nothing when its bytes could not be read. */
  readonly reading: DeviceReading | undefined;
  readonly when: WhenOfReading | undefined;
  /** Waiting: nobody has looked. Held: the row has other numbers. */
  readonly fate: 'waiting' | 'held-numbers' | 'held-time' | 'used' | 'left-out';
}

export interface DeskView {
  readonly links: readonly { readonly id: number; readonly state: LinkState }[];
  readonly heard: readonly HeardFrom[];
}

export interface DeskPlace {
  readonly door: BluetoothDoor;
  readonly now: () => Instant;
  readonly kinds: readonly DeviceKind[];
}

/** Where and since when this session is; asked at each reading, because someone may still have to arrive. */
export interface DeskSession {
  readonly sessionFrom: Instant | undefined;
  readonly zone: ZoneId | undefined;
}

export class DeviceDesk {
  session: DeskSession = { sessionFrom: undefined, zone: undefined };
  readonly #place: DeskPlace;
  readonly #links = new Map<number, DeviceLink>();
  readonly #listeners = new Set<() => void>();
  #count = 0;
  #view: DeskView = { links: [], heard: [] };

  constructor(place: DeskPlace) {
    this.#place = place;
  }

  readonly view = (): DeskView => this.#view;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  connect(): Promise<void> {
    this.#count += 1;
    const id = this.#count;
    const link = new DeviceLink({
      ...this.#place,
      onState: () => this.#said(id),
      onPacket: (packet) => this.#heardPacket(id, packet),
    });
    this.#links.set(id, link);
    return link.choose();
  }

  async again(linkId: number): Promise<void> {
    await this.#links.get(linkId)?.again();
  }

  end(linkId: number): void {
    this.#links.get(linkId)?.end();
  }

  clear(): void {
    for (const link of this.#links.values()) link.end();
    this.#show({ links: [], heard: [] });
  }

  settle(heardId: number, fate: HeardFrom['fate']): void {
    this.#show({
      heard: this.#view.heard.map((one) => (one.id === heardId ? { ...one, fate } : one)),
    });
  }

  #said(linkId: number): void {
    if (this.#links.get(linkId)?.state.kind === 'ended') this.#links.delete(linkId);
    this.#show({ links: [...this.#links].map(([id, { state }]) => ({ id, state })) });
  }

  #heardPacket(linkId: number, packet: Packet): void {
    const { deviceId, deliveredAt, linkedAt } = packet;
    const answer = readPacket(packet);
    this.#count += 1;
    const common = { id: this.#count, linkId, deviceId, deliveredAt, fate: 'waiting' } as const;
    if (answer.kind === 'refused') {
      this.#add({ ...common, reading: undefined, when: undefined });
      return;
    }
    const { reading } = answer;
    const isAgain = this.#view.heard.some(
      (one) =>
        one.reading !== undefined &&
        isSameReading({ ...one, reading: one.reading }, { deviceId, reading, deliveredAt }),
    );
    if (isAgain) return;
    this.#add({
      ...common,
      reading,
      when: readingIsNow({ reading, deliveredAt, linkedAt, ...this.session }),
    });
  }

  /** Of a stream, and of packets nobody can read, only the last says anything. */
  #add(heard: HeardFrom): void {
    const isReplaced = (one: HeardFrom): boolean =>
      one.linkId === heard.linkId &&
      (heard.reading === undefined
        ? one.reading === undefined
        : heard.reading.stream && one.reading?.stream === true && one.fate === 'waiting');
    this.#show({ heard: [...this.#view.heard.filter((one) => !isReplaced(one)), heard] });
  }

  #show(changed: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...changed };
    for (const listener of this.#listeners) listener();
  }
}
