// This browser's name and its count of facts in one session, so that a fact that got lost on the way is noticed.
// One after the other: two quick taps never get the same number.
import { newCommandId } from './api-client.ts';
import type { DeviceStore } from './device-records.ts';
import { deviceStore } from './device-store.ts';

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
  /** The disk would not keep the count, so nothing of it outlives this page. */
  #isInPage = false;
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
    const kept = this.#isInPage ? undefined : await this.#store.get('drafts', key).catch(() => undefined);
    const last = Math.max(this.#counts.get(sessionId) ?? 0, typeof kept === 'number' ? kept : 0);
    const deviceSeq = last + 1;
    this.#counts.set(sessionId, deviceSeq);
    if (this.#isInPage) return { deviceId, deviceSeq };
    const isKept = await this.#store.put('drafts', key, deviceSeq).catch(() => undefined);
    if (isKept !== undefined) return { deviceId, deviceSeq };
    // The disk is full. A count that is not kept would be counted again after a reload, and the clinic would refuse what
    // carries it: a call for help. So this page counts for itself, under a name of its own, from one.
    this.#isInPage = true;
    this.#deviceId = this.#newId();
    this.#counts.clear();
    return await this.#take(sessionId);
  }

  async #device(): Promise<string> {
    if (this.#deviceId !== undefined) return this.#deviceId;
    const kept = await this.#store.get('drafts', deviceKey).catch(() => undefined);
    if (typeof kept === 'string') {
      this.#deviceId = kept;
      return kept;
    }
    this.#deviceId = this.#newId();
    await this.#store.put('drafts', deviceKey, this.#deviceId).catch(() => false);
    return this.#deviceId;
  }
}

export const phoneCount = new PhoneCount(deviceStore, newCommandId);
