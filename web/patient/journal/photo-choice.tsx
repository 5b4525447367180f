// A photo chosen or taken, and made small before it goes anywhere.
import { useState } from 'react';
import { newCommandId } from '#web/kit/api-client.ts';
import { inputClass } from '#web/kit/field.tsx';
import { t } from '#web/kit/locale.ts';
import type { Medium } from './entry-draft.ts';
import { smallPhoto } from './photo.ts';

export function PhotoChoice({ onPhoto }: { readonly onPhoto: (medium: Medium) => void }) {
  const [state, setState] = useState<'rest' | 'reading' | 'fault'>('rest');
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setState('reading');
    const small = await smallPhoto(file);
    if (small === undefined) {
      setState('fault');
      return;
    }
    setState('rest');
    onPhoto({ id: newCommandId(), kind: 'photo', mediaType: 'image/jpeg', file: small });
  };
  return (
    <div className="flex flex-col gap-2">
      <label className="flex flex-col gap-1.5">
        <span className="font-[560]">{t('photo.choose')}</span>
        <input
          type="file"
          accept="image/*"
          className={inputClass}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <p className="text-small text-ink-2">{t('photo.truth')}</p>
      <p role="status">
        {state === 'fault' ? t('photo.cannot') : state === 'reading' ? t('kit.asking') : ''}
      </p>
    </div>
  );
}
