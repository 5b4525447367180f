// The chart in one read: what was said and by whom, the last readings, the last answers. Nothing is summarised away.
import { useQueryClient } from '@tanstack/react-query';
import { getChart, type VitalSignsRow } from '#api/chart.ts';
import { correctHealthEntry, type HealthRecordEntry } from '#api/health-record.ts';
import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import { cssrsScreener } from '#clinical/instruments/c-ssrs-screener.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { type VitalSignKey, vitalSigns } from '#clinical/monitoring/vital-signs.ts';
import { Failure, Heard } from '#web/clinic/desk-page.tsx';
import { useMe } from '#web/clinic/me.ts';
import { has } from '#web/clinic/places.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { formatDate, formatDateTime, formatNumber } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { type Column, Table } from '#web/kit/table.tsx';
import { BroughtPapersCard } from './brought-papers-card.tsx';
import { entryGroups, entryWords, originWords } from './entry-words.ts';
import { LongTermCard } from './long-term-card.tsx';
import type { PatientTabProps } from './patient-page.tsx';
import { screenerWords } from './screener-words.ts';

export function RecordTab({ patient }: PatientTabProps) {
  const chart = useAnswer(['patient', patient.id, 'chart'], getChart, { params: { patientId: patient.id } });
  return (
    <Heard of={chart}>
      {({ record, vitalSigns: rows, responses }) => (
        <div className="flex flex-col gap-4">
          <ToRead record={record} />
          <div className="grid items-start gap-4 desk:grid-cols-2">
            {entryGroups
              .filter((group) => group.kind !== 'history-answer')
              .map((group) => {
                const entries = record.filter(
                  (entry) => entry.body.kind === group.kind && entry.status !== 'entered-in-error',
                );
                return (
                  <Card key={group.kind} title={group.title}>
                    {entries.length === 0 ? (
                      <EmptyState>{group.empty}</EmptyState>
                    ) : (
                      <ul>
                        {entries.map((entry) => (
                          <EntryLine key={entry.id} entry={entry} patientId={patient.id} />
                        ))}
                      </ul>
                    )}
                  </Card>
                );
              })}
          </div>
          <LongTermCard patientId={patient.id} />
          <BroughtPapersCard patientId={patient.id} />
          <ScreeningAnswers record={record} patientId={patient.id} />
          <section className="flex flex-col gap-3">
            <h2 className="text-sub font-sub">Readings</h2>
            <Table
              label="Readings"
              columns={readingColumns}
              rows={rows}
              rowKey={(row) => row.id}
              empty={<EmptyState>No reading has been taken or brought yet.</EmptyState>}
            />
          </section>
          <section className="flex flex-col gap-3">
            <h2 className="text-sub font-sub">Questionnaires</h2>
            <Table
              label="Questionnaires"
              columns={responseColumns}
              rows={responses}
              rowKey={(row) => row.id}
              empty={<EmptyState>No questionnaire has been answered yet.</EmptyState>}
            />
          </section>
        </div>
      )}
    </Heard>
  );
}

/** A goal and a diary are theirs and need nobody's word; every other line is read by a nurse or a prescriber. */
function isToRead({ status, body }: HealthRecordEntry): boolean {
  return status === 'reported' && !ownKinds.includes(body.kind);
}

const ownKinds: readonly HealthRecordEntry['body']['kind'][] = ['goal', 'pain-map', 'headache-day'];

function ToRead({ record }: { readonly record: readonly HealthRecordEntry[] }) {
  const open = record.filter(isToRead).length;
  const lines = record.filter(({ status }) => status !== 'entered-in-error').length;
  if (lines === 0) return null;
  return (
    <p role="status" className="flex items-center gap-2.5">
      <StateMark state={open === 0 ? 'checked' : 'unknown'} size={22} />
      {open === 0
        ? 'Each line has been read by a clinician. Who and when stands beside it.'
        : `${open} of ${lines} ${lines === 1 ? 'line' : 'lines'} not read by a clinician yet.`}
    </p>
  );
}

function EntryLine({ entry, patientId }: { readonly entry: HealthRecordEntry; readonly patientId: string }) {
  const { name, detail } = entryWords(entry.body);
  const mayConfirm = has(useMe(), 'nurse', 'prescriber');
  const queries = useQueryClient();
  const settle = useAct(
    (status: HealthRecordEntry['status'], commandId) =>
      call(correctHealthEntry, {
        params: { patientId, entryId: entry.id },
        body: { version: entry.version, body: entry.body, status },
        commandId,
      }),
    () => {
      queries.invalidateQueries({ queryKey: ['patient', patientId] });
    },
  );
  const isGoal = entry.body.kind === 'goal';
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-contour py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className={isGoal ? 'own-words' : 'font-sub'}>{name}</p>
        {detail !== '' && <p>{detail}</p>}
        <p className="flex items-center gap-1.5 text-small text-ink-2">
          {isToRead(entry) && <StateMark state="unknown" size={18} />}
          {originWords(entry)}. {entry.recordedByName}, {formatDate(entry.recordedAt, 'medium')}
        </p>
        <Failure failure={settle.failure} stillTrue="The entry is as it was." />
      </div>
      {mayConfirm && isToRead(entry) && (
        <div className="flex gap-2">
          <Button
            size="row"
            aria-label={`Confirm ${name}`}
            busy={settle.busy ? 'Saving' : undefined}
            onClick={() => settle.run('confirmed')}
          >
            Confirm
          </Button>
          <Button
            size="row"
            variant="quiet"
            aria-label={`Set aside ${name}`}
            onClick={() => settle.run('dismissed')}
          >
            Set aside
          </Button>
        </div>
      )}
    </li>
  );
}

