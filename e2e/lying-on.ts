// What a page keeps on a phone, read as whoever takes the phone apart would read it.
import type { Page } from '@playwright/test';

export function lyingOn(page: Page): Promise<{ readonly records: string; readonly pages: string }> {
  return page.evaluate(async () => {
    const readable = (value: unknown): unknown => {
      if (value instanceof CryptoKey) return `a key, to be taken out: ${value.extractable}`;
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, readable(part)]));
    };
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const records: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await done(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        const read = db.transaction(store).objectStore(store);
        records.push(name, store, await done(read.getAllKeys()), (await done(read.getAll())).map(readable));
      }
      db.close();
    }
    const pages: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        pages.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return { records: JSON.stringify(records), pages: pages.join('\n') };
  });
}
