// At the door and at the lock: words need not wait for the link in the mail.
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import { LetterInput, useLettersLying } from './letter-input.tsx';

/** Nothing on a phone that has no letterbox. */
export function WriteWhileShut() {
  const lying = useLettersLying();
  const [isOpen, setIsOpen] = useState(false);
  if (lying === undefined || lying === 'no-box') return null;
  return (
    <section className="flex flex-col gap-3">
      {isOpen ? (
        <>
          <h2 className="text-sub font-sub">{t('letter.write-now')}</h2>
          <LetterInput lying={lying} />
        </>
      ) : (
        <>
          <Button
            className="self-start"
            icon={<PenLine size={20} strokeWidth={1.9} aria-hidden="true" />}
            onClick={() => setIsOpen(true)}
          >
            {t('letter.write-now')}
          </Button>
          <p className="text-small text-ink-2">{t('letter.truth')}</p>
        </>
      )}
    </section>
  );
}
