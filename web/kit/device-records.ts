// What drafts, the outbox, the rooms last read and what a link last showed need of a device's disk. No browser in here, so
// that their logic is tested without one.

export type StoreName = 'drafts' | 'outbox' | 'rooms' | 'shown';

export interface DeviceStore {
  get(store: StoreName, key: string): Promise<unknown>;
  put(store: StoreName, key: string, value: unknown): Promise<boolean>;
  remove(store: StoreName, key: string): Promise<void>;
  /** Every readable record, in the order of the keys; with `under`, of those only whose key begins with it. */
  all(
    store: StoreName,
    under?: string,
  ): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
}

/** For who must find what lies there without unsealing it. */
export interface ListedStore extends DeviceStore {
  keys(store: StoreName): Promise<readonly string[]>;
}
