// Slow breath for any moment, with or without a network. Nothing is counted or kept.
import { useRouter } from '@tanstack/react-router';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { basePath, Page } from '#web/patient/page.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { Breathing } from './breathing.tsx';

extendCatalog(prepareWords);

function BreathePage() {
  const router = useRouter();
  return (
    <Page
      place="/learn"
      title={t('breathe.title')}
      lead={t('breathe.lead')}
      back={{ to: '/learn', label: t('place.learn') }}
    >
      <Breathing onStop={() => router.history.push(`${basePath}/learn`)} />
    </Page>
  );
}

export const page = BreathePage;
