// Slow breath for any moment, with or without a network. Nothing is counted or kept, and it is silent until a tap asks for more.
import { useState } from 'react';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { go } from '#web/patient/address.ts';
import { Page } from '#web/patient/page.tsx';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { Breathing } from './breathing.tsx';
import { unguided } from './guidance.ts';
import { GuideChoice } from './guide-choice.tsx';

extendCatalog(prepareWords);

function BreathePage() {
  const [guide, setGuide] = useState(unguided);
  return (
    <Page
      place="/learn"
      title={t('breathe.title')}
      lead={t('breathe.lead')}
      back={{ to: '/learn', label: t('place.learn') }}
    >
      <Breathing guide={guide} onStop={() => go('/learn')} />
      <GuideChoice guide={guide} onChange={setGuide} />
    </Page>
  );
}

export const page = BreathePage;
