// What the clinic holds about a person's health, in plain lines with who wrote each and when.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getChart, type VitalSignsRow } from '#api/chart.ts';
import { listNotes } from '#api/consult.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import type { HealthRecordBody, HealthRecordEntry } from '#api/health-record.ts';
import { exportRecord } from '#api/record-export.ts';
import { healthCondition } from '#clinical/screening/conditions.ts';
import { historyQuestionsInSpanish } from '#content/health-questions.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import {
  currentLanguage,
  extendCatalog,
  formatDate,
  formatLocalDate,
  formatTime,
  t,
} from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { saveFile } from '#web/kit/save-file.ts';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { moreWords } from '#web/patient/words/more.ts';
import { screeningWords } from '#web/patient/words/screening.ts';
import { SessionsHeld } from './sessions-held.tsx';

extendCatalog(moreWords);
extendCatalog(screeningWords);

const kinds: readonly HealthRecordBody['kind'][] = [
  'medication-statement',
  'allergy',
  'condition',
  'history-answer',
  'prior-treatment',
  'goal',
  'indication',
  'scale-total',
  'liver-test',
  'prescription-check',
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
        {({ patient, record, vitalSigns }) => (
          <>
            <Section title={t('record.who')}>
              <Card>
                <dl className="grid wrap-anywhere grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-6 gap-y-2">
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
                  <dd>
                    {patient.phone === undefined && patient.email === undefined
                      ? t('record.not-said')
                      : [patient.phone, patient.email]
                          .filter((each) => each !== undefined)
                          .map((each) => (
                            <span key={each} className="block">
                              {each}
                            </span>
                          ))}
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
            <Measured rows={vitalSigns} />
            <Go to="/screening" className={buttonClass({ size: 'large', wide: true })}>
              {t('record.edit')}
            </Go>
          </>
        )}
      </Asked>
      <SessionsHeld title={t('record.doses')} />
      <Notes patientId={patientId} />
      <TakeItAway patientId={patientId} />
    </Page>
  );
}

function reading(row: VitalSignsRow): string {
  const { systolicMmHg, diastolicMmHg } = row.body;
  return [
    systolicMmHg === undefined && diastolicMmHg === undefined
      ? undefined
      : t('record.pressure', {
          upper: systolicMmHg ?? t('record.not-read'),
          lower: diastolicMmHg ?? t('record.not-read'),
        }),
    ...measured.map(([key, words]) =>
      row.body[key] === undefined ? undefined : t(words, { value: row.body[key] }),
    ),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

const measured = [
  ['heartRatePerMin', 'record.pulse'],
  ['spo2Percent', 'record.oxygen'],
  ['respiratoryRatePerMin', 'record.breaths'],
  ['weightKg', 'record.weight'],
] as const;

function Measured({ rows }: { readonly rows: readonly VitalSignsRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={t('record.vital-signs')}>
      <details className="rounded-card bg-surface px-5">
        <summary className="link flex min-h-14 cursor-pointer items-center py-3">
          {t('record.measured-count', { count: rows.length })}
        </summary>
        <ul className="divide-y divide-contour pb-3">
          {rows.map((row) => (
            <li key={row.id} className="figures py-2.5">
              <span className="block text-small text-ink-2">
                {formatDate(row.effectiveAt, 'long')}, {formatTime(row.effectiveAt)}
              </span>
              {reading(row)}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Notes({ patientId }: { readonly patientId: string }) {
  const notes = useQuery({
    queryKey: patientKey(patientId, 'notes'),
    queryFn: () => ask(listNotes, { params: { patientId } }),
  });
  const written = notes.data?.notes ?? [];
  if (written.length === 0) return null;
  return (
    <Section title={t('record.notes')}>
      {written.map((note) => (
        <details key={note.id} className="rounded-card bg-surface px-5">
          <summary className="link flex min-h-14 cursor-pointer items-center py-3">
            {say('record.note', {
              kind: t(`record.note-${note.kind}`),
              when: formatDate(note.heldAt, 'long'),
              name: note.authorName,
            })}
          </summary>
          <div className="flex flex-col gap-2 pb-4">
            <p className="whitespace-pre-line">{note.text}</p>
            {note.agenda.map((each) => (
              <p key={each.question}>
                <span className="font-[540]">{each.question}</span>
                <span className="block">{each.answer}</span>
              </p>
            ))}
          </div>
        </details>
      ))}
    </Section>
  );
}

/** Made when asked for, from what stands in the record at that moment; nothing of it stays at the clinic. */
function TakeItAway({ patientId }: { readonly patientId: string }) {
  const act = useAct(exportRecord);
  const [made, setMade] = useState<AnswerOf<typeof exportRecord>>();
  const make = async (): Promise<void> => {
    const answer = await act.run({
      params: { patientId },
      body: { id: newCommandId(), language: currentLanguage() },
    });
    if (answer !== undefined) setMade(answer);
  };
  return (
    <Section title={t('record.take')}>
      <Card>
        <p>{t('record.take-text')}</p>
        {act.failure !== undefined && (
          <ErrorState compact title={failureWords(act.failure)} stillTrue={t('record.take-none')} />
        )}
        {made === undefined ? (
          <Button
            size="large"
            wide
            className="mt-4"
            onClick={make}
            busy={act.busy ? t('record.taking') : undefined}
          >
            {t('record.take-make')}
          </Button>
        ) : (
          <div className="mt-4 flex flex-col gap-4">
            <p role="status">{t('record.taken')}</p>
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {made.parts.map(({ heading, count }) => (
                <li key={heading}>
                  {heading}: <span className="figures">{count}</span>
                </li>
              ))}
            </ul>
            <Button
              variant="primary"
              size="large"
              wide
              onClick={() => saveFile({ name: made.pageName, type: 'text/html', text: made.page })}
            >
              {t('record.take-page')}
            </Button>
            <Button
              size="large"
              wide
              onClick={() =>
                saveFile({ name: made.bundleName, type: 'application/fhir+json', text: made.bundle })
              }
            >
              {t('record.take-data')}
            </Button>
            <p className="text-small text-ink-2">{t('record.take-care')}</p>
          </div>
        )}
      </Card>
    </Section>
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
          <summary className="link flex min-h-14 cursor-pointer items-center py-3">
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
    case 'indication':
      return body.indication.replaceAll('-', ' ');
    case 'pain-map':
    case 'headache-day':
      // They have a page of their own.
      return '';
    case 'liver-test':
      return t('record.liver-test-words', {
        alt: body.altUnitsPerLitre,
        limit: body.upperLimitUnitsPerLitre,
        date: formatLocalDate(body.takenOn, 'medium'),
      });
    case 'prescription-check':
      return t(`record.prescription-check.${body.monitoring}`, { count: body.earlyRefills });
    case 'scale-total':
      return `${body.scale.toUpperCase()}, ${body.total}`;
  }
}

export const page = RecordPage;
