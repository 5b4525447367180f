// A yes taken back: asked once more, so that a thumb in a pocket leaves nobody without a way home.
import { useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import { Sheet } from '#web/kit/sheet.tsx';

export function RideTakenBack({
  name,
  isDay,
  onTap,
}: {
  readonly name: string;
  readonly isDay: boolean;
  readonly onTap: (step: 'declined') => void;
}) {
  const [open, setOpen] = useState(false);
  const takeBack = (): void => {
    setOpen(false);
    onTap('declined');
  };
  return (
    <>
      <Button variant="quiet" className="self-start" onClick={() => setOpen(true)}>
        {t('companion.no-after-all')}
      </Button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t('companion.no-after-all-title')}
        actions={
          <>
            <Button size="large" onClick={takeBack}>
              {t('companion.no-after-all-sure')}
            </Button>
            <Button size="large" variant="quiet" onClick={() => setOpen(false)}>
              {t('companion.no-after-all-stay')}
            </Button>
          </>
        }
      >
        <p>{t('companion.no-after-all-text', { name })}</p>
        {isDay && <p className="mt-2">{t('companion.no-after-all-today')}</p>}
      </Sheet>
    </>
  );
}
