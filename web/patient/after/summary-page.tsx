// What happened and what to do tonight, on the phone and on paper: the words a nurse went through with this person.
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type AfterVisitTold, getAfterVisitSummary } from '#api/after-visit.ts';
import { paperChanges } from '#dosing-session/papers/paper.ts';
import { AfterVisitChanges, AfterVisitSections } from '#web/kit/after-visit-sections.tsx';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import {
  asSentence,
  currentLanguage,
  extendCatalog,
  formatDateTime,
  formatLocalDate,
  t,
} from '#web/kit/locale.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { usePathPart } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { keepPaper } from './kept-paper.ts';

extendCatalog(afterWords);

function SummaryPage() {
  const sessionId = usePathPart('sessionId');
  const { patientId } = usePerson();
  const summary = useQuery({
    queryKey: patientKey(patientId, 'summary', sessionId),
    queryFn: () => ask(getAfterVisitSummary, { params: { patientId, sessionId } }),
  });
  return (
    <Page
      place="/"
      title={t('summary.title')}
      lead={
        summary.data === undefined ? undefined : asSentence(formatLocalDate(summary.data.draft.date, 'whole'))
      }
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={summary}>{(told) => <Summary told={told} />}</Asked>
    </Page>
  );
}

function Summary({ told }: { readonly told: AfterVisitTold }) {
  const language = currentLanguage();
  const [newest, before] = told.versions;
  const content = newest?.content ?? told.draft;
  const paper = content.patient[language];
  const isKept = useKept(told, content);
  return (
    <>
      <Button
        className="self-start"
        icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t('summary.print')}
      </Button>
      <p className="only-on-paper">
        {told.patientName}. {told.clinic.name}, {told.clinic.address}, {told.clinic.phone}
      </p>
      {newest === undefined ? (
        <StateWord
          state="unknown"
          word={<span className="font-normal">{t('summary.not-handed-over')}</span>}
        />
      ) : (
        <StateWord
          state="checked"
          word={
            <span className="font-normal">
              {t('summary.handed-over', {
                name: newest.byName,
                when: formatDateTime(newest.at, told.zone),
                version: newest.version,
              })}
            </span>
          }
        />
      )}
      {told.state === 'changed' && (
        <StateWord state="due" word={<span className="font-normal">{t('summary.changed')}</span>} />
      )}
      {before !== undefined && (
        <AfterVisitChanges
          changes={paperChanges(before.content.patient[language].sections, paper.sections)}
        />
      )}
      <AfterVisitSections paper={paper} language={language} />
      <p className="text-small text-ink-2">
        {t('summary.edition', { id: content.protocol.name })}{' '}
        {content.protocol.approvedBy === undefined && t('summary.not-approved')}
      </p>
      {isKept && <p className="not-on-paper text-small text-ink-2">{t('summary.kept')}</p>}
      <p className="only-on-paper">
        {t('summary.printed', { when: formatDateTime(serverNow(), told.zone) })}
      </p>
    </>
  );
}

const recentMs = 2 * 24 * 60 * 60_000;

/** Opened once in the days after, tonight's part stays on this phone. An old visit, read again, keeps nothing. */
function useKept(told: AfterVisitTold, content: AfterVisitTold['draft']): boolean {
  const [isKept, setIsKept] = useState(false);
  const { date, drivingFrom, patient } = content;
  const isRecent = serverNow() - Date.parse(drivingFrom) < recentMs;
  useEffect(() => {
    if (told.state === 'not-over' || !isRecent) return;
    keepPaper(date, patient).then(setIsKept);
  }, [told.state, isRecent, date, patient]);
  return isKept;
}

export const page = SummaryPage;
