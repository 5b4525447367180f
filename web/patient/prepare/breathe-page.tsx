// Slow breath for any moment, with or without a network. Nothing is counted or kept.
import { extendCatalog, t } from '#web/kit/locale.ts';
import { go } from '#web/patient/address.ts';
import { Page } from '#web/patient/page.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { Breathing } from './breathing.tsx';

extendCatalog(prepareWords);

function BreathePage() {
  return (
    <Page
      place="/learn"
      title={t('breathe.title')}
      lead={t('breathe.lead')}
      back={{ to: '/learn', label: t('place.learn') }}
    >
      <Breathing onStop={() => go('/learn')} />
    </Page>
  );
}

export const page = BreathePage;
