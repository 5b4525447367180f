// The address of the session screen. The screen itself comes up from anywhere; here it says that nothing runs yet.
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Page } from '#web/patient/page.tsx';
import { sessionWords } from '#web/patient/words/session.ts';

extendCatalog(sessionWords);

function SessionPage() {
  return (
    <Page
      place="/"
      title={t('session.title')}
      lead={t('session.none')}
      back={{ to: '/', label: t('session.back-today') }}
    />
  );
}

export const page = SessionPage;
