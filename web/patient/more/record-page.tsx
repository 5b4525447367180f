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
import { Asked } from '#web/patient/asked.tsx';
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
  return (
    <Section title={t(`record.${kind}`)}>
      <ul className="divide-y divide-contour rounded-card bg-surface px-5">
        {entries.map((entry) => (
          <li key={entry.id} className="py-3.5">
            <p className={entry.status === 'entered-in-error' ? 'line-through' : ''}>
              {entryWords(entry.body)}
            </p>
            <p className="text-small text-ink-2">
              {t('record.from', {
                who: entry.origin === 'staff' ? entry.recordedByName : t(`record.origin.${entry.origin}`),
                when: formatDate(entry.recordedAt, 'medium'),
              })}
              , {t(`record.status.${entry.status}`)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
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
