// The daily number by itself, when it is the one next step.
import { extendCatalog, t } from '#web/kit/locale.ts';
import { go } from '#web/patient/address.ts';
import { Page } from '#web/patient/page.tsx';
import { todayWords } from '#web/patient/words/today.ts';
import { PulseCard } from './pulse-card.tsx';

extendCatalog(todayWords);

function PulsePage() {
  return (
    <Page place="/" title={t('pulse.title')} back={{ to: '/', label: t('place.today') }}>
      <PulseCard onKept={() => setTimeout(() => go('/'), 900)} />
    </Page>
  );
}

export const page = PulsePage;
