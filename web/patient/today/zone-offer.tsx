// This phone's clock is not the one the clinic keeps for this person. Said once; whoever is only travelling says "not now".
import { useState } from 'react';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { deviceZone, isSameClock, zoneWords } from '#web/kit/time-zones.ts';
import { Go } from '#web/patient/page.tsx';
import { phoneMemory, remember } from '#web/patient/phone-memory.ts';
import { moreWords } from '#web/patient/words/more.ts';

extendCatalog(moreWords);

export function ZoneOffer({ zone }: { readonly zone: string }) {
  const now = useNow(60_000);
  const here = deviceZone();
  const [declined, setDeclined] = useState(phoneMemory().zoneDeclined);
  if (declined === here || isSameClock(zone, here, now)) return null;
  return (
    <Card title={t('phone.zone-differs')}>
      <p>{t('phone.zone-differs-text', { zone: zoneWords(zone) })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Go to="/more/phone" className={buttonClass()}>
          {t('phone.zone-look')}
        </Go>
        <Button
          variant="quiet"
          onClick={() => {
            remember({ zoneDeclined: here });
            setDeclined(here);
          }}
        >
          {t('shared.not-now')}
        </Button>
      </div>
    </Card>
  );
}
