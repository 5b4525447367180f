// The daily number by itself, when it is the one next step.
import { useRouter } from '@tanstack/react-router';
import { t } from '#web/kit/locale.ts';
import { Page, basePath } from '#web/patient/page.tsx';
import { PulseCard } from './pulse-card.tsx';

function PulsePage() {
  const router = useRouter();
  return (
    <Page place="/" title={t('pulse.title')} back={{ to: '/', label: t('place.today') }}>
      <PulseCard onKept={() => setTimeout(() => router.history.push(`${basePath}/`), 900)} />
    </Page>
  );
}

export const page = PulsePage;
