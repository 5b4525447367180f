// The daily number, and what else this person chose to be asked.
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Page } from '#web/patient/page.tsx';
import { todayWords } from '#web/patient/words/today.ts';
import { MoreQuestions } from './more-questions.tsx';
import { PulseCard } from './pulse-card.tsx';

extendCatalog(todayWords);

function PulsePage() {
  return (
    <Page place="/" title={t('pulse.page')} back={{ to: '/', label: t('place.today') }}>
      <PulseCard />
      <MoreQuestions />
    </Page>
  );
}

export const page = PulsePage;
