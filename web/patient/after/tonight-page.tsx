// What to do tonight, from this phone alone: it opens with no network and before anyone was asked who this is.
import { useEffect, useState } from 'react';
import { AfterVisitSections } from '#web/kit/after-visit-sections.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { currentLanguage, extendCatalog, formatLocalDate, t } from '#web/kit/locale.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { afterWords } from '#web/patient/words/after.ts';
import { type KeptPaper, keptPaper } from './kept-paper.ts';

extendCatalog(afterWords);

function TonightPage() {
  const [kept, setKept] = useState<KeptPaper | 'none'>();
  useEffect(() => {
    keptPaper().then((paper) => setKept(paper ?? 'none'));
  }, []);
  const language = currentLanguage();
  return (
    <Page
      place="/"
      title={t('tonight.title')}
      lead={
        kept === undefined || kept === 'none'
          ? undefined
          : t('tonight.lead', { date: formatLocalDate(kept.date, 'whole') })
      }
      back={{ to: '/', label: t('place.today') }}
    >
      {kept === undefined ? (
        <Loading />
      ) : kept === 'none' ? (
        <div className="flex flex-col items-start gap-3">
          <p>{t('tonight.none')}</p>
          <Go to="/more/appointments" className="link inline-flex min-h-12 items-center">
            {t('tonight.papers')}
          </Go>
        </div>
      ) : (
        <AfterVisitSections paper={kept.papers[language]} language={language} />
      )}
    </Page>
  );
}

export const page = TonightPage;
