// An address under "getting ready" that leads nowhere.
import { t } from '#web/kit/locale.ts';
import { Page } from '#web/patient/page.tsx';

function GonePage() {
  return (
    <Page place="/" title="Mooring" lead={t('shared.gone')} back={{ to: '/', label: t('place.today') }} />
  );
}

export const page = GonePage;
