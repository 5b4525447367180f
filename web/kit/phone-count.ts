// This browser's name and its count of facts in one session, so that a fact that got lost on the way is noticed.
// One after the other: two quick taps never get the same number.
import { newCommandId } from './api-client.ts';
import { type DeviceStore, deviceStore } from './device-store.ts';

export interface DevicePlace {
  readonly deviceId: string;
  readonly deviceSeq: number;
}

const deviceKey = 'device/id';

export class PhoneCount {
  readonly #store: DeviceStore;
  readonly #newId: () => string;
  readonly #counts = new Map<string, number>();
  #deviceId: string | undefined;
  #line: Promise<unknown> = Promise.resolve();

  constructor(store: DeviceStore, newId: () => string) {
    this.#store = store;
    this.#newId = newId;
  }

  next(sessionId: string): Promise<DevicePlace> {
    const mine = this.#line.then(() => this.#take(sessionId));
    this.#line = mine.catch(() => undefined);
    return mine;
  }

  async #take(sessionId: string): Promise<DevicePlace> {
    const deviceId = await this.#device();
    const key = `device/count/${sessionId}`;
    const kept = await this.#store.get('drafts', key);
    const last = Math.max(this.#counts.get(sessionId) ?? 0, typeof kept === 'number' ? kept : 0);
    const deviceSeq = last + 1;
    this.#counts.set(sessionId, deviceSeq);
    await this.#store.put('drafts', key, deviceSeq);
    return { deviceId, deviceSeq };
  }

  async #device(): Promise<string> {
    if (this.#deviceId !== undefined) return this.#deviceId;
    const kept = await this.#store.get('drafts', deviceKey);
    this.#deviceId = typeof kept === 'string' ? kept : this.#newId();
    await this.#store.put('drafts', deviceKey, this.#deviceId);
    return this.#deviceId;
  }
}

export const phoneCount = new PhoneCount(deviceStore, newCommandId);
