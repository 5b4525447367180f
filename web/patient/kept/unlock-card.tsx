// With no signal, the phone's own lock opens what this phone keeps under it.
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { hasPasskeys } from '#web/patient/passkey.ts';
import { phoneMemory } from '#web/patient/phone-memory.ts';
import { awayWords } from '#web/patient/words/away.ts';
import { openWithLock } from './phone-lock.ts';

extendCatalog(awayWords);

export function UnlockCard() {
  const [state, setState] = useState<'rest' | 'asking' | 'shut'>('rest');
  if (phoneMemory().opensWithLock !== true || !hasPasskeys()) return null;
  const open = async (): Promise<void> => {
    setState('asking');
    if (!(await openWithLock().catch(() => false))) setState('shut');
  };
  return (
    <div className="flex flex-col gap-3">
      <Button
        variant="primary"
        size="large"
        wide
        icon={<Fingerprint size={24} strokeWidth={1.9} aria-hidden="true" />}
        onClick={open}
        busy={state === 'asking' ? t('away.unlocking') : undefined}
      >
        {t('away.unlock')}
      </Button>
      <p role="status">{t(state === 'shut' ? 'away.unlock-none' : 'away.unlock-text')}</p>
    </div>
  );
}
