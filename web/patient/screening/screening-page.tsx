// The list of parts, what is in each, and handing it over. What is missing is named by the clinic, never assumed here.
import { useQuery } from '@tanstack/react-query';
import { submitScreening } from '#api/health-record.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { screeningWords } from '#web/patient/words/screening.ts';
import { isSection, sectionIds } from './sections.ts';
import { screeningTopic } from './use-entries.ts';

extendCatalog(screeningWords);

function ScreeningPage() {
  const { patientId } = usePerson();
  const answer = useQuery(answerQuery(patientId));
  return (
    <Page
      place="/"
      title={t('screening.title')}
      lead={t('screening.lead')}
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {({ record }) => (
          <>
            <Sections screening={record.screening} />
            <Submit submittedAt={record.screening?.submittedAt} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Sections({ screening }: { readonly screening: CareRecord['screening'] }) {
  const doneAt = (id: string): number | undefined =>
    screening?.sections?.find((section) => section.id === id)?.doneAt;
  return (
    <ul className="divide-y divide-contour rounded-card bg-surface px-5">
      {sectionIds.map((id) => (
        <li key={id}>
          <Go
            to={`/screening/${id}`}
            className="flex min-h-18 flex-col justify-center gap-1 py-3.5 text-ink no-underline"
          >
            <span className="link font-sub">{t(`screening.section.${id}`)}</span>
            {id !== 'about' && (
              <StateWord
                state={doneAt(id) === undefined ? 'not-yet' : 'checked'}
                size={20}
                word={
                  <span className="text-small font-normal">
                    {t(doneAt(id) === undefined ? 'screening.nothing-yet' : 'screening.has-something')}
                  </span>
                }
              />
            )}
          </Go>
        </li>
      ))}
      <li>
        <Go to="/import" className="flex min-h-18 flex-col justify-center gap-1 py-3.5 text-ink no-underline">
          <span className="link font-sub">{t('screening.section.import')}</span>
          <span className="text-small text-ink-2">{t('screening.section.import-text')}</span>
        </Go>
      </li>
    </ul>
  );
}

function Submit({ submittedAt }: { readonly submittedAt: number | undefined }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const act = useAct(submitScreening);
  const { waiting } = useTransport(screeningTopic);
  const send = async (): Promise<void> => {
    const done = await act.run({ params: { patientId }, body: {} });
    if (done !== undefined) renewPatient(patientId);
  };
  const missing = act.failure?.kind === 'refusal' ? act.failure.fields : [];
  return (
    <Card title={t('screening.submit-title')}>
      <p>
        {submittedAt === undefined
          ? t('screening.submit-text')
          : say('screening.submitted-at', { when: whenWords(submittedAt, now) })}
      </p>
      {act.failure !== undefined && (
        <div className="mt-4 flex flex-col gap-3">
          <ErrorState
            compact
            title={failureWords(act.failure)}
            stillTrue={t('screening.not-submitted')}
            action={
              missing.length > 0 && (
                <ul className="flex list-disc flex-col gap-1 pl-5">
                  {missing.map((field) => (
                    <li key={`${field.path}${field.message}`}>
                      <MissingLink path={field.path} message={field.message} />
                    </li>
                  ))}
                </ul>
              )
            }
          />
        </div>
      )}
      {submittedAt === undefined && (
        <Button
          variant="primary"
          size="large"
          wide
          className="mt-4"
          onClick={send}
          busy={act.busy ? t('screening.submitting') : undefined}
          closed={waiting.length > 0 ? t('screening.waiting-first', { count: waiting.length }) : undefined}
        >
          {t('screening.submit')}
        </Button>
      )}
    </Card>
  );
}

/** A refusal names a part by its id, alone or within a longer path; then the name leads there. */
function MissingLink({ path, message }: { readonly path: string; readonly message: string }) {
  const id = path.split(/[./]/).find(isSection);
  if (id === undefined) return <span>{message}</span>;
  return (
    <Go to={`/screening/${id}`} className="link">
      {t(`screening.section.${id}`)}
    </Go>
  );
}

export const page = ScreeningPage;
