// What the clinic holds about a person's health, in plain lines with who wrote each and when.
import { useQuery } from '@tanstack/react-query';
import type { HealthRecordBody, HealthRecordEntry } from '#api/health-record.ts';
import { getChart } from '#api/patients.ts';
import { healthCondition } from '#clinical/screening/conditions.ts';
import { ask } from '#web/kit/api-client.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { currentLanguage, extendCatalog, formatDate, formatLocalDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { historyQuestionsInSpanish } from '#web/patient/words/history-questions.ts';
import { moreWords } from '#web/patient/words/more.ts';
import { screeningWords } from '#web/patient/words/screening.ts';

extendCatalog(moreWords);
extendCatalog(screeningWords);

const kinds: readonly HealthRecordBody['kind'][] = [
  'medication-statement',
  'allergy',
  'condition',
  'history-answer',
  'prior-treatment',
  'goal',
];

function RecordPage() {
  const { patientId } = usePerson();
  const chart = useQuery({
    queryKey: patientKey(patientId, 'chart'),
    queryFn: () => ask(getChart, { params: { patientId } }),
  });
  return (
    <Page
      place="/more"
      title={t('record.title')}
      lead={t('record.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={chart}>
        {({ patient, record }) => (
          <>
            <Section title={t('record.who')}>
              <Card>
                <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
                  <dt className="text-ink-2">{t('record.name')}</dt>
                  <dd>
                    {patient.givenName} {patient.familyName}
                  </dd>
                  <dt className="text-ink-2">{t('record.born')}</dt>
                  <dd>
                    {patient.birthDate === undefined
                      ? t('record.not-said')
                      : formatLocalDate(patient.birthDate, 'long')}
                  </dd>
                  <dt className="text-ink-2">{t('record.reach')}</dt>
                  <dd className="break-all">
                    {[patient.phone, patient.email].filter((each) => each !== undefined).join(' · ') ||
                      t('record.not-said')}
                  </dd>
                </dl>
                <Go to="/screening/about" className="link mt-2 inline-flex min-h-12 items-center">
                  {t('record.change-me')}
                </Go>
              </Card>
            </Section>
            {record.length === 0 && <EmptyState>{t('record.empty')}</EmptyState>}
            {kinds.map((kind) => (
              <Kind key={kind} kind={kind} entries={record.filter((entry) => entry.body.kind === kind)} />
            ))}
            <Go to="/screening" className={buttonClass({ size: 'large', wide: true })}>
              {t('record.edit')}
            </Go>
          </>
        )}
      </Asked>
    </Page>
  );
}

interface KindProps {
  readonly kind: HealthRecordBody['kind'];
  readonly entries: readonly HealthRecordEntry[];
}

function Kind({ kind, entries }: KindProps) {
  if (entries.length === 0) return null;
  if (kind === 'history-answer') return <HealthQuestions entries={entries} />;
  return (
    <Section title={t(`record.${kind}`)}>
      {kind === 'goal' ? (
        entries.map((entry) => (
          <OwnWordsCard key={entry.id} words={entryWords(entry.body)} foot={<WhoWrote entry={entry} />} />
        ))
      ) : (
        <Lines entries={entries} />
      )}
    </Section>
  );
}

/** What was answered with anything but no comes first; the rest is there to open. */
function HealthQuestions({ entries }: { readonly entries: readonly HealthRecordEntry[] }) {
  const isNo = (entry: HealthRecordEntry): boolean =>
    entry.body.kind === 'history-answer' && entry.body.answer === 'no';
  const noes = entries.filter(isNo);
  const others = entries.filter((entry) => !isNo(entry));
  return (
    <Section title={t('record.history-answer')}>
      {others.length > 0 && <Lines entries={others} />}
      {noes.length > 0 && (
        <details className="rounded-card bg-surface px-5">
          <summary className="link flex min-h-12 cursor-pointer items-center">
            {t('record.answered-no', { count: noes.length })}
          </summary>
          <Lines entries={noes} />
        </details>
      )}
    </Section>
  );
}

function Lines({ entries }: { readonly entries: readonly HealthRecordEntry[] }) {
  return (
    <ul className="divide-y divide-contour rounded-card bg-surface px-5 in-[details]:px-0">
      {entries.map((entry) => (
        <li key={entry.id} className="py-3.5">
          <p className={entry.status === 'entered-in-error' ? 'line-through' : ''}>
            {entryWords(entry.body)}
          </p>
          <p className="text-small text-ink-2">
            <WhoWrote entry={entry} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function WhoWrote({ entry }: { readonly entry: HealthRecordEntry }) {
  const words = t('record.from', {
    who: entry.origin === 'staff' ? entry.recordedByName : t(`record.origin.${entry.origin}`),
    when: formatDate(entry.recordedAt, 'medium'),
  });
  return `${capitalised(words)}, ${t(`record.status.${entry.status}`)}`;
}

const answerWords = {
  yes: 'history.yes',
  no: 'history.no',
  'not-sure': 'shared.not-sure',
  'rather-not-say': 'history.rather-not',
} as const;

const listQuestions: Readonly<Record<string, string>> = {
  'takes-medicines': 'medicines.takes',
  'has-allergies': 'allergies.has',
  'tried-treatments': 'treatments.tried',
  pregnancy: 'history.pregnancy',
};

function questionWords(key: string): string {
  const list = listQuestions[key];
  if (list !== undefined) return t(list);
  const inSpanish = currentLanguage() === 'es' ? historyQuestionsInSpanish[key] : undefined;
  return inSpanish ?? healthCondition(key)?.question ?? key;
}

function entryWords(body: HealthRecordBody): string {
  switch (body.kind) {
    case 'medication-statement':
      return [body.name, body.dose, body.howOften].filter((part) => part !== undefined).join(', ');
    case 'allergy':
      return [body.name, body.reaction].filter((part) => part !== undefined).join(', ');
    case 'condition':
      return body.name;
    case 'history-answer':
      return `${questionWords(body.key)} ${t(answerWords[body.answer])}`;
    case 'prior-treatment':
      return [body.name, body.duration].filter((part) => part !== undefined).join(', ');
    case 'goal':
      return body.words;
  }
}

export const page = RecordPage;
