// Letters are opened as their author comes in, and the journal says so: whoever held the phone may have put one in.
import { useSyncExternalStore } from 'react';
import type { Me } from '#api/me.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { letterWords } from '#web/patient/words/letter.ts';
import { letterbox } from './letterbox.ts';

extendCatalog(letterWords);

const listeners = new Set<() => void>();
let opened = 0;

export async function openLetters(me: Pick<Me, 'id' | 'patientId'>): Promise<void> {
  opened += await letterbox.attend(me);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function OpenedLetters() {
  const count = useSyncExternalStore(listen, () => opened);
  return count === 0 ? null : <p role="status">{t('letter.opened', { count })}</p>;
}
