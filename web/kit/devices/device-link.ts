// One device on the air: chosen by a person, linked, heard, lost or put away. It hands on bytes with the moment they came
// and the moment the link was whole, and decides nothing about what they mean.

import type { DeviceKind } from '#clinical/devices/device-reading.ts';
import { packetKinds } from '#clinical/devices/read-packet.ts';
import type { Instant } from '#clinical/instant.ts';
import type { BluetoothDoor, RemoteCharacteristic, RemoteDevice } from './bluetooth.ts';

export type LinkTrouble = 'switched-off' | 'not-allowed' | 'nothing-we-read' | 'not-reached';

export type LinkState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'linking'; readonly name: string }
  | { readonly kind: 'linked'; readonly name: string; readonly since: Instant }
  | { readonly kind: 'lost'; readonly name: string; readonly at: Instant }
  | { readonly kind: 'failed'; readonly name: string; readonly why: LinkTrouble }
  | { readonly kind: 'ended' };

export interface Packet {
  readonly deviceId: string;
  readonly characteristic: number;
  readonly bytes: readonly number[];
  readonly deliveredAt: Instant;
  /** When everything the device has to say could be heard; a packet that comes before came at once. */
  readonly linkedAt: Instant;
}

export interface LinkWay {
  readonly door: BluetoothDoor;
  readonly now: () => Instant;
  readonly kinds: readonly DeviceKind[];
  readonly onState: (state: LinkState) => void;
  readonly onPacket: (packet: Packet) => void;
}

export class DeviceLink {
  state: LinkState = { kind: 'choosing' };
  readonly #way: LinkWay;
  #device: RemoteDevice | undefined;
  #linkedAt: Instant | undefined;
  /** Each try has its own number, so that the answer to one given up does nothing. */
  #round = 0;
  readonly #hearing = new Map<RemoteCharacteristic, () => void>();

  constructor(way: LinkWay) {
    this.#way = way;
  }

  /** Must follow a touch: the browser shows its list only then. */
  async choose(): Promise<void> {
    const { door, kinds } = this.#way;
    const round = this.#next({ kind: 'choosing' });
    const services = [
      ...new Set(packetKinds.filter((one) => kinds.includes(one.device)).map((one) => one.service)),
    ];
    try {
      const device = await door.requestDevice({
        filters: services.map((service) => ({ services: [service] })),
        optionalServices: services,
      });
      if (round !== this.#round) return;
      this.#device = device;
      device.addEventListener('gattserverdisconnected', this.#lost);
      await this.again();
    } catch (error) {
      if (round !== this.#round) return;
      // A list closed without choosing is no failure.
      const why = await this.#whyNot(error);
      this.#say(why === undefined ? { kind: 'ended' } : { kind: 'failed', name: '', why });
    }
  }

  async again(): Promise<void> {
    const device = this.#device;
    if (device?.gatt === undefined) return this.choose();
    const name = device.name ?? '';
    const round = this.#next({ kind: 'linking', name });
    try {
      const server = await device.gatt.connect();
      if (round !== this.#round) {
        server.disconnect();
        return;
      }
      let heard = 0;
      for (const kind of packetKinds.filter((one) => this.#way.kinds.includes(one.device))) {
        const characteristic = await server
          .getPrimaryService(kind.service)
          .then((service) => service.getCharacteristic(kind.characteristic))
          // A device has what it has; what it lacks is not an error.
          .catch(() => undefined);
        if (characteristic === undefined || round !== this.#round) continue;
        this.#hear(device.id, kind.characteristic, characteristic);
        await characteristic.startNotifications();
        heard += 1;
      }
      if (round !== this.#round) return;
      if (heard === 0) {
        this.#next({ kind: 'failed', name, why: 'nothing-we-read' });
        device.gatt.disconnect();
        return;
      }
      this.#linkedAt = this.#way.now();
      this.#say({ kind: 'linked', name, since: this.#linkedAt });
    } catch {
      // Whatever the radio's reason, what a person can do is the same.
      if (round === this.#round) this.#say({ kind: 'failed', name, why: 'not-reached' });
    }
  }

  end(): void {
    this.#next({ kind: 'ended' });
    this.#device?.removeEventListener('gattserverdisconnected', this.#lost);
    this.#device?.gatt?.disconnect();
    this.#device = undefined;
  }

  readonly #lost = (): void => {
    const { state } = this;
    if (state.kind !== 'linked' && state.kind !== 'linking') return;
    this.#next({ kind: 'lost', name: state.name, at: this.#way.now() });
  };

  #next(state: LinkState): number {
    this.#round += 1;
    this.#linkedAt = undefined;
    for (const stop of this.#hearing.values()) stop();
    this.#hearing.clear();
    this.#say(state);
    return this.#round;
  }

  #say(state: LinkState): void {
    this.state = state;
    this.#way.onState(state);
  }

  #hear(deviceId: string, characteristic: number, from: RemoteCharacteristic): void {
    this.#hearing.get(from)?.();
    const heard = (): void => {
      const { value } = from;
      const deliveredAt = this.#way.now();
      this.#way.onPacket({
        deviceId,
        characteristic,
        bytes:
          value === undefined ? [] : [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)],
        deliveredAt,
        linkedAt: this.#linkedAt ?? deliveredAt,
      });
    };
    from.addEventListener('characteristicvaluechanged', heard);
    this.#hearing.set(from, () => from.removeEventListener('characteristicvaluechanged', heard));
  }

  async #whyNot(error: unknown): Promise<LinkTrouble | undefined> {
    const name = error instanceof Error ? error.name : '';
    if (name === 'SecurityError' || name === 'NotAllowedError') return 'not-allowed';
    const isOn = await this.#way.door.getAvailability?.().catch(() => false);
    if (isOn === false) return 'switched-off';
    return name === 'NotFoundError' || name === 'AbortError' ? undefined : 'not-reached';
  }
}
