// How a person likes to be led, and in plain words what this phone cannot do.
import { useEffect, useState } from 'react';
import { Section } from '#web/kit/card.tsx';
import { Checkbox } from '#web/kit/checkbox-list.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { buzz, type Guide, type PhoneMeans, phoneMeans, readyToSound } from './guidance.ts';

extendCatalog(readyWords);

export interface GuideChoiceProps {
  readonly guide: Guide;
  readonly onChange: (guide: Guide) => void;
}

export function GuideChoice({ guide, onChange }: GuideChoiceProps) {
  const [means, setMeans] = useState<PhoneMeans>();
  useEffect(() => {
    phoneMeans().then(setMeans);
  }, []);
  if (means === undefined) return null;
  return (
    <Section title={t('practice.guide')}>
      <div className="grid gap-2">
        {means.sound !== 'none' && (
          <Checkbox
            label={t(`practice.${means.sound}`)}
            detail={t('practice.sound-after-tap')}
            ticked={guide.voice}
            onChange={(voice) => {
              if (voice) readyToSound();
              onChange({ ...guide, voice });
            }}
          />
        )}
        {means.buzz && (
          <Checkbox
            label={t('practice.vibrate')}
            detail={t('practice.vibrate-felt')}
            ticked={guide.vibrate}
            onChange={(vibrate) => {
              if (vibrate) buzz();
              onChange({ ...guide, vibrate });
            }}
          />
        )}
      </div>
      {means.sound === 'tone' && <p className="text-small text-ink-2">{t('practice.tone-only')}</p>}
      {means.sound === 'none' && <p className="text-small text-ink-2">{t('practice.no-sound')}</p>}
      {!means.buzz && <p className="text-small text-ink-2">{t('practice.no-buzz')}</p>}
    </Section>
  );
}