function ScreeningAnswers(props: {
  readonly record: readonly HealthRecordEntry[];
  readonly patientId: string;
}) {
  const answers = props.record.filter(
    (entry) => entry.body.kind === 'history-answer' && entry.status !== 'entered-in-error',
  );
  const saidNo = answers.filter(
    (entry) => entry.body.kind === 'history-answer' && entry.body.answer === 'no',
  );
  // A no is a line like any other until a clinician has read it; then it folds away.
  const folded = saidNo.filter((entry) => !isToRead(entry));
  const others = answers.filter((entry) => !folded.includes(entry));
  return (
    <Card title="Screening answers">
      {answers.length === 0 && <EmptyState>No screening question has been answered.</EmptyState>}
      {others.length > 0 && (
        <ul>
          {others.map((entry) => (
            <EntryLine key={entry.id} entry={entry} patientId={props.patientId} />
          ))}
        </ul>
      )}
      {folded.length > 0 && (
        <details>
          <summary className="link flex min-h-10 cursor-pointer items-center">
            {folded.length} answered with no
          </summary>
          <ul className="mt-1 gap-x-8 tablet:columns-2">
            {folded.map((entry) => (
              <li key={entry.id} className="break-inside-avoid py-1">
                {entryWords(entry.body).name}
                <span className="block text-small text-ink-2">
                  {originWords(entry)}. {entry.recordedByName}, {formatDate(entry.recordedAt, 'medium')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

const originOfReading: Readonly<Record<VitalSignsRow['origin'], string>> = {
  session: 'In the room',
  import: 'From a file',
  patient: 'From the patient',
  staff: 'Typed here',
};

const shownSigns: readonly VitalSignKey[] = [
  'heartRatePerMin',
  'spo2Percent',
  'respiratoryRatePerMin',
  'weightKg',
];

function readingOf(row: VitalSignsRow, key: string): string | undefined {
  const value = row.body[key];
  return typeof value === 'number' ? formatNumber(value) : value;
}

const notTaken = <span className="text-ink-2">not taken</span>;

const readingColumns: readonly Column<VitalSignsRow>[] = [
  {
    id: 'at',
    title: 'When',
    figures: true,
    className: 'whitespace-nowrap',
    cell: (row) => formatDateTime(row.effectiveAt),
  },
  {
    id: 'pressure',
    title: 'Pressure, mmHg',
    figures: true,
    cell: (row) => {
      const systolic = readingOf(row, 'systolicMmHg');
      const diastolic = readingOf(row, 'diastolicMmHg');
      if (systolic === undefined && diastolic === undefined) return notTaken;
      return `${systolic ?? 'not read'} / ${diastolic ?? 'not read'}`;
    },
  },
  ...shownSigns.flatMap((key): readonly Column<VitalSignsRow>[] => {
    const sign = vitalSigns.find((each) => each.key === key);
    if (sign === undefined) return [];
    return [
      {
        id: key,
        title: `${sign.name}, ${sign.unitLabel}`,
        figures: true,
        cell: (row) => readingOf(row, key) ?? notTaken,
      },
    ];
  }),
  { id: 'origin', title: 'From', cell: (row) => originOfReading[row.origin] },
];

/** Short questions of this house, which are no form. */
const ownQuestions: Readonly<Record<string, string>> = {
  pulse: 'Question of the day',
  'pulse-more': 'Further questions of the day',
  'evening-check': 'Evening after a dose',
  'after-check': 'Days after a dose',
};

const responseColumns: readonly Column<QuestionnaireResponse>[] = [
  {
    id: 'at',
    title: 'When',
    figures: true,
    className: 'whitespace-nowrap',
    cell: (row) => formatDateTime(row.authoredAt),
  },
  {
    id: 'instrument',
    title: 'Form',
    cell: (row) => instrumentById(row.instrument)?.name ?? ownQuestions[row.instrument] ?? row.instrument,
  },
  {
    id: 'score',
    title: 'Total',
    figures: true,
    cell: (row) => {
      if (row.status === 'in-progress') return 'Not finished';
      if (row.instrument === cssrsScreener.id) return 'Never added up';
      const { total, band, missing } = row.score ?? {};
      if (total === undefined) {
        return missing === undefined || missing.length === 0
          ? 'No total'
          : `No total: ${missing.length} not answered`;
      }
      return band === undefined
        ? formatNumber(total, { maximumFractionDigits: 1 })
        : `${total}, ${band.replaceAll('-', ' ')}`;
    },
  },
  {
    id: 'risk',
    title: 'Death or self-harm',
    cell: (row) => {
      if (row.instrument === cssrsScreener.id) return screenerWords(row);
      const item = instrumentById(row.instrument)?.riskItemId;
      if (item === undefined) return <span className="text-ink-2">Not on this form</span>;
      const value = row.answers[item];
      return typeof value === 'number'
        ? (instrumentById(row.instrument)?.options.find((option) => option.value === value)?.text ??
            String(value))
        : 'Not answered';
    },
  },
];
