// On Today in the quiet days after a session: a place for first impressions, if anyone wants one.
import { buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Go } from '#web/patient/page.tsx';
import { journalWords } from '#web/patient/words/journal.ts';
import { useQuietUntil } from './quiet-days.tsx';

extendCatalog(journalWords);

export function FirstInvitation() {
  if (typeof useQuietUntil() !== 'number') return null;
  return (
    <Section title={t('impressions.title')}>
      <Card>
        <p>{t('impressions.lead')}</p>
        <Go to="/journal/first" className={buttonClass({ className: 'mt-3' })}>
          {t('impressions.go')}
        </Go>
      </Card>
    </Section>
  );
}
