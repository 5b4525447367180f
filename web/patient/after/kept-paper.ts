// What tonight needs, kept on the phone so that it opens with no network and no sign-in: as the printed sheet lies on the
// kitchen table. What was given and what was felt is not in it. Sealed with a key that cannot leave this phone, forgotten
// after a few days and whenever the person leaves this phone.
import { deleteDB, openDB } from 'idb';
import type { AfterVisitPaper, AfterVisitPart } from '#dosing-session/papers/after-visit.ts';
import { deviceNow } from '#web/kit/clock.ts';

const name = 'mooring-tonight';
const keptForMs = 4 * 24 * 60 * 60_000;

export const partsForTonight: readonly AfterVisitPart[] = [
  'driving',
  'tonight',
  'food',
  'normal',
  'call',
  'emergency',
  'reach',
  'medicines',
];

export interface KeptPaper {
  readonly date: string;
  readonly keptAt: number;
  readonly papers: Readonly<Record<'en' | 'es', AfterVisitPaper>>;
}

interface Sealed {
  readonly key: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

function open() {
  return openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore('paper');
    },
  });
}

function withoutTheVisit(paper: AfterVisitPaper): AfterVisitPaper {
  return { ...paper, sections: paper.sections.filter(({ id }) => partsForTonight.includes(id)) };
}

/** A phone that refuses storage keeps nothing, and the page says so by not offering it. */
export async function keepPaper(
  date: string,
  papers: Readonly<Record<'en' | 'es', AfterVisitPaper>>,
): Promise<boolean> {
  const kept: KeptPaper = {
    date,
    keptAt: deviceNow(),
    papers: { en: withoutTheVisit(papers.en), es: withoutTheVisit(papers.es) },
  };
  try {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv: nonce },
      key,
      new TextEncoder().encode(JSON.stringify(kept)),
    );
    const record: Sealed = { key, nonce, sealed };
    const db = await open();
    await db.put('paper', record, 'newest');
    db.close();
    return true;
  } catch {
    return false;
  }
}

export async function keptPaper(): Promise<KeptPaper | undefined> {
  try {
    const db = await open();
    const record = (await db.get('paper', 'newest')) as Sealed | undefined;
    db.close();
    if (record === undefined) return undefined;
    const bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: record.nonce },
      record.key,
      record.sealed,
    );
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as KeptPaper;
    if (deviceNow() - kept.keptAt <= keptForMs) return kept;
    await forgetPaper();
    return undefined;
  } catch {
    return undefined;
  }
}

export async function forgetPaper(): Promise<void> {
  await deleteDB(name).catch(() => undefined);
}
